"""Single lines: small wins, things done for someone, things to tell, the list of some day."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import datetime

from stepup.demo.calendar import hour, season
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.lines import ASKED, SOME_DAY, TOPICS
from stepup.demo.texts.wins import FOR_SOMEONE, WINS
from stepup.domain.goal import SomeDay
from stepup.domain.journal import Aspect, Topic, Win
from stepup.i18n import _

MOST_TOPICS = 9


class Lines:
    """Writes single lines and remembers which are still to be told."""

    def __init__(self, chance: Chance, ledger: Ledger) -> None:
        """Begin with none."""
        self._chance = chance
        self._ledger = ledger
        self._topics: dict[str, Topic] = {}
        self._some_day: list[str] = []

    def write(self, shape: Shape, facts: AbstractSet[str], at: Callable[[float], datetime]) -> None:
        """Write the lines of a day."""
        chance = self._chance
        for likelihood in (0.38 + 0.15 * shape.ease, 0.09):
            if chance.yes(likelihood):
                self.win(shape, facts, at(chance.between(0.3, 0.95)))
        if chance.yes(0.07 + 0.02 * shape.ease):
            self._for_someone(shape, at(chance.between(0.2, 0.9)))
        if len(self._topics) < MOST_TOPICS and chance.yes(0.07):
            self._topic(shape, at(chance.between(0.3, 0.98)))
        if "met" in facts and chance.yes(0.45):
            self._tell(shape)
        if len(self._some_day) < len(SOME_DAY) and chance.yes(0.05 / (1 + len(self._some_day))):
            self._dream()

    def win(self, shape: Shape, facts: AbstractSet[str], at: datetime) -> None:
        """Write one small win that suits the day and the hour."""
        reach = shape.reach
        weights = {
            "breathe": 1.0,
            "rhythm": 0.45,
            "step_out": 1.1 * ("outside" in facts),
            "connect": 0.8 * bool(facts & {"family", "online", "met"}),
            "try": 0.6 * (reach > 1.8),
            "earn": 0.5 * (reach > 3.6),
            "keep": 0.35 * (reach > 3.8),
            "night": 0.5 * (hour(at) == "night"),
            "sleepless": 0.8 * ("sleepless" in facts),
        }
        if (now := season(at)) in WINS:
            weights[str(now)] = 0.35
        texts = WINS[self._chance.weighed(weights)]
        self._put_win(shape, at, self._chance.text(texts), for_someone=False)

    def _for_someone(self, shape: Shape, at: datetime) -> None:
        self._put_win(shape, at, self._chance.text(FOR_SOMEONE), for_someone=True)

    def _put_win(self, shape: Shape, at: datetime, text: str, *, for_someone: bool) -> None:
        self._ledger.put(
            Win(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._ledger.moment(at),
                text=_(text),
                for_someone=for_someone,
            )
        )

    def _topic(self, shape: Shape, at: datetime) -> None:
        topic = Topic(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._ledger.moment(at),
            text=_(text := self._chance.text(TOPICS)),
            aspect=Aspect.ASK if text in ASKED else Aspect.SAY,
        )
        if topic.text not in {known.text for known in self._topics.values()}:
            self._topics[topic.id] = topic
            self._ledger.put(topic)

    def _tell(self, shape: Shape) -> None:
        """Tell one or two of the lines to whom they met; the oldest need not come first."""
        for _number in range(min(len(self._topics), self._chance.whole(1, 2))):
            topic = self._topics.pop(self._chance.one(tuple(self._topics)))
            self._ledger.put(topic.replace(told_on=shape.day))

    def _dream(self) -> None:
        text = self._chance.text(SOME_DAY)
        position = len(self._some_day)
        self._some_day.append(text)
        self._ledger.put(SomeDay(id=self._ledger.new_id(), text=_(text), position=position))
