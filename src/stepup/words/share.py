"""Words for handing over: for whom, the sections and their lines, and how much room is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stepup.domain.page_room import taken
from stepup.domain.share import (
    RULES,
    Audience,
    Filled,
    Handout,
    PageForm,
    PageLine,
    PageSection,
)
from stepup.domain.sheet import Section
from stepup.domain.strength import Side
from stepup.domain.work import WorkKind
from stepup.i18n import N_, _, format_day, language, ngettext
from stepup.words.own_work import SIDES
from stepup.words.sheets import heading_name
from stepup.words.works import kind_name

_A: Final = Audience
_S: Final = PageSection

AUDIENCES: Final[dict[Audience, str]] = {
    _A.COUNSELLOR: N_("Counsellor"),
    _A.FAMILY: N_("Family"),
    _A.WORK: N_("At work"),
    _A.SELF: N_("Myself"),
}
FORMS: Final[dict[PageForm, str]] = {
    PageForm.HTML: N_("To print (HTML)"),
    PageForm.MARKDOWN: N_("Markdown"),
    PageForm.TEXT: N_("Plain text"),
}
_TITLES: Final[dict[Audience, str]] = {
    _A.COUNSELLOR: N_("A sheet to look at together"),
    _A.FAMILY: N_("For the people at home"),
    _A.WORK: N_("For working together"),
    _A.SELF: N_("My own record"),
}
_CLOSINGS: Final[dict[Audience, str]] = {
    _A.COUNSELLOR: N_(
        "Written by the person themselves. Not a diagnosis. Please ask before copying or keeping."
    ),
    _A.FAMILY: N_(
        "Written by the person themselves, who chose to hand it over. It needs no answer and no"
        " advice. Please ask before showing it to anyone."
    ),
    _A.WORK: N_(
        "Written by the person themselves. Not a diagnosis. Please ask before copying or keeping."
    ),
    _A.SELF: N_("Written out for oneself."),
}
_NAMES: Final[dict[PageSection, str]] = {
    _S.NAME: N_("Name to be called"),
    _S.DAYS: N_("Days with a record"),
    _S.TODAY: N_("What I most want to talk about today"),
    _S.NOT_TODAY: N_("Not to talk about, requests, how to reach me"),
    _S.SINCE: N_("Since last time"),
    _S.NEEDS: N_("Difficulties, and what would help"),
    _S.RHYTHM: N_("Rhythm of days"),
    _S.OUTSIDE: N_("Outside and with people"),
    _S.MOOD: N_("Mood and energy"),
    _S.WINS: N_("Small wins"),
    _S.NOW: N_("How I am now"),
    _S.PLAN: N_("My plan"),
    _S.GUIDE: N_("A guide to me"),
    _S.NEXT: N_("What I'd like to try next, and where I'd like help"),
    _S.SUPPORT: N_("What suits me in this support, and what I'd like changed"),
    _S.LEAN_ON: N_("Who and what I lean on"),
    _S.WORKS: N_("What I have done, and what I can do"),
    _S.STRENGTHS: N_("Strengths and likes"),
    _S.PIECES: N_("Pieces"),
    _S.INCOME: N_("Income"),
    _S.MONEY_WORRY: N_("Worries about money"),
    _S.JOURNAL: N_("From the journal"),
    _S.TALKS: N_("Talks"),
}
# Where a section has another name for an audience.
_OTHER_NAMES: Final[dict[tuple[Audience, PageSection], str]] = {
    (_A.FAMILY, _S.TODAY): N_("What I'd like you to know"),
    (_A.FAMILY, _S.NOT_TODAY): N_("Requests"),
    (_A.WORK, _S.TODAY): N_("What I'd like you to know"),
    (_A.WORK, _S.NOT_TODAY): N_("Requests, how to reach me"),
    (_A.WORK, _S.NEEDS): N_("What would help"),
    (_A.SELF, _S.TODAY): N_("What I want to talk about"),
    (_A.SELF, _S.NOT_TODAY): N_("Not to talk about, requests"),
    (_A.SELF, _S.SINCE): N_("Looking back"),
    (_A.SELF, _S.NEXT): N_("What I'd like to try next"),
    (_A.SELF, _S.SUPPORT): N_("The support"),
    (_A.SELF, _S.WORKS): N_("Work"),
    (_A.SELF, _S.JOURNAL): N_("Journal"),
}
_FROM: Final[dict[PageSection, str]] = {
    _S.NAME: N_("only what you write here"),
    _S.DAYS: N_("such as 9 of 14 days"),
    _S.TODAY: N_("lines of the visit sheet, and what you write here"),
    _S.NOT_TODAY: N_("lines of the visit sheet, requests, and what you write here"),
    _S.SINCE: N_("sentences of looking back, and what you write here"),
    _S.NEEDS: N_("difficulties and wishes, and what you write here"),
    _S.RHYTHM: N_("a picture of sleep, and usual times"),
    _S.OUTSIDE: N_("on how many days one was outside, or in touch with someone"),
    _S.MOOD: N_("of each day"),
    _S.WINS: N_("small wins, and what you write here"),
    _S.NOW: N_("the sheet"),
    _S.PLAN: N_("the sheet"),
    _S.GUIDE: N_("the sheet, and what you write here"),
    _S.NEXT: N_("goals, the plan, and what you write here"),
    _S.SUPPORT: N_("the plan, and what you write here"),
    _S.LEAN_ON: N_("names, and what for"),
    _S.WORKS: N_("works, and what you write here"),
    _S.STRENGTHS: N_("lines about yourself, and what you write here"),
    _S.PIECES: N_("what you have made, and your part in it"),
    _S.INCOME: N_("how often, and how much was received"),
    _S.MONEY_WORRY: N_("the private note"),
    _S.JOURNAL: N_("entry by entry"),
    _S.TALKS: N_("talk by talk"),
}
_TAGS: Final[dict[str, str]] = {
    "ask": N_("To ask"),
    "not_say": N_("Not to talk about"),
    "difficulty": N_("Difficulty"),
    "would_help": N_("Would help"),
    "please": N_("Please"),
    "please_not": N_("Please do not"),
    "for_someone": N_("For someone"),
    "help_wanted": N_("Help wanted"),
    "talk:chat": N_("Chat"),
    "talk:mail": N_("Mail"),
    "talk:phone": N_("Phone"),
    "talk:in_person": N_("In person"),
    "talk:video": N_("Video call"),
}
_EM_OF_A_LETTER: Final = 0.6


def audience_name(audience: Audience) -> str:
    """Return for whom a page is."""
    return _(AUDIENCES[audience])


def page_title(audience: Audience) -> str:
    """Return what stands at the head of a page."""
    return _(_TITLES[audience])


def closing_words(audience: Audience) -> str:
    """Return what stands at the foot of a page."""
    return _(_CLOSINGS[audience])


def section_name(section: PageSection, audience: Audience) -> str:
    """Return the name of a section on an audience's page."""
    return _(_OTHER_NAMES.get((audience, section), _NAMES[section]))


