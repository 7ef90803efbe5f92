"""What is different between two texts, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain, groupby, zip_longest
from typing import Final

MOST_COMPARED: Final = 300
"""Sentences compared one by one. Looking for the likeness of two long texts takes the square of
their length, so where more are left, the one text is shown as gone and the other as new."""
_SENTENCE = re.compile(r"[^\n]+?(?:[。！？]+[」』）]*|[.!?](?=\s|$)|$)", re.MULTILINE)


class Sign(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, and what became of it."""

    sign: Sign
    text: str


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the blanks around them; a line ends one too."""
    found = (match.group().strip() for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if sentence]


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the sentences of both texts in order, what is gone before what came in its place.

    Those that are not new are the sentences of `before`, those not gone are those of `after`.
    """
    old, new = sentences(before), sentences(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    return tuple(
        chain(
            _pieces(Sign.SAME, old[:head]),
            _between(old_middle, new_middle),
            _pieces(Sign.SAME, old[len(old) - tail :]),
        )
    )


def side_by_side(pieces: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Yield the pieces in pairs: what stood there before, and what stands there after."""
    for same, run in groupby(pieces, key=lambda piece: piece.sign is Sign.SAME):
        found = list(run)
        if same:
            yield from ((piece, piece) for piece in found)
        else:
            gone = [piece for piece in found if piece.sign is Sign.GONE]
            new = [piece for piece in found if piece.sign is Sign.NEW]
            yield from zip_longest(gone, new)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many sentences at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > MOST_COMPARED:
        yield from chain(_pieces(Sign.GONE, old), _pieces(Sign.NEW, new))
        return
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if what == "equal":
            yield from _pieces(Sign.SAME, old[old_from:old_to])
        else:
            yield from _pieces(Sign.GONE, old[old_from:old_to])
            yield from _pieces(Sign.NEW, new[new_from:new_to])


def _pieces(sign: Sign, found: Sequence[str]) -> Iterator[Piece]:
    return (Piece(sign, sentence) for sentence in found)
