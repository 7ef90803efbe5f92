"""Words for who and what one leans on, talks, visits, the visit sheet, needs and answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from stepup.domain.answer import Asker, OwnAnswer
from stepup.domain.journal import Aspect, Topic
from stepup.domain.need import NeedKind
from stepup.domain.supporter import Appointment, Suits, Supporter, SupporterKind, VisitHow
from stepup.domain.talk import Channel
from stepup.i18n import N_, _, format_day, format_time

KINDS: Final[dict[SupporterKind, str]] = {
    SupporterKind.PERSON: N_("Person"),
    SupporterKind.ONLINE: N_("Friend online"),
    SupporterKind.SERVICE: N_("Service"),
    SupporterKind.MEDICAL: N_("Medical"),
    SupporterKind.PLACE: N_("Place"),
    SupporterKind.ANIMAL: N_("Animal"),
    SupporterKind.HOBBY: N_("Hobby"),
    SupporterKind.BOOK: N_("Book or work"),
    SupporterKind.OTHER: N_("Something else"),
}
SUITS: Final[dict[Suits, str]] = {
    Suits.FITS: N_("It fits"),
    Suits.NOT_SURE: N_("Not sure yet"),
    Suits.DOES_NOT: N_("It does not fit"),
}
FIELDS: Final[dict[str, tuple[str, str]]] = {
    "what_for": (N_("What for"), N_("Such as: to talk, to be quiet, for forms")),
    "cost": (N_("Cost"), N_("Such as: free, 500 yen and the bus")),
    "learned": (N_("Learned from"), N_("Such as: the city's page, my sister")),
    "worries": (N_("Worries"), N_("What one is not easy about; it may stay open")),
    "hours": (N_("Hours"), N_("Such as: Tuesdays 13:00 to 16:00")),
    "noise": (N_("Noise"), N_("Such as: quiet, music is on")),
    "people": (N_("How many"), N_("Such as: five or six people")),
    "slip_out": (N_("Slipping out"), N_("Such as: at any time, by the back door")),
    "contact": (N_("Contact"), N_("Address, mail, whatever reaches it; m hides it")),
}
"""The lines of a supporter: the name of each, and what may stand there."""
VISITS: Final[dict[VisitHow, str]] = {
    VisitHow.WENT: N_("Went"),
    VisitHow.ONLINE: N_("Online"),
    VisitHow.LEFT_EARLY: N_("Left early"),
}
CHANNELS: Final[dict[Channel, str]] = {
    Channel.CHAT: N_("Chat"),
    Channel.MAIL: N_("Mail"),
    Channel.PHONE: N_("Phone"),
    Channel.IN_PERSON: N_("In person"),
    Channel.VIDEO: N_("Video"),
}
NEEDS: Final[dict[NeedKind, str]] = {
    NeedKind.DIFFICULTY: N_("Difficulty"),
    NeedKind.WOULD_HELP: N_("Would help"),
    NeedKind.PLEASE: N_("Please"),
    NeedKind.PLEASE_NOT: N_("Please do not"),
}
ASPECTS: Final[dict[Aspect, str]] = {
    Aspect.SAY: N_("I would like to say"),
    Aspect.NOT_SAY: N_("I would rather not talk about"),
    Aspect.ASK: N_("I would like to ask"),
}
ASKERS: Final[dict[Asker, str]] = {
    Asker.PARENTS: N_("Parents"),
    Asker.RELATIVES: N_("Relatives"),
    Asker.SHOP: N_("In a shop"),
    Asker.OFFICIAL: N_("At an office"),
    Asker.SOMEONE: N_("Someone"),
}
QUESTION: Final = N_('"What are you doing these days?"')

_WEEK: Final = 7
_MONTH: Final = 31
_HALF_YEAR: Final = 183
_YEAR: Final = 366


def supporter_name(supporter: Supporter, *, masked: bool = False) -> str:
    """Return the name; while names are hidden, only what it is."""
    return _(KINDS[supporter.what]) if masked else supporter.name


def name_of(supporter_id: str | None, names: Mapping[str, str]) -> str:
    """Return the name of a supporter by id; "" for none, or for one that is gone."""
    return names.get(supporter_id, "") if supporter_id else ""


def since(last: date, today: date) -> str:
    """Return about how long ago a day was, in words that count nothing."""
    days = (today - last).days
    if days <= _WEEK:
        return _("within the last week")
    if days <= _MONTH:
        return _("within the last month")
    if days <= _HALF_YEAR:
        return _("some months ago")
    return _("within the last year") if days <= _YEAR else _("longer ago")


def appointment_title(appointment: Appointment) -> str:
    """Return its own title, or the neutral one."""
    return appointment.title or neutral_title()


def neutral_title() -> str:
    """Return the title of an appointment that says nothing."""
    return _("Appointment")


def appointment_when(appointment: Appointment, *, dates: bool = True, year: bool = False) -> str:
    """Return its day and time in words; without `dates` the time alone."""
    day = format_day(appointment.on_day, "short_year" if year else "short") if dates else ""
    clock = format_time(appointment.clock) if appointment.clock else ""
    return " ".join(part for part in (day, clock) if part)


def question_of(answer: OwnAnswer) -> str:
    """Return what one is asked."""
    return answer.asked or _(QUESTION)


def sheet_plain(topics: Sequence[Topic]) -> str:
    """Return the visit sheet as plain text, a box before each line that can be ticked; "" for none."""
    return _sheet(topics, title="{name}", heading="\n{name}", line="[ ] {text}", still="  - {text}")


def sheet_markdown(topics: Sequence[Topic]) -> str:
    """Return the visit sheet as Markdown with task boxes; "" for none."""
    return _sheet(
        topics,
        title="# {name}",
        heading="\n## {name}\n",
        line="- [ ] {text}",
        still="- {text}",
        escaped=True,
    )


def _sheet(
    topics: Sequence[Topic],
    *,
    title: str,
    heading: str,
    line: str,
    still: str,
    escaped: bool = False,
) -> str:
    if not topics:
        return ""
    lines = [title.format(name=_("For the talk"))]
    for aspect in Aspect:
        mine = [topic.text for topic in topics if topic.aspect is aspect]
        if mine:
            lines.append(heading.format(name=_(ASPECTS[aspect])))
            form = still if aspect is Aspect.NOT_SAY else line
            lines += [form.format(text=_escaped(text) if escaped else text) for text in mine]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Return words with the signs that Markdown would read as its own set off."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~&" else sign for sign in text)
