"""What the views of Work share: amounts that can be covered, words that can be copied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType

from stepup.domain.profile import LookAway
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.views import View
from stepup.ui.session import Session
from stepup.words.money import COVERED

VIEWS: Final[dict[str, str]] = {
    "work": N_("Works"),
    "income": N_("Income"),
    "promises": N_("Promises"),
    "pieces": N_("Pieces"),
    "strengths": N_("Strengths"),
    "cards": N_("Cards"),
}


class WorkView(View):
    """One view of Work."""

    PLACE: ClassVar[str] = "work"
    NAME: ClassVar[str] = N_("Work")
    VIEWS: ClassVar[Mapping[str, str]] = VIEWS
    VIEW: ClassVar[str] = "work"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("work")]

    def action_mask(self) -> None:
        """Cover the amounts and clients in this window, or show them again."""
        self.session.covers_work = not self.session.covers_work
        self.refresh_rows()
        if self.session.hides(LookAway.TOTALS):
            self.stepup.say(_("Amounts are out of sight by Look away in the settings."))

    def action_copy(self) -> None:
        """Copy the words of the line the cursor is on."""
        row = self.rows.current
        self.copy_seen(self.words_to_copy(row.key) if row is not None else "")

    def copy_seen(self, text: str) -> None:
        """Copy words as they are seen; while something in them is covered, say so instead."""
        if self.session.covers_work and COVERED in text:
            self.stepup.say(_("It is hidden; m shows it."))
        elif text:
            self.stepup.copy(text)

    def words_to_copy(self, key: str) -> str:
        """Return what copying means on a line: its own words, unless a view says otherwise."""
        row = self.rows.row(key)
        return row.spec.text if row is not None and not row.spec.soft else ""


def client_seen(session: Session, name: str) -> str:
    """Return the name of a client, or of who stands between; while they are covered, no more than a mark."""
    return COVERED if session.covers_work and name else name
