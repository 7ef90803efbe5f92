"""Sleep that comes late, drifts round the clock, turns over, and sometimes does not come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum

from stepup.demo.chance import Chance
from stepup.domain.day import DAY_START, logical_day

DAY = 24 * 60
LANDING = 12
"""Days over which the drift is led to the last waking."""
LAST_WAKING = time(4, 2)
"""When they wake on the last day: just after it began, so that nothing on it is in the future."""


class Drift(Enum):
    """What sleep does for some weeks."""

    LATE = "late"
    EARLIER = "earlier"
    TURNED = "turned"
    FREE = "free"


_PULLS = {Drift.LATE: 12.6, Drift.EARLIER: 9.2, Drift.TURNED: 18.6}
"""The hour of waking each is drawn to; the free one to none."""


@dataclass(slots=True)
class Night:
    """The sleeps that end on one day, as wall times, and how the day lies among the others."""

    sleeps: list[tuple[datetime, datetime]] = field(default_factory=list)
    sleepless: bool = False
    drifting: bool = False
    next_start: datetime = datetime.max  # noqa: DTZ901 - wall times, as all of them here


@dataclass(frozen=True, slots=True)
class _Sleep:
    start: datetime
    end: datetime
    sleepless: bool
    drifting: bool


def nights(chance: Chance, first: date, last: date) -> dict[date, Night]:
    """Return the nights by the day on which they end; a drift leaves days on which none ends."""
    found: dict[date, Night] = {}
    following = datetime.max  # noqa: DTZ901 - a wall time, as all of them here
    for sleep in reversed(list(_sleeps(chance, first, last))):
        night = found.setdefault(logical_day(sleep.end, DAY_START), Night(next_start=following))
        night.sleepless |= sleep.sleepless
        night.drifting |= sleep.drifting
        if not sleep.sleepless:
            night.sleeps.insert(0, (sleep.start, sleep.end))
            following = sleep.start
    return found


def _sleeps(chance: Chance, first: date, last: date) -> Iterator[_Sleep]:
    tired = False
    for end, drifting in _wakings(chance, first, last):
        is_last = logical_day(end, DAY_START) >= last
        if not tired and not is_last and chance.yes(0.035):
            tired = True
            yield _Sleep(end, end, sleepless=True, drifting=drifting)
            continue
        hours = min(12.5, max(3.8, chance.about(8.4, 1.5))) + (1.5 if tired else 0.0)
        tired = False
        yield _Sleep(_round(end - timedelta(hours=hours)), end, sleepless=False, drifting=drifting)


def _wakings(chance: Chance, first: date, last: date) -> Iterator[tuple[datetime, bool]]:
    """Yield when they wake, and whether the time is on the move."""
    end = datetime.combine(first, time(12, 20))
    final = datetime.combine(last, LAST_WAKING)
    drift, left = Drift.LATE, 20
    while final - end > timedelta(days=LANDING):
        yield _round(end), drift is Drift.FREE
        end += timedelta(minutes=DAY + _step(chance, drift, end))
        left -= 1
        if left <= 0:
            drift, left = _next_drift(chance), chance.whole(9, 55)
    yield from _landing(chance, end, final)


def _landing(chance: Chance, end: datetime, final: datetime) -> Iterator[tuple[datetime, bool]]:
    count = max(1, (final - end) // timedelta(days=1))
    step = (final - end) / count
    for number in range(count):
        yield _round(end + number * step + timedelta(minutes=chance.between(-20, 20))), True
    yield final, True


def _next_drift(chance: Chance) -> Drift:
    return chance.weighed(
        {Drift.LATE: 0.42, Drift.FREE: 0.28, Drift.TURNED: 0.16, Drift.EARLIER: 0.14}
    )


def _step(chance: Chance, drift: Drift, end: datetime) -> float:
    """Return by how many minutes the next waking is later on the clock."""
    pull = _PULLS.get(drift)
    if pull is None:
        return chance.about(58, 30)
    away = (pull * 60 - end.hour * 60 - end.minute) % DAY
    if away > DAY * 0.75:
        away -= DAY  # a little earlier each day is slow, but it happens
    return max(-35.0, min(95.0, 0.16 * away)) + chance.about(0, 42)


def _round(moment: datetime) -> datetime:
    """Return the moment to five minutes, as one would note it."""
    return moment.replace(minute=moment.minute // 5 * 5, second=0, microsecond=0)
