"""Settings take hold at once; hiding shows nothing and gives back the same place."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.conftest import japanese
from tests.ui.support import NARROW, TODAY, Window, begun, opened, stored, written

from stepup.domain.journal import JournalEntry
from stepup.domain.profile import LookAway, Preferences, Rest
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.settings import Settings, read_settings


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def lived(home: Path) -> Path:
    async with written(home) as book:
        days = Days(book)
        for day in (19, 20, 22):
            days.log_mood(TODAY.replace(day=day), 3)
            days.log_sleep(TODAY.replace(day=day), "3:00-11:00")
        days.mark(TODAY, "meal")
        Goals(book).add("Go to the letter box", chosen_for=TODAY)
        Journal(book).write(TODAY, "Woke at noon. #cat")
    return home


async def choose(window: Window, key: str, part: str) -> None:
    await window.press("f11")
    await window.go_to(key, part)
    await window.press("enter")


# Language


async def test_the_language_changes_every_visible_word_at_once(lived: Path) -> None:
    async with opened(lived) as window:
        english = set(window.said.split())
        await choose(window, "language", "ja")
        await window.press("f2")
        assert "11月22日（日）" in window.title
        assert "保存済み" in window.title
        for words in (
            "今日",
            "目標",
            "日記",
            "ほか",
            "設定",
            "隠す",
            "気分",
            "まあまあ",
            "ごはん",
            "小さな目標",
        ):
            assert words in window.text, words
        own = {"Go", "to", "the", "letter", "box", "Woke", "at", "noon.", "#cat"}
        left = {word for word in english if word.isalpha() and word in window.text.split()} - own
        assert left <= {"q"}
        for key in ("g", "j", "f10", "f11", "?", "e", "ctrl+p"):
            await window.press(key)
            assert not {"Today", "Goals", "Journal", "Saved", "Help", "Search"} & set(
                window.text.split()
            ), key
            if window.page.LAID_OVER:
                await window.press("escape")
    assert read_settings(lived).language == "ja"


async def test_the_language_changes_back_as_easily(home: Path) -> None:
    async with opened(home) as window:
        await choose(window, "language", "ja")
        await choose(window, "language", "en")
        await window.press("f2")
        assert "Sunday, 22 November" in window.title
        assert "気分" not in window.text


# Colours


async def test_the_colours_change_at_once_and_stay(home: Path) -> None:
    async with opened(home) as window:
        page = window.app.screen.styles.background
        await choose(window, "theme", "stepup-light")
        assert window.app.theme == "stepup-light"
        assert window.app.screen.styles.background != page
    assert read_settings(home).theme == "stepup-light"
    async with opened(home, settings=read_settings(home)) as window:
        assert window.app.theme == "stepup-light"


async def test_plain_ascii_pictures_hold_at_once(lived: Path) -> None:
    async with opened(lived) as window:
        assert "⣤⣤⣤" in window.text
        await choose(window, "ascii", "on")
        await window.press("f2")
        assert "===" in window.text
        assert window.text.isascii() or not any(
            "⠀" <= character <= "⣿" for character in window.text
        )


async def test_settings_that_cannot_be_written_are_said_in_one_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stepup.settings._replace", full)
    async with opened(home) as window:
        await choose(window, "theme", "stepup-light")
        assert window.is_open
        assert "ENOSPC" in window.key_line


# Keys


async def change_key(window: Window, action: str, key: str) -> None:
    await window.press("f11")
    await window.go_to("keys")
    await window.press("enter")
    assert window.page_name == "KeymapPage"
    await window.go_to(action)
    await window.press("enter")
    assert "Press the new key" in window.key_line
    await window.press(key)


async def test_a_key_is_changed_and_the_new_one_works_at_once(home: Path) -> None:
    async with opened(home) as window:
        await change_key(window, "anywhere.goals", "ctrl+g")
        assert "changed" in window.text
        await window.press("escape", "escape", "ctrl+g")
        assert window.page_name == "GoalsPage"
    assert read_settings(home).keymap == {"anywhere.goals": "ctrl+g"}
    async with opened(home, settings=read_settings(home)) as window:
        await window.press("ctrl+g")
        assert window.page_name == "GoalsPage"


async def test_a_key_that_is_taken_is_refused_and_named(home: Path) -> None:
    async with opened(home) as window:
        await change_key(window, "today.meal", "b")
        assert "That key does something else already: Bath" in window.key_line
        await window.press("enter", "g")
        assert "That key does something else already: Goals" in window.key_line
        assert window.session.settings.keymap == {}


@pytest.mark.parametrize("key", ["enter", "up", "ctrl+q", "tab"])
async def test_keys_that_lead_out_of_anything_cannot_be_given_away(home: Path, key: str) -> None:
    async with opened(home) as window:
        await change_key(window, "today.meal", key)
        assert window.session.settings.keymap == {}
        assert "key" in window.key_line


@pytest.mark.parametrize("key", ["1", "3", "5", " ", "left", "home", "ctrl+c", "shift+tab"])
async def test_digits_space_and_what_moves_cannot_be_given_away(home: Path, key: str) -> None:
    async with opened(home) as window:
        await change_key(window, "today.bath", key)
        assert window.session.settings.keymap == {}


async def test_delete_brings_a_first_key_back(home: Path) -> None:
    async with opened(home) as window:
        await change_key(window, "today.meal", "x")
        assert window.here == "today.meal"
        await window.press("delete", "escape", "escape", "m")
        assert "Meals 1" in window.text
    assert read_settings(home).keymap == {}


async def test_a_keymap_that_takes_a_key_twice_or_names_nothing_opens_all_the_same(
    home: Path,
) -> None:
    keymap = {
        "today.meal": "b",
        "today.nonsense": "x",
        "anywhere.goals": "",
        "today.bath": "no such key",
    }
    async with opened(home, settings=Settings(keymap=keymap)) as window:
        assert window.page_name == "TodayPage"
        await window.press("3", "?", "escape", "f3")
        assert window.app._exception is None


# Looking away


async def test_looking_away_from_totals_trends_dates_and_lengths_hides_them(lived: Path) -> None:
    async with opened(lived) as window:
        assert "Meals 1" in window.text
        assert "8 h" in window.text
        assert "Last 3 recorded days" in window.text
        assert "22 November" in window.text
        for what in LookAway:
            await choose(window, "look_away", what.value)
            await window.press("escape")
        assert "Meals +" in window.text
        assert "8 h" not in window.text
        assert "recorded days" not in window.text
        assert "November" not in window.text
        await window.press("j")
        assert "22 Nov" not in window.text
        await window.press("b")
        assert "#cat 1" not in window.text
        assert "#cat" in window.text
        await window.press("/")
        await window.write("noon")
        await window.wait_for("Woke at")
        assert "Nov" not in window.text
        await window.saved()
    [preferences] = await stored(lived, Preferences, None)
    assert preferences.look_away == frozenset(LookAway)


async def test_a_time_of_rest_lays_nothing_out_and_ends_when_it_is_ended(lived: Path) -> None:
    async with opened(lived) as window:
        await choose(window, "rest", "on")
        await window.press("escape")
        assert "A time of rest. Nothing is laid out." in window.text
        assert "Go to the letter box" not in window.text
        assert "Small goals" not in window.text
        await choose(window, "rest", "off")
        await window.press("escape")
        assert "Go to the letter box" in window.text
        assert window.kept(Rest, None) == []


async def test_the_days_start_is_changed_and_a_wrong_one_refused_in_one_sentence(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("f11")
        for typed, sentence in (
            ("25:00", "This does not read as a time"),
            ("13:00", "This does not read as a time"),
        ):
            await window.go_to("day_start")
            await window.press("enter")
            window.field.text = typed
            await window.press("enter")
            assert sentence in window.said
            await window.press("escape", "escape")
            if window.page_name != "SettingsPage":
                await window.press("f11")
        await window.go_to("day_start")
        await window.press("enter")
        window.field.text = "５：３０"
        await window.press("enter")
        assert "5:30" in window.text
        assert window.book.preferences.day_start.hour == 5


# Hiding


@pytest.mark.parametrize("key", ["ctrl+l", "f12"])
async def test_the_hide_key_shows_nothing_at_all(lived: Path, key: str) -> None:
    async with opened(lived) as window:
        await window.press(key)
        assert window.text.strip() == ""
        assert "stepup" not in str(window.app.sub_title)


async def test_hiding_comes_back_to_the_same_place_with_the_half_written_text(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("j")
        [entry] = window.kept(JournalEntry)
        await window.go_to(f"entry:{entry.id}")
        await window.press("enter")
        await window.go_to(f"acts:{entry.id}", "write")
        await window.press("enter")
        await window.write(" Then")
        for key in ("enter", "escape"):
            await window.press("ctrl+l")
            assert window.text.strip() == ""
            await window.press(key)
            assert window.page_name == "JournalPage"
            assert window.field.text == "Woke at noon. #cat Then"
        await window.write(" tea.")
        assert window.field.text == "Woke at noon. #cat Then tea."


async def test_while_hidden_no_other_key_does_anything(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("ctrl+l")
        before = len(window.book._trail.done)
        await window.press("3", "g", "q", "f2", "f11", "ctrl+p", "ctrl+z", " ", "m", "?")
        window.send(*"words")
        await window.settle()
        await window.paste("more words")
        assert window.text.strip() == ""
        assert len(window.book._trail.done) == before
        await window.pilot.click(offset=(5, 5))
        await window.settle()
        assert window.page_name == "TodayPage"


async def test_hiding_works_over_a_page_that_lies_over_another(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("f11", "f12")
        assert window.text.strip() == ""
        await window.press("enter")
        assert window.page_name == "SettingsPage"


async def test_what_another_window_writes_while_hidden_shows_nothing(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("ctrl+l")
        async with written(lived) as book:
            Days(book).add_win(TODAY, "from elsewhere")
        await window.look_away_and_back()
        await window.settle()
        assert window.text.strip() == ""


# The rest of the pages


async def test_the_page_for_hard_moments_holds_numbers_and_the_own_plan(home: Path) -> None:
    async with opened(home) as window:
        await window.press("e")
        for words in ("119", "www.mhlw.go.jp/mamorouyokokoro/"):
            assert words in window.said
        await window.go_to("own")
        await window.press("enter")
        await window.write("call my sister")
        await window.press("escape")
        assert "call my sister" in window.text
        assert Profile(window.book).own_help() == "call my sister"


async def test_a_copy_is_kept_and_read_back_from_the_page_of_copies(
    lived: Path, tmp_path: Path
) -> None:
    async with opened(lived) as window:
        window.app.do("anywhere.safekeeping")
        await window.settle()
        await window.go_to("copy")
        await window.press("enter")
        await window.write(str(tmp_path / "copy.zip"))
        await window.press("enter")
        await window.wait_for("was kept and read back.")
        assert (tmp_path / "copy.zip").stat().st_size > 0
        await window.go_to("copy")
        await window.press("enter")
        await window.write(str(tmp_path / "copy.zip"))
        await window.press("enter")
        assert "There is a file of that name already: copy.zip." in window.said


async def test_an_earlier_save_is_taken_back_from_the_page_of_history(home: Path) -> None:
    async with written(home) as book:
        Days(book).add_win(TODAY, "tea")
    async with opened(home) as window:
        window.app.do("anywhere.safekeeping")
        await window.settle()
        assert "small win" in window.text
        await window.click("Take it back")
        await window.press("escape")
        assert "tea" not in window.text


async def test_a_save_tells_its_days_and_kinds_and_none_of_its_words(home: Path) -> None:
    async with written(home, settle=60) as book:
        days = Days(book)
        days.add_win(TODAY - timedelta(days=3), "tea")
        days.add_win(TODAY, "a walk")
        days.log_mood(TODAY, 3)
    async with opened(home) as window:
        window.app.do("anywhere.safekeeping")
        await window.settle()
        [save, *_older] = [key for key in window.keys if key.startswith("save:")]
        assert "small win (2), mood" in window.row(save).spec.text
        await window.go_to(save, "look")
        await window.press("enter")
        assert window.row("about:days").spec.text == "19 Nov to 22 Nov 2026"
        said = window.row("about:kinds").spec.text
        assert said == "Small wins (2), Mood and energy (1)"
        for what in (LookAway.DATES, LookAway.TOTALS):
            window.session.profile.look_away(what)
        await window.settle()
        assert "about:days" not in window.keys
        assert window.row("about:kinds").spec.text == "Small wins, Mood and energy"
        assert "small win, mood" in window.row(save).spec.text
        await window.go_to(save, "look")
        await window.press("enter")
        assert "about:kinds" not in window.keys


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_earlier_saves_are_taken_back_in_one_column(
    home: Path, size: tuple[int, int]
) -> None:
    async with written(home) as book:
        Days(book).add_win(TODAY, "tea")
    async with written(home) as book:
        Days(book).log_mood(TODAY, 3)
    async with written(home) as book:
        Profile(book).write_own_help("call my sister")
    async with opened(home, size=size) as window:
        window.app.do("anywhere.safekeeping")
        await window.settle()
        columns = {line.find("Take it back") for line in window.lines} - {-1}
        assert len(columns) == 1
        assert window.text.count("Take it back") >= 3


def test_settings_on_disk_hold_nothing_personal(home: Path) -> None:
    path = home / "settings.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    assert set(kept) <= {"language", "theme", "ascii_charts", "keymap", "idle_minutes"}


NARROW_RAIL = ["t", "g", "j", "F10", "F11", "F12", "^Q"]


async def test_on_a_narrow_screen_the_rail_shows_keys_and_no_half_words(home: Path) -> None:
    async with opened(home, size=NARROW) as window:
        assert [line[:5].strip() for line in window.lines[:-1] if line[:5].strip()] == NARROW_RAIL


@japanese
async def test_on_a_narrow_screen_the_rail_shows_keys_in_japanese_too(home: Path) -> None:
    async with opened(home, size=NARROW) as window:
        assert "気分" in window.text
        assert [line[:5].strip() for line in window.lines[:-1] if line[:5].strip()] == NARROW_RAIL
