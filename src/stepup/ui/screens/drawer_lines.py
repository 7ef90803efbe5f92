"""Which lines stand on the page of the drawer."""

from __future__ import annotations

from collections.abc import Iterator

from stepup.domain.corner import DrawerItem, ItemKind
from stepup.domain.profile import LookAway
from stepup.i18n import _, format_day
from stepup.ui.screens.yearly import PER_PAGE, acts_line, first_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.corners import ITEMS

_WRITTEN = (ItemKind.LINE, ItemKind.SONG)


def drawn_lines(item: DrawerItem) -> list[Spec]:
    """Return the one item that was drawn, with room around it, and what can be done next."""
    after = "" if item.what is ItemKind.LINE else _(ITEMS[item.what])
    parts = (
        Part("another", _("Another one")),
        Part("put_in", _("Put something in")),
        Part("inside", _("Look inside")),
    )
    return [
        Spec("air", text=" ", wide=True, still=True),
        Spec("drawn", text=item.text, after=after, wide=True, inset=2),
        Spec("air:2", text=" ", wide=True, still=True),
        Spec("turn", parts=parts, wide=True, inset=2, gap=True),
    ]


class DrawerLines:
    """Makes the lines of what lies in the drawer."""

    def __init__(self, session: Session, opened: str, year: str, first: int) -> None:
        self._session = session
        self._opened = opened
        self._year = year
        self._first = first
        self._items = session.corners.drawer()

    def all(self, *, shows_wins: bool) -> list[Spec]:
        """Return the lines from top to bottom."""
        return [*self._head(), *self._wins(shown=shows_wins), *self._inside(paged=not shows_wins)]

    def _head(self) -> Iterator[Spec]:
        if not self._items:
            text = _("The drawer is empty, and that is fine. One line is enough to begin with.")
            yield Spec("empty", text=text, soft=True, wide=True, still=True)
        for what in _WRITTEN:
            gap = not self._items and what is ItemKind.LINE
            yield Spec(f"new:{what}", label=_(ITEMS[what]), text="_", soft=True, gap=gap)

    def _wins(self, *, shown: bool) -> Iterator[Spec]:
        """Yield the wins of a year, to choose from, once they are asked for."""
        years, wins = self._session.book.years(), self._session.corners.wins(self._year)
        if not wins and len(years) < 2 and not shown:
            return
        yield Spec("wins", text=_("From past small wins"), soft=True, wide=True, gap=True)
        if not shown:
            return
        yield from years_line(years, self._year)
        hides = self._session.hides(LookAway.DATES)
        lying = {item.text for item in self._items}
        wins = self._session.corners.wins(self._year)
        for win in wins[self._first : self._first + PER_PAGE]:
            yield Spec(
                f"win:{win.id}",
                label="" if hides else format_day(win.day, "short"),
                text=first_line(win.text),
                after=_("in the drawer") if win.text in lying else "",
                cut=True,
            )
        if not wins:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
        yield from turning_line(self._first, len(wins))

    def _inside(self, *, paged: bool) -> Iterator[Spec]:
        """Yield what lies in it, the newest first; a page of it while nothing else is paged."""
        if not self._items:
            return
        parts = (Part("another", _("Draw one")),)
        yield Spec("turn", text=_("In the drawer"), parts=parts, soft=True, wide=True, gap=True)
        newest_first = self._items[::-1]
        first = self._first if paged else 0
        for item in newest_first[first : first + PER_PAGE]:
            yield from self._item(item)
        if paged:
            yield from turning_line(self._first, len(newest_first))

    def _item(self, item: DrawerItem) -> Iterator[Spec]:
        key = f"in:{item.id}"
        after = "" if item.what is ItemKind.LINE else _(ITEMS[item.what])
        if item.id != self._opened:
            yield Spec(key, text=first_line(item.text), after=after, wide=True, cut=True)
            return
        yield Spec(key, text=item.text, after=after, wide=True)
        yield acts_line(f"acts:{item.id}", {"reword": _("Reword"), "away": _("Take it out")})
