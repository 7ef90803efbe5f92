"""`stepup import`: what was written in other programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.command import Group
from stepup.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _daylio() -> click.Command:
    from stepup.cli.imports.commands import daylio

    return daylio


def _loop() -> click.Command:
    from stepup.cli.imports.commands import loop

    return loop


def _plain(name: str) -> click.Command:
    from stepup.cli.imports import commands

    return commands.PLAIN[name]


# In the order of the help page; the commands are loaded when one of them is called.
FORMATS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "daylio": _daylio,
    "jrnl": partial(_plain, "jrnl"),
    "dayone": partial(_plain, "dayone"),
    "loop": _loop,
    "sleep-as-android": partial(_plain, "sleep-as-android"),
    "plees": partial(_plain, "plees"),
    "stepup": partial(_plain, "stepup"),
}


@click.group(
    "import",
    cls=Group,
    loaders=FORMATS,
    no_args_is_help=False,
    help=N_(
        "Bring in what was written in another program."
        "\n\nNothing is written before it was shown and agreed to. What is here already stays as"
        " it is, and stepup undo takes back all that came in."
    ),
)
def bring_in() -> None:
    """Hold the formats."""
