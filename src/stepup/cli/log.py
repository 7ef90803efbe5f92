"""`stepup log`: note something of a day without opening the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from stepup.cli.book import opened_to_write, save
from stepup.cli.command import Command, Option
from stepup.cli.values import Day
from stepup.i18n import N_, _, format_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from stepup.cli.noting import Act
    from stepup.cli.texts import Texts
    from stepup.notebook.book import Book

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


def _amount(name: str, metavar: str = "AMOUNT") -> Callable[[Decorated], Decorated]:
    """Return the option of one figure of an income."""
    return click.option(name, cls=Option, metavar=metavar, help=N_("For --income."))


@click.command(
    "log",
    cls=Command,
    help=N_(
        "Note something of a day."
        "\n\nText never stands on the command line: it is asked for, or read from standard input."
        " Without any option, it is noted that the day was looked at."
    ),
)
@click.option(
    "--date",
    "day",
    cls=Option,
    type=Day(),
    metavar="DATE",
    help=N_("The day; today to start with."),
)
@click.option("--mood", cls=Option, type=click.IntRange(1, 5), metavar="1-5", help=N_("The mood."))
@click.option(
    "--energy", cls=Option, type=click.IntRange(1, 5), metavar="1-5", help=N_("The energy.")
)
@click.option(
    "--sleep",
    cls=Option,
    metavar="HH:MM-HH:MM",
    help=N_("A sleep that ended on that day."),
)
@click.option(
    "--mark",
    "marks",
    cls=Option,
    multiple=True,
    metavar="KEY[=VALUE]",
    help=N_(
        "A mark in a row: meal, bath, outside=MINUTES, contact=family, online, message, phone or"
        " met; or the name of a row of your own. May be given several times."
    ),
)
@click.option("--win", cls=Option, is_flag=True, help=N_("A small win, one line."))
@click.option(
    "--journal",
    cls=Option,
    is_flag=True,
    help=N_("Something for the journal. With --win, the first line is the win."),
)
@click.option(
    "--income",
    cls=Option,
    is_flag=True,
    help=N_(
        "An entry of income, with the amounts below; from whom comes first, then a note."
        " --received is what came in; of --gross, --fee and --received two are enough."
    ),
)
@_amount("--gross")
@_amount("--fee", "AMOUNT|SHARE%")
@_amount("--received")
@_amount("--withheld")
@_amount("--transfer")
@_amount("--expenses")
@_amount("--currency", "CODE")
@_amount("--paid", "DATE")
@_amount("--worked", "DATE")
@_amount("--minutes", "MINUTES")
@_amount("--way", "KIND")
@click.option(
    "--work",
    cls=Option,
    metavar="MINUTES|HH:MM-HH:MM",
    help=N_("A time of working at an open work, named as it stands there."),
)
@click.pass_context
def log(  # noqa: PLR0913 - a keyword for each option
    ctx: click.Context,
    /,
    *,
    day: date | None,
    mood: int | None,
    energy: int | None,
    sleep: str | None,
    marks: tuple[str, ...],
    win: bool,
    journal: bool,
    income: bool,
    work: str | None,
    **figures: str | None,
) -> None:
    """Check all of it, write all of it in one save, and say so when it is on disk for good."""
    from stepup.cli.noting import Noting, Said
    from stepup.cli.texts import read_texts

    with opened_to_write(ctx) as book:
        day = day or book.today()
        noting = Noting(book, day)
        acts = noting.acts(Said(mood, energy, sleep, marks))
        _refuse_without_income(figures, income=income)
        texts = read_texts(win=win, journal=journal, income=income, work=work is not None)
        acts += noting.text_acts(texts)
        if income or work is not None:
            acts += _work_acts(book, day, texts, figures, work)
        for act in acts:
            act.do()
        if not acts:
            noting.look()
        save(book)
    click.echo(_kept(day, acts))


def _refuse_without_income(figures: dict[str, str | None], *, income: bool) -> None:
    given = [name for name, text in figures.items() if text is not None]
    if given and not income:
        raise click.UsageError(_("--{option} belongs to --income.").format(option=given[0]))


def _work_acts(
    book: Book, day: date, texts: Texts, figures: dict[str, str | None], work: str | None
) -> list[Act]:
    from stepup.cli.noting_work import income_act, work_act

    acts = []
    if texts.client is not None:
        acts.append(income_act(book, day, figures, texts.client, texts.note or ""))
    if work is not None:
        acts.append(work_act(book, day, work, texts.work or ""))
    return acts


def _kept(day: date, acts: list[Act]) -> str:
    when = format_day(day, "day_year")
    if not acts:
        return _("Kept: {day} was looked at.").format(day=when)
    names = dict.fromkeys(act.name for act in acts)
    return _("Kept for {day}: {what}").format(day=when, what=_(", ").join(names))
