"""Rehearsal cards, and drafts of papers."""

from __future__ import annotations

from stepup.domain.card import Card, Occasion, Paper
from stepup.domain.change import Label, added, removed
from stepup.notebook.book import Book
from stepup.notebook.wording import is_empty, next_position, replace, reword


class Cards:
    """The verbs of cards and papers."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def cards(self, occasion: Occasion | None = None) -> list[Card]:
        """Return the cards (of one occasion), in the order of writing."""
        found = self._book.of_kind(Card)
        return sorted(
            (one for one in found if occasion in (None, one.occasion)),
            key=lambda one: one.position,
        )

    def add(self, occasion: Occasion, question: str) -> Card | None:
        """Make a card with a question; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(question):
            return None
        position = next_position(self._book.of_kind(Card))
        card = Card(id=self._book.ids(), occasion=occasion, question=question, position=position)
        self._book.apply(added(Label.CARD, card))
        return card

    def reword(self, card: Card, question: str) -> Card | None:
        """Give a card another question; without one it is taken away.

        Raises:
            Problem: text_too_long.
        """
        return reword(self._book, Label.CARD, card, question, "question")

    def answer(self, card: Card, words: str) -> Card:
        """Write one's own words for a question.

        Raises:
            Problem: too_many_characters.
        """
        return replace(self._book, Label.CARD, card, card.replace(words=words))

    # Papers

    def papers(self) -> list[Paper]:
        """Return the papers, in the order of writing."""
        return sorted(self._book.of_kind(Paper), key=lambda one: one.position)

    def begin(self, title: str) -> Paper | None:
        """Begin a paper with its title; nothing typed is none.

        Raises:
            Problem: text_too_long.
        """
        if is_empty(title):
            return None
        position = next_position(self._book.of_kind(Paper))
        paper = Paper(id=self._book.ids(), title=title, position=position)
        self._book.apply(added(Label.PAPER, paper))
        return paper

    def retitle(self, paper: Paper, title: str) -> Paper | None:
        """Give a paper another title; without one it is taken away.

        Raises:
            Problem: text_too_long.
        """
        return reword(self._book, Label.PAPER, paper, title, "title")

    def write(self, paper: Paper, text: str) -> Paper:
        """Write in a paper; there are no versions of it.

        Raises:
            Problem: too_many_characters.
        """
        return replace(self._book, Label.PAPER, paper, paper.replace(text=text))

    def take_away(self, record: Card | Paper) -> None:
        """Take one away; undo brings it back."""
        label = Label.CARD if isinstance(record, Card) else Label.PAPER
        self._book.apply(removed(record, label=label))
