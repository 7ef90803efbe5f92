"""Small goals with steps, what became of them on a day, and the list of some day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from stepup.domain.record import CORE, Dated, Frozen, Line, Record, year_shard
from stepup.domain.stage import StageKey


class GoalState(StrEnum):
    """Where a goal is. None of them is better than another."""

    OPEN = "open"
    NOT_NOW = "not_now"
    RESTING = "resting"
    DONE = "done"
    LET_GO = "let_go"


CLOSED = frozenset({GoalState.DONE, GoalState.LET_GO})


class Step(Frozen):
    """One step of a goal."""

    text: Line
    done_on: date | None = None


class Goal(Record):
    """Something small one would like to do.

    `position` orders the goals made on one day. `earlier` keeps its wordings from before it was
    made smaller, the oldest first.
    """

    kind: ClassVar[str] = "goal"
    text: Line
    made_on: date
    position: int = 0
    stage: StageKey | None = None
    state: GoalState = GoalState.OPEN
    steps: tuple[Step, ...] = ()
    earlier: tuple[Line, ...] = ()
    repeats: bool = False
    closed_on: date | None = None

    @property
    def shard(self) -> str:
        """Core while it is open, then the year in which it closed."""
        return CORE if self.closed_on is None else year_shard(self.closed_on)

    def with_state(self, state: GoalState, day: date) -> Goal:
        """Return the goal in another state, closed on `day` if that state closes it."""
        return self.replace(state=state, closed_on=day if state in CLOSED else None)

    def smaller(self, text: str) -> Goal:
        """Return the goal with a smaller wording; the one before is kept."""
        changed = self.replace(text=text)
        if changed.text in ("", self.text):
            return self
        return changed.replace(earlier=(*self.earlier, self.text))

    def with_step(self, index: int, step: Step | None) -> Goal:
        """Return the goal with a step replaced, taken out (None) or added (index at the end)."""
        steps = list(self.steps)
        steps[index : index + 1] = [] if step is None else [step]
        return self.replace(steps=tuple(steps))


class Outcome(StrEnum):
    """What became of a goal on one day."""

    CHOSEN = "chosen"
    HALF = "half"
    DONE = "done"


class GoalDay(Dated):
    """A goal on one day: chosen for it, half done, done. Keeps the wording of that day."""

    kind: ClassVar[str] = "goal_day"
    goal: str
    text: Line
    stage: StageKey | None = None
    outcome: Outcome = Outcome.CHOSEN
    step: Line | None = None


class SomeDay(Record):
    """A line of the list of some day: no date, no end, no plan."""

    kind: ClassVar[str] = "some_day"
    text: Line
    position: int = 0
