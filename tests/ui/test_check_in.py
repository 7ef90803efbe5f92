"""The quiet line of a look at how things are, and drafts of other pages gone on with from Today."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.support import TODAY, begun, opened, written

from stepup.domain.corner import Later
from stepup.domain.sheet import Sheet
from stepup.notebook.drafting import Drafting
from stepup.notebook.profile import Profile

LINE = "A look at how things are, if you like."


@pytest.fixture
async def due(folder: Path) -> Path:
    await begun(folder)
    async with written(folder) as book:
        Profile(book).change(check_in_every_days=7, check_in_from=TODAY)
    return folder


async def test_without_a_wish_for_it_nothing_is_offered(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        assert LINE not in window.text


async def test_a_look_is_one_line_that_opens_how_i_am_now_and_is_gone_until_the_next_time(
    due: Path,
) -> None:
    async with opened(due) as window:
        assert LINE in window.text
        await window.go_to("check_in", "look")
        await window.press("enter")
        assert window.page_name == "SheetPage"
        await window.press("escape")
        assert window.page_name == "TodayPage"
        assert LINE not in window.text
        assert not window.book.preferences.check_in_due(TODAY + timedelta(days=6))
        assert window.book.preferences.check_in_due(TODAY + timedelta(days=7))


async def test_a_look_is_put_off_by_one_key_and_that_is_undone_by_one(due: Path) -> None:
    async with opened(due) as window:
        await window.go_to("check_in", "not_now")
        await window.press("enter")
        assert LINE not in window.text
        await window.press("ctrl+z")
        assert LINE in window.text


async def left_behind(folder: Path, field: str, text: str) -> None:
    await begun(folder)
    async with written(folder) as book:
        drafts = Drafting(book)
        drafts.keep(field, text)
        drafts.close()


async def test_what_was_to_be_opened_later_is_not_shown_as_a_draft_either(folder: Path) -> None:
    await left_behind(folder, f"later:{TODAY}:", "the letter from the office")
    async with opened(folder) as window:
        assert "Being written: something to open later" in window.text
        assert "the letter" not in window.text
        await window.go_to("waiting:0", "go_on")
        await window.press("enter")
        assert window.page_name == "OpenLaterPage"
        assert window.field.text == "the letter from the office"
        await window.press("escape")
        assert [one.text for one in window.kept(Later, None)] == ["the letter from the office"]


async def test_a_sheets_draft_is_gone_on_with_in_its_own_field(folder: Path) -> None:
    await left_behind(folder, "sheet:now:mind", "a little lighter")
    async with opened(folder) as window:
        await window.go_to("waiting:0", "go_on")
        await window.press("enter")
        assert window.page_name == "SheetPage"
        assert window.field.text == "a little lighter"
        await window.press("escape")
        [sheet] = window.kept(Sheet)
        assert "a little lighter" in {section.text for section in sheet.sections}
