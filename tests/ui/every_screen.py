"""Every screen there is, and what opens it: one that has no way here makes a test fail."""

import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

from textual.screen import Screen

import stepup.ui.screens
from stepup.domain.card import Occasion
from stepup.domain.share import PageForm
from stepup.domain.sheet import SheetTopic
from stepup.ui.app import StepupApp
from stepup.ui.pages import NAMES, page_of
from stepup.ui.screens.day_rows import DayRowsPage
from stepup.ui.screens.goal_page import GoalPage
from stepup.ui.screens.hidden import HiddenPage
from stepup.ui.screens.ideas import IdeasPage
from stepup.ui.screens.keymap import KeymapPage
from stepup.ui.screens.leave import LeavePage
from stepup.ui.screens.lock_change import ChangeLockPage, RemoveLockPage
from stepup.ui.screens.lock_set import SetLockPage
from stepup.ui.screens.people.beside import BesidePage
from stepup.ui.screens.people.rehearse import RehearsePage
from stepup.ui.screens.recovery_code import NewCodePage
from stepup.ui.screens.share.log import ShareLogPage
from stepup.ui.screens.share.preview import PreviewPage
from stepup.ui.screens.share.sealing import SealPage
from stepup.ui.screens.sheet_compare import EarlierPage
from stepup.ui.screens.sheet_page import SheetPage
from stepup.ui.screens.stage_page import StagePage
from stepup.ui.screens.unlock import UnlockPage
from stepup.ui.screens.welcome import WelcomePage
from stepup.ui.screens.work.files import FilesPage
from stepup.ui.screens.work.income_form import IncomeForm
from stepup.ui.screens.work.rehearsal import RehearsalPage
from stepup.ui.screens.write_out import WriteOutPage
from stepup.ui.session import Session


def _goal(session: Session) -> Screen[Any]:
    return GoalPage(session, session.goals.open()[0].id)


def _stage(session: Session) -> Screen[Any]:
    return StagePage(session, session.stages.shown()[0].id)


def _supporter(session: Session) -> Screen[Any]:
    return BesidePage(session, session.supporters.all()[0].id)


def _preview(session: Session) -> Screen[Any]:
    words = "\n".join(goal.text for goal in session.goals.open())
    return PreviewPage(session, words.encode(), PageForm.TEXT, lambda: None)


def _seal(session: Session) -> Screen[Any]:
    words = "\n".join(goal.text for goal in session.goals.open())
    return SealPage(session, "page.html.age", words.encode(), lambda _sealed: None)


_MADE: dict[type[Screen[Any]], Callable[[Session], Screen[Any]]] = {
    BesidePage: _supporter,
    EarlierPage: lambda session: EarlierPage(session, SheetTopic.NOW),
    GoalPage: _goal,
    HiddenPage: lambda _session: HiddenPage(),
    PreviewPage: _preview,
    SealPage: _seal,
    RehearsalPage: lambda session: RehearsalPage(session, Occasion.PHONE),
    SheetPage: lambda session: SheetPage(session, SheetTopic.NOW),
    StagePage: _stage,
    **{
        kind: kind
        for kind in (
            ChangeLockPage, DayRowsPage, FilesPage, IdeasPage, IncomeForm, KeymapPage, LeavePage,
            NewCodePage, RehearsePage,
            RemoveLockPage, SetLockPage, ShareLogPage, WelcomePage, WriteOutPage,
        )
    },
}  # fmt: skip
"""The screens that have no name of their own."""
LOCK = UnlockPage.__name__
WAYS = [*sorted(NAMES), *sorted(kind.__name__ for kind in _MADE), LOCK]
"""The names by which `open_screen` opens the screens."""


def open_screen(app: StepupApp, way: str) -> None:
    """Open a screen of the open notebook."""
    session = app.session
    assert session is not None
    if way == LOCK:
        app.lock_now()
    elif way in NAMES:
        app.action_show(way)
    else:
        make = next(make for kind, make in _MADE.items() if kind.__name__ == way)
        app.push_screen(make(session))


def screen_of(session: Session, way: str) -> str:
    """The name of the class that a way opens."""
    return type(page_of(way, session, "today")).__name__ if way in NAMES else way


def all_screens() -> set[str]:
    """The names of the classes of all screens of the program: those that no other one is made from."""
    for module in pkgutil.walk_packages(stepup.ui.screens.__path__, "stepup.ui.screens."):
        pkgutil.resolve_name(module.name)
    ours = {kind for kind in _below(Screen) if kind.__module__.startswith("stepup.")}
    return {kind.__name__ for kind in ours if not kind.__subclasses__()}


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
