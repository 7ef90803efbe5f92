"""A field: one line or many, where a person writes.

Built on TextArea, which can undo typing. Enter ends one line and never a text of many: an
input method's Enter does not arrive here at all. What is left is kept, however it is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import TextArea

from stepup.domain.problem import Problem
from stepup.domain.text import check_size, clean, one_line
from stepup.ui.keys import is_character
from stepup.words import problem_sentence

# F6 and F7 select a line and everything: the next key would erase the diary.
_DROPPED: Final = {"f6", "f7"}


class Writing(TextArea):
    """A text area without frame, with one line or many."""

    takes_text: ClassVar[bool] = True
    """Keys belong to it as they are; see the app's `on_event`."""

    @dataclass
    class Ended(Message):
        """The person is done here. `how` is enter, escape, tab, up or down, or blur."""

        writing: Writing
        how: str

    @dataclass
    class Refused(Message):
        """Something could not be put in; nothing was lost."""

        writing: Writing
        sentence: str

    def __init__(self, text: str, *, single: bool, shown: bool = True) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
            show_line_numbers=False,
            tab_behavior="focus",
        )
        self.single = single
        self.shown = shown
        self.cursor_blink = False
        for key in _DROPPED:
            self._bindings.key_to_bindings.pop(key, None)

    def on_mount(self) -> None:
        """Begin writing at the end of what is there."""
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn; of a secret, a star for each cell."""
        line = super().get_line(line_index)
        return line if self.shown else Text("*" * line.cell_len, end="", no_wrap=True)

    @property
    def allow_select(self) -> bool:
        """Whether its words can be taken with the mouse."""
        return self.shown and super().allow_select

    def action_copy(self) -> None:
        """Copy what is selected; a secret goes nowhere."""
        if self.shown:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut what is selected; a secret goes nowhere."""
        if self.shown:
            super().action_cut()

    def action_delete_to_start_of_line(self) -> None:
        """Delete what stands before the cursor; in a field of one line all of it, however it is wrapped."""
        if self.single and self.selection.is_empty:
            self.delete((0, 0), self.cursor_location)
        else:
            super().action_delete_to_start_of_line()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            self._end(event, "escape")
        elif self.single and self._leads_out(event.key):
            self._end(event, event.key)
        elif event.character and is_character(event) and not event.is_printable:
            # Textual would drop it: the full-width space, and what joins parts of one emoji.
            event.prevent_default()
            event.stop()
            self.replace(event.character, *self.selection)
        elif event.is_printable and event.character and not clean(event.character):
            event.prevent_default()
            event.stop()
        else:
            await super()._on_key(event)

    def _leads_out(self, key: str) -> bool:
        """Whether a key ends a field of one line; up and down move within one that wraps."""
        wraps = self.wrapped_document.height > 1
        return key in ("enter", "tab") or (key in ("up", "down") and not wraps)

    def _end(self, event: events.Key, how: str) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Ended(self, how))

    async def _on_paste(self, event: events.Paste) -> None:
        """Take pasted text without what would steer the terminal; refuse what does not fit."""
        event.stop()
        event.prevent_default()
        text = one_line(event.text) if self.single else clean(event.text)
        if not self.shown:  # each space of a passphrase counts
            text = clean(event.text).replace("\n", "")
        try:
            check_size(self.text + text)
        except Problem as problem:
            self.post_message(self.Refused(self, problem_sentence(problem)))
            return
        self.insert(text)

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        if self.app.app_focus:  # else one only looks at another window, and comes back to it
            self.post_message(self.Ended(self, "blur"))

    def put(self, text: str) -> None:
        """Write text where the cursor is, as if it had been pasted."""
        self.insert(clean(text))
