"""Fault 11: plain, locked and plain again; the keys, and copies of what is locked."""

from pathlib import Path

import pytest
from tests.cli.support import state_of
from tests.vault.locked import (
    CHEAP,
    CODE,
    PASSPHRASE,
    SENTINEL,
    draft_texts,
    histories,
    key,
    lived,
    lock,
    open_locked,
    readable_bytes,
    recovered,
    unlock_and_take_off,
)
from tests.vault.support import clock, everything, open_vault, save

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Disk, Drafts, Vault
from stepup.vault.backup import backup, key_of, open_key, restore
from stepup.vault.doctor import diagnose, repair
from stepup.vault.keys import Cost, change, is_locked, unlock
from stepup.vault.layout import IDENTITY, RECOVERY
from stepup.vault.leftovers import plain_leftovers
from stepup.vault.moving import take_off


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "vault"


# Plain, locked, plain again


def test_locking_takes_all_records_the_whole_history_and_drafts_along(root: Path) -> None:
    vault = lived(root)
    before, told = everything(vault), histories(vault)
    locked = open_locked(root, lock(root))
    assert everything(locked) == before
    assert histories(locked) == told
    assert draft_texts(root, locked) == [f"{SENTINEL} draft"]
    assert diagnose(root, envelope=key(root)).whole


def test_a_locked_vault_holds_nothing_that_can_be_read_and_no_recipient(root: Path) -> None:
    lived(root)
    envelope = lock(root)
    save(open_locked(root, envelope), "d", text=SENTINEL)
    found = readable_bytes(root)
    assert SENTINEL.encode() not in found
    assert b'"win"' not in found  # three letters alone stand in enough chance sooner or later
    assert str(envelope._recipient).encode() not in found
    assert plain_leftovers(root) == ()
    assert {path.suffix for path in root.glob("*/*") if path.name != "lock"} <= {".age", ".lock"}


def test_every_file_of_a_locked_vault_is_private(root: Path) -> None:
    lived(root)
    lock(root)
    modes = {path.stat().st_mode & 0o777 for path in root.rglob("*") if path.is_file()}
    assert modes == {0o600}


def test_taking_the_lock_off_gives_everything_back(root: Path) -> None:
    vault = lived(root)
    before, told = everything(vault), histories(vault)
    lock(root)
    unlock_and_take_off(root)
    again = open_vault(root)
    assert (everything(again), histories(again)) == (before, told)
    assert draft_texts(root, again) == [f"{SENTINEL} draft"]
    assert not list(root.rglob("*.age"))
    assert "plain text" in (root / "README.txt").read_text("utf-8")


def test_a_vault_that_is_new_can_be_locked_before_anything_is_written(root: Path) -> None:
    locked = open_locked(root, lock(root))
    save(locked, "a", text=SENTINEL)
    assert everything(open_locked(root, key(root)))["2026"]["win"]["a"]["text"] == SENTINEL


def test_a_locked_vault_saves_undoes_and_prunes_as_a_plain_one(root: Path) -> None:
    locked = open_locked(root, lock(root))
    for number in range(60):
        save(locked, "a", number=number)
    assert locked.generation == 61
    assert len(locked.history()) < 61
    assert diagnose(root, envelope=key(root)).whole
    locked.restore_generation(locked.history()[3].number)
    assert locked.read("2026")["win"]["a"]["number"] == 56


def test_without_its_key_a_locked_vault_opens_for_nothing(root: Path) -> None:
    lived(root)
    lock(root)
    before = state_of(root)
    for act in (open_vault, diagnose, lambda root: repair(root, now=clock())):
        with pytest.raises(Problem) as told:
            act(root)
        assert told.value.code is ProblemCode.LOCKED
    with pytest.raises(Problem) as told:
        lock(root)
    assert told.value.code is ProblemCode.HAS_LOCK
    assert state_of(root) == before


def test_a_window_that_was_open_before_the_lock_saves_nothing_plain_any_more(root: Path) -> None:
    window = lived(root)
    drafts = Drafts(root, "window")
    lock(root)
    before = state_of(root)
    for act in (
        lambda: save(window, "d", text=SENTINEL),
        window.refresh,
        lambda: window.read("2025"),
        lambda: drafts.keep("journal", SENTINEL),
    ):
        with pytest.raises(Problem):
            act()
    left = {name: state for name, state in state_of(root).items() if not name.endswith("/lock")}
    assert left == {name: state for name, state in before.items() if not name.endswith("/lock")}


