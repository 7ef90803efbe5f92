"""Setting a lock: what cannot be undone, the passphrase twice, the recovery code, and only then the lock."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.ui.screens.passphrase import NewPassphrasePage
from stepup.ui.screens.recovery_code import CodePage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.words.locking import COPIES, FOREVER


class SetLockPage(NewPassphrasePage, CodePage):
    """Step by step; Esc leaves and nothing is locked."""

    NAME: ClassVar[str] = N_("Lock")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._passphrase = ""

    def specs(self) -> list[Spec]:
        """Return the lines of the step one is at."""
        if self.code:
            return self.code_lines(_("Type it from your paper; then the lock is set"))
        return self._passphrase_lines()

    def _passphrase_lines(self) -> list[Spec]:
        return [
            _told("what", _("With a lock, the notebook opens only with a passphrase.")),
            _told("forever", _(FOREVER), gap=True),
            _told("copies", _(COPIES), gap=True),
            *self.passphrase_lines(_("Passphrase")),
        ]

    def take_passphrase(self, typed: str) -> None:
        """Show the code."""
        self._passphrase = typed
        self.show_code()

    def take_code(self, code: str) -> None:
        """Set the lock."""
        folder, passphrase = self.session.folder, self._passphrase
        self.stepup.move_lock(
            lambda: locking.set_lock(folder, passphrase, code),
            _("Locking: everything is encrypted and read back. This takes a moment."),
            _("The lock is set. Ctrl+L closes it at once."),
        )


def _told(key: str, text: str, *, gap: bool = False) -> Spec:
    return Spec(key, text=text, wide=True, still=True, gap=gap)
