"""Promises: made, worded, given a day and days to spare, and what becomes of them."""

from __future__ import annotations

from typing import Any

from stepup.domain.change import Label, added, removed
from stepup.domain.day import typed_day
from stepup.domain.promise import Agreed, Promise, PromiseState, in_order, parse_spare
from stepup.notebook.book import Book
from stepup.notebook.wording import is_empty, next_position, replace, reword


class Promises:
    """The verbs of promises."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def open(self) -> list[Promise]:
        """Return those that are open: the nearest day first, then those without one."""
        return in_order(one for one in self._book.of_kind(Promise) if one.closed_on is None)

    def closed(self, year: str) -> list[Promise]:
        """Return those that closed in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = [one for one in self._book.of_kind(Promise, year) if one.closed_on is not None]
        return sorted(found, key=lambda one: (one.closed_on, one.position), reverse=True)

    def find(self, promise_id: str, year: str = "") -> Promise | None:
        """Return one by its id: an open one, or one that closed in a year; None where it is gone.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.one(Promise, promise_id)
        return found or (self._book.one(Promise, promise_id, year) if year else None)

    def add(self, text: str) -> Promise | None:
        """Make a promise; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(text):
            return None
        promise = Promise(
            id=self._book.ids(),
            text=text,
            made_on=self._book.today(),
            position=next_position(self._book.of_kind(Promise)),
        )
        self._book.apply(added(Label.PROMISE, promise))
        return promise

    def reword(self, promise: Promise, text: str) -> Promise | None:
        """Give it other words; without any it is taken away.

        Raises:
            Problem: text_too_long.
        """
        return reword(self._book, Label.PROMISE, promise, text)

    def set_due(self, promise: Promise, typed: str) -> Promise:
        """Say when it is due, as typed (`typed_day`); nothing typed: no day.

        Raises:
            Problem: not_a_date.
        """
        return self._change(
            promise, due=None if is_empty(typed) else typed_day(typed, self._book.today())
        )

    def set_spare(self, promise: Promise, typed: str) -> Promise:
        """Say how many days before that are one's own: 2, 2日, 2 days; nothing typed: none.

        Raises:
            Problem: not_in_range.
        """
        return self._change(promise, spare=0 if is_empty(typed) else parse_spare(typed))

    def name_client(self, promise: Promise, client: str) -> Promise:
        """Say whom it was promised to.

        Raises:
            Problem: text_too_long.
        """
        return self._change(promise, client=client)

    def belongs_to(self, promise: Promise, work: str | None) -> Promise:
        """Say to which work it belongs, by the work's id; None: to none."""
        return self._change(promise, work=work)

    # Agreed as done

    def add_agreed(self, promise: Promise, text: str) -> Promise:
        """Add a line of what was agreed as done; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(text):
            return promise
        after = promise.with_agreed(len(promise.agreed), Agreed(text=text))
        return replace(self._book, Label.PROMISE, promise, after)

    def reword_agreed(self, promise: Promise, index: int, text: str) -> Promise:
        """Give a line other words; without any it is taken out.

        Raises:
            Problem: text_too_long.
        """
        line = None if is_empty(text) else promise.agreed[index].replace(text=text)
        return replace(self._book, Label.PROMISE, promise, promise.with_agreed(index, line))

    def tick(self, promise: Promise, index: int) -> Promise:
        """Tick a line, or take the tick back."""
        line = promise.agreed[index]
        after = promise.with_agreed(index, line.replace(done=not line.done))
        return replace(self._book, Label.PROMISE, promise, after)

    # What becomes of it

    def set_state(self, promise: Promise, state: PromiseState) -> Promise:
        """Say what became of it today, or take it up again."""
        after = promise.with_state(state, self._book.today())
        return replace(self._book, Label.PROMISE_STATE, promise, after)

    def write_message(self, promise: Promise, text: str) -> Promise:
        """Keep one's own wording of "this may be a little late"; nothing written: none.

        Raises:
            Problem: too_many_characters.
        """
        after = promise.replace(message=text)
        return replace(self._book, Label.PROMISE_MESSAGE, promise, after)

    def take_away(self, promise: Promise) -> None:
        """Take one away; undo brings it back."""
        self._book.apply(removed(promise, label=Label.PROMISE))

    def _change(self, promise: Promise, **fields: Any) -> Promise:
        return replace(self._book, Label.PROMISE, promise, promise.replace(**fields))
