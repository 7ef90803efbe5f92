"""What the views of one screen share: the line that names them, and the key that goes round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from stepup.i18n import _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row


class View(BookPage):
    """One of several views of a screen. Subclasses say which one they are and what stands under the line.

    `specs` begins with `views_line()`; `choose` hands on to this class what is not its own.
    """

    VIEWS: ClassVar[Mapping[str, str]]
    """The names of the views by the name of their page, in the order in which `v` goes round."""
    VIEW: ClassVar[str]
    """Which of `VIEWS` it is."""

    def views_line(self) -> Spec:
        """Return the line of the views, this one marked."""
        names = self.VIEWS.items()
        parts = tuple(Part(name, _(words), on=name == self.VIEW) for name, words in names)
        return Spec("views", parts=parts, marked=True, wide=True)

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Open the view that was chosen."""
        if row.key == "views" and part is not None and part in self.VIEWS:
            self._open(part)

    def action_view(self) -> None:
        """Open the next view."""
        names = list(self.VIEWS)
        self._open(names[(names.index(self.VIEW) + 1) % len(names)])

    def _open(self, name: str) -> None:
        if name != self.VIEW:
            # By its action: views that imported one another would be a circle.
            self.stepup.do(f"anywhere.{name}")
