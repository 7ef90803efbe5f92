"""A file to hand over with a passphrase: asked for twice, kept nowhere, opened by the standard format."""

import hashlib
import stat
import threading
from pathlib import Path

import pytest
from tests.ui.conftest import japanese
from tests.ui.support import NARROW, TODAY, USUAL, Window, begun, opened, stored, written
from tests.vault.locked import CHEAP

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.share import Handover, ShareChoice
from stepup.notebook import locking
from stepup.notebook.days import Days
from stepup.ui.screens.share import saving
from stepup.vault.age import unseal

SECRET = "sentinel-of-a-secret-life"
PASSPHRASE = "four boats under rain"
NAME = "2026-11-22.html.age"


pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
async def lived(folder: Path) -> Path:
    await begun(folder)
    async with written(folder) as book:
        Days(book).add_win(TODAY, SECRET)
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "at-home"
    found.mkdir()
    monkeypatch.setenv("HOME", str(found))
    return found


async def ask(window: Window, name: str = "") -> None:
    """Choose a page with a passphrase, and say where to; what asks for the passphrase is there then."""
    await window.press("x")
    await window.go_to("section:wins")
    await window.press("space")
    await window.go_to("seal", "sealed")
    await window.press("enter", "f")
    if name:
        await window.press("ctrl+u")
        await window.write(name)
    await window.press("enter")


async def give(window: Window, secret: str) -> None:
    await window.write(secret)
    await window.press("enter")
    await window.until(lambda: all(worker.is_finished for worker in window.app.workers))
    await window.settle()


async def give_twice(window: Window) -> None:
    await give(window, PASSPHRASE)
    await give(window, PASSPHRASE)


