"""Many documents as one change: brought in, taken back and brought in again, without a record made of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from stepup.domain.change import Change, Label
from stepup.domain.kinds import RECORDS, is_tombstone, is_undone, tombstone
from stepup.notebook.shelf import Document, Shelf
from stepup.vault import Put

if TYPE_CHECKING:
    from stepup.vault.history import RecordChange  # what is brought in needs no history

Find = Callable[[str], Shelf]
"""Gives a shard as it is now."""


@dataclass(frozen=True, slots=True)
class Brought(Change):
    """A change of which the documents are kept, not the records.

    `taken` tells that it took them back: undoing it brings them in again.
    """

    puts: tuple[Put, ...] = ()
    taken: bool = False

    def turned(self, find: Find, when: str, *, back: bool) -> tuple[Put, ...]:
        """Return what does it, or with `back` undoes it, as things are now."""
        if back == self.taken:
            return tuple(_brought_again(self.puts, find))
        return tuple(_taken_back(self.puts, find, when))


def only_added(changes: Sequence[RecordChange], labels: Sequence[str]) -> Brought | None:
    """Return what takes back all that one save added, or brings back what one took away by undoing; else None."""
    kinds = {kind for _shard, kind, _id, _before, _after in changes}
    is_import = tuple(labels) == (Label.IMPORT,)
    if not is_import and any(RECORDS[kind].single for kind in kinds & RECORDS.keys()):
        return None  # of these, only what a save changed goes back
    if all(_is_added(before, after) for _shard, _kind, _id, before, after in changes):
        puts = tuple(
            Put(shard, kind, record_id, after, before)
            for shard, kind, record_id, before, after in changes
        )
        return Brought(Label.UNDO, (), puts, taken=True)
    if all(_is_added(after, before) for _shard, _kind, _id, before, after in changes):
        puts = tuple(
            Put(shard, kind, record_id, before, after)
            for shard, kind, record_id, before, after in changes
        )
        return Brought(Label.UNDO, (), puts)
    return None


def _is_added(before: Document | None, after: Document | None) -> bool:
    is_there = after is not None and not is_tombstone(after)
    return is_there and (before is None or is_undone(before))


def _taken_back(puts: Iterable[Put], find: Find, when: str) -> Iterator[Put]:
    """Yield what takes every document away that is still as it was brought in."""
    for put in puts:
        current = find(put.shard).document(put.table, put.id)
        if current is not None and current == put.document:
            gone = tombstone(put.id, when, undone=True)
            yield put._replace(document=gone, before=dict(current))


def _brought_again(puts: Iterable[Put], find: Find) -> Iterator[Put]:
    """Yield what brings every document back that was taken back."""
    for put in puts:
        current = find(put.shard).document(put.table, put.id)
        if current is None or is_undone(current):
            yield put._replace(before=None if current is None else dict(current))


def days_of(puts: Iterable[Put]) -> frozenset[date]:
    """Return the days that documents belong to, or did."""
    documents = (document for put in puts for document in (put.before, put.document) if document)
    said = {str(document.get("day", "")) for document in documents}
    days = set()
    for one in said:
        with suppress(ValueError):  # of a kind that is not known
            days.add(date.fromisoformat(one))
    return frozenset(days)
