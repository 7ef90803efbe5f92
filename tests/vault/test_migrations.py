"""Fault 13: every released vault opens with the same counts; a migration is whole or has not happened."""

import re
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from tests.vault.golden import build
from tests.vault.simulated import PowerCut, SimulatedDisk
from tests.vault.support import clock, document, everything, new, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Disk, Migrations, Tables, Vault
from stepup.vault.doctor import diagnose

GOLDEN = Path(__file__).with_name("golden")
COUNTS = {
    "0.1.0": {
        "core": {"stage": 1, "goal": 1, "tracker": 1},
        "2026": {"check_in": 2, "win": 2, "entry": 2},
        "2025": {"check_in": 2, "win": 2, "entry": 2},
    }
}


def note_becomes_text(tables: Tables) -> Tables:
    """A made-up step 1 -> 2: a field and a table get other names."""
    renamed = {"victory" if name == "win" else name: table for name, table in tables.items()}
    return {
        name: {
            key: {("text" if field == "note" else field): value for field, value in one.items()}
            for key, one in table.items()
        }
        for name, table in renamed.items()
    }


SECOND = Migrations(2, {1: note_becomes_text})


def counts(vault: Vault) -> dict[str, dict[str, int]]:
    return {
        shard: {name: len(table) for name, table in tables.items()}
        for shard, tables in everything(vault).items()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault of schema 1 with two shards, at generation 3."""
    vault = open_vault(tmp_path / "vault")
    save(vault, "g", "core", "goal", note="open")
    save(vault, "a", note="old")
    return vault.root


@pytest.mark.parametrize(
    "release", [path.name for path in GOLDEN.iterdir() if path.name[0].isdigit()]
)
def test_the_vault_of_each_release_opens_with_the_same_counts(tmp_path: Path, release: str) -> None:
    copytree(GOLDEN / release, tmp_path / "vault")
    vault = open_vault(tmp_path / "vault")
    assert vault.read_only is None
    assert counts(vault) == COUNTS[release]
    assert diagnose(vault.root).whole
    assert vault.read("2025")["win"]["win-0"] == {
        "id": "win-0",
        "deleted": "2026-01-03T10:00:00+09:00",
    }
    assert vault.read("2026")["entry"]["entry-3"]["text"] == "Answered one message 🙂\n\n雨。\tTea."
    vault.restore_generation(2)
    assert counts(vault) == {"core": COUNTS[release]["core"]}


def test_the_golden_vault_is_what_its_script_makes(tmp_path: Path) -> None:
    build.build(tmp_path / "vault")
    assert everything(open_vault(tmp_path / "vault")) == everything(open_vault(GOLDEN / "0.1.0"))


def test_an_older_vault_is_read_in_todays_form_and_not_written(root: Path) -> None:
    before = snapshot(root)
    vault = open_vault(root, migrations=SECOND)
    assert vault.read("2026") == {"victory": {"a": document("a", text="old")}}
    assert vault.find("2026", re.compile(b"old")) == vault.read("2026")
    assert snapshot(root) == before


def test_the_first_save_migrates_as_a_generation_of_its_own_and_pins_the_one_before(
    root: Path,
) -> None:
    vault = open_vault(root, migrations=SECOND)
    committed = vault.commit([new("b", table="victory", text="new")], ["b"])
    assert committed.changed == frozenset()
    assert set(vault.read("2026")["victory"]) == {"a", "b"}
    saved, migrated, before, *_ = vault.history()
    assert [saved.number, migrated.number, before.number] == [5, 4, 3]
    assert [saved.pinned, migrated.pinned, before.pinned] == [False, False, True]
    assert vault.changes(5) == [("2026", "victory", "b", None, document("b", text="new"))]
    for number in range(60):
        save(vault, "b", table="victory", text=str(number))
    assert 3 in {found.number for found in vault.history()}


def test_a_vault_that_was_migrated_is_refused_by_the_older_program(root: Path) -> None:
    save(open_vault(root, migrations=SECOND), "b", table="victory")
    with pytest.raises(Problem) as refused:
        open_vault(root)
    assert refused.value.details == {"schema": 2, "known": 1}


def test_going_back_behind_a_migration_and_saving_again_migrates_again(root: Path) -> None:
    vault = open_vault(root, migrations=SECOND)
    save(vault, "b", table="victory")
    vault.restore_generation(3)
    assert vault.read("2026") == {"victory": {"a": document("a", text="old")}}
    save(vault, "c", table="victory")
    assert set(vault.read("2026")["victory"]) == {"a", "c"}


def test_a_migration_that_drops_records_is_refused_and_nothing_is_written(root: Path) -> None:
    def drop(tables: Tables) -> Tables:
        return {name: table for name, table in tables.items() if name != "win"}

    vault = open_vault(root, migrations=Migrations(2, {1: drop}))
    before = snapshot(root)
    with pytest.raises(Problem) as refused:
        vault.commit([new("b")], ["b"])
    assert refused.value.code is ProblemCode.SHRINK_REFUSED
    assert snapshot(root) == before


def test_a_migration_cut_off_at_any_step_is_whole_or_has_not_happened() -> None:
    root = Path("/vault")
    step = 0
    finished = False
    while not finished:
        step += 1
        disk = SimulatedDisk()
        save(open_vault(root, disk), "a", note="old")
        vault = open_vault(root, disk, SECOND)
        disk.plan(cut=step)
        try:
            vault.commit([new("b", table="victory")], ["b"])
            finished = True
        except PowerCut:
            pass
        disk.cut_power(Random(step))
        again = open_vault(root, disk, SECOND)
        assert again.read_only is None
        assert again.read("2026")["victory"]["a"] == document("a", text="old")
        assert diagnose(root, disk=disk, migrations=SECOND).whole
        save(again, "b", table="victory")
        assert set(again.read("2026")["victory"]) == {"a", "b"}
    assert step > 20


def test_a_killed_migration_on_the_real_disk_leaves_the_older_vault_open(root: Path) -> None:
    class Killed(Disk):
        def link(self, source: Path, target: Path) -> bool:
            raise PowerCut

    with pytest.raises(PowerCut):
        open_vault(root, Killed(), SECOND).commit([new("b", table="victory")], ["b"])
    assert open_vault(root).read("2026") == {"win": {"a": document("a", note="old")}}
    vault = Vault.open(root, now=clock(), migrations=SECOND)
    save(vault, "b", table="victory")
    assert vault.generation == 5
