"""What the builder of one section of a page may read: the kinds of records it is for, and no other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import TypeVar

from stepup.domain.record import CORE, Dated, Record, year_shard
from stepup.domain.sheet import Section, Sheet, SheetTopic
from stepup.domain.span import Span
from stepup.notebook.book import Book
from stepup.notebook.reading import recorded_days
from stepup.notebook.sheets import Sheets

R = TypeVar("R", bound=Record)
D = TypeVar("D", bound=Dated)


class OwnRecords:
    """Gives the records of some kinds alone; asked for another, it refuses."""

    def __init__(self, book: Book, span: Span, kinds: Collection[str]) -> None:
        """Read from this book what is of these kinds; what has a day, within the span."""
        self._book = book
        self._kinds = frozenset(kinds)
        self.span = span

    def open(self, kind: type[R]) -> list[R]:
        """Return the open or undated ones."""
        return self._book.of_kind(self._mine(kind))

    def written(self, kind: type[D]) -> list[D]:
        """Return those of the days of the span, the newest first. Reads core and its years alone.

        Raises:
            Problem: one of these years cannot be read.
        """
        found = [
            record
            for shard in (CORE, *self.years())
            for record in self._book.of_kind(self._mine(kind), shard)
            if record.day in self.span
        ]
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def lasting(self, kind: type[R], day_of: Callable[[R], date]) -> list[R]:
        """Return the open ones, then those that closed on a day of the span, the newest first.

        `day_of` gives the day on which one closed, or began while it is open.
        """
        still = sorted(self._book.of_kind(self._mine(kind)), key=day_of, reverse=True)
        closed = [
            record
            for year in self.years()
            for record in self._book.of_kind(self._mine(kind), year)
            if day_of(record) in self.span
        ]
        return [*still, *sorted(closed, key=day_of, reverse=True)]

    def years(self) -> list[str]:
        """Return the years of the span that there are."""
        first, last = year_shard(self.span.first), year_shard(self.span.last)
        return [year for year in self._book.years() if first <= year <= last]

    def headings(self, topic: SheetTopic) -> Iterator[Section]:
        """Yield the sections of the newest version of a sheet that say something."""
        self._mine(Sheet)
        sheet = Sheets(self._book).newest(topic)
        yield from (section for section in (sheet.sections if sheet else ()) if section.text)

    def recorded(self) -> int:
        """Return how many days of the span have a record of any kind."""
        return len(recorded_days(self._book, self.span.first, self.span.last))

    def _mine(self, kind: type[R]) -> type[R]:
        if kind.kind not in self._kinds:
            raise LookupError(kind.kind)
        return kind
