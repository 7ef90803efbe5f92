"""`stepup export`: everything that was written, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.command import Group
from stepup.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _json() -> click.Command:
    from stepup.cli.exports.own_json import export_json

    return export_json


def _portfolio() -> click.Command:
    from stepup.cli.exports.portfolio import export_portfolio

    return export_portfolio


def _md() -> click.Command:
    from stepup.cli.exports.daily_notes import export_daily_notes

    return export_daily_notes


def _csv() -> click.Command:
    from stepup.cli.exports.tables import export_csv

    return export_csv


def _hledger() -> click.Command:
    from stepup.cli.exports.hledger import export_hledger

    return export_hledger


def _month() -> click.Command:
    from stepup.cli.exports.month import export_month

    return export_month


def _ics() -> click.Command:
    from stepup.cli.exports.ics import export_ics

    return export_ics


def _jrnl() -> click.Command:
    from stepup.cli.exports.jrnl import export_jrnl

    return export_jrnl


# In the order of the help page; a format's module is loaded when its function is called.
FORMATS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "json": _json,
    "portfolio": _portfolio,
    "md": _md,
    "csv": _csv,
    "jrnl": _jrnl,
    "hledger": _hledger,
    "month": _month,
    "ics": _ics,
}


@click.group(
    "export",
    cls=Group,
    loaders=FORMATS,
    no_args_is_help=False,
    help=N_("Write everything out in an open format."),
)
def export() -> None:
    """Hold the formats."""
