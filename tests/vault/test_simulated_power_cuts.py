"""Fault 3: any order of acts, two writers without a lock, power cut or error at any step; nothing saved is lost."""

import errno
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.vault.simulated import PowerCut, SimulatedDisk
from tests.vault.support import clock, document, everything, open_vault, save

from stepup.domain.problem import Problem
from stepup.vault import Document, Put, Vault, retention
from stepup.vault.doctor import diagnose
from stepup.vault.keys import KeyEnvelope

ROOT = Path("/home/someone/stepup")
WHO = st.sampled_from(["window", "command"])
KEY = st.sampled_from(["a", "b", "c"])
SHARD = st.sampled_from(["core", "2025", "2026"])
STEP = st.integers(1, 60)


@dataclass(frozen=True)
class Model:
    """What must be readable: the text under each id, and those that were kept beside because two wrote at once."""

    current: dict[tuple[str, str], str] = field(default_factory=dict)
    copies: frozenset[str] = frozenset()

    def after(self, put: Put) -> "Model":
        place = put.shard, put.id
        there = self.current.get(place)
        seen = _text(put.before) if put.before else None
        beside = (
            {there} if there is not None and there not in {seen, _text(put.document)} else set()
        )
        return Model({**self.current, place: _text(put.document)}, self.copies | beside)

    @property
    def texts(self) -> frozenset[str]:
        return self.copies | set(self.current.values())


