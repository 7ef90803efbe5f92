"""The open formats everything can be written in, from the screen and from the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from stepup.i18n import N_
from stepup.notebook.book import Book

PRIVATE: Final = frozenset({"money_worry"})
"""Kinds that are in no table unless they are asked for by name."""
INCOME_WHOLE: Final = "income-all-fields"
"""The table of incomes with every field; the one called income is made for reading."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is for, what is not in it, and the files it makes.

    `files` returns the bytes by file name; a single one where `is_folder` is False, and none where
    there is nothing of it yet.
    """

    label: str
    left_out: str
    name: str
    files: Callable[[Book], Mapping[str, bytes]]
    is_folder: bool = False


def table_kinds() -> tuple[str, ...]:
    """Return the names of the tables that can be written, one for each kind and one more."""
    from stepup.domain.kinds import RECORDS

    return (*RECORDS, INCOME_WHOLE)


def table(book: Book, name: str) -> bytes:
    """Return one table.

    Raises:
        Problem: a part of the notebook cannot be read.
    """
    from stepup.exchange.income_csv import income_csv
    from stepup.exchange.tables import kind_table
    from stepup.notebook.incomes import Incomes
    from stepup.notebook.reading import every_document
    from stepup.notebook.works import Works

    if name == "income":
        return income_csv(Incomes(book).all(), Works(book).names())
    kind = "income" if name == INCOME_WHOLE else name
    return kind_table(kind, every_document(book).get(kind, ()))


def tables(book: Book) -> dict[str, bytes]:
    """Return a table for every kind there is an entry of, by the name of its file.

    Raises:
        Problem: a part of the notebook cannot be read.
    """
    from stepup.domain.kinds import is_tombstone
    from stepup.exchange.tables import kind_table
    from stepup.notebook.reading import every_document

    found: dict[str, bytes] = {}
    for kind, documents in sorted(every_document(book).items()):
        if kind in PRIVATE or all(map(is_tombstone, documents)):
            continue
        name = INCOME_WHOLE if kind == "income" else kind
        found[f"{name}.csv"] = kind_table(kind, documents)
        if kind == "income":
            found["income.csv"] = table(book, kind)
    return found


def own_json(book: Book) -> dict[str, bytes]:
    """Return everything as stepup's own JSON. Raises Problem as `tables` does."""
    from stepup.exchange.own_json import encode
    from stepup.notebook.reading import every_document

    return {"stepup.json": b"".join(encode(every_document(book)))}


def jrnl(book: Book, *, as_text: bool = False) -> dict[str, bytes]:
    """Return the journal for jrnl. Raises Problem as `tables` does."""
    from stepup.domain.journal import JournalEntry
    from stepup.exchange.jrnl import jrnl_json, jrnl_text

    entries = (one for year in book.years() for one in book.of_kind(JournalEntry, year))
    make = jrnl_text if as_text else jrnl_json
    name = "journal.txt" if as_text else "jrnl.json"
    return {name: b"".join(make(entries, book.preferences.day_start))}


def hledger(book: Book) -> dict[str, bytes]:
    """Return income and expenses for hledger. Raises Problem as `tables` does."""
    from stepup.exchange.hledger import hledger_journal
    from stepup.notebook.incomes import Incomes
    from stepup.notebook.works import Works

    return {"income.journal": hledger_journal(Incomes(book).all(), Works(book).names())}


def daily_notes(book: Book) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each day's Markdown note, the oldest first, a year at a time.

    Raises:
        Problem: a part of the notebook cannot be read.
    """
    from stepup.domain.record import CORE
    from stepup.exchange.daily_notes import note
    from stepup.notebook.days import Days
    from stepup.notebook.profile import Profile

    trackers, pages = Profile(book).trackers(retired=True), Days(book)
    days = {day for shard in (CORE, *book.years()) for day in book.shelf(shard).days()}
    for day in sorted(days):
        page = pages.view(day)
        if not page.is_blank:
            yield f"{day.isoformat()}.md", note(page, trackers)


def ics(book: Book) -> dict[str, bytes]:
    """Return the appointments as an iCalendar file, nothing where there are none. Raises Problem as `tables` does."""
    from stepup.exchange.ics import encode
    from stepup.notebook.visits import Visits

    appointments = Visits(book).every()
    return {"appointments.ics": encode(appointments, book.now())} if appointments else {}


FORMATS: Final[dict[str, Format]] = {
    "json": Format(
        N_("Everything, as JSON"),
        N_(
            "Not in it: the settings of this computer, texts not saved yet, earlier saves,"
            " and what was taken away."
        ),
        "stepup.json",
        own_json,
    ),
    "csv": Format(
        N_("Tables for a spreadsheet"),
        N_(
            "Not in them: the note about worries with money, the settings of this computer,"
            " earlier saves, and what was taken away."
        ),
        "stepup-tables",
        tables,
        is_folder=True,
    ),
    "md": Format(
        N_("A note for each day, as Markdown"),
        N_(
            "In them: moods, sleep, rows, lines, goals and the journal."
            " Everything else is in the JSON."
        ),
        "stepup-days",
        lambda book: dict(daily_notes(book)),
        is_folder=True,
    ),
    "jrnl": Format(
        N_("The journal, for jrnl"),
        N_("In it: the journal alone, what was put away too. Not in it: seconds and time zones."),
        "jrnl.json",
        jrnl,
    ),
    "hledger": Format(
        N_("Income, for hledger"),
        N_("In it: income and expenses alone. Not in it: notes, and what they said before."),
        "income.journal",
        hledger,
    ),
    "ics": Format(
        N_("Appointments, for a calendar"),
        N_("Not in it: with whom, where, visits, talks, and titles that were not chosen for it."),
        "appointments.ics",
        ics,
    ),
}
"""The formats by name, in the order of the page."""
