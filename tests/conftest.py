"""What every test stands on: a compiled catalogue, an English start, no real home in reach."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import catalogue
from stepup import i18n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# How long an example takes depends on the machine, never on the promise.
settings.register_profile(
    "stepup",
    deadline=None,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("stepup")


def pytest_configure() -> None:
    """Compile the catalogue when a message was changed since."""
    if not catalogue.is_compiled():
        catalogue.compile_catalogues()


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test a home of its own, an English locale, and leave the language as it was."""
    home = tmp_path / "home"
    for name in [name for name in os.environ if name.startswith(("STEPUP_", "LC_", "TEXTUAL_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("STEPUP_HOME", str(home / "vault"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "")
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the keys of locked notebooks at no cost."""
    from tests.vault.locked import make_keys_cheap

    make_keys_cheap(monkeypatch)
