"""The first seconds: three keys, one key, the first page, and keys that come before it is there."""

from pathlib import Path

from tests.ui.support import TODAY, MovableClock, Window, begun, opened, stored
from textual.pilot import Pilot

from stepup.domain.journal import JournalEntry, Looked, Win
from stepup.domain.mood import CheckIn
from stepup.domain.profile import Preferences
from stepup.domain.rhythm import Mark
from stepup.i18n import set_language
from stepup.notebook.locking import Key
from stepup.settings import Settings
from stepup.ui.app import StepupApp


async def test_three_two_space_from_the_start_are_mood_energy_and_a_meal(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        assert window.here == "mood"
        await window.press("3", "2", " ")
        assert "So-so" in window.text
        assert "A little" in window.text
        assert "Meals 1" in window.text
        await window.saved()
        assert window.title.endswith("Saved")
    [check_in] = await stored(folder, CheckIn)
    assert (check_in.mood, check_in.energy, check_in.day) == (3, 2, TODAY)
    assert [mark.tracker for mark in await stored(folder, Mark)] == ["meal"]


async def test_q_alone_logs_the_day_and_leaves_with_kind_words(folder: Path) -> None:
    await begun(folder)
    set_language("ja")
    async with opened(folder) as window:
        await window.press("q")
        await window.until(lambda: not window.is_open)
    assert window.app.return_value == 0
    assert not window.app.return_code
    assert window.app.last_words == "残しました。今日はここまで。"
    assert [looked.day for looked in await stored(folder, Looked)] == [TODAY]
    assert await stored(folder, CheckIn) == []


async def test_the_page_of_the_first_day_holds_date_mood_one_line_and_journal_alone(
    folder: Path,
) -> None:
    async with opened(folder) as window:
        await window.press("enter")
        assert window.keys == ["mood", "newline", "newjournal"]
        body = [line[13:].strip() for line in window.lines[:-1] if line[13:].strip()]
    assert [line.split("  ")[0] for line in body] == [
        "Sunday, 22 November", "Mood", "One line", "Journal",
    ]  # fmt: skip


async def test_the_first_screen_asks_nothing_that_one_key_cannot_skip(folder: Path) -> None:
    for number, key in enumerate(("enter", "escape")):
        async with opened(folder.with_name(f"vault{number}")) as window:
            assert window.page_name == "WelcomePage"
            await window.press(key)
            assert window.page_name == "TodayPage"
            assert window.here == "mood"
            assert window.kept(Preferences, None)[0].welcomed


async def test_the_welcome_has_three_questions_at_most_and_is_not_asked_twice(folder: Path) -> None:
    async with opened(folder) as window:
        asked = [row for row in window.page.rows.lines if row.can_focus and row.key != "begin"]
        assert len(asked) <= 3
        assert "Do others use this computer too?" in window.text
        await window.go_to("shared")
        await window.press("enter")
        assert "Ctrl+L hides everything at once" in window.text
        await window.press("escape")
    async with opened(folder) as window:
        assert window.page_name == "TodayPage"


async def test_the_language_chosen_in_the_welcome_holds_at_once_and_stays(folder: Path) -> None:
    async with opened(folder) as window:
        await window.click("日本語")
        assert "始める" in window.text
        assert "Language" not in window.text
        assert "Settings" not in window.text
        assert "Saved" not in window.text
    assert '"language": "ja"' in (folder / "settings.json").read_text()


async def test_keys_typed_before_the_notebook_is_open_are_not_lost(folder: Path) -> None:
    await begun(folder)

    class Hurried(StepupApp):
        def open_with(self, key: Key | None) -> None:
            assert not self.session
            Window(self, Pilot(self)).hurry("3", "2", "enter", *"aired the room", "enter")
            super().open_with(key)

    app = Hurried(folder, Settings(), clock=MovableClock())
    async with app.run_test() as pilot:
        window = Window(app, pilot)
        await window.settle()
        await window.until(lambda: app.session and window.kept(Win))
        [check_in] = window.kept(CheckIn)
        assert (check_in.mood, check_in.energy) == (3, 2)
        assert [win.text for win in window.kept(Win)] == ["aired the room"]
        window.session.book.close()


async def test_keys_pressed_while_a_field_is_being_opened_go_into_it(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        window.hurry("y", *"qqq 321")
        await window.settle()
        await window.press("escape")
        assert [entry.text for entry in window.kept(JournalEntry)] == ["qqq 321"]
        assert window.kept(CheckIn) == []


async def test_keys_pressed_while_a_page_is_being_opened_work_on_that_page(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        window.hurry("f2", "5", "1")
        await window.settle()
        [check_in] = window.kept(CheckIn)
        assert (check_in.mood, check_in.energy) == (5, 1)
