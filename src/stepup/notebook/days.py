"""A day: what stands on its page, and what can be written there."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final, NamedTuple, TypeVar

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.goal import GoalDay
from stepup.domain.journal import JournalEntry, Looked, Topic, Win
from stepup.domain.mood import CORRECTION, CheckIn, latest
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, Record, year_shard
from stepup.domain.rhythm import (
    BUILT_IN,
    Contact,
    Mark,
    Measure,
    Sleep,
    SleepTimes,
    Tracker,
    parse_sleep,
)
from stepup.domain.text import one_line
from stepup.notebook.book import Book
from stepup.notebook.profile import Profile

R = TypeVar("R", bound=Record)
FORTNIGHT = 14
_SHOWN: Final = frozenset(
    one.kind for one in (CheckIn, Sleep, Mark, Win, Topic, GoalDay, JournalEntry, Looked)
)
"""What stands on a day's page; the classes of other kinds are not loaded for it."""


class DayView(NamedTuple):
    """What stands on the page of one day, by kind, in the order of writing.

    `has_more` tells whether anything else was written down for it, see `DayRecords`.
    """

    day: date
    check_ins: tuple[CheckIn, ...]
    sleeps: tuple[Sleep, ...]
    marks: tuple[Mark, ...]
    wins: tuple[Win, ...]
    topics: tuple[Topic, ...]
    goals: tuple[GoalDay, ...]
    entries: tuple[JournalEntry, ...]
    looked: bool
    has_more: bool = False

    @property
    def mood(self) -> int | None:
        """The mood given last, 1 to 5."""
        return latest(self.check_ins, "mood")

    @property
    def energy(self) -> int | None:
        """The energy given last, 1 to 5."""
        return latest(self.check_ins, "energy")

    @property
    def sleep_minutes(self) -> int | None:
        """Minutes of all sleeps whose both ends are known; None when there is none."""
        known = [sleep.minutes for sleep in self.sleeps if sleep.minutes is not None]
        return sum(known) if known else None

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on the page."""
        return not self.looked and not any(
            (self.check_ins, self.sleeps, self.marks, self.wins, self.topics, self.goals,
             self.entries)
        )  # fmt: skip

    @property
    def recorded(self) -> bool:
        """Whether anything at all was written down for the day."""
        return self.has_more or not self.is_blank

    def marks_of(self, tracker: str) -> tuple[Mark, ...]:
        """The marks in one row."""
        return tuple(mark for mark in self.marks if mark.tracker == tracker)


class Days:
    """The verbs of Today, for any day."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def view(self, day: date) -> DayView:
        """Return the page of a day.

        Raises:
            Problem: the year cannot be read.
        """
        records = self._book.on(day, _SHOWN)

        def of(kind: type[R]) -> tuple[R, ...]:
            return tuple(record for record in records if isinstance(record, kind))

        return DayView(
            day, of(CheckIn), of(Sleep), of(Mark), of(Win), of(Topic), of(GoalDay),
            of(JournalEntry), bool(of(Looked)), bool(self._book.kinds_on(day) - _SHOWN),
        )  # fmt: skip

    def recent(self, until: date, count: int = FORTNIGHT) -> list[DayView]:
        """Return the last recorded days up to `until`, the oldest first.

        Looks at that year and, where that is not enough, at the one before it, so that it costs
        the same after fifty years. A year before that cannot be read is passed over: its own
        pages say so.

        Raises:
            Problem: the year of `until` cannot be read.
        """
        found = self._of_year(until, count)
        if len(found) < count and until.year > 1:
            with suppress(Problem):
                found += self._of_year(date(until.year - 1, 12, 31), count - len(found))
        return found[::-1]

    def _of_year(self, until: date, count: int) -> list[DayView]:
        """Return the last recorded days of the year up to `until`, the newest first."""
        year = self._book.shelf(year_shard(until)).days()
        days = {
            day
            for day in (*year, *self._book.shelf(CORE).days())
            if day.year == until.year and day <= until
        }
        views = (self.view(day) for day in sorted(days, reverse=True))
        return list(islice((view for view in views if view.recorded), count))

    # Mood and energy

    def log_mood(self, day: date, level: int) -> None:
        """Note how the mood is, 1 to 5; soon after another it corrects that one.

        Raises:
            Problem: not_in_range.
        """
        self._check_in(day, Label.MOOD, mood=level)

    def log_energy(self, day: date, level: int) -> None:
        """Note how much energy there is, 1 to 5, likewise."""
        self._check_in(day, Label.ENERGY, energy=level)

    def _check_in(self, day: date, label: Label, **levels: Any) -> None:
        if any(not 1 <= level <= 5 for level in levels.values()):
            raise Problem(ProblemCode.NOT_IN_RANGE, least=1, most=5)
        now = self._book.now()
        last = max(self.view(day).check_ins, key=lambda one: one.at, default=None)
        is_past = day != self._book.today()
        if last and (is_past or timedelta(0) <= now - last.at <= CORRECTION):
            self._book.apply(replaced(label, last, last.replace(**levels)))
        else:
            self._book.apply(added(label, CheckIn(**self._new(day), **levels)))

    # Sleep

    def log_sleep(self, day: date, typed: str, before: Sleep | None = None) -> None:
        """Note a sleep that ended on this day, as typed (`parse_sleep`); or correct one.

        Raises:
            Problem: not_a_sleep, not_a_time, not_a_date, sleep_span.
        """
        times = parse_sleep(typed, day, self._book.preferences.day_start)
        fields = self._sleep_fields(times)
        if before is None:
            change = added(Label.SLEEP, Sleep(**self._new(day), **fields))
        else:
            change = replaced(Label.SLEEP, before, before.replace(**fields))
        self._book.apply(self._with_row(change, "sleep"))

    def _sleep_fields(self, times: SleepTimes) -> dict[str, Any]:
        localise = self._book.clock.localise
        return {
            "start": localise(times.start) if times.start else None,
            "end": localise(times.end) if times.end else None,
            "sleepless": times.sleepless,
        }

    # Marks

    def measure(self, tracker: str) -> Measure:
        """Return what a row takes.

        Raises:
            Problem: no_such_tracker.
        """
        own = self._book.one(Tracker, tracker)
        if tracker in BUILT_IN:
            return BUILT_IN[tracker]
        if own is None:
            raise Problem(ProblemCode.NO_SUCH_TRACKER)
        return own.measure

    def mark(
        self, day: date, tracker: str, value: int | None = None, way: Contact | None = None
    ) -> None:
        """Put a mark in a row, which is switched on by it.

        Raises:
            Problem: no_such_tracker, not_in_range.
        """
        measure = self.measure(tracker)
        if measure is Measure.SCALE and not 1 <= (value or 0) <= 5:
            raise Problem(ProblemCode.NOT_IN_RANGE, least=1, most=5)
        mark = Mark(**self._new(day), tracker=tracker, value=value, way=way)
        self._book.apply(self._with_row(added(Label.MARK, mark), tracker))

    def unmark(self, day: date, tracker: str) -> None:
        """Take the last mark of a row away."""
        marks = self.view(day).marks_of(tracker)
        if marks:
            self._book.apply(removed(marks[-1], label=Label.MARK))

    def revalue(self, mark: Mark, value: int | None) -> None:
        """Change the value of a mark."""
        after = mark.replace(value=value)
        if after != mark:
            self._book.apply(replaced(Label.MARK, mark, after))

    def _with_row(self, change: Change, row: str) -> Change:
        before = self._book.preferences
        if row in before.rows or row not in (*BUILT_IN, "sleep"):
            return change
        after = before.replace(rows=(*before.rows, row))
        stored = Profile(self._book).stored
        return Change(change.label, (*change.edits, Edit(stored, after)))

    # Lines

    def add_win(self, day: date, text: str, *, for_someone: bool = False) -> None:
        """Add a line: a small win, or something done for someone.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        label = Label.FOR_SOMEONE if for_someone else Label.WIN
        self._add(label, Win(**self._new(day), text=_words(text), for_someone=for_someone))

    def add_topic(self, day: date, text: str) -> None:
        """Put a line on the list of things to talk about some time."""
        self._add(Label.TOPIC, Topic(**self._new(day), text=_words(text)))

    def reword(self, line: Win | Topic, text: str) -> None:
        """Change the words of a line; without any left, it is taken away."""
        if not one_line(text):
            self.remove(line)
            return
        after = line.replace(text=text)
        if after != line:
            label = Label.TOPIC if isinstance(line, Topic) else Label.WIN
            self._book.apply(replaced(label, line, after))

    def make(self, line: Win | Topic, into: str) -> None:
        """Turn a line into another kind: "win", "for_someone" or "topic"."""
        day, text = line.day, line.text
        fields: dict[str, Any] = {"id": self._book.ids(), "day": day, "at": line.at, "text": text}
        after: Win | Topic = (
            Topic(**fields) if into == "topic" else Win(**fields, for_someone=into == "for_someone")
        )
        self._book.apply(Change(Label.WIN, (Edit(line, None), Edit(None, after))))

    def remove(self, record: Record) -> None:
        """Take any entry of a day away."""
        self._book.apply(removed(record))

    def note_looked(self, day: date) -> None:
        """Note that the day was looked at, once."""
        if not self.view(day).looked:
            self._add(Label.LOOKED, Looked(**self._new(day)))

    def _add(self, label: Label, record: Record) -> None:
        self._book.apply(added(label, record))

    def _new(self, day: date) -> dict[str, Any]:
        return {"id": self._book.ids(), "day": day, "at": self._book.now()}


def _words(text: str) -> str:
    if not one_line(text):
        raise Problem(ProblemCode.NOTHING_WRITTEN)
    return text
