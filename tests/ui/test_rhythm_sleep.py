"""The sleep picture: what it shows, how one moves in it, and what stands in its place."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.ui.conftest import japanese
from tests.ui.support import NARROW, TODAY, USUAL, WIDE, Window, begun, opened, written
from textual import events
from textual.strip import Strip

from stepup.domain.circular import DAY_MINUTES
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway
from stepup.domain.slept import Half
from stepup.i18n import Language, format_day, set_language
from stepup.notebook.days import Days
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.screens.rhythm.sleep import SleepPage
from stepup.ui.widgets.actogram import Actogram
from stepup.ui.widgets.caption import packed
from stepup.ui.widgets.sleep_cells import WIDTHS, fitting, half_row, hour_marks

ONE_DAY = timedelta(days=1)


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


async def sleeps(folder: Path, *nights: tuple[int, str], today: date = TODAY) -> None:
    """Write sleeps as they are typed, each so many days before today."""
    async with written(folder, settle=60) as book:
        for back, typed in nights:
            Days(book).log_sleep(today - timedelta(days=back), typed)


async def every_night(folder: Path, count: int) -> None:
    await sleeps(folder, *((back, "1:00-9:00") for back in range(count)))


def page_of(window: Window) -> SleepPage:
    assert isinstance(window.page, SleepPage)
    return window.page


def picture(window: Window) -> Actogram:
    return page_of(window).picture


def cursor_line(window: Window) -> str:
    """The words of the day under the cursor."""
    below = picture(window).region.bottom
    left = picture(window).region.x
    return " ".join(window.lines[line][left:].strip() for line in (below, below + 1)).strip()


def row_of(window: Window, name: str) -> str:
    """What is drawn behind a date, to the right edge."""
    left = picture(window).region.x + 1
    line = next(line[left:] for line in window.lines if line[left:].startswith(name))
    return line[picture(window).label_cells :]


# One half row


def drawn(*spans: tuple[int, int], cells: int = 24, ascii_only: bool = True, **marks: Any) -> str:
    return half_row(Half(tuple(spans), **marks), cells, ascii_only=ascii_only)


def test_a_sleep_takes_the_half_cells_of_its_hours() -> None:
    assert drawn((60, 240), cells=24, ascii_only=False) == " ⠿⠿⠿" + " " * 20
    assert drawn((30, 210), cells=24, ascii_only=False) == "⠸⠿⠿⠇" + " " * 20
    assert drawn((30, 210)) == "-##-" + " " * 20


def test_a_nap_of_a_few_minutes_is_seen() -> None:
    assert drawn((65, 70), ascii_only=False) == " ⠇" + " " * 22
    assert drawn((1436, 1439), ascii_only=False).strip() == ""  # from here on in the next half
    assert drawn((-4, -1), ascii_only=False) == "⠇" + " " * 23


def test_what_is_before_the_noon_or_after_the_next_is_cut() -> None:
    assert drawn((-180, 1380)) == "#" * 23 + " "
    assert drawn((1260, 2820)) == " " * 21 + "###"


def test_one_known_end_and_a_night_awake_are_marks_of_their_own() -> None:
    assert drawn(starts=(910,), ends=(1400,)) == " " * 15 + "(" + " " * 7 + ")"
    assert drawn(sleepless=True) == " " * 12 + "x" + " " * 11
    assert drawn(ends=(DAY_MINUTES,)) == " " * 23 + ")"
    assert drawn(starts=(0,))[0] == "("


@pytest.mark.parametrize("cells", WIDTHS)
def test_every_width_has_whole_columns_and_its_hours_over_them(cells: int) -> None:
    assert DAY_MINUTES % cells == 0
    row = drawn((720, 1140), cells=cells // 2)
    assert row.index("#") == cells // 4
    marks = hour_marks(cells)
    assert len(marks) == cells
    assert marks.index(" 0 ") + 1 == cells // 4


def test_the_widest_that_fits_is_taken() -> None:
    assert [fitting(width) for width in (200, 96, 95, 57, 40, 20, 3)] == [
        96,
        96,
        72,
        48,
        32,
        16,
        16,
    ]


# What is shown


async def test_a_row_shows_the_night_before_its_day_and_the_night_after_it(home: Path) -> None:
    await sleeps(home, (1, "0:00-6:00"), (0, "3:00-9:00"))
    async with opened(home) as window:
        await window.press("r")
        yesterday = " " * 12 + "⠿" * 6 + " " * 21 + "⠿" * 6
        assert row_of(window, "21 Nov").rstrip() == yesterday
        assert row_of(window, "22 Nov").rstrip() == " " * 15 + "⠿" * 6


async def test_the_newest_day_is_the_lowest_row_and_the_cursor_is_on_it(home: Path) -> None:
    await every_night(home, 60)
    async with opened(home) as window:
        await window.press("r")
        assert picture(window).has_focus
        assert picture(window).day == TODAY
        lowest = window.lines[picture(window).region.bottom - 1]
        assert "22 Nov" in lowest
        assert cursor_line(window) == "Sunday, 22 November: 1:00-9:00 (8 h)"


async def test_few_days_take_few_rows(home: Path) -> None:
    await every_night(home, 3)
    async with opened(home) as window:
        await window.press("r")
        assert picture(window).region.height == 3


async def test_a_night_awake_an_unrecorded_day_and_a_sleep_look_different(home: Path) -> None:
    await sleeps(home, (2, "1:00-9:00"), (0, "none"))
    async with opened(home) as window:
        await window.press("r")
        assert "x" in row_of(window, "22 Nov")
        assert "⠿" in row_of(window, "20 Nov")
        assert row_of(window, "21 Nov").strip() == "x"  # the night after it
        assert cursor_line(window) == "Sunday, 22 November: awake all night"
        styles = {}
        for y, line in enumerate(window.lines):
            for name in ("20 Nov", "21 Nov"):
                if name in line:
                    strip = window.app.screen._compositor.render_strips()[y]
                    cells = strip.crop(14, 20)
                    styles[name] = {segment.style and segment.style.color for segment in cells}
        assert styles["20 Nov"] != styles["21 Nov"]
        await window.press("up")
        assert cursor_line(window) == "Saturday, 21 November: no record of sleep"


async def test_one_known_end_four_sleeps_and_26_hours_are_told_as_they_are(home: Path) -> None:
    await sleeps(
        home,
        *((0, typed) for typed in ("0:30-3:30", "5:30-7:00", "13:00-14:00", "17:20-18:00")),
        (1, "-11:40"),
        (2, "2:00-"),
        (4, "11/17 9:00-11/18 11:00"),
    )
    async with opened(home, size=WIDE) as window:
        await window.press("r")
        said = cursor_line(window)
        for times in ("5:30-7:00 (1 h 30 min)", "13:00-14:00 (1 h)", "17:20-18:00 (40 min)"):
            assert times in said
        await window.press("up")
        assert cursor_line(window) == "Saturday, 21 November: until 11:40"
        await window.press("up")
        assert cursor_line(window) == "Friday, 20 November: from 2:00"
        await window.press("up", "up")
        assert cursor_line(window) == "Wednesday, 18 November: 9:00-11:00 (26 h)"
        assert row_of(window, "18 Nov").strip(" ⠇").count("⠿") == 46


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_four_sleeps_are_told_whole_and_none_is_broken_between_its_times(
    home: Path, language: Language
) -> None:
    set_language(language)
    typed = ("0:30-3:30", "5:30-7:00", "13:00-14:00", "17:20-18:00")
    await sleeps(home, *((0, one) for one in typed))
    async with opened(home) as window:
        await window.press("r")
        below = picture(window).region.bottom
        said = window.lines[below : below + 2]
        for times in ("5:30-7:00", "13:00-14:00", "17:20-18:00", "0:30-3:30"):
            assert any(times in line for line in said)
        assert "…" not in window.text
        assert all(line.count("(") == line.count(")") for line in said)


def test_pieces_are_packed_whole_into_lines() -> None:
    assert packed(["one, ", "two, ", "three"], 9) == ["one, two,", "three"]
    assert packed(["one"], 2) == ["one"]
    assert packed([], 9) == [""]


async def test_more_than_two_lines_of_sleeps_end_in_a_sign(home: Path) -> None:
    await sleeps(home, *((0, f"{hour}:00-{hour}:40") for hour in range(5, 17)))
    async with opened(home) as window:
        await window.press("r")
        assert cursor_line(window).endswith("…")
        assert "…" not in row_of(window, "22 Nov")


@pytest.mark.parametrize("size", [USUAL, WIDE, NARROW])
async def test_a_drifting_sleeper_is_a_diagonal(home: Path, size: tuple[int, int]) -> None:
    nights = []
    for night in range(60):
        bed = (23 * 60 + 30 * night) % DAY_MINUTES
        wake = (bed + 480) % DAY_MINUTES
        day = 59 - night
        nights.append((day, f"{bed // 60}:{bed % 60:02}-{wake // 60}:{wake % 60:02}"))
    await sleeps(home, *nights)
    async with opened(home, size=size) as window:
        await window.press("r")
        shown = picture(window).region.height - 1
        begins = []
        for back in range(shown, 0, -1):
            row = row_of(window, format_day(TODAY - timedelta(days=back), "short"))
            begins.append(len(row) - len(row.lstrip()))
        steps = [after - before for before, after in pairwise(begins)]
        assert all(0 <= step <= 2 for step in steps)
        assert sum(steps) >= shown // 4


async def test_the_ascii_form_has_no_other_letters(home: Path) -> None:
    await sleeps(home, (2, "1:30-9:00"), (1, "none"), (0, "-7:00"))
    async with opened(home, settings=Settings(ascii_charts=True)) as window:
        await window.press("r")
        assert window.text.isascii()
        assert "-#######" in window.text
        assert "# asleep" in window.text


async def test_the_year_of_the_cursor_stands_over_the_dates(home: Path) -> None:
    await sleeps(home, (0, "1:00-9:00"), (400, "1:00-9:00"))
    async with opened(home) as window:
        await window.press("r")
        assert "2026 " in window.text
        await window.press("home")
        assert "2025 " in window.text
        assert "Saturday, 18 October 2025: 1:00-9:00 (8 h)" in window.text


# Moving


async def test_arrows_pages_and_edges_move_the_cursor_and_keep_it_in_sight(home: Path) -> None:
    await every_night(home, 100)
    async with opened(home) as window:
        await window.press("r", "up")
        assert picture(window).day == TODAY - ONE_DAY
        await window.press("pageup")
        seen = picture(window).region.height
        assert picture(window).day == TODAY - ONE_DAY * seen
        assert f"{picture(window).day.day} " in cursor_line(window)
        await window.press("home")
        assert picture(window).day == TODAY - timedelta(days=99)
        assert "15 Aug" in window.lines[picture(window).region.y]
        await window.press("down", "pagedown")
        assert picture(window).day == TODAY - timedelta(days=98) + ONE_DAY * (seen - 1)
        await window.press("end", "down")
        assert picture(window).day == TODAY
        assert "22 Nov" in window.lines[picture(window).region.bottom - 1]


async def test_above_the_first_row_are_the_views_and_down_leads_back(home: Path) -> None:
    await every_night(home, 3)
    async with opened(home) as window:
        await window.press("r", "home", "up")
        assert window.here == "views"
        assert not picture(window).has_focus
        await window.press("down")
        assert picture(window).has_focus
        assert picture(window).day == TODAY - 2 * ONE_DAY


async def test_tab_and_esc_lead_on_and_back(home: Path) -> None:
    await every_night(home, 3)
    async with opened(home) as window:
        await window.press("r", "escape")
        assert window.here == "rail"
        await window.press("escape")
        assert picture(window).has_focus
        await window.press("shift+tab")
        assert window.here == "views"
        await window.press("tab")
        assert picture(window).has_focus


async def test_enter_opens_the_page_of_the_day(home: Path) -> None:
    await every_night(home, 9)
    async with opened(home) as window:
        await window.press("r", "up", "up", "enter")
        assert window.page_name == "TodayPage"
        assert "Friday, 20 November" in window.title


async def test_a_click_puts_the_cursor_on_a_row_and_another_opens_its_day(home: Path) -> None:
    await every_night(home, 9)
    async with opened(home) as window:
        await window.press("r")
        await window.click("19 Nov")
        assert picture(window).day == date(2026, 11, 19)
        assert cursor_line(window).startswith("Thursday, 19 November")
        await window.click("19 Nov")
        assert "Thursday, 19 November" in window.title


async def test_the_wheel_scrolls_and_the_cursor_stays_until_a_key(home: Path) -> None:
    await every_night(home, 100)
    async with opened(home) as window:
        await window.press("r")
        await window.pilot._post_mouse_events([events.MouseScrollUp], widget=picture(window))
        await window.settle()
        assert "22 Nov" not in window.lines[picture(window).region.bottom - 1]
        assert picture(window).day == TODAY
        await window.press("up")
        assert "21 Nov" in window.text


async def test_the_views_are_a_key_or_a_choice_away(home: Path) -> None:
    await every_night(home, 3)
    async with opened(home) as window:
        await window.press("r")
        for name in ("DaysPage", "MoodPage", "SleepPage"):
            await window.press("v")
            assert window.page_name == name
        await window.press("home", "up", "right", "right", "enter")
        assert window.page_name == "MoodPage"
        await window.press("f5")
        assert picture(window).has_focus
        await window.click("Days and weeks")
        assert window.page_name == "DaysPage"


async def test_figures_come_and_go_by_a_key(home: Path) -> None:
    await every_night(home, 15)
    async with opened(home) as window:
        await window.press("r")
        assert "Regularity" not in window.text
        assert "Spread" not in window.text
        await window.press("d")
        assert "Regularity: 100 (scale -100 to 100), from 13 pairs of days." in window.said
        assert "Spread of waking: 0 min, from 14 of the last 14 days." in window.said
        assert "Middle of sleep: 5:00, from 14 of the last 14 days." in window.said
        await window.press("d")
        assert "Regularity" not in window.text


# Usual times


async def test_usual_times_stand_under_the_picture_with_what_they_rest_on(home: Path) -> None:
    await sleeps(home, *((back, "3:10-11:40") for back in range(0, 18, 2)))
    async with opened(home) as window:
        await window.press("r")
        assert "Usually asleep about 3:10 to 11:40, from 7 of the last 14 days." in window.said


@pytest.mark.parametrize(
    ("nights", "sentence"),
    [
        ([(20, "1:00-9:00")], "The last 14 days have no times of sleep written down."),
        ([(0, "1:00-9:00")], "1 of the last 14 days has times of sleep; usual times are named"),
        ([(0, "none"), (1, "1:00-9:00"), (2, "2:00-8:00")], "2 of the last 14 days have times"),
        (
            [(0, "0:00-6:00"), (1, "6:00-12:00"), (2, "12:00-18:00"), (3, "18:00-0:00")],
            "go all round the clock, from 4 of the last 14 days.",
        ),
        (
            [(0, "-8:00"), (1, "-8:00"), (2, "-8:10")],
            "Usually awake from about 8:05, from 3 of the last 14 days.",
        ),
        (
            [(0, "1:00-8:00"), (1, "1:00-8:00"), (2, "1:00-8:00"), (3, "-8:00")],
            "last 14 days. Usually awake from about 8:00, from 4 of the last 14 days.",
        ),
    ],
)  # fmt: skip
async def test_with_too_little_or_too_wide_a_spread_a_plain_sentence_says_so(
    home: Path, nights: list[tuple[int, str]], sentence: str
) -> None:
    await sleeps(home, *nights)
    async with opened(home) as window:
        await window.press("r")
        assert sentence in window.said


async def test_without_enough_days_figures_say_from_when_they_are_shown(home: Path) -> None:
    await every_night(home, 2)
    async with opened(home) as window:
        await window.press("r", "d")
        assert "Figures are shown from three days with a record on." in window.said


# Where there is no picture


async def test_before_any_sleep_a_kind_line_and_the_way_to_note_one(home: Path) -> None:
    async with opened(home) as window:
        await window.press("r")
        assert "When a sleep is written down, its picture stands here." in window.said
        assert "22 Nov" not in window.text
        await window.go_to("note")
        await window.press("enter")
        assert window.page_name == "TodayPage"
        assert window.here == "field"
        await window.write("3:10-11:40")
        await window.press("enter", "r")
        assert "22 Nov" in window.text
        assert page_of(window).has_picture


async def test_who_looks_away_from_trends_sees_plain_lines(home: Path) -> None:
    await sleeps(home, (0, "3:10-11:40"), (1, "none"), (5, "1:00-9:00"))
    async with written(home) as book:
        Profile(book).look_away(LookAway.TRENDS)
    async with opened(home) as window:
        await window.press("r", "d")
        assert not page_of(window).has_picture
        assert "⠿" not in window.text
        assert "Usually" not in window.text
        assert window.keys == ["views", "day:2026-11-22", "day:2026-11-21", "day:2026-11-17"]
        assert "3:10-11:40 (8 h 30 min)" in window.said
        await window.go_to("day:2026-11-17")
        await window.press("enter")
        assert "Tuesday, 17 November" in window.title


async def test_who_looks_away_from_dates_and_durations_sees_neither(home: Path) -> None:
    await every_night(home, 20)
    async with written(home) as book:
        Profile(book).look_away(LookAway.DATES)
        Profile(book).look_away(LookAway.ELAPSED)
    async with opened(home) as window:
        await window.press("r", "d")
        assert picture(window).label_cells == 0
        assert "Nov" not in window.text
        assert "2026" not in window.text
        assert "dim date" not in window.text
        assert "8 h" not in window.text
        assert "Spread" not in window.text
        assert cursor_line(window) == "1:00-9:00"


async def test_a_year_that_cannot_be_read_is_said_for_its_days_alone(home: Path) -> None:
    await sleeps(
        home, (0, "1:00-9:00"), (400, "1:00-9:00"), (800, "1:00-9:00"), (1200, "1:00-9:00")
    )
    async with opened(home) as window:
        whole = window.book.vault.read

        def read(shard: str) -> Any:
            if shard == "2024":
                raise Problem(ProblemCode.SHARD_DAMAGED, shard=shard, file="")
            return whole(shard)

        window.book.vault.read = read  # type: ignore[method-assign]
        await window.press("r", "end")
        assert "1:00-9:00 (8 h)" in cursor_line(window)
        picture(window).go_to(date(2024, 6, 1).toordinal())
        await window.settle()
        assert "damaged" in cursor_line(window)
        await window.press("home")
        assert cursor_line(window) == "Thursday, 10 August 2023: 1:00-9:00 (8 h)"


async def test_a_year_of_today_that_cannot_be_read_leaves_its_sentence(home: Path) -> None:
    await every_night(home, 3)
    async with opened(home) as window:
        whole = window.book.shelf

        def shelf(shard: str) -> Any:
            if shard == "2026":
                raise Problem(ProblemCode.SHARD_DAMAGED, shard=shard, file="")
            return whole(shard)

        window.book.shelf = shelf  # type: ignore[method-assign]
        await window.press("r")
        assert window.keys == ["problem"]
        assert not page_of(window).has_picture


# What it costs


async def ten_years(folder: Path) -> None:
    await sleeps(folder, *((365 * year + back, "1:00-9:00") for year in range(10)
                           for back in range(0, 300, 20)))  # fmt: skip


def watched(monkeypatch: pytest.MonkeyPatch, window: Window) -> list[str]:
    """The shards that are read from now on."""
    found: list[str] = []
    whole = window.book.vault.read

    def read(shard: str) -> Any:
        found.append(shard)
        return whole(shard)

    monkeypatch.setattr(window.book.vault, "read", read)
    return found


async def test_opening_reads_the_year_in_sight_and_a_key_reads_and_draws_what_comes_into_view(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ten_years(home)
    async with opened(home) as window:
        read = watched(monkeypatch, window)
        drawn_days: list[int] = []
        whole = Actogram._line

        def line(self: Actogram, day: int, *ground: str) -> Strip:
            drawn_days.append(day)
            return whole(self, day, *ground)

        monkeypatch.setattr(Actogram, "_line", line)
        await window.press("r")
        assert set(read) <= {"2026"}
        seen = picture(window).region.height
        drawn_days.clear()
        await window.press("up")
        assert set(drawn_days) <= {TODAY.toordinal(), TODAY.toordinal() - 1}
        await window.press(*["up"] * (seen - 2))
        drawn_days.clear()
        await window.press("up")
        assert len(set(drawn_days)) <= 2  # the new row, and the one the cursor left
        await window.press(*["pageup"] * 60)
        read.clear()
        drawn_days.clear()
        await window.press(*["up"] * 5, *["down"] * 5)
        assert read == []
        assert len(drawn_days) <= 20


async def test_going_to_the_beginning_reads_the_oldest_year_and_begins_with_its_first_sleep(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ten_years(home)
    async with opened(home) as window:
        await window.press("r")
        read = watched(monkeypatch, window)
        assert picture(window).first == date(2017, 1, 1)
        await window.press("home")
        first = TODAY - timedelta(days=365 * 9 + 280)
        assert picture(window).first == first == picture(window).day
        assert set(read) <= {"2017"}
        assert window.lines[picture(window).region.y].split()[-1] != ""
        assert "1:00-9:00 (8 h)" in cursor_line(window)
        await window.press("end")
        assert picture(window).day == TODAY
        assert "22 Nov" in window.lines[picture(window).region.bottom - 1]


async def test_reading_the_oldest_year_moves_nothing_that_is_in_sight(home: Path) -> None:
    await ten_years(home)
    async with opened(home) as window:
        await window.press("r")
        picture(window).go_to(date(2017, 9, 1).toordinal())
        await window.settle()
        assert picture(window).first > date(2017, 1, 1)
        assert window.lines[picture(window).region.y][14:].startswith("1 Sep")
        await window.press("down")
        assert window.lines[picture(window).region.y + 1][14:].startswith("2 Sep")


# What changes meanwhile


async def test_what_is_undone_leaves_the_picture_at_once(home: Path) -> None:
    await every_night(home, 2)
    async with opened(home) as window:
        await window.press("[")
        Days(window.book).log_sleep(TODAY, "14:00-15:00")
        await window.press("r")
        assert "14:00-15:00 (1 h)" in cursor_line(window)
        await window.press("ctrl+z")
        assert "14:00" not in cursor_line(window)
        assert picture(window).has_focus


async def test_the_cursor_goes_on_to_a_newer_sleep_and_stays_on_a_day_one_looked_at(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("r")
        for back in (5, 2):
            Days(window.book).log_sleep(TODAY - timedelta(days=back), "1:00-9:00")
            await window.press("t", "r")
            assert picture(window).day == TODAY - timedelta(days=back)
        await window.press("up", "up", "enter")
        assert "Wednesday, 18 November" in window.title
        Days(window.book).log_sleep(TODAY, "1:00-9:00")
        await window.press("r")
        assert picture(window).day == date(2026, 11, 18)
        assert cursor_line(window) == "Wednesday, 18 November: no record of sleep"


async def test_other_colours_show_at_once(home: Path) -> None:
    await every_night(home, 3)
    async with opened(home) as window:

        def ink() -> object:
            y = picture(window).region.y
            strip = window.app.screen._compositor.render_strips()[y].crop(14, 20)
            return next(iter(strip)).style

        await window.press("r")
        before = ink()
        window.app.theme = "stepup-light"
        await window.settle()
        assert ink() != before


async def test_another_width_draws_the_picture_anew(home: Path) -> None:
    await every_night(home, 40)
    async with opened(home) as window:
        await window.press("r", "up")
        assert picture(window).half_cells == 24
        await window.pilot.resize_terminal(*WIDE)
        await window.settle()
        assert picture(window).half_cells == 48
        assert "⠿" * 16 in row_of(window, "20 Nov")
        assert cursor_line(window).startswith("Saturday, 21 November")
        await window.pilot.resize_terminal(*NARROW)
        await window.settle()
        assert picture(window).half_cells == 16
        assert "21 Nov" in window.text


@japanese
async def test_the_japanese_page_says_the_same(home: Path) -> None:
    await every_night(home, 14)
    async with opened(home) as window:
        await window.press("r", "d")
        assert "いつもの眠りは1:00〜9:00ごろです（14日のうち14日から）。" in window.said
        assert "11月22日（日）：1:00-9:00（8時間）" in window.said
        assert "薄い日付 記録なし" in window.said
