"""Pages on which keys are made: what is slow is done on a thread, and a new passphrase is typed twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from stepup.domain.passphrase import parse_passphrase, strength
from stepup.domain.problem import Problem, ProblemCode
from stepup.i18n import _
from stepup.notebook import locking
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.locking import strength_words


class KeyWorkPage(BookPage):
    """A page that makes keys on a thread, and says meanwhile what it does."""

    PLACE: ClassVar[str] = "lock"
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.doing = ""
        self.said = ""

    def focus_body(self) -> None:
        """Begin with the first field, if the page asks for something."""
        super().focus_body()
        if not self.doing and self.rows.entry is None:
            self.ask_first()

    def ask_first(self) -> None:
        """Open the first field of the page, if there is one."""
        if self.rows.row("old") is not None:
            self.ask_old()

    def ask_old(self) -> None:
        """Open the field for the passphrase there is."""
        self.ask_secret("old", self.unlock_with)

    def go_on_with(self, key: locking.Key) -> None:
        """Go on with the key that the passphrase there is has opened."""
        raise NotImplementedError

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Open the field of a line."""
        if row.key == "old":
            self.ask_old()
        else:
            super().choose(row, part, how)

    def told(self) -> list[Spec]:
        """Return the line that says what is done or was done, if there is something to say."""
        text = self.doing or self.said
        return [Spec("said", text=text, wide=True, still=True)] if text else []

    def work(self, doing: str, act: Callable[[], object], then: Callable[[], object]) -> None:
        """Do something slow on a thread, then something quick here; say why where it cannot be done.

        Nothing comes of it once the page was left.
        """
        self.doing, self.said = doing, ""
        self.run_worker(self._work(act, then), exclusive=True)

    def change(self, doing: str, act: Callable[[], object], done: str) -> None:
        """Change a key on a thread and go; what that came to is said wherever one is by then."""
        self.doing, self.said = doing, ""
        self.app.run_worker(self._change(act, done), group="keys")

    async def _change(self, act: Callable[[], object], done: str) -> None:
        is_done = await self._work(act, lambda: None)
        is_left = self.app.screen is not self
        if is_done and not is_left:
            self.dismiss()
        if is_done or is_left:
            self.app.call_later(self.stepup.say, done if is_done else self.said)

    def unlock_with(self, typed: str) -> None:
        """Open the notebook's key with a passphrase, on the thread, and go on with it; ask again where it is wrong.

        Raises:
            Problem: passphrase_empty, passphrase_long.
        """
        parse_passphrase(typed)
        folder, found = self.session.folder, []

        def open_it() -> None:
            found.append(locking.unlock(folder, typed))

        self.work(_("Looking; this takes a moment."), open_it, lambda: self.go_on_with(found[0]))

    async def _work(self, act: Callable[[], object], then: Callable[[], object]) -> bool:
        try:
            await asyncio.to_thread(act)
            self.doing = ""
            then()
        except Problem as problem:
            self.doing, self.said = "", problem_sentence(problem)
            self.call_after_refresh(self.ask_first)
        self.refresh_rows()
        return not self.said


class NewPassphrasePage(KeyWorkPage):
    """A page on which a passphrase is made: typed, judged in plain words, and typed once more."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._typed = ""
        self._is_same = False

    def passphrase_lines(self, label: str) -> list[Spec]:
        """Return the lines of the two fields, and of what is said between them."""
        lines = [Spec("first", label=label, text="*" * 8 if self._typed else "･", gap=True)]
        if self._typed:
            said = strength_words(strength(self._typed))
            lines += [
                Spec("strength", text=said, soft=True, still=True),
                Spec("again", label=_("Once again"), text="･"),
            ]
        return lines

    def ask_first(self) -> None:
        """Begin with the passphrase there is, or with the new one."""
        if self.rows.row("first") is not None and not self._typed:
            self.ask_passphrase()
        else:
            super().ask_first()

    def ask_passphrase(self, hint: str = "") -> None:
        """Open the first of the two fields."""
        self.ask_secret("first", self._take_first, hint=hint)

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Open the field of a line."""
        if row.key == "first":
            self.ask_passphrase()
        elif row.key == "again":
            self.ask_secret("again", self._take_again)
        else:
            super().choose(row, part, how)

    def take_passphrase(self, typed: str) -> None:
        """Go on with a passphrase that was typed twice."""
        raise NotImplementedError

    def _take_first(self, typed: str) -> None:
        parse_passphrase(typed)
        self._typed = typed

    def _take_again(self, typed: str) -> None:
        self._is_same = typed == self._typed

    def field_closed(self, key: str, how: str) -> None:
        """Go on with the next step after Enter."""
        if how != "enter":
            return
        if key == "first" and self._typed:
            self.ask_secret("again", self._take_again)
        elif key == "again":
            typed, self._typed = self._typed, ""
            if self._is_same:
                self.take_passphrase(typed)
            self.refresh_rows()
            if not self._is_same:
                self.ask_passphrase(problem_sentence(Problem(ProblemCode.PASSPHRASES_DIFFER)))
