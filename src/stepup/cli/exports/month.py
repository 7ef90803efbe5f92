"""`stepup export month`: a month of work and income, for copying over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import out_option, write_out
from stepup.cli.values import Month
from stepup.i18n import N_

if TYPE_CHECKING:
    from datetime import date


@click.command(
    "month",
    cls=Command,
    help=N_(
        "Write a month of work and income as a sheet for copying over."
        "\n\nBy the day of payment. Forms differ from place to place: ask the person in charge."
    ),
)
@click.option(
    "--month",
    cls=Option,
    type=Month(),
    metavar="YYYY-MM",
    help=N_("The month; this one to start with."),
)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(("md", "html")),
    default="md",
    help=N_("Markdown, or one page of HTML."),
)
@out_option
@click.pass_context
def export_month(ctx: click.Context, *, month: date | None, form: str, out: str) -> int:
    """Write the sheet; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.domain.income_sums import Month
    from stepup.domain.weeks import month_of
    from stepup.exchange.work_month import html, markdown, work_month
    from stepup.notebook.incomes import Incomes
    from stepup.notebook.works import Works

    with opened(ctx) as book:
        span = month_of(month or book.today())
        works = Works(book)
        sheet = work_month(
            Month(span.first.year, span.first.month),
            Incomes(book).between(span.first, span.last),
            works.sessions_between(span.first, span.last),
            works.names(),
        )
        write_out(out, [html(sheet) if form == "html" else markdown(sheet)])
        return tell_damage(book)
