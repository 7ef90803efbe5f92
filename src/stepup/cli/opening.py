"""Opening the notebook in a terminal, for every command that does."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from stepup.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def need_terminal() -> None:
    """Raise click.ClickException where there is no terminal to open the notebook in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        import click  # the notebook opens without it

        raise click.ClickException(
            _("The notebook opens in a terminal; stepup --help lists what works without one.")
        )


def open_notebook(folder: Path, at_the_end: Callable[[], None] = lambda: None) -> int:
    """Open the notebook kept in `folder` and return the exit code.

    `at_the_end` is done too when the terminal is closed, which ends the program at once.
    """
    need_terminal()
    from stepup.settings import read_settings

    settings = read_settings(folder)
    if settings.plain_keys:
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # read once, when Textual is imported
    from stepup.ui.running import run

    return run(folder=folder, settings=settings, language=language(), at_the_end=at_the_end)
