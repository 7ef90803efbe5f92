"""`stepup export jrnl`: the journal, for jrnl."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import out_option, write_out
from stepup.i18n import N_, _


@click.command(
    "jrnl",
    cls=Command,
    help=N_(
        "Write the journal for jrnl."
        "\n\nAs the JSON that jrnl itself exports, or as the text that jrnl --import takes."
    ),
)
@click.option(
    "--form",
    cls=Option,
    type=click.Choice(["json", "text"]),
    default="json",
    help=N_("json (to start with), or text."),
)
@out_option
@click.pass_context
def export_jrnl(ctx: click.Context, *, form: str, out: str) -> int:
    """Write the journal; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exporting import FORMATS, jrnl

    with opened(ctx) as book:
        write_out(out, jrnl(book, as_text=form == "text").values())
        click.echo(_(FORMATS["jrnl"].left_out), err=True)
        return tell_damage(book)
