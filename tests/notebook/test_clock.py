"""The computer's clock: the offset that held then, through gaps and folds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stepup.domain.day import DAY_START, wall_time
from stepup.notebook.book import open_book
from stepup.notebook.clock import SystemClock
from stepup.notebook.days import Days

BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"
NEW_YORK = "EST5EDT,M3.2.0,M11.1.0"
LORD_HOWE = "LHST-10:30LHDT-11,M10.1.0,M4.1.0"
TOKYO = "JST-9"

if sys.platform == "win32":

    def set_zone(rule: str) -> None:
        """Windows has no way to change the zone of one process."""

else:

    def set_zone(rule: str) -> None:
        time.tzset()


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Make this process live by a rule for its zone."""

    def live_by(rule: str) -> None:
        monkeypatch.setenv("TZ", rule)
        set_zone(rule)

    yield live_by
    monkeypatch.undo()
    set_zone("")


def test_now_is_local_has_an_offset_and_counts_seconds(zone: Callable[[str], None]) -> None:
    zone(TOKYO)
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(hours=9)
    assert now.microsecond == 0


@pytest.mark.parametrize(
    ("rule", "wall", "offset"),
    [
        (TOKYO, "2026-05-31T22:00", 540),
        (BERLIN, "2026-03-29T01:59", 60),
        (BERLIN, "2026-03-29T02:30", 60),  # left out: the offset from before
        (BERLIN, "2026-03-29T03:00", 120),
        (BERLIN, "2026-10-25T02:30", 120),  # comes twice: the first
        (BERLIN, "2026-10-25T03:00", 60),
        (NEW_YORK, "2026-03-08T02:30", -300),
        (NEW_YORK, "2026-11-01T01:30", -240),
        (NEW_YORK, "2026-11-01T02:00", -300),
        (LORD_HOWE, "2026-04-05T01:45", 660),
        (LORD_HOWE, "2026-04-05T02:00", 630),
        (LORD_HOWE, "2026-10-04T02:15", 630),
        ("LMT-9:18:59", "1880-01-01T00:00", 559),  # no document holds seconds of an offset
    ],
)
def test_a_wall_time_gets_the_offset_that_holds_then(
    zone: Callable[[str], None], rule: str, wall: str, offset: int
) -> None:
    zone(rule)
    found = SystemClock().localise(datetime.fromisoformat(wall))
    assert found.replace(tzinfo=None) == datetime.fromisoformat(wall)
    assert found.utcoffset() == timedelta(minutes=offset)


@pytest.mark.parametrize("wall", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)])
@pytest.mark.parametrize("rule", [TOKYO, NEW_YORK])
def test_the_ends_of_the_calendar_have_some_offset(
    zone: Callable[[str], None], rule: str, wall: datetime
) -> None:
    zone(rule)
    found = SystemClock().localise(wall)
    assert found.replace(tzinfo=None) == wall
    assert found.utcoffset() is not None


@pytest.mark.parametrize(
    ("rule", "day", "minutes"),
    [
        (BERLIN, "2026-03-29", 7 * 60),
        (BERLIN, "2026-10-25", 9 * 60),
        (NEW_YORK, "2026-03-08", 7 * 60),
        (LORD_HOWE, "2026-04-05", 8 * 60 + 30),
        (TOKYO, "2026-03-29", 8 * 60),
    ],
)
def test_a_night_in_which_the_clocks_change_is_as_long_as_it_was(
    zone: Callable[[str], None], tmp_path: Path, rule: str, day: str, minutes: int
) -> None:
    zone(rule)
    book = open_book(tmp_path / "notebook", settle=3600.0)
    night = datetime.fromisoformat(day).date()
    Days(book).log_sleep(night, "23:00-7:00")
    assert Days(book).view(night).sleep_minutes == minutes
    assert book.close()


def test_a_move_to_another_zone_moves_no_entry_to_another_day(
    zone: Callable[[str], None], tmp_path: Path
) -> None:
    zone(TOKYO)
    book = open_book(tmp_path / "notebook", settle=3600.0)
    today = book.today()
    Days(book).add_win(today, "in Tokyo")
    before = Days(book).view(today)
    zone(NEW_YORK)
    assert book.close()
    again = open_book(tmp_path / "notebook", settle=3600.0)
    assert Days(again).view(today) == before
    assert Days(again).view(today).wins[0].at.utcoffset() == timedelta(hours=9)
    assert again.close()


def test_small_hours_are_localised_on_the_date_they_fall_on(zone: Callable[[str], None]) -> None:
    zone(BERLIN)
    # 03:30 of the logical 28 March is on the 29th, after the hour that is left out.
    found = SystemClock().localise(
        wall_time(datetime(2026, 3, 28).date(), datetime(1, 1, 1, 3, 30).time(), DAY_START)
    )
    assert found.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
