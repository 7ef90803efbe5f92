"""Which lines stand on the page of income."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size

from stepup.domain.income import Earlier, Income, Terms
from stepup.domain.profile import LookAway
from stepup.domain.text import one_line
from stepup.i18n import DayStyle, _, format_day, format_minutes
from stepup.ui.screens.work.income_form import draft_name
from stepup.ui.screens.work.income_sum_lines import BY, SumLines
from stepup.ui.screens.work.view import client_seen
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.words.money import (
    COVERED,
    entry_name,
    figures,
    income_columns,
    income_summary,
    money,
)
from stepup.words.works import kind_name

EVER: Final = "all"
"""In the place of a year: all of them."""
_NAME: Final = 22
"""Cells of a name in the list: the amounts stand right behind one another."""


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What is shown: a year (or `EVER`), added up by what, an entry opened, where its list begins."""

    year: str
    by: str = "month"
    opened: str = ""
    first: int = 0


class IncomeLines:
    """Makes the lines of income."""

    def __init__(self, session: Session, unfolded: Unfolded) -> None:
        self._session = session
        self._open = unfolded
        self._covered = session.hides_amounts
        self._all = session.incomes.all()
        year = unfolded.year
        self._shown = [i for i in self._all if year in (EVER, f"{i.day.year:04d}")]

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom, behind the line of the views."""
        lines = [Spec("new", label=_("Write down"), text="_", soft=True, gap=True)]
        if draft_name(self._session) in self._session.drafts.begun("income:"):
            lines.append(Spec("begun", text=_("An entry is begun (go on with it)")))
        lines += self._card()
        if not self._all:
            text = _(
                "What came in for work can be noted here, from one yen on, and what it cost."
                " It is all right to leave this page empty."
            )
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        else:
            lines += [*self._choice(), *self._summed(), *self._entries()]
        return [*lines, *self._quiet()]

    # The first pay, and what is for oneself alone

    def _card(self) -> Iterator[Spec]:
        first = self._session.incomes.first
        if first is None or first.closed:
            return
        income = next((one for one in self._all if one.id == first.income), None)
        if income is None:
            return
        text = _("The first pay that stands here: {amount}.").format(amount=self._amount(income))
        yield Spec("card", text=text, wide=True, still=True, gap=True)
        yield Spec("then", label=_("What next?"), text=first.then or "_", soft=not first.then)
        yield acts_line("cardacts", {"close": _("Put the card away")})

    def _amount(self, income: Income) -> str:
        return COVERED if self._covered else money(income.received, income.currency)

    def _quiet(self) -> Iterator[Spec]:
        first = self._session.incomes.first
        if first is not None and first.closed and first.then:
            yield Spec("then", label=_("What next?"), text=first.then, gap=True)
        if self._all:
            yield Spec("file", text=_("Write a file"), soft=True, wide=True, gap=True)
        written = _("(written)") if self._session.incomes.worry is not None else ""
        text = _("A note about money, for oneself alone")
        yield Spec("worry", text=text, after=written, soft=True, wide=True, gap=not self._all)

    # Added up

    def _choice(self) -> Iterator[Spec]:
        years = {f"{one.day.year:04d}" for one in self._all} | ({self._open.year} - {EVER})
        if len(years) > 1:
            named = [Part(y, y, on=y == self._open.year) for y in sorted(years, reverse=True)]
            ever = Part(EVER, _("All"), on=self._open.year == EVER)
            yield Spec("years", label=_("Year"), parts=(*named, ever), marked=True, gap=True)
        by = tuple(Part(name, _(words), on=name == self._open.by) for name, words in BY.items())
        yield Spec("by", label=_("Added up"), parts=by, marked=True, gap=len(years) < 2)

    def _summed(self) -> Iterator[Spec]:
        if self._session.hides(LookAway.TOTALS):
            return
        summed = SumLines(
            self._shown,
            None if self._open.year == EVER else self._open.year,
            covered=self._covered,
            covers_clients=self._session.covers_work,
            ascii_only=self._session.settings.ascii_charts,
        )
        yield from summed.by(self._open.by)
        yield from summed.total(self._all)

    # Entries

    def _entries(self) -> Iterator[Spec]:
        if not self._shown:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True, gap=True)
        listed = self._shown[self._open.first :][:PER_PAGE]
        columns = [income_columns(one, covered=self._covered) for one in listed]
        widest = max((cell_len(received or costs) for received, costs in columns), default=0)
        for index, income in enumerate(listed):
            received, costs = columns[index]
            first, rest = (received, costs) if received else (costs, "")
            amount = " " * (widest - cell_len(first)) + first
            yield from self._entry(income, f"{amount}  {rest}".rstrip(), gap=index == 0)
        yield from turning_line(self._open.first, len(self._shown))

    def _entry(self, income: Income, columns: str, *, gap: bool) -> Iterator[Spec]:
        is_open = income.id == self._open.opened
        hides = self._session.hides(LookAway.DATES)
        style: DayStyle = "short_year" if self._open.year == EVER else "short"
        name = self._name(income)
        yield Spec(
            f"income:{income.id}",
            label="" if hides else format_day(income.day, style),
            text=name if is_open else _in_column(name),
            after=income_summary(income, covered=self._covered) if is_open else columns,
            gap=gap or is_open,
            cut=not is_open,
        )
        if not is_open:
            return
        for name, text in self._whole(income):
            yield Spec(f"said:{income.id}:{name}", label=name, text=text, still=True)
        for number, before in enumerate(income.earlier):
            key = f"earlier:{income.id}:{number}"
            text = self._said_before(before, income, hides=hides)
            yield Spec(key, label=_("As it was"), text=text, soft=True, still=True)
        words = {"correct": _("Fill in or correct"), "away": _("Take away")}
        yield acts_line(f"acts:{income.id}", words)

    def _name(self, terms: Terms) -> str:
        return client_seen(self._session, terms.client) or entry_name(terms)

    def _said_before(self, before: Earlier, income: Income, *, hides: bool) -> str:
        """Return what an entry said before it was corrected: its figures, and what else was other."""
        said = [] if before.client == income.client else [self._name(before)]
        if before.day != income.day and not hides:
            said.append(format_day(before.day, "short_year"))
        for name, amount in figures(before):
            said.append(f"{name} {COVERED if self._covered else amount}")
        whole = _(", ").join(said)
        if hides:
            return whole
        until = _("until {day}").format(day=format_day(before.corrected_at.date(), "short"))
        return _("{said} ({remark})").format(said=whole, remark=until)

    def _whole(self, terms: Terms) -> Iterator[tuple[str, str]]:
        """Yield the names and words of all that an entry says."""
        for name, amount in figures(terms):
            yield name, COVERED if self._covered else amount
        dates = not self._session.hides(LookAway.DATES)
        if terms.worked_on is not None and dates:
            yield _("Worked"), format_day(terms.worked_on, "short_year")
        if terms.minutes is not None:
            yield _("Time at it"), format_minutes(terms.minutes)
        if terms.way is not None:
            yield _("Kind of work"), kind_name(terms.way)
        work = self._session.works.find(terms.work) if terms.work else None
        if work is not None:
            yield _("Work"), work.text
        if terms.note:
            yield _("Note"), terms.note


def _in_column(name: str) -> str:
    """Return a name in as many cells as its column has."""
    words = one_line(name)
    if cell_len(words) > _NAME:
        words = set_cell_size(words, _NAME - 1).rstrip() + "…"
    return pad(words, _NAME)
