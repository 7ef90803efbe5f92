"""Promises, pieces, strengths, practice, learning, cards and drafts, in the course of a life."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.own_work import (
    ABOUT,
    CARDS,
    CLIENTS,
    LATE,
    LEARNING,
    PAPERS,
    PIECES,
    PRACTICES,
    PROMISES,
    SKILLS,
    STRENGTHS,
)
from stepup.domain.card import Card, Paper
from stepup.domain.piece import Piece
from stepup.domain.promise import Agreed, Promise, PromiseState
from stepup.domain.strength import Learning, Practice, Strength
from stepup.i18n import _

_MAKES = 2.6
_PROMISES = 3.4
"""How far a day reaches on which something is made, or promised."""
_MOST_OPEN = 2
_MINUTES: Final = (10, 15, 20, 25, 30, 45, 60)


class OwnWork(Beside):
    """What they make, promise, practise and learn; little at first, and with long gaps."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin with nothing."""
        super().__init__(chance, ledger, first)
        self._open: dict[str, tuple[Promise, int]] = {}
        """Promises that are open, each with how many days after the due day it will close."""
        self._learning: dict[str, Learning] = {}
        self._strengths = list(STRENGTHS)
        self._cards = list(CARDS)
        self._papers = list(PAPERS.items())
        self._undated = 2
        """How many more pieces may be without a day."""
        self._position = 0
        self._was_late = False

    def live(self, shape: Shape, at: At) -> None:
        """Let a day pass; mostly nothing of this happens on it."""
        self._close(shape)
        likely = 0.05 if not self._was_late else 0.03
        if shape.reach > _PROMISES and len(self._open) < _MOST_OPEN and self._chance.yes(likely):
            self._promise(shape)
        if shape.reach > _MAKES and self._chance.yes(0.015):
            self._make(shape)
        if shape.ease > -0.3 and self._chance.yes(0.05):
            self._practise(shape, at)
        is_more = bool(self._strengths or self._cards or self._papers)
        if is_more and shape.ease > -0.2 and self._chance.yes(0.06):
            self._say_of_oneself()
        self._learn(shape)

    def _next(self) -> int:
        self._position += 1
        return self._position

    # Promises

    def _promise(self, shape: Shape) -> None:
        text = self._chance.text(tuple(PROMISES))
        if _(text) in {promise.text for promise, _days in self._open.values()}:
            return
        client = self._chance.one(CLIENTS)
        promise = Promise(
            id=self._ledger.new_id(),
            text=_(text),
            made_on=shape.day,
            position=self._next(),
            due=shape.day + timedelta(days=self._chance.whole(6, 20)),
            spare=self._chance.whole(0, 3),
            client=_(client) if client else "",
            agreed=tuple(Agreed(text=_(line)) for line in PROMISES[text]),
        )
        # Mostly a little before the day; the first one that is late comes early in this life.
        days = 2 if not self._was_late else self._chance.whole(-3, 0)
        self._was_late = True
        self._open[promise.id] = (promise, days)
        self._ledger.put(promise)

    def _close(self, shape: Shape) -> None:
        for promise, days in tuple(self._open.values()):
            if promise.due is None or shape.day < promise.due + timedelta(days=days):
                continue
            done = tuple(line.replace(done=True) for line in promise.agreed)
            if shape.day > promise.due:
                closed = promise.replace(agreed=done, message=_(LATE))
                closed = closed.with_state(PromiseState.HANDED_OVER, shape.day)
            elif self._chance.yes(0.12):
                closed = promise.with_state(PromiseState.LET_GO, shape.day)
            else:
                kept = promise.replace(agreed=done)
                closed = kept.with_state(PromiseState.KEPT, shape.day)
            del self._open[promise.id]
            self._ledger.put(closed)

    # Pieces

    def _make(self, shape: Shape) -> None:
        title = self._chance.text(tuple(PIECES))
        part, tools, link = PIECES[title]
        is_dated = self._undated == 0 or self._chance.yes(0.4)
        if not is_dated:
            self._undated -= 1
        piece = Piece(
            id=self._ledger.new_id(),
            title=_(title),
            part=_(part) if part else "",
            tools=_(tools) if tools else "",
            skills=_(self._chance.text(SKILLS)) if self._chance.yes(0.4) else "",
            made_on=shape.day if is_dated else None,
            link=link,
            about=_(self._chance.one(ABOUT)) if self._chance.yes(0.3) else "",
            position=self._next(),
        )
        self._ledger.put(piece)

    # Oneself

    def _practise(self, shape: Shape, at: At) -> None:
        practice = Practice(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            text=_(self._chance.text(PRACTICES)),
            minutes=self._chance.one(_MINUTES) if self._chance.yes(0.7) else None,
        )
        self._ledger.put(practice)

    def _say_of_oneself(self) -> None:
        """Write the next line, card or draft there is."""
        new_id, position = self._ledger.new_id(), self._next()
        left = {
            "strength": float(len(self._strengths)),
            "card": float(len(self._cards)),
            "paper": 5.0 * len(self._papers),
        }
        match self._chance.weighed({kind: weight for kind, weight in left.items() if weight}):
            case "strength":
                side, text = self._strengths.pop(0)
                line = Strength(id=new_id, side=side, text=_(text), position=position)
                self._ledger.put(line)
            case "card":
                occasion, question, words = self._cards.pop(0)
                card = Card(
                    id=new_id,
                    occasion=occasion,
                    question=_(question),
                    words=_(words),
                    position=position,
                )
                self._ledger.put(card)
            case _:
                title, text = self._papers.pop(0)
                self._ledger.put(Paper(id=new_id, title=_(title), text=_(text), position=position))

    def _learn(self, shape: Shape) -> None:
        """Begin to learn something, or come to its end."""
        for learning in tuple(self._learning.values()):
            if self._chance.yes(0.008):
                del self._learning[learning.id]
                self._ledger.put(learning.replace(ended_on=shape.day))
        if self._learning or not self._chance.yes(0.012):
            return
        text = self._chance.one(tuple(LEARNING))
        with_whom, note = LEARNING[text]
        learning = Learning(
            id=self._ledger.new_id(),
            text=_(text),
            with_whom=_(with_whom),
            since=shape.day,
            note=_(note) if note else "",
            position=self._next(),
        )
        self._learning[learning.id] = learning
        self._ledger.put(learning)
