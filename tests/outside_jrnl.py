"""jrnl itself, in an environment of its own: `.ci/run` makes one and names it in JRNL_FOR_TESTS."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_CONFIG = """version: v4.2
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
display_format: pretty
editor: ''
encrypt: false
highlight: false
indent_character: ''
journals:
  default: {{journal: {journal}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %H:%M'
"""


class Jrnl:
    """A journal of jrnl's in a folder."""

    def __init__(self, command: str, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._command = command
        self._folder = folder
        self._config = folder / "jrnl.yaml"
        self._config.write_text(_CONFIG.format(journal=folder / "journal.txt"), "utf-8")

    def __call__(self, *arguments: str, typed: str = "") -> str:
        """Call jrnl and return what it prints; what it says beside that is left aside."""
        home = {"HOME": str(self._folder), "PYTHONUTF8": "1", "PATH": os.environ.get("PATH", "")}
        done = subprocess.run(
            [self._command, "--config-file", str(self._config), *arguments],
            input=typed.encode(), capture_output=True, check=True, env=home,
        )  # fmt: skip
        return done.stdout.decode()


def jrnl_in(folder: Path) -> Jrnl:
    """jrnl with a journal of its own; the test is skipped where there is no jrnl."""
    command = os.environ.get("JRNL_FOR_TESTS") or shutil.which("jrnl")
    if command is None:
        pytest.skip(
            "jrnl is not installed: python3 -m venv DIR && DIR/bin/pip install jrnl, then JRNL_FOR_TESTS=DIR/bin/jrnl"
        )
    return Jrnl(command, folder)
