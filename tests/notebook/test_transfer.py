"""Bringing in from elsewhere: one save, one undo, nothing twice, nothing of what was there touched."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.made_up import ANY_RECORD, JSON
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, TOKYO, Notebook, furnish, live, on_disk, only

from stepup.demo import write_demo
from stepup.domain.change import Label
from stepup.domain.incoming import Answers, Habit, Incoming, Proposed, Target
from stepup.domain.journal import JournalEntry
from stepup.domain.mood import CheckIn
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Record
from stepup.domain.rhythm import Measure, Tracker
from stepup.exchange.own_json import encode
from stepup.exchange.readers.formats import read
from stepup.exchange.readers.source import Source
from stepup.notebook import keeping, transfer
from stepup.notebook.reading import every_document

DAYLIO = """full_date,date,weekday,time,mood,activities,note
2026-05-31,x,y,21:40,rad,walk,It rained.
2026-05-31,x,y,02:00,meh,,
2019-12-31,x,y,23:59,awful,,the last one
2020-01-01,x,y,03:00,good,,
"""


def incoming(text: str = DAYLIO, name: str = "daylio", **answers: object) -> Incoming:
    said = Answers(localise=lambda wall: wall.replace(tzinfo=TOKYO), **answers)  # type: ignore[arg-type]
    return read(name, Source.of("file", text.encode()), said)


def bring(window: Notebook, found: Incoming | None = None) -> int:
    seen = transfer.preview(window.book, found or incoming())
    return transfer.accept(window.book, seen)


def exported(window: Notebook) -> bytes:
    return b"".join(encode(every_document(window.book)))


def test_what_comes_in_is_seen_by_kind_and_year_before_anything_is_written(
    window: Notebook, root: Path
) -> None:
    seen = transfer.preview(window.book, incoming())

    assert dict(seen.counts) == {
        ("check_in", "2019"): 2, ("check_in", "2026"): 2, ("journal", "2019"): 1, ("journal", "2026"): 1,
    }  # fmt: skip
    assert (seen.new, seen.there) == (6, 0)
    assert not root.exists()


def test_what_came_in_lands_where_a_person_looks_for_it(window: Notebook) -> None:
    bring(window)

    view = window.days.view(DAY)
    assert (view.mood, [entry.text for entry in view.entries]) == (5, ["It rained."])
    assert window.days.view(DAY.replace(day=30)).mood == 3
    assert [hit.found for hits in window.search.find("last one") for hit in hits] == ["last one"]
    assert window.book.years() == ("2026", "2019")


def test_an_import_is_one_save_and_undo_takes_exactly_that_back(
    furnished: Notebook, root: Path
) -> None:
    before, generation = on_disk(root), furnished.vault.generation
    furnished.days.add_win(DAY, "before it")
    with_win = furnished.live()
    bring(furnished)
    after = furnished.live()
    furnished.days.add_win(DAY, "after it")
    furnished.save()
    labels = [save.labels for save in keeping.history(furnished.book) if save.number > generation]
    assert labels == [("win",), ("import",), ("win",)]
    furnished.book.undo()
    assert furnished.live() == after
    undone = furnished.book.undo()
    assert undone is not None
    assert undone.label is Label.IMPORT
    assert furnished.live() == with_win
    furnished.book.redo()
    assert furnished.live() == after
    furnished.book.undo()
    furnished.book.undo()
    furnished.save()
    assert on_disk(root) == before


def test_a_second_import_adds_nothing(window: Notebook, root: Path) -> None:
    bring(window)
    seen = transfer.preview(window.book, incoming())
    assert (seen.new, seen.there) == (0, 6)
    generation = window.vault.generation
    assert transfer.accept(window.book, seen) == 0
    window.save()
    assert window.vault.generation == generation


def test_what_was_changed_or_taken_away_since_stays_so(window: Notebook) -> None:
    bring(window)
    entry = only(window.days.view(DAY).entries)
    window.journal.write(DAY, "other words", entry)
    window.days.remove(only(window.days.view(DAY).check_ins))
    before = window.live()

    assert bring(window) == 0
    assert window.live() == before


def test_what_was_undone_comes_in_again(window: Notebook, opened: Opener) -> None:
    bring(window)
    after = window.live()
    window.book.undo()
    assert bring(window) == 6
    assert window.live() == after
    window.save()
    keeping.revert(window.book, window.vault.generation)
    window.save()
    assert live({"core": {}}) == window.live()
    other = opened(name="b")
    assert bring(other) == 6
    assert other.live() == after


def test_undo_leaves_what_was_changed_since(window: Notebook) -> None:
    bring(window)
    window.journal.write(DAY, "other words", only(window.days.view(DAY).entries))
    window.save()
    keeping.revert(window.book, _import(window))

    assert [entry.text for entry in window.journal.all()] == ["other words"]


def _import(window: Notebook) -> int:
    return next(one.number for one in keeping.history(window.book) if one.labels == ("import",))


def test_undo_across_sessions_takes_back_kinds_that_are_not_known_and_brings_them_in_again(
    window: Notebook, opened: Opener
) -> None:
    dream = {"id": "d", "day": "2025-01-02", "seen": "snow"}
    rows = {"id": "preferences", "rows": ["meal"]}
    found = (Proposed("2025", "dream", dream), Proposed("core", "preferences", rows))
    bring(window, Incoming(proposed=found))
    after = window.live()
    window.save()
    other = opened(name="b")
    assert keeping.revert(other.book, other.vault.generation) == 2
    assert other.live() == {}
    other.book.undo()
    assert other.live() == after
    other.book.redo()
    assert other.live() == {}


def test_a_second_undo_across_sessions_brings_all_of_it_back(window: Notebook) -> None:
    bring(window)
    after = window.live()
    window.save()
    keeping.revert(window.book, window.vault.generation)
    window.save()
    assert window.live() == {}
    assert keeping.revert(window.book, window.vault.generation) == 6
    window.save()
    assert window.live() == after


def test_undo_in_the_window_leaves_what_was_changed_since(window: Notebook, opened: Opener) -> None:
    bring(window)
    window.save()
    other = opened(name="b")
    other.journal.write(DAY, "other words", only(other.days.view(DAY).entries))
    other.save()
    window.book.reload(window.book.look())
    window.book.undo()

    assert [entry.text for entry in window.journal.all()] == ["other words"]


def test_what_is_in_the_window_and_not_saved_yet_is_found(window: Notebook) -> None:
    window.disk.full = True
    bring(window)

    assert not window.book.flush(0.5)
    assert window.days.view(DAY).mood == 5
    assert "2019" in window.book.years()
    window.disk.full = False
    window.book.retry()
    window.save()
    assert window.days.view(DAY).mood == 5


def test_nothing_changes_where_nothing_may_be_written(furnished: Notebook, root: Path) -> None:
    seen = transfer.preview(furnished.book, incoming())
    before = on_disk(root)
    furnished.vault._read_only = Problem(ProblemCode.VAULT_DAMAGED)
    with pytest.raises(Problem) as refused:
        transfer.accept(furnished.book, seen)

    assert refused.value.code is ProblemCode.READ_ONLY
    assert on_disk(root) == before
    assert furnished.live() == before


def test_each_year_is_written_once_however_many_rows_come_in(window: Notebook, root: Path) -> None:
    rows = "".join(
        f"{1990 + n % 3}-05-{n % 28 + 1:02},x,y,12:{n % 60:02},rad,,{n}\n" for n in range(300)
    )
    bring(window, incoming(DAYLIO.partition("\n")[0] + "\n" + rows))
    window.save()

    assert sorted(file.name[:4] for file in (root / "data").iterdir()) == ["1990", "1991", "1992"]
    assert window.disk.read_files == []
    assert len(on_disk(root)) == 600


def test_a_listener_is_told_once(window: Notebook) -> None:
    told = len(window.told)
    bring(window)

    assert len(window.told) == told + 1


# Rows


def test_new_rows_come_behind_those_that_are_there(furnished: Notebook) -> None:
    tracker = {"id": "t", "name": "tea", "measure": "yes_no", "position": 0, "retired": False}
    number = {"id": "n", "name": "km", "least": "0", "most": "5", "position": 0, "retired": False}
    rows = (("tracker", tracker), ("own_number", number))
    bring(
        furnished,
        Incoming(proposed=tuple(Proposed("core", *row, last=True) for row in rows)),
    )

    assert [row.name for row in furnished.profile.trackers()] == ["stretch", "ease", "tea"]
    assert [one.name for one in furnished.own_numbers.all()] == ["pain", "km"]


def test_a_habit_can_go_into_rows_that_take_a_mark_a_count_or_minutes(furnished: Notebook) -> None:
    stretch = next(row for row in furnished.book.of_kind(Tracker) if row.name == "stretch")

    assert transfer.rows_for_habits(furnished.book) == {
        "meal": Target("meal", Measure.COUNT), "bath": Target("bath", Measure.YES_NO),
        "outside": Target("outside", Measure.MINUTES), "stretch": Target(stretch.id, Measure.COUNT),
    }  # fmt: skip


def test_a_habit_begins_with_the_row_of_its_name_that_takes_what_it_takes(window: Notebook) -> None:
    window.profile.add_tracker("tea", Measure.YES_NO)
    window.profile.add_tracker("pages", Measure.YES_NO)
    rows = transfer.rows_for_habits(window.book)
    habits = [
        Habit("1", "tea", "yes_no"), Habit("2", "pages", "count"), Habit("3", "new", "yes_no"),
        Habit("4", "tea", "yes_no", decimals=True),
    ]  # fmt: skip

    assert transfer.rows_by_name(habits, rows) == {"1": rows["tea"]}


# stepup's own JSON


def round_trip(fill: Callable[[Notebook], object]) -> None:
    """Hold that an export, brought into an empty notebook, is exported the same."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Notebook(Path(folder) / "a"), Notebook(Path(folder) / "b", name="b")
        try:
            fill(first)
            written = exported(first)
            found = incoming(written.decode(), "stepup")
            assert found.skipped == ()
            bring(second, found)
            assert exported(second) == written
            assert second.live() == first.live()
            second.save()
            assert on_disk(Path(folder) / "b") == first.live()
        finally:
            first.close()
            second.close()


