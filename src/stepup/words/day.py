"""Words for the rows of a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from typing import Final

from stepup.domain.journal import Aspect
from stepup.domain.rhythm import Contact, Mark, Measure, Sleep, Tracker, total
from stepup.i18n import N_, _, format_minutes, format_time

ROWS: Final[dict[str, str]] = {
    "sleep": N_("Sleep"),
    "meal": N_("Meals"),
    "bath": N_("Bath"),
    "outside": N_("Outside"),
    "contact": N_("With people"),
}
CONTACTS: Final[dict[Contact, str]] = {
    Contact.FAMILY: N_("at home"),
    Contact.ONLINE: N_("online"),
    Contact.MESSAGE: N_("by message"),
    Contact.PHONE: N_("by phone"),
    Contact.MET: N_("met"),
}
MEASURES: Final[dict[Measure, str]] = {
    Measure.YES_NO: N_("a mark"),
    Measure.COUNT: N_("how many"),
    Measure.MINUTES: N_("minutes"),
    Measure.CLOCK: N_("time of day"),
    Measure.SCALE: N_("1 to 5"),
    Measure.CONTACT: N_("with whom"),
}

TOPICS: Final[dict[Aspect, str]] = {
    Aspect.SAY: N_("To talk about"),
    Aspect.NOT_SAY: N_("Rather not"),
    Aspect.ASK: N_("To ask"),
}
"""What stands before a line of the visit sheet on the page of its day."""


def row_name(key: str, trackers: Sequence[Tracker] = ()) -> str:
    """Return the name of a row by its key; own rows have the name the person gave."""
    if key in ROWS:
        return _(ROWS[key])
    return next((tracker.name for tracker in trackers if tracker.id == key), key)


def sleep_times(sleep: Sleep) -> str:
    """Return a sleep as it may be typed: 3:10 - 11:40; an unknown end stays open."""
    if sleep.sleepless:
        return _("awake all night")
    start = format_time(sleep.start.time()) if sleep.start else ""
    end = format_time(sleep.end.time()) if sleep.end else ""
    return f"{start} - {end}".strip()


def marks_text(measure: Measure, marks: Sequence[Mark]) -> str:
    """Return what stands in a row: 2, 10分, 22:30, オンライン; "" for a row without marks."""
    return _TEXTS[measure](marks) if marks else ""


def _last(marks: Sequence[Mark]) -> str:
    value = marks[-1].value
    return "" if value is None else str(value)


def _clocks(marks: Sequence[Mark]) -> str:
    values = [mark.value for mark in marks if mark.value is not None]
    return " ".join(format_time(time(value // 60 % 24, value % 60)) for value in values)


def _minutes(marks: Sequence[Mark]) -> str:
    minutes = sum(mark.value or 0 for mark in marks)
    return format_minutes(minutes) if minutes else _("yes")


def _ways(marks: Sequence[Mark]) -> str:
    ways = dict.fromkeys(_(CONTACTS[mark.way]) if mark.way else _("yes") for mark in marks)
    return _(", ").join(ways)


_TEXTS: Final[dict[Measure, Callable[[Sequence[Mark]], str]]] = {
    Measure.YES_NO: lambda _marks: _("yes"),
    Measure.COUNT: lambda marks: str(total(marks)),
    Measure.MINUTES: _minutes,
    Measure.CLOCK: _clocks,
    Measure.SCALE: _last,
    Measure.CONTACT: _ways,
}
