"""The doctor: says whether a vault is whole, and puts together what can be read of one that is not."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import head, keys, lineage, shards
from stepup.vault.disk import Disk
from stepup.vault.envelope import Envelope, PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.head import Head
from stepup.vault.layout import TEMPORARY, Place, data_parts
from stepup.vault.manifest import DamagedError, Manifest, ShardEntry
from stepup.vault.migrations import CURRENT, Migrations, Tables
from stepup.vault.publish import Plan, publish

_LOCK_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found.

    `generation` is what opens and `newest` the highest number there is (0: none); `records` are those that live in it,
    `taken_away` those of which no more than that is kept, as far as it can be read; `problems` are those of the state
    that should open, `older` those of the history; `unnamed` counts files an interrupted save left (harmless);
    `aside` are manifests of another line than the one that opens, which a sync tool brought together with it;
    `unknown` are names in the folders that are not stepup's. Repair adds `moved`, the names now in damaged/, and
    `lost`, shards of which no version could be read.
    """

    generation: int = 0
    newest: int = 0
    records: int = 0
    taken_away: int = 0
    problems: tuple[Problem, ...] = ()
    older: tuple[Problem, ...] = ()
    unnamed: int = 0
    aside: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the newest state opens and every byte of it is right."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of a shard that verifies."""

    entry: ShardEntry
    schema: int
    tables: Tables


def diagnose(
    root: Path,
    *,
    disk: Disk | None = None,
    envelope: Envelope | None = None,
    migrations: Migrations = CURRENT,
) -> Report:
    """Read every byte of the head and every manifest; write nothing.

    A locked vault needs the envelope of its key. Raises Problem(LOCKED, KEY_GONE, VAULT_NEWER, VAULT_NOT_A_FOLDER,
    VAULT_NOT_READABLE, IO_ERROR).
    """
    place = Place(root, disk or Disk(), envelope or PlainEnvelope(), migrations)
    with as_problems(reading=True):
        if envelope is None:
            keys.refuse_if_sealed(root, place.disk)
        return _diagnose(place)


def repair(
    root: Path,
    *,
    now: Callable[[], datetime],
    disk: Disk | None = None,
    envelope: Envelope | None = None,
    migrations: Migrations = CURRENT,
) -> Report:
    """Make a new generation of the newest version of each shard that verifies; move what is damaged to damaged/.

    When no manifest can be read, the newest data files that can be are taken. Nothing is deleted. Raises
    Problem(NOTHING_TO_REPAIR, NOTHING_TO_SAVE, BUSY) and as `diagnose` does.
    """
    place = Place(root, disk or Disk(), envelope or PlainEnvelope(), migrations)
    with as_problems():
        if envelope is None:
            keys.refuse_if_sealed(root, place.disk)
        if _diagnose(place).whole:
            raise Problem(ProblemCode.NOTHING_TO_REPAIR)
        with place.disk.lock(place.lock, _LOCK_SECONDS):
            lost = _publish_best(place, now().isoformat(timespec="seconds"))
            moved = _move_damaged(place)
        return replace(_diagnose(place), lost=lost, moved=moved)


def _diagnose(place: Place) -> Report:
    found = head.find(place)
    looked = _look(place, found)
    gone = sum(shards.taken_away(tables) for tables in looked if not isinstance(tables, Problem))
    manifests = list(_readable(place))
    misnamed = lineage.misnamed(place)
    every = [*manifests, *(one.manifest for one in misnamed)]
    named = {entry.file for manifest in every for entry in manifest.shards.values()}
    in_data = place.disk.names(place.data)
    ours = {name for name in in_data if data_parts(name)}
    in_manifests = place.disk.names(place.manifests)
    known = {one.name for one in misnamed}
    unknown = [name for name in in_manifests if not _is_ours(place, name) and name not in known] + [
        name for name in in_data if name not in ours
    ]
    return Report(
        generation=found.generation,
        newest=found.newest,
        records=found.manifest.records - gone if found.manifest else 0,
        taken_away=gone,
        problems=tuple(one for one in looked if isinstance(one, Problem)),
        older=tuple(_problems_of_history(place, manifests, found)),
        unnamed=len(ours - named),
        aside=tuple(one.name for one in lineage.heads_aside(place)),
        unknown=tuple(unknown),
    )


def _look(place: Place, found: Head) -> list[Tables | Problem]:
    """Return what is in each shard of the head, or what is wrong with it; and first what is wrong with the head."""
    looked: list[Tables | Problem] = [] if found.problem is None else [found.problem]
    if found.manifest is not None:
        looked += [
            _look_at_shard(place, shard, entry, found.generation)
            for shard, entry in found.manifest.shards.items()
        ]
    return looked


