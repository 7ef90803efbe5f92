"""What is different between two vaults of one person, record by record, and what both had before."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from stepup.domain.kinds import is_tombstone
from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import documents, head, lineage, shards
from stepup.vault.errors import as_problems
from stepup.vault.layout import Place, in_reading_order
from stepup.vault.manifest import Manifest
from stepup.vault.merge import Key
from stepup.vault.migrations import Document, Tables
from stepup.vault.store import Vault

_OWN_FAULT: Final = frozenset({ProblemCode.SHARD_DAMAGED, ProblemCode.SHARD_MISSING})


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one side has it: the shard it stands in, and its document (a tombstone too)."""

    shard: str
    document: Document


@dataclass(slots=True)
class Differing:
    """A record of which the sides do not have the same version; None where a side never had it.

    `before` are its documents in the states that both sides come from.
    """

    table: str
    id: str
    mine: Version | None = None
    theirs: Version | None = None
    before: tuple[Document, ...] = ()

    def was(self, version: Version | None) -> bool:
        """Whether a version stood in a state that both come from: that side did not change it since."""
        return version is not None and any(
            documents.canonical(version.document) == documents.canonical(one) for one in self.before
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two vaults, and the checksums and marks of the heads that were joined into it."""

    vault: Vault
    joined: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class _State:
    """A saved state of either side, and where its files are."""

    place: Place
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class _Line:
    """The states a vault was made from by their marks, the newest first.

    `names` has their marks and checksums, and the checksums of those that are gone.
    """

    states: Mapping[str, Manifest]
    names: AbstractSet[str]


def differences(mine: Side, theirs: Side) -> list[Differing]:
    """Compare the known heads; only shards that are not the same file by checksum are read, one at a time.

    Raises Problem(SHARD_DAMAGED, SHARD_MISSING) for ours, Problem(OTHER_NOT_WHOLE) for theirs, IO_ERROR.
    """
    with as_problems(reading=True):
        states = _common(mine, theirs)
        found: dict[Key, Differing] = {}
        for shard in in_reading_order(mine.vault.head.differing(theirs.vault.head)):
            ours = mine.vault.read(shard)
            try:
                others = theirs.vault.read(shard)
            except Problem as problem:
                if problem.code not in _OWN_FAULT:
                    raise
                name = str(problem.details["file"])
                raise Problem(ProblemCode.OTHER_NOT_WHOLE, file=name) from None
            _compare(shard, ours, others, found)
            for state in states:
                _look_back(found, ours, others, _tables(state, shard))
        return list(found.values())


def _compare(shard: str, ours: Tables, others: Tables, found: dict[Key, Differing]) -> None:
    for table, key in _keys(ours, others):
        mine, theirs = ours.get(table, {}).get(key), others.get(table, {}).get(key)
        if documents.canonical(mine) == documents.canonical(theirs):
            continue
        differing = found.setdefault((table, key), Differing(table, key))
        differing.mine = _either(differing.mine, shard, mine)
        differing.theirs = _either(differing.theirs, shard, theirs)


def _either(known: Version | None, shard: str, document: Document | None) -> Version | None:
    """Return the version a side has: where a record left a shard, what is living counts."""
    if document is None or (known is not None and not is_tombstone(known.document)):
        return known
    return Version(shard, document)


def _look_back(found: dict[Key, Differing], ours: Tables, others: Tables, then: Tables) -> None:
    for table, key in _keys(ours, others):
        differing, before = found.get((table, key)), then.get(table, {}).get(key)
        if differing is not None and before is not None:
            differing.before = (*differing.before, before)


def _keys(ours: Tables, others: Tables) -> Iterator[Key]:
    for table in sorted({*ours, *others}):
        for key in sorted({*ours.get(table, {}), *others.get(table, {})}):
            yield table, key


def _common(mine: Side, theirs: Side) -> Sequence[_State]:
    """The newest state of either line that the other side comes from, or was joined with."""
    ours, others = _line(mine.vault), _line(theirs.vault)
    found = {
        **_newest(mine.vault, ours, others.names | theirs.joined),
        **_newest(theirs.vault, others, ours.names | mine.joined),
    }
    if len(found) > 1:
        one, two = found
        if _is_before(one, two, others):
            del found[one]
        elif _is_before(two, one, ours):
            del found[two]
    return list(found.values())


def _line(vault: Vault) -> _Line:
    manifest = vault.head.manifest
    known = {} if manifest is None else lineage.ancestors(vault.place, manifest)
    states = {lineage.mark(one): one for one in known.values() if one is not None}
    return _Line(states, frozenset((*known, *states)))


def _newest(vault: Vault, line: _Line, known: AbstractSet[str]) -> Mapping[str, _State]:
    """The newest of a line that is known to the other side and still whole, by a look; by its mark."""
    for mark, manifest in line.states.items():
        if known.isdisjoint((mark, manifest.sha256)):
            continue
        if head.first_bad_file(vault.place, manifest) is None:
            return {mark: _State(vault.place, manifest)}
    return {}


def _is_before(one: str, other: str, line: _Line) -> bool:
    """Whether one state comes before another in a line, which begins with the newest."""
    order = list(line.states)
    return one in order and other in order and order.index(one) > order.index(other)


def _tables(state: _State, shard: str) -> Tables:
    entry = state.manifest.shards.get(shard)
    if entry is None:
        return {}
    try:
        tables = shards.load_tables(state.place, shard, entry, state.manifest.generation)
    except (Problem, OSError):
        # Without it both count as changed, and both versions stay.
        return {}
    return state.place.migrations.apply(tables, state.manifest.schema)
