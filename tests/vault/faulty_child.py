"""`faulty_child.py ROOT`: save one change in two shards, under file names known beforehand, and say how it went."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from stepup.domain.problem import Problem
from stepup.vault import Disk, Put, Vault

NEW = "new text"


class NumberedDisk(Disk):
    """Names files by counting, so that a tracer can be told which paths to watch."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens = 0

    def token(self) -> str:
        self.tokens += 1
        return f"{self.tokens:06x}"


def save(root: Path) -> str:
    try:
        vault = Vault.open(root, now=lambda: datetime(2026, 5, 31, tzinfo=UTC), disk=NumberedDisk())
        puts = [
            Put(shard, "win", "a", {"id": "a", "text": NEW}, vault.read(shard)["win"]["a"])
            for shard in ("core", "2026")
        ]
        vault.commit(puts, ["fault"])
    except Problem as problem:
        return f"problem {problem.code}"
    return "saved"


if __name__ == "__main__":
    sys.stdout.write(save(Path(sys.argv[1])))
