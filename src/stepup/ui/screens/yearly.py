"""Lists that grow with the years: shown a year at a time, and of a year some at a time."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import ClassVar, Final, Generic, TypeVar

from stepup.domain.record import Record, year_shard
from stepup.i18n import _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row

R = TypeVar("R", bound=Record)
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


class YearlyPage(BookPage, Generic[R]):
    """A page that lies over another and shows a year of a list, one of its items opened.

    Subclasses say which lines there are, how an item is found, and what is done with it.
    `choose` hands on to this class what is not their own.
    """

    LAID_OVER: ClassVar[bool] = True
    ITEMS: ClassVar[tuple[str, ...]] = ()
    """What the keys of the lines of items begin with: choosing one opens or folds it."""
    BEGINS: ClassVar[str] = ""
    """The line the cursor begins on where no item is opened; "" for the first."""
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
        """Put the cursor on the item that is opened first, or go on with what was being written."""
        if self.rows.current is None:
            ways = [f"{kind}:{self.opened}" for kind in self.ITEMS if self.opened]
            found = (key for key in (*ways, self.BEGINS) if self.rows.row(key) is not None)
            self.rows.go_to(next(found, ""))
        super().focus_body()
        kind, _colon, rest = self.going_on.partition(":")
        self.going_on = ""
        if kind:
            self.go_on(kind, rest.rpartition(":")[2])

    def go_on(self, kind: str, name: str) -> None:
        """Open the field of a draft of a kind, `name` being the last part of the draft's name."""

    # Items

    def find_item(self, name: str) -> R | None:  # noqa: ARG002 - a page without items of its own
        """Return the item with an id, or None."""
        return None

    def act(self, part: str, item: R) -> None:
        """Do something with an item; `away` takes it away, and undo brings it back."""

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Turn to another year or part of the list, open an item or fold it, or do something with it."""
        kind, _colon, name = row.key.partition(":")
        item = self.find_item(name)
        if kind in ("years", "page"):
            self.turn(kind, part or "")
        elif kind in self.ITEMS and item is not None:
            self.open_or_fold(name)
        elif kind == "acts" and item is not None:
            self.act(part or "", item)
        else:
            super().choose(row, part, how)

    def take_away(self, row: Row) -> None:
        """Take an item away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        item = self.find_item(name)
        if kind in self.ITEMS and item is not None:
            self.act("away", item)

    def write(
        self,
        key: str,
        keep: Callable[[str, R | None], R | None],
        *,
        before: R | None = None,
        text: str = "",
        begin: str = "",
        draft: str = "",
        label: str | None = None,
    ) -> None:
        """Open a field of many lines for an item as it was `before`, or for a new one.

        A long text is kept more than once while its field is open: `keep` is given the item as it
        is by then and returns it as it is after.
        """
        is_new = before is None

        def kept(typed: str) -> None:
            nonlocal before
            before = keep(typed, before)
            if is_new and before is not None:
                self.stands_in_field(f"{self.ITEMS[0]}:{before.id}")

        self.ask(key, kept, text=text, begin=begin, single=False, draft=draft, label=label)

    # The list

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
