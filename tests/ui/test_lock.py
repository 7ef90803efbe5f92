"""The lock at the window: nothing is seen before it is opened, everything is gone when it is locked, and the same
place is there again when it is opened."""

import gc
import threading
import weakref
from pathlib import Path
from typing import Any

import pytest
from tests.ui.conftest import japanese
from tests.ui.support import NARROW, TODAY, USUAL, Window, begun, opened, written
from textual.worker import WorkerFailed

from stepup.domain.goal import Goal
from stepup.domain.income import Income
from stepup.domain.journal import JournalEntry, Win
from stepup.domain.problem import Problem, ProblemCode
from stepup.notebook import locking
from stepup.notebook.book import Book, open_book
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.screens.unlock import UnlockPage
from stepup.vault import Disk, Drafts, Vault

SECRET = "sentinel-of-a-secret-life"
PASSPHRASE = "correct horse"
CODE = locking.new_code()


pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
async def lived(folder: Path) -> Path:
    """A plain notebook full of one secret."""
    await begun(folder)
    async with written(folder) as book:
        Days(book).add_win(TODAY, SECRET)
        Goals(book).add(f"{SECRET} goal", chosen_for=TODAY)
        Journal(book).write(TODAY, f"{SECRET} journal")
    return folder


@pytest.fixture
def locked(lived: Path) -> Path:
    """The same, locked."""
    locking.set_lock(lived, PASSPHRASE, CODE)
    return lived


def read(folder: Path, passphrase: str = PASSPHRASE) -> Book:
    """A new reader's book."""
    return open_book(folder, key=locking.unlock(folder, passphrase))


async def give(window: Window, secret: str) -> None:
    """Type into the open field, and wait for what it sets going."""
    await window.write(secret)
    await window.press("enter")
    await settled(window)


async def settled(window: Window) -> None:
    """Wait for the threads of the lock."""
    await window.until(
        lambda: all(
            worker.is_finished for worker in window.app.workers if worker.group != "prepare"
        )
    )
    await window.settle()


async def lock(window: Window) -> None:
    await window.press("ctrl+l")
    await settled(window)


async def to_code(window: Window) -> None:
    """Open the field for the recovery code at the lock."""
    await window.press("escape", "down", "enter")


async def open_it(window: Window) -> None:
    await give(window, PASSPHRASE)
    assert window.page_name != "UnlockPage", window.text


async def open_setting(window: Window, key: str) -> None:
    """Open one line of the settings."""
    await window.press("f11")
    await window.go_to(key)
    await window.press("enter")


def drafts_in(folder: Path) -> list[Path]:
    return sorted((folder / "drafts").glob("*.json*"))


# Opening


async def test_a_locked_notebook_shows_nothing_before_its_passphrase(locked: Path) -> None:
    async with opened(locked) as window:
        assert isinstance(window.app.screen, UnlockPage)
        assert window.app.session is None
        assert "Locked" in window.text
        assert SECRET not in window.text
        await open_it(window)
        assert window.page_name == "TodayPage"
        assert SECRET in window.text


async def test_the_passphrase_is_not_seen_and_goes_to_no_clipboard(locked: Path) -> None:
    async with opened(locked) as window:
        await window.write("secret 合言葉")
        assert "*************" in window.text
        for part in ("secret", "合", "言"):
            assert part not in window.text
        await window.press("f7", "ctrl+a", "shift+home", "ctrl+c", "ctrl+x")
        assert window.app.clipboard == ""


async def test_each_space_of_a_pasted_passphrase_counts(lived: Path) -> None:
    locking.set_lock(lived, " two  spaces　and a wide one ", CODE)
    async with opened(lived) as window:
        await window.paste(" two  spaces　and a wide one \n")
        await window.press("enter")
        await settled(window)
        assert SECRET in window.text


