"""A recovery code: shown once, printed if wished, and typed back from paper before it holds."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.recovery import parse_code
from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.notebook.keeping import named_file, write_new
from stepup.ui.screens.passphrase import KeyWorkPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.locking import NEW_CODE, SHOWN_ONCE, code_lines, code_sheet


class CodePage(KeyWorkPage):
    """A page that shows a new code, as a step of what it does."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.code = ""
        self._kept_as = ""

    def code_lines(self, typing: str) -> list[Spec]:
        """Return the lines of the step; `typing` says what typing the code back comes to."""
        upper, lower = code_lines(self.code)
        after = _("kept as {file}").format(file=self._kept_as) if self._kept_as else ""
        write = _("Write it into a file, to print")
        return [
            Spec("once", text=_(SHOWN_ONCE), wide=True, still=True),
            Spec("upper", text=upper, heading=True, wide=True, still=True, gap=True, inset=4),
            Spec("lower", text=lower, heading=True, wide=True, still=True, inset=4),
            Spec("file", text=write, after=after, wide=True, gap=True),
            Spec("typed", text=typing, wide=True),
        ]

    def show_code(self) -> None:
        """Go on to the step."""
        self.code = locking.new_code()
        self.refresh_rows()
        self.rows.go_to("typed")

    def take_code(self, code: str) -> None:
        """Go on with a code that was typed back."""
        raise NotImplementedError

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Open the field of a line."""
        match row.key:
            case "file":
                hint = _("Where to: the name of a new file")
                self.ask("file", self._write, hint=hint, label="", only_enter="writes")
            case "typed":
                hint = _("The recovery code: eight groups of five")
                self.ask_secret("typed", self._take_typed, hint=hint, shown=True)
            case _:
                super().choose(row, part, how)

    def _take_typed(self, typed: str) -> None:
        if parse_code(typed) != self.code:
            raise Problem(ProblemCode.WRONG_RECOVERY_CODE)
        self.take_code(self.code)

    def _write(self, typed: str) -> None:
        if not typed.strip():
            return
        path = named_file(typed)
        write_new(path, code_sheet(self.code).encode())
        self._kept_as = path.name


class NewCodePage(CodePage):
    """The passphrase, then a code that takes the place of the one there is; the passphrase stays."""

    NAME: ClassVar[str] = N_("A new recovery code")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._key: locking.Key | None = None

    def specs(self) -> list[Spec]:
        """Return the lines of the step one is at."""
        if self.doing:
            return self.told()
        if self._key is not None:
            typing = _("Type it from your paper; then it takes the place of the old one")
            return self.code_lines(typing)
        return [
            *self.told(),
            Spec("means", text=_(NEW_CODE), wide=True, still=True),
            Spec("old", label=_("Passphrase"), text="･", gap=True),
        ]

    def go_on_with(self, key: locking.Key) -> None:
        """Show the code."""
        self._key = key
        self.show_code()

    def take_code(self, code: str) -> None:
        """Seal the key with it."""
        folder, key, self._key = self.session.folder, self._key, None
        if key is not None:
            self.code = ""
            self.change(
                _("Changing the recovery code; this takes a moment."),
                lambda: locking.change_code(folder, key, code),
                _(
                    "The recovery code is another one now; the old one opens nothing any more. The"
                    " passphrase stays as it is."
                ),
            )
