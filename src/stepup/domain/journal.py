"""The journal, and the single lines of a day: wins, things done for someone, things to tell."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from stepup.domain.record import CORE, Dated, Line, Prose, Record, year_shard
from stepup.domain.text import tags_in


class JournalEntry(Dated):
    """One piece of writing. A closed one is not shown unless looked for."""

    kind: ClassVar[str] = "journal"
    text: Prose
    tags: tuple[Line, ...] = ()
    closed: bool = False

    @property
    def all_tags(self) -> tuple[str, ...]:
        """The tags given to it and those written into it, each once."""
        return tuple(dict.fromkeys((*self.tags, *tags_in(self.text))))


class Win(Dated):
    """One line: something that went well, of any size, or something done for someone."""

    kind: ClassVar[str] = "win"
    text: Line
    for_someone: bool = False


class Aspect(StrEnum):
    """What one would like with a topic: say it, not talk about it, or ask."""

    SAY = "say"
    NOT_SAY = "not_say"
    ASK = "ask"


class Topic(Dated):
    """A line of the visit sheet. It stays at hand until it has been talked about."""

    kind: ClassVar[str] = "topic"
    text: Line
    aspect: Aspect = Aspect.SAY
    told_on: date | None = None

    @property
    def shard(self) -> str:
        """Core while open, then the year of the day on which it was written down."""
        return CORE if self.told_on is None else year_shard(self.day)


class Looked(Dated):
    """The day was looked at. That is all, and it is enough."""

    kind: ClassVar[str] = "looked"


class OwnHelp(Record):
    """The person's own plan and own numbers for hard moments."""

    kind: ClassVar[str] = "own_help"
    single: ClassVar[bool] = True
    id: str = "own_help"
    text: Prose = ""
