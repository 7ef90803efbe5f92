"""The writer: no change waits for the disk, none is lost by it, and none that is refused holds up the others."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.vault.support import document, new, open_vault, save

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Committed, Disk, Put, SaveState, Vault, Writer


class MoodyDisk(Disk):
    """A disk that is full, or slow, when told so."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.gate = threading.Event()
        self.gate.set()

    def create(self, path: Path, data: bytes) -> None:
        self.gate.wait(10)
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().create(path, data)


class Watched:
    """A writer with everything it reported."""

    def __init__(self, root: Path) -> None:
        self.disk = MoodyDisk()
        self.vault = open_vault(root, self.disk)
        self.vault.create()
        self.states: list[SaveState] = []
        self.committed: list[Committed] = []
        self._news = threading.Condition()
        self.writer = Writer(
            self.vault,
            on_state=self._heard(self.states),
            on_committed=self._heard(self.committed),
            settle=0.01,
        )

    def _heard(self, into: list[Any]) -> Callable[[Any], None]:
        def hear(value: object) -> None:
            with self._news:
                into.append(value)
                self._news.notify_all()

        return hear

    def wait_for(self, kind: str) -> SaveState:
        with self._news:
            assert self._news.wait_for(lambda: any(state.kind == kind for state in self.states), 10)
            return next(state for state in self.states if state.kind == kind)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path)
    yield watched
    watched.disk.full = False
    watched.disk.gate.set()
    watched.writer.close(5)


def stored(vault: Vault, shard: str = "2026") -> set[str]:
    return set(open_vault(vault.root).read(shard).get("win", {}))


def test_a_change_is_saved_and_the_mark_says_saving_then_saved(watched: Watched) -> None:
    watched.writer.put([new("a")], "a win")
    assert watched.writer.flush(5)
    assert stored(watched.vault) == {"a"}
    assert watched.writer.state == SaveState("saved", None, 0)
    assert [state.kind for state in watched.states] == ["saving", "saved"]
    assert [committed.generation for committed in watched.committed] == [2]


def test_putting_never_waits_for_the_disk_and_later_changes_join_the_next_commit(
    watched: Watched,
) -> None:
    watched.disk.gate.clear()
    watched.writer.put([new("a")], "a")
    for key in ("b", "c", "d"):
        watched.writer.put([new(key)], key)
    assert [put.id for put in watched.writer.pending()] == ["a", "b", "c", "d"]
    assert watched.writer.state.kind == "saving"
    watched.disk.gate.set()
    assert watched.writer.flush(5)
    assert stored(watched.vault) == {"a", "b", "c", "d"}
    assert len(watched.vault.history()) <= 3


def test_an_import_commits_by_itself(watched: Watched) -> None:
    watched.disk.gate.clear()
    for key, alone in (("a", False), ("import", True), ("b", False), ("c", False)):
        watched.writer.put([new(key)], key, alone=alone)
    watched.disk.gate.set()
    assert watched.writer.flush(5)
    (generation,) = [found for found in watched.vault.history() if found.alone]
    assert generation.labels == ("import",)
    assert [change[2] for change in watched.vault.changes(generation.number)] == ["import"]


def test_with_the_disk_full_the_queue_survives_until_there_is_space_again(watched: Watched) -> None:
    watched.disk.full = True
    watched.writer.put([new("a")], "a")
    failed = watched.wait_for("failed")
    assert failed.problem is not None
    assert (failed.problem.code, failed.pending) == (ProblemCode.DISK_FULL, 1)
    watched.writer.put([new("b")], "b")
    assert not watched.writer.flush(5)
    assert [put.id for put in watched.writer.pending()] == ["a", "b"]
    watched.disk.full = False
    watched.writer.retry()
    assert watched.writer.flush(5)
    assert stored(watched.vault) == {"a", "b"}
    assert not list((watched.vault.root / "manifests").glob("*.tmp"))


