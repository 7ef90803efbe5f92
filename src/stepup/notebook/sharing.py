"""Handing over: what there is to choose from, the page of what was chosen, and what was handed over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from stepup.domain.change import Change, Edit, Label, removed, replaced
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.share import (
    RULES,
    Audience,
    Consent,
    Filled,
    Handout,
    Handover,
    PageForm,
    PageLine,
    PageSection,
    ShareChoice,
    chosen,
    is_sealed,
)
from stepup.domain.span import Span
from stepup.domain.stand_in import NamesReplaced, StandIn, initial_of
from stepup.domain.text import one_line
from stepup.notebook.book import Book
from stepup.notebook.keeping import check_new, write_new
from stepup.notebook.own_records import OwnRecords
from stepup.notebook.share_sources import SOURCES, Source


class Sharing:
    """The verbs of handing over."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def today(self) -> date:
        """Return the logical day of this moment."""
        return self._book.today()

    # What is kept for an audience

    def choice(self, audience: Audience) -> ShareChoice:
        """Return what was chosen last for an audience, and what was written for its page."""
        return self._stored(audience) or ShareChoice(id=audience.value)

    def _stored(self, audience: Audience) -> ShareChoice | None:
        return self._book.one(ShareChoice, audience.value)

    def write(self, audience: Audience, section: PageSection, text: str) -> None:
        """Keep what is written for a section of an audience's page; nothing left is none.

        Raises:
            Problem: text_too_long.
        """
        self._keep(audience, self.choice(audience).with_words(section, text))

    def stand_in(
        self, audience: Audience, name: str, put: str = "", before: StandIn | None = None
    ) -> None:
        """Let something stand in the place of a name on an audience's page.

        Without `put` it is an initial. Without a name, the one of before is let go.

        Raises:
            Problem: text_too_long.
        """
        choice = self.choice(audience)
        names = [one for one in choice.names if one != before and one.name != one_line(name)]
        if one_line(name):
            stands = one_line(put) or initial_of(name, len(names))
            names.append(StandIn(name=name, put=stands))
        self._keep(audience, choice.replace(names=tuple(names)))

    def _keep(self, audience: Audience, after: ShareChoice) -> None:
        before = self._stored(audience)
        if after != (before or ShareChoice(id=audience.value)):
            self._book.apply(Change(Label.SHARE_WORDS, (Edit(before, after),)))

    # The page

    def lines(
        self, audience: Audience, section: PageSection, span: Span, names: Iterable[StandIn] = ()
    ) -> tuple[PageLine, ...]:
        """Return the lines there are to choose from, names replaced.

        Raises:
            Problem: a year of the span cannot be read.
        """
        source = SOURCES[section]
        if source.lines is None:
            return ()
        lines = source.lines(self._records(source, span), audience)
        replaced_in = NamesReplaced(names)
        return tuple(line.with_names(replaced_in) for line in lines)

    def handout(self, consent: Consent) -> Handout:
        """Return what was consented to, and nothing else: nothing else is read.

        Raises:
            Problem: a year of the span cannot be read.
        """
        sections = (self._filled(consent, section) for section in consent.in_order)
        return Handout(
            audience=consent.audience,
            day=self._book.today(),
            span=consent.span,
            sections=tuple(section for section in sections if not section.is_empty),
        )

    def _filled(self, consent: Consent, section: PageSection) -> Filled:
        audience = consent.audience
        found = self.lines(audience, section, consent.span, consent.names)
        lines = chosen(found, consent.lines.get(section, frozenset()))
        if any(line.day for line in lines):  # offered the newest first, read the oldest first
            lines = lines[::-1]
        source, figures = SOURCES[section], None
        if source.figures is not None:
            figures = source.figures(self._records(source, consent.span))
        return Filled(section, self.written(consent, section), lines, figures)

    def written(
        self, consent: Consent, section: PageSection, words: str | None = None
    ) -> tuple[str, ...]:
        """Return the lines that were written for a section alone, or `words`; names replaced."""
        if not RULES[consent.audience][section].written:
            return ()
        if words is None:
            words = self.choice(consent.audience).words_for(section)
        replaced_in = NamesReplaced(consent.names)
        return tuple(replaced_in(line.strip()) for line in words.split("\n") if line.strip())

    def _records(self, source: Source, span: Span) -> OwnRecords:
        return OwnRecords(self._book, span, source.kinds)

    # Handing over

    def check(self, file: Path) -> None:
        """Look whether a page can be handed over in this new file, before anything is asked for it.

        Raises:
            Problem: backup_exists; io_error; read_only.
        """
        if self._book.read_only is not None:
            raise Problem(ProblemCode.READ_ONLY, why=str(self._book.read_only.code))
        check_new(file)

    def hand_over(
        self, file: Path, data: bytes, consent: Consent, form: PageForm, reach: str
    ) -> Handover:
        """Write a page into a new file for this account alone, and note what was handed over.

        `data` are the bytes of the file: sealed where its name says so, see `locking.seal_file`.

        Noted are the sections that have something in them; what was chosen is kept for the next
        time, in the same change.

        Raises:
            Problem: backup_exists; io_error; read_only, and nothing is written then.
        """
        self.check(file)
        on_page = tuple(filled.section.value for filled in self.handout(consent).sections)
        write_new(file, data)
        handover = Handover(
            id=self._book.ids(),
            day=self._book.today(),
            at=self._book.now(),
            audience=consent.audience,
            from_day=consent.span.first,
            to_day=consent.span.last,
            sections=on_page,
            form=form,
            file=file.name,
            sha256=hashlib.sha256(data).hexdigest(),
        )
        before = self._stored(consent.audience)
        after = self.choice(consent.audience).replace(
            sections=tuple(section.value for section in consent.in_order),
            lines=tuple(sorted(one for ids in consent.lines.values() for one in ids)),
            reach=reach,
            two_pages=consent.two_pages,
            form=form,
            sealed=is_sealed(file.name),
        )
        edits = [Edit(None, handover)] + ([Edit(before, after)] if after != before else [])
        self._book.apply(Change(Label.HANDOVER, tuple(edits)))
        return handover

    def handovers(self, year: str) -> list[Handover]:
        """Return what was handed over in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Handover, year)
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def name_receiver(self, handover: Handover, to: str) -> None:
        """Note in own words whom it went to."""
        after = handover.replace(to=to)
        if after != handover:
            self._book.apply(replaced(Label.HANDOVER, handover, after))

    def take_away(self, handover: Handover) -> None:
        """Take a note away; the file is not touched. Undo brings it back."""
        self._book.apply(removed(handover, label=Label.HANDOVER))