def section_from(section: PageSection) -> str:
    """Return what a section is made from, in a few words."""
    return _(_FROM[section])


def section_names(codes: tuple[str, ...], audience: Audience) -> str:
    """Return the names of sections in one line; a code of a newer version as it is."""
    names = [
        section_name(PageSection(code), audience) if code in tuple(PageSection) else code
        for code in codes
    ]
    return _(", ").join(names)


def spell(line: PageLine, *, dated: bool = False) -> str:
    """Return a line as it stands on a page: its day, what kind of line it is, the words, the rest."""
    text = line.text
    if line.note:
        text = _("{said} ({remark})").format(said=text, remark=line.note) if text else line.note
    head = line.head or _tag_words(line.tag)
    if head:
        text = _("{row}: {said}").format(row=head, said=text)
    if dated and line.day is not None:
        day = format_day(line.day, "short")
        text = _("{row}: {said}").format(row=day, said=text)
    return text


def is_dated(section: PageSection, audience: Audience) -> bool:
    """Return whether the lines of a section stand with their days."""
    return audience is Audience.SELF or section in (PageSection.JOURNAL, PageSection.TALKS)


def spelled(filled: Filled, audience: Audience) -> list[str]:
    """Return all that stands in a section, as it stands there."""
    dated = is_dated(filled.section, audience)
    return [*filled.written, *(spell(line, dated=dated) for line in filled.lines)]


def _tag_words(tag: str) -> str:
    kind, _colon, key = tag.partition(":")
    if kind == "heading":
        return heading_name(Section(key=key))
    if kind == "work":
        return kind_name(WorkKind(key))
    if kind == "strength":
        return _(SIDES[Side(key)])
    return _(_TAGS[tag]) if tag in _TAGS else ""


# Room


def lines_at_most(audience: Audience, section: PageSection, *, two_pages: bool) -> int | None:
    """Return the lines a section may take; with a second page, half as many again. None: no end."""
    rule = RULES[audience][section]
    if not two_pages or rule.second or rule.lines in (None, 1):
        return rule.lines
    return rule.lines + -(-rule.lines // 2)


def characters(ems: float) -> int:
    """Return how many characters of the language in use so many ems are, toward 0."""
    return int(ems) if language() == "ja" else int(ems / _EM_OF_A_LETTER)


def room_words(left: float) -> str:
    """Return how many characters are left, or are too many."""
    number = characters(left)
    if number >= 0:
        return ngettext("{number} character left", "{number} characters left", number).format(
            number=number
        )
    return ngettext("{number} character too many", "{number} characters too many", -number).format(
        number=-number
    )


def how_many(number: int, there: int) -> str:
    """Return how many of the lines there are stand on the page; "" where there are none."""
    return _("{number} of {all}").format(number=number, all=there) if there else ""


def room_left(filled: Filled, audience: Audience, *, two_pages: bool) -> float | None:
    """Return how many ems are left in a section, below 0 where it holds too much; None: no end."""
    most = lines_at_most(audience, filled.section, two_pages=two_pages)
    return None if most is None else taken(spelled(filled, audience)).left_of(most)


def overfull(handout: Handout, *, two_pages: bool) -> list[PageSection]:
    """Return the sections that hold more than fits."""
    found = []
    for filled in handout.sections:
        most = lines_at_most(handout.audience, filled.section, two_pages=two_pages)
        if most is not None and not taken(spelled(filled, handout.audience)).fits(most):
            found.append(filled.section)
    return found


def that_fit(
    lines: Sequence[PageLine], written: Sequence[str], most: int | None, *, dated: bool = False
) -> list[str]:
    """Return the ids of the first lines that fit behind what is written; all where there is no end."""
    if most is None:
        return [line.id for line in lines]
    ids: list[str] = []
    used = taken(written).lines
    for line in lines:
        more = taken([spell(line, dated=dated)]).lines
        if used + more <= most:
            used += more
            ids.append(line.id)
        if used >= most:
            break
    return ids
