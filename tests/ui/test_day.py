"""The page of a day: lines, rows, sleep, corrections, other days."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.ui.support import (
    JAPAN,
    TODAY,
    MovableClock,
    Window,
    begun,
    opened,
    stored,
    written,
)  # fmt: skip

from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.mood import CheckIn
from stepup.domain.rhythm import Contact, Mark, Sleep
from stepup.notebook.days import Days

YESTERDAY = date(2026, 11, 21)


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


# Mood and energy


async def test_a_second_digit_within_a_quarter_of_an_hour_corrects_the_first(home: Path) -> None:
    clock = MovableClock()
    async with opened(home, clock=clock) as window:
        await window.press("2")
        clock.move(minutes=15)
        await window.go_to("mood")
        await window.press("4")
        assert [one.mood for one in window.kept(CheckIn)] == [4]
        assert "Fairly good" in window.text
        assert "Very hard" not in window.text


async def test_a_digit_later_in_the_day_stands_beside_the_earlier_one(home: Path) -> None:
    clock = MovableClock()
    async with opened(home, clock=clock) as window:
        await window.press("2")
        clock.move(minutes=16)
        await window.go_to("mood")
        await window.press("4")
        await window.saved()
        assert "Fairly good   (14:30 Hard)" in window.text
    assert [one.mood for one in await stored(home, CheckIn)] == [2, 4]


async def test_digits_keep_coming_to_the_mood_from_any_other_line(home: Path) -> None:
    async with opened(home) as window:
        await window.go_to("newjournal")
        await window.press("5")
        assert [one.mood for one in window.kept(CheckIn)] == [5]


async def test_a_digit_on_the_energy_row_is_the_energy(home: Path) -> None:
    async with opened(home) as window:
        await window.press("3")
        assert window.here == "energy"
        await window.press("5")
        await window.go_to("energy")
        await window.press("1")
        [one] = window.kept(CheckIn)
        assert (one.mood, one.energy) == (3, 1)


# Lines


async def test_f_writes_a_win_h_something_for_someone_k_something_to_talk_about(home: Path) -> None:
    async with opened(home) as window:
        for key, words in (("f", "opened the window"), ("h", "fed the cat"), ("k", "the form")):
            await window.press(key)
            await window.write(words)
            await window.press("enter")
            assert words in window.text
        await window.saved()
        assert "For someone" in window.text
        assert "To talk about" in window.text
    wins = {win.text: win.for_someone for win in await stored(home, Win)}
    assert wins == {"opened the window": False, "fed the cat": True}
    assert [topic.text for topic in await stored(home, Topic, None)] == ["the form"]


async def test_h_and_f_on_a_line_turn_it_into_what_they_say(home: Path) -> None:
    async with opened(home) as window:
        await window.press("f")
        await window.write("made tea")
        await window.press("enter", "up")
        assert window.here.startswith("win:")
        await window.press("h")
        assert [(win.text, win.for_someone) for win in window.kept(Win)] == [("made tea", True)]
        await window.go_to(f"win:{window.kept(Win)[0].id}")
        await window.press("f")
        assert [(win.text, win.for_someone) for win in window.kept(Win)] == [("made tea", False)]


async def test_k_on_a_line_puts_its_words_on_the_list_for_a_talk_and_leaves_the_line(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("f")
        await window.write("made tea")
        await window.press("enter", "up", "k")
        assert [win.text for win in window.kept(Win)] == ["made tea"]
        assert [topic.text for topic in window.kept(Topic, None)] == ["made tea"]
        assert "It stands under To talk about now." in window.key_line


async def test_enter_on_a_line_changes_its_words_and_no_words_take_it_away(home: Path) -> None:
    async with opened(home) as window:
        await window.press("f")
        await window.write("tea")
        await window.press("enter", "up", "enter")
        await window.write(" with milk")
        await window.press("enter")
        assert [win.text for win in window.kept(Win)] == ["tea with milk"]
        await window.press("enter", *["backspace"] * len("tea with milk"), "enter")
        assert window.kept(Win) == []
        assert "tea with milk" not in window.text


async def test_delete_takes_a_line_away_and_undo_brings_it_back(home: Path) -> None:
    async with opened(home) as window:
        await window.press("f")
        await window.write("tea")
        await window.press("enter", "up", "delete")
        assert window.kept(Win) == []
        await window.press("ctrl+z")
        assert [win.text for win in window.kept(Win)] == ["tea"]
        assert "tea" in window.text


# Rows of daily life


async def test_m_b_d_c_mark_meal_bath_outside_and_contact(home: Path) -> None:
    async with opened(home) as window:
        await window.press("m", "m", "b", "d", "c")
        assert window.here == "contact"
        await window.press("right", "enter")
        await window.saved()
        assert "Meals 2" in window.text
        assert "Bath +" in window.text
        assert "Outside +" in window.text
        assert "With people: online" in window.text
    marks = [(mark.tracker, mark.way) for mark in await stored(home, Mark)]
    assert marks == [
        ("meal", None), ("meal", None), ("bath", None), ("outside", None), ("contact", Contact.ONLINE),
    ]  # fmt: skip


async def test_space_is_a_meal_on_any_line_that_has_nothing_to_choose(home: Path) -> None:
    async with opened(home) as window:
        await window.go_to("newline")
        await window.press(" ")
        await window.go_to("newjournal")
        await window.press(" ")
        assert [mark.tracker for mark in window.kept(Mark)] == ["meal", "meal"]


async def test_a_second_bath_takes_the_first_back(home: Path) -> None:
    async with opened(home) as window:
        await window.press("b", "b")
        assert window.kept(Mark) == []
        assert "Bath" in window.text


async def test_minutes_outside_are_asked_by_enter_and_said_in_the_row(home: Path) -> None:
    async with opened(home) as window:
        await window.press("d")
        await window.go_to("life", "outside")
        await window.press("enter")
        assert "How many minutes" in window.text
        await window.write("１０分")
        await window.press("enter")
        assert [mark.value for mark in window.kept(Mark)] == [10]
        assert "Outside 10 min" in window.text


async def test_minutes_that_are_none_are_refused_in_one_sentence_and_kept_in_the_field(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("d")
        await window.go_to("life", "outside")
        await window.press("enter")
        await window.write("a while")
        await window.press("enter")
        assert "This does not fit this row; a number does, for example 10." in window.said
        assert window.field.text == "a while"


async def test_delete_on_a_cell_takes_its_last_mark_away(home: Path) -> None:
    async with opened(home) as window:
        await window.press("m", "m")
        await window.go_to("life")
        await window.press("delete")
        assert "Meals 1" in window.text
        assert len(window.kept(Mark)) == 1


# Sleep


@pytest.mark.parametrize(
    ("typed", "shown", "start", "end"),
    [
        ("3:10-11:40", "3:10 - 11:40   8 h 30 min", (22, 3, 10), (22, 11, 40)),
        ("2310 0640", "23:10 - 6:40   7 h 30 min", (21, 23, 10), (22, 6, 40)),
        ("２３：００〜７：００", "23:00 - 7:00   8 h", (21, 23, 0), (22, 7, 0)),
        ("25:30-9:00", "1:30 - 9:00   7 h 30 min", (22, 1, 30), (22, 9, 0)),
        ("3時から11時半", "3:00 - 11:30   8 h 30 min", (22, 3, 0), (22, 11, 30)),
        ("11/20 22:00-11/22 0:00", "22:00 - 0:00   26 h", (20, 22, 0), (22, 0, 0)),
        ("-11:40", "- 11:40", None, (22, 11, 40)),
        ("3:10-", "3:10 -", (22, 3, 10), None),
    ],
)
async def test_sleep_is_understood_as_people_write_it(
    home: Path,
    typed: str,
    shown: str,
    start: tuple[int, int, int] | None,
    end: tuple[int, int, int] | None,
) -> None:
    def moment(when: tuple[int, int, int] | None) -> datetime | None:
        if when is None:
            return None
        return datetime(2026, 11, *when, tzinfo=JAPAN).astimezone(UTC)

    async with opened(home) as window:
        await window.press("z")
        await window.write(typed)
        await window.press("enter")
        assert shown in window.text
        await window.saved()
    [sleep] = await stored(home, Sleep)
    assert (sleep.start, sleep.end, sleep.day) == (moment(start), moment(end), TODAY)


@pytest.mark.parametrize("typed", ["none", "なし"])
async def test_a_night_awake_is_noted_in_one_word(home: Path, typed: str) -> None:
    async with opened(home) as window:
        await window.press("z")
        await window.write(typed)
        await window.press("enter")
        assert "awake all night" in window.text
        assert [sleep.sleepless for sleep in window.kept(Sleep)] == [True]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("late", "This does not read as a sleep; for example 3:10-11:40."),
        ("3:99-11:40", "This does not read as a time; for example 3:10 or 23:00."),
        ("2/30 23:00-7:00", "A date reads like 12/3 or 2026-12-03."),
        ("11/10 23:00-11/22 7:00", "A sleep lasts from one minute to three days."),
    ],
)
async def test_a_sleep_that_cannot_be_read_is_said_in_one_sentence_and_stays_to_be_mended(
    home: Path, typed: str, sentence: str
) -> None:
    async with opened(home) as window:
        await window.press("z")
        await window.write(typed)
        await window.press("enter")
        assert sentence in window.said
        assert window.field.text == typed
        assert window.kept(Sleep) == []
        await window.press(*["backspace"] * len(typed))
        await window.write("3:10-11:40")
        await window.press("enter")
        assert [sleep.minutes for sleep in window.kept(Sleep)] == [510]


async def test_what_was_refused_can_be_left_and_stands_there_again(home: Path) -> None:
    async with opened(home) as window:
        await window.press("z")
        await window.write("late")
        await window.press("enter", "escape")
        assert window.here == "sleep:"
        await window.press("z")
        assert window.field.text == "late"


async def test_several_sleeps_stand_on_one_day(home: Path) -> None:
    async with opened(home) as window:
        for typed in ("3:10-11:40", "16:00-17:00"):
            await window.press("z")
            await window.write(typed)
            await window.press("enter")
        assert "3:10 - 11:40   8 h 30 min" in window.text
        assert "16:00 - 17:00   1 h" in window.text
        assert len(window.kept(Sleep)) == 2


async def test_enter_on_a_sleep_corrects_it_and_no_words_take_it_away(home: Path) -> None:
    async with opened(home) as window:
        await window.press("z")
        await window.write("3:10-11:40")
        await window.press("enter")
        [sleep] = window.kept(Sleep)
        await window.go_to(f"sleep:{sleep.id}")
        await window.press("enter", "backspace")
        await window.write("5")
        await window.press("enter")
        assert [one.minutes for one in window.kept(Sleep)] == [515]
        await window.press("enter", *["backspace"] * len("3:10 - 11:45"), "enter")
        assert window.kept(Sleep) == []


# Other days


async def test_brackets_turn_the_pages_of_the_days(home: Path) -> None:
    async with opened(home) as window:
        await window.press("[")
        assert "Saturday, 21 November" in window.title
        await window.press("4", "f")
        await window.write("slept well")
        await window.press("enter", "]")
        assert "Sunday, 22 November" in window.title
        assert "slept well" not in window.text
        await window.saved()
    assert [(one.mood, one.day) for one in await stored(home, CheckIn)] == [(4, YESTERDAY)]
    assert [(win.text, win.day) for win in await stored(home, Win)] == [("slept well", YESTERDAY)]


async def test_a_day_years_ago_is_opened_by_its_date_and_filled_in(home: Path) -> None:
    async with opened(home) as window:
        window.app.do("today.go_to_day")
        await window.settle()
        await window.write("２０１９年３月５日")
        await window.press("enter")
        assert "Tuesday, 5 March 2019" in window.title
        await window.press("2")
        await window.saved()
    then = date(2019, 3, 5)
    assert [(one.mood, one.day) for one in await stored(home, CheckIn, then)] == [(2, then)]


async def test_a_date_that_is_none_is_refused_in_one_sentence(home: Path) -> None:
    async with opened(home) as window:
        window.app.do("today.go_to_day")
        await window.settle()
        await window.write("2026-13-40")
        await window.press("enter")
        assert "A date reads like 12/3 or 2026-12-03." in window.said
        assert window.field.text == "2026-13-40"


async def test_the_first_and_the_last_day_of_the_calendar_have_pages_and_no_day_beyond(
    home: Path,
) -> None:
    for typed, key in (("0001-01-01", "["), ("9999-12-31", "]")):
        async with opened(home) as window:
            window.app.do("today.go_to_day")
            await window.settle()
            await window.write(typed)
            await window.press("enter")
            title = window.title
            await window.press("3", key)
            assert window.title.split("  ")[0] == title.split("  ")[0]
            assert "So-so" in window.text


async def test_an_open_page_never_turns_by_itself_when_the_day_ends(home: Path) -> None:
    clock = MovableClock()
    async with opened(home, clock=clock) as window:
        clock.move(hours=15)  # half past five the next morning
        await window.press("f")
        await window.write("still up")
        await window.press("enter")
        assert "Sunday, 22 November" in window.title
        assert [win.day for win in window.kept(Win)] == [TODAY]
        await window.press("]")
        assert "Monday, 23 November" in window.title


async def test_after_forty_days_away_it_opens_on_today_and_says_welcome_back(home: Path) -> None:
    async with written(home, MovableClock()) as book:
        Days(book).log_mood(date(2026, 10, 12), 3)
    async with opened(home) as window:
        assert "Sunday, 22 November" in window.title
        assert "Welcome back. This is today's page; earlier ones open as before." in window.said
        await window.press("3")
        assert "Welcome back" not in window.text


async def test_thirty_nine_days_away_are_not_spoken_of(home: Path) -> None:
    async with written(home) as book:
        Days(book).log_mood(date(2026, 10, 14), 3)
    async with opened(home) as window:
        assert "Welcome back" not in window.text


async def test_the_strip_shows_recorded_days_side_by_side_and_no_holes(home: Path) -> None:
    async with written(home) as book:
        for day, level in ((1, 1), (9, 3), (20, 5)):
            Days(book).log_mood(date(2026, 11, day), level)
    async with opened(home) as window:
        assert "Last 3 recorded days   Mood ⡀⣤⣿" in window.text


# The journal of the day


async def test_y_writes_in_the_journal_of_the_day_and_esc_keeps_it(home: Path) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("Woke at noon.")
        await window.press("enter")
        await window.write("A cool wind.")
        await window.press("escape")
        assert "Woke at noon." in window.text
        await window.saved()
    entries = await stored(home, JournalEntry)
    assert [(entry.text, entry.day) for entry in entries] == [
        ("Woke at noon.\nA cool wind.", TODAY)
    ]


async def test_an_entry_of_the_day_is_opened_and_written_on(home: Path) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("Woke.")
        await window.press("escape")
        [entry] = window.kept(JournalEntry)
        await window.go_to(f"journal:{entry.id}")
        await window.press("enter")
        await window.write(" Slept again.")
        await window.press("escape")
        assert [one.text for one in window.kept(JournalEntry)] == ["Woke. Slept again."]


# Rows of one's own


async def make_row(window: Window, name: str, measure: str) -> None:
    window.app.do("today.rows")
    await window.settle()
    await window.go_to("new")
    await window.press("enter")
    await window.write(name)
    await window.press("enter")
    await window.go_to("measure", measure)
    await window.press("enter", "escape")
    assert window.page_name == "TodayPage"


@pytest.mark.parametrize(
    ("measure", "keys", "value", "shown"),
    [
        ("yes_no", ("enter",), None, "yes"),
        ("count", ("enter", "enter"), None, "2"),
        ("minutes", ("enter", "2", "0", "enter"), 20, "20 min"),
        ("clock", ("enter", "2", "2", ":", "3", "0", "enter"), 22 * 60 + 30, "22:30"),
        ("scale", ("4",), 4, "[4]"),
    ],
)
async def test_a_row_of_ones_own_takes_what_it_was_made_for(
    home: Path, measure: str, keys: tuple[str, ...], value: int | None, shown: str
) -> None:
    async with opened(home) as window:
        await make_row(window, "Knitting", measure)
        [tracker] = window.session.profile.trackers()
        await window.go_to(f"own:{tracker.id}")
        await window.press(*keys)
        line = next(line for line in window.lines if "Knitting" in line)
        assert shown in line
        assert window.kept(Mark)[-1].value == value


async def test_rows_that_everyone_has_are_switched_on_and_off_and_keep_what_is_in_them(
    home: Path,
) -> None:
    async with opened(home) as window:
        window.app.do("today.rows")
        await window.settle()
        await window.click("Shown", 1)  # meals
        await window.press("escape", "m")
        assert "Meals 1" in window.text
        window.app.do("today.rows")
        await window.settle()
        await window.click("Not shown", 1)
        await window.press("escape")
        assert len(window.kept(Mark)) == 1
        assert "meal" not in window.book.preferences.rows


async def test_a_retired_row_leaves_the_page_keeps_its_history_and_comes_back(home: Path) -> None:
    async with opened(home) as window:
        await make_row(window, "Knitting", "count")
        [tracker] = window.session.profile.trackers()
        await window.go_to(f"own:{tracker.id}")
        await window.press("enter")
        window.app.do("today.rows")
        await window.settle()
        await window.click("Retire")
        await window.press("escape")
        assert "Knitting" not in window.text
        assert len(window.kept(Mark)) == 1
        window.app.do("today.rows")
        await window.settle()
        await window.click("Bring back")
        await window.press("escape")
        assert "Knitting" in window.text
