"""Goals: making them, choosing some for a day, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from stepup.domain.change import Change, Edit, Label, added, removed
from stepup.domain.goal import (
    CLOSED,
    Goal,
    GoalDay,
    GoalState,
    Outcome,
    SomeDay,
    Step,
)
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Dated, year_shard
from stepup.domain.text import clean, one_line
from stepup.notebook.book import Book
from stepup.notebook.shelf import readable

R = TypeVar("R", bound=Dated)

_STATE_LABELS = {
    GoalState.OPEN: Label.GOAL_OPEN,
    GoalState.NOT_NOW: Label.GOAL_NOT_NOW,
    GoalState.RESTING: Label.GOAL_REST,
    GoalState.DONE: Label.GOAL_DONE,
    GoalState.LET_GO: Label.GOAL_LET_GO,
}


class Goals:
    """The verbs of small goals and of the list of some day."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    # What there is

    def open(self) -> list[Goal]:
        """Return the goals that are not closed, in the order of making."""
        return sorted(self._book.of_kind(Goal), key=lambda goal: (goal.made_on, goal.position))

    def closed(self, year: str) -> list[Goal]:
        """Return the goals that closed in a year, the newest first."""
        found = self._book.of_kind(Goal, year)
        return sorted(
            found, key=lambda goal: (goal.closed_on or goal.made_on, goal.id), reverse=True
        )

    def get(self, day_goal: GoalDay) -> Goal | None:
        """Return the goal that was chosen for a day, open or closed; None when it is gone."""
        return self.find(day_goal.goal, year_shard(day_goal.day))

    def find(self, goal_id: str, year: str = "") -> Goal | None:
        """Return a goal by its id, whenever it closed; None when it is gone. See `reading.find`."""
        from stepup.notebook.reading import find

        return find(self._book, Goal, goal_id, year)

    def on(self, day: date) -> list[GoalDay]:
        """Return the goals of a day in the order of choosing."""
        return [record for record in self._book.on(day) if isinstance(record, GoalDay)]

    # Making

    def add(
        self,
        text: str,
        stage: str | None = None,
        chosen_for: date | None = None,
        steps: Sequence[str] = (),
    ) -> Goal:
        """Make a goal, with steps if there are any, and lay it out for a day if one is named.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        goal = self.drafted(text, stage).replace(steps=tuple(Step(text=step) for step in steps))
        records = [goal] if chosen_for is None else [goal, self._day_goal(goal, chosen_for)]
        self._book.apply(added(Label.GOAL, *records))
        return goal

    def drafted(self, text: str, stage: str | None = None) -> Goal:
        """Return a new goal that is not kept yet, for a change of which it is a part.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        return self._new(text, stage)

    def reword(self, goal: Goal, text: str) -> None:
        """Change the words of a goal; without any left, it is taken away."""
        if not one_line(text):
            laid_out = self._of(goal, self._book.today())
            only_chosen = laid_out is not None and laid_out.outcome is Outcome.CHOSEN
            self._book.apply(removed(goal, *([laid_out] if laid_out and only_chosen else [])))
        else:
            self._word(Label.GOAL, goal, goal.replace(text=text))

    def smaller(self, goal: Goal, text: str) -> None:
        """Give a goal a smaller wording; the one before is kept, today's page takes the new one."""
        self._word(Label.GOAL_SMALLER, goal, goal.smaller(text))

    def _word(self, label: Label, goal: Goal, after: Goal) -> None:
        """Give a goal other words, on today's page too unless it was done there already."""
        day_goals = [d for d in self.on(self._book.today()) if d.goal == goal.id]
        edits = [
            Edit(d, d.replace(text=after.text)) for d in day_goals if d.outcome != Outcome.DONE
        ]
        if after != goal:
            self._book.apply(Change(label, (Edit(goal, after), *edits)))

    def move(self, goal: Goal, stage: str | None) -> None:
        """Put a goal in another stage."""
        self._replace(Label.GOAL, goal, goal.replace(stage=stage))

    def say_why(self, goal: Goal, text: str) -> None:
        """Keep why a goal matters, in the person's own words; without any left, nothing."""
        self._replace(Label.GOAL_WHY, goal, goal.replace(why=clean(text).strip() or None))

    def repeat(self, goal: Goal, *, repeats: bool) -> None:
        """Let a goal come again after it was done, or only once."""
        self._replace(Label.GOAL, goal, goal.replace(repeats=repeats))

    # On a day

    def choose(self, goal: Goal, day: date) -> None:
        """Lay a goal out for a day, or take it off that page when nothing was done yet."""
        mine = self._of(goal, day)
        if mine is None:
            self._book.apply(added(Label.GOAL_DAY, self._day_goal(goal, day)))
        elif mine.outcome is Outcome.CHOSEN:
            self._book.apply(removed(mine, label=Label.GOAL_DAY))

    def done(self, goal: Goal, day: date) -> None:
        """Note that a goal was done on a day; it closes unless it comes again."""
        closing = [] if goal.repeats else [Edit(goal, goal.with_state(GoalState.DONE, day))]
        self._note(goal, day, Outcome.DONE, Label.GOAL_DONE, closing)

    def half(self, goal: Goal, day: date) -> None:
        """Note that a goal was half done on a day; it stays."""
        opening = []
        if goal.state in CLOSED:
            opening = [Edit(goal, goal.with_state(GoalState.OPEN, day))]
        self._note(goal, day, Outcome.HALF, Label.GOAL_HALF, opening)

    def set_state(self, goal: Goal, state: GoalState) -> None:
        """Say not now, rest, let go, or open again; it leaves today's page unless open."""
        if goal.state != state:
            self._book.apply(Change(_STATE_LABELS[state], self.turned(goal, state)))

    def turned(self, goal: Goal, state: GoalState) -> tuple[Edit, ...]:
        """Return the edits that bring a goal into a state."""
        today = self._book.today()
        mine = self._of(goal, today)
        leaves = mine is not None and state is not GoalState.OPEN and mine.outcome is Outcome.CHOSEN
        turning = Edit(goal, goal.with_state(state, today))
        return (turning, Edit(mine, None)) if leaves else (turning,)

    # Steps

    def add_step(self, goal: Goal, text: str) -> None:
        """Add a step at the end."""
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        self._replace(Label.STEP, goal, goal.with_step(len(goal.steps), Step(text=text)))

    def reword_step(self, goal: Goal, index: int, text: str) -> None:
        """Change the words of a step, keeping those before; without any left, it is taken away."""
        step = goal.steps[index].reworded(text) if one_line(text) else None
        self._replace(Label.STEP, goal, goal.with_step(index, step))

    def step_done(self, goal: Goal, index: int, day: date) -> None:
        """Note a step as done on a day, or take that back."""
        step = goal.steps[index]
        after = step.replace(done_on=None if step.done_on else day)
        self._replace(Label.STEP, goal, goal.with_step(index, after))

    # Some day

    def some_day(self) -> list[SomeDay]:
        """Return the list of some day in its order."""
        return sorted(self._book.of_kind(SomeDay), key=lambda line: (line.position, line.id))

    def add_some_day(self, text: str) -> None:
        """Put a line on the list of some day."""
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        position = 1 + max((line.position for line in self.some_day()), default=-1)
        self._book.apply(
            added(Label.SOME_DAY, SomeDay(id=self._book.ids(), text=text, position=position))
        )

    def reword_some_day(self, line: SomeDay, text: str) -> None:
        """Change a line of the list; without words left, it is taken away."""
        if not one_line(text):
            self._book.apply(removed(line, label=Label.SOME_DAY))
        else:
            self._replace(Label.SOME_DAY, line, line.replace(text=text))

    def take_up(self, line: SomeDay) -> Goal:
        """Make a goal of a line of the list."""
        goal = self._new(line.text)
        self._book.apply(Change(Label.GOAL, (Edit(line, None), Edit(None, goal))))
        return goal

    # Inside

    def _new(self, text: str, stage: str | None = None) -> Goal:
        return Goal(
            id=self._book.ids(),
            text=text,
            made_on=self._book.today(),
            position=1 + max((goal.position for goal in self.open()), default=-1),
            stage=stage,
        )

    def _of(self, goal: Goal, day: date) -> GoalDay | None:
        return next((d for d in self.on(day) if d.goal == goal.id), None)

    def _day_goal(self, goal: Goal, day: date, outcome: Outcome = Outcome.CHOSEN) -> GoalDay:
        return GoalDay(
            id=self._book.ids(), day=day, at=self._book.now(), goal=goal.id, text=goal.text,
            stage=goal.stage, outcome=outcome,
        )  # fmt: skip

    def _note(
        self, goal: Goal, day: date, outcome: Outcome, label: Label, others: list[Edit]
    ) -> None:
        mine = self._of(goal, day)
        if mine is not None and mine.outcome is outcome:
            return
        after = mine.replace(outcome=outcome) if mine else self._day_goal(goal, day, outcome)
        self._book.apply(Change(label, (Edit(mine, after), *others)))

    def _replace(self, label: Label, before: Goal | SomeDay, after: Goal | SomeDay) -> None:
        if after != before:
            self._book.apply(Change(label, (Edit(before, after),)))


def of_goal(book: Book, kind: type[R], goal_id: str, year: str) -> list[R]:
    """Return what a year has of one kind for a goal, the newest first.

    Raises:
        Problem: the year cannot be read.
    """
    documents = book.shelf(year).snapshot().get(kind.kind, {}).values()
    # Only what belongs to the goal is made into models.
    found = [readable(kind.kind, d) for d in documents if d.get("goal") == goal_id]
    mine = [record for record in found if isinstance(record, kind)]
    return sorted(mine, key=lambda record: (record.day, record.at, record.id), reverse=True)
