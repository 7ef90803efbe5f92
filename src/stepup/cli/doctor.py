"""`stepup doctor`: whether the notebook is whole, and mending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stepup.cli.book import nothing_yet, opened_with
from stepup.cli.command import Command, Option, folder_of
from stepup.cli.endings import COULD_NOT, DONE
from stepup.cli.key import key_for
from stepup.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from stepup.domain.problem import Problem
    from stepup.notebook.keeping import Report
    from stepup.notebook.locking import Key


@click.command(
    "doctor",
    cls=Command,
    help=N_(
        "Look whether every byte of the notebook is as it was saved."
        "\n\nExit code 0 when it is whole. Nothing is written without --repair."
    ),
)
@click.option(
    "--repair",
    "mend",
    cls=Option,
    is_flag=True,
    help=N_("Put together what can be read, and set what is damaged aside."),
)
@click.option(
    "--privacy",
    cls=Option,
    is_flag=True,
    help=N_("Look whether others can read the folder, instead; no passphrase is asked for."),
)
@click.pass_context
def doctor(ctx: click.Context, *, mend: bool, privacy: bool) -> int:
    """Print what was found; 0 when the notebook is whole, 1 when it is not."""
    if privacy:
        if mend:
            raise click.UsageError(_("--privacy and --repair do not go together."))
        return _look_at_privacy(folder_of(ctx))
    from stepup.notebook.keeping import diagnose

    folder = folder_of(ctx)
    key = key_for(ctx, folder)
    report = diagnose(folder, envelope=key)
    if report.whole:
        _tell_whole(report)
        _tell_aside(folder, key, report)
        return DONE
    return _mend(folder, key) if mend else _tell(_problems(report.problems))


def _look_at_privacy(folder: Path) -> int:
    """Print what lets others read the folder, and what cannot be told; 1 when there is something."""
    from stepup.notebook.privacy import has_lock, look
    from stepup.words.privacy import CANNOT, lock_sentence, privacy_sentence

    found = look(folder)
    click.echo(lock_sentence(locked=has_lock(folder)))
    for one in found:
        click.echo(privacy_sentence(one.finding.value, one.details))
    if not found:
        click.echo(_("Nothing was found that lets other accounts read it."))
    for line in CANNOT:
        click.echo(_(line))
    return COULD_NOT if found else DONE


def _mend(folder: Path, key: Key | None) -> int:
    from stepup.notebook.clock import SystemClock
    from stepup.notebook.keeping import repair

    report = repair(folder, now=SystemClock().now, envelope=key)
    click.echo(
        _("The notebook was mended; it opens as save {number}.").format(number=report.generation)
    )
    if report.moved:
        click.echo(_("Set aside in the folder damaged: {names}").format(names=_names(report.moved)))
    if report.lost:
        click.echo(
            _("No version of these could be read: {names}").format(names=_names(report.lost))
        )
    return _tell(_problems(report.problems))


def _tell_whole(report: Report) -> None:
    if not report.newest:
        click.echo(nothing_yet())
    else:
        click.echo(
            ngettext(
                "The notebook is whole: {number} entry, save {generation}.",
                "The notebook is whole: {number} entries, save {generation}.",
                report.records,
            ).format(number=report.records, generation=report.generation)
        )
    for sentence in _asides(report):
        click.echo(sentence)


def _asides(report: Report) -> Iterator[str]:
    """Yield what is good to know and harms nothing."""
    if report.taken_away:
        yield ngettext(
            "{number} more was taken away; only that it was is kept.",
            "{number} more were taken away; only that they were is kept.",
            report.taken_away,
        ).format(number=report.taken_away)
    if report.older:
        yield ngettext(
            "{number} earlier save can no longer be read; the notebook does not need it.",
            "{number} earlier saves can no longer be read; the notebook does not need them.",
            len(report.older),
        ).format(number=len(report.older))
    if report.unnamed:
        yield ngettext(
            "{number} file was left by a save that was interrupted; it does no harm.",
            "{number} files were left by saves that were interrupted; they do no harm.",
            report.unnamed,
        ).format(number=report.unnamed)
    if report.unknown:
        yield _("Among its files, but not stepup's: {names}").format(names=_names(report.unknown))


def _tell_aside(folder: Path, key: Key | None, report: Report) -> None:
    """Say what a sync tool put aside and was not joined yet."""
    if not report.aside:
        return
    from stepup.notebook.joining import put_aside

    with opened_with(folder, key) as book:
        names = [one.name for one in put_aside(book)]
    if names:
        click.echo(
            _(
                "A sync tool put another version of the notebook aside ({names});"
                " stepup merge joins it to this one."
            ).format(names=_names(names))
        )


def _problems(problems: Iterable[Problem]) -> list[str]:
    from stepup.words import problem_sentence

    return list(dict.fromkeys(problem_sentence(problem) for problem in problems))


def _tell(sentences: list[str]) -> int:
    for sentence in sentences:
        click.echo(sentence, err=True)
    return COULD_NOT if sentences else DONE


def _names(names: Iterable[str]) -> str:
    from stepup.domain.text import one_line

    return _(", ").join(one_line(name) for name in names)
