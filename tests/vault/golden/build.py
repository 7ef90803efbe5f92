"""Makes the golden vault of a release: `python -m tests.vault.golden.build 0.1.0`. Made once, then never changed.

The records are made up. Later releases must open it with the same counts.
"""

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from stepup.vault import Put, Vault

HERE = Path(__file__).parent
JAPAN = timezone(timedelta(hours=9))
DAYS = ["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"]
WINS = ["顔を洗った", "Opened the curtain", "コンビニまで歩いた", "Answered one message 🙂"]


def put(shard: str, table: str, key: str, **fields: Any) -> Put:
    return Put(shard, table, key, {"id": key, **fields}, None)


def records() -> list[list[Put]]:
    """A few saves: what each of them put."""
    core = [
        put("core", "stage", "stage-1", name="家の中でできること", current=True),
        put(
            "core",
            "goal",
            "goal-1",
            title="朝の散歩",
            steps=["靴をはく", "玄関を出る", "角まで"],
            open=True,
        ),
        put("core", "tracker", "tracker-1", name="Water", kind="count"),
    ]
    days = [
        [
            put(
                day[:4],
                "check_in",
                f"check-in-{number}",
                day=day,
                at=f"{day}T14:0{number}:00+09:00",
                mood=number + 1,
            ),
            put(day[:4], "win", f"win-{number}", day=day, text=text),
            put(
                day[:4],
                "entry",
                f"entry-{number}",
                day=day,
                text=f"{text}\n\n雨。\tTea.",
                tags=["天気", "home"],
            ),
        ]
        for number, (day, text) in enumerate(zip(DAYS, WINS, strict=True))
    ]
    return [core, *days]


def build(root: Path) -> None:
    moments = iter(range(1_000))
    start = datetime(2025, 12, 30, 22, 0, tzinfo=JAPAN)
    vault = Vault.open(root, now=lambda: start + timedelta(hours=next(moments)))
    for number, puts in enumerate(records()):
        vault.commit(puts, [f"save {number}"])
    deleted = {"id": "win-0", "deleted": "2026-01-03T10:00:00+09:00"}
    vault.commit(
        [Put("2025", "win", "win-0", deleted, vault.read("2025")["win"]["win-0"])], ["delete"]
    )
    (root / "lock").unlink()


if __name__ == "__main__":
    build(HERE / sys.argv[1])