def _problems_of_history(
    place: Place, readable: Sequence[Manifest], found: Head
) -> Iterator[Problem]:
    readable_numbers = {manifest.generation for manifest in readable}
    for number in place.manifest_numbers():
        if number not in readable_numbers:
            yield Problem(
                ProblemCode.VAULT_DAMAGED, generation=number, file=place.manifest(number).name
            )
    for manifest in readable:
        bad = (
            head.first_bad_file(place, manifest)
            if manifest.generation != found.generation
            else None
        )
        if bad is not None:
            file = bad.details["file"]
            yield Problem(ProblemCode.GENERATION_GONE, generation=manifest.generation, file=file)


def _look_at_shard(
    place: Place, shard: str, entry: ShardEntry, generation: int
) -> Tables | Problem:
    try:
        return shards.load_tables(place, shard, entry, generation)
    except FileNotFoundError:
        return shards.missing(shard, entry, generation)
    except Problem as problem:
        return problem
    except OSError:
        return shards.damaged(shard, entry, generation)


def _readable(place: Place) -> Iterator[Manifest]:
    for number in place.manifest_numbers():
        with suppress(DamagedError, Problem, OSError):
            yield head.read_manifest(place, number)


def _publish_best(place: Place, saved_at: str) -> tuple[str, ...]:
    manifests = list(_readable(place))
    newest = max(place.manifest_numbers(), default=0)
    base = manifests[0] if manifests else None
    wanted = sorted(
        base.shards
        if base
        else {parts[0] for parts in map(data_parts, _data_names(place)) if parts}
    )
    found = {shard: _newest_version(place, shard, manifests) for shard in wanted}
    best = {shard: version for shard, version in found.items() if version is not None}
    if base is None and not best:
        raise Problem(ProblemCode.NOTHING_TO_SAVE)
    place.disk.make_folder(place.manifests)
    publish(place, _plan(place, base, best, saved_at), base, newest + 1)
    return tuple(shard for shard, version in found.items() if version is None)


def _plan(place: Place, base: Manifest | None, best: dict[str, _Version], saved_at: str) -> Plan:
    schemas = {version.schema for version in best.values()} or {place.migrations.schema}
    pinned = base.pinned if base else ()
    if len(schemas) == 1:
        kept = {shard: version.entry for shard, version in best.items()}
        return Plan(saved_at, (), schemas.pop(), kept, {}, pinned, alone=True)
    written = {
        shard: place.migrations.apply(version.tables, version.schema)
        for shard, version in best.items()
    }
    return Plan(saved_at, (), place.migrations.schema, {}, written, pinned, alone=True)


def _newest_version(place: Place, shard: str, manifests: Sequence[Manifest]) -> _Version | None:
    tried: set[str] = set()
    for manifest in manifests:
        entry = manifest.shards.get(shard)
        if entry is None or entry.file in tried:
            continue
        tried.add(entry.file)
        with suppress(Problem, OSError):
            tables = shards.load_tables(place, shard, entry, manifest.generation)
            return _Version(entry, manifest.schema, tables)
    return None if manifests else _newest_unnamed(place, shard)


def _newest_unnamed(place: Place, shard: str) -> _Version | None:
    # No manifest is left to prove anything: what reads as a whole shard is taken as one.
    candidates = [
        (parts[1], name)
        for name in _data_names(place)
        if (parts := data_parts(name)) and parts[0] == shard
    ]
    for _, name in sorted(candidates, reverse=True):
        with suppress(Problem, OSError, ValueError):
            sealed = place.disk.read(place.data / name)
            tables = shards.decode(place.envelope.open(sealed))
            return _Version(shards.describe(name, sealed, tables), place.migrations.schema, tables)
    return None


def _move_damaged(place: Place) -> tuple[str, ...]:
    readable = list(_readable(place))
    numbers = {manifest.generation for manifest in readable}
    bad = [place.manifest(number) for number in place.manifest_numbers() if number not in numbers]
    files: dict[str, tuple[str, ShardEntry]] = {}
    for manifest in readable:
        files.update({entry.file: (shard, entry) for shard, entry in manifest.shards.items()})
    for shard, entry in files.values():
        path = place.data / entry.file
        if place.disk.look(path) is not None and isinstance(
            _look_at_shard(place, shard, entry, 0), Problem
        ):
            bad.append(path)
    for path in bad:
        _move(place, path)
    return tuple(path.name for path in bad)


def _move(place: Place, path: Path) -> None:
    place.disk.make_folder(place.damaged)
    target = place.damaged / path.name
    if place.disk.look(target) is not None:
        target = place.damaged / f"{path.name}-{place.disk.token()}"
    place.disk.rename_checked(path, target)
    place.disk.sync_folder(place.damaged)
    place.disk.sync_folder(path.parent)


def _data_names(place: Place) -> tuple[str, ...]:
    return place.disk.names(place.data)


def _is_ours(place: Place, name: str) -> bool:
    # The other side's manifests are left where a lock was not set, or not taken off, to the end.
    plain, sealed = name.removesuffix(".age"), place.envelope.suffix
    number = place.manifest_number(f"{plain}{sealed}")
    return number is not None or name.endswith(TEMPORARY)
