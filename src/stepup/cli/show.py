"""`stepup show`: days as plain text, or as JSON. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.book import is_empty, nothing_yet, opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.values import Days
from stepup.i18n import N_, _, format_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from stepup.domain.record import Record
    from stepup.notebook.book import Book
    from stepup.notebook.days import DayView

FORM: Final = "stepup days"
VERSION: Final = 1
LINE: Final = "\n"


@click.command(
    "show",
    cls=Command,
    help=N_(
        "Print a day, or the days from one to another."
        "\n\nToday when no date is named, with the goals that are open and the list of some day."
    ),
)
@click.argument("days", required=False, type=Days(), metavar="[DATE | FROM..TO]")
@click.option("--json", "as_json", cls=Option, is_flag=True, help=N_("As JSON, for programs."))
@click.pass_context
def show(ctx: click.Context, days: tuple[date, date] | None, *, as_json: bool) -> int:
    """Print what there is; 1 when the notebook is damaged and this is an older state of it."""
    with opened(ctx) as book:
        first, last = days or (book.today(), book.today())
        pages = _recorded(book, first, last)
        if as_json:
            _print_json(book, first, last, pages)
        elif is_empty(book):
            click.echo(nothing_yet())
        else:
            _print_plain(book, first, last, pages)
            if days is None:
                _print_goals(book)
        return tell_damage(book)


def _recorded(book: Book, first: date, last: date) -> Iterator[DayView]:
    """Read all the years that are asked for, then return the days as they are needed.

    A damaged year is so found before anything is printed.
    """
    from stepup.notebook.days import Days as Pages
    from stepup.notebook.reading import recorded_days

    days = recorded_days(book, first, last)
    pages = Pages(book)
    return (page for page in map(pages.view, days) if page.recorded)


# Plain


def _print_plain(book: Book, first: date, last: date, pages: Iterable[DayView]) -> None:
    from stepup.domain.profile import LookAway
    from stepup.notebook.profile import Profile
    from stepup.words.plain import day_text

    trackers = Profile(book).trackers(retired=True)
    look_away, today = book.preferences.look_away, book.today()
    none_yet = True
    for page in pages:
        text = day_text(page, trackers, laid_out=page.day == today, look_away=look_away)
        if text:
            hidden = LookAway.DATES in look_away and page.day == today
            heading = _("Today") if hidden else format_day(page.day, "day_year")
            click.echo(f"{'' if none_yet else LINE}{heading}\n{text}")
            none_yet = False
    if none_yet:
        one = first == last
        click.echo(
            _("Nothing is written on this day yet.")
            if one
            else _("Nothing is written on these days yet.")
        )


def _print_goals(book: Book) -> None:
    from stepup.notebook.goals import Goals
    from stepup.words.plain import goals_text

    goals = Goals(book)
    text = goals_text(goals.open(), goals.some_day())
    if text:
        click.echo(LINE + text)


# JSON


def _print_json(book: Book, first: date, last: date, pages: Iterable[DayView]) -> None:
    """Print a day a line as it is read; docs/command-line.md describes the form."""
    from stepup.domain.rhythm import Tracker
    from stepup.exchange.json_text import json_text
    from stepup.notebook.goals import Goals

    goals = Goals(book)
    head = {"form": FORM, "version": VERSION, "from": first.isoformat(), "to": last.isoformat()}
    tail = {
        "open_goals": _documents(goals.open()),
        "some_day": _documents(goals.some_day()),
        "trackers": _documents(book.of_kind(Tracker)),
    }
    click.echo(b"{")
    for key, value in head.items():
        click.echo(json_text(key) + b": " + json_text(value) + b",")
    click.echo(b'"days": [', nl=False)
    between = b"\n"
    for page in pages:
        click.echo(between + json_text(_day_fields(page)), nl=False)
        between = b",\n"
    click.echo(b"\n]", nl=False)
    for key, value in tail.items():
        click.echo(b",\n" + json_text(key) + b": " + json_text(value), nl=False)
    click.echo(b"\n}")


def _day_fields(page: DayView) -> dict[str, object]:
    return {
        "day": page.day.isoformat(),
        "mood": page.mood,
        "energy": page.energy,
        "looked": page.looked,
        "check_ins": _documents(page.check_ins),
        "sleeps": _documents(page.sleeps),
        "marks": _documents(page.marks),
        "wins": _documents(page.wins),
        "topics": _documents(page.topics),
        "goals": _documents(page.goals),
        "journal": _documents(page.entries),
    }


def _documents(records: Sequence[Record]) -> list[dict[str, object]]:
    return [record.document() for record in records]
