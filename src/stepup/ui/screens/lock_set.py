"""Setting a lock: what cannot be undone, the passphrase twice, the recovery code, and only then the lock."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.recovery import parse_code
from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.notebook.keeping import named_file, write_new
from stepup.ui.screens.passphrase import NewPassphrasePage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.locking import COPIES, FOREVER, SHOWN_ONCE, code_lines, code_sheet


class SetLockPage(NewPassphrasePage):
    """Step by step; Esc leaves and nothing is locked."""

    NAME: ClassVar[str] = N_("Lock")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._passphrase = ""
        self._code = ""
        self._kept_as = ""

    def specs(self) -> list[Spec]:
        """Return the lines of the step one is at."""
        return self._code_lines() if self._code else self._passphrase_lines()

    def _passphrase_lines(self) -> list[Spec]:
        return [
            _told("what", _("With a lock, the notebook opens only with a passphrase.")),
            _told("forever", _(FOREVER), gap=True),
            _told("copies", _(COPIES), gap=True),
            *self.passphrase_lines(_("Passphrase")),
        ]

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
        if not (self._typed or self._code) and self.rows.entry is None:
            self.rows.go_to("first")

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Open the field of a line."""
        match row.key:
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
            case _:
                super().choose(row, part, how)

    def take_passphrase(self, typed: str) -> None:
        """Show the code."""
        self._passphrase, self._code = typed, locking.new_code()
        self.go_when_shown("typed")

    def _take_typed(self, typed: str) -> None:
        if parse_code(typed) != self._code:
            raise Problem(ProblemCode.WRONG_RECOVERY_CODE)
        folder, passphrase, code = self.session.folder, self._passphrase, self._code
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


def _told(key: str, text: str, *, gap: bool = False) -> Spec:
    return Spec(key, text=text, wide=True, still=True, gap=gap)
