"""Figures on a page that is handed over: a picture of sleep, and counts with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from stepup.domain.circular import DAY_MINUTES
from stepup.domain.sleep_measures import Usual, usual_times
from stepup.domain.slept import SleepDay, Slept, half, halves_of
from stepup.domain.span import Span, nearest_day

SLOT: Final = 15
"""Minutes of the clock that are drawn as one."""
SLOTS: Final = DAY_MINUTES // SLOT
MONTH: Final = 31
"""The most days that are drawn as one row each."""
MOST_ROWS: Final = 14
"""The most rows of weeks."""


@dataclass(frozen=True, slots=True)
class SleepRow:
    """One row of the picture, from noon to noon: the nights that begin on the days of a span.

    `asleep` counts for each quarter of an hour from noon on the nights slept then; `nights` are
    those with a record, `awake` those of them awake throughout.
    """

    span: Span
    nights: int
    awake: int
    asleep: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SleepFigures:
    """The sleep of a span: rows for the picture, usual times, days with a record of all days.

    `per_row` is how many days a row stands for; where it is one, `by_day` is what was written
    about sleep on each day with a record.
    """

    rows: tuple[SleepRow, ...]
    per_row: int
    by_day: tuple[tuple[date, SleepDay], ...]
    usual: Usual
    recorded: int
    days: int


def sleep_figures(sleeps: Mapping[date, SleepDay], span: Span) -> SleepFigures:
    """Return the figures of the days of a span with a record of sleep."""
    per_row = days_per_row(len(span))
    return SleepFigures(
        rows=tuple(_rows(sleeps, span, per_row)),
        per_row=per_row,
        by_day=tuple(sorted(sleeps.items())) if per_row == 1 else (),
        usual=usual_times(sleeps.values()),
        recorded=len(sleeps),
        days=len(span),
    )


def days_per_row(days: int) -> int:
    """Return how many days one row stands for: one, or whole weeks, so that there are 14 rows at most."""
    if days <= MONTH:
        return 1
    weeks = -(-days // 7)
    return 7 * -(-weeks // MOST_ROWS)


def _rows(sleeps: Mapping[date, SleepDay], span: Span, per_row: int) -> Iterable[SleepRow]:
    """Yield the rows, the oldest first; the last one ends with the span.

    By weeks, the first one begins with the span, and may so be a shorter one.
    """
    nights = _nights(sleeps, span)
    first, last = span.first.toordinal(), span.last.toordinal()
    # By days, what was slept in the afternoon of the last day has a row of its own below it.
    ends = list(range(last, first - 1, -per_row))[::-1]
    if per_row == 1:
        first -= 1
        ends = [first, *ends]
    for end in ends:
        noons = range(max(first, end - per_row + 1), end + 1)
        found = [nights[noon] for noon in noons if noon in nights]
        yield SleepRow(
            Span(nearest_day(noons[0]), nearest_day(end)),
            len(found),
            sum(not any(night) for night in found),
            tuple(sum(slots) for slots in zip(*found, strict=True)) if found else (0,) * SLOTS,
        )


def _nights(sleeps: Mapping[date, SleepDay], span: Span) -> dict[int, list[bool]]:
    """Return which slots were slept, by the ordinal of the day on whose noon a night begins."""
    whole: dict[int, list[Slept]] = {}
    found: dict[int, list[bool]] = {}
    for day, record in sleeps.items():
        if record.sleepless and not record.sleeps:
            found.setdefault(day.toordinal() - 1, [False] * SLOTS)
        for sleep in record.sleeps:
            for noon in halves_of(sleep):
                whole.setdefault(noon, []).append(sleep)
    for noon, slept in whole.items():
        spans = half(noon, slept, sleepless=False).spans
        if spans and noon <= span.last.toordinal():
            found[noon] = _slots(spans)
    return found


def _slots(spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Return which slots are slept for more than half of their minutes."""
    middles = [slot * SLOT + SLOT / 2 for slot in range(SLOTS)]
    return [any(start <= middle < end for start, end in spans) for middle in middles]


@dataclass(frozen=True, slots=True)
class DaysFigures:
    """How many days of a span have a record."""

    recorded: int
    days: int


@dataclass(frozen=True, slots=True)
class OutsideFigures:
    """On how many of the days with a mark one was outside, and in touch with someone."""

    outside: int
    contact: int
    recorded: int
    days: int


@dataclass(frozen=True, slots=True)
class MoodDay:
    """How a day was, as it was noted last: 1 to 5, or None."""

    day: date
    mood: int | None
    energy: int | None


@dataclass(frozen=True, slots=True)
class MoodFigures:
    """The days with a mood or an energy, the oldest first."""

    days: tuple[MoodDay, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What was received in one currency: how often, and the sum in its minor units."""

    currency: str
    times: int
    net: int


@dataclass(frozen=True, slots=True)
class IncomeFigures:
    """What was received in a span, by currency in the order of their codes."""

    received: tuple[Received, ...]


Figures: TypeAlias = SleepFigures | DaysFigures | OutsideFigures | MoodFigures | IncomeFigures
