"""Measures of sleep: usual times, the middle of sleep, how alike the days are.

Each says how many days it rests on. Days on which nothing was written about sleep are not
among what is given here, and change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from stepup.domain.circular import DAY_MINUTES, ClockMean, clock_mean
from stepup.domain.slept import SleepDay, Slept

FEWEST_TIMES: Final = 3
"""Fewer times than this have no usual one."""
FEWEST_PAIRS: Final = 7
"""Fewer pairs of days than this have no regularity index."""
_WHOLE_DAY: Final = (1 << DAY_MINUTES) - 1


@dataclass(frozen=True, slots=True)
class Usual:
    """When someone falls asleep and wakes; None for an end with too few times.

    `known` is how many days have one of the times, of the end that has more of them.
    """

    bed: ClockMean | None
    wake: ClockMean | None
    known: int


@dataclass(frozen=True, slots=True)
class Regularity:
    """The sleep regularity index, −100 to 100, and the pairs of days it rests on."""

    index: float
    pairs: int


def usual_times(days: Iterable[SleepDay]) -> Usual:
    """Return the usual ends of the longest sleep of each day.

    A day without a whole sleep gives the end that is known, when there is only one such.
    """
    given = list(days)
    beds, wakes = _ends(given, 0), _ends(given, 1)
    return Usual(_from_enough(beds), _from_enough(wakes), max(len(beds), len(wakes)))


def _ends(days: Iterable[SleepDay], which: int) -> list[int]:
    found = []
    for day in days:
        longest = day.longest
        known = [longest] if longest else list(day.sleeps)
        ends = [end for sleep in known if (end := sleep[which]) is not None]
        found += ends if len(ends) == 1 else []
    return found


def middle_of_sleep(days: Iterable[SleepDay]) -> ClockMean | None:
    """Return where the middles of the longest sleeps gather; None with too few."""
    longest = (day.longest for day in days)
    return _from_enough([midpoint(sleep) for sleep in longest if sleep])


def midpoint(sleep: Slept) -> float:
    """Return the wall minute at which half of a whole sleep had passed, by its end's clock."""
    return (sleep.end or 0) - (sleep.minutes or 0) / 2


def _from_enough(times: list[int] | list[float]) -> ClockMean | None:
    return clock_mean(times) if len(times) >= FEWEST_TIMES else None


# Minutes of the clock as a set: bit 0 is 0:00, bit 1439 is 23:59.


def clock_minutes(start: int, end: int) -> int:
    """Return the set of the clock's minutes from `start` up to `end`, both wall minutes."""
    length = end - start
    if length >= DAY_MINUTES:
        return _WHOLE_DAY
    first = start % DAY_MINUTES
    run = ((1 << max(0, length)) - 1) << first
    return (run & _WHOLE_DAY) | (run >> DAY_MINUTES)


def asleep(day: SleepDay) -> int | None:
    """Return the set of the clock's minutes slept by a day; None where an end is unknown.

    A night awake alone is a day that is known, and empty.
    """
    minutes = 0
    for start, end, _passed in day.sleeps:
        if start is None or end is None:
            return None
        minutes |= clock_minutes(start, end)
    return minutes


def sleep_regularity(days: Mapping[date, SleepDay]) -> Regularity | None:
    """Return how alike consecutive days are; None with fewer than seven pairs of them.

    −100 + 200 · agreeing minutes ÷ minutes compared: the same minute of the clock on a day and
    on the next one, both written down, each with the sleeps that belong to it. After Phillips
    and others 2017, Scientific Reports 7:3216.
    """
    found = [
        _agreeing(days[day], days[day + timedelta(days=1)])
        for day in days
        if day < date.max and day + timedelta(days=1) in days
    ]
    known = [agreeing for agreeing in found if agreeing is not None]
    if len(known) < FEWEST_PAIRS:
        return None
    share = sum(known) / (len(known) * DAY_MINUTES)
    return Regularity(-100 + 200 * share, len(known))


def _agreeing(day: SleepDay, following: SleepDay) -> int | None:
    """Return the minutes of the clock that are alike on two days, None when one is unknown."""
    first, second = asleep(day), asleep(following)
    if first is None or second is None:
        return None
    return DAY_MINUTES - (first ^ second).bit_count()
