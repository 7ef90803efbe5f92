"""What was saved before: the list of generations, what each did, and going back to one."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import documents, head, shards
from stepup.vault.commit import Made, Note
from stepup.vault.layout import Place, in_reading_order
from stepup.vault.manifest import DamagedError, Manifest, ShardEntry
from stepup.vault.migrations import Document, Tables
from stepup.vault.publish import Plan

RecordChange = tuple[
    str, str, str, Document | None, Document | None
]  # shard, table, id, before, after


@dataclass(frozen=True, slots=True)
class Generation:
    """One saved state. `records` is the total; `pinned`: kept for good; `alone`: it holds one act only."""

    number: int
    parent: int | None
    saved_at: datetime
    labels: tuple[str, ...]
    records: int
    pinned: bool
    alone: bool


def generations(place: Place) -> list[Generation]:
    """All saved states that can be read, newest first."""
    found: list[Manifest] = []
    for number in place.manifest_numbers():
        with suppress(DamagedError, FileNotFoundError, Problem):
            found.append(head.read_manifest(place, number))
    pinned = {number for manifest in found for number in manifest.pinned}
    return [_generation(manifest, pinned) for manifest in found]


def changes(place: Place, number: int) -> list[RecordChange]:
    """What generation `number` did to records, against its parent.

    Raises Problem(NO_SUCH_GENERATION) when it or its parent is not in the history, Problem(GENERATION_GONE) when a file
    of theirs is, or OSError.
    """
    after = _manifest(place, number)
    before = _parent(place, after)
    old = dict(before.shards) if before else {}
    found: list[RecordChange] = []
    for shard in in_reading_order({*old, *after.shards}):
        if old.get(shard) != after.shards.get(shard):
            tables_before = _tables(place, shard, old.get(shard), before)
            found.extend(
                _differences(
                    shard, tables_before, _tables(place, shard, after.shards.get(shard), after)
                )
            )
    return found


def plan_restore(place: Place, base: Manifest, number: int, note: Note) -> Made:
    """A plan that names the files of generation `number`, all proved whole first. Raises as `changes` does."""
    old = _manifest(place, number)
    for shard, entry in old.shards.items():
        _tables(place, shard, entry, old)
    if old.shards == base.shards:
        return Made(None)
    plan = Plan(note.saved_at, note.labels, old.schema, old.shards, {}, base.pinned, note.alone)
    names = {*old.shards, *base.shards}
    return Made(
        plan,
        changed=frozenset(name for name in names if old.shards.get(name) != base.shards.get(name)),
    )


def _generation(manifest: Manifest, pinned: set[int]) -> Generation:
    return Generation(
        number=manifest.generation,
        parent=manifest.parent.generation if manifest.parent else None,
        saved_at=datetime.fromisoformat(manifest.saved_at),
        labels=manifest.labels,
        records=manifest.records,
        pinned=manifest.generation in pinned,
        alone=manifest.alone,
    )


def _manifest(place: Place, number: int) -> Manifest:
    try:
        return head.read_manifest(place, number)
    except FileNotFoundError:
        raise Problem(ProblemCode.NO_SUCH_GENERATION, generation=number) from None
    except DamagedError:
        raise Problem(
            ProblemCode.GENERATION_GONE, generation=number, file=place.manifest(number).name
        ) from None


def _parent(place: Place, manifest: Manifest) -> Manifest | None:
    if manifest.parent is None:
        return None
    parent = _manifest(place, manifest.parent.generation)
    if parent.sha256 != manifest.parent.sha256:
        raise Problem(ProblemCode.NO_SUCH_GENERATION, generation=parent.generation)
    return parent


def _tables(
    place: Place, shard: str, entry: ShardEntry | None, manifest: Manifest | None
) -> Tables:
    if entry is None or manifest is None:
        return {}
    try:
        tables = shards.load_tables(place, shard, entry, manifest.generation)
    except (Problem, FileNotFoundError):
        raise Problem(
            ProblemCode.GENERATION_GONE, generation=manifest.generation, file=entry.file
        ) from None
    return place.migrations.apply(tables, manifest.schema)


def _differences(shard: str, before: Tables, after: Tables) -> list[RecordChange]:
    found: list[RecordChange] = []
    for table in sorted({*before, *after}):
        old, new = before.get(table, {}), after.get(table, {})
        found.extend(
            (shard, table, key, old.get(key), new.get(key))
            for key in sorted({*old, *new})
            if documents.canonical(old.get(key)) != documents.canonical(new.get(key))
        )
    return found
