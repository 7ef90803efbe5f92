"""`stepup lock`: the lock of the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.command import Group
from stepup.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _set() -> click.Command:
    from stepup.cli.locks import set_

    return set_


def _change() -> click.Command:
    from stepup.cli.locks import change

    return change


def _code() -> click.Command:
    from stepup.cli.locks import code

    return code


def _remove() -> click.Command:
    from stepup.cli.locks import remove

    return remove


def _recover() -> click.Command:
    from stepup.cli.locks import recover

    return recover


def _status() -> click.Command:
    from stepup.cli.locks import status

    return status


# In the order of the help page.
VERBS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "set": _set,
    "change": _change,
    "code": _code,
    "remove": _remove,
    "recover": _recover,
    "status": _status,
}


@click.group(
    "lock",
    cls=Group,
    loaders=VERBS,
    no_args_is_help=False,
    help=N_("Lock the notebook with a passphrase, or change that."),
)
def lock() -> None:
    """Hold the verbs."""
