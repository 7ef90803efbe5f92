"""Days and weeks, mood and energy: what the marks and check-ins of a span come to.

Reads the years of the span and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, TypeVar

from stepup.domain.day import logical_day
from stepup.domain.mood import CheckIn
from stepup.domain.mood_measures import Levels, by_day
from stepup.domain.record import Dated, year_shard
from stepup.domain.rhythm import BUILT_IN, Mark, Measure, Tracker
from stepup.domain.span import Span
from stepup.notebook.book import Book
from stepup.notebook.profile import Profile
from stepup.notebook.reading import recorded_days
from stepup.notebook.shelf import readable

D = TypeVar("D", bound=Dated)
Feeling: TypeAlias = Literal["mood", "energy"]


@dataclass(frozen=True, slots=True)
class RowMarks:
    """One row over a span: its marks by day, in the order of writing."""

    key: str
    measure: Measure
    tracker: Tracker | None
    """The person's own row; None for those that everyone has."""
    switched_on: bool
    marks: dict[date, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class SpanView:
    """The recorded days of a span, and its rows."""

    span: Span
    recorded: frozenset[date]
    rows: tuple[RowMarks, ...]

    @property
    def switched_on(self) -> tuple[RowMarks, ...]:
        """The rows that stand on Today, whether there are marks or not."""
        return tuple(row for row in self.rows if row.switched_on)

    def row(self, key: str) -> RowMarks | None:
        """Return a row by its key."""
        return next((row for row in self.rows if row.key == key), None)


class Patterns:
    """What is asked about spans of days."""

    def __init__(self, book: Book) -> None:
        """Read this book."""
        self._book = book

    def view(self, span: Span) -> SpanView:
        """Return the rows that are switched on or have marks in a span, in the order of Today.

        A retired row stands among them for the spans it has marks in.

        Raises:
            Problem: a year of the span cannot be read.
        """
        marks: dict[str, dict[date, list[Mark]]] = {}
        for mark in sorted(self._between(Mark, span), key=lambda mark: mark.at):
            marks.setdefault(mark.tracker, {}).setdefault(mark.day, []).append(mark)
        recorded = frozenset(recorded_days(self._book, span.first, span.last))
        rows = [
            RowMarks(key, measure, tracker, on, _frozen(marks.get(key, {})))
            for key, measure, tracker, on in self._rows()
            if on or key in marks
        ]
        return SpanView(span, recorded, tuple(rows))

    def _rows(self) -> Iterator[tuple[str, Measure, Tracker | None, bool]]:
        """Yield key, measure, own tracker, and whether it is switched on, for every row there is."""
        switched_on = self._book.preferences.rows
        for key, measure in BUILT_IN.items():
            yield key, measure, None, key in switched_on
        for tracker in Profile(self._book).trackers(retired=True):
            yield tracker.id, tracker.measure, tracker, not tracker.retired

    def clock_minutes(self, row: RowMarks) -> list[int]:
        """Return the times of day of a row's marks, as minutes after midnight.

        The time itself in a row that takes one; else when the mark was written down, as far as
        that was on its own day: what was filled in later says nothing about the hour.
        """
        every = [mark for marks in row.marks.values() for mark in marks]
        if row.measure is Measure.CLOCK:
            return [mark.value for mark in every if mark.value is not None]
        start = self._book.preferences.day_start
        return [
            mark.at.hour * 60 + mark.at.minute
            for mark in every
            if logical_day(mark.at, start) == mark.day
        ]

    def levels(self, feeling: Feeling, span: Span) -> dict[date, Levels]:
        """Return the mood or energy of each day of a span on which one was noted.

        Raises:
            Problem: a year of the span cannot be read.
        """
        found = ((one.day, getattr(one, feeling)) for one in self._between(CheckIn, span))
        return by_day((day, level) for day, level in found if level is not None)

    def years(self) -> tuple[int, int]:
        """Return the first and the last year there is anything in, this one too."""
        known = [self._book.today().year, *(int(name) for name in self._book.years())]
        return min(known), max(known)

    def _between(self, kind: type[D], span: Span) -> Iterator[D]:
        """Yield the records of a kind whose day lies in a span; no others are made of documents."""
        first, last = span.first.isoformat(), span.last.isoformat()
        for year in self._book.years():
            if not year_shard(span.first) <= year <= year_shard(span.last):
                continue
            for document in self._book.shelf(year).snapshot().get(kind.kind, {}).values():
                if first <= str(document.get("day", "")) <= last:
                    record = readable(kind.kind, document)
                    if isinstance(record, kind) and record.day in span:
                        yield record


def _frozen(marks: dict[date, list[Mark]]) -> dict[date, tuple[Mark, ...]]:
    return {day: tuple(marks[day]) for day in sorted(marks)}
