"""The guaranteed route: with arrows, Enter, Space and Esc alone, and with the mouse alone, one reaches everything."""

from pathlib import Path

import pytest
from tests.ui.support import NARROW, TODAY, USUAL, Window, begun, opened, written

from stepup.domain.goal import GoalDay, GoalState, Outcome, SomeDay
from stepup.domain.journal import JournalEntry, Looked, Win
from stepup.domain.mood import CheckIn
from stepup.domain.rhythm import Mark, Sleep
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.ui.actions import ACTIONS

SIZES = pytest.mark.parametrize("size", [USUAL, NARROW], ids=["80x24", "60x20"])


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def lived(home: Path) -> Path:
    """A vault with a goal, a line of some day, an entry, and every row switched on."""
    async with written(home) as book:
        goals, days = Goals(book), Days(book)
        goals.add("Go to the letter box", chosen_for=TODAY)
        goals.add_some_day("See the sea")
        Journal(book).write(TODAY, "Woke at noon.")
        Profile(book).change(rows=("sleep", "meal", "bath", "outside", "contact"))
        days.add_win(TODAY, "opened the window")
    return home


async def by_rail(window: Window, steps: int) -> None:
    """Open the rail's line so many below the first by Esc, arrows and Enter."""
    for _try in range(3):
        if window.here != "rail":
            await window.press("escape")
    assert window.here == "rail"
    await window.press(*["up"] * 8, *["down"] * steps, "enter")


# Arrows


@SIZES
async def test_mood_and_energy_are_set_by_arrows_and_enter(
    home: Path, size: tuple[int, int]
) -> None:
    async with opened(home, size=size) as window:
        await window.press("right", "right", "enter", "right", "enter")
        [one] = window.kept(CheckIn)
        assert (one.mood, one.energy) == (3, 2)


@SIZES
async def test_every_row_of_the_day_is_reached_by_arrows_and_space(
    lived: Path, size: tuple[int, int]
) -> None:
    async with opened(lived, size=size) as window:
        for cell in ("meal", "bath", "outside"):
            await window.go_to("life", cell)
            await window.press(" ")
        await window.go_to("life", "contact")
        await window.press(" ")
        await window.go_to("contact", "phone")
        await window.press("enter")
        marks = [mark.tracker for mark in window.kept(Mark)]
        assert marks == ["meal", "bath", "outside", "contact"]
        await window.go_to("sleep:")
        await window.press("enter")
        await window.write("3:10-11:40")
        await window.press("enter")
        assert len(window.kept(Sleep)) == 1


@SIZES
async def test_lines_goals_and_journal_of_the_day_are_reached_by_arrows_and_enter(
    lived: Path, size: tuple[int, int]
) -> None:
    async with opened(lived, size=size) as window:
        await window.go_to("newline")
        await window.press("enter")
        await window.write("made tea")
        await window.press("enter")
        assert [win.text for win in window.kept(Win)] == ["opened the window", "made tea"]
        [chosen] = window.kept(GoalDay)
        await window.go_to(f"goal:{chosen.id}", "half")
        await window.press("enter")
        assert [day.outcome for day in window.kept(GoalDay)] == [Outcome.HALF]
        await window.go_to("newgoal")
        await window.press("enter")
        await window.write("Drink water")
        await window.press("enter")
        assert "Drink water" in [goal.text for goal in window.session.goals.open()]
        await window.go_to("newjournal")
        await window.press("enter")
        await window.write("More.")
        await window.press("escape")
        assert [entry.text for entry in window.kept(JournalEntry)] == ["Woke at noon.", "More."]


@SIZES
async def test_esc_leads_to_the_rail_and_from_there_to_every_page_and_out(
    home: Path, size: tuple[int, int]
) -> None:
    async with opened(home, size=size) as window:
        pages = ("TodayPage", "GoalsPage", "JournalPage", "MorePage", "SettingsPage", "HiddenPage")
        for step, name in enumerate(pages):
            await by_rail(window, step)
            assert window.page_name == name
            if name in ("MorePage", "SettingsPage", "HiddenPage"):
                await window.press("escape")
        await by_rail(window, 6)
        await window.until(lambda: not window.is_open)
    assert window.app.return_value == 0


