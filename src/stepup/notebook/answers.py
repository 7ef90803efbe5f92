"""Own words kept ready: answers for when one is asked, and the blanks of a first message."""

from __future__ import annotations

from typing import Any

from stepup.domain.answer import BLANKS, Asker, FirstMessage, OwnAnswer
from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import clean, one_line
from stepup.notebook.book import Book


class Answers:
    """The verbs of own answers and of the first message."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def all(self) -> list[OwnAnswer]:
        """Return the answers, by who asks, then in the order of making."""
        order = list(Asker)
        found = self._book.of_kind(OwnAnswer)
        return sorted(found, key=lambda one: (order.index(one.asker), one.position, one.id))

    def add(self, text: str, asker: Asker) -> OwnAnswer:
        """Keep an answer.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(text):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        positions = [one.position for one in self._book.of_kind(OwnAnswer)]
        answer = OwnAnswer(
            id=self._book.ids(),
            asker=asker,
            text=text,
            position=max(positions, default=-1) + 1,
        )
        self._book.apply(added(Label.ANSWER, answer))
        return answer

    def reword(self, answer: OwnAnswer, text: str) -> None:
        """Change the words of an answer; without any left, it is taken away."""
        if one_line(text):
            self.change(answer, text=text)
        else:
            self.take_away(answer)

    def change(self, answer: OwnAnswer, **fields: Any) -> None:
        """Say otherwise who asks, or what."""
        after = answer.replace(**fields)
        if after != answer:
            self._book.apply(replaced(Label.ANSWER, answer, after))

    def take_away(self, answer: OwnAnswer) -> None:
        """Take an answer away; undo brings it back."""
        self._book.apply(removed(answer, label=Label.ANSWER))

    # The first message

    @property
    def first_message(self) -> FirstMessage:
        """The blanks as they are kept; empty ones while nothing was written."""
        return self._stored or FirstMessage()

    def fill(self, blank: str, text: str) -> None:
        """Write into one of the three blanks (`BLANKS`).

        Raises:
            Problem: text_too_long.
            ValueError: there is no such blank.
        """
        if blank not in BLANKS:
            raise ValueError(blank)
        before = self._stored
        after = self.first_message.replace(**{blank: clean(text).strip()})
        if after != self.first_message:
            self._book.apply(Change(Label.FIRST_MESSAGE, (Edit(before, after),)))

    @property
    def _stored(self) -> FirstMessage | None:
        return self._book.one(FirstMessage, FirstMessage.model_fields["id"].default)
