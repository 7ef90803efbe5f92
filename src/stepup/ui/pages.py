"""Every page by the name of its action; each is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from stepup.ui.session import Session

if TYPE_CHECKING:
    from stepup.ui.screens.book_page import BookPage

PEOPLE: Final = ("people", "talks", "visit_sheet", "needs", "appointments", "answers")
MAIN: Final = frozenset(
    {
        *("today", "goals", "journal", "rhythm", "stages", "days", "mood", "work", "income"),
        *("promises", "pieces", "strengths", "cards", "share"),
        *PEOPLE,
    }
)
"""Pages that stand in place of one another; the others lie over them."""


def _today(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.today import TodayPage

    return TodayPage(session)


def _goals(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.goals import GoalsPage

    return GoalsPage(session)


def _journal(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.journal import JournalPage

    return JournalPage(session)


def _rhythm(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.rhythm.sleep import SleepPage

    return SleepPage(session)


def _days(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.rhythm.days import DaysPage

    return DaysPage(session)


def _mood(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.rhythm.mood import MoodPage

    return MoodPage(session)


def _sheets(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.sheets import SheetsPage

    return SheetsPage(session)


def _stages(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.stages import StagesPage

    return StagesPage(session)


def _work(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.work.works import WorksPage

    return WorksPage(session)


def _income(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.work.income import IncomePage

    return IncomePage(session)


def _promises(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.work.promises import PromisesPage

    return PromisesPage(session)


def _pieces(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.work.pieces import PiecesPage

    return PiecesPage(session)


def _strengths(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.work.strengths import StrengthsPage

    return StrengthsPage(session)


def _cards(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.work.cards import CardsPage

    return CardsPage(session)


def _share(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.share.page import SharePage

    return SharePage(session)


def _more(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.more import MorePage

    return MorePage(session)


def _settings(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.settings import SettingsPage

    return SettingsPage(session)


def _safekeeping(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.safekeeping import SafekeepingPage

    return SafekeepingPage(session)


def _bring_in(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.bring_in import BringInPage

    return BringInPage(session)


def _search(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.search import SearchPage

    return SearchPage(session)


def _palette(session: Session, below: str) -> BookPage:
    from stepup.ui.screens.palette import PalettePage

    return PalettePage(session, below)


def _help(session: Session, below: str) -> BookPage:
    from stepup.ui.screens.help import HelpPage

    return HelpPage(session, below)


def _hard(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.hard import HardPage

    return HardPage(session)


def _join(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.join import JoinPage

    return JoinPage(session)


def _versions(session: Session, _below: str) -> BookPage:
    from stepup.ui.screens.versions import VersionsPage

    return VersionsPage(session)


def _corner(name: str) -> Callable[[Session, str], BookPage]:
    def load(session: Session, _below: str) -> BookPage:
        from stepup.ui.screens.corner_pages import CORNERS

        return CORNERS[name](session)

    return load


def _people(name: str) -> Callable[[Session, str], BookPage]:
    def load(session: Session, _below: str) -> BookPage:
        from stepup.ui.screens.people.pages import PAGES

        return PAGES[name](session)

    return load


_CORNERS: Final = ("review", "good_news", "open_later", "drawer", "own_numbers")
_PAGES: Final[dict[str, Callable[[Session, str], BookPage]]] = {
    "today": _today,
    "goals": _goals,
    "journal": _journal,
    "rhythm": _rhythm,
    "days": _days,
    "mood": _mood,
    "sheets": _sheets,
    "stages": _stages,
    "work": _work,
    "income": _income,
    "promises": _promises,
    "pieces": _pieces,
    "strengths": _strengths,
    "cards": _cards,
    "share": _share,
    "more": _more,
    "settings": _settings,
    "safekeeping": _safekeeping,
    "bring_in": _bring_in,
    "search": _search,
    "palette": _palette,
    "help": _help,
    "hard": _hard,
    "join": _join,
    "versions": _versions,
    **{name: _corner(name) for name in _CORNERS},
    **{name: _people(name) for name in PEOPLE},
}


NAMES: Final = frozenset(_PAGES)
"""The names under which pages are opened."""


def page_of(name: str, session: Session, below: str) -> BookPage:
    """Return a new page; `below` is the place on which a help or a menu is opened.

    Raises:
        Problem: it cannot be made.
        KeyError: there is no page of that name.
    """
    page = _PAGES[name](session, below)
    page.opened_as = name
    return page
