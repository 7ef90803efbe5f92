"""The journal: writing, reading, tags, putting away, other years, and finding things again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.support import TODAY, Window, begun, opened, stored, written

from stepup.domain.journal import JournalEntry, Topic
from stepup.notebook.journal import Journal


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


async def entry_line(window: Window, entry: JournalEntry) -> str:
    await window.press("j")
    await window.go_to(f"entry:{entry.id}")
    return f"entry:{entry.id}"


@pytest.fixture
async def kept(home: Path) -> JournalEntry:
    """An entry of yesterday."""
    async with written(home) as book:
        entry = Journal(book).write(TODAY - timedelta(days=1), "The cat came in. #cat\nIt slept.")
    assert entry is not None
    return entry


async def test_an_entry_for_today_is_written_and_stands_in_the_list(home: Path) -> None:
    async with opened(home) as window:
        await window.press("j", "n")
        await window.write("Rain.")
        await window.press("enter", "enter")
        await window.write("Then sun.")
        await window.press("escape")
        assert "22 Nov Sun" in window.text
        assert "Rain." in window.text
        await window.saved()
    entries = await stored(home, JournalEntry)
    assert [(entry.day, entry.text) for entry in entries] == [(TODAY, "Rain.\n\nThen sun.")]


async def test_an_entry_opens_whole_and_closes_again(home: Path, kept: JournalEntry) -> None:
    async with opened(home) as window:
        await entry_line(window, kept)
        assert "It slept." in window.text  # on one line in the list
        await window.press("enter")
        lines = [line.strip() for line in window.lines]
        assert any(line.endswith("It slept.") and "The cat" not in line for line in lines)
        await window.press("enter")
        assert f"acts:{kept.id}" not in window.keys


async def test_an_opened_entry_is_written_on(home: Path, kept: JournalEntry) -> None:
    async with opened(home) as window:
        await entry_line(window, kept)
        await window.press("enter")
        await window.go_to(f"acts:{kept.id}", "write")
        await window.press("enter")
        assert window.field.text == kept.text
        await window.write(" Long.")
        await window.press("escape")
        assert "It slept. Long." in window.text
        await window.saved()
    [entry] = await stored(home, JournalEntry)
    assert (entry.id, entry.text) == (kept.id, kept.text + " Long.")


async def test_a_text_of_which_nothing_is_left_is_no_entry_any_more(
    home: Path, kept: JournalEntry
) -> None:
    async with opened(home) as window:
        await entry_line(window, kept)
        await window.press("enter")
        await window.go_to(f"acts:{kept.id}", "write")
        await window.press("enter")
        window.field.text = "  \n "
        await window.settle()
        await window.press("escape")
        assert window.kept(JournalEntry) == []
        assert "The cat" not in window.text
        await window.press("ctrl+z")
        assert [entry.text for entry in window.kept(JournalEntry)] == [kept.text]


async def test_tags_are_given_and_the_days_with_one_are_found(
    home: Path, kept: JournalEntry
) -> None:
    async with written(home) as book:
        Journal(book).write(TODAY, "Nothing much.")
    async with opened(home) as window:
        await entry_line(window, kept)
        await window.press("b")
        await window.write("home　#quiet")
        await window.press("enter")
        assert "#home #quiet" in window.text
        await window.press("home", "b")
        assert window.here == "tagged"
        await window.go_to("tagged", "quiet")
        await window.press("enter")
        assert "Days with #quiet" in window.text
        assert "Nothing much." not in window.text
        await window.go_to("tagged")
        await window.press("enter")
        assert "Nothing much." in window.text
        await window.saved()
    tags = {entry.text: entry.tags for entry in await stored(home, JournalEntry)}
    assert tags[kept.text] == ("home", "quiet")


async def test_what_is_put_away_is_shown_no_more_and_is_found_when_looked_for(
    home: Path, kept: JournalEntry
) -> None:
    async with opened(home) as window:
        await entry_line(window, kept)
        await window.press("c")
        assert "The cat" not in window.text
        await window.saved()
        assert [entry.closed for entry in window.kept(JournalEntry)] == [True]
        await window.press("t", "[")
        assert "(put away)" in window.text
        assert "The cat" not in window.text
        await window.press("/")
        await window.write("CAT CAME")
        await window.wait_for("The cat came in.")
        await window.press("enter")
        assert window.page_name == "JournalPage"
        assert "It slept." in window.text
        await window.go_to(f"acts:{kept.id}", "close")
        await window.press("enter")
        assert [entry.closed for entry in window.kept(JournalEntry)] == [False]


async def test_write_and_close_puts_a_new_entry_away_at_once(home: Path) -> None:
    async with opened(home) as window:
        await window.press("j", "n")
        await window.write("Today was unpleasant.")
        await window.press("escape")
        [entry] = window.kept(JournalEntry)
        await window.go_to(f"entry:{entry.id}")
        await window.press("c")
        assert "unpleasant" not in window.text
        assert window.kept(JournalEntry)[0].closed


async def test_c_on_no_entry_writes_one_that_is_put_away_when_it_is_left(home: Path) -> None:
    async with opened(home) as window:
        await window.press("j", "c")
        await window.write("quiet one")
        assert "Write and close" in window.text
        await window.press("escape")
        assert "quiet one" not in window.text
        assert "It is put away." in window.key_line
        await window.saved()
    assert [(one.text, one.closed) for one in await stored(home, JournalEntry)] == [
        ("quiet one", True)
    ]


async def test_this_day_in_other_years_is_shown_when_asked_for(home: Path) -> None:
    async with written(home) as book:
        for year in (2024, 2019):
            Journal(book).write(date(year, 11, 22), f"It was {year}.")
        Journal(book).write(date(2024, 11, 21), "Another day.")
    async with opened(home) as window:
        await window.press("j")
        assert "It was 2019." not in window.text
        await window.press("y")
        assert window.text.index("It was 2024.") < window.text.index("It was 2019.")
        assert "Another day." not in window.text
        await window.click("It was 2019.")
        assert window.page_name == "JournalPage"
        assert "[2019]" in window.text
        await window.press("escape")


async def test_thirty_entries_stand_on_a_page_and_older_ones_on_the_next(home: Path) -> None:
    async with written(home) as book:
        for number in range(70):
            Journal(book).write(TODAY - timedelta(days=number), f"entry number {number}.")
    async with opened(home) as window:
        await window.press("j")
        entries = [key for key in window.keys if key.startswith("entry:")]
        assert len(entries) == 30
        for oldest, shown in (("30", 30), ("60", 10)):
            await window.go_to("page", "older")
            await window.press("enter")
            assert f"entry number {oldest}." in window.text
            assert len([key for key in window.keys if key.startswith("entry:")]) == shown
        assert [part.id for part in window.row("page").spec.parts] == ["newer"]


async def test_another_year_is_a_step_away(home: Path) -> None:
    async with written(home) as book:
        Journal(book).write(date(2024, 5, 1), "Spring, then.")
        Journal(book).write(TODAY, "Autumn, now.")
    async with opened(home) as window:
        await window.press("j")
        assert "Spring, then." not in window.text
        await window.go_to("years", "2024")
        await window.press("enter")
        assert "Spring, then." in window.text
        assert "Autumn, now." not in window.text


async def test_k_puts_the_first_line_of_an_entry_on_the_list_for_a_talk(
    home: Path, kept: JournalEntry
) -> None:
    async with opened(home) as window:
        await entry_line(window, kept)
        await window.press("k")
        assert [topic.text for topic in window.kept(Topic, None)] == ["The cat came in. #cat"]


async def test_a_question_stands_there_only_when_it_is_wanted(home: Path) -> None:
    async with opened(home) as window:
        await window.press("j")
        assert "question" not in window.keys
        window.app.do("journal.prompt")
        await window.settle()
        assert "question" in window.keys


# Search


async def test_search_shows_results_as_one_types_the_newest_first(home: Path) -> None:
    async with written(home) as book:
        for year in (2019, 2024, 2026):
            Journal(book).write(date(year, 5, 1), f"the shop in {year}")
    async with opened(home) as window:
        await window.press("/")
        await window.write("sho")
        await window.wait_for("the shop in 2019")
        shown = [window.text.index(f"the shop in {year}") for year in (2026, 2024, 2019)]
        assert shown == sorted(shown)


@pytest.mark.parametrize("typed", ["ネコ", "ねこ", "ﾈｺ", "ｎｅｋｏ", "Neko", "猫"])
async def test_search_finds_words_in_any_width_case_and_kind_of_kana(
    home: Path, typed: str
) -> None:
    async with written(home) as book:
        Journal(book).write(TODAY, "猫（ねこ、NEKO）が来た")
    async with opened(home) as window:
        await window.press("ctrl+f")
        await window.write(typed)
        await window.wait_for("が来た")


async def test_search_says_when_nothing_was_found(home: Path) -> None:
    async with opened(home) as window:
        await window.press("/")
        await window.write("whale")
        await window.wait_for("Nothing was found.")


async def test_a_found_line_opens_the_page_of_its_day(home: Path) -> None:
    from stepup.notebook.days import Days

    async with written(home) as book:
        Days(book).add_win(date(2021, 3, 4), "opened the window")
    async with opened(home) as window:
        await window.press("/")
        await window.write("window")
        await window.wait_for("opened the window")
        await window.press("enter")
        assert "Thursday, 4 March 2021" in window.title


async def test_esc_leaves_search_where_one_was(home: Path) -> None:
    async with opened(home) as window:
        await window.press("g", "/")
        await window.write("x")
        await window.press("escape")
        assert window.page_name == "GoalsPage"
