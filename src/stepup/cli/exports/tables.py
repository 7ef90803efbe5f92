"""`stepup export csv`: entries as a table for a spreadsheet."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import out_option, write_out
from stepup.i18n import N_

KINDS = ("income",)


@click.command(
    "csv",
    cls=Command,
    help=N_(
        "Write entries as a table (CSV) for a spreadsheet."
        "\n\nThe newest version of each; a text that looks like a formula stays a text."
    ),
)
@click.option(
    "--kind",
    cls=Option,
    type=click.Choice(KINDS),
    default=KINDS[0],
    help=N_("What is written; income to start with."),
)
@out_option
@click.pass_context
def export_csv(ctx: click.Context, *, kind: str, out: str) -> int:  # noqa: ARG001 - there is one so far
    """Write the table; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exchange.income_csv import income_csv
    from stepup.notebook.incomes import Incomes
    from stepup.notebook.works import Works

    with opened(ctx) as book:
        write_out(out, [income_csv(Incomes(book).all(), Works(book).names())])
        return tell_damage(book)
