"""`stepup show`: days as plain text, or as JSON. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import click

from stepup.cli.book import is_empty, nothing_yet, opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.values import Days
from stepup.i18n import N_, _, format_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from stepup.domain.corner import Later
    from stepup.domain.record import Record
    from stepup.notebook.book import Book
    from stepup.notebook.day_record import DayRecord
    from stepup.notebook.days import DayView
    from stepup.words.plain import Names

FORM: Final = "stepup days"
VERSION: Final = 1
LINE: Final = "\n"


@click.command(
    "show",
    cls=Command,
    help=N_(
        "Print a day, or the days from one to another."
        "\n\nToday when no date is named, with the places one is in, the goals and promises that"
        " are open, the list of some day, what one learns and whom one leans on."
    ),
)
@click.argument("days", required=False, type=Days(), metavar="[DATE | FROM..TO]")
@click.option("--json", "as_json", cls=Option, is_flag=True, help=N_("As JSON, for programs."))
@click.pass_context
def show(ctx: click.Context, days: tuple[date, date] | None, *, as_json: bool) -> int:
    """Print what there is; 1 when the notebook is damaged and this is an older state of it."""
    with opened(ctx) as book:
        first, last = days or (book.today(), book.today())
        found = _recorded(book, first, last)
        if as_json:
            _print_json(book, first, last, found)
        elif is_empty(book):
            click.echo(nothing_yet())
        else:
            _print_plain(book, first, last, found)
            if first != last:
                _print_sums(book, first, last)
            if days is None:
                _print_now(book)
        return tell_damage(book)


class _Day(NamedTuple):
    """A day: what stands on its page, and what belongs to it beside that."""

    page: DayView
    beside: DayRecord

    @property
    def is_blank(self) -> bool:
        return self.page.is_blank and self.beside.is_blank


def _recorded(book: Book, first: date, last: date) -> Iterator[_Day]:
    """Read all the years that are asked for, then return the days as they are needed.

    A damaged year is so found before anything is printed.
    """
    from stepup.notebook.day_record import DayRecords
    from stepup.notebook.days import Days as Pages

    pages, records = Pages(book), DayRecords(book)
    days = records.days(first, last)
    found = (_Day(pages.view(day), records.on(day)) for day in days)
    return (day for day in found if not day.is_blank)


# Plain


def _print_plain(book: Book, first: date, last: date, days: Iterable[_Day]) -> None:
    from stepup.domain.profile import LookAway
    from stepup.words.plain import day_text

    names = _names(book)
    look_away, today = book.preferences.look_away, book.today()
    none_yet = True
    for page, beside in days:
        is_today = page.day == today
        text = day_text(page, beside, names, laid_out=is_today, look_away=look_away)
        if text:
            hidden = LookAway.DATES in look_away and is_today
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


def _names(book: Book) -> Names:
    from stepup.notebook.own_numbers import OwnNumbers
    from stepup.notebook.profile import Profile
    from stepup.notebook.stages import Stages
    from stepup.notebook.supporters import Supporters
    from stepup.words.plain import Names

    return Names(
        trackers=Profile(book).trackers(retired=True),
        numbers=OwnNumbers(book).all(retired=True),
        stages=Stages(book).all(),
        supporters=Supporters(book).all(),
    )


def _print_now(book: Book) -> None:
    """Print the places one is in, what is open or learnt, whom one leans on, what is at hand."""
    from stepup.notebook.goals import Goals
    from stepup.notebook.promises import Promises
    from stepup.notebook.stages import Stages
    from stepup.notebook.strengths import Strengths
    from stepup.notebook.supporters import Supporters
    from stepup.notebook.works import Works
    from stepup.words.plain import goals_text, own_work_text, places_text
    from stepup.words.plain_people import supporter_line
    from stepup.words.works import work_line

    goals, stages = Goals(book), Stages(book)
    now = (
        places_text(stages.beings(), stages.all()),
        goals_text(goals.open(), goals.some_day()),
        "\n".join(map(work_line, Works(book).open())),
        own_work_text(
            Promises(book).open(),
            Strengths(book).learning(),
            book.today(),
            book.preferences.look_away,
        ),
    )
    leaning = "\n".join(map(supporter_line, Supporters(book).all()))
    for text in ("\n".join(filter(None, now)), leaning, _at_hand(book)):
        if text:
            click.echo(LINE + text)


def _at_hand(book: Book) -> str:
    """Return the appointments to come, the visit sheet, difficulties and wishes."""
    from stepup.domain.profile import LookAway
    from stepup.notebook.needs import Needs
    from stepup.notebook.supporters import Supporters
    from stepup.notebook.visit_sheet import VisitSheet
    from stepup.notebook.visits import Visits
    from stepup.words.plain_people import appointment_line, at_hand

    names = Supporters(book).names()
    dates = LookAway.DATES not in book.preferences.look_away
    ahead = [appointment_line(one, names, dates=dates) for one in Visits(book).ahead()]
    return at_hand(VisitSheet(book).open(), Needs(book).open(), ahead)


def _print_sums(book: Book, first: date, last: date) -> None:
    """Print what came in over the days, unless totals are looked away from."""
    from stepup.domain.profile import LookAway
    from stepup.notebook.incomes import Incomes
    from stepup.words.money import sums_text

    if LookAway.TOTALS not in book.preferences.look_away:
        text = sums_text(Incomes(book).between(first, last))
        if text:
            click.echo(LINE + text)


# JSON


def _print_json(book: Book, first: date, last: date, days: Iterable[_Day]) -> None:
    """Print a day a line as it is read; docs/command-line.md describes the form."""
    from stepup.domain.own_number import OwnNumber
    from stepup.domain.rhythm import Tracker
    from stepup.domain.stage import Stage
    from stepup.exchange.json_text import json_text
    from stepup.notebook.goals import Goals
    from stepup.notebook.needs import Needs
    from stepup.notebook.promises import Promises
    from stepup.notebook.stages import Stages
    from stepup.notebook.strengths import Strengths
    from stepup.notebook.supporters import Supporters
    from stepup.notebook.visit_sheet import VisitSheet
    from stepup.notebook.visits import Visits
    from stepup.notebook.works import Works

    goals = Goals(book)
    head = {"form": FORM, "version": VERSION, "from": first.isoformat(), "to": last.isoformat()}
    tail = {
        "open_goals": _documents(goals.open()),
        "some_day": _documents(goals.some_day()),
        "trackers": _documents(book.of_kind(Tracker)),
        "own_numbers": _documents(book.of_kind(OwnNumber)),
        "stages": _documents(book.of_kind(Stage)),
        "here": _documents(Stages(book).current()),
        "open_promises": _documents(Promises(book).open()),
        "strengths": _documents(Strengths(book).all()),
        "learning": _documents(Strengths(book).learning()),
        "open_works": _documents(Works(book).open()),
        "income_sums": _income_sums(book, first, last),
        "supporters": _documents(Supporters(book).all()),
        "needs": _documents(Needs(book).open()),
        "visit_sheet": _documents(VisitSheet(book).open()),
        "appointments_ahead": _documents(Visits(book).ahead()),
    }
    click.echo(b"{")
    for key, value in head.items():
        click.echo(json_text(key) + b": " + json_text(value) + b",")
    click.echo(b'"days": [', nl=False)
    between = b"\n"
    for page, beside in days:
        fields = {**_page_fields(page), **_beside_fields(beside)}
        click.echo(between + json_text(fields), nl=False)
        between = b",\n"
    click.echo(b"\n]", nl=False)
    for key, value in tail.items():
        click.echo(b",\n" + json_text(key) + b": " + json_text(value), nl=False)
    click.echo(b"\n}")


def _page_fields(page: DayView) -> dict[str, object]:
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


def _beside_fields(beside: DayRecord) -> dict[str, object]:
    return {
        "attempts": _documents(beside.attempts),
        "goal_reviews": _documents(beside.looks),
        "placements": _documents(beside.placements),
        "came_to": beside.moves.came_to,
        "left": beside.moves.left,
        "rested_in": beside.moves.rested_in,
        "began_again_in": beside.moves.began_again_in,
        "ease": _documents(beside.eases),
        "own_values": _documents(beside.own_values),
        "clippings": _documents(beside.clippings),
        "later": [_as_far_as_open(later) for later in beside.later],
        "reviews": _documents(beside.reviews),
        "sheets": _documents(beside.sheets),
        "practices": _documents(beside.practices),
        "pieces": _documents(beside.pieces),
        "promises": _documents(beside.promises),
        "handovers": _documents(beside.handovers),
        "closed_works": _documents(beside.closed_works),
        "work_sessions": _documents(beside.work_sessions),
        "incomes": [
            {**income.document(), "received": income.received, "net": income.net}
            for income in beside.incomes
        ],
        "talks": _documents(beside.talks),
        "visits": _documents(beside.visits),
        "appointments": _documents(beside.appointments),
    }


def _income_sums(book: Book, first: date, last: date) -> list[dict[str, object]]:
    """Return what the days' entries add up to, each currency for itself, in minor units."""
    from stepup.domain.income_sums import sums, totals
    from stepup.domain.money import PLACES
    from stepup.notebook.incomes import Incomes

    incomes = Incomes(book).between(first, last)
    by_client = sums(incomes, lambda one: one.client)
    by_year = sums(incomes, lambda one: f"{one.day.year:04d}")
    return [
        {
            "currency": code,
            "places": PLACES[code],
            **one.figures(),
            "by_client": {name: each.figures() for name, each in by_client[code].items()},
            "by_year": {year: each.figures() for year, each in by_year[code].items()},
        }
        for code, one in totals(incomes).items()
    ]


def _as_far_as_open(later: Later) -> dict[str, object]:
    """Return what was put in to be opened later, without its words as long as it is closed."""
    document = later.document()
    return document if later.opened_on else {**document, "text": None}


def _documents(records: Sequence[Record]) -> list[dict[str, object]]:
    return [record.document() for record in records]
