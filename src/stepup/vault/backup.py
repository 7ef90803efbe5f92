"""Backup to one file, and back: copied, read again, compared, and only then in place; nothing is overwritten."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import head, keys, shards
from stepup.vault.disk import Disk, Kind
from stepup.vault.envelope import Envelope, PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.layout import IDENTITY, KEYS, README_NAME, TEMPORARY, Place, in_reading_order
from stepup.vault.migrations import CURRENT, Migrations
from stepup.vault.readme import readme

if TYPE_CHECKING:
    from stepup.vault.archive import Contents
    from stepup.vault.manifest import Manifest
    from stepup.vault.store import Vault


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup or a restore holds: the generation, and how many living records and bytes."""

    generation: int
    records: int
    size: int


def backup(vault: "Vault", path: Path) -> Kept:
    """Write the known head to a zip at path, read it back and compare.

    Raises Problem(BACKUP_EXISTS) when something is there, Problem(NO_SUCH_GENERATION) when there is nothing to keep
    yet, SHARD_DAMAGED or SHARD_MISSING when the head is not whole, DISK_FULL, IO_ERROR.
    """
    from stepup.vault import archive

    place = vault.place
    with as_problems():
        if place.disk.look(path) is not None:
            raise Problem(ProblemCode.BACKUP_EXISTS, file=path.name)
        wanted = vault.head.manifest
        if wanted is None:
            raise Problem(ProblemCode.NO_SUCH_GENERATION, generation=0)
        data = archive.pack(_files_of(place, wanted))
        temporary = path.with_name(f".{path.name}-{place.disk.token()}{TEMPORARY}")
        try:
            place.disk.create(temporary, data)
            contents = archive.unpack(place, place.disk.read(temporary))
            _compare(contents, wanted)
            _put_in_place(place.disk, temporary, path)
        finally:
            with suppress(OSError):
                place.disk.remove(temporary)
        return Kept(wanted.generation, contents.records, len(data))


def key_of(path: Path, *, disk: Disk | None = None) -> bytes | None:
    """Return the key file in the backup of a locked vault, None in that of a plain one.

    Raises Problem(BACKUP_INVALID, VAULT_NOT_READABLE, FILE_NOT_REGULAR, IO_ERROR).
    """
    from stepup.vault import archive

    with as_problems(reading=True):
        return archive.member((disk or Disk()).read(path), IDENTITY)


def open_key(sealed: bytes, secret: bytes, cost: keys.Cost = keys.USUAL) -> keys.KeyEnvelope:
    """Return what opens the backup of a locked vault. Raises Problem as `keys.opened_key` does."""
    return keys.opened_key(sealed, secret, IDENTITY, cost)


def restore(
    path: Path,
    into: Path,
    *,
    disk: Disk | None = None,
    envelope: Envelope | None = None,
    migrations: Migrations = CURRENT,
) -> Kept:
    """Make a vault in `into`, which must be new or empty, from the backup at path.

    It is written beside, verified there, and then takes the name. The backup of a locked vault needs its envelope
    (`open_key`), and makes a locked vault. Raises Problem(LOCKED, RESTORE_TARGET_NOT_EMPTY, BACKUP_INVALID,
    VAULT_NEWER, VAULT_NOT_READABLE, FILE_NOT_REGULAR, DISK_FULL, IO_ERROR).
    """
    from stepup.vault import archive

    disk = disk or Disk()
    beside = into.with_name(f".{into.name}-{disk.token()}{TEMPORARY}")
    place = Place(beside, disk, envelope or PlainEnvelope(), migrations)
    with as_problems():
        seen = disk.look(into, follow_link=True)
        if seen is not None and (seen.kind is not Kind.FOLDER or disk.names(into)):
            raise Problem(ProblemCode.RESTORE_TARGET_NOT_EMPTY, file=into.name)
        with as_problems(reading=True):
            data = disk.read(path)
        if envelope is None and archive.member(data, IDENTITY) is not None:
            raise Problem(ProblemCode.LOCKED)
        contents = archive.unpack(place, data)
        try:
            _write(place, contents)
            _compare_written(place, contents)
            disk.remove_folder(into)
            disk.rename_checked(beside, into)
            disk.sync_folder(into.parent)
        except BaseException:
            _clear(place, contents)
            raise
        return Kept(contents.manifest.generation, contents.records, len(data))


def _files_of(place: Place, wanted: "Manifest") -> dict[str, bytes]:
    files = {
        README_NAME: readme(place.envelope).encode(),
        **_key_files(place),
        f"manifests/{place.manifest(wanted.generation).name}": place.disk.read(
            place.manifest(wanted.generation)
        ),
    }
    for shard in in_reading_order(wanted.shards):
        entry = wanted.shards[shard]
        try:
            files[f"data/{entry.file}"] = place.disk.read(place.data / entry.file)
        except FileNotFoundError:
            raise shards.missing(shard, entry, wanted.generation) from None
        shards.verify(place, shard, entry, wanted.generation, files[f"data/{entry.file}"])
    return files


def _key_files(place: Place) -> dict[str, bytes]:
    """Return the key files of a locked vault: without them its backup could never be opened."""
    if not place.envelope.suffix:
        return {}
    return {
        name: place.disk.read(place.root / name)
        for name in KEYS
        if place.disk.look(place.root / name) is not None
    }


def _compare(found: "Contents", wanted: "Manifest") -> None:
    if found.manifest != wanted or found.manifest.records != wanted.records:
        raise Problem(ProblemCode.BACKUP_INVALID, why="content")


def _put_in_place(disk: Disk, temporary: Path, path: Path) -> None:
    try:
        if not disk.link(temporary, path):
            disk.rename_checked(temporary, path)
    except FileExistsError:
        raise Problem(ProblemCode.BACKUP_EXISTS, file=path.name) from None
    disk.sync_folder(path.parent)


def _write(place: Place, contents: "Contents") -> None:
    for folder in (place.root, place.manifests, place.data):
        place.disk.make_folder(folder)
    for name, data in {README_NAME: readme(place.envelope).encode(), **contents.files}.items():
        place.disk.create(place.root / name, data)
    for folder in (place.manifests, place.data, place.root):
        place.disk.sync_folder(folder)


def _compare_written(place: Place, contents: "Contents") -> None:
    found = head.find(place)
    if found.problem is not None or found.manifest != contents.manifest:
        raise Problem(ProblemCode.BACKUP_INVALID, why="content")
    for shard, entry in contents.manifest.shards.items():
        shards.load_tables(place, shard, entry, contents.manifest.generation)


def _clear(place: Place, contents: "Contents") -> None:
    for name in {README_NAME, *contents.files}:
        with suppress(OSError):
            place.disk.remove(place.root / name)
    for folder in (place.manifests, place.data, place.root):
        with suppress(OSError):
            place.disk.remove_folder(folder)