@pytest.fixture
def may_go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until this is set no file is sealed, which happens on a thread of its own."""
    event, seal = threading.Event(), locking.seal_file

    def slow(data: bytes, typed: str) -> bytes:
        assert threading.current_thread() is not threading.main_thread()
        event.wait(30)
        return seal(data, typed)

    monkeypatch.setattr(locking, "seal_file", slow)
    return event


async def begin_sealing(window: Window) -> None:
    """Give the passphrase, and stand before the file that is being sealed."""
    await ask(window)
    await give(window, PASSPHRASE)
    await window.write(PASSPHRASE)
    window.send("enter")
    await window.wait_for("Encrypting the file")


def opened_file(file: Path, passphrase: str = PASSPHRASE) -> str:
    return unseal(file.read_bytes(), passphrase.encode(), factors=CHEAP.read).decode()


async def test_only_the_passphrase_opens_the_file_and_the_page_says_how(
    lived: Path, home: Path
) -> None:
    async with opened(lived) as window:
        await ask(window)
        assert window.page_name == "SealPage"
        await give_twice(window)
        assert window.page_name == "SharePage"
        assert f"age -d -o 2026-11-22.html {NAME}" in window.row("command").spec.text
        assert "Only the passphrase opens it" in window.row("saved").spec.text
        await window.saved()
    [file] = home.iterdir()
    assert file.name == NAME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert SECRET in opened_file(file)
    assert SECRET.encode() not in file.read_bytes()
    [handover] = await stored(lived, Handover)
    assert (handover.file, handover.sha256) == (
        NAME,
        hashlib.sha256(file.read_bytes()).hexdigest(),
    )


async def test_two_passphrases_that_differ_write_nothing_and_are_asked_for_again(
    lived: Path, home: Path
) -> None:
    async with opened(lived) as window:
        await ask(window)
        await give(window, PASSPHRASE)
        await give(window, "other words")
        assert "not the same" in window.said
        assert list(home.iterdir()) == []
        await give_twice(window)
        assert (home / NAME).exists()


async def test_leaving_without_a_passphrase_writes_nothing(lived: Path, home: Path) -> None:
    async with opened(lived) as window:
        await ask(window)
        await give(window, PASSPHRASE)
        await window.press("escape", "escape")
        assert window.page_name == "SharePage"
        assert window.kept(Handover) == []
    assert list(home.iterdir()) == []


async def test_a_name_decides_and_a_missing_ending_is_put_behind_it(
    lived: Path, home: Path
) -> None:
    async with opened(lived) as window:
        await ask(window, "~/for her.html")
        await give_twice(window)
        assert 'age -d -o "for her.html" "for her.html.age"' in window.row("command").spec.text
        await window.go_to("seal", "open")
        await window.press("enter", "f")
        await window.press("ctrl+u")
        await window.write("~/again.html.age")
        await window.press("enter")
        assert window.page_name == "SealPage"
        await give_twice(window)
    assert SECRET in opened_file(home / "for her.html.age")
    assert SECRET in opened_file(home / "again.html.age")


async def test_a_file_that_is_there_is_said_before_a_passphrase_is_asked_for(
    lived: Path, home: Path
) -> None:
    (home / NAME).write_text("mine")
    async with opened(lived) as window:
        await ask(window)
        assert window.page_name == "SharePage"
        assert "There is a file of that name already" in window.said
        assert window.field.text == f"~/{NAME}"
    assert (home / NAME).read_text() == "mine"


async def test_a_file_that_came_meanwhile_stays_and_another_try_is_offered(
    lived: Path, home: Path
) -> None:
    async with opened(lived) as window:
        await ask(window)
        await give(window, PASSPHRASE)
        (home / NAME).write_text("mine")
        await give(window, PASSPHRASE)
        assert window.page_name == "SealPage"
        assert "There is a file of that name already" in window.said
        (home / NAME).unlink()
        await window.go_to("first")
        await window.press("enter")
        await give_twice(window)
        assert window.page_name == "SharePage"
    assert SECRET in opened_file(home / NAME)


async def test_how_it_opens_is_written_into_a_file_without_the_passphrase(
    lived: Path, home: Path
) -> None:
    async with opened(lived) as window:
        await ask(window)
        await give_twice(window)
        await window.go_to("sheet")
        await window.press("enter")
        assert window.field.text == str(home / f"{NAME}.txt")
        await window.press("enter")
        assert f"kept as {NAME}.txt" in window.said
    text = (home / f"{NAME}.txt").read_text()
    assert f"age -d -o 2026-11-22.html {NAME}" in text
    assert PASSPHRASE not in text
    assert SECRET not in text


async def test_the_same_as_last_time_has_a_passphrase_again(lived: Path, home: Path) -> None:
    async with opened(lived) as window:
        await ask(window)
        await give_twice(window)
        await window.saved()
    [choice] = await stored(lived, ShareChoice, None)
    assert choice.sealed
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("again")
        await window.press("enter", "f")
        assert window.field.text == f"~/{NAME}"


async def test_the_screen_stays_alive_while_the_file_is_encrypted(
    lived: Path, home: Path, may_go_on: threading.Event
) -> None:
    async with opened(lived) as window:
        await begin_sealing(window)
        await window.pilot.resize_terminal(60, 20)
        await window.wait_for("Encrypting the file")
        may_go_on.set()
        await window.wait_for("Only the passphrase opens it")
    assert SECRET in opened_file(home / NAME)


async def test_what_hides_everything_stays_when_the_file_is_written_meanwhile(
    lived: Path, home: Path, may_go_on: threading.Event
) -> None:
    async with opened(lived) as window:
        await begin_sealing(window)
        await window.press("f12")
        assert window.page_name == "HiddenPage"
        may_go_on.set()
        await window.until(lambda: all(worker.is_finished for worker in window.app.workers))
        await window.settle()
        assert window.page_name == "HiddenPage"
        await window.press("enter")
        await window.until(lambda: window.page_name == "SharePage")
    assert SECRET in opened_file(home / NAME)


async def test_why_a_file_was_not_written_is_read_once_what_hides_everything_is_gone(
    lived: Path, home: Path, may_go_on: threading.Event
) -> None:
    async with opened(lived) as window:
        await begin_sealing(window)
        await window.press("f12")
        (home / NAME).write_text("mine")
        may_go_on.set()
        await window.until(lambda: all(worker.is_finished for worker in window.app.workers))
        await window.settle()
        assert window.page_name == "HiddenPage"
        await window.press("enter")
        assert "There is a file of that name already" in window.said
        (home / NAME).unlink()
        await give_twice(window)
        assert window.page_name == "SharePage"
    assert SECRET in opened_file(home / NAME)


async def test_what_cannot_be_a_file_or_be_read_is_told_in_the_field(
    lived: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_args: object) -> bytes:
        raise Problem(ProblemCode.NO_MEMORY)

    async with opened(lived) as window:
        await ask(window, "/")
        assert window.here == "field"
        assert window.field.text == "/"
        monkeypatch.setattr(saving, "render", unreadable)
        await window.press("ctrl+u")
        await window.write("~/page.html")
        await window.press("enter")
        assert window.page_name == "SharePage"
        assert window.here == "field"
    assert list(home.iterdir()) == []


async def test_the_passphrase_is_never_on_the_screen_nor_in_the_notebook(
    lived: Path, home: Path
) -> None:
    async with opened(lived) as window:
        await ask(window)
        await give(window, PASSPHRASE)
        assert PASSPHRASE not in window.all_said
        await give(window, PASSPHRASE)
        assert PASSPHRASE not in window.all_said
        await window.saved()
    for file in lived.rglob("*"):
        assert not file.is_file() or PASSPHRASE.encode() not in file.read_bytes()


async def test_a_window_that_may_not_write_asks_for_no_passphrase(lived: Path, home: Path) -> None:
    newest = max((lived / "manifests").iterdir())
    broken = newest.with_name(f"{int(newest.stem) + 1:06d}.json")
    broken.write_bytes(newest.read_bytes()[:-20])
    async with opened(lived) as window:
        await ask(window)
        assert window.page_name == "SharePage"
        assert "reading only" in window.all_said


@pytest.mark.parametrize("size", [NARROW, USUAL])
@japanese
async def test_japanese_names_a_file_and_says_how_it_opens_in_every_width(
    lived: Path, home: Path, size: tuple[int, int]
) -> None:

    async with opened(lived, size=size) as window:
        await ask(window, "~/相談の紙.html")
        await give(window, "雨の下の四つの舟")
        await give(window, "雨の下の四つの舟")
        assert "合言葉がないと開けません" in window.row("saved").spec.text
        assert "age -d -o 相談の紙.html" in window.row("command").spec.text
    assert SECRET in opened_file(home / "相談の紙.html.age", "雨の下の四つの舟")
