"""What `stepup log` was told of income and of times of working, checked before any of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import click

from stepup.cli.noting import Act
from stepup.cli.values import as_usage
from stepup.domain.income_entry import check_field, entry_from
from stepup.domain.problem import Problem
from stepup.domain.work import parse_session
from stepup.i18n import _
from stepup.notebook.book import Book
from stepup.notebook.incomes import Incomes
from stepup.notebook.works import Works
from stepup.words import problem_sentence

FIELDS: Final[Mapping[str, str]] = {
    "gross": "gross",
    "fee": "fee",
    "received": "received",
    "withheld": "withheld",
    "transfer": "transfer",
    "expenses": "expenses",
    "currency": "currency",
    "paid": "paid_on",
    "worked": "worked_on",
    "minutes": "minutes",
    "way": "way",
}
"""The options of an income, and the fields of the entry they fill in."""


def income_act(
    book: Book, day: date, said: Mapping[str, str | None], client: str, note: str
) -> Act:
    """Return the noting of an income, paid on `day` unless said otherwise.

    Raises:
        click.BadParameter: a value that does not fit, or values that do not go together.
    """
    typed = {"client": client, "note": note}
    for option, field in FIELDS.items():
        text = said.get(option)
        if text is not None:
            typed[field] = text
            with as_usage(f"--{option}"):
                check_field(field, text)
    with as_usage("--income"):
        entry = entry_from(typed, day)
        entry.fields()
    return Act(_("Income"), lambda: Incomes(book).note(entry))


def work_act(book: Book, day: date, typed: str, name: str) -> Act:
    """Return the noting of a time of working at the open work of a name.

    Raises:
        click.BadParameter: no time of working.
        click.UsageError: no open work of that name.
    """
    with as_usage("--work"):
        parse_session(typed)
    works = Works(book)
    try:
        work = works.called(name)
    except Problem as problem:
        raise click.UsageError(problem_sentence(problem)) from None
    return Act(_("Time at it"), lambda: works.sit_down(work, day, typed))
