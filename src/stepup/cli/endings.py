"""How a call ends: an exit code and at most one sentence, never a traceback or a value."""

from __future__ import annotations

import os
from typing import Final

import click

from stepup.crash import crash_sentence
from stepup.i18n import _

DONE: Final = 0
COULD_NOT: Final = 1
INTERRUPTED: Final = 130


def ending(error: BaseException) -> tuple[int, str]:
    """Return the exit code an error ends the program with and the sentence to say, or ""."""
    match error:
        case click.ClickException():
            return error.exit_code, _one_line(error.format_message())
        case KeyboardInterrupt():
            return INTERRUPTED, ""
        case click.Abort():
            return _abort_ending(error)
        case BrokenPipeError():
            return COULD_NOT, ""
    from stepup.domain.problem import Problem

    if isinstance(error, Problem):
        from stepup.words import problem_sentence

        return COULD_NOT, problem_sentence(error)
    if isinstance(error, OSError) and error.errno is not None:
        reason = os.strerror(error.errno)
        return COULD_NOT, _("This could not be done: {reason}.").format(reason=reason)
    return COULD_NOT, crash_sentence(type(error), error.__traceback__)


def _abort_ending(error: click.Abort) -> tuple[int, str]:
    """Tell Ctrl+C from an input that ended: click gives both the same name."""
    if isinstance(error.__cause__ or error.__context__, EOFError):
        return COULD_NOT, _("The input ended before there was an answer.")
    return INTERRUPTED, ""


def _one_line(message: str) -> str:
    """Return the message on one line, without characters a terminal would obey."""
    words = " ".join(message.split())
    return "".join(letter if letter.isprintable() else "?" for letter in words)
