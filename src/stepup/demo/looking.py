"""Looking: numbers of their own, and a look back over a span now and then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.corners import (
    CURTAIN_HOURS,
    KEEPING,
    LETTING_GO,
    NOISE,
    SENTENCES,
    SMALLER,
)
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.review import Preset, Review
from stepup.i18n import _

_FIRST_REVIEW = 14


@dataclass(frozen=True, slots=True)
class _Kept:
    """A number of their own: from when to when it is noted, and what is near on an even day."""

    name: str
    most: int
    begins: int
    ends: int | None
    middle: float
    by_ease: float


_NUMBERS = (
    _Kept(NOISE, most=10, begins=20, ends=None, middle=5.0, by_ease=-2.0),
    _Kept(CURTAIN_HOURS, most=24, begins=60, ends=240, middle=4.0, by_ease=3.0),
)


class Numbers(Beside):
    """Two numbers of their own; one of them is retired after a while."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin with none."""
        super().__init__(chance, ledger, first)
        self._own: dict[str, OwnNumber] = {}

    def live(self, shape: Shape, at: At) -> None:
        """Make a number, retire it, or note a value; mostly nothing."""
        for kept in _NUMBERS:
            if self._age(shape) < kept.begins:
                continue
            number = self._own.get(kept.name) or self._make(kept)
            if kept.ends is not None and self._age(shape) >= kept.ends:
                self._retire(kept, number)
            elif self._chance.yes(0.09):
                self._note(kept, number, shape, at)

    def _make(self, kept: _Kept) -> OwnNumber:
        number = OwnNumber(
            id=self._ledger.new_id(),
            name=_(kept.name),
            least=Decimal(0),
            most=Decimal(kept.most),
            position=len(self._own),
        )
        return self._keep(kept, number)

    def _retire(self, kept: _Kept, number: OwnNumber) -> None:
        if not number.retired:
            self._keep(kept, number.replace(retired=True))

    def _keep(self, kept: _Kept, number: OwnNumber) -> OwnNumber:
        self._own[kept.name] = number
        self._ledger.put(number)
        return number

    def _note(self, kept: _Kept, number: OwnNumber, shape: Shape, at: At) -> None:
        near = self._chance.about(kept.middle + kept.by_ease * shape.ease, kept.most / 10)
        halves = round(2 * max(0.0, min(float(kept.most), near)))
        value = OwnValue(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            number=number.id,
            value=Decimal(halves) / 2,
        )
        self._ledger.put(value)


class LookingBack(Beside):
    """A look back over a span, and the lines that are left with it."""

    def live(self, shape: Shape, at: At) -> None:
        """Look back now and then, not on the hardest days."""
        if self._age(shape) < _FIRST_REVIEW or shape.ease < -0.6 or not self._chance.yes(0.028):
            return
        span = self._chance.one(tuple(Preset)).span(shape.day)
        review = Review(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            from_day=max(span.first, self._first),
            to_day=span.last,
            sentence=self._line(SENTENCES, 0.75),
            keep=self._line(KEEPING, 0.5),
            smaller=self._line(SMALLER, 0.4),
            let_go=self._line(LETTING_GO, 0.35),
        )
        if review.lines:
            self._ledger.put(review)

    def _line(self, texts: tuple[str, ...], likelihood: float) -> str:
        return _(self._chance.text(texts)) if self._chance.yes(likelihood) else ""
