"""The lock's own page: asks for the passphrase, or takes the recovery code and a new passphrase."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from stepup.domain.problem import Problem, ProblemCode
from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.ui.screens.page import Frame
from stepup.ui.widgets.asked import Asked
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.rows import Rows
from stepup.words import problem_sentence

if TYPE_CHECKING:
    from stepup.notebook.locking import Key
    from stepup.ui.widgets.entry import Entry


class UnlockPage(Frame):
    """Nothing of the notebook is here. Making the key runs on a thread; the page says what it does."""

    PLACE: ClassVar[str] = "unlock"
    NAME: ClassVar[str] = N_("Locked")

    def __init__(self, folder: Path, doing: str = "") -> None:
        super().__init__()
        self.rows = Rows()
        self._folder = folder
        self._doing = doing
        self._said = ""
        self._found: Key | None = None
        self._first = ""
        self._asks_for = "passphrase"
        self._shows_calls = False

    def compose(self) -> ComposeResult:
        """Lay out title and lines, without the rail."""
        self.title_line.left = self.heading()
        self.rows.begin_with(self._specs(), self.body_size)
        yield self.key_line
        with Vertical():
            yield self.title_line
            yield self.rows

    def show_keys(self, hint: str = "") -> None:
        """Show what Enter does; the other keys do nothing here."""
        leave = ("anywhere.leave", "Ctrl+Q", _("Leave"))
        self.key_line.show([leave], hint)

    @property
    def open_entry(self) -> Entry | None:
        """No field of this page keeps a draft."""
        return None

    def _specs(self) -> list[Spec]:
        if self._doing:
            return [Spec("doing", text=self._doing, wide=True, still=True)]
        lines = [Spec("said", text=self._said, wide=True, still=True)] if self._said else []
        if self._found is not None:
            key = "again" if self._first else "new"
            label = _("Once again") if self._first else _("New one")
            text = _("The code is right. Now a new passphrase.")
            return [
                Spec("right", text=text, wide=True, still=True),
                *lines,
                Spec(key, label=label, text="･", gap=True),
            ]
        return [
            *lines,
            Spec("passphrase", label=_("Passphrase"), text="･", gap=bool(lines)),
            Spec("code", text=_("Open it with the recovery code"), wide=True, gap=True),
            Spec("leave", text=_("Leave"), wide=True),
            Spec("hard", text=_("For hard moments"), soft=True, wide=True, gap=True),
            *(self._calls() if self._shows_calls else ()),
        ]

    def _calls(self) -> list[Spec]:
        """Return where to call; the page of hard moments itself has words of the notebook."""
        from stepup.words.hard_moments import CALLS

        return [
            Spec(f"call:{number}", text=_(words), wide=True, still=True, gap=True)
            for number, words in enumerate(CALLS)
        ]

    def on_mount(self) -> None:
        """Ask at once; meanwhile what making a key needs is loaded."""
        self.run_worker(asyncio.to_thread(locking.prepare), group="prepare")
        self.call_after_refresh(self._ask_first)

    def _ask_first(self) -> None:
        self.stepup.release_keys()
        if not self._doing:
            self.choose("again" if self._first else "new" if self._found else self._asks_for)

    def choose(self, key: str) -> None:
        """Open the field of a line, or leave."""
        match key:
            case "passphrase":
                self._ask(key, self._try_passphrase)
            case "code":
                self._ask(
                    key,
                    self._try_code,
                    secret=False,
                    hint=_("The recovery code: eight groups of five"),
                )
            case "new":
                self._ask(key, self._take_first)
            case "again":
                self._ask(key, self._take_again)
            case "hard":
                self._shows_calls = not self._shows_calls
                self.rows.show(self._specs())
            case "leave":
                self.stepup.do("anywhere.leave")

    def _ask(
        self, key: str, keep: Callable[[str], object], *, secret: bool = True, hint: str = ""
    ) -> None:
        row = self.rows.row(key)
        label = row.spec.label if row is not None else ""
        wide = bool(row is not None and row.spec.wide)
        self.stepup.hold_keys()
        asked = Asked(keep=keep, label=label, hint=hint, wide=wide, secret=True, shown=not secret)
        if not self.rows.ask(key, asked):
            self.stepup.release_keys()
        self.show_keys(_("Enter opens"))

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Do what choosing a line does."""
        message.stop()
        self.choose(message.row.key)

    def on_opened(self) -> None:
        """Hand on what was typed while the field was being opened."""
        self.stepup.release_keys()

    def on_rows_field_closed(self, message: Rows.FieldClosed) -> None:
        """Show the keys again."""
        message.stop()
        self.show_keys()

    def key_escape(self) -> None:
        """Stay: there is nowhere to go back to."""
        self.rows.focus_here()

    def focus_body(self) -> None:
        """Put the cursor on the lines."""
        self.rows.focus_here()

    def tell_unsaved(self) -> None:
        """Say that something waits to be saved behind the lock."""
        if not self._said:
            self._show(_("Not everything is saved yet; it is tried again and again."))

    # What is typed

    def _try_passphrase(self, typed: str) -> None:
        self._asks_for = "passphrase"
        self._work(_("Opening; this takes a moment."), lambda: locking.unlock(self._folder, typed))

    def _try_code(self, typed: str) -> None:
        from stepup.domain.recovery import parse_code

        parse_code(typed)
        self._asks_for = "code"
        self._work(
            _("Looking at the code; this takes a moment."),
            lambda: locking.recover(self._folder, typed),
            recovering=True,
        )

    def _take_first(self, typed: str) -> None:
        from stepup.domain.passphrase import parse_passphrase, strength
        from stepup.words.locking import strength_words

        parse_passphrase(typed)
        self._first = typed
        self._show(strength_words(strength(typed)))

    def _take_again(self, typed: str) -> None:
        first, key = self._first, self._found
        if typed != first or key is None:
            self._first = ""
            self._show(problem_sentence(Problem(ProblemCode.PASSPHRASES_DIFFER)))
            return

        def change() -> Key:
            locking.change(self._folder, key, first)
            return key

        self._first = ""
        self._work(_("Changing the passphrase; this takes a moment."), change)

    def _work(self, doing: str, act: Callable[[], Key], *, recovering: bool = False) -> None:
        self._doing, self._said = doing, ""
        self.run_worker(self._do(act, recovering=recovering), group="unlock", exclusive=True)

    async def _do(self, act: Callable[[], Key], *, recovering: bool) -> None:
        self.rows.stop_asking()
        self.rows.show(self._specs())
        self.show_keys()
        try:
            key = await asyncio.to_thread(act)
        except Problem as problem:
            self._doing = ""
            if problem.code is ProblemCode.HAS_NO_LOCK and not recovering:
                self.stepup.unlocked(None)  # another window took it off
                return
            self._show(problem_sentence(problem))
            return
        if recovering:
            self._found, self._doing = key, ""
            self._show("")
        else:
            self.stepup.unlocked(key)

    def _show(self, said: str) -> None:
        """Show the lines anew with a sentence, and ask again."""
        self._said = said
        if self._doing:
            return
        self.rows.stop_asking()
        self.rows.show(self._specs())
        self.call_after_refresh(self._ask_first)
