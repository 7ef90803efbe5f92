"""Sleep, the marks of a day, and the rows they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple, Self

from pydantic import AwareDatetime, Field, model_validator

from stepup.domain.day import parse_clock, wall_time
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Dated, Line, Record
from stepup.domain.text import fold

LONGEST_SLEEP = timedelta(days=3)


class Sleep(Dated):
    """One sleep, a nap too; it belongs to the day on which it ends.

    One end may be unknown. A night without sleep is a record of its own, with neither.
    """

    kind: ClassVar[str] = "sleep"
    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    sleepless: bool = False

    @model_validator(mode="after")
    def _span(self) -> Self:
        if self.start and self.end and not timedelta(0) < self.end - self.start <= LONGEST_SLEEP:
            raise Problem(ProblemCode.SLEEP_SPAN)
        if not (self.start or self.end or self.sleepless):
            raise Problem(ProblemCode.NOT_A_SLEEP)
        return self

    @property
    def minutes(self) -> int | None:
        """Minutes slept, counted as time that passed; None when an end is unknown."""
        if self.start is None or self.end is None:
            return None
        return round((self.end - self.start).total_seconds() / 60)


class SleepTimes(NamedTuple):
    """The wall times of a sleep as read from text, without offset."""

    start: datetime | None
    end: datetime | None
    sleepless: bool


_DASH = re.compile(r"\s*(?:-|‐|–|—|―|−|~|〜|ー|から|\bto\b)\s*")
_DATED = re.compile(r"(?:(\d{1,2})[/月](\d{1,2})日?\s+)?(.*)")
_NAMED_DAY = re.compile(r"\d{1,2}[/月]\d{1,2}")
_SLEEPLESS = frozenset({"none", "no", "x", "×", "なし", "ねていない", "寝ていない", "眠れず"})


def parse_sleep(text: str, day: date, start: time) -> SleepTimes:
    """Return the wall times of a sleep that ends on the logical day `day`.

    Takes 3:10-11:40, 23:00〜7:00, 2310 0640, 25:30-9:00, -11:40 (only woke), 3:10- (only fell
    asleep), 11/20 22:00-11/22 0:00 (over more than a day), and "none" or なし for a night awake.

    Raises:
        Problem: not_a_sleep, not_a_time or not_a_date.
    """
    typed = fold(text).strip().casefold()
    if typed in _SLEEPLESS:
        return SleepTimes(None, None, sleepless=True)
    parts = _DASH.split(typed)
    if len(parts) == 1:
        parts = typed.split()
    if len(parts) != 2 or not any(parts):
        raise Problem(ProblemCode.NOT_A_SLEEP)
    fell, woke = parts
    try:
        end = _moment(woke, day, start) if woke else None
        begin = _moment(fell, day, start) if fell else None
        if begin and not _NAMED_DAY.match(fell):
            begin = _fell_asleep(begin.time(), end, day)
    except OverflowError:  # before the first day there is, or after the last
        raise Problem(ProblemCode.NOT_A_DATE) from None
    return SleepTimes(begin, end, sleepless=False)


def _fell_asleep(clock: time, end: datetime | None, day: date) -> datetime:
    if end is None:  # the page it is written on is the day on which it ended
        return datetime.combine(day if clock.hour < 12 else day - timedelta(days=1), clock)
    begin = datetime.combine(end.date(), clock)
    return begin if begin < end else begin - timedelta(days=1)


def _moment(text: str, day: date, start: time) -> datetime:
    match = _DATED.fullmatch(text)
    if match is None:
        raise Problem(ProblemCode.NOT_A_SLEEP)
    clock, later = parse_clock(match.group(3))
    if not match.group(1):
        return wall_time(day, clock, start)
    named = _named_day(int(match.group(1)), int(match.group(2)), day)
    return datetime.combine(named, clock) + timedelta(days=later)


def _named_day(month: int, number: int, day: date) -> date:
    """Return the date of that name up to the day after `day`, whose small hours may be meant."""
    tomorrow = day + timedelta(days=1) if day < date.max else day
    is_tomorrow = (month, number) == (tomorrow.month, tomorrow.day)
    try:
        named = date(tomorrow.year if is_tomorrow else day.year, month, number)
        if named > tomorrow:  # 12/31 written on 1 January
            named = named.replace(year=day.year - 1)
    except ValueError:
        raise Problem(ProblemCode.NOT_A_DATE) from None
    return named


class Measure(StrEnum):
    """What a row of the day takes."""

    YES_NO = "yes_no"
    COUNT = "count"
    MINUTES = "minutes"
    CLOCK = "clock"
    SCALE = "scale"
    CONTACT = "contact"


class Contact(StrEnum):
    """Ways of having been with someone."""

    FAMILY = "family"
    ONLINE = "online"
    MESSAGE = "message"
    PHONE = "phone"
    MET = "met"


BUILT_IN: dict[str, Measure] = {
    "meal": Measure.COUNT,
    "bath": Measure.YES_NO,
    "outside": Measure.MINUTES,
    "contact": Measure.CONTACT,
}
"""The rows that everyone can switch on, by their key."""

SLEEP_ROW = "sleep"
MOST = 100_000


class Tracker(Record):
    """A row of one's own. A retired one keeps its history."""

    kind: ClassVar[str] = "tracker"
    name: Line
    measure: Measure
    position: int = 0
    retired: bool = False


class Mark(Dated):
    """One mark in a row: something eaten, ten minutes outside, a message sent.

    `value` by measure: count 1 or more; minutes; minutes after midnight for a time of day;
    1 to 5. Contact has `way`. Outside may stand without minutes.
    """

    kind: ClassVar[str] = "mark"
    tracker: str
    value: Annotated[int, Field(ge=0, le=MOST)] | None = None
    way: Contact | None = None


_AMOUNT = re.compile(r"(\d{1,6})\s*(?:分|回|min|m)?")


def parse_mark(text: str, measure: Measure) -> int | None:
    """Return the value typed for a row, in the unit `Mark` names; None where it may be left out.

    Raises:
        Problem: not_a_value, not_in_range or not_a_time.
    """
    typed = fold(text).strip().casefold()
    if measure is Measure.CLOCK:
        clock, _later = parse_clock(typed)
        return clock.hour * 60 + clock.minute
    if not typed:
        if measure in (Measure.YES_NO, Measure.MINUTES):
            return None
        return 1 if measure is Measure.COUNT else _refuse()
    match = _AMOUNT.fullmatch(typed)
    if match is None:
        return _refuse()
    value = int(match.group(1))
    least = 0 if measure is Measure.MINUTES else 1
    most = 5 if measure is Measure.SCALE else MOST
    if not least <= value <= most:
        raise Problem(ProblemCode.NOT_IN_RANGE, least=least, most=most)
    return value


def _refuse() -> int:
    raise Problem(ProblemCode.NOT_A_VALUE)


def total(marks: Iterable[Mark]) -> int:
    """Return the sum of the values; a mark without one counts as one."""
    return sum(1 if mark.value is None else mark.value for mark in marks)
