"""Weeks and months, on how many recorded days a mark stands, and when in them it tends to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.rhythm import Contact, Mark, Measure
from stepup.domain.span import Span
from stepup.domain.weeks import (
    ENOUGH,
    HOURS,
    Tally,
    UsualHours,
    by_hour,
    by_weekday,
    fullness,
    last_days,
    month_of,
    tally,
    usual_hours,
    week_of,
    weekdays_named,
    year_of,
)

MONDAY, SUNDAY = 0, 6
SOME_DAYS = st.sets(st.dates(date(2024, 1, 1), date(2026, 12, 31)), max_size=60)
MINUTES = st.lists(st.integers(0, 1439), max_size=40)


# Spans


@pytest.mark.parametrize(
    ("day", "first_weekday", "first", "last"),
    [
        # a week over New Year: ISO's week 1 of 2026 begins in 2025
        ("2026-01-01", MONDAY, "2025-12-29", "2026-01-04"),
        ("2026-01-01", SUNDAY, "2025-12-28", "2026-01-03"),
        ("2027-01-03", MONDAY, "2026-12-28", "2027-01-03"),  # ISO 2026-W53
        ("2024-02-29", MONDAY, "2024-02-26", "2024-03-03"),
        ("2024-02-29", SUNDAY, "2024-02-25", "2024-03-02"),
        ("2026-11-22", SUNDAY, "2026-11-22", "2026-11-28"),
        ("2026-11-22", MONDAY, "2026-11-16", "2026-11-22"),
    ],
)
def test_a_week_begins_on_the_weekday_it_is_told(
    day: str, first_weekday: int, first: str, last: str
) -> None:
    week = week_of(date.fromisoformat(day), first_weekday)
    assert (week.first.isoformat(), week.last.isoformat()) == (first, last)


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)), st.integers(0, 6))
def test_every_day_lies_in_one_week_of_seven_days(day: date, first_weekday: int) -> None:
    week = week_of(day, first_weekday)
    assert day in week
    assert len(week) == len(week.days) == 7
    assert week.first.weekday() == first_weekday
    assert {week_of(one, first_weekday) for one in week.days} == {week}
    assert week_of(week.day_after, first_weekday).first == week.day_after
    assert week_of(week.day_before, first_weekday).last == week.day_before


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)))
def test_weeks_that_begin_on_monday_are_the_calendars_own(day: date) -> None:
    numbers = {one.isocalendar()[:2] for one in week_of(day, MONDAY).days}
    assert numbers == {day.isocalendar()[:2]}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_where_the_calendar_ends_spans_end_too(day: date) -> None:
    for span in (week_of(day, 3), month_of(day), year_of(day), last_days(day, 30)):
        assert day in span
        assert span.day_before <= span.first <= span.last <= span.day_after


@pytest.mark.parametrize(
    ("day", "days"),
    [("2024-02-29", 29), ("2026-02-01", 28), ("2026-01-31", 31), ("2026-12-05", 31)],
)
def test_a_month_has_its_days(day: str, days: int) -> None:
    month = month_of(date.fromisoformat(day))
    assert (month.first.day, month.last.day, len(month)) == (1, days, days)


@given(st.dates())
def test_a_month_holds_the_days_of_its_name_and_no_other(day: date) -> None:
    month = month_of(day)
    assert {(one.year, one.month) for one in month.days} == {(day.year, day.month)}
    assert month.last == date.max or month.day_after.day == 1


def test_a_leap_year_has_its_day_more_and_the_last_days_end_with_theirs() -> None:
    assert (len(year_of(date(2024, 5, 1))), len(year_of(date(2025, 5, 1)))) == (366, 365)
    assert last_days(date(2024, 3, 1), 2) == Span(date(2024, 2, 29), date(2024, 3, 1))


# Marks


def mark(**fields: object) -> Mark:
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    return Mark(id="m", day=at.date(), at=at, tracker="row", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measure", "values", "level"),
    [
        (Measure.COUNT, [None], 1), (Measure.COUNT, [1, 1, 1], 3), (Measure.COUNT, [90], 5),
        (Measure.MINUTES, [None], 1), (Measure.MINUTES, [14], 1), (Measure.MINUTES, [10, 5], 2),
        (Measure.MINUTES, [30], 3), (Measure.MINUTES, [60], 4), (Measure.MINUTES, [60, 60], 5),
        (Measure.SCALE, [4, 2], 2), (Measure.SCALE, [None], 1), (Measure.SCALE, [900], 5),
        (Measure.YES_NO, [None], 3), (Measure.CLOCK, [1439], 3),
    ],
)  # fmt: skip
def test_a_day_is_as_full_as_its_marks_say(
    measure: Measure, values: list[int | None], level: int
) -> None:
    assert fullness(measure, [mark(value=value) for value in values]) == level


def test_every_way_of_being_with_someone_counts_the_same() -> None:
    assert {fullness(Measure.CONTACT, [mark(way=way)]) for way in Contact} == {3}


def test_only_recorded_days_are_counted_and_a_day_with_a_mark_is_one() -> None:
    first = date(2026, 11, 16)
    recorded = [first + timedelta(days=n) for n in (0, 1, 2, 4, 5)]
    assert tally(recorded[:3], recorded) == (3, 5)
    assert tally([first + timedelta(days=6)], recorded) == (1, 6)
    assert tally([], []) == (0, 0)


@given(SOME_DAYS, SOME_DAYS, st.randoms())
def test_the_order_of_days_does_not_matter(
    marked: set[date], recorded: set[date], chance: object
) -> None:
    shuffled = sorted(recorded, key=lambda _day: chance.random())  # type: ignore[attr-defined]
    assert by_weekday(sorted(marked), shuffled) == by_weekday(marked, recorded)


@given(SOME_DAYS, SOME_DAYS)
def test_the_weekdays_add_up_to_all_days(marked: set[date], recorded: set[date]) -> None:
    parts = by_weekday(marked, recorded)
    whole = tally(marked, recorded)
    assert (sum(p.marked for p in parts), sum(p.recorded for p in parts)) == whole
    assert all(part.marked <= part.recorded for part in parts)


def days_of(weekday: int, count: int) -> list[date]:
    first = date(2026, 9, 7) + timedelta(days=weekday)  # a Monday
    return [first + timedelta(weeks=n) for n in range(count)]


def test_a_weekday_is_named_when_it_stands_clearly_above_the_rest() -> None:
    recorded = [day for weekday in range(7) for day in days_of(weekday, 8)]
    marked = [*days_of(5, 7), *days_of(6, 6), *days_of(2, 1)]
    tallies = by_weekday(marked, recorded)
    assert tallies[5] == Tally(7, 8)
    assert weekdays_named(tallies) == (5, 6)


def test_a_fifth_of_its_days_more_is_clear_and_less_is_not() -> None:
    # 24 of 60 days in all, 0.4: a fifth more is 0.6
    assert weekdays_named([Tally(6, 30), Tally(18, 30)]) == (1,)
    assert weekdays_named([Tally(7, 30), Tally(18, 30)]) == ()


def test_no_weekday_is_named_when_all_are_alike() -> None:
    recorded = [day for weekday in range(7) for day in days_of(weekday, 8)]
    assert weekdays_named(by_weekday(recorded, recorded)) == ()


def test_a_weekday_that_was_seldom_recorded_is_not_named() -> None:
    recorded = [*days_of(5, 3), *days_of(1, 12)]
    marked = [*days_of(5, 3), *days_of(1, 5)]
    assert weekdays_named(by_weekday(marked, recorded)) == ()
    recorded, marked = [*recorded, *days_of(5, 4)], [*marked, *days_of(5, 4)]
    assert weekdays_named(by_weekday(marked, recorded)) == (5,)


def test_of_few_days_nothing_is_said() -> None:
    recorded = days_of(0, 40)
    assert weekdays_named(by_weekday(recorded[: ENOUGH - 1], recorded)) is None
    assert weekdays_named(by_weekday(recorded[:ENOUGH], recorded)) == ()
    assert weekdays_named(by_weekday([], [])) is None


@given(SOME_DAYS, SOME_DAYS, st.integers(-40, 40))
def test_whole_weeks_later_nothing_else_is_said(
    marked: set[date], recorded: set[date], weeks: int
) -> None:
    later = timedelta(weeks=weeks)
    moved = by_weekday([day + later for day in marked], [day + later for day in recorded])
    assert moved == by_weekday(marked, recorded)


# Hours


def test_times_are_counted_by_their_hour() -> None:
    counts = by_hour([0, 59, 60, 1439, 23 * 60])
    assert (counts[0], counts[1], counts[23], sum(counts)) == (2, 1, 2, 5)


@pytest.mark.parametrize(
    ("minutes", "usual"),
    [
        ([12 * 60 + 10, 13 * 60, 13 * 60 + 50, 14 * 60 + 59, 20 * 60], UsualHours(12, 4)),
        ([23 * 60 + 30, 5, 70, 23 * 60], UsualHours(23, 4)),  # over midnight
        ([0, 6 * 60, 12 * 60, 18 * 60], None),  # a quarter each
        ([8 * 60, 20 * 60], UsualHours(6, 1)),  # half of them is enough
        ([], None),
    ],
)
def test_the_usual_hours_hold_at_least_half_of_the_times(
    minutes: list[int], usual: UsualHours | None
) -> None:
    assert usual_hours(by_hour(minutes)) == usual


@given(MINUTES, st.integers(0, 23), st.randoms())
def test_a_turned_clock_turns_the_hours_with_it(
    minutes: list[int], hours: int, chance: object
) -> None:
    turned = [(minute + 60 * hours) % 1440 for minute in minutes]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    before, after = usual_hours(by_hour(minutes)), usual_hours(by_hour(turned))
    assert (before and before.held) == (after and after.held)
    if after is not None:
        counts = by_hour(minutes)
        began = (after.hour - hours) % 24
        assert sum(counts[(began + n) % 24] for n in range(HOURS)) == after.held
