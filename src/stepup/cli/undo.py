"""`stepup undo`: take back what one save did."""

from __future__ import annotations

import click

from stepup.cli.book import opened_to_write, save
from stepup.cli.command import Command
from stepup.i18n import N_, _, ngettext


@click.command(
    "undo",
    cls=Command,
    help=N_(
        "Take back what the last save did, or the one with this number (stepup history)."
        "\n\nNothing written since is lost: where an entry has changed, both versions stay."
        " A second undo brings back what the first took."
    ),
)
@click.argument("generation", required=False, type=click.IntRange(min=1), metavar="[GENERATION]")
@click.pass_context
def undo(ctx: click.Context, generation: int | None) -> None:
    """Write the entries as they were before that save, as a save of its own."""
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.notebook.keeping import revert

    with opened_to_write(ctx) as book:
        number = generation or book.vault.generation
        try:
            count = revert(book, number) if number else 0
        except Problem as problem:
            # A copy that was brought back begins its history anew.
            if generation is not None or problem.code is not ProblemCode.NO_SUCH_GENERATION:
                raise
            count = 0
        if not count:
            raise click.ClickException(_("There is nothing to undo."))
        save(book)
    click.echo(
        ngettext(
            "What save {generation} did was taken back: {number} entry.",
            "What save {generation} did was taken back: {number} entries.",
            count,
        ).format(generation=number, number=count)
    )
