"""Pages once opened are kept: one comes back to where one was, and to things as they are then."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.support import TODAY, begun, opened, written

from stepup.domain.goal import Goal
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal


@pytest.fixture
async def three_goals(folder: Path) -> Path:
    await begun(folder)
    async with written(folder) as book:
        for text in ("open the curtain", "go to the letter box", "play one song"):
            Goals(book).add(text)
    return folder


async def test_a_page_one_comes_back_to_is_the_same_with_the_cursor_where_it_was(
    three_goals: Path,
) -> None:
    async with opened(three_goals) as window:
        await window.press("g", "down", "down")
        page, here = window.page, window.here
        assert here == f"goal:{window.kept(Goal, None)[2].id}"
        await window.press("t", "g")
        assert (window.page, window.here) == (page, here)


async def test_a_page_one_comes_back_to_shows_what_was_changed_elsewhere(three_goals: Path) -> None:
    async with opened(three_goals) as window:
        await window.press("g", "t")
        goal = window.kept(Goal, None)[0]
        window.session.goals.reword(goal, "open the other curtain")
        await window.press("g")
        assert "open the other curtain" in window.text
        assert "open the curtain" not in window.text


async def test_today_begins_with_today_however_one_left_it(three_goals: Path) -> None:
    async with opened(three_goals) as window:
        await window.press("[", "[", "g", "t")
        assert window.page.day == TODAY  # type: ignore[attr-defined]  # the page of a day
        assert window.here == "mood"


async def test_the_day_turns_in_its_place_and_begins_at_the_mood(three_goals: Path) -> None:
    async with opened(three_goals) as window:
        page = window.page
        await window.press("down", "down", "[")
        assert window.page is page
        assert window.page.day == TODAY - timedelta(days=1)  # type: ignore[attr-defined]  # likewise
        assert window.here == "mood"


async def test_a_field_left_open_is_kept_and_closed_when_another_page_is_opened(
    three_goals: Path,
) -> None:
    async with opened(three_goals) as window:
        await window.press("g")
        await window.go_to("new:none")
        await window.press("enter")
        await window.write("sit by the window")
        await window.press("f2", "f3")
        assert window.page.open_entry is None
        assert "sit by the window" in {goal.text for goal in window.kept(Goal, None)}
        assert "sit by the window" in window.text


async def test_pages_are_few_however_often_one_goes_to_and_fro(three_goals: Path) -> None:
    async with opened(three_goals) as window:
        for _round in range(5):
            await window.press("g", "g", "j", "t", "t")
        assert len(window.app._installed_screens) <= 3 + 2
        assert len(window.app.screen_stack) == 2


async def test_an_entry_longer_than_the_window_is_read_by_arrows_before_they_go_on(
    folder: Path,
) -> None:
    await begun(folder)
    async with written(folder) as book:
        Journal(book).write(TODAY, "\n".join(f"line {number}" for number in range(40)), None)
    async with opened(folder) as window:
        await window.press("end", "up")
        entry = window.here
        assert entry.startswith("journal:")
        await window.press("home")
        seen: set[str] = set()
        for _key in range(30):
            await window.press("down")
            seen |= {line.split("line ")[1] for line in window.lines if "line " in line}
            if window.here == "newjournal":
                break
        assert {text.split()[0] for text in seen} >= {str(number) for number in range(40)}
