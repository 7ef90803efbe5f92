"""The quiet page for hard moments: where to call, and the person's own plan."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.hard_moments import CALLS

_LINES = (
    N_("You can stay on this page as long as you like. Nothing needs to be done here."),
    *CALLS,
)


class HardPage(BookPage):
    """Few lines, and room for one's own."""

    PLACE: ClassVar[str] = "hard"
    NAME: ClassVar[str] = N_("For hard moments")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, *, writing: bool = False) -> None:
        super().__init__(session)
        self._writing = writing

    def focus_body(self) -> None:
        """Put the cursor on the plan, or into its field when it is being gone on with."""
        super().focus_body()
        if self._writing:
            self._writing = False
            self._write()

    def specs(self) -> list[Spec]:
        """Return the lines."""
        own = self.session.profile.own_help()
        return [
            *(
                Spec(f"line:{n}", text=_(line), wide=True, still=True, gap=n > 0)
                for n, line in enumerate(_LINES)
            ),
            Spec(
                "head",
                text=_("My own plan and numbers"),
                soft=True,
                wide=True,
                still=True,
                gap=True,
            ),
            Spec("own", text=own or "_", soft=not own, wide=True),
        ]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - there is one line
        """Write in the plan."""
        if row.key == "own":
            self._write()

    def _write(self) -> None:
        self.ask(
            "own",
            self.session.profile.write_own_help,
            text=self.session.profile.own_help(),
            single=False,
            draft="own_help:",
        )
