"""Visits, all of them equal, and appointments."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time, timedelta
from typing import Any

from stepup.domain.change import Label, added, removed, replaced
from stepup.domain.day import parse_clock, typed_day
from stepup.domain.problem import Problem
from stepup.domain.record import year_shard
from stepup.domain.supporter import Appointment, Visit, VisitHow
from stepup.domain.text import clean, fold, one_line
from stepup.notebook.book import Book


class Visits:
    """The verbs of visits and appointments."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    # Visits

    def of_year(self, year: str) -> list[Visit]:
        """Return the visits of a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Visit, year)
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def note(self, day: date, how: VisitHow, supporter: str | None = None) -> Visit:
        """Note a visit: went, online, or left early."""
        visit = Visit(
            id=self._book.ids(), day=day, at=self._book.now(), how=how, supporter=supporter
        )
        self._book.apply(added(Label.VISIT, visit))
        return visit

    def change(self, visit: Visit, **fields: Any) -> None:
        """Say otherwise how it was or where.

        Raises:
            Problem: text_too_long.
        """
        self._replace(Label.VISIT, visit, visit.replace(**fields))

    def note_words(self, visit: Visit, text: str) -> None:
        """Keep words with a visit, in place of those there were.

        Raises:
            Problem: text_too_long.
        """
        self.change(visit, note=clean(text).strip())

    def put_visit_on(self, visit: Visit, typed: str) -> None:
        """Put a visit on another day; nothing typed leaves it as it is.

        Raises:
            Problem: not_a_date.
        """
        if one_line(typed):
            self.change(visit, day=typed_day(typed, self._book.today()))

    # Appointments

    def appointments(self, year: str) -> list[Appointment]:
        """Return the appointments of a year, the earliest first.

        Raises:
            Problem: the year cannot be read.
        """
        return sorted(self._book.of_kind(Appointment, year), key=_when)

    def ahead(self) -> list[Appointment]:
        """Return the appointments of today and after, the earliest first.

        A year that cannot be read is passed over: its own page says so.
        """
        today = self._book.today()
        found: list[Appointment] = []
        for year in self._book.years():
            if year >= year_shard(today):
                with suppress(Problem):
                    found += self._book.of_kind(Appointment, year)
        return sorted((one for one in found if one.on_day >= today), key=_when)

    def on(self, day: date) -> list[Appointment]:
        """Return the appointments of a day, those for the whole day first.

        Raises:
            Problem: the year cannot be read.
        """
        return [one for one in self.appointments(year_shard(day)) if one.on_day == day]

    def every(self) -> list[Appointment]:
        """Return every appointment, the earliest first.

        Raises:
            Problem: a year cannot be read.
        """
        return [one for year in reversed(self._book.years()) for one in self.appointments(year)]

    def make(self, typed: str) -> Appointment | None:
        """Make an appointment from a day, a time if there is one, and own words if there are any.

        As 2026-12-01, 2026-12-01 14:00, or 2026-12-01 14:00 dentist; nothing typed is none.

        Raises:
            Problem: not_a_date, text_too_long.
        """
        if not one_line(typed):
            return None
        day, clock, title = _parsed(typed, self._book.today())
        appointment = Appointment(id=self._book.ids(), on_day=day, clock=clock, title=title)
        self._book.apply(added(Label.APPOINTMENT, appointment))
        return appointment

    def put_on(self, appointment: Appointment, typed: str) -> None:
        """Put it on another day or time; nothing typed leaves it as it is, and so does no title.

        Raises:
            Problem: not_a_date, text_too_long.
        """
        if one_line(typed):
            day, clock, title = _parsed(typed, self._book.today())
            words = {"title": title} if title else {}
            self.change_appointment(appointment, on_day=day, clock=clock, **words)

    def change_appointment(self, appointment: Appointment, **fields: Any) -> None:
        """Change with whom, its title, or whether the title may leave the notebook.

        Raises:
            Problem: text_too_long.
        """
        self._replace(Label.APPOINTMENT, appointment, appointment.replace(**fields))

    def take_away(self, record: Visit | Appointment) -> None:
        """Take a visit or an appointment away; undo brings it back."""
        label = Label.VISIT if isinstance(record, Visit) else Label.APPOINTMENT
        self._book.apply(removed(record, label=label))

    def _replace(
        self, label: Label, before: Visit | Appointment, after: Visit | Appointment
    ) -> None:
        if after != before:
            self._book.apply(replaced(label, before, after))


def _when(appointment: Appointment) -> tuple[date, bool, time, str]:
    clock = appointment.clock
    return appointment.on_day, clock is not None, clock or time.min, appointment.id


def _parsed(typed: str, today: date) -> tuple[date, time | None, str]:
    """Return the day, the time and the words of an appointment as typed.

    A time after 24:00 is one of the day after.
    """
    first, _space, rest = one_line(typed).partition(" ")
    day = typed_day(first, today)
    second, _space, words = rest.partition(" ")
    # A number alone is not read as an hour: it may begin the words.
    if not any(sign in fold(second) for sign in ":時"):
        return day, None, rest
    try:
        clock, later = parse_clock(second)
        return day + timedelta(days=later), clock, words
    except (Problem, OverflowError):
        return day, None, rest
