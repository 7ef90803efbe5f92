"""Seeded chance: the same seed gives the same life, on every Python."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws that depend on nothing but their seed and their order."""

    def __init__(self, *seed: object) -> None:
        """Start from a seed; the parts are told apart."""
        self._random = random.Random("/".join(str(part) for part in seed))
        self._decks: dict[tuple[str, ...], list[str]] = {}

    def yes(self, likelihood: float) -> bool:
        """Return True with a likelihood of 0 to 1."""
        return self._random.random() < likelihood

    def between(self, least: float, most: float) -> float:
        """Return a number from `least` to `most`."""
        return least + (most - least) * self._random.random()

    def whole(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both included."""
        return least + int((most - least + 1) * self._random.random())

    def about(self, middle: float, spread: float) -> float:
        """Return a number near `middle`; `spread` is the standard deviation."""
        return self._random.gauss(middle, spread)

    def level(self, middle: float, spread: float) -> int:
        """Return a level of 1 to 5 near `middle`."""
        return min(5, max(1, math.floor(self.about(middle, spread) + 0.5)))

    def one(self, things: Sequence[T]) -> T:
        """Return one of the things, each as likely."""
        return things[self.whole(0, len(things) - 1)]

    def weighed(self, weights: dict[T, float]) -> T:
        """Return one of the keys, as likely as its weight says."""
        left = self.between(0, sum(weights.values()))
        for thing, weight in weights.items():
            left -= weight
            if left < 0:
                return thing
        return thing

    def text(self, texts: tuple[str, ...]) -> str:
        """Return one of the texts; none comes again before all have come."""
        deck = self._decks.get(texts, [])
        if not deck:
            deck = self._decks[texts] = list(texts)
        return deck.pop(self.whole(0, len(deck) - 1))

    def id(self) -> str:
        """Return an id of 32 hexadecimal digits."""
        return f"{self._random.getrandbits(128):032x}"
