"""The book: applies changes, undoes them, tells who listens, and hands them to the writer.

It is the only place where the program's memory of the vault changes. Everything else asks
it or gives it a `Change`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from stepup.domain.change import Change, Edit, Label
from stepup.domain.day import Clock, logical_day
from stepup.domain.kinds import RECORDS, is_tombstone, tombstone
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import Preferences
from stepup.domain.record import CORE, Dated, Record, year_shard
from stepup.notebook.bringing import Brought, days_of
from stepup.notebook.clock import SystemClock
from stepup.notebook.edits import Changed, changed_by, only_what_it_changed
from stepup.notebook.shelf import Document, Shelf, as_kept, readable
from stepup.vault import Committed, Envelope, Put, SaveState, Vault, Writer

__all__ = ["Book", "Changed", "SaveState", "new_id", "open_book"]

R = TypeVar("R", bound=Record)
YEARS_KEPT = 3
"""How many year shards stay in memory beside the one of today."""


def new_id() -> str:
    """Return an id that no other record has."""
    return uuid.uuid4().hex


@dataclass(slots=True)
class _Trail:
    """What can be undone and done again, the newest last."""

    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)


class Book:
    """An open vault with its memory, its writer and its clock. Used from one thread."""

    def __init__(
        self,
        vault: Vault,
        *,
        clock: Clock,
        on_state: Callable[[SaveState], None] = lambda _state: None,
        on_foreign: Callable[[frozenset[str]], None] | None = None,
        ids: Callable[[], str] = new_id,
        settle: float = 0.15,
    ) -> None:
        """Take an open vault.

        `on_state` and `on_foreign` are called on the writer's thread: with what the mark shows,
        and with the shards that someone else changed (the owner then calls `reload` on its own
        thread; without `on_foreign` they are read again at once).
        """
        self.vault = vault
        self.clock = clock
        self.ids = ids
        self._on_foreign = on_foreign or self.reload
        self._shelves: dict[str, Shelf] = {}
        self._brought: frozenset[str] = frozenset()
        self._trail = _Trail()
        self._listeners: list[Callable[[Changed], None]] = []
        self._writer = Writer(vault, on_state=on_state, on_committed=self._committed, settle=settle)

    # Reading

    @property
    def preferences(self) -> Preferences:
        """How the person wants the program to be."""
        return self.one(Preferences, Preferences.model_fields["id"].default) or Preferences()

    @property
    def read_only(self) -> Problem | None:
        """Why nothing can be written, or None."""
        return self.vault.read_only

    @property
    def state(self) -> SaveState:
        """Whether what was done is on disk."""
        return self._writer.state

    def now(self) -> datetime:
        """Return the local time with its offset."""
        return self.clock.now()

    def today(self) -> date:
        """Return the logical day of this moment."""
        return logical_day(self.now(), self.preferences.day_start)

    def years(self) -> tuple[str, ...]:
        """Return the names of the year shards, the newest first, those not yet saved too."""
        # A copy: the search asks from its own thread.
        shelves = list(self._shelves.items())
        unsaved = {name for name, shelf in shelves if not shelf.is_empty}
        names = {*self.vault.shards(), *unsaved, *self._brought} - {CORE}
        return tuple(sorted(names, reverse=True))

    def shelf(self, shard: str) -> Shelf:
        """Return the records of a shard, read when first asked for.

        Raises:
            Problem: the shard cannot be read.
        """
        if shard not in self._shelves:
            # Asked for first: what is saved between the two is in what is read.
            unsaved = self._unsaved(shard)
            shelf = Shelf(self.vault.read(shard), unsaved)
            self._make_room()
            self._shelves[shard] = shelf
        return self._shelves[shard]

    def of_kind(self, kind: type[R], shard: str = CORE) -> list[R]:
        """Return the records of one kind in a shard."""
        return cast("list[R]", list(self.shelf(shard).of_kind(kind.kind)))

    def one(self, kind: type[R], record_id: str, shard: str = CORE) -> R | None:
        """Return one record, or None when it is not there."""
        document = self.shelf(shard).document(kind.kind, record_id)
        return None if document is None else cast("R | None", readable(kind.kind, document))

    def holds(self, kind: str, shard: str = CORE) -> bool:
        """Whether a shard holds anything of a kind; no class is loaded to tell."""
        return self.shelf(shard).holds(kind)

    def on(self, day: date, kinds: Container[str] = RECORDS) -> list[Dated]:
        """Return what was written down for a day, all or of some kinds, in the order of writing."""
        found = [*self.shelf(year_shard(day)).on(day, kinds), *self.shelf(CORE).on(day, kinds)]
        dated = [record for record in found if isinstance(record, Dated)]
        return sorted(dated, key=lambda record: record.at)

    def kinds_on(self, day: date) -> frozenset[str]:
        """Return the kinds of which something stands on a day; no class is loaded to tell."""
        return self.shelf(year_shard(day)).kinds_on(day) | self.shelf(CORE).kinds_on(day)

    def written(
        self, shard: str, pattern: re.Pattern[bytes] | None
    ) -> Mapping[str, Mapping[str, Document]]:
        """Return the documents of a shard for searching; with a pattern, at least those it is found in.

        What is in memory comes from there; the rest is read past it and not kept. May be called
        from another thread.

        Raises:
            Problem: the shard cannot be read.
        """
        shelf = self._shelves.get(shard)
        if shelf is not None:
            return shelf.snapshot()
        unsaved = self._unsaved(shard)
        if unsaved:
            return Shelf(self.vault.read(shard), unsaved).snapshot()
        return self.vault.read(shard) if pattern is None else self.vault.find(shard, pattern)

    # Changing

    def listen(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Tell `listener` of every change from now on; call what is returned to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, change: Change, *, alone: bool = False, undoable: bool = True) -> None:
        """Do a change: in memory at once, on disk soon; it can be undone.

        What the program notes for itself is not `undoable`: no act of the person's.

        Raises:
            Problem: the vault is open for reading only; nothing was changed.
        """
        if not change.edits:
            return
        self._write(change.edits, change.label, alone=alone)
        if not undoable:
            return
        self._note(change)

    def bring(self, puts: Sequence[Put], label: Label) -> None:
        """Put many documents, of records that this book has not seen, as one change and one save.

        Raises:
            Problem: read_only, document_invalid, document_too_deep; nothing was changed.
        """
        if puts:
            self._put_many(puts, label)
            self._note(Brought(label, (), tuple(puts)))

    def turn(self, brought: Brought) -> None:
        """Take documents back that one save brought in, or bring them back, as one change of its own.

        Raises:
            Problem: read_only; nothing was changed.
        """
        self._put_many(self._turned(brought, back=False), brought.label)
        self._note(brought)

    def undo(self) -> Change | None:
        """Take the last change back and return it; None when there is none."""
        return self._turn(self._trail.done, self._trail.undone, Label.UNDO)

    def redo(self) -> Change | None:
        """Do the change that was last undone again and return it; None when there is none."""
        return self._turn(self._trail.undone, self._trail.done, Label.REDO)

    def revert(self, edits: Iterable[Edit]) -> None:
        """Bring records back to how they were before `edits`, as one change of its own.

        A record that has changed since is kept, and the older one stands beside it.
        """
        backwards = Change(Label.UNDO, tuple(edits)).reversed
        self.apply(Change(Label.UNDO, tuple(self._carefully(backwards))))

    def look(self) -> frozenset[str]:
        """Return the shards that someone else changed since; `reload` takes them.

        May wait for a running save, so it is made for another thread.
        """
        return self.vault.refresh()

    def reload(self, shards: frozenset[str]) -> None:
        """Read shards again that someone else changed, and tell who listens."""
        for name in shards:
            self._shelves.pop(name, None)
        if shards:
            self._tell(Changed())

    # Saving

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait until everything is on disk; False when it is not by then."""
        return self._writer.flush(timeout)

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._writer.retry()

    def close(self, timeout: float = 5.0) -> bool:
        """Save and stop; False when something could not be saved."""
        return self._writer.close(timeout)

    def unsaved(self) -> tuple[Put, ...]:
        """Return what is not on disk yet."""
        return self._writer.pending()

    # Inside

    def _turn(self, source: list[Change], target: list[Change], label: Label) -> Change | None:
        if not source:
            return None
        change = source[-1]
        if isinstance(change, Brought):
            self._put_many(self._turned(change, back=label is Label.UNDO), label)
        else:
            edits = change.reversed if label is Label.UNDO else change.edits
            self._write(self._carefully(edits), label)
        target.append(source.pop())
        return change

    def _note(self, change: Change) -> None:
        self._trail.done.append(change)
        self._trail.undone.clear()

    def _turned(self, brought: Brought, *, back: bool) -> tuple[Put, ...]:
        return brought.turned(self.shelf, self.now().isoformat(), back=back)

    def _put_many(self, puts: Sequence[Put], label: Label) -> None:
        """Hand documents to the writer; the shards are read again, these upon them, when asked for."""
        self._refuse_read_only()
        self._writer.put(puts, label.value, alone=True)
        self._brought |= (shards := frozenset(put.shard for put in puts))
        for name in shards:
            self._shelves.pop(name, None)
        if self._listeners:
            self._tell(Changed(days_of(puts), frozenset(put.table for put in puts)))

    def _carefully(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Yield the edits whose record is still as they expect it; else put theirs beside it."""
        for edit in edits:
            record = cast("Record", edit.before or edit.after)
            current = self._current(record)
            if current == edit.before:
                yield edit
            elif record.single:
                yield Edit(before=current, after=only_what_it_changed(edit, current))
            elif edit.after is not None:
                beside = edit.after.replace(id=self.ids(), copy_of=edit.after.id)
                yield Edit(before=None, after=beside)

    def _current(self, record: Record) -> Record | None:
        shard = self._kept_in(record)
        document = self.shelf(shard).document(record.kind, record.id)
        return as_kept(record.kind, record.id, shard, document)

    def _write(self, edits: Iterable[Edit], label: Label, *, alone: bool = False) -> None:
        self._refuse_read_only()
        edits = tuple(edits)
        undone = label is Label.UNDO
        puts = [put for edit in edits for put in self._puts(edit, undone=undone)]
        self._writer.put(puts, label.value, alone=alone)
        for put in puts:
            self.shelf(put.shard).put(put.table, put.id, put.document)
        self._tell(changed_by(edits))

    def _refuse_read_only(self) -> None:
        if self.read_only is not None:
            raise Problem(ProblemCode.READ_ONLY, why=str(self.read_only.code))

    def _puts(self, edit: Edit, *, undone: bool) -> Iterator[Put]:
        record = cast("Record", edit.after or edit.before)
        old_shard = self._kept_in(edit.before) if edit.before else record.shard
        if edit.after is None:
            deleted = tombstone(record.id, self.now().isoformat(), undone=undone)
            yield self._put(old_shard, record, deleted, edit.before)
            return
        yield self._put(edit.after.shard, edit.after, edit.after.document(), edit.before)
        if old_shard != edit.after.shard:
            yield self._put(old_shard, edit.after, None, edit.before)

    def _kept_in(self, record: Record) -> str:
        """Return the shard a record stands in: its own, or core, where an earlier version left it."""
        if self.shelf(record.shard).document(record.kind, record.id) is None:
            left = self.shelf(CORE).document(record.kind, record.id)
            if left is not None and not is_tombstone(left):
                return CORE
        return record.shard

    def _put(
        self, shard: str, record: Record, document: dict[str, Any] | None, seen: Record | None
    ) -> Put:
        before = self.shelf(shard).document(record.kind, record.id)
        stored = None if before is None else readable(record.kind, before)
        if seen is not None and stored is not None and stored != seen:
            # Another window wrote there since the author looked: its version is to be kept.
            before = seen.document()
        return Put(
            shard=shard,
            table=record.kind,
            id=record.id,
            document=document,
            before=None if before is None else dict(before),
            keep_both=not record.single,
        )

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)

    def _committed(self, committed: Committed) -> None:
        if committed.changed:
            self._on_foreign(committed.changed)

    def _unsaved(self, shard: str) -> list[Put]:
        return [put for put in self._writer.pending() if put.shard == shard]

    def _make_room(self) -> None:
        """Let go of the year read longest ago; today's, core and what is not saved stay."""
        kept = {CORE, year_shard(self.now().date()), *(put.shard for put in self.unsaved())}
        loose = [name for name in self._shelves if name not in kept]
        for name in loose[: max(0, len(loose) - YEARS_KEPT + 1)]:
            del self._shelves[name]


def open_book(
    folder: Path, *, clock: Clock | None = None, key: Envelope | None = None, **options: Any
) -> Book:
    """Open the vault in `folder` (made when first written to) and return its book; a locked one with its key.

    Raises:
        Problem: the vault cannot be opened at all.
    """
    clock = clock or SystemClock()
    vault = Vault.open(folder, now=clock.now, envelope=key)
    if key is not None:
        from stepup.vault.leftovers import (
            finish,  # with a lock alone there may be something to finish
        )

        if finish(vault.place):
            vault = Vault.open(folder, now=clock.now, envelope=key)
    return Book(vault, clock=clock, **options)
