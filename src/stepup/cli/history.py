"""`stepup history`: the saves that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stepup.cli.book import is_empty, nothing_yet, opened, tell_damage
from stepup.cli.command import Command
from stepup.i18n import N_, _, format_day, format_time, ngettext

if TYPE_CHECKING:
    from stepup.notebook.keeping import Generation


@click.command(
    "history",
    cls=Command,
    help=N_("List the saves that are kept, the newest first: number, time, what, entries."),
)
@click.pass_context
def history(ctx: click.Context) -> int:
    """Print a line for each save; 1 when the newest one is damaged."""
    from stepup.notebook import keeping

    with opened(ctx) as book:
        if is_empty(book):
            click.echo(nothing_yet())
        for generation in keeping.history(book):
            click.echo(_line(generation))
        return tell_damage(book)


def _line(generation: Generation) -> str:
    at = generation.saved_at
    entries = ngettext("{number} entry", "{number} entries", generation.records).format(
        number=generation.records
    )
    return "  ".join(
        (
            f"{generation.number:>6}",
            f"{format_day(at.date(), 'short_year')} {format_time(at.time())}",
            _what(generation),
            f"({entries})",
        )
    )


def _what(generation: Generation) -> str:
    """Return the kinds of change of a save, each once with how often it was."""
    from stepup.words.labels import done_words

    if generation.labels:
        return done_words(generation.labels)
    return _("the beginning") if generation.parent is None else _("put together again")
