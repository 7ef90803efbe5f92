"""Two of those one leans on, side by side; one above the other where the window is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.content import Content

from stepup.domain.supporter import Supporter
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.people.view import sees, with_whom
from stepup.ui.session import Session
from stepup.ui.widgets.layout import LABEL, Spec, pad
from stepup.ui.widgets.row import Row
from stepup.words.people import FIELDS, KINDS, SUITS, supporter_name

TWO_FROM: Final = 72
"""Windows this wide, or wider, show two columns."""
_BETWEEN: Final = 2
_EDGES: Final = 4
"""Cells beside the lines that are not theirs."""


class BesidePage(BookPage):
    """What was noted of two, line by line; the second is chosen on the first line."""

    PLACE: ClassVar[str] = "beside"
    NAME: ClassVar[str] = N_("Side by side")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, first: str, second: str = "") -> None:
        super().__init__(session)
        self._first = first
        self._second = second
        self._choosing = False

    def specs(self) -> list[Spec]:
        """Return the line to choose from, then the two."""
        first = self.session.supporters.find(self._first)
        others = [one for one in self.session.supporters.all() if one.id != self._first]
        if first is None or not others:
            text = _("With two on the list, they can stand side by side here.")
            return [Spec("alone", text=text, soft=True, wide=True, still=True)]
        # To begin with, one of the same kind.
        near = [one for one in others if one.what is first.what]
        second = next((one for one in others if one.id == self._second), (near or others)[0])
        chooser = with_whom(self.session, "other", second.id, _("Beside"), choosing=self._choosing)
        lines = [] if chooser is None else [chooser]
        return [*lines, *self._compared(first, second)]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Choose the other one."""
        if row.key == "other":
            if part and part != self._first:
                self._second = part
            self._choosing = part is None
            self.refresh_rows()

    def on_resize(self) -> None:
        """Lay the two out anew."""
        self.refresh_rows()

    def _compared(self, first: Supporter, second: Supporter) -> Iterator[Spec]:
        masked = self.session.masked
        names = [supporter_name(one, masked=masked) for one in (first, second)]
        yield self._line("names", "", names, gap=True)
        yield self._line("what", _("What it is"), [_(KINDS[one.what]) for one in (first, second)])
        suits = [_(SUITS[one.suits]) if one.suits else "" for one in (first, second)]
        if any(suits):
            yield self._line("suits", _("How it suits"), suits)
        for field, (name, _hint) in FIELDS.items():
            texts = [getattr(one, field) for one in (first, second)]
            if field == "contact":
                texts = [sees(self.session, text) for text in texts]
            if any(texts):
                yield self._line(field, _(name), texts)

    def _line(self, key: str, label: str, texts: list[str], *, gap: bool = False) -> Spec:
        width = self.rows.size.width or self.app.size.width - self.rail.size.width
        room = max(8, width - LABEL - _EDGES)
        if self.app.size.width < TWO_FROM:
            text = "\n".join(one or "-" for one in texts)
        else:
            text = _columns(texts, (room - _BETWEEN) // 2)
        return Spec(f"beside:{key}", label=label, text=text, gap=gap, heading=key == "names")


def _columns(texts: list[str], width: int) -> str:
    """Return two texts as columns of a width in cells."""
    left, right = (
        [line.plain.rstrip() for words in text.split("\n") for line in Content(words).wrap(width)]
        for text in texts
    )
    lines = []
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else ""
        other = right[number] if number < len(right) else ""
        lines.append((pad(one, width + _BETWEEN) + other).rstrip())
    return "\n".join(lines)
