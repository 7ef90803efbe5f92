"""Fault 16 with a lock: a mistake on any screen, in a handler or in a worker, tells nothing and leaves nothing."""

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from tests.leaks import found_below
from tests.share.sentinels import fill
from tests.ui.every_screen import WAYS, all_screens, open_screen, screen_of
from tests.ui.support import MovableClock, Window, opened
from tests.vault.locked import make_keys_cheap
from textual.worker import WorkerFailed

from stepup.notebook import locking
from stepup.notebook.book import open_book
from stepup.notebook.profile import Profile

PASSPHRASE = "correct horse"
SECRET = "sentinel-of-a-secret-life"
WORD = re.compile("zq[0-9]+q")
"""What every text of the notebook is."""


class BoomError(Exception):
    """What a mistake raises."""


def boom() -> None:
    secret_local = SECRET
    raise BoomError(f"{secret_local} in the message too")


async def work() -> None:
    await asyncio.to_thread(boom)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked notebook in which every field of every kind of record holds a word."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    book = open_book(folder, clock=MovableClock())
    fill(book)
    Profile(book).change(welcomed=True, look_away=())
    assert book.close()
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        locking.set_lock(folder, PASSPHRASE, locking.new_code())
    return folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: Path) -> Path:
    """Below it are home, the temporary files, the working folder, and a locked notebook."""
    make_keys_cheap(monkeypatch)
    for name in ("home", "temporary", "here"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path / "here")
    shutil.copytree(template, tmp_path / "vault")
    return tmp_path


async def unlock(window: Window) -> None:
    await window.write(PASSPHRASE)
    await window.press("enter")
    await window.until(lambda: window.app.session is not None)
    await window.settle()


async def test_every_screen_of_the_program_is_gone_over_here(place: Path) -> None:
    async with opened(place / "vault") as window:
        await unlock(window)
        assert {screen_of(window.session, way) for way in WAYS} == all_screens()


@pytest.mark.parametrize("where", ["handler", "worker"])
@pytest.mark.parametrize("way", WAYS)
async def test_a_mistake_on_any_screen_of_a_locked_notebook_tells_nothing_and_leaves_nothing(
    place: Path, way: str, where: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises((BoomError, WorkerFailed)):  # Textual hands a test the error itself
        async with opened(place / "vault") as window:
            await unlock(window)
            name = screen_of(window.session, way)
            open_screen(window.app, way)
            await window.settle()
            assert window.page_name == name
            page = window.app.screen
            page.call_later(boom) if where == "handler" else page.run_worker(work())
            await window.crashed()
    nothing_is_told_or_left(window, place, "".join(capfd.readouterr()))


async def test_a_mistake_while_a_locked_notebook_opens_tells_nothing_either(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def show(session: object) -> None:
        boom()

    with pytest.raises(WorkerFailed):
        async with opened(place / "vault") as window:
            monkeypatch.setattr(window.app, "show_session", show)
            await window.write(PASSPHRASE)
            window.send("enter")
            await window.crashed()
    nothing_is_told_or_left(window, place, "".join(capfd.readouterr()))


def nothing_is_told_or_left(window: Window, place: Path, said: str) -> None:
    said += window.app.last_words
    assert SECRET not in said
    assert PASSPHRASE not in said
    assert not WORD.search(said)
    assert window.app.last_words.startswith("stepup stopped over a mistake of its own: ")
    assert window.app.return_code == 1
    assert found_below(place, [SECRET, PASSPHRASE]) == []
    assert not [path for path in place.rglob("*") if path.is_file() and leaks(path)]


def leaks(path: Path) -> bool:
    return bool(re.search(rb"zq[0-9]+q", path.read_bytes()))
