"""Which lines stand on the page of one's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.profile import LookAway
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.strips import mood_strip
from stepup.words.corners import number_range

RANGES: Final[dict[str, str]] = {
    "0-10": N_("0 to 10"),
    "1-5": N_("1 to 5"),
    "0-100": N_("0 to 100"),
}
"""Ranges at hand, as they may be typed."""
DRAWN: Final = 40
"""Values in the small line, the newest; one cell each."""
_HEIGHTS: Final = 5


class OwnNumberLines:
    """Makes the lines of the numbers of one's own."""

    def __init__(self, session: Session, opened: str, year: str, first: int) -> None:
        self._session = session
        self._opened = opened
        self._year = year
        self._first = first
        self._all = session.own_numbers.all(retired=True)
        self._today = session.own_numbers.on(session.book.today())

    def all(self, *, new_name: str, shows_retired: bool) -> list[Spec]:
        """Return the lines from top to bottom."""
        in_use = [number for number in self._all if not number.retired]
        lines = []
        if not self._all:
            text = _("Anything that feels like a number can stand here. Only you read it.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True))
        for index, number in enumerate(in_use):
            lines += self._number(number, gap=index > 0)
        lines += self._new(new_name)
        return [*lines, *self._retired(shown=shows_retired)]

    def _number(self, number: OwnNumber, *, gap: bool) -> Iterator[Spec]:
        yield self._name(number, gap=gap)
        today = [str(one.value) for one in self._today if one.number == number.id]
        text = _(", ").join(today)
        yield Spec(f"value:{number.id}", label=_("Today"), text=text or "_", soft=not text)
        yield from self._history(number)

    def _name(self, number: OwnNumber, *, gap: bool = False) -> Spec:
        return Spec(
            f"number:{number.id}",
            text=number.name,
            after=number_range(number),
            wide=True,
            gap=gap,
            soft=number.retired,
        )

    def _history(self, number: OwnNumber) -> Iterator[Spec]:
        """Yield the small line, and for the number that is opened what was noted in a year."""
        is_open = number.id == self._opened
        values = self._session.own_numbers.values(
            number, self._year if is_open else self._this_year
        )
        yield from self._line(number, values)
        if not is_open:
            return
        words = {
            "day": _("Another day"),
            "rename": _("Rename"),
            "range": _("Range"),
            "retire": _("Bring back") if number.retired else _("Retire"),
        }
        yield acts_line(f"acts:{number.id}", words)
        yield from years_line(self._session.book.years(), self._year)
        if not values:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
        for value in values[self._first : self._first + PER_PAGE]:
            hides = self._session.hides(LookAway.DATES)
            label = "" if hides else format_day(value.day, "short")
            yield Spec(f"was:{value.id}", label=label, text=str(value.value))
        yield from turning_line(self._first, len(values))

    @property
    def _this_year(self) -> str:
        return f"{self._session.book.today().year:04d}"

    def _line(self, number: OwnNumber, values: Sequence[OwnValue]) -> Iterator[Spec]:
        if len(values) < 2 or self._session.hides(LookAway.TRENDS):
            return
        levels = [height(value, number) for value in values[DRAWN - 1 :: -1]]
        ascii_only = self._session.settings.ascii_charts
        strip = mood_strip(levels, ascii_only=ascii_only)
        yield Spec(f"line:{number.id}", text=strip, soft=True, still=True)

    def _new(self, new_name: str) -> Iterator[Spec]:
        if new_name:
            parts = tuple(Part(typed, _(words), on=True) for typed, words in RANGES.items())
            own = Part("own", _("From where to where I like"), on=True)
            yield Spec("range", text=new_name, parts=(*parts, own), wide=True, gap=True)
        yield Spec("newnumber", label=_("A new number"), text="_", soft=True, gap=True)

    def _retired(self, *, shown: bool) -> Iterator[Spec]:
        retired = [number for number in self._all if number.retired]
        if not retired:
            return
        yield Spec("retired", text=_("Retired"), soft=True, wide=True, gap=True)
        for number in retired if shown else ():
            yield self._name(number)
            if number.id == self._opened:
                yield from self._history(number)


def height(value: OwnValue, number: OwnNumber) -> int:
    """Return in which of five equal parts of its range a value lies, 1 to 5.

    One noted before the range was changed may lie beside it: then the nearest.
    """
    part = (value.value - number.least) / (number.most - number.least) * _HEIGHTS
    return min(_HEIGHTS, max(1, int(part) + 1))
