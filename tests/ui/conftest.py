"""What every test of the window stands on."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from stepup.i18n import set_language


@pytest.fixture(autouse=True)
def _collected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the windows of earlier tests be collected: `freeze` keeps all there is for good."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a vault will be."""
    return tmp_path / "vault"


@pytest.fixture
def _japanese() -> Iterator[None]:
    set_language("ja")
    yield
    set_language("en")


japanese = pytest.mark.usefixtures("_japanese")
