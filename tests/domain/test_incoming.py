"""Moments brought to the wall of a clock, and days written plainly."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.incoming import plain_day, wall_of, whole_minutes

ZONES = ["Asia/Tokyo", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"]


@pytest.mark.parametrize("name", ZONES)
@given(moment=st.datetimes(datetime(1975, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))
def test_a_moment_stands_on_the_wall_as_its_zone_says(name: str, moment: datetime) -> None:
    zone = ZoneInfo(name)
    found = wall_of(moment, lambda wall: wall.replace(tzinfo=zone))

    assert found == moment
    assert found.replace(tzinfo=None) == moment.astimezone(zone).replace(tzinfo=None)


def test_a_clock_that_is_set_back_shows_an_hour_twice_and_the_moment_stays() -> None:
    zone = ZoneInfo("Europe/Berlin")
    for hour in range(-3, 4):
        moment = datetime(2026, 10, 25, 1, 30, tzinfo=UTC) + timedelta(hours=hour)
        assert wall_of(moment, lambda wall: wall.replace(tzinfo=zone)) == moment


def test_an_offset_of_seconds_becomes_one_of_minutes() -> None:
    old = datetime(1880, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo"))

    assert whole_minutes(old).utcoffset() == timedelta(hours=9, minutes=19)


@pytest.mark.parametrize(
    "text", ["", "20260531", "2026-W22-7", "2026-5-31", "2026-02-30", "２026-05-31", "2026-05-31 "]
)
def test_only_a_plain_day_is_one(text: str) -> None:
    assert plain_day(text) is None
    assert plain_day("2026-05-31") == date(2026, 5, 31)