def test_a_damaged_vault_is_not_locked(root: Path) -> None:
    vault = lived(root)
    entry = vault.head.entry("2026")
    assert entry is not None
    path = root / "data" / entry.file
    path.write_bytes(path.read_bytes().replace(SENTINEL.encode(), SENTINEL.upper().encode()))
    with pytest.raises(Problem) as told:
        lock(root)
    assert told.value.code is ProblemCode.SHARD_DAMAGED
    assert not is_locked(root, Disk())
    assert everything_readable(root)


def everything_readable(root: Path) -> bool:
    vault = open_vault(root)
    return bool(vault.read("core")) and bool(vault.read("2025"))


def test_what_the_doctor_set_aside_is_sealed_too(root: Path) -> None:
    lived(root)
    (root / "damaged").mkdir()
    (root / "damaged" / "2026-000002-abcdef.json").write_text(SENTINEL)
    envelope = lock(root)
    assert SENTINEL.encode() not in readable_bytes(root)
    sealed = root / "damaged" / "2026-000002-abcdef.json.age"
    assert envelope.open(sealed.read_bytes()) == SENTINEL.encode()


# The keys


def test_changing_the_passphrase_writes_one_file(root: Path) -> None:
    lived(root)
    envelope = lock(root)
    before = state_of(root)
    change(root, envelope, b"another", cost=CHEAP)
    after = state_of(root)
    changed = {name for name in after if after[name][2] != before[name][2]}
    assert changed == {str(root / IDENTITY)}
    assert set(after) == set(before)
    with pytest.raises(Problem) as told:
        key(root)
    assert told.value.code is ProblemCode.WRONG_PASSPHRASE
    assert everything(open_locked(root, key(root, b"another")))
    assert everything(open_locked(root, recovered(root)))


def test_twenty_wrong_passphrases_change_nothing(root: Path) -> None:
    lived(root)
    lock(root)
    before = state_of(root)
    for number in range(20):
        with pytest.raises(Problem) as told:
            key(root, b"wrong %d" % number)
        assert told.value.code is ProblemCode.WRONG_PASSPHRASE
    with pytest.raises(Problem) as told:
        recovered(root, b"ANOTHER-CODE")
    assert told.value.code is ProblemCode.WRONG_RECOVERY_CODE
    assert state_of(root) == before
    assert key(root).suffix == ".age"


def test_at_the_usual_cost_the_lock_opens_with_either_secret(root: Path) -> None:
    from stepup.vault.moving import set_lock

    set_lock(root, PASSPHRASE, CODE, now=clock())
    assert b"scrypt" in (root / IDENTITY).read_bytes().split(b"\n")[1]
    assert b" 17\n" in (root / IDENTITY).read_bytes()
    assert b" 17\n" in (root / RECOVERY).read_bytes()
    assert unlock(root, PASSPHRASE).key() == unlock(root, CODE, name=RECOVERY).key()


@pytest.mark.parametrize("how", ["emptied", "cut", "flipped", "text", "costly"])
def test_a_key_file_that_is_not_as_it_was_written_is_told_and_the_code_still_opens(
    root: Path, how: str
) -> None:
    vault = lived(root)
    before = everything(vault)
    envelope = lock(root)
    path = root / IDENTITY
    whole = path.read_bytes()
    path.write_bytes(
        {
            "emptied": b"",
            "cut": whole[:50],
            "flipped": whole[:-1] + bytes([whole[-1] ^ 1]),
            "text": b"something else",
            "costly": whole.replace(b" 2\n", b" 30\n", 1),
        }[how]
    )
    state = state_of(root)
    with pytest.raises(Problem) as told:
        unlock(root, PASSPHRASE, cost=Cost(2, range(2, 20)))
    expected = ProblemCode.KEY_TOO_COSTLY if how == "costly" else ProblemCode.KEY_DAMAGED
    assert told.value.code is expected
    assert state_of(root) == state
    found = recovered(root)
    assert found.key() == envelope.key()
    change(root, found, b"new", cost=CHEAP)
    assert everything(open_locked(root, key(root, b"new"))) == before


