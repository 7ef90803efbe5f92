"""What is written on a day: from a single digit to a whole page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from stepup.demo.afterwards import Afterwards
from stepup.demo.aims import Aims
from stepup.demo.beside import Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Presence, Shape
from stepup.demo.ledger import Ledger
from stepup.demo.lines import Lines
from stepup.demo.nights import Night
from stepup.demo.rows import Rows
from stepup.demo.writing import Page, entry
from stepup.domain.day import DAY_START
from stepup.domain.goal import Outcome
from stepup.domain.journal import JournalEntry, Looked
from stepup.domain.mood import CheckIn
from stepup.domain.rhythm import Sleep

LONGEST_WAKING = timedelta(hours=14)
LAST_MINUTES = timedelta(minutes=7)
"""How long the last day lasts: it has only just begun."""


@dataclass(frozen=True, slots=True)
class Waking:
    """The wall times between which something can be written on a day."""

    begin: datetime
    end: datetime

    def at(self, fraction: float) -> datetime:
        """Return the moment after a fraction of it, 0 to 1."""
        return (self.begin + (self.end - self.begin) * fraction).replace(microsecond=0)


class Diary:
    """Writes the days down, one after the other."""

    def __init__(
        self, chance: Chance, afterwards: Chance, ledger: Ledger, beside: Sequence[Beside]
    ) -> None:
        """Begin with an empty page.

        `afterwards` is the chance of what is said of goals later, `beside` what happens on days
        with a page.
        """
        self._chance = chance
        self._ledger = ledger
        self._beside = beside
        self._aims = Aims(chance, Afterwards(afterwards, ledger), ledger)
        self._lines = Lines(chance, ledger)
        self._rows = Rows(chance, ledger)

    def write(self, shape: Shape, night: Night, *, is_last: bool) -> None:
        """Write a day down, as much of it as its presence says."""
        waking = _waking(shape, night, is_last=is_last)
        match shape.presence:
            case Presence.LOOKED:
                self._looked(shape, waking.at(self._chance.between(0.1, 1)))
            case Presence.DIGIT:
                self._check_in(shape, waking.at(self._chance.between(0, 1)), digit_only=True)
            case Presence.PAGE if is_last:
                self._begin_page(shape, night, waking)
            case Presence.PAGE:
                self._page(shape, night, waking)
            case Presence.AWAY:
                pass

    # A page

    def _page(self, shape: Shape, night: Night, waking: Waking) -> None:
        chance = self._chance
        facts = self._night_facts(shape, night, waking)
        if chance.yes(0.92):
            self._check_in(shape, waking.at(chance.between(0.01, 0.2)))
        if chance.yes(0.18):
            self._check_in(shape, waking.at(chance.between(0.5, 0.95)))
        facts |= {"work"} if chance.yes(0.08 * (shape.reach - 2.4)) else set()
        facts |= self._rows.mark(shape, waking.at)
        facts |= self._goal_facts(shape, waking)
        self._lines.write(shape, facts, waking.at)
        if chance.yes(0.9 if shape.back else 0.6):
            self._journal(shape, night, facts, waking.at(chance.between(0.55, 0.98)))
        if chance.yes(0.15):
            self._looked(shape, waking.at(0.99))
        for one in self._beside:
            one.live(shape, waking.at)

    def _begin_page(self, shape: Shape, night: Night, waking: Waking) -> None:
        """Write the first lines of a day that has only just begun."""
        self._sleeps(shape, night, waking)
        self._check_in(shape, waking.at(0.2))
        self._aims.lay_out(shape, waking.at(0.5))
        self._lines.win(shape, frozenset(), waking.at(0.7))
        self._journal(shape, night, {"drifting"}, waking.at(0.9))

    # Its parts

    def _looked(self, shape: Shape, at: datetime) -> None:
        self._ledger.put(
            Looked(id=self._ledger.new_id(), day=shape.day, at=self._ledger.moment(at))
        )

    def _check_in(self, shape: Shape, at: datetime, *, digit_only: bool = False) -> None:
        chance = self._chance
        mood = chance.level(2.75 + 1.1 * shape.ease, 0.55)
        energy = chance.level(2.5 + 0.9 * shape.ease, 0.6)
        self._ledger.put(
            CheckIn(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._ledger.moment(at),
                mood=mood,
                energy=None if digit_only or chance.yes(0.2) else energy,
            )
        )

    def _night_facts(self, shape: Shape, night: Night, waking: Waking) -> set[str]:
        facts = {name for name in ("back",) if shape.back}
        facts |= {"low"} if shape.ease < -0.6 else set()
        facts |= {"good"} if shape.ease > 0.45 else set()
        if not self._chance.yes(0.78):
            return facts
        facts |= self._sleeps(shape, night, waking)
        facts |= {"drifting"} if night.drifting else set()
        return facts

    def _sleeps(self, shape: Shape, night: Night, waking: Waking) -> set[str]:
        """Write the sleeps of a day down; return what they were like."""
        facts = set()
        for start, end in night.sleeps:
            self._sleep(shape, waking.at(0.02), start, end)
            facts |= _woke(end)
        if night.sleepless:
            self._put_sleep(shape, waking.at(0.02), None, None, sleepless=True)
            facts = {"sleepless"}
        if self._chance.yes(0.16) and waking.end - waking.begin > timedelta(hours=9):
            start = waking.begin + timedelta(minutes=5 * self._chance.whole(45, 72))
            end = start + timedelta(minutes=5 * self._chance.whole(4, 22))
            self._put_sleep(shape, end + timedelta(minutes=6), start, end)
            facts.add("nap")
        return facts

    def _sleep(self, shape: Shape, at: datetime, start: datetime, end: datetime) -> None:
        """Write a sleep down; now and then only one end of it is remembered."""
        known = self._chance.weighed({"both": 0.9, "end": 0.07, "start": 0.03})
        self._put_sleep(
            shape,
            max(at, end),
            None if known == "end" else start,
            None if known == "start" else end,
        )

    def _put_sleep(
        self,
        shape: Shape,
        at: datetime,
        start: datetime | None,
        end: datetime | None,
        *,
        sleepless: bool = False,
    ) -> None:
        moment = self._ledger.moment
        self._ledger.put(
            Sleep(
                id=self._ledger.new_id(),
                day=shape.day,
                at=moment(at),
                start=moment(start) if start else None,
                end=moment(end) if end else None,
                sleepless=sleepless,
            )
        )

    def _goal_facts(self, shape: Shape, waking: Waking) -> set[str]:
        moments = (
            waking.at(self._chance.between(0.05, 0.3)),
            waking.at(self._chance.between(0.4, 0.9)),
        )
        outcomes = self._aims.live(shape, moments)
        names = {Outcome.DONE: "goal_done", Outcome.HALF: "goal_half", Outcome.CHOSEN: "goal_left"}
        return {names[outcome] for outcome in outcomes[:1]}

    def _journal(self, shape: Shape, night: Night, facts: set[str], at: datetime) -> None:
        woke = night.sleeps[0][1] if night.sleeps else None
        page = Page(at=at, facts=frozenset(facts), ease=shape.ease, woke=woke)
        text, tags = entry(self._chance, page)
        self._ledger.put(
            JournalEntry(
                id=self._ledger.new_id(),
                day=shape.day,
                at=self._ledger.moment(at),
                text=text,
                tags=tags,
                closed=self._chance.yes(0.2 if shape.ease < -0.7 else 0.03),
            )
        )


def _waking(shape: Shape, night: Night, *, is_last: bool) -> Waking:
    begin_of_day = datetime.combine(shape.day, DAY_START)
    end_of_day = begin_of_day + timedelta(hours=23, minutes=55)
    begin = begin_of_day + timedelta(hours=1)
    stop = night.next_start
    if night.sleeps:
        begin = night.sleeps[0][1] + timedelta(minutes=1)
        stop = night.sleeps[1][0] if len(night.sleeps) > 1 else stop
    begin = min(begin, end_of_day)
    if is_last:
        return Waking(begin, begin + LAST_MINUTES)
    end = min(end_of_day, begin + LONGEST_WAKING, max(stop, begin))
    return Waking(begin, max(begin, end))


def _woke(end: datetime) -> set[str]:
    """Return what a text may say of waking at this time."""
    clock = end.time()
    if time(4, 30) <= clock < time(9, 30):
        return {"early"}
    if time(13) <= clock < time(16, 30):
        return {"woke_late"}
    return {"turned"} if time(17) <= clock < time(21, 30) else set()
