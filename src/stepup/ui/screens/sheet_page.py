"""One sheet about oneself: its headings, a field for each, and what can be done with headings."""

from __future__ import annotations

from typing import ClassVar, Final

from stepup.domain.day import typed_day
from stepup.domain.sheet import Section, Sheet, SheetTopic
from stepup.domain.text import clean
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.sheet_lines import arranging_lines, sheet_lines
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.sheets import heading_hint, heading_name, sheet_name

NEW_HEADING: Final = "new"
"""What a draft of a new heading has in the place of a heading's key."""


class SheetPage(BookPage):
    """The newest version of a sheet. What is written on a later day becomes a new one."""

    PLACE: ClassVar[str] = "sheet"
    NAME: ClassVar[str] = N_("My sheets")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, topic: SheetTopic, going_on: str = "") -> None:
        super().__init__(session)
        self._topic = topic
        self._going_on = going_on
        """The heading whose field is opened first."""
        self._arranging = going_on == NEW_HEADING

    @property
    def subject(self) -> str:
        """The sheet."""
        return self._topic

    def heading(self) -> str:
        """Return the name of the sheet."""
        return sheet_name(self._topic)

    def on_mount(self) -> None:
        """Note that one looked at how things are."""
        if self._topic is SheetTopic.NOW:
            self.session.sheets.looked(self.session.book.today())

    def specs(self) -> list[Spec]:
        """Return the lines of the sheet, or those for changing its headings."""
        newest = self.session.sheets.newest(self._topic)
        sheet = newest or self.session.sheets.current(self._topic)
        if self._arranging:
            return list(arranging_lines(sheet))
        return list(sheet_lines(self.session, sheet, is_kept=newest is not None))

    def focus_body(self) -> None:
        """Put the cursor in, or go on with what was being written."""
        super().focus_body()
        going_on, self._going_on = self._going_on, ""
        if going_on == NEW_HEADING:
            self._ask_heading()
        elif going_on:
            self._write(going_on)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into the field of the heading under the cursor."""
        row = self.rows.current
        kind, _colon, key = row.key.partition(":") if row else ("", "", "")
        if kind == "part":
            self._write(key, clean(text))

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Do what a line is for."""
        kind, _colon, key = row.key.partition(":")
        match kind:
            case "part":
                self._write(key)
            case "look_again":
                self._ask_look_again()
            case "earlier":
                from stepup.ui.screens.sheet_compare import EarlierPage

                self.stepup.lay_over(EarlierPage(self.session, self._topic))
            case "arrange":
                self._arrange(not self._arranging)
            case "head":
                self._change_heading(key, part or "")
            case "newhead":
                self._ask_heading()
            case "back":
                self.session.sheets.put_back(self._topic, part or "")

    def take_away(self, row: Row) -> None:
        """Take a heading out with its text; undo brings both back."""
        kind, _colon, key = row.key.partition(":")
        if kind == "head":
            self.session.sheets.take_out(self._topic, key)

    def key_escape(self) -> None:
        """Go back to the sheet from its headings, and from the sheet to the page below."""
        if self._arranging:
            self._arrange(False)
        else:
            super().key_escape()

    # Writing

    @property
    def _sheet(self) -> Sheet:
        return self.session.sheets.current(self._topic)

    def _write(self, key: str, begin: str = "") -> None:
        section = self._sheet.section(key) or Section(key=key)
        self.ask(
            f"part:{key}",
            lambda typed: self.session.sheets.write(self._topic, key, typed),
            text=section.text,
            begin=begin,
            single=False,
            draft=f"sheet:{self._topic}:{key}",
            hint=heading_hint(section),
        )

    def _ask_look_again(self) -> None:
        day = self._sheet.look_again

        def keep(typed: str) -> None:
            wanted = typed_day(typed, self.session.book.today()) if typed.strip() else None
            self.session.sheets.look_again(self._topic, wanted)

        hint = _("A date such as 12/3 or 2026-12-03. You are not reminded of it.")
        self.ask("look_again", keep, text=day.isoformat() if day else "", hint=hint)

    # Headings

    def _arrange(self, arranging: bool) -> None:
        self._arranging = arranging
        self.refresh_rows()
        self.call_after_refresh(self.rows.action_edge, 0)

    def _change_heading(self, key: str, part: str) -> None:
        sheets = self.session.sheets
        match part:
            case "up" | "down":
                sheets.move(self._topic, key, -1 if part == "up" else 1)
            case "out":
                sheets.take_out(self._topic, key)
            case _:
                section = self._sheet.section(key) or Section(key=key)
                self.ask(
                    f"head:{key}",
                    lambda typed: sheets.rename(self._topic, key, typed),
                    text=heading_name(section),
                )

    def _ask_heading(self) -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.session.sheets.add_heading(self._topic, typed)

        self.ask("newhead", keep, draft=f"sheet:{self._topic}:{NEW_HEADING}")
