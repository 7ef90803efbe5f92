"""When the disk, the folder or another window gets in the way: it is said, and nothing typed is lost."""

import errno
import json
import os
from datetime import date
from pathlib import Path

import pytest
from tests.ui.support import TODAY, Window, begun, opened, stored, written
from tests.vault.support import snapshot

from stepup.domain.journal import JournalEntry, Win
from stepup.domain.mood import CheckIn
from stepup.notebook.days import Days
from stepup.notebook.journal import Journal
from stepup.vault import Disk


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


class FullDisk:
    """The disk the notebook is on, with room or without; elsewhere there is room."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        create = Disk.create

        def maybe(disk: Disk, path: Path, data: bytes) -> None:
            if self.is_full and path.parent.name in ("data", "manifests", "drafts"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            create(disk, path, data)

        monkeypatch.setattr(Disk, "create", maybe)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(monkeypatch)


async def write_on_a_full_disk(window: Window, disk: FullDisk) -> None:
    disk.is_full = True
    await window.press("3", "f")
    await window.write("opened the window")
    await window.press("enter", "y")
    await window.write("Woke at noon.")
    await window.press("escape")
    await window.until(lambda: window.book.state.kind == "failed")
    await window.settle()


# The disk is full


async def test_with_a_full_disk_the_mark_says_so_and_what_was_typed_stays_shown(
    home: Path, disk: FullDisk
) -> None:
    async with opened(home, size=(120, 36)) as window:
        await write_on_a_full_disk(window, disk)
        assert "Not saved: There is no room left on the disk (ENOSPC)." in window.title
        for words in ("So-so", "opened the window", "Woke at noon."):
            assert words in window.text
        disk.is_full = False


async def test_on_a_small_window_the_mark_still_says_that_it_is_not_saved(
    home: Path, disk: FullDisk
) -> None:
    async with opened(home, size=(60, 20)) as window:
        await write_on_a_full_disk(window, disk)
        assert "Not saved" in window.title
        disk.is_full = False


async def test_when_there_is_room_again_everything_is_saved_by_itself(
    home: Path, disk: FullDisk
) -> None:
    async with opened(home) as window:
        await write_on_a_full_disk(window, disk)
        disk.is_full = False
        window.book.retry()
        await window.until(lambda: window.title.endswith("Saved"))
    assert [one.mood for one in await stored(home, CheckIn)] == [3]
    assert [win.text for win in await stored(home, Win)] == ["opened the window"]
    assert [entry.text for entry in await stored(home, JournalEntry)] == ["Woke at noon."]


async def test_leaving_with_a_full_disk_offers_ways_and_stays_open(
    home: Path, disk: FullDisk
) -> None:
    async with opened(home) as window:
        await write_on_a_full_disk(window, disk)
        await window.press("ctrl+q")
        await window.until(lambda: window.page_name == "LeavePage")
        await window.settle()
        for words in (
            "There is no room left on the disk (ENOSPC).",
            "Try again",
            "Save a copy elsewhere",
            "Stay",
        ):
            assert words in window.text
        await window.go_to("stay")
        await window.press("enter")
        assert window.page_name == "TodayPage"
        assert "Woke at noon." in window.text
        disk.is_full = False


async def test_q_with_a_full_disk_offers_the_same_ways_and_no_kind_words_when_nothing_was_kept(
    home: Path, disk: FullDisk
) -> None:
    async with opened(home) as window:
        disk.is_full = True
        await window.press("q")
        await window.until(lambda: window.page_name == "LeavePage")
        await window.go_to("go")
        await window.press("enter")
        await window.until(lambda: not window.is_open)
    assert window.app.return_value == 1
    assert window.app.last_words == ""


async def test_trying_again_when_there_is_room_saves_and_leaves(home: Path, disk: FullDisk) -> None:
    async with opened(home) as window:
        await write_on_a_full_disk(window, disk)
        await window.press("ctrl+q")
        await window.until(lambda: window.page_name == "LeavePage")
        await window.go_to("retry")
        await window.press("enter")  # still full
        await window.until(lambda: window.book.state.kind == "failed")
        await window.settle()
        assert window.page_name == "LeavePage"
        disk.is_full = False
        await window.go_to("retry")
        await window.press("enter")
        await window.until(lambda: not window.is_open)
    assert window.app.return_value == 0
    assert [entry.text for entry in await stored(home, JournalEntry)] == ["Woke at noon."]


async def test_the_copy_kept_elsewhere_holds_all_that_was_typed(
    home: Path, disk: FullDisk, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.json"
    async with opened(home) as window:
        await write_on_a_full_disk(window, disk)
        await window.press("ctrl+q")
        await window.until(lambda: window.page_name == "LeavePage")
        await window.go_to("copy")
        await window.press("enter")
        await window.write(str(copy))
        await window.press("enter")
        assert "A copy was kept: copy.json" in window.key_line
        entries = json.loads(copy.read_text())["entries"]
        texts = {entry["document"].get("text") for entry in entries}
        assert texts >= {"opened the window", "Woke at noon."}
        assert any(entry["document"].get("mood") == 3 for entry in entries)
        assert copy.stat().st_mode & 0o777 == 0o600
        await window.go_to("copy")
        await window.press("enter")
        await window.write(str(copy))
        await window.press("enter")
        assert "copy.json" in window.said
        assert window.here == "field"
        assert json.loads(copy.read_text())["entries"] == entries
        disk.is_full = False


async def test_a_draft_that_finds_no_room_is_no_reason_to_interrupt(
    home: Path, disk: FullDisk
) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("half a sent")
        disk.is_full = True
        assert window.page.open_entry is not None
        window.page.open_entry.draft_now()
        await window.write("ence")
        assert window.field.text == "half a sentence"
        disk.is_full = False
        await window.press("escape")
        assert [entry.text for entry in window.kept(JournalEntry)] == ["half a sentence"]


# The folder may be read only


@pytest.fixture
async def read_only(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    async with written(home) as book:
        Days(book).add_win(TODAY, "opened the window")
        Journal(book).write(TODAY, "Woke at noon.")
    monkeypatch.setattr(Disk, "writable", lambda _disk, _folder: False)
    return home


async def test_a_vault_that_may_only_be_read_says_so_and_takes_nothing(read_only: Path) -> None:
    before = snapshot(read_only)
    async with opened(read_only) as window:
        assert window.title.endswith("For reading only")
        assert "cannot be written to" in window.said
        assert "opened the window" in window.text
        for key in ("3", "m", "b", "d", " "):
            await window.press(key)
            assert "The notebook is open for reading only; nothing was written." in window.key_line
            assert window.kept(CheckIn) == []
        for key in ("g", "j", "?", "f11", "e"):
            await window.press(key, "escape", "f2")
        await window.press("ctrl+z", "ctrl+y")
    assert snapshot(read_only) == before


async def test_what_is_typed_into_a_vault_that_may_only_be_read_stays_in_its_field(
    read_only: Path,
) -> None:
    before = snapshot(read_only)
    async with opened(read_only) as window:
        await window.press("f")
        await window.write("tea")
        await window.press("enter")
        assert "The notebook is open for reading only; nothing was written." in window.said
        assert window.field.text == "tea"
        window.app.keep_drafts()
        await window.press("escape", "escape")
    assert snapshot(read_only) == before


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_a_vault_that_may_only_be_read_is_left_by_q_like_any_other(
    read_only: Path, key: str
) -> None:
    before = snapshot(read_only)
    async with opened(read_only) as window:
        await window.press(key)
        await window.until(lambda: not window.is_open)
    assert window.app.return_value == 0
    assert snapshot(read_only) == before


async def test_a_vault_that_may_only_be_read_is_left_even_with_text_in_a_field(
    read_only: Path,
) -> None:
    async with opened(read_only) as window:
        await window.press("f")
        await window.write("tea")
        await window.press("ctrl+q", "ctrl+q")
        await window.until(lambda: not window.is_open)


# A damaged year


def damage(home: Path, year: str) -> None:
    """Change one letter of a year, so that its bytes are not what was saved."""
    [file] = (home / "data").glob(f"{year}-*")
    data = file.read_bytes()
    file.chmod(0o600)
    file.write_bytes(data.replace(b"ago", b"ag0").replace(b"Today", b"T0day"))


@pytest.fixture
async def damaged(home: Path) -> Path:
    """A vault whose year 2019 cannot be read."""
    async with written(home) as book:
        Journal(book).write(date(2019, 11, 22), "Long ago.")
        Journal(book).write(date(2024, 11, 22), "Two years ago.")
        Journal(book).write(TODAY, "Today.")
    damage(home, "2019")
    return home


async def test_a_damaged_year_is_said_in_one_sentence_and_the_others_work(damaged: Path) -> None:
    async with opened(damaged) as window:
        assert "Today." in window.text
        await window.press("j")
        await window.go_to("years", "2019")
        await window.press("enter")
        assert "The records of 2019 cannot be read" in window.said
        assert "The others are well" in window.said
        await window.press("f4")
        assert "Today." in window.text
        await window.go_to("years", "2024")
        await window.press("enter")
        assert "Two years ago." in window.text
        await window.press("f2", "3")
        await window.saved()
        assert window.title.endswith("Saved")


async def test_a_day_of_a_damaged_year_says_so_and_other_days_open(damaged: Path) -> None:
    before = snapshot(damaged)
    async with opened(damaged) as window:
        window.app.do("today.go_to_day")
        await window.settle()
        await window.write("2019-11-22")
        await window.press("enter")
        assert "The records of 2019 cannot be read" in window.said
        await window.press("3", "f", "m", "y", "k", " ", "enter")
        assert window.app._exception is None
        await window.press("escape", "escape", "f2")
        assert "Today." in window.text
    kept = {name: data for name, data in snapshot(damaged).items() if name.startswith("data/2019")}
    assert kept == {name: data for name, data in before.items() if name.startswith("data/2019")}


async def test_other_years_and_search_pass_a_damaged_year_by(damaged: Path) -> None:
    async with opened(damaged) as window:
        await window.press("j", "y")
        assert "Two years ago." in window.text
        assert "damaged" in window.said or "cannot be read" in window.said
        await window.press("/")
        await window.write("ago")
        await window.wait_for("Two years ago.")


async def test_a_damaged_year_of_today_still_opens_and_says_so(home: Path) -> None:
    async with written(home) as book:
        Journal(book).write(TODAY, "Today.")
    damage(home, "2026")
    async with opened(home) as window:
        assert "The records of 2026 cannot be read" in window.said
        for key in ("3", "f", "g", "j", "f2", "e", "escape", "?", "escape", "[", "]", "q"):
            await window.press(key)
            assert window.app._exception is None
            if not window.is_open:
                break


async def test_a_vault_whose_newest_save_is_half_gone_opens_at_the_one_before_for_reading(
    home: Path,
) -> None:
    async with written(home) as book:
        Journal(book).write(TODAY, "Today.")
    [file] = (home / "data").glob("2026-*")
    file.chmod(0o600)
    file.write_bytes(b"")
    before = snapshot(home)
    async with opened(home) as window:
        assert window.title.endswith("For reading only")
        assert "Part of the notebook is damaged" in window.said
        assert "stepup doctor --repair can mend it." in window.said
        await window.press("3", "g", "j", "f2", "q")
        await window.until(lambda: not window.is_open)
    assert snapshot(home) == before


# Two windows on one vault


async def test_two_windows_lose_nothing_of_each_other(home: Path) -> None:
    async with opened(home) as first, opened(home) as second:
        second.book.ids = first.book.ids  # never the same id twice
        for number in range(3):
            await first.press("f")
            await first.write(f"first {number}")
            await first.press("enter")
            await second.press("f")
            await second.write(f"second {number}")
            await second.press("enter")
        await first.saved()
        await second.saved()
        await first.press("m")
        await second.press("b")
        await first.saved()
        await second.saved()
        assert "first 0" in second.text
        assert "second 0" in first.text
    texts = {win.text for win in await stored(home, Win)}
    assert texts == {f"{who} {number}" for who in ("first", "second") for number in range(3)}


async def test_the_same_entry_changed_in_two_windows_is_kept_in_both_versions(home: Path) -> None:
    async with written(home) as book:
        Days(book).add_win(TODAY, "tea")
        [win] = book.of_kind(Win, "2026")
    async with opened(home) as first, opened(home) as second:
        for window, words in ((first, " with milk"), (second, " with lemon")):
            await window.go_to(f"win:{win.id}")
            await window.press("enter")
            await window.write(words)
        await first.press("enter")
        await second.press("enter")
        await first.saved()
        await second.saved()
    assert {one.text for one in await stored(home, Win)} == {"tea with milk", "tea with lemon"}


async def test_what_another_window_wrote_is_shown_when_one_comes_back_to_this_one(
    home: Path,
) -> None:
    async with opened(home) as window:
        async with written(home) as book:
            Days(book).add_win(TODAY, "from elsewhere")
        assert "from elsewhere" not in window.text
        await window.look_away_and_back()
        await window.wait_for("from elsewhere")


async def test_coming_back_to_a_window_leaves_the_field_and_its_text_alone(home: Path) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("half a sent")
        async with written(home) as book:
            Days(book).add_win(TODAY, "from elsewhere")
        await window.look_away_and_back()
        await window.wait_for("from elsewhere")
        assert window.field.text == "half a sent"
        await window.write("ence")
        await window.press("escape")
        assert [entry.text for entry in window.kept(JournalEntry)] == ["half a sentence"]
