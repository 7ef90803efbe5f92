"""Sheets: how things are, a plan, a guide to oneself. Dated, in versions, under own headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from stepup.domain.difference import Piece, difference
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Dated, Frozen, Line, Prose, Record
from stepup.domain.text import fold

LONGEST_WAIT: Final = 366
"""The most days between two looks at how things are."""
_DAYS = re.compile(r"(\d{1,3})\s*(?:日(?:ごと)?|days?)?")


class SheetTopic(StrEnum):
    """What a sheet is about."""

    NOW = "now"
    PLAN = "plan"
    MANUAL = "manual"


HEADINGS: Final[dict[SheetTopic, tuple[str, ...]]] = {
    SheetTopic.NOW: ("mind", "body", "daily", "people", "interests", "hard", "helps"),
    SheetTopic.PLAN: ("wish", "longer", "small", "help_wanted", "support"),
    SheetTopic.MANUAL: ("strengths", "tires", "signs", "helps", "avoid"),
}
"""The keys of the headings a sheet begins with, in their order. Their names are words."""


class Section(Frozen):
    """A heading with what stands under it.

    `key` is that of a built-in heading, or an id for one of the person's own. `heading` is the
    person's wording; without one a built-in heading has the name it came with.
    """

    key: str
    heading: Line = ""
    text: Prose = ""


class Sheet(Dated):
    """One version of a sheet, as it stood at the end of the day on which it was written.

    `again_of` is the id of the older version it took up again. `look_again` is a plain date:
    nothing happens on it.
    """

    kind: ClassVar[str] = "sheet"
    topic: SheetTopic
    sections: tuple[Section, ...] = ()
    again_of: str | None = None
    look_again: date | None = None

    @property
    def first_written(self) -> Section | None:
        """The first section with a text; None for an empty sheet."""
        return next((section for section in self.sections if section.text.strip()), None)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The keys of the built-in headings that were taken out."""
        there = {section.key for section in self.sections}
        return tuple(key for key in HEADINGS[self.topic] if key not in there)

    def section(self, key: str) -> Section | None:
        """Return the section with a key, or None."""
        return next((section for section in self.sections if section.key == key), None)

    def with_section(self, section: Section) -> Sheet:
        """Return it with a section in the place of the one with its key, or at the end."""
        if self.section(section.key) is None:
            return self.replace(sections=(*self.sections, section))
        return self.replace(
            sections=tuple(section if one.key == section.key else one for one in self.sections)
        )

    def without(self, key: str) -> Sheet:
        """Return it without a heading and its text."""
        return self.replace(sections=tuple(one for one in self.sections if one.key != key))

    def moved(self, key: str, step: int) -> Sheet:
        """Return it with a heading moved up (-1) or down (1); at either end it stays."""
        sections = list(self.sections)
        place = next((n for n, section in enumerate(sections) if section.key == key), -1)
        if place < 0 or not 0 <= place + step < len(sections):
            return self
        sections.insert(place + step, sections.pop(place))
        return self.replace(sections=tuple(sections))


class NewestSheet(Record):
    """Where the newest version of a sheet stands, so that no other year is read for it.

    The id is the sheet's topic.
    """

    kind: ClassVar[str] = "newest_sheet"
    single: ClassVar[bool] = True
    year: int


def begun(topic: SheetTopic) -> tuple[Section, ...]:
    """Return the sections a sheet begins with."""
    return tuple(Section(key=key) for key in HEADINGS[topic])


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A heading in two versions of a sheet, and what is different under it.

    `before` and `after` are None where the heading does not stand in that version.
    """

    key: str
    before: Section | None
    after: Section | None
    pieces: tuple[Piece, ...]


def changes(before: Sheet, after: Sheet) -> Iterator[SectionChange]:
    """Yield the headings of two versions that say something in either, in the newer one's order.

    Headings that only the older one has come last.
    """
    gone = [section.key for section in before.sections if after.section(section.key) is None]
    for key in (*(section.key for section in after.sections), *gone):
        old, new = before.section(key), after.section(key)
        pieces = difference(old.text if old else "", new.text if new else "")
        if pieces:
            yield SectionChange(key, old, new, pieces)


def parse_wait(text: str) -> int:
    """Return the days between two looks typed as 10, 10日 or 10 days, in any width.

    Raises:
        Problem: not_in_range, where it is no number from 1 to `LONGEST_WAIT`.
    """
    match = _DAYS.fullmatch(fold(text).strip().casefold())
    return check_wait(int(match.group(1)) if match else 0)


def check_wait(days: int) -> int:
    """Return the days between two looks.

    Raises:
        Problem: not_in_range.
    """
    if not 1 <= days <= LONGEST_WAIT:
        raise Problem(ProblemCode.NOT_IN_RANGE, least=1, most=LONGEST_WAIT)
    return days
