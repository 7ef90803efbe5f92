"""What is left of the plain side of a locked vault: sealed where it has no twin, and then removed."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from stepup.domain.problem import Problem
from stepup.vault import head
from stepup.vault.disk import Disk, Kind
from stepup.vault.envelope import PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.keys import SEALED
from stepup.vault.layout import README_NAME, TEMPORARY, Place
from stepup.vault.manifest import DamagedError, Manifest, ShardEntry
from stepup.vault.migrations import CURRENT
from stepup.vault.readme import readme
from stepup.vault.twins import Twins, checksum, copy_manifests, described, is_on_side, twin_name


def finish(place: Place) -> bool:
    """Remove what is left of the plain side of a locked vault, once its twin is proved; whether there was something.

    Another window that is busy does it. Raises Problem.
    """
    with as_problems():
        if not any(True for _ in _plain_files(place)):
            return False
        held = place.disk.try_lock(place.lock, 0)
        if held is None:
            return False
        try:
            finish_held(place)
        finally:
            held.release()
        return True


def plain_leftovers(root: Path, disk: Disk | None = None) -> tuple[str, ...]:
    """Names of files in a locked vault that can be read by anyone. Raises Problem."""
    place = Place(root, disk or Disk(), PlainEnvelope(), CURRENT)
    with as_problems(reading=True):
        return tuple(path.name for path in _plain_files(place))


def _plain_files(place: Place) -> Iterator[Path]:
    for folder in (place.manifests, place.data, place.drafts, place.damaged):
        for name in place.disk.names(folder):
            if SEALED not in name and not name.endswith(".lock"):
                path = folder / name
                if not name.endswith(TEMPORARY) or not _is_sealed(place.disk, path):
                    yield path


def _is_sealed(disk: Disk, path: Path) -> bool:
    """Whether a file that is being written, or never was finished, is a sealed one."""
    try:
        return disk.read(path).startswith(b"age-encryption.org/")
    except FileNotFoundError:
        return True  # it had its name for a moment only


def finish_held(locked: Place) -> None:
    """Seal what has no sealed twin yet, then remove the plain files."""
    locked.disk.sync_folder(locked.root)  # a power cut must not take the lock away without them
    plain = Place(locked.root, locked.disk, PlainEnvelope(), locked.migrations)
    twins: Twins = {}
    for path in list(_plain_files(locked)):
        if path.parent == locked.data and is_on_side(plain, path.name):
            twins[path.name] = _sealed_twin(locked, path)
        elif path.parent != locked.manifests and not path.name.endswith(TEMPORARY):
            _seal_text(locked, path)
    _take_late_saves_along(plain, locked, twins)
    for path in list(_plain_files(locked)):
        if path.parent == locked.manifests and not _has_equal(plain, locked, path.name):
            _seal_text(locked, path, folder=locked.damaged)
        locked.disk.remove(path)
    for folder in (locked.manifests, locked.data, locked.drafts, locked.damaged):
        if locked.disk.look(folder) is not None:
            locked.disk.sync_folder(folder)
    write_readme(locked)


def _take_late_saves_along(plain: Place, locked: Place, twins: Twins) -> None:
    """Seal the manifests another window published until the last moment, where locks do nothing."""
    newest = head.find(locked).newest
    for number in plain.manifest_numbers():
        if number <= newest:
            continue
        with suppress(DamagedError, FileNotFoundError, Problem, ValueError):
            for entry in head.read_manifest(plain, number).shards.values():
                if entry.file not in twins:
                    twins[entry.file] = described(locked, locked.data / twin_name(entry.file))
    copy_manifests(plain, locked, twins, above=newest)


def _sealed_twin(locked: Place, path: Path) -> tuple[str, ShardEntry]:
    """Return the entry of a plain data file's twin, made where it is missing; what differs is sealed beside it."""
    data = locked.disk.read(path)
    twin = path.with_name(twin_name(path.name))
    if locked.disk.look(twin) is None:
        locked.disk.create(twin, locked.envelope.seal(data))
        locked.disk.sync_folder(path.parent)
    found = "", ShardEntry(twin.name, 0, "", 0)
    with suppress(ValueError):
        found = described(locked, twin)
    if found[0] != checksum(data):
        _seal_text(locked, path, folder=locked.damaged)
    return found


def _seal_text(locked: Place, path: Path, folder: Path | None = None) -> None:
    """Seal any file under its own name and .age, in its folder or another."""
    disk = locked.disk
    seen = disk.look(path)
    if seen is None or seen.kind is not Kind.FILE:
        return
    data = disk.read(path)
    target = (folder or path.parent) / f"{path.name}{SEALED}"
    disk.make_folder(target.parent)
    temporary = target.with_name(f"{target.name}-{disk.token()}{TEMPORARY}")
    disk.create(temporary, locked.envelope.seal(data))
    if target.parent == locked.damaged and disk.look(target) is not None:
        target = target.with_name(f"{path.name}-{disk.token()}{SEALED}")
    disk.replace(temporary, target)
    disk.sync_folder(target.parent)


def _has_equal(plain: Place, locked: Place, name: str) -> bool:
    """Whether a plain manifest stands on the locked side too: the same save, with the same records."""
    number = plain.manifest_number(name)
    if number is None:  # half a file, or one that a sync tool gave a name of its own
        twin = locked.manifests / twin_name(name)
        return name.endswith(TEMPORARY) or locked.disk.look(twin) is not None
    try:
        ours = head.read_manifest(plain, number)
        theirs = head.read_manifest(locked, number)
    except (DamagedError, Problem, OSError):
        return False
    return _told(ours) == _told(theirs)


def _told(one: Manifest) -> tuple[object, ...]:
    counts = {shard: entry.records for shard, entry in one.shards.items()}
    return one.generation, one.saved_at, one.labels, one.alone, counts


def write_readme(place: Place) -> None:
    """Put the README.txt of this side in its place."""
    path = place.root / README_NAME
    temporary = path.with_name(f"{README_NAME}-{place.disk.token()}{TEMPORARY}")
    place.disk.create(temporary, readme(place.envelope).encode())
    place.disk.replace(temporary, path)
    place.disk.sync_folder(place.root)
