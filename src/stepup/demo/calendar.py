"""Which seasons and hours a text may speak of."""

from __future__ import annotations

from datetime import date, datetime

# From the first day to the last, as month and day; what lies between speaks of no season.
_SEASONS = {
    "spring": ((3, 15), (4, 25)),
    "rainy": ((6, 8), (7, 15)),
    "summer": ((7, 20), (8, 31)),
    "autumn": ((9, 25), (11, 10)),
    "winter": ((12, 5), (12, 27)),
    "new_year": ((12, 28), (12, 31)),
}
_AFTER_NEW_YEAR = {"new_year": ((1, 1), (1, 5)), "winter": ((1, 6), (2, 25))}


def season(day: date) -> str | None:
    """Return the season a text of this day may speak of, or None."""
    place = (day.month, day.day)
    for seasons in (_SEASONS, _AFTER_NEW_YEAR):
        for name, (begin, end) in seasons.items():
            if begin <= place <= end:
                return name
    return None


def hour(moment: datetime) -> str | None:
    """Return the part of the day a text written at this moment may speak of, or None."""
    match moment.hour:
        case 0 | 1 | 2 | 3:
            return "night"
        case 5 | 6 | 7 | 8:
            return "morning"
        case 16 | 17 | 18:
            return "evening"
        case _:
            return None
