"""What the three views of Rhythm share: figures on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType

from stepup.i18n import N_
from stepup.ui.actions import bindings
from stepup.ui.screens.views import View
from stepup.ui.session import Session

VIEWS: Final[dict[str, str]] = {
    "rhythm": N_("Sleep"),
    "days": N_("Days and weeks"),
    "mood": N_("Mood and energy"),
}


class RhythmView(View):
    """One view of Rhythm."""

    PLACE: ClassVar[str] = "rhythm"
    NAME: ClassVar[str] = N_("Rhythm")
    VIEWS: ClassVar[Mapping[str, str]] = VIEWS
    VIEW: ClassVar[str] = "rhythm"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rhythm")]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.figures = False
        """Whether figures are shown; asked for by a key, never by itself."""

    def action_earlier(self) -> None:
        """Show what was before."""
        raise NotImplementedError

    def action_later(self) -> None:
        """Show what came after."""
        raise NotImplementedError

    def action_figures(self) -> None:
        """Show figures, or put them away."""
        self.figures = not self.figures
        self.refresh_rows()