async def test_every_verb_of_a_goal_is_reached_by_arrows_and_enter(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("f3")
        [goal] = window.session.goals.open()
        await window.go_to(f"goal:{goal.id}")
        await window.press("enter")
        acts = {part.id for part in window.row(f"acts:{goal.id}").spec.parts}
        assert acts >= {
            "done", "half", "smaller", "choose", "step", "not_now", "resting", "let_go", "reword",
            "stage", "repeat",
        }  # fmt: skip
        await window.go_to(f"acts:{goal.id}", "not_now")
        await window.press("enter")
        assert [one.state for one in window.session.goals.open()] == [GoalState.NOT_NOW]


async def test_every_verb_of_an_entry_is_reached_by_arrows_and_enter(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("f4")
        [entry] = window.kept(JournalEntry)
        await window.go_to(f"entry:{entry.id}")
        await window.press("enter")
        acts = {part.id for part in window.row(f"acts:{entry.id}").spec.parts}
        assert acts >= {"write", "tags", "close", "day"}
        await window.go_to(f"acts:{entry.id}", "close")
        await window.press("enter")
        assert [one.closed for one in window.kept(JournalEntry)] == [True]


async def test_more_leads_by_arrows_to_every_place_and_esc_comes_back_to_it(home: Path) -> None:
    async with opened(home) as window:
        for action, name in (
            ("search", "SearchPage"), ("hard", "HardPage"), ("help", "HelpPage"),
            ("palette", "PalettePage"), ("safekeeping", "SafekeepingPage"), ("settings", "SettingsPage"),
            ("bring_in", "BringInPage"),
        ):  # fmt: skip
            await by_rail(window, 3)
            await window.go_to(f"anywhere.{action}")
            await window.press("enter")
            assert window.page_name == name
            await window.press("escape")
            if action not in ("help", "palette"):  # they are about the page below
                assert (window.page_name, window.here) == ("MorePage", f"anywhere.{action}")
                await window.press("escape")
            assert window.page_name == "TodayPage"


async def test_more_leads_to_the_main_places_in_place_of_others(home: Path) -> None:
    async with opened(home) as window:
        for action, name in (
            ("people", "SupportersPage"),
            ("work", "WorksPage"),
            ("people", "SupportersPage"),
        ):
            window.app.do("anywhere.more")
            await window.settle()
            await window.go_to(f"anywhere.{action}")
            await window.press("enter")
            assert (window.page_name, len(window.app.screen_stack)) == (name, 2)


async def test_tab_goes_to_the_next_thing_and_shift_tab_back(home: Path) -> None:
    async with opened(home) as window:
        await window.press("tab")
        assert window.here == "newline"
        await window.press("shift+tab")
        assert window.here == "mood"


@SIZES
async def test_what_does_not_fit_scrolls_so_that_the_cursor_is_always_seen(
    lived: Path, size: tuple[int, int]
) -> None:
    async with opened(lived, size=size) as window:
        for key in window.keys:
            if window.row(key).can_focus:
                await window.go_to(key)
                assert window.page.rows.region.contains_region(
                    window.page.rows.region_of(window.row(key))
                )


# The palette: every action by name


@pytest.mark.parametrize(
    "action", [a.id for a in ACTIONS if a.place == "anywhere" and a.name != "leave"]
)
async def test_every_action_of_everywhere_is_done_from_the_menu_by_its_name(
    home: Path, action: str
) -> None:
    async with opened(home) as window:
        await window.press("ctrl+p")
        await window.go_to_found(action)
        await window.press("enter")
        await window.settle()
        assert window.app._exception is None
        assert action == "anywhere.palette" or window.page_name != "PalettePage"


# The mouse


async def test_digits_are_set_by_clicking_them(home: Path) -> None:
    async with opened(home) as window:
        await window.click_part("mood", "4")
        [one] = window.kept(CheckIn)
        assert one.mood == 4
        assert "Fairly good" in window.text
        await window.click_part("energy", "2")
        assert [(one.mood, one.energy) for one in window.kept(CheckIn)] == [(4, 2)]


async def test_the_rail_is_clicked(home: Path) -> None:
    async with opened(home) as window:
        for words, name in (
            ("Goals", "GoalsPage"), ("Journal", "JournalPage"), ("Today", "TodayPage"),
            ("More", "MorePage"), ("Settings", "SettingsPage"), ("Hide", "HiddenPage"),
        ):  # fmt: skip
            await window.click(words)
            assert window.page_name == name, words
            if name in ("MorePage", "SettingsPage"):
                await window.press("escape")


async def test_the_key_line_is_clicked(home: Path) -> None:
    async with opened(home) as window:
        await window.click("/ Search")
        assert window.page_name == "SearchPage"
        await window.press("escape")
        await window.click("[ ]")
        assert "21 November" in window.title
        await window.click("That's it for today")
        await window.until(lambda: not window.is_open)
    assert window.app.last_words == "Kept. That's it for today."
    assert [looked.day.day for looked in window.kept(Looked)] == [21]


async def test_what_can_be_done_with_a_goal_is_clicked(lived: Path) -> None:
    async with opened(lived) as window:
        await window.click("Half")
        assert [day.outcome for day in window.kept(GoalDay)] == [Outcome.HALF]
        await window.click("Goals")
        await window.click("Go to the letter box")
        await window.click("Rest")
        assert [goal.state for goal in window.session.goals.open()] == [GoalState.RESTING]
        await window.click("See the sea")
        await window.click("Make it a goal")
        assert window.kept(SomeDay, None) == []
        assert "See the sea" in [goal.text for goal in window.session.goals.open()]


async def test_a_click_beside_the_words_chooses_nothing(lived: Path) -> None:
    async with opened(lived) as window:
        before = window.book.vault.read("2026")
        await window.pilot.click(offset=(78, 3))
        await window.settle()
        await window.saved()
        assert window.book.vault.read("2026") == before
