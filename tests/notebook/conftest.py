"""Windows on a notebook that are closed after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.notebook.support import Notebook, furnish

Opener = Callable[..., Notebook]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where the notebook will be; nothing is there yet."""
    return tmp_path / "notebook"


@pytest.fixture
def opened(root: Path) -> Iterator[Opener]:
    """Open windows on the notebook."""
    windows: list[Notebook] = []

    def open_window(**options: Any) -> Notebook:
        windows.append(Notebook(root, **options))
        return windows[-1]

    yield open_window
    for window in windows:
        window.close()


@pytest.fixture
def window(opened: Opener) -> Notebook:
    """One window on a new notebook."""
    return opened()


@pytest.fixture
def furnished(root: Path, opened: Opener) -> Notebook:
    """One window on a notebook with a little of everything, nothing of it to be undone."""
    furnish(root)
    found = opened()
    found.clock.move(hours=1)
    return found
