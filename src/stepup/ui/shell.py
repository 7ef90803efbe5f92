"""What a page may ask of the app, so that pages know no app and there is no circle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from stepup.i18n import Language
from stepup.settings import Settings

if TYPE_CHECKING:
    from stepup.notebook.locking import Key


class Shell(Protocol):
    """The app as its pages see it."""

    settings: Settings
    last_words: str
    """What is said in the terminal after the screen is gone."""

    def do(self, action: str) -> None:
        """Do an action of the registry by its id."""
        ...

    def say(self, sentence: str) -> None:
        """Say one sentence on the key line."""
        ...

    def copy(self, text: str) -> None:
        """Hand a text to the terminal's clipboard, because one asked for it."""
        ...

    def open_page(self, page: Screen[Any]) -> None:
        """Show a page in place of all others."""
        ...

    def lay_over(self, page: Screen[Any]) -> None:
        """Show a page over this one; Esc comes back."""
        ...

    def open_talk(self, talk_id: str, year: str) -> None:
        """Open a talk among those of its year."""
        ...

    def way_on(self, field: str, on: str = "") -> tuple[Callable[[], None], str] | None:
        """Return what opens the field of a draft on its own page, and the name to keep its text under."""
        ...

    def hold_keys(self) -> None:
        """Let keys wait until what is being opened can take them."""
        ...

    def release_keys(self) -> None:
        """Hand on the keys that waited."""
        ...

    def speak(self, chosen: Language) -> None:
        """Change the language at once, everywhere."""
        ...

    def leave(self, code: int) -> None:
        """End the program with a code."""
        ...

    def unlocked(self, key: Key | None) -> None:
        """Open the notebook with the key that the lock's page found, or without where the lock is gone."""
        ...

    def move_lock(self, act: Callable[[], Key | None], doing: str, done: str) -> None:
        """Close the notebook, set its lock or take it off, and open it again; say what is done and was done."""
        ...

    async def action_leave(self) -> None:
        """Save and leave, or say why that is not possible."""
        ...
