"""What one is good at, likes, what does not suit; practice and learning."""

from __future__ import annotations

from datetime import date

from stepup.domain.change import Label, added, removed
from stepup.domain.day import typed_day
from stepup.domain.strength import Learning, Practice, Side, Strength, parse_practice
from stepup.notebook.book import Book
from stepup.notebook.wording import is_empty, next_position, replace, reword


class Strengths:
    """The verbs of strengths, practice and learning."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def all(self, side: Side | None = None) -> list[Strength]:
        """Return the lines about oneself (of one side), in the order of writing."""
        found = self._book.of_kind(Strength)
        return sorted(
            (one for one in found if side in (None, one.side)), key=lambda one: one.position
        )

    def add(self, side: Side, text: str) -> Strength | None:
        """Write a line; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(text):
            return None
        position = next_position(self._book.of_kind(Strength))
        line = Strength(id=self._book.ids(), side=side, text=text, position=position)
        self._book.apply(added(Label.STRENGTH, line))
        return line

    def reword(self, line: Strength, text: str) -> Strength | None:
        """Give a line other words; without any it is taken away.

        Raises:
            Problem: text_too_long.
        """
        return reword(self._book, Label.STRENGTH, line, text)

    # Practice

    def practices(self, year: str) -> list[Practice]:
        """Return what one practised in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Practice, year)
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def practise(self, day: date, typed: str) -> Practice | None:
        """Note a practice as typed (`parse_practice`); nothing typed is none.

        Raises:
            Problem: nothing_written, not_in_range, text_too_long.
        """
        if is_empty(typed):
            return None
        text, minutes = parse_practice(typed)
        practice = Practice(
            id=self._book.ids(), day=day, at=self._book.now(), text=text, minutes=minutes
        )
        self._book.apply(added(Label.PRACTICE, practice))
        return practice

    def correct(self, practice: Practice, typed: str) -> Practice | None:
        """Change a practice; with nothing typed it is taken away.

        Raises:
            Problem: nothing_written, not_in_range, text_too_long.
        """
        if is_empty(typed):
            self._book.apply(removed(practice, label=Label.PRACTICE))
            return None
        text, minutes = parse_practice(typed)
        after = practice.replace(text=text, minutes=minutes)
        return replace(self._book, Label.PRACTICE, practice, after)

    # Learning

    def learning(self) -> list[Learning]:
        """Return what one learns now, in the order of writing."""
        found = [one for one in self._book.of_kind(Learning) if one.ended_on is None]
        return sorted(found, key=lambda one: one.position)

    def learnt(self, year: str) -> list[Learning]:
        """Return what one learnt until some day of a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = [one for one in self._book.of_kind(Learning, year) if one.ended_on is not None]
        return sorted(found, key=lambda one: (one.ended_on, one.position), reverse=True)

    def learn(self, text: str) -> Learning | None:
        """Keep something one learns; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(text):
            return None
        position = next_position(self._book.of_kind(Learning))
        learning = Learning(id=self._book.ids(), text=text, position=position)
        self._book.apply(added(Label.LEARNING, learning))
        return learning

    def reword_learning(self, learning: Learning, text: str) -> Learning | None:
        """Give it other words; without any it is taken away.

        Raises:
            Problem: text_too_long.
        """
        return reword(self._book, Label.LEARNING, learning, text)

    def say(self, learning: Learning, field: str, text: str) -> Learning:
        """Fill in "with_whom" or "note".

        Raises:
            Problem: text_too_long.
        """
        return replace(self._book, Label.LEARNING, learning, learning.replace(**{field: text}))

    def set_since(self, learning: Learning, typed: str) -> Learning:
        """Say since when, as typed (`typed_day`); nothing typed: no day.

        Raises:
            Problem: not_a_date.
        """
        since = None if is_empty(typed) else typed_day(typed, self._book.today())
        return replace(self._book, Label.LEARNING, learning, learning.replace(since=since))

    def end(self, learning: Learning, *, ended: bool = True) -> Learning:
        """Say that it came to its end today, or take it up again."""
        day = self._book.today() if ended else None
        return replace(self._book, Label.LEARNING, learning, learning.replace(ended_on=day))

    # All

    def take_away(self, record: Strength | Practice | Learning) -> None:
        """Take one away; undo brings it back."""
        labels = {Practice.kind: Label.PRACTICE, Learning.kind: Label.LEARNING}
        label = labels.get(record.kind, Label.STRENGTH)
        self._book.apply(removed(record, label=label))
