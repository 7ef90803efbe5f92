"""The ladder of a goal: its steps as rungs, what was thought before each try and how it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final, NamedTuple

from stepup.domain.goal import HARDEST, Hard, Step
from stepup.domain.record import Dated, Line

ENOUGH: Final = 3
"""Tries with both numbers from which something is said of them together."""


class Attempt(Dated):
    """One try of a rung: how hard it was thought to be, and how hard it was, each 0 to 10.

    Any of the two may be left out. `step` are the words of the rung on that day.
    """

    kind: ClassVar[str] = "attempt"
    goal: str
    step: Line
    before: Hard | None = None
    after: Hard | None = None

    @property
    def is_ahead(self) -> bool:
        """Whether it was only thought about so far."""
        return self.before is not None and self.after is None


class Compared(NamedTuple):
    """How many tries have both numbers, and in how many of them it was easier than thought."""

    tries: int
    easier: int


def of_rung(step: Step, attempts: Iterable[Attempt]) -> list[Attempt]:
    """Return the tries of a rung, those under its earlier words too, the newest first."""
    mine = [attempt for attempt in attempts if step.is_called(attempt.step)]
    return sorted(mine, key=lambda attempt: (attempt.day, attempt.at, attempt.id), reverse=True)


def compared(attempts: Iterable[Attempt]) -> Compared:
    """Return how what was thought and how it was go together; never a score of the person."""
    both = [(a.before, a.after) for a in attempts if a.before is not None and a.after is not None]
    return Compared(len(both), sum(after < before for before, after in both))


def by_hardness(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the rungs, what seems easiest first; those without a number keep to the end."""
    return tuple(sorted(steps, key=lambda s: HARDEST + 1 if s.hard is None else s.hard))
