"""Entries that stand in two versions, and what the person makes of them: one, the other, or both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from stepup.domain.change import Change, Edit, Label, removed, replaced
from stepup.domain.kinds import RECORDS
from stepup.domain.problem import Problem
from stepup.domain.record import CORE, Record
from stepup.notebook.book import Book
from stepup.notebook.shelf import readable

_IN_TWO = re.compile(rb'"copy_of":"')


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry as it stands, and another version kept beside it; None when the entry is gone."""

    stands: Record | None
    beside: Record


class Versions:
    """The verbs of entries in two versions."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def all(self, passed_by: Callable[[Problem], None] = lambda _problem: None) -> list[Pair]:
        """Return every entry that stands in two versions, the latest day first.

        Looks through every year and keeps none; `passed_by` is told of each that cannot be read.
        """
        found: list[Pair] = []
        for shard in (CORE, *self._book.years()):
            try:
                copies = list(self._written_in(shard, _IN_TWO))
                found += [Pair(self._original(copy), copy) for copy in copies if copy.copy_of]
            except Problem as problem:
                passed_by(problem)
        return sorted(found, key=_place, reverse=True)

    def _written_in(self, shard: str, pattern: re.Pattern[bytes]) -> Iterator[Record]:
        for kind, table in self._book.written(shard, pattern).items():
            for document in table.values() if kind in RECORDS else ():
                record = readable(kind, document)
                if record is not None:
                    yield record

    def _original(self, copy: Record) -> Record | None:
        """Return what a version stands beside: mostly in its own year, else wherever it went."""
        wanted = str(copy.copy_of)
        named = re.compile(re.escape(f'"id":"{wanted}"').encode())
        for shard in dict.fromkeys((copy.shard, CORE, *self._book.years())):
            with suppress(Problem):  # it is told of when its own turn comes
                for record in self._written_in(shard, named):
                    if record.kind == copy.kind and record.id == wanted:
                        return record
        return None

    def keep_standing(self, pair: Pair) -> None:
        """Keep the entry as it stands; the other version is taken away, and undo brings it back."""
        self._book.apply(removed(pair.beside, label=Label.VERSIONS))

    def keep_both(self, pair: Pair) -> None:
        """Let both be entries of their own."""
        own = pair.beside.replace(copy_of=None)
        self._book.apply(replaced(Label.VERSIONS, pair.beside, own))

    def keep_beside(self, pair: Pair) -> None:
        """Let the entry be as the other version says."""
        if pair.stands is None:
            self.keep_both(pair)
            return
        stands = pair.beside.replace(id=pair.stands.id, copy_of=pair.stands.copy_of)
        edits = (Edit(pair.stands, stands), Edit(pair.beside, None))
        self._book.apply(Change(Label.VERSIONS, edits))


def _place(pair: Pair) -> tuple[str, str, str]:
    document = pair.beside.document()
    days = (str(document[name]) for name in document if name == "day" or name.endswith("_on"))
    return max(days, default=""), pair.beside.kind, pair.beside.id
