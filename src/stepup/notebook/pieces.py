"""Pieces: what one has made, worded, dated, and laid together to be shown."""

from __future__ import annotations

from stepup.domain.change import Label, added, removed
from stepup.domain.day import typed_day
from stepup.domain.piece import Piece
from stepup.domain.record import CORE, year_shard
from stepup.notebook.book import Book
from stepup.notebook.wording import is_empty, next_position, replace, reword


class Pieces:
    """The verbs of pieces."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def undated(self) -> list[Piece]:
        """Return the pieces without a day, the newest first."""
        return sorted(self._book.of_kind(Piece), key=lambda one: -one.position)

    def of_year(self, year: str) -> list[Piece]:
        """Return the pieces made in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = [one for one in self._book.of_kind(Piece, year) if one.made_on is not None]
        return sorted(found, key=lambda one: (one.made_on, one.position), reverse=True)

    def all(self) -> list[Piece]:
        """Return every piece, the newest first, those without a day last; reads every year.

        Raises:
            Problem: a year cannot be read.
        """
        dated = [piece for year in self._book.years() for piece in self.of_year(year)]
        return [*dated, *self.undated()]

    def find(self, piece_id: str, year: str = "") -> Piece | None:
        """Return a piece by its id, one without a day or one of a year; None where it is gone.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.one(Piece, piece_id)
        return found or (self._book.one(Piece, piece_id, year) if year else None)

    def add(self, title: str) -> Piece | None:
        """Keep a piece by its title; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(title):
            return None
        year = year_shard(self._book.today())
        there = [one for shard in (CORE, year) for one in self._book.of_kind(Piece, shard)]
        piece = Piece(id=self._book.ids(), title=title, position=next_position(there))
        self._book.apply(added(Label.PIECE, piece))
        return piece

    def retitle(self, piece: Piece, title: str) -> Piece | None:
        """Give it another title; without one it is taken away.

        Raises:
            Problem: text_too_long.
        """
        return reword(self._book, Label.PIECE, piece, title, "title")

    def say(self, piece: Piece, field: str, text: str) -> Piece:
        """Fill in one of "part", "tools", "skills", "link" and "about".

        Raises:
            Problem: text_too_long, too_many_characters.
        """
        return replace(self._book, Label.PIECE, piece, piece.replace(**{field: text}))

    def set_made_on(self, piece: Piece, typed: str) -> Piece:
        """Say when it was made, as typed (`typed_day`); nothing typed: no day.

        Raises:
            Problem: not_a_date.
        """
        day = None if is_empty(typed) else typed_day(typed, self._book.today())
        return replace(self._book, Label.PIECE, piece, piece.replace(made_on=day))

    def belongs_to(self, piece: Piece, work: str | None) -> Piece:
        """Say for which work it was made, by the work's id; None: for none."""
        return replace(self._book, Label.PIECE, piece, piece.replace(work=work))

    def take_away(self, piece: Piece) -> None:
        """Take a piece away; undo brings it back."""
        self._book.apply(removed(piece, label=Label.PIECE))
