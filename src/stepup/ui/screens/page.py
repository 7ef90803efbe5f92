"""The frame every screen shares: rail, title, body, key line, and what Esc and undo do."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from stepup.i18n import N_, _
from stepup.ui.actions import ACTIONS, BY_ID, Action, key_name, keys_of
from stepup.ui.shell import Shell
from stepup.ui.widgets.frame import Called, KeyLine, Place, Rail, Title

FIRST = ("today", "goals", "journal")
"""The screens of the rail from the first day."""
LATER = ("rhythm", "stages", "work", "people", "share")
"""The screens that join them when they are first opened, so that no one is met by all at once."""
FOOT = ("anywhere.settings", "anywhere.hide", "anywhere.leave")
NARROW = 72
NARROW_RAIL = 5


class Frame(Screen[None]):
    """Rail, title and key line around an empty body: what is painted first."""

    DEFAULT_CSS = f"""
    Frame {{ layout: horizontal; background: $background; color: $foreground; }}
    Frame > Vertical {{ width: 1fr; height: 1fr; }}
    Frame.-narrow Rail {{ width: {NARROW_RAIL}; }}
    """
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - Textual's own form
    AUTO_FOCUS = ""
    PLACE: ClassVar[str] = "today"
    """The place whose actions work here."""
    NAME: ClassVar[str] = N_("Today")

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail(f"anywhere.{self.PLACE}")
        self.title_line = Title()
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """Lay out the frame and the body."""
        self.rail.show(self.rail_places())
        self.title_line.left = self.heading()
        self.show_keys()
        yield self.key_line
        yield self.rail
        with Vertical():
            yield self.title_line
            yield from self.body()

    def body(self) -> list[Widget]:
        """Return the widgets between title and key line."""
        return []

    @property
    def body_size(self) -> Size:
        """The cells and lines that a body alone gets, known before it is laid out."""
        width, height = self.app.size
        rail = NARROW_RAIL if width < NARROW else Rail.WIDTH
        return Size(width - rail, height - Title.HEIGHT - KeyLine.HEIGHT)

    def heading(self) -> str:
        """Return where and when, for the title."""
        return _(self.NAME)

    @property
    def stepup(self) -> Shell:
        """The app, as far as a page may use it."""
        return cast("Shell", self.app)

    # Frame

    def rail_places(self) -> list[Place]:
        """Return the lines of the rail in the language in use."""
        names = (*FIRST, *self.later_screens(), "more")
        return [self._place(BY_ID[f"anywhere.{name}"], foot=False) for name in names] + [
            self._place(BY_ID[action], foot=True) for action in FOOT
        ]

    def later_screens(self) -> tuple[str, ...]:
        """Return which of the later screens are in use."""
        return ()

    def _place(self, action: Action, *, foot: bool) -> Place:
        keys = keys_of(action, self.stepup.settings.keymap)
        letter = next((key for key in keys if len(key) == 1), "")
        short = min((key_name(key) for key in keys), key=len).replace("Ctrl+", "^")
        return Place(action.id, _(action.label), letter, foot=foot, key=short)

    def show_keys(self, hint: str = "") -> None:
        """Show the keys that matter here, or a hint while a field is open."""
        keymap = self.stepup.settings.keymap
        here = [action for action in ACTIONS if action.foot and action.place == self.PLACE]
        anywhere = [a for a in ACTIONS if a.foot and a.place == "anywhere"]
        days = self.day_keys()
        shown = [
            (action.id, key_name(keys_of(action, keymap)[0]), _(action.label))
            for action in (*reversed(anywhere), *here)
        ]
        self.key_line.show([*shown[:1], *days, *shown[1:]], hint)

    def day_keys(self) -> list[tuple[str, str, str]]:
        """Return keys that belong behind Help."""
        return []

    def on_called(self, message: Called) -> None:
        """Do what was chosen on the rail or the key line."""
        message.stop()
        self.stepup.do(message.action)

    def on_rail_back(self, message: Rail.Back) -> None:
        """Give the body the focus again."""
        message.stop()
        self.focus_body()

    def focus_body(self) -> None:
        """Put the cursor into the body."""

    def key_escape(self) -> None:
        """Go to the rail; a field takes Esc before this."""
        # The key itself goes on to the app: the rail is not to take it for its own way back.
        self.call_after_refresh(self.rail.focus)
