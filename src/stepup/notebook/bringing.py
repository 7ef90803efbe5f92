"""Many documents as one change: brought in, taken back and brought in again, without a record made of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from stepup.domain.change import Change
from stepup.domain.kinds import is_undone, tombstone
from stepup.notebook.shelf import Document, day_of
from stepup.vault import Put

Find = Callable[[str, str, str], Document | None]
"""Gives the document of a shard, kind and id as it is now, a tombstone too."""


@dataclass(frozen=True, slots=True)
class Brought(Change):
    """A change of which the documents are kept, not the records."""

    puts: tuple[Put, ...] = ()


def taken_back(brought: Brought, find: Find, when: str) -> Iterator[Put]:
    """Yield what takes every document away that is still as it was brought in."""
    for put in brought.puts:
        current = find(put.shard, put.table, put.id)
        if current is not None and current == put.document:
            gone = tombstone(put.id, when, undone=True)
            yield replace(put, document=gone, before=dict(current))


def brought_again(brought: Brought, find: Find) -> Iterator[Put]:
    """Yield what brings every document back that was taken back."""
    for put in brought.puts:
        current = find(put.shard, put.table, put.id)
        if current is None or is_undone(current):
            yield replace(put, before=None if current is None else dict(current))


def days_of(puts: Iterable[Put]) -> frozenset[date]:
    """Return the days that documents belong to, or did."""
    documents = (document for put in puts for document in (put.before, put.document) if document)
    said = {str(document.get("day", "")) for document in documents}
    return frozenset(date.fromisoformat(day) for one in said if (day := day_of({"day": one})))
