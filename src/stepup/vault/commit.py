"""A commit upon the newest head, whoever wrote it. The caller holds the lock."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import guard, head, merge, shards
from stepup.vault.head import Head
from stepup.vault.layout import Place
from stepup.vault.manifest import Manifest
from stepup.vault.merge import Put
from stepup.vault.migrations import Tables
from stepup.vault.publish import Plan, confirm, publish

# Numbers collide only where locks do nothing; each collision means that someone else did save.
_COLLISIONS: Final = 100


@dataclass(frozen=True, slots=True)
class Made:
    """What a commit wants: a plan (None: nothing differs), ids given to copies, shards that are not what was put."""

    plan: Plan | None
    copies: tuple[str, ...] = ()
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The head that was found, the head there is now, and what was kept beside."""

    found: Head
    after: Head
    made: Made


@dataclass(frozen=True, slots=True)
class Note:
    """What the manifest says of a commit: when, what, and whether it is one act alone."""

    saved_at: str
    labels: tuple[str, ...]
    alone: bool = False


def on_newest(
    place: Place, known: Head, saved_at: str, make: Callable[[Manifest], Made]
) -> Outcome:
    """Find the head, let `make` plan upon it and publish that; once more when another writer was quicker.

    The first generation and a migration come before it as generations of their own. Raises Problem or OSError.
    """
    for _ in range(_COLLISIONS):
        found = head.find_again(place, known)
        if found.problem is not None:
            raise read_only(found.problem)
        try:
            return _attempt(place, saved_at, found, make)
        except FileExistsError:
            continue
    raise Problem(ProblemCode.BUSY)


def read_only(why: Problem) -> Problem:
    """Give the problem of a commit into a vault that is open for reading only."""
    return Problem(ProblemCode.READ_ONLY, **{**why.details, "why": why.code.value})


def plan_puts(place: Place, base: Manifest, puts: Sequence[Put], note: Note) -> Made:
    """Plan puts upon base: the shards they touch are read afresh, changed in memory and compared.

    Raises Problem(SHARD_DAMAGED, SHARD_MISSING, SHRINK_REFUSED, FILE_NOT_REGULAR) or OSError.
    """
    before = {
        shard: _load(place, base, shard) for shard in dict.fromkeys(put.shard for put in puts)
    }
    strays = _moved_elsewhere(place, base, puts, before)
    before.update({put.shard: _load(place, base, put.shard) for put in strays})
    after: dict[str, Tables] = {}
    written: dict[str, Tables] = {}
    copies: list[str] = []
    copied: set[str] = {put.shard for put in strays}
    by_shard: dict[str, list[Put]] = {}
    for put in (*puts, *strays):
        by_shard.setdefault(put.shard, []).append(put)
    for shard, tables in before.items():
        merged = merge.merge(tables, by_shard.get(shard, []))
        after[shard] = shards.replace_documents(tables, merged.changes)
        if merged.changes:
            written[shard] = after[shard]
        if merged.copies:
            copies.extend(merged.copies)
            copied.add(shard)
    guard.refuse_losses(before, after, {(put.table, put.id) for put in puts if put.erase})
    if not written:
        return Made(None, tuple(copies), frozenset(copied))
    kept = {name: entry for name, entry in base.shards.items() if name not in written}
    plan = Plan(note.saved_at, note.labels, base.schema, kept, written, base.pinned, note.alone)
    return Made(plan, tuple(copies), frozenset(copied))


def _attempt(place: Place, saved_at: str, found: Head, make: Callable[[Manifest], Made]) -> Outcome:
    number = found.newest
    base = found.manifest
    if base is None:
        number += 1
        base = publish(place, Plan(saved_at, (), place.migrations.schema, {}), None, number)
    elif base.schema < place.migrations.schema:
        number += 1
        base = publish(place, _plan_migration(place, base, saved_at), base, number)
    made = make(base)
    if made.plan is None:
        confirm(place)
    else:
        number += 1
        base = publish(place, made.plan, base, number)
    seen = place.disk.look(place.manifest(number))
    return Outcome(found, Head(base, number, seen.stamp if seen else (), None), made)


def _plan_migration(place: Place, base: Manifest, saved_at: str) -> Plan:
    written: dict[str, Tables] = {}
    for shard, entry in base.shards.items():
        old = shards.load_tables(place, shard, entry, base.generation)
        written[shard] = place.migrations.apply(old, base.schema)
        guard.refuse_fewer(shard, old, written[shard])
    pinned = (*base.pinned, base.generation)
    return Plan(saved_at, (), place.migrations.schema, {}, written, pinned, alone=True)


def _moved_elsewhere(
    place: Place, base: Manifest, puts: Sequence[Put], before: Mapping[str, Tables]
) -> list[Put]:
    """Find records that were edited here while another window moved them to another shard.

    They are taken out there (a version that differs is kept as a copy), so that no id stands in two shards.
    """
    first = {(put.shard, put.table, put.id): put for put in reversed(puts)}
    edited = [
        put
        for put in first.values()
        if put.before
        and put.document
        and put.keep_both
        and put.id not in before[put.shard].get(put.table, {})
    ]
    strays: list[Put] = []
    for shard in base.shards if edited else ():
        with suppress(Problem):
            tables = _load(place, base, shard)
            strays.extend(
                Put(shard, put.table, put.id, None, put.before)
                for put in edited
                if put.shard != shard and put.id in tables.get(put.table, {})
            )
    return strays


def _load(place: Place, base: Manifest, shard: str) -> Tables:
    entry = base.shards.get(shard)
    if entry is None:
        return {}
    try:
        return shards.load_tables(place, shard, entry, base.generation)
    except FileNotFoundError:
        raise shards.missing(shard, entry, base.generation) from None
