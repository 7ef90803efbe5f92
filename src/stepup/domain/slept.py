"""Sleeps as plain numbers: what the picture and the measures of sleep are made from.

A moment is a count of minutes on the wall clock as it was kept (`wall_minute`), so that a
sleep stands where its clock said, whatever the offset was. Thousands of these are cheap.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

from stepup.domain.circular import DAY_MINUTES
from stepup.domain.rhythm import Sleep

NOON: Final = 720


class Slept(NamedTuple):
    """One sleep: wall minutes of its ends, None for an unknown one, and minutes that passed."""

    start: int | None
    end: int | None
    minutes: int | None


class SleepDay(NamedTuple):
    """What was written about sleep on one day: its sleeps in turn, and a night awake."""

    sleeps: tuple[Slept, ...]
    sleepless: bool = False

    @property
    def longest(self) -> Slept | None:
        """The longest sleep with both ends known, the earlier of two alike; None for none."""
        whole = [sleep for sleep in self.sleeps if sleep.minutes is not None]
        return max(whole, key=lambda sleep: sleep.minutes or 0, default=None)


class Half(NamedTuple):
    """Half a row of the picture: the 24 hours from one noon to the next, in minutes from noon.

    `spans` are sleeps (from, to), which may begin before the noon and end after the next;
    `starts` and `ends` are the one known end of a sleep; `sleepless` is a night awake.
    """

    spans: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    sleepless: bool = False


def wall_minute(moment: datetime) -> int:
    """Return the minutes of the wall clock since the calendar began, the offset left aside."""
    return moment.toordinal() * DAY_MINUTES + moment.hour * 60 + moment.minute


def slept(sleep: Sleep) -> Slept:
    """Return a sleep as numbers.

    Where the clock was set back meanwhile, so that it ends no later than it began, it is drawn
    back from its end by the time that passed.
    """
    start = wall_minute(sleep.start) if sleep.start else None
    end = wall_minute(sleep.end) if sleep.end else None
    minutes = sleep.minutes
    if start is not None and end is not None and end <= start:
        start = end - max(1, minutes or 0)
    return Slept(start, end, minutes)


def sleep_day(sleeps: Iterable[Sleep]) -> SleepDay:
    """Return one day from its records, in the order of the clock."""
    found = list(sleeps)
    known = sorted(
        (slept(sleep) for sleep in found if sleep.start or sleep.end),
        key=lambda one: (one.end or one.start or 0, one.start or 0),
    )
    return SleepDay(tuple(known), any(sleep.sleepless for sleep in found))


def halves_of(sleep: Slept) -> range:
    """Return the halves a sleep shows in, each by the ordinal of the day its first noon is on."""
    first = sleep.start if sleep.start is not None else (sleep.end or 0) - 1
    last = sleep.end - 1 if sleep.end is not None else first
    return range(_half_at(first), _half_at(last) + 1)


def _half_at(minute: int) -> int:
    return (minute - NOON) // DAY_MINUTES


def half(noon: int, sleeps: Iterable[Slept], *, sleepless: bool) -> Half:
    """Return the half that begins at the noon of the day with the ordinal `noon`."""
    zero = noon * DAY_MINUTES + NOON
    spans, starts, ends = [], [], []
    for start, end, _minutes in sleeps:
        if start is not None and end is not None:
            spans.append((start - zero, end - zero))
        elif start is not None:
            starts.append(start - zero)
        elif end is not None:
            ends.append(end - zero)
    return Half(tuple(spans), tuple(starts), tuple(ends), sleepless)
