"""`stepup export md`: a Markdown note for each day, in a folder of its own."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import STANDARD_OUTPUT, new_folder
from stepup.i18n import N_, _, ngettext


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
    from stepup.exporting import FORMATS, daily_notes
    from stepup.notebook.keeping import write_new_folder

    with opened(ctx) as book:
        notes = daily_notes(book)
        if out == STANDARD_OUTPUT:
            for _name, note in notes:
                click.echo(note, nl=False)
        else:
            files = dict(notes)
            write_new_folder(new_folder(out), files)
            number = len(files)
            said = ngettext("{number} day was written.", "{number} days were written.", number)
            click.echo(said.format(number=number))
        click.echo(_(FORMATS["md"].left_out), err=True)
        return tell_damage(book)
