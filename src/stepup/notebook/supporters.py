"""Who and what one leans on: kept, looked at, and the last time of a talk or a visit there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from stepup.domain.change import Label, added, removed, replaced
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.supporter import LINES, Supporter, SupporterKind, Visit
from stepup.domain.talk import Talk
from stepup.domain.text import clean, one_line
from stepup.notebook.book import Book
from stepup.notebook.shelf import Document, readable


class Supporters:
    """The verbs of who and what one leans on."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def all(self) -> list[Supporter]:
        """Return them all: the bookmarked ones first, those of some day last, else as made."""
        found = self._book.of_kind(Supporter)
        return sorted(
            found, key=lambda one: (not one.bookmarked, one.some_day, one.position, one.id)
        )

    def find(self, supporter_id: str | None) -> Supporter | None:
        """Return one by its id, or None when it is gone."""
        return self._book.one(Supporter, supporter_id) if supporter_id else None

    def names(self) -> Mapping[str, str]:
        """Return the names by id."""
        return {one.id: one.name for one in self._book.of_kind(Supporter)}

    def add(
        self,
        name: str,
        what: SupporterKind = SupporterKind.OTHER,
        *,
        some_day: bool = False,
    ) -> Supporter:
        """Put someone or something on the list.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        supporter = self.drafted(name, what, some_day=some_day)
        self._book.apply(added(Label.SUPPORTER, supporter))
        return supporter

    def drafted(
        self,
        name: str,
        what: SupporterKind = SupporterKind.OTHER,
        *,
        some_day: bool = False,
    ) -> Supporter:
        """Return someone or something as it would be put at the end of the list, nothing kept yet.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(name):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        positions = [one.position for one in self._book.of_kind(Supporter)]
        return Supporter(
            id=self._book.ids(),
            name=name,
            what=what,
            some_day=some_day,
            position=max(positions, default=-1) + 1,
        )

    def word(self, supporter: Supporter, field: str, text: str) -> None:
        """Say one of its lines (`LINES`) or its name otherwise; without words a name stays.

        Raises:
            Problem: text_too_long.
            ValueError: there is no such line.
        """
        if field not in ("name", *LINES):
            raise ValueError(field)
        if field != "name" or one_line(text):
            self.change(supporter, **{field: clean(text).strip()})

    def change(self, supporter: Supporter, **fields: Any) -> None:
        """Change what it is, how it suits, whether it is bookmarked or for some day."""
        after = supporter.replace(**fields)
        if after != supporter:
            self._book.apply(replaced(Label.SUPPORTER, supporter, after))

    def take_away(self, supporter: Supporter) -> None:
        """Take it off the list; talks and visits stay. Undo brings it back."""
        self._book.apply(removed(supporter, label=Label.SUPPORTER))

    def last_contact(self, supporter: Supporter) -> date | None:
        """Return the day of the newest talk or visit up to today, or None when there is none.

        Looks at the years one after another, the newest first, and keeps none of them in memory.
        A year that cannot be read is passed over: its own pages say so.
        """
        today = self._book.today()
        named = re.compile(re.escape(supporter.id).encode())
        for year in self._book.years():
            with suppress(Problem):
                tables = self._book.written(year, named)
                days = [
                    day
                    for kind in (Talk, Visit)
                    for document in tables.get(kind.kind, {}).values()
                    if (day := _day_with(kind, document, supporter.id)) and day <= today
                ]
                if days:
                    return max(days)
        return None


def _day_with(kind: type[Talk | Visit], document: Document, supporter_id: str) -> date | None:
    """Return the day of a talk or a visit, if it was with that one."""
    if document.get("supporter") != supporter_id:
        return None
    record = readable(kind.kind, document)
    return record.day if isinstance(record, Talk | Visit) else None
