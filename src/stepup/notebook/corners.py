"""The quiet corners: good news, the box to open later, and the drawer for hard days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stepup.domain.change import Label, added, removed
from stepup.domain.corner import Clipping, DrawerItem, ItemKind, Later, draw
from stepup.domain.day import typed_day
from stepup.domain.journal import Win
from stepup.domain.problem import Problem, ProblemCode
from stepup.notebook.book import Book
from stepup.notebook.wording import is_empty, next_position, replace, reword


class Corners:
    """The verbs of the corners."""

    def __init__(self, book: Book, pick: Callable[[int], int]) -> None:
        """Work on this book; `pick` returns one of the numbers from 0 to n - 1 (see `draw`)."""
        self._book = book
        self.pick = pick

    # Good news

    def clippings(self, year: str) -> list[Clipping]:
        """Return the clippings of a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Clipping, year)
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def clip(self, day: date, text: str, before: Clipping | None = None) -> Clipping | None:
        """Keep good news: new, or `before` with new words; without any left it is taken away.

        Raises:
            Problem: text_too_long.
        """
        if before is not None or is_empty(text):
            return reword(self._book, Label.CLIPPING, before, text)
        clipping = Clipping(id=self._book.ids(), day=day, at=self._book.now(), text=text)
        self._book.apply(added(Label.CLIPPING, clipping))
        return clipping

    def name_source(self, clipping: Clipping, source: str) -> None:
        """Say where a clipping is from."""
        replace(self._book, Label.CLIPPING, clipping, clipping.replace(source=source))

    # To open later

    def closed(self) -> list[Later]:
        """Return what is not opened, in the order in which it was put in."""
        return sorted(self._book.of_kind(Later), key=lambda one: (one.put_on, one.position))

    def opened(self, year: str) -> list[Later]:
        """Return what was put in in a year and has been opened, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Later, year)
        return sorted(found, key=lambda one: (one.put_on, one.position), reverse=True)

    def lay_by(self, day: date, text: str, before: Later | None = None) -> Later | None:
        """Put something in to be opened later, or put new words in its place.

        Raises:
            Problem: too_many_characters.
        """
        if before is not None or is_empty(text):
            return reword(self._book, Label.LATER, before, text)
        position = next_position(self._book.of_kind(Later))
        later = Later(id=self._book.ids(), text=text, put_on=day, position=position)
        self._book.apply(added(Label.LATER, later))
        return later

    def not_before(self, later: Later, typed: str) -> None:
        """Name the day before which one would rather not see it; nothing typed: no such day.

        Raises:
            Problem: not_a_date.
        """
        day = None if is_empty(typed) else typed_day(typed, self._book.today())
        replace(self._book, Label.LATER, later, later.replace(not_before=day))

    def open(self, later: Later, day: date) -> Later:
        """Open it: its words are shown and found from now on. Returns it as it is now."""
        after = later.replace(opened_on=day)
        replace(self._book, Label.OPEN_LATER, later, after)
        return after

    def close_again(self, later: Later) -> None:
        """Put it back as if it had not been opened."""
        replace(self._book, Label.OPEN_LATER, later, later.replace(opened_on=None))

    # The drawer

    def drawer(self) -> list[DrawerItem]:
        """Return what lies in the drawer, in the order in which it was put in."""
        return sorted(self._book.of_kind(DrawerItem), key=lambda one: one.position)

    def draw(self, last: str | None = None) -> DrawerItem | None:
        """Draw one, another than the one with the id `last` where there is another."""
        return draw(self.drawer(), last, self.pick)

    def put_in(
        self, text: str, what: ItemKind = ItemKind.LINE, before: DrawerItem | None = None
    ) -> DrawerItem | None:
        """Put a line, a song or a past win into the drawer, or put new words in its place.

        Raises:
            Problem: too_many_characters.
        """
        if before is not None or is_empty(text):
            return reword(self._book, Label.DRAWER, before, text)
        position = next_position(self._book.of_kind(DrawerItem))
        item = DrawerItem(id=self._book.ids(), text=text, what=what, position=position)
        self._book.apply(added(Label.DRAWER, item))
        return item

    def put_in_words_of(self, words: str, what: ItemKind = ItemKind.LINE) -> None:
        """Put words that stand elsewhere in, unless they lie there already.

        Raises:
            Problem: nothing_written, too_many_characters.
        """
        if is_empty(words):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        if words not in {item.text for item in self.drawer()}:
            self.put_in(words, what)

    def wins(self, year: str) -> list[Win]:
        """Return the wins of a year that may be put in, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Win, year)
        return sorted(found, key=lambda win: (win.day, win.at), reverse=True)

    # All

    def take_out(self, record: Clipping | Later | DrawerItem) -> None:
        """Take one away; undo brings it back."""
        self._book.apply(removed(record))