async def test_a_wrong_passphrase_is_told_and_asked_for_again(locked: Path) -> None:
    async with opened(locked) as window:
        for number in range(3):
            await give(window, f"wrong {number}")
            assert "This passphrase does not open the notebook" in window.all_said
            assert window.app.session is None
        await open_it(window)
        assert SECRET in window.text


@japanese
async def test_the_lock_speaks_japanese(locked: Path) -> None:
    async with opened(locked, size=NARROW) as window:
        assert "鍵がかかっています" in window.text
        assert "復旧コードで開ける" in window.text
        await give(window, "x")
        assert "この合言葉では開きませんでした" in window.all_said


async def test_no_key_leads_past_the_lock(locked: Path) -> None:
    keys = [f"f{number}" for number in (*range(1, 7), *range(8, 13))]
    async with opened(locked) as window:
        for key in (
            *keys,
            "ctrl+p",
            "ctrl+f",
            "ctrl+z",
            "ctrl+y",
            "ctrl+l",
            "tab",
            "escape",
            "escape",
        ):
            await window.press(key)
            assert window.page_name == "UnlockPage", key
        for key in (
            "t",
            "g",
            "j",
            "e",
            "o",
            "slash",
            "question_mark",
            "q",
            "left",
            "right",
            "space",
        ):
            await window.press(key)
            assert window.page_name == "UnlockPage", key
            assert SECRET not in window.text


async def test_the_screen_stays_alive_while_the_key_is_made(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    unlock = locking.unlock

    def slow(folder: Path, typed: str) -> locking.Key:
        assert threading.current_thread() is not threading.main_thread()
        may_go_on.wait(30)
        return unlock(folder, typed)

    monkeypatch.setattr(locking, "unlock", slow)
    async with opened(locked) as window:
        await window.write(PASSPHRASE)
        window.send("enter")
        await window.wait_for("Opening; this takes a moment.")
        await window.pilot.resize_terminal(60, 20)
        await window.wait_for("Opening; this takes a moment.")
        assert len(window.lines) == 20
        may_go_on.set()
        await window.wait_for(SECRET)


async def test_leaving_at_the_lock_leaves(locked: Path) -> None:
    async with opened(locked) as window:
        await window.press("ctrl+q")
        await window.until(lambda: not window.is_open)
        assert window.app.return_value == 0


# With the recovery code


async def test_the_recovery_code_gives_a_new_passphrase_and_opens(locked: Path) -> None:
    async with opened(locked) as window:
        await to_code(window)
        await give(window, CODE.lower().replace("-", " "))
        assert "The code is right" in window.text
        await give(window, "new words")
        await give(window, "other words")
        assert "not the same" in window.all_said
        await give(window, "new words")
        await give(window, "new words")
        assert SECRET in window.text
    with pytest.raises(Problem):
        read(locked)
    assert read(locked, "new words").of_kind(Goal)


async def test_after_another_code_the_code_is_asked_for_again(locked: Path) -> None:
    async with opened(locked) as window:
        await to_code(window)
        await give(window, locking.new_code())
        assert "does not open this notebook" in window.all_said
        await give(window, CODE)
        assert "The code is right" in window.text


async def test_a_slip_in_the_recovery_code_is_told_with_its_group_and_stays_to_be_mended(
    locked: Path,
) -> None:
    groups = CODE.split("-")
    groups[2] = groups[2][:-1] + ("A" if groups[2][-1] != "A" else "B")
    async with opened(locked) as window:
        await to_code(window)
        await give(window, "-".join(groups))
        assert "Group 3 of the code is not quite right" in window.all_said
        assert window.field.text == "-".join(groups)


# Locking while it is open


async def test_locking_leaves_nothing_on_the_screen_and_lets_go_of_notebook_and_key(
    locked: Path,
) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await window.press("3", "g", "j", "f2")
        held: list[weakref.ref[Any]] = [weakref.ref(window.book), weakref.ref(window.session)]
        assert window.session.key is not None
        held.append(weakref.ref(window.session.key))
        window.app.copy_to_clipboard(SECRET)
        await lock(window)
        assert window.page_name == "UnlockPage"
        assert window.app.clipboard == ""
        assert SECRET not in window.text
        assert window.app.session is None
        assert [type(page).__name__ for page in window.app.screen_stack] == ["Frame", "UnlockPage"]
        assert not window.app._installed_screens
        for _round in range(5):
            await window.press("escape")
            gc.collect()
        assert [one() for one in held] == [None, None, None]
    assert Days(read(locked)).view(TODAY).mood is not None


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        (("f3",), "GoalsPage"),
        (("f4",), "JournalPage"),
        (("f5",), "SleepPage"),
        (("f11",), "SettingsPage"),
        (("f4", "f1"), "HelpPage"),
        (("left_square_bracket",), "TodayPage"),
    ],
)
async def test_opening_again_returns_to_the_same_place(
    locked: Path, keys: tuple[str, ...], page: str
) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await window.press(*keys)
        assert window.page_name == page
        await window.saved()
        title = window.title
        await lock(window)
        await open_it(window)
        assert window.page_name == page
        assert window.title == title


