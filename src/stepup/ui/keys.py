"""Keys as they arrive with an input method on, and what a burst of characters means.

Outside a field a full-width ３ is 3 and え is e. Characters that arrive together were typed as
words, by an input method or by pasting: they are text and never a row of commands.
"""

from __future__ import annotations

import asyncio
import unicodedata
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


class Bursts:
    """Holds a character for a moment, to see whether it came alone; what comes behind it waits.

    Alone, it is handed on as the key it stands for; with others, they are handed on as text.
    What counts is when they arrived, not when they are looked at: keys that waited while the
    program was busy are still keys.
    """

    def __init__(self, one: Callable[[events.Key], object], many: Callable[[str], None]) -> None:
        self._one = one
        self._many = many
        self._held: list[events.Key] = []
        self._passed: list[events.Key] = []

    def is_passed(self, event: events.Key) -> bool:
        """Whether this key has been held already and goes its way now."""
        if any(event is passed for passed in self._passed):
            self._passed = [passed for passed in self._passed if passed is not event]
            return True
        return False

    def takes(self, event: events.Key) -> bool:
        """Whether a key is to be held: a character, or any key behind one that is held."""
        return not self.is_passed(event) and (is_character(event) or bool(self._held))

    def add(self, event: events.Key) -> None:
        """Hold a key."""
        self._held.append(event)
        if len(self._held) == 1:
            asyncio.get_running_loop().call_later(BURST_SECONDS, self._release)

    def _release(self) -> None:
        held, self._held = self._held, []
        for group in _groups(held):
            if len(group) == 1:
                key = folded(group[0])
                self._passed.append(key)
                self._one(key)
            else:
                self._many("".join(event.character or "" for event in group))


def _groups(held: list[events.Key]) -> list[list[events.Key]]:
    groups: list[list[events.Key]] = []
    for event in held:
        if groups and _belong_together(groups[-1][-1], event):
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def _belong_together(before: events.Key, event: events.Key) -> bool:
    both = is_character(before) and is_character(event)
    return both and event.time - before.time < BURST_SECONDS


class KeyGate:
    """What every key and every paste goes through before the screen sees it.

    They go on one at a time: the next waits until the one before has been answered, and while a
    page or a field is being opened, all wait.
    """

    def __init__(
        self, pass_on: Callable[[events.Event], object], take_text: Callable[[str], None]
    ) -> None:
        self._pass_on = pass_on
        self._take_text = take_text
        self._bursts = Bursts(pass_on, take_text)
        self._held: list[events.Event] = []
        self._opening = False
        self._answering = False

    @property
    def is_answering(self) -> bool:
        """Whether the last key has not been answered yet."""
        return self._answering

    def hold(self) -> None:
        """Let all wait: something is being opened."""
        self._opening = True

    def opened(self) -> None:
        """Hand on what waited: what was being opened is there."""
        self._opening = False
        self._hand_on()

    def answered(self) -> None:
        """Hand on what waited: the last key has been answered."""
        self._answering = False
        self._hand_on()

    def release(self) -> None:
        """Hand on what waited, whatever it waits for."""
        self._opening = self._answering = False
        self._hand_on()

    def _hand_on(self) -> None:
        if not (self._opening or self._answering):
            held, self._held = self._held, []
            for event in held:
                self._pass_on(event)

    def takes(self, event: events.Event, *, outside: bool) -> bool:
        """Take a key or a paste; False when it goes its usual way.

        `outside`: no field has the focus. A key that goes its way is followed by `answered`.
        """
        if not is_new_input(event):
            return False
        if self._opening or self._answering:
            self._held.append(event)
            return True
        if outside and isinstance(event, events.Paste):
            self._take_text(event.text)
            return True
        if outside and isinstance(event, events.Key) and self._bursts.takes(event):
            self._bursts.add(event)
            return True
        # Characters for a field keep their order in the field's own queue.
        self._answering = outside or not (isinstance(event, events.Key) and is_character(event))
        return False


def is_new_input(event: events.Event) -> bool:
    """Whether an event is a key or a paste that no widget has seen."""
    return isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
