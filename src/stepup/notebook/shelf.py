"""The records of one shard as the notebook holds them: plain documents, with days found at once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from stepup.domain.kinds import RECORDS, from_document, is_tombstone
from stepup.domain.problem import Problem
from stepup.domain.record import Record

if TYPE_CHECKING:
    from stepup.vault import Put

Document = Mapping[str, Any]


def readable(kind: str, document: Document) -> Record | None:
    """Return the record in a document, or None when there is none that this version knows.

    What is not understood is not shown, and stays in the vault as it is.
    """
    if kind not in RECORDS or is_tombstone(document):
        return None
    try:
        return from_document(kind, document)
    except (ValidationError, Problem):
        return None


def as_kept(kind: str, record_id: str, shard: str, document: Document | None) -> Record | None:
    """Return what a document holds, understood or not; None where nothing stands any more."""
    if document is None or is_tombstone(document):
        return None
    found = readable(kind, document)
    if found is not None and found.id == record_id:
        return found
    from stepup.domain.unread import unread

    return unread(kind, record_id, shard, dict(document))


def _day_of(document: Document) -> str | None:
    """Return the day a document names, or None where none stands that a calendar knows."""
    day = document.get("day")
    try:
        return date.fromisoformat(day).isoformat() if isinstance(day, str) else None
    except ValueError:
        return None


class Shelf:
    """Documents by kind and id, and the ids of each day. Models are made when asked for."""

    def __init__(
        self, tables: Mapping[str, Mapping[str, Document]], unsaved: Iterable[Put] = ()
    ) -> None:
        """Take the documents of a shard, kind -> id -> document, and what is put there and not saved yet."""
        self._tables: dict[str, dict[str, Document]] = {}
        self._days: dict[str, dict[tuple[str, str], None]] = {}
        for kind, table in tables.items():
            for record_id, document in table.items():
                self.put(kind, record_id, document)
        for put in unsaved:
            self.put(put.table, put.id, put.document)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it, not even a tombstone."""
        return not any(list(self._tables.values()))

    def document(self, kind: str, record_id: str) -> Document | None:
        """Return the document as stored (a tombstone too), or None."""
        return self._tables.get(kind, {}).get(record_id)

    def put(self, kind: str, record_id: str, document: Document | None) -> None:
        """Keep a document, or take it out (None)."""
        table = self._tables.setdefault(kind, {})
        old = table.pop(record_id, None)
        if old is not None and (day := _day_of(old)):
            self._days.get(day, {}).pop((kind, record_id), None)
        if document is None:
            return
        table[record_id] = document
        if day := _day_of(document):
            self._days.setdefault(day, {})[(kind, record_id)] = None

    def of_kind(self, kind: str) -> Iterator[Record]:
        """Yield the records of one kind."""
        for document in self._tables.get(kind, {}).values():
            if (record := readable(kind, document)) is not None:
                yield record

    def holds(self, kind: str) -> bool:
        """Whether there is a record of a kind that was not taken away."""
        return any(not is_tombstone(document) for document in self._tables.get(kind, {}).values())

    def on(self, day: date, kinds: Container[str] = RECORDS) -> Iterator[Record]:
        """Yield the records of a day, of some kinds or of every kind this version knows.

        The classes of other kinds are not loaded.
        """
        for kind, record_id in self._days.get(day.isoformat(), {}):
            if kind not in kinds:
                continue
            if (record := readable(kind, self._tables[kind][record_id])) is not None:
                yield record

    def kinds_on(self, day: date) -> frozenset[str]:
        """Return the kinds this version knows of which something stands on a day; no class is loaded."""
        return frozenset(kind for kind, _id in self._days.get(day.isoformat(), {})) & RECORDS.keys()

    def days(self, kind: str | None = None) -> list[date]:
        """Return the days with a record (of one kind), the newest first."""
        return [
            date.fromisoformat(day)
            for day, keys in sorted(self._days.items(), reverse=True)
            if any(kind is None or key[0] == kind for key in keys)
        ]

    def snapshot(self) -> dict[str, dict[str, Document]]:
        """Return the tables as they are now, safe to read on another thread."""
        return {kind: dict(table) for kind, table in list(self._tables.items())}
