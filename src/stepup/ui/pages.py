"""Every page by the name of its action; each is loaded when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stepup.ui.session import Session

if TYPE_CHECKING:
    from stepup.ui.screens.book_page import BookPage

MAIN: Final = frozenset({"today", "goals", "journal"})
"""Pages that stand in place of one another; the others lie over them."""


def page_of(name: str, session: Session, below: str) -> BookPage:  # noqa: PLR0911 - one line a page
    """Return a new page; `below` is the place on which a help or a menu is opened."""
    match name:
        case "goals":
            from stepup.ui.screens.goals import GoalsPage

            return GoalsPage(session)
        case "journal":
            from stepup.ui.screens.journal import JournalPage

            return JournalPage(session)
        case "more":
            from stepup.ui.screens.more import MorePage

            return MorePage(session)
        case "settings":
            from stepup.ui.screens.settings import SettingsPage

            return SettingsPage(session)
        case "safekeeping":
            from stepup.ui.screens.safekeeping import SafekeepingPage

            return SafekeepingPage(session)
        case "search":
            from stepup.ui.screens.search import SearchPage

            return SearchPage(session)
        case "palette":
            from stepup.ui.screens.palette import PalettePage

            return PalettePage(session, below)
        case "help":
            from stepup.ui.screens.help import HelpPage

            return HelpPage(session, below)
        case "hard":
            from stepup.ui.screens.hard import HardPage

            return HardPage(session)
        case _:
            from stepup.ui.screens.today import TodayPage

            return TodayPage(session)
