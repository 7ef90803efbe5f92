"""Entries in two versions: found wherever they stand, and settled in one of three ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, Notebook, only, plant, win

from stepup.domain.change import Label, added
from stepup.domain.problem import Problem
from stepup.notebook.versions import Pair, Versions


@pytest.fixture
def pair(window: Notebook) -> Pair:
    window.days.add_win(DAY, "washed two cups")
    stands = window.days.view(DAY).wins[0]
    copy = stands.replace(id="copy", copy_of=stands.id, text="washed every cup")
    window.book.apply(added(Label.WIN, copy))
    return only(Versions(window.book).all())


def wins(window: Notebook) -> list[tuple[str, str | None]]:
    return [(one.text, one.copy_of) for one in window.days.view(DAY).wins]


def test_an_entry_in_two_versions_is_found_with_both(pair: Pair) -> None:
    assert pair.stands is not None
    assert (pair.stands.id, pair.beside.copy_of) == (pair.stands.id, pair.stands.id)


def test_the_one_that_stands_is_kept_alone(window: Notebook, pair: Pair) -> None:
    Versions(window.book).keep_standing(pair)
    assert wins(window) == [("washed two cups", None)]
    window.book.undo()
    assert len(wins(window)) == 2


def test_both_are_kept_as_entries_of_their_own(window: Notebook, pair: Pair) -> None:
    Versions(window.book).keep_both(pair)
    assert sorted(wins(window), key=str) == [("washed every cup", None), ("washed two cups", None)]
    assert Versions(window.book).all() == []
    window.book.undo()
    assert len(Versions(window.book).all()) == 1


def test_the_other_one_is_taken_in_its_place(window: Notebook, pair: Pair) -> None:
    assert pair.stands is not None
    Versions(window.book).keep_beside(pair)
    kept = only(window.days.view(DAY).wins)
    assert (kept.id, kept.text, kept.copy_of) == (pair.stands.id, "washed every cup", None)
    window.book.undo()
    assert len(wins(window)) == 2


def test_a_version_whose_entry_was_taken_away_stands_alone(window: Notebook, pair: Pair) -> None:
    window.days.remove(window.days.view(DAY).wins[0])
    alone = only(Versions(window.book).all())
    assert alone.stands is None
    Versions(window.book).keep_beside(alone)
    assert wins(window) == [("washed every cup", None)]


def test_an_entry_that_moved_to_another_year_is_found_there(root: Path, opened: Opener) -> None:
    goal = {"text": "x", "made_on": "2020-01-01", "state": "done"}
    plant(
        root,
        ("2024", "goal", {"id": "g", "closed_on": "2024-02-01", **goal}),
        ("2026", "goal", {"id": "c", "closed_on": "2026-02-01", "copy_of": "g", **goal}),
    )
    window = opened()
    pair = only(Versions(window.book).all())
    assert pair.stands is not None
    assert pair.stands.shard == "2024"
    Versions(window.book).keep_beside(pair)
    window.save()
    assert [one.id for one in window.goals.closed("2026")] == ["g"]
    assert window.goals.closed("2024") == []


def test_a_year_that_cannot_be_read_is_told_of_and_hides_no_other(
    root: Path, opened: Opener
) -> None:
    plant(
        root,
        ("2019", "win", win("a", date(2019, 1, 1), copy_of="b")),
        ("2026", "win", win("c", DAY, copy_of="d")),
    )
    [file] = (root / "data").glob("2019-*")
    file.write_bytes(file.read_bytes().replace(b"a win", b"a wim"))
    told: list[Problem] = []
    pair = only(Versions(opened().book).all(told.append))
    assert pair.beside.id == "c"
    assert len(told) == 1
