"""Numbers of one's own: made, noted, listed and drawn small, never judged."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.support import TODAY, Window, begun, opened, written

from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.profile import LookAway
from stepup.notebook.own_numbers import OwnNumbers
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.screens.own_number_lines import height


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def noted(home: Path) -> OwnNumber:
    """A number with a value on each of four days."""
    async with written(home) as book:
        numbers = OwnNumbers(book)
        pain = numbers.add("pain", "0-10")
        for back, typed in enumerate(("10", "6.5", "3", "0")):
            numbers.note(pain, TODAY - timedelta(days=back), typed)
    return pain


async def numbers(window: Window) -> None:
    window.app.do("anywhere.own_numbers")
    await window.settle()


def values(window: Window) -> list[str]:
    return [row.spec.text for row in window.page.rows.lines if row.key.startswith("was:")]


async def test_a_number_is_made_with_a_range_and_noted_for_today(home: Path) -> None:
    async with opened(home) as window:
        await numbers(window)
        await window.press("enter")
        await window.write("noise")
        await window.press("enter")
        await window.go_to("range", "own")
        await window.press("enter")
        await window.write("30-120")
        await window.press("enter")
        [number] = window.kept(OwnNumber, None)
        assert (number.name, str(number.least), str(number.most)) == ("noise", "30", "120")
        assert window.here == f"value:{number.id}"
        await window.press("enter")
        await window.write("200")
        await window.press("enter")
        assert "A number from 30 to 120 fits here." in window.said
        await window.press(*["backspace"] * 3)
        await window.write("５５．５")
        await window.press("enter")
        assert [str(value.value) for value in window.kept(OwnValue)] == ["55.5"]
        await window.press("ctrl+z")
        assert window.kept(OwnValue) == []


async def test_the_number_that_is_opened_lists_its_values_newest_first(
    home: Path, noted: OwnNumber
) -> None:
    async with opened(home) as window:
        await numbers(window)
        await window.press("enter")
        assert values(window) == ["10", "6.5", "3", "0"]
        assert window.row(f"line:{noted.id}").spec.text == "⡀⣀⣶⣿"


async def test_the_small_line_is_ascii_when_wished_and_gone_for_who_looks_away(
    home: Path, noted: OwnNumber
) -> None:
    async with opened(home, settings=Settings(ascii_charts=True)) as window:
        await numbers(window)
        assert window.row(f"line:{noted.id}").spec.text == ".-+#"
        window.session.profile.look_away(LookAway.TRENDS)
        await window.settle()
        assert f"line:{noted.id}" not in window.keys


async def test_a_value_is_corrected_taken_away_and_noted_for_another_day(
    home: Path, noted: OwnNumber
) -> None:
    async with opened(home) as window:
        await numbers(window)
        await window.press("enter")
        [six] = [row.key for row in window.page.rows.lines if row.spec.text == "6.5"]
        await window.go_to(six)
        await window.press("enter", *["backspace"] * 3)
        await window.write("7")
        await window.press("enter")
        assert values(window) == ["10", "7", "3", "0"]
        await window.go_to(six)
        await window.press("delete")
        assert values(window) == ["10", "3", "0"]
        await window.go_to(f"acts:{noted.id}", "day")
        await window.press("enter")
        await window.write("2026-11-10 8")
        await window.press("enter")
        assert values(window) == ["10", "3", "0", "8"]


async def test_it_is_renamed_given_another_range_retired_and_brought_back(
    home: Path, noted: OwnNumber
) -> None:
    async with opened(home) as window:
        await numbers(window)
        await window.press("enter")
        for part, typed in (("rename", "ache"), ("range", "0-20")):
            await window.go_to(f"acts:{noted.id}", part)
            await window.press("enter", *["backspace"] * 8)
            await window.write(typed)
            await window.press("enter")
        [number] = window.kept(OwnNumber, None)
        assert (number.name, str(number.most)) == ("ache", "20")
        await window.go_to(f"acts:{noted.id}", "retire")
        await window.press("enter")
        assert "ache" not in window.said
        await window.go_to("retired")
        await window.press("enter")
        assert values(window) == ["10", "6.5", "3", "0"]
        await window.go_to(f"acts:{noted.id}", "retire")
        await window.press("enter")
        assert f"value:{noted.id}" in window.keys


async def test_values_stand_by_year_a_page_at_a_time(home: Path) -> None:
    async with written(home, settle=60) as book:
        own = OwnNumbers(book)
        pain = own.add("pain", "0-100")
        own.note(pain, date(2024, 2, 29), "99")
        for back in range(35):
            own.note(pain, TODAY - timedelta(days=back), str(back))
    async with opened(home) as window:
        await numbers(window)
        await window.press("enter")
        assert len(values(window)) == 30
        await window.go_to("page", "older")
        await window.press("enter")
        assert values(window) == ["30", "31", "32", "33", "34"]
        await window.go_to("years", "2024")
        await window.press("enter")
        assert values(window) == ["99"]


async def test_who_looks_away_from_dates_sees_none(home: Path, noted: OwnNumber) -> None:
    async with written(home) as book:
        Profile(book).look_away(LookAway.DATES)
    async with opened(home) as window:
        await numbers(window)
        await window.press("enter")
        assert values(window) == ["10", "6.5", "3", "0"]
        assert "Nov" not in window.said


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("0", 1),
        ("1.9", 1),
        ("2", 2),
        ("5", 3),
        ("7.9", 4),
        ("8", 5),
        ("10", 5),
        ("99", 5),
        ("-3", 1),
    ],
)
def test_a_value_has_one_of_five_heights_within_its_range(value: str, part: int) -> None:
    number = OwnNumber.model_validate({"id": "n", "name": "x", "least": 0, "most": 10})
    one = OwnValue.model_validate(
        {"id": "v", "day": "2026-11-22", "at": "2026-11-22T12:00:00Z", "number": "n",
         "value": value}
    )  # fmt: skip
    assert height(one, number) == part