class PowerCuts(RuleBasedStateMachine):
    """Two vaults on one disk; one may know an older state than the other."""

    envelope: KeyEnvelope | None = None

    @initialize(links=st.booleans())
    def start(self, links: bool) -> None:
        self.disk = SimulatedDisk(links=links)
        self.model = Model()
        self.of_generation: dict[int, Model] = {}
        self.written = 0
        self.open_both()

    def opened(self) -> Vault:
        """The vault as one who opens it now finds it."""
        return Vault.open(ROOT, now=clock(), disk=self.disk, envelope=self.envelope)

    def open_both(self) -> None:
        self.vaults = {who: self.opened() for who in ("window", "command")}

    def a_put(self, who: str, shard: str, key: str) -> Put:
        # As in life, an id is in one shard only: the same id in two would mean a record that was moved.
        self.written += 1
        key = f"{shard}-{key}"
        before = self.vaults[who].read(shard).get("win", {}).get(key)
        return Put(shard, "win", key, {"id": key, "text": f"text {self.written}"}, before)

    def readable(self) -> frozenset[str]:
        tables = everything(self.opened()).values()
        return frozenset(
            _text(document) for shard in tables for document in shard.get("win", {}).values()
        )

    def acknowledged(self, generation: int, model: Model) -> None:
        self.model = model
        self.of_generation[generation] = model

    def either(self, new: Model) -> None:
        """Take what is readable after an end that told nothing: the old or the new, and nothing else."""
        found = self.readable()
        assert found in (self.model.texts, new.texts)
        if found == new.texts:
            self.acknowledged(self.opened().generation, new)

    @rule(who=WHO, shard=SHARD, key=KEY)
    def save(self, who: str, shard: str, key: str) -> None:
        put = self.a_put(who, shard, key)
        saved = self.vaults[who].commit([put], ["save"])
        self.acknowledged(saved.generation, self.model.after(put))

    @rule(who=WHO, shard=SHARD, key=KEY, step=STEP, seed=st.integers(0, 2**16))
    def save_while_the_power_goes(
        self, who: str, shard: str, key: str, step: int, seed: int
    ) -> None:
        put = self.a_put(who, shard, key)
        new = self.model.after(put)
        self.disk.plan(cut=step)
        with suppress(PowerCut):
            self.acknowledged(self.vaults[who].commit([put], ["save"]).generation, new)
        self.disk.cut_power(Random(seed))
        if self.model is not new:
            self.either(new)
        self.open_both()

    @rule(who=WHO, shard=SHARD, key=KEY, step=STEP, times=st.integers(1, 5), full=st.booleans())
    def save_while_calls_fail(
        self, who: str, shard: str, key: str, step: int, times: int, full: bool
    ) -> None:
        put = self.a_put(who, shard, key)
        new = self.model.after(put)
        self.disk.fail_with = errno.ENOSPC if full else errno.EIO
        self.disk.plan(fail=range(step, step + times))
        try:
            self.acknowledged(self.vaults[who].commit([put], ["save"]).generation, new)
        except Problem:
            self.disk.plan()
            self.either(new)
            self.acknowledged(self.vaults[who].commit([put], ["save again"]).generation, new)
        self.disk.plan()

    @precondition(lambda self: self.disk.links)
    @rule(shards=st.tuples(SHARD, SHARD), keys=st.tuples(KEY, KEY), step=STEP)
    def save_while_another_saves(
        self, shards: tuple[str, str], keys: tuple[str, str], step: int
    ) -> None:
        theirs = self.a_put("command", shards[1], keys[1])
        ours = self.a_put("window", shards[0], keys[0])
        in_order: list[tuple[int, Put]] = []

        def let_in() -> None:
            in_order.append((self.vaults["command"].commit([theirs], ["save"]).generation, theirs))

        self.disk.let_in = let_in
        self.disk.plan(let_in=step)
        in_order.append((self.vaults["window"].commit([ours], ["save"]).generation, ours))
        self.disk.plan()
        # Who came first is told by the numbers, not by who answered first.
        for generation, put in sorted(in_order, key=lambda saved: saved[0]):
            self.acknowledged(generation, self.model.after(put))

    @rule(who=WHO, seed=st.integers(0, 2**16))
    def go_back(self, who: str, seed: int) -> None:
        known = [
            found.number
            for found in self.vaults[who].history()
            if found.number in self.of_generation
        ]
        if known:
            number = Random(seed).choice(known)
            again = self.vaults[who].restore_generation(number)
            self.acknowledged(again.generation, self.of_generation[number])

    @rule(who=WHO, step=st.none() | STEP, seed=st.integers(0, 2**16))
    def prune(self, who: str, step: int | None, seed: int) -> None:
        self.disk.plan(cut=step)
        with suppress(PowerCut):
            retention.prune(self.vaults[who].place)
        if step is not None:
            self.disk.cut_power(Random(seed))
            self.open_both()

    @rule(seed=st.integers(0, 2**16))
    def lose_power(self, seed: int) -> None:
        self.disk.cut_power(Random(seed))
        self.open_both()

    @rule(who=WHO)
    def look_for_news(self, who: str) -> None:
        self.vaults[who].refresh()

    @invariant()
    def what_was_saved_is_there_and_the_vault_is_whole(self) -> None:
        assert self.opened().read_only is None
        assert self.readable() == self.model.texts
        report = diagnose(ROOT, disk=self.disk, envelope=self.envelope)
        assert (report.problems, report.older, report.unknown) == ((), (), ())


def _text(document: Document | None) -> str:
    assert document is not None
    return str(document["text"])


PowerCuts.TestCase.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.slow
class TestPowerCuts(PowerCuts.TestCase):  # type: ignore[misc, valid-type]  # made by Hypothesis at run time
    """Runs the machine."""


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_first_save_that_failed_anywhere_and_was_made_again_outlives_a_power_cut(
    links: bool, times: int
) -> None:
    failed = 0
    for step in range(1, 90):
        for seed in range(3):
            disk = SimulatedDisk(links=links)
            vault = open_vault(ROOT, disk)
            disk.plan(fail=range(step, step + times))
            try:
                save(vault, "a")
            except Problem:
                failed += 1
                disk.plan()
                save(vault, "a")
            disk.cut_power(Random(seed))
            again = open_vault(ROOT, disk)
            assert again.read_only is None, step
            assert again.read("2026") == {"win": {"a": document("a")}}, step
    assert failed > 100
