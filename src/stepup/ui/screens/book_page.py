"""A page of the open notebook: lines made from the book, made again whenever it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from stepup.domain.problem import Problem
from stepup.domain.text import clean, one_line
from stepup.i18n import _
from stepup.notebook.book import Changed, SaveState
from stepup.notebook.drafting import FIELD, PASSING
from stepup.ui.screens.page import LATER, Frame
from stepup.ui.session import Session
from stepup.ui.widgets.asked import Asked, OnlyEnter, field_hint
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.ui.widgets.rows import Rows
from stepup.words import problem_sentence

if TYPE_CHECKING:
    from stepup.ui.widgets.entry import Entry, Opened, Stays


class BookPage(Frame):
    """A page with lines. Subclasses say which lines there are and what choosing one does."""

    LAID_OVER: ClassVar[bool] = False
    """It lies on another page, and Esc goes back to that one."""
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset()
    """The lines that take text, by the first part of their keys: choosing one opens its field."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.rows = Rows()
        self.opened_as = ""
        """The name it was opened under, where it has one."""
        self.goes_back_to = ""
        """The line whose field is gone on with when it is opened."""
        self._told = ""
        self._in_field = ""
        self._arrived = ""
        self._is_stale = False
        self._comes_back = False
        self._stop_listening: Callable[[], None] = lambda: None

    def later_screens(self) -> tuple[str, ...]:
        """Return the later screens that were opened, or all where that is wanted."""
        preferences = self.session.book.preferences
        return tuple(
            name for name in LATER if preferences.all_screens or name in preferences.opened
        )

    def body(self) -> list[Widget]:
        """Return the lines."""
        self.rows.begin_with(self._safe_specs(), self.body_size)
        return [self.rows]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the page's own actions rest while its year cannot be read."""
        if self.is_troubled and hasattr(type(self), f"action_{action}"):
            return hasattr(Frame, f"action_{action}") or "day" in action
        return super().check_action(action, parameters)

    @property
    def is_troubled(self) -> bool:
        """Whether its year cannot be read."""
        return self.rows.row("problem") is not None

    def specs(self) -> list[Spec]:
        """Return the lines of the page as things are now.

        Raises:
            Problem: a year cannot be read.
        """
        raise NotImplementedError

    def _safe_specs(self) -> list[Spec]:
        try:
            return [spec for spec in self.specs() if spec.key != self._in_field]
        except Problem as problem:
            return [Spec("problem", text=problem_sentence(problem), wide=True)]

    def on_mount(self) -> None:
        """Begin to listen, and put the cursor in."""
        self._stop_listening = self.session.book.listen(self._changed)
        if self.PLACE in LATER:
            self.session.profile.note_opened(self.PLACE)
            self.rail.show(self.rail_places())
        # The lines come first: where one is takes classes of its own.
        self.call_after_refresh(lambda: self.show_state(self.session.book.state))
        self._take_over()

    def _take_over(self) -> None:
        """Put the cursor in, and take the keys that waited for it: what they do is painted at once."""
        self.focus_body()
        if self.goes_back_to:
            self._go_back_to(self.goes_back_to)
            self.goes_back_to = ""
        if self.is_current:
            self.stepup.release_keys()

    def _go_back_to(self, key: str) -> None:
        """Go to a line; where it has one field alone, open that."""
        self.rows.go_to(key)
        row = self.rows.current
        if row is not None and row.key == key and not row.spec.parts:
            self.attempt(lambda: self.choose(row, None, "enter"))

    def on_unmount(self) -> None:
        """Listen no longer."""
        self._stop_listening()

    def come_back(self) -> None:
        """Be opened again: as things are then."""
        self._comes_back = True

    def begin_again(self) -> None:
        """Forget what one was about when the page was left, if it is to be forgotten."""

    def on_screen_resume(self) -> None:
        """Show what has changed while something else was on the screen; take the keys again."""
        if self._comes_back:
            self.begin_again()
            self.rail.show(self.rail_places())
            self.show_keys()
            self.show_state(self.session.book.state)
        if self._comes_back or self._is_stale:
            self.refresh_rows()
        if self._comes_back:
            self._comes_back = False
            self._take_over()

    def _changed(self, _changed: Changed) -> None:
        if self.is_current:
            self.refresh_rows()
        else:
            self._is_stale = True

    def refresh_rows(self) -> None:
        """Show the page as things are now."""
        if not self.rows.is_open:
            return
        self._is_stale = False
        self.title_line.left = self.heading()
        self.rows.show(self._safe_specs())

    def focus_body(self) -> None:
        """Put the cursor on the first line, or leave it where it is."""
        if self.rows.entry is None:
            self.rows.focus_here()

    def show_state(self, state: SaveState) -> None:
        """Show at the title's end the places one is in and how saving stands."""
        self.title_line.right = self.state_words(state)
        self.title_line.places = self._places()

    def _places(self) -> str:
        if not self.session.book.holds("placement"):
            return ""  # nothing is loaded for what there is not
        from stepup.words.stages import stage_name

        return _(", ").join(stage_name(place.id, [place]) for place in self.session.stages.here())

    def state_words(self, state: SaveState) -> str:
        """Return the quiet mark: saved, saving, or why not."""
        read_only = self.session.book.read_only
        if read_only is not None:
            return _("For reading only")
        if state.kind == "failed" and state.problem is not None:
            return _("Not saved: {why}").format(why=problem_sentence(state.problem))
        return _("Saving") if state.kind == "saving" else _("Saved")

    # Lines and fields

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Do what choosing a line does; say why when it cannot be done."""
        message.stop()
        self.attempt(lambda: self.choose(message.row, message.part, message.how))

    def on_rows_taken_away(self, message: Rows.TakenAway) -> None:
        """Take a line away; undo brings it back."""
        message.stop()
        self.attempt(lambda: self.take_away(message.row))

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what choosing a line, or a part of it, does."""

    def take_away(self, row: Row) -> None:
        """Take the entry of a line away."""

    def take_text_here(self, text: str) -> bool:
        """Take words that arrived at once into the field of the line the cursor is on.

        False where that line takes no text, or the page is one that cannot be read.
        """
        row = self.rows.current
        if row is None or self.is_troubled or row.key.partition(":")[0] not in self.TEXT_LINES:
            return False
        self._arrived = text
        self.attempt(lambda: self.choose(row, row.chosen, "enter"))
        taken, self._arrived = not self._arrived, ""
        return taken

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; when it cannot be done, say why and return False."""
        try:
            act()
        except Problem as problem:
            self.stepup.say(problem_sentence(problem))
            return False
        self.show_keys()
        return True

    def show_keys(self, hint: str = "") -> None:
        """Show the keys that matter here; while a field is open, what ends it."""
        entry = self.rows.entry
        if not hint and entry is not None:
            hint = field_hint(entry.asked, is_refused=entry.is_refused)
        super().show_keys(hint)

    @property
    def open_entry(self) -> Entry | None:
        """The open field, or None."""
        return self.rows.entry

    def ask(  # noqa: PLR0913 - each says one thing about the field
        self,
        key: str,
        keep: Callable[[str], object],
        *,
        text: str = "",
        begin: str = "",
        single: bool = True,
        draft: str = "",
        hint: str = "",
        label: str | None = None,
        only_enter: OnlyEnter = "",
    ) -> None:
        """Open a field in the place of a line.

        `text` is what is stored, `begin` is put behind it as if it had been typed, `draft` names
        the text among the drafts. With `only_enter`, leaving it another way does nothing.
        """
        if self._arrived:
            begin, self._arrived = (one_line if single else clean)(self._arrived), ""
        row = self.rows.row(key)
        drafts = self.session.drafts
        asked = Asked(
            keep=keep,
            label=label if label is not None else (row.spec.label if row else ""),
            text=(drafts.text(draft, text) if draft else text) + begin,
            stored=text,
            hint=hint,
            single=single,
            draft=draft,
            only_enter=only_enter,
            wide=bool(row and row.spec.wide),
            keep_draft=drafts.keep,
            drop_draft=drafts.drop,
        )
        self.open_field(key, asked)

    def ask_secret(
        self, key: str, keep: Callable[[str], object], *, hint: str = "", shown: bool = False
    ) -> None:
        """Open a field for a passphrase in the place of a line: taken by Enter alone, and kept nowhere."""
        row = self.rows.row(key)
        label, wide = (row.spec.label, row.spec.wide) if row else ("", False)
        self.open_field(
            key, Asked(keep=keep, label=label, hint=hint, wide=wide, secret=True, shown=shown)
        )

    def open_field(self, key: str, asked: Asked) -> None:
        """Open a field in the place of a line, and say what ends it; keys wait for it."""
        if not asked.is_given:
            asked = self._drafted(key, asked)
        self.stepup.hold_keys()
        if not self.rows.ask(key, asked):
            self.stepup.release_keys()
        self.show_keys()

    @property
    def subject(self) -> str:
        """What the page is about where its lines alone do not tell: a day, the id of something."""
        return ""

    def _drafted(self, key: str, asked: Asked) -> Asked:
        """Let a field without a draft of its own keep one under its place, and begin with what waits there."""

        def waits() -> None:
            self.tell_when_closed(_("Not kept yet; it stands here again when you open this."))

        if asked.draft:
            return asked._replace(left_waiting=waits)
        drafts = self.session.drafts
        page = f"{FIELD}:{self.opened_as}" if self.opened_as else f"{PASSING}:{type(self).__name__}"
        name = f"{page}:{self.subject}:{key}\n{asked.label}\n{asked.hint}"
        text = asked.text
        waiting = drafts.text(name, "")
        if waiting:
            text = waiting + text.removeprefix(asked.stored)
        return asked._replace(
            text=text,
            draft=name,
            keep_draft=drafts.keep,
            drop_draft=drafts.drop,
            left_waiting=waits,
        )

    def on_stays(self, message: Stays) -> None:
        """Say how a field is left whose text could not be taken."""
        message.stop()
        self.show_keys()

    def close_entry(self) -> bool:
        """Keep what is in the open field; False when it cannot be taken and that is to be read first."""
        entry = self.rows.entry
        return entry is None or entry.let_go()

    def leave_field(self) -> bool:
        """Keep what is in the open field and take the field away; False when it stays to be mended."""
        if not self.close_entry():
            return False
        self.rows.stop_asking()
        self._told = self._in_field = ""
        return True

    def on_opened(self, message: Opened) -> None:
        """Hand on what was typed while the field was being opened."""
        message.stop()
        self.stepup.release_keys()

    def on_rows_field_closed(self, message: Rows.FieldClosed) -> None:
        """Show the keys again, and no line whose entry was taken away by writing nothing."""
        message.stop()
        self.show_keys(self._told)
        self._told = self._in_field = ""
        self.refresh_rows()
        self.field_closed(message.key, message.how)

    def tell_when_closed(self, sentence: str) -> None:
        """Say what keeping a field's text came to, once the field is closed."""
        self._told = sentence

    def stands_in_field(self, key: str) -> None:
        """Leave out the line of what is being written: it stands in the open field."""
        self._in_field = key

    def field_closed(self, key: str, how: str) -> None:
        """Go on after a field was left."""

    def key_escape(self) -> None:
        """Go back to the page below, or to the rail."""
        if self.LAID_OVER:
            self.dismiss()
        else:
            super().key_escape()
