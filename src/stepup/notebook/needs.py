"""Difficulties and wishes: what is hard, what would help, what to do please and what not."""

from __future__ import annotations

from datetime import date

from stepup.domain.change import Label, added, removed, replaced
from stepup.domain.need import Need, NeedKind
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import one_line
from stepup.notebook.book import Book


class Needs:
    """The verbs of difficulties and wishes."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def open(self) -> list[Need]:
        """Return the lines that hold, by what they say, then in the order of making."""
        order = list(NeedKind)
        found = self._book.of_kind(Need)
        return sorted(found, key=lambda one: (order.index(one.what), one.position, one.id))

    def closed(self, year: str) -> list[Need]:
        """Return the lines put away in a year, the last first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Need, year)
        return sorted(
            found,
            key=lambda one: (one.closed_on or one.made_on, one.position, one.id),
            reverse=True,
        )

    def add(self, text: str, what: NeedKind) -> Need:
        """Add a line.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        positions = [one.position for one in self._book.of_kind(Need)]
        need = Need(
            id=self._book.ids(),
            text=text,
            what=what,
            made_on=self._book.today(),
            position=max(positions, default=-1) + 1,
        )
        self._book.apply(added(Label.NEED, need))
        return need

    def reword(self, need: Need, text: str) -> None:
        """Change the words of a line; without any left, it is taken away."""
        if not one_line(text):
            self.take_away(need)
        else:
            self._replace(Label.NEED, need, need.replace(text=text))

    def turn(self, need: Need, what: NeedKind) -> None:
        """Let a line say something else: a difficulty, what would help, please, please not."""
        self._replace(Label.NEED, need, need.replace(what=what))

    def close(self, need: Need, day: date | None) -> None:
        """Put a line away, as one that no longer holds; with None bring it back."""
        self._replace(Label.NEED_CLOSED, need, need.replace(closed_on=day))

    def take_away(self, need: Need) -> None:
        """Take a line away; undo brings it back."""
        self._book.apply(removed(need, label=Label.NEED))

    def _replace(self, label: Label, before: Need, after: Need) -> None:
        if after != before:
            self._book.apply(replaced(label, before, after))
