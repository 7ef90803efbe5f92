"""`stepup export`: everything that was written, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Group, Option
from stepup.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD_OUTPUT: Final = "-"


@click.group(
    "export", cls=Group, no_args_is_help=False, help=N_("Write everything out in an open format.")
)
def export() -> None:
    """Hold the formats."""


@export.command(
    "json",
    cls=Command,
    help=N_("Write every entry as JSON, with nothing lost."),
)
@click.option(
    "--out",
    cls=Option,
    metavar="PATH",
    type=click.Path(),
    default=STANDARD_OUTPUT,
    help=N_("A new file; - (to start with) is standard output."),
)
@click.pass_context
def export_json(ctx: click.Context, out: str) -> int:
    """Write the export; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exchange.own_json import encode
    from stepup.notebook.reading import every_document

    with opened(ctx) as book:
        write_out(out, encode(every_document(book)))
        click.echo(
            _(
                "Not in it: the settings of this computer, texts not saved yet, earlier saves,"
                " and what was taken away."
            ),
            err=True,
        )
        return tell_damage(book)


def write_out(out: str, pieces: Iterable[bytes]) -> None:
    """Write to standard output for "-", else to a new file for this account alone.

    Raises:
        click.ClickException: as `new_file` does.
        Problem: backup_exists; what is there stays as it is.
        OSError: it cannot be written there; nothing is left behind.
    """
    if out == STANDARD_OUTPUT:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    from stepup.cli.places import new_file
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.vault import Disk

    path, disk = new_file(out), Disk()
    try:
        disk.create(path, b"".join(pieces))
    except FileExistsError:
        raise Problem(ProblemCode.BACKUP_EXISTS, file=path.name) from None
    disk.sync_folder(path.parent)
