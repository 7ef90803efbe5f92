"""A span of days, from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both of them too."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        """Every day, the oldest first."""
        return [date.fromordinal(n) for n in range(self.first.toordinal(), self._end)]

    @property
    def _end(self) -> int:
        return self.last.toordinal() + 1

    def __contains__(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def __len__(self) -> int:
        """How many days it has."""
        return self._end - self.first.toordinal()

    @property
    def day_before(self) -> date:
        """The day before the first, or the first where the calendar begins."""
        return nearest_day(self.first.toordinal() - 1)

    @property
    def day_after(self) -> date:
        """The day after the last, or the last where the calendar ends."""
        return nearest_day(self._end)


def nearest_day(ordinal: int) -> date:
    """Return the day of an ordinal, or the nearest one that a calendar has."""
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
