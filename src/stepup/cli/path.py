"""`stepup path`: where the notebook is kept."""

import os

import click

from stepup.cli.command import Command, folder_of
from stepup.i18n import N_


@click.command(
    "path", cls=Command, asks=False, help=N_("Print the folder the notebook is kept in.")
)
@click.pass_context
def path(ctx: click.Context) -> None:
    """Write the folder's name byte for byte, whatever the terminal's encoding."""
    click.echo(os.fsencode(folder_of(ctx)))
