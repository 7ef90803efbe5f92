"""The verbs of `stepup lock`. Secrets are asked for, or read from standard input line by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from stepup.cli.command import Command, folder_of
from stepup.cli.key import ask, ask_new, is_piped, need_terminal
from stepup.i18n import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from stepup.notebook.locking import Key


@click.command(
    "set",
    cls=Command,
    help=N_(
        "Lock the notebook with a passphrase; everything in it is encrypted."
        "\n\nWith --passphrase-stdin the passphrase is the first line of standard input."
    ),
)
@click.pass_context
def set_(ctx: click.Context) -> None:
    """Say what cannot be undone, ask twice, show the recovery code, have it typed back, and lock."""
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.notebook import locking
    from stepup.words.locking import COPIES, FOREVER

    folder = folder_of(ctx)
    if locking.is_locked(folder):
        raise Problem(ProblemCode.HAS_LOCK)
    if not is_piped(ctx):
        need_terminal()
    click.echo(_(FOREVER), err=True)
    typed = ask_new(ctx)
    locking.set_lock(folder, typed, _a_new_code(ctx))
    click.echo(_("The notebook is locked."), err=True)
    click.echo(_(COPIES), err=True)


@click.command(
    "change",
    cls=Command,
    help=N_(
        "Change the passphrase; the recovery code stays."
        "\n\nWith --passphrase-stdin: the old one on the first line, the new one on the second."
    ),
)
@click.pass_context
def change(ctx: click.Context) -> None:
    """Ask for the old passphrase, then for the new one."""
    from stepup.notebook import locking

    folder, key = _unlocked(ctx)
    locking.change(folder, key, ask_new(ctx))
    click.echo(_("From now on the new passphrase opens the notebook."))


@click.command(
    "code",
    cls=Command,
    help=N_(
        "Make a new recovery code; the passphrase stays."
        "\n\nWith --passphrase-stdin the passphrase is the first line of standard input."
    ),
)
@click.pass_context
def code(ctx: click.Context) -> None:
    """Say what that means, ask for the passphrase, show the code, and have it typed back."""
    from stepup.notebook import locking
    from stepup.words.locking import NEW_CODE

    folder, key = _unlocked(ctx, _(NEW_CODE))
    locking.change_code(folder, key, _a_new_code(ctx))
    click.echo(_("From now on the new recovery code opens the notebook."), err=True)


@click.command(
    "remove", cls=Command, help=N_("Take the lock off: the notebook is plain text again.")
)
@click.pass_context
def remove(ctx: click.Context) -> None:
    """Say what that means, and ask for the passphrase."""
    from stepup.notebook import locking
    from stepup.words.locking import PLAIN_AGAIN

    folder, key = _unlocked(ctx, _(PLAIN_AGAIN))
    locking.take_off(folder, key)
    click.echo(_("The notebook has no lock any more."))


@click.command(
    "recover",
    cls=Command,
    help=N_(
        "Give the notebook a new passphrase, with the recovery code."
        "\n\nWith --passphrase-stdin: the code on the first line, the new passphrase on the second."
    ),
)
@click.pass_context
def recover(ctx: click.Context) -> None:
    """Ask for the code, then for a new passphrase."""
    from stepup.notebook import locking

    folder = folder_of(ctx)
    key = locking.recover(folder, _ask_code(ctx))
    locking.change(folder, key, ask_new(ctx))
    click.echo(_("From now on the new passphrase opens the notebook."))


@click.command("status", cls=Command, asks=False, help=N_("Say whether the notebook has a lock."))
@click.pass_context
def status(ctx: click.Context) -> None:
    """Look, without asking for anything."""
    from stepup.notebook.locking import is_locked

    locked = is_locked(folder_of(ctx))
    click.echo(_("The notebook is locked.") if locked else _("The notebook has no lock."))


def _unlocked(ctx: click.Context, before: str = "") -> tuple[Path, Key]:
    """Return the folder of a notebook that has a lock, and its key, asked for; say something before.

    Raises:
        Problem: has_no_lock, and as `unlock` does.
    """
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.notebook.locking import is_locked, unlock

    folder = folder_of(ctx)
    if not is_locked(folder):
        raise Problem(ProblemCode.HAS_NO_LOCK)
    if before:
        click.echo(before, err=True)
    return folder, unlock(folder, ask(ctx, _("Passphrase: ")))


def _ask_code(ctx: click.Context) -> str:
    if is_piped(ctx):
        return ask(ctx, "")
    need_terminal()
    return str(click.prompt(_("Recovery code"), err=True))


def _a_new_code(ctx: click.Context) -> str:
    """Return a new code that may come to hold: only once it was typed back, or is on standard output.

    One that never comes to hold does no harm; one that nobody has seen would.
    """
    from stepup.notebook.locking import new_code

    made = new_code()
    if is_piped(ctx):
        click.echo(made)
        sys.stdout.flush()
    else:
        _show_code(made)
    return made


def _show_code(code: str) -> None:
    """Show the code and go on only when it was typed back: then it is on paper."""
    from stepup.domain.problem import Problem
    from stepup.domain.recovery import parse_code
    from stepup.words import problem_sentence
    from stepup.words.locking import SHOWN_ONCE, code_lines

    click.echo(_(SHOWN_ONCE), err=True)
    for line in ("", *(f"    {line}" for line in code_lines(code)), ""):
        click.echo(line, err=True)
    while True:
        typed = str(click.prompt(_("Type it from your paper"), err=True))
        try:
            if parse_code(typed) == code:
                return
        except Problem as problem:
            click.echo(problem_sentence(problem), err=True)
        else:
            click.echo(_("That is another code; please look again."), err=True)
