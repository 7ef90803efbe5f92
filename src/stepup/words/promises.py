"""Words for promises: what became of one, the day it is due, a line of plain text."""

from __future__ import annotations

from datetime import date
from typing import Final

from stepup.domain.promise import Promise, PromiseState
from stepup.i18n import N_, _, format_day, ngettext

STATES: Final[dict[PromiseState, str]] = {
    PromiseState.OPEN: N_("Still open"),
    PromiseState.KEPT: N_("As agreed"),
    PromiseState.HANDED_OVER: N_("Delivered"),
    PromiseState.LET_GO: N_("Let go"),
}
_LINES: Final[dict[PromiseState, str]] = {
    PromiseState.OPEN: N_("Promise: {text}"),
    PromiseState.KEPT: N_("Promise, as agreed: {text}"),
    PromiseState.HANDED_OVER: N_("Promise, delivered: {text}"),
    PromiseState.LET_GO: N_("Promise, let go: {text}"),
}


def due_words(due: date, today: date) -> str:
    """Return until when, with the year where it is another: 11月25日まで, by 25 Nov."""
    return _("by {day}").format(day=_day(due, today))


def due_label(due: date, today: date) -> str:
    """Return until when, as it fits beside a list: with digits alone where the year is another."""
    return due_words(due, today) if due.year == today.year else due.isoformat()


def spare_words(promise: Promise, today: date, *, names_days: bool) -> str:
    """Return the days of one's own before the due day, and from which day on they are; "" for none."""
    if not promise.spare:
        return ""
    said = ngettext("{number} day", "{number} days", promise.spare).format(number=promise.spare)
    if promise.own_day is None or not names_days:
        return said
    own_day = _("my own day: {day}").format(day=_day(promise.own_day, today))
    return _("{said} ({remark})").format(said=said, remark=own_day)


def promise_line(promise: Promise, today: date, *, names_days: bool = True) -> str:
    """Return a promise as a line of plain text, with its day unless one looks away from days."""
    line = _(_LINES[promise.state]).format(text=promise.text)
    if promise.due is None or not names_days or promise.closed_on is not None:
        return line
    return _("{said} ({remark})").format(said=line, remark=due_words(promise.due, today))


def _day(day: date, today: date) -> str:
    return format_day(day, "short" if day.year == today.year else "short_year")
