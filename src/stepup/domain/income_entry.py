"""An entry of income as it is filled in: typed fields, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stepup.domain.day import typed_day
from stepup.domain.income import Income, pay_from
from stepup.domain.money import (
    YEN,
    Amount,
    Percent,
    parse_amount,
    parse_currency,
    parse_part,
    plain_amount,
    typed_currency,
)
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import clean, one_line
from stepup.domain.work import WorkKind, parse_kind, parse_length

AMOUNTS: Final = ("gross", "fee", "received", "withheld", "transfer", "expenses")
"""The fields that take an amount; `fee` takes a share too, such as 22%."""
FIELDS: Final = (
    "gross", "client", "fee", "received", "withheld", "transfer", "expenses", "currency", "paid_on",
    "worked_on", "minutes", "way", "work", "note",
)  # fmt: skip
"""The fields of an entry as typed, in the order in which they are asked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it was filled in. Amounts are minor units of `currency`; None is blank.

    Any two of `gross`, `fee` and `received` give the third.
    """

    day: date
    client: str = ""
    currency: str = YEN
    gross: int | None = None
    fee: int | Percent | None = None
    received: int | None = None
    withheld: int = 0
    transfer: int = 0
    expenses: int = 0
    worked_on: date | None = None
    minutes: int | None = None
    work: str | None = None
    way: WorkKind | None = None
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether no amount was filled in."""
        return self.gross is None and self.received is None and not self.expenses

    def fields(self) -> dict[str, Any]:
        """Return the fields of the record, gross and fee worked out.

        Raises:
            Problem: nothing_written; as `pay_from`.
        """
        if self.is_blank and not (self.fee or self.withheld or self.transfer):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        pay = pay_from(self.gross, self.fee, self.received, self.withheld + self.transfer)
        return {
            "day": self.day,
            "client": self.client,
            "currency": self.currency,
            "gross": pay.gross,
            "fee": pay.fee,
            "withheld": self.withheld,
            "transfer": self.transfer,
            "expenses": self.expenses,
            "worked_on": self.worked_on,
            "minutes": self.minutes,
            "work": self.work,
            "way": self.way,
            "note": self.note,
        }


def entry_from(typed: Mapping[str, str], today: date, currency: str = YEN) -> Entry:
    """Return the entry typed field by field (`FIELDS`); what is blank or missing is left open.

    It is paid on `today` and in `currency` unless something else is typed.

    Raises:
        Problem: what one of its fields raises (`check_field`); two_currencies.
    """
    said = {field: text for field, text in typed.items() if text.strip()}
    code = _currency(said, currency)

    def amount(field: str) -> int | None:
        return parse_amount(said[field], code).minor if field in said else None

    fee = parse_part(said["fee"], code) if "fee" in said else None
    return Entry(
        day=typed_day(said["paid_on"], today) if "paid_on" in said else today,
        client=one_line(said.get("client", "")),
        currency=code,
        gross=amount("gross"),
        fee=fee.minor if isinstance(fee, Amount) else fee,
        received=amount("received"),
        withheld=amount("withheld") or 0,
        transfer=amount("transfer") or 0,
        expenses=amount("expenses") or 0,
        worked_on=typed_day(said["worked_on"], today) if "worked_on" in said else None,
        minutes=parse_length(said["minutes"]) if "minutes" in said else None,
        work=said.get("work"),
        way=parse_kind(said["way"]) if "way" in said else None,
        note=clean(said.get("note", "")),
    )


def check_field(field: str, text: str, currency: str = YEN) -> None:
    """Refuse what one field alone cannot take; blank is taken.

    Raises:
        Problem: not_an_amount, negative_amount, amount_too_large, not_a_currency, not_a_share,
            not_a_date, not_a_session, not_a_work_kind.
    """
    entry_from({field: text}, date.min, currency)


def typed_from(income: Income) -> dict[str, str]:
    """Return the fields of an entry as they could have been typed; what is 0 is blank."""
    code = income.currency
    typed = {
        name: plain_amount(value, code)
        for name in ("gross", "fee", "withheld", "transfer", "expenses")
        if (value := getattr(income, name))
    }
    if not typed:
        typed["gross"] = plain_amount(0, code)
    return typed | {
        "client": income.client,
        "currency": code,
        "paid_on": income.day.isoformat(),
        "worked_on": income.worked_on.isoformat() if income.worked_on else "",
        "minutes": str(income.minutes) if income.minutes is not None else "",
        "way": income.way.value if income.way else "",
        "work": income.work or "",
        "note": income.note,
    }


def _currency(said: Mapping[str, str], otherwise: str) -> str:
    """Return the one currency that is typed, with an amount or by name."""
    named = {code for field in AMOUNTS if (code := typed_currency(said.get(field, "")))}
    if "currency" in said:
        named.add(parse_currency(said["currency"]))
    if len(named) > 1:
        raise Problem(ProblemCode.TWO_CURRENCIES)
    return named.pop() if named else otherwise
