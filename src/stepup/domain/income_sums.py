"""Income added up: each currency for itself, nothing rounded, nothing compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import NamedTuple, TypeVar

from stepup.domain.income import Income
from stepup.domain.money import YEN

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Sum:
    """What entries of one currency add up to, in minor units; `minutes` as far as they were noted."""

    entries: int = 0
    gross: int = 0
    fee: int = 0
    withheld: int = 0
    transfer: int = 0
    expenses: int = 0
    minutes: int = 0

    @property
    def paid(self) -> bool:
        """Whether anything but costs is among them."""
        return bool(self.gross) or not self.expenses

    @property
    def taken_off(self) -> int:
        """Fees, tax kept back and fees of transfers."""
        return self.fee + self.withheld + self.transfer

    @property
    def received(self) -> int:
        """What came in."""
        return self.gross - self.taken_off

    @property
    def net(self) -> int:
        """What is left of it after the costs."""
        return self.received - self.expenses

    def figures(self) -> dict[str, int]:
        """Return the figures by their names, what came in and the net among them."""
        return {**asdict(self), "received": self.received, "net": self.net}

    def plus(self, income: Income) -> Sum:
        """Return the sum with one entry more."""
        return Sum(
            self.entries + 1,
            self.gross + income.gross,
            self.fee + income.fee,
            self.withheld + income.withheld,
            self.transfer + income.transfer,
            self.expenses + income.expenses,
            self.minutes + (income.minutes or 0),
        )


class Month(NamedTuple):
    """A month of a year, 1 to 12."""

    year: int
    month: int


def month_of(income: Income) -> Month:
    """Return the month in which an entry was paid."""
    return Month(income.day.year, income.day.month)


def sums(incomes: Iterable[Income], key: Callable[[Income], K]) -> dict[str, dict[K, Sum]]:
    """Return for each currency what the entries add up to by `key`, in the order of coming.

    Yen stand first, then the others by their code.
    """
    found: dict[str, dict[K, Sum]] = {}
    for income in incomes:
        by_key = found.setdefault(income.currency, {})
        by_key[key(income)] = by_key.get(key(income), Sum()).plus(income)
    return {code: found[code] for code in sorted(found, key=lambda code: (code != YEN, code))}


def totals(incomes: Iterable[Income]) -> dict[str, Sum]:
    """Return what the entries add up to, for each currency, yen first."""
    return {code: by_key[None] for code, by_key in sums(incomes, lambda _income: None).items()}
