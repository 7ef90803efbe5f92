"""Copies and history: a copy on a stick, and what earlier saves did."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len

from stepup.domain.profile import LookAway
from stepup.domain.text import one_line
from stepup.i18n import N_, _, format_day, format_time, ngettext
from stepup.notebook.keeping import Generation, back_up, history, named_file, revert
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.ui.widgets.row import Row
from stepup.words.labels import label_words

SAVES_SHOWN = 30
BESIDE = 32
"""Cells of the window that rail, margins and the part of a line take."""


class SafekeepingPage(BookPage):
    """Keep a copy; take back what one save did."""

    PLACE: ClassVar[str] = "safekeeping"
    NAME: ClassVar[str] = N_("Copies and history")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._saves: list[Generation] | None = None

    def specs(self) -> list[Spec]:
        """Return the lines."""
        lines = [
            Spec(
                "folder",
                label=_("Kept in"),
                text=one_line(str(self.session.folder)),
                soft=True,
                still=True,
            ),
            Spec(
                "copy",
                text=_("Keep a copy"),
                after=_("one file, on a stick or elsewhere"),
                wide=True,
            ),
        ]
        lines.append(
            Spec(
                "write_out",
                text=_("Write out in an open format"),
                wide=True,
            )
        )
        if self._saves is None:
            self._saves = history(self.session.book)[:SAVES_SHOWN]
        if self._saves:
            text = _("Earlier saves, the newest first")
            lines.append(Spec("head", text=text, soft=True, wide=True, still=True, gap=True))
        texts = [self._text(save) for save in self._saves]
        room = self.app.size.width - BESIDE
        column = max((cells for text in texts if (cells := cell_len(text)) <= room), default=0)
        for save, text in zip(self._saves, texts, strict=True):
            # What can be taken back stands in one column.
            parts = (Part("revert", _("Take it back")),) if save.parent and save.labels else ()
            line = pad(text, column) if parts else text
            lines.append(Spec(f"save:{save.number}", text=line, parts=parts, wide=True))
        return lines

    def on_resize(self) -> None:
        """Lay the column out anew."""
        self.refresh_rows()

    def _text(self, save: Generation) -> str:
        at = save.saved_at
        label = (
            ""
            if self.session.hides(LookAway.DATES)
            else f"{format_day(at.date(), 'short')} {format_time(at.time())}"
        )
        done = _(", ").join(dict.fromkeys(label_words(name) for name in save.labels))
        return f"{label}  {done}".strip()

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Keep a copy, or take a save back."""
        kind, _colon, name = row.key.partition(":")
        if kind == "copy":
            self.ask(
                "copy",
                self._copy,
                hint=_("Where to: the name of a new file"),
                label="",
                only_enter="writes",
            )
        elif kind == "write_out":
            from stepup.ui.screens.write_out import WriteOutPage

            self.stepup.lay_over(WriteOutPage(self.session))
        elif kind == "save" and part == "revert":
            number = revert(self.session.book, int(name))
            said = ngettext(
                "{number} entry was brought back.", "{number} entries were brought back.", number
            )
            self.call_later(self.stepup.say, said.format(number=number))

    def _copy(self, typed: str) -> None:
        kept = back_up(self.session.book, named_file(typed))
        said = ngettext(
            "A copy with {number} entry was kept and read back.",
            "A copy with {number} entries was kept and read back.",
            kept.records,
        )
        self.tell_when_closed(said.format(number=kept.records))
