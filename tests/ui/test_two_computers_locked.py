"""A locked notebook is joined at the screen: its passphrase is asked for unseen, and the screen goes on meanwhile."""

import threading
from pathlib import Path

import pytest
from tests.ui.support import HARMLESS, Window, opened
from tests.ui.test_two_computers import away, look_at
from tests.vault.support import snapshot

from stepup.domain.journal import Win
from stepup.i18n import set_language
from stepup.notebook import locking
from stepup.ui.screens import join

__all__ = ["away"]

PASSPHRASE = "battery 合言葉"


pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def locked(away: Path) -> Path:
    """The notebook that was taken along, with a lock of its own."""
    locking.set_lock(away, PASSPHRASE, locking.new_code())
    return away


async def give(window: Window, passphrase: str) -> None:
    await window.write(passphrase)
    await window.press("enter")
    await window.until(lambda: "reading" not in window.keys)
    await window.settle()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_its_passphrase_is_asked_for_unseen_and_then_it_is_joined(
    locked: Path, folder: Path, size: tuple[int, int]
) -> None:
    there = snapshot(locked)
    async with opened(folder, size=size) as window:
        await look_at(window, str(locked))
        assert "The other notebook is locked" in window.said
        await window.write("battery 合")
        assert "battery" not in window.text
        assert "合" not in window.text
        assert "**********" in window.text
        await give(window, "言葉")
        assert "1 entry that only the other notebook has" in window.all_said
        assert "This notebook has no lock" in window.all_said
        assert window.here == "acts"
        await window.press("enter")
        await window.saved()
        texts = {win.text for win in window.kept(Win)}
        assert texts == {"washed two cups", "washed every cup", HARMLESS}
        assert not list((folder / "drafts").glob("*battery*"))
    assert snapshot(locked) == there


async def test_a_wrong_passphrase_is_told_and_its_field_stays(locked: Path, folder: Path) -> None:
    set_language("ja")
    before = snapshot(folder)
    async with opened(folder) as window:
        await look_at(window, str(locked))
        for _again in range(2):
            await give(window, "wrong")
            assert "この合言葉では、もう一つのノートは開きませんでした" in window.said
            assert window.field.text == ""
        await window.press("enter")
        assert window.field.text == ""
        await give(window, PASSPHRASE)
        assert window.here == "acts"
    changed = {name for name, data in snapshot(folder).items() if before.get(name) != data}
    assert not {name for name in changed if name.startswith(("manifests", "data"))}


async def test_it_can_be_left_and_asked_for_again(locked: Path, folder: Path) -> None:
    async with opened(folder) as window:
        await look_at(window, str(locked))
        await window.write("half a word")
        await window.press("escape")
        assert window.page_name == "JoinPage"
        await window.go_to("passphrase")
        await window.press("enter")
        assert window.field.text == ""
        await give(window, PASSPHRASE)
        assert window.here == "acts"


async def test_the_screen_stays_alive_while_its_key_is_made(
    locked: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(path: Path, typed: str) -> locking.Key:
        assert threading.current_thread() is not threading.main_thread()
        may_go_on.wait(30)
        return locking.unlock_other(path, typed)

    monkeypatch.setattr(join, "unlock_other", slow)
    async with opened(folder) as window:
        await look_at(window, str(locked))
        await window.write(PASSPHRASE)
        window.send("enter")
        await window.wait_for("Opening the other notebook; this takes a moment.")
        await window.pilot.resize_terminal(60, 20)
        await window.wait_for("Opening the other notebook; this takes a moment.")
        assert len(window.lines) == 20
        may_go_on.set()
        await window.until(lambda: "acts" in window.keys)


async def test_another_notebook_is_named_instead(
    locked: Path, folder: Path, tmp_path: Path
) -> None:
    async with opened(folder) as window:
        await look_at(window, str(locked))
        await window.press("escape")
        await window.go_to("other")
        await window.press("enter")
        await window.write(str(tmp_path / "nowhere"))
        await window.press("enter")
        await window.until(lambda: "reading" not in window.keys)
        assert "passphrase" not in window.keys
