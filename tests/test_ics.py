"""Appointments as a calendar file: what is in it, what is not, and that it is read back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from tests.domain.made_up import RECORDS

from stepup import i18n
from stepup.domain.supporter import Appointment
from stepup.exchange.ics import encode

STAMP = datetime(2026, 11, 22, 14, 30, tzinfo=timezone(timedelta(hours=9)))
DENTIST = Appointment(
    id="a1", on_day=date(2026, 12, 1), clock=time(14, 0), supporter="s1", title="歯医者"
)


def events(*appointments: Appointment) -> list[Event]:
    calendar = Calendar.from_ical(encode(appointments, STAMP))
    assert isinstance(calendar, Calendar)
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


@settings(max_examples=60)
@given(st.lists(RECORDS["appointment"], max_size=6))
def test_every_event_is_read_back_as_it_was_kept(appointments: list[Appointment]) -> None:
    found = events(*appointments)
    assert [str(event["uid"]) for event in found] == [f"{one.id}@stepup" for one in appointments]
    for event, one in zip(found, appointments, strict=True):
        starts = one.starts.replace(microsecond=0) if one.starts else one.on_day
        assert event.decoded("dtstart") == starts
        own = one.title if one.title_shown else ""
        assert str(event["summary"]) == (own or "Appointment")
        assert str(event["class"]) == "PRIVATE"
        assert event.decoded("dtstamp") == STAMP.astimezone(UTC)
        assert not event.errors


@settings(max_examples=40)
@given(st.lists(RECORDS["appointment"], max_size=3))
def test_no_line_is_longer_than_75_octets_and_none_is_cut_within_a_letter(
    appointments: list[Appointment],
) -> None:
    for line in encode(appointments, STAMP).split(b"\r\n"):
        assert len(line) <= 75
        assert "\n" not in line.decode()


def test_a_long_japanese_title_is_folded_and_comes_back_whole() -> None:
    title = "予約、確認；" * 60
    long = DENTIST.replace(title=title, title_shown=True)
    raw = encode([long], STAMP)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert str(events(long)[0]["summary"]) == title


def test_a_title_leaves_only_when_it_was_chosen_and_with_whom_never() -> None:
    i18n.set_language("ja")
    assert str(events(DENTIST)[0]["summary"]) == "予定"
    raw = encode([DENTIST], STAMP).decode()
    assert "歯医者" not in raw
    assert "s1" not in raw
    assert str(events(DENTIST.replace(title_shown=True))[0]["summary"]) == "歯医者"


def test_a_time_is_wall_time_without_a_zone_and_a_day_is_a_whole_day() -> None:
    raw = encode([DENTIST, DENTIST.replace(clock=None)], STAMP).decode()
    assert "DTSTART:20261201T140000\r\n" in raw
    assert "DTSTART;VALUE=DATE:20261201\r\n" in raw


@pytest.mark.parametrize("count", [0, 1])
def test_it_begins_and_ends_as_a_calendar(count: int) -> None:
    raw = encode([DENTIST] * count, STAMP)
    assert raw.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
