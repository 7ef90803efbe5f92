"""The yardstick: a bare Textual app with header, one label and footer, and nothing of ours."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, Label


class Bare(App[None]):
    """Shows a label; Ctrl+C, the key that the benchmark presses, counts it up."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Leave")]

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("bare 0")
        self._pressed = 0

    def compose(self) -> ComposeResult:
        """Lay out the three widgets."""
        yield Header()
        yield self._label
        yield Footer()

    def action_help_quit(self) -> None:
        """Answer Ctrl+C by changing the label."""
        self._pressed += 1
        self._label.update(f"bare {self._pressed}")


if __name__ == "__main__":
    Bare().run()
