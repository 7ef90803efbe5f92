"""The sleep of many days, read a year at a time and kept as plain numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from stepup.domain.problem import Problem
from stepup.domain.record import year_shard
from stepup.domain.rhythm import Sleep
from stepup.domain.slept import Half, SleepDay, Slept, half, halves_of, sleep_day
from stepup.notebook.book import Book, Changed

FORTNIGHT: Final = 14
_LATER: Final = 4
"""Days after a half's first noon to whose pages a sleep of it may belong; none is over 3 days."""
_A_SLEEP: Final = re.compile(rb'"(?:start|end|sleepless)":')
"""Stands in every record of a sleep."""


@dataclass(frozen=True, slots=True)
class _Year:
    """One year: its days, and the sleeps of each half of the picture, both by ordinals."""

    days: Mapping[int, SleepDay] = field(default_factory=dict)
    halves: Mapping[int, list[Slept]] = field(default_factory=dict)


_EMPTY: Final = _Year()


class Rhythm:
    """Sleep as the picture and its sentences need it. Each year is read when it is shown."""

    def __init__(self, book: Book) -> None:
        """Work on this book, and forget a year when something in it changes."""
        self._book = book
        self._years: dict[str, _Year | Problem] = {}
        book.listen(self._changed)

    def newest(self, until: date) -> date | None:
        """Return the last day up to `until` with something written about sleep, or None.

        Raises:
            Problem: a year on the way there cannot be read.
        """
        for shard in self._book.years():
            if shard <= year_shard(until) and (days := self._days_of(shard, until)):
                return days[0]
        return None

    def first(self, until: date) -> date:
        """Return the day the picture begins with.

        The first day with sleep of the oldest year; while that has not been read, its 1 January,
        so that no year is read only to know this. A year without sleep is passed by.
        """
        for shard in reversed(self._book.years()):
            new_year = date(int(shard), 1, 1)
            if new_year > until:
                break
            year = self._years.get(shard)
            if not isinstance(year, _Year):
                return new_year
            if year.days:
                return min(until, date.fromordinal(min(year.days)))
        return until

    def day(self, day: date) -> SleepDay | None:
        """Return what was written about sleep on a day, None for nothing.

        Raises:
            Problem: its year cannot be read.
        """
        return self._year(year_shard(day)).days.get(day.toordinal())

    def last_days(self, until: date, count: int = FORTNIGHT) -> dict[date, SleepDay]:
        """Return what was written about sleep on the `count` days up to `until`, the newest first.

        Raises:
            Problem: a year of them cannot be read.
        """
        days = (until - timedelta(days=back) for back in range(min(count, until.toordinal())))
        return {day: found for day in days if (found := self.day(day))}

    def last_written(self, until: date, count: int = FORTNIGHT) -> dict[date, SleepDay]:
        """Return the last days with something about sleep, the newest first.

        They are of the newest year that has such days, and of the year before it.

        Raises:
            Problem: one of these years cannot be read.
        """
        newest = self.newest(until)
        if newest is None:
            return {}
        days = self._days_of(year_shard(newest), until)
        if len(days) < count and newest.year > 1:
            days += self._days_of(year_shard(newest.replace(newest.year - 1, day=1)), until)
        return {day: found for day in days[:count] if (found := self.day(day))}

    def half(self, noon: int) -> Half:
        """Return the half of the picture that begins at the noon of the day with this ordinal.

        Raises:
            Problem: a year it shows cannot be read.
        """
        last = min(noon + _LATER, date.max.toordinal())
        shards = {year_shard(date.fromordinal(day)) for day in (max(1, noon), last)}
        years = [self._year(shard) for shard in sorted(shards)]
        sleeps = [sleep for year in years for sleep in year.halves.get(noon, ())]
        nights = [year.days.get(noon + 1) for year in years]
        return half(noon, sleeps, sleepless=any(night and night.sleepless for night in nights))

    def _days_of(self, shard: str, until: date) -> list[date]:
        """Return the days of a year with something about sleep, the newest first."""
        if shard != year_shard(until) and not self._has_sleep(shard):
            return []
        days = sorted(self._year(shard).days, reverse=True)
        return [date.fromordinal(day) for day in days if day <= until.toordinal()]

    def _year(self, shard: str) -> _Year:
        if shard not in self._years:
            try:
                self._years[shard] = self._read(shard)
            except Problem as problem:
                self._years[shard] = problem  # it is not read again with every line
        year = self._years[shard]
        if isinstance(year, Problem):
            raise year
        return year

    def _read(self, shard: str) -> _Year:
        if shard not in self._book.years():
            return _EMPTY
        records: defaultdict[date, list[Sleep]] = defaultdict(list)
        for record in self._book.of_kind(Sleep, shard):
            records[record.day].append(record)
        days = {day.toordinal(): sleep_day(sleeps) for day, sleeps in records.items()}
        halves: defaultdict[int, list[Slept]] = defaultdict(list)
        for day in days.values():
            for sleep in day.sleeps:
                for noon in halves_of(sleep):
                    halves[noon].append(sleep)
        return _Year(days, dict(halves))

    def _has_sleep(self, shard: str) -> bool:
        """Whether a year has sleeps, told from its bytes unless it is held already."""
        held = self._years.get(shard)
        if held is not None:
            return isinstance(held, Problem) or bool(held.days)
        return bool(self._book.written(shard, _A_SLEEP).get(Sleep.kind))

    def _changed(self, changed: Changed) -> None:
        if not changed.kinds:
            self._years.clear()
        elif Sleep.kind in changed.kinds:
            for day in changed.days:
                self._years.pop(year_shard(day), None)
