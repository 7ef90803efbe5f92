"""A day's page: what is stored by each verb, and where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, TOKYO, HandClock, Notebook, only, plant, win

from stepup.domain.change import Label, replaced
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.rhythm import Contact, Measure
from stepup.domain.text import LIMIT_BYTES


def stored(window: Notebook, kind: str) -> list[dict[str, Any]]:
    return [document for key, (_, document) in window.live().items() if key[0] == kind]


def refusal(act: Callable[..., object], *given: object) -> ProblemCode:
    with pytest.raises(Problem) as refused:
        act(*given)
    return refused.value.code


# Mood and energy


def test_a_mood_is_stored_with_its_day_its_moment_and_nothing_else(window: Notebook) -> None:
    window.days.log_mood(DAY, 3)
    assert only(stored(window, "check_in")) == {
        "id": "a0001", "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00", "mood": 3,
    }  # fmt: skip


def test_within_a_quarter_of_an_hour_a_digit_corrects_and_later_it_is_new(
    window: Notebook,
) -> None:
    window.days.log_mood(DAY, 3)
    window.days.log_energy(DAY, 1)
    window.clock.move(minutes=15)
    window.days.log_mood(DAY, 4)
    assert [(c.mood, c.energy) for c in window.days.view(DAY).check_ins] == [(4, 1)]
    window.clock.move(minutes=1)
    window.days.log_mood(DAY, 2)
    view = window.days.view(DAY)
    assert [(c.mood, c.energy) for c in view.check_ins] == [(4, 1), (2, None)]
    assert (view.mood, view.energy) == (2, 1)


def test_a_clock_set_back_a_year_corrects_nothing_and_loses_nothing(window: Notebook) -> None:
    window.days.log_mood(DAY, 3)
    window.clock.move(days=-365)
    today = window.book.today()
    assert today == date(2025, 5, 31)
    window.days.log_mood(today, 5)
    assert window.days.view(DAY).mood == 3
    assert window.days.view(today).mood == 5


def test_a_clock_set_back_within_the_day_makes_a_check_in_of_its_own(window: Notebook) -> None:
    window.days.log_mood(DAY, 3)
    window.clock.move(minutes=-10)
    window.days.log_mood(DAY, 5)
    assert sorted(c["mood"] for c in stored(window, "check_in")) == [3, 5]


def test_on_a_past_day_a_digit_corrects_the_last_one(window: Notebook) -> None:
    window.days.log_mood(BEFORE, 3)
    window.clock.move(hours=5)
    window.days.log_mood(BEFORE, 1)
    assert [c["mood"] for c in stored(window, "check_in")] == [1]


@pytest.mark.parametrize("level", [0, 6, -1, 9])
def test_levels_out_of_range_change_nothing(window: Notebook, level: int) -> None:
    for log in (window.days.log_mood, window.days.log_energy):
        assert refusal(log, DAY, level) is ProblemCode.NOT_IN_RANGE
    assert window.live() == {}


def test_a_check_in_before_the_day_starts_belongs_to_the_night_before(opened: Opener) -> None:
    clock = HandClock(datetime(2026, 6, 1, 3, 59, tzinfo=TOKYO))
    window = opened(clock=clock)
    assert window.book.today() == DAY
    window.profile.change(day_start=time(3))
    assert window.book.today() == date(2026, 6, 1)


def test_another_day_start_moves_nothing_that_is_written(window: Notebook) -> None:
    window.clock.at = datetime(2026, 6, 1, 3, tzinfo=TOKYO)
    window.days.log_mood(window.book.today(), 3)
    window.profile.change(day_start=time(0))
    assert window.days.view(DAY).mood == 3
    assert not window.days.view(date(2026, 6, 1)).recorded


def test_a_journey_through_time_zones_keeps_the_order_of_writing(window: Notebook) -> None:
    window.days.add_win(DAY, "in Tokyo at ten in the evening")
    window.clock.at = datetime(2026, 5, 31, 14, tzinfo=timezone(-timedelta(hours=7)))
    window.days.add_win(DAY, "in Los Angeles, later, at two in the afternoon")
    assert [w.text.split()[1] for w in window.days.view(DAY).wins] == ["Tokyo", "Los"]
    window.days.mark(DAY, "meal", 7)
    window.clock.at = datetime(2026, 5, 31, 13, 59, tzinfo=timezone(-timedelta(hours=8)))
    window.days.mark(DAY, "meal", 8)
    window.days.unmark(DAY, "meal")
    assert [mark.value for mark in window.days.view(DAY).marks] == [7]


# Sleep


def test_a_sleep_is_stored_as_moments_and_switches_its_row_on(window: Notebook) -> None:
    window.days.log_sleep(DAY, "23:00〜7:00")
    assert only(stored(window, "sleep")) == {
        "id": "a0001", "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00",
        "start": "2026-05-30T23:00:00+09:00", "end": "2026-05-31T07:00:00+09:00",
        "sleepless": False,
    }  # fmt: skip
    assert window.book.preferences.rows == ("sleep",)
    assert window.days.view(DAY).sleep_minutes == 480


def test_sleeps_of_a_day_add_up_where_both_ends_are_known(window: Notebook) -> None:
    for typed in ("3:00-8:00", "14:00-15:30", "-20:00", "none"):
        window.days.log_sleep(DAY, typed)
    assert window.days.view(DAY).sleep_minutes == 390
    window.days.log_sleep(BEFORE, "none")
    assert window.days.view(BEFORE).sleep_minutes is None


def test_a_corrected_sleep_keeps_no_end_it_no_longer_has(window: Notebook) -> None:
    window.days.log_sleep(DAY, "3:00-8:00")
    window.days.log_sleep(DAY, "-8:00", window.days.view(DAY).sleeps[0])
    assert "start" not in only(stored(window, "sleep"))


@pytest.mark.parametrize("typed", ["", "soon", "3:00-99:00", "5/20 1:00-8:00", "2/30 1:00-8:00"])
def test_what_is_no_sleep_changes_nothing(window: Notebook, typed: str) -> None:
    with pytest.raises(Problem):
        window.days.log_sleep(DAY, typed)
    assert window.live() == {}


# Marks


def test_marks_switch_built_in_rows_on_and_own_rows_need_none(window: Notebook) -> None:
    tea = window.profile.add_tracker("tea", Measure.COUNT)
    window.days.mark(DAY, "meal", 2)
    window.days.mark(DAY, tea.id)
    window.days.mark(DAY, "contact", way=Contact.PHONE)
    assert window.book.preferences.rows == ("meal", "contact")
    assert [(m["tracker"], m.get("value"), m.get("way")) for m in stored(window, "mark")] == [
        ("meal", 2, None), (tea.id, None, None), ("contact", None, "phone"),
    ]  # fmt: skip
    assert window.days.measure(tea.id) is Measure.COUNT


def test_a_mark_and_its_row_are_one_act(window: Notebook) -> None:
    window.days.mark(DAY, "meal")
    window.book.undo()
    assert window.live() == {}


def test_unmark_takes_the_last_mark_of_that_row_alone(window: Notebook) -> None:
    for value in (1, 2):
        window.days.mark(DAY, "meal", value)
        window.clock.move(minutes=1)
    window.days.mark(DAY, "outside", 9)
    window.days.unmark(DAY, "meal")
    assert [m.value for m in window.days.view(DAY).marks] == [1, 9]
    window.days.unmark(DAY, "bath")
    assert len(window.days.view(DAY).marks) == 2


def test_a_row_that_is_not_there_and_a_value_off_its_scale_are_refused(window: Notebook) -> None:
    ease = window.profile.add_tracker("ease", Measure.SCALE)
    before = window.live()
    assert refusal(window.days.mark, DAY, "nothing") is ProblemCode.NO_SUCH_TRACKER
    for value in (None, 0, 6):
        assert refusal(window.days.mark, DAY, ease.id, value) is ProblemCode.NOT_IN_RANGE
    assert window.live() == before


# Lines


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\x1b\x07", "\u202e"])
def test_a_line_without_words_is_refused(window: Notebook, text: str) -> None:
    for add in (window.days.add_win, window.days.add_topic):
        assert refusal(add, DAY, text) is ProblemCode.NOTHING_WRITTEN
    assert window.live() == {}


def test_a_line_that_is_too_long_is_refused_and_nothing_changes(window: Notebook) -> None:
    long = "あ" * LIMIT_BYTES
    assert refusal(window.days.add_win, DAY, long) is ProblemCode.TEXT_TOO_LONG
    assert window.live() == {}
    assert window.told == []


def test_a_hostile_line_is_stored_as_typed_less_what_steers(window: Notebook) -> None:
    window.days.add_win(DAY, "[/] [red] ]]> <b> \x1b]52;c;aGk=\x07 \ud800 =1+1")
    assert only(stored(window, "win"))["text"] == "[/] [red] ]]> <b> ]52;c;aGk= =1+1"


def test_an_open_topic_is_at_hand_and_stands_on_its_day(window: Notebook) -> None:
    window.days.add_topic(BEFORE, "the dentist")
    assert {shard for shard, _ in window.live().values()} == {"core"}
    assert [topic.text for topic in window.days.view(BEFORE).topics] == ["the dentist"]


def test_a_topic_that_was_told_stays_on_its_page_once_and_undo_brings_it_back_to_hand(
    window: Notebook,
) -> None:
    window.days.add_topic(BEFORE, "the dentist")
    window.save()
    open_ = window.days.view(BEFORE).topics[0]
    told = open_.replace(told_on=date(2027, 1, 5))
    window.book.apply(replaced(Label.TOPIC, open_, told))
    window.save()
    assert [shard for shard, _ in window.live().values()] == ["2026"]
    assert window.days.view(BEFORE).topics == (told,)
    assert [view.day for view in window.days.recent(DAY)] == [BEFORE]
    window.book.undo()
    assert [shard for shard, _ in window.live().values()] == ["core"]
    assert window.days.view(BEFORE).topics == (open_,)


def test_a_line_made_into_another_kind_keeps_its_words_its_day_and_its_moment(
    window: Notebook,
) -> None:
    window.days.add_win(BEFORE, "called him", for_someone=True)
    line = window.days.view(BEFORE).wins[0]
    window.clock.move(hours=1)
    window.days.make(line, "topic")
    view = window.days.view(BEFORE)
    assert view.wins == ()
    topic = only(view.topics)
    assert (topic.text, topic.day, topic.at) == (line.text, line.day, line.at)
    assert topic.id != line.id


def test_the_same_words_and_the_same_value_are_no_change(furnished: Notebook) -> None:
    view = furnished.days.view(DAY)
    furnished.days.reword(view.wins[0], " washed  a cup ")
    furnished.days.revalue(view.marks_of("outside")[0], 10)
    assert furnished.told == []


def test_a_day_is_looked_at_once(window: Notebook) -> None:
    window.days.note_looked(DAY)
    window.days.note_looked(DAY)
    assert len(stored(window, "looked")) == 1
    assert window.days.view(DAY).recorded


def test_an_empty_day_is_not_recorded_and_asks_nothing_of_the_disk(window: Notebook) -> None:
    view = window.days.view(date(1, 1, 1))
    assert not view.recorded
    assert (view.mood, view.energy, view.sleep_minutes) == (None, None, None)
    assert not window.days.view(date.max).recorded
    assert window.book.years() == ()


# The last recorded days


def test_only_recorded_days_count_the_oldest_first(window: Notebook) -> None:
    for offset in (0, 3, 40, 41):
        window.days.log_mood(DAY - timedelta(days=offset), 3)
    window.days.add_topic(DAY - timedelta(days=2), "a topic is at hand, not in its year")
    gone = DAY - timedelta(days=1)
    window.days.add_win(gone, "taken away again")
    window.days.remove(window.days.view(gone).wins[0])
    found = [(DAY - view.day).days for view in window.days.recent(DAY)]
    assert found == [41, 40, 3, 2, 0]
    assert all(view.recorded for view in window.days.recent(DAY))
    assert [(DAY - view.day).days for view in window.days.recent(DAY, 2)] == [2, 0]
    assert [(DAY - view.day).days for view in window.days.recent(gone, 2)] == [3, 2]


def test_a_day_that_holds_only_what_is_not_understood_is_not_a_recorded_day(
    window: Notebook, opened: Opener, root: Path
) -> None:
    window.days.log_mood(BEFORE, 3)
    window.save()
    plant(root, ("2026", "dream", {"id": "x", "day": DAY.isoformat()}))
    assert [view.day for view in opened().days.recent(DAY)] == [BEFORE]


def test_the_last_days_reach_over_the_turn_of_the_year_and_no_further(
    root: Path, opened: Opener
) -> None:
    days = [date(year, month, 1) for year in range(2020, 2027) for month in (1, 12)]
    plant(root, *((f"{day.year}", "win", win(f"w{day}", day)) for day in days))
    window = opened()
    found = window.days.recent(date(2026, 1, 15))
    assert [view.day for view in found] == [
        date(2025, 1, 1), date(2025, 12, 1), date(2026, 1, 1),
    ]  # fmt: skip
    assert sorted(set(window.disk.read_files)) == ["2025", "2026"]


def test_one_year_is_read_where_it_holds_enough(root: Path, opened: Opener) -> None:
    days = [DAY - timedelta(days=offset) for offset in range(20)]
    plant(root, *(("2026", "win", win(f"w{day}", day)) for day in days))
    plant(root, ("2025", "win", win("old", date(2025, 12, 31))))
    window = opened()
    assert [view.day for view in window.days.recent(DAY)] == days[13::-1]
    assert window.disk.read_files == ["2026"]


def test_a_damaged_year_before_does_not_take_this_year_away(root: Path, opened: Opener) -> None:
    plant(root, ("2026", "win", win("new", DAY)), ("2025", "win", win("old", date(2025, 5, 1))))
    damaged = next((root / "data").glob("2025-*"))
    damaged.write_bytes(damaged.read_bytes().replace(b"a win", b"A win"))
    window = opened()
    assert [view.day for view in window.days.recent(DAY)] == [DAY]
    assert refusal(window.days.recent, date(2025, 6, 1)) is ProblemCode.SHARD_DAMAGED


@pytest.mark.parametrize("day", [date.min, date(1, 12, 31), date(2024, 2, 29), date.max])
def test_the_last_days_are_found_at_the_ends_of_the_calendar(window: Notebook, day: date) -> None:
    window.days.log_mood(day, 3)
    assert [view.day for view in window.days.recent(day)] == [day]
