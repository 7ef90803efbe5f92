"""Joining another notebook of the same person: looked at first, then accepted as one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from stepup.domain.change import Change, Edit, Label
from stepup.domain.joined import Head, Joined
from stepup.domain.kinds import is_tombstone
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, Record
from stepup.notebook.book import Book
from stepup.notebook.locking import Key
from stepup.notebook.settling import How, settled
from stepup.notebook.shelf import as_kept, readable
from stepup.vault import Vault
from stepup.vault.joining import Differing, Side, Version, differences
from stepup.vault.lineage import Aside, mark
from stepup.vault.merge import beside
from stepup.vault.other import heads_aside, open_aside, open_other

__all__ = [
    "Aside",
    "How",
    "Joining",
    "TwoVersions",
    "accept",
    "put_aside",
    "read_aside",
    "read_other",
]


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """An entry that was changed on both sides: the newer version, and the one kept beside it."""

    newer: Record
    older: Record


@dataclass(frozen=True, slots=True)
class Joining:
    """What joining would do.

    `counts` has records by `How`, `kinds` by their kind. `generation` is the save of this notebook
    it was looked at with.
    """

    generation: int
    edits: tuple[Edit, ...]
    counts: Mapping[str, int]
    kinds: Mapping[str, int]
    both: tuple[TwoVersions, ...]
    where: Path | Aside
    key: Key | None = field(default=None, repr=False)
    """What opened the other notebook, where it has a key of its own."""
    is_laid_open: bool = False
    """Whether what comes out of a locked notebook would stand here without a lock."""

    @property
    def is_nothing(self) -> bool:
        """Whether everything the other notebook has is here."""
        return not self.edits


def read_other(book: Book, path: Path, key: Key | None = None) -> Joining:
    """Say what joining the notebook in a folder, or the copy in a file, would do. Nothing is written.

    A locked one needs its key (`locking.unlock_other`), where that of this notebook does not open
    it. May be called from another thread.

    Raises:
        Problem: not_a_notebook, same_notebook, other_locked, other_not_whole, backup_invalid,
            vault_newer, or why this notebook cannot be read or saved first.
    """
    _save_first(book)
    return _read(book, open_other(path, book.vault, now=book.now, envelope=key), path, key)


def put_aside(book: Book) -> list[Aside]:
    """Return what a sync tool put aside in this notebook's own folder and was not joined yet.

    Raises:
        Problem: the folder cannot be read.
    """
    known = book.one(Joined, Joined.kind) or Joined()  # not saved yet it counts too
    return [
        one
        for one in heads_aside(book.vault)
        if known.names.isdisjoint((one.manifest.sha256, mark(one.manifest)))
    ]


def read_aside(book: Book, aside: Aside) -> Joining:
    """Say what joining something put aside would do, as `read_other` does."""
    _save_first(book)
    return _read(book, open_aside(aside, book.vault, now=book.now), aside)


def accept(book: Book, joining: Joining) -> Joining:
    """Join as one change and one save, which one undo takes back; return what was done.

    What was written here since it was looked at is looked at again.

    Raises:
        Problem: as `read_other` does, or read_only.
    """
    book.reload(book.look())
    if book.unsaved() or book.vault.generation != joining.generation:
        where = joining.where
        joining = (
            read_aside(book, where)
            if isinstance(where, Aside)
            else read_other(book, where, joining.key)
        )
    book.apply(Change(Label.JOIN, joining.edits), alone=True)
    return joining


def _save_first(book: Book) -> None:
    if book.unsaved() and not book.flush():
        raise book.state.problem or Problem(ProblemCode.BUSY)


def _joined(vault: Vault) -> Joined:
    document = vault.read(CORE).get(Joined.kind, {}).get(Joined.kind)
    found = None if document is None else readable(Joined.kind, document)
    return found if isinstance(found, Joined) else Joined()


def _read(book: Book, other: Vault, where: Path | Aside, key: Key | None = None) -> Joining:
    mine, theirs = _joined(book.vault), _joined(other)
    found = differences(_side(book.vault, mine), _side(other, theirs))
    joining = _Settling(book.vault, found).joining(
        where, [*theirs.heads, *_heads(book.vault), *_heads(other)]
    )
    is_laid_open = bool(other.place.envelope.suffix) and not book.vault.place.envelope.suffix
    return replace(joining, key=key, is_laid_open=is_laid_open)


def _side(vault: Vault, joined: Joined) -> Side:
    return Side(vault, joined.names)


def _heads(vault: Vault) -> Iterator[Head]:
    manifest = vault.head.manifest
    if manifest is not None:
        saved_at = datetime.fromisoformat(manifest.saved_at)
        yield Head(sha256=manifest.sha256, saved_at=saved_at, mark=mark(manifest))


class _Settling:
    """Makes the edits of one joining."""

    def __init__(self, vault: Vault, found: list[Differing]) -> None:
        self._vault = vault
        self._found = [one for one in found if one.table != Joined.kind]
        self._theirs = {
            (one.table, one.id)
            for one in found
            if one.theirs is not None and not is_tombstone(one.theirs.document)
        }
        self._counts: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._both: list[TwoVersions] = []

    def joining(self, where: Path | Aside, heads: list[Head]) -> Joining:
        """Return all of it; `heads` are the states that come together."""
        edits = [edit for one in self._found for edit in self._edits(one)]
        # One shard after the other, so that few of them are in memory at once.
        edits.sort(key=_shard)
        if edits:
            edits.append(self._bookkeeping(heads))
        return Joining(
            self._vault.generation,
            tuple(edits),
            self._counts,
            self._kinds,
            tuple(self._both),
            where,
        )

    def _edits(self, differing: Differing) -> Iterator[Edit]:
        done = settled(differing)
        if done is None:
            return
        self._counts[done.how] += 1
        self._kinds[differing.table] += 1
        before = _record(differing, differing.mine)
        stands = _record(differing, done.stands)
        if before is None or stands is None or before.document() != stands.document():
            yield Edit(before, stands)
        if done.beside is not None and stands is not None:
            yield from self._kept_beside(differing, stands, done.beside)

    def _kept_beside(self, differing: Differing, newer: Record, version: Version) -> Iterator[Edit]:
        copy_id, document = beside(version.document, differing.id)
        copy = as_kept(differing.table, copy_id, version.shard, document)
        if copy is None:
            return
        self._both.append(TwoVersions(newer, copy))
        # Kept beside already when the same two were joined before, here or there.
        there = self._vault.read(copy.shard).get(differing.table, {}).get(copy_id)
        if (there is None or is_tombstone(there)) and (
            differing.table,
            copy_id,
        ) not in self._theirs:
            yield Edit(None, copy)

    def _bookkeeping(self, heads: list[Head]) -> Edit:
        document = self._vault.read(CORE).get(Joined.kind, {}).get(Joined.kind)
        before = None if document is None else readable(Joined.kind, document)
        so_far = before if isinstance(before, Joined) else Joined()
        return Edit(before, so_far.with_heads(heads))


def _record(differing: Differing, version: Version | None) -> Record | None:
    if version is None:
        return None
    return as_kept(differing.table, differing.id, version.shard, version.document)


def _shard(edit: Edit) -> str:
    record = edit.after or edit.before
    return CORE if record is None else record.shard
