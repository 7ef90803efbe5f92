"""The lines on which income is added up: bars by month, client or kind, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from rich.cells import cell_len

from stepup.domain.income import Income
from stepup.domain.income_sums import Month, Sum, month_of, sums, totals
from stepup.i18n import N_, _, format_day
from stepup.ui.widgets.charts import bar
from stepup.ui.widgets.layout import Spec
from stepup.words.money import COVERED, money
from stepup.words.works import kind_name

BY: Final[dict[str, str]] = {
    "month": N_("Months"),
    "client": N_("Clients"),
    "kind": N_("Kinds"),
}
"""By what the entries are added up."""
_BAR: Final = 12
"""Cells of the longest bar."""


class SumLines:
    """Makes the lines that add up `shown`, the entries of a year or (with no year) all there are."""

    def __init__(
        self,
        shown: Sequence[Income],
        year: str | None,
        *,
        covered: bool,
        covers_clients: bool,
        ascii_only: bool,
    ) -> None:
        self._shown = shown
        self._year = year
        self._covered = covered
        self._covers_clients = covers_clients
        self._ascii_only = ascii_only

    def by(self, what: str) -> Iterator[Spec]:
        """Yield a bar for each month (of all years: for each year), client or kind of work.

        Months are in their order with what has come in so far, the others by name: nothing is
        ranked.
        """
        for currency, found in self._found(what).items():
            if self._shown and len({one.currency for one in self._shown}) > 1:
                yield Spec(
                    f"head:{currency}", text=currency, soft=True, wide=True, still=True, gap=True
                )
            names = what == "client" and self._covers_clients
            yield from self._bars(currency, found, running=what == "month", covers_names=names)

    def _found(self, what: str) -> dict[str, dict[str, Sum]]:
        match what:
            case "client":
                summed = sums(self._shown, lambda one: one.client or _("(no name)"))
            case "kind":
                summed = sums(self._shown, lambda one: kind_name(one.way) or _("(no kind)"))
            case _ if self._year is None:
                summed = sums(self._shown, lambda one: f"{one.day.year:04d}")
            case _:
                by_month = sums(self._shown, month_of)
                return {
                    code: {_month(month): found[month] for month in sorted(found)}
                    for code, found in by_month.items()
                }
        return {
            code: {name: found[name] for name in sorted(found)} for code, found in summed.items()
        }

    def _bars(
        self, currency: str, named: Mapping[str, Sum], *, running: bool, covers_names: bool
    ) -> Iterator[Spec]:
        most = max(one.received for one in named.values())
        amounts = [
            self._amount(one.received, currency) if one.paid else "" for one in named.values()
        ]
        wide = max(map(cell_len, amounts))
        so_far = accumulate(one.received for one in named.values())
        for (name, one), amount, ran in zip(named.items(), amounts, so_far, strict=True):
            drawn = (
                "" if self._covered else bar(one.received, most, _BAR, ascii_only=self._ascii_only)
            )
            text = drawn + " " * (_BAR - len(drawn) + 2 + wide - cell_len(amount)) + amount
            after = ""
            if not one.paid:
                text, after = "", self._beside(one, currency)
            elif running and not self._covered:
                after = _("so far {amount}").format(amount=money(ran, currency))
            yield Spec(
                f"sum:{currency}:{name}",
                label=COVERED if covers_names else name,
                text=text or after,
                after=after if text else "",
                soft=not text,
                still=True,
            )

    def total(self, everything: Sequence[Income]) -> Iterator[Spec]:
        """Yield what the entries come to, with what was taken off and spent beside it.

        `everything` are the entries of all years: what they come to stands below, where there
        are others.
        """
        found, ever = totals(self._shown), totals(everything)
        for number, (currency, one) in enumerate(found.items()):
            yield Spec(
                f"total:{currency}",
                label=self._year or _("All years"),
                text=self._amount(one.received, currency),
                after=self._beside(one, currency),
                still=True,
                gap=number == 0,
            )
        for currency, one in ever.items():
            if self._year is not None and one != found.get(currency):
                text = self._amount(one.received, currency)
                yield Spec(f"ever:{currency}", label=_("All years"), text=text, still=True)

    def _beside(self, one: Sum, currency: str) -> str:
        beside = []
        if one.taken_off:
            amount = self._amount(one.taken_off, currency)
            beside.append(_("fees and tax {amount}").format(amount=amount))
        if one.expenses:
            amount = self._amount(one.expenses, currency)
            beside.append(_("expenses {amount}").format(amount=amount))
        return _(", ").join(beside)

    def _amount(self, minor: int, currency: str) -> str:
        return COVERED if self._covered else money(minor, currency)


def _month(month: Month) -> str:
    return format_day(date(month.year, month.month, 1), "short_month")