@pytest.mark.parametrize(
    ("keys", "kind"), [(("y",), JournalEntry), (("f",), Win), (("f4", "n"), JournalEntry)]
)
async def test_a_half_written_text_is_kept_sealed_and_stands_in_its_field_again(
    locked: Path, keys: tuple[str, ...], kind: type[JournalEntry] | type[Win]
) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await window.press(*keys)
        await window.write("half a sentinel")
        await lock(window)
        assert "half a" not in window.text
        kept = drafts_in(locked)
        assert [path.suffix for path in kept] == [".age"]
        assert b"half a" not in kept[0].read_bytes()
        assert not [one for one in read(locked).of_kind(kind, "2026") if "half" in one.text]
        await open_it(window)
        assert window.field.text == "half a sentinel"
        await window.write(" more")
        await window.press("escape")
        await window.saved()
        assert "half a sentinel more" in [one.text for one in window.kept(kind)]


@pytest.mark.parametrize("opened_entry", [True, False])
async def test_what_was_being_written_in_the_journal_stands_there_again(
    locked: Path, opened_entry: bool
) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await window.press("f4")
        if opened_entry:
            entry = next(key for key in window.keys if key.startswith("entry:"))
            await window.go_to(entry)
            await window.press("enter")
            await window.go_to(f"acts:{entry.partition(':')[2]}", "write")
            await window.press("enter")
        else:
            await window.press("n")
        await window.write(" and half")
        text = window.field.text
        await lock(window)
        await open_it(window)
        assert window.page_name == "JournalPage"
        assert window.field.text == text
        await window.press("escape")
        await window.saved()
        assert text.strip() in [one.text.strip() for one in window.kept(JournalEntry)]
        assert len(window.kept(JournalEntry)) == (1 if opened_entry else 2)
    assert drafts_in(locked) == []


async def test_a_form_that_was_open_lies_again_on_the_page_it_lay_on(locked: Path) -> None:
    async with opened(locked) as window:
        await open_it(window)
        window.app.do("anywhere.income")
        await window.settle()
        await window.go_to("new")
        await window.press("enter")
        assert window.page_name == "IncomeForm"
        await window.write("300")
        await lock(window)
        await open_it(window)
        assert window.page_name == "IncomeForm"
        await window.go_to("keep", "keep")
        await window.press("enter")
        await window.saved()
        assert window.page_name == "IncomePage"
        assert [one.gross for one in window.kept(Income)] == [300]


async def test_a_short_text_is_kept_sealed_too_and_stands_in_its_field_on_the_same_page(
    locked: Path,
) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "day_start")
        window.field.clear()
        await window.write("half a sentinel")
        await lock(window)
        assert b"half a" not in b"".join(path.read_bytes() for path in drafts_in(locked))
        await open_it(window)
        assert window.page_name == "SettingsPage"
        assert window.field.text == "half a sentinel"
        window.field.clear()
        await window.write("5:00")
        await window.press("enter")
        await window.saved()
        assert window.book.preferences.day_start.hour == 5
    assert drafts_in(locked) == []


