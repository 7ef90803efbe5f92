"""Making a generation real: data files first, then the manifest under the next number, or nothing at all."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import head, manifest, shards
from stepup.vault.layout import TEMPORARY, Place
from stepup.vault.manifest import DamagedError, Manifest, Parent, ShardEntry
from stepup.vault.migrations import Tables


@dataclass(frozen=True, slots=True)
class Plan:
    """A generation to be made: shards to write, shards to name as they are, and what the manifest says of it."""

    saved_at: str
    labels: tuple[str, ...]
    schema: int
    kept: Mapping[str, ShardEntry]
    written: Mapping[str, Tables] = field(default_factory=dict)
    pinned: tuple[int, ...] = ()
    alone: bool = False


def publish(place: Place, plan: Plan, base: Manifest | None, number: int) -> Manifest:
    """Write plan as generation `number`, made upon base. When this returns, it survives a power cut.

    Raises FileExistsError when another writer has that number, OSError or Problem when the disk refuses. Then either
    nothing of it is left, or it did become the head and only its durability is unknown: making the same commit again
    finds that out.
    """
    made: list[Path] = []
    try:
        entries = dict(plan.kept)
        for shard, tables in plan.written.items():
            entries[shard] = _write_shard(place, shard, number, tables, made)
        if made:
            place.disk.sync_folder(place.data)
        ours, sealed = _compose(place, plan, entries, base, number)
        temporary = place.manifests / f"{number:06d}-{place.disk.token()}{TEMPORARY}"
        place.disk.create(temporary, sealed)
    except BaseException:
        _remove(place, made)
        raise
    try:
        _take_number(place, temporary, ours)
    except BaseException:
        if _is_published(place, ours) is False:
            _remove(place, made)
        raise
    finally:
        _remove(place, [temporary])
    return ours


def confirm(place: Place) -> None:
    """Force out what an earlier attempt may have left visible but not durable."""
    place.disk.sync_folder(place.data)
    place.disk.sync_folder(place.manifests)


def _write_shard(
    place: Place, shard: str, number: int, tables: Tables, made: list[Path]
) -> ShardEntry:
    plain = shards.encode(tables)
    sealed = place.envelope.seal(plain)
    # What cannot be read back must never be called saved.
    if place.envelope.open(sealed) != plain or plain.count(b"\n") != shards.lines(tables):
        raise Problem(ProblemCode.IO_ERROR, error="EBADMSG")
    name = place.new_data_name(shard, number)
    place.disk.create(place.data / name, sealed)
    made.append(place.data / name)
    return shards.describe(name, sealed, tables)


def _compose(
    place: Place, plan: Plan, entries: Mapping[str, ShardEntry], base: Manifest | None, number: int
) -> tuple[Manifest, bytes]:
    ours, plain = manifest.encode(
        Manifest(
            generation=number,
            parent=Parent(base.generation, base.sha256) if base else None,
            schema=plan.schema,
            saved_at=plan.saved_at,
            labels=plan.labels,
            shards=entries,
            pinned=plan.pinned,
            alone=plan.alone,
        )
    )
    return ours, place.envelope.seal(plain)


def _take_number(place: Place, temporary: Path, ours: Manifest) -> None:
    target = place.manifest(ours.generation)
    try:
        if not place.disk.link(temporary, target):
            place.disk.rename_checked(temporary, target)
        place.disk.sync_folder(place.manifests)
    except OSError:
        # A network drive may do the act and answer with an error. Only the head itself tells.
        if not _is_published(place, ours):
            raise
        place.disk.sync_folder(place.manifests)


def _is_published(place: Place, ours: Manifest) -> bool | None:
    """Whether ours has its number; None when the disk does not say."""
    try:
        if place.disk.look(place.manifest(ours.generation)) is None:
            return False
        return head.read_manifest(place, ours.generation).sha256 == ours.sha256
    except (DamagedError, Problem, OSError):
        return None


def _remove(place: Place, paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            place.disk.remove(path)
