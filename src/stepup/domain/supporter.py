"""Who and what one leans on, the visits there, and appointments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar, Final

from stepup.domain.record import Dated, Line, Prose, Record, year_shard

ENOUGH: Final = 3
"""Entries from which their kinds are drawn."""


class SupporterKind(StrEnum):
    """What it is that one leans on. None of them counts for more than another."""

    PERSON = "person"
    ONLINE = "online"
    SERVICE = "service"
    MEDICAL = "medical"
    PLACE = "place"
    ANIMAL = "animal"
    HOBBY = "hobby"
    BOOK = "book"
    OTHER = "other"


class Suits(StrEnum):
    """How it suits, as far as one can tell."""

    FITS = "fits"
    NOT_SURE = "not_sure"
    DOES_NOT = "does_not"


class Supporter(Record):
    """Someone or something one leans on, or may some day.

    The lines are in own words: what for, the cost, how one learned of it, worries, hours, noise,
    how many people are there, whether one can slip out. `contact` is how to reach it. With
    `bookmarked` it stands first; `some_day` is a fine state and not a plan.
    """

    kind: ClassVar[str] = "supporter"
    name: Line
    what: SupporterKind = SupporterKind.OTHER
    what_for: Line = ""
    suits: Suits | None = None
    cost: Line = ""
    learned: Line = ""
    worries: Line = ""
    hours: Line = ""
    noise: Line = ""
    people: Line = ""
    slip_out: Line = ""
    contact: Prose = ""
    bookmarked: bool = False
    some_day: bool = False
    position: int = 0


LINES: Final = (
    "what_for", "cost", "learned", "worries", "hours", "noise", "people", "slip_out", "contact",
)  # fmt: skip
"""The fields of a supporter in own words, beside the name, in the order in which they stand."""


def by_kind(supporters: Iterable[Supporter]) -> dict[SupporterKind, list[Supporter]]:
    """Return the supporters by what they are, kinds of which there are none left out."""
    supporters = list(supporters)
    found = {what: [one for one in supporters if one.what is what] for what in SupporterKind}
    return {what: ones for what, ones in found.items() if ones}


class VisitHow(StrEnum):
    """How a visit was. All of them are visits."""

    WENT = "went"
    ONLINE = "online"
    LEFT_EARLY = "left_early"


class Visit(Dated):
    """A visit; `supporter` is the id of where, when that was named."""

    kind: ClassVar[str] = "visit"
    supporter: str | None = None
    how: VisitHow = VisitHow.WENT
    note: Prose = ""


class Appointment(Record):
    """A date with someone or somewhere, on a calendar day; without a time, on that whole day.

    `title` is the person's own. It leaves the notebook only with `title_shown`: else the event
    in a calendar has a neutral title.
    """

    kind: ClassVar[str] = "appointment"
    on_day: date
    clock: time | None = None
    supporter: str | None = None
    title: Line = ""
    title_shown: bool = False

    @property
    def shard(self) -> str:
        """The shard of the year of its day."""
        return year_shard(self.on_day)

    @property
    def starts(self) -> datetime | None:
        """The wall time at which it begins, without an offset; None for the whole day."""
        return None if self.clock is None else datetime.combine(self.on_day, self.clock)
