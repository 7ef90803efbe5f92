"""Words for money and income."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepup.domain.income import Income, Terms
from stepup.domain.income_sums import Sum, sums, totals
from stepup.domain.money import in_units
from stepup.i18n import N_, _, format_money
from stepup.words.plain_rows import remarked, said
from stepup.words.works import kind_name

COVERED: Final = "***"
"""What stands in the place of an amount that is covered."""
FIGURES: Final[dict[str, str]] = {
    "gross": N_("Pay"),
    "fee": N_("Platform fee"),
    "withheld": N_("Tax withheld"),
    "transfer": N_("Transfer fee"),
    "received": N_("Came in"),
    "expenses": N_("Expenses"),
    "net": N_("Left after costs"),
}
"""The figures of an entry, in the order in which they stand."""


def money(minor: int, currency: str) -> str:
    """Return an amount of whole minor units in words."""
    return format_money(in_units(minor, currency), currency)


def client_name(terms: Terms) -> str:
    """Return from whom it came; without a name the kind of work, or that it was spent."""
    costs = _("Expenses") if terms.expenses and not terms.gross else ""
    return terms.client or kind_name(terms.way) or costs or _("(no name)")


def entry_name(terms: Terms) -> str:
    """Return what an entry is called in a list: from whom it came, or the first line of its note."""
    return terms.client or terms.note.strip().partition("\n")[0] or client_name(terms)


def income_summary(terms: Terms, *, covered: bool = False) -> str:
    """Return what came in and what it cost, on one line."""
    return _(", ").join(filter(None, income_columns(terms, covered=covered)))


def income_columns(terms: Terms, *, covered: bool = False) -> tuple[str, str]:
    """Return what came in, and what it cost; "" for what there is not."""
    received = costs = ""
    if terms.gross or not terms.expenses:
        received = COVERED if covered else money(terms.received, terms.currency)
    if terms.expenses:
        amount = COVERED if covered else money(terms.expenses, terms.currency)
        costs = _("expenses {amount}").format(amount=amount)
    return received, costs


def income_line(terms: Terms, *, covered: bool = False) -> str:
    """Return an entry with its name before it, for a day as plain text."""
    summary = income_summary(terms, covered=covered)
    return said(_("Income"), remarked(summary, entry_name(terms)))


def figures(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield the figures of an entry that are not 0, and what came in, with their names.

    What is left is told only where there is pay with costs beside it.
    """
    for field, name in FIGURES.items():
        amount = getattr(terms, field)
        if field == "net" and not (terms.gross and terms.expenses):
            continue
        if amount or (field == "received" and not terms.expenses):
            yield _(name), money(amount, terms.currency)


def sums_text(incomes: Sequence[Income]) -> str:
    """Return what entries add up to, each currency for itself, by year and by client; "" for none."""
    lines = []
    by_year = sums(incomes, lambda one: f"{one.day.year:04d}")
    by_client = sums(incomes, lambda one: one.client or _("(no name)"))
    for code, one in totals(incomes).items():
        lines.append(said(_("Came in"), _with_costs(one, code)))
        years = sorted(by_year[code])
        parts = {year: by_year[code][year] for year in years if len(years) > 1}
        parts |= {name: by_client[code][name] for name in sorted(by_client[code])}
        lines += ["  " + said(name, _with_costs(part, code)) for name, part in parts.items()]
    return "\n".join(lines)


def _with_costs(one: Sum, code: str) -> str:
    came_in = money(one.received, code)
    if not one.expenses:
        return came_in
    return remarked(came_in, _("expenses {amount}").format(amount=money(one.expenses, code)))