@settings(max_examples=30)
@given(
    records=st.lists(ANY_RECORD, max_size=8),
    dreams=st.dictionaries(st.text(min_size=1, max_size=4), JSON, max_size=3),
)
def test_own_json_of_any_notebook_comes_back_the_same(
    records: list[Record], dreams: dict[str, object]
) -> None:
    found = {(one.kind, one.id): Proposed(one.shard, one.kind, one.document()) for one in records}
    unknown = tuple(
        Proposed("core", "dream", {"id": key, "newer": value}) for key, value in dreams.items()
    )
    round_trip(lambda window: bring(window, Incoming(proposed=(*found.values(), *unknown))))


def test_own_json_of_a_furnished_notebook_comes_back_the_same(root: Path, opened: Opener) -> None:
    furnish(root)
    written = exported(opened())
    with tempfile.TemporaryDirectory() as folder:
        other = Notebook(Path(folder) / "b")
        bring(other, incoming(written.decode(), "stepup"))
        assert exported(other) == written
        other.close()


def test_own_json_of_ten_invented_years_comes_back_the_same(
    root: Path, opened: Opener, tmp_path: Path
) -> None:
    write_demo(root, years=10, seed=1, today=DAY)
    written = exported(opened())
    other = Notebook(tmp_path / "other", name="b")
    found = incoming(written.decode(), "stepup")
    assert found.skipped == ()
    assert bring(other, found) > 10_000
    assert exported(other) == written
    assert bring(other, found) == 0
    other.book.undo()
    assert other.live() == {}
    other.close()


def test_an_entry_that_moved_to_another_year_is_found_there(window: Notebook) -> None:
    goal = window.goals.add("walk")
    written = exported(window)
    window.goals.done(goal, DAY.replace(year=2024))

    assert bring(window, incoming(written.decode(), "stepup")) == 0


def test_records_come_in_as_documents_and_are_read_as_records(window: Notebook) -> None:
    bring(window)

    assert {type(one) for one in window.book.on(DAY)} == {CheckIn, JournalEntry}
