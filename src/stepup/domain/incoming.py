"""What comes in from elsewhere: entries proposed, what was passed by and why, and what must be asked.

A reader of a file makes one of these and writes nothing. Its documents are as a record would
write itself, so that thousands of them are cheap; a test holds them against the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any, Final, NamedTuple

from stepup.domain.day import DAY_START


class Target(NamedTuple):
    """The row that a habit's marks are to stand in: its id, and what it takes."""

    row: str
    measure: str = ""


LEAVE_OUT: Final = Target("")
"""The answer for a habit that is not to come in."""
NEW_ROW: Final = Target("new")
"""The answer for a habit that gets a row of its own."""
NO_MOOD: Final = 0
"""The level for a mood label whose mood is not to come in."""


class Reason(StrEnum):
    """Why a row was passed by."""

    NO_DATE = "no_date"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_SLEEP = "not_a_sleep"
    NOT_A_TEXT = "not_a_text"
    TOO_LONG = "too_long"
    NOTHING_IN_IT = "nothing_in_it"
    NO_SUCH_HABIT = "no_such_habit"
    NOT_UNDERSTOOD = "not_understood"
    UNKNOWN_ZONE = "unknown_zone"


class Place(NamedTuple):
    """Where something stands in a file.

    `number` counts lines from 1, or where `is_entry` the entries of a list; 0 is the whole file.
    """

    file: str
    number: int = 0
    field: str = ""
    is_entry: bool = False


class Skipped(NamedTuple):
    """A row that was passed by. A whole entry may still have come of its other fields."""

    place: Place
    reason: Reason


class Proposed(NamedTuple):
    """One entry: the shard it belongs in, its kind, and its document.

    A `last` one stands in an order, behind those that are there.
    """

    shard: str
    kind: str
    document: dict[str, Any]
    last: bool = False


@dataclass(frozen=True, slots=True)
class Habit:
    """Something kept as a habit elsewhere, with what its row here would be.

    `measure` is that of the row; `decimals` tells that only a number of one's own can hold it.
    """

    key: str
    name: str
    measure: str
    decimals: bool = False
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file came to, the answers given so far heeded."""

    rows: int = 0
    proposed: tuple[Proposed, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    moods: tuple[str, ...] = ()
    """Labels of moods nobody has given a level yet, each once, in the order of the file."""
    habits: tuple[Habit, ...] = ()
    """All habits in it, whatever was answered for them."""


def _as_utc(wall: datetime) -> datetime:
    return wall.replace(tzinfo=timezone.utc)  # noqa: UP017 - one import less


Report = Callable[[int, int], None]
"""Told how many rows were read of about how many."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reader must know of the person: their clock, their day, and what they answered."""

    localise: Callable[[datetime], datetime] = _as_utc
    """A wall time without offset as one with the offset that holds then."""
    day_start: time = DAY_START
    encoding: str = ""
    """The text's encoding, empty for UTF-8 or what its first bytes say."""
    moods: Mapping[str, int] = field(default_factory=dict)
    """Levels 1 to 5, or `NO_MOOD`, by label."""
    rows: Mapping[str, Target] = field(default_factory=dict)
    """Where the marks of a habit go, by its key; to a new row where nothing stands."""
    report: Report = lambda _done, _total: None


def wall_of(moment: datetime, localise: Callable[[datetime], datetime]) -> datetime:
    """Return a moment given in UTC as local wall time with the offset that holds then."""
    utc = moment.astimezone(timezone.utc).replace(tzinfo=None)  # noqa: UP017
    offset = _offset(localise(utc))
    offset = _offset(localise(utc + offset))
    # On the day of a clock change the first guess may be an hour off, the second is not.
    offset = _offset(localise(utc + offset))
    return (utc + offset).replace(tzinfo=timezone(offset))


def whole_minutes(moment: datetime) -> datetime:
    """Return a moment with an offset of whole minutes: no JSON can say less."""
    return moment.replace(tzinfo=timezone(_offset(moment)))


def _offset(moment: datetime) -> timedelta:
    seconds = (moment.utcoffset() or timedelta()).total_seconds()
    return timedelta(minutes=round(seconds / 60))


def years_of(proposed: tuple[Proposed, ...]) -> Iterator[tuple[str, str]]:
    """Yield kind and year of each entry; an undated one has the year ""."""
    for one in proposed:
        yield one.kind, str(one.document.get("day", ""))[:4]


def plain_day(text: str) -> date | None:
    """Return the date written as 2026-05-31, or None."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
