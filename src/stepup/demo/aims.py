"""Small goals over the years: made, laid out, half done, made smaller, left to rest, let go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from stepup.demo.afterwards import Afterwards
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.goals import GOALS, Wording
from stepup.domain.goal import CLOSED, Answer, Goal, GoalDay, GoalState, Outcome, Step
from stepup.domain.stage import StageKey
from stepup.i18n import _

MOST_OPEN = 7
FEWEST_OPEN = 3
STAGES = tuple(StageKey)
ASIDE = (GoalState.NOT_NOW, GoalState.RESTING)


@dataclass(slots=True)
class _Open:
    """A goal that is not closed, and how often it was laid out and left."""

    goal: Goal
    wording: Wording
    left: int = 0


class Aims:
    """The goals that are open, and what becomes of them day by day."""

    def __init__(self, chance: Chance, afterwards: Afterwards, ledger: Ledger) -> None:
        """Begin with none."""
        self._chance = chance
        self._afterwards = afterwards
        self._ledger = ledger
        self._open: dict[str, _Open] = {}
        self._wordings = {one.text: one for stage in GOALS.values() for one in stage}

    def live(self, shape: Shape, moments: tuple[datetime, datetime]) -> tuple[Outcome, ...]:
        """Let a day pass with a page; return what became of the goals laid out for it.

        `moments` are when they were laid out and when the last of them was ticked.
        """
        self._make(shape)
        self._turn(shape, moments[0])
        if shape.ease < -0.8 or not self._chance.yes(0.5):
            return ()
        count = self._chance.weighed({1: 0.5, 2: 0.35, 3: 0.15})
        return tuple(self._act(shape, one, moments) for one in self._laid_out(count))

    def lay_out(self, shape: Shape, at: datetime) -> None:
        """Lay some goals out for a day that has only begun."""
        for _number in range(MOST_OPEN):
            if len(self._in_reach()) < FEWEST_OPEN:
                self._add(shape)
        for one in self._laid_out(2):
            self._note(shape, one.goal, at, Outcome.CHOSEN)

    # Making and putting aside

    def _make(self, shape: Shape) -> None:
        count = len(self._in_reach())
        if count < FEWEST_OPEN or (count < MOST_OPEN and self._chance.yes(0.07)):
            self._add(shape)

    def _add(self, shape: Shape) -> None:
        stage = self._stage(shape.reach)
        known = {one.wording.text for one in self._open.values()}
        wording = self._wordings[self._chance.text(tuple(one.text for one in GOALS[stage]))]
        if wording.text in known:
            return
        goal = Goal(
            id=self._ledger.new_id(),
            text=_(wording.text),
            made_on=shape.day,
            stage=stage,
            steps=tuple(Step(text=_(step)) for step in wording.steps),
            repeats=not wording.steps and STAGES.index(stage) < 3 and self._chance.yes(0.2),
            why=self._afterwards.why(stage),
        )
        self._keep(_Open(goal, wording))

    def _stage(self, reach: float) -> StageKey:
        """Return a stage up to `reach`, the near ones more often; the first never goes out."""
        weights = {
            stage: 0.8 if place < 1 else max(0.0, min(1.2, reach - place + 0.8))
            for place, stage in enumerate(STAGES)
        }
        return self._chance.weighed(weights)

    def _turn(self, shape: Shape, at: datetime) -> None:
        for one in tuple(self._open.values()):
            age = (shape.day - one.goal.made_on).days
            if one.goal.state in ASIDE:
                if self._chance.yes(0.015):
                    self._state(one, GoalState.OPEN, shape)
                elif age > 120 and self._chance.yes(0.02):
                    self._state(one, GoalState.LET_GO, shape)
            elif age > 12 and self._chance.yes(0.016 if shape.ease > -0.5 else 0.035):
                states = {GoalState.NOT_NOW: 0.45, GoalState.RESTING: 0.35, GoalState.LET_GO: 0.2}
                self._state(one, self._chance.weighed(states), shape)
            elif age > 20:
                self._review(one, shape, at)

    def _review(self, one: _Open, shape: Shape, at: datetime) -> None:
        """Look at a goal again, now and then."""
        can_shrink = bool(one.wording.smaller) and not one.goal.earlier
        match self._afterwards.look(one.goal, shape, at, can_shrink=can_shrink):
            case Answer.SMALLER:
                self._shrink(one)
            case Answer.LEAVE:
                self._state(one, GoalState.LET_GO, shape)

    # A day

    def _act(self, shape: Shape, one: _Open, moments: tuple[datetime, datetime]) -> Outcome:
        ease = max(-0.15, min(0.15, shape.ease * 0.2))
        outcome = self._chance.weighed(
            {Outcome.CHOSEN: 0.45 - ease, Outcome.HALF: 0.2, Outcome.DONE: 0.35 + ease}
        )
        if outcome is Outcome.CHOSEN:
            self._note(shape, one.goal, moments[0], outcome)
            self._leave(one)
            return outcome
        step = self._next_step(one, shape) if outcome is Outcome.HALF else None
        self._note(shape, one.goal, moments[1], outcome, step)
        if outcome is Outcome.DONE and not one.goal.repeats:
            self._state(one, GoalState.DONE, shape)
        return outcome

    def _leave(self, one: _Open) -> None:
        """A goal left lying twice is often too big; then it is made smaller."""
        one.left += 1
        if one.left >= 2 and one.wording.smaller and not one.goal.earlier and self._chance.yes(0.6):
            self._shrink(one)

    def _shrink(self, one: _Open) -> None:
        one.goal = one.goal.smaller(_(one.wording.smaller))
        one.left = 0
        self._ledger.put(one.goal)

    def _next_step(self, one: _Open, shape: Shape) -> str | None:
        for index, step in enumerate(one.goal.steps):
            if step.done_on is None:
                one.goal = one.goal.with_step(index, step.replace(done_on=shape.day))
                self._ledger.put(one.goal)
                return step.text
        return None

    def _laid_out(self, count: int) -> list[_Open]:
        left = self._in_reach()
        chosen: list[_Open] = []
        while left and len(chosen) < count:
            chosen.append(left.pop(self._chance.whole(0, len(left) - 1)))
        return chosen

    def _in_reach(self) -> list[_Open]:
        return [one for one in self._open.values() if one.goal.state is GoalState.OPEN]

    # Writing down

    def _note(
        self,
        shape: Shape,
        goal: Goal,
        at: datetime,
        outcome: Outcome,
        step: str | None = None,
    ) -> None:
        self._ledger.put(
            GoalDay(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._ledger.moment(at),
                goal=goal.id,
                text=goal.text,
                stage=goal.stage,
                outcome=outcome,
                step=step,
                level=self._afterwards.level(outcome),
            )
        )

    def _state(self, one: _Open, state: GoalState, shape: Shape) -> None:
        one.goal = one.goal.with_state(state, shape.day)
        self._keep(one)

    def _keep(self, one: _Open) -> None:
        self._ledger.put(one.goal)
        if one.goal.state in CLOSED:
            self._open.pop(one.goal.id, None)
        else:
            self._open[one.goal.id] = one