async def test_what_is_typed_for_a_passphrase_is_no_draft(locked: Path) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_change")
        assert "Change the passphrase" in window.title
        await window.write("half a passphrase")
        await lock(window)
        assert drafts_in(locked) == []
        await open_it(window)


@pytest.mark.parametrize("minutes", [0, 10])
async def test_after_the_idle_minutes_it_locks_by_itself_and_never_when_that_is_off(
    locked: Path, minutes: int
) -> None:
    moment = 0.0
    async with opened(locked, settings=Settings(idle_minutes=minutes)) as window:
        window.app.idle_clock = lambda: moment
        await open_it(window)
        moment += 599
        assert not window.app.lock_when_idle()
        await window.press("down")
        moment += 599
        assert not window.app.lock_when_idle()
        moment += 2
        assert window.app.lock_when_idle() is bool(minutes)
        await settled(window)
        assert (window.page_name == "UnlockPage") is bool(minutes)


async def test_the_first_key_after_a_long_sleep_meets_the_lock_and_does_nothing_else(
    locked: Path,
) -> None:
    moment = 0.0
    async with opened(locked) as window:
        window.app.idle_clock = lambda: moment
        await open_it(window)
        moment += 8 * 3600
        await window.press("3")
        await settled(window)
        assert window.page_name == "UnlockPage"
    assert Days(read(locked)).view(TODAY).mood is None


async def test_without_a_lock_hiding_hides_and_nothing_locks(lived: Path) -> None:
    async with opened(lived) as window:
        window.app.idle_clock = lambda: 1e9
        assert not window.app.lock_when_idle()
        await window.press("ctrl+l")
        assert window.page_name == "HiddenPage"


