"""Income and expenses as a journal for hledger; docs/formats/hledger.md says what is in it.

What came in goes to assets:bank, so that its balance is what the notebook adds up; costs are
taken from assets:cash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from stepup.domain.income import Income
from stepup.domain.money import PLACES, plain_amount
from stepup.domain.text import one_line
from stepup.domain.work import WorkKind
from stepup.words.money import client_name

BANK: Final = "assets:bank"
CASH: Final = "assets:cash"
_FEE: Final = "expenses:platform-fee"
_TAX: Final = "expenses:tax-withheld"
_TRANSFER: Final = "expenses:transfer-fee"
_COSTS: Final = "expenses:work"
_INCOME: Final[dict[WorkKind | None, str]] = {
    WorkKind.CROWD: "income:crowdsourcing",
    WorkKind.PIECES: "income:piecework",
    WorkKind.SELLING: "income:selling",
    WorkKind.OWN: "income:own-business",
    WorkKind.FAMILY: "income:family",
    WorkKind.VOLUNTEER: "income:volunteering",
    WorkKind.THANKS: "income:thanks",
    WorkKind.TRIAL: "income:trial",
    WorkKind.EMPLOYED: "income:employment",
    None: "income:other",
}
# Signs that hledger obeys in a description, and their twins that it does not.
_OBEYED: Final = str.maketrans({";": "；", "|": "｜"})


def hledger_journal(incomes: Sequence[Income], works: Mapping[str, str]) -> bytes:
    """Return entries as a journal, the oldest first, the newest version of each.

    `works` names works by their id. Every account and commodity in use is declared, so that
    `hledger check --strict` takes it.
    """
    ordered = sorted(incomes, key=lambda one: (one.day, one.at, one.id))
    postings = [list(_postings(one)) for one in ordered]
    used = {account for entry in postings for account, _amount in entry}
    lines = [_commodity(code) for code in sorted({one.currency for one in ordered})]
    lines += [f"account {account}" for account in sorted(used)]
    for income, entry in zip(ordered, postings, strict=True):
        lines += ["", _heading(income, works)]
        lines += [f"    {account}  {amount} {income.currency}" for account, amount in entry]
    return "".join(line + "\n" for line in lines).encode()


def _commodity(code: str) -> str:
    """Return the directive that shows the decimal mark, without which 1,000 may be read as 1."""
    return f"commodity 1,000.{'0' * PLACES[code]} {code}"


def _heading(income: Income, works: Mapping[str, str]) -> str:
    work = works.get(income.work or "", "")
    described = " | ".join(_plain(words) for words in (client_name(income), work) if words)
    tags = []
    if income.minutes is not None:
        tags.append(f"minutes:{income.minutes}")
    if income.worked_on is not None:
        tags.append(f"worked:{income.worked_on.isoformat()}")
    comment = "  ; " + ", ".join(tags) if tags else ""
    return f"{income.day.isoformat()} * {described}{comment}"


def _plain(words: str) -> str:
    """Return words of the person's as a description, in which nothing is a comment or a code."""
    text = one_line(words).translate(_OBEYED)
    return "（" + text[1:] if text[:1] == "(" else text


def _postings(income: Income) -> Iterator[tuple[str, str]]:
    def amount(minor: int, sign: int = 1) -> str:
        return ("-" if sign < 0 and minor else "") + plain_amount(minor, income.currency)

    if income.gross or not income.expenses:
        yield BANK, amount(income.received)
        for account, minor in (
            (_FEE, income.fee),
            (_TAX, income.withheld),
            (_TRANSFER, income.transfer),
        ):
            if minor:
                yield account, amount(minor)
        yield _INCOME[income.way], amount(income.gross, -1)
    if income.expenses:
        yield _COSTS, amount(income.expenses)
        yield CASH, amount(income.expenses, -1)
