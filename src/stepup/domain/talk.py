"""Talks: what was said, on which way, how it felt before and after, what comes next."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from stepup.domain.mood import Level
from stepup.domain.record import Dated, Line, Prose


class Channel(StrEnum):
    """The way on which one talked."""

    CHAT = "chat"
    MAIL = "mail"
    PHONE = "phone"
    IN_PERSON = "in_person"
    VIDEO = "video"


class Talk(Dated):
    """One talk. `text` is what was said: a line, or a whole chat as it was pasted.

    `supporter` is the id of with whom, `before` and `after` are how it felt, 1 to 5 as a mood,
    `goals` are the ids of goals made from it.
    """

    kind: ClassVar[str] = "talk"
    supporter: str | None = None
    channel: Channel | None = None
    text: Prose = ""
    before: Level | None = None
    after: Level | None = None
    next: Line = ""
    goals: tuple[str, ...] = ()