async def test_what_could_not_be_saved_waits_behind_the_lock_and_is_saved_after_it(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = Vault.commit

    def full(*_arguments: object, **_named: object) -> None:
        raise Problem(ProblemCode.DISK_FULL, error="ENOSPC")

    async with opened(locked) as window:
        await open_it(window)
        monkeypatch.setattr(Vault, "commit", full)
        await window.press("4", "ctrl+l")
        await window.wait_for("Not everything is saved yet")
        assert SECRET not in window.text
        await window.press("ctrl+q")
        assert window.is_open
        await window.write(PASSPHRASE)
        await window.press("enter")
        await window.wait_for(SECRET)
        assert "[4]" in window.text
        monkeypatch.setattr(Vault, "commit", commit)
        window.book.retry()
        await window.saved()
    assert Days(read(locked)).view(TODAY).mood is not None


async def test_a_lock_that_another_window_sets_is_shown_when_one_looks_here_again(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        locking.set_lock(lived, PASSPHRASE, CODE)
        await window.look_away_and_back()
        await window.until(lambda: window.page_name == "UnlockPage")
        await window.settle()
        await open_it(window)
        assert SECRET in window.text


async def test_a_lock_that_another_window_took_off_opens_at_any_word(locked: Path) -> None:
    async with opened(locked) as window:
        locking.take_off(locked, locking.unlock(locked, PASSPHRASE))
        await give(window, "x")
        assert SECRET in window.text


async def test_a_key_file_that_is_damaged_or_gone_is_told_at_the_start(locked: Path) -> None:
    (locked / "identity.age").write_bytes(b"")
    async with opened(locked) as window:
        await give(window, PASSPHRASE)
        assert "The file with the key is damaged" in window.all_said
    (locked / "identity.age").unlink()
    async with opened(locked) as window:
        await give(window, PASSPHRASE)
        assert "The file with the key is gone" in window.all_said


# Setting, changing, taking off


def shown_code(window: Window) -> str:
    lines = [line.split()[-1] for line in window.lines if line.count("-") >= 3]
    return "".join(lines)


async def begin_setting(window: Window) -> None:
    await window.press("f11", "end", "enter")
    assert window.page_name == "SetLockPage"
    assert "nobody can open the notebook again" in window.said
    await window.press("enter")


async def test_a_lock_is_set_step_by_step_and_the_code_shown_once(
    lived: Path, tmp_path: Path
) -> None:
    async with opened(lived, size=(100, 30)) as window:
        await begin_setting(window)
        await give(window, PASSPHRASE)
        assert "comes upon" in window.said or "holds" in window.said
        await give(window, PASSPHRASE)
        code = shown_code(window)
        assert len(code) == 47
        await window.go_to("file")
        await window.press("enter")
        await window.write(str(tmp_path / "sheet.txt"))
        await window.press("enter")
        sheet = tmp_path / "sheet.txt"
        assert sheet.stat().st_mode & 0o777 == 0o600
        assert code in sheet.read_text("utf-8").replace("\n    ", "")
        assert not locking.is_locked(lived)
        await window.go_to("typed")
        await window.press("enter")
        await give(window, locking.new_code())
        assert "does not open this notebook" in window.said
        assert not locking.is_locked(lived)
        await window.press("ctrl+u")
        await give(window, code.lower())
        assert window.page_name == "SettingsPage"
        assert "The lock is set" in window.key_line
        assert window.session.key is not None
    assert read(lived).of_kind(Goal)
    assert locking.recover(lived, code).suffix == ".age"
    assert SECRET.encode() not in b"".join(p.read_bytes() for p in lived.rglob("*") if p.is_file())


async def test_two_passphrases_that_differ_are_both_asked_for_again(lived: Path) -> None:
    async with opened(lived) as window:
        await begin_setting(window)
        await give(window, PASSPHRASE)
        await give(window, "another")
        assert "not the same" in window.said
        assert window.here == "field"
        assert window.page.rows.current is window.row("first")
        assert "again" not in window.keys
        await give(window, PASSPHRASE)
        assert "not the same" not in window.said
        await give(window, PASSPHRASE)
        assert len(shown_code(window)) == 47
        await window.press("escape", "escape")
        assert not locking.is_locked(lived)


async def test_two_new_passphrases_that_differ_are_both_asked_for_again(locked: Path) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_change")
        await give(window, PASSPHRASE)
        await give(window, "new words")
        await give(window, "other words")
        assert "not the same" in window.said
        assert window.page.rows.current is window.row("first")
        await give(window, "new words")
        await give(window, "new words")
        assert window.page_name == "SettingsPage"
        assert "From now on the new passphrase" in window.key_line
    assert read(locked, "new words").of_kind(Goal)


@pytest.mark.parametrize("size", [NARROW, USUAL])
async def test_the_lock_says_where_to_call_and_nothing_of_the_notebook(
    lived: Path, size: tuple[int, int]
) -> None:
    async with written(lived) as book:
        Profile(book).write_own_help("call my sister")
    locking.set_lock(lived, PASSPHRASE, CODE)
    async with opened(lived, size=size) as window:
        await window.press("escape", "end")
        assert "119" not in window.all_said
        await window.press("enter")
        assert "119" in window.all_said
        assert "www.mhlw.go.jp/mamorouyokokoro/" in window.all_said
        assert "sister" not in window.all_said
        assert window.page_name == "UnlockPage"
        await window.press("enter")
        assert "119" not in window.all_said


async def test_what_is_written_out_of_a_locked_notebook_is_said_to_have_no_lock(
    locked: Path, tmp_path: Path
) -> None:
    async with opened(locked, size=(200, 30)) as window:
        await open_it(window)
        window.app.do("anywhere.safekeeping")
        await window.settle()
        await window.go_to("write_out")
        await window.press("enter")
        await window.go_to("json")
        await window.press("enter")
        window.field.clear()
        await window.write(str(tmp_path / "all.json"))
        await window.press("enter")
        assert f"Written to {tmp_path / 'all.json'}. It has no lock." in window.key_line


@japanese
async def test_the_field_for_the_recovery_code_says_what_it_is_for(locked: Path) -> None:
    async with opened(locked) as window:
        await to_code(window)
        assert "復旧コード（5文字ずつ、8組）" in window.all_said


async def test_leaving_half_way_locks_nothing(lived: Path) -> None:
    async with opened(lived) as window:
        await begin_setting(window)
        await give(window, PASSPHRASE)
        await give(window, PASSPHRASE)
        await window.press("escape", "f2")
        assert SECRET in window.text
    assert not locking.is_locked(lived)


async def test_a_notebook_that_cannot_be_locked_stays_open_and_says_why(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(lived, size=(100, 30)) as window:
        await begin_setting(window)
        await give(window, PASSPHRASE)
        await give(window, PASSPHRASE)
        code = shown_code(window)
        await window.go_to("typed")
        await window.press("enter")
        create = Disk.create

        def full(disk: Disk, path: Path, data: bytes) -> None:
            if path.name.startswith("identity.age"):
                raise OSError(28, "no space", str(path))
            create(disk, path, data)

        monkeypatch.setattr(Disk, "create", full)
        await give(window, code)
        assert "no room left" in window.key_line
        await window.press("f2")
        assert SECRET in window.text
    assert not locking.is_locked(lived)


async def test_the_first_question_leads_to_the_lock(folder: Path) -> None:
    async with opened(folder, size=(100, 30)) as window:
        await window.go_to("shared", "yes")
        await window.press("enter")
        await window.go_to("lock")
        await window.press("enter")
        assert window.page_name == "SetLockPage"
        await window.press("enter")
        await give(window, PASSPHRASE)
        await give(window, PASSPHRASE)
        code = shown_code(window)
        await window.go_to("typed")
        await window.press("enter")
        await give(window, code)
        assert window.page_name == "TodayPage"
    assert locking.is_locked(folder)


async def test_the_passphrase_is_changed_and_the_code_stays(locked: Path) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_change")
        await give(window, "wrong")
        assert "does not open" in window.said
        assert window.here == "field"
        await give(window, PASSPHRASE)
        await give(window, "new words")
        await give(window, "new words")
        assert window.page_name == "SettingsPage"
        assert "From now on the new passphrase" in window.key_line
    assert read(locked, "new words").of_kind(Goal)
    assert locking.recover(locked, CODE).suffix == ".age"
    with pytest.raises(Problem):
        read(locked)


async def test_a_new_code_takes_the_place_of_the_old_one_once_it_is_typed_back(
    locked: Path, tmp_path: Path
) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_code")
        assert "copies made before still open with it" in window.said
        await give(window, "wrong")
        assert "does not open" in window.said
        assert window.here == "field"
        await give(window, PASSPHRASE)
        code = shown_code(window)
        assert locking.recover(locked, CODE).suffix == ".age"
        await window.go_to("file")
        await window.press("enter")
        await window.write(str(tmp_path / "code.txt"))
        await window.press("enter")
        assert "kept as code.txt" in window.said
        await window.go_to("typed")
        await window.press("enter")
        await give(window, CODE)
        assert "does not open" in window.said
        await window.press("ctrl+u")
        await give(window, code.lower())
        assert window.page_name == "SettingsPage"
        assert "The recovery code is another one now" in window.key_line
        assert code not in window.all_said
    assert locking.recover(locked, code).suffix == ".age"
    assert read(locked).of_kind(Goal)
    with pytest.raises(Problem):
        locking.recover(locked, CODE)


async def test_a_code_that_came_to_hold_is_told_also_where_its_page_was_left(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    change_code = locking.change_code

    def slow(folder: Path, key: locking.Key, code: str) -> None:
        may_go_on.wait(30)
        change_code(folder, key, code)

    monkeypatch.setattr(locking, "change_code", slow)
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_code")
        await give(window, PASSPHRASE)
        code = shown_code(window)
        await window.go_to("typed")
        await window.press("enter")
        await window.write(code)
        window.send("enter")
        await window.wait_for("Changing the recovery code")
        await window.press("escape")
        assert window.page_name == "SettingsPage"
        may_go_on.set()
        await settled(window)
        assert "The recovery code is another one now" in window.key_line
    assert locking.recover(locked, code).suffix == ".age"


async def test_a_code_that_could_not_be_changed_is_told_where_one_is_and_no_key_waits(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(_folder: Path, _key: locking.Key, _code: str) -> None:
        may_go_on.wait(30)
        raise Problem(ProblemCode.NO_MEMORY)

    monkeypatch.setattr(locking, "change_code", slow)
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_code")
        await give(window, PASSPHRASE)
        await window.go_to("typed")
        await window.press("enter")
        await window.write(shown_code(window))
        window.send("enter")
        await window.wait_for("Changing the recovery code")
        await window.press("escape")
        may_go_on.set()
        await settled(window)
        assert "memory" in window.key_line
        await window.press("f2")
        assert window.page_name == "TodayPage"
    assert locking.recover(locked, CODE).suffix == ".age"


async def test_leaving_before_the_new_code_is_typed_back_keeps_the_old_one(locked: Path) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await open_setting(window, "lock_code")
        await give(window, PASSPHRASE)
        assert shown_code(window) != CODE
        await window.press("escape")
        assert window.page_name == "SettingsPage"
    assert locking.recover(locked, CODE).suffix == ".age"


async def test_the_lock_is_taken_off_with_the_passphrase(locked: Path) -> None:
    async with opened(locked) as window:
        await open_it(window)
        await window.press("f11", "end", "enter")
        assert window.page_name == "RemoveLockPage"
        assert "whoever can use this account can read the files" in window.said
        await window.press("enter")
        await give(window, PASSPHRASE)
        assert window.page_name == "SettingsPage"
        assert window.session.key is None
    async with written(locked) as book:
        assert book.of_kind(Goal)


async def test_the_idle_minutes_are_chosen_in_the_settings(locked: Path) -> None:
    from stepup.settings import read_settings

    async with opened(locked) as window:
        await open_it(window)
        await window.press("f11")
        await window.go_to("idle", "5")
        await window.press("enter")
        assert read_settings(locked).idle_minutes == 5
        await window.go_to("idle", "0")
        await window.press("enter")
        assert read_settings(locked).idle_minutes == 0


# Faults of our own


class BoomError(Exception):
    pass


async def test_a_mistake_while_a_passphrase_is_typed_says_none_of_it(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def boom(_folder: Path, typed: str) -> None:
        raise BoomError(f"{typed} in the message")

    monkeypatch.setattr(locking, "unlock", boom)
    with pytest.raises(WorkerFailed):
        async with opened(locked) as window:
            await window.write(PASSPHRASE)
            window.send("enter")
            await window.crashed()
    assert PASSPHRASE not in "".join(capfd.readouterr())
    assert PASSPHRASE not in window.app.last_words
    assert window.app.last_words.startswith("stepup stopped over a mistake of its own")
    assert window.app.return_code == 1


async def test_a_mistake_in_a_locked_notebook_keeps_the_text_as_a_sealed_draft(
    locked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def boom() -> None:
        raise BoomError(SECRET)

    with pytest.raises(BoomError):
        async with opened(locked) as window:
            await open_it(window)
            await window.press("y")
            await window.write(f"{SECRET} half")
            window.app.screen.call_later(boom)
            await window.crashed()
    assert SECRET not in "".join(capfd.readouterr())
    assert [path.suffix for path in drafts_in(locked)] == [".age"]
    assert SECRET.encode() not in drafts_in(locked)[0].read_bytes()
    key = locking.unlock(locked, PASSPHRASE)
    left = Drafts(locked, "after", envelope=key).left_behind()
    assert [draft.text for draft in left] == [f"{SECRET} half"]
