"""Made-up records and short ways to put and read them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from stepup.vault import Disk, Document, Migrations, Put, Vault
from stepup.vault.migrations import CURRENT

START = datetime(2026, 5, 31, 22, 0, tzinfo=UTC)


def clock(
    start: datetime = START, step: timedelta = timedelta(minutes=1)
) -> Callable[[], datetime]:
    """A clock that moves on by step each time it is looked at."""
    ticks = iter(range(10**9))
    return lambda: start + step * next(ticks)


def open_vault(root: Path, disk: Disk | None = None, migrations: Migrations = CURRENT) -> Vault:
    return Vault.open(root, now=clock(), disk=disk, migrations=migrations)


def document(key: str, **fields: Any) -> Document:
    return {"id": key, **fields}


def new(key: str, shard: str = "2026", table: str = "win", **fields: Any) -> Put:
    """A put of a record that was not there."""
    return Put(shard, table, key, document(key, **fields), None)


def save(vault: Vault, key: str, shard: str = "2026", table: str = "win", **fields: Any) -> int:
    """Commit one record over whatever is there; the generation."""
    before = vault.read(shard).get(table, {}).get(key)
    put = Put(shard, table, key, document(key, **fields), before)
    return vault.commit([put], ["save"]).generation


def everything(vault: Vault) -> dict[str, dict[str, dict[str, Document]]]:
    return {shard: vault.read(shard) for shard in vault.shards()}


def snapshot(root: Path) -> dict[str, bytes | str]:
    """Every name below root with its bytes (or, for what is no file, its type)."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        if path.is_file() and not path.is_symlink()
        else "other"
        for path in sorted(root.rglob("*"))
    }
