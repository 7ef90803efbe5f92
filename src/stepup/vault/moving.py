"""From plain to locked and back: everything is written anew beside, proved, and then one file decides.

A vault is locked exactly when identity.age is there. Until that file comes (or goes), the side a reader opens is the
old one, whole; from then on it is the new one, whole, and what is left of the other side is only to be removed. So a
power cut at any step leaves one of the two, and doing the same again goes on from there.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import commit, head, keys, manifest, shards
from stepup.vault.disk import Disk, Kind
from stepup.vault.envelope import PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.keys import KeyEnvelope
from stepup.vault.layout import IDENTITY, README_NAME, RECOVERY, TEMPORARY, Place, data_parts
from stepup.vault.manifest import DamagedError, Manifest, Parent, ShardEntry
from stepup.vault.migrations import CURRENT, Migrations
from stepup.vault.publish import Plan, publish
from stepup.vault.readme import readme

LOCK_SECONDS: Final = 10.0
_SEALED: Final = KeyEnvelope.suffix


def set_lock(
    root: Path,
    secret: bytes,
    code: bytes,
    *,
    now: Callable[[], datetime],
    disk: Disk | None = None,
    migrations: Migrations = CURRENT,
    cost: keys.Cost = keys.USUAL,
) -> KeyEnvelope:
    """Lock a plain vault with a passphrase and a recovery code; its whole history goes with it.

    Raises Problem(HAS_LOCK, READ_ONLY with why, NO_MEMORY, BUSY, DISK_FULL, IO_ERROR); then the vault is plain, whole.
    """
    disk = disk or Disk()
    envelope = keys.new_envelope()
    sealed = {
        RECOVERY: keys.sealed_key(envelope, code, cost),
        IDENTITY: keys.sealed_key(envelope, secret, cost),
    }
    plain = Place(root, disk, PlainEnvelope(), migrations)
    locked = Place(root, disk, envelope, migrations)
    with as_problems():
        for folder in (root, plain.manifests, plain.data):
            disk.make_folder(folder)
        with disk.lock(plain.lock, LOCK_SECONDS):
            if keys.is_locked(root, disk):
                raise Problem(ProblemCode.HAS_LOCK)
            keys.refuse_if_sealed(root, disk)
            _begin(plain, now)
            _copy(plain, locked)
            for name, data in sealed.items():  # identity.age last: with it the vault is locked
                keys.write_key(root, name, data, disk)
            _finish(locked)
    return envelope


def take_off(
    root: Path,
    envelope: KeyEnvelope,
    *,
    disk: Disk | None = None,
    migrations: Migrations = CURRENT,
) -> None:
    """Make a locked vault plain again, its whole history with it. Raises Problem; then the vault is locked, whole."""
    disk = disk or Disk()
    plain = Place(root, disk, PlainEnvelope(), migrations)
    locked = Place(root, disk, envelope, migrations)
    with as_problems(), disk.lock(plain.lock, LOCK_SECONDS):
        if not keys.is_locked(root, disk):
            raise Problem(ProblemCode.HAS_NO_LOCK)
        _copy(locked, plain)
        for folder in (locked.drafts, locked.damaged):
            _open_texts(locked, folder)
        disk.remove(root / IDENTITY)  # with it the vault is plain
        disk.sync_folder(root)
        _remove_sealed(locked)
        disk.remove(root / RECOVERY)
        _write_readme(plain)


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
            _finish(place)
        finally:
            held.release()
        return True


def plain_leftovers(root: Path, disk: Disk | None = None) -> tuple[str, ...]:
    """Names of files in a locked vault that can be read by anyone. Raises Problem."""
    place = Place(root, disk or Disk(), PlainEnvelope(), CURRENT)
    with as_problems(reading=True):
        return tuple(path.name for path in _plain_files(place))


def _begin(plain: Place, now: Callable[[], datetime]) -> None:
    """See that the vault is whole; a new one gets its first generation, so that there is something to lock."""
    found = head.find(plain)
    if found.problem is not None:
        raise commit.read_only(found.problem)
    if found.manifest is None:
        saved_at = now().isoformat(timespec="seconds")
        publish(plain, Plan(saved_at, (), plain.migrations.schema, {}), None, 1)


def _copy(source: Place, target: Place) -> None:
    """Write all of source anew on target's side and prove it; raises Problem when the newest state is not whole."""
    found = head.find(source)
    if found.problem is not None:
        raise commit.read_only(found.problem)
    _clear_side(target)
    twins = {
        name: twin
        for name in source.disk.names(source.data)
        if _is_on_side(source, name) and (twin := _copy_data(source, target, name)) is not None
    }
    target.disk.sync_folder(target.data)
    _copy_manifests(source, target, twins, above=0)
    target.disk.sync_folder(target.manifests)
    _prove(source, target)


