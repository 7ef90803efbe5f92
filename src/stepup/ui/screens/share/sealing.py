"""The passphrase of a file that is handed over: typed twice, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from stepup.domain.text import one_line
from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.ui.screens.passphrase import NewPassphrasePage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.words.opening import SEAL_FORGOTTEN, TELL_IT_APART


class SealPage(NewPassphrasePage):
    """Asks for the passphrase of one file and seals it. Esc leaves, and nothing is written."""

    PLACE: ClassVar[str] = "share_seal"
    NAME: ClassVar[str] = N_("A passphrase for the file")

    def __init__(
        self, session: Session, name: str, data: bytes, write: Callable[[bytes], object]
    ) -> None:
        """Seal the bytes of the file of this name; `write` takes what comes of it.

        `write` may raise Problem: it is said here, and another passphrase can be typed.
        """
        super().__init__(session)
        self._file_name = name
        self._data = data
        self._write = write
        self._is_written = False

    def specs(self) -> list[Spec]:
        """Return the lines."""
        if self.doing:
            return self.told()
        file = _("{file} opens only with the passphrase that you choose here.")
        return [
            *self.told(),
            Spec("what", text=file.format(file=one_line(self._file_name)), wide=True, still=True),
            Spec("apart", text=_(TELL_IT_APART), wide=True, still=True, gap=True),
            Spec("forgotten", text=_(SEAL_FORGOTTEN), wide=True, still=True, gap=True),
            *self.passphrase_lines(_("Passphrase")),
        ]

    def on_screen_resume(self) -> None:
        """Go, where the file was written while something else was on the screen."""
        self._go_if_on_top()

    def _go_if_on_top(self) -> None:
        """Go once the file is written; another page is never taken away, least of all one that hides."""
        if self._is_written and self.app.screen is self:
            self.dismiss()

    def take_passphrase(self, typed: str) -> None:
        """Seal the file with it on a thread, and write it."""
        sealed: list[bytes] = []

        def seal() -> None:
            sealed.append(locking.seal_file(self._data, typed))

        def write() -> None:
            self._write(sealed[0])
            self._is_written = True
            self._go_if_on_top()

        self.work(_("Encrypting the file; this takes a moment."), seal, write)
