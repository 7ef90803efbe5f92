"""Sheets about oneself: writing in the newest version, looking at earlier ones, and looking again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from stepup.domain.change import Change, Edit, Label
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Record
from stepup.domain.sheet import NewestSheet, Section, Sheet, SheetTopic, begun, check_wait
from stepup.domain.text import one_line
from stepup.notebook.book import Book
from stepup.notebook.profile import Profile
from stepup.notebook.shelf import readable


class Sheets:
    """The verbs of the sheets. A day has one version: what is written later begins a new one."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    # Reading

    def newest(self, topic: SheetTopic) -> Sheet | None:
        """Return the newest version of a sheet, or None. Reads core and one year.

        Raises:
            Problem: that year cannot be read.
        """
        place = self._place(topic)
        if place is None:
            return None
        found = self._of(topic, self._book.of_kind(Sheet, f"{place.year:04d}"))
        # None there any more: another window took it away.
        return max(found or self.versions(topic), key=_age, default=None)

    def current(self, topic: SheetTopic) -> Sheet:
        """Return the newest version, or, where there is none, what a new one begins with."""
        return self.newest(topic) or self._blank(topic)

    def versions(
        self, topic: SheetTopic, passed_by: Callable[[Problem], None] = lambda _problem: None
    ) -> list[Sheet]:
        """Return all versions of a sheet, the newest first. Reads every year, and keeps none.

        `passed_by` is told of each year that cannot be read.
        """
        found: list[Sheet] = []
        for year in self._book.years():
            try:
                found += self._written_in(year, topic)
            except Problem as problem:
                passed_by(problem)
        return sorted(found, key=_age, reverse=True)

    def _written_in(self, year: str, topic: SheetTopic) -> list[Sheet]:
        tables = self._book.written(year, re.compile(f'"topic":"{topic}"'.encode()))
        documents = tables.get(Sheet.kind, {}).values()
        return self._of(topic, (readable(Sheet.kind, document) for document in documents))

    @staticmethod
    def _of(topic: SheetTopic, records: Iterable[Record | None]) -> list[Sheet]:
        return [one for one in records if isinstance(one, Sheet) and one.topic is topic]

    # Writing

    def write(self, topic: SheetTopic, key: str, text: str) -> None:
        """Keep what was written under a heading.

        Raises:
            Problem: text_too_long; nothing was changed.
        """
        self._edit(topic, lambda sheet: _with(sheet, key, text=text))

    def add_heading(self, topic: SheetTopic, heading: str) -> str:
        """Add a heading of the person's own at the end and return its key.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(heading):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        section = Section(key=self._book.ids(), heading=heading)
        self._edit(topic, lambda sheet: sheet.with_section(section))
        return section.key

    def rename(self, topic: SheetTopic, key: str, heading: str) -> None:
        """Word a heading anew; without words, a built-in one has its own name again.

        A heading of the person's own keeps its words then.
        """
        blank = self._blank(topic)
        if one_line(heading) or blank.section(key) is not None:
            self._edit(topic, lambda sheet: _with(sheet, key, heading=heading))

    def move(self, topic: SheetTopic, key: str, step: int) -> None:
        """Move a heading with its text up (-1) or down (1)."""
        self._edit(topic, lambda sheet: sheet.moved(key, step))

    def take_out(self, topic: SheetTopic, key: str) -> None:
        """Take a heading out; its text goes with it. Earlier versions keep both."""
        self._edit(topic, lambda sheet: sheet.without(key))

    def put_back(self, topic: SheetTopic, key: str) -> None:
        """Put a built-in heading that was taken out at the end, without a text."""
        self._edit(
            topic,
            lambda sheet: sheet.with_section(Section(key=key)) if key in sheet.left_out else sheet,
        )

    def look_again(self, topic: SheetTopic, day: date | None) -> None:
        """Note when to look at a sheet again; nothing happens on that day."""
        self._edit(topic, lambda sheet: sheet.replace(look_again=day))

    def take_up(self, older: Sheet) -> None:
        """Take an older version up again: a new version of today begins as its copy.

        What was written today stands as the version before it.
        """
        newest = self.newest(older.topic)
        if newest is None or not _says_the_same(newest, older):
            fields = {**self._new(newest), "copy_of": None, "again_of": older.id}
            self._add(Label.SHEET_AGAIN, older.replace(**fields))

    def _edit(self, topic: SheetTopic, change: Callable[[Sheet], Sheet]) -> None:
        newest = self.newest(topic)
        if newest is not None and newest.day >= self._book.today():
            after = change(newest)
            if after != newest:
                self._book.apply(Change(Label.SHEET, (Edit(newest, after),)))
            return
        copy = self._blank(topic)
        if newest is not None:
            copy = newest.replace(**self._new(newest), copy_of=None, again_of=None)
        after = change(copy)
        if after != copy:
            self._add(Label.SHEET, after)

    def _add(self, label: Label, sheet: Sheet) -> None:
        before = self._place(sheet.topic)
        after = NewestSheet(id=sheet.topic.value, year=sheet.day.year)
        if before is not None:
            after = before.replace(year=sheet.day.year)
        moving = [] if after == before else [Edit(before, after)]
        self._book.apply(Change(label, (Edit(None, sheet), *moving)))

    def _place(self, topic: SheetTopic) -> NewestSheet | None:
        return self._book.one(NewestSheet, topic.value)

    def _blank(self, topic: SheetTopic) -> Sheet:
        return Sheet(**self._new(None), topic=topic, sections=begun(topic))

    def _new(self, newest: Sheet | None) -> dict[str, Any]:
        """Return id, day and moment of a new version, which is never older than the newest."""
        day, at = self._book.today(), self._book.now()
        if newest is not None:
            day, at = max(day, newest.day), max(at, newest.at)
        return {"id": self._book.ids(), "day": day, "at": at}

    # Looking at how things are, on the person's own schedule

    def set_check_in(self, every_days: int | None) -> None:
        """Offer a look at how things are after so many days, again and again; None: never.

        Raises:
            Problem: not_in_range.
        """
        if every_days != self._book.preferences.check_in_every_days:
            begin = None
            if every_days is not None:
                begin = _later(self._book.today(), check_wait(every_days))
            Profile(self._book).change(check_in_every_days=every_days, check_in_from=begin)

    def put_off(self, today: date) -> None:
        """Leave it until the next time, counted from today."""
        preferences = self._book.preferences
        every_days = preferences.check_in_every_days
        if every_days is not None and preferences.check_in_due(today):
            Profile(self._book).change(check_in_from=_later(today, every_days))

    def looked(self, today: date) -> None:
        """Note that one looked, where a look was offered; a window that may not write notes nothing."""
        if self._book.read_only is None:
            self.put_off(today)


def _age(sheet: Sheet) -> tuple[date, object, bool, str]:
    """Order versions; of two that two windows made of one, the copy is the older."""
    return sheet.day, sheet.at, sheet.copy_of is None, sheet.id


def _with(sheet: Sheet, key: str, **fields: str) -> Sheet:
    # A heading that another window took out meanwhile comes back with what was written under it.
    section = sheet.section(key) or Section(key=key)
    return sheet.with_section(section.replace(**fields))


def _says_the_same(one: Sheet, other: Sheet) -> bool:
    return (one.sections, one.look_again) == (other.sections, other.look_again)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
