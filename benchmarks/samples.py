"""What was measured: a value, and the rows that are printed of many."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Row:
    """One budget: what it is about, the figure, what it may be at most (None: only told).

    `digits` are those behind the point; `unit` is "" for a ratio. `cpu` is the same ratio of
    processor time, which other work on the machine disturbs less; None where it has no meaning.
    `raw` says what the figure was worked out from.
    """

    what: str
    figure: float
    budget: float | None
    raw: str
    unit: str = ""
    cpu: float | None = None
    digits: int = 2

    @property
    def met(self) -> bool | None:
        """Whether the figure is within the budget, as printed; None when there is none."""
        return None if self.budget is None else round(self.figure, self.digits) <= self.budget


def interleaved(rounds: int, takes: Mapping[K, Callable[[], V]]) -> dict[K, list[V]]:
    """Take a sample of each kind in turn, so that what disturbs one disturbs all.

    Each round begins with the next kind, so that none always comes after the same one.
    """
    found: dict[K, list[V]] = {name: [] for name in takes}
    names = list(takes)
    for number in range(rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            found[name].append(takes[name]())
    return found


def middle(samples: Sequence[V], field: str) -> float:
    """Return the median of one field of the samples."""
    value: Callable[[V], float] = operator.attrgetter(field)
    return median(map(value, samples))


def ratio(above: Sequence[V], below: Sequence[V], field: str) -> float:
    """Return the ratio of two medians of one field."""
    return middle(above, field) / middle(below, field)


def told(row: Row) -> str:
    """Return the row as two lines: the figure, and what it was worked out from."""
    figure = f"{row.figure:.{row.digits}f}{row.unit}"
    budget = "" if row.budget is None else f"<= {row.budget:g}{row.unit}"
    said = {True: "met", False: "NOT MET", None: "told"}[row.met]
    cpu = "" if row.cpu is None else f"cpu {row.cpu:.2f}"
    return f"{said:8}{figure:>10}  {budget:11}{cpu:10}{row.what}\n{'':41}{row.raw}"
