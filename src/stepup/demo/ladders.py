"""Goals with a ladder: rungs, how hard they seem, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.places import Places
from stepup.demo.texts.ladders import CLIMBS, GROUP, Climb
from stepup.domain.goal import CLOSED, HARDEST, Goal, GoalDay, GoalState, Outcome, Step
from stepup.domain.ladder import Attempt
from stepup.domain.stage import StageKey
from stepup.i18n import _

_FIRST_AFTER = 30
_MOST_OPEN = 2
_OLD = 150
_STAGES: Final = tuple(StageKey)


@dataclass(slots=True)
class _Climbing:
    """A goal with a ladder that is not closed."""

    goal: Goal
    climb: Climb


class Ladders(Beside):
    """The ladders that are open, and tries of their rungs: often easier than thought, not always."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date, places: Places) -> None:
        """Begin with none."""
        super().__init__(chance, ledger, first)
        self._places = places
        self._open: dict[str, _Climbing] = {}
        self._texts = {climb.text: climb for climb in CLIMBS}

    def live(self, shape: Shape, at: At) -> None:
        """Make a ladder, let one rest, or try a rung; mostly nothing."""
        if self._age(shape) >= _FIRST_AFTER and len(self._open) < _MOST_OPEN:
            self._begin(shape)
        for text in tuple(self._open):
            self._turn(self._open[text], shape)
        for one in self._open.values():
            tries = one.goal.state is GoalState.OPEN and shape.ease > -0.7
            if tries and self._chance.yes(0.05):
                self._try(one, shape, at)

    # The goals

    def _begin(self, shape: Shape) -> None:
        # The one by the size of the group comes first: it stands ready among the ideas.
        if not self._chance.yes(0.1 if not self._open else 0.025):
            return
        first = self._age(shape) < 2 * _FIRST_AFTER
        climb = GROUP if first else self._texts[self._chance.text(tuple(self._texts))]
        if climb.text in self._open or not self._in_reach(climb, shape):
            return
        goal = Goal(
            id=self._ledger.new_id(),
            text=_(climb.text),
            made_on=shape.day,
            position=_MOST_OPEN,
            stage=climb.stage or self._places.own,
            steps=tuple(
                Step(text=_(rung), hard=min(HARDEST, number + self._chance.whole(2, 4)))
                for number, rung in enumerate(climb.rungs)
            ),
            why=_(climb.why),
            easy=_(climb.easy) if climb.easy else None,
            hard=_(climb.hard) if climb.hard else None,
        )
        self._keep(_Climbing(goal, climb))

    def _in_reach(self, climb: Climb, shape: Shape) -> bool:
        if climb.stage is None:
            return self._places.has_own
        return _STAGES.index(climb.stage) <= shape.reach + 1.5

    def _turn(self, one: _Climbing, shape: Shape) -> None:
        state, age = one.goal.state, (shape.day - one.goal.made_on).days
        if state is GoalState.RESTING:
            if self._chance.yes(0.03):
                self._state(one, GoalState.OPEN, shape)
        elif all(step.done_on for step in one.goal.steps):
            if self._chance.yes(0.1):
                self._state(one, GoalState.DONE, shape)
        elif age > _OLD and self._chance.yes(0.012):
            ends = {GoalState.RESTING: 0.5, GoalState.DONE: 0.25, GoalState.LET_GO: 0.25}
            self._state(one, self._chance.weighed(ends), shape)

    def _state(self, one: _Climbing, state: GoalState, shape: Shape) -> None:
        one.goal = one.goal.with_state(state, shape.day)
        self._keep(one)

    def _keep(self, one: _Climbing) -> None:
        self._ledger.put(one.goal)
        if one.goal.state in CLOSED:
            self._open.pop(one.climb.text, None)
        else:
            self._open[one.climb.text] = one

    # Tries

    def _try(self, one: _Climbing, shape: Shape, at: At) -> None:
        index = self._rung(one.goal)
        step = one.goal.steps[index]
        before = self._near(step.hard or 0, 1.0)
        after = self._near(before - 1.2 - 0.8 * shape.ease, 1.7)
        said = self._chance.weighed({"both": 0.78, "before": 0.11, "after": 0.11})
        attempt = Attempt(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            goal=one.goal.id,
            step=step.text,
            before=before if said != "after" else None,
            after=after if said != "before" else None,
        )
        self._ledger.put(attempt)
        if attempt.after is not None:
            self._tried(one, index, attempt)

    def _rung(self, goal: Goal) -> int:
        """Return the rung that is tried: the next one, one of before, or one further up."""
        steps = goal.steps
        upcoming = next((n for n, step in enumerate(steps) if not step.done_on), len(steps) - 1)
        by = self._chance.weighed({0: 0.6, -1: 0.27, 1: 0.13})
        return min(len(steps) - 1, max(0, upcoming + by))

    def _tried(self, one: _Climbing, index: int, attempt: Attempt) -> None:
        """Note the day, and what the rung seems like now."""
        step = one.goal.steps[index]
        felt = attempt.after or 0
        seems = round(((step.hard or 0) + felt) / 2)
        done = step.done_on or (attempt.day if self._chance.yes(0.6 - 0.05 * felt) else None)
        one.goal = one.goal.with_step(index, step.replace(hard=seems, done_on=done))
        self._ledger.put(one.goal)
        self._ledger.put(
            GoalDay(
                id=self._ledger.new_id(),
                day=attempt.day,
                at=attempt.at,
                goal=one.goal.id,
                text=one.goal.text,
                stage=one.goal.stage,
                outcome=Outcome.HALF,
                step=step.text,
            )
        )

    def _near(self, middle: float, spread: float) -> int:
        return min(HARDEST, max(0, round(self._chance.about(middle, spread))))
