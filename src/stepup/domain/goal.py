"""Small goals with steps, what became of them on a day, and the list of some day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import Field

from stepup.domain.record import CORE, Dated, Frozen, Line, Prose, Record, year_shard

HARDEST: Final = 10
"""How hard something can seem or be at most; 0 is no trouble at all."""
MOST_HOPED: Final = 2
"""The level of much more than was hoped; 0 is about as hoped, -2 much less."""

Hard = Annotated[int, Field(ge=0, le=HARDEST)]
Level = Annotated[int, Field(ge=-MOST_HOPED, le=MOST_HOPED)]


class GoalState(StrEnum):
    """Where a goal is. None of them is better than another."""

    OPEN = "open"
    NOT_NOW = "not_now"
    RESTING = "resting"
    DONE = "done"
    LET_GO = "let_go"


CLOSED = frozenset({GoalState.DONE, GoalState.LET_GO})


class Step(Frozen):
    """One step of a goal, and a rung of its ladder.

    `hard` is how hard it seems now, 0 to 10. `earlier` keeps the words it had before, the oldest
    first: what was tried under them belongs to it.
    """

    text: Line
    done_on: date | None = None
    hard: Hard | None = None
    earlier: tuple[Line, ...] = ()

    def reworded(self, text: str) -> Step:
        """Return the step in other words; those before are kept."""
        changed = self.replace(text=text)
        if changed.text in ("", self.text):
            return self
        before = tuple(words for words in self.earlier if words != changed.text)
        return changed.replace(earlier=(*before, self.text))

    def is_called(self, words: str) -> bool:
        """Whether these are its words, or were."""
        return words == self.text or words in self.earlier


class Goal(Record):
    """Something small one would like to do.

    `position` orders the goals made on one day. `earlier` keeps its wordings from before it was
    made smaller, the oldest first. `stage` is a `StageKey` or the id of a place of one's own.
    `why` is why it matters, `easy` and `hard` are what 0 and 10 mean here, in own words.
    `talk_year` is the year of the talk it was made from, which names it.
    """

    kind: ClassVar[str] = "goal"
    text: Line
    made_on: date
    position: int = 0
    stage: str | None = None
    state: GoalState = GoalState.OPEN
    steps: tuple[Step, ...] = ()
    earlier: tuple[Line, ...] = ()
    repeats: bool = False
    closed_on: date | None = None
    why: Prose | None = None
    easy: Line | None = None
    hard: Line | None = None
    talk_year: int | None = None

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

    def with_step_moved(self, index: int, by: int) -> Goal:
        """Return the goal with a step `by` places further down, or as far as there are places."""
        steps = list(self.steps)
        step = steps.pop(index)
        steps.insert(max(0, index + by), step)
        return self.replace(steps=tuple(steps))


class Outcome(StrEnum):
    """What became of a goal on one day."""

    CHOSEN = "chosen"
    HALF = "half"
    DONE = "done"


class GoalDay(Dated):
    """A goal on one day: chosen for it, half done, done. Keeps the wording of that day.

    `level` is how it came out, for who wants to say: -2 much less than hoped to 2 much more.
    """

    kind: ClassVar[str] = "goal_day"
    goal: str
    text: Line
    stage: str | None = None
    outcome: Outcome = Outcome.CHOSEN
    step: Line | None = None
    level: Level | None = None


class Answer(StrEnum):
    """What a look at a goal came to: fine as it is, a little smaller, or leave it be."""

    FINE = "fine"
    SMALLER = "smaller"
    LEAVE = "leave"


class GoalReview(Dated):
    """A look at a goal on a day. Keeps the wording it had."""

    kind: ClassVar[str] = "goal_review"
    goal: str
    text: Line
    answer: Answer


class SomeDay(Record):
    """A line of the list of some day: no date, no end, no plan."""

    kind: ClassVar[str] = "some_day"
    text: Line
    position: int = 0
