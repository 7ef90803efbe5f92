"""What the views of Work share: amounts that can be covered, words that can be copied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType

from stepup.domain.profile import LookAway
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.views import View

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
        """Cover the amounts in this window, or show them again."""
        if self.session.hides(LookAway.TOTALS):
            self.stepup.say(_("Amounts are out of sight by Look away in the settings."))
            return
        self.session.covers_amounts = not self.session.covers_amounts
        self.refresh_rows()

    def action_copy(self) -> None:
        """Copy the words of the line the cursor is on."""
        row = self.rows.current
        text = self.words_to_copy(row.key) if row is not None else ""
        if text:
            self.stepup.copy(text)

    def words_to_copy(self, key: str) -> str:
        """Return what copying means on a line: its own words, unless a view says otherwise."""
        row = self.rows.row(key)
        return row.spec.text if row is not None and not row.spec.soft else ""
