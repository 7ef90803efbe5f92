"""An app that can be locked while it is open: by a key, after a while without input, and before it is stopped.

Locking takes every page away first, then saves and lets go of the notebook and its key. What stood in an open field
is a draft by then, sealed like everything else, and is gone on with after unlocking.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from textual import events
from textual.worker import Worker

from stepup.ui.keyboard import Keyboard

if TYPE_CHECKING:
    from stepup.domain.problem import Problem
    from stepup.notebook.locking import Key
    from stepup.ui.kept import KeptPages
    from stepup.ui.session import Session

PATIENCE = 5.0
"""Seconds that leaving and locking wait for the disk."""
_LOOK_EVERY: Final = 10.0
_SECONDS: Final = 60.0


class WayBack(NamedTuple):
    """Where one was: the day of Today's page, the pages upon it by name, and the draft of the open field."""

    day: date | None = None
    pages: tuple[str, ...] = ()
    draft: str = ""


def awake_and_asleep() -> float:
    """Return seconds that also pass while the computer sleeps, where the system counts them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Lockable(Keyboard):
    """What an app needs for its lock; `session` is None while it is locked and all is saved."""

    folder: Path
    session: Session | None = None
    _kept: KeptPages | None = None

    def __init__(self) -> None:
        super().__init__()
        self.idle_clock: Callable[[], float] = awake_and_asleep
        self._last_input = 0.0
        self._way_back = WayBack()
        self._letting_go: Worker[None] | None = None
        self._is_watching = False
        self.is_locked = False

    def open_with(self, key: Key | None) -> None:
        """Open the notebook and show its first page."""
        raise NotImplementedError

    def keep_drafts(self) -> None:
        """Write the draft of an open field at once."""
        raise NotImplementedError

    # When

    def watch_idleness(self) -> None:
        """Begin to look whether anyone is there, and lock before the program is stopped by a signal."""
        self._last_input = self.idle_clock()
        if self._is_watching:
            return
        self._is_watching = True
        self.set_interval(_LOOK_EVERY, self.lock_when_idle)
        stop = getattr(signal, "SIGTSTP", None)
        before = signal.getsignal(stop) if stop is not None else None
        if stop is None or not callable(before):
            return
        loop = asyncio.get_running_loop()

        def lock_first(*_signal: Any) -> None:
            loop.call_soon_threadsafe(self._lock_and_stop, before)

        signal.signal(stop, lock_first)

    async def on_event(self, event: events.Event) -> None:
        """Note that someone is there; the first key after a long while meets the lock."""
        if isinstance(event, (events.Key, events.Paste, events.MouseEvent)):
            if not event.is_forwarded and self.lock_when_idle():
                return
            self._last_input = self.idle_clock()
        await super().on_event(event)

    def lock_when_idle(self) -> bool:
        """Lock when nothing was typed for as long as the settings say; whether that was so."""
        session = self.session
        if session is None or self.is_locked or session.key is None:
            return False
        minutes = session.settings.idle_minutes
        if not minutes or self.idle_clock() - self._last_input < minutes * _SECONDS:
            return False
        self.lock_now()
        return True

    def _lock_and_stop(self, stop: Callable[..., Any]) -> None:
        """Lock, wait for the notebook to be let go, and only then be stopped."""

        async def go() -> None:
            self.lock_now()
            if self._letting_go is not None:
                await asyncio.wait(
                    [asyncio.ensure_future(self._letting_go.wait())], timeout=PATIENCE
                )
            stop(getattr(signal, "SIGTSTP", 0), None)

        if self.session is None or self.session.key is None:
            stop(getattr(signal, "SIGTSTP", 0), None)
        else:
            self.run_worker(go(), group="stop")

    # Locking

    def lock_now(self) -> None:
        """Take everything off the screen, save, and let go of notebook and key."""
        session = self.session
        if session is None or session.key is None or self.is_locked:
            return
        self._way_back = self._where_one_is()
        self.keep_drafts()
        self.cover()
        self._letting_go = self.run_worker(self._let_go(session), group="lock")

    def cover(self, doing: str = "") -> None:
        """Let nothing of the notebook be on the screen or in the app; ask for the passphrase, or say what is done."""
        from stepup.ui.screens.unlock import UnlockPage

        self.is_locked = True
        self.hold_keys()
        self._clipboard = ""
        while len(self.screen_stack) > 1:
            self._leave_top_page()
        if self._kept is not None:
            self._kept.let_all_go()
            self._kept = None
        self.push_screen(UnlockPage(self.folder, doing=doing))

    def _leave_top_page(self) -> None:
        rows = getattr(self.screen, "rows", None)
        if rows is not None:
            rows.stop_asking()  # its text is a draft by now, and not to be saved while it goes
        self.pop_screen()

    async def _let_go(self, session: Session) -> None:
        """Close the book once all of it is saved; until then the lock stands before it."""
        while self.session is session and self.is_locked:
            if await asyncio.to_thread(session.book.flush, PATIENCE):
                if self.is_locked:
                    self.close_session(session)
                return
            page = self.screen
            note = getattr(page, "tell_unsaved", None)
            if note is not None:
                note()
            await asyncio.sleep(1)

    def close_session(self, session: Session) -> None:
        """Let go of the book, which is saved, and of its key."""
        if session.book.close(PATIENCE):
            session.drafts.settle()
        session.drafts.close()
        self.session = None

    def _where_one_is(self) -> WayBack:
        from stepup.notebook.drafting import leads_back
        from stepup.ui.pages import NAMES
        from stepup.ui.screens.book_page import BookPage
        from stepup.ui.screens.day_page import DayPage

        pages = [page for page in self.screen_stack if isinstance(page, BookPage)]
        names = [page.opened_as for page in pages if page.opened_as in NAMES]
        days = [page.day for page in pages if isinstance(page, DayPage)]
        entries = [page.open_entry for page in pages if page.open_entry is not None]
        drafts = [one.asked.draft for one in entries if one.unsaved]
        return WayBack(
            day=days[-1] if days else None,
            pages=tuple(names),
            draft=next(filter(leads_back, drafts), ""),
        )

    # Unlocking

    def unlocked(self, key: Key | None) -> None:
        """Open the notebook again, at the place where it was left; without a key where the lock is gone."""
        self.is_locked = False
        self._last_input = self.idle_clock()
        if self.session is not None:  # what could not be saved kept it open
            if self._letting_go is not None:
                self._letting_go.cancel()
            self.show_session(self.session)
        else:
            self.open_with(key)
        self.call_after_refresh(self._go_back)

    def show_session(self, session: Session) -> None:
        """Show the first page of an open notebook."""
        raise NotImplementedError

    def action_show(self, name: str) -> None:
        """Open a page by its name."""
        raise NotImplementedError

    def _go_back(self) -> None:
        way, self._way_back = self._way_back, WayBack()
        session = self.session
        if session is None:
            return
        from stepup.ui.pages import MAIN
        from stepup.ui.screens.today import TodayPage

        page = self.screen
        if isinstance(page, TodayPage) and way.day is not None and way.day != page.day:
            page.turn_to(way.day)
            page.refresh_rows()
        # A page that lies over another is opened by its draft, upon the one below.
        names = [name for name in way.pages if name in MAIN or not way.draft]
        for name in names:
            if name != "today":
                self.action_show(name)
        if way.draft and isinstance(page, TodayPage):
            page.take_up(way.draft, on=names[-1] if names else "")

    # Moving between plain and locked

    def move_lock(self, act: Callable[[], Key | None], doing: str, done: str) -> None:
        """Close the notebook, set its lock or take it off, and open it again."""
        session = self.session
        if session is not None:
            self.run_worker(self._move(session, act, doing, done), group="lock")

    async def _move(
        self, session: Session, act: Callable[[], Key | None], doing: str, done: str
    ) -> None:
        from stepup.domain.problem import Problem as Refusal
        from stepup.i18n import _
        from stepup.words import problem_sentence

        if not await asyncio.to_thread(session.book.flush, PATIENCE):
            why = session.book.state.problem
            self.say(problem_sentence(why) if why else _("Saving is not done yet."))
            return
        key = session.key
        self._way_back = WayBack(pages=self._where_one_is().pages)
        self.cover(doing)
        self.close_session(session)
        said = done
        try:
            key = await asyncio.to_thread(act)
        except Refusal as problem:
            said = problem_sentence(problem)
        self.is_locked = False
        self.open_with(key)
        self.call_after_refresh(self._go_back)
        self.call_after_refresh(self.call_after_refresh, self._say_later, said)

    def _say_later(self, said: str) -> None:
        self.call_after_refresh(self.say, said)

    def locked_elsewhere(self, session: Session, problem: Problem) -> None:
        """Show the lock that another window has set, unless something here is not saved: that stays in sight."""
        if self.session is session and not session.book.unsaved() and self.refused(problem):
            self.close_session(session)

    def refused(self, problem: Problem) -> bool:
        """Whether a problem of opening is the lock's: then its page is shown instead."""
        from stepup.domain.problem import ProblemCode

        if problem.code not in (ProblemCode.LOCKED, ProblemCode.KEY_GONE):
            return False
        self.cover()
        return True
