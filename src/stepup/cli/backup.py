"""`stepup backup`: the whole notebook in one file, for a stick."""

from __future__ import annotations

import click

from stepup.cli.book import damage, is_empty, nothing_yet, opened
from stepup.cli.command import Command
from stepup.i18n import N_, ngettext


@click.command(
    "backup", cls=Command, help=N_("Copy the notebook into one new file, and read it back.")
)
@click.argument("file", metavar="FILE", type=click.Path())
@click.pass_context
def backup(ctx: click.Context, file: str) -> None:
    """Copy the newest state; an older one is not passed off as a backup."""
    from stepup.cli.places import new_file
    from stepup.notebook.keeping import back_up

    with opened(ctx) as book:
        if is_empty(book):
            raise click.ClickException(nothing_yet())
        problem = damage(book)
        if problem is not None:
            raise problem
        kept = back_up(book, new_file(file))
    click.echo(
        ngettext(
            "A copy with {number} entry was kept and read back.",
            "A copy with {number} entries was kept and read back.",
            kept.records,
        ).format(number=kept.records)
    )
