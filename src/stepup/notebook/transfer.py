"""Bringing in what a file from elsewhere came to: seen first, then taken whole, as one save and one undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from stepup.domain.change import Label
from stepup.domain.incoming import Habit, Incoming, Proposed, Target, years_of
from stepup.domain.kinds import is_undone
from stepup.domain.record import CORE
from stepup.domain.rhythm import BUILT_IN, Measure, Tracker
from stepup.notebook.book import Book
from stepup.notebook.shelf import Document
from stepup.vault import Put

_FLUSH_SECONDS: Final = 5.0
TAKES_HABITS: Final = frozenset({Measure.YES_NO, Measure.COUNT, Measure.MINUTES})
"""What rows a habit's marks can stand in."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come in: how many entries by kind and year, how many are there already."""

    counts: Mapping[tuple[str, str], int]
    there: int
    puts: tuple[Put, ...]

    @property
    def new(self) -> int:
        """How many entries would come in."""
        return len(self.puts)


def preview(book: Book, incoming: Incoming) -> Preview:
    """Return what would come in, and write nothing. May be called on another thread.

    What was brought in before is there already, changed or taken away since or not; only what an
    undo took back comes in again.

    Raises:
        Problem: a part of the notebook cannot be read.
    """
    book.flush(_FLUSH_SECONDS)  # what is not saved yet is found as well
    stored = _stored(book, incoming.proposed)
    positions = _next_positions(book)
    puts, new = [], []
    for proposed in incoming.proposed:
        record_id = proposed.document["id"]
        before = stored.get((proposed.kind, record_id)) if stored else None
        if before is not None and not is_undone(before):
            continue
        new.append(proposed)
        document = proposed.document
        if proposed.last:
            document = {**document, "position": positions[proposed.kind]}
            positions[proposed.kind] += 1
        puts.append(Put(proposed.shard, proposed.kind, record_id, document, _plain(before)))
    counts = Counter(years_of(tuple(new)))
    return Preview(dict(sorted(counts.items())), len(incoming.proposed) - len(new), tuple(puts))


def accept(book: Book, seen: Preview) -> int:
    """Bring in what was seen, as one save and one undo; return how many entries that were.

    Raises:
        Problem: read_only, document_invalid; nothing was changed.
    """
    book.bring(seen.puts, Label.IMPORT)
    return seen.new


def rows_for_habits(book: Book) -> dict[str, Target]:
    """Return the rows a habit's marks can stand in: those everyone has by key, one's own by name."""
    rows = {
        key: Target(key, measure) for key, measure in BUILT_IN.items() if measure in TAKES_HABITS
    }
    for tracker in sorted(book.of_kind(Tracker), key=lambda one: one.position):
        if tracker.measure in TAKES_HABITS and not tracker.retired:
            rows.setdefault(tracker.name, Target(tracker.id, tracker.measure))
    return rows


def rows_by_name(habits: Iterable[Habit], rows: Mapping[str, Target]) -> dict[str, Target]:
    """Return the rows, by the key of a habit, that have its name and take what it takes: to begin with."""
    return {
        habit.key: rows[habit.name]
        for habit in habits
        if not habit.decimals and habit.name in rows and rows[habit.name].measure == habit.measure
    }


def _stored(book: Book, proposed: Iterable[Proposed]) -> dict[tuple[str, str], Document]:
    """Return the documents there are of what is proposed, wherever they stand now, tombstones too."""
    wanted: dict[str, set[str]] = {}
    for one in proposed:
        wanted.setdefault(one.kind, set()).add(one.document["id"])
    found: dict[tuple[str, str], Document] = {}
    for shard in (CORE, *book.years()):
        tables = book.written(shard, None)
        for kind, ids in wanted.items():
            table = tables.get(kind, {})
            found.update(((kind, key), table[key]) for key in ids & table.keys())
    return found


def _next_positions(book: Book) -> Counter[str]:
    """Return, for each kind that stands in an order, the first free place."""
    free = Counter[str]()
    for kind, table in book.written(CORE, None).items():
        free[kind] = 1 + max(map(_position, table.values()), default=-1)
    return free


def _position(document: Document) -> int:
    position = document.get("position", -1)
    return position if isinstance(position, int) else -1


def _plain(document: Document | None) -> dict[str, Any] | None:
    return None if document is None else dict(document)
