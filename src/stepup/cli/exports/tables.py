"""`stepup export csv`: tables for a spreadsheet, one for each kind of entry."""

from __future__ import annotations

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import new_folder, write_out
from stepup.i18n import N_, _


@click.command(
    "csv",
    cls=Command,
    help=N_(
        "Write entries as tables (CSV) for a spreadsheet."
        "\n\nWith --kind one table; without it a table for each kind of entry, into a new folder."
        " A text that looks like a formula stays a text."
    ),
)
@click.option(
    "--kind",
    cls=Option,
    metavar="NAME",
    help=N_("One kind alone, such as win, journal or income; list names them all."),
)
@click.option(
    "--out",
    cls=Option,
    metavar="PATH",
    type=click.Path(),
    help=N_("A new folder; with --kind a new file, or - for standard output."),
)
@click.pass_context
def export_csv(ctx: click.Context, *, kind: str | None, out: str | None) -> int:
    """Write the tables; 1 when the notebook is damaged and this is an older state of it."""
    from stepup import exporting
    from stepup.notebook.keeping import write_new_folder
    from stepup.words.records import kind_name

    names = exporting.table_kinds()
    if kind == "list":
        for name in names:
            known = "income" if name == exporting.INCOME_WHOLE else name
            click.echo(f"{name}  {kind_name(known)}")
        return 0
    if kind is not None and kind not in names:
        raise click.UsageError(_("There is no kind of that name; --kind list names them all."))
    if kind is None and out in (None, "-"):
        raise click.UsageError(_("All tables together need a folder: --out names it."))
    with opened(ctx) as book:
        if kind is not None:
            write_out(out or "-", [exporting.table(book, kind)])
        else:
            write_new_folder(new_folder(str(out)), exporting.tables(book))
            click.echo(_(exporting.FORMATS["csv"].left_out), err=True)
        return tell_damage(book)
