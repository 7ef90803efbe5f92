"""Changing the passphrase, and taking the lock off: both ask for the passphrase there is first."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_, _
from stepup.notebook import locking
from stepup.ui.screens.passphrase import KeyWorkPage, NewPassphrasePage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.words.locking import FOREVER, PLAIN_AGAIN


class ChangeLockPage(NewPassphrasePage):
    """The passphrase there is, then a new one, twice; the recovery code stays."""

    NAME: ClassVar[str] = N_("Change the passphrase")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._key: locking.Key | None = None

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
            return [*lines, Spec("old", label=_("Old one"), text="･", gap=True)]
        return [*lines, *self.passphrase_lines(_("New one"))]

    def go_on_with(self, key: locking.Key) -> None:
        """Ask for the new one."""
        self._key = key
        self.call_after_refresh(self.ask_passphrase)

    def take_passphrase(self, typed: str) -> None:
        """Seal the key with it."""
        folder, key, self._key = self.session.folder, self._key, None
        if key is not None:
            self.change(
                _("Changing the passphrase; this takes a moment."),
                lambda: locking.change(folder, key, typed),
                _("From now on the new passphrase opens the notebook."),
            )


class RemoveLockPage(KeyWorkPage):
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

    def go_on_with(self, key: locking.Key) -> None:
        """Take the lock off."""
        folder = self.session.folder

        def take_off() -> None:
            locking.take_off(folder, key)

        self.stepup.move_lock(
            take_off,
            _("Taking the lock off: everything is written anew and read back."),
            _("The notebook has no lock any more."),
        )
