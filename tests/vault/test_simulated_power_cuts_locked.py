"""Fault 3 with a lock: set, given another passphrase, opened again and taken off, amid saves; cut off at any step."""

import errno
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.vault.locked import CHEAP, CODE
from tests.vault.simulated import File, Folder, PowerCut
from tests.vault.support import clock, new
from tests.vault.test_simulated_power_cuts import ROOT, PowerCuts

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Vault, keys, moving
from stepup.vault.layout import RECOVERY
from stepup.vault.leftovers import finish, plain_leftovers

SEED = st.integers(0, 2**16)


class LockedPowerCuts(PowerCuts):
    """The same two vaults; now and then a lock is set on them, or taken off."""

    passphrase = b""
    may_hold: tuple[bytes, ...] = ()
    """The passphrases one of which opens the vault, after ends that told nothing."""
    codes: tuple[bytes, ...] = (CODE,)
    """The recovery codes one of which opens it, likewise."""
    given = 0

    @property
    def is_locked(self) -> bool:
        return self.envelope is not None

    def opened(self) -> Vault:
        if keys.is_locked(ROOT, self.disk) is not self.is_locked:
            self.open_both()  # a power cut brought back a lock that was taken off, or took away one
        return super().opened()

    def open_both(self) -> None:
        self.find_key()
        super().open_both()
        if self.is_locked:
            finish(self.vaults["window"].place)
            assert plain_leftovers(ROOT, self.disk) == ()

    def find_key(self) -> None:
        """See whether there is a lock, and open it."""
        self.envelope, self.passphrase = None, b""
        if keys.is_locked(ROOT, self.disk):
            for passphrase in self.may_hold:
                with suppress(Problem):
                    self.envelope = keys.unlock(ROOT, passphrase, disk=self.disk, cost=CHEAP)
                    self.passphrase = passphrase
            assert self.passphrase, "no passphrase opens it"

    def another(self) -> bytes:
        self.given += 1
        return b"passphrase %d" % self.given

    def set_it(self, passphrase: bytes) -> None:
        if CODE not in self.codes:
            self.codes = (*self.codes, CODE)
        moving.set_lock(ROOT, passphrase, CODE, now=clock(), disk=self.disk, cost=CHEAP)

    def change_code(self, code: bytes) -> None:
        assert self.envelope is not None
        keys.change(ROOT, self.envelope, code, name=RECOVERY, disk=self.disk, cost=CHEAP)

    def change_it(self, passphrase: bytes) -> None:
        assert self.envelope is not None
        keys.change(ROOT, self.envelope, passphrase, disk=self.disk, cost=CHEAP)

    def take_it_off(self, _passphrase: bytes) -> None:
        assert self.envelope is not None
        moving.take_off(ROOT, self.envelope, disk=self.disk)

    def recovered(self, code: bytes) -> keys.KeyEnvelope | None:
        with suppress(Problem):
            return keys.unlock(ROOT, code, name=RECOVERY, disk=self.disk, cost=CHEAP)
        return None

    def go(self, act: Callable[[bytes], None], *, locked: bool) -> None:
        """Do a move whole; windows that were open before it save nothing any more, on the wrong side."""
        before, passphrase = self.vaults, self.another()
        was = self.is_locked
        act(passphrase)
        assert not locked or plain_leftovers(ROOT, self.disk) == ()
        self.may_hold = (passphrase,)
        self.open_both()
        assert self.is_locked is locked
        for vault in before.values() if was is not locked else ():
            with pytest.raises(Problem) as told:
                vault.commit([new("stale")], ["save"])
            assert told.value.code is ProblemCode.LOCKED

    def a_step_of(self, act: Callable[[bytes], None], chance: Random) -> int:
        """Any step of a move; how many it has is told by a disk that is thrown away."""
        kept, self.disk = self.disk, deepcopy(self.disk)
        before = self.disk.steps
        act(b"nobody's")
        steps, self.disk = self.disk.steps - before, kept
        return chance.randint(1, steps)

    def go_while_the_power_goes(self, act: Callable[[bytes], None], seed: int) -> None:
        passphrase = self.another()
        chance = Random(seed + (self.given << 16))  # seeds alone are much the same ones
        self.disk.plan(cut=self.a_step_of(act, chance))
        with suppress(PowerCut):
            act(passphrase)
        self.disk.cut_power(chance)
        self.may_hold = (*self.may_hold, passphrase)
        self.open_both()
        self.may_hold = (self.passphrase,)  # nothing could still get lost after a power cut

    def go_while_calls_fail(self, act: Callable[[bytes], None], times: int, seed: int) -> None:
        passphrase, old = self.another(), self.passphrase
        step = self.a_step_of(act, Random(seed + (self.given << 16)))
        self.disk.fail_with = errno.EIO
        self.disk.plan(fail=range(step, step + times))
        failed = False
        try:
            act(passphrase)
        except Problem:
            failed = True
        self.disk.plan()
        self.may_hold = (*self.may_hold, passphrase)
        self.codes = (*self.codes, passphrase)
        self.open_both()
        if act == self.change_it and times == 1:
            assert self.passphrase == (old if failed else passphrase)

    @precondition(lambda self: not self.is_locked)
    @rule()
    def set_lock(self) -> None:
        self.go(self.set_it, locked=True)

    @precondition(lambda self: self.is_locked)
    @rule()
    def change_the_passphrase(self) -> None:
        old = self.passphrase
        self.go(self.change_it, locked=True)
        with pytest.raises(Problem) as told:
            keys.unlock(ROOT, old, disk=self.disk, cost=CHEAP)
        assert told.value.code is ProblemCode.WRONG_PASSPHRASE

    @precondition(lambda self: self.is_locked)
    @rule()
    def make_a_new_code(self) -> None:
        self.codes = (self.another(),)
        self.change_code(*self.codes)
        self.open_both()

    @precondition(lambda self: self.is_locked)
    @rule(seed=SEED)
    def make_a_new_code_while_the_power_goes(self, seed: int) -> None:
        self.codes = (*self.codes, b"passphrase %d" % (self.given + 1))
        self.go_while_the_power_goes(self.change_code, seed)

    @precondition(lambda self: self.is_locked)
    @rule()
    def take_the_lock_off(self) -> None:
        self.go(self.take_it_off, locked=False)

    @precondition(lambda self: not self.is_locked)
    @rule(seed=SEED)
    def set_lock_while_the_power_goes(self, seed: int) -> None:
        self.go_while_the_power_goes(self.set_it, seed)

    @precondition(lambda self: self.is_locked)
    @rule(seed=SEED)
    def change_the_passphrase_while_the_power_goes(self, seed: int) -> None:
        self.go_while_the_power_goes(self.change_it, seed)

    @precondition(lambda self: self.is_locked)
    @rule(seed=SEED)
    def take_the_lock_off_while_the_power_goes(self, seed: int) -> None:
        self.go_while_the_power_goes(self.take_it_off, seed)

    @rule(times=st.integers(1, 5), seed=SEED)
    def move_while_calls_fail(self, times: int, seed: int) -> None:
        moves = (
            [self.change_it, self.take_it_off, self.change_code]
            if self.is_locked
            else [self.set_it]
        )
        self.go_while_calls_fail(Random(seed).choice(moves), times, seed)

    @precondition(lambda self: self.is_locked)
    @rule()
    def unlock_again(self) -> None:
        with pytest.raises(Problem):
            Vault.open(ROOT, now=clock(), disk=self.disk)
        self.open_both()

    @precondition(lambda self: self.is_locked)
    @rule()
    def recover(self) -> None:
        assert self.envelope is not None
        found = [key for code in self.codes if (key := self.recovered(code)) is not None]
        assert len(found) == 1
        assert found[0].key() == self.envelope.key()
        self.envelope = found[0]
        self.go(self.change_it, locked=True)

    @invariant()
    def what_is_locked_cannot_be_read(self) -> None:
        if self.is_locked:
            assert not [name for name, data in files_of(self.disk.root) if b'"text"' in data]


def files_of(folder: Folder) -> list[tuple[str, bytes]]:
    found = []
    for name, entry in folder.now.items():
        found += [(name, entry.data)] if isinstance(entry, File) else files_of(entry)
    return found


LockedPowerCuts.TestCase.settings = settings(
    max_examples=50, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.slow
class TestLockedPowerCuts(LockedPowerCuts.TestCase):  # type: ignore[misc, valid-type]  # made by Hypothesis
    """Runs the machine."""
