"""Works of several kinds, and a first income after months: small, irregular, with a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.works import (
    EXPENSES,
    FIRST_THEN,
    FITTED,
    OFFERS,
    TIRED,
    TRIAL_DAYS,
    WORRY,
    Offer,
)
from stepup.domain.income import FirstIncome, Income, MoneyWorry
from stepup.domain.work import Work, WorkKind, WorkSession, WorkState
from stepup.i18n import _

_MOST_OPEN: Final = 4
_WORRIED: Final = 230
_BANK_FEE: Final = 165


@dataclass(slots=True)
class _Held:
    """A work in hand, what it came from, and the last day on which something was done for it."""

    work: Work
    offer: Offer
    last: date
    sat: bool = False


class Works(Beside):
    """Comes upon works, does some of them, is paid for some of those."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin without any."""
        super().__init__(chance, ledger, first)
        self._held: dict[str, _Held] = {}
        self._known: set[Offer] = set()
        self._paid = 0
        self._to_correct: tuple[Income, int] | None = None
        self._corrections = 0
        self._card: FirstIncome | None = None
        self._worried = False

    def live(self, shape: Shape, at: At) -> None:
        """Let something happen for a work, or nothing."""
        self._close_card()
        self._correct(shape, at)
        if shape.ease > -0.6 and len(self._held) < _MOST_OPEN and self._chance.yes(0.08):
            self._find(shape)
        for held in tuple(self._held.values()):
            if shape.ease > -0.8:
                self._go_on(held, shape, at)
        if self._paid and self._chance.yes(0.012):
            self._spend(shape, at)
        if not self._worried and self._age(shape) > _WORRIED:
            self._worried = True
            self._ledger.put(MoneyWorry(text=_(WORRY)))

    # Works

    def _find(self, shape: Shape) -> None:
        in_hand = {held.offer for held in self._held.values()}
        thinkable = [o for o in OFFERS if o.after <= self._age(shape) and o not in in_hand]
        if not thinkable:
            return
        # What is new to them comes first, and money only after what was done without it.
        new = [offer for offer in thinkable if offer not in self._known]
        offer = new[0] if new and self._chance.yes(0.7) else self._chance.one(thinkable)
        self._known.add(offer)
        work = Work(
            id=self._ledger.new_id(),
            text=_(offer.text),
            way=offer.way,
            found_on=shape.day,
            client=_(offer.client),
            platform=_(offer.platform),
            people=_(offer.people),
            part=_(offer.part),
            through=_(offer.through),
            notes=_(offer.notes),
        )
        self._keep(_Held(work, offer, shape.day))

    def _keep(self, held: _Held) -> None:
        self._held[held.work.id] = held
        self._ledger.put(held.work)

    def _go_on(self, held: _Held, shape: Shape, at: At) -> None:
        if held.last == shape.day:
            return
        match held.work.state:
            case WorkState.FOUND if self._chance.yes(0.2):
                if held.offer.ends is WorkState.ASIDE:
                    self._close(held, shape)
                else:
                    applied = held.offer.through or held.offer.platform
                    self._move(held, WorkState.APPLIED if applied else WorkState.DOING, shape)
            case WorkState.APPLIED if self._chance.yes(0.3):
                self._move(held, WorkState.DOING, shape)
            case WorkState.DOING if self._chance.yes(0.4):
                self._sit_down(held, shape, at)
                if held.sat and self._chance.yes(0.35):
                    self._hand_over(held, shape)
                held.sat = True
            case WorkState.DELIVERED if self._chance.yes(0.15):
                self._pay(held, shape, at)
            case _:
                pass

    def _move(self, held: _Held, state: WorkState, shape: Shape) -> None:
        held.work = held.work.with_state(state, shape.day)
        held.last = shape.day
        self._ledger.put(held.work)

    def _hand_over(self, held: _Held, shape: Shape) -> None:
        if held.work.way is WorkKind.TRIAL:
            held.work = held.work.replace(
                days=_(TRIAL_DAYS), hours="10:00-12:00", tired=6, tired_words=_(TIRED),
                fitted=_(FITTED),
            )  # fmt: skip
        if held.offer.ends is WorkState.PAID:
            self._move(held, WorkState.DELIVERED, shape)
        else:
            self._close(held, shape)

    def _close(self, held: _Held, shape: Shape) -> None:
        self._move(held, held.offer.ends, shape)
        del self._held[held.work.id]

    def _sit_down(self, held: _Held, shape: Shape, at: At) -> None:
        before = self._chance.level(3.0 + shape.ease, 0.7)
        session = WorkSession(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            work=held.work.id,
            text=held.work.text,
            start=time(self._chance.whole(10, 20), 30) if self._chance.yes(0.4) else None,
            minutes=self._chance.whole(2, 18) * 5,
            breaks=self._chance.one((0, 0, 5, 10)),
            before=before,
            after=max(1, before - self._chance.whole(0, 1)) if self._chance.yes(0.7) else None,
        )
        held.last = shape.day
        self._ledger.put(session)

    # Money

    def _pay(self, held: _Held, shape: Shape, at: At) -> None:
        offer = held.offer
        # The first ones are the smallest; later they come as they come.
        gross = offer.pays[0] if self._paid < 2 else self._chance.one(offer.pays)
        fee = gross * offer.fee // 100
        income = Income(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            client=held.work.client,
            work=held.work.id,
            way=offer.way,
            worked_on=held.last,
            currency=offer.currency,
            gross=gross,
            fee=fee,
            minutes=self._chance.whole(2, 30) * 10 if self._chance.yes(0.7) else None,
        )
        if self._paid and fee and (not self._corrections or self._chance.yes(0.1)):
            # The fee was overlooked at first, and is put in when the statement comes.
            income = income.replace(fee=0)
            self._to_correct = income, fee
            self._corrections += 1
        self._ledger.put(income)
        if not self._paid:
            self._card = FirstIncome(paid_on=income.day, income=income.id, then=_(FIRST_THEN))
            self._ledger.put(self._card)
        self._paid += 1
        self._close(held, shape)

    def _close_card(self) -> None:
        if self._card is not None:
            self._ledger.put(self._card.replace(closed=True))
            self._card = None

    def _correct(self, shape: Shape, at: At) -> None:
        if self._to_correct is None or self._to_correct[0].day >= shape.day:
            return
        (income, fee), self._to_correct = self._to_correct, None
        if income.day.year != shape.day.year:
            return
        transfer = _BANK_FEE if income.currency == "JPY" and income.gross - fee > 500 else 0
        if fee or transfer:
            moment = self._moment(at)
            self._ledger.put(income.corrected(moment, completing=False, fee=fee, transfer=transfer))

    def _spend(self, shape: Shape, at: At) -> None:
        self._ledger.put(
            Income(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._moment(at),
                expenses=self._chance.whole(2, 24) * 55,
                note=_(self._chance.text(EXPENSES)),
            )
        )
