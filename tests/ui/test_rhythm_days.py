"""Days and weeks: what a week and a month show, what they do not, and the ways from there."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel import Locale
from tests.ui.conftest import japanese
from tests.ui.support import (
    NARROW,
    TODAY,
    MovableClock,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.profile import LookAway
from stepup.domain.rhythm import Contact, Measure, Tracker
from stepup.domain.weeks import Tally, UsualHours
from stepup.i18n import set_language
from stepup.notebook.days import Days
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.screens.today import TodayPage
from stepup.words import patterns as words

MONDAY = TODAY - timedelta(days=6)  # TODAY is a Sunday
DAYS = "anywhere.days"


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def lived(home: Path) -> Path:
    """A week with four recorded days, three of them with meals."""
    async with written(home) as book:
        days = Days(book)
        for back, meals in ((6, 1), (5, 2), (2, 0), (1, 5)):
            for _meal in range(meals):
                days.mark(TODAY - timedelta(days=back), "meal")
            days.note_looked(TODAY - timedelta(days=back))
    return home


async def at_days(window: Window) -> None:
    window.app.do(DAYS)
    await window.settle()


def line(window: Window, words_of_it: str) -> str:
    return next(line for line in window.lines if words_of_it in line)


def picture(window: Window, key: str) -> str:
    return window.row(key).spec.text


# A week


async def test_a_week_shows_its_recorded_days_and_nothing_of_the_others(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        assert picture(window, "row:meal") == "⡀⡀ ⣀⣀       ･  ⣿⣿    "
        assert picture(window, "ruler") == "Mo Tu We Th Fr Sa Su "
        assert "on 3 of 4 recorded days" in line(window, "Meals")
        assert "4 of 7 days recorded" in line(window, "Week")
        assert "16 Nov - 22 Nov 2026" in window.title


async def test_the_picture_has_a_plain_form(lived: Path) -> None:
    async with opened(lived, settings=Settings(ascii_charts=True)) as window:
        await at_days(window)
        assert picture(window, "row:meal") == ".. --       _  ##    "
        await window.go_to("row:meal")
        await window.press("enter")
        assert all(ord(cell) < 128 for row in window.page.rows.lines for cell in row.spec.text)


@japanese
async def test_a_week_begins_on_sunday_in_japanese(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        assert picture(window, "ruler") == "日 月 火 水 木 金 土 "
        assert "リズム   2026年11月22日〜11月28日  " in window.title
        await window.press("[")
        assert picture(window, "row:meal") == "   ⡀⡀ ⣀⣀       ･  ⣿⣿ "


def test_the_first_weekday_is_the_one_cldr_knows() -> None:
    for chosen, locale in (("ja", "ja_JP"), ("en", "en_GB")):
        set_language("ja" if chosen == "ja" else "en")
        assert words.first_weekday() == Locale.parse(locale).first_week_day
        assert words.weekday_order()[0] == words.first_weekday()
    set_language("en")


async def test_where_nothing_is_there_is_one_kind_sentence_and_the_way_to_rows(home: Path) -> None:
    async with opened(home) as window:
        await at_days(window)
        assert "What is marked on Today comes to stand here" in window.said
        assert window.keys == ["views", "unit", "when", "none", "rows"]
        assert "0" not in window.row("unit").spec.after


async def test_a_row_that_is_switched_on_stands_there_without_a_count(home: Path) -> None:
    async with opened(home) as window:
        window.session.profile.switch_row("bath")
        await at_days(window)
        assert picture(window, "row:bath").strip() == ""
        assert window.row("row:bath").spec.after == ""
        assert "0 of" not in window.text


# Other weeks and months


async def test_weeks_are_turned_by_keys_and_by_parts(lived: Path) -> None:
    async with opened(lived) as window:
        await begun_earlier(window)
        await at_days(window)
        await window.press("]")  # there is no later week yet
        assert "16 Nov" in window.title
        await window.press("[")
        assert "9 Nov - 15 Nov 2026" in window.title
        await window.go_to("when", "earlier")
        await window.press("enter", "enter")
        assert "26 Oct - 1 Nov 2026" in window.title
        assert window.row("when").chosen == "earlier"
        await window.go_to("when", "later")
        await window.press("enter")
        assert "2 Nov - 8 Nov 2026" in window.title
        await window.go_to("when", "now")
        await window.press("enter")
        assert "16 Nov - 22 Nov 2026" in window.title


async def begun_earlier(window: Window) -> None:
    """Let there be something years before."""
    window.session.days.note_looked(date(2023, 2, 3))
    await window.settle()


async def test_another_date_is_typed(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        await window.go_to("when", "date")
        await window.press("enter")
        await window.write("2024-02-29")
        await window.press("enter")
        assert "26 Feb - 3 Mar 2024" in window.title
        assert "Later" in line(window, "When")


async def test_before_anything_was_recorded_there_is_no_way_further_back(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        for _week in range(60):
            await window.press("[")
        assert window.page.span.first <= date(2026, 1, 1)  # type: ignore[attr-defined]
        assert [part.id for part in window.row("when").spec.parts] == ["later", "now", "date"]


async def test_a_month_shows_a_cell_a_day(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        await window.go_to("unit", "month")
        await window.press("enter")
        assert "November 2026" in window.title
        assert picture(window, "row:meal") == " " * 16 + "⡀⣀  ･ ⣿" + " " * 9
        assert "3 of 4 days" in line(window, "Meals")
        assert "4 of 22 days recorded" in line(window, "Month")
        await window.press("[")
        assert "October 2026" in window.title


# A row that is opened


async def test_an_opened_row_names_its_days_and_leads_to_them(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        await window.go_to("row:meal")
        await window.press("enter")
        assert "Mo 1  Tu 2  Sa 5" in line(window, "Mo 1")
        assert "from 8 days with a mark" in window.said
        await window.go_to("days:meal", (TODAY - timedelta(days=5)).isoformat())
        await window.press("enter")
        assert isinstance(window.page, TodayPage)
        assert window.page.day == TODAY - timedelta(days=5)


async def test_an_opened_row_is_folded_away_again(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        await window.go_to("row:meal")
        await window.press("enter", "enter")
        assert "days:meal" not in window.keys


async def habit(home: Path) -> None:
    """Twelve weeks in which every day is recorded, with a walk at 14:30 on each Saturday."""
    clock = MovableClock()
    async with written(home, clock, settle=60) as book:
        days, now = Days(book), clock.moment
        for back in range(84):
            clock.moment = now - timedelta(days=back)
            days.note_looked(clock.moment.date())
            if clock.moment.weekday() == 5:
                days.mark(clock.moment.date(), "outside", 10)


async def test_weekday_and_hours_are_said_with_what_they_rest_on(home: Path) -> None:
    await habit(home)
    async with opened(home) as window:
        await at_days(window)
        await window.go_to("row:outside")
        await window.press("enter")
        assert "Twelve weeks to 22 Nov: 12 of 84 recorded days" in window.said
        assert "Mostly on Saturday (12 of 12)." in window.said
        assert picture(window, "weekdays") == "･  ･  ･  ･  ･  ⣿⣿ ･  "
        assert picture(window, "hours") == " " * 14 + "⣿" + " " * 9
        assert "Mostly noted between 12:00 and 15:00." in window.said
        assert "12 of 12 marks noted on their own day" in window.said


async def test_marks_filled_in_later_tell_the_weekday_but_not_the_hour(home: Path) -> None:
    async with written(home, settle=60) as book:
        for back in range(1, 11):
            Days(book).mark(TODAY - timedelta(days=back), "meal")
    async with opened(home) as window:
        await at_days(window)
        await window.go_to("row:meal")
        await window.press("enter")
        assert "weekdays" in window.keys
        assert "hours" not in window.keys
        assert "Hours are shown from 8 marks noted on their own day." in window.said


async def test_a_row_of_times_says_its_times(home: Path) -> None:
    async with written(home, settle=60) as book:
        tracker = Profile(book).add_tracker("Lights out", Measure.CLOCK)
        for back in range(9):
            Days(book).mark(TODAY - timedelta(days=back), tracker.id, 23 * 60 + 30)
    async with opened(home) as window:
        await at_days(window)
        await window.go_to(f"row:{tracker.id}")
        await window.press("enter")
        assert "Mostly between 21:00 and 0:00." in window.said
        assert "9 of 9 times" in window.said


def test_a_sentence_says_when_nothing_stands_out() -> None:
    even = [Tally(8, 10)] * 7
    assert words.weekdays_said((), even) == "No weekday stands out."
    assert words.hours_said(None, by_clock=False) == "Spread over the day."
    assert words.hours_basis(None, 30, by_clock=True) == "30 times"
    assert words.hours_said(UsualHours(23, 9), by_clock=True) == "Mostly between 23:00 and 2:00."


async def test_figures_add_up_what_can_be_added(lived: Path) -> None:
    async with opened(lived) as window:
        window.session.days.mark(TODAY, "outside", 50)
        window.session.days.mark(MONDAY, "outside", 20)
        window.session.days.mark(MONDAY, "contact", way=Contact.MET)
        await at_days(window)
        assert "in all" not in window.text
        await window.press("d")
        assert "8 in all" in window.said
        assert "1 h 10 min in all" in window.said
        assert window.row("row:contact").spec.after == "on 1 of 5 recorded days"


# Own rows


async def test_a_retired_row_stays_in_the_weeks_it_has_marks_in(home: Path) -> None:
    async with written(home) as book:
        tracker = Profile(book).add_tracker("Knitting", Measure.MINUTES)
        Days(book).mark(TODAY - timedelta(days=7), tracker.id, 20)
        Profile(book).change_tracker(tracker, retired=True)
    async with opened(home) as window:
        await at_days(window)
        assert "Knitting" not in window.text
        await window.press("[")
        assert "on 1 of 1 recorded day" in line(window, "Knitting")


async def test_rows_of_ones_own_are_made_and_retired_from_here(home: Path) -> None:
    async with opened(home) as window:
        await at_days(window)
        await window.go_to("rows")
        await window.press("enter")
        assert window.page_name == "DayRowsPage"
        await window.go_to("new")
        await window.press("enter")
        await window.write("Knitting")
        await window.press("enter", "enter")
        await window.press("escape")
        assert "Knitting" in window.text
        assert window.page_name == "DaysPage"
        await window.saved()
    [tracker] = await stored(home, Tracker, None)
    assert tracker.name == "Knitting"


# Looking away


async def test_looking_away_from_trends_takes_the_pictures_and_leaves_no_hole(home: Path) -> None:
    await habit(home)
    async with opened(home) as window:
        window.session.profile.look_away(LookAway.TRENDS)
        await at_days(window)
        await window.go_to("row:outside")
        await window.press("enter")
        assert window.keys == ["views", "unit", "when", "row:outside", "days:outside", "rows"]
        assert "on 1 of 7 recorded days" in line(window, "Outside")


async def test_looking_away_from_totals_takes_every_count(home: Path) -> None:
    await habit(home)
    async with opened(home) as window:
        window.session.profile.look_away(LookAway.TOTALS)
        await at_days(window)
        await window.go_to("row:outside")
        await window.press("enter", "d")
        assert "Mostly on Saturday." in window.said
        assert not re.search(r"\d+ of \d+|recorded|marks", window.said)


async def test_looking_away_from_dates_leaves_weeks_without_them(lived: Path) -> None:
    async with opened(lived) as window:
        window.session.profile.look_away(LookAway.DATES)
        await at_days(window)
        await window.go_to("row:meal")
        await window.press("enter")
        assert "2026" not in window.text
        assert "Nov" not in window.text
        await window.go_to("unit", "month")
        await window.press("enter")
        assert "ruler" not in window.keys
        assert "Mo 1  Tu 2  Sa 5" in window.text


# Care


async def test_a_year_that_cannot_be_read_is_said_and_others_are_still_reached(
    lived: Path,
) -> None:
    async with written(lived) as book:
        Days(book).add_win(date(2019, 11, 22), "long ago")
    [file] = (lived / "data").glob("2019-*")
    data = file.read_bytes()
    file.chmod(0o600)
    file.write_bytes(data.replace(b"ago", b"ag0"))
    async with opened(lived) as window:
        await at_days(window)
        await window.go_to("when", "date")
        await window.press("enter")
        await window.write("2019-11-22")
        await window.press("enter")
        assert "The records of 2019 cannot be read" in window.said
        await window.go_to("when", "now")
        await window.press("enter")
        assert "on 3 of 4 recorded days" in window.said


async def test_a_mark_made_elsewhere_shows_at_once(lived: Path) -> None:
    async with opened(lived) as window:
        await at_days(window)
        window.session.days.mark(TODAY, "bath")
        await window.settle()
        assert picture(window, "row:bath").endswith("⣤⣤ ")


async def test_a_narrow_window_shows_it_too(lived: Path) -> None:
    async with opened(lived, size=NARROW) as window:
        await at_days(window)
        await window.go_to("unit", "month")
        await window.press("enter")
        assert "⡀⣀  ･" in line(window, "Meals")


async def test_only_the_years_that_are_shown_are_read(home: Path) -> None:
    async with written(home, settle=60) as book:
        for year in range(1977, 2027):
            Days(book).mark(date(year, 6, 1), "meal")
    async with opened(home) as window:
        window.app.do("anywhere.more")
        await window.settle()
        kept = set(window.book._shelves)
        await at_days(window)
        assert set(window.book._shelves) <= kept | {"2026"}
        window.page.show_day(date(1990, 6, 1))  # type: ignore[attr-defined]
        await window.settle()
        assert set(window.book._shelves) <= kept | {"2026", "1990"}
