"""`stepup export md`: a Markdown note for each day, in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import STANDARD_OUTPUT, new_folder, write_folder
from stepup.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stepup.notebook.book import Book


@click.command(
    "md",
    cls=Command,
    help=N_(
        "Write a Markdown note for each day, with its figures at the head."
        "\n\nEach is a file named by its day, such as 2026-11-22.md, in a new or empty folder."
    ),
)
@click.option(
    "--out",
    cls=Option,
    metavar="DIR",
    type=click.Path(),
    default=STANDARD_OUTPUT,
    help=N_("A new or empty folder; - (to start with) is standard output, one note after another."),
)
@click.pass_context
def export_daily_notes(ctx: click.Context, out: str) -> int:
    """Write the notes; 1 when the notebook is damaged and this is an older state of it."""
    with opened(ctx) as book:
        if out == STANDARD_OUTPUT:
            for _name, note in _notes(book):
                click.echo(note, nl=False)
        else:
            _write(book, out)
        click.echo(
            _(
                "In them: moods, sleep, rows, lines, goals and the journal."
                " Everything else is in export json."
            ),
            err=True,
        )
        return tell_damage(book)


def _write(book: Book, out: str) -> None:
    folder = new_folder(out)
    number = write_folder(folder, _notes(book))
    said = ngettext("{number} day was written.", "{number} days were written.", number)
    click.echo(said.format(number=number))


def _notes(book: Book) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each note, the oldest first; a year at a time is in memory."""
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
