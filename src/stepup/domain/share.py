"""Handing over exactly what one chooses: for whom, of which days, which sections, which lines.

A `Consent` says it, a `Handout` holds what came of it: codes, figures and the person's own texts,
no words of ours. `Handover` notes what was handed over, `ShareChoice` what was chosen last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import ClassVar, Final

from stepup.domain.record import Dated, Frozen, Line, Prose, Record
from stepup.domain.share_figures import Figures
from stepup.domain.span import Span
from stepup.domain.stand_in import StandIn


class Audience(StrEnum):
    """For whom a page is made."""

    COUNSELLOR = "counsellor"
    FAMILY = "family"
    WORK = "work"
    SELF = "self"


class PageForm(StrEnum):
    """The kinds of file a page may be; the value is the ending of its name."""

    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


class PageSection(StrEnum):
    """What can be put on a page, in the order in which it stands there."""

    NAME = "name"
    DAYS = "days"
    TODAY = "today"
    NOT_TODAY = "not-today"
    SINCE = "since"
    NEEDS = "needs"
    RHYTHM = "rhythm"
    OUTSIDE = "outside"
    MOOD = "mood"
    WINS = "wins"
    NOW = "now"
    PLAN = "plan"
    GUIDE = "guide"
    NEXT = "next"
    SUPPORT = "support"
    LEAN_ON = "lean-on"
    WORKS = "works"
    STRENGTHS = "strengths"
    PIECES = "pieces"
    INCOME = "income"
    MONEY_WORRY = "money-worry"
    JOURNAL = "journal"
    TALKS = "talks"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a section stands on the page for an audience.

    `lines` at most, None for as many as there are. `written`: words may be written for it alone.
    `by_line`: none of its lines is put in that was not chosen one by one. `second`: it stands on a
    second page.
    """

    lines: int | None
    written: bool = False
    by_line: bool = False
    second: bool = False


_S = PageSection
RULES: Final[Mapping[Audience, Mapping[PageSection, Rule]]] = {
    Audience.COUNSELLOR: {
        _S.NAME: Rule(1, written=True),
        _S.DAYS: Rule(1),
        _S.TODAY: Rule(3, written=True),
        _S.NOT_TODAY: Rule(3, written=True),
        _S.SINCE: Rule(3, written=True),
        _S.NEEDS: Rule(4, written=True),
        _S.RHYTHM: Rule(1),
        _S.OUTSIDE: Rule(1),
        _S.WINS: Rule(4, written=True),
        _S.NEXT: Rule(3, written=True),
        _S.SUPPORT: Rule(2, written=True),
        _S.LEAN_ON: Rule(2, written=True),
        _S.INCOME: Rule(1),
        _S.MONEY_WORRY: Rule(2),
        _S.JOURNAL: Rule(20, by_line=True, second=True),
        _S.TALKS: Rule(16, by_line=True, second=True),
    },
    Audience.FAMILY: {
        _S.NAME: Rule(1, written=True),
        _S.TODAY: Rule(5, written=True),
        _S.NEEDS: Rule(5, written=True),
        _S.NOT_TODAY: Rule(4, written=True),
        _S.RHYTHM: Rule(1),
        _S.OUTSIDE: Rule(1),
        _S.WINS: Rule(4, written=True),
        _S.GUIDE: Rule(8, written=True),
        _S.NEXT: Rule(3, written=True),
    },
    Audience.WORK: {
        _S.NAME: Rule(1, written=True),
        _S.TODAY: Rule(4, written=True),
        _S.WORKS: Rule(6, written=True),
        _S.STRENGTHS: Rule(5, written=True),
        _S.PIECES: Rule(4),
        _S.NEEDS: Rule(5, written=True),
        _S.NOT_TODAY: Rule(4, written=True),
        _S.RHYTHM: Rule(1),
        _S.GUIDE: Rule(8, written=True),
    },
    Audience.SELF: {
        section: Rule(None, written=section in {_S.TODAY, _S.SINCE})
        for section in PageSection
        if section is not _S.NAME
    },
}
"""The sections there are for each audience, in the order of `PageSection`."""


def sections_for(audience: Audience) -> list[PageSection]:
    """Return the sections there are for an audience, in their order."""
    return [section for section in PageSection if section in RULES[audience]]


SEALED: Final = ".age"
"""What the name of a file ends with that is sealed with a passphrase, and of no other."""


def is_sealed(name: str) -> bool:
    """Whether a file of this name is sealed with a passphrase."""
    return name.casefold().endswith(SEALED)


