"""Rows one above the other, drawn by one widget, which draws only those that are seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from stepup.ui.widgets.row import Row


class Block(Widget, can_focus=True):
    """Draws rows; the one the cursor is on stands on a ground of its own while it has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"block--here"}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Block { height: auto; width: 1fr; text-wrap: nowrap; }
    Block > .block--here { background: $here; text-style: $here-style; }
    """

    @dataclass
    class Pressed(Message):
        """A row was clicked, and perhaps one of its parts."""

        row: Row
        part: str | None

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = (
            False  # nothing written is a link, and looking for one costs a third of a line
        )
        self.rows: tuple[Row, ...] = ()
        self.here: Row | None = None
        self._tops: list[int] = [0]
        self._arranged_for = -1

    @property
    def height(self) -> int:
        """Lines that the rows take, at the width they were last arranged for."""
        return self._tops[-1]

    def put(self, rows: Iterable[Row], changed: Iterable[Row]) -> bool:
        """Take rows, of which some show something else; False when all stand where they stood."""
        was, rows = self.rows, tuple(rows)
        tops = self._tops
        self.rows = rows
        if not was and not rows:
            return False
        self._arrange(self._arranged_for)
        if len(was) == len(rows) and tops == self._tops and self._arranged_for > 0:
            for old, row in zip(was, rows, strict=True):
                if old is not row:
                    self.repaint(row)
            for row in changed:
                self.repaint(row)
            return False
        self._forget_height()
        self.refresh(layout=True)
        return True

    def _forget_height(self) -> None:
        """Let the height be measured again, also where a layout came between this change and one just before.

        Textual keeps what it measured until a style changes; a refresh that is asked for while another waits does
        not count.
        """
        self.styles.height = "auto"
        self.styles.clear_rule("height")

    def height_at(self, width: int) -> int:
        """Return how many lines the rows take at a width in cells."""
        self._arrange(width)
        return self._tops[-1]

    def repaint(self, row: Row | None) -> None:
        """Draw a row again; before rows have their places, all of them are yet to be drawn."""
        if self._arranged_for > 0 and row in self.rows:
            self.refresh(self.region_of(row))

    def region_of(self, row: Row) -> Region:
        """Return where a row stands within the block, the blank line above it left out."""
        index = self.rows.index(row)
        top = self._tops[index] + row.spec.gap
        return Region(0, top, max(1, self.size.width), self._tops[index + 1] - top)

    def row_at(self, line: int) -> Row | None:
        """Return the row that stands at a line of the block; None on a blank line between rows."""
        index = bisect_right(self._tops, line) - 1
        if not 0 <= index < len(self.rows):
            return None
        row = self.rows[index]
        return None if row.spec.gap and line == self._tops[index] else row

    def _arrange(self, width: int) -> None:
        self._arranged_for = width
        if width > 0:
            heights = (row.spec.gap + len(row.laid_out(width, here=False)[0]) for row in self.rows)
            self._tops = list(accumulate(heights, initial=0))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return how many lines the rows take."""
        return self.height_at(width)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        row = self.row_at(y)
        if row is None:
            return Strip.blank(width, self.visual_style.rich_style)
        here = row is self.here and self.has_focus
        style = self.get_visual_style("block--here") if here else self.visual_style
        lines = row.laid_out(width, here=here)[0]
        number = y - self._tops[self.rows.index(row)] - row.spec.gap
        line = lines[number] if number < len(lines) else Content("")
        strips = Visual.to_strips(self, line, width, 1, style, apply_selection=False)
        strip = strips[0] if strips else Strip([])
        return strip.adjust_cell_length(width, style.rich_style)

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self.repaint(self.here)

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self.repaint(self.here)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which row was pressed: lines may have moved by the time the button is let go."""
        row = self.row_at(event.y)
        if row is not None and row.can_focus and event.button == 1:
            event.stop()
            line = event.y - self.region_of(row).y
            self.post_message(self.Pressed(row, row.part_at(self.size.width, event.x, line)))
