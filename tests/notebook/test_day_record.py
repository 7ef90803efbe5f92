"""What stands beside the page of a day: read apart from it, and no year too many."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, only, plant, win

from stepup.domain.span import Span
from stepup.domain.stage import Being
from stepup.notebook.day_record import DayRecord, DayRecords, Moves

NEW_YEAR = date(2026, 1, 1)
EVE = date(2025, 12, 31)


def beside(window: Notebook, day: date) -> DayRecord:
    return DayRecords(window.book).on(day)


def test_a_day_with_something_beside_its_page_alone_is_a_recorded_day(window: Notebook) -> None:
    window.reviews.leave(BEFORE, Span(BEFORE, DAY), "keep", "tea")

    view = window.days.view(BEFORE)
    assert (view.is_blank, view.has_more, view.recorded) == (True, True, True)
    assert [one.day for one in window.days.recent(DAY)] == [BEFORE]
    assert not window.days.view(DAY).recorded


def test_what_stands_on_the_page_is_not_beside_it(furnished: Notebook) -> None:
    found = beside(furnished, DAY)

    told = (found.eases, found.own_values, found.clippings, found.later, found.reviews)
    assert [len(kind) for kind in told] == [1, 1, 1, 1, 1]
    assert (len(found.sheets), found.is_blank) == (1, False)
    assert beside(furnished, BEFORE).is_blank


def test_a_kind_is_read_alone_when_it_is_asked_for_alone(furnished: Notebook) -> None:
    book = furnished.book

    assert only(book.on(DAY, {"win"})).kind == "win"
    assert book.on(DAY, set()) == []
    assert {record.kind for record in book.on(DAY)} == book.kinds_on(DAY)
    assert book.kinds_on(date(2001, 1, 1)) == frozenset()


def test_what_was_taken_away_and_what_is_not_known_is_no_kind_of_a_day(
    root: Path, opened: Opener
) -> None:
    plant(root, ("2026", "constellation", win("n", DAY)))
    window = opened()
    window.days.add_win(DAY, "a cup")
    window.days.remove(only(window.days.view(DAY).wins))

    assert window.book.kinds_on(DAY) == frozenset()


def test_each_move_belongs_to_the_day_on_which_it_was_made(window: Notebook) -> None:
    stages = window.stages
    stages.move("try", Being.HERE, date(2026, 5, 1))
    stages.move("try", Being.RESTING, date(2026, 5, 10))
    stages.move("try", Being.HERE, date(2026, 5, 20))
    stages.move("try", Being.AWAY, DAY)

    here = ("try",)
    expected = {
        date(2026, 5, 1): Moves(came_to=here),
        date(2026, 5, 10): Moves(rested_in=here),
        date(2026, 5, 20): Moves(began_again_in=here),
        DAY: Moves(left=here),
    }
    records = DayRecords(window.book)
    assert records.days(date.min, date.max) == list(expected)
    assert {day: records.on(day).moves for day in expected} == expected
    assert all(records.on(day).moves.any for day in expected)
    between = records.on(date(2026, 5, 11))
    assert (between.moves, between.is_blank) == (Moves(), True)
    assert [one.resting for one in between.placements] == [True]


def test_the_turn_of_the_year_is_no_move(window: Notebook) -> None:
    window.stages.move("try", Being.HERE, date(2025, 12, 1))
    window.stages.move("try", Being.AWAY, date(2026, 2, 1))

    assert not beside(window, NEW_YEAR).moves.any
    assert not beside(window, EVE).moves.any
    assert beside(window, EVE).placements
    window.stages.move("earn", Being.HERE, NEW_YEAR)
    assert beside(window, NEW_YEAR).moves == Moves(came_to=("earn",))


def test_one_day_reads_core_and_its_year_and_on_new_year_the_one_before(
    root: Path, opened: Opener
) -> None:
    first = opened()
    first.stages.move("try", Being.HERE, date(2024, 3, 1))
    for year in range(2020, 2027):
        first.days.add_win(date(year, 6, 1), "a win")
    first.close()

    window = opened()
    DayRecords(window.book).on(date(2025, 6, 1))
    assert sorted(set(window.disk.read_files)) == ["2025", "core"]
    window = opened()
    DayRecords(window.book).on(date(2025, 1, 1))
    assert sorted(set(window.disk.read_files)) == ["2024", "2025", "core"]


def test_on_new_year_no_other_year_is_read_where_no_place_was_ever_noted(
    root: Path, opened: Opener
) -> None:
    first = opened()
    first.days.add_win(EVE, "a win")
    first.days.add_win(NEW_YEAR, "a cup")
    first.close()

    window = opened()
    assert not beside(window, NEW_YEAR).moves.any
    assert sorted(set(window.disk.read_files)) == ["2026"]


def test_a_year_before_that_cannot_be_read_hides_no_day_of_this_one(
    root: Path, opened: Opener
) -> None:
    first = opened()
    first.stages.move("try", Being.HERE, NEW_YEAR)
    first.days.add_win(EVE, "a win")
    first.days.add_win(NEW_YEAR, "a cup")
    first.close()
    [file] = (root / "data").glob("2025-*")
    file.write_bytes(file.read_bytes().replace(b"a win", b"a wiN"))

    window = opened()
    found = beside(window, NEW_YEAR)
    assert [one.stage for one in found.placements] == ["try"]
    assert not found.moves.any


def test_the_first_day_of_all_has_none_before_it(window: Notebook) -> None:
    window.stages.move("try", Being.HERE, date.min)

    assert beside(window, date.min).moves == Moves(came_to=("try",))
    assert beside(window, date.max).placements
    assert DayRecords(window.book).days(date.min, date.max) == [date.min]
