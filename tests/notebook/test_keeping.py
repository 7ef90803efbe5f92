"""Looking after the notebook: copies, earlier saves, and what could not be saved."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from tests.notebook.support import DAY, HandClock, Notebook, live, on_disk, texts

from stepup.domain.problem import Problem, ProblemCode
from stepup.notebook import keeping
from stepup.vault import Vault


def test_a_copy_holds_what_was_just_written(furnished: Notebook, tmp_path: Path) -> None:
    furnished.days.add_win(DAY, "made a copy")
    file = tmp_path / "copy.zip"
    keeping.back_up(furnished.book, file)
    keeping.restore(file, tmp_path / "elsewhere")
    assert on_disk(tmp_path / "elsewhere") == furnished.live()
    with pytest.raises(Problem) as refused:
        keeping.back_up(furnished.book, file)
    assert refused.value.code is ProblemCode.BACKUP_EXISTS


def test_the_history_tells_what_each_save_was_the_newest_first(window: Notebook) -> None:
    window.days.log_mood(DAY, 3)
    window.days.add_win(DAY, "a win")
    window.save()
    window.book.undo()
    window.save()
    newest, before, *_ = keeping.history(window.book)
    assert newest.labels == ("undo",)
    assert before.labels == ("mood", "win")
    assert newest.number == before.number + 1


def test_one_save_is_taken_back_and_the_others_stay(window: Notebook, root: Path) -> None:
    window.days.add_win(DAY, "first")
    window.save()
    window.days.add_win(DAY, "second")
    window.days.reword(window.days.view(DAY).wins[0], "first, changed")
    window.save()
    number = window.vault.generation
    window.days.add_topic(DAY, "third")
    window.save()
    assert keeping.revert(window.book, number) == 2
    window.save()
    assert texts(on_disk(root), "win") == ["first"]
    assert texts(on_disk(root), "topic") == ["third"]


def test_taking_a_save_back_is_itself_undone_at_once(window: Notebook) -> None:
    window.days.add_win(DAY, "first")
    window.days.add_topic(DAY, "second")
    window.save()
    before = window.live()
    keeping.revert(window.book, window.vault.generation)
    assert window.live() == {}
    window.book.undo()
    assert window.live() == before


def test_what_has_changed_since_is_kept_with_the_older_beside_it(window: Notebook) -> None:
    window.days.add_win(DAY, "one")
    window.save()
    window.days.reword(window.days.view(DAY).wins[0], "two")
    window.save()
    number = window.vault.generation
    window.days.reword(window.days.view(DAY).wins[0], "three")
    keeping.revert(window.book, number)
    assert texts(window.live(), "win") == ["one", "three"]


def test_a_removal_taken_back_brings_the_record_back(window: Notebook) -> None:
    window.days.add_win(DAY, "one")
    window.save()
    before = window.live()
    window.days.remove(window.days.view(DAY).wins[0])
    window.save()
    keeping.revert(window.book, window.vault.generation)
    assert window.live() == before


def test_a_goal_that_closed_goes_back_to_where_it_was(window: Notebook, root: Path) -> None:
    goal = window.goals.add("walk")
    window.save()
    before = window.live()
    window.goals.done(goal, DAY)
    window.save()
    assert keeping.revert(window.book, window.vault.generation) == 2
    window.save()
    assert on_disk(root) == before


def test_a_save_that_is_not_in_the_history_is_refused(furnished: Notebook) -> None:
    before = furnished.live()
    with pytest.raises(Problem) as refused:
        keeping.revert(furnished.book, 999)
    assert refused.value.code is ProblemCode.NO_SUCH_GENERATION
    assert furnished.live() == before


# What could not be saved


def test_leaving_with_a_full_disk_tells_and_a_copy_elsewhere_holds_it_all(
    furnished: Notebook, root: Path, tmp_path: Path
) -> None:
    before = on_disk(root)
    furnished.disk.full = True
    furnished.days.add_win(DAY, "ノートに書いた")
    furnished.days.remove(furnished.days.view(DAY).topics[0])
    assert not furnished.book.close()
    assert on_disk(root) == before
    file = tmp_path / "unsaved.json"
    assert keeping.keep_unsaved(furnished.book, file, furnished.clock.now()) == 2
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = json.loads(file.read_text("utf-8"))
    assert kept["saved_at"] == furnished.clock.now().isoformat()
    added, removed = kept["entries"]
    assert (added["shard"], added["kind"]) == ("2026", "win")
    assert added["document"]["text"] == "ノートに書いた"
    assert removed["kind"] == "topic"
    assert set(removed["document"]) == {"id", "deleted"}


def test_a_copy_elsewhere_never_writes_over_a_file(furnished: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("mine")
    furnished.days.add_win(DAY, "a win")
    with pytest.raises(Problem) as refused:
        keeping.keep_unsaved(furnished.book, file, furnished.clock.now())
    assert refused.value.code is ProblemCode.BACKUP_EXISTS
    assert file.read_text() == "mine"


@pytest.mark.parametrize("name", ["no/such/folder/file.json", "nul\0.json"])
def test_a_copy_that_cannot_be_written_either_is_a_problem_without_its_folder(
    furnished: Notebook, tmp_path: Path, name: str
) -> None:
    with pytest.raises(Problem) as refused:
        keeping.keep_unsaved(furnished.book, tmp_path / name, furnished.clock.now())
    assert refused.value.code is ProblemCode.IO_ERROR
    assert str(tmp_path) not in str(refused.value)


def test_a_file_is_named_as_people_type_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert keeping.named_file(" copy.json\n") == tmp_path / "copy.json"
    assert keeping.named_file("~/copy.json") == tmp_path / "home" / "copy.json"
    with pytest.raises(Problem):
        keeping.named_file("~nobody-of-that-name/copy.json")


def test_a_full_disk_takes_nothing_of_many_changes(furnished: Notebook, root: Path) -> None:
    furnished.disk.full = True
    for number in range(5):
        furnished.days.add_win(DAY, f"win {number}")
    assert not furnished.book.flush()
    furnished.book.undo()
    furnished.days.log_mood(DAY, 1)
    assert not furnished.book.flush()
    held = furnished.live()
    furnished.disk.full = False
    furnished.save()
    assert on_disk(root) == held
    assert texts(held, "win") == ["washed a cup", "win 0", "win 1", "win 2", "win 3"]


def test_what_can_never_be_saved_is_refused_and_memory_is_as_before(
    furnished: Notebook, root: Path
) -> None:
    held = furnished.days.view(DAY).wins[0]
    absurd = held.replace(newer=10**30)
    before = furnished.live()
    with pytest.raises(Problem) as refused:
        furnished.days.reword(absurd, "other words")
    assert refused.value.code is ProblemCode.DOCUMENT_INVALID
    assert furnished.live() == before
    assert furnished.told == []
    furnished.save()
    assert on_disk(root) == before


def test_a_save_between_reading_and_looking_at_what_waits_loses_nothing(
    furnished: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnished.days.add_win(DAY, "just now")
    furnished.book.reload(frozenset({"2026"}))  # another window wrote there: read it again
    read = furnished.vault.read

    def read_then_save(shard: str) -> object:
        tables = read(shard)
        furnished.save()
        return tables

    monkeypatch.setattr(furnished.vault, "read", read_then_save)
    assert "just now" in [line.text for line in furnished.days.view(DAY).wins]


def test_a_save_restored_by_another_window_is_read_again(furnished: Notebook, root: Path) -> None:
    before = furnished.live()
    number = furnished.vault.generation
    furnished.days.add_win(DAY, "too much")
    furnished.save()
    other = Vault.open(root, now=HandClock().now)
    other.restore_generation(number)
    furnished.book.reload(furnished.book.look())
    assert furnished.live() == before == live({s: other.read(s) for s in other.shards()})
