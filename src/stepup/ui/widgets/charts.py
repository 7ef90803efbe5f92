"""Pictures in text: days in a row, small bars, a year of days, a line with its range.

Braille or plain ASCII, both one cell wide in every terminal. A cell is told apart by its
shape, never by colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from math import ceil
from operator import or_
from typing import Final

from stepup.domain.mood_measures import Levels

_HEIGHTS: Final = {False: "⡀⣀⣤⣶⣿", True: ".-=+#"}
_NOTHING: Final = {False: "･", True: "_"}
"""A recorded day with nothing in it; an unrecorded day is blank."""
TEN: Final = 10
"""Days after which a month's row has a gap, so that days can be counted."""

# In a line of five rows, the middle of a step within its cell, at the cell's upper or lower edge
# (where it lies between two levels), and the range that goes through: in dots and in ASCII.
_WITHIN: Final = (0x36, "o")
_UPPER: Final = (0x09, "'")
_LOWER: Final = (0xC0, ".")
_RANGE: Final = (0x47, "|")
_BLANK_DOTS: Final = 0x2800


def height(level: int, *, ascii_only: bool) -> str:
    """Return the cell for a level of 1 to 5, or for 0: recorded, and nothing in it."""
    return _HEIGHTS[ascii_only][level - 1] if level else _NOTHING[ascii_only]


def days_row(
    levels: Sequence[int | None], *, ascii_only: bool, wide: int = 1, groups: int = 0
) -> str:
    """Return a cell for each day, None for an unrecorded one, which is blank.

    A day is `wide` cells; `groups` parts every so many days by a blank.
    """
    cells = []
    for number, level in enumerate(levels):
        if groups and number and number % groups == 0:
            cells.append(" ")
        glyph = " " if level is None else height(level, ascii_only=ascii_only)
        drawn = glyph * max(1, wide - 1) if level else glyph
        cells.append(drawn.ljust(wide))
    return "".join(cells)


def bars(amounts: Sequence[int], *, ascii_only: bool, wide: int = 1) -> str:
    """Return small bars, the greatest one full; nothing is blank."""
    most = max(amounts, default=0)
    levels = [ceil(5 * amount / most) if amount else None for amount in amounts]
    return days_row(levels, ascii_only=ascii_only, wide=wide)


def bar(amount: int, most: int, cells: int, *, ascii_only: bool) -> str:
    """Return a bar that lies, `cells` long where the amount is `most`; at least one cell unless it is 0."""
    glyph = _HEIGHTS[ascii_only][-1]
    return glyph * (max(1, cells * amount // most) if amount > 0 else 0)


def year_rows(levels: Mapping[date, int], year: int, *, ascii_only: bool) -> list[str]:
    """Return twelve rows, one a month, with a cell for each day of 1 to 31; no day is blank."""
    rows = []
    for month in range(1, 13):
        known = {day.day: levels[day] for day in levels if (day.year, day.month) == (year, month)}
        days = [known.get(number) for number in range(1, 32)]
        rows.append(days_row(days, ascii_only=ascii_only, groups=TEN))
    return rows


def month_ruler() -> str:
    """Return the numbers that stand above the rows of a year or month."""
    return "".join(str(day).ljust(TEN + 1) for day in range(1, 32, TEN)).rstrip()


def line_rows(steps: Sequence[Levels | None], *, ascii_only: bool) -> list[str]:
    """Return five rows, the highest level first: the middle of each step, and its range through it.

    A step without a record is blank; nothing is drawn across it.
    """
    return ["".join(_cell(step, level, ascii_only) for step in steps) for level in (5, 4, 3, 2, 1)]


def _cell(step: Levels | None, level: int, ascii_only: bool) -> str:
    if step is None:
        return " "
    signs = [*_middle(step.middle - level)]
    if step.least <= level <= step.most and step.least != step.most:
        signs.append(_RANGE)
    if not signs:
        return " "
    if ascii_only:
        return signs[0][1]
    return chr(_BLANK_DOTS | reduce(or_, (dots for dots, _sign in signs)))


def _middle(above: float) -> Iterator[tuple[int, str]]:
    """Yield the sign of a middle that lies so much above a cell's level, if it is seen there."""
    if above == 0:
        yield _WITHIN
    elif 0 < above < 1:
        yield _UPPER
    elif -1 < above < 0:
        yield _LOWER
