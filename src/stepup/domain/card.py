"""Rehearsal cards, and drafts of papers: one's own words, ready before they are asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator

from stepup.domain.record import Line, Record, at_most

ANSWER: Final = 2_000
PAPER: Final = 20_000
"""Characters that fit into one: all of them are read at every start."""


class Occasion(StrEnum):
    """Where something may be asked."""

    PHONE = "phone"
    COUNTER = "counter"
    FAMILY = "family"
    INTERVIEW = "interview"


class Card(Record):
    """A question one may be asked, and one's own words for it."""

    kind: ClassVar[str] = "card"
    occasion: Occasion
    question: Line
    words: Annotated[str, AfterValidator(at_most(ANSWER))] = ""
    position: int = 0


class Paper(Record):
    """A paper in one's own words, as far as it is: no versions, no form to fill."""

    kind: ClassVar[str] = "paper"
    title: Line
    text: Annotated[str, AfterValidator(at_most(PAPER))] = ""
    position: int = 0
