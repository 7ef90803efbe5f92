"""Fault 11: killed, cut off or refused by the disk at any step of a move, the old opens or the new, as was told."""

import errno
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
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
from tests.vault.simulated import Folder, PowerCut, SimulatedDisk
from tests.vault.support import everything, open_vault

from stepup.domain.problem import Problem
from stepup.vault import Disk
from stepup.vault.doctor import diagnose
from stepup.vault.keys import KeyEnvelope, change, is_locked
from stepup.vault.layout import IDENTITY, RECOVERY
from stepup.vault.moving import take_off

ROOT = Path("/home/someone/stepup")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "vault"


# Killed at every step


class Deadly(Disk):
    """Ends the process at one act on the disk, before it or after."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.left = step

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        acts = ("create", "link", "replace", "remove", "sync_folder", "make_folder")
        if name not in acts:
            return found

        def act(*arguments: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return found(*arguments)

        return act


def in_a_child(act: Callable[..., object], step: int) -> bool:
    """Whether the child was killed before it was done."""
    child = os.fork()
    if child == 0:
        try:
            act(disk=Deadly(step))
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def change_to_new(root: Path, envelope: KeyEnvelope, disk: Disk) -> None:
    change(root, envelope, b"new", disk=disk, cost=CHEAP)


def opens(root: Path, secret: bytes) -> bool:
    try:
        return bool(everything(open_locked(root, key(root, secret))))
    except Problem:
        return False


def opens_by_code(root: Path, code: bytes) -> bool:
    try:
        return bool(everything(open_locked(root, recovered(root, code))))
    except Problem:
        return False


def copy_of(root: Path, name: str) -> Path:
    import shutil

    return Path(shutil.copytree(root, root.with_name(name)))


def test_killed_at_any_step_of_locking_the_vault_opens_plain_or_locked_and_loses_nothing(
    root: Path,
) -> None:
    vault = lived(root)
    before, told = everything(vault), histories(vault)
    sides = set()
    step = 1
    while True:
        here = copy_of(root, f"copy{step}")
        if not in_a_child(partial(lock, here), step):
            break
        if is_locked(here, Disk()):
            opened = open_locked(here, key(here))
            sides.add("locked")
            assert SENTINEL.encode() not in readable_bytes(here), step
        else:
            opened = open_vault(here)
            sides.add("plain")
            assert opened.read_only is None
        assert everything(opened) == before, step
        assert step % 5 or histories(opened) == told, step
        assert draft_texts(here, opened) == [f"{SENTINEL} draft"], step
        if not is_locked(here, Disk()) and step % 5 == 0:
            # Done again, it goes through.
            opened = open_locked(here, lock(here))
            assert (everything(opened), histories(opened)) == (before, told), step
            assert SENTINEL.encode() not in readable_bytes(here), step
        step += 1
    assert sides == {"plain", "locked"}
    assert step > 30


def test_killed_at_any_step_of_taking_the_lock_off_nothing_is_lost_either(root: Path) -> None:
    vault = lived(root)
    before, told = everything(vault), histories(vault)
    lock(root)
    sides = set()
    step = 1
    while True:
        here = copy_of(root, f"copy{step}")
        if not in_a_child(partial(unlock_and_take_off, here), step):
            break
        locked = is_locked(here, Disk())
        sides.add(locked)
        opened = open_locked(here, key(here)) if locked else open_vault(here)
        assert everything(opened) == before, step
        assert step % 5 or histories(opened) == told, step
        assert draft_texts(here, opened) == [f"{SENTINEL} draft"], step
        if locked:
            assert SENTINEL.encode() not in readable_bytes(here), step
        if step % 5 == 0:
            if not locked:
                open_locked(here, lock(here))  # it can be locked anew
            unlock_and_take_off(here)
            opened = open_vault(here)
            assert (everything(opened), histories(opened)) == (before, told), step
        step += 1
    assert sides == {True, False}


def test_killed_at_any_step_of_changing_the_passphrase_the_old_or_the_new_opens(root: Path) -> None:
    lived(root)
    envelope = lock(root)
    opened = set()
    step = 1
    while True:
        here = copy_of(root, f"copy{step}")
        if not in_a_child(partial(change_to_new, here, envelope), step):
            break
        opened |= {secret for secret in (PASSPHRASE, b"new") if opens(here, secret)}
        assert opens(here, PASSPHRASE) is not opens(here, b"new"), step
        step += 1
    assert opened == {PASSPHRASE, b"new"}


def test_killed_at_any_step_of_changing_the_code_the_old_or_the_new_opens_and_the_passphrase(
    root: Path,
) -> None:
    lived(root)
    envelope = lock(root)
    opened = set()
    step = 1
    while True:
        here = copy_of(root, f"copy{step}")
        change_code = partial(change, here, envelope, b"new", name=RECOVERY, cost=CHEAP)
        if not in_a_child(change_code, step):
            break
        codes = {code for code in (CODE, b"new") if opens_by_code(here, code)}
        opened |= codes
        assert len(codes) == 1, step
        assert opens(here, PASSPHRASE), step
        step += 1
    assert opened == {CODE, b"new"}


def test_what_an_attempt_that_was_killed_left_is_not_held_against_the_vault(root: Path) -> None:
    lived(root)
    assert in_a_child(partial(lock, root), 20)
    assert not is_locked(root, Disk())
    assert list(root.rglob("*.age"))
    report = diagnose(root)
    assert report.whole
    assert report.unknown == ()


class Unforced(Disk):
    """Forces nothing out any more in the vault's own folder, once identity.age was removed or put in its place."""

    fails = False

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.fails |= path.name == IDENTITY

    def replace(self, old: Path, new: Path) -> None:
        super().replace(old, new)
        self.fails |= new.name == IDENTITY

    def sync_folder(self, folder: Path) -> None:
        if self.fails and folder.name != "drafts":
            raise OSError(errno.EIO, "nothing is forced out")
        super().sync_folder(folder)


