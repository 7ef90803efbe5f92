"""How the person wants the program to be, kept with the notebook."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from tests.notebook.support import DAY, Notebook, only

from stepup.domain.change import Label
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway, Preferences
from stepup.domain.rhythm import Measure
from stepup.domain.text import LIMIT_BYTES


def test_until_something_is_changed_nothing_is_stored(window: Notebook) -> None:
    assert window.book.preferences == Preferences()
    assert window.profile.stored is None
    window.profile.change(day_start=time(4))
    assert window.told == []
    assert window.live() == {}


def test_preferences_are_one_document_however_often_they_change(window: Notebook) -> None:
    window.profile.change(day_start=time(5), journal_prompt=True)
    window.profile.change(welcomed=True)
    shard, document = only(window.live().values())
    assert shard == "core"
    assert document == {
        "id": "preferences", "day_start": "05:00:00", "rows": [], "look_away": [],
        "journal_prompt": True, "opened": [], "all_screens": False, "welcomed": True,
        "promises_on_today": False,
        "appointments_on_today": False,
    }  # fmt: skip
    assert window.profile.stored == window.book.preferences


def test_a_day_that_starts_in_the_afternoon_is_refused(window: Notebook) -> None:
    with pytest.raises(Problem) as refused:
        window.profile.change(day_start=time(12, 1))
    assert refused.value.code is ProblemCode.NOT_A_TIME
    assert window.live() == {}


def test_rows_are_switched_on_in_order_and_off_again(window: Notebook) -> None:
    for row in ("meal", "bath", "sleep", "meal"):
        window.profile.switch_row(row)
    assert window.book.preferences.rows == ("bath", "sleep")


def test_a_row_switched_off_keeps_what_is_in_it(window: Notebook) -> None:
    window.days.mark(DAY, "meal", 2)
    window.profile.switch_row("meal")
    assert window.book.preferences.rows == ()
    assert only(window.days.view(DAY).marks).value == 2


def test_looking_away_is_switched_on_and_off(window: Notebook) -> None:
    window.profile.look_away(LookAway.TRENDS)
    window.profile.look_away(LookAway.DATES)
    window.profile.look_away(LookAway.TRENDS)
    assert [window.profile.hides(what) for what in LookAway] == [False, False, True, False]


def test_own_rows_keep_their_order_and_a_retired_one_its_history(window: Notebook) -> None:
    rows = [window.profile.add_tracker(name, Measure.COUNT) for name in ("tea", "stretch")]
    window.days.mark(DAY, rows[0].id, 3)
    window.profile.change_tracker(rows[0], retired=True)
    assert [row.name for row in window.profile.trackers()] == ["stretch"]
    assert [row.name for row in window.profile.trackers(retired=True)] == ["tea", "stretch"]
    assert only(window.days.view(DAY).marks_of(rows[0].id)).value == 3
    window.profile.change_tracker(rows[1], name="stretching")
    assert [row.name for row in window.profile.trackers()] == ["stretching"]


def test_a_rest_begins_once_covers_its_days_and_ends_with_the_day_before(
    window: Notebook,
) -> None:
    window.profile.begin_rest(DAY)
    window.profile.begin_rest(DAY + timedelta(days=3))
    assert len(window.told) == 1
    window.profile.end_rest(DAY + timedelta(days=5))
    covered = [offset for offset in range(-1, 7) if window.profile.resting(DAY + timedelta(offset))]
    assert covered == [0, 1, 2, 3, 4]
    window.profile.end_rest(date(2030, 1, 1))
    assert len(window.told) == 2


def test_a_rest_that_ends_on_its_first_day_was_none(window: Notebook) -> None:
    window.profile.begin_rest(DAY)
    window.profile.end_rest(DAY)
    assert window.live() == {}


def test_own_help_is_one_text_of_many_lines(window: Notebook) -> None:
    assert window.profile.own_help() == ""
    window.profile.write_own_help("my sister\n0 1 2\n")
    window.profile.write_own_help("my sister\n0 1 2")
    assert window.profile.own_help() == "my sister\n0 1 2"
    assert len(window.told) == 1
    with pytest.raises(Problem) as refused:
        window.profile.write_own_help("x" * (LIMIT_BYTES + 1))
    assert refused.value.code is ProblemCode.TEXT_TOO_LONG
    window.profile.write_own_help("")
    assert window.profile.own_help() == ""


def test_a_screen_joins_the_rail_once_and_that_is_no_act_to_be_undone(window: Notebook) -> None:
    window.days.add_win(DAY, "開けた")
    window.profile.note_opened("rhythm")
    window.profile.note_opened("rhythm")

    assert window.book.preferences.opened == ("rhythm",)
    undone = window.book.undo()
    assert undone is not None
    assert undone.label is Label.WIN
    assert window.book.preferences.opened == ("rhythm",)


def test_undoing_a_preference_leaves_what_changed_beside_it_since(window: Notebook) -> None:
    window.profile.look_away(LookAway.TOTALS)
    window.profile.note_opened("stages")

    window.book.undo()
    assert window.book.preferences == Preferences(opened=("stages",))
    window.book.redo()
    assert window.book.preferences == Preferences(
        opened=("stages",), look_away=frozenset({LookAway.TOTALS})
    )
