"""The quiet corners: good news, what is opened later, the drawer for hard days."""

from __future__ import annotations

from datetime import date, timedelta

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.corners import CLIPPINGS, DRAWER, LATERS
from stepup.domain.corner import Clipping, DrawerItem, Later
from stepup.i18n import _

_MOST_CLOSED = 3
_LONG = timedelta(days=200)
_ON_A_BETTER_DAY = 0.0


class Corners(Beside):
    """Puts things away now and then, and opens some of them again."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin with empty corners."""
        super().__init__(chance, ledger, first)
        self._closed: dict[str, Later] = {}
        self._drawer = list(DRAWER.items())
        self._last_position = 0

    def live(self, shape: Shape, at: At) -> None:
        """Put something away, or open something; mostly nothing."""
        better = shape.ease > _ON_A_BETTER_DAY
        if shape.ease > -0.4 and self._chance.yes(0.038):
            self._clip(shape, at)
        self._open(shape)
        likely = 0.015 if better else 0.03
        if len(self._closed) < _MOST_CLOSED and self._chance.yes(likely if self._closed else 0.2):
            self._lay_by(shape)
        if better and self._drawer and self._chance.yes(0.12):
            self._put_in()

    def _clip(self, shape: Shape, at: At) -> None:
        text = self._chance.text(tuple(CLIPPINGS))
        source = CLIPPINGS[text]
        clipping = Clipping(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            text=_(text),
            source=_(source) if source else "",
        )
        self._ledger.put(clipping)

    # To open later

    def _lay_by(self, shape: Shape) -> None:
        text = _(self._chance.text(LATERS))
        if text in {later.text for later in self._closed.values()}:
            return
        self._last_position += 1
        wait = self._chance.whole(20, 90) if self._chance.yes(0.4) else None
        later = Later(
            id=self._ledger.new_id(),
            text=text,
            put_on=shape.day,
            position=self._last_position,
            not_before=shape.day + timedelta(days=wait) if wait else None,
        )
        self._closed[later.id] = later
        self._ledger.put(later)

    def _open(self, shape: Shape) -> None:
        """Open one that has lain for some time, sooner or later."""
        for later in tuple(self._closed.values()):
            rested = later.not_before or later.put_on + timedelta(days=15)
            ready = shape.day > rested and shape.ease > -0.3
            if ready and self._chance.yes(0.015 if shape.day - later.put_on < _LONG else 0.06):
                del self._closed[later.id]
                self._ledger.put(later.replace(opened_on=shape.day))

    # The drawer

    def _put_in(self) -> None:
        text, what = self._drawer.pop(0)
        position = len(DRAWER) - len(self._drawer)
        item = DrawerItem(id=self._ledger.new_id(), text=_(text), what=what, position=position)
        self._ledger.put(item)
