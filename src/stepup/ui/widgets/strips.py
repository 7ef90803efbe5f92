"""Small pictures in one line: one cell a recorded day, in braille or in plain ASCII."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

# Five heights that are one cell wide in every terminal.
_BRAILLE: Final = "⡀⣀⣤⣶⣿"
_ASCII: Final = ".-=+#"
_SLEEP_HOURS: Final = (4, 6, 8, 10)


def mood_strip(levels: Sequence[int | None], *, ascii_only: bool) -> str:
    """Return one cell for each day's mood of 1 to 5; days without one are left out."""
    heights = _ASCII if ascii_only else _BRAILLE
    return "".join(heights[level - 1] for level in levels if level)


def sleep_strip(minutes: Sequence[int | None], *, ascii_only: bool) -> str:
    """Return one cell for each day's sleep: under 4, 6, 8, 10 hours, or more."""
    heights = _ASCII if ascii_only else _BRAILLE
    known = [length for length in minutes if length is not None]
    return "".join(heights[sum(length >= 60 * hours for hours in _SLEEP_HOURS)] for length in known)
