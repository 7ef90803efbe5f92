"""Rows and moods of a span: which rows stand there, what is read, what is passed over."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, Notebook, plant, win

from stepup.domain.mood_measures import Levels
from stepup.domain.problem import Problem
from stepup.domain.rhythm import Measure
from stepup.domain.span import Span
from stepup.domain.weeks import last_days, week_of, year_of
from stepup.notebook.patterns import Patterns

WEEK = week_of(DAY, 0)
LONG_AGO = date(2019, 5, 31)


def keys(window: Notebook, span: Span = WEEK) -> list[str]:
    return [row.key for row in Patterns(window.book).view(span).rows]


def test_rows_stand_that_are_switched_on_or_have_marks_in_the_order_of_today(
    window: Notebook,
) -> None:
    assert keys(window) == []
    window.profile.switch_row("outside")
    knitting = window.profile.add_tracker("knitting", Measure.MINUTES)
    window.days.mark(DAY, "meal")
    window.profile.switch_row("meal")  # switched off: its marks stay
    assert keys(window) == ["meal", "outside", knitting.id]
    view = Patterns(window.book).view(WEEK)
    assert [row.key for row in view.switched_on] == ["outside", knitting.id]
    assert keys(window, Span(LONG_AGO, LONG_AGO)) == ["outside", knitting.id]


def test_a_retired_row_stands_where_it_has_marks_and_nowhere_else(window: Notebook) -> None:
    stretch = window.profile.add_tracker("stretch", Measure.COUNT)
    window.days.mark(LONG_AGO, stretch.id)
    window.profile.change_tracker(stretch, retired=True)
    assert keys(window) == []
    [row] = Patterns(window.book).view(week_of(LONG_AGO, 0)).rows
    assert (row.key, row.tracker and row.tracker.name) == (stretch.id, "stretch")
    assert not row.switched_on
    assert list(row.marks) == [LONG_AGO]


def test_the_sleep_row_is_none_of_them(window: Notebook) -> None:
    window.days.log_sleep(DAY, "1:00-9:00")
    assert keys(window) == []


def test_marks_stand_by_day_in_the_order_of_writing(window: Notebook) -> None:
    window.days.mark(DAY, "outside", 5)
    window.clock.move(hours=1)
    window.days.mark(DAY, "outside", 7)
    window.days.mark(WEEK.first, "outside", 9)
    row = Patterns(window.book).view(WEEK).row("outside")
    assert row is not None
    values = {day: [mark.value for mark in marks] for day, marks in row.marks.items()}
    assert values == {WEEK.first: [9], DAY: [5, 7]}
    assert list(row.marks) == [WEEK.first, DAY]


def test_any_record_makes_a_recorded_day_and_a_day_outside_the_span_is_not_there(
    window: Notebook,
) -> None:
    window.days.add_win(DAY, "a cup")
    window.days.note_looked(WEEK.first)
    window.days.mark(WEEK.day_before, "meal")
    view = Patterns(window.book).view(WEEK)
    assert view.recorded == {WEEK.first, DAY}
    assert [row.marks for row in view.rows] == [{}]  # switched on by its mark, empty this week


def test_a_mark_of_a_row_nobody_knows_is_passed_over(root: Path, opened: Opener) -> None:
    document = {
        "id": "m", "day": "2026-05-31", "at": "2026-05-31T12:00:00+09:00", "tracker": "newer"
    }  # fmt: skip
    broken = {**document, "id": "n", "tracker": "meal", "value": -3}
    elsewhere = {**document, "id": "o", "tracker": "bath", "day": "2026-06-32"}
    plant(root, *(("2026", "mark", one) for one in (document, broken, elsewhere)))
    assert keys(opened()) == []


# Hours


def test_what_was_filled_in_later_says_nothing_about_the_hour(window: Notebook) -> None:
    window.days.mark(DAY, "meal")  # at 22:00
    window.clock.move(hours=4)  # 2:00, still the same day
    window.days.mark(DAY, "meal")
    window.clock.move(hours=8)  # 10:00 on the day after
    window.days.mark(DAY, "meal")
    patterns = Patterns(window.book)
    row = patterns.view(WEEK).row("meal")
    assert row is not None
    assert patterns.clock_minutes(row) == [22 * 60, 2 * 60]


def test_a_row_that_takes_times_has_the_times_themselves(window: Notebook) -> None:
    lights = window.profile.add_tracker("lights out", Measure.CLOCK)
    window.days.mark(WEEK.first, lights.id, 90)
    patterns = Patterns(window.book)
    row = patterns.view(WEEK).row(lights.id)
    assert row is not None
    assert patterns.clock_minutes(row) == [90]


# Mood


def test_mood_and_energy_are_read_apart_and_each_day_once(window: Notebook) -> None:
    window.days.log_mood(DAY, 2)
    window.days.log_energy(DAY, 5)
    window.clock.move(hours=1)
    window.days.log_mood(DAY, 4)
    window.days.log_energy(WEEK.first, 1)
    patterns = Patterns(window.book)
    assert patterns.levels("mood", WEEK) == {DAY: Levels(3, 2, 4)}
    assert patterns.levels("energy", WEEK) == {WEEK.first: Levels(1, 1, 1), DAY: Levels(5, 5, 5)}
    assert patterns.levels("mood", Span(LONG_AGO, LONG_AGO)) == {}


# What is read


def plant_years(root: Path) -> None:
    days = [date(year, 5, 1) for year in range(1977, 2027)]
    plant(root, *((f"{day.year:04d}", "win", win(f"w{day.year}", day)) for day in days))


@pytest.mark.parametrize(
    ("span", "years"),
    [
        (WEEK, {"2026"}),
        (year_of(LONG_AGO), {"2019"}),
        (last_days(date(2026, 2, 1), 84), {"2025", "2026"}),
        (last_days(date(1970, 1, 1), 30), set()),  # before there was anything
    ],
)
def test_only_the_years_of_the_span_are_read_of_fifty(
    root: Path, opened: Opener, span: Span, years: set[str]
) -> None:
    plant_years(root)
    window = opened()
    window.book.today()
    window.disk.read_files.clear()
    patterns = Patterns(window.book)
    patterns.view(span)
    patterns.levels("mood", span)
    assert patterns.years() == (1977, 2026)
    assert sorted(window.disk.read_files) == sorted(years)
    patterns.view(span)
    patterns.levels("energy", span)
    assert len(window.disk.read_files) == len(years)


def test_a_year_that_cannot_be_read_is_said(root: Path, opened: Opener) -> None:
    plant_years(root)
    damaged = next((root / "data").glob("2019-*"))
    damaged.write_bytes(damaged.read_bytes().replace(b"a win", b"A win"))
    patterns = Patterns(opened().book)
    with pytest.raises(Problem):
        patterns.view(year_of(LONG_AGO))
    assert patterns.view(year_of(LONG_AGO + timedelta(days=366))).rows == ()


def test_looking_writes_nothing(furnished: Notebook) -> None:
    patterns = Patterns(furnished.book)
    patterns.view(WEEK)
    patterns.levels("mood", WEEK)
    patterns.years()
    assert furnished.told == []
