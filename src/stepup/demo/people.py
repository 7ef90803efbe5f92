"""Who and what they lean on, the talks and visits there, and what they keep ready to say."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts import people as texts
from stepup.domain.answer import FirstMessage, OwnAnswer
from stepup.domain.goal import Goal
from stepup.domain.journal import Aspect, Topic
from stepup.domain.need import Need
from stepup.domain.stage import StageKey
from stepup.domain.supporter import Appointment, Supporter, Visit, VisitHow
from stepup.domain.talk import Channel, Talk
from stepup.i18n import _

_HOWS: Final = {VisitHow.WENT: 0.5, VisitHow.LEFT_EARLY: 0.3, VisitHow.ONLINE: 0.2}
_IN_PERSON: Final = {VisitHow.WENT: 0.6, VisitHow.LEFT_EARLY: 0.4}
_WRITTEN_AFTER: Final = 45
"""Days after which the first message is written, and the line they would rather not talk about."""


class People(Beside):
    """Puts someone on the list now and then, talks, visits, and keeps words ready."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin with nobody."""
        super().__init__(chance, ledger, first)
        self._coming = list(texts.SUPPORTERS.items())
        self._there: dict[str, Supporter] = {}
        self._needs = list(texts.NEEDS.items())
        self._open: list[Need] = []
        self._answers = list(texts.ANSWERS.items())
        self._next_date = date.min
        self._has_goal = self._has_written = False

    def live(self, shape: Shape, at: At) -> None:
        """Let a day pass: mostly nothing of all this."""
        while self._coming and self._age(shape) >= self._coming[0][1][0]:
            self._meet()
        thursday = shape.day.weekday() == 3
        if thursday and texts.COUNSELLOR in self._there and self._chance.yes(0.8):
            self._chat(shape, at)
        elif self._there and shape.ease > -0.4 and self._chance.yes(0.05):
            self._talk(shape, at)
        if shape.ease > -0.5 and shape.reach > 0.6 and self._chance.yes(0.08):
            self._visit(shape, at)
        self._date(shape)
        self._need(shape)
        self._keep_ready(shape, at)

    def _meet(self) -> None:
        name, (_after, what, suits, lines) = self._coming.pop(0)
        supporter = Supporter(
            id=self._ledger.new_id(),
            name=_(name),
            what=what,
            suits=suits,
            bookmarked=name == texts.LIBRARY,
            some_day=name == texts.ROOM,
            position=len(self._there),
            **{field: _(words) for field, words in lines.items()},
        )
        self._there[name] = supporter
        self._ledger.put(supporter)

    # Talks

    def _chat(self, shape: Shape, at: At) -> None:
        before = self._chance.level(2.4, 0.7)
        talk = Talk(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            supporter=self._there[texts.COUNSELLOR].id,
            channel=Channel.CHAT,
            text=_(self._chance.text(texts.CHATS)),
            before=before,
            after=min(5, max(1, before + self._chance.whole(-1, 2))),
            next=_(self._chance.text(texts.NEXT)) if self._chance.yes(0.5) else "",
        )
        if not self._has_goal:
            self._has_goal = True
            goal = Goal(
                id=self._ledger.new_id(),
                text=_(texts.GOAL),
                made_on=shape.day,
                stage=StageKey.CONNECT,
                talk_year=shape.day.year,
            )
            self._ledger.put(goal)
            talk = talk.replace(goals=(goal.id,))
        self._ledger.put(talk)

    def _talk(self, shape: Shape, at: At) -> None:
        name, channel = self._chance.one(
            (
                (texts.CLINIC, Channel.IN_PERSON),
                (texts.MOTHER, Channel.IN_PERSON),
                (texts.FRIEND, Channel.VIDEO),
                (texts.COUNSELLOR, Channel.MAIL),
            )
        )
        if name in self._there:
            talk = Talk(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._moment(at),
                supporter=self._there[name].id,
                channel=channel,
                text=_(self._chance.text(texts.TALKS)),
            )
            self._ledger.put(talk)

    # Visits and dates

    def _visit(self, shape: Shape, at: At) -> None:
        name = self._chance.one((texts.LIBRARY, texts.CLINIC, texts.ROOM))
        if name not in self._there:
            return
        how = self._chance.weighed(_HOWS if name == texts.ROOM else _IN_PERSON)
        note = texts.ONLINE if how is VisitHow.ONLINE else self._chance.text(texts.NOTES)
        visit = Visit(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            supporter=self._there[name].id,
            how=how,
            note=_(note) if self._chance.yes(0.6) else "",
        )
        self._ledger.put(visit)

    def _date(self, shape: Shape) -> None:
        """Make the next appointment at the clinic once the last one is gone by."""
        if texts.CLINIC not in self._there or shape.day <= self._next_date:
            return
        self._next_date = shape.day + timedelta(days=self._chance.whole(18, 27))
        appointment = Appointment(
            id=self._ledger.new_id(),
            on_day=self._next_date,
            clock=time(self._chance.whole(13, 15), 30),
            supporter=self._there[texts.CLINIC].id,
        )
        self._ledger.put(appointment)

    # What is kept ready

    def _need(self, shape: Shape) -> None:
        if self._needs and self._chance.yes(0.05):
            text, what = self._needs.pop(0)
            need = Need(
                id=self._ledger.new_id(),
                text=_(text),
                what=what,
                made_on=shape.day,
                position=len(texts.NEEDS) - len(self._needs),
            )
            self._open.append(need)
            self._ledger.put(need)
        elif len(self._open) > 4 and self._chance.yes(0.006):
            need = self._open.pop(self._chance.whole(0, len(self._open) - 1))
            self._ledger.put(need.replace(closed_on=shape.day))

    def _keep_ready(self, shape: Shape, at: At) -> None:
        if self._answers and self._chance.yes(0.05):
            text, asker = self._answers.pop(0)
            position = len(texts.ANSWERS) - len(self._answers)
            self._ledger.put(
                OwnAnswer(id=self._ledger.new_id(), asker=asker, text=_(text), position=position)
            )
        if not self._has_written and self._age(shape) >= _WRITTEN_AFTER:
            self._has_written = True
            blanks = {blank: _(words) for blank, words in texts.FIRST.items()}
            self._ledger.put(FirstMessage(**blanks))
            topic = Topic(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._moment(at),
                text=_(texts.NOT_NOW),
                aspect=Aspect.NOT_SAY,
            )
            self._ledger.put(topic)
