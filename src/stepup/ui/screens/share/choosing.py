"""What one is choosing for a page: nothing is in it that was not put in by a key."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from stepup.domain.problem import Problem
from stepup.domain.review import parse_span
from stepup.domain.share import (
    RULES,
    Audience,
    Consent,
    Filled,
    Handout,
    PageForm,
    PageLine,
    PageSection,
    chosen,
    in_turn,
    sections_for,
)
from stepup.domain.span import Span, nearest_day
from stepup.notebook.sharing import Sharing
from stepup.words.share import is_dated, lines_at_most, that_fit

REACHES: Final = ("14", "30", "91", "365")
"""Spans at hand, as days that end today."""


class Choosing:
    """The page of one audience as far as it is chosen. Lines of the notebook are read once."""

    def __init__(self, sharing: Sharing, audience: Audience = Audience.COUNSELLOR) -> None:
        """Begin with a fortnight, and with nothing in it."""
        self._sharing = sharing
        self.audience = audience
        self.reach = REACHES[0]
        self.form = PageForm.HTML
        self.two_pages = False
        self.sealed = False
        self._sections: set[PageSection] = set()
        self._lines: dict[PageSection, set[str]] = {}
        self._read: dict[PageSection, tuple[PageLine, ...]] = {}
        self._figures: dict[PageSection, bool] = {}

    @property
    def span(self) -> Span:
        """The days that are asked for."""
        if not self.reach.isdigit():
            return parse_span(self.reach, self._sharing.today())
        today = self._sharing.today()
        return Span(nearest_day(today.toordinal() - int(self.reach) + 1), today)

    def forget(self) -> None:
        """Read the lines again: something has changed."""
        self._read.clear()
        self._figures.clear()

    def reach_over(self, reach: str) -> None:
        """Ask for other days; of sections that are in, the lines are chosen again.

        Raises:
            Problem: not_a_date.
        """
        before, self.reach = self.reach, reach
        try:
            self.span  # noqa: B018 - refuses what is none
        except Problem:
            self.reach = before
            raise
        self.forget()
        for section in self._sections:
            self._choose_lines(section)

    # Sections and lines

    def sections(self) -> list[PageSection]:
        """Return the sections there are, in their order."""
        rules = RULES[self.audience]
        return [
            section
            for section in sections_for(self.audience)
            if self.two_pages or not rules[section].second
        ]

    def has(self, section: PageSection) -> bool:
        """Whether a section is in."""
        return section in self._sections

    def has_line(self, section: PageSection, line_id: str) -> bool:
        """Whether a line is in."""
        return section in self._sections and line_id in self._lines.get(section, set())

    def tick(self, section: PageSection) -> None:
        """Put a section in, with the newest lines that fit, or take it out."""
        if section in self._sections:
            self._sections.discard(section)
        else:
            self._sections.add(section)
            self._choose_lines(section)

    def tick_line(self, section: PageSection, line_id: str) -> None:
        """Put one line in, or take it out; its section comes with it."""
        if section not in self._sections:
            self._sections.add(section)
            self._lines[section] = set()
        self._lines.setdefault(section, set()).symmetric_difference_update({line_id})

    def turn_pages(self) -> None:
        """Allow a second page, or not."""
        self.two_pages = not self.two_pages
        self._sections &= set(self.sections())

    def as_last_time(self) -> None:
        """Choose what was chosen last for this audience, as far as it is there."""
        choice = self._sharing.choice(self.audience)
        self.two_pages, self.form, self.sealed = choice.two_pages, choice.form, choice.sealed
        with suppress(Problem):  # days that a newer version knows to name
            self.reach_over(choice.reach or self.reach)
        known = self.sections()
        self._sections = {section for section in known if section.value in choice.sections}
        for section in self._sections:
            there = {line.id for line in self.lines(section)}
            before = there & set(choice.lines)
            if before or RULES[self.audience][section].by_line:
                self._lines[section] = before
            else:
                self._choose_lines(section)

    def _choose_lines(self, section: PageSection) -> None:
        """Choose the newest lines that fit; none where they are chosen one by one."""
        ids: Iterable[str] = ()
        if not RULES[self.audience][section].by_line:
            most = lines_at_most(self.audience, section, two_pages=self.two_pages)
            dated = is_dated(section, self.audience)
            written = self._sharing.written(self.consent, section)
            lines = in_turn(self.lines(section), section)
            ids = that_fit(lines, written, most, dated=dated)
        self._lines[section] = set(ids)

    # What comes of it

    @property
    def consent(self) -> Consent:
        """All of it."""
        return Consent(
            audience=self.audience,
            span=self.span,
            sections=frozenset(self._sections),
            lines={section: frozenset(self._lines.get(section, ())) for section in self._sections},
            names=self._sharing.choice(self.audience).names,
            two_pages=self.two_pages,
        )

    def lines(self, section: PageSection) -> tuple[PageLine, ...]:
        """Return the lines there are to choose from.

        Raises:
            Problem: a year of the span cannot be read.
        """
        if section not in self._read:
            names = self._sharing.choice(self.audience).names
            self._read[section] = self._sharing.lines(self.audience, section, self.span, names)
        return self._read[section]

    def filled(self, section: PageSection, words: str | None = None) -> Filled:
        """Return what stands in a section, without figures; `words` are being written for it."""
        written = self._sharing.written(self.consent, section, words)
        return Filled(section, written, chosen(self.lines(section), self._lines.get(section, ())))

    def is_empty(self, section: PageSection) -> bool:
        """Whether a section that is in has nothing on the page.

        Raises:
            Problem: a year of the span cannot be read.
        """
        return self.filled(section).is_empty and not self._has_figures(section)

    def _has_figures(self, section: PageSection) -> bool:
        if section not in self._figures:
            bare = replace(self.consent, sections=frozenset({section}), lines={})
            found = self._sharing.handout(bare).filled(section)
            self._figures[section] = found is not None and found.figures is not None
        return self._figures[section]

    def handout(self) -> Handout:
        """Return the page.

        Raises:
            Problem: a year of the span cannot be read.
        """
        return self._sharing.handout(self.consent)
