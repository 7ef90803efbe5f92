"""The journal: days in a list, reading and writing, tags, this day in other years."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from stepup.domain.journal import JournalEntry
from stepup.domain.text import clean
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.journal_lines import JournalLines, Shown
from stepup.ui.screens.yearly import YearlyPage, first_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence


class JournalPage(YearlyPage[JournalEntry]):
    """The entries of one year, some at a time; the one that is opened stands whole."""

    PLACE: ClassVar[str] = "journal"
    NAME: ClassVar[str] = N_("Journal")
    LAID_OVER: ClassVar[bool] = False
    ITEMS: ClassVar[tuple[str, ...]] = ("entry",)
    BEGINS: ClassVar[str] = "new"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("journal")]

    def __init__(self, session: Session, opened: JournalEntry | None = None) -> None:
        super().__init__(
            session,
            year=opened.shard if opened else "",
            opened=opened.id if opened else "",
        )
        self._tag = ""
        self._choosing_tag = False
        self._question = 0
        self._others: list[JournalEntry] | None = None
        if opened:
            entries = session.journal.of_year(self.year)
            self.begin_at_opened(
                [entry.id for entry in entries if not entry.closed or entry.id == opened.id]
            )

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        shown = Shown(
            year=self.year,
            first=self.first,
            opened=self.opened,
            unfolded=self.unfolded,
            tag=self._tag,
            choosing_tag=self._choosing_tag,
            others=self._others,
        )
        return JournalLines(self.session, shown, self._question).all()

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - its name tells the field
        """Go on with an entry, or with a new one."""
        entry = self.find_item(name)
        if entry is not None:
            self._rewrite(entry)
        else:
            self.action_write()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new entry."""
        self._write(clean(text))

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self.action_write()
            case "tagged":
                self._tag, self._choosing_tag = ("" if part == "-" else part or ""), False
                self.first = 0
                self.refresh_rows()
            case "corners":
                self.stepup.do(f"anywhere.{part}")
            case "other":
                self._open_other(name)
            case _:
                super().choose(row, part, how)

    def turn(self, kind: str, part: str) -> None:
        """Go to another year, of which every entry is shown, or to newer or older entries."""
        if kind == "years":
            self._tag = ""
        super().turn(kind, part)

    def act(self, part: str, item: JournalEntry) -> None:
        """Do something with an entry."""
        match part:
            case "write":
                self._rewrite(item)
            case "tags":
                self._ask_tags(item)
            case "close":
                self.session.journal.close(item, closed=not item.closed)
            case "unfold":
                self.unfold()
            case "drawer":
                self.session.corners.put_in_words_of(first_line(item.text))
                self.call_after_refresh(self.stepup.say, _("It lies in the drawer now."))
            case "day":
                from stepup.ui.screens.today import TodayPage

                self.stepup.open_page(TodayPage(self.session, item.day))
            case "away":
                self.session.days.remove(item)

    def find_item(self, name: str) -> JournalEntry | None:
        """Return an entry of the year that is shown."""
        found = self.session.journal.of_year(self.year)
        return next((entry for entry in found if entry.id == name), None)

    def _under(self) -> JournalEntry | None:
        """Return the entry under the cursor."""
        row = self.rows.current
        kind, _colon, name = row.key.partition(":") if row else ("", "", "")
        return self.find_item(name) if kind in ("entry", "acts") else None

    # Verbs

    def action_write(self) -> None:
        """Write for today."""
        self._write("")

    def _write(self, begin: str, *, closed: bool = False) -> None:
        day = self.session.book.today()

        def keep(typed: str, before: JournalEntry | None) -> JournalEntry | None:
            entry = self.session.journal.write(day, typed, before, closed=closed)
            if entry is not None and closed:
                self.tell_when_closed(_("It is put away."))
            return entry

        label = _("Write and close") if closed else None
        self.write("new", keep, begin=begin, draft=f"journal:{day}:", label=label)

    def _rewrite(self, entry: JournalEntry) -> None:
        self.write(
            f"entry:{entry.id}",
            partial(self.session.journal.write, entry.day),
            before=entry,
            text=entry.text,
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
        if self._others is None:
            today = self.session.book.today()
            self._others = self.session.journal.other_years(
                today, lambda problem: self.stepup.say(problem_sentence(problem))
            )
        else:
            self._others = None
        self.refresh_rows()
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
            self._choosing_tag = not self._choosing_tag
            self.refresh_rows()
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
