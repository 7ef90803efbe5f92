"""What a call loads, reads and writes, counted."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from stepup.vault import Put, Vault

HEAVY = {"textual", "rich", "babel", "asyncio", "hypothesis", "sqlite3"}

WATCHED = """
import atexit, json, os, sys
log, opened, changed = os.environ["WATCH"], [], []
vault = os.environ["STEPUP_HOME"]
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod"}

def hook(event, arguments):
    if event != "open" and event not in CHANGES:
        return
    name = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else ""
    if not name.startswith(vault):
        return
    writes = event != "open" or arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes:
        changed.append(name)
    elif os.path.isfile(name):
        opened.append((name[len(vault):], os.path.getsize(name)))

def tell():
    with open(log, "w") as file:
        json.dump({"opened": opened, "changed": changed, "loaded": sorted(sys.modules)}, file)

atexit.register(tell)
sys.addaudithook(hook)
from stepup.__main__ import main
sys.argv[0] = "stepup"
sys.exit(main())
"""


def watched(
    vault: Path, tmp_path: Path, *arguments: str, typed: bytes = b""
) -> dict[str, list[Any]]:
    """Run the real program and return what it opened to read, what it changed, what it loaded."""
    log = tmp_path / "watched.json"
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, "STEPUP_HOME": str(vault), "WATCH": str(log)},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[Any]] = orjson.loads(log.read_bytes())
    return found


def lived(folder: Path, years: int) -> Path:
    """A vault with `years` years up to now, the same number of entries in each, in one save."""
    this_year = datetime.now(UTC).year
    puts = [
        Put(f"{year}", "check_in", f"{year}-{month}", check_in(date(year, month, 1)), None)
        for year in range(this_year - years + 1, this_year + 1)
        for month in range(1, 13)
    ]
    Vault.open(folder, now=lambda: datetime.now(UTC)).commit(puts, ["import"])
    return folder


def check_in(day: date) -> dict[str, object]:
    return {"id": f"{day.year}-{day.month}", "day": str(day), "at": f"{day}T12:00:00Z", "mood": 3}


def sizes(opened: list[Any], part: str) -> list[int]:
    """The sizes of the opened files whose name has `part` in it."""
    return sorted(size for name, size in opened if part in name)


@pytest.mark.parametrize(
    "arguments", [("log", "--mood", "3"), ("log", "--win"), ("show",), ("show", "--json")]
)
def test_a_day_costs_the_same_after_fifty_years(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    one, fifty = (
        watched(lived(tmp_path / f"{years}", years), tmp_path, *arguments, typed=b"a win")
        for years in (1, 50)
    )

    assert len(one["opened"]) == len(fifty["opened"]) > 0
    assert sizes(one["opened"], "data") == sizes(fifty["opened"], "data")
    assert len(one["changed"]) == len(fifty["changed"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "--json", "1990-01-01..2040-12-31"),
        ("export", "json"),
        ("history",),
        ("doctor",),
        ("doctor", "--repair"),
    ],
)
def test_what_only_reads_opens_nothing_to_write(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    found = watched(lived(tmp_path / "vault", 2), tmp_path, *arguments)

    assert found["opened"]
    assert found["changed"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "--mood", "3", "--sleep", "3:10-11:40", "--mark", "meal", "--win", "--journal"),
        ("show", "--json"),
        ("show",),
        ("export", "json"),
        ("history",),
        ("undo",),
        ("doctor",),
    ],
)
def test_no_command_loads_a_screen_or_what_it_does_not_need(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    found = watched(lived(tmp_path / "vault", 1), tmp_path, *arguments, typed=b"one\ntwo")
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, json, subprocess, pathlib; print(*sys.modules)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split()

    loaded = {str(name).partition(".")[0] for name in found["loaded"]}
    assert loaded & (HEAVY - set(bare)) == set()
    assert not any(str(name).startswith(("stepup.ui", "stepup.demo")) for name in found["loaded"])
