"""Income as CSV for a spreadsheet: a line an entry, the newest of each; docs/formats/income-csv.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.domain.day import parse_day
from stepup.domain.income import Income
from stepup.domain.money import YEN, in_units, parse_amount
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.work import WorkKind
from stepup.exchange.csv_text import Cell, decode, encode
from stepup.i18n import N_, _, in_every_language
from stepup.words.works import KINDS, kind_name

COLUMNS: Final = (
    N_("Worked on"),
    N_("Paid on"),
    N_("Client"),
    N_("Subject"),
    N_("Kind"),
    N_("Pay (tax included)"),
    N_("System fee"),
    N_("Income tax withheld"),
    N_("Transfer fee"),
    N_("Necessary expenses"),
    N_("Amount received"),
    N_("Time worked (minutes)"),
    N_("Memo"),
)
_CURRENCY: Final = N_("Currency")
"""A further column, where something is not in yen."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table as read: amounts in minor units, `work` the name of what it was for."""

    worked_on: date | None
    paid_on: date
    client: str
    work: str
    way: WorkKind | None
    gross: int
    fee: int
    withheld: int
    transfer: int
    expenses: int
    received: int
    minutes: int | None
    note: str
    currency: str = YEN


def income_csv(incomes: Sequence[Income], works: Mapping[str, str]) -> bytes:
    """Return entries as a table, the oldest first; `works` names works by their id."""
    ordered = sorted(incomes, key=lambda one: (one.day, one.at, one.id))
    named = any(one.currency != YEN for one in ordered)
    header = [_(column) for column in (*COLUMNS, *([_CURRENCY] if named else []))]
    return encode(header, (_row(one, works, named=named) for one in ordered))


def _row(income: Income, works: Mapping[str, str], *, named: bool) -> list[Cell]:
    figures = (
        income.gross, income.fee, income.withheld, income.transfer, income.expenses, income.received,
    )  # fmt: skip
    return [
        income.worked_on.isoformat() if income.worked_on else None,
        income.day.isoformat(),
        income.client,
        works.get(income.work or "", ""),
        kind_name(income.way),
        *(in_units(amount, income.currency) for amount in figures),
        income.minutes,
        income.note,
        *([income.currency] if named else []),
    ]


def read_income_csv(data: bytes) -> list[Line]:
    """Return the lines of a table that `income_csv` wrote, in whichever language.

    Raises:
        Problem: not_a_table, or what one of its cells cannot be read as.
    """
    rows = decode(data)
    if not rows or len(rows[0]) not in (len(COLUMNS), len(COLUMNS) + 1):
        raise Problem(ProblemCode.NOT_A_TABLE)
    if any(len(row) != len(rows[0]) for row in rows):
        raise Problem(ProblemCode.NOT_A_TABLE)
    return [_line(row) for row in rows[1:]]


def _line(row: Sequence[str]) -> Line:
    currency = row[13] if len(row) > len(COLUMNS) else YEN
    gross, fee, withheld, transfer, expenses, received = (
        parse_amount(cell, currency).minor for cell in row[5:11]
    )
    return Line(
        parse_day(row[0]) if row[0] else None,
        parse_day(row[1]),
        row[2],
        row[3],
        _kind(row[4]),
        gross,
        fee,
        withheld,
        transfer,
        expenses,
        received,
        int(row[11]) if row[11].isdecimal() else None,
        row[12],
        currency,
    )


def _kind(name: str) -> WorkKind | None:
    """Return the kind that has this name in one of the languages."""
    return next((kind for kind, words in KINDS.items() if name in in_every_language(words)), None)
