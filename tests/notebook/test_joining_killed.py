"""Joining may end anywhere: the notebook then opens as before or as after, and the other one as ever."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tests.notebook.support import DAY, HandClock, plant, win
from tests.vault.simulated import PowerCut, SimulatedDisk
from tests.vault.support import everything, open_vault, snapshot

from stepup.notebook import joining
from stepup.notebook.book import Book
from stepup.vault import Put, Vault
from stepup.vault.doctor import diagnose

ROOT = Path("/home/someone/stepup")
OURS = [
    Put("2026", "win", "ours", win("ours", DAY), None),
    Put("2025", "win", "both", win("both", DAY, "ours"), None),
]


def texts(disk: SimulatedDisk) -> frozenset[str]:
    vault = open_vault(ROOT, disk)
    assert vault.read_only is None
    assert diagnose(ROOT, disk=disk).whole
    shards = everything(vault).values()
    return frozenset(
        str(one.get("text")) for tables in shards for one in tables.get("win", {}).values()
    )


@pytest.mark.parametrize("links", [True, False])
def test_cut_off_at_any_step_it_is_as_before_or_as_after(tmp_path: Path, links: bool) -> None:
    theirs = tmp_path / "other"
    plant(theirs, ("2026", "win", win("theirs", DAY, "theirs")))
    plant(theirs, ("2025", "win", win("both", DAY, "theirs too")))
    plant(theirs, ("2019", "win", win("old", DAY, "old")))
    untouched = snapshot(theirs)
    before = frozenset({"a win", "ours"})
    after = before | {"theirs", "theirs too", "old"}
    ends = set()
    for step in range(1, 70):
        disk = SimulatedDisk(links=links)
        Vault.open(ROOT, now=HandClock().now, disk=disk).commit(OURS, ["save"])
        book = Book(Vault.open(ROOT, now=HandClock().now, disk=disk), clock=HandClock(), settle=9e9)
        change = joining.read_other(book, theirs)
        book.reload(book.look())
        puts = [put for edit in change.edits for put in book._puts(edit, undone=False)]
        disk.plan(cut=step)
        with suppress(PowerCut):
            book.vault.commit(puts, ["join"], alone=True)
        disk.cut_power(Random(step))
        found = texts(disk)
        assert found in (before, after)
        ends.add(found)
        book.close(0)
    assert ends == {before, after}
    assert snapshot(theirs) == untouched
