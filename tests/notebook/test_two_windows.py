"""Two windows on one notebook: nothing that was written in either is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, Notebook, on_disk, only, texts

from stepup.domain.change import Label
from stepup.domain.goal import Goal, GoalState
from stepup.domain.profile import LookAway
from stepup.domain.record import Dated


def one_goal(window: Notebook) -> Goal:
    return only(window.goals.open())


@pytest.fixture
def both(opened: Opener) -> tuple[Notebook, Notebook]:
    """Two windows that have seen the same win and the same goal."""
    first = opened(name="a")
    first.days.add_win(DAY, "washed a cup")
    first.goals.add("walk")
    first.profile.write_own_help("my sister")
    first.save()
    second = opened(name="b")
    assert second.live() == first.live()
    return first, second


def reword(window: Notebook, text: str) -> None:
    window.days.reword(window.days.view(DAY).wins[0], text)


def meet(*windows: Notebook) -> None:
    """Save each in turn, then let each look at what the others did."""
    for window in windows:
        window.save()
    for window in windows:
        window.book.reload(window.book.look())


def test_a_record_changed_in_both_is_kept_as_both_wrote_it(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    reword(first, "two cups")
    reword(second, "a plate")
    meet(first, second)
    assert texts(on_disk(root), "win") == ["a plate", "two cups"]
    assert first.live() == second.live() == on_disk(root)
    copy = only([win for win in second.days.view(DAY).wins if win.copy_of])
    original = only([win for win in second.days.view(DAY).wins if not win.copy_of])
    assert copy.copy_of == original.id
    assert (original.text, copy.text) == ("a plate", "two cups")  # the newer on top


def test_different_records_changed_in_both_are_simply_there(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    first.days.add_win(DAY, "first")
    second.days.add_win(DAY, "second")
    meet(first, second)
    assert texts(on_disk(root), "win") == ["first", "second", "washed a cup"]
    assert first.live() == second.live()


def test_a_window_tells_its_listeners_when_another_changed_something(
    both: tuple[Notebook, Notebook],
) -> None:
    first, second = both
    reword(first, "two cups")
    first.save()
    told = len(second.told)
    shards = second.book.look()
    assert shards == {"2026"}
    second.book.reload(shards)
    (news,) = second.told[told:]
    assert not news.days
    assert not news.kinds
    assert second.book.look() == frozenset()


def test_the_owner_is_asked_to_reload_when_a_save_found_something_new(
    both: tuple[Notebook, Notebook], opened: Opener
) -> None:
    first, _ = both
    asked: list[frozenset[str]] = []
    third = opened(name="c", on_foreign=asked.append)
    third.live()
    reword(first, "two cups")
    first.save()
    third.days.log_mood(DAY, 3)
    third.save()
    assert asked == [frozenset({"2026"})]


def test_taking_away_here_what_was_changed_there_keeps_the_other_wording(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    reword(first, "two cups")
    second.days.remove(second.days.view(DAY).wins[0])
    meet(first, second)
    assert texts(on_disk(root), "win") == ["two cups"]
    assert first.live() == second.live()


def test_undo_after_a_change_elsewhere_keeps_both(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    reword(first, "two cups")
    meet(first, second)
    reword(second, "three cups")
    meet(second, first)
    change = first.book.undo()
    assert change is not None
    assert change.label is Label.WIN
    meet(first, second)
    assert texts(on_disk(root), "win") == ["three cups", "washed a cup"]
    assert first.live() == second.live()


def test_undo_of_an_addition_that_was_changed_elsewhere_leaves_it(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    first.days.add_topic(DAY, "sleep")
    meet(first, second)
    second.days.reword(second.days.view(DAY).topics[0], "sleep, and noise")
    meet(second, first)
    first.book.undo()
    meet(first, second)
    assert texts(on_disk(root), "topic") == ["sleep, and noise"]


def test_undo_of_a_removal_brings_it_back_after_other_changes_elsewhere(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    first.days.remove(first.days.view(DAY).wins[0])
    meet(first, second)
    second.days.add_win(DAY, "second")
    meet(second, first)
    first.book.undo()
    meet(first, second)
    assert texts(on_disk(root), "win") == ["second", "washed a cup"]


def test_undo_before_the_other_window_was_seen_loses_neither(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    reword(first, "two cups")
    first.save()
    second.book.reload(second.book.look())
    reword(second, "three cups")
    second.save()
    first.book.undo()  # it has not looked since
    meet(first, second)
    assert texts(on_disk(root), "win") == ["three cups", "washed a cup"]


@pytest.mark.parametrize(
    "there",
    [
        lambda n: n.goals.done(one_goal(n), DAY),
        lambda n: n.goals.done(one_goal(n), date(2025, 12, 31)),
        lambda n: n.goals.set_state(one_goal(n), GoalState.LET_GO),
    ],
    ids=["done", "done last year", "let go"],
)
@pytest.mark.parametrize("closed_first", [True, False], ids=["closed first", "reworded first"])
def test_a_goal_closed_in_one_and_reworded_in_the_other_is_neither_lost_nor_doubled(
    both: tuple[Notebook, Notebook],
    there: Callable[[Notebook], None],
    closed_first: bool,
    root: Path,
) -> None:
    first, second = both
    there(first)
    second.goals.reword(one_goal(second), "walk slowly")
    meet(*((first, second) if closed_first else (second, first)))
    assert texts(on_disk(root), "goal") == ["walk", "walk slowly"]
    assert first.live() == second.live() == on_disk(root)


def test_of_what_there_is_only_one_the_newer_stands(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    first.profile.look_away(LookAway.TOTALS)
    second.profile.look_away(LookAway.DATES)
    first.profile.write_own_help("the first")
    second.profile.write_own_help("the second")
    meet(first, second)
    assert first.live() == second.live() == on_disk(root)
    assert first.profile.own_help() == "the second"
    assert first.book.preferences.look_away == {LookAway.DATES}
    assert len([key for key in on_disk(root) if key[0] in ("preferences", "own_help")]) == 2


def test_undo_of_what_there_is_only_one_leaves_the_newer_and_doubles_nothing(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    first.profile.write_own_help("the first")
    first.profile.look_away(LookAway.TOTALS)
    meet(first, second)
    second.profile.write_own_help("the second")
    second.profile.look_away(LookAway.DATES)
    meet(second, first)
    first.book.undo()
    first.book.undo()
    meet(first, second)
    assert first.profile.own_help() == "the second"
    assert first.book.preferences.look_away == {LookAway.TOTALS, LookAway.DATES}
    assert len([key for key in on_disk(root) if key[0] in ("preferences", "own_help")]) == 2


def test_a_record_seen_before_another_window_changed_it_keeps_both(
    both: tuple[Notebook, Notebook], root: Path
) -> None:
    first, second = both
    seen = first.days.view(DAY).wins[0]  # on the screen, being edited
    reword(second, "a plate")
    meet(second, first)
    first.days.reword(seen, "two cups")
    meet(first, second)
    assert texts(on_disk(root), "win") == ["a plate", "two cups"]
    assert first.live() == second.live()


def test_a_removed_record_reads_as_none_and_the_day_stays_readable(
    both: tuple[Notebook, Notebook],
) -> None:
    first, _ = both
    removed = first.days.view(DAY).wins[0]
    assert isinstance(removed, Dated)
    first.days.remove(removed)
    assert first.book.one(type(removed), removed.id, removed.shard) is None
    assert not first.days.view(DAY).recorded
    assert first.book.undo() is not None
    assert first.days.view(DAY).wins == (removed,)
