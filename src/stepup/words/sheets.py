"""Words for the sheets about oneself: their names, their headings, and a sheet as plain text."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from stepup.domain.profile import LookAway
from stepup.domain.sheet import Section, Sheet, SheetTopic
from stepup.i18n import N_, _, format_day

_NAMES: Final[dict[SheetTopic, tuple[str, str]]] = {
    SheetTopic.NOW: (
        N_("How I am now"),
        N_("How things are at the moment. Only what you like to write."),
    ),
    SheetTopic.PLAN: (
        N_("My plan"),
        N_("What you wish for, and small things on the way. It can change at any time."),
    ),
    SheetTopic.MANUAL: (
        N_("A guide to me"),
        N_("What comes easily, what tires you, what helps. You can show it to someone."),
    ),
}
_HEADINGS: Final[dict[str, tuple[str, str]]] = {
    "mind": (N_("Mind"), N_("Feelings and thoughts of late")),
    "body": (N_("Body"), N_("Sleep, food, aches, strength")),
    "daily": (N_("Daily life"), N_("How the days go by")),
    "people": (N_("My people"), N_("Who is near, who is far")),
    "interests": (N_("Interests"), N_("Anything that draws you, however little")),
    "hard": (N_("Difficulties"), N_("What weighs on you at the moment")),
    "helps": (N_("What helps"), N_("What makes it a little easier")),
    "wish": (N_("My wish"), N_("What you would like, just as it comes to mind")),
    "longer": (N_("Further on"), N_("A goal that takes longer")),
    "small": (N_("Small goals"), N_("Small things on the way")),
    "help_wanted": (N_("Help wanted"), N_("What you would like help with, and from whom")),
    "support": (N_("The support"), N_("What suits you in it, and what you would like changed")),
    "strengths": (N_("Good at"), N_("What comes easily, what you like doing")),
    "tires": (N_("Tires me"), N_("What takes strength out of you")),
    "signs": (N_("First signs"), N_("How you notice that you are getting tired")),
    "avoid": (N_("To avoid"), N_("What you would rather not do, or not have done")),
}


def sheet_name(topic: SheetTopic) -> str:
    """Return the name of a sheet."""
    return _(_NAMES[topic][0])


def sheet_purpose(topic: SheetTopic) -> str:
    """Return what a sheet is for, in a sentence or two."""
    return _(_NAMES[topic][1])


def heading_name(section: Section) -> str:
    """Return a heading in the person's words, or as it came."""
    if section.heading:
        return section.heading
    return _(_HEADINGS[section.key][0]) if section.key in _HEADINGS else _("Other things")


def first_words(sheet: Sheet) -> str:
    """Return what stands first on a sheet, behind its heading's name; "" for an empty sheet."""
    section = sheet.first_written
    if section is None:
        return ""
    first = section.text.strip().split("\n", 1)[0]
    return _("{row}: {said}").format(row=heading_name(section), said=first)


def heading_hint(section: Section) -> str:
    """Return what may stand under a heading; "" for one the person worded."""
    return "" if section.heading or section.key not in _HEADINGS else _(_HEADINGS[section.key][1])


def sheet_text(sheet: Sheet, look_away: Container[LookAway] = frozenset()) -> str:
    """Return a sheet as plain text: its name, then a line or more for each heading with a text."""
    return "\n".join(
        [_("Sheet: {name}").format(name=sheet_name(sheet.topic)), *_lines(sheet, look_away)]
    )


def _lines(sheet: Sheet, look_away: Container[LookAway]) -> Iterator[str]:
    for section in sheet.sections:
        if section.text:
            first, *others = section.text.split("\n")
            yield "  " + _("{row}: {said}").format(row=heading_name(section), said=first)
            yield from (f"    {line}" for line in others)
    if sheet.look_again is not None and LookAway.DATES not in look_away:
        day = format_day(sheet.look_again, "short_year")
        yield "  " + _("{row}: {said}").format(row=_("Next look"), said=day)
