"""Clock times go round: their mean, how close together they are, and how far they spread.

After Mardia and Jupp, Directional Statistics: each time is a point on a circle of one day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, cos, fsum, hypot, inf, log, sin, sqrt, tau
from typing import Final

DAY_MINUTES: Final = 1440
SPREAD_BELOW: Final = 0.1
"""Below this R, times are too spread to name a usual one."""


@dataclass(frozen=True, slots=True)
class ClockMean:
    """Where `count` clock times gather.

    `minute` is minutes after midnight, 0 up to 1440; `closeness` is R, 0 (all round the clock)
    to 1 (all the same).
    """

    minute: float
    closeness: float
    count: int

    @property
    def spread(self) -> float:
        """The circular standard deviation in minutes, √(−2 ln R) of a circle of one day."""
        if self.closeness <= 0:
            return inf
        return sqrt(-2 * log(self.closeness)) * DAY_MINUTES / tau

    @property
    def is_too_spread(self) -> bool:
        """Whether the times are too far apart for a usual one."""
        return self.closeness < SPREAD_BELOW

    @property
    def whole_minute(self) -> int:
        """The nearest minute of the clock, 0 to 1439."""
        return round(self.minute) % DAY_MINUTES


def clock_mean(minutes: Iterable[float]) -> ClockMean | None:
    """Return the circular mean of times in minutes (any day's); None for none.

    The order makes no difference, not even in the last digit.
    """
    angles = [tau * (minute % DAY_MINUTES) / DAY_MINUTES for minute in minutes]
    if not angles:
        return None
    sines, cosines = fsum(map(sin, angles)), fsum(map(cos, angles))
    closeness = min(1.0, hypot(sines, cosines) / len(angles))
    # A hair before midnight is midnight: 23:50 and 0:10 meet at 0:00.
    minute = round(atan2(sines, cosines) / tau * DAY_MINUTES, 6) % DAY_MINUTES
    return ClockMean(minute, closeness, len(angles))
