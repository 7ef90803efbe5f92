"""One line of a page: it can be focused, chosen, and changed in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stepup.ui.widgets.layout import Spec, Spot, lay_out


class Row(Widget):
    """Shows a `Spec`. Left and right move over its parts; Enter, Space or a click choose."""

    DEFAULT_CSS = """
    Row { height: auto; width: 1fr; }
    Row.-gap { margin-top: 1; }
    Row:focus { background: $here; text-style: $here-style; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "part(-1)", show=False),
        Binding("right", "part(1)", show=False),
        Binding("enter", "choose('enter')", show=False),
        Binding("space", "choose('space')", show=False),
        Binding("delete,backspace", "take_away", show=False),
    ]

    part: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A line, or a part of it, was chosen. `how` is enter, space or click."""

        row: Row
        part: str | None
        how: str

        @property
        def control(self) -> Row:
            """The line."""
            return self.row

    @dataclass
    class TakenAway(Message):
        """Delete was pressed on a line."""

        row: Row

    def __init__(self, spec: Spec) -> None:
        super().__init__(classes="-gap" if spec.gap else "")
        self.spec = spec
        self.can_focus = not spec.still
        self._start_at_on()

    @property
    def key(self) -> str:
        """The key of what it shows."""
        return self.spec.key

    @property
    def chosen(self) -> str | None:
        """The id of the part under the cursor, or None when there are no parts."""
        return self.spec.parts[self.part].id if self.spec.parts else None

    def show(self, spec: Spec) -> None:
        """Show something else in the same place; the cursor stays on its part."""
        if spec == self.spec:
            return
        self.spec = spec
        self.set_class(spec.gap, "-gap")
        self.part = max(0, min(self.part, len(spec.parts) - 1))
        self.refresh(layout=True)

    def put_part(self, part_id: str) -> None:
        """Put the cursor on a part."""
        for index, part in enumerate(self.spec.parts):
            if part.id == part_id:
                self.part = index

    def _start_at_on(self) -> None:
        """Begin on the part that is on, as a radio button does."""
        if self.spec.marked:
            on = [index for index, part in enumerate(self.spec.parts) if part.on]
            self.set_reactive(Row.part, on[0] if on else 0)

    def _laid_out(self, width: int) -> tuple[list[Content], list[Spot]]:
        return lay_out(self.spec, width, self.chosen if self.has_focus else None)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return how many lines it takes."""
        return len(self._laid_out(width)[0])

    def render(self) -> Content:
        """Return its lines."""
        return Content("\n").join(self._laid_out(self.size.width)[0])

    def action_part(self, step: int) -> None:
        """Move over the parts; at the end the key is left to the page."""
        target = self.part + step
        if 0 <= target < len(self.spec.parts):
            self.part = target

    def action_choose(self, how: str) -> None:
        """Choose the part under the cursor, or the line."""
        self.post_message(self.Chosen(self, self.chosen, how))

    def action_take_away(self) -> None:
        """Ask for the line to be taken away."""
        self.post_message(self.TakenAway(self))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; a click beside the parts only puts the cursor there."""
        event.stop()
        if self.spec.still:
            return
        if not self.spec.parts:
            self.action_choose("click")
            return
        for spot in self._laid_out(self.size.width)[1]:
            if spot.line == event.y and spot.start <= event.x < spot.end:
                self.put_part(spot.id)
                self.action_choose("click")
