"""What is shown while everything is hidden: nothing."""

from __future__ import annotations

from textual import events
from textual.screen import Screen


class HiddenPage(Screen[None]):
    """An empty screen; Enter, Esc or a click brings the page back."""

    DEFAULT_CSS = "HiddenPage { background: $background; }"

    def on_key(self, event: events.Key) -> None:
        """Come back at Enter or Esc; swallow every other key."""
        event.stop()
        event.prevent_default()
        if event.key in ("enter", "escape"):
            self.dismiss()

    def on_click(self) -> None:
        """Come back."""
        self.dismiss()
