"""The rows of the day: meals, bath, outside, contact, and three rows of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.lines import CURTAIN, DRAWING, HEADACHE
from stepup.domain.rhythm import Contact, Mark, Measure, Tracker
from stepup.i18n import _

At = Callable[[float], datetime]

_OWN = (
    # name, what it takes, after how many days it is added, after how many it is retired
    (CURTAIN, Measure.YES_NO, 12, None),
    (HEADACHE, Measure.SCALE, 30, 260),
    (DRAWING, Measure.MINUTES, 55, None),
)


class Rows:
    """Puts marks into the rows, and adds and retires rows of their own."""

    def __init__(self, chance: Chance, ledger: Ledger) -> None:
        """Begin with the rows that everyone has."""
        self._chance = chance
        self._ledger = ledger
        self._own: dict[str, Tracker] = {}
        self._begun: date | None = None

    def mark(self, shape: Shape, at: At) -> set[str]:
        """Put the day's marks; return what they say of the day."""
        self._tend(shape.day)
        self._meals(shape, at)
        chance = self._chance
        if chance.yes(0.42 + 0.18 * shape.ease):
            self._put(shape, at(chance.between(0.3, 0.95)), "bath")
        self._own_rows(shape, at)
        return self._outside(shape, at) | self._contact(shape, at)

    def _meals(self, shape: Shape, at: At) -> None:
        counts = (
            {0: 0.14, 1: 0.3, 2: 0.4, 3: 0.16} if shape.ease > -0.6 else {0: 0.3, 1: 0.5, 2: 0.2}
        )
        for number in range(self._chance.weighed(counts)):
            moment = at(0.05 + 0.4 * number + self._chance.between(0, 0.12))
            self._put(shape, moment, "meal", 1)

    def _outside(self, shape: Shape, at: At) -> set[str]:
        chance = self._chance
        if not chance.yes(0.08 + 0.1 * min(shape.reach, 3.5) + 0.08 * shape.ease):
            return {"indoors"}
        minutes = chance.whole(1, 4 + int(14 * shape.reach))
        known = None if chance.yes(0.15) else minutes if minutes < 12 else minutes // 5 * 5
        self._put(shape, at(chance.between(0.2, 0.9)), "outside", known)
        return {"outside"}

    def _contact(self, shape: Shape, at: At) -> set[str]:
        facts = set()
        for way, likelihood, fact in (
            (Contact.FAMILY, 0.3, "family"),
            (Contact.ONLINE, 0.14 + 0.03 * shape.reach, "online"),
            (Contact.MESSAGE, 0.06 + 0.02 * shape.reach, None),
            (Contact.PHONE, 0.008 * shape.reach, "met"),
            (Contact.MET, 0.015 * shape.reach, "met"),
        ):
            if self._chance.yes(likelihood):
                self._put(shape, at(self._chance.between(0.1, 0.9)), "contact", way=way)
                facts |= {fact} if fact else set()
        return facts

    def _own_rows(self, shape: Shape, at: At) -> None:
        chance = self._chance
        for tracker in self._own.values():
            if tracker.retired or not chance.yes(0.38 + 0.12 * shape.ease):
                continue
            value = {
                Measure.SCALE: chance.level(2.6 - 0.6 * shape.ease, 0.8),
                Measure.MINUTES: 5 * chance.whole(1, 14),
            }.get(tracker.measure)
            self._put(shape, at(chance.between(0.1, 0.95)), tracker.id, value)

    def _tend(self, day: date) -> None:
        self._begun = self._begun or day
        age = (day - self._begun).days
        for position, (name, measure, added, retired) in enumerate(_OWN):
            known = self._own.get(name)
            if known is None and age >= added:
                self._keep(
                    name,
                    Tracker(
                        id=self._ledger.new_id(),
                        name=_(name),
                        measure=measure,
                        position=position,
                    ),
                )
            elif known and retired is not None and age >= retired and not known.retired:
                self._keep(name, known.replace(retired=True))

    def _keep(self, name: str, tracker: Tracker) -> None:
        self._own[name] = tracker
        self._ledger.put(tracker)

    def _put(
        self,
        shape: Shape,
        at: datetime,
        row: str,
        value: int | None = None,
        way: Contact | None = None,
    ) -> None:
        self._ledger.put(
            Mark(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._ledger.moment(at),
                tracker=row,
                value=value,
                way=way,
            )
        )
