"""A field in the place of a line: keeps what is written, says what could not be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from stepup.domain.problem import Problem
from stepup.ui.widgets.asked import Asked
from stepup.ui.widgets.layout import LABEL, pad
from stepup.ui.widgets.writing import Writing
from stepup.words import problem_sentence

DRAFT_AFTER: Final = 2.0
SAVE_AFTER: Final = 30.0


@dataclass
class Left(Message):
    """The text of a field was kept and the field can go. `how` tells how it was left."""

    entry: Entry
    how: str


@dataclass
class Stays(Message):
    """The text could not be taken; the field stays open, and says why."""

    entry: Entry


@dataclass
class Opened(Message):
    """The field has the focus and takes what is typed."""

    entry: Entry


class Entry(Vertical):
    """A label, a field, and under it a sentence when something could not be taken."""

    DEFAULT_CSS = """
    Entry { height: auto; }
    Entry.-gap { margin-top: 1; }
    Entry > Horizontal { height: auto; }
    Entry .label { width: auto; color: $soft; }
    Entry Writing { width: 1fr; height: auto; max-height: 16; border: none; padding: 0;
                    background: $here; color: $foreground; scrollbar-size: 1 1; }
    Entry Writing .text-area--cursor { text-style: reverse; }
    Entry Writing .text-area--selection { text-style: reverse; }
    Entry .note { color: $soft; height: auto; display: none; padding-left: 13; }
    Entry .note.-said { display: block; }
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.writing = Writing(asked.text, single=asked.single, shown=asked.shown)
        self._note = Static("", classes="note", markup=False)
        self._known = asked.stored
        self._drafting: Timer | None = None
        self._resting: Timer | None = None
        self._refused: str | None = None
        self._warned: str | None = None
        self._gone = False

    def compose(self) -> ComposeResult:
        """Lay out label, field and note."""
        with Horizontal():
            if not self.asked.wide:
                yield Static(Content(pad(self.asked.label, LABEL)), classes="label")
            yield self.writing
        yield self._note

    def on_mount(self) -> None:
        """Begin writing."""
        if self.asked.hint:
            self._say(self.asked.hint)
        self.writing.focus()
        self.on_text_area_changed()  # what it begins with may be nowhere else
        self.call_after_refresh(self.post_message, Opened(self))

    @property
    def unsaved(self) -> bool:
        """Whether there is something in it that is not kept yet."""
        return self.writing.text != self._known

    @property
    def is_refused(self) -> bool:
        """Whether the text as it stands was refused already."""
        return self._refused == self.writing.text

    def on_text_area_changed(self) -> None:
        """Keep a draft a little after typing stops, and save a long text after a rest."""
        if self._drafting:
            self._drafting.stop()
        if self._resting:
            self._resting.stop()
        if not self.unsaved:
            if self.asked.draft:
                self.asked.drop_draft(self.asked.draft)  # what is stored is no draft
            return
        if self.asked.draft:
            self._drafting = self.set_timer(DRAFT_AFTER, self.draft_now)
        if not self.asked.single:
            self._resting = self.set_timer(SAVE_AFTER, self.save_now)

    def draft_now(self) -> None:
        """Keep what is written as a draft, at once; safe while the program is being ended."""
        if self.asked.draft and self.unsaved and not self._gone:
            self.asked.keep_draft(self.asked.draft, self.writing.text)

    def save_now(self) -> bool:
        """Keep the text; False, with a sentence under the field, when it cannot be taken."""
        if self.asked.is_given or not self.unsaved:
            return True
        return self._hand_over()

    def let_go(self) -> bool:
        """Keep the text, so that the field can go; False when its sentence is to be read first.

        Left once more as it stands, what cannot be taken waits as a draft, and stands here again.
        """
        was_told = self.is_refused and self._warned == self.writing.text
        if self.save_now():
            return True
        self._warned = self.writing.text
        if was_told:
            self.asked.left_waiting()
        return was_told

    def _hand_over(self) -> bool:
        try:
            self.asked.keep(self.writing.text)
        except Problem as problem:
            self.draft_now()
            self._refused = self.writing.text
            self._say(problem_sentence(problem))
            self.post_message(Stays(self))
            return False
        self._known = self.writing.text
        if self.asked.draft:
            self.asked.drop_draft(self.asked.draft)
        return True

    def on_writing_refused(self, message: Writing.Refused) -> None:
        """Say why a paste was not taken."""
        message.stop()
        self._say(message.sentence)

    def on_writing_ended(self, message: Writing.Ended) -> None:
        """Keep the text and let the page close the field; what was refused stays to be mended."""
        message.stop()
        if self._gone or (message.how == "blur" and not self.is_attached):
            return
        if self._is_done(message.how):
            self._gone = True
            self.post_message(Left(self, message.how))

    def _is_done(self, how: str) -> bool:
        """Whether the field can go; a click elsewhere only says what cannot be taken."""
        if how == "enter":
            self._warned = self.writing.text
            return self._hand_over() if self.asked.is_given else self.save_now()
        return self.save_now() if how == "blur" else self.let_go()

    def place_cursor(self) -> None:
        """Put the terminal's cursor where the field's cursor is."""
        if self.is_attached:
            self.app.cursor_position = self.writing.cursor_screen_offset

    def _say(self, sentence: str) -> None:
        self._note.update(Content(sentence))
        self._note.add_class("-said")
        self.call_after_refresh(self._note.scroll_visible, animate=False)
