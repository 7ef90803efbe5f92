"""How keys and pastes come in: one after the other, each when the page can take it."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.app import App
from textual.timer import Timer

from stepup.ui.keys import Answered, KeyGate, is_new_input

LONGEST_HOLD = 0.5
"""Seconds after which waiting keys go on in any case."""


class Keyboard(App[int]):
    """An app whose keys wait for what the one before set going."""

    def __init__(self) -> None:
        super().__init__()
        self._gate = KeyGate(partial(self.call_later, self._let_in))
        self._gate.hold()  # until the first page can take them
        self._longest_hold: Timer | None = None

    def say(self, sentence: str) -> None:
        """Say one sentence to the person."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes go through the gate, and everything else its usual way."""
        if is_new_input(event):
            self._gate.add(event)
            await self._let_in()
        else:
            await super().on_event(event)

    async def _let_in(self) -> None:
        """Hand on the keys whose turn it is; what is pasted outside a field is text for the page."""
        while self.screen_stack:
            takers = (self.focused, self.screen)
            outside = not any(getattr(taker, "takes_text", False) for taker in takers)
            event = self._gate.next(outside=outside)
            if event is None:
                return
            if outside and isinstance(event, events.Paste):
                self._take_text(event.text)
                continue
            await super().on_event(event)
            if self._gate.is_answering and self.screen_stack:
                self._watch_hold()
                (self.focused or self.screen).post_message(Answered())

    def on_answered(self, message: Answered) -> None:
        """Let the next key go, when all that the last one set going is done."""
        if message.rounds > 1 and self.screen_stack:
            (self.focused or self.screen).post_message(Answered(message.rounds - 1))
        else:
            self._gate.answered()

    def hold_keys(self) -> None:
        """Let keys wait until the page or field that is being opened can take them."""
        self._gate.hold()
        self._watch_hold()

    def _watch_hold(self) -> None:
        """See to it that no key waits for what will not come."""
        if self._longest_hold is not None:
            self._longest_hold.stop()
        self._longest_hold = self.set_timer(LONGEST_HOLD, self._gate.release)

    def release_keys(self) -> None:
        """Hand on the keys that waited for something to be opened."""
        self._gate.opened()

    def _take_text(self, text: str) -> None:
        from stepup.domain.problem import Problem as Refusal
        from stepup.domain.text import check_size
        from stepup.words import problem_sentence

        take = getattr(self.screen, "take_text", None)
        take_here = getattr(self.screen, "take_text_here", None)
        try:
            if take_here is not None and take_here(check_size(text)):
                return
            if take is not None:
                take(check_size(text))
        except Refusal as problem:
            self.say(problem_sentence(problem))
