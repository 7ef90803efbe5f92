"""Sheets about oneself: one version a day, the newest found at once, and looking again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, TOKYO, HandClock, Notebook, only

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Record
from stepup.domain.sheet import NewestSheet, Section, Sheet, SheetTopic, begun
from stepup.domain.text import LIMIT_BYTES
from stepup.notebook.day_record import DayRecords

NOW, PLAN, MANUAL = SheetTopic.NOW, SheetTopic.PLAN, SheetTopic.MANUAL


def said(sheet: Sheet | None) -> dict[str, str]:
    """What stands on a sheet, by heading."""
    return {s.key: s.text for s in sheet.sections if s.text} if sheet else {}


def versions(window: Notebook, topic: SheetTopic = NOW) -> list[tuple[date, dict[str, str]]]:
    return [(sheet.day, said(sheet)) for sheet in window.sheets.versions(topic)]


def on(day: date) -> HandClock:
    return HandClock(datetime(day.year, day.month, day.day, 22, tzinfo=TOKYO))


# Versions


def test_before_anything_is_written_there_is_no_sheet_and_nothing_is_kept(window: Notebook) -> None:
    assert window.sheets.newest(NOW) is None
    assert window.sheets.current(NOW).sections == begun(NOW)
    window.sheets.write(NOW, "mind", "")
    assert window.told == []
    assert window.sheets.versions(NOW) == []


def test_what_is_written_on_one_day_is_one_version(window: Notebook) -> None:
    window.sheets.write(NOW, "mind", "heavy")
    first = window.sheets.newest(NOW)
    window.clock.move(hours=5)  # three in the morning is the same day
    window.sheets.write(NOW, "body", "stiff")
    window.sheets.write(NOW, "mind", "light")
    assert versions(window) == [(DAY, {"mind": "light", "body": "stiff"})]
    newest = window.sheets.newest(NOW)
    assert first is not None
    assert newest is not None
    assert (newest.id, newest.at) == (first.id, first.at)


def test_on_a_later_day_the_first_edit_begins_a_version_as_a_copy(window: Notebook) -> None:
    window.sheets.write(NOW, "mind", "heavy")
    window.sheets.write(NOW, "body", "stiff")
    window.clock.move(days=1)
    window.sheets.write(NOW, "mind", "heavy")
    assert len(versions(window)) == 1  # the same words are no edit
    window.sheets.write(NOW, "mind", "light")
    assert versions(window) == [
        (DAY + timedelta(days=1), {"mind": "light", "body": "stiff"}),
        (DAY, {"mind": "heavy", "body": "stiff"}),
    ]


def test_each_sheet_has_its_own_versions(window: Notebook) -> None:
    window.sheets.write(NOW, "helps", "tea")
    window.sheets.write(MANUAL, "helps", "time")
    assert versions(window, NOW) == [(DAY, {"helps": "tea"})]
    assert versions(window, MANUAL) == [(DAY, {"helps": "time"})]
    assert window.sheets.newest(PLAN) is None


def test_a_clock_set_back_makes_no_version_older_than_the_newest(window: Notebook) -> None:
    window.sheets.write(NOW, "mind", "heavy")
    window.clock.move(days=-400)
    window.sheets.write(NOW, "mind", "light")
    assert versions(window) == [(DAY, {"mind": "light"})]
    window.sheets.take_up(only(window.sheets.versions(NOW)).with_section(Section(key="own")))
    assert said(window.sheets.newest(NOW)) == {"mind": "light"}
    assert [day for day, _said in versions(window)] == [DAY, DAY]


def test_undo_takes_a_new_version_back_whole(window: Notebook) -> None:
    window.sheets.write(NOW, "mind", "heavy")
    window.clock.move(days=400)
    window.sheets.write(NOW, "mind", "light")
    window.book.undo()
    assert versions(window) == [(DAY, {"mind": "heavy"})]
    assert said(window.sheets.newest(NOW)) == {"mind": "heavy"}
    window.book.redo()
    assert said(window.sheets.newest(NOW)) == {"mind": "light"}


def test_a_text_too_long_changes_nothing(window: Notebook) -> None:
    with pytest.raises(Problem) as refused:
        window.sheets.write(NOW, "mind", "x" * (LIMIT_BYTES + 1))
    assert refused.value.code is ProblemCode.TEXT_TOO_LONG
    assert window.told == []


# Headings


def test_own_headings_are_added_worded_moved_and_taken_out(window: Notebook) -> None:
    key = window.sheets.add_heading(PLAN, " The  garden ")
    window.sheets.write(PLAN, key, "beans")
    assert window.sheets.current(PLAN).section(key) == Section(
        key=key, heading="The garden", text="beans"
    )
    window.sheets.rename(PLAN, key, "The balcony")
    window.sheets.rename(PLAN, key, "  ")  # an own heading keeps its words
    window.sheets.move(PLAN, key, -1)
    sections = window.sheets.current(PLAN).sections
    assert (sections[-2].key, sections[-2].heading) == (key, "The balcony")
    window.sheets.take_out(PLAN, key)
    assert window.sheets.current(PLAN).section(key) is None
    window.book.undo()
    assert said(window.sheets.current(PLAN)) == {key: "beans"}


def test_a_built_in_heading_is_worded_anew_and_has_its_own_name_again(window: Notebook) -> None:
    window.sheets.rename(NOW, "mind", "Inside")
    assert window.sheets.current(NOW).sections[0] == Section(key="mind", heading="Inside")
    window.sheets.rename(NOW, "mind", "")
    assert window.sheets.current(NOW).sections[0] == Section(key="mind")


def test_a_built_in_heading_taken_out_can_be_put_back(window: Notebook) -> None:
    window.sheets.take_out(NOW, "people")
    assert window.sheets.current(NOW).left_out == ("people",)
    window.sheets.put_back(NOW, "people")
    assert window.sheets.current(NOW).sections[-1] == Section(key="people")
    window.sheets.write(NOW, "people", "mother")
    window.sheets.put_back(NOW, "people")  # it is there, and keeps its text
    window.sheets.put_back(NOW, "nothing")
    assert said(window.sheets.current(NOW)) == {"people": "mother"}


def test_a_heading_without_words_is_none(window: Notebook) -> None:
    with pytest.raises(Problem) as refused:
        window.sheets.add_heading(NOW, " \x1b ")
    assert refused.value.code is ProblemCode.NOTHING_WRITTEN


def test_what_is_written_under_a_heading_that_another_window_took_out_is_kept(
    window: Notebook,
) -> None:
    window.sheets.take_out(NOW, "people")
    window.sheets.write(NOW, "people", "mother")
    assert said(window.sheets.current(NOW)) == {"people": "mother"}


# Taking up again


def test_an_older_version_taken_up_again_is_a_new_one_and_none_is_lost(window: Notebook) -> None:
    window.sheets.write(PLAN, "wish", "the sea")
    window.sheets.look_again(PLAN, date(2026, 9, 1))
    window.clock.move(days=30)
    window.sheets.write(PLAN, "wish", "the hills")
    older = window.sheets.versions(PLAN)[1]
    window.sheets.take_up(older)
    newest = window.sheets.newest(PLAN)
    assert newest is not None
    assert (said(newest), newest.look_again) == ({"wish": "the sea"}, date(2026, 9, 1))
    assert (newest.day, newest.again_of) == (DAY + timedelta(days=30), older.id)
    assert [words["wish"] for _day, words in versions(window, PLAN)] == [
        "the sea", "the hills", "the sea",
    ]  # fmt: skip


def test_what_the_newest_says_already_is_not_taken_up_again(window: Notebook) -> None:
    window.sheets.write(PLAN, "wish", "the sea")
    window.clock.move(days=30)
    window.sheets.take_up(only(window.sheets.versions(PLAN)))
    assert len(window.sheets.versions(PLAN)) == 1


def test_the_version_after_one_taken_up_again_is_not_said_to_be_that(window: Notebook) -> None:
    window.sheets.write(PLAN, "wish", "the sea")
    older = window.sheets.current(PLAN)
    window.sheets.write(PLAN, "wish", "the hills")
    window.sheets.take_up(older)
    window.clock.move(days=1)
    window.sheets.write(PLAN, "small", "a map")
    assert window.sheets.current(PLAN).again_of is None


# What is read


def write_years(root: Path, opened: Opener, first: int, last: int) -> None:
    for year in range(first, last + 1):
        window = opened(clock=on(date(year, 5, 31)), name=f"y{year}-")
        window.sheets.write(NOW, "mind", f"in {year}")
        window.days.log_mood(window.book.today(), 3)
        window.save()
        window.close()


def test_the_newest_version_is_found_by_reading_core_and_its_year_alone(
    root: Path, opened: Opener
) -> None:
    write_years(root, opened, 2017, 2020)
    for year in range(2021, 2027):
        later = opened(clock=on(date(year, 5, 31)), name=f"m{year}-")
        later.days.log_mood(later.book.today(), 3)
        later.save()
        later.close()
    window = opened(name="z")
    assert said(window.sheets.newest(NOW)) == {"mind": "in 2020"}
    assert sorted(window.disk.read_files) == ["2020", "core"]
    assert window.sheets.newest(PLAN) is None
    assert sorted(window.disk.read_files) == ["2020", "core"]


def test_listing_the_versions_reads_each_year_once_and_keeps_none(
    root: Path, opened: Opener
) -> None:
    write_years(root, opened, 2017, 2026)
    window = opened(name="z")
    found = versions(window)
    assert [words["mind"] for _day, words in found] == [f"in {y}" for y in range(2026, 2016, -1)]
    assert sorted(window.disk.read_files) == [str(year) for year in range(2017, 2027)]
    assert window.book._shelves == {}


def test_a_year_that_cannot_be_read_is_told_of_and_the_others_are_listed(
    root: Path, opened: Opener
) -> None:
    write_years(root, opened, 2023, 2025)
    damaged = next((root / "data").glob("2024-*"))
    damaged.write_bytes(damaged.read_bytes().replace(b"in 2024", b"In 2024"))
    told: list[Problem] = []
    window = opened(name="z")
    found = window.sheets.versions(NOW, told.append)
    assert [said(sheet)["mind"] for sheet in found] == ["in 2025", "in 2023"]
    assert [problem.code for problem in told] == [ProblemCode.SHARD_DAMAGED]


def test_where_the_newest_was_taken_away_elsewhere_the_one_before_is_found(
    root: Path, opened: Opener
) -> None:
    write_years(root, opened, 2023, 2025)
    window = opened(name="z")
    newest = window.sheets.newest(NOW)
    assert newest is not None
    window.days.remove(newest)
    assert said(window.sheets.newest(NOW)) == {"mind": "in 2024"}


def test_nothing_of_a_sheet_but_where_the_newest_stands_is_in_core(window: Notebook) -> None:
    for _month in range(30):
        window.sheets.write(NOW, "mind", f"{window.clock.at}")
        window.clock.move(days=31)
    places: list[Record] = [*window.book.of_kind(NewestSheet)]
    assert places == [NewestSheet(id="now", year=2028)]
    assert window.book.of_kind(Sheet) == []


# Looking again


def test_nobody_is_asked_who_did_not_want_it(window: Notebook) -> None:
    assert not window.book.preferences.check_in_due(DAY)
    window.sheets.looked(DAY)
    window.sheets.put_off(DAY)
    assert window.told == []


def test_a_look_is_offered_from_its_day_on_until_one_looked(window: Notebook) -> None:
    window.sheets.set_check_in(7)
    due = [
        day for day in range(20) if window.book.preferences.check_in_due(DAY + timedelta(days=day))
    ]
    assert due == list(range(7, 20))
    window.sheets.looked(DAY + timedelta(days=12))
    due = [
        day for day in range(30) if window.book.preferences.check_in_due(DAY + timedelta(days=day))
    ]
    assert due == list(range(19, 30))


def test_a_look_can_be_put_off_to_the_next_time(window: Notebook) -> None:
    window.sheets.set_check_in(14)
    window.sheets.put_off(DAY + timedelta(days=14))
    assert not window.book.preferences.check_in_due(DAY + timedelta(days=27))
    assert window.book.preferences.check_in_due(DAY + timedelta(days=28))


def test_looking_before_the_day_changes_nothing(window: Notebook) -> None:
    window.sheets.set_check_in(14)
    window.told.clear()
    window.sheets.looked(DAY + timedelta(days=3))
    assert window.told == []
    assert window.book.preferences.check_in_due(DAY + timedelta(days=14))


def test_a_look_can_be_wanted_no_more(window: Notebook) -> None:
    window.sheets.set_check_in(1)
    window.sheets.set_check_in(None)
    assert not window.book.preferences.check_in_due(date.max)


@pytest.mark.parametrize("days", [0, -1, 367])
def test_days_out_of_range_are_refused(window: Notebook, days: int) -> None:
    with pytest.raises(Problem) as refused:
        window.sheets.set_check_in(days)
    assert refused.value.code is ProblemCode.NOT_IN_RANGE
    assert window.told == []


def test_at_the_end_of_the_calendar_there_is_still_a_next_time(opened: Opener) -> None:
    window = opened(clock=on(date(9999, 12, 30)))
    window.sheets.set_check_in(30)
    assert window.book.preferences.check_in_due(date.max)


# Elsewhere


def test_sheets_are_found_by_their_words_and_their_headings(window: Notebook) -> None:
    window.sheets.write(NOW, "mind", "straw\nneedle")
    window.sheets.add_heading(PLAN, "needles")
    hits = [hit for hits in window.search.find("needle") for hit in hits]
    assert sorted((hit.kind, hit.day, hit.found) for hit in hits) == [("sheet", DAY, "needle")] * 2


def test_a_day_knows_the_sheets_written_on_it(window: Notebook) -> None:
    assert not window.days.view(DAY).recorded
    window.sheets.write(NOW, "mind", "heavy")
    assert window.days.view(DAY).recorded
    [sheet] = DayRecords(window.book).on(DAY).sheets
    assert said(sheet) == {"mind": "heavy"}


def test_looking_in_a_window_that_may_not_write_is_noted_nowhere_and_refused_nowhere(
    root: Path, opened: Opener
) -> None:
    first = opened()
    first.sheets.set_check_in(1)
    first.save()
    newest = max((root / "manifests").iterdir())
    broken = root / "manifests" / f"{int(newest.stem) + 1:06d}.json"
    broken.write_bytes(newest.read_bytes()[:-20])
    window = opened(name="b")
    assert window.book.read_only is not None
    window.sheets.looked(DAY + timedelta(days=3))
    assert window.told == []
    assert window.book.preferences.check_in_due(DAY + timedelta(days=3))
