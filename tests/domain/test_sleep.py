"""Sleep as people write it, and how long it was."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_up import ANY_TEXT

from stepup.domain.day import DAY_START
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.rhythm import LONGEST_SLEEP, Sleep, parse_sleep

DAY = date(2026, 11, 22)


def read(typed: str, day: date = DAY, start: time = DAY_START) -> tuple[str | None, str | None]:
    """Both ends as "MM-DD HH:MM"."""
    found = parse_sleep(typed, day, start)
    assert not found.sleepless
    begin, end = (moment and f"{moment:%m-%d %H:%M}" for moment in (found.start, found.end))
    return begin or None, end or None


@pytest.mark.parametrize(
    ("typed", "fell", "woke"),
    [
        # every form of docs/using.md
        ("3:10-11:40", "11-22 03:10", "11-22 11:40"),
        ("2310 0640", "11-21 23:10", "11-22 06:40"),
        ("25:30-9:00", "11-22 01:30", "11-22 09:00"),
        ("-11:40", None, "11-22 11:40"),
        ("3:10-", "11-22 03:10", None),
        ("11/20 22:00-11/22 0:00", "11-20 22:00", "11-22 00:00"),
        # over midnight, and a nap
        ("23:00〜7:00", "11-21 23:00", "11-22 07:00"),
        ("23:00-", "11-21 23:00", None),
        ("14:00-15:20", "11-22 14:00", "11-22 15:20"),
        # waking in the small hours that still belong to the day
        ("22:00-2:00", "11-22 22:00", "11-23 02:00"),
        ("7:00-7:00", "11-21 07:00", "11-22 07:00"),
        # any width, any dash, in Japanese
        ("３：１０－１１：４０", "11-22 03:10", "11-22 11:40"),
        ("３：１０～１１：４０", "11-22 03:10", "11-22 11:40"),
        ("3:10 – 11:40", "11-22 03:10", "11-22 11:40"),
        ("3:10ー11:40", "11-22 03:10", "11-22 11:40"),
        ("3:10ｰ11:40", "11-22 03:10", "11-22 11:40"),
        ("3:10 to 11:40", "11-22 03:10", "11-22 11:40"),
        ("3時10分から11時半", "11-22 03:10", "11-22 11:30"),
        ("２３１０　０６４０", "11-21 23:10", "11-22 06:40"),
        ("11月20日 22:00〜11月22日 0:00", "11-20 22:00", "11-22 00:00"),
        # a day named at one end alone, and hours past midnight of a named day
        ("11/20 22:00-9:00", "11-20 22:00", "11-22 09:00"),
        ("22:00-11/22 0:00", "11-21 22:00", "11-22 00:00"),
        ("11/20 22:00-", "11-20 22:00", None),
        ("-11/22 0:30", None, "11-22 00:30"),
        ("11/20 25:30-11/21 9:00", "11-21 01:30", "11-21 09:00"),
    ],
)
def test_a_sleep_is_read_in_every_way_it_is_written(
    typed: str, fell: str | None, woke: str | None
) -> None:
    assert read(typed) == (fell, woke)


@pytest.mark.parametrize(
    "typed", ["none", "NONE", "Ｎｏｎｅ", "なし", " なし ", "x", "×", "眠れず"]
)
def test_a_night_awake_is_said_in_a_word(typed: str) -> None:
    found = parse_sleep(typed, DAY, DAY_START)
    assert (found.start, found.end, found.sleepless) == (None, None, True)


@pytest.mark.parametrize(
    ("typed", "day", "begin", "end"),
    [
        ("12/31 22:00-1/1 7:00", date(2026, 1, 1), "2025-12-31T22:00", "2026-01-01T07:00"),
        ("12/31 22:00-1/1 3:00", date(2025, 12, 31), "2025-12-31T22:00", "2026-01-01T03:00"),
        ("23:00-7:00", date(2026, 1, 1), "2025-12-31T23:00", "2026-01-01T07:00"),
        ("12/30 23:00-12/31 7:00", date(2026, 1, 1), "2025-12-30T23:00", "2025-12-31T07:00"),
        ("2/28 23:00-2/29 7:00", date(2024, 2, 29), "2024-02-28T23:00", "2024-02-29T07:00"),
        ("23:00-7:00", date(2024, 3, 1), "2024-02-29T23:00", "2024-03-01T07:00"),
        ("1:00-7:00", date.min, "0001-01-01T01:00", "0001-01-01T07:00"),
        ("1:00-7:00", date.max, "9999-12-31T01:00", "9999-12-31T07:00"),
    ],
)
def test_named_days_find_their_year(typed: str, day: date, begin: str, end: str) -> None:
    found = parse_sleep(typed, day, DAY_START)
    assert (found.start, found.end) == (datetime.fromisoformat(begin), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", ProblemCode.NOT_A_SLEEP),
        ("-", ProblemCode.NOT_A_SLEEP),
        ("3:10", ProblemCode.NOT_A_SLEEP),
        ("3:10-11:40-12:00", ProblemCode.NOT_A_SLEEP),
        ("1 2 3", ProblemCode.NOT_A_SLEEP),
        ("3:10-49:00", ProblemCode.NOT_A_TIME),
        ("late-early", ProblemCode.NOT_A_TIME),
        ("2/30 22:00-9:00", ProblemCode.NOT_A_DATE),
        ("13/1 22:00-9:00", ProblemCode.NOT_A_DATE),
        ("2/29 22:00-3/1 9:00", ProblemCode.NOT_A_DATE),
    ],
)
def test_what_is_no_sleep_is_refused(typed: str, code: ProblemCode) -> None:
    with pytest.raises(Problem) as refused:
        parse_sleep(typed, DAY, DAY_START)
    assert refused.value.code is code


def test_a_night_before_the_first_day_there_is_is_refused() -> None:
    for typed in ("23:00-7:00", "23:00-"):
        with pytest.raises(Problem) as refused:
            parse_sleep(typed, date.min, DAY_START)
        assert refused.value.code is ProblemCode.NOT_A_DATE


@given(
    typed=ANY_TEXT | st.text("0123456789:/-〜月日時分半 なし", max_size=24),
    day=st.sampled_from([date.min, date(2024, 2, 29), date(2025, 12, 31), DAY, date.max]),
    start=st.times(max_value=time(12)),
)
def test_no_text_breaks_the_reader_on_any_day(typed: str, day: date, start: time) -> None:
    with suppress(Problem):
        found = parse_sleep(typed, day, start)
        assert found.sleepless != bool(found.start or found.end)


CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@given(
    fell=CLOCKS,
    woke=CLOCKS,
    start=CLOCKS.filter(lambda clock: clock <= time(12)),
    day=st.dates(date(2, 1, 1), date(9998, 1, 1)),
)
def test_an_unnamed_sleep_ends_on_its_day_and_is_a_day_long_at_most(
    fell: time, woke: time, start: time, day: date
) -> None:
    found = parse_sleep(f"{fell:%H:%M}-{woke:%H:%M}", day, start)
    assert found.start is not None
    assert found.end is not None
    assert (found.start.time(), found.end.time()) == (fell, woke)
    assert timedelta(0) < found.end - found.start <= timedelta(days=1)
    ends = datetime.combine(day, start)
    assert ends <= found.end < ends + timedelta(days=1)


def slept(start: str | None, end: str | None, **fields: object) -> Sleep:
    return Sleep.model_validate(
        {"id": "a", "day": DAY, "at": datetime(2026, 11, 22, tzinfo=UTC), **fields}
        | {"start": start, "end": end}
    )


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-22T03:10:00+09:00", "2026-11-22T11:40:00+09:00", 510),
        ("2026-11-20T22:00:00+09:00", "2026-11-22T00:00:00+09:00", 26 * 60),
        # eight hours on the clock; an hour more or less in bed
        ("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00", 7 * 60),
        ("2026-10-24T23:00:00+02:00", "2026-10-25T07:00:00+01:00", 9 * 60),
        # within the hour that comes twice
        ("2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00", 40),
        # half an hour, on Lord Howe
        ("2026-04-04T23:00:00+11:00", "2026-04-05T07:00:00+10:30", 8 * 60 + 30),
    ],
)
def test_minutes_are_time_that_passed_not_what_the_clock_shows(
    start: str, end: str, minutes: int
) -> None:
    assert slept(start, end).minutes == minutes


@pytest.mark.parametrize(
    "sleep",
    [
        slept("2026-11-22T03:10:00+09:00", None),
        slept(None, "2026-11-22T03:10:00+09:00"),
        slept(None, None, sleepless=True),
    ],
)
def test_without_both_ends_nobody_counts_minutes(sleep: Sleep) -> None:
    assert sleep.minutes is None


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (None, None, ProblemCode.NOT_A_SLEEP),
        ("2026-11-22T03:10:00+09:00", "2026-11-22T03:10:00+09:00", ProblemCode.SLEEP_SPAN),
        ("2026-11-22T03:10:00+09:00", "2026-11-22T02:10:00+09:00", ProblemCode.SLEEP_SPAN),
        # the clock runs on, but time has not
        ("2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+02:00", ProblemCode.SLEEP_SPAN),
        ("2026-11-18T00:00:00+09:00", "2026-11-22T00:00:00+09:00", ProblemCode.SLEEP_SPAN),
    ],
)
def test_a_sleep_that_cannot_be_is_refused(
    start: str | None, end: str | None, code: ProblemCode
) -> None:
    with pytest.raises(Problem) as refused:
        slept(start, end)
    assert refused.value.code is code


def test_three_days_are_the_longest_sleep() -> None:
    end = datetime(2026, 11, 22, tzinfo=UTC)
    longest = slept((end - LONGEST_SLEEP).isoformat(), end.isoformat())
    assert longest.minutes == 3 * 24 * 60
    with pytest.raises(Problem):
        longest.replace(end=end + timedelta(minutes=1))
