"""Works of every kind, and times of working. No kind weighs more than another."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple, Self

from pydantic import Field, model_validator

from stepup.domain.day import parse_clock
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, Dated, Line, Prose, Record, year_shard
from stepup.domain.text import fold, one_line

MOST_TIRED: Final = 10
"""How tired one can be of a trial at most; what 0 and 10 mean is the person's own."""
MOST_MINUTES: Final = 100_000
"""The longest time a pay may be for, in minutes."""
LONGEST_SESSION: Final = 24 * 60

Minutes = Annotated[int, Field(ge=0, le=MOST_MINUTES)]
Energy = Annotated[int, Field(ge=1, le=5)]


class WorkKind(StrEnum):
    """What kind of work it is. None of them is better than another."""

    CROWD = "crowd"
    PIECES = "pieces"
    SELLING = "selling"
    OWN = "own"
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    THANKS = "thanks"
    TRIAL = "trial"
    EMPLOYED = "employed"


class WorkState(StrEnum):
    """Where a work is. `kept` is what is done without money, `aside` is put aside."""

    FOUND = "found"
    APPLIED = "applied"
    DOING = "doing"
    DELIVERED = "delivered"
    PAID = "paid"
    KEPT = "kept"
    ASIDE = "aside"


CLOSED = frozenset({WorkState.PAID, WorkState.KEPT, WorkState.ASIDE})


class Work(Record):
    """A work, from the day it was found. `position` orders those found on one day.

    `people` is with whom, `part` one's own part in the chain, `through` who introduced it.
    For a trial: `days` and `hours` in own words, `tired` 0 to 10 and in words, what fitted.
    """

    kind: ClassVar[str] = "work"
    text: Line
    way: WorkKind | None = None
    state: WorkState = WorkState.FOUND
    found_on: date
    position: int = 0
    closed_on: date | None = None
    client: Line = ""
    platform: Line = ""
    people: Line = ""
    part: Line = ""
    through: Line = ""
    notes: Prose = ""
    days: Line = ""
    hours: Line = ""
    tired: Annotated[int, Field(ge=0, le=MOST_TIRED)] | None = None
    tired_words: Line = ""
    fitted: Prose = ""

    @property
    def shard(self) -> str:
        """Core while it is open, then the year in which it closed."""
        return CORE if self.closed_on is None else year_shard(self.closed_on)

    def with_state(self, state: WorkState, day: date) -> Work:
        """Return the work in another state, closed on `day` if that state closes it."""
        closed_on = (self.closed_on or day) if state in CLOSED else None
        return self.replace(state=state, closed_on=closed_on)


class WorkSession(Dated):
    """A time of working on a day; keeps the work's name of that day.

    `minutes` are without `breaks`, which are minutes too; energy is 1 to 5.
    """

    kind: ClassVar[str] = "work_session"
    work: str
    text: Line
    start: time | None = None
    minutes: Annotated[int, Field(ge=1, le=LONGEST_SESSION)]
    breaks: Annotated[int, Field(ge=0, le=LONGEST_SESSION)] = 0
    before: Energy | None = None
    after: Energy | None = None

    @model_validator(mode="after")
    def _within_a_day(self) -> Self:
        if self.minutes + self.breaks > LONGEST_SESSION:
            raise Problem(ProblemCode.NOT_A_SESSION)
        return self


class Times(NamedTuple):
    """A time of working as typed."""

    start: time | None
    minutes: int
    breaks: int = 0


_BREAK = re.compile(
    r"(?:\s+|^|[（(])(?:休憩|休み|休|break|breaks|pause)\s*(\d{1,4})\s*(?:分|min|m)?[)）]?$"
)
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,4})\s*(?:時間|h|:)\s*)?(?:(?P<minutes>\d{1,6})\s*(?:分|min|m)?)?"
)
_DASH = re.compile(r"\s*(?:-|‐|–|—|―|−|~|〜|ー|から|\bto\b)\s*")


def parse_session(text: str) -> Times:
    """Return a time of working typed as 25, 1:30, 1時間30分 or 10:00-11:30, with 休憩10 behind it.

    What is typed as 25 is without its break, as 10:00-11:30 with it.

    Raises:
        Problem: not_a_session, not_a_time.
    """
    typed = fold(text).strip().casefold()
    breaks = 0
    if match := _BREAK.search(typed):
        breaks, typed = int(match[1]), typed[: match.start()].strip()
    parts = _DASH.split(typed)
    start = None
    if len(parts) == 2:
        start, minutes = _between(*parts)
        minutes -= breaks
    else:
        minutes = _length(typed)
    if minutes < 1 or minutes + breaks > LONGEST_SESSION:
        raise Problem(ProblemCode.NOT_A_SESSION)
    return Times(start, minutes, breaks)


def parse_length(text: str) -> int:
    """Return the minutes typed as 90, 1:30, 1時間30分 or 1h 30min.

    Raises:
        Problem: not_a_session.
    """
    minutes = _length(fold(text).strip().casefold())
    if minutes > MOST_MINUTES:
        raise Problem(ProblemCode.NOT_A_SESSION)
    return minutes


def _length(typed: str) -> int:
    match = _LENGTH.fullmatch(typed)
    if not typed or match is None:
        raise Problem(ProblemCode.NOT_A_SESSION)
    return int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)


def _between(begin: str, end: str) -> tuple[time, int]:
    (start, _later), (stop, later) = parse_clock(begin), parse_clock(end)
    span = datetime.combine(date.min, stop) - datetime.combine(date.min, start)
    span += timedelta(days=later)
    if span <= timedelta(0):
        span += timedelta(days=1)
    return start, int(span.total_seconds()) // 60


def parse_kind(text: str) -> WorkKind:
    """Return the kind of work typed by its code, in any width and case.

    Raises:
        Problem: not_a_work_kind.
    """
    try:
        return WorkKind(fold(text).strip().casefold())
    except ValueError:
        raise Problem(ProblemCode.NOT_A_WORK_KIND) from None


class Tiredness(NamedTuple):
    """How tired a trial made: a number 0 to 10 where one was typed, and words."""

    number: int | None
    words: str


_TIRED = re.compile(r"(\d{1,2})(?:\s*/\s*10)?(?![\d.:/])\s*[、,.:：]?\s*(.*)")


def parse_tiredness(text: str) -> Tiredness:
    """Return tiredness typed as 7, 7 legs heavy, or in words alone.

    Raises:
        Problem: not_in_range, for a number above 10.
    """
    words = one_line(text)
    match = _TIRED.fullmatch(words)
    if match is None:
        return Tiredness(None, words)
    number = int(fold(match[1]))
    if number > MOST_TIRED:
        raise Problem(ProblemCode.NOT_IN_RANGE, least=0, most=MOST_TIRED)
    return Tiredness(number, match[2])
