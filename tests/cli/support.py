"""Short ways to call the command line, in this process or as the real program, and to break a vault."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import orjson
import pytest

from stepup.cli.start import start

JAPAN = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 22, 21, 30, tzinfo=JAPAN)
TODAY = "2026-11-22"


class EveningClock:
    """Half past nine in the evening of TODAY, each look a little later."""

    looks = 0

    def now(self) -> datetime:
        type(self).looks += 1
        return NOW + timedelta(milliseconds=self.looks)

    def localise(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=JAPAN)


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:
        return orjson.loads(self.out)


class Caller:
    """Calls the command line in this process, on one vault."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[bytes]
    ) -> None:
        self._monkeypatch = monkeypatch
        self._capfd = capfd

    def __call__(self, *arguments: str, typed: bytes | str = b"") -> Done:
        data = typed.encode() if isinstance(typed, str) else typed
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        self._capfd.readouterr()
        code = start(arguments)
        captured = self._capfd.readouterr()
        return Done(code, captured.out, captured.err.decode())


def program(*arguments: str) -> list[str]:
    """The real program's command."""
    return [sys.executable, "-m", "stepup", *arguments]


def run(*arguments: str, typed: bytes = b"", before: tuple[str, ...] = ()) -> Done:
    """Run the real program to its end."""
    done = subprocess.run(
        [*before, *program(*arguments)], input=typed, capture_output=True, check=False
    )
    return Done(done.returncode, done.stdout, done.stderr.decode())


def state_of(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every name below a folder (or the file there) with its mode, time of change and bytes."""
    found = {}
    for path in sorted([folder, *folder.rglob("*")] if os.path.lexists(folder) else []):
        seen = path.lstat()
        found[str(path)] = (
            seen.st_mode,
            seen.st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
    return found


def newest_manifest(vault: Path) -> Path:
    return max((vault / "manifests").glob("*.json"))


def make_newer(vault: Path) -> None:
    """Let the newest state be one of a stepup to come."""
    path = newest_manifest(vault)
    fields = orjson.loads(path.read_bytes())["body"]
    body = orjson.dumps({**fields, "schema": 999})
    checksum = hashlib.sha256(body).hexdigest().encode()
    path.write_bytes(b'{"sha256":"' + checksum + b'","body":' + body + b"}\n")


def damage_shard(vault: Path) -> None:
    """Turn one letter of this year's entries into another."""
    fields = orjson.loads(newest_manifest(vault).read_bytes())["body"]
    path = vault / "data" / fields["shards"][TODAY[:4]]["file"]
    path.write_bytes(path.read_bytes().replace(b'"mood":', b'"mooD":'))
