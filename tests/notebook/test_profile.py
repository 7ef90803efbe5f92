"""How the person wants the program to be, kept with the notebook."""

from __future__ import annotations

import shutil
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, Live, Notebook, on_disk, only, plant

from stepup.domain.change import Label
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway, Preferences
from stepup.domain.rhythm import Measure
from stepup.domain.text import LIMIT_BYTES
from stepup.notebook import joining, keeping
from stepup.vault.doctor import diagnose


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


def rests(found: Live) -> list[tuple[str, str, str | None]]:
    """Shard, first and last day of each rest."""
    mine = [(shard, doc) for (kind, _id), (shard, doc) in found.items() if kind == "rest"]
    return sorted((shard, doc["from_day"], doc.get("to_day")) for shard, doc in mine)


def test_a_rest_of_years_moves_to_them_as_it_ends_in_one_change(
    window: Notebook, root: Path
) -> None:
    window.profile.begin_rest(date(2024, 12, 30))
    told = len(window.told)
    window.profile.end_rest(date(2026, 1, 3))
    assert len(window.told) == told + 1
    pieces = [
        ("2024", "2024-12-30", "2024-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2026", "2026-01-01", "2026-01-02"),
    ]
    assert rests(window.live()) == pieces
    for day in (date(2024, 12, 31), date(2025, 7, 1), date(2026, 1, 2)):
        assert window.profile.resting(day)
    assert not window.profile.resting(date(2026, 1, 3))
    window.save()
    assert rests(on_disk(root)) == pieces
    window.book.undo()
    assert rests(window.live()) == [("core", "2024-12-30", None)]
    assert window.profile.rest_going_on(DAY)
    window.book.redo()
    assert rests(window.live()) == pieces


LEFT_IN_CORE = (
    ("core", "rest", {"id": "old", "from_day": "2024-12-30", "to_day": "2025-01-02"}),
    ("core", "rest", {"id": "older", "from_day": "2024-03-01", "to_day": "2024-03-05"}),
)


def test_rests_that_an_earlier_version_left_in_core_count_and_move_with_the_next_one(
    opened: Opener, root: Path
) -> None:
    plant(root, *LEFT_IN_CORE)
    window = opened()
    for day in (date(2024, 3, 5), date(2024, 12, 31), date(2025, 1, 2)):
        assert window.profile.resting(day)
    assert not window.profile.rest_going_on(date(2025, 1, 2))
    assert [shard for shard, _first, _last in rests(window.live())] == ["core", "core"]
    moved = [
        ("2024", "2024-03-01", "2024-03-05"),
        ("2024", "2024-12-30", "2024-12-31"),
        ("2025", "2025-01-01", "2025-01-02"),
    ]
    window.profile.begin_rest(DAY)
    assert rests(window.live()) == [*moved, ("core", "2026-05-31", None)]
    window.save()
    assert rests(on_disk(root)) == [*moved, ("core", "2026-05-31", None)]
    window.book.undo()
    assert window.book.undo() is None  # the move was no act of the person's
    window.save()
    assert rests(on_disk(root)) == moved
    assert diagnose(root).whole


def test_a_save_of_an_earlier_version_that_ended_a_rest_is_taken_back_whole(
    opened: Opener, root: Path
) -> None:
    begun = {"id": "old", "from_day": "2026-05-01"}
    plant(root, ("core", "rest", begun))
    plant(root, ("core", "rest", begun | {"to_day": "2026-05-10"}))
    window = opened()
    keeping.revert(window.book, window.book.vault.generation)
    assert rests(window.live()) == [("core", "2026-05-01", None)]


def test_two_notebooks_join_whichever_has_moved_its_ended_rests(
    opened: Opener, root: Path, tmp_path: Path
) -> None:
    plant(root, LEFT_IN_CORE[1])
    shutil.copytree(root, tmp_path / "away")
    home, away = opened(), Notebook(tmp_path / "away", name="w")
    away.profile.begin_rest(DAY)
    away.save()
    joining.accept(home.book, joining.read_other(home.book, tmp_path / "away"))
    home.save()
    going_on = ("core", "2026-05-31", None)
    assert rests(home.live()) == [("core", "2024-03-01", "2024-03-05"), going_on]
    assert joining.read_other(away.book, root).is_nothing
    home.profile.end_rest(date(2026, 6, 2))
    home.save()
    joining.accept(away.book, joining.read_other(away.book, root))
    away.save()
    both = [("2024", "2024-03-01", "2024-03-05"), ("2026", "2026-05-31", "2026-06-01")]
    assert rests(home.live()) == rests(away.live()) == both
    away.close()


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
