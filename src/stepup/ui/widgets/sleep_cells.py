"""One half row of the sleep picture as characters: braille with two columns a cell, or ASCII."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from stepup.domain.circular import DAY_MINUTES
from stepup.domain.slept import Half

WIDTHS: Final = (96, 72, 48, 32, 16)
"""Cells that 48 hours may take: a braille column is 15, 20, 30, 45 or 90 minutes."""

# Nothing, the left column, the right column, both: one cell wide in every terminal.
_BRAILLE: Final = " ⠇⠸⠿"
_ASCII: Final = " --#"
STARTED: Final = "("
ENDED: Final = ")"
SLEEPLESS: Final = "x"


def fitting(width: int) -> int:
    """Return how many cells 48 hours take where there is room for `width`; the least is 16."""
    return next((cells for cells in WIDTHS if cells <= width), WIDTHS[-1])


def full_cell(*, ascii_only: bool) -> str:
    """Return a cell that is slept through."""
    return (_ASCII if ascii_only else _BRAILLE)[3]


def half_row(half: Half, cells: int, *, ascii_only: bool) -> str:
    """Return 24 hours as `cells` characters.

    A sleep has one column at least. A sleep of which one end is known is a mark in that end's
    cell; a night awake is a mark at its midnight.
    """
    slept = _columns(half.spans, 2 * cells)
    glyphs = _ASCII if ascii_only else _BRAILLE
    row = [
        glyphs[2 * ((slept >> 2 * cell + 1) & 1) + ((slept >> 2 * cell) & 1)]
        for cell in range(cells)
    ]
    for start in half.starts:
        row[start * cells // DAY_MINUTES] = STARTED
    for end in half.ends:
        row[(end - 1) * cells // DAY_MINUTES] = ENDED
    if half.sleepless:
        row[cells // 2] = SLEEPLESS
    return "".join(row)


def _columns(spans: Iterable[tuple[int, int]], columns: int) -> int:
    """Return the columns that are slept through as a set of bits, the earliest first."""
    minutes = DAY_MINUTES // columns
    slept = 0
    for start, end in spans:
        first = _nearest(start, minutes)
        last = max(first + 1, _nearest(end, minutes))
        first, last = max(0, first), min(columns, last)
        slept |= ((1 << max(0, last - first)) - 1) << first
    return slept


def _nearest(minute: int, minutes: int) -> int:
    return (2 * minute + minutes) // (2 * minutes)


def hour_marks(cells: int) -> str:
    """Return the hours over 48 hours that take so many cells, noon to noon twice."""
    every = 3 if cells >= 96 else 6 if cells >= 32 else 12
    line = [" "] * cells
    for hours in range(0, 48, every):
        at = hours * cells // 48
        name = str((12 + hours) % 24)
        line[at : at + len(name)] = name
    return "".join(line)
