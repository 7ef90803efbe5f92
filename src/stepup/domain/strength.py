"""What one is good at, likes, what does not suit; practice and learning. All in own words."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple

from pydantic import Field

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, Dated, Line, Record, year_shard
from stepup.domain.text import fold, one_line

MOST_MINUTES: Final = 24 * 60
"""The most minutes of one practice: a day."""


class Side(StrEnum):
    """What a line says of oneself."""

    GOOD_AT = "good_at"
    LIKE = "like"
    DOES_NOT_SUIT = "does_not_suit"
    COULD_IMAGINE = "could_imagine"


class Strength(Record):
    """One line about oneself and work."""

    kind: ClassVar[str] = "strength"
    side: Side
    text: Line
    position: int = 0


class Practice(Dated):
    """What one practised on a day, with its minutes where one wants to keep them."""

    kind: ClassVar[str] = "practice"
    text: Line
    minutes: Annotated[int, Field(ge=1, le=MOST_MINUTES)] | None = None


class Learning(Record):
    """Something one learns: what, with whom, since when."""

    kind: ClassVar[str] = "learning"
    text: Line
    with_whom: Line = ""
    since: date | None = None
    note: Line = ""
    position: int = 0
    ended_on: date | None = None

    @property
    def shard(self) -> str:
        """Core while it goes on, then the year in which it ended."""
        return CORE if self.ended_on is None else year_shard(self.ended_on)


class Practised(NamedTuple):
    """What was typed of a practice."""

    text: str
    minutes: int | None


_HOURS = r"(\d{1,2})\s*(?:時間|hours?|hrs?|h)"
_MINUTES = r"(\d{1,4})\s*(?:分間|分|minutes?|mins?)"
_REST = r"(\d{1,4})\s*(?:分間|分|minutes?|mins?|m)"
# Metres and numbers alone are words: what is typed is never read as more than it says.
_LENGTH = re.compile(rf"(?:^|(?<=\s)|(?<=[^\d\s:.,]))(?:{_HOURS}(?:\s*{_REST})?|{_MINUTES})$")


def parse_practice(text: str) -> Practised:
    """Return what was typed as "drawing 20 min", "drawing 1 h 30 min", お絵かき20分 or without a length.

    A length stands last; what stands before it are the person's words as typed.

    Raises:
        Problem: nothing_written; not_in_range, with the least and the most minutes.
    """
    typed = one_line(text)
    words, minutes = _parted(typed)
    if not words:
        raise Problem(ProblemCode.NOTHING_WRITTEN)
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        raise Problem(ProblemCode.NOT_IN_RANGE, least=1, most=MOST_MINUTES)
    return Practised(words, minutes)


def _parted(typed: str) -> tuple[str, int | None]:
    """Return the words before a length and its minutes; all of it and None without a length."""
    folded = fold(typed).casefold()
    if len(folded) != len(
        typed
    ):  # a sign that folds into several: its length is the person's words
        return typed, None
    match = _LENGTH.search(folded)
    if match is None:
        return typed, None
    hours, rest, alone = match.groups()
    return typed[: match.start()].rstrip(), 60 * int(hours or 0) + int(rest or 0) + int(alone or 0)
