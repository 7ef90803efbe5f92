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

# What Japanese keyboards give for these keys while the input method is on.
_KANA: Final = str.maketrans({"え": "e", "・": "/", "「": "[", "」": "]", "\u3000": " "})
BURST_SECONDS: Final = 0.003
"""How far apart two characters of one burst arrive at most: far below what a hand can do."""


def folded(event: events.Key) -> events.Key:
    """Return the key event that a character stands for outside a field."""
    if not event.character or not event.is_printable:
        return event
    character = unicodedata.normalize("NFKC", event.character.translate(_KANA)).translate(_KANA)
    if character == event.character or len(character) != 1:
        return event
    return events.Key(_character_to_key(character), character)


class Bursts:
    """Holds a character for a moment, to see whether it came alone.

    Alone, it is handed on as the key it stands for; with others, they are handed on as text.
    What counts is when they arrived, not when they are looked at: keys that waited while the
    program was busy are still keys.
    """

    def __init__(self, one: Callable[[events.Key], None], many: Callable[[str], None]) -> None:
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

    def add(self, event: events.Key) -> None:
        """Hold a character."""
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
        if groups and event.time - groups[-1][-1].time < BURST_SECONDS:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups
