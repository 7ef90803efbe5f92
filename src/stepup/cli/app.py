"""The command `stepup`: what is set before anything else is loaded, and the list of commands."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.clickwords import bind_click
from stepup.cli.command import Group, Option, folder_of
from stepup.cli.endings import DONE, ending, hide_values_in_crashes
from stepup.cli.opening import open_notebook
from stepup.i18n import N_, pick_language, set_language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


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


def _doctor() -> click.Command:
    from stepup.cli.doctor import doctor

    return doctor


# In the order of the help page; a command's module is loaded when its function is called.
COMMANDS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "log": _log,
    "show": _show,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "history": _history,
    "undo": _undo,
    "doctor": _doctor,
    "demo": _demo,
    "path": _path,
}


class _Commands(Group):
    """The commands of COMMANDS, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the commands' names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own
        """Return the command of that name, or None."""
        return COMMANDS[cmd_name]() if cmd_name in COMMANDS else None


def _print_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from stepup import __version__

        click.echo(f"stepup {__version__}")
        ctx.exit()


@click.group(
    "stepup",
    cls=_Commands,
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


def start(arguments: Sequence[str]) -> int:
    """Run the command line; return 0 done, 1 could not, 2 wrong usage, 130 interrupted."""
    _prepare_environment()
    _accept_any_text()
    hide_values_in_crashes()
    try:
        _choose_language(arguments)
        code = stepup.main(list(arguments), prog_name="stepup", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - every end is told in one sentence
        return _end(error)
    return code if isinstance(code, int) else DONE


def _end(error: BaseException) -> int:
    code, sentence = ending(error)
    if sentence:
        click.echo(sentence, err=True)
    try:
        sys.stdout.flush()
    except OSError:
        # What is left in the buffer has nowhere to go; Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _prepare_environment() -> None:
    """Let nothing from outside steer Textual, and no pydantic plugin see a value."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL_")]:
        del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"


def _accept_any_text() -> None:
    """Let a terminal that lacks a character show ? instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _choose_language(arguments: Sequence[str]) -> None:
    """Choose before click reads the arguments, so that its own sentences come out right."""
    from stepup.paths import vault_folder
    from stepup.settings import read_settings

    folder = vault_folder(_said(arguments, "--vault"), os.environ.get("STEPUP_HOME"))
    chosen = pick_language(
        _said(arguments, "--lang"),
        os.environ.get("STEPUP_LANG"),
        read_settings(folder).language,
        _locale_environment(os.environ, sys.platform),
    )
    set_language(chosen)
    bind_click(chosen)


def _said(arguments: Sequence[str], option: str) -> str | None:
    """Return the value an option is given, wherever it stands; the last one counts."""
    value = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option and place + 1 < len(arguments):
            value = arguments[place + 1]
        elif argument.startswith(f"{option}="):
            value = argument.removeprefix(f"{option}=")
    return value


def _locale_environment(environment: Mapping[str, str], platform: str) -> Mapping[str, str]:
    """Return where the locale is named; Windows sets none of these, so its own name is asked."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    found = {name: environment[name] for name in names if environment.get(name)}
    if not found and platform == "win32":
        import locale

        return {"LANG": locale.getlocale()[0] or ""}
    return found
