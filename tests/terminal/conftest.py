"""What the tests of a locked notebook stand on."""

from pathlib import Path

import pytest
from tests.terminal.locked import live_below, lock

from stepup.notebook.book import open_book
from stepup.notebook.profile import Profile


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is home, temporary folder and working folder at once; all that is left is below it."""
    live_below(tmp_path, monkeypatch)
    return tmp_path


@pytest.fixture
def vault(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A locked notebook whose owner has seen the welcome."""
    vault = place / "vault"
    book = open_book(vault)
    Profile(book).change(welcomed=True)
    assert book.close()
    lock(vault, monkeypatch)
    return vault
