"""Copies and history: a copy on a stick, and what earlier saves did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len

from stepup.domain.profile import LookAway
from stepup.domain.span import Span
from stepup.domain.text import one_line
from stepup.i18n import N_, _, format_day, format_time, ngettext
from stepup.notebook.keeping import (
    Generation,
    Touched,
    back_up,
    history,
    named_file,
    revert,
    touched,
)
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.ui.widgets.row import Row
from stepup.words.labels import done_words
from stepup.words.records import kind_name
from stepup.words.share_figures import span_words

SAVES_SHOWN = 30
KINDS_SHOWN = 6
"""Kinds of entries that are named of a save; one that brings in a whole notebook has all there are."""
BESIDE = 40
"""Cells of the window that rail, margins and the parts of a line take."""


class SafekeepingPage(BookPage):
    """Keep a copy; take back what one save did."""

    PLACE: ClassVar[str] = "safekeeping"
    NAME: ClassVar[str] = N_("Copies and history")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._saves: list[Generation] | None = None
        self._opened = 0
        """The save of which is told what it was about."""
        self._touched = Touched((), {})

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
            acts = {"revert": _("Take it back"), "look": _("Details")}
            parts = tuple(Part(act, word) for act, word in acts.items())
            if not (save.parent and save.labels):
                parts = ()
            line = pad(text, column) if parts else text
            lines.append(Spec(f"save:{save.number}", text=line, parts=parts, wide=True))
            if save.number == self._opened:
                lines += self._about()
        return lines

    def _about(self) -> Iterator[Spec]:
        """Yield of which days and kinds an opened save was, as far as one does not look away."""
        days, kinds = self._touched.days, self._touched.kinds
        if days and not self.session.hides(LookAway.DATES):
            text = span_words(Span(days[0], days[-1]))
            yield Spec("about:days", label=_("Days"), text=text, soft=True, still=True)
        counts = not self.session.hides(LookAway.TOTALS)
        said = [
            _("{said} ({remark})").format(said=kind_name(kind), remark=number)
            if counts
            else kind_name(kind)
            for kind, number in kinds.items()
        ]
        text = _(", ").join(said[:KINDS_SHOWN])
        if len(said) > KINDS_SHOWN:
            text = _("{fields} and others").format(fields=text)
        yield Spec("about:kinds", label=_("Entries"), text=text, soft=True, still=True)

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
        done = done_words(save.labels, counts=not self.session.hides(LookAway.TOTALS))
        return f"{label}  {done}".strip()

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Keep a copy, take a save back, or tell what it was about."""
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
        elif kind == "save" and part == "look":
            number = int(name)
            if number != self._opened:
                self._touched = touched(self.session.book, number)
            self._opened = 0 if number == self._opened else number
            self.refresh_rows()

    def _copy(self, typed: str) -> None:
        kept = back_up(self.session.book, named_file(typed))
        said = ngettext(
            "A copy with {number} entry was kept and read back.",
            "A copy with {number} entries was kept and read back.",
            kept.records,
        )
        self.tell_when_closed(said.format(number=kept.records))
