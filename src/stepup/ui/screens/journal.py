"""The journal: days in a list, reading and writing, tags, this day in other years."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from stepup.domain.journal import JournalEntry
from stepup.domain.record import year_shard
from stepup.domain.text import clean
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.journal_lines import JournalLines, Shown
from stepup.ui.screens.yearly import PER_PAGE, first_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence


class JournalPage(BookPage):
    """The entries of one year, some at a time; the one that is opened stands whole."""

    PLACE: ClassVar[str] = "journal"
    NAME: ClassVar[str] = N_("Journal")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("journal")]

    def __init__(self, session: Session, opened: JournalEntry | None = None) -> None:
        super().__init__(session)
        year = opened.shard if opened else year_shard(session.book.today())
        self._shown = Shown(year=year, opened=opened.id if opened else "")
        self._question = 0
        self._others: list[JournalEntry] | None = None
        if opened:
            entries = session.journal.of_year(year)
            ids = [entry.id for entry in entries if not entry.closed or entry.id == opened.id]
            self._shown = self._shown.but(first=ids.index(opened.id) // PER_PAGE * PER_PAGE)

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        return JournalLines(self.session, self._shown, self._question, self._others or []).all()

    def focus_body(self) -> None:
        """Put the cursor on the opened entry, or on the line for writing."""
        if self.rows.current is None and self._shown.opened:
            self.rows.go_to(f"entry:{self._shown.opened}")
        elif self.rows.current is None:
            self.rows.go_to("new")
        else:
            super().focus_body()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new entry."""
        self._write(clean(text))

    def _show(self, **changes: object) -> None:
        self._shown = self._shown.but(**changes)
        self.refresh_rows()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self.action_write()
            case "entry":
                self._show(opened="" if self._shown.opened == name else name, unfolded=False)
            case "acts":
                self._act(part or "", name)
            case "years":
                self._show(year=part or "", first=0, opened="", tag="")
            case "tagged":
                self._show(tag="" if part == "-" else part or "", choosing_tag=False, first=0)
            case "page":
                step = PER_PAGE if part == "older" else -PER_PAGE
                self._show(first=max(0, self._shown.first + step), opened="")
                self.call_after_refresh(self.rows.go_to, "new")
            case "corners":
                self.stepup.do(f"anywhere.{part}")
            case "other":
                self._open_other(name)

    def _act(self, part: str, entry_id: str) -> None:
        entry = self._entry(entry_id)
        if entry is None:
            return
        match part:
            case "write":
                self._rewrite(entry)
            case "tags":
                self._ask_tags(entry)
            case "close":
                self.session.journal.close(entry, closed=not entry.closed)
            case "unfold":
                self._show(unfolded=True)
            case "drawer":
                self.session.corners.put_in_words_of(first_line(entry.text))
                self.call_after_refresh(self.stepup.say, _("It lies in the drawer now."))
            case "day":
                from stepup.ui.screens.today import TodayPage

                self.stepup.open_page(TodayPage(self.session, entry.day))

    def _entry(self, entry_id: str) -> JournalEntry | None:
        found = self.session.journal.of_year(self._shown.year)
        return next((entry for entry in found if entry.id == entry_id), None)

    def _under(self) -> JournalEntry | None:
        """Return the entry under the cursor."""
        row = self.rows.current
        kind, _colon, name = row.key.partition(":") if row else ("", "", "")
        return self._entry(name) if kind in ("entry", "acts") else None

    def take_away(self, row: Row) -> None:
        """Take an entry away; undo brings it back."""
        entry = self._under()
        if row.key.startswith("entry:") and entry is not None:
            self.session.days.remove(entry)

    # Verbs

    def action_write(self) -> None:
        """Write for today."""
        self._write("")

    def _write(self, begin: str, *, closed: bool = False) -> None:
        day = self.session.book.today()
        before: JournalEntry | None = None

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.journal.write(day, typed, before, closed=closed)
            if before is not None and not closed:
                self.stands_in_field(f"entry:{before.id}")
            if before is not None and closed:
                self.tell_when_closed(_("It is put away."))

        label = _("Write and close") if closed else None
        self.ask("new", keep, begin=begin, single=False, draft=f"journal:{day}:", label=label)

    def _rewrite(self, entry: JournalEntry) -> None:
        before: JournalEntry | None = entry

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.journal.write(entry.day, typed, before)

        self.ask(
            f"entry:{entry.id}",
            keep,
            text=entry.text,
            single=False,
            draft=f"journal:{entry.day}:{entry.id}",
        )

    def action_close(self) -> None:
        """Put the entry under the cursor away, or bring it back; elsewhere, write one that is put away."""
        entry = self._under()
        if entry is None:
            self._write("", closed=True)
        else:
            self.attempt(lambda: self.session.journal.close(entry, closed=not entry.closed))

    def action_other_years(self) -> None:
        """Show what was written on this date in other years, or hide it."""
        self._others = None
        if not self._shown.other_years:
            today = self.session.book.today()
            self._others = self.session.journal.other_years(
                today, lambda problem: self.stepup.say(problem_sentence(problem))
            )
        self._show(other_years=not self._shown.other_years)
        self.call_after_refresh(self.rows.go_to, "new")

    def _open_other(self, name: str) -> None:
        year, _colon, entry_id = name.partition(":")
        found = self.session.journal.of_year(year)
        entry = next((entry for entry in found if entry.id == entry_id), None)
        if entry is not None:
            self.stepup.open_page(JournalPage(self.session, entry))

    def action_tags(self) -> None:
        """Give the entry under the cursor tags; elsewhere, choose a tag to look at."""
        entry = self._under()
        if entry is not None:
            self._ask_tags(entry)
        else:
            self._show(choosing_tag=not self._shown.choosing_tag)
            self.call_after_refresh(self.rows.go_to, "tagged")

    def _ask_tags(self, entry: JournalEntry) -> None:
        self.ask(
            f"acts:{entry.id}" if self.rows.row(f"acts:{entry.id}") else f"entry:{entry.id}",
            lambda typed: self.session.journal.tag(entry, typed),
            text=" ".join(entry.tags),
            label=_("Tags"),
            hint=_("Parted by spaces; #words in the text count too"),
            draft=f"tags:{entry.id}",
        )

    def action_prompt(self) -> None:
        """Show a question to start from, or another one."""
        self._question += 1
        self.refresh_rows()

    def action_topic(self) -> None:
        """Put the entry's first line on the list for a talk."""
        entry = self._under()
        if entry is None:
            return
        first = entry.text.strip().split("\n", 1)[0]
        if self.attempt(lambda: self.session.days.add_topic(self.session.book.today(), first)):
            self.stepup.say(_("It stands under To talk about now."))
