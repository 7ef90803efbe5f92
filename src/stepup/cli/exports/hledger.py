"""`stepup export hledger`: income and expenses as a journal."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command
from stepup.cli.places import out_option, write_out
from stepup.i18n import N_


@click.command(
    "hledger",
    cls=Command,
    help=N_(
        "Write income and expenses as a journal for hledger."
        "\n\nThe newest version of each entry; notes are not in it."
    ),
)
@out_option
@click.pass_context
def export_hledger(ctx: click.Context, *, out: str) -> int:
    """Write the journal; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exporting import hledger

    with opened(ctx) as book:
        write_out(out, hledger(book).values())
        return tell_damage(book)
