"""Mood and energy: a year of days, a line with its range, figures only when asked for."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.conftest import japanese
from tests.ui.support import NARROW, TODAY, MovableClock, Window, begun, opened, written

from stepup.domain.mood_measures import Levels
from stepup.domain.profile import LookAway
from stepup.domain.rhythm import Measure
from stepup.i18n import set_language
from stepup.notebook.days import Days
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.screens.today import TodayPage
from stepup.ui.widgets.charts import bars, days_row, height, line_rows, month_ruler, year_rows
from stepup.words.patterns import middle_words

MOOD = "anywhere.mood"


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def lived(home: Path) -> Path:
    """Moods of five days, two of them on one day; energy on one; 29 February 2024."""
    clock = MovableClock()
    async with written(home, clock, settle=60) as book:
        days = Days(book)
        for day, level in ((date(2026, 1, 1), 1), (date(2026, 1, 31), 5), (date(2026, 11, 20), 3)):
            days.log_mood(day, level)
        days.log_mood(TODAY, 2)
        clock.move(hours=1)
        days.log_mood(TODAY, 4)
        days.log_energy(TODAY, 5)
        days.log_mood(date(2024, 2, 29), 4)
    return home


async def at_mood(window: Window, picture: str = "") -> None:
    window.app.do(MOOD)
    await window.settle()
    if picture:
        await window.go_to("picture", picture)
        await window.press("enter")


def picture(window: Window, key: str) -> str:
    return window.row(key).spec.text


# The year


async def test_a_year_has_a_cell_a_day_and_blanks_for_the_others(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        assert picture(window, "month:1") == "⡀" + " " * 32 + "⣿"
        assert picture(window, "month:11") == " " * 20 + "⣤  ⣤" + " " * 10
        assert [picture(window, f"month:{n}").strip() for n in (2, 6, 12)] == ["", "", ""]
        assert "⡀ Very hard  ⣀ Hard  ⣤ So-so  ⣶ Fairly good  ⣿ Good" in window.text


async def test_energy_has_its_own_year_and_words(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        await window.go_to("feeling", "energy")
        await window.press("enter")
        assert picture(window, "month:11").strip() == "⣿"
        assert picture(window, "month:1").strip() == ""
        assert "Almost none" in window.text


async def test_years_are_turned_and_29_february_has_its_cell(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        await window.press("[", "[")
        assert picture(window, "month:2") == " " * 30 + "⣶" + " " * 3
        assert "2024" in window.title
        await window.press("[")  # there is nothing before
        assert "2024" in window.title
        await window.press("]")
        assert "There is no record here" in window.said
        assert "month:1" not in window.keys
        await window.press("]", "]", "]")
        assert "2026" in window.title


async def test_a_month_opens_its_days_and_a_day_its_page(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        await window.go_to("month:1")
        await window.press("enter")
        assert [part.text for part in window.row("days:1").spec.parts] == ["1", "31"]
        await window.go_to("days:1", "2026-01-31")
        await window.press("enter")
        assert isinstance(window.page, TodayPage)
        assert window.page.day == date(2026, 1, 31)


async def test_a_month_without_a_record_opens_on_nothing_and_folds(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        before = window.keys
        await window.go_to("month:6")
        await window.press("enter", "enter")
        assert window.keys == before


async def test_the_year_is_said_in_words_with_what_it_rests_on(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        assert picture(window, "summary") == "In the middle: So-so (Very hard to Good)"
        assert window.row("summary").spec.after == "from 4 of 326 days"
        assert "counts once, by their middle" in picture(window, "several")
        assert "Median" not in window.text


@japanese
async def test_the_year_in_japanese(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window)
        assert "⡀ とてもつらい  ⣀ つらい  ⣤ まあまあ  ⣶ わりといい  ⣿ いい" in window.text
        assert picture(window, "summary") == "まんなか：まあまあ（とてもつらい〜いい）"


def test_a_middle_between_two_levels_is_said_so() -> None:
    assert middle_words("mood", Levels(2.5, 1, 5)) == "between Hard and So-so"
    assert middle_words("energy", Levels(1, 1, 1)) == "Almost none"
    set_language("ja")
    assert middle_words("mood", Levels(2.75, 1, 5)) == "つらいとまあまあのあいだ"
    set_language("en")


# The line


async def test_a_line_shows_the_middle_and_the_range_of_each_day(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window, "30")
        rows = [picture(window, f"level:{n}") for n in range(5)]
        assert rows[0].strip() == ""
        assert rows[1] == " " * 29 + "⡇"
        assert rows[2] == " " * 27 + "⠶ ⡷"
        assert rows[3] == " " * 29 + "⡇"
        assert [window.row(f"level:{n}").spec.label for n in (0, 4)] == ["Good", "Very hard"]
        assert picture(window, "axis") == "24 Oct" + " " * 18 + "22 Nov"
        assert "A column is a day" in window.said
        assert window.row("summary").spec.after == "from 2 of 30 days"


@pytest.mark.parametrize(("days", "columns", "length"), [("90", 30, 3), ("365", 37, 10)])
async def test_longer_lines_take_days_together(
    lived: Path, days: str, columns: int, length: int
) -> None:
    async with opened(lived, size=NARROW) as window:
        await at_mood(window, days)
        assert {len(picture(window, f"level:{n}")) for n in range(5)} == {columns}
        assert f"A column is {length} days" in window.said
        assert "…" not in window.text


async def test_lines_are_turned_by_their_length(lived: Path) -> None:
    async with opened(lived) as window:
        await at_mood(window, "30")
        await window.press("[")
        assert "24 Sep - 23 Oct 2026" in window.title
        await window.press("[", "]", "]", "]")
        assert "24 Oct - 22 Nov 2026" in window.title


# Pictures


def test_five_levels_have_five_shapes_in_dots_and_in_ascii() -> None:
    for ascii_only in (False, True):
        cells = [height(level, ascii_only=ascii_only) for level in range(6)]
        assert len(set(cells)) == 6
        assert all(cell.isascii() for cell in cells) is ascii_only


def test_a_middle_between_levels_stands_on_the_edge_between_their_cells() -> None:
    steps = [Levels(2.5, 2, 3), Levels(2.5, 1, 4), None, Levels(3, 3, 3)]
    dots = line_rows(steps, ascii_only=False)
    assert [row[0] for row in dots] == [" ", " ", "⣇", "⡏", " "]
    assert [row[1] for row in dots] == [" ", "⡇", "⣇", "⡏", "⡇"]
    assert line_rows(steps, ascii_only=True) == ["    ", " |  ", ".. o", "''  ", " |  "]


def test_bars_are_measured_by_the_greatest_and_nothing_is_blank() -> None:
    assert bars([0, 1, 5, 10], ascii_only=True) == " .=#"
    assert bars([0, 0], ascii_only=False) == "  "
    assert bars([], ascii_only=False) == ""


def test_days_stand_under_their_numbers() -> None:
    levels = {date(2024, 2, day): 5 for day in (1, 11, 21)}
    row = year_rows(levels, 2024, ascii_only=True)[1]
    assert [index for index, cell in enumerate(row) if cell == "#"] == [
        match.start() for match in re.finditer(r"\d+", month_ruler())
    ][:3]
    assert len(row) == 31 + 3
    assert days_row([None, 0, 2], ascii_only=True, wide=3) == "   _  -- "


# Figures


async def rows_and_moods(home: Path, with_mark: int, without: int) -> None:
    async with written(home, settle=60) as book:
        days = Days(book)
        tracker = Profile(book).add_tracker("Knitting", Measure.YES_NO)
        for number in range(with_mark + without):
            day = TODAY - timedelta(days=number)
            days.log_mood(day, 4 if number < with_mark else 2)
            if number < with_mark:
                days.mark(day, tracker.id)
                days.mark(day, "outside")
        Profile(book).switch_row("outside")  # off: it was switched on by its mark


async def test_days_with_and_without_a_mark_come_only_when_asked_for(home: Path) -> None:
    await rows_and_moods(home, 8, 9)
    async with opened(home) as window:
        await at_mood(window, "30")
        assert "Knitting" not in window.said
        await window.press("d")
        [side] = [key for key in window.keys if key.startswith("side:")]
        spec = window.row(side).spec
        assert (spec.label, spec.text) == ("Knitting", "8 days with: Fairly good")
        assert spec.after == "9 days without: Hard"
        assert "This says nothing about why." in picture(window, "sides")
        assert picture(window, "figures") == "Median 2, from 2 to 4, on the scale of 1 to 5."
        assert window.here == "figures"
        await window.press("down")
        assert window.here == side
        assert "9 days without: Hard" in window.text
        await window.press("d")
        assert "sides" not in window.keys


@pytest.mark.parametrize(("with_mark", "without"), [(7, 9), (9, 7)])
async def test_with_fewer_than_eight_days_on_a_side_no_middles_are_shown(
    home: Path, with_mark: int, without: int
) -> None:
    await rows_and_moods(home, with_mark, without)
    async with opened(home) as window:
        await at_mood(window, "30")
        await window.press("d")
        [side] = [key for key in window.keys if key.startswith("side:")]
        spec = window.row(side).spec
        assert spec.text == (
            f"{with_mark} with a mark and {without} without: shown from 8 days on each side."
        )
        assert spec.after == ""


# Looking away, and care


async def test_looking_away_from_trends_takes_every_picture_and_leaves_words(lived: Path) -> None:
    async with opened(lived) as window:
        window.session.profile.look_away(LookAway.TRENDS)
        await at_mood(window)
        assert window.keys == ["views", "feeling", "picture", "when", "several", "summary"]
        await window.go_to("picture", "90")
        await window.press("enter")
        assert window.keys == ["views", "feeling", "picture", "when", "several", "summary"]
        assert not re.search("[\u2800-\u28ff]", window.text)


async def test_looking_away_from_totals_takes_every_count(home: Path) -> None:
    await rows_and_moods(home, 8, 9)
    async with opened(home) as window:
        window.session.profile.look_away(LookAway.TOTALS)
        await at_mood(window, "30")
        await window.press("d")
        assert not re.search(r"\d+ of \d+|with:|Median", window.said)
        assert "Figures rest on counts" in window.said


async def test_looking_away_from_dates_leaves_the_line_without_them(lived: Path) -> None:
    async with opened(lived) as window:
        window.session.profile.look_away(LookAway.DATES)
        await at_mood(window)
        assert "month:1" not in window.keys
        assert "2026" not in window.text
        await window.go_to("picture", "30")
        await window.press("enter")
        assert "level:0" in window.keys
        assert "Nov" not in window.text
        await window.press("[")
        assert re.search("Rhythm +Sav", window.title)
        assert "later" in [part.id for part in window.row("when").spec.parts]


async def test_plain_ascii_has_no_other_signs_in_its_pictures(lived: Path) -> None:
    async with opened(lived, settings=Settings(ascii_charts=True)) as window:
        await at_mood(window)
        assert all(picture(window, f"month:{n}").isascii() for n in range(1, 13))
        await window.go_to("picture", "365")
        await window.press("enter")
        assert all(picture(window, f"level:{n}").isascii() for n in range(5))


async def test_where_nothing_is_there_is_one_kind_sentence(home: Path) -> None:
    async with opened(home) as window:
        for shown in ("year", "30", "90", "365"):
            await at_mood(window, shown)
            await window.press("d")
            assert window.keys == ["views", "feeling", "picture", "when", "none"]
        assert "What is noted on Today comes to stand here." in window.said


async def test_a_year_that_cannot_be_read_is_said_and_others_are_still_reached(
    lived: Path,
) -> None:
    [file] = (lived / "data").glob("2024-*")
    data = file.read_bytes()
    file.chmod(0o600)
    file.write_bytes(data.replace(b"mood", b"m00d"))
    async with opened(lived) as window:
        await at_mood(window)
        await window.press("[", "[")
        assert "The records of 2024 cannot be read" in window.said
        await window.press("]", "]")
        assert picture(window, "month:1").startswith("⡀")


async def test_only_the_year_that_is_shown_is_read(home: Path) -> None:
    async with written(home, settle=60) as book:
        for year in range(1977, 2027):
            Days(book).log_mood(date(year, 6, 1), 3)
    async with opened(home) as window:
        window.app.do("anywhere.more")
        await window.settle()
        kept = set(window.book._shelves)
        await at_mood(window)
        assert set(window.book._shelves) <= kept | {"2026"}
        window.page.show_day(date(1990, 6, 1))  # type: ignore[attr-defined]
        await window.settle()
        assert set(window.book._shelves) <= kept | {"2026", "1990"}
