"""Changing the passphrase, and taking the lock off: both ask for the passphrase there is first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from stepup.domain.passphrase import parse_passphrase, strength
from stepup.domain.problem import Problem, ProblemCode
from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.locking import FOREVER, PLAIN_AGAIN, strength_words


class LockWorkPage(BookPage):
    """A page that makes keys on a thread, and says meanwhile what it does."""

    PLACE: ClassVar[str] = "lock"
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.doing = ""
        self.said = ""

    def told(self) -> list[Spec]:
        """Return the line that says what is done or was done, if there is something to say."""
        text = self.doing or self.said
        return [Spec("said", text=text, wide=True, still=True)] if text else []

    def work(self, doing: str, act: Callable[[], object], then: Callable[[], object]) -> None:
        """Do something slow on a thread, then something quick here; say why where it cannot be done."""
        self.doing, self.said = doing, ""
        self.run_worker(self._work(act, then), exclusive=True)

    async def _work(self, act: Callable[[], object], then: Callable[[], object]) -> None:
        try:
            await asyncio.to_thread(act)
        except Problem as problem:
            self.said = problem_sentence(problem)
        else:
            then()
        self.doing = ""
        self.refresh_rows()


class ChangeLockPage(LockWorkPage):
    """The passphrase there is, then a new one, twice; the recovery code stays."""

    NAME: ClassVar[str] = N_("Change the passphrase")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._key: locking.Key | None = None
        self._first = ""

    def specs(self) -> list[Spec]:
        """Return the lines of the step one is at."""
        if self.doing:
            return self.told()
        lines = [
            *self.told(),
            Spec("stays", text=_("The recovery code stays as it is."), wide=True, still=True),
            Spec("forever", text=_(FOREVER), wide=True, still=True, gap=True),
        ]
        if self._key is None:
            return [*lines, Spec("old", label=_("Passphrase"), text="･", gap=True)]
        lines.append(
            Spec("first", label=_("New one"), text="*" * 8 if self._first else "･", gap=True)
        )
        if self._first:
            lines += [
                Spec("strength", text=strength_words(strength(self._first)), soft=True, still=True),
                Spec("again", label=_("Once again"), text="･"),
            ]
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one thing
        """Open the field of a line."""
        self._ask(row.key)

    def _ask(self, key: str) -> None:
        keep = {"old": self._take_old, "first": self._take_first, "again": self._take_again}
        if key in keep:
            self.ask_secret(key, keep[key])

    def _take_old(self, typed: str) -> None:
        parse_passphrase(typed)
        folder, found = self.session.folder, []

        def open_it() -> None:
            found.append(locking.unlock(folder, typed))

        self.work(_("Looking; this takes a moment."), open_it, lambda: self._go_on(found[0]))

    def _go_on(self, key: locking.Key) -> None:
        self._key = key
        self.call_after_refresh(self._ask, "first")

    def _take_first(self, typed: str) -> None:
        parse_passphrase(typed)
        self._first = typed

    def _take_again(self, typed: str) -> None:
        first, key, self._first = self._first, self._key, ""
        if typed != first or key is None:
            return
        folder = self.session.folder
        self.work(
            _("Changing the passphrase; this takes a moment."),
            lambda: locking.change(folder, key, first),
            self._changed_it,
        )

    def _changed_it(self) -> None:
        self._key = None
        self.said = _("From now on the new passphrase opens the notebook.")

    def field_closed(self, key: str, how: str) -> None:
        """Go on with the next step after Enter."""
        if how == "enter" and key == "first" and self._first:
            self._ask("again")
        elif how == "enter" and key == "again" and not self.doing:
            self.ask_secret(
                "first",
                self._take_first,
                hint=problem_sentence(Problem(ProblemCode.PASSPHRASES_DIFFER)),
            )


class RemoveLockPage(LockWorkPage):
    """What taking the lock off means, and the passphrase."""

    NAME: ClassVar[str] = N_("Take the lock off")

    def specs(self) -> list[Spec]:
        """Return the lines."""
        if self.doing:
            return self.told()
        return [
            *self.told(),
            Spec("means", text=_(PLAIN_AGAIN), wide=True, still=True),
            Spec("old", label=_("Passphrase"), text="･", gap=True),
        ]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - there is one line
        """Ask for the passphrase."""
        self.ask_secret("old", self._take)

    def _take(self, typed: str) -> None:
        parse_passphrase(typed)
        folder, found = self.session.folder, []

        def open_it() -> None:
            found.append(locking.unlock(folder, typed))

        self.work(_("Looking; this takes a moment."), open_it, lambda: self._go(found[0]))

    def _go(self, key: locking.Key) -> None:
        folder = self.session.folder

        def take_off() -> None:
            locking.take_off(folder, key)

        self.stepup.move_lock(
            take_off,
            _("Taking the lock off: everything is written anew and read back."),
            _("The notebook has no lock any more."),
        )
