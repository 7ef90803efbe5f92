"""Weeks and months as they are looked at, and when in them something tends to happen.

Only recorded days count: a day on which nothing was written down is neither a yes nor a no.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from stepup.domain.rhythm import Mark, Measure, total
from stepup.domain.span import Span, nearest_day

ENOUGH: Final = 8
"""How many marks (days with one, or times of day) there must be to say when they tend to stand."""

LOOKED_BACK: Final = 84
"""Over how many days that is looked at: twelve weeks."""

_OFTEN_ENOUGH: Final = 4
"""How often a weekday must have been recorded to be named."""

HOURS: Final = 3
"""How long the usual time of day is, in hours."""


def week_of(day: date, first_weekday: int) -> Span:
    """Return the week a day lies in; it begins on `first_weekday`, 0 for Monday to 6 for Sunday.

    The first and the last week there are may be shorter.
    """
    first = day.toordinal() - (day.weekday() - first_weekday) % 7
    return Span(nearest_day(first), nearest_day(first + 6))


def month_of(day: date) -> Span:
    """Return the month a day lies in."""
    first = day.replace(day=1)
    in_next = first.toordinal() + 31  # the next month, early or on its first day
    if in_next > date.max.toordinal():
        return Span(first, date.max)
    next_first = date.fromordinal(in_next).replace(day=1)
    return Span(first, nearest_day(next_first.toordinal() - 1))


def year_of(day: date) -> Span:
    """Return the year a day lies in."""
    return Span(date(day.year, 1, 1), date(day.year, 12, 31))


def last_days(until: date, count: int) -> Span:
    """Return the `count` days that end with `until`."""
    return Span(nearest_day(until.toordinal() - count + 1), until)


_LONG_TIMES: Final = (15, 30, 60, 120)
_MARKED: Final = 3


def fullness(measure: Measure, marks: Sequence[Mark]) -> int:
    """Return how much the marks of a day are, 1 to 5, for a picture; there is at least one.

    A number counts up to five; minutes by under 15, 30, 60, 120 or more; a mark that has no
    amount is in the middle.
    """
    match measure:
        case Measure.COUNT:
            return min(5, max(1, total(marks)))
        case Measure.MINUTES:
            minutes = sum(mark.value or 0 for mark in marks)
            return 1 + sum(minutes >= least for least in _LONG_TIMES)
        case Measure.SCALE:
            return min(5, max(1, marks[-1].value or 1))
        case _:
            return _MARKED


class Tally(NamedTuple):
    """On how many of the recorded days there was a mark."""

    marked: int
    recorded: int


def tally(marked: Collection[date], recorded: Collection[date]) -> Tally:
    """Count the days with a mark among the recorded ones; a day with a mark is one of them."""
    return Tally(len({*marked}), len({*marked, *recorded}))


def by_weekday(marked: Collection[date], recorded: Collection[date]) -> tuple[Tally, ...]:
    """Return what `tally` gives for each day of the week, Monday first."""

    def on(weekday: int, days: Collection[date]) -> list[date]:
        return [day for day in days if day.weekday() == weekday]

    return tuple(tally(on(weekday, marked), on(weekday, recorded)) for weekday in range(7))


def weekdays_named(tallies: Sequence[Tally]) -> tuple[int, ...] | None:
    """Return the weekdays on which there is a mark clearly more often than else, Monday as 0.

    Clearly: on a fifth of the recorded days more than on all of them, the weekday recorded at
    least four times. None when the marks stand on too few days to say; no statement about chance.
    """
    marked = sum(one.marked for one in tallies)
    recorded = sum(one.recorded for one in tallies)
    if marked < ENOUGH:
        return None
    return tuple(
        weekday
        for weekday, one in enumerate(tallies)
        if one.recorded >= _OFTEN_ENOUGH
        # one.marked / one.recorded - marked / recorded >= 1 / 5, in whole numbers
        and 5 * (one.marked * recorded - marked * one.recorded) >= one.recorded * recorded
    )


def by_hour(minutes: Iterable[int]) -> tuple[int, ...]:
    """Count times of day, as minutes after midnight, by their hour: 24 numbers."""
    counts = [0] * 24
    for minute in minutes:
        counts[minute // 60 % 24] += 1
    return tuple(counts)


class UsualHours(NamedTuple):
    """Where most times of day lie: `held` of them in the `HOURS` hours from `hour` on."""

    hour: int
    held: int


def usual_hours(counts: Sequence[int]) -> UsualHours | None:
    """Return the hours of the clock, over midnight too, that hold at least half of the times.

    The fullest ones, of equal ones those that begin earliest. None when no such hours do.
    """
    sums = [sum(counts[(hour + n) % 24] for n in range(HOURS)) for hour in range(24)]
    most = max(sums)
    if most == 0 or 2 * most < sum(counts):
        return None
    return UsualHours(sums.index(most), most)
