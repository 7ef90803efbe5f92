"""A month of work and income as a sheet for copying over; docs/formats/work-month.md.

By the day of payment, with the days of work listed. Nothing is worked out here that an office
works out: no deduction, no benefit, no limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.domain.income import Income
from stepup.domain.income_sums import Month, Sum, sums, totals
from stepup.domain.span import Span
from stepup.domain.text import one_line
from stepup.domain.weeks import month_of
from stepup.domain.work import WorkSession
from stepup.exchange.html_page import render
from stepup.i18n import _, format_day, format_minutes, ngettext
from stepup.words.money import client_name, money
from stepup.words.works import kind_name

BLANK: Final = "　" * 8
"""What is left for a pen."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet, in words: headings, pairs of a name and what is said, tables."""

    title: str
    span: str
    remark: str
    lines: tuple[tuple[str, str], ...]
    clients_heading: str
    clients_head: tuple[str, ...]
    clients: tuple[tuple[str, ...], ...]
    days_heading: str
    days_head: tuple[str, ...]
    days: tuple[tuple[str, ...], ...]


def work_month(
    month: Month,
    incomes: Sequence[Income],
    sessions: Sequence[WorkSession],
    works: Mapping[str, str],
) -> Sheet:
    """Return the sheet of a month in the language in use.

    `incomes` are those paid in it, `sessions` the times of working noted in it; `works` names
    works by their id.
    """
    span = month_of(date(month.year, month.month, 1))
    ordered = sorted(incomes, key=lambda one: (one.day, one.at, one.id))
    minutes = _minutes_by_day(span, ordered, sessions)
    return Sheet(
        title=_("Work and income, {month}").format(month=format_day(span.first, "month")),
        span=_("{first} to {last}").format(
            first=format_day(span.first, "short_year"), last=format_day(span.last, "short_year")
        ),
        remark=_(
            "For copying over. Forms differ from place to place; the person in charge knows which"
            " lines are wanted. Nothing is deducted or assessed here."
        ),
        lines=tuple(_lines(ordered, minutes)),
        clients_heading=_("Paid in this month"),
        clients_head=(
            _("Paid on"), _("Worked on"), _("Client"), _("Subject"), _("Kind"), _("Pay"),
            _("Fees"), _("Income tax"), _("Expenses"), _("Came in"),
        ),
        clients=tuple(_client_row(income, works) for income in ordered),
        days_heading=_("The days of the month"),
        days_head=(_("Day"), _("Time worked"), _("Came in")),
        days=tuple(_day_rows(span, ordered, minutes)),
    )  # fmt: skip


def _minutes_by_day(
    span: Span, incomes: Sequence[Income], sessions: Sequence[WorkSession]
) -> dict[date, int | None]:
    """Return the days of the span on which was worked, with the minutes where they were noted."""
    found: dict[date, int | None] = {
        one.worked_on: None
        for one in incomes
        if one.worked_on is not None and span.first <= one.worked_on <= span.last
    }
    for session in sessions:
        found[session.day] = (found.get(session.day) or 0) + session.minutes
    return found


def _lines(
    incomes: Sequence[Income], minutes: Mapping[date, int | None]
) -> Iterator[tuple[str, str]]:
    found = totals(incomes)
    days = len(minutes)
    yield _("Days worked"), ngettext("{days} day", "{days} days", days).format(days=days)
    yield _("Hours a day, on average"), _average(minutes)
    yield _("Income"), _amounts({code: one.gross for code, one in found.items()})
    yield _("Travel, necessary expenses"), _amounts({c: one.expenses for c, one in found.items()})
    yield (
        _("Platform and transfer fees"),
        _amounts({code: one.fee + one.transfer for code, one in found.items()}),
    )
    yield _("Social insurance"), BLANK
    yield _("Income tax"), _amounts({code: one.withheld for code, one in found.items()})
    yield _("Amount received"), _amounts({code: one.received for code, one in found.items()})
    yield (
        _("Where worked"),
        _(", ").join(dict.fromkeys(client_name(one) for one in incomes)) or BLANK,
    )
    yield _("Other income"), BLANK
    yield _("Reason for no income"), BLANK


def _average(minutes: Mapping[date, int | None]) -> str:
    noted = [one for one in minutes.values() if one]
    if not noted:
        return BLANK
    return _("about {average} ({total} on {days} days with a time noted)").format(
        average=format_minutes(sum(noted) // len(noted)),
        total=format_minutes(sum(noted)),
        days=len(noted),
    )


def _amounts(by_currency: Mapping[str, int]) -> str:
    """Return amounts in words, each currency for itself; none at all is left for a pen."""
    return _(", ").join(money(minor, code) for code, minor in by_currency.items()) or BLANK


def _client_row(income: Income, works: Mapping[str, str]) -> tuple[str, ...]:
    def amount(minor: int) -> str:
        return money(minor, income.currency)

    return (
        format_day(income.day, "short"),
        format_day(income.worked_on, "short_year") if income.worked_on else "",
        income.client,
        works.get(income.work or "", ""),
        kind_name(income.way),
        amount(income.gross),
        amount(income.fee + income.transfer),
        amount(income.withheld),
        amount(income.expenses),
        amount(income.received),
    )


def _day_rows(
    span: Span, incomes: Sequence[Income], minutes: Mapping[date, int | None]
) -> Iterator[tuple[str, ...]]:
    by_day: dict[date, dict[str, Sum]] = {}
    for code, found in sums(incomes, lambda one: one.day).items():
        for day, one in found.items():
            by_day.setdefault(day, {})[code] = one
    for day in span.days:
        worked = minutes.get(day)
        said = format_minutes(worked) if worked else _("worked") if day in minutes else ""
        came_in = {code: one.received for code, one in by_day.get(day, {}).items() if one.gross}
        yield format_day(day, "short"), said, _amounts(came_in) if came_in else ""


# Markdown

_MARKED: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def markdown(sheet: Sheet) -> bytes:
    """Return the sheet as Markdown; no words of the person's are taken for marks."""
    lines = [f"# {_safe(sheet.title)}", "", _safe(sheet.span), "", _safe(sheet.remark), ""]
    lines += [f"- {_safe(name)}: {_safe(said)}" for name, said in sheet.lines]
    for heading, head, rows in (
        (sheet.clients_heading, sheet.clients_head, sheet.clients),
        (sheet.days_heading, sheet.days_head, sheet.days),
    ):
        lines += ["", f"## {_safe(heading)}", "", _row(head), _row("---" for _name in head)]
        lines += [_row(_safe(cell) for cell in row) for row in rows]
    return "".join(line.rstrip() + "\n" for line in lines).encode()


def _safe(text: str) -> str:
    return _MARKED.sub(r"\\\1", one_line(text) if text != BLANK else text)


def _row(cells: Iterator[str] | Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


# HTML


def html(sheet: Sheet) -> bytes:
    """Return the sheet as one page that needs nothing else, for reading and printing."""
    return render("work_month.html", sheet=sheet)
