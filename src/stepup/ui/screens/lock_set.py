"""Setting a lock: what cannot be undone, the passphrase twice, the recovery code, and only then the lock."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.passphrase import parse_passphrase, strength
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.recovery import parse_code
from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.notebook.keeping import named_file, write_new
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.locking import (
    COPIES,
    FOREVER,
    SHOWN_ONCE,
    code_lines,
    code_sheet,
    strength_words,
)


class SetLockPage(BookPage):
    """Step by step; Esc leaves and nothing is locked."""

    PLACE: ClassVar[str] = "lock"
    NAME: ClassVar[str] = N_("Lock")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._first = ""
        self._is_same = False
        self._code = ""
        self._kept_as = ""

    def specs(self) -> list[Spec]:
        """Return the lines of the step one is at."""
        return self._code_lines() if self._is_same else self._passphrase_lines()

    def _passphrase_lines(self) -> list[Spec]:
        lines = [
            _told("what", _("With a lock, the notebook opens only with a passphrase.")),
            _told("forever", _(FOREVER), gap=True),
            _told("copies", _(COPIES), gap=True),
            Spec("first", label=_("Passphrase"), text="*" * 8 if self._first else "･", gap=True),
        ]
        if self._first:
            lines += [
                Spec("strength", text=strength_words(strength(self._first)), soft=True, still=True),
                Spec("again", label=_("Once again"), text="･"),
            ]
        return lines

    def _code_lines(self) -> list[Spec]:
        upper, lower = code_lines(self._code)
        after = _("kept as {file}").format(file=self._kept_as) if self._kept_as else ""
        return [
            _told("once", _(SHOWN_ONCE)),
            Spec("upper", text=upper, heading=True, wide=True, still=True, gap=True, inset=4),
            Spec("lower", text=lower, heading=True, wide=True, still=True, inset=4),
            Spec(
                "file", text=_("Write it into a file, to print"), after=after, wide=True, gap=True
            ),
            Spec("typed", text=_("Type it from your paper; then the lock is set"), wide=True),
        ]

    def focus_body(self) -> None:
        """Begin with the passphrase."""
        super().focus_body()
        if not self._first and self.rows.entry is None:
            self.rows.go_to("first")

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one thing
        """Open the field of a line."""
        match row.key:
            case "first":
                self.ask_secret("first", self._take_first)
            case "again":
                self.ask_secret("again", self._take_again)
            case "file":
                self.ask(
                    "file",
                    self._write,
                    hint=_("Where to: the name of a new file"),
                    label="",
                    only_enter="writes",
                )
            case "typed":
                self.ask_secret(
                    "typed",
                    self._take_typed,
                    hint=_("The recovery code: eight groups of five"),
                    shown=True,
                )

    def _take_first(self, typed: str) -> None:
        parse_passphrase(typed)
        self._first = typed

    def _take_again(self, typed: str) -> None:
        if typed != self._first:
            self._first = ""
            return
        self._code = locking.new_code()
        self._is_same = True

    def _take_typed(self, typed: str) -> None:
        if parse_code(typed) != self._code:
            raise Problem(ProblemCode.WRONG_RECOVERY_CODE)
        folder, passphrase, code = self.session.folder, self._first, self._code
        self.stepup.move_lock(
            lambda: locking.set_lock(folder, passphrase, code),
            _("Locking: everything is encrypted and read back. This takes a moment."),
            _("The notebook is locked. Ctrl+L locks it at once."),
        )

    def _write(self, typed: str) -> None:
        if not typed.strip():
            return
        path = named_file(typed)
        write_new(path, code_sheet(self._code).encode())
        self._kept_as = path.name

    def field_closed(self, key: str, how: str) -> None:
        """Go on with the next step after Enter."""
        if how != "enter":
            return
        if key == "first" and self._first:
            self.ask_secret("again", self._take_again)
        elif key == "again" and self._is_same:
            self.rows.go_to("typed")
        elif key == "again":
            self.ask_secret(
                "first",
                self._take_first,
                hint=problem_sentence(Problem(ProblemCode.PASSPHRASES_DIFFER)),
            )


def _told(key: str, text: str, *, gap: bool = False) -> Spec:
    return Spec(key, text=text, wide=True, still=True, gap=gap)
