"""The shrink guard: no record vanishes unless it was told to."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.merge import Key
from stepup.vault.migrations import Tables


def refuse_losses(
    before: Mapping[str, Tables], after: Mapping[str, Tables], erased: AbstractSet[Key]
) -> None:
    """Raise Problem(SHRINK_REFUSED) when a record of `before` is in no shard of `after` and was not erased.

    Both map shard names to tables, for the same shards: a record may move between them.
    """
    for shard, tables in before.items():
        for table, documents in tables.items():
            gone = documents.keys() - after[shard].get(table, {}).keys()
            lost = {
                key for key in gone if (table, key) not in erased and not _is_in(after, table, key)
            }
            if lost:
                raise Problem(
                    ProblemCode.SHRINK_REFUSED, shard=shard, table=table, records=len(lost)
                )


def refuse_fewer(shard: str, before: Tables, after: Tables) -> None:
    """Raise Problem(SHRINK_REFUSED) when a migration leaves fewer records; it may rename tables, not drop them."""
    missing = _total(before) - _total(after)
    if missing > 0:
        raise Problem(ProblemCode.SHRINK_REFUSED, shard=shard, table="", records=missing)


def _is_in(shards: Mapping[str, Tables], table: str, key: str) -> bool:
    return any(key in tables.get(table, {}) for tables in shards.values())


def _total(tables: Tables) -> int:
    return sum(len(table) for table in tables.values())