def _copy_data(source: Place, target: Place, name: str) -> tuple[str, ShardEntry] | None:
    """Write one data file's twin; its checksum before, and the twin's entry without a count of records."""
    sealed = source.disk.read(source.data / name)
    try:
        plain = source.envelope.open(sealed)
    except ValueError:
        return None  # the doctor's: no manifest that names it can be read whole
    ours = target.envelope.seal(plain)
    twin = _twin(name)
    target.disk.create(target.data / twin, ours)
    if target.envelope.open(target.disk.read(target.data / twin)) != plain:
        raise Problem(ProblemCode.IO_ERROR, error="EBADMSG")
    return _checksum(sealed), ShardEntry(twin, len(ours), _checksum(ours), 0)


def _copy_manifests(
    source: Place, target: Place, twins: dict[str, tuple[str, ShardEntry]], *, above: int
) -> None:
    """Write the manifests of which every file has a twin, the oldest first: each names its parent by its checksum."""
    made: dict[int, str] = {}
    for number in reversed(source.manifest_numbers()):
        with suppress(DamagedError, FileNotFoundError, Problem):
            old = head.read_manifest(source, number)
            if number > above and all(
                twins.get(entry.file, ("",))[0] == entry.sha256 for entry in old.shards.values()
            ):
                made[number] = _copy_manifest(target, old, twins, made)


def _copy_manifest(
    target: Place, old: Manifest, twins: dict[str, tuple[str, ShardEntry]], made: dict[int, str]
) -> str:
    entries = {
        shard: replace(twins[entry.file][1], records=entry.records)
        for shard, entry in old.shards.items()
    }
    parent = old.parent and Parent(
        old.parent.generation, made.get(old.parent.generation, old.parent.sha256)
    )
    new, plain = manifest.encode(replace(old, shards=entries, parent=parent))
    target.disk.create(target.manifest(old.generation), target.envelope.seal(plain))
    return new.sha256


def _prove(source: Place, target: Place) -> None:
    """Raise Problem unless the newest state opens on target's side with the same records."""
    before, after = head.find(source), head.find(target)
    if before.manifest is None or after.manifest is None or before.generation != after.generation:
        raise _problem_of_source(source, before.manifest)
    for shard, entry in before.manifest.shards.items():
        plain = shards.load(source, shard, entry, before.generation)
        twin = after.entry(shard)
        if twin is None or shards.load(target, shard, twin, after.generation) != plain:
            raise Problem(ProblemCode.IO_ERROR, error="EBADMSG")


def _problem_of_source(source: Place, newest: Manifest | None) -> Problem:
    """Return why the newest state has no twin: one of its files is not as it was saved."""
    for shard, entry in newest.shards.items() if newest else ():
        try:
            shards.load(source, shard, entry, newest.generation if newest else 0)
        except Problem as problem:
            return problem
    return Problem(ProblemCode.IO_ERROR, error="EBADMSG")


# What is left of the plain side


def _plain_files(place: Place) -> Iterator[Path]:
    for folder in (place.manifests, place.data, place.drafts, place.damaged):
        for name in place.disk.names(folder):
            if _SEALED not in name and not name.endswith(".lock"):
                path = folder / name
                if not name.endswith(TEMPORARY) or not _is_sealed(place.disk, path):
                    yield path


def _is_sealed(disk: Disk, path: Path) -> bool:
    """Whether a file that is being written, or never was finished, is a sealed one."""
    try:
        return disk.read(path).startswith(b"age-encryption.org/")
    except FileNotFoundError:
        return True  # it had its name for a moment only


def _finish(locked: Place) -> None:
    """Seal what has no sealed twin yet, then remove the plain files."""
    plain = Place(locked.root, locked.disk, PlainEnvelope(), locked.migrations)
    twins: dict[str, tuple[str, ShardEntry]] = {}
    for path in list(_plain_files(locked)):
        if path.parent == locked.data and _is_on_side(plain, path.name):
            twins[path.name] = _sealed_twin(locked, path)
        elif path.parent != locked.manifests and not path.name.endswith(TEMPORARY):
            _seal_text(locked, path)
    _take_late_saves_along(plain, locked, twins)
    for path in list(_plain_files(locked)):
        has_number = plain.manifest_number(path.name) is not None
        if (
            path.parent == locked.manifests
            and has_number
            and not _has_equal(plain, locked, path.name)
        ):
            _seal_text(locked, path, folder=locked.damaged)
        locked.disk.remove(path)
    for folder in (locked.manifests, locked.data, locked.drafts, locked.damaged):
        if locked.disk.look(folder) is not None:
            locked.disk.sync_folder(folder)
    _write_readme(locked)


