"""The command `stepup` and the list of commands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.clickwords import bind_click
from stepup.cli.command import Group, Option, folder_of
from stepup.cli.endings import DONE
from stepup.cli.opening import open_notebook
from stepup.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from stepup.i18n import Language


def _lock() -> click.Command:
    from stepup.cli.lock import lock

    return lock


def _demo() -> click.Command:
    from stepup.cli.demo import demo

    return demo


def _path() -> click.Command:
    from stepup.cli.path import path

    return path


def _log() -> click.Command:
    from stepup.cli.log import log

    return log


def _show() -> click.Command:
    from stepup.cli.show import show

    return show


def _export() -> click.Command:
    from stepup.cli.export import export

    return export


def _share() -> click.Command:
    from stepup.cli.share import share

    return share


def _import() -> click.Command:
    from stepup.cli.bring_in import bring_in

    return bring_in


def _backup() -> click.Command:
    from stepup.cli.backup import backup

    return backup


def _restore() -> click.Command:
    from stepup.cli.restore import restore

    return restore


def _history() -> click.Command:
    from stepup.cli.history import history

    return history


def _undo() -> click.Command:
    from stepup.cli.undo import undo

    return undo


def _merge() -> click.Command:
    from stepup.cli.merge import merge

    return merge


def _doctor() -> click.Command:
    from stepup.cli.doctor import doctor

    return doctor


# In the order of the help page; a command's module is loaded when its function is called.
COMMANDS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "log": _log,
    "show": _show,
    "share": _share,
    "export": _export,
    "import": _import,
    "backup": _backup,
    "restore": _restore,
    "history": _history,
    "undo": _undo,
    "merge": _merge,
    "doctor": _doctor,
    "lock": _lock,
    "demo": _demo,
    "path": _path,
}


def _print_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from stepup import __version__

        click.echo(f"stepup {__version__}")
        ctx.exit()


@click.group(
    "stepup",
    cls=Group,
    loaders=COMMANDS,
    invoke_without_command=True,
    help=N_("A private notebook for finding your own pace. Without a command, it opens."),
)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help=N_("Print the version."),
)
@click.pass_context
def stepup(ctx: click.Context) -> int | None:
    """Open the notebook when no command is named; return its exit code."""
    if ctx.invoked_subcommand is not None:
        return None
    return open_notebook(folder_of(ctx))


def run(arguments: Sequence[str], language: Language) -> int:
    """Run a command line, click's own sentences in `language`; return 0 done, 1 could not, 2 wrong usage."""
    bind_click(language)
    code = stepup.main(list(arguments), prog_name="stepup", standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else DONE
