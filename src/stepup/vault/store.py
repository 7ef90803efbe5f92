"""The vault: open it, read shards, commit records, look for what others wrote."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeVar

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import documents, head, keys, merge, shards
from stepup.vault.disk import Disk
from stepup.vault.envelope import Envelope, PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.head import Head
from stepup.vault.layout import README_NAME, Place
from stepup.vault.manifest import Manifest, ShardEntry
from stepup.vault.merge import Put
from stepup.vault.migrations import CURRENT, Migrations, Tables
from stepup.vault.readme import readme

if TYPE_CHECKING:
    from stepup.vault.commit import Made
    from stepup.vault.history import Generation, RecordChange

# What saving and the history need is loaded with the first of them: a start only reads.

_Read = TypeVar("_Read")

LOCK_SECONDS: Final = 10.0
_READ_ATTEMPTS: Final = 3


class Committed(NamedTuple):
    """What a commit came to.

    `changed` are shards whose content is not what this Vault knew plus the puts: someone else wrote there, or another
    version was kept; a reader must read them again. `copies` are the ids those other versions were given.
    """

    generation: int
    changed: frozenset[str]
    copies: tuple[str, ...]


class Vault:
    """One folder of immutable files. `read` may be called from any thread, also while another commits."""

    def __init__(self, place: Place, found: Head, now: Callable[[], datetime]) -> None:
        """Use `Vault.open`."""
        self._place = place
        self._now = now
        # The head is one immutable value: swapped under this lock, read without it.
        self._writing = threading.RLock()
        self._head = found
        self._read_only = found.problem or head.unwritable(place)

    @classmethod
    def open(
        cls,
        root: Path,
        *,
        now: Callable[[], datetime],
        disk: Disk | None = None,
        envelope: Envelope | None = None,
        migrations: Migrations = CURRENT,
    ) -> Self:
        """Open the vault at root, writing nothing.

        A locked vault needs the envelope of its key (`keys.unlock`). Raises Problem(LOCKED, KEY_GONE, VAULT_NEWER,
        VAULT_NOT_A_FOLDER, VAULT_NOT_READABLE, IO_ERROR). A vault that is damaged or may not be written opens for
        reading; `read_only` says why.
        """
        place = Place(root, disk or Disk(), envelope or PlainEnvelope(), migrations)
        with as_problems(reading=True):
            if envelope is None:
                keys.refuse_if_sealed(root, place.disk)
            return cls(place, head.find(place), now)

    @property
    def place(self) -> Place:
        """The folder with what is needed to read and write in it."""
        return self._place

    @property
    def root(self) -> Path:
        """The vault's folder."""
        return self._place.root

    @property
    def head(self) -> Head:
        """The known head."""
        return self._head

    @property
    def read_only(self) -> Problem | None:
        """Why nothing can be written, or None."""
        return self._read_only

    @property
    def generation(self) -> int:
        """The number of the known head; 0 before the first act."""
        return self._head.generation

    @property
    def is_new(self) -> bool:
        """Whether there is no manifest and no data: the first act will make generation 1."""
        return self._head.newest == 0 and self._head.problem is None

    def create(self) -> None:
        """Make the folders, README.txt and generation 1 with no shards, where they are missing. Raises Problem."""
        from stepup.vault.commit import Made

        self._commit(lambda _: Made(None))

    def shards(self) -> tuple[str, ...]:
        """Names of the known head's shards: core first, then years, newest first."""
        return self._head.shards()

    def read(self, shard: str) -> Tables:
        """A shard's tables, verified; {} for a shard that does not exist yet.

        Raises Problem(SHARD_DAMAGED, SHARD_MISSING, FILE_NOT_REGULAR, VAULT_NOT_READABLE, IO_ERROR).
        """
        return self._read(shard, self._load_tables) or {}

    def find(self, shard: str, pattern: re.Pattern[bytes]) -> Tables:
        """The records of a shard in whose JSON a pattern is found, verified. Raises as `read` does."""
        return shards.matching(self._read(shard, self._load_bytes) or b"", pattern)

    def refresh(self) -> frozenset[str]:
        """Look for a newer head; names of the shards that changed. One listing and one look when nothing is new."""
        with self._writing, as_problems(reading=True):
            known = self._head
            keys.refuse_if_changed(self.root, self._place.disk, self._place.envelope)
            if head.newest_stamp(self._place) != (known.newest, known.stamp):
                self._adopt(head.find_again(self._place, self._head))
            return self._head.differing(known)

    def commit(
        self,
        puts: Sequence[Put],
        labels: Sequence[str],
        *,
        alone: bool = False,
        checked: bool = False,
    ) -> Committed:
        """Save puts as one generation, upon the newest head whoever wrote it; durable when this returns.

        `alone` notes in the history that this generation is one act, so that undoing it undoes exactly that. Puts that
        change nothing make no generation. Raises Problem; then nothing of it counts as saved, and the same call may be
        made again. `checked` tells that `merge.check` has passed the puts.
        """
        from stepup.vault import commit

        if not checked:
            merge.check(puts)
        note = commit.Note(self._saved_at(), tuple(map(documents.whole, labels)), alone)
        return self._commit(lambda base: commit.plan_puts(self._place, base, puts, note))

    def history(self) -> list[Generation]:
        """All saved states that can be read, newest first. Raises Problem."""
        from stepup.vault import history

        with as_problems(reading=True):
            return history.generations(self._place)

    def changes(self, generation: int) -> list[RecordChange]:
        """What that commit did, against its parent: shard, table, id, document before, document after.

        Raises Problem(NO_SUCH_GENERATION) when it or its parent has been pruned, Problem(GENERATION_GONE) when a file
        of theirs is gone or damaged.
        """
        from stepup.vault import history

        with as_problems(reading=True):
            return history.changes(self._place, generation)

    def restore_generation(self, number: int) -> Committed:
        """Make a new generation that names the files of an old one; nothing is removed. Raises as `changes` does."""
        from stepup.vault import commit, history

        note = commit.Note(self._saved_at(), (), alone=True)
        return self._commit(lambda base: history.plan_restore(self._place, base, number, note))

    def _commit(self, make: Callable[[Manifest], Made]) -> Committed:
        from stepup.vault import commit, retention

        with self._writing, as_problems():
            self._refuse_read_only()
            known = self._head
            self._make_folders()
            with self._place.disk.lock(self._place.lock, LOCK_SECONDS):
                keys.refuse_if_changed(self.root, self._place.disk, self._place.envelope)
                outcome = commit.on_newest(self._place, known, self._saved_at(), make)
                if (
                    outcome.made.plan is not None
                    and outcome.after.generation % retention.PRUNE_EVERY == 0
                ):
                    retention.prune(self._place)
            self._adopt(outcome.after)
            changed = known.differing(outcome.found) | outcome.made.changed
            return Committed(outcome.after.generation, changed, outcome.made.copies)

    def _refuse_read_only(self) -> None:
        if self._read_only is not None:
            # It may have been put right since: a stick plugged in again, the rest of a synchronisation.
            self._adopt(head.find_again(self._place, self._head))
        if self._read_only is not None:
            from stepup.vault import commit

            raise commit.read_only(self._read_only)

    def _make_folders(self) -> None:
        if not self.is_new:
            return
        disk = self._place.disk
        for folder in (self._place.root, self._place.manifests, self._place.data):
            disk.make_folder(folder)
        with suppress(FileExistsError):
            disk.create(self._place.root / README_NAME, readme(self._place.envelope).encode())
        for folder in (self._place.root, *self._place.root.parents):
            # An attempt that ended halfway may have made any of them without forcing its name out.
            if disk.writable(folder):
                with suppress(PermissionError):
                    disk.sync_folder(folder)

    def _adopt(self, found: Head) -> None:
        known = self._head
        if found.problem is not None and found.generation < known.generation:
            # What was read stays readable, each shard proved by itself; only writing stops until the head is whole.
            found = known._replace(stamp=(), problem=found.problem)
        self._head = found
        self._read_only = found.problem or head.unwritable(self._place)

    def _saved_at(self) -> str:
        return self._now().isoformat(timespec="seconds")

    def _read(self, shard: str, load: Callable[[Head, str, ShardEntry], _Read]) -> _Read | None:
        known = self._head
        with as_problems(reading=True):
            for _ in range(_READ_ATTEMPTS):
                entry = known.entry(shard)
                if entry is None:
                    return None
                try:
                    return load(known, shard, entry)
                except FileNotFoundError:
                    known = self._newer(known, shard, entry)
        raise Problem(ProblemCode.BUSY)

    def _newer(self, known: Head, shard: str, entry: ShardEntry) -> Head:
        keys.refuse_if_changed(self.root, self._place.disk, self._place.envelope)
        # Another window saved so often that this file was pruned: look again, without forgetting what was known,
        # so that the next refresh still reports the change.
        found = head.find(self._place)
        if found.problem is not None or found.entry(shard) == entry:
            raise shards.missing(shard, entry, known.generation)
        return found

    def _load_tables(self, known: Head, shard: str, entry: ShardEntry) -> Tables:
        tables = shards.load_tables(self._place, shard, entry, known.generation)
        return self._place.migrations.apply(tables, known.schema)

    def _load_bytes(self, known: Head, shard: str, entry: ShardEntry) -> bytes:
        if known.schema < self._place.migrations.schema:
            return shards.encode(self._load_tables(known, shard, entry))
        return shards.load(self._place, shard, entry, known.generation)
