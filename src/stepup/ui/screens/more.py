"""More: everything that is not on the rail."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_
from stepup.ui.actions import BY_ID
from stepup.ui.screens.action_lines import action_line
from stepup.ui.screens.book_page import BookPage
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

_PLACES = (
    "anywhere.rhythm",
    "anywhere.stages",
    "anywhere.work",
    "anywhere.people",
    "anywhere.share",
    "anywhere.sheets",
    "anywhere.search",
    "anywhere.hard",
    "anywhere.drawer",
    "anywhere.review",
    "anywhere.good_news",
    "anywhere.open_later",
    "anywhere.own_numbers",
    "anywhere.help",
    "anywhere.palette",
    "anywhere.safekeeping",
    "anywhere.bring_in",
    "anywhere.join",
    "anywhere.versions",
    "anywhere.settings",
)
# What these say and do is of the page that is underneath.
_ABOUT_A_PAGE = ("anywhere.help", "anywhere.palette")


class MorePage(BookPage):
    """One line a place."""

    PLACE: ClassVar[str] = "more"
    NAME: ClassVar[str] = N_("More")
    LAID_OVER: ClassVar[bool] = True

    def specs(self) -> list[Spec]:
        """Return the lines."""
        keymap = self.stepup.settings.keymap
        return [action_line(BY_ID[place], keymap) for place in _PLACES]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one place
        """Open a place; from one that lies over a page, Esc comes back here."""
        if row.key in _ABOUT_A_PAGE:
            self.dismiss()
        self.app.call_later(self.stepup.do, row.key)
