"""What verbs about one entry share: other words for it, another place in its list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from stepup.domain.change import Label, removed, replaced
from stepup.domain.record import Record
from stepup.domain.text import clean
from stepup.notebook.book import Book

R = TypeVar("R", bound=Record)


class _Placed(Protocol):
    @property
    def position(self) -> int:
        """Its place among the others."""


def is_empty(text: str) -> bool:
    """Whether nothing is left of a text when it is cleaned."""
    return not clean(text).strip()


def next_position(there: Iterable[_Placed]) -> int:
    """Return the place behind all that are there."""
    return max((one.position for one in there), default=-1) + 1


def replace(book: Book, label: Label, before: R, after: R) -> R:
    """Put an entry in the place of another, unless it is the same; return it."""
    if after != before:
        book.apply(replaced(label, before, after))
    return after


def reword(book: Book, label: Label, before: R | None, text: str, field: str = "text") -> R | None:
    """Give an entry other words and return it; without any left it is taken away.

    Raises:
        Problem: text_too_long, too_many_characters; nothing was changed.
    """
    if before is None:
        return None
    if is_empty(text):
        book.apply(removed(before, label=label))
        return None
    return replace(book, label, before, before.replace(**{field: text}))
