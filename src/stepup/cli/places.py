"""Where a command shall write: a file that is not there yet, in a folder that is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from stepup.i18n import _

if TYPE_CHECKING:
    from pathlib import Path


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
