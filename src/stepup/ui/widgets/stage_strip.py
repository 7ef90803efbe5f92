"""Pictures of a stage over months: where one was, and how easy it felt. Braille or plain ASCII.

Both stand on the same columns: each month is as many cells wide, whatever its length in days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from stepup.domain.gathering import month_end
from stepup.domain.stage import EASIEST, Being

_BRAILLE: Final = 0x2800
# Dots of the left and the right half of a cell: two rows for being there, the lower one for rest.
_HERE: Final = (0x44, 0xA0)
_RESTING: Final = (0x40, 0x80)
_LEFT: Final = (0x01, 0x02, 0x04, 0x40)
_RIGHT: Final = (0x08, 0x10, 0x20, 0x80)
"""The dots of a half cell from the top down."""
EASE_ROWS: Final = 3
"""Rows of the line of ease: in braille twelve heights, so that each number has one of its own."""
_DOTS: Final = EASE_ROWS * len(_LEFT)
_THIRDS: Final = "'-."
_STEPS: Final = "⡀⣀⣤⣶⣿"
_ASCII_STEPS: Final = ".-=+#"


def month_ruler(months: Sequence[date], per_month: int) -> str:
    """Return the numbers of months, each where its cells begin; where it is narrow, of some."""
    cells = [" "] * (len(months) * per_month + 1)
    for number, month in enumerate(months):
        if per_month > len("12") or month.month % 3 == 1:
            begin = number * per_month
            named = str(month.month)
            cells[begin : begin + len(named)] = named
    return "".join(cells).rstrip()


def presence_strip(
    days: Mapping[date, Being], months: Sequence[date], per_month: int, *, ascii_only: bool
) -> str:
    """Return a line of the days on which one was in a place; resting is lower, away is blank."""
    halves = _slots(days, months, 2 * per_month)
    cells = zip(halves[::2], halves[1::2], strict=True)
    draw = _ascii_cell if ascii_only else _braille_cell
    return "".join(draw(*cell) for cell in cells).rstrip()


def _slots(
    days: Mapping[date, Being], months: Sequence[date], per_month: int
) -> list[Being | None]:
    """Return how one was there in each part of each month; being awake there goes before rest."""
    slots: list[Being | None] = [None] * (len(months) * per_month)
    for number, how in zip(_numbers(days, months, per_month), days.values(), strict=True):
        if number is not None and slots[number] is not Being.HERE:
            slots[number] = how
    return slots


def _numbers(days: Iterable[date], months: Sequence[date], per_month: int) -> Iterator[int | None]:
    """Yield for each day which part of the months it lies in, counted through; None for none."""
    places = {
        (month.year, month.month): (number * per_month, month_end(month).day)
        for number, month in enumerate(months)
    }
    for day in days:
        place = places.get((day.year, day.month))
        yield None if place is None else place[0] + (day.day - 1) * per_month // place[1]


def _braille_cell(left: Being | None, right: Being | None) -> str:
    dots = 0
    for half, how in enumerate((left, right)):
        if how is not None:
            dots |= (_HERE if how is Being.HERE else _RESTING)[half]
    return chr(_BRAILLE | dots) if dots else " "


def _ascii_cell(left: Being | None, right: Being | None) -> str:
    if Being.HERE in (left, right):
        return "="
    return "-" if Being.RESTING in (left, right) else " "


def ease_steps(values: Sequence[int], *, ascii_only: bool) -> str:
    """Return one cell for each value of 0 to 10, side by side."""
    steps = _ASCII_STEPS if ascii_only else _STEPS
    return "".join(steps[value * len(steps) // (EASIEST + 1)] for value in values)


def ease_rows(
    values: Mapping[date, int], months: Sequence[date], per_month: int, *, ascii_only: bool
) -> list[str]:
    """Return three rows, the easiest on top, with a point for each value of 0 to 10 on its day."""
    width = len(months) * per_month
    points: list[list[int]] = [[] for _half in range(2 * width)]
    numbers = _numbers(values, months, 2 * per_month)
    for number, value in zip(numbers, values.values(), strict=True):
        if number is not None:
            points[number].append(value)
    draw = _ascii_ease if ascii_only else _braille_ease
    return [
        "".join(
            draw(row, points[2 * column], points[2 * column + 1]) for column in range(width)
        ).rstrip()
        for row in range(EASE_ROWS)
    ]


def _braille_ease(row: int, left: Sequence[int], right: Sequence[int]) -> str:
    dots = 0
    for values, half in ((left, _LEFT), (right, _RIGHT)):
        for value in values:
            height = _DOTS - 1 - value * (_DOTS - 1) // EASIEST
            if height // len(half) == row:
                dots |= half[height % len(half)]
    return chr(_BRAILLE | dots) if dots else " "


def _ascii_ease(row: int, left: Sequence[int], right: Sequence[int]) -> str:
    thirds = EASE_ROWS * len(_THIRDS)
    heights = [thirds - 1 - value * (thirds - 1) // EASIEST for value in (*left, *right)]
    here = [height for height in heights if height // len(_THIRDS) == row]
    return _THIRDS[min(here) % len(_THIRDS)] if here else " "
