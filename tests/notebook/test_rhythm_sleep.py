"""Sleep over the years: what is read, what is kept, and what the picture gets."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, Notebook, plant

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.slept import Half, SleepDay
from stepup.notebook.rhythm import Rhythm

NOON = 720


def night(day: date) -> int:
    """The half of the picture that holds the night before a day."""
    return day.toordinal() - 1


def lengths(day: SleepDay | None) -> list[int | None]:
    assert day is not None
    return [sleep.minutes for sleep in day.sleeps]


def ten_years(opened: Opener) -> None:
    """Write three nights at each turn of the year, 2017 to 2026, and today."""
    window = opened()
    for year in range(2017, 2027):
        for day in (date(year, 1, 1), date(year, 3, 1), date(year, 12, 31)):
            if day <= DAY:
                window.days.log_sleep(day, "1:00-9:00")
    window.days.log_sleep(DAY, "3:10-11:40")
    window.close()


def test_nothing_at_all_has_no_newest_day_and_reads_nothing(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    assert rhythm.newest(DAY) is None
    assert rhythm.first(DAY) == DAY
    assert rhythm.last_written(DAY) == {}
    assert rhythm.last_days(DAY) == {}
    assert rhythm.half(night(DAY)) == Half()
    assert window.disk.read_files == []


def test_a_day_has_its_sleeps_its_night_awake_or_nothing(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    for typed in ("23:10-3:30", "5:30-7:00", "13:00-14:00", "17:20-18:00"):
        window.days.log_sleep(DAY - timedelta(days=1), typed)
    window.days.log_sleep(DAY, "none")
    window.days.log_mood(DAY - timedelta(days=2), 3)
    assert lengths(rhythm.day(DAY - timedelta(days=1))) == [90, 60, 40, 260]
    assert rhythm.day(DAY) == SleepDay((), sleepless=True)
    assert rhythm.day(DAY - timedelta(days=2)) is None


def test_a_night_lies_in_the_half_before_its_day_and_a_nap_in_the_one_after(
    window: Notebook,
) -> None:
    rhythm = Rhythm(window.book)
    window.days.log_sleep(DAY, "3:10-11:40")
    window.days.log_sleep(DAY, "14:00-15:00")
    assert rhythm.half(night(DAY)) == Half(((15 * 60 + 10, 23 * 60 + 40),))
    assert rhythm.half(DAY.toordinal()) == Half(((120, 180),))


def test_a_sleep_with_one_unknown_end_is_a_mark_at_the_other(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    window.days.log_sleep(DAY, "-11:40")
    window.days.log_sleep(DAY, "3:10-")
    assert rhythm.half(night(DAY)) == Half((), (15 * 60 + 10,), (23 * 60 + 40,))


def test_a_night_awake_is_in_the_half_before_its_day_alone(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    window.days.log_sleep(DAY, "none")
    assert rhythm.half(night(DAY)) == Half(sleepless=True)
    assert rhythm.half(DAY.toordinal()) == Half()


def test_a_sleep_of_26_hours_shows_in_both_halves_it_touches(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    window.days.log_sleep(DAY, "5/30 9:00-5/31 11:00")
    assert rhythm.half(night(DAY)).spans == ((-3 * 60, 23 * 60),)
    assert rhythm.half(night(DAY) - 1).spans == ((21 * 60, 47 * 60),)


def test_a_sleep_over_the_turn_of_the_year_shows_on_both_sides(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    new_year = date(2026, 1, 1)
    window.days.log_sleep(new_year, "22:00-7:00")
    window.days.log_sleep(date(2025, 12, 31), "1/1 0:30-1/1 1:30")
    assert set(rhythm.half(night(new_year)).spans) == {(600, 1140), (750, 810)}


def test_opening_at_ten_years_reads_only_the_year_that_is_shown(opened: Opener) -> None:
    ten_years(opened)
    window = opened()
    window.disk.read_files.clear()
    rhythm = Rhythm(window.book)
    assert rhythm.newest(DAY) == DAY
    assert rhythm.first(DAY) == date(2017, 1, 1)
    rhythm.last_days(DAY)
    for back in range(40):
        rhythm.half(night(DAY) - back)
    assert window.disk.read_files == ["2026"]


def test_a_year_is_read_when_its_rows_come_into_view_and_once_only(opened: Opener) -> None:
    ten_years(opened)
    window = opened()
    rhythm = Rhythm(window.book)
    for _turn in range(3):
        for back in range(0, (DAY - date(2017, 1, 1)).days, 5):
            rhythm.half(night(DAY) - back)
            rhythm.day(DAY - timedelta(days=back))
    years = [name for name in window.disk.read_files if name != "core"]
    assert years == [str(year) for year in range(2026, 2016, -1)]


def test_the_turn_of_a_year_reads_the_year_whose_sleeps_may_reach_over_it(opened: Opener) -> None:
    ten_years(opened)
    window = opened()
    rhythm = Rhythm(window.book)
    window.disk.read_files.clear()
    rhythm.half(date(2020, 12, 25).toordinal())
    assert window.disk.read_files == ["2020"]
    rhythm.half(date(2020, 12, 29).toordinal())
    assert window.disk.read_files == ["2020", "2021"]


def test_the_picture_begins_with_the_first_sleep_once_the_oldest_year_was_read(
    opened: Opener,
) -> None:
    window = opened()
    window.days.log_mood(date(2017, 2, 1), 3)
    window.days.log_sleep(date(2018, 5, 5), "1:00-9:00")
    window.days.log_sleep(DAY, "1:00-9:00")
    window.close()
    rhythm = Rhythm(opened().book)
    assert rhythm.first(DAY) == date(2017, 1, 1)
    rhythm.half(date(2017, 6, 1).toordinal())
    assert rhythm.first(DAY) == date(2018, 1, 1)
    rhythm.half(date(2018, 6, 1).toordinal())
    assert rhythm.first(DAY) == date(2018, 5, 5)


def watched(window: Notebook, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The shards that are read whole from now on."""
    found: list[str] = []
    read = window.vault.read

    def watched_read(shard: str) -> Any:
        found.append(shard)
        return read(shard)

    monkeypatch.setattr(window.vault, "read", watched_read)
    return found


