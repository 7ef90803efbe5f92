"""What was written down for a day beside its page, and the places one came to and left on it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar, cast

from stepup.domain.corner import Clipping, Later
from stepup.domain.goal import GoalReview
from stepup.domain.income import Income
from stepup.domain.ladder import Attempt
from stepup.domain.own_number import OwnValue
from stepup.domain.problem import Problem
from stepup.domain.record import CORE, Record, year_shard
from stepup.domain.review import Review
from stepup.domain.sheet import Sheet
from stepup.domain.stage import Being, Ease, Placement, being
from stepup.domain.work import Work, WorkSession
from stepup.notebook.book import Book
from stepup.notebook.reading import recorded_days

R = TypeVar("R", bound=Record)
Beings = Mapping[str, Being]
_ONE_DAY = timedelta(days=1)
_BESIDE: Final = frozenset(
    one.kind
    for one in (
        Attempt, GoalReview, Ease, OwnValue, Clipping, Review, Sheet, WorkSession, Income,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moves:
    """The ids of the places one came to, left, began to rest in and began again in on a day."""

    came_to: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    rested_in: tuple[str, ...] = ()
    began_again_in: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether one is in another place, or in another way, than on the day before."""
        return bool(self.came_to or self.left or self.rested_in or self.began_again_in)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """What belongs to one day and does not stand on its page, in the order of writing.

    `later` was put in on the day; what of it is still closed is for no one to read.
    `placements` are the stretches of which the day is one.
    """

    day: date
    attempts: tuple[Attempt, ...] = ()
    looks: tuple[GoalReview, ...] = ()
    eases: tuple[Ease, ...] = ()
    own_values: tuple[OwnValue, ...] = ()
    clippings: tuple[Clipping, ...] = ()
    later: tuple[Later, ...] = ()
    reviews: tuple[Review, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    placements: tuple[Placement, ...] = ()
    moves: Moves = Moves()
    work_sessions: tuple[WorkSession, ...] = ()
    incomes: tuple[Income, ...] = ()
    closed_works: tuple[Work, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written down, and one is where one was the day before."""
        return not self.moves.any and not any(
            (self.attempts, self.looks, self.eases, self.own_values, self.clippings, self.later,
             self.reviews, self.sheets, self.work_sessions, self.incomes,
             self.closed_works)
        )  # fmt: skip


class DayRecords:
    """Reads what stands beside the pages of days, for one stretch of them after another.

    Placements and what is for later are read once a year: a change made meanwhile is not seen.
    """

    def __init__(self, book: Book) -> None:
        """Read from this book."""
        self._book = book
        self._kept: dict[tuple[str, str], list[Record]] = {}

    def days(self, first: date, last: date) -> list[date]:
        """Return the days of a span on which something stands or may stand, the oldest first.

        Reads core and the years of the span.

        Raises:
            Problem: one of these years cannot be read.
        """
        found = set(recorded_days(self._book, first, last))
        years = [
            name for name in self._book.years() if year_shard(first) <= name <= year_shard(last)
        ]
        for shard in (CORE, *years):
            found.update(later.put_on for later in self._of(Later, shard))
            found.update(work.closed_on for work in self._of(Work, shard) if work.closed_on)
            for placement in self._of(Placement, shard):
                found.add(placement.from_day)
                if placement.to_day is not None and placement.to_day < date.max:
                    found.add(placement.to_day + _ONE_DAY)
        return sorted(day for day in found if first <= day <= last)

    def on(self, day: date) -> DayRecord:
        """Return what stands beside the page of a day.

        Raises:
            Problem: the year cannot be read.
        """
        records = self._book.on(day, _BESIDE)

        def of(kind: type[R]) -> tuple[R, ...]:
            return tuple(record for record in records if isinstance(record, kind))

        there = self._there(day)
        now = _beings(there)
        before = self._the_day_before(day, now)
        return DayRecord(
            day, of(Attempt), of(GoalReview), of(Ease), of(OwnValue), of(Clipping),
            self._later(day), of(Review), of(Sheet), there, _moves(before, now),
            of(WorkSession), of(Income), self._closed_works(day),
        )  # fmt: skip

    def _later(self, day: date) -> tuple[Later, ...]:
        found = (later for shard in (CORE, year_shard(day)) for later in self._of(Later, shard))
        return tuple(
            sorted((one for one in found if one.put_on == day), key=lambda one: one.position)
        )

    def _closed_works(self, day: date) -> tuple[Work, ...]:
        found = (work for work in self._of(Work, year_shard(day)) if work.closed_on == day)
        return tuple(sorted(found, key=lambda work: (work.found_on, work.position, work.id)))

    def _there(self, day: date) -> tuple[Placement, ...]:
        """Return the stretches of which a day is one."""
        found = (one for shard in (CORE, year_shard(day)) for one in self._of(Placement, shard))
        there = (placement for placement in found if placement.within(day, day))
        return tuple(sorted(there, key=lambda one: (one.stage, one.from_day, one.id)))

    def _the_day_before(self, day: date, now: Beings) -> Beings:
        """Return how one was in each place the day before; as `now` where that cannot be known."""
        if day == date.min:
            return {}
        if day.month == day.day == 1 and not self._tells_places(day):
            return now
        with suppress(Problem):  # a year before that cannot be read hides nothing of this one
            return _beings(self._there(day - _ONE_DAY))
        return now

    def _tells_places(self, day: date) -> bool:
        """Whether core or the year of a day says anything of places: else no other year is read."""
        return any(self._book.holds(Placement.kind, name) for name in (CORE, year_shard(day)))

    def _of(self, kind: type[R], shard: str) -> list[R]:
        key = (kind.kind, shard)
        if key not in self._kept:
            self._kept[key] = cast("list[Record]", self._book.of_kind(kind, shard))
        return cast("list[R]", self._kept[key])


def _beings(there: tuple[Placement, ...]) -> dict[str, Being]:
    stages = dict.fromkeys(placement.stage for placement in there)
    return {stage: being(one for one in there if one.stage == stage) for stage in stages}


def _moves(before: Beings, now: Beings) -> Moves:
    resting, rested = _resting(now), _resting(before)
    return Moves(
        came_to=tuple(stage for stage in now if stage not in before),
        left=tuple(stage for stage in before if stage not in now),
        rested_in=tuple(stage for stage in resting if stage not in rested),
        began_again_in=tuple(s for s in rested if s in now and s not in resting),
    )


def _resting(beings: Beings) -> list[str]:
    return [stage for stage, how in beings.items() if how is Being.RESTING]
