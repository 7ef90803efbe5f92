"""Where lines of Japanese end: anywhere between two of its letters but before what closes something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, get_character_cell_size

CLOSING: Final = frozenset("、。，．）」』】〉》！？…ー々ゃゅょっャュョッ,.)]}!?:;：；")
OPENING: Final = frozenset("（「『【〈《([{")


def has_wide(words: str) -> bool:
    """Whether there is a letter two cells wide, before and after which a line may end."""
    return any(get_character_cell_size(letter) > 1 for letter in words)


def broken(words: str, room: int) -> list[str]:
    """Return words as lines within `room` cells.

    A Latin word stays whole where it fits and takes the kana behind it along (Enter で), no line
    begins with a mark that closes something, and none ends with one that opens something (kinsoku).
    """
    lines, line = [], ""
    for piece in _pieces(words, room):
        if line and cell_len(line) + cell_len(piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line if cell_len(line) <= room else line.rstrip()]


def _pieces(words: str, room: int) -> Iterator[str]:
    """Yield what stays together, with the spaces behind it; what is too long for a line in parts."""
    piece = ""
    for letter in words:
        full = cell_len(piece) + get_character_cell_size(letter) > room and not letter.isspace()
        if piece and (full or (_may_end(piece[-1], letter) and not belongs(piece, letter))):
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def belongs(before: str, following: str) -> bool:
    """Whether kana belongs to the Latin word, or the sign of a key, that a space stands between."""
    word = before.rstrip(" ")
    is_latin = word != before and word[-1:].isascii() and word[-1:].isalnum()
    return is_latin and "ぁ" <= following[:1] <= "ん"


def _may_end(last: str, following: str) -> bool:
    if following.isspace():
        return False
    if last.isspace():
        return True
    is_between = get_character_cell_size(last) > 1 or get_character_cell_size(following) > 1
    return is_between and following not in CLOSING and last not in OPENING
