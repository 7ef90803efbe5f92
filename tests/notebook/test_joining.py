"""Joining another notebook: what stays, what stands in two versions, what is left alone, and what it costs."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.notebook.support import DAY, Live, Notebook, on_disk, only, plant, texts, win
from tests.vault.locked import open_locked
from tests.vault.support import snapshot
from tests.vault.test_cost import CountingDisk, a_vault_of
from tests.vault.test_lineage import bring_together

from stepup.domain.goal import Goal, GoalState
from stepup.domain.joined import Joined
from stepup.domain.journal import OwnHelp
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import Preferences
from stepup.domain.sheet import NewestSheet, SheetTopic
from stepup.notebook import joining, keeping, locking
from stepup.notebook.book import open_book
from stepup.notebook.joining import How
from stepup.vault import Vault
from stepup.vault.joining import Side, differences
from stepup.vault.other import heads_aside, open_other


class Two:
    """A notebook at home, and the copy of it that was taken along."""

    def __init__(self, folder: Path) -> None:
        self.roots = {"home": folder / "home", "away": folder / "away"}
        first = Notebook(self.roots["home"], name="f")
        first.days.add_win(DAY, "washed a cup")
        first.goals.add("open the curtain")
        first.close()
        shutil.copytree(self.roots["home"], self.roots["away"])
        self.home = Notebook(self.roots["home"], name="h")
        self.away = Notebook(self.roots["away"], name="w")

    def joined(self) -> joining.Joining:
        """Join what is away into what is at home."""
        self.away.save()
        found = joining.accept(
            self.home.book, joining.read_other(self.home.book, self.roots["away"])
        )
        self.home.save()
        return found

    def joined_back(self) -> None:
        self.home.save()
        joining.accept(self.away.book, joining.read_other(self.away.book, self.roots["home"]))
        self.away.save()


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def content(root: Path) -> Live:
    return {key: value for key, value in on_disk(root).items() if key[0] != Joined.kind}


# What comes over, and what does not


def test_what_only_one_has_stays(two: Two) -> None:
    two.home.days.add_win(DAY, "at home")
    two.away.days.add_win(date(2019, 3, 1), "long ago")
    found = two.joined()
    assert found.counts == {How.NEW: 1}
    assert found.kinds == {"win": 1}
    assert texts(content(two.roots["home"]), "win") == ["at home", "long ago", "washed a cup"]


def test_what_was_changed_or_taken_away_on_one_side_alone_is_so_on_both(two: Two) -> None:
    two.away.days.remove(two.away.days.view(DAY).wins[0])
    goal = only(two.away.goals.open())
    two.away.goals.done(goal, DAY)
    found = two.joined()
    assert found.counts == {How.TAKEN_AWAY: 1, How.THEIRS: 1, How.NEW: 1}
    assert two.home.days.view(DAY).wins == ()
    assert only(two.home.goals.closed("2026")).state is GoalState.DONE
    assert content(two.roots["home"]) == content(two.roots["away"])


def test_what_was_taken_away_here_does_not_come_back(two: Two) -> None:
    two.home.days.remove(two.home.days.view(DAY).wins[0])
    two.away.days.add_win(DAY, "away")
    two.joined()
    assert [one.text for one in two.home.days.view(DAY).wins] == ["away"]


@pytest.mark.parametrize("taken_away_at", ["home", "away"])
def test_what_was_changed_on_one_side_and_taken_away_on_the_other_stays(
    two: Two, taken_away_at: str
) -> None:
    one, other = (two.home, two.away) if taken_away_at == "home" else (two.away, two.home)
    one.days.remove(one.days.view(DAY).wins[0])
    other.days.reword(other.days.view(DAY).wins[0], "washed two cups")
    two.joined()
    assert [one.text for one in two.home.days.view(DAY).wins] == ["washed two cups"]


def test_what_both_changed_stays_in_both_versions(two: Two) -> None:
    two.home.days.reword(two.home.days.view(DAY).wins[0], "washed two cups")
    two.away.days.reword(two.away.days.view(DAY).wins[0], "washed every cup")
    found = two.joined()
    both = only(found.both)
    assert {both.newer.id, both.older.copy_of} == {two.home.days.view(DAY).wins[0].id}
    assert texts(content(two.roots["home"]), "win") == ["washed every cup", "washed two cups"]


def test_of_two_versions_the_one_that_says_it_is_later_is_on_top(two: Two) -> None:
    goal, same = only(two.home.goals.open()), only(two.away.goals.open())
    two.home.goals.done(goal, date(2026, 5, 30))
    two.away.goals.done(same, date(2026, 5, 31))
    two.joined()
    top = [one for one in two.home.goals.closed("2026") if one.copy_of is None]
    assert only(top).closed_on == date(2026, 5, 31)
    two.joined_back()
    assert content(two.roots["home"]) == content(two.roots["away"])


def test_a_goal_that_closed_in_another_year_is_one_goal(two: Two) -> None:
    goal = only(two.away.goals.open())
    two.away.goals.done(goal, date(2024, 2, 29))
    two.joined()
    goals = [key for key in content(two.roots["home"]) if key[0] == Goal.kind]
    assert len(goals) == 1
    assert two.home.goals.open() == []


def test_of_what_there_is_one_of_nothing_is_lost(two: Two) -> None:
    two.home.profile.write_own_help("sit down first")
    two.away.profile.write_own_help("call my sister")
    two.home.profile.switch_row("bath")
    two.away.profile.switch_row("meal")
    two.away.profile.change(journal_prompt=True)
    two.joined()
    kept = two.home.book.one(OwnHelp, "own_help")
    assert kept is not None
    assert "sit down first" in kept.text
    assert "call my sister" in kept.text
    preferences = two.home.book.one(Preferences, "preferences")
    assert preferences is not None
    assert {"bath", "meal"} <= set(preferences.rows)
    assert preferences.journal_prompt
    two.joined_back()
    assert content(two.roots["home"]) == content(two.roots["away"])


def test_the_newest_sheet_is_found_where_it_stands_after_joining(two: Two) -> None:
    two.home.sheets.write(SheetTopic.NOW, "mind", "tired")
    two.away.clock.move(days=400)
    two.away.sheets.write(SheetTopic.NOW, "mind", "rested")
    two.joined()
    assert two.home.book.one(NewestSheet, "now") == NewestSheet(id="now", year=2027)
    newest = two.home.sheets.newest(SheetTopic.NOW)
    assert newest is not None
    assert newest.day.year == 2027


def test_what_this_version_does_not_understand_comes_over_as_it_is_and_goes_again(two: Two) -> None:
    two.away.close()
    odd = {"id": "x", "stars": [1, {"a": None}]}
    plant(two.roots["away"], ("2021", "constellation", odd), ("2026", "win", {"id": "y", "day": 7}))
    before = content(two.roots["home"])
    joining.accept(two.home.book, joining.read_other(two.home.book, two.roots["away"]))
    two.home.save()
    after = content(two.roots["home"])
    assert after["constellation", "x"] == ("2021", odd)
    assert after["win", "y"] == ("2026", {"id": "y", "day": 7})
    assert two.home.book.undo() is not None
    two.home.save()
    assert content(two.roots["home"]) == before
    assert two.home.book.redo() is not None
    two.home.save()
    assert content(two.roots["home"]) == after
    assert keeping.revert(two.home.book, two.home.vault.generation)
    two.home.save()
    assert content(two.roots["home"]) == before


# Again and again


def test_a_second_joining_adds_nothing_and_writes_nothing(two: Two) -> None:
    two.away.days.add_win(DAY, "away")
    two.joined()
    before = snapshot(two.roots["home"])
    again = two.joined()
    assert again.is_nothing
    assert snapshot(two.roots["home"]) == before


def test_an_older_copy_brings_nothing_back(two: Two, tmp_path: Path) -> None:
    keeping.back_up(two.home.book, tmp_path / "copy.zip")
    two.home.days.remove(two.home.days.view(DAY).wins[0])
    two.home.goals.done(only(two.home.goals.open()), DAY)
    two.home.save()
    assert joining.read_other(two.home.book, tmp_path / "copy.zip").is_nothing


def test_a_newer_copy_is_joined_like_its_notebook(two: Two, tmp_path: Path) -> None:
    two.away.days.add_win(DAY, "away")
    keeping.back_up(two.away.book, tmp_path / "copy.zip")
    joining.accept(two.home.book, joining.read_other(two.home.book, tmp_path / "copy.zip"))
    assert {one.text for one in two.home.days.view(DAY).wins} == {"away", "washed a cup"}


def test_going_to_and_fro_every_change_is_one_sided_again(two: Two) -> None:
    """Joined before, a later change of one side is no conflict with what the other never touched."""
    two.home.days.reword(two.home.days.view(DAY).wins[0], "at home first")
    two.away.days.add_win(DAY, "away")
    two.joined()
    two.joined_back()
    for number in range(3):
        two.home.days.reword(two.home.days.view(DAY).wins[0], f"at home {number}")
        two.away.days.add_win(DAY, f"away {number}")
        assert How.BOTH not in two.joined().counts
        two.joined_back()
    two.away.days.remove(two.away.days.view(DAY).wins[0])
    two.joined()
    assert content(two.roots["home"]) == content(two.roots["away"])
    assert len(content(two.roots["home"])) == 5


def test_what_the_person_made_of_two_versions_is_not_undone_by_joining_again(two: Two) -> None:
    two.home.days.reword(two.home.days.view(DAY).wins[0], "washed two cups")
    two.away.days.reword(two.away.days.view(DAY).wins[0], "washed every cup")
    two.joined()
    [copy] = [one for one in two.home.days.view(DAY).wins if one.copy_of]
    two.home.days.remove(copy)
    assert two.joined().is_nothing
    two.joined_back()
    assert len(two.away.days.view(DAY).wins) == 1


def test_after_undo_the_same_can_be_joined_again(two: Two) -> None:
    two.away.days.add_win(DAY, "away")
    two.joined()
    two.home.book.undo()
    two.home.save()
    assert two.joined().counts == {How.NEW: 1}
    assert {one.text for one in two.home.days.view(DAY).wins} == {"away", "washed a cup"}


# One change


def test_it_is_one_save_and_one_undo_takes_it_back(two: Two) -> None:
    for number in range(5):
        two.away.days.add_win(date(2020 + number, 1, 1), f"away {number}")
    before, generation = content(two.roots["home"]), two.home.vault.generation
    two.joined()
    assert two.home.vault.generation == generation + 1
    assert two.home.vault.history()[0].alone
    two.home.book.undo()
    two.home.save()
    assert content(two.roots["home"]) == before


def test_what_was_written_meanwhile_is_looked_at_again(two: Two) -> None:
    two.away.days.reword(two.away.days.view(DAY).wins[0], "washed every cup")
    two.away.save()
    looked = joining.read_other(two.home.book, two.roots["away"])
    assert looked.counts == {How.THEIRS: 1}
    two.home.days.reword(two.home.days.view(DAY).wins[0], "washed two cups")
    done = joining.accept(two.home.book, looked)
    assert done.counts == {How.BOTH: 1}


def test_a_notebook_with_nothing_in_it_takes_everything(tmp_path: Path) -> None:
    plant(tmp_path / "full", ("2026", "win", win("a", DAY)), ("2019", "win", win("b", DAY)))
    window = Notebook(tmp_path / "empty")
    joining.accept(window.book, joining.read_other(window.book, tmp_path / "full"))
    window.save()
    assert len(content(tmp_path / "empty")) == 2


def test_two_notebooks_that_never_met_keep_what_each_has(tmp_path: Path) -> None:
    same, one, other = win("s", DAY, "same"), win("a", DAY, "one"), win("a", DAY, "other")
    plant(tmp_path / "x", ("2026", "win", same), ("2026", "win", one))
    plant(tmp_path / "y", ("2026", "win", same), ("2026", "win", other))
    window = Notebook(tmp_path / "x")
    found = joining.accept(window.book, joining.read_other(window.book, tmp_path / "y"))
    window.save()
    assert found.counts == {How.BOTH: 1}
    assert texts(content(tmp_path / "x"), "win") == ["one", "other", "same"]


def test_a_part_of_the_other_that_is_damaged_refuses_all_of_it(two: Two) -> None:
    two.away.days.add_win(date(2019, 3, 1), "long ago")
    two.away.save()
    [file] = (two.roots["away"] / "data").glob("2019-*")
    file.write_bytes(file.read_bytes().replace(b"long", b"lost"))
    before = snapshot(two.roots["home"])
    with pytest.raises(Problem) as refused:
        joining.read_other(two.home.book, two.roots["away"])
    assert refused.value.code is ProblemCode.OTHER_NOT_WHOLE
    assert snapshot(two.roots["home"]) == before


# What a sync tool put aside


def test_what_a_sync_tool_put_aside_is_joined_once(two: Two) -> None:
    two.home.days.add_win(DAY, "at home")
    two.away.days.add_win(DAY, "away")
    two.home.save()
    two.away.save()
    bring_together(two.roots["home"], two.roots["away"])
    aside = only(joining.put_aside(two.home.book))
    joining.accept(two.home.book, joining.read_aside(two.home.book, aside))
    two.home.save()
    assert texts(content(two.roots["home"]), "win") == ["at home", "away", "washed a cup"]
    assert joining.put_aside(two.home.book) == []


# What it costs


def test_after_fifty_years_only_what_differs_is_read(tmp_path: Path) -> None:
    home = a_vault_of(50, tmp_path / "home")
    away = Path(shutil.copytree(home, tmp_path / "away"))
    window = Notebook(away, name="w")
    window.days.add_win(DAY, "away")
    window.close()
    disk = CountingDisk()
    mine = Vault.open(home, now=window.clock.now, disk=disk)
    disk.files.clear()
    found = differences(
        Side(mine, frozenset()),
        Side(open_other(away, mine, now=window.clock.now), frozenset()),
    )
    assert Counter(one.table for one in found) == {"win": 1}
    manifests = len(list((home / "manifests").iterdir()))
    # The year that differs, here and as it was when both were one; and the manifests.
    assert disk.files["read"] <= 2 + manifests


# Locks


PASSPHRASE = "battery 合言葉"


def locked_away(two: Two) -> locking.Key:
    """Lock what is away, and return the key of it that its passphrase opens."""
    two.away.save()
    locking.set_lock(two.roots["away"], PASSPHRASE, locking.new_code())
    return locking.unlock_other(two.roots["away"], PASSPHRASE)


@pytest.mark.usefixtures("cheap_keys")
def test_a_locked_notebook_is_joined_with_its_key_and_looked_at_again_with_it(two: Two) -> None:
    two.away.days.reword(two.away.days.view(DAY).wins[0], "washed every cup")
    key = locked_away(two)
    there = snapshot(two.roots["away"])
    with pytest.raises(Problem) as refused:
        joining.read_other(two.home.book, two.roots["away"])
    assert refused.value.code is ProblemCode.OTHER_LOCKED
    looked = joining.read_other(two.home.book, two.roots["away"], key)
    assert looked.counts == {How.THEIRS: 1}
    assert looked.is_laid_open
    two.home.days.reword(two.home.days.view(DAY).wins[0], "washed two cups")
    assert joining.accept(two.home.book, looked).counts == {How.BOTH: 1}
    two.home.save()
    assert joining.read_other(two.home.book, two.roots["away"], key).is_nothing
    assert snapshot(two.roots["away"]) == there


@pytest.mark.usefixtures("cheap_keys")
def test_what_only_one_took_away_stays_away_though_the_other_was_locked_since(two: Two) -> None:
    two.away.days.remove(two.away.days.view(DAY).wins[0])
    key = locked_away(two)
    found = joining.read_other(two.home.book, two.roots["away"], key)
    assert found.counts == {How.TAKEN_AWAY: 1}
    joining.accept(two.home.book, found)
    assert two.home.days.view(DAY).wins == ()


@pytest.mark.usefixtures("cheap_keys")
def test_another_passphrase_than_its_own_opens_nothing(two: Two) -> None:
    locked_away(two)
    for typed, code in (
        ("wrong", ProblemCode.OTHER_PASSPHRASE),
        ("", ProblemCode.PASSPHRASE_EMPTY),
    ):
        with pytest.raises(Problem) as refused:
            locking.unlock_other(two.roots["away"], typed)
        assert refused.value.code is code
    with pytest.raises(Problem) as refused:
        locking.unlock_other(two.roots["home"], "any")
    assert refused.value.code is ProblemCode.HAS_NO_LOCK


@pytest.mark.usefixtures("cheap_keys")
def test_what_was_joined_is_known_after_a_lock_was_set_since(two: Two) -> None:
    two.home.days.add_win(DAY, "at home")
    two.away.days.add_win(DAY, "away")
    two.joined()
    two.joined_back()
    two.away.days.reword(two.away.days.view(DAY).wins[0], "reworded")
    two.away.days.remove(two.away.days.view(DAY).wins[1])
    found = joining.read_other(two.home.book, two.roots["away"], locked_away(two))
    assert found.counts == {How.THEIRS: 1, How.TAKEN_AWAY: 1}


@pytest.mark.usefixtures("cheap_keys")
def test_what_a_sync_tool_put_aside_is_not_offered_again_after_a_lock_was_set(two: Two) -> None:
    two.home.days.add_win(DAY, "at home")
    two.away.days.add_win(DAY, "away")
    two.home.save()
    two.away.save()
    bring_together(two.roots["home"], two.roots["away"])
    aside = only(joining.put_aside(two.home.book))
    joining.accept(two.home.book, joining.read_aside(two.home.book, aside))
    two.home.close()
    locking.set_lock(two.roots["home"], PASSPHRASE, locking.new_code())
    key = locking.unlock(two.roots["home"], PASSPHRASE)
    assert heads_aside(open_locked(two.roots["home"], key))
    assert joining.put_aside(open_book(two.roots["home"], key=key)) == []
