"""Steps from one schema to the next, as pure functions over one shard's tables."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Step = Callable[[Tables], Tables]


class Migrations(NamedTuple):
    """The schema this program writes, and for each older n the step from n to n + 1."""

    schema: int
    steps: Mapping[int, Step] = MappingProxyType({})

    def apply(self, tables: Tables, schema: int) -> Tables:
        """Tables of an older schema as this program's; the same object when nothing is to be done."""
        for number in range(schema, self.schema):
            tables = self.steps[number](tables)
        return tables


CURRENT: Final = Migrations(schema=1)