def test_the_newest_sleep_is_found_in_an_older_year_past_years_without_any(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    window.days.log_sleep(date(2019, 4, 4), "1:00-9:00")
    for year in (2020, 2021, 2026):
        window.journal.write(date(year, 2, 2), 'The word "sleep": {"in": "a text"}')
    window.close()
    window = opened()
    whole = watched(window, monkeypatch)
    assert Rhythm(window.book).newest(DAY) == date(2019, 4, 4)
    assert [shard for shard in whole if shard != "core"] == ["2026", "2019"]


def test_a_sleep_on_a_day_to_come_waits_for_that_day(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    window.days.log_sleep(DAY + timedelta(days=1), "1:00-9:00")
    window.days.log_sleep(date(2027, 3, 3), "1:00-9:00")
    assert rhythm.newest(DAY) is None
    assert rhythm.newest(DAY + timedelta(days=1)) == DAY + timedelta(days=1)
    assert rhythm.first(DAY) == DAY


def test_a_year_to_come_is_not_where_the_picture_begins(window: Notebook) -> None:
    window.days.log_sleep(date(2027, 3, 3), "1:00-9:00")
    assert Rhythm(window.book).first(DAY) == DAY


def test_a_year_that_is_not_there_is_not_asked_for(
    window: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.days.log_sleep(DAY, "1:00-9:00")
    whole = watched(window, monkeypatch)
    assert Rhythm(window.book).half(date(2026, 12, 31).toordinal()) == Half()
    assert "2027" not in whole


def test_the_last_days_are_those_of_the_calendar_and_only_those_with_sleep(
    window: Notebook,
) -> None:
    rhythm = Rhythm(window.book)
    for back in (0, 3, 13, 14):
        window.days.log_sleep(DAY - timedelta(days=back), "1:00-9:00")
    assert list(rhythm.last_days(DAY)) == [DAY - timedelta(days=back) for back in (0, 3, 13)]


def test_the_last_days_with_sleep_reach_into_the_year_before(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    days = [DAY, date(2026, 1, 2), date(2025, 12, 30), date(2025, 12, 1), date(2024, 12, 1)]
    for day in days:
        window.days.log_sleep(day, "1:00-9:00")
    assert list(rhythm.last_written(DAY, 3)) == days[:3]
    assert list(rhythm.last_written(DAY)) == days[:4]


def test_what_is_written_changed_and_undone_shows_at_once(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    window.days.log_sleep(DAY, "1:00-9:00")
    assert lengths(rhythm.day(DAY)) == [480]
    [stored] = window.days.view(DAY).sleeps
    window.days.log_sleep(DAY, "1:00-8:00", stored)
    assert lengths(rhythm.day(DAY)) == [420]
    window.book.undo()
    window.book.undo()
    assert rhythm.day(DAY) is None
    assert rhythm.newest(DAY) is None


def test_what_another_window_wrote_shows_once_it_is_taken_over(opened: Opener) -> None:
    first, second = opened(), opened(name="b")
    rhythm = Rhythm(first.book)
    first.days.log_sleep(DAY, "1:00-9:00")
    first.save()
    assert lengths(rhythm.day(DAY)) == [480]
    second.book.reload(second.book.look())
    second.days.log_sleep(DAY, "14:00-15:00")
    second.save()
    first.book.reload(first.book.look())
    assert lengths(rhythm.day(DAY)) == [480, 60]


def test_other_changes_read_nothing_again(opened: Opener) -> None:
    ten_years(opened)
    window = opened()
    rhythm = Rhythm(window.book)
    for year in range(2018, 2024):  # more than the book holds
        rhythm.day(date(year, 3, 1))
    before = len(window.disk.read_files)
    window.days.log_mood(DAY, 3)
    window.days.log_sleep(DAY, "13:00-14:00")
    rhythm.day(date(2018, 3, 1))
    assert "2018" not in window.disk.read_files[before:]


def test_a_year_that_cannot_be_read_is_a_problem_and_is_not_read_with_every_row(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    ten_years(opened)
    window = opened()
    tried = []

    def read(shard: str) -> Any:
        tried.append(shard)
        if shard == "2020":
            raise Problem(ProblemCode.SHARD_DAMAGED, shard=shard)
        return whole(shard)

    whole = window.vault.read
    monkeypatch.setattr(window.vault, "read", read)
    rhythm = Rhythm(window.book)
    for _turn in range(3):
        with pytest.raises(Problem):
            rhythm.half(date(2020, 6, 1).toordinal())
    assert tried.count("2020") == 1
    assert lengths(rhythm.day(date(2019, 3, 1))) == [480]


def test_documents_that_are_no_sleeps_are_not_shown(opened: Opener, root: Path) -> None:
    opened().close()
    at = "2026-05-31T12:00:00+09:00"
    plant(
        root,
        ("2026", "sleep", {"id": "a", "day": "2026-05-31", "at": at, "start": "soon"}),
        ("2026", "sleep", {"id": "b", "day": "2026-05-31", "at": at, "end": at, "start": at}),
        ("2026", "sleep", {"id": "c", "day": "2026-05-31", "at": at, "end": at}),
    )
    rhythm = Rhythm(opened().book)
    assert lengths(rhythm.day(DAY)) == [None]


def test_the_ends_of_the_calendar_are_days_too(window: Notebook) -> None:
    rhythm = Rhythm(window.book)
    assert rhythm.half(0) == Half()
    assert rhythm.half(date.max.toordinal()) == Half()
    assert rhythm.last_days(date.min) == {}
