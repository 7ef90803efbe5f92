"""Keys: every action's key can be changed; what is taken is said."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from stepup.i18n import N_, _
from stepup.ui.actions import ACTIONS, ANYWHERE, BY_ID, Action, keys_of, shown_keys
from stepup.ui.keys import folded
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

# Keys that lead out of anything, so that nobody can lock themselves in; and those of every page.
_FIXED = {
    "escape", "enter", "tab", "shift+tab", "space", "up", "down", "left", "right", "home", "end",
    "delete", "backspace", "ctrl+q", "ctrl+c", "1", "2", "3", "4", "5",
}  # fmt: skip


class KeymapPage(BookPage):
    """The actions with their keys; Enter, then the new key; Delete brings the first ones back."""

    PLACE: ClassVar[str] = "keymap"
    NAME: ClassVar[str] = N_("Keys")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._waiting_for = ""

    @property
    def takes_text(self) -> bool:
        """Whether the next key is meant as it is."""
        return bool(self._waiting_for)

    def specs(self) -> list[Spec]:
        """Return one line an action."""
        keymap = self.session.settings.keymap
        return [
            Spec(
                action.id,
                label=shown_keys(keys_of(action, keymap)) or "･",
                text=_(action.label),
                after=_("changed") if action.id in keymap else "",
            )
            for action in ACTIONS
        ]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one action
        """Wait for the new key."""
        self._waiting_for = row.key
        self.call_later(self.stepup.say, _("Press the new key; Esc leaves it as it is."))

    def on_key(self, event: events.Key) -> None:
        """Take the key that was waited for."""
        if not self._waiting_for:
            return
        event.stop()
        event.prevent_default()
        event = folded(event)
        action, self._waiting_for = BY_ID[self._waiting_for], ""
        if event.key == "escape":
            self.show_keys()
            return
        taken = self._taken_by(event.key, action)
        if taken is not None:
            said = _("That key does something else already: {action}").format(action=_(taken.label))
            self.stepup.say(said)
        elif event.key in _FIXED:
            self.stepup.say(_("That key stays as it is."))
        else:
            self._keep({**self.session.settings.keymap, action.id: event.key})

    def _taken_by(self, key: str, action: Action) -> Action | None:
        keymap = self.session.settings.keymap
        places = {action.place, ANYWHERE}
        for other in ACTIONS:
            shares = other.place in places or action.place == ANYWHERE
            if other is not action and shares and key in keys_of(other, keymap):
                return other
        return None

    def take_away(self, row: Row) -> None:
        """Bring an action's first keys back."""
        keymap = {
            action: key for action, key in self.session.settings.keymap.items() if action != row.key
        }
        self._keep(keymap)

    def _keep(self, keymap: dict[str, str]) -> None:
        self.attempt(lambda: self.session.set(keymap=keymap))
        self.stepup.settings = self.session.settings
        self.app.set_keymap(keymap)
        self.refresh_rows()