def without_seal(name: str) -> str:
    """Return what a sealed file is called once it is opened."""
    return name[: -len(SEALED)] or "page" if is_sealed(name) else name


class OwnWords(Frozen):
    """What the person wrote for one section of a page."""

    section: str
    text: Prose


class ShareChoice(Record):
    """What was chosen last for an audience, and what was written for its page.

    The id is the audience. `reach` is the span as it was chosen: days back such as "14", or two
    days with two dots between. `lines` are the ids of the lines that were put in. `sealed` is
    whether the file got a passphrase.
    """

    kind: ClassVar[str] = "share_choice"
    single: ClassVar[bool] = True
    words: tuple[OwnWords, ...] = ()
    names: tuple[StandIn, ...] = ()
    sections: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    reach: Line = ""
    two_pages: bool = False
    form: PageForm = PageForm.HTML
    sealed: bool = False

    def words_for(self, section: PageSection) -> str:
        """Return what was written for a section; "" for nothing."""
        return next((one.text for one in self.words if one.section == section), "")

    def with_words(self, section: PageSection, text: str) -> ShareChoice:
        """Return it with other words for a section; none where nothing is left of them."""
        kept = [one for one in self.words if one.section != section]
        if text.strip():
            kept.append(OwnWords(section=section, text=text))
        return self.replace(words=tuple(kept))


class Handover(Dated):
    """A file that was made to be handed over: for whom, what was in it, and its fingerprint.

    `to` is whom it went to, in own words; `file` is the name alone; `sha256` is of its bytes.
    """

    kind: ClassVar[str] = "handover"
    audience: Audience
    to: Line = ""
    from_day: date
    to_day: date
    sections: tuple[str, ...] = ()
    form: PageForm
    file: Line
    sha256: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the person's own, as it stands in their notebook.

    `head` is a heading of theirs that it stands under, `note` what they wrote beside it. `tag` is
    a code for what kind of line it is, where that has to be said: see `words.share`.
    """

    id: str
    text: str
    day: date | None = None
    tag: str = ""
    head: str = ""
    note: str = ""

    def with_names(self, replaced: Callable[[str], str]) -> PageLine:
        """Return it with names replaced in every word of it."""
        return replace(
            self, text=replaced(self.text), head=replaced(self.head), note=replaced(self.note)
        )


@dataclass(frozen=True, slots=True)
class Consent:
    """What may be handed over: nothing that is not named here.

    `lines` are the ids of the lines of each section that were chosen.
    """

    audience: Audience
    span: Span
    sections: frozenset[PageSection] = frozenset()
    lines: Mapping[PageSection, frozenset[str]] = field(default_factory=dict)
    names: tuple[StandIn, ...] = ()
    two_pages: bool = False

    @property
    def in_order(self) -> list[PageSection]:
        """The sections that are on the page, in their order."""
        rules = RULES[self.audience]
        return [
            section
            for section in sections_for(self.audience)
            if section in self.sections and (self.two_pages or not rules[section].second)
        ]


@dataclass(frozen=True, slots=True)
class Filled:
    """A section with what stands in it: what was written for it, then lines, then figures."""

    section: PageSection
    written: tuple[str, ...] = ()
    lines: tuple[PageLine, ...] = ()
    figures: Figures | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.written or self.lines) and self.figures is None


@dataclass(frozen=True, slots=True)
class Handout:
    """All that a page says, in the order in which it says it."""

    audience: Audience
    day: date
    span: Span
    sections: tuple[Filled, ...]

    def filled(self, section: PageSection) -> Filled | None:
        """Return a section, or None when it is not on the page."""
        return next((one for one in self.sections if one.section is section), None)


def chosen(lines: Sequence[PageLine], ids: Iterable[str]) -> tuple[PageLine, ...]:
    """Return the lines with these ids, in the order in which they are offered."""
    wanted = frozenset(ids)
    return tuple(line for line in lines if line.id in wanted)


def in_turn(lines: Sequence[PageLine], section: PageSection) -> list[PageLine]:
    """Return lines in the order in which they are put in while there is room.

    That is as they are offered; but what is hard and what would help by turns, so that both are
    among the first.
    """
    if section is not PageSection.NEEDS:
        return list(lines)
    kinds = [
        [line for line in lines if line.tag == tag]
        for tag in dict.fromkeys(one.tag for one in lines)
    ]
    return [line for turn in zip_longest(*kinds) for line in turn if line is not None]
