"""The passphrase of a locked notebook: asked for unseen in a terminal, or read from standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.command import PIPED
from stepup.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from stepup.notebook.locking import Key

# Far more than a passphrase may have: what is longer is told, not cut.
_MOST: Final = 1 << 16


def key_for(ctx: click.Context, folder: Path) -> Key | None:
    """Return the key of the notebook in a folder, None where it has no lock.

    Raises:
        Problem: as `ask` does, and why the passphrase does not open it.
    """
    from stepup.notebook.locking import is_locked, unlock

    return unlock(folder, ask(ctx, _("Passphrase: "))) if is_locked(folder) else None


def ask(ctx: click.Context, prompt: str) -> str:
    """Return one secret: the next line of standard input with --passphrase-stdin, else what is typed unseen.

    Raises:
        click.ClickException: there is no terminal to ask in.
        click.Abort: the input ended before there was an answer.
    """
    if is_piped(ctx):
        return _read_line()
    need_terminal()
    from getpass import getpass

    try:
        return getpass(prompt, stream=sys.stderr)
    except EOFError as error:
        raise click.Abort from error


def ask_new(ctx: click.Context, prompt: str = "") -> str:
    """Return a new passphrase, typed twice in a terminal.

    Raises:
        Problem: passphrases_differ, passphrase_empty, passphrase_long; and as `ask` does.
    """
    from stepup.domain.passphrase import parse_passphrase, strength
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.words.locking import strength_words

    typed = ask(ctx, prompt or _("New passphrase: "))
    parse_passphrase(typed)
    click.echo(strength_words(strength(typed)), err=True)
    if not is_piped(ctx) and ask(ctx, _("The same once more: ")) != typed:
        raise Problem(ProblemCode.PASSPHRASES_DIFFER)
    return typed


def is_piped(ctx: click.Context) -> bool:
    """Whether secrets come on standard input."""
    return bool(ctx.meta.get(PIPED))


def need_terminal() -> None:
    """Raise click.ClickException where there is no terminal to ask in."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.ClickException(
            _("A passphrase is asked for in a terminal, or read with --passphrase-stdin.")
        )


def _read_line() -> str:
    line = b"" if sys.stdin is None else sys.stdin.buffer.readline(_MOST)
    if not line:
        raise click.Abort from EOFError()
    try:
        return line.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        text = _("The text on standard input is in an encoding that is not known.")
        raise click.UsageError(text) from None
