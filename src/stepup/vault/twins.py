"""The two sides of a vault, plain and locked: one is written anew from the other, file by file, and proved.

A data file and its twin have one name, but for the .age behind it.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import commit, head, lineage, manifest, shards
from stepup.vault.keys import SEALED
from stepup.vault.layout import Place, data_parts
from stepup.vault.manifest import DamagedError, Manifest, Parent, ShardEntry

Twins = dict[str, tuple[str, ShardEntry]]
"""A data file's name -> its checksum, and the entry of its twin without a count of records."""


def copy(source: Place, target: Place) -> None:
    """Write all of source anew on target's side and prove it; raises Problem when the newest state is not whole."""
    found = head.find(source)
    if found.problem is not None:
        raise commit.read_only(found.problem)
    clear_side(target)
    twins = {
        name: twin
        for name in source.disk.names(source.data)
        if is_on_side(source, name) and (twin := _copy_data(source, target, name)) is not None
    }
    target.disk.sync_folder(target.data)
    made = copy_manifests(source, target, twins, above=0)
    _copy_aside(source, target, twins, made)
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
    twin = twin_name(name)
    target.disk.create(target.data / twin, ours)
    if target.envelope.open(target.disk.read(target.data / twin)) != plain:
        raise Problem(ProblemCode.IO_ERROR, error="EBADMSG")
    return checksum(sealed), ShardEntry(twin, len(ours), checksum(ours), 0)


def copy_manifests(source: Place, target: Place, twins: Twins, *, above: int) -> dict[int, str]:
    """Write the manifests of which every file has a twin, the oldest first: each names its parent by its checksum.

    Returns the new checksums by number.
    """
    made: dict[int, str] = {}
    for number in reversed(source.manifest_numbers()):
        with suppress(DamagedError, FileNotFoundError, Problem):
            old = head.read_manifest(source, number)
            if number > above and _has_twins(old, twins):
                path = target.manifest(number)
                made[number] = _copy_manifest(target, path, old, twins, made)
    return made


def _copy_aside(source: Place, target: Place, twins: Twins, made: dict[int, str]) -> None:
    """Write what a sync tool put aside anew too, under its name: it may not have been joined yet."""
    for aside in lineage.misnamed(source):
        path = target.manifests / twin_name(aside.name)
        if _has_twins(aside.manifest, twins):
            if target.disk.look(path) is not None:
                target.disk.remove(path)  # of an attempt that was not finished
            _copy_manifest(target, path, aside.manifest, twins, made)


def _has_twins(one: Manifest, twins: Twins) -> bool:
    return all(twins.get(entry.file, ("",))[0] == entry.sha256 for entry in one.shards.values())


def _copy_manifest(
    target: Place, path: Path, old: Manifest, twins: Twins, made: dict[int, str]
) -> str:
    entries = {
        shard: twins[entry.file][1]._replace(records=entry.records)
        for shard, entry in old.shards.items()
    }
    parent = old.parent and Parent(
        old.parent.generation, made.get(old.parent.generation, old.parent.sha256)
    )
    new, plain = manifest.encode(old._replace(shards=entries, parent=parent))
    target.disk.create(path, target.envelope.seal(plain))
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


def described(locked: Place, twin: Path) -> tuple[str, ShardEntry]:
    """Return the plain checksum and the entry of a sealed file; raises ValueError when it does not open."""
    sealed = locked.disk.read(twin)
    entry = ShardEntry(twin.name, len(sealed), checksum(sealed), 0)
    return checksum(locked.envelope.open(sealed)), entry


def clear_side(place: Place) -> None:
    """Remove manifests, then data, of the side that does not count: an attempt that was not finished left them."""
    for number in place.manifest_numbers():
        place.disk.remove(place.manifest(number))
    place.disk.sync_folder(place.manifests)
    for name in place.disk.names(place.data):
        if is_on_side(place, name):
            place.disk.remove(place.data / name)
    place.disk.sync_folder(place.data)


def is_on_side(place: Place, name: str) -> bool:
    """Whether a name is that of a data file of this side."""
    return data_parts(name) is not None and name.endswith(f".json{place.envelope.suffix}")


def twin_name(name: str) -> str:
    """Return the name of a data file on the other side."""
    return name.removesuffix(SEALED) if name.endswith(SEALED) else f"{name}{SEALED}"


def checksum(data: bytes) -> str:
    """Return the checksum by which manifests name bytes."""
    return hashlib.sha256(data).hexdigest()
