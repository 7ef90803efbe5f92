"""Reading a stretch of days, or everything: for what is printed and handed on."""

from __future__ import annotations

from datetime import date

from stepup.domain.record import CORE, year_shard
from stepup.notebook.book import Book
from stepup.notebook.shelf import Document


def recorded_days(book: Book, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which something stands, the oldest first.

    Reads only the years between them.

    Raises:
        Problem: one of these years cannot be read.
    """
    years = [name for name in book.years() if year_shard(first) <= name <= year_shard(last)]
    found = {day for shard in (CORE, *years) for day in book.shelf(shard).days()}
    return sorted(day for day in found if first <= day <= last)


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
