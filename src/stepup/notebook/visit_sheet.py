"""The visit sheet: what to say, what not to talk about, what to ask; ticked after the talk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.journal import Aspect, Topic
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import one_line
from stepup.notebook.book import Book


class VisitSheet:
    """The verbs of the visit sheet. Its lines are the topics that are at hand."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def open(self) -> list[Topic]:
        """Return the lines at hand: by what is wanted with them, then in the order of writing."""
        order = list(Aspect)
        found = [one for one in self._book.of_kind(Topic) if one.told_on is None]
        return sorted(found, key=lambda one: (order.index(one.aspect), one.day, one.at))

    def told(self, year: str) -> list[Topic]:
        """Return the lines of a year that were talked about, the last told first.

        Raises:
            Problem: the year cannot be read.
        """
        found = [one for one in self._book.of_kind(Topic, year) if one.told_on is not None]
        return sorted(found, key=lambda one: (one.told_on or one.day, one.at), reverse=True)

    def add(self, day: date, text: str, aspect: Aspect = Aspect.SAY) -> Topic:
        """Put a line on the sheet.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        topic = Topic(id=self._book.ids(), day=day, at=self._book.now(), text=text, aspect=aspect)
        self._book.apply(added(Label.TOPIC, topic))
        return topic

    def reword(self, topic: Topic, text: str) -> None:
        """Change the words of a line; without any left, it is taken away."""
        if not one_line(text):
            self.take_away(topic)
        else:
            self._replace(Label.TOPIC, topic, topic.replace(text=text))

    def turn(self, topic: Topic, aspect: Aspect) -> None:
        """Put a line under another heading: to say, not to talk about, to ask."""
        self._replace(Label.TOPIC_ASPECT, topic, topic.replace(aspect=aspect))

    def tick(self, topic: Topic, day: date | None) -> None:
        """Note that it was talked about on a day, or, with None, bring it back to hand."""
        self._replace(Label.TOPIC_TOLD, topic, topic.replace(told_on=day))

    def tick_all(self, topics: Iterable[Topic], day: date) -> None:
        """Note that lines were talked about on a day, as one act."""
        edits = tuple(Edit(topic, topic.replace(told_on=day)) for topic in topics)
        self._book.apply(Change(Label.TOPIC_TOLD, edits))

    def take_away(self, topic: Topic) -> None:
        """Take a line away; undo brings it back."""
        self._book.apply(removed(topic))

    def _replace(self, label: Label, before: Topic, after: Topic) -> None:
        if after != before:
            self._book.apply(replaced(label, before, after))
