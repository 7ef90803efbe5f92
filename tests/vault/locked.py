"""A lived-in vault, plain and locked, with keys that cost nothing to make."""

from pathlib import Path
from typing import Any

import pytest
from tests.vault.support import clock, open_vault, save

from stepup.notebook import locking
from stepup.vault import Disk, Drafts, Vault
from stepup.vault.keys import Cost, KeyEnvelope, unlock
from stepup.vault.layout import RECOVERY
from stepup.vault.leftovers import finish
from stepup.vault.moving import set_lock, take_off

CHEAP = Cost(written=2, read=range(1, 21))
PASSPHRASE = b"correct horse"
CODE = b"A-RECOVERY-CODE"
SENTINEL = "sentinel-of-a-secret-life"


def make_keys_cheap(patch: pytest.MonkeyPatch) -> None:
    """Let the notebook's own keys cost nothing, and this process be read like any other."""
    patch.setattr(locking, "_COST", CHEAP)
    patch.setattr(locking, "_keep_to_ourselves", lambda: None)


def lived(root: Path, disk: Disk | None = None) -> Vault:
    """A plain vault of five saves in three shards, and a draft of a window that is gone."""
    vault = open_vault(root, disk)
    for key, shard in (("a", "2025"), ("b", "2026"), ("c", "core"), ("a", "2025")):
        save(vault, key, shard, text=f"{SENTINEL} {key}", number=vault.generation)
    drafts = Drafts(root, "gone", disk)
    drafts.keep("journal:2026-11-22:", f"{SENTINEL} draft")
    drafts.close()
    return vault


def lock(root: Path, disk: Disk | None = None) -> KeyEnvelope:
    return set_lock(root, PASSPHRASE, CODE, now=clock(), disk=disk, cost=CHEAP)


def key(root: Path, secret: bytes = PASSPHRASE, disk: Disk | None = None) -> KeyEnvelope:
    return unlock(root, secret, disk=disk, cost=CHEAP)


def recovered(root: Path, code: bytes = CODE, disk: Disk | None = None) -> KeyEnvelope:
    return unlock(root, code, name=RECOVERY, disk=disk, cost=CHEAP)


def open_locked(root: Path, envelope: KeyEnvelope, disk: Disk | None = None) -> Vault:
    vault = Vault.open(root, now=clock(), envelope=envelope, disk=disk)
    finish(vault.place)
    return vault


def unlock_and_take_off(root: Path, disk: Disk | None = None) -> None:
    take_off(root, key(root, disk=disk), disk=disk)


def histories(vault: Vault) -> list[Any]:
    return [
        (one.number, one.saved_at, one.labels, one.records, vault.changes(one.number))
        for one in vault.history()
    ]


def draft_texts(root: Path, vault: Vault, disk: Disk | None = None) -> list[str]:
    drafts = Drafts(root, "now", disk, vault.place.envelope)
    return [draft.text for draft in drafts.left_behind()]


def readable_bytes(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
