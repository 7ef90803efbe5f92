"""What happens now and then, beside the page of a day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger

At: TypeAlias = Callable[[float], datetime]
"""Gives the wall time after a fraction, 0 to 1, of the time one is awake on a day."""


class Beside(ABC):
    """Part of a life that draws on a chance of its own: without it, the pages stay as they are."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin with the first day of this life."""
        self._chance = chance
        self._ledger = ledger
        self._first = first

    @abstractmethod
    def live(self, shape: Shape, at: At) -> None:
        """Let a day pass on which a page is written."""

    def _age(self, shape: Shape) -> int:
        """Return how many days this life has lasted."""
        return (shape.day - self._first).days

    def _moment(self, at: At) -> datetime:
        """Return some moment of the day, with its offset."""
        return self._ledger.moment(at(self._chance.between(0.1, 0.98)))
