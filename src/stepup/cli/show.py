"""`stepup show`: days as plain text, or as JSON. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.book import is_empty, nothing_yet, opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.values import Days
from stepup.i18n import N_, _, format_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stepup.notebook.book import Book
    from stepup.notebook.days import DayView

FORM: Final = "stepup days"
VERSION: Final = 1


@click.command(
    "show",
    cls=Command,
    help=N_(
        "Print a day, or the days from one to another."
        "\n\nToday when no date is named, with the goals that are open and the list of some day."
    ),
)
@click.argument("days", required=False, type=Days(), metavar="[DATE | FROM..TO]")
@click.option("--json", "as_json", cls=Option, is_flag=True, help=N_("As JSON, for programs."))
@click.pass_context
def show(ctx: click.Context, days: tuple[date, date] | None, *, as_json: bool) -> int:
    """Print what there is; 1 when the notebook is damaged and this is an older state of it."""
    with opened(ctx) as book:
        first, last = days or (book.today(), book.today())
        pages = list(_recorded(book, first, last))
        if as_json:
            _print_json(book, first, last, pages)
        elif is_empty(book):
            click.echo(nothing_yet())
        else:
            _print_plain(book, first, last, pages)
        if days is None and not as_json:
            _print_goals(book)
        return tell_damage(book)
