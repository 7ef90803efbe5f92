"""The logical day: one answer for every moment, whatever the clocks of the world do."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_up import ANY_TEXT, MOMENTS

from stepup.domain.day import (
    DAY_START,
    LATEST_DAY_START,
    logical_day,
    parse_clock,
    parse_day,
    typed_day,
)
from stepup.domain.day import wall_time as wall
from stepup.domain.problem import Problem, ProblemCode

STARTS = st.times(max_value=LATEST_DAY_START).map(lambda start: start.replace(microsecond=0))


@given(moment=MOMENTS, start=STARTS)
def test_the_day_is_the_wall_time_moved_back_by_the_start_for_every_start(
    moment: datetime, start: time
) -> None:
    shift = timedelta(hours=start.hour, minutes=start.minute, seconds=start.second)
    assert logical_day(moment, start) == (moment.replace(tzinfo=None) - shift).date()


@pytest.mark.parametrize("hour", range(13))
def test_the_minute_before_the_start_is_still_the_day_before(hour: int) -> None:
    start = datetime(2026, 3, 1, hour)
    assert logical_day(start, start.time()) == date(2026, 3, 1)
    assert logical_day(start - timedelta(minutes=1), start.time()) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # Berlin, an hour left out on 29 March and one twice on 25 October
        ("2026-03-29T01:59:59+01:00", "2026-03-28"),
        ("2026-03-29T03:00:00+02:00", "2026-03-28"),
        ("2026-03-29T04:00:00+02:00", "2026-03-29"),
        ("2026-10-25T02:30:00+02:00", "2026-10-24"),
        ("2026-10-25T02:30:00+01:00", "2026-10-24"),
        ("2026-10-25T04:00:00+01:00", "2026-10-25"),
        # New York, 8 March and 1 November
        ("2026-03-08T03:30:00-04:00", "2026-03-07"),
        ("2026-11-01T01:30:00-04:00", "2026-10-31"),
        ("2026-11-01T01:30:00-05:00", "2026-10-31"),
        # Lord Howe, half an hour on 5 April and 4 October
        ("2026-04-05T01:45:00+11:00", "2026-04-04"),
        ("2026-04-05T01:45:00+10:30", "2026-04-04"),
        ("2026-10-04T02:30:00+11:00", "2026-10-03"),
        # Havana, where midnight itself is left out on 8 March
        ("2026-03-08T01:00:00-04:00", "2026-03-07"),
        # Samoa left 30 December 2011 out
        ("2011-12-29T23:59:59-10:00", "2011-12-29"),
        ("2011-12-31T04:00:00+14:00", "2011-12-31"),
        # from Tokyo to Los Angeles, ten hours in the air, and it is earlier than it was
        ("2026-05-31T17:00:00+09:00", "2026-05-31"),
        ("2026-05-31T11:00:00-07:00", "2026-05-31"),
        # 29 February
        ("2024-02-29T03:59:59+09:00", "2024-02-28"),
        ("2024-02-29T04:00:00+09:00", "2024-02-29"),
        ("2024-03-01T03:59:59+09:00", "2024-02-29"),
        ("2025-03-01T03:59:59+09:00", "2025-02-28"),
        # the turn of the year, and both ends of the calendar
        ("2027-01-01T03:59:59+09:00", "2026-12-31"),
        ("0001-01-01T00:00:00+09:00", "0001-01-01"),
        ("0001-01-01T00:00:00-09:00", "0001-01-01"),
        ("0001-01-02T03:00:00+09:00", "0001-01-01"),
        ("9999-12-31T23:59:59-09:00", "9999-12-31"),
        ("9999-12-31T03:59:59+09:00", "9999-12-30"),
    ],
)
def test_the_day_is_that_of_the_clock_on_the_wall(moment: str, day: str) -> None:
    assert logical_day(datetime.fromisoformat(moment), DAY_START).isoformat() == day


def test_a_clock_set_back_a_year_gives_the_day_it_shows() -> None:
    assert logical_day(datetime(2025, 5, 31, 3), DAY_START) == date(2025, 5, 30)


@given(
    day=st.dates(date.min + timedelta(days=1), date.max - timedelta(days=1)),
    clock=st.times(),
    start=STARTS,
)
def test_the_wall_time_of_a_day_lies_in_that_day(day: date, clock: time, start: time) -> None:
    found = wall(day, clock, start)
    assert found.time() == clock
    assert logical_day(found, start) == day


@pytest.mark.parametrize("day", [date.min, date.max])
@given(clock=st.times(), start=STARTS)
def test_at_both_ends_of_the_calendar_the_wall_time_stays_in_it(
    day: date, clock: time, start: time
) -> None:
    assert wall(day, clock, start).time() == clock


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日", "2026年11月22",
        "２０２６－１１－２２", "２０２６年１１月２２日", "  2026-11-22\n",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_way_it_is_written(typed: str) -> None:
    assert parse_day(typed) == date(2026, 11, 22)


@given(day=st.dates())
def test_every_day_there_is_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.year:04d}/{day.month}/{day.day}") == day


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "2026-13-40", "2026-02-29", "2025-02-30", "0000-01-01", "10000-01-01", "26-1-1",
        "2026-1", "2026-11-22T00:00", "22.11.2026", "today", "2026--11-22", "-2026-11-22",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_day(typed)
    assert refused.value.code is ProblemCode.NOT_A_DATE


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("12月3日", "2026-11-22", "2026-12-03"), ("１２月３日", "2026-11-22", "2026-12-03"),
        ("12/3", "2026-11-22", "2026-12-03"), ("１２／３", "2026-11-22", "2026-12-03"),
        ("12-3", "2026-11-22", "2026-12-03"), ("１２ー３", "2026-11-22", "2026-12-03"),
        (" 12/03 ", "2026-11-22", "2026-12-03"), ("12月3", "2026-11-22", "2026-12-03"),
        ("11/22", "2026-11-22", "2026-11-22"), ("11/20", "2026-11-22", "2026-11-20"),
        ("1/5", "2026-12-30", "2027-01-05"), ("12/30", "2027-01-05", "2026-12-30"),
        ("2/29", "2026-11-22", "2028-02-29"), ("2/29", "2026-01-05", "2024-02-29"),
        ("2/29", "2099-01-01", "2096-02-29"), ("2/29", "2101-01-01", "2104-02-29"),
        ("2026-11-22", "2030-01-01", "2026-11-22"), ("2026年11月22日", "2030-01-01", "2026-11-22"),
    ],
)  # fmt: skip
def test_a_day_without_a_year_is_the_one_nearest_to_today(typed: str, today: str, day: str) -> None:
    assert typed_day(typed, date.fromisoformat(today)).isoformat() == day


@given(day=st.dates(), today=st.dates())
def test_no_other_year_would_have_been_nearer(day: date, today: date) -> None:
    for typed in (f"{day.month}/{day.day}", f"{day.month}月{day.day}日", f"{day:%m-%d}"):
        found = typed_day(typed, today)
        assert (found.month, found.day) == (day.month, day.day)
        assert abs(found - today) <= abs(day - today)


@given(day=st.dates(), today=st.dates())
def test_a_day_with_its_year_is_that_day_whatever_today_is(day: date, today: date) -> None:
    assert typed_day(day.isoformat(), today) == day


@pytest.mark.parametrize(
    "typed", ["", "13/1", "2/30", "0/3", "12/", "/3", "来週", "12.3", "3", "123"]
)
def test_what_is_no_day_of_any_year_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        typed_day(typed, date(2026, 11, 22))
    assert refused.value.code is ProblemCode.NOT_A_DATE


@pytest.mark.parametrize(
    ("typed", "clock", "later"),
    [
        ("3:10", "03:10", 0), ("03:10", "03:10", 0), ("310", "03:10", 0), ("0310", "03:10", 0),
        ("3", "03:00", 0), ("3時", "03:00", 0), ("3時10分", "03:10", 0), ("3時半", "03:30", 0),
        ("３：１０", "03:10", 0), ("３時１０分", "03:10", 0), ("0", "00:00", 0),
        ("0:00", "00:00", 0), ("24:00", "00:00", 1), ("25:30", "01:30", 1), ("2530", "01:30", 1),
        ("47:59", "23:59", 1), (" 23:59 ", "23:59", 0), ("3:5", "03:05", 0),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_in_every_way_it_is_written(
    typed: str, clock: str, later: int
) -> None:
    assert parse_clock(typed) == (time.fromisoformat(clock), later)


@given(clock=st.times(), later=st.integers(0, 1))
def test_every_minute_reads_back(clock: time, later: int) -> None:
    expected = (clock.replace(second=0, microsecond=0), later)
    hour = clock.hour + 24 * later
    assert parse_clock(f"{hour}:{clock.minute:02d}") == expected
    assert parse_clock(f"{hour:02d}{clock.minute:02d}") == expected


@pytest.mark.parametrize(
    "typed", ["", "48:00", "3:60", "12345", "-3:10", "3:10:20", "半", "3半", "noon", "3.10", "99"]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_clock(typed)
    assert refused.value.code is ProblemCode.NOT_A_TIME


@given(typed=ANY_TEXT | st.text("0123456789:時分半年月日/-. ", max_size=12))
def test_no_text_breaks_the_readers(typed: str) -> None:
    for read in (parse_day, parse_clock, lambda text: typed_day(text, date(2026, 11, 22))):
        with suppress(Problem):
            read(typed)
