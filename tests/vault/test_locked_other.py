"""A locked vault is joined like any other: with its own key, never written to, and nothing of it left anywhere."""

from pathlib import Path
from shutil import copytree

import pytest
from tests.vault.locked import PASSPHRASE, key, lock, open_locked, unlock_and_take_off
from tests.vault.support import clock, open_vault, save, snapshot
from tests.vault.test_lineage import NAMES, bring_together, wins

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Vault
from stepup.vault.backup import backup, key_of, open_key
from stepup.vault.doctor import diagnose
from stepup.vault.joining import Side, differences
from stepup.vault.keys import Cost, KeyEnvelope
from stepup.vault.other import heads_aside, open_aside, open_other

CHEAP = Cost(written=2, read=range(1, 21))


@pytest.fixture
def lines(tmp_path: Path) -> tuple[Path, Path]:
    """A plain vault, and a copy of it that was written on."""
    home = open_vault(tmp_path / "home")
    save(home, "shared")
    away = copytree(home.root, tmp_path / "away")
    save(home, "at-home")
    save(open_vault(away), "away")
    return home.root, away


def refused(other: Path, mine: Vault, envelope: KeyEnvelope | None = None) -> ProblemCode:
    with pytest.raises(Problem) as problem:
        open_other(other, mine, now=clock(), envelope=envelope)
    return problem.value.code


@pytest.mark.parametrize("is_mine_locked", [False, True])
@pytest.mark.parametrize("is_backup", [False, True])
def test_a_locked_vault_opens_with_its_own_key_alone_and_is_never_written_to(
    lines: tuple[Path, Path], tmp_path: Path, is_backup: bool, is_mine_locked: bool
) -> None:
    home, away = lines
    mine = open_locked(home, lock(home)) if is_mine_locked else open_vault(home)
    theirs = lock(away)
    other = away
    if is_backup:
        other = tmp_path / "stick.zip"
        backup(open_locked(away, theirs), other)
        sealed = key_of(other)
        assert sealed is not None
        theirs = open_key(sealed, PASSPHRASE, CHEAP)
    before = snapshot(tmp_path)
    assert refused(other, mine) is ProblemCode.OTHER_LOCKED
    opened = open_other(other, mine, now=clock(), envelope=theirs)
    assert wins(opened) == {"shared", "away"}
    with pytest.raises(Problem) as problem:
        save(opened, "new")
    assert problem.value.code is ProblemCode.READ_ONLY
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("is_backup", [False, True])
def test_a_copy_with_the_same_key_opens_with_the_key_of_ours(
    tmp_path: Path, is_backup: bool
) -> None:
    home = tmp_path / "home"
    save(open_vault(home), "shared")
    envelope = lock(home)
    away = copytree(home, tmp_path / "away")
    there = open_locked(away, envelope)
    save(there, "away")
    other = away
    if is_backup:
        other = tmp_path / "stick.zip"
        backup(there, other)
    mine = open_locked(home, key(home))
    assert wins(open_other(other, mine, now=clock())) == {"shared", "away"}


def test_the_plain_copy_of_a_locked_vault_still_opens(lines: tuple[Path, Path]) -> None:
    home, away = lines
    mine = open_locked(home, lock(home))
    assert wins(open_other(away, mine, now=clock())) == {"shared", "away"}


@pytest.mark.parametrize("is_backup", [False, True])
def test_a_key_of_another_vault_opens_nothing(
    lines: tuple[Path, Path], tmp_path: Path, is_backup: bool
) -> None:
    home, away = lines
    mine, wrong = open_vault(home), lock(copytree(home, tmp_path / "third"))
    theirs = lock(away)
    other = away
    if is_backup:
        other = tmp_path / "stick.zip"
        backup(open_locked(away, theirs), other)
    code = ProblemCode.BACKUP_INVALID if is_backup else ProblemCode.OTHER_NOT_WHOLE
    assert refused(other, mine, wrong) is code


def test_a_locked_vault_without_its_key_file_is_refused(lines: tuple[Path, Path]) -> None:
    home, away = lines
    lock(away)
    (away / "identity.age").unlink()
    assert refused(away, open_vault(home)) is ProblemCode.KEY_GONE


@pytest.mark.parametrize("locked", ["home", "away", "both"])
def test_what_both_had_before_is_known_after_either_was_locked(
    lines: tuple[Path, Path], locked: str
) -> None:
    home, away = lines
    mine = open_locked(home, lock(home)) if locked != "away" else open_vault(home)
    envelope = lock(away) if locked != "home" else None
    theirs = open_other(away, mine, now=clock(), envelope=envelope)
    save(mine, "shared", text="changed at home")
    found = differences(Side(mine, frozenset()), Side(theirs, frozenset()))
    [shared] = [one for one in found if one.id == "shared"]
    assert shared.was(shared.theirs)
    assert not shared.was(shared.mine)
    assert {one.id for one in found} == {"shared", "at-home", "away"}


# What a sync tool put aside


def sealed(name: str) -> str:
    return f"{name}.age"


@pytest.mark.parametrize("name", [*NAMES, "{number}.json.sync-conflict-20261122-213000-ABCDEFG"])
def test_what_a_sync_tool_puts_aside_in_a_locked_vault_opens_with_its_key(
    tmp_path: Path, name: str
) -> None:
    home = tmp_path / "home"
    save(open_vault(home), "shared")
    envelope = lock(home)
    away = copytree(home, tmp_path / "away")
    mine = open_locked(home, envelope)
    save(mine, "at-home")
    save(open_locked(away, envelope), "away")
    newest = max((away / "manifests").iterdir())
    given = sealed(name.format(number=newest.name.partition(".")[0]))
    (home / "manifests" / given).write_bytes(newest.read_bytes())
    for file in (away / "data").iterdir():
        if not (home / "data" / file.name).exists():
            (home / "data" / file.name).write_bytes(file.read_bytes())
    before = snapshot(home)
    mine = open_locked(home, key(home))
    [aside] = heads_aside(mine)
    assert aside.name == given
    assert wins(open_aside(aside, mine, now=clock())) == {"shared", "away"}
    assert diagnose(home, envelope=envelope).aside == (given,)
    assert snapshot(home) == before


def test_what_is_put_aside_is_not_lost_when_the_lock_is_set_and_taken_off(
    lines: tuple[Path, Path],
) -> None:
    home, away = lines
    name = bring_together(home, away)
    for _again in range(2):
        mine = open_locked(home, lock(home))
        [aside] = heads_aside(mine)
        assert aside.name == sealed(name)
        assert wins(open_aside(aside, mine, now=clock())) == {"shared", "away"}
        assert b"sha256" not in (home / "manifests" / aside.name).read_bytes()
        assert not (home / "manifests" / name).exists()
        unlock_and_take_off(home)
        plain = open_vault(home)
        [aside] = heads_aside(plain)
        assert aside.name == name
        assert wins(open_aside(aside, plain, now=clock())) == {"shared", "away"}
        assert not list((home / "manifests").glob("*.age"))


def test_what_is_put_aside_without_its_files_is_sealed_and_kept(lines: tuple[Path, Path]) -> None:
    home, away = lines
    name = bring_together(home, away)
    for file in (home / "data").iterdir():
        if file.name in {one.name for one in (away / "data").iterdir()} and "000003" in file.name:
            file.unlink()
    mine = open_locked(home, lock(home))
    assert heads_aside(mine) == []
    assert (home / "damaged" / sealed(name)).exists()
    assert not (home / "manifests" / name).exists()
