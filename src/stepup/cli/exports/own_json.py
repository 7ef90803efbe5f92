"""`stepup export json`: every entry as it is kept."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command
from stepup.cli.places import out_option, write_out
from stepup.i18n import N_, _


@click.command(
    "json",
    cls=Command,
    help=N_("Write every entry as JSON, with nothing lost."),
)
@out_option
@click.pass_context
def export_json(ctx: click.Context, out: str) -> int:
    """Write the export; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exchange.own_json import encode
    from stepup.exporting import FORMATS
    from stepup.notebook.reading import every_document

    with opened(ctx) as book:
        write_out(out, encode(every_document(book)))
        click.echo(_(FORMATS["json"].left_out), err=True)
        return tell_damage(book)