def test_a_lock_that_is_told_to_stay_stays_where_nothing_can_be_forced_out(root: Path) -> None:
    vault = lived(root)
    before = everything(vault)
    lock(root)
    with pytest.raises(Problem):
        unlock_and_take_off(root, Unforced())
    assert is_locked(root, Disk())
    assert everything(open_locked(root, key(root))) == before


def test_a_passphrase_that_is_told_not_to_hold_does_not_where_nothing_can_be_forced_out(
    root: Path,
) -> None:
    lived(root)
    with pytest.raises(Problem):
        change(root, lock(root), b"new", disk=Unforced(), cost=CHEAP)
    assert opens(root, PASSPHRASE)
    assert not opens(root, b"new")


# The power goes at every step


@pytest.mark.parametrize("links", [True, False])
def test_a_power_cut_at_any_step_of_locking_and_of_taking_it_off_loses_nothing(links: bool) -> None:
    locking = taking = 0
    for step in range(1, 1000, 1 if links else 3):
        disk = SimulatedDisk(links=links)
        vault = lived(ROOT, disk)
        before = everything(vault)
        disk.plan(cut=step)
        try:
            lock(ROOT, disk)
            locking = locking or step
            unlock_and_take_off(ROOT, disk)
            taking = step
        except PowerCut:
            pass
        disk.cut_power(Random(step))
        locked = is_locked(ROOT, disk)
        opened = open_locked(ROOT, key(ROOT, disk=disk), disk) if locked else open_vault(ROOT, disk)
        assert opened.read_only is None, step
        assert everything(opened) == before, step
        assert draft_texts(ROOT, opened, disk) == [f"{SENTINEL} draft"], step
        if taking:
            break
    assert 100 < locking < taking


def test_a_full_disk_at_any_step_leaves_the_vault_plain_and_whole_or_locked_and_whole() -> None:
    for step in range(1, 1000):
        disk = SimulatedDisk()
        vault = lived(ROOT, disk)
        before = everything(vault)
        disk.plan(fail=range(step, step + 1))
        try:
            lock(ROOT, disk)
        except Problem:
            disk.plan()
        else:
            if disk.steps < disk.failing.start:
                break
            disk.plan()
        if not is_locked(ROOT, disk):
            assert everything(open_vault(ROOT, disk)) == before, step
            lock(ROOT, disk)
        assert everything(open_locked(ROOT, key(ROOT, disk=disk), disk)) == before, step
    assert step > 100


def test_a_change_of_passphrase_that_failed_at_any_step_left_the_old_one() -> None:
    failed = 0
    for step in range(1, 100):
        disk = SimulatedDisk()
        lived(ROOT, disk)
        envelope = lock(ROOT, disk)
        disk.plan(fail=range(step, step + 1))
        holds = b"new"
        try:
            change(ROOT, envelope, b"new", disk=disk, cost=CHEAP)
        except Problem:
            failed += 1
            holds = PASSPHRASE
        if disk.steps < disk.failing.start:
            break
        disk.plan()
        assert key(ROOT, holds, disk).key() == envelope.key(), step
        disk.cut_power(Random(step))  # and what was told outlives it
        assert key(ROOT, holds, disk).key() == envelope.key(), step
    assert failed > 5


def test_taking_the_lock_off_that_failed_at_any_step_left_it_on() -> None:
    failed = 0
    for step in range(1, 1000):
        disk = SimulatedDisk()
        before = everything(lived(ROOT, disk))
        lock(ROOT, disk)
        envelope = key(ROOT, disk=disk)
        disk.plan(fail=range(step, step + 1))
        try:
            take_off(ROOT, envelope, disk=disk)
        except Problem:
            failed += 1
            disk.plan()
            assert everything(open_locked(ROOT, key(ROOT, disk=disk), disk)) == before, step
        else:
            if disk.steps < disk.failing.start:
                break
            disk.plan()
            assert everything(open_vault(ROOT, disk)) == before, step
    assert failed > 50


def test_a_lock_that_a_power_cut_may_bring_back_is_gone_for_good_before_another_is_set() -> None:
    tried = 0
    for step in range(1, 400):
        disk = SimulatedDisk()
        before = everything(lived(ROOT, disk))
        lock(ROOT, disk)
        envelope = key(ROOT, disk=disk)
        disk.plan(fail=range(step, step + 4))
        with suppress(Problem):
            take_off(ROOT, envelope, disk=disk)
        done = disk.steps < disk.failing.start
        disk.plan()
        # Taken off in sight of the program, but not forced out.
        if not is_locked(ROOT, disk) and IDENTITY in root_of(disk).durable:
            for cut in range(1, 400, 3):
                again = deepcopy(disk)
                again.plan(cut=cut)
                with suppress(PowerCut):
                    lock(ROOT, again)
                if again.steps < (again.cut_at or 0):
                    break
                again.cut_power(Random(cut))
                locked = is_locked(ROOT, again)
                opened = (
                    open_locked(ROOT, key(ROOT, disk=again), again)
                    if locked
                    else open_vault(ROOT, again)
                )
                assert everything(opened) == before, (step, cut)
                tried += 1
        if done:
            break
    assert tried > 50


def root_of(disk: SimulatedDisk) -> Folder:
    found = disk._find(ROOT)
    assert isinstance(found, Folder)
    return found
