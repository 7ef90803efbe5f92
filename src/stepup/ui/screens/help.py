"""Help: what can be done where one is; Enter does it."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_, _
from stepup.ui.actions import ACTIONS, ANYWHERE, BY_ID
from stepup.ui.screens.action_lines import action_line
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

MOVING = (
    (N_("Arrows"), N_("move; Enter goes in, Esc comes back")),
    ("Tab", N_("the next thing")),
    ("Space", N_("chooses; on Today it is a meal")),
    ("Delete", N_("takes a line away; Undo brings it back")),
)
NOTES = (
    N_("With a Japanese input method on, arrows, Enter, Esc and the F keys always work."),
    N_("In tmux, the option escape-time 10 makes Esc answer at once. On a Mac, F keys need fn."),
)


class HelpPage(BookPage):
    """The actions of the page below and of everywhere, with their keys."""

    PLACE: ClassVar[str] = "help"
    NAME: ClassVar[str] = N_("Help")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, place: str) -> None:
        super().__init__(session)
        self._below = place

    def specs(self) -> list[Spec]:
        """Return the lines of the help."""
        lines = [action_line(BY_ID["anywhere.hard"], self.stepup.settings.keymap)]
        lines += self._actions(self._below, _("On this page"))
        lines += self._actions(ANYWHERE, _("Everywhere"))
        lines.append(_head("moving", _("Moving")))
        lines += [
            Spec(f"moving:{key}", label=_(key), text=_(does), still=True) for key, does in MOVING
        ]
        lines.append(_head("notes", _("Good to know")))
        lines += [Spec(f"note:{n}", text=_(note), wide=True) for n, note in enumerate(NOTES)]
        return lines

    def _actions(self, place: str, title: str) -> list[Spec]:
        keymap = self.stepup.settings.keymap
        lines = [_head(f"head:{place}", title)]
        lines += [
            action_line(action, keymap, all_keys=True)
            for action in ACTIONS
            if action.place == place and action.id != "anywhere.hard"
        ]
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one action
        """Do the action of a line on the page below."""
        action = row.key
        if action in BY_ID:
            self.dismiss()
            self.app.call_later(self.stepup.do, action)


def _head(key: str, text: str) -> Spec:
    return Spec(key, text=text, soft=True, wide=True, still=True, gap=True)
