"""Texts that are being written: kept between saves, offered again after a sudden end."""

from __future__ import annotations

from contextlib import suppress

from stepup.domain.problem import Problem
from stepup.notebook.book import Book
from stepup.vault import Draft, Drafts

__all__ = ["Draft", "Drafting"]


class Drafting:
    """The drafts of this window, and those a window before it left behind."""

    def __init__(self, book: Book) -> None:
        """Work beside this book."""
        self._book = book
        self._drafts = Drafts(book.vault.root, book.ids())
        self._mine: dict[str, str] = {}

    def keep(self, name: str, text: str) -> None:
        """Keep what is being written under a name; a window that may not write keeps it in memory.

        A draft that cannot be written is no reason to interrupt: the text is still in its field.
        """
        self._mine[name] = text
        if self._book.read_only is None:
            with suppress(Problem):
                self._drafts.keep(name, text)

    def drop(self, name: str) -> None:
        """Let a draft go, since its text is saved."""
        if self._mine.pop(name, None) is not None and self._book.read_only is None:
            with suppress(Problem):
                self._drafts.drop(name)

    def text(self, name: str, stored: str) -> str:
        """Return the draft of that name in this window, or what is stored."""
        return self._mine.get(name, stored)

    def left_behind(self) -> list[Draft]:
        """Return what an earlier window left unsaved, the oldest first."""
        try:
            return self._drafts.left_behind()
        except Problem:
            return []

    def forget(self, draft: Draft) -> None:
        """Let a draft of an earlier window go."""
        with suppress(Problem):
            self._drafts.forget(draft)

    def close(self) -> None:
        """End: what is still kept will be offered at the next start."""
        self._drafts.close()
