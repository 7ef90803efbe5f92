"""Gathers what a file comes to: documents with ids that stay the same, and what was passed by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from stepup.domain.day import logical_day
from stepup.domain.incoming import Answers, Habit, Incoming, Place, Proposed, Reason, Skipped
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, year_shard
from stepup.domain.rhythm import LONGEST_SLEEP
from stepup.domain.text import check_size, clean, one_line
from stepup.i18n import _

EVERY: Final = 500
"""Rows between two reports."""
MOST_ROWS: Final = 500_000


class Numbered(NamedTuple):
    """A number of one's own: its id, its name, and the most it may be."""

    id: str
    name: str
    most: int


class Proposals:
    """What one file comes to, row by row. The id of an entry is made of source, time and text."""

    def __init__(self, source: str, file: str, answers: Answers, total: int = 0) -> None:
        self.answers = answers
        self._source = source
        self._file = file
        self._total = total
        self._rows = 0
        self._number = 0
        self._is_entry = False
        self._proposed: list[Proposed] = []
        self._skipped: list[Skipped] = []
        self._seen: dict[str, int] = {}
        self._moods: dict[str, None] = {}
        self._made: set[str] = set()
        self._at: datetime | None = None
        self._said = ""
        self._day = self._shard = ""

    def done(self, habits: Iterable[Habit] = ()) -> Incoming:
        """Return all of it."""
        self.answers.report(self._rows, self._rows)
        return Incoming(
            self._rows, tuple(self._proposed), tuple(self._skipped), tuple(self._moods),
            tuple(habits),
        )  # fmt: skip

    # Where one is

    def row(self, number: int, file: str = "", *, is_entry: bool = False) -> None:
        """Begin with the next row.

        Raises:
            Problem: incoming_too_many.
        """
        self._rows += 1
        if self._rows > MOST_ROWS:
            raise Problem(ProblemCode.INCOMING_TOO_MANY, file=self._file, limit=MOST_ROWS)
        self._number, self._is_entry = number, is_entry
        self._file = file or self._file
        if not self._rows % EVERY:
            self.answers.report(self._rows, max(self._total, self._rows))

    def skip(self, field: str, reason: Reason) -> None:
        """Pass by the row, or one field of it."""
        place = Place(self._file, self._number, field, self._is_entry)
        self._skipped.append(Skipped(place, reason))

    # Entries

    def mood(self, at: datetime, label: str, level: int | None) -> bool:
        """Propose a mood; one without a level is to be asked for. True when it is proposed."""
        level = self.answers.moods.get(label, level)
        if level is None:
            self._moods[label] = None
            return False
        if not level:
            return False
        self._dated("check_in", at, label, mood=level)
        return True

    def writing(self, at: datetime, text: str, tags: Iterable[str] = (), field: str = "") -> bool:
        """Propose an entry of the journal; True when there is anything in it to keep."""
        try:
            kept = check_size(clean(text)).rstrip()
        except Problem:
            self.skip(field, Reason.TOO_LONG)
            return True
        names = _tags(tuple(tags)).copy()
        if not kept.strip():
            kept = ", ".join(names)
        if not kept:
            return False
        self._dated("journal", at, kept, text=kept, tags=names, closed=False)
        return True

    def sleep(self, start: datetime, end: datetime, field: str) -> bool:
        """Propose a sleep on the day on which it ends."""
        passed = end - start
        if not passed.total_seconds() > 0 or passed > LONGEST_SLEEP:
            self.skip(field, Reason.NOT_A_SLEEP)
            return False
        self._dated("sleep", end, iso(start), start=iso(start), end=iso(end), sleepless=False)
        return True

    def mark(self, day: date, row: str, value: int | None, text: str) -> None:
        """Propose a mark in a row; `text` is what it was elsewhere."""
        fields = {} if value is None else {"value": value}
        self._dated("mark", self.noon(day), text, day=day, tracker=row, **fields)

    def rating(self, at: datetime, value: Decimal) -> None:
        """Propose how a sleep was rated, 0 to 5, as a number of one's own; whatever wrote it, it is one."""
        self.number(
            Numbered(id_of("", "own_number", "", "rating"), _("Sleep, as rated"), 5), at, value
        )

    def number(
        self, number: Numbered, at: datetime, value: Decimal, day: date | None = None
    ) -> None:
        """Propose a value of a number of one's own, to one decimal, and the number itself once."""
        if number.id not in self._made:
            self._made.add(number.id)
            document = {
                "id": number.id, "name": number.name, "least": "0", "most": str(number.most),
                "position": 0, "retired": False,
            }  # fmt: skip
            self._proposed.append(Proposed(CORE, "own_number", document, last=True))
        shown = str(plain(value))
        text = f"{number.id}={shown}"
        self._dated("own_value", at, text, day=day, number=number.id, value=shown)

    def tracker(self, habit: Habit, record_id: str) -> None:
        """Propose a row of one's own."""
        document = {
            "id": record_id, "name": habit.name, "measure": habit.measure, "position": 0,
            "retired": habit.archived,
        }  # fmt: skip
        self._proposed.append(Proposed(CORE, "tracker", document, last=True))

    def as_kept(self, proposed: Proposed) -> None:
        """Propose a document as it is."""
        self._proposed.append(proposed)

    # Parts

    def local(self, wall: datetime) -> datetime:
        """Return a wall time with its offset."""
        return self.answers.localise(wall)

    def noon(self, day: date) -> datetime:
        """Return the middle of a day of which no more is known."""
        return self.local(datetime(day.year, day.month, day.day, 12))

    def id_of(self, kind: str, text: str) -> str:
        """Return the id of something undated."""
        return id_of(self._source, kind, "", text)

    def _dated(
        self, kind: str, at: datetime, what: str, *, day: date | None = None, **fields: Any
    ) -> None:
        if at is not self._at:  # the entries of one row have one moment
            self._at, self._said = at, iso(at)
            logical = logical_day(at, self.answers.day_start)
            self._day, self._shard = logical.isoformat(), year_shard(logical)
        said, named, shard = self._said, self._day, self._shard
        if day is not None:
            named, shard = day.isoformat(), year_shard(day)
        made = id_of(self._source, kind, said, what)
        again = self._seen.get(made, 0)
        self._seen[made] = again + 1
        if again:  # the same once more in one file is another entry
            made = id_of(self._source, kind, said, f"{what}\x1f{again}")
        document = {"id": made, "day": named, "at": said, **fields}
        self._proposed.append(Proposed(shard, kind, document))


def id_of(source: str, kind: str, at: str, text: str) -> str:
    """Return the id that this source, time and text make in every import."""
    said = f"{source}\x1f{kind}\x1f{at}\x1f{text}"
    return blake2b(said.encode("utf-8", "replace"), digest_size=16).hexdigest()


def plain(value: Decimal) -> Decimal:
    """Return a number to one decimal, without a decimal where it is whole."""
    tenths = value.quantize(Decimal("0.1"))
    whole = tenths.to_integral_value()
    return (whole if whole == tenths else tenths) + 0


def iso(moment: datetime) -> str:
    """Return a moment as records write it."""
    said = moment.isoformat()
    return said[:-6] + "Z" if said.endswith("+00:00") else said


@lru_cache(maxsize=4096)
def _tags(said: tuple[str, ...]) -> list[str]:
    """Return tags, each as one word, for they are parted by spaces when they are typed."""
    words = (one_line(tag).lstrip("#＃@").replace(" ", "_") for tag in said)
    return list(dict.fromkeys(word for word in words if word))
