"""Looking through everything written, the newest first, a year at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from unicodedata import east_asian_width

from stepup.domain.kinds import is_tombstone
from stepup.domain.problem import Problem
from stepup.domain.record import CORE
from stepup.domain.text import clean, search_fold, search_source
from stepup.notebook.book import Book

TEXT_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "journal": ("text", "tags"),
    "win": ("text",),
    "topic": ("text",),
    "goal": ("text", "earlier", "steps", "why", "easy", "hard"),
    "goal_day": ("text", "step"),
    "goal_review": ("text",),
    "attempt": ("step",),
    "some_day": ("text",),
    "tracker": ("name",),
    "own_help": ("text",),
    "clipping": ("text", "source"),
    "later": ("text",),
    "drawer_item": ("text",),
    "own_number": ("name",),
    "review": ("sentence", "keep", "smaller", "let_go"),
    "stage": ("name", "sentence"),
    "sheet": ("sections",),
    "promise": ("text", "client", "agreed", "message"),
    "piece": ("title", "part", "tools", "skills", "link", "about"),
    "strength": ("text",),
    "practice": ("text",),
    "learning": ("text", "with_whom", "note"),
    "card": ("question", "words"),
    "paper": ("title", "text"),
    "handover": ("to", "file"),
    "share_choice": ("words", "names"),
    "supporter": (
        *("name", "what_for", "cost", "learned", "worries", "hours", "noise", "people"),
        *("slip_out", "contact"),
    ),
    "visit": ("note",),
    "appointment": ("title",),
    "talk": ("text", "next"),
    "need": ("text",),
    "answer": ("text", "asked"),
    "first_message": ("about", "reply", "call_me"),
    "work": (
        "text", "client", "platform", "people", "part", "through", "notes", "days", "hours",
        "tired_words", "fitted",
    ),
    "income": ("client", "note"),
}  # fmt: skip
"""The fields of each kind that hold words of the person."""
_BEFORE: Final = 20
_BEHIND: Final = 80


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry in which the words stand: where it is, and the words with some around them.

    `before`, `found` and `behind` are parts of one line of its text.
    """

    kind: str
    id: str
    day: date | None
    before: str
    found: str
    behind: str


class Search:
    """Searches the open book."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def find(self, query: str) -> Iterator[list[Hit]]:
        """Yield the hits of one shard after another, the newest year first, each newest first.

        Found in any width, case and kind of kana. A year that cannot be read is passed over:
        the page that shows it says so. Safe to run on a thread of its own.
        """
        source = search_source(query)
        if not source:
            return
        pattern = re.compile(source)
        # JSON writes these two otherwise than they stand in the text.
        escaped = re.search(r'["\\]', search_fold(query))
        raw = None if escaped else re.compile(source.encode())
        for shard in (*self._book.years(), CORE):
            with suppress(Problem):
                yield _hits(self._book.written(shard, raw), pattern)


def _hits(
    tables: Mapping[str, Mapping[str, Mapping[str, Any]]], pattern: re.Pattern[str]
) -> list[Hit]:
    found = [
        hit
        for kind in TEXT_FIELDS
        for record_id, document in tables.get(kind, {}).items()
        if not is_tombstone(document) and not _is_closed(kind, document)
        for hit in _first_hit(kind, record_id, document, pattern)
    ]
    return sorted(found, key=lambda hit: (hit.day or date.min, hit.id), reverse=True)


def _is_closed(kind: str, document: Mapping[str, Any]) -> bool:
    """Whether it is something to be opened later that has not been opened."""
    return kind == "later" and not isinstance(document.get("opened_on"), str)


def _first_hit(
    kind: str, record_id: str, document: Mapping[str, Any], pattern: re.Pattern[str]
) -> Iterator[Hit]:
    for text in _texts(document, TEXT_FIELDS[kind]):
        match = pattern.search(text := clean(text))
        if match:
            # What names a day that no calendar knows is not understood, and not shown.
            with suppress(TypeError, ValueError):
                yield Hit(kind, record_id, _day_of(document), *_around(text, match))
            return


def _day_of(document: Mapping[str, Any]) -> date | None:
    fields = ("day", "closed_on", "made_on", "put_on", "on_day", "found_on", "ended_on")
    named = next((document[field] for field in fields if document.get(field)), None)
    return None if named is None else date.fromisoformat(named)


def _texts(document: Mapping[str, Any], fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        value = document.get(field)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, Mapping):
                    yield from _texts(item, ("heading", "text", "earlier", "name", "put"))
                else:
                    yield str(item)


def _around(text: str, match: re.Match[str]) -> tuple[str, str, str]:
    """Return what stands before, the words, and what stands behind, on their line."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    before = text[start : match.start()]
    behind = text[match.end() : end if end >= 0 else len(text)]
    kept = _end_of(before, _BEFORE)
    before = before if kept == before else "…" + kept
    return before, match.group(), behind[:_BEHIND]


def _end_of(text: str, cells: int) -> str:
    """Return the end of a text that takes at most `cells` cells, a kanji taking two."""
    width = 0
    for place in range(len(text) - 1, -1, -1):
        width += 2 if east_asian_width(text[place]) in "WF" else 1
        if width > cells:
            return text[place + 1 :]
    return text
