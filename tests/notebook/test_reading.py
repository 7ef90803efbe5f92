"""Reading: it never writes, costs the same after fifty years, and steps over the unknown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, furnish, on_disk, only, plant, win
from tests.vault.support import snapshot

from stepup.domain.journal import Win
from stepup.domain.profile import LookAway
from stepup.notebook import keeping
from stepup.notebook.book import YEARS_KEPT
from stepup.notebook.drafting import Drafting
from stepup.notebook.reading import every_document, recorded_days


def read_everything(window: Notebook) -> None:
    """Ask each service everything there is to ask."""
    window.days.view(DAY)
    window.days.recent(DAY)
    window.goals.open()
    window.goals.closed("2026")
    window.goals.some_day()
    for chosen in window.goals.on(DAY):
        window.goals.get(chosen)
    window.journal.entries(DAY)
    window.journal.other_years(DAY)
    list(window.journal.all())
    window.profile.trackers(retired=True)
    window.profile.resting(DAY)
    window.profile.own_help()
    window.profile.hides(LookAway.DATES)
    list(window.search.find("a"))
    keeping.history(window.book)
    recorded_days(window.book, BEFORE, DAY)
    every_document(window.book)
    Drafting(window.book).left_behind()
    window.book.look()
    window.book.today()


def test_reading_a_notebook_writes_nothing(root: Path, opened: Opener) -> None:
    furnish(root)
    folder = snapshot(root)
    window = opened()
    read_everything(window)
    assert window.book.close()
    assert snapshot(root) == folder


def test_reading_where_nothing_is_yet_makes_nothing(root: Path, opened: Opener) -> None:
    window = opened()
    read_everything(window)
    assert window.book.close()
    assert not root.exists()


def plant_years(root: Path, first: int, last: int) -> None:
    days = [date(year, 5, 1) for year in range(first, last + 1)]
    plant(root, *((f"{day.year:04d}", "win", win(f"w{day.year}", day)) for day in days))


def test_the_years_held_in_memory_stay_few(root: Path, opened: Opener) -> None:
    plant_years(root, 1990, 2026)
    window = opened()
    window.days.view(DAY)
    window.goals.open()
    for year in range(1990, 2026):
        window.days.view(date(year, 5, 1))
        assert {"core", "2026", f"{year}"} <= window.book._shelves.keys()
        assert len(window.book._shelves) <= YEARS_KEPT + 2
    assert len(list(window.journal.all())) == 0
    assert len(window.book._shelves) <= YEARS_KEPT + 2


def test_a_year_that_is_not_saved_yet_is_not_let_go_and_after_saving_it_is(
    root: Path, opened: Opener
) -> None:
    plant_years(root, 1990, 2026)
    window = opened()
    for year in range(1990, 2010):
        window.days.add_win(date(year, 5, 1), "more")
    for year in range(2010, 2026):
        window.days.view(date(year, 5, 1))
    assert {f"{year}" for year in range(1990, 2010)} <= window.book._shelves.keys()
    window.save()
    window.days.view(date(2009, 5, 1))
    window.days.view(date(2025, 5, 1))
    window.days.view(date(2014, 5, 1))
    assert len(window.book._shelves) <= YEARS_KEPT + 2
    assert len(window.days.view(date(1995, 5, 1)).wins) == 2


def test_the_page_of_a_day_reads_its_year_and_no_other(root: Path, opened: Opener) -> None:
    plant_years(root, 1977, 2026)
    window = opened()
    window.days.view(DAY)
    window.days.view(BEFORE)
    assert window.disk.read_files == ["2026"]


def test_a_change_reads_only_where_it_goes(root: Path, opened: Opener) -> None:
    plant_years(root, 1977, 2026)
    window = opened()
    window.days.log_mood(DAY, 3)
    window.save()
    assert set(window.disk.read_files) == {"2026"}


def test_years_named_are_those_saved_and_those_about_to_be(window: Notebook) -> None:
    window.days.view(date(1999, 1, 1))
    assert window.book.years() == ()
    window.days.log_mood(date(2001, 1, 1), 3)
    window.save()
    window.days.log_mood(date(2024, 1, 1), 3)
    assert window.book.years() == ("2024", "2001")


def test_recorded_days_are_found_in_their_years_alone(root: Path, opened: Opener) -> None:
    plant_years(root, 2000, 2026)
    window = opened()
    window.days.add_topic(date(2011, 7, 1), "at hand")
    found = recorded_days(window.book, date(2010, 5, 2), date(2012, 5, 1))
    assert found == [date(2011, 5, 1), date(2011, 7, 1), date(2012, 5, 1)]
    assert set(window.disk.read_files) == {"2010", "2011", "2012"}


def test_everything_handed_on_has_the_unknown_and_the_tombstones_too(
    furnished: Notebook, root: Path
) -> None:
    plant(root, ("2020", "dream", {"id": "d", "colour": "blue"}))
    furnished.book.reload(furnished.book.look())
    furnished.days.remove(furnished.days.view(DAY).wins[0])
    documents = every_document(furnished.book)
    assert documents["dream"] == [{"id": "d", "colour": "blue"}]
    assert set(only(documents["win"])) == {"id", "deleted"}
    assert len(documents["goal"]) == 3


# What is not understood

STRANGE: list[tuple[str, dict[str, Any]]] = [
    ("dream", {"id": "x", "day": "2026-05-31", "colour": "blue"}),
    ("dream", {"id": "x", "day": ["2026-05-31"]}),
    ("dream", {"id": "x", "day": {"year": 2026}}),
    ("win", {"id": "x"}),
    ("win", {"id": "x", "day": "2026-13-40", "text": "a"}),
    ("win", win("x", DAY, "a") | {"at": "noon"}),
    ("win", win("x", DAY, "a") | {"text": 5}),
    ("check_in", win("x", DAY) | {"mood": 9}),
    ("sleep", win("x", DAY) | {"start": "2026-05-31T03:00:00"}),
    ("sleep", win("x", DAY)),
    ("goal", {"id": "x", "text": "a", "made_on": "2026-05-31", "state": "won"}),
    ("preferences", {"id": "preferences", "day_start": "23:00"}),
    ("tracker", {"id": "x", "name": "a", "measure": "furlongs", "day": "2026-05-31"}),
]


@pytest.mark.parametrize(("kind", "document"), STRANGE)
@pytest.mark.parametrize("shard", ["core", "2026"])
def test_what_is_not_understood_is_passed_over_and_stays(
    root: Path, opened: Opener, kind: str, document: dict[str, Any], shard: str
) -> None:
    plant(root, (shard, kind, document), ("2026", "win", win("known", DAY)))
    window = opened()
    assert [line.id for line in window.days.view(DAY).wins] == ["known"]
    assert len(window.days.recent(DAY)) == 1
    read_everything(window)
    window.days.log_mood(DAY, 3)
    window.goals.add("walk")
    window.book.undo()
    window.save()
    assert on_disk(root)[kind, document["id"]] == (shard, document)


def test_fields_of_a_newer_version_survive_a_change_and_its_undo(
    root: Path, opened: Opener
) -> None:
    newer = win("w", DAY, newer={"a": [1, "二"]}, for_someone=False)
    plant(root, ("2026", "win", newer))
    window = opened()
    window.days.reword(window.days.view(DAY).wins[0], "other words")
    window.save()
    assert on_disk(root)["win", "w"][1] == {**newer, "text": "other words"}
    window.book.undo()
    window.save()
    assert on_disk(root)["win", "w"][1] == newer


def test_a_record_with_a_day_of_its_own_making_is_no_entry_of_that_day(
    root: Path, opened: Opener
) -> None:
    row = {"id": "x", "name": "tea", "measure": "count", "day": "2026-05-31"}
    plant(root, ("core", "tracker", row), ("2026", "win", win("known", DAY)))
    window = opened()
    assert [type(record) for record in window.book.on(DAY)] == [Win]
    assert only(window.profile.trackers()).name == "tea"
    assert window.days.recent(DAY + timedelta(days=1)) == [window.days.view(DAY)]
