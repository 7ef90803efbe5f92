"""The sleep picture: one line a day, 48 hours from noon to noon, over any number of years.

Only lines in sight are asked for and drawn, and a line that was drawn is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from stepup.domain.slept import Half
from stepup.ui.widgets.layout import pad
from stepup.ui.widgets.sleep_cells import fitting, half_row

REMEMBERED: Final = 2000
"""Lines kept as drawn; with more than these, all are drawn anew."""


class Source(NamedTuple):
    """Where the picture takes its days from, how it writes their names, and whom it tells.

    `half` is asked with the ordinal of the day of its first noon; `written` says whether
    anything stands about the sleep of a day; `moved` is told the day under the cursor. It is
    called at once: what it shows is then painted together with the cursor, not a frame later.
    """

    half: Callable[[int], Half]
    written: Callable[[date], bool]
    label: Callable[[date], str]
    moved: Callable[[date], None]


class Actogram(ScrollView, can_focus=True, inherit_bindings=False):
    """Line d shows the night before day d and all of what follows up to the next day's noon."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "actogram--day", "actogram--unwritten", "actogram--sleep", "actogram--here",
    }  # fmt: skip
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Actogram { height: 1fr; padding: 0 0 0 1; overflow-x: hidden; scrollbar-size: 1 1; scrollbar-color: $bar;
               scrollbar-background: $background; scrollbar-color-hover: $accent;
               scrollbar-color-active: $accent; scrollbar-background-hover: $background;
               scrollbar-background-active: $background;
        & > .actogram--day { color: $foreground; }
        & > .actogram--unwritten { color: $soft; }
        &:ansi > .actogram--unwritten { text-style: dim; }
        & > .actogram--sleep { color: $foreground; }
        & > .actogram--here { background: $here; text-style: $here-style; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter,space", "open", show=False),
    ]

    @dataclass
    class Opened(Message):
        """A day was chosen."""

        day: date

    @dataclass
    class LeftUpward(Message):
        """The cursor would go above the first line."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._first = self._last = self._here = date.min.toordinal()
        self._label_cells = 0
        self._ascii_only = False
        self._is_placed = False
        self._drawn: dict[int, Strip] = {}

    # What is shown

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return date.fromordinal(self._here)

    @property
    def first(self) -> date:
        """The day of the first line."""
        return date.fromordinal(self._first)

    @property
    def label_cells(self) -> int:
        """Cells of the column of dates, 0 without one."""
        return self._label_cells

    @property
    def half_cells(self) -> int:
        """Cells that 24 hours take at the present width."""
        return fitting(self.scrollable_content_region.width - self._label_cells) // 2

    def show(
        self, first: date, last: date, *, here: date | None, label_cells: int, ascii_only: bool
    ) -> None:
        """Show the days from `first` to `last`, drawn anew; the cursor goes to `here`, or stays."""
        self._label_cells, self._ascii_only = label_cells, ascii_only
        self._drawn.clear()
        self._first, self._last = first.toordinal(), last.toordinal()
        self.styles.max_height = self._last - self._first + 1
        self._fit()
        self._here = max(self._first, min((here or self.day).toordinal(), self._last))
        self.refresh()
        self.call_after_refresh(self._bring_into_sight)

    def begin_at(self, first: date) -> None:
        """Let the picture begin later or earlier; what is in sight stays in its place."""
        if self._first == first.toordinal():
            return
        below = self.max_scroll_y - self.scroll_offset.y
        self._first = first.toordinal()
        self._fit()
        self.go_to(self._here)
        self.scroll_to(y=self.max_scroll_y - below, animate=False, immediate=True, force=True)
        self.refresh()

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._last - self._first + 1)

    def on_resize(self) -> None:
        """Draw in the new width, and keep the cursor in sight."""
        self._drawn.clear()
        self._fit()
        self._bring_into_sight()
        self._is_placed = True

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        self._drawn.clear()
        super().notify_style_update()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Return one line of what is in sight.

        Before the cursor's place is found nothing is drawn: a year is read by being shown.
        """
        day = self._first + self.scroll_offset.y + y
        if day > self._last or not self._is_placed:
            return Strip.blank(self.scrollable_content_region.width, self.rich_style)
        if day == self._here and self.has_focus:
            return self._line(day, "actogram--here")
        drawn = self._drawn.get(day)
        if drawn is None:
            if len(self._drawn) >= REMEMBERED:
                self._drawn.clear()
            drawn = self._drawn[day] = self._line(day)
        return drawn

    def _line(self, number: int, *ground: str) -> Strip:
        day = date.fromordinal(number)
        cells = self.half_cells
        row = "".join(
            half_row(self._source.half(noon), cells, ascii_only=self._ascii_only)
            for noon in (number - 1, number)
        )
        written = "actogram--day" if self._source.written(day) else "actogram--unwritten"
        label = pad(self._source.label(day), self._label_cells) if self._label_cells else ""
        sleep = self.get_component_rich_style("actogram--sleep", *ground)
        named = Segment(label, self.get_component_rich_style(written, *ground))
        strip = Strip([named, Segment(row, sleep)])
        return strip.adjust_cell_length(self.scrollable_content_region.width, sleep)

    # Moving

    def action_move(self, step: int) -> None:
        """Go to the line above or below; above the first, out of the picture."""
        if self._here + step < self._first:
            self.post_message(self.LeftUpward())
        else:
            self.go_to(self._here + step)

    def action_page(self, step: int) -> None:
        """Go up or down by what is in sight."""
        self.go_to(self._here + step * max(1, self.scrollable_content_region.height - 1))

    def action_edge(self, last: int) -> None:
        """Go to the first or the last day."""
        self.go_to(self._last if last else self._first)

    def action_open(self) -> None:
        """Open the day under the cursor."""
        self.post_message(self.Opened(self.day))

    def go_to(self, day: int) -> None:
        """Put the cursor on a day, given by its ordinal, or on the nearest there is."""
        day = max(self._first, min(day, self._last))
        if day == self._here:
            return
        for changed in (self._here, day):
            self.refresh_line(changed - self._first)
        self._here = day
        self._bring_into_sight()
        self._source.moved(self.day)

    def _bring_into_sight(self) -> None:
        height = self.scrollable_content_region.height
        line, top = self._here - self._first, self.scroll_offset.y
        target = max(line - height + 1, min(line, top))
        if height and target != top:
            self.scroll_to(y=target, animate=False, immediate=True, force=True)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh_line(self._here - self._first)

    def on_blur(self) -> None:
        """Show no cursor where the keys do not go."""
        self.refresh_line(self._here - self._first)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line that was clicked; the line it is on is opened."""
        event.stop()
        day = self._first + self.scroll_offset.y + event.y - self.gutter.top
        if day == self._here:
            self.action_open()
        elif day <= self._last:
            self.go_to(day)
