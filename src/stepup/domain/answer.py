"""Own words kept ready: short answers for when one is asked, and a first message to a service."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Final

from stepup.domain.record import Line, Prose, Record


class Asker(StrEnum):
    """Who asks."""

    PARENTS = "parents"
    RELATIVES = "relatives"
    SHOP = "shop"
    OFFICIAL = "official"
    SOMEONE = "someone"


class OwnAnswer(Record):
    """A short answer of one's own.

    `asked` is the question, when it is another than what one is doing these days.
    """

    kind: ClassVar[str] = "answer"
    asker: Asker = Asker.SOMEONE
    asked: Line = ""
    text: Line
    position: int = 0


class FirstMessage(Record):
    """The three blanks of a first message, kept; the texts are made from them when wanted.

    `about` is what one would like to talk about, `reply` how one would like to be answered,
    `call_me` when, and by what name.
    """

    kind: ClassVar[str] = "first_message"
    single: ClassVar[bool] = True
    id: str = "first_message"
    about: Prose = ""
    reply: Line = ""
    call_me: Line = ""


BLANKS: Final = ("about", "reply", "call_me")
"""The three blanks, in the order in which they stand."""
