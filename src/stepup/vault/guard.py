"""The shrink guard: no record vanishes unless it was told to."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.layout import CORE
from stepup.vault.merge import Key
from stepup.vault.migrations import Tables


def refuse_losses(
    before: Mapping[str, Tables], after: Mapping[str, Tables], erased: AbstractSet[Key]
) -> None:
    """Raise Problem(SHRINK_REFUSED) when a record of `before` is in no shard of `after` and was not erased.

    Both map shard names to tables, for the same shards: a record may move between them.
    """
    lost = _keys(before.values()) - _keys(after.values()) - erased
    if lost:
        table = min(lost)[0]
        shard = next(
            (name for name in before if any(key in before[name].get(table, {}) for _, key in lost)),
            CORE,
        )
        raise Problem(ProblemCode.SHRINK_REFUSED, shard=shard, table=table, records=len(lost))


def refuse_fewer(shard: str, before: Tables, after: Tables) -> None:
    """Raise Problem(SHRINK_REFUSED) when a migration leaves fewer records; it may rename tables, not drop them."""
    missing = _total(before) - _total(after)
    if missing > 0:
        raise Problem(ProblemCode.SHRINK_REFUSED, shard=shard, table="", records=missing)


def _keys(tables: Iterable[Tables]) -> set[Key]:
    return {(name, key) for shard in tables for name, table in shard.items() for key in table}


def _total(tables: Tables) -> int:
    return sum(len(table) for table in tables.values())
