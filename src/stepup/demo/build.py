"""A whole life as changes, a year at a time, and the vault they are written into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from stepup.demo.beside import Beside
from stepup.demo.chance import Chance
from stepup.demo.corners import Corners
from stepup.demo.course import Presence, Shape, course
from stepup.demo.diary import Diary
from stepup.demo.handing_over import HandingOver
from stepup.demo.ladders import Ladders
from stepup.demo.ledger import Ledger
from stepup.demo.looking import LookingBack, Numbers
from stepup.demo.nights import Night, nights
from stepup.demo.own_work import OwnWork
from stepup.demo.papers import Papers
from stepup.demo.people import People
from stepup.demo.places import Places
from stepup.demo.texts.lines import OWN_HELP
from stepup.demo.works import Works
from stepup.domain.change import Change
from stepup.domain.joined import Joined
from stepup.domain.journal import OwnHelp
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import Preferences, Rest
from stepup.domain.rhythm import BUILT_IN, SLEEP_ROW
from stepup.i18n import _
from stepup.notebook.book import open_book

JAPAN = timedelta(hours=9)
SAVED = time(4, 30)
"""The time of day at which a year is saved, on its last day: today has only just begun."""
LONGEST_SAVE = 60.0
OPENED = ("rhythm", "stages", "work", "people", "share")
"""The screens that have joined the rail."""


@dataclass(frozen=True, slots=True)
class Year:
    """What one calendar year adds, and its last day."""

    last: date
    change: Change


def write_demo(
    folder: Path, *, years: int, seed: int, today: date, offset: timedelta = JAPAN
) -> None:
    """Write the vault of an invented person into a folder: `years` years up to `today`.

    The texts are in the language in use; `offset` is the UTC offset of every moment. The same
    arguments and language give the same records. One save a year.

    Raises:
        Problem: the folder holds something that cannot be written to, or the disk refuses.
    """
    for year in life(years=years, seed=seed, today=today, offset=offset):
        saved = datetime.combine(year.last, SAVED, timezone(offset))
        # A book of its own for each year: fifty years take no more memory than one.
        book = open_book(folder, clock=_Standing(saved), settle=0.0)
        book.apply(year.change, alone=True)
        if not book.close(LONGEST_SAVE):
            raise book.state.problem or Problem(ProblemCode.BUSY)


def life(*, years: int, seed: int, today: date, offset: timedelta = JAPAN) -> Iterator[Year]:
    """Yield what each calendar year adds, the oldest first, the last one up to `today`."""
    first = _years_before(today, years)
    seeds = (seed, years)
    ledger = Ledger(Chance("ids", *seeds), offset)
    beside = _beside(seeds, ledger, first, _move_in(ledger))
    diary = Diary(Chance("diary", *seeds), Chance("afterwards", *seeds), ledger, beside)
    slept = nights(Chance("nights", *seeds), first, today)
    rests = _Rests(Chance("rests", *seeds), ledger, today)
    for shape in course(Chance("course", *seeds), first, today):
        is_last = shape.day == today
        diary.write(shape, slept.get(shape.day) or Night(), is_last=is_last)
        rests.look(shape)
        if is_last or (shape.day.month, shape.day.day) == (12, 31):
            yield Year(shape.day, ledger.close_year())


def _move_in(ledger: Ledger) -> Preferences:
    """Keep what is there from the first day; return how they want the program to be."""
    preferences = Preferences(rows=(SLEEP_ROW, *BUILT_IN), opened=OPENED, welcomed=True)
    ledger.put(preferences)
    ledger.put(OwnHelp(text=_(OWN_HELP)))
    ledger.put(Joined())  # there is one computer so far
    return preferences


def _beside(
    seeds: tuple[int, int], ledger: Ledger, first: date, preferences: Preferences
) -> tuple[Beside, ...]:
    """Return what happens beside the pages."""

    def chance(name: str) -> Chance:
        return Chance(name, *seeds)

    places = Places(chance("places"), ledger, first)
    return (
        places,
        Ladders(chance("ladders"), ledger, first, places),
        Papers(chance("papers"), ledger, first, preferences),
        Corners(chance("corners"), ledger, first),
        Numbers(chance("numbers"), ledger, first),
        LookingBack(chance("looking back"), ledger, first),
        OwnWork(chance("own work"), ledger, first),
        HandingOver(chance("handing over"), ledger, first),
        Works(chance("works"), ledger, first),
        People(chance("people"), ledger, first),
    )


def _years_before(today: date, years: int) -> date:
    try:
        return today.replace(year=today.year - years)
    except ValueError:  # 29 February, in a year that has none
        return today.replace(year=today.year - years, day=28)


class _Rests:
    """Times of rest, taken now and then in a hard stretch."""

    def __init__(self, chance: Chance, ledger: Ledger, last: date) -> None:
        self._chance = chance
        self._ledger = ledger
        self._last = last
        self._until = date.min

    def look(self, shape: Shape) -> None:
        """Take a rest from this day on, if it is a day for it."""
        if shape.presence is Presence.AWAY or shape.ease > -0.7 or shape.day <= self._until:
            return
        until = shape.day + timedelta(days=self._chance.whole(3, 12))
        if until < self._last and self._chance.yes(0.06):
            self._until = until
            rest = Rest(id=self._ledger.new_id(), from_day=shape.day)
            for piece in rest.until(until, self._ledger.new_id):
                self._ledger.put(piece)


class _Standing:
    """A clock that stands still."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return its moment."""
        return self._moment

    def localise(self, wall: datetime) -> datetime:
        """Return a wall time with the same offset."""
        return wall.replace(tzinfo=self._moment.tzinfo)
