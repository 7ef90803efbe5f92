"""The body of a page: lines one above the other, changed in place, and one field at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

if TYPE_CHECKING:
    from stepup.ui.widgets.asked import Asked
    from stepup.ui.widgets.entry import Entry, Left


class Rows(VerticalScroll):
    """Shows specs by key: a line whose key stays keeps its widget, its focus and its part."""

    DEFAULT_CSS = """
    Rows { height: 1fr; padding: 1 2 0 1; scrollbar-size: 1 1; scrollbar-color: $here;
           scrollbar-background: $background; scrollbar-color-hover: $soft;
           scrollbar-color-active: $accent; scrollbar-background-hover: $background;
           scrollbar-background-active: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]

    @dataclass
    class FieldClosed(Message):
        """The field was left and is gone."""

        key: str
        how: str

    def __init__(self) -> None:
        super().__init__(can_focus=False)
        self._first: list[Spec] = []
        self._entry: Entry | None = None
        self._edited: Row | None = None
        self._last = ""

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where the cursor is, for when it comes back from the rail or a menu."""
        if isinstance(event.widget, Row):
            self._last = event.widget.key

    def begin_with(self, specs: Iterable[Spec]) -> None:
        """Set the lines to be shown first; before it is composed."""
        self._first = list(specs)

    def compose(self) -> ComposeResult:
        """Lay out the first lines."""
        for spec in self._first:
            yield Row(spec)

    # Lines

    @property
    def is_open(self) -> bool:
        """Whether lines can be shown: it is there, and not on its way out."""
        return self.is_attached and not self._closing and not self._pruning

    @property
    def lines(self) -> list[Row]:
        """The lines, from top to bottom."""
        rows = (child for child in self.children if isinstance(child, Row))
        return [row for row in rows if not row.has_class("-leaving")]

    @property
    def current(self) -> Row | None:
        """The line that has the focus, or whose field has it, or that had it last."""
        if self._edited is not None:
            return self._edited
        focused = next((row for row in self.lines if row.has_focus), None)
        return focused or self.row(self._last)

    def row(self, key: str) -> Row | None:
        """Return the line with a key, or None."""
        return next((row for row in self.lines if row.key == key), None)

    def show(self, specs: Sequence[Spec]) -> None:
        """Show these lines; the focus stays on its line, or goes to the next one left."""
        before = self.current
        index = self.lines.index(before) if before in self.lines else 0
        old = {row.key: row for row in self.lines}
        wanted = {spec.key for spec in specs}
        with self.app.batch_update():
            for key, row in old.items():
                if key not in wanted and row is not self._edited:
                    row.add_class("-leaving")
                    row.remove()
            previous: Row | Entry | None = None
            for spec in specs:
                previous = self._place(spec, old.get(spec.key), previous)
        if before is not None and before.key not in wanted and before is not self._edited:
            left = [spec.key for spec in specs if not spec.still]
            if left:
                self.call_after_refresh(self.go_to, left[min(index, len(left) - 1)])

    def _place(self, spec: Spec, row: Row | None, previous: Row | Entry | None) -> Row | Entry:
        if row is None:
            row = Row(spec)
            if previous is None:
                self.mount(row, before=0 if self.children else None)
            else:
                self.mount(row, after=previous)
        else:
            row.show(spec)
            if previous is None:
                if self.children.index(row) > 0:
                    self.move_child(row, before=0)
            elif self.children.index(row) != self.children.index(previous) + 1:
                self.move_child(row, after=previous)
        if self._edited is row and self._entry is not None:
            return self._entry
        return row

    def go_to(self, key: str, part: str | None = None) -> None:
        """Put the cursor on a line, and on one of its parts."""
        row = self.row(key)
        if row is not None:
            row.focus()
            if part is not None:
                row.put_part(part)

    def action_move(self, step: int) -> None:
        """Move the cursor to the line above or below."""
        rows = [row for row in self.lines if row.can_focus and row.display]
        current = self.current
        if current in rows:
            target = rows.index(current) + step
            if 0 <= target < len(rows):
                rows[target].focus()
            elif target < 0:
                self.scroll_home(animate=False)
        elif rows:
            rows[0].focus()

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first or the last line."""
        rows = [row for row in self.lines if row.can_focus and row.display]
        if rows:
            rows[index].focus()

    # The field

    @property
    def entry(self) -> Entry | None:
        """The open field, or None."""
        return self._entry

    def ask(self, key: str, asked: Asked) -> bool:
        """Open a field in the place of a line; an open one is kept and closed first.

        False when the open one has something to be mended, or there is no such line.
        """
        if self._entry is not None and not self._entry.save_now():
            self._entry.writing.focus()
            return False
        self._close()
        row = self.row(key)
        if row is None:
            return False
        from stepup.ui.widgets.entry import Entry  # a text area costs a fifth of the start

        self._edited = row
        self._entry = Entry(asked)
        self._entry.set_class(row.spec.gap, "-gap")
        self.mount(self._entry, after=row)
        row.display = False
        return True

    def on_left(self, message: Left) -> None:
        """Take the field away and give its line back."""
        message.stop()
        if message.entry is not self._entry:
            return
        row = self._edited
        self._close()
        if row is None or not row.is_attached:
            return
        if message.how != "blur":
            row.focus()
        if message.how in ("up", "down"):
            self.action_move(-1 if message.how == "up" else 1)
        self.post_message(self.FieldClosed(row.key, message.how))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the terminal's cursor on the field: an input method shows its words there."""
        super().watch_scroll_y(old_value, new_value)
        if self._entry is not None:
            self.call_after_refresh(self._entry.place_cursor)

    def _close(self) -> None:
        if self._edited is not None:
            self._edited.display = True
        if self._entry is not None:
            self._entry.remove()
        self._entry = self._edited = None
