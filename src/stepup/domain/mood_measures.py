"""Mood and energy over days: middles and ranges, and days with and without a mark.

A day counts once, by the median of its check-ins. Days without one are not there at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.domain.span import Span

ENOUGH: Final = 8
"""How many days there must be on each side, with a mark and without, to be put side by side."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels of 1 to 5 taken together: the middle one, and from which to which they reach.

    `middle` may lie between two levels. `days` is the number of days it rests on.
    """

    middle: float
    least: int
    most: int
    days: int = 1

    @property
    def nearest(self) -> int:
        """The level of the middle; halfway between two, the higher one."""
        return int(self.middle + 0.5)


def median(values: Iterable[float]) -> float:
    """Return the middle value, or what lies halfway between the two in the middle.

    There is at least one. The standard library's takes as long to load as a page to open.
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def by_day(levels: Iterable[tuple[date, int]]) -> dict[date, Levels]:
    """Return the levels of each day taken together; their order does not matter."""
    found: dict[date, list[int]] = {}
    for day, level in levels:
        found.setdefault(day, []).append(level)
    return {
        day: Levels(median(found[day]), min(found[day]), max(found[day])) for day in sorted(found)
    }


def together(days: Iterable[Levels]) -> Levels | None:
    """Return days taken together: the median of their middles, and the whole range. None of none."""
    known = list(days)
    if not known:
        return None
    return Levels(
        median(day.middle for day in known),
        min(day.least for day in known),
        max(day.most for day in known),
        sum(day.days for day in known),
    )


def in_steps(days: Mapping[date, Levels], span: Span, length: int) -> list[Levels | None]:
    """Return the days of a span taken together `length` at a time, the oldest first.

    The last step ends with the span; the first may be shorter. None: nothing was recorded in it.
    """
    steps = []
    last = span.last.toordinal()
    while last >= span.first.toordinal():
        first = max(last - length + 1, span.first.toordinal())
        known = (days.get(date.fromordinal(n)) for n in range(first, last + 1))
        steps.append(together(day for day in known if day is not None))
        last = first - 1
    return steps[::-1]


@dataclass(frozen=True, slots=True)
class Sides:
    """Days with a mark and days without, as far as a level is known of them."""

    with_mark: Levels | None
    without: Levels | None

    @property
    def days(self) -> tuple[int, int]:
        """How many days there are with and without."""
        return (
            self.with_mark.days if self.with_mark else 0,
            self.without.days if self.without else 0,
        )

    @property
    def is_enough(self) -> bool:
        """Whether they may be put side by side."""
        return min(self.days) >= ENOUGH


def with_and_without(days: Mapping[date, Levels], marked: Collection[date]) -> Sides:
    """Part the days with a level by whether there was a mark. Says nothing about why."""
    return Sides(
        together(levels for day, levels in days.items() if day in marked),
        together(levels for day, levels in days.items() if day not in marked),
    )
