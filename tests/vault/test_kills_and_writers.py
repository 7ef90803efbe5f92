"""Faults 2, 8 and 9: killed at any moment, several writers at once, a head that changes from outside."""

import random
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from tests.vault.support import document, new, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Disk
from stepup.vault.doctor import diagnose

CHILD = [sys.executable, str(Path(__file__).with_name("saving_child.py"))]


@pytest.mark.slow
def test_of_a_thousand_killed_children_no_save_is_lost_and_no_file_is_torn(tmp_path: Path) -> None:
    done = subprocess.run(
        [*CHILD, "--kill", str(tmp_path / "vault"), "1000", str(random.randrange(10**6))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert int(done.stdout) > 1_000


@pytest.mark.slow
def test_two_processes_and_a_window_saving_at_once_lose_nothing(tmp_path: Path) -> None:
    children = [
        subprocess.Popen([*CHILD, str(tmp_path), who, "60"], stdout=subprocess.PIPE, text=True)
        for who in ("one", "two")
    ]
    window = open_vault(tmp_path)
    mine = {f"window-{number}" for number in range(60)}
    for key in sorted(mine):
        window.commit([new(key)], [key])
    told = {key for child in children for key in child.communicate()[0].split()}
    assert len(told) == 120
    assert set(open_vault(tmp_path).read("2026")["win"]) == told | mine
    assert diagnose(tmp_path).whole


def test_a_killed_holder_of_the_lock_holds_up_nobody(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    vault.create()
    holding = (
        "import pathlib, sys, time\nfrom stepup.vault import Disk\n"
        "with Disk().lock(pathlib.Path(sys.argv[1]) / 'lock', 5):\n    print('held', flush=True)\n    time.sleep(60)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", holding, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    assert Disk().try_lock(tmp_path / "lock", 0) is None
    child.kill()
    child.communicate()
    save(vault, "a")
    assert set(open_vault(tmp_path).read("2026")["win"]) == {"a"}


def test_a_lock_that_is_held_too_long_is_a_clear_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepup.vault.store.LOCK_SECONDS", 0.05)
    vault = open_vault(tmp_path)
    vault.create()
    with Disk().lock(tmp_path / "lock", 1), pytest.raises(Problem) as refused:
        vault.commit([new("a")], ["a"])
    assert refused.value.code is ProblemCode.BUSY
    save(vault, "a")


def test_reading_goes_on_while_another_window_saves_and_prunes(tmp_path: Path) -> None:
    writing = open_vault(tmp_path)
    save(writing, "a", text="0")
    reading = open_vault(tmp_path)
    for number in range(60):
        save(writing, "a", text=str(number))
    known = reading.head.entry("2026")
    assert known is not None
    assert not (tmp_path / "data" / known.file).exists()
    assert reading.read("2026")["win"]["a"]["text"] == "59"
    assert reading.refresh() == {"2026"}


def test_a_head_of_the_same_number_from_another_machine_is_seen_as_another(tmp_path: Path) -> None:
    save(open_vault(tmp_path / "here"), "a", text="both")
    copytree(tmp_path / "here", tmp_path / "there")
    here = open_vault(tmp_path / "here")
    save(here, "b", text="here")
    there = open_vault(tmp_path / "there")
    save(there, "a", text="there")
    assert here.generation == there.generation
    for folder in ("data", "manifests"):
        for name, data in snapshot(tmp_path / "there" / folder).items():
            path = tmp_path / "here" / folder / name
            path.unlink(missing_ok=True)
            assert isinstance(data, bytes)
            path.write_bytes(data)
    assert here.refresh() == {"2026"}
    assert here.read("2026")["win"] == {"a": document("a", text="there")}
    save(here, "c")
    assert set(here.read("2026")["win"]) == {"a", "c"}


def test_an_older_state_put_back_from_outside_is_what_there_is(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    save(vault, "a", text="one")
    save(vault, "a", text="two")
    (tmp_path / "manifests" / "000003.json").unlink()
    assert vault.refresh() == {"2026"}
    assert vault.read_only is None
    assert vault.read("2026")["win"]["a"]["text"] == "one"
    assert save(vault, "a", text="three") == 3


def test_a_number_taken_in_the_last_instant_is_not_written_over(tmp_path: Path) -> None:
    class Unlucky(Disk):
        """Someone who knows no lock takes the number just before we do."""

        def link(self, source: Path, target: Path) -> bool:
            if target.name == "000003.json" and not target.exists():
                rival = tmp_path / "rival"
                copytree(tmp_path / "vault", rival, ignore=lambda *_: {source.name})
                save(open_vault(rival), "rival")
                for path in (*(rival / "data").iterdir(), rival / "manifests" / "000003.json"):
                    into = tmp_path / "vault" / path.relative_to(rival)
                    if not into.exists():
                        into.write_bytes(path.read_bytes())
            return super().link(source, target)

    save(open_vault(tmp_path / "vault"), "a")
    vault = open_vault(tmp_path / "vault", Unlucky())
    committed = vault.commit([new("mine")], ["mine"])
    assert committed.generation == 4
    assert committed.changed == {"2026"}
    assert set(open_vault(tmp_path / "vault").read("2026")["win"]) == {"a", "rival", "mine"}
    assert diagnose(tmp_path / "vault").unnamed == 0
