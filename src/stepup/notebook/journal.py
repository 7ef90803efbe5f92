"""The journal: writing, tags, closing, and finding the days again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from stepup.domain.change import Label, added, removed, replaced
from stepup.domain.journal import JournalEntry
from stepup.domain.problem import Problem
from stepup.domain.record import Prose
from stepup.domain.text import clean, split_tags
from stepup.notebook.book import Book
from stepup.notebook.shelf import readable


class Journal:
    """The verbs of the journal."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def write(
        self,
        day: date,
        text: Prose,
        before: JournalEntry | None = None,
        *,
        closed: bool = False,
    ) -> JournalEntry | None:
        """Keep what was written: a new entry, put away at once if `closed`, or `before` with new words.

        An entry left without words is taken away. Returns the entry as it is now.

        Raises:
            Problem: text_too_long; nothing was changed.
        """
        if not clean(text).strip():
            if before is not None:
                self._book.apply(removed(before, label=Label.JOURNAL))
            return None
        if before is None:
            entry = JournalEntry(
                id=self._book.ids(), day=day, at=self._book.now(), text=text, closed=closed
            )
            self._book.apply(added(Label.JOURNAL, entry))
            return entry
        after = before.replace(text=text)
        if after != before:
            self._book.apply(replaced(Label.JOURNAL, before, after))
        return after

    def tag(self, entry: JournalEntry, typed: str) -> None:
        """Give an entry the tags typed in a line, in place of those it had."""
        after = entry.replace(tags=split_tags(typed))
        if after != entry:
            self._book.apply(replaced(Label.TAGS, entry, after))

    def close(self, entry: JournalEntry, *, closed: bool = True) -> None:
        """Put an entry away: not shown again unless looked for. Or bring it back."""
        if entry.closed != closed:
            self._book.apply(replaced(Label.CLOSE_ENTRY, entry, entry.replace(closed=closed)))

    def entries(self, day: date) -> list[JournalEntry]:
        """Return the entries of a day in the order of writing."""
        return [record for record in self._book.on(day) if isinstance(record, JournalEntry)]

    def of_year(self, year: str) -> list[JournalEntry]:
        """Return the entries of one year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(JournalEntry, year)
        return sorted(found, key=lambda entry: (entry.day, entry.at), reverse=True)

    def all(self) -> Iterator[JournalEntry]:
        """Yield every entry, the newest first, a year at a time."""
        for year in self._book.years():
            yield from self.of_year(year)

    def other_years(
        self, day: date, passed_by: Callable[[Problem], None] = lambda _problem: None
    ) -> list[JournalEntry]:
        """Return what was written on this date in other years, the newest first.

        Reads only the years there are; 29 February has only leap years. `passed_by` is told of
        each year that cannot be read.
        """
        found: list[JournalEntry] = []
        for year in self._book.years():
            try:
                then = day.replace(year=int(year))
            except ValueError:
                continue  # no 29 February in that year
            try:
                found += self._written_on(then, year) if then != day else []
            except Problem as problem:
                passed_by(problem)
        return [entry for entry in found if not entry.closed]

    def _written_on(self, day: date, year: str) -> list[JournalEntry]:
        """Return the entries of a day, without keeping its year in memory."""
        named = day.isoformat()
        tables = self._book.written(year, re.compile(f'"day":"{named}"'.encode()))
        documents = tables.get(JournalEntry.kind, {}).values()
        entries = [readable(JournalEntry.kind, d) for d in documents if d.get("day") == named]
        return [entry for entry in entries if isinstance(entry, JournalEntry)]

    @staticmethod
    def tags(entries: Sequence[JournalEntry]) -> list[tuple[str, int]]:
        """Return the tags of these entries with how often each stands, by name."""
        counts = Counter(tag for entry in entries for tag in entry.all_tags)
        return sorted(counts.items())
