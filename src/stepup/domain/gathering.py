"""What has gathered in a stage within twelve months. Counted for each by itself, never summed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Self, TypeVar

from stepup.domain.goal import Goal, GoalDay, GoalState, Outcome
from stepup.domain.journal import Win
from stepup.domain.stage import Being, Ease, Placement

D = TypeVar("D", Win, GoalDay)
MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class TwelveMonths:
    """Whole months, the oldest first, each named by its first day."""

    months: tuple[date, ...]

    @classmethod
    def until(cls, day: date, back: int = 0) -> Self:
        """Return the twelve months that end with the month of `day`, or end `back` years before.

        Fewer where the calendar begins.
        """
        last = 12 * (day.year - back) + day.month - 1
        numbers = range(last - MONTHS + 1, last + 1)
        return cls(tuple(date(n // 12, n % 12 + 1, 1) for n in numbers if n >= 12))

    @property
    def first(self) -> date:
        """Its first day."""
        return self.months[0]

    @property
    def last(self) -> date:
        """Its last day."""
        return month_end(self.months[-1])

    @property
    def years(self) -> tuple[int, ...]:
        """The years it touches."""
        return tuple(range(self.first.year, self.last.year + 1))

    def covers(self, day: date) -> bool:
        """Whether a day lies within it."""
        return self.first <= day <= self.last


def month_end(day: date) -> date:
    """Return the last day of a month."""
    if day.month == 12:
        return date(day.year, 12, 31)
    return date(day.year, day.month + 1, 1) - timedelta(days=1)


@dataclass(frozen=True)
class Read:
    """The records of a span, of all stages, as far as they matter here. Goals are the open ones."""

    span: TwelveMonths
    today: date
    placements: tuple[Placement, ...] = ()
    wins: tuple[Win, ...] = ()
    goal_days: tuple[GoalDay, ...] = ()
    eases: tuple[Ease, ...] = ()
    goals: tuple[Goal, ...] = ()

    @cached_property
    def days(self) -> Mapping[str, Mapping[date, Being]]:
        """The days of the span up to today on which one was in each stage, and how."""
        found: dict[str, list[Placement]] = {}
        for placement in self.placements:
            found.setdefault(placement.stage, []).append(placement)
        last = min(self.span.last, self.today)
        return {stage: days_of(mine, self.span.first, last) for stage, mine in found.items()}

    def days_in(self, stage: str) -> Mapping[date, Being]:
        """Return the days of the span up to today on which one was in a stage, and how."""
        return self.days.get(stage, {})

    def eases_of(self, stage: str) -> tuple[Ease, ...]:
        """Return how easy a stage felt, in the order of the days."""
        mine = [e for e in self.eases if e.stage == stage and self.span.covers(e.day)]
        return tuple(sorted(mine, key=lambda ease: (ease.day, ease.at)))

    @property
    def has_before(self) -> bool:
        """Whether any of the records lies before the span."""
        dated = (*self.wins, *self.goal_days, *self.eases)
        days = (*(r.day for r in dated), *(p.from_day for p in self.placements))
        return any(day < self.span.first for day in days)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What has gathered in one stage, each the newest first.

    Wins and things for someone are those written for days on which one was there. `days` are
    those with such a win, or with a goal of the stage done or half done.
    """

    wins: tuple[Win, ...] = ()
    for_someone: tuple[Win, ...] = ()
    done: tuple[GoalDay, ...] = ()
    half: tuple[GoalDay, ...] = ()
    resting: tuple[Goal, ...] = ()
    days: frozenset[date] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not (self.days or self.resting)


def gathered(stage: str, read: Read) -> Gathered:
    """Return what of the records read has gathered in a stage."""
    there = read.days_in(stage)
    wins = _newest_first(win for win in read.wins if win.day in there)
    lived = _newest_first(
        goal
        for goal in read.goal_days
        if goal.stage == stage and goal.outcome != Outcome.CHOSEN and read.span.covers(goal.day)
    )
    # What rests does so now: it says nothing of months that are over.
    goals = read.goals if read.span.covers(read.today) else ()
    resting = [g for g in goals if g.stage == stage and g.state is GoalState.RESTING]
    return Gathered(
        wins=tuple(win for win in wins if not win.for_someone),
        for_someone=tuple(win for win in wins if win.for_someone),
        done=tuple(goal for goal in lived if goal.outcome is Outcome.DONE),
        half=tuple(goal for goal in lived if goal.outcome is Outcome.HALF),
        resting=tuple(resting),
        days=frozenset(record.day for record in (*wins, *lived)),
    )


def days_of(placements: Iterable[Placement], first: date, last: date) -> dict[date, Being]:
    """Return each day of a span on which one was there; being awake there goes before resting."""
    days: dict[date, Being] = {}
    for placement in placements:
        for day in _days(placement, first, last):
            if not placement.resting:
                days[day] = Being.HERE
            else:
                days.setdefault(day, Being.RESTING)
    return days


def _days(placement: Placement, first: date, last: date) -> Iterator[date]:
    part = placement.within(first, last)
    if part is not None:
        for number in range(part[0].toordinal(), part[1].toordinal() + 1):
            yield date.fromordinal(number)


def _newest_first(records: Iterable[D]) -> Sequence[D]:
    return sorted(records, key=lambda record: (record.day, record.at), reverse=True)
