"""Texts that are being written: kept between saves, offered again after a sudden end."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from stepup.domain.problem import Problem
from stepup.notebook.book import Book
from stepup.vault import Draft, Drafts

__all__ = ["FIELD", "PASSING", "Draft", "Drafting", "leads_back"]

FIELD = "field"
"""Begins the name of a draft that is known by its page and its line alone; the page's name follows."""
PASSING = "passing"
"""The same on a page that has no name by which it could be opened again."""


def leads_back(field: str) -> bool:
    """Whether the name of a draft tells where it can be gone on with."""
    return field.partition(":")[0] != PASSING


class Drafting:
    """The drafts of this window, and those a window before it left behind."""

    def __init__(self, book: Book) -> None:
        """Work beside this book."""
        self._book = book
        self._drafts = Drafts(book.vault.root, book.ids(), envelope=book.vault.place.envelope)
        self._mine: dict[str, str] = {}
        self._done: set[str] = set()

    def keep(self, name: str, text: str) -> None:
        """Keep what is being written under a name; a window that may not write keeps it in memory.

        A draft that cannot be written is no reason to interrupt: the text is still in its field.
        """
        self._mine[name] = text
        self._done.discard(name)
        if self._book.read_only is None:
            with suppress(Problem):
                self._drafts.keep(name, text)

    def drop(self, name: str) -> None:
        """Let a draft go, since its text is in the book; its file goes once that is on disk."""
        if self._mine.pop(name, None) is not None:
            self._done.add(name)
            self.settle()

    def settle(self) -> None:
        """Remove the files of drafts whose text has been saved."""
        if self._book.read_only is None and self._book.state.kind == "saved":
            for name in self._done:
                with suppress(Problem):
                    self._drafts.drop(name)
            self._done.clear()

    def text(self, name: str, stored: str) -> str:
        """Return the draft of that name in this window, or what is stored."""
        return self._mine.get(name, stored)

    def begun(self, kind: str) -> tuple[str, ...]:
        """Return the names of this window's drafts that begin with `kind`."""
        return tuple(name for name in self._mine if name.startswith(kind))

    def left_behind(self) -> list[Draft]:
        """Return what an earlier window left unsaved, the oldest first.

        What stands in the book word for word was saved after all: it is let go.
        """
        try:
            found = self._drafts.left_behind()
        except Problem:
            return []
        waiting: dict[tuple[str, str], Draft] = {}
        for draft in found:
            twin = waiting.get((draft.field, draft.text))
            if self._stands_in_book(draft) or twin is not None:
                self.forget(draft)
            else:
                waiting[draft.field, draft.text] = draft
        return list(waiting.values())

    def _stands_in_book(self, draft: Draft) -> bool:
        day = draft.field.split(":")[1:2]
        try:
            records = self._book.on(date.fromisoformat(day[0])) if day else []
        except (ValueError, Problem):
            return False
        return any(getattr(record, "text", None) == draft.text.rstrip() for record in records)

    def forget(self, draft: Draft) -> None:
        """Let a draft of an earlier window go; a window that may not write leaves it."""
        if self._book.read_only is None:
            with suppress(Problem):
                self._drafts.forget(draft)

    def close(self) -> None:
        """End: what is still kept will be offered at the next start."""
        self._drafts.close()
