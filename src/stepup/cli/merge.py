"""`stepup merge`: join the notebook of another computer of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stepup.cli.book import opened_to_write, save
from stepup.cli.command import Command, Option
from stepup.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stepup.notebook.book import Book
    from stepup.notebook.joining import Joining


@click.command(
    "merge",
    cls=Command,
    help=N_(
        "Join another notebook of your own: its folder, or a copy made by stepup backup."
        "\n\nWhat only one of them has stays; an entry that both changed stays in both versions."
        " The other one is never written to, and stepup undo takes it back."
        " Without OTHER, what a sync tool put aside in this notebook's folder is joined."
        "\n\nA locked one asks for its passphrase, where the key of this notebook does not open it;"
        " with --passphrase-stdin it is the next line of standard input."
    ),
)
@click.argument("other", required=False, metavar="[OTHER]", type=click.Path())
@click.option(
    "--dry-run",
    cls=Option,
    is_flag=True,
    help=N_("Only say what joining would do."),
)
@click.option("--yes", cls=Option, is_flag=True, help=N_("Do not ask before joining."))
@click.pass_context
def merge(ctx: click.Context, other: str | None, *, dry_run: bool, yes: bool) -> None:
    """Look, ask, join, save; nothing is written by --dry-run or where nothing is new."""
    from stepup.notebook.joining import accept
    from stepup.words.joining import LAID_OPEN

    with opened_to_write(ctx) as book:
        for joining in _found(ctx, book, other):
            for line in _lines(joining):
                click.echo(line)
            if joining.is_laid_open and not joining.is_nothing:
                click.echo(_(LAID_OPEN), err=True)
            if dry_run or joining.is_nothing:
                continue
            if not yes:
                click.confirm(_("Join them now?"), abort=True)
            accept(book, joining)
            save(book)
            click.echo(_("Joined. stepup undo takes it back."))


def _found(ctx: click.Context, book: Book, other: str | None) -> Iterator[Joining]:
    from stepup.notebook.joining import put_aside, read_aside
    from stepup.paths import absolute

    if other is not None:
        if not other:
            raise click.UsageError(_("The folder's name is empty."))
        yield _read(ctx, book, absolute(other))
        return
    aside = put_aside(book)
    if not aside:
        click.echo(_("No sync tool has put anything aside here."))
    for one in aside:
        click.echo(_("Put aside: {name}").format(name=one.name))
        yield read_aside(book, one)


def _read(ctx: click.Context, book: Book, path: Path) -> Joining:
    """Look into the other notebook; ask for its passphrase only when that is what it needs."""
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.notebook.joining import read_other

    try:
        return read_other(book, path)
    except Problem as problem:
        if problem.code is not ProblemCode.OTHER_LOCKED:
            raise
    from stepup.cli.key import ask
    from stepup.notebook.locking import unlock_other

    key = unlock_other(path, ask(ctx, _("Passphrase of the other notebook: ")))
    return read_other(book, path, key)


def _lines(joining: Joining) -> Iterator[str]:
    """Yield what joining would do, a line for each thing; no word of the person's."""
    from stepup.words.joining import count_lines, kinds_line

    yield from count_lines(joining.counts)
    if joining.kinds:
        yield kinds_line(joining.kinds)
    if joining.both:
        yield ngettext(
            "The entry in two versions can be looked at under Two versions.",
            "The entries in two versions can be looked at under Two versions.",
            len(joining.both),
        )
