"""`stepup demo`: the notebook of an invented person, to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from stepup.cli.command import Command, Option
from stepup.cli.opening import need_terminal, open_notebook
from stepup.i18n import N_, _, format_day, ngettext

if TYPE_CHECKING:
    from datetime import date

MOST_YEARS = 100


@click.command(
    "demo",
    cls=Command,
    asks=False,
    help=N_(
        "Open a notebook with an invented person's life; it is removed afterwards."
        "\n\nWith --into, write it into a folder and keep it."
    ),
)
@click.option(
    "--into",
    cls=Option,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=N_("Write it into this folder, new or empty, without opening it."),
)
@click.option(
    "--years",
    cls=Option,
    metavar="N",
    type=click.IntRange(1, MOST_YEARS),
    default=1,
    help=N_("How many years up to today; 1 to start with."),
)
@click.option(
    "--seed",
    cls=Option,
    metavar="S",
    type=int,
    default=1,
    help=N_("Another number gives another life."),
)
def demo(into: Path | None, years: int, seed: int) -> int:
    """Write the vault, and open it where no folder is named; return the exit code."""
    if into is None:
        return _open_once(years, seed)
    today = _write(_free(into), years, seed)
    click.echo(
        ngettext(
            "Written: {years} year of an invented life, up to {day}.",
            "Written: {years} years of an invented life, up to {day}.",
            years,
        ).format(years=years, day=format_day(today, "day_year"))
    )
    return 0


def _open_once(years: int, seed: int) -> int:
    from shutil import rmtree
    from tempfile import TemporaryDirectory

    need_terminal()
    # The folder is 0700 from the start. On Windows a scanner may still hold a file of it.
    with TemporaryDirectory(prefix="stepup-demo-", ignore_cleanup_errors=True) as folder:
        vault = Path(folder) / "notebook"
        _write(vault, years, seed)
        return open_notebook(vault, lambda: rmtree(folder, ignore_errors=True))


def _write(folder: Path, years: int, seed: int) -> date:
    """Write the vault and return the day it ends on."""
    from stepup.demo import write_demo
    from stepup.domain.day import DAY_START, logical_day
    from stepup.notebook.clock import SystemClock

    today = logical_day(SystemClock().now(), DAY_START)
    write_demo(folder, years=years, seed=seed, today=today)
    return today


def _free(into: Path) -> Path:
    """Return the folder as an absolute path; it is not there yet, or empty."""
    from stepup.paths import absolute

    folder = absolute(str(into))
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise click.ClickException(
            _("The demo needs a new or empty folder, and this is not one. Nothing was written.")
        )
    return folder