def test_a_key_file_that_is_gone_is_told_and_the_code_still_opens(root: Path) -> None:
    lived(root)
    lock(root)
    (root / IDENTITY).unlink()
    for act in (open_vault, key, lock):
        with pytest.raises(Problem) as told:
            act(root)
        assert told.value.code is ProblemCode.KEY_GONE
    change(root, recovered(root), b"new", cost=CHEAP)
    assert everything(open_locked(root, key(root, b"new")))


def test_the_key_of_another_vault_opens_nothing(root: Path, tmp_path: Path) -> None:
    lived(root)
    lock(root)
    other = lock(tmp_path / "other")
    vault = Vault.open(root, now=clock(), envelope=other)
    assert vault.read_only is not None
    with pytest.raises(Problem):
        save(vault, "a")


# Backups


def test_a_backup_of_a_locked_vault_is_locked_and_restores_with_its_passphrase(
    root: Path, tmp_path: Path
) -> None:
    before = everything(lived(root))
    kept = backup(open_locked(root, lock(root)), tmp_path / "stick")
    assert SENTINEL.encode() not in (tmp_path / "stick").read_bytes()
    with pytest.raises(Problem) as told:
        restore(tmp_path / "stick", tmp_path / "again")
    assert told.value.code is ProblemCode.LOCKED
    sealed = key_of(tmp_path / "stick")
    assert sealed is not None
    with pytest.raises(Problem) as told:
        open_key(sealed, b"wrong", CHEAP)
    assert told.value.code is ProblemCode.WRONG_PASSPHRASE
    again = restore(
        tmp_path / "stick", tmp_path / "again", envelope=open_key(sealed, PASSPHRASE, CHEAP)
    )
    assert again.records == kept.records
    assert everything(open_locked(tmp_path / "again", key(tmp_path / "again"))) == before
    assert everything(open_locked(tmp_path / "again", recovered(tmp_path / "again"))) == before


def test_a_plain_backup_from_before_opens_without_a_key(root: Path, tmp_path: Path) -> None:
    vault = lived(root)
    before = everything(vault)
    backup(vault, tmp_path / "stick")
    lock(root)
    assert key_of(tmp_path / "stick") is None
    restore(tmp_path / "stick", tmp_path / "again")
    assert everything(open_vault(tmp_path / "again")) == before


def test_the_doctor_mends_a_locked_vault(root: Path) -> None:
    lived(root)
    locked = open_locked(root, lock(root))
    save(locked, "b", text="newer")
    newest = max((root / "manifests").iterdir())
    newest.write_bytes(newest.read_bytes()[:100])
    envelope = key(root)
    assert not diagnose(root, envelope=envelope).whole
    assert repair(root, now=clock(), envelope=envelope).whole
    assert [path.suffix for path in (root / "damaged").iterdir()] == [".age"]


# On the wrong side


def test_taking_off_without_a_lock_is_told(root: Path) -> None:
    lived(root)
    envelope = lock(root)
    unlock_and_take_off(root)
    with pytest.raises(Problem) as told:
        take_off(root, envelope)
    assert told.value.code is ProblemCode.HAS_NO_LOCK
    with pytest.raises(Problem) as told:
        key(root)
    assert told.value.code is ProblemCode.HAS_NO_LOCK
    with pytest.raises(Problem) as told:
        change(root, envelope, b"new", cost=CHEAP)
    assert told.value.code is ProblemCode.HAS_NO_LOCK
    assert not is_locked(root, Disk())


def test_what_another_window_saved_plainly_while_locks_did_nothing_is_taken_along(
    root: Path,
) -> None:
    window = lived(root)
    number = save(window, "d", text=SENTINEL)
    late = {path: path.read_bytes() for path in root.glob("*/*") if f"{number:06d}" in path.name}
    for path in late:
        path.unlink()
    envelope = lock(root)
    for path, data in late.items():
        path.write_bytes(data)
    locked = open_locked(root, envelope)
    locked.refresh()
    assert locked.generation == number
    assert locked.read("2026")["win"]["d"]["text"] == SENTINEL
    assert SENTINEL.encode() not in readable_bytes(root)
