"""The course of a life: how easy a day is, how far it reaches, and whether anything is written."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from stepup.demo.chance import Chance

YEAR = 365
LONG_AWAY = 5
"""After so many days without a page, the first page says so."""


class Presence(Enum):
    """How much is written down on a day."""

    AWAY = "away"
    LOOKED = "looked"
    DIGIT = "digit"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Shape:
    """A day before anything is written.

    `ease` is about -1.5 to 1.5; `reach` is 0 to 6, the place in the order of the stages up to
    which things are thinkable; `back` is the first page after days away.
    """

    day: date
    presence: Presence
    ease: float
    reach: float
    back: bool = False


@dataclass(slots=True)
class _Stretches:
    """Days of hard stretches, and days on which the notebook is not opened, by their number."""

    hard: set[int] = field(default_factory=set)
    hard_starts: set[int] = field(default_factory=set)
    away: set[int] = field(default_factory=set)


def course(chance: Chance, first: date, last: date) -> list[Shape]:
    """Return every day from `first` to `last`, both included."""
    count = (last - first).days + 1
    stretches = _stretches(chance, count)
    eases = list(_eases(chance, first, count, stretches))
    reaches = list(_reaches(chance, count, stretches))
    shapes: list[Shape] = []
    silent = 0
    for number in range(count):
        hard = number in stretches.hard
        presence = _presence(chance, hard=hard, away=number in stretches.away)
        day = first + timedelta(days=number)
        # A leap day too always has its page, so that what shows other years meets one.
        if number in (0, count - 1) or (day.month, day.day) == (2, 29):
            presence = Presence.PAGE
        back = presence is Presence.PAGE and silent >= LONG_AWAY
        silent = 0 if presence is Presence.PAGE else silent + 1
        shapes.append(Shape(day, presence, eases[number], reaches[number], back))
    return shapes


def _stretches(chance: Chance, count: int) -> _Stretches:
    found = _Stretches()
    for begin in range(0, count, YEAR):
        for _number in range(chance.whole(3, 5)):
            start = begin + chance.whole(25, YEAR - 25)
            length = chance.whole(4, 19)
            found.hard_starts.add(start)
            found.hard.update(range(start, start + length))
            if chance.yes(0.4):
                found.away.update(_days(start + length, chance.whole(3, 18)))
        for _number in range(chance.whole(4, 7)):
            found.away.update(_days(begin + chance.whole(10, YEAR), chance.whole(2, 6)))
        for _number in range(chance.whole(1, 2)):
            found.away.update(_days(begin + chance.whole(40, YEAR - 60), chance.whole(10, 31)))
    # The last week is there to be looked at.
    last_week = set(range(count - 8, count))
    found.away -= last_week
    found.hard -= last_week
    return found


def _days(start: int, length: int) -> range:
    return range(start, start + length)


def _eases(chance: Chance, first: date, count: int, stretches: _Stretches) -> Iterator[float]:
    slow = fast = 0.0
    for number in range(count):
        slow += -slow / 90 + chance.about(0, 0.07)
        fast = 0.6 * fast + chance.about(0, 0.28)
        low = 0.9 if number in stretches.hard else 0.0
        ease = slow + fast + _season(first + timedelta(days=number)) - low
        yield max(-1.5, min(1.5, ease))


def _season(day: date) -> float:
    """Return how a season weighs: winter and the rains a little, and the start of the school year."""
    turn = -0.2 * math.cos(2 * math.pi * (day.timetuple().tm_yday - 20) / YEAR)
    return turn - (0.2 if day.month in (4, 6) else 0.0)


def _reaches(chance: Chance, count: int, stretches: _Stretches) -> Iterator[float]:
    reach, goal = 0.8, 4.4
    for number in range(count):
        if number and number % 110 == 0:
            # What is thinkable grows over the years, and shrinks again as often.
            goal = chance.between(1.2, min(6.0, 4.8 + number / YEAR * 0.4))
        if number in stretches.hard_starts and chance.yes(0.4):
            reach -= chance.between(0.3, 1.6)
        reach += 0.024 * (goal - reach) + chance.about(0, 0.05)
        reach = max(0.0, min(6.0, reach))
        yield reach


def _presence(chance: Chance, *, hard: bool, away: bool) -> Presence:
    if away:
        return Presence.AWAY
    if hard:
        return chance.weighed(
            {Presence.AWAY: 0.35, Presence.LOOKED: 0.25, Presence.DIGIT: 0.22, Presence.PAGE: 0.18}
        )
    return chance.weighed(
        {Presence.AWAY: 0.09, Presence.LOOKED: 0.06, Presence.DIGIT: 0.09, Presence.PAGE: 0.76}
    )
