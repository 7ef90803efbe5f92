"""Numbers of one's own: made, noted on a day, looked at as they are. Nothing is made of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from stepup.domain.change import Label, added, removed, replaced
from stepup.domain.day import typed_day
from stepup.domain.own_number import OwnNumber, OwnValue, parse_range, parse_value
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import year_shard
from stepup.domain.text import one_line
from stepup.notebook.book import Book


class OwnNumbers:
    """The verbs of the numbers of one's own."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def all(self, *, retired: bool = False) -> list[OwnNumber]:
        """Return the numbers in their order; retired ones only when asked for."""
        found = [one for one in self._book.of_kind(OwnNumber) if retired or not one.retired]
        return sorted(found, key=lambda one: (one.position, one.name))

    def add(self, name: str, typed_range: str) -> OwnNumber:
        """Make a number with a range as typed (`parse_range`).

        Raises:
            Problem: nothing_written, text_too_long, not_a_range.
        """
        if not one_line(name):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        least, most = parse_range(typed_range)
        positions = [one.position for one in self._book.of_kind(OwnNumber)]
        number = OwnNumber(
            id=self._book.ids(),
            name=name,
            least=least,
            most=most,
            position=max(positions, default=-1) + 1,
        )
        self._book.apply(added(Label.OWN_NUMBER, number))
        return number

    def rename(self, number: OwnNumber, name: str) -> None:
        """Give a number another name; without one it keeps its own."""
        if one_line(name):
            self._change(number, name=name)

    def retire(self, number: OwnNumber, *, retired: bool = True) -> None:
        """Put a number out of sight, or bring it back; its history stays."""
        self._change(number, retired=retired)

    def change_range(self, number: OwnNumber, typed: str) -> None:
        """Give a number another range; what was noted before stays as it is.

        Raises:
            Problem: not_a_range.
        """
        least, most = parse_range(typed)
        self._change(number, least=least, most=most)

    def _change(self, number: OwnNumber, **fields: Any) -> None:
        after = number.replace(**fields)
        if after != number:
            self._book.apply(replaced(Label.OWN_NUMBER, number, after))

    # Values

    def note(self, number: OwnNumber, day: date, typed: str) -> None:
        """Note a value as typed (`parse_value`); a day may have several, nothing typed is none.

        Raises:
            Problem: not_a_number, not_between.
        """
        if one_line(typed):
            value = OwnValue(
                id=self._book.ids(),
                day=day,
                at=self._book.now(),
                number=number.id,
                value=parse_value(typed, number),
            )
            self._book.apply(added(Label.OWN_VALUE, value))

    def note_for(self, number: OwnNumber, typed: str) -> None:
        """Note a value for another day: the day, then the value, as 2026-11-20 7.

        Raises:
            Problem: not_a_date, not_a_number, not_between.
        """
        if one_line(typed):
            day, _space, value = one_line(typed).rpartition(" ")
            self.note(number, typed_day(day, self._book.today()), value)

    def correct(self, number: OwnNumber, value: OwnValue, typed: str) -> None:
        """Change a value; with nothing typed it is taken away.

        Raises:
            Problem: not_a_number, not_between.
        """
        if not one_line(typed):
            self.take_away(value)
            return
        after = value.replace(value=parse_value(typed, number))
        if after != value:
            self._book.apply(replaced(Label.OWN_VALUE, value, after))

    def take_away(self, value: OwnValue) -> None:
        """Take a value away; undo brings it back."""
        self._book.apply(removed(value))

    def values(self, number: OwnNumber, year: str) -> list[OwnValue]:
        """Return what was noted in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        mine = [one for one in self._book.of_kind(OwnValue, year) if one.number == number.id]
        return sorted(mine, key=lambda one: (one.day, one.at), reverse=True)

    def on(self, day: date) -> list[OwnValue]:
        """Return what was noted on a day, of all numbers, in the order of writing."""
        found = self._book.of_kind(OwnValue, year_shard(day))
        return sorted((one for one in found if one.day == day), key=lambda one: one.at)
