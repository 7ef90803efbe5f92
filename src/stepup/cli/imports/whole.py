"""One import from its file to its save: read, ask what is not known, show, ask, bring in."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from stepup.cli.book import opened_to_write, save
from stepup.cli.imports.said import moods_said, rows_said
from stepup.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stepup.domain.incoming import Answers, Incoming
    from stepup.exchange.readers.source import Source
    from stepup.notebook.book import Book
    from stepup.notebook.transfer import Preview

_ENCODINGS: Final = {"shift_jis": "cp932"}
"""What Excel in Japan calls Shift_JIS has more characters than that."""


def bring(  # noqa: PLR0913 - a keyword for each option
    ctx: click.Context,
    name: str,
    *,
    file: str,
    dry_run: bool,
    yes: bool,
    encoding: str | None = None,
    moods: tuple[str, ...] = (),
    rows: tuple[str, ...] = (),
) -> None:
    """Bring a file in, or say what would come in."""
    from stepup.domain.incoming import Answers
    from stepup.exchange.readers.source import Source
    from stepup.notebook import transfer
    from stepup.paths import absolute

    with _kept_to_the_end(), opened_to_write(ctx) as book, Source.open(absolute(file)) as source:
        answers = Answers(
            localise=book.clock.localise,
            day_start=book.preferences.day_start,
            encoding=_ENCODINGS.get(encoding or "", encoding or ""),
            moods=moods_said(moods),
            report=_tell if _is_watched() else lambda _done, _total: None,
        )
        incoming = _read(book, name, source, answers, rows)
        seen = transfer.preview(book, incoming)
        _show(name, incoming, seen)
        if dry_run or not seen.new:
            click.echo(_("Nothing was written."))
            return
        if not yes and not click.confirm(_("Bring this in?")):
            click.echo(_("Nothing was written."))
            return
        transfer.accept(book, seen)
        save(book)
        number = book.vault.generation
    said = ngettext(
        "{number} entry was brought in, as save {generation}; stepup undo takes it back.",
        "{number} entries were brought in, as save {generation}; stepup undo takes them back.",
        seen.new,
    )
    click.echo(said.format(number=seen.new, generation=number))


@contextmanager
def _kept_to_the_end() -> Iterator[None]:
    """Let Python not look through what is made for what can go: that would take half of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read(
    book: Book, name: str, source: Source, answers: Answers, rows: tuple[str, ...]
) -> Incoming:
    """Return what the file comes to, once all that must be asked is answered."""
    from stepup.exchange.readers.formats import read
    from stepup.notebook.transfer import rows_by_name, rows_for_habits

    incoming = read(name, source, answers)
    named = rows_by_name(incoming.habits, rows_for_habits(book)) if incoming.habits else {}
    targets = {**named, **rows_said(rows, incoming.habits, book)}
    answers = replace(answers, rows=targets)
    if incoming.moods:
        answers = replace(answers, moods={**answers.moods, **_ask_moods(incoming.moods)})
    return read(name, source, answers) if targets or incoming.moods else incoming


def _ask_moods(labels: tuple[str, ...]) -> dict[str, int]:
    """Ask for the level of each label; where no one can be asked, say which option tells it.

    Raises:
        click.UsageError: no one can be asked.
    """
    if not _can_ask():
        raise click.UsageError(
            _(
                "These moods have no level yet: {labels}. --mood-map LABEL=N gives one, 1 to 5."
            ).format(labels=_(", ").join(labels))
        )
    click.echo(_("Which level is each mood, from 1 (very hard) to 5 (good)? 0 leaves it out."))
    return {label: click.prompt(label, type=click.IntRange(0, 5)) for label in labels}


def _show(name: str, incoming: Incoming, seen: Preview) -> None:
    """Print what would come in, and every row that was passed by with its reason."""
    from stepup.exchange.readers.formats import NAMES
    from stepup.words import incoming as words

    click.echo(words.read_words(NAMES[name], incoming.rows))
    for year, what in words.counts_by_year(seen.counts):
        click.echo(f"  {year or _('no date'):>8}  {what}")
    for sentence in (words.there_words(seen.there), words.passed_words(len(incoming.skipped))):
        if sentence:
            click.echo(sentence)
    for skipped in incoming.skipped:
        click.echo(f"  {words.skipped_words(skipped)}")


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _tell(done: int, total: int) -> None:
    """Say on standard error how much was read, on one line that goes away again."""
    words = _("{done} of about {total} rows").format(done=done, total=total)
    click.echo(f"\r\x1b[K{'' if done >= total else words}", nl=False, err=True)
