"""Another vault, opened to be joined with ours: a folder, a backup, or what a sync tool put aside. Never written to."""

import errno
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import keys, lineage
from stepup.vault.disk import Disk, Kind, Seen
from stepup.vault.envelope import Envelope, PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.layout import Place
from stepup.vault.lineage import Aside
from stepup.vault.migrations import CURRENT
from stepup.vault.store import Vault


class _ReadingDisk(Disk):
    """A disk on which nothing can be made."""

    def writable(self, folder: Path) -> bool:  # noqa: ARG002 - nothing is, anywhere
        """Answer no."""
        return False


class _BackupDisk(_ReadingDisk):
    """A backup's files as if they stood in a folder."""

    def __init__(self, root: Path, files: Mapping[str, bytes]) -> None:
        super().__init__()
        self._files = {root / name: data for name, data in files.items()}

    def look(self, path: Path, *, follow_link: bool = False) -> Seen | None:  # noqa: ARG002 - there are no links
        """See a file, or a folder that holds one."""
        if path in self._files:
            size = len(self._files[path])
            return Seen(Kind.FILE, size, (size,))
        if any(path in file.parents for file in self._files):
            return Seen(Kind.FOLDER, 0, ())
        return None

    def names(self, folder: Path) -> tuple[str, ...]:
        """Sorted names in a folder."""
        return tuple(sorted(file.name for file in self._files if file.parent == folder))

    def read(self, path: Path) -> bytes:
        """All bytes of a file."""
        if path not in self._files:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path.name)
        return self._files[path]


class _AsideDisk(_ReadingDisk):
    """Our own folder as it would be if a state put aside were the newest."""

    def __init__(self, place: Place, aside: Aside) -> None:
        super().__init__()
        self._place = place
        self._disk = place.disk
        self._manifest = place.manifest(aside.manifest.generation)
        self._file = place.manifests / aside.name

    def look(self, path: Path, *, follow_link: bool = False) -> Seen | None:
        """See what stands at path."""
        return self._disk.look(self._found(path), follow_link=follow_link)

    def names(self, folder: Path) -> tuple[str, ...]:
        """Sorted names in a folder; of the manifests, the older ones and the one put aside."""
        names = self._disk.names(folder)
        if folder != self._place.manifests:
            return names
        newest = self._place.manifest_number(self._manifest.name) or 0
        numbered = {name: self._place.manifest_number(name) for name in names}
        older = {name for name, number in numbered.items() if number is None or number < newest}
        return tuple(sorted({*older, self._manifest.name}))

    def read(self, path: Path) -> bytes:
        """All bytes of a file."""
        return self._disk.read(self._found(path))

    def _found(self, path: Path) -> Path:
        """Return where a file stands: a data file may have been given another name as well."""
        if path == self._manifest:
            return self._file
        if path.parent != self._place.data or self._disk.look(path) is not None:
            return path
        stem = path.name.partition(".")[0]
        twins = (name for name in self._disk.names(path.parent) if name.startswith(stem))
        return next((path.with_name(name) for name in twins), path)


def open_other(
    path: Path, mine: Vault, *, now: Callable[[], datetime], envelope: Envelope | None = None
) -> Vault:
    """Open the vault in a folder, or the backup in a file, to be joined with `mine`.

    A locked one needs its envelope, unless the key of `mine` opens it: a copy of a locked vault has the same key.
    Raises Problem(NOT_A_NOTEBOOK, SAME_NOTEBOOK, OTHER_LOCKED, OTHER_NOT_WHOLE, BACKUP_INVALID, KEY_GONE, VAULT_NEWER,
    VAULT_NOT_READABLE, FILE_NOT_REGULAR, IO_ERROR).
    """
    disk = Disk()
    with as_problems(reading=True):
        seen = disk.look(path, follow_link=True)
        if seen is None:
            raise Problem(ProblemCode.NOT_A_NOTEBOOK, file=path.name)
        if seen.kind is not Kind.FOLDER:
            return _whole(_backup(path, seen, mine, now, envelope), path)
        if path.resolve() == mine.root.resolve():
            raise Problem(ProblemCode.SAME_NOTEBOOK)
        place = Place(path, _ReadingDisk(), PlainEnvelope(), CURRENT)
        return _whole(_open(place, mine, now, envelope), path)


def heads_aside(mine: Vault) -> list[Aside]:
    """Tell what a sync tool put aside in our own folder. Raises Problem."""
    with as_problems(reading=True):
        return lineage.heads_aside(mine.place)


def open_aside(aside: Aside, mine: Vault, *, now: Callable[[], datetime]) -> Vault:
    """Open what a sync tool put aside. Raises Problem as `open_other` does."""
    place = mine.place
    disk = _AsideDisk(place, aside)
    vault = Vault.open(
        place.root, now=now, disk=disk, envelope=place.envelope, migrations=place.migrations
    )
    return _whole(vault, Path(aside.name))


def _backup(
    path: Path,
    seen: Seen,
    mine: Vault,
    now: Callable[[], datetime],
    envelope: Envelope | None,
) -> Vault:
    from stepup.vault import archive

    if seen.size > 2 * archive.MOST_BYTES:
        raise Problem(ProblemCode.BACKUP_INVALID, why="size")
    files = archive.members(Disk().read(path.resolve()))
    place = Place(path, _BackupDisk(path, files), PlainEnvelope(), CURRENT)
    found = _opener(place, mine, envelope)
    archive.proved(place._replace(envelope=found or PlainEnvelope()), files)
    return _open(place, mine, now, found)


def _open(
    place: Place, mine: Vault, now: Callable[[], datetime], envelope: Envelope | None
) -> Vault:
    found = _opener(place, mine, envelope)
    return Vault.open(place.root, now=now, disk=place.disk, envelope=found)


def _opener(place: Place, mine: Vault, envelope: Envelope | None) -> Envelope | None:
    """Return what opens a locked vault, None for a plain one. Raises Problem(OTHER_LOCKED), OSError."""
    if not keys.is_locked(place.root, place.disk):
        return None
    if envelope is not None:
        return envelope
    ours = mine.place.envelope
    sealed = place._replace(envelope=ours)
    if ours.suffix:
        for number in sealed.manifest_numbers()[:1]:
            with suppress(ValueError, FileNotFoundError):
                ours.open(place.disk.read(sealed.manifest(number)))
                return ours
    raise Problem(ProblemCode.OTHER_LOCKED, file=place.root.name)


def _whole(vault: Vault, path: Path) -> Vault:
    """Return the vault; what is not its newest state is not joined: one would take it for all there is."""
    if vault.is_new:
        raise Problem(ProblemCode.NOT_A_NOTEBOOK, file=path.name)
    problem = vault.head.problem
    if problem is not None or vault.head.manifest is None:
        raise Problem(ProblemCode.OTHER_NOT_WHOLE, file=path.name)
    return vault
