"""The menu: every action by name, in kana, romaji or English."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_, _
from stepup.ui.actions import BY_ID, matches
from stepup.ui.screens.action_lines import action_line
from stepup.ui.screens.finder import FinderPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class PalettePage(FinderPage):
    """Every action that works on the page below."""

    NAME: ClassVar[str] = N_("Menu")
    PLACE: ClassVar[str] = "palette"

    def __init__(self, session: Session, place: str) -> None:
        super().__init__(session)
        self._below = place

    def specs(self) -> list[Spec]:
        """Return the actions the words in the field find."""
        query = self.field.text if self.field.is_attached else ""
        found = matches(query, self._below)
        if not found:
            return [Spec("none", text=_("Nothing of that name."), soft=True, wide=True, still=True)]
        keymap = self.stepup.settings.keymap
        return [action_line(action, keymap) for action in found]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one action
        """Do the action on the page below."""
        action = BY_ID[row.key]
        self.dismiss()
        self.app.call_later(self.stepup.do, action.id)
