"""`stepup restore`: a notebook again from a backup, in a folder of its own."""

from __future__ import annotations

import click

from stepup.cli.command import Command, Option
from stepup.i18n import N_, _, ngettext


@click.command(
    "restore",
    cls=Command,
    help=N_(
        "Make a notebook from a backup."
        "\n\nIt is put into a new or empty folder; stepup --vault with that folder opens it."
        " The copy of a locked notebook asks for the passphrase it had then, and is locked again."
    ),
)
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--into",
    cls=Option,
    required=True,
    metavar="DIR",
    type=click.Path(),
    help=N_("The folder, new or empty."),
)
@click.pass_context
def restore(ctx: click.Context, file: str, into: str) -> None:
    """Check the backup, write the notebook beside, and give it the folder's name."""
    from stepup.cli.key import ask
    from stepup.cli.places import new_folder
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.notebook import keeping
    from stepup.paths import absolute

    folder = new_folder(into)
    if not folder.name:
        raise Problem(ProblemCode.RESTORE_TARGET_NOT_EMPTY, file=into)
    source = absolute(file)
    key = None
    if keeping.key_of(source) is not None:
        from stepup.notebook.locking import open_backup

        key = open_backup(source, ask(ctx, _("Passphrase of the copy: ")))
    kept = keeping.restore(source, folder, envelope=key)
    click.echo(
        ngettext(
            "{number} entry was brought back.",
            "{number} entries were brought back.",
            kept.records,
        ).format(number=kept.records)
    )
