"""The logical day: which date a moment belongs to, and which moment a clock time means.

A day does not end at midnight here but at an hour of the person's own (04:00 to start with).
`logical_day` is the only function that decides it. The answer is written on the entry and is
never worked out again.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Protocol

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import fold

DAY_START = time(4, 0)
LATEST_DAY_START = time(12, 0)


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """Return the local wall time with its UTC offset."""
        ...

    def localise(self, wall: datetime) -> datetime:
        """Return a wall time without offset as one with the offset that holds then."""
        ...


def logical_day(moment: datetime, start: time) -> date:
    """Return the day a moment belongs to: the date of its wall time, less one before `start`."""
    day = moment.date()
    if moment.time() < start and day > date.min:
        return day - timedelta(days=1)
    return day


def wall_time(day: date, clock: time, start: time) -> datetime:
    """Return the wall time at which the clock shows `clock` within the logical day.

    Times before the day's start are the small hours at the day's end.
    """
    if clock < start and day < date.max:
        day += timedelta(days=1)
    return datetime.combine(day, clock)


def by_years(first: date, last: date) -> list[tuple[date, date]]:
    """Return the first and the last day of what each year has of a span, the oldest first."""
    return [
        (max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))
        for year in range(first.year, last.year + 1)
        if first <= last
    ]


_ISO_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/月](\d{1,2})日?")
# What an input method gives for the hyphen key, beside the full-width hyphen.
_HYPHENS = str.maketrans("ー−‐–", "----")
_LEAP_GAP = 8
"""The most years from one 29 February to the next."""


def parse_day(text: str) -> date:
    """Return the date written as 2026-11-22, 2026/11/22 or 2026年11月22日, in any width.

    Raises:
        Problem: not_a_date.
    """
    match = _ISO_DAY.fullmatch(_plain(text))
    if match:
        try:
            return date(*(int(group) for group in match.groups()))
        except ValueError:
            pass
    raise Problem(ProblemCode.NOT_A_DATE)


def typed_day(text: str, today: date) -> date:
    """Return the date as a person types it on a screen: as `parse_day`, or without a year.

    12月3日, 12/3 and 12-3 stand for the one that lies nearest to `today`, before or after; for
    29 February that is one of a leap year.

    Raises:
        Problem: not_a_date.
    """
    match = _MONTH_DAY.fullmatch(_plain(text))
    if match is None:
        return parse_day(text)
    month, day = (int(group) for group in match.groups())
    found = []
    for year in range(today.year - _LEAP_GAP, today.year + _LEAP_GAP + 1):
        with suppress(ValueError):
            found.append(date(year, month, day))
    if not found:
        raise Problem(ProblemCode.NOT_A_DATE)
    return min(found, key=lambda one: (abs(one - today), one < today))


def _plain(text: str) -> str:
    return fold(text).strip().translate(_HYPHENS)


_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:時]\s*(\d{1,2})?分?|(?<=\d\d)(\d{2})|(?<=\d)(\d{2}))?")


def parse_clock(text: str) -> tuple[time, int]:
    """Return the time of day, and how many days after (25:30 is 1:30 and one day).

    Takes 3:10, 03:10, 310, 0310, 3時, 3時10分, 3時半, 25:30, in any width.

    Raises:
        Problem: not_a_time.
    """
    match = _CLOCK.fullmatch(fold(text).strip().replace("半", "30分"))
    if match:
        hour = int(match.group(1))
        minute = int(next((group for group in match.groups()[1:] if group), "0"))
        if hour < 48 and minute < 60:
            return time(hour % 24, minute), hour // 24
    raise Problem(ProblemCode.NOT_A_TIME)
