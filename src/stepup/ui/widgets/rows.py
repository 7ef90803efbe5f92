"""The body of a page: lines one above the other, changed in place, and one field at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region, Size, Spacing
from textual.message import Message

from stepup.ui.widgets.block import Block
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

if TYPE_CHECKING:
    from stepup.ui.widgets.asked import Asked
    from stepup.ui.widgets.entry import Entry, Left


class Rows(VerticalScroll):
    """Shows specs by key: a line whose key stays keeps its cursor.

    The lines stand in one block, or, while a field is open in the place of one of them, in two,
    the field between them. Up and down move over the lines, left and right over the parts of
    one; Enter, Space or a click choose.
    """

    PADDING = Spacing(1, 2, 0, 1)
    DEFAULT_CSS = f"""
    Rows {{ height: 1fr; padding: {PADDING.css}; scrollbar-size: 1 1; scrollbar-color: $bar;
           scrollbar-background: $background; scrollbar-color-hover: $accent;
           scrollbar-color-active: $accent; scrollbar-background-hover: $background;
           scrollbar-background-active: $background; }}
    Rows > .-below {{ display: none; }}
    Rows.-asking > .-below {{ display: block; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("tab", "tab(1)", show=False),
        Binding("shift+tab", "tab(-1)", show=False),
        Binding("left", "part(-1)", show=False),
        Binding("right", "part(1)", show=False),
        Binding("enter", "choose('enter')", show=False),
        Binding("space", "choose('space')", show=False),
        Binding("delete,backspace", "take_away", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A line, or a part of it, was chosen. `how` is enter, space or click."""

        row: Row
        part: str | None
        how: str

    @dataclass
    class TakenAway(Message):
        """Delete was pressed on a line."""

        row: Row

    @dataclass
    class FieldClosed(Message):
        """The field was left and is gone."""

        key: str
        how: str

    def __init__(self) -> None:
        super().__init__(can_focus=False)
        self._lines: list[Row] = []
        self._here: Row | None = None
        self._above = Block()
        self._below = Block()
        self._below.add_class("-below")
        self._entry: Entry | None = None
        self._edited: Row | None = None
        self._is_moving = True
        """Whether lines are yet to be laid out where they now belong."""

    def begin_with(self, specs: Iterable[Spec], size: Size) -> None:
        """Set the lines to be shown first, in about that size; before it is composed."""
        self._lines = [Row(spec, self._repaint) for spec in specs]
        self._above.rows = tuple(self._lines)
        room = size - (self.PADDING.width, self.PADDING.height)
        # Known before the lines are laid out: a scrollbar that comes afterwards moves them all once more.
        is_long = self._above.height_at(room.width) > room.height
        self.set_reactive(Rows.show_vertical_scrollbar, is_long)

    def compose(self) -> ComposeResult:
        """Lay out both blocks; the lower one is for the lines under an open field."""
        yield self._above
        yield self._below

    def on_mount(self) -> None:
        """Know when the first lines have their places."""
        self.call_after_refresh(self._has_moved)

    # Lines

    @property
    def is_open(self) -> bool:
        """Whether lines can be shown: it is there, and not on its way out."""
        return self.is_attached and not self._closing and not self._pruning

    @property
    def has_cursor(self) -> bool:
        """Whether keys go to the lines, not to a field or elsewhere."""
        return self._above.has_focus or self._below.has_focus

    @property
    def lines(self) -> list[Row]:
        """The lines, from top to bottom."""
        return list(self._lines)

    @property
    def current(self) -> Row | None:
        """The line the cursor is on, or whose field is open; None when it was on none yet."""
        return self._edited or self._here

    def row(self, key: str) -> Row | None:
        """Return the line with a key, or None."""
        return next((row for row in self._lines if row.key == key), None)

    def region_of(self, row: Row) -> Region:
        """Return where a line stands on the screen."""
        block = self._block_of(row)
        return block.region_of(row).translate(block.region.offset)

    def show(self, specs: Sequence[Spec]) -> None:
        """Show these lines; the cursor stays on its line, or goes to the next one left."""
        old = {row.key: row for row in self._lines}
        before, self._lines = self._lines, []
        changed = []
        for spec in specs:
            row = old.pop(spec.key, None)
            if row is None:
                row = Row(spec, self._repaint)
            elif row.show(spec):
                changed.append(row)
            self._lines.append(row)
        if self._edited is not None and self._edited not in self._lines:
            self._put_back(self._edited, before)
        if self._here is not None and self._here not in self._lines:
            self._here = self._nearest(self._here, before)
        self._share_out(changed)
        if self._here is None and self._edited is None and self._above.size.width:
            self.show_vertical_scrollbar = self._above.height > self.content_size.height  # likewise
        if self._here is not None and self.has_cursor:
            self._reveal(self._here)

    def _put_back(self, row: Row, before: list[Row]) -> None:
        """Keep the line whose field is open where it was."""
        above = [line for line in before[: before.index(row)] if line in self._lines]
        self._lines.insert(self._lines.index(above[-1]) + 1 if above else 0, row)

    def _nearest(self, row: Row, before: list[Row]) -> Row | None:
        """Return the line left that stood next to one that is gone: below it, else above."""
        index = before.index(row) if row in before else 0
        for line in (*before[index + 1 :], *reversed(before[:index])):
            if line in self._lines and line.can_focus:
                return line
        return next((line for line in self._lines if line.can_focus), None)

    def _share_out(self, changed: Sequence[Row] = ()) -> None:
        """Give the blocks their lines, and let them be laid out where that changed."""
        cut = len(self._lines) if self._edited is None else self._lines.index(self._edited)
        for block, rows in (
            (self._above, self._lines[:cut]),
            (self._below, self._lines[cut + 1 :]),
        ):
            block.here = self._here
            if block.put(rows, changed):
                self._is_moving = True
                self.call_after_refresh(self._has_moved)

    def _has_moved(self) -> None:
        self._is_moving = False

    def _block_of(self, row: Row) -> Block:
        return self._below if row in self._below.rows else self._above

    def _repaint(self, row: Row) -> None:
        self._block_of(row).repaint(row)

    # The cursor

    def go_to(self, key: str, part: str | None = None) -> None:
        """Put the cursor on a line, and on one of its parts."""
        row = self.row(key)
        if row is None or not row.can_focus or row is self._edited:
            return
        if part is not None:
            row.put_part(part)
        was, self._here = self._here, row
        for block in (self._above, self._below):
            block.here = row
            block.repaint(was)
            block.repaint(row)
        block = self._block_of(row)
        if not block.has_focus:
            self.screen.set_focus(block, scroll_visible=False)
        self._reveal(row)

    def _reveal(self, row: Row) -> None:
        """Scroll so that a line is seen, once it has its place."""
        if self._is_moving or not self.is_attached or not self._above.size.width:
            self.call_after_refresh(self._scroll_in, row)
        else:
            self._scroll_in(row)

    def _scroll_in(self, row: Row) -> None:
        block = self._block_of(row)
        if row in block.rows and self.is_open:
            region = self._with_what_stands_still(block, row).translate(block.virtual_region.offset)
            self.scroll_to_region(region, animate=False, x_axis=False, immediate=True)

    def _with_what_stands_still(self, block: Block, row: Row) -> Region:
        """Return where a line stands; to the last one belongs what cannot be gone to below it, as far as it fits."""
        region = block.region_of(row)
        ways = self._ways()
        if not ways or row is not ways[-1]:
            return region
        height = min(block.height - region.y, self.content_size.height)
        return Region(region.x, region.y, region.width, max(region.height, height))

    def focus_here(self) -> None:
        """Give the lines the focus, the cursor where it was or on the first one."""
        if self._here is not None:
            self.go_to(self._here.key)
        else:
            self.action_edge(0)

    def _ways(self) -> list[Row]:
        return [row for row in self._lines if row.can_focus and row is not self._edited]

    def _beside(self, step: int) -> Row | None:
        """Return the line above or below the cursor, or None at either end."""
        current = self.current
        rows = [row for row in self._lines if row.can_focus]
        if current not in rows:
            return rows[0] if rows else None
        target = rows.index(current) + step
        return rows[target] if 0 <= target < len(rows) else None

    def action_move(self, step: int) -> None:
        """Move the cursor to the line above or below; a line longer than the window is read first."""
        if self._reads_on(step):
            return
        target = self._beside(step)
        if target is not None:
            self.go_to(target.key)
        elif step < 0:
            self.scroll_home(animate=False)

    def _reads_on(self, step: int) -> bool:
        row = self._here
        if row is None or row is self._edited or self._is_moving:
            return False
        seen = self.scrollable_content_region
        region = self.region_of(row)
        hidden = region.bottom - seen.bottom if step > 0 else seen.y - region.y
        if region.height <= seen.height or hidden <= 0:
            return False
        self.scroll_relative(y=step * min(hidden, seen.height - 2), animate=False)
        return True

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first or the last line."""
        rows = self._ways()
        if rows:
            self.go_to(rows[index].key)

    def action_tab(self, step: int) -> None:
        """Go to the next thing: a line, and behind the last one what stands beside the lines."""
        target = self._beside(step)
        if target is not None:
            self.go_to(target.key)
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_part(self, step: int) -> None:
        """Move over the parts of the line."""
        if self._here is not None:
            self._here.move_part(step)

    def action_choose(self, how: str) -> None:
        """Choose the part under the cursor, or the line."""
        if self._here is not None:
            self.post_message(self.Chosen(self._here, self._here.chosen, how))

    def action_take_away(self) -> None:
        """Ask for the line to be taken away."""
        if self._here is not None:
            self.post_message(self.TakenAway(self._here))

    def on_block_pressed(self, message: Block.Pressed) -> None:
        """Choose what was clicked; a click beside the parts only puts the cursor there."""
        message.stop()
        row = message.row
        self.go_to(row.key, message.part)
        if message.part is not None or not row.spec.parts:
            self.post_message(self.Chosen(row, message.part, "click"))

    # The field

    @property
    def entry(self) -> Entry | None:
        """The open field, or None."""
        return self._entry

    def ask(self, key: str, asked: Asked) -> bool:
        """Open a field in the place of a line; an open one is kept and closed first.

        False when the open one has something to be mended first, or there is no such line.
        """
        if self._entry is not None and not self._entry.let_go():
            self._entry.writing.focus()
            return False
        self._close()
        row = self.row(key)
        if row is None:
            return False
        from stepup.ui.widgets.entry import Entry  # a text area costs a fifth of the start

        self._edited = self._here = row
        self._entry = Entry(asked)
        self._entry.set_class(row.spec.gap, "-gap")
        self.add_class("-asking")
        self._share_out()
        self.mount(self._entry, after=self._above)
        return True

    def stop_asking(self) -> None:
        """Take the field away, whatever is in it."""
        if self._entry is not None:
            self._close()

    def begin_anew(self) -> None:
        """Let the cursor be on no line yet, and show the beginning."""
        self._here = None
        self.scroll_home(animate=False, immediate=True)

    def on_left(self, message: Left) -> None:
        """Take the field away and give its line back."""
        message.stop()
        if message.entry is not self._entry:
            return
        row = self._edited
        self._close()
        if row is None or row not in self._lines:
            return
        if message.how != "blur":
            self.go_to(row.key)
        if message.how in ("up", "down"):
            self.action_move(-1 if message.how == "up" else 1)
        self.post_message(self.FieldClosed(row.key, message.how))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the terminal's cursor on the field: an input method shows its words there."""
        super().watch_scroll_y(old_value, new_value)
        if self._entry is not None:
            self.call_after_refresh(self._entry.place_cursor)

    def _close(self) -> None:
        if self._entry is not None:
            if self._entry.writing.has_focus:
                # Else the focus is handed on when the field is gone, and the page scrolls to its top.
                self.screen.set_focus(self._above, scroll_visible=False)
            self._entry.remove()
        self._entry = self._edited = None
        self.remove_class("-asking")
        self._share_out()
