"""With an input method on: single characters are keys, several at once are words."""

from pathlib import Path

import pytest
from tests.ui.support import TODAY, begun, opened

from stepup.domain.journal import JournalEntry, Looked, Win
from stepup.domain.mood import CheckIn
from stepup.domain.rhythm import Mark


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


async def test_full_width_digits_and_space_count_as_their_plain_keys(home: Path) -> None:
    async with opened(home) as window:
        await window.press("３", "２", "　")
        [check_in] = window.kept(CheckIn)
        assert (check_in.mood, check_in.energy) == (3, 2)
        assert [mark.tracker for mark in window.kept(Mark)] == ["meal"]


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("ｇ", "GoalsPage"),
        ("え", "HardPage"),
        ("・", "SearchPage"),
        ("？", "HelpPage"),
        ("ｊ", "JournalPage"),
    ],
)
async def test_what_a_japanese_keyboard_gives_for_a_letter_works_as_that_letter(
    home: Path, key: str, page: str
) -> None:
    async with opened(home) as window:
        await window.press(key)
        assert window.page_name == page


async def test_corner_brackets_turn_days_as_brackets_do(home: Path) -> None:
    async with opened(home) as window:
        await window.press("「")
        assert "Saturday, 21 November" in window.title
        await window.press("」")
        assert "Sunday, 22 November" in window.title


async def test_two_characters_at_once_are_words_for_the_line_and_never_commands(home: Path) -> None:
    async with opened(home) as window:
        window.send("q", "3")
        await window.settle()
        assert window.here == "field"
        assert window.field.text == "q3"
        await window.press("enter")
        assert [win.text for win in window.kept(Win)] == ["q3"]
        assert window.kept(CheckIn) == []
        assert window.kept(Looked) == []
        assert window.is_open


async def test_words_that_an_input_method_commits_stand_in_the_line_whole(home: Path) -> None:
    async with opened(home) as window:
        window.send(*"窓を開けた")
        await window.settle()
        await window.press("enter")
        assert "窓を開けた" in window.text
        assert [(win.text, win.day) for win in window.kept(Win)] == [("窓を開けた", TODAY)]


async def test_pasted_words_are_words_for_the_line_and_never_commands(home: Path) -> None:
    async with opened(home) as window:
        await window.paste("q")
        assert window.field.text == "q"
        await window.press("enter")
        await window.paste("12345")
        await window.press("escape")
        assert [win.text for win in window.kept(Win)] == ["q", "12345"]
        assert window.kept(CheckIn) == []


async def test_words_at_once_become_an_entry_in_the_journal_and_a_goal_among_goals(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("j")
        window.send(*"日記です")
        await window.settle()
        await window.press("escape")
        assert [entry.text for entry in window.kept(JournalEntry)] == ["日記です"]
        await window.press("g")
        window.send(*"散歩")
        await window.settle()
        await window.press("enter")
        assert [goal.text for goal in window.session.goals.open()] == ["散歩"]


async def test_keys_that_waited_while_the_program_was_busy_are_still_keys(home: Path) -> None:
    async with opened(home) as window:
        window.hurry("4", "1")
        await window.settle()
        [check_in] = window.kept(CheckIn)
        assert (check_in.mood, check_in.energy) == (4, 1)


async def test_an_input_methods_enter_never_ends_a_text_of_many_lines(home: Path) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("昼に起きた。")
        await window.press("enter")
        await window.write("風が少し冷たい。")
        assert window.here == "field"
        assert window.kept(JournalEntry) == []
        await window.press("escape")
        assert [entry.text for entry in window.kept(JournalEntry)] == [
            "昼に起きた。\n風が少し冷たい。"
        ]


async def test_the_key_that_would_select_everything_opens_work_and_the_diary_is_whole(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("a long evening")
        await window.press("f7")
        assert window.page_name == "WorksPage"
        assert [entry.text for entry in window.kept(JournalEntry)] == ["a long evening"]


async def test_the_key_that_would_select_a_line_opens_stages_and_the_diary_is_whole(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("a long evening")
        await window.press("f6")
        assert window.page_name == "StagesPage"
        assert [entry.text for entry in window.kept(JournalEntry)] == ["a long evening"]