def _take_late_saves_along(
    plain: Place, locked: Place, twins: dict[str, tuple[str, ShardEntry]]
) -> None:
    """Seal the manifests another window published until the last moment, where locks do nothing."""
    newest = head.find(locked).newest
    for number in plain.manifest_numbers():
        if number <= newest:
            continue
        with suppress(DamagedError, FileNotFoundError, Problem, ValueError):
            for entry in head.read_manifest(plain, number).shards.values():
                if entry.file not in twins:
                    twins[entry.file] = _described(locked, locked.data / _twin(entry.file))
    _copy_manifests(plain, locked, twins, above=newest)


def _described(locked: Place, twin: Path) -> tuple[str, ShardEntry]:
    """Return the plain checksum and the entry of a sealed file; raises ValueError when it does not open."""
    sealed = locked.disk.read(twin)
    entry = ShardEntry(twin.name, len(sealed), _checksum(sealed), 0)
    return _checksum(locked.envelope.open(sealed)), entry


def _sealed_twin(locked: Place, path: Path) -> tuple[str, ShardEntry]:
    """Return the entry of a plain data file's twin, made where it is missing; what differs is sealed beside it."""
    data = locked.disk.read(path)
    twin = path.with_name(_twin(path.name))
    if locked.disk.look(twin) is None:
        locked.disk.create(twin, locked.envelope.seal(data))
        locked.disk.sync_folder(path.parent)
    found = "", ShardEntry(twin.name, 0, "", 0)
    with suppress(ValueError):
        found = _described(locked, twin)
    if found[0] != _checksum(data):
        _seal_text(locked, path, folder=locked.damaged)
    return found


def _seal_text(locked: Place, path: Path, folder: Path | None = None) -> None:
    """Seal any file under its own name and .age, in its folder or another."""
    disk = locked.disk
    seen = disk.look(path)
    if seen is None or seen.kind is not Kind.FILE:
        return
    data = disk.read(path)
    target = (folder or path.parent) / f"{path.name}{_SEALED}"
    disk.make_folder(target.parent)
    temporary = target.with_name(f"{target.name}-{disk.token()}{TEMPORARY}")
    disk.create(temporary, locked.envelope.seal(data))
    if target.parent == locked.damaged and disk.look(target) is not None:
        target = target.with_name(f"{path.name}-{disk.token()}{_SEALED}")
    disk.replace(temporary, target)
    disk.sync_folder(target.parent)


def _has_equal(plain: Place, locked: Place, name: str) -> bool:
    """Whether a plain manifest stands on the locked side too: the same save, with the same records."""
    number = plain.manifest_number(name)
    try:
        ours = head.read_manifest(plain, number or 0)
        theirs = head.read_manifest(locked, number or 0)
    except (DamagedError, Problem, OSError):
        return False
    return _told(ours) == _told(theirs)


def _told(one: Manifest) -> tuple[object, ...]:
    counts = {shard: entry.records for shard, entry in one.shards.items()}
    return one.generation, one.saved_at, one.labels, one.alone, counts


# What is left of the sealed side


def _open_texts(locked: Place, folder: Path) -> None:
    """Write drafts, and what was set aside, as plain files beside the sealed ones."""
    disk = locked.disk
    for name in disk.names(folder):
        target = folder / name.removesuffix(_SEALED)
        if name == target.name or (folder == locked.damaged and disk.look(target) is not None):
            continue
        with suppress(ValueError):  # not of this key: it stays as it is
            temporary = target.with_name(f"{target.name}-{disk.token()}{TEMPORARY}")
            disk.create(temporary, locked.envelope.open(disk.read(folder / name)))
            disk.replace(temporary, target)
    if disk.look(folder) is not None:
        disk.sync_folder(folder)


def _remove_sealed(locked: Place) -> None:
    disk = locked.disk
    _clear_side(locked)
    for folder in (locked.drafts, locked.damaged):
        names = disk.names(folder)
        for name in names:
            if name.endswith(_SEALED) and name.removesuffix(_SEALED) in names:
                disk.remove(folder / name)


def _clear_side(place: Place) -> None:
    """Remove manifests, then data, of the side that does not count: an attempt that was not finished left them."""
    for number in place.manifest_numbers():
        place.disk.remove(place.manifest(number))
    place.disk.sync_folder(place.manifests)
    for name in place.disk.names(place.data):
        if _is_on_side(place, name):
            place.disk.remove(place.data / name)
    place.disk.sync_folder(place.data)


def _is_on_side(place: Place, name: str) -> bool:
    return data_parts(name) is not None and name.endswith(f".json{place.envelope.suffix}")


def _twin(name: str) -> str:
    return name.removesuffix(_SEALED) if name.endswith(_SEALED) else f"{name}{_SEALED}"


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write_readme(place: Place) -> None:
    path = place.root / README_NAME
    temporary = path.with_name(f"{README_NAME}-{place.disk.token()}{TEMPORARY}")
    place.disk.create(temporary, readme(place.envelope).encode())
    place.disk.replace(temporary, path)
    place.disk.sync_folder(place.root)
