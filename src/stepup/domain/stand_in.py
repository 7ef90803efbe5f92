"""Names on a page that is handed over, and what stands in their place: initials, or a role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from stepup.domain.record import Frozen, Line
from stepup.domain.text import one_line, search_fold, search_source


class StandIn(Frozen):
    """A name, and what stands in its place on a page: initials, or a role."""

    name: Line
    put: Line


class NamesReplaced:
    """Puts what stands for names in their place: in any width, case and kind of kana."""

    def __init__(self, names: Iterable[StandIn]) -> None:
        """Take the names; where one holds another, the longer goes first."""
        pairs = [one for one in names if one.name]
        pairs.sort(key=lambda one: -len(one.name))
        self._puts = [one.put for one in pairs]
        # A letter of a word is no name: Ann does not stand in Annual.
        sources = (_whole_word(one.name) for one in pairs)
        self._pattern = re.compile("|".join(f"({source})" for source in sources)) if pairs else None

    def __call__(self, text: str) -> str:
        """Return a text with the names replaced."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._puts[(match.lastindex or 1) - 1], text)


def _whole_word(name: str) -> str:
    source = search_source(name)
    first = r"(?<![A-Za-zＡ-Ｚａ-ｚ])" if name[0].isascii() and name[0].isalpha() else ""
    last = r"(?![A-Za-zＡ-Ｚａ-ｚ])" if name[-1].isascii() and name[-1].isalpha() else ""
    return f"{first}{source}{last}"


_ROWS: Final = {
    "A": "あ", "I": "い", "U": "う", "E": "え", "O": "お", "K": "かきくけこ", "S": "さしすせそ",
    "T": "たちつてと", "N": "なにぬねの", "H": "はひふへほ", "M": "まみむめも", "Y": "やゆよ",
    "R": "らりるれろ", "W": "わ", "G": "がぎぐげご", "Z": "ざずぜぞ", "J": "じ", "D": "だぢづでど",
    "B": "ばびぶべぼ", "P": "ぱぴぷぺぽ",
}  # fmt: skip
_INITIALS: Final = {kana: letter for letter, row in _ROWS.items() for kana in row}


def initial_of(name: str, number: int) -> str:
    """Return what stands for a name when nothing was typed for it: its initial, as T.

    A name in kanji does not tell how it is read: it is A, B, C by `number`, counted from 0.
    """
    first = search_fold(one_line(name))[:1]
    letter = _INITIALS.get(first) or (first.upper() if first.isascii() and first.isalpha() else "")
    return letter or chr(ord("A") + number % 26)
