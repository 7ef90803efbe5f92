"""`stepup merge`: said first, asked, joined for good, taken back by `stepup undo`; the other is never touched."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path
from random import Random

import pytest
from tests.cli.support import Caller, damage_shard, make_newer, program, run, state_of
from tests.vault.support import snapshot
from tests.vault.test_lineage import bring_together

from stepup.notebook.book import open_book
from stepup.notebook.reading import every_document
from stepup.vault.doctor import diagnose


@pytest.fixture
def away(call: Caller, vault: Path, tmp_path: Path) -> Path:
    """A copy of the notebook, in which something was written that is not in the first one."""
    call("log", "--win", typed="both")
    root = tmp_path / "away"
    shutil.copytree(vault, root)
    call("log", "--vault", str(root), "--win", typed="away")
    call("log", "--win", typed="home")
    return root


def wins(root: Path) -> list[str]:
    book = open_book(root)
    return sorted(one["text"] for one in every_document(book).get("win", []) if "text" in one)


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(
    call: Caller, vault: Path, away: Path
) -> None:
    before = state_of(vault)
    done = call("merge", str(away), "--dry-run")
    assert (done.code, done.err) == (0, "")
    assert done.text == "1 entry that only the other notebook has\nSmall wins: 1\n"
    assert state_of(vault) == before


def test_without_yes_it_asks_and_no_leaves_all_as_it_is(
    call: Caller, vault: Path, away: Path
) -> None:
    before = state_of(vault)
    assert call("merge", str(away), typed="n\n").code != 0
    assert call("merge", str(away)).code == 1
    assert state_of(vault) == before
    done = call("merge", str(away), typed="y\n")
    assert done.code == 0
    assert wins(vault) == ["away", "both", "home"]


def test_it_is_joined_for_good_once_and_undo_takes_it_back(
    call: Caller, vault: Path, away: Path
) -> None:
    there = snapshot(away)
    assert call("merge", str(away), "--yes").text.endswith("Joined. stepup undo takes it back.\n")
    assert wins(vault) == ["away", "both", "home"]
    again = call("merge", str(away), "--yes")
    assert (again.code, again.text) == (0, "Everything in the other notebook is here already.\n")
    assert snapshot(away) == there
    assert call("undo").code == 0
    assert wins(vault) == ["both", "home"]


def test_a_copy_in_one_file_is_joined_too(
    call: Caller, vault: Path, away: Path, tmp_path: Path
) -> None:
    call("backup", "--vault", str(away), str(tmp_path / "stick.zip"))
    assert call("merge", str(tmp_path / "stick.zip"), "--yes").code == 0
    assert wins(vault) == ["away", "both", "home"]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_cannot_be_joined_is_refused_in_one_sentence(
    call: Caller, vault: Path, away: Path, tmp_path: Path, language: str
) -> None:
    call("log", "--vault", str(away), "--mood", "3")
    newer, damaged = (Path(shutil.copytree(away, tmp_path / name)) for name in ("n", "d"))
    make_newer(newer)
    damage_shard(damaged)
    before = state_of(vault)
    for other in (tmp_path / "nowhere", tmp_path, vault, newer, damaged):
        done = call("merge", str(other), "--yes", "--lang", language)
        assert (done.code, done.out) == (1, b"")
        assert done.err.count("\n") == 1
    assert state_of(vault) == before


def test_what_a_sync_tool_put_aside_is_told_by_the_doctor_and_joined_without_a_name(
    call: Caller, vault: Path, away: Path
) -> None:
    name = bring_together(vault, away, "{number} (競合コピー 2026-11-22).json")
    assert name in call("doctor").text
    done = call("merge", "--yes")
    assert done.code == 0
    assert wins(vault) == ["away", "both", "home"]
    assert name not in call("doctor").text
    assert "No sync tool" in call("merge").text


@pytest.mark.slow
def test_killed_at_any_moment_the_notebook_opens_as_before_or_as_after(
    vault: Path, away: Path, tmp_path: Path
) -> None:
    kept = Path(shutil.copytree(vault, tmp_path / "kept"))
    there, chance = snapshot(away), Random(1)
    started = time.monotonic()
    assert (
        run("merge", "--vault", str(shutil.copytree(kept, tmp_path / "x")), str(away), "--yes").code
        == 0
    )
    length = time.monotonic() - started  # to aim the kills; nothing is judged by it
    for number in range(8):
        root = Path(shutil.copytree(kept, tmp_path / f"killed-{number}"))
        child = subprocess.Popen(
            program("merge", "--vault", str(root), str(away), "--yes"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            child.wait(chance.uniform(0.5, 1.0) * length)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        child.wait()
        assert diagnose(root).whole
        assert wins(root) in (["both", "home"], ["away", "both", "home"])
        assert snapshot(away) == there
