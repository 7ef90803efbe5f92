"""Works of every kind: found, done, handed over, closed; and times of working."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import year_shard
from stepup.domain.text import fold, one_line
from stepup.domain.work import (
    LONGEST_SESSION,
    Work,
    WorkKind,
    WorkSession,
    WorkState,
    parse_session,
    parse_tiredness,
)
from stepup.notebook.book import Book
from stepup.notebook.shelf import readable

LINES: Final = (
    "client",
    "platform",
    "people",
    "part",
    "through",
    "notes",
    "days",
    "hours",
    "fitted",
)
"""The fields of a work that are words, beside its name and how tired it made."""

_WRITTEN: Final = re.compile(rb'"found_on"')
"""Stands in every work as it is kept."""


class Works:
    """The verbs of works."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    # What there is

    def open(self) -> list[Work]:
        """Return the works that are not closed, in the order of finding."""
        return sorted(self._book.of_kind(Work), key=lambda work: (work.found_on, work.position))

    def closed(self, year: str) -> list[Work]:
        """Return the works that closed in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Work, year)
        return sorted(
            found, key=lambda work: (work.closed_on or work.found_on, work.id), reverse=True
        )

    def find(self, work_id: str, year: str = "") -> Work | None:
        """Return a work by its id, whenever it closed; None when it is gone. See `reading.find`."""
        from stepup.notebook.reading import find

        return find(self._book, Work, work_id, year)

    def names(self) -> dict[str, str]:
        """Return the name of every work by its id, open or closed; read past the memory.

        Raises:
            Problem: a year cannot be read.
        """
        found = {work.id: work.text for work in self.open()}
        for year in self._book.years():
            table = self._book.written(year, _WRITTEN).get(Work.kind, {})
            for work_id, document in table.items():
                work = readable(Work.kind, document)
                if isinstance(work, Work):
                    found[work_id] = work.text
        return found

    def called(self, name: str) -> Work:
        """Return the open work of a name, in any width and case; the newest where several are.

        Raises:
            Problem: no_such_work.
        """
        wanted = _same(name)
        found = [work for work in self.open() if _same(work.text) == wanted]
        if not wanted or not found:
            raise Problem(ProblemCode.NO_SUCH_WORK)
        return found[-1]

    # Works

    def add(self, text: str, way: WorkKind | None = None) -> Work:
        """Note a work that was found.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        today = self._book.today()
        positions = [one.position for one in self.open() if one.found_on == today]
        work = Work(
            id=self._book.ids(),
            text=text,
            way=way,
            found_on=today,
            position=max(positions, default=-1) + 1,
        )
        self._book.apply(added(Label.WORK, work))
        return work

    def reword(self, work: Work, text: str) -> None:
        """Give a work another name; without any left, it is taken away."""
        if one_line(text):
            self._change(work, text=text)
        else:
            self.take_away(work)

    def name_kind(self, work: Work, way: WorkKind | None) -> None:
        """Say what kind of work it is, or leave that open."""
        self._change(work, way=way)

    def move(self, work: Work, state: WorkState) -> Work:
        """Say where a work is; it closes and opens again by that. Returns it as it is now."""
        after = work.with_state(state, self._book.today())
        if after != work:
            self._book.apply(replaced(Label.WORK_STATE, work, after))
        return after

    def say(self, work: Work, field: str, text: str) -> None:
        """Write one of the lines of a work; nothing left leaves it blank. `field` is of `LINES`.

        Raises:
            Problem: text_too_long.
        """
        if field not in LINES:
            raise KeyError(field)
        self._change(work, **{field: text})

    def say_tired(self, work: Work, typed: str) -> None:
        """Say how tired a trial made: a number 0 to 10, words, or both (`parse_tiredness`).

        Raises:
            Problem: not_in_range.
        """
        number, words = parse_tiredness(typed)
        self._change(work, tired=number, tired_words=words)

    def take_away(self, work: Work) -> None:
        """Take a work away; its times of working stay on their days. Undo brings it back."""
        self._book.apply(removed(work))

    def _change(self, work: Work, **fields: Any) -> None:
        after = work.replace(**fields)
        if after != work:
            self._book.apply(replaced(Label.WORK, work, after))

    # Times of working

    def sessions(self, work: Work, year: str) -> list[WorkSession]:
        """Return the times of working at a work in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = (one for one in self._book.of_kind(WorkSession, year) if one.work == work.id)
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def sessions_between(self, first: date, last: date) -> list[WorkSession]:
        """Return the times of working in a span of days, both ends included, the oldest first.

        Raises:
            Problem: a year of the span cannot be read.
        """
        years = [y for y in self._book.years() if year_shard(first) <= y <= year_shard(last)]
        found = [one for year in years for one in self._book.of_kind(WorkSession, year)]
        return sorted(
            (one for one in found if first <= one.day <= last), key=lambda one: (one.day, one.at)
        )

    def sit_down(self, work: Work, day: date, typed: str) -> WorkSession:
        """Note a time of working as typed (`parse_session`); a work only found or applied for begins.

        Raises:
            Problem: not_a_session, not_a_time.
        """
        times = parse_session(typed)
        session = WorkSession(
            id=self._book.ids(),
            day=day,
            at=self._book.now(),
            work=work.id,
            text=work.text,
            start=times.start,
            minutes=times.minutes,
            breaks=times.breaks,
        )
        edits = [Edit(None, session)]
        if work.state in (WorkState.FOUND, WorkState.APPLIED):
            edits.append(Edit(work, work.with_state(WorkState.DOING, day)))
        self._book.apply(Change(Label.WORK_SESSION, tuple(edits)))
        return session

    def time_again(self, session: WorkSession, typed: str) -> None:
        """Correct a time of working; with nothing typed it is taken away.

        Raises:
            Problem: not_a_session, not_a_time.
        """
        if not one_line(typed):
            self.take_session_away(session)
            return
        times = parse_session(typed)
        self._change_session(session, start=times.start, minutes=times.minutes, breaks=times.breaks)

    def take_break(self, session: WorkSession, minutes: int) -> None:
        """Say how many minutes of breaks lay in a time of working.

        Raises:
            Problem: not_in_range; not_a_session, for more than a day with them.
        """
        if not 0 <= minutes <= LONGEST_SESSION:
            raise Problem(ProblemCode.NOT_IN_RANGE, least=0, most=LONGEST_SESSION)
        self._change_session(session, breaks=minutes)

    def feel_before(self, session: WorkSession, energy: int | None) -> None:
        """Say how much energy there was before, 1 to 5, or take that back."""
        self._change_session(session, before=energy)

    def feel_after(self, session: WorkSession, energy: int | None) -> None:
        """Say how much energy there was after, 1 to 5, or take that back."""
        self._change_session(session, after=energy)

    def take_session_away(self, session: WorkSession) -> None:
        """Take a time of working away; undo brings it back."""
        self._book.apply(removed(session))

    def _change_session(self, session: WorkSession, **fields: Any) -> None:
        after = session.replace(**fields)
        if after != session:
            self._book.apply(replaced(Label.WORK_SESSION, session, after))


def _same(name: str) -> str:
    return fold(one_line(name)).casefold()
