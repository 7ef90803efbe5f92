"""Talks, visits, appointments and what is at hand for the next talk, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stepup.domain.journal import Topic
from stepup.domain.need import Need
from stepup.domain.supporter import Appointment, Supporter, Visit
from stepup.domain.talk import Talk
from stepup.domain.text import one_line
from stepup.i18n import _
from stepup.words import mood
from stepup.words.people import (
    CHANNELS,
    KINDS,
    NEEDS,
    SUITS,
    VISITS,
    appointment_title,
    appointment_when,
    name_of,
    sheet_plain,
)
from stepup.words.plain_rows import remarked, said


def appointment_line(appointment: Appointment, names: Mapping[str, str], *, dates: bool) -> str:
    """Return an appointment: when, its title, with whom."""
    when = appointment_when(appointment, dates=dates, year=True)
    words = " ".join(part for part in (when, appointment.title) if part)
    who = name_of(appointment.supporter, names)
    line = said(_("Appointment"), words) if words else appointment_title(appointment)
    return remarked(line, who) if who else line


def visit_line(visit: Visit, names: Mapping[str, str]) -> str:
    """Return a visit: how, where, and what was noted."""
    where = name_of(visit.supporter, names)
    words = _(", ").join(part for part in (_(VISITS[visit.how]), where) if part)
    line = said(_("Visit"), words)
    return remarked(line, one_line(visit.note)) if visit.note else line


def talk_lines(talk: Talk, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a talk: with whom and how, then what was said as it was written, then the rest."""
    channel = _(CHANNELS[talk.channel]) if talk.channel else ""
    who = name_of(talk.supporter, names)
    words = _(", ").join(part for part in (channel, who) if part)
    yield said(_("Talk"), words) if words else _("Talk")
    if talk.text:
        yield talk.text
    if talk.before:
        yield said(_("Felt before"), mood(talk.before))
    if talk.after:
        yield said(_("Felt after"), mood(talk.after))
    if talk.next:
        yield said(_("What is next"), talk.next)


def supporter_line(supporter: Supporter) -> str:
    """Return a supporter: its name, what it is, and how it suits as far as that was said."""
    remarks = [_(KINDS[supporter.what])]
    if supporter.suits is not None:
        remarks.append(_(SUITS[supporter.suits]))
    if supporter.some_day:
        remarks.append(_("Some day"))
    return remarked(said(_("Leaning on"), supporter.name), _(", ").join(remarks))


def at_hand(topics: Sequence[Topic], needs: Sequence[Need], ahead: Sequence[str]) -> str:
    """Return what is at hand for the next talk: appointments, the sheet, needs; "" for nothing.

    `ahead` are the lines of the appointments to come.
    """
    blocks = [
        "\n".join(ahead),
        sheet_plain(topics).rstrip(),
        "\n".join(said(_(NEEDS[need.what]), need.text) for need in needs),
    ]
    return "\n\n".join(block for block in blocks if block)
