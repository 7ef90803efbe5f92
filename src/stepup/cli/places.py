"""Where a command shall write: standard output, or a file that is not there yet, in a folder that is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.command import Option
from stepup.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STANDARD_OUTPUT: Final = "-"

out_option = click.option(
    "--out",
    cls=Option,
    metavar="PATH",
    type=click.Path(),
    default=STANDARD_OUTPUT,
    help=N_("A new file; - (to start with) is standard output."),
)
"""What an export is written to: given to `write_out`."""


def new_file(name: str) -> Path:
    """Return the absolute path of a file to be made.

    Raises:
        click.ClickException: no file can be made there.
    """
    from stepup.paths import absolute

    if not name:
        raise click.UsageError(_("The file's name is empty."))
    path = absolute(name)
    if not path.parent.is_dir():
        raise click.ClickException(_("The folder it would stand in is not there."))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise click.ClickException(_("Nothing can be written in that folder."))
    return path


def new_folder(name: str) -> Path:
    """Return the absolute path of a folder to be made, or of an empty one, links followed.

    Raises:
        click.ClickException: no folder can be made there.
    """
    from stepup.paths import absolute

    if not name:
        raise click.UsageError(_("The folder's name is empty."))
    folder = absolute(name).resolve()
    above = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not above.is_dir() and above != folder:
        raise click.ClickException(_("The folder it would stand in is not there."))
    # An empty folder is replaced by the one made beside it, so what holds it counts.
    if not os.access(above.parent if above == folder else above, os.W_OK | os.X_OK):
        raise click.ClickException(_("Nothing can be written in that folder."))
    return folder


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
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.vault import Disk

    path, disk = new_file(out), Disk()
    try:
        disk.create(path, b"".join(pieces))
    except FileExistsError:
        raise Problem(ProblemCode.BACKUP_EXISTS, file=path.name) from None
    disk.sync_folder(path.parent)
    click.echo(_("Written: {file}").format(file=path.name), err=True)
