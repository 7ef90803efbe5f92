"""Promises: what is due when, what was agreed as done, and days of one's own before that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, Frozen, Line, Record, at_most, year_shard
from stepup.domain.span import nearest_day
from stepup.domain.text import fold

MOST_SHOWN: Final = 3
"""How many promises are in sight at once; the others are one Enter away."""
MOST_SPARE: Final = 60
"""The most days of one's own before the day on which something is due."""
MESSAGE: Final = 2_000
"""Characters that fit into a message of one's own: open promises are read at every start."""


class PromiseState(StrEnum):
    """Where a promise is. None of them is better than another."""

    OPEN = "open"
    KEPT = "kept"
    HANDED_OVER = "handed_over"
    LET_GO = "let_go"


class Agreed(Frozen):
    """One line of what was agreed as done."""

    text: Line
    done: bool = False


class Promise(Record):
    """Something one said one would do.

    `due` is the day that was agreed, `spare` the days before it that one keeps for oneself.
    `work` is the id of the work it belongs to, `client` the name to write to. `message` is the
    person's own wording of "this may be a little late".
    """

    kind: ClassVar[str] = "promise"
    text: Line
    made_on: date
    position: int = 0
    due: date | None = None
    spare: Annotated[int, Field(ge=0, le=MOST_SPARE)] = 0
    work: str | None = None
    client: Line = ""
    agreed: tuple[Agreed, ...] = ()
    message: Annotated[str, AfterValidator(at_most(MESSAGE))] = ""
    state: PromiseState = PromiseState.OPEN
    closed_on: date | None = None

    @property
    def shard(self) -> str:
        """Core while it is open, then the year in which it closed."""
        return CORE if self.closed_on is None else year_shard(self.closed_on)

    @property
    def own_day(self) -> date | None:
        """The day of one's own, before the days to spare; None without a day that was agreed."""
        return None if self.due is None else nearest_day(self.due.toordinal() - self.spare)

    def is_close(self, today: date) -> bool:
        """Whether its days to spare have begun. After the day itself it simply stays so."""
        return self.own_day is not None and self.own_day <= today

    def with_state(self, state: PromiseState, day: date) -> Promise:
        """Return it in another state, closed on `day` unless it is open."""
        closed_on = None if state is PromiseState.OPEN else day
        return self.replace(state=state, closed_on=closed_on)

    def with_agreed(self, index: int, agreed: Agreed | None) -> Promise:
        """Return it with a line replaced, taken out (None) or added (index at the end)."""
        lines = list(self.agreed)
        lines[index : index + 1] = [] if agreed is None else [agreed]
        return self.replace(agreed=tuple(lines))


def in_order(promises: Iterable[Promise]) -> list[Promise]:
    """Return promises by the day they are due; those without one come last, as they were made."""
    return sorted(
        promises,
        key=lambda one: (one.due is None, one.due or one.made_on, one.made_on, one.position),
    )


_DAYS = re.compile(r"(\d{1,3})\s*(?:日(?:間|前)?|days?)?")


def parse_spare(text: str) -> int:
    """Return the days of one's own typed as 2, 2日 or 2 days, in any width.

    Raises:
        Problem: not_in_range, where it is no number from 0 to `MOST_SPARE`.
    """
    match = _DAYS.fullmatch(fold(text).strip().casefold())
    days = int(match.group(1)) if match else -1
    if not 0 <= days <= MOST_SPARE:
        raise Problem(ProblemCode.NOT_IN_RANGE, least=0, most=MOST_SPARE)
    return days
