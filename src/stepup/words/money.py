"""Words for money and income."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stepup.domain.income import Terms
from stepup.domain.money import in_units
from stepup.i18n import N_, _, format_money
from stepup.words.works import kind_name

COVERED: Final = "***"
"""What stands in the place of an amount that is covered."""
FIGURES: Final[dict[str, str]] = {
    "gross": N_("Pay"),
    "fee": N_("Platform fee"),
    "withheld": N_("Tax withheld"),
    "transfer": N_("Transfer fee"),
    "net": N_("Came in"),
    "expenses": N_("Expenses"),
}
"""The figures of an entry, in the order in which they stand."""


def money(minor: int, currency: str) -> str:
    """Return an amount of whole minor units in words."""
    return format_money(in_units(minor, currency), currency)


def client_name(terms: Terms) -> str:
    """Return for whom it was; where no name was written, the kind of work, or that there is none."""
    return terms.client or kind_name(terms.way) or _("(no name)")


def income_summary(terms: Terms, *, covered: bool = False) -> str:
    """Return what came in and what it cost, on one line."""
    parts = []
    if terms.gross or not terms.expenses:
        parts.append(COVERED if covered else money(terms.net, terms.currency))
    if terms.expenses:
        costs = COVERED if covered else money(terms.expenses, terms.currency)
        parts.append(_("expenses {amount}").format(amount=costs))
    return _(", ").join(parts)


def income_line(terms: Terms, *, covered: bool = False) -> str:
    """Return an entry with its name before it, for a day as plain text."""
    said = _("{said} ({remark})").format(
        said=income_summary(terms, covered=covered), remark=client_name(terms)
    )
    return _("{row}: {said}").format(row=_("Income"), said=said)


def figures(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield the figures of an entry that are not 0, and what came in, with their names."""
    for field, name in FIGURES.items():
        amount = getattr(terms, field)
        if amount or (field == "net" and not terms.expenses):
            yield _(name), money(amount, terms.currency)
