"""The app: what is open, which screen is shown, and what works everywhere.

The frame is painted before the notebook is read; keys pressed meanwhile wait their turn.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import Screen

from stepup.crash import crash_sentence
from stepup.i18n import Language, _, language, set_language
from stepup.settings import Settings
from stepup.ui.actions import BY_ID, bindings
from stepup.ui.lockable import PATIENCE, Lockable
from stepup.ui.screens.page import Frame
from stepup.ui.theme import themes

if TYPE_CHECKING:
    from stepup.domain.day import Clock
    from stepup.domain.problem import Problem
    from stepup.notebook.book import SaveState
    from stepup.notebook.locking import Key
    from stepup.ui.screens.book_page import BookPage
    from stepup.ui.session import Session

T = TypeVar("T")
COULD_NOT = 1


class StepupApp(Lockable):
    """stepup in a terminal."""

    TITLE = "stepup"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("anywhere")]
    CSS = "Screen { background: $background; color: $foreground; }"

    def __init__(self, folder: Path, settings: Settings, clock: Clock | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.clock = clock
        self.settings = settings
        self.last_words = ""
        self.at_the_end: Callable[[], None] = lambda: None
        """What is still to be done when the terminal is closed."""
        self.problem: Problem | None = None
        self.animation_level = "none"
        for theme in themes():
            self.register_theme(theme)
        self.theme = settings.theme
        self.set_keymap(settings.keymap)

    def get_default_screen(self) -> Screen[Any]:
        """Return the frame that is painted before anything is read."""
        return Frame()

    # Opening and ending

    def on_mount(self) -> None:
        """Listen for the window being closed."""
        loop = asyncio.get_running_loop()
        self._event_loop = loop
        loop.set_exception_handler(self._fault_in_the_loop)
        for name, act in (("SIGHUP", self._window_closed), ("SIGTERM", self._asked_to_end)):
            with suppress(NotImplementedError, AttributeError, ValueError, RuntimeError):
                loop.add_signal_handler(getattr(signal, name), act)

    def on_ready(self) -> None:
        """Open the notebook, now that the frame is painted."""
        self.open_with(None)

    def open_with(self, key: Key | None) -> None:
        """Open the notebook and show Today; where it is locked, its lock."""
        from stepup.domain.problem import Problem as Refusal
        from stepup.ui.session import open_session

        try:
            self.session = open_session(
                self.folder,
                self.settings,
                clock=self.clock,
                key=key,
                on_state=self._from_writer(self._show_state),
                on_foreign=self._from_writer(self._someone_wrote),
            )
            self.show_session(self.session)
        except Refusal as problem:
            if key is not None or not self.refused(problem):
                self.problem = problem
                self.exit(COULD_NOT)

    def show_session(self, session: Session) -> None:
        """Show the first page of the open notebook."""
        from stepup.ui.kept import KeptPages
        from stepup.ui.screens.today import TodayPage

        page = TodayPage(session)
        page.opened_as = "today"
        self.hold_keys()
        while len(self.screen_stack) > 1:  # the lock's page
            self.pop_screen()
        self._kept = KeptPages(self, session)
        self._kept.keep("today", page)
        first: Screen[Any] = page
        self.push_screen(page)
        if not session.book.preferences.welcomed and session.book.read_only is None:
            from stepup.ui.screens.welcome import WelcomePage

            first = WelcomePage(session)
            self.push_screen(first)
        first.call_after_refresh(self._settle)
        if session.key is not None:
            self.watch_idleness()

    def _settle(self) -> None:
        """Collect garbage again, but not what start-up made."""
        gc.freeze()
        gc.enable()

    def _from_writer(self, show: Callable[[T], None]) -> Callable[[T], None]:
        """Return a callback for the writer's thread that never waits for this one."""

        def tell(value: T) -> None:
            with suppress(RuntimeError):  # the loop has ended
                self._event_loop.call_soon_threadsafe(show, value)

        return tell

    def _show_state(self, state: SaveState) -> None:
        if self.session is not None:
            self.session.drafts.settle()
        page = self.book_page
        if page is not None:
            page.show_state(state)

    def _someone_wrote(self, shards: frozenset[str]) -> None:
        if self.session is not None:
            self.session.book.reload(shards)

    def watch_app_focus(self, focus: bool) -> None:
        """Look for what another window wrote; a field keeps its focus while one looks away."""
        if focus and self.session is not None:
            self.run_worker(self._look_for_others(self.session), group="others")

    async def _look_for_others(self, session: Session) -> None:
        """Look on a thread, since a running save may make it wait."""
        from stepup.domain.problem import Problem as Refusal

        try:
            session.book.reload(await asyncio.to_thread(session.book.look))
        except Refusal as problem:
            self.locked_elsewhere(session, problem)

    def _window_closed(self) -> None:
        """The terminal is gone: keep what is being written, save, end."""
        try:
            self._keep_everything()
            self.at_the_end()
        finally:
            os._exit(129)

    def _asked_to_end(self) -> None:
        self._keep_everything()
        self.exit(143)

    def _keep_everything(self) -> None:
        """Write the draft of an open field and what is not saved yet, at once."""
        self.keep_drafts()
        if self.session is not None:
            if self.session.book.close(PATIENCE):
                self.session.drafts.settle()
            self.session.drafts.close()

    def keep_drafts(self) -> None:
        """Write the draft of an open field at once."""
        for screen in self.screen_stack:
            entry = getattr(screen, "open_entry", None)
            if entry is not None:
                entry.draft_now()

    async def action_leave(self) -> None:
        """Save and leave; when saving is not possible, say so and offer ways."""
        page = self.book_page
        if page is not None and not page.close_entry():
            return  # the first time, its sentence is to be read
        if self.is_locked and self.session is not None:
            saved = await asyncio.to_thread(self.session.book.flush, PATIENCE)
            self.leave(0) if saved else self.say(_("Not everything is saved yet; open the lock."))
            return
        if self.session is None or await asyncio.to_thread(self.session.book.flush, PATIENCE):
            self.leave(0)
            return
        from stepup.ui.screens.leave import LeavePage

        self.last_words = ""
        self.lay_over(LeavePage(self.session))

    def leave(self, code: int) -> None:
        """End the program with a code; what is saved is saved."""
        if self.session is not None:
            if self.session.book.close(0 if code else PATIENCE):
                self.session.drafts.settle()
            self.session.drafts.close()
        self.exit(code)

    # Faults of our own

    def _fatal_error(self) -> None:
        """Say type and place of a fault, never a value; what is being written becomes a draft."""
        error = self._exception
        with suppress(Exception):
            self._keep_everything()
        if error is not None:
            self.last_words = crash_sentence(type(error), error.__traceback__)
        self._close_messages_no_wait()

    def _fault_in_the_loop(self, _loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        """Meet a mistake that nobody waits for as any other; asyncio would print it with its values."""
        error = told.get("exception")
        if isinstance(error, Exception) and self.is_running:
            self._handle_exception(error)

    def panic(self, *_renderables: Any) -> None:
        """Do the same for errors that would draw themselves."""
        self._return_code = COULD_NOT
        self._fatal_error()

    # Screens

    @property
    def book_page(self) -> BookPage | None:
        """The page of the notebook that is open, under whatever lies on it."""
        from stepup.ui.screens.book_page import BookPage as Page

        pages = [screen for screen in self.screen_stack if isinstance(screen, Page)]
        return pages[-1] if pages else None

    def do(self, action: str) -> None:
        """Do an action of the registry by its id."""
        place, _dot, name = action.partition(".")
        if place == "anywhere":
            self.call_next(self.run_action, f"app.{BY_ID[action].call}")
        elif place == self.place:
            self.call_next(self.run_action, f"screen.{name}")
        else:  # its page is opened first
            self.action_show(place)
            self.call_after_refresh(self.run_action, f"screen.{name}")

    def open_page(self, page: Screen[Any]) -> None:
        """Show a page in place of all others."""
        current = self.book_page
        if current is not None and not current.leave_field():
            return
        self.hold_keys()
        while len(self.screen_stack) > 2:  # the frame stays at the bottom, one page upon it
            self.pop_screen()
        if len(self.screen_stack) == 1:
            self.push_screen(page)
        elif page is not self.screen:
            self.switch_screen(page)

    def lay_over(self, page: Screen[Any]) -> None:
        """Show a page over this one; Esc comes back. A page of the same kind is not laid twice."""
        if type(self.screen) is type(page):
            return
        current = self.book_page
        if current is None or current.close_entry():
            self.hold_keys()
            self.push_screen(page)

    def open_talk(self, talk_id: str, year: str) -> None:
        """Open a talk among those of its year."""
        from stepup.ui.screens.people.talks import TalksPage

        if self.session is not None:
            self.open_page(TalksPage(self.session, year=year, opened=talk_id))

    def way_on(self, field: str, on: str = "") -> tuple[Callable[[], None], str] | None:
        """Return what opens the field of a draft on its own page, and the name to keep its text under.

        `on` is the page it stood on, where that is known.
        """
        from stepup.ui.draft_pages import page_of_draft

        found = page_of_draft(self.session, field, on) if self.session is not None else None
        if found is None:
            return None
        page, kept = found
        show = self.lay_over if page.LAID_OVER else self.open_page
        return partial(show, page), kept

    @property
    def _unhidden(self) -> Session | None:
        """The open notebook, unless everything is hidden."""
        from stepup.ui.screens.hidden import HiddenPage

        hidden = self.is_locked or isinstance(self.screen, HiddenPage)
        return None if hidden else self.session

    def action_show(self, name: str) -> None:
        """Open a page by the name of its action."""
        if self._unhidden is None or self._kept is None:
            return
        from stepup.domain.problem import Problem as Refusal
        from stepup.ui.pages import MAIN
        from stepup.words import problem_sentence

        try:
            page = self._kept.page(name, self.place)
        except Refusal as problem:
            self.say(problem_sentence(problem))
            return
        if name in MAIN:
            self.open_page(page)
        else:
            self.lay_over(page)

    @property
    def place(self) -> str:
        """The place whose actions work on the page underneath."""
        page = self.book_page
        return page.PLACE if page is not None else "today"

    def action_hide(self) -> None:
        """Hide everything at once, a field's text too, which is kept; where there is a lock, lock."""
        session = self._unhidden
        if session is not None and session.key is not None:
            self.lock_now()
        elif session is not None:
            from stepup.ui.screens.hidden import HiddenPage

            self.keep_drafts()
            self.push_screen(HiddenPage())

    def action_help_quit(self) -> None:
        """Answer Ctrl+C, which some people try first."""
        self.say(_("Ctrl+Q saves and leaves."))

    def say(self, sentence: str) -> None:
        """Say one sentence on the key line of the page."""
        page = self.screen
        if isinstance(page, Frame):
            page.show_keys(sentence)

    def copy(self, text: str) -> None:
        """Hand a text to the terminal's clipboard, because one asked for it."""
        self.copy_to_clipboard(text)
        self.say(_("Copied. If it cannot be pasted, please copy it from the screen by hand."))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._turn("undo", _("Undone: {what}."), _("There is nothing to undo."))

    def action_redo(self) -> None:
        """Do what was taken back once more."""
        self._turn("redo", _("Done again: {what}."), _("There is nothing to do again."))

    def _turn(self, verb: str, done: str, nothing: str) -> None:
        from stepup.domain.problem import Problem as Refusal
        from stepup.words import problem_sentence
        from stepup.words.labels import label_words

        session = self._unhidden
        if session is None:
            return
        try:
            change = session.book.undo() if verb == "undo" else session.book.redo()
        except Refusal as problem:
            self.say(problem_sentence(problem))
        else:
            self.say(done.format(what=label_words(change.label)) if change else nothing)

    def speak(self, chosen: Language) -> None:
        """Change the language at once, everywhere."""
        set_language(chosen)
        if language() == chosen:
            self.action_show("today")
