"""Difficulties and wishes: what is hard, what would help, what to do please and what not."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from stepup.domain.record import CORE, Line, Record, year_shard


class NeedKind(StrEnum):
    """What a line says."""

    DIFFICULTY = "difficulty"
    WOULD_HELP = "would_help"
    PLEASE = "please"
    PLEASE_NOT = "please_not"


class Need(Record):
    """One line about a difficulty, or what is wished for.

    One that no longer holds is closed, and can be opened again.
    """

    kind: ClassVar[str] = "need"
    text: Line
    what: NeedKind = NeedKind.DIFFICULTY
    made_on: date
    position: int = 0
    closed_on: date | None = None

    @property
    def shard(self) -> str:
        """Core while it holds, then the year in which it was closed."""
        return CORE if self.closed_on is None else year_shard(self.closed_on)
