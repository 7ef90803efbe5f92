"""The page itself, read from the very bytes that will be in the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.binding import BindingType

from stepup.domain.share import PageForm
from stepup.exchange.pages.reading import words_of
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row

AT_ONCE: Final = 400
"""Lines shown at once; the rest unfolds when asked for."""


class PreviewPage(BookPage):
    """What the file says, line by line. Nothing can be changed here."""

    PLACE: ClassVar[str] = "share_preview"
    NAME: ClassVar[str] = N_("Preview")
    LAID_OVER: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings("share") if binding.id == "share.save"
    ]

    def __init__(
        self, session: Session, data: bytes, form: PageForm, save: Callable[[], None]
    ) -> None:
        """Show bytes of a form; `save` asks where they shall go."""
        super().__init__(session)
        self.data = data
        self._form = form
        self._save = save
        self._lines = words_of(data, form).rstrip("\n").split("\n")
        self._shown = AT_ONCE

    def specs(self) -> list[Spec]:
        """Return the lines of the page that is made, and what can be done with it."""
        said = {
            PageForm.HTML: _(
                "These are the words of the page. In a browser it can be printed on A4."
            ),
            PageForm.MARKDOWN: _("This is the file, letter by letter."),
            PageForm.TEXT: _("This is the file, letter by letter."),
        }[self._form]
        lines = [Spec("said", text=said, soft=True, wide=True, still=True)]
        gap = True
        for number, text in enumerate(self._lines[: self._shown]):
            if text:
                is_heading = gap and self._form is not PageForm.MARKDOWN
                key = f"text:{number}"
                lines.append(Spec(key, text=text, wide=True, gap=gap, heading=is_heading))
            gap = not text
        acts = {"more": _("Show all of it")} if len(self._lines) > self._shown else {}
        acts |= {"save": _("Save"), "back": _("Back")}
        parts = tuple(Part(act, word, on=True) for act, word in acts.items())
        lines.append(Spec("acts", parts=parts, wide=True, gap=True))
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Save, go back, or show the rest."""
        if row.key != "acts":
            return
        if part == "save":
            self.action_save()
        elif part == "back":
            self.dismiss()
        else:
            self._shown = len(self._lines)
            self.refresh_rows()

    def action_save(self) -> None:
        """Go back and ask where to."""
        self.dismiss()
        self.app.call_later(self._save)
