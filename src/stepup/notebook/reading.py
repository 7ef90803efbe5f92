"""Reading a stretch of days, or everything: for what is printed and handed on."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TypeVar

from stepup.domain.problem import Problem
from stepup.domain.record import CORE, Record, year_shard
from stepup.notebook.book import Book
from stepup.notebook.shelf import Document, readable

R = TypeVar("R", bound=Record)


def recorded_days(book: Book, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which something stands, the oldest first.

    Reads only the years between them.

    Raises:
        Problem: one of these years cannot be read.
    """
    years = [name for name in book.years() if year_shard(first) <= name <= year_shard(last)]
    found = {day for shard in (CORE, *years) for day in book.shelf(shard).days()}
    return sorted(day for day in found if first <= day <= last)


def find(book: Book, kind: type[R], record_id: str, year: str = "") -> R | None:
    """Return a record that moves to a year when it closes, by its id; None when it is gone.

    Looked for among the open ones, in `year` and in today's; only then are the other years
    gone through, and none of those is kept in memory.
    """
    near = dict.fromkeys((CORE, year or CORE, year_shard(book.today())))
    for shard in near:
        record = book.one(kind, record_id, shard)
        if record is not None:
            return record
    named = re.compile(re.escape(record_id).encode())
    for shard in book.years():
        with suppress(Problem):  # a year that cannot be read is told on its own pages
            tables = {} if shard in near else book.written(shard, named)
            document = tables.get(kind.kind, {}).get(record_id)
            found = None if document is None else readable(kind.kind, document)
            if isinstance(found, kind):
                return found
    return None


def every_document(book: Book) -> dict[str, list[Document]]:
    """Return every document of the notebook by kind, as kept: tombstones and unknown kinds too.

    Raises:
        Problem: a part of the notebook cannot be read.
    """
    found: dict[str, list[Document]] = {}
    for shard in (CORE, *book.years()):
        for kind, table in book.shelf(shard).snapshot().items():
            found.setdefault(kind, []).extend(table.values())
    return found
