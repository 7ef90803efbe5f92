"""A vault away from home, an evening that stays, and a process left as it was."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.support import Caller, EveningClock


@pytest.fixture
def vault() -> Path:
    """The folder every call is about; nothing is there yet."""
    return Path(os.environ["STEPUP_HOME"])


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Caller:
    """Call the command line in this process, on the evening of TODAY."""
    for module, name in (
        (sys, "excepthook"),
        (sys, "unraisablehook"),
        (threading, "excepthook"),
    ):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "1")
    monkeypatch.setattr("stepup.notebook.book.SystemClock", EveningClock)
    return Caller(monkeypatch, capfdbinary)
