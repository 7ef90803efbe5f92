"""The notebook for one command: opened, saved for good, and told about where it is damaged."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.command import folder_of
from stepup.cli.endings import COULD_NOT, DONE
from stepup.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stepup.domain.problem import Problem
    from stepup.notebook.book import Book
    from stepup.notebook.locking import Key

# All of one command goes into one save: nothing is written before `save` asks for it.
_UNTIL_ASKED: Final = 3600.0
_ATTEMPTS: Final = 6
_ATTEMPT_SECONDS: Final = 15.0


@contextmanager
def opened(ctx: click.Context) -> Iterator[Book]:
    """Give the book of this call's vault, asking for its key where it is locked.

    What was not saved by then is dropped.

    Raises:
        Problem: the vault cannot be opened at all.
    """
    from stepup.cli.key import key_for

    folder = folder_of(ctx)
    with opened_with(folder, key_for(ctx, folder)) as book:
        yield book


@contextmanager
def opened_with(folder: Path, key: Key | None) -> Iterator[Book]:
    """Give the book of a folder as `opened` does, with the key that was asked for before."""
    from stepup.notebook.book import open_book

    book = open_book(folder, key=key, settle=_UNTIL_ASKED)
    try:
        yield book
    finally:
        # Closing would save what is left. What a command did not get to save was not acknowledged.
        if not book.unsaved():
            book.close(0.0)


@contextmanager
def opened_to_write(ctx: click.Context) -> Iterator[Book]:
    """Give the book as `opened` does, to be written to.

    Raises:
        Problem: as `opened` does, or why the vault is open for reading only.
    """
    with opened(ctx) as book:
        if book.read_only is not None:
            raise book.read_only
        yield book


def save(book: Book) -> None:
    """Return when everything done so far is on disk for good.

    Other windows that are saving are waited for.

    Raises:
        Problem: why it is not.
    """
    from stepup.domain.problem import Problem, ProblemCode

    problem = Problem(ProblemCode.BUSY)
    for _attempt in range(_ATTEMPTS):
        if book.flush(_ATTEMPT_SECONDS):
            return
        problem = book.state.problem or problem
        if problem.code is not ProblemCode.BUSY:
            break
    raise problem


def damage(book: Book) -> Problem | None:
    """Return why what opened is an older state than the newest; None when it is the newest."""
    from stepup.domain.problem import ProblemCode

    problem = book.read_only
    if problem is None or problem.code is ProblemCode.VAULT_READ_ONLY_FOLDER:
        return None
    return problem


def tell_damage(book: Book) -> int:
    """Say on standard error what is damaged, after an older state was shown; the exit code."""
    problem = damage(book)
    if problem is None:
        return DONE
    from stepup.words import problem_sentence

    click.echo(problem_sentence(problem), err=True)
    return COULD_NOT


def is_empty(book: Book) -> bool:
    """Whether nothing was ever saved in this vault."""
    return book.vault.is_new


def nothing_yet() -> str:
    """Return what is said of a vault that is not there, or new."""
    return _("There is no notebook here yet; the first entry begins it.")
