"""A locked notebook in a real terminal, and a folder below which lies all that a session can leave."""

import shutil
from pathlib import Path

import pytest
from tests.terminal.support import Terminal

from stepup.notebook import locking
from stepup.vault.keys import Cost

PASSPHRASE = "correct horse battery staple"
CODE = locking.new_code()
SECRET = "sentinel-of-a-secret-life"


def tool(name: str) -> str:
    found = shutil.which(name)
    assert found, f"this test needs the Debian package {name}"
    return found


def live_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have home, temporary folder and working folder below a folder."""
    for name in (
        "HOME",
        "TMPDIR",
        "TEMP",
        "TMP",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
    ):
        monkeypatch.setenv(name, str(folder / name.lower()))
        (folder / name.lower()).mkdir(exist_ok=True)
    (folder / "home" / "Downloads").mkdir(exist_ok=True)
    monkeypatch.chdir(folder / "tmp")


def lock(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the lock of a notebook, as cheap as the program reads it."""
    monkeypatch.setattr(locking, "_keep_to_ourselves", lambda: None)  # this process goes on
    monkeypatch.setattr(locking, "_COST", Cost(written=16))
    locking.set_lock(vault, PASSPHRASE, CODE)


def unlock(terminal: Terminal) -> None:
    """Type the passphrase, and wait for Today."""
    terminal.wait_for("Locked", "Enter opens")
    terminal.send(PASSPHRASE)
    terminal.wait_for("*" * len(PASSPHRASE))
    terminal.send("\r")
    terminal.wait_for("Mood", "That's it for today")
