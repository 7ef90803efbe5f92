"""Keys as they arrive with an input method on, and what a burst of characters means.

Outside a field a full-width ３ is 3 and え is e. Characters that arrive together were typed as
words, by an input method or by pasting: they are text and never a row of commands.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections import deque
from collections.abc import Callable
from typing import Final

from textual import events
from textual.keys import _character_to_key
from textual.message import Message

from stepup.domain.text import clean

# What Japanese keyboards give for these keys while the input method is on.
_KANA: Final = str.maketrans({"え": "e", "・": "/", "「": "[", "」": "]", "\u3000": " "})
BURST_SECONDS: Final = 0.003
"""How far apart two characters of one burst arrive at most: far below what a hand can do."""


class Answered(Message):
    """Follows a key up through the widgets, and then what the key has set going, round by round.

    A key is answered by an action, the action's message by a page, the page by a field.
    """

    def __init__(self, rounds: int = 3) -> None:
        super().__init__()
        self.rounds = rounds


def is_character(event: events.Key) -> bool:
    """Whether a key stands for a character; Textual takes the full-width space for none."""
    if event.is_printable:
        return True
    character = event.character or ""
    return not character.isascii() and bool(clean(character))


def folded(event: events.Key) -> events.Key:
    """Return the key event that a character stands for outside a field."""
    if not event.character or not is_character(event):
        return event
    character = unicodedata.normalize("NFKC", event.character.translate(_KANA)).translate(_KANA)
    if character == event.character or len(character) != 1:
        return event
    return events.Key(_character_to_key(character), character)


class KeyGate:
    """The line in which every key and every paste waits before the screen sees it.

    They go on in the order of their arrival, one at a time: the next waits until the one before
    has been answered, and while a page or a field is being opened, all wait. Outside a field a
    character is held for a moment, to see whether it came alone: alone it is the key it stands
    for, with others it is text. What counts is when they arrived, not when they are looked at:
    keys that waited while the program was busy are still keys.
    """

    def __init__(self, wake: Callable[[], object]) -> None:
        """Take what is called when a key that was held can go on."""
        self._wake = wake
        self._line: deque[events.Event] = deque()
        self._alone: events.Event | None = None
        self._looking = False
        self._opening = False
        self._answering = False

    @property
    def is_answering(self) -> bool:
        """Whether the last key has not been answered yet."""
        return self._answering

    @property
    def is_busy(self) -> bool:
        """Whether anything waits, or is waited for."""
        return bool(self._line) or self._opening or self._answering

    def add(self, event: events.Event) -> None:
        """Put a key or a paste at the end of the line."""
        self._line.append(event)

    def next(self, *, outside: bool) -> events.Event | None:
        """Take what may go on now out of the line, or None.

        `outside`: no field has the focus. What goes on is followed by `answered` where
        `is_answering` says so.
        """
        if not self._line or self._opening or self._answering or self._looking:
            return None
        event = self._line[0]
        is_typed = isinstance(event, events.Key) and is_character(event)
        if outside and is_typed and event is not self._alone:
            self._looking = True
            asyncio.get_running_loop().call_later(BURST_SECONDS, self._look)
            return None
        self._line.popleft()
        # Characters for a field keep their order in the field's own queue.
        self._answering = isinstance(event, events.Key) and (outside or not is_typed)
        return folded(event) if outside and isinstance(event, events.Key) else event

    def _look(self) -> None:
        """See how many characters came with the first one."""
        self._looking = False
        burst: list[events.Key] = []
        for event in self._line:
            if not isinstance(event, events.Key) or not _belongs_to(burst, event):
                break
            burst.append(event)
        if len(burst) > 1:
            for _key in burst:
                self._line.popleft()
            self._line.appendleft(events.Paste("".join(key.character or "" for key in burst)))
        elif burst:
            self._alone = burst[0]
        self._wake()

    def hold(self) -> None:
        """Let all wait: something is being opened."""
        self._opening = True

    def opened(self) -> None:
        """Let the next go on: what was being opened is there."""
        self._opening = False
        self._wake()

    def answered(self) -> None:
        """Let the next go on: the last key has been answered."""
        self._answering = False
        self._wake()

    def release(self) -> None:
        """Let the next go on, whatever it waits for."""
        self._opening = self._answering = False
        self._wake()


def _belongs_to(burst: list[events.Key], event: events.Key) -> bool:
    return is_character(event) and (not burst or event.time - burst[-1].time < BURST_SECONDS)


def is_new_input(event: events.Event) -> bool:
    """Whether an event is a key or a paste that no widget has seen."""
    return isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
