"""What the three views of Rhythm share: the line that names them, and figures on request."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import BindingType

from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row

VIEWS: Final[dict[str, str]] = {
    "rhythm": N_("Sleep"),
    "days": N_("Days and weeks"),
    "mood": N_("Mood and energy"),
}
"""The views by the name of their page, in the order in which `v` goes round."""


class RhythmView(BookPage):
    """One view of Rhythm. Subclasses say which one they are and what stands under the line.

    `specs` begins with `views_line()`; `choose` hands on to this class what is not its own.
    """

    PLACE: ClassVar[str] = "rhythm"
    NAME: ClassVar[str] = N_("Rhythm")
    VIEW: ClassVar[str] = "rhythm"
    """Which of `VIEWS` it is."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rhythm")]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.figures = False
        """Whether figures are shown; asked for by a key, never by itself."""

    def views_line(self) -> Spec:
        """Return the line of the three views, this one marked."""
        parts = tuple(Part(name, _(words), on=name == self.VIEW) for name, words in VIEWS.items())
        return Spec("views", parts=parts, marked=True, wide=True)

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Open the view that was chosen."""
        if row.key == "views" and part in VIEWS:
            self._open(part)

    def action_view(self) -> None:
        """Open the next view."""
        names = list(VIEWS)
        self._open(names[(names.index(self.VIEW) + 1) % len(names)])

    def _open(self, name: str) -> None:
        if name != self.VIEW:
            # By its action: views that imported one another would be a circle.
            self.stepup.do(f"anywhere.{name}")

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
