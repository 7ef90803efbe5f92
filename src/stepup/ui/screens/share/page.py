"""Share: for whom, of which days, and line by line what; then the page itself, and a file of it."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import TextArea

from stepup.domain.share import RULES, Audience, PageForm, PageSection
from stepup.domain.stand_in import StandIn
from stepup.domain.text import fold, one_line
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.ui.actions import bindings
from stepup.ui.screens.share.choosing import Choosing
from stepup.ui.screens.share.lines import Saved, ShareLines, Shown
from stepup.ui.screens.share.log import ShareLogPage
from stepup.ui.screens.share.saving import SavingPage
from stepup.ui.screens.yearly import PER_PAGE
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.share import overfull, room_left, room_words, section_name

_PUT = re.compile(r"\s*(?:=|＝|→|->|：|:)\s*")


class SharePage(SavingPage):
    """The choosing of one page. Nothing is in it at first."""

    PLACE: ClassVar[str] = "share"
    NAME: ClassVar[str] = N_("Share")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("share")]

    def __init__(self, session: Session, *, for_whom: str = "", going_on: str = "") -> None:
        """Begin with nothing; `going_on` is the section whose words were being written."""
        audience = Audience(for_whom) if for_whom in tuple(Audience) else Audience.COUNSELLOR
        super().__init__(session, Choosing(session.sharing, audience))
        self._going_on = going_on
        self._section: PageSection | None = None
        self._first = 0
        if self._going_on in tuple(PageSection):
            self._section = PageSection(self._going_on)

    @property
    def subject(self) -> str:
        """The audience."""
        return self._choosing.audience

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        shown = Shown(self._section, self._first, self._saved)
        return ShareLines(self.session, self._choosing, shown).all()

    def _changed(self, changed: Changed) -> None:
        self._choosing.forget()
        super()._changed(changed)

    def begin_again(self) -> None:
        """Read the notebook again; what was chosen stays chosen."""
        self._choosing.forget()
        self._saved = Saved()

    def focus_body(self) -> None:
        """Put the cursor in, or go on with what was being written."""
        super().focus_body()
        if self._going_on and self._section is not None:
            self._going_on = ""
            self._write(self._section)

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for; Space on a section puts it in or takes it out."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "section" if how != "space" and self._opens(PageSection(name)):
                self._open_or_fold(PageSection(name))
            case "section" | "tick":
                self._tick(PageSection(name))
            case "line":
                self._tick_line(name)
            case "written":
                self._write(PageSection(name))
            case "name" | "newname":
                self._ask_name(row.key)
            case "page":
                self._turn(part or "")
            case _:
                self._choose_how(kind, part or "")

    def _choose_how(self, kind: str, part: str) -> None:
        """Choose for whom and of which days; or go on with what is chosen."""
        acts = {"preview": self.action_preview, "save": self.action_save, "log": self.action_log}
        match kind:
            case "people":
                self._replace_name_of(part)
            case "audience":
                self._turn_to(Audience(part))
            case "reach":
                self._reach(part)
            case "sheet":
                self.ask_where_sheet()
            case "acts":
                acts[part]()
            case _:
                self._choose_file(kind, part)

    def _choose_file(self, kind: str, part: str) -> None:
        """Choose what kind of file it is, how long, and whether it has a passphrase."""
        match kind:
            case "again":
                self._choosing.as_last_time()
            case "second":
                self._choosing.turn_pages()
            case "form":
                self._choosing.form = PageForm(part)
            case "seal":
                self._choosing.sealed = part == "sealed"
        self._saved = Saved()
        self.refresh_rows()

    def take_away(self, row: Row) -> None:
        """Let a name that is replaced go."""
        if row.key.startswith("name:"):
            self._keep_name(row.key, "")

    def _opens(self, section: PageSection) -> bool:
        """Whether there is something to see in a section."""
        rule = RULES[self._choosing.audience][section]
        return rule.written or bool(self._choosing.lines(section))

    def _turn_to(self, audience: Audience) -> None:
        if audience is not self._choosing.audience:
            self._choosing = Choosing(self.session.sharing, audience)
            self._section, self._first, self._saved = None, 0, Saved()
        self.refresh_rows()

    def _reach(self, part: str) -> None:
        if part != "own":
            self._choosing.reach_over(part)
            self.refresh_rows()
            return
        span = self._choosing.span
        self.ask(
            "reach",
            lambda typed: self._choosing.reach_over(one_line(typed)),
            text=f"{span.first}..{span.last}",
            hint=_("From when to when: 2026-11-01..2026-11-22"),
        )

    def _tick(self, section: PageSection) -> None:
        self._choosing.tick(section)
        self._saved = Saved()
        if self._choosing.has(section) and RULES[self._choosing.audience][section].by_line:
            self._section, self._first = section, 0
        self.refresh_rows()

    def _tick_line(self, name: str) -> None:
        section, _colon, line_id = name.partition(":")
        self._choosing.tick_line(PageSection(section), line_id)
        self._saved = Saved()
        self.refresh_rows()

    def _open_or_fold(self, section: PageSection) -> None:
        """Show what is in a section, or fold it; in one that only waits for own words, write at once."""
        self._section = None if self._section is section else section
        self._first = 0
        self.refresh_rows()
        if self._section is section and not self._choosing.lines(section):
            words = self.session.sharing.choice(self._choosing.audience).words_for(section)
            if self._choosing.has(section) and not words:
                self.call_after_refresh(self._write, section)

    def _turn(self, part: str) -> None:
        self._first = max(0, self._first + (PER_PAGE if part == "older" else -PER_PAGE))
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"tick:{self._section}")

    # What is written

    def _write(self, section: PageSection) -> None:
        audience = self._choosing.audience
        self.ask(
            f"written:{section}",
            lambda typed: self.session.sharing.write(audience, section, typed),
            text=self.session.sharing.choice(audience).words_for(section),
            single=section is PageSection.NAME,
            draft=f"share_words:{audience}:{section}",
        )
        self.call_after_refresh(self._tell_room)

    def on_text_area_changed(self, _message: TextArea.Changed) -> None:
        """Say while one writes how much room there is."""
        self._tell_room()

    def _tell_room(self) -> None:
        row, entry = self.rows.current, self.open_entry
        if row is None or entry is None or not row.key.startswith("written:"):
            return
        section = PageSection(row.key.partition(":")[2])
        filled = self._choosing.filled(section, entry.writing.text)
        audience = self._choosing.audience
        left = room_left(filled, audience, two_pages=self._choosing.two_pages)
        if left is not None:
            self.show_keys(_("{room}. Esc keeps it.").format(room=room_words(left)))

    def _ask_name(self, key: str) -> None:
        stands = self._stand_in(key)
        text = f"{stands.name} = {stands.put}" if stands else ""
        hint = _("A name = what stands for it. With nothing behind it, an initial.")
        self.ask(key, lambda typed: self._keep_name(key, typed), text=text, hint=hint)

    def _keep_name(self, key: str, typed: str) -> None:
        name, *rest = _PUT.split(one_line(typed), maxsplit=1)
        self.session.sharing.stand_in(
            self._choosing.audience, name, fold(rest[0]) if rest else "", self._stand_in(key)
        )

    def _replace_name_of(self, supporter_id: str) -> None:
        """Let an initial stand for someone one leans on."""
        found = [one for one in self.session.supporters.all() if one.id == supporter_id]
        for supporter in found:
            self.session.sharing.stand_in(self._choosing.audience, supporter.name)

    def _stand_in(self, key: str) -> StandIn | None:
        names = self.session.sharing.choice(self._choosing.audience).names
        number = key.partition(":")[2]
        return names[int(number)] if number and int(number) < len(names) else None

    # The page

    def action_tick(self) -> None:
        """Put what the cursor is on in, or take it out."""
        row = self.rows.current
        if row is not None:
            self.attempt(lambda: self.choose(row, row.chosen, "space"))

    def is_ready(self) -> bool:
        """Whether there is a page, one that fits; say why not."""
        handout = self._choosing.handout()
        if not handout.sections:
            self.call_after_refresh(self.stepup.say, _("Nothing is in it yet; Space puts in."))
            return False
        too_long = overfull(handout, two_pages=self._choosing.two_pages)
        if too_long:
            self._section, self._first = too_long[0], 0
            self.refresh_rows()
            self.call_after_refresh(self.rows.go_to, f"section:{too_long[0]}")
            said = _("{section}: more than fits. Take a line out, or shorten it.").format(
                section=section_name(too_long[0], self._choosing.audience)
            )
            self.call_after_refresh(self.stepup.say, said)
            return False
        return True

    def action_log(self) -> None:
        """Show what was handed over so far."""
        self.stepup.lay_over(ShareLogPage(self.session))
