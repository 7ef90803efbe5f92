"""The first steps of every call: what is set before anything else is loaded, and how it ends.

A call without a command is the notebook itself, which is opened without loading click.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from stepup.crash import hide_values_in_crashes
from stepup.i18n import pick_language, set_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from stepup.i18n import Language


def start(arguments: Sequence[str]) -> int:
    """Run the command line; return 0 done, 1 could not, 2 wrong usage, 130 interrupted."""
    _prepare_environment()
    _accept_any_text()
    hide_values_in_crashes()
    try:
        folder = _folder(arguments)
        language = _choose_language(arguments, folder)
        # Without a word too, click may be asked to complete what is typed in a shell.
        if not arguments and "_STEPUP_COMPLETE" not in os.environ:
            from stepup.cli.opening import open_notebook

            return open_notebook(folder)
        from stepup.cli.app import run

        return run(arguments, language)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - every end is told in one sentence
        return _end(error)


def _end(error: BaseException) -> int:
    import click

    from stepup.cli.endings import ending

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
    for name in [name for name in os.environ if name.partition("_")[0] == "TEXTUAL"]:
        del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"


def _accept_any_text() -> None:
    """Let a terminal that lacks a character show ? instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _folder(arguments: Sequence[str]) -> Path:
    from stepup.paths import vault_folder

    return vault_folder(_said(arguments, "--vault"), os.environ.get("STEPUP_HOME"))


def _choose_language(arguments: Sequence[str], folder: Path) -> Language:
    """Choose before the arguments are read, so that every sentence about them comes out right."""
    from stepup.settings import read_settings

    chosen = pick_language(
        _said(arguments, "--lang"),
        os.environ.get("STEPUP_LANG"),
        read_settings(folder).language,
        _locale_environment(os.environ, sys.platform),
    )
    set_language(chosen)
    return chosen


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
