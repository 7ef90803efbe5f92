"""What every page has around its body: rail, title, key line. Each is one widget that draws itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stepup.ui.widgets.layout import pad


class Place(NamedTuple):
    """A line of the rail: an action's id, its name, its letter; `foot` stands at the bottom.

    `key` stands in its place on a narrow screen: its letter, or the name of another key, short.
    """

    action: str
    name: str
    letter: str = ""
    foot: bool = False
    key: str = ""


@dataclass
class Called(Message):
    """An action was chosen on the rail or the key line."""

    action: str


class Rail(Widget, can_focus=True):
    """The screens in use, and at the foot settings, hide, leave."""

    WIDTH = 13
    DEFAULT_CSS = f"""
    Rail {{ width: {WIDTH}; height: 1fr; padding: 1 0 0 1; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter,space", "open", show=False),
        Binding("right,escape,tab", "back", show=False),
    ]
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Back(Message):
        """The person goes back to the body."""

    def __init__(self, here: str) -> None:
        super().__init__()
        self._places: list[Place] = []
        self._here = here

    def show(self, places: Sequence[Place]) -> None:
        """Show places; the cursor is on the one where one is."""
        self._places = list(places)
        names = [place.action for place in self._places]
        self.set_reactive(Rail.cursor, names.index(self._here) if self._here in names else 0)
        self.refresh()

    def render(self) -> Content:
        """Return one line a place; the foot at the bottom."""
        top = [place for place in self._places if not place.foot]
        foot = [place for place in self._places if place.foot]
        blank = max(0, self.size.height - len(top) - len(foot) - 1)
        lines = [self._line(place) for place in top]
        lines += [Content("")] * blank
        lines += [self._line(place) for place in foot]
        return Content("\n").join(lines)

    def _line(self, place: Place) -> Content:
        narrow = self.size.width < 8
        on_cursor = self.has_focus and self._places[self.cursor] == place
        style = (
            "bold $accent underline"
            if on_cursor
            else "bold"
            if place.action == self._here
            else "$soft"
        )
        letter_style = "$accent" if place.action == self._here else "$soft"
        if narrow:
            return Content.styled(place.letter or place.key, style)
        gap = " " * max(1, self.size.width - 3 - cell_len(place.name))
        return Content.assemble((place.name, style), gap, (place.letter, letter_style))

    def _row_of(self, index: int) -> int:
        top = [place for place in self._places if not place.foot]
        if index < len(top):
            return index
        return self.size.height - len(self._places) + index - 1

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(self.cursor + step, len(self._places) - 1))

    def action_open(self) -> None:
        """Open what the cursor is on."""
        self.post_message(Called(self._places[self.cursor].action))

    def action_back(self) -> None:
        """Go back to the body."""
        self.post_message(self.Back())

    def on_click(self, event: events.Click) -> None:
        """Open what was clicked."""
        event.stop()
        row = event.y - self.gutter.top
        for index, place in enumerate(self._places):
            if self._row_of(index) == row:
                self.post_message(Called(place.action))


class Title(Widget):
    """Where and when; at the right end the places one is in, if there is room, and how saving stands."""

    HEIGHT = 2
    DEFAULT_CSS = f"""
    Title {{ height: {HEIGHT}; padding: 1 2 0 1; }}
    """
    left: reactive[str] = reactive("", layout=False)
    right: reactive[str] = reactive("", layout=False)
    places: reactive[str] = reactive("", layout=False)

    def render(self) -> Content:
        """Return both ends; a long right end gives way."""
        room = self.size.width - cell_len(self.left) - 2
        both = f"{self.places}   {self.right}"
        if self.places and cell_len(both) <= room:
            left = pad(self.left, self.size.width - cell_len(both))
            return Content.assemble((left, "bold"), (both, "$soft"))
        right = self.right if cell_len(self.right) <= room else ""
        if not right and self.right:
            right = Content(self.right).truncate(max(0, room), ellipsis=True).plain
        left = pad(self.left, self.size.width - cell_len(right))
        return Content.assemble((left, "bold"), (right, "$soft"))


class KeyLine(Widget):
    """The few keys that matter here; each can be clicked."""

    HEIGHT = 1
    """Lines that it takes while nothing longer is said there."""
    DEFAULT_CSS = f"""
    KeyLine {{ dock: bottom; height: auto; min-height: {HEIGHT}; max-height: 3; padding: 0 2 0 1; color: $soft; }}
    """
    BETWEEN = "   "

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str, str], ...] = ()
        self._hint = ""

    def show(self, keys: Sequence[tuple[str, str, str]], hint: str = "") -> None:
        """Show keys as (action id, key, words), or a hint in their place while writing."""
        if (tuple(keys), hint) == (self._keys, self._hint):
            return
        self._keys, self._hint = tuple(keys), hint
        self.refresh()
        width, height = self.size
        if self.get_content_height(self.size, self.size, width) != height:
            self.refresh(layout=True)

    def _spots(self) -> list[tuple[int, str, str, str]]:
        """Return what fits: first cell, action id, key, words."""
        spots, start = [], 0
        for action, key, words in self._keys:
            width = cell_len(f"{key} {words}")
            if start + width > self.size.width:
                break
            spots.append((start, action, key, words))
            start += width + len(self.BETWEEN)
        return spots

    def render(self) -> Content:
        """Return the keys, or the hint."""
        if self._hint:
            return Content.styled(self._hint, "$soft")
        pieces = [
            Content.assemble((key, "$accent"), (f" {words}", "$soft"))
            for _start, _action, key, words in self._spots()
        ]
        return Content(self.BETWEEN).join(pieces)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        event.stop()
        column = event.x - self.gutter.left
        for start, action, key, words in self._spots():
            if start <= column < start + cell_len(f"{key} {words}"):
                self.post_message(Called(action))