def test_leaving_with_the_disk_full_tells_what_is_not_saved(watched: Watched) -> None:
    watched.disk.full = True
    watched.writer.put([new("a")], "a")
    assert not watched.writer.close(5)
    assert [put.id for put in watched.writer.pending()] == ["a"]
    assert watched.writer.state.kind == "failed"


def test_leaving_saves_what_is_waiting(watched: Watched) -> None:
    watched.writer.put([new("a")], "a")
    assert watched.writer.close(5)
    assert stored(watched.vault) == {"a"}


def test_a_damaged_shard_holds_up_only_its_own_changes(watched: Watched) -> None:
    save(watched.vault, "old", "2020", text="one")
    save(watched.vault, "new", "2026")
    damaged = next((watched.vault.root / "data").glob("2020-*"))
    whole = damaged.read_bytes()
    damaged.write_bytes(whole.replace(b"one", b"two"))
    watched.disk.gate.clear()
    watched.writer.put([new("first")], "first")
    watched.writer.put([new("x", "2020")], "x")
    watched.writer.put([new("b")], "b")
    watched.writer.put([new("y", "2020"), new("c")], "y")
    watched.writer.put([new("d", "core"), new("e")], "d")
    watched.writer.put(
        [Put("2026", "win", "c", document("c", text="again"), document("c"))], "c again"
    )
    watched.disk.gate.set()
    assert not watched.writer.flush(5)
    assert stored(watched.vault) == {"new", "first", "b", "e"}
    assert stored(watched.vault, "core") == {"d"}
    assert [put.id for put in watched.writer.pending()] == ["x", "y", "c", "c"]
    problem = watched.writer.state.problem
    assert problem is not None
    assert problem.code is ProblemCode.SHARD_DAMAGED
    damaged.write_bytes(whole)
    assert watched.writer.flush(5)
    assert stored(watched.vault, "2020") == {"old", "x", "y"}
    assert open_vault(watched.vault.root).read("2026")["win"]["c"] == document("c", text="again")


def test_what_can_never_be_saved_is_refused_at_once_and_not_queued(watched: Watched) -> None:
    with pytest.raises(Problem) as refused:
        watched.writer.put([new("a", value=float("nan"))], "a")
    assert refused.value.code is ProblemCode.DOCUMENT_INVALID
    assert watched.writer.pending() == ()


def test_a_fault_of_ours_shows_as_not_saved_without_personal_text(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object, **__: object) -> Committed:
        raise RuntimeError("my secret diary")

    with monkeypatch.context() as broken:
        broken.setattr(watched.vault, "commit", explode)
        watched.writer.put([new("a")], "a")
        failed = watched.wait_for("failed")
    assert str(failed.problem) == "io_error (error=RuntimeError)"
    assert watched.writer.flush(5)
    assert stored(watched.vault) == {"a"}


def test_a_listener_that_fails_stops_no_save(tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise RuntimeError

    vault = open_vault(tmp_path)
    writer = Writer(vault, on_state=fail, on_committed=fail, settle=0)
    writer.put([new("a")], "a")
    writer.put([new("b")], "b")
    assert writer.close(5)
    assert stored(vault) == {"a", "b"}


def test_two_windows_that_change_one_record_keep_both_versions(tmp_path: Path) -> None:
    first = open_vault(tmp_path)
    save(first, "a", text="seen by both")
    windows = [Watched(tmp_path), Watched(tmp_path)]
    for number, window in enumerate(windows):
        seen = document("a", text="seen by both")
        window.writer.put(
            [Put("2026", "win", "a", document("a", text=f"window {number}"), seen)], "edit"
        )
    assert all(window.writer.close(5) for window in windows)
    found = open_vault(tmp_path).read("2026")["win"].values()
    assert {str(one["text"]) for one in found} == {"window 0", "window 1"}
    assert sum(len(committed.copies) for window in windows for committed in window.committed) == 1
