"""Lists that grow with the years: shown a year at a time, and of a year some at a time."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import ClassVar, Final

from stepup.domain.record import year_shard
from stepup.i18n import _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec

PER_PAGE: Final = 30
LINE: Final = 200
"""Characters of a text that its line in a list is made from; no window is wider."""
SHOWN: Final = 20_000
"""Characters of an opened text shown at once; the rest unfolds when asked for."""


def years_line(years: tuple[str, ...], chosen: str) -> list[Spec]:
    """Return the line that chooses a year; none while there is no choice."""
    names = sorted({*years, chosen}, reverse=True)
    if len(names) < 2:
        return []
    parts = tuple(Part(year, year, on=year == chosen) for year in names)
    return [Spec("years", label=_("Year"), parts=parts, marked=True, gap=True)]


def turning_line(first: int, total: int) -> list[Spec]:
    """Return the line that turns the page; none where all is on one."""
    parts = []
    if first > 0:
        parts.append(Part("newer", _("Newer"), on=True))
    if first + PER_PAGE < total:
        parts.append(Part("older", _("Older"), on=True))
    return [Spec("page", parts=tuple(parts), gap=True)] if parts else []


def first_line(text: str) -> str:
    """Return the first line of a text, as far as a list shows it."""
    return text.strip().split("\n", 1)[0][:LINE]


def acts_line(key: str, words: dict[str, str]) -> Spec:
    """Return the line of what can be done with what stands above it."""
    parts = tuple(Part(act, word, on=True) for act, word in words.items())
    return Spec(key, parts=parts, wide=True, inset=2)


def few_of(
    names: Iterable[str], first: Container[str], said: Callable[[str], object]
) -> tuple[str, ...]:
    """Return the fields that stand before the rest is asked for: `first`, and those filled in.

    Where only one would be left out, all.
    """
    every = tuple(names)
    few = tuple(name for name in every if name in first or said(name))
    return few if len(every) - len(few) > 1 else every


def more_fields_line(key: str) -> Spec:
    """Return the line that shows the fields left out by `few_of`."""
    return Spec(key, text=_("More to fill in"), soft=True)


class YearlyPage(BookPage):
    """A page that lies over another and shows a year of a list, one of its items opened."""

    LAID_OVER: ClassVar[bool] = True
    TOP: ClassVar[str] = "new"
    """The line the cursor goes to when the page is turned."""

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session)
        self.year = year or year_shard(session.book.today())
        self.first = 0
        self.opened = opened
        self.unfolded = False
        self.going_on = ""
        """The draft whose field is opened first."""

    def focus_body(self) -> None:
        """Put the cursor in, or go on with what was being written."""
        super().focus_body()
        kind, _colon, rest = self.going_on.partition(":")
        self.going_on = ""
        if kind:
            self.go_on(kind, rest.rpartition(":")[2])

    def go_on(self, kind: str, name: str) -> None:
        """Open the field of a draft of a kind, `name` being the last part of the draft's name."""

    def turn(self, kind: str, part: str) -> None:
        """Go to another year, or to newer or older items."""
        if kind == "years":
            self.year, self.first = part, 0
        else:
            step = PER_PAGE if part == "older" else -PER_PAGE
            self.first = max(0, self.first + step)
        self.opened = ""
        self.refresh_rows()
        if kind == "page":
            self.call_after_refresh(self.rows.go_to, self.TOP)

    def begin_at_opened(self, ids: Sequence[str]) -> None:
        """Begin with the part of a list in which the item that is opened stands."""
        if self.opened in ids:
            self.first = ids.index(self.opened) // PER_PAGE * PER_PAGE

    def open_or_fold(self, record_id: str) -> None:
        """Show an item whole with what can be done with it, or fold it away."""
        self.opened = "" if self.opened == record_id else record_id
        self.unfolded = False
        self.refresh_rows()

    def unfold(self) -> None:
        """Show all of a long text."""
        self.unfolded = True
        self.refresh_rows()

    def whole(self, text: str) -> tuple[str, bool]:
        """Return as much of an opened text as is shown, and whether there is more."""
        is_long = len(text) > SHOWN and not self.unfolded
        return (text[:SHOWN] + " …" if is_long else text), is_long
