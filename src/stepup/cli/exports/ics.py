"""`stepup export ics`: appointments for a calendar elsewhere."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command
from stepup.cli.places import out_option, write_out
from stepup.i18n import N_, _


@click.command(
    "ics",
    cls=Command,
    help=N_(
        "Write the appointments as an iCalendar file."
        "\n\nEach is a private event called Appointment, unless its own title was chosen for it."
    ),
)
@out_option
@click.pass_context
def export_ics(ctx: click.Context, out: str) -> int:
    """Write the events; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exporting import FORMATS, ics

    with opened(ctx) as book:
        files = ics(book)
        if not files:
            click.echo(_("There are no appointments yet; nothing was written."), err=True)
            return tell_damage(book)
        write_out(out, files.values())
        click.echo(_(FORMATS["ics"].left_out), err=True)
        return tell_damage(book)
