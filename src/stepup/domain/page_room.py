"""How much room there is on a page: lines of 36 full-width characters, and what a text takes of them.

Lengths are in ems: a full-width character is one. What others take depends on the reader's font;
the widths here are those of wide common ones, so that what fits by them fits on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import combining, east_asian_width

LINE: Final = 36.0
"""The length of a line."""

_NARROW: Final = dict.fromkeys("ijl|'!.,:;`", 0.34) | dict.fromkeys('frtI()[]{}/\\-" ', 0.42)
_BROAD: Final = dict.fromkeys("mwMW@%&", 1.0) | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ_+=<>~#", 0.8)
_LETTERS: Final = _NARROW | _BROAD
_OTHER_ASCII: Final = 0.6
_PICTURE: Final = 1.4
_LONGEST: Final = {"\ufdfd": 12.0}
# What does not begin a line of Japanese, and what does not end one.
_NO_START: Final = frozenset(
    "、。，．・：；？」』）］｝〉》】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…"
)
_NO_END: Final = frozenset("「『（［｛〈《【")
_PIECES: Final = re.compile(r"\s|[!-~]+|[^\s!-~]")


@lru_cache(maxsize=4096)
def em(character: str) -> float:
    """Return the width of one character."""
    if character.isascii():
        return _LETTERS.get(character, _OTHER_ASCII)
    if combining(character):
        return 0.0
    if ord(character) >= 0x1F000:
        return _PICTURE
    return _LONGEST.get(character, 0.6 if east_asian_width(character) == "H" else 1.0)


def ems(text: str) -> float:
    """Return the width of a text on one line without an end."""
    return sum(map(em, text))


@dataclass(frozen=True, slots=True)
class Taken:
    """What texts take of a page: lines, and how much of the last one is used."""

    lines: int
    last: float = 0.0

    def left_of(self, most: int) -> float:
        """Return what is left of `most` lines, on the last line too; below 0 when it is too much."""
        if self.lines == 0:
            return most * LINE
        return (most - self.lines) * LINE + (LINE - self.last)

    def fits(self, most: int) -> bool:
        """Whether `most` lines are enough."""
        return self.lines <= most


def taken(texts: Iterable[str]) -> Taken:
    """Return what texts take, each beginning on a line of its own; a line break in one ends a line."""
    lines, last = 0, 0.0
    for text in texts:
        for paragraph in text.split("\n"):
            more, last = _paragraph(paragraph)
            lines += more
    return Taken(lines, last)


def _paragraph(text: str) -> tuple[int, float]:
    """Return the lines a text takes, and how much of the last one is used.

    Words stay whole where a line can hold them, and marks stay with what they close or open.
    """
    lines, used, before = 1, 0.0, ""
    for piece in _PIECES.findall(text):
        width = ems(piece)
        if used + width <= LINE:
            used += width
        elif width > LINE:  # longer than a line: broken anywhere
            used, lines = _broken(piece, used, lines)
        elif not piece.isspace():
            lines += 1
            carried = em(before) if before and (piece in _NO_START or before in _NO_END) else 0.0
            used = width + carried
        before = piece[-1]
    return lines, used


def _broken(piece: str, used: float, lines: int) -> tuple[float, int]:
    lines, used = (lines + 1, 0.0) if used else (lines, used)
    for character in piece:
        width = em(character)
        if used + width > LINE:
            lines, used = lines + 1, 0.0
        used += width
    return used, lines
