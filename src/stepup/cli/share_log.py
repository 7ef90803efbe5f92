"""`stepup share log`: what was handed over so far, the newest first."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command
from stepup.i18n import N_, _


@click.command(
    "log",
    cls=Command,
    help=N_(
        "List what was handed over: when, to whom, which sections, and a number to check the"
        " file by."
    ),
)
@click.pass_context
def log(ctx: click.Context) -> int:
    """Print each one, the newest first."""
    from stepup.notebook.sharing import Sharing
    from stepup.words.plain_share import handover_text

    with opened(ctx) as book:
        sharing = Sharing(book)
        texts = [
            handover_text(handover) for year in book.years() for handover in sharing.handovers(year)
        ]
        click.echo("\n\n".join(texts) if texts else _("Nothing was handed over so far."))
        return tell_damage(book)
