"""Sheets about oneself: three lines, a field for each heading, earlier versions, looking again."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.ui.support import (
    HARMLESS,
    HOSTILE,
    JAPAN,
    NARROW,
    TODAY,
    WIDE,
    MovableClock,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.profile import LookAway, Preferences
from stepup.domain.sheet import Sheet, SheetTopic
from stepup.notebook.profile import Profile
from stepup.notebook.sheets import Sheets

NOW, PLAN, MANUAL = SheetTopic.NOW, SheetTopic.PLAN, SheetTopic.MANUAL


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


def at(day: date) -> MovableClock:
    return MovableClock(datetime(day.year, day.month, day.day, 14, 30, tzinfo=JAPAN))


async def show(window: Window, topic: SheetTopic | None = None) -> None:
    """Open the three sheets, or one of them."""
    window.app.do("anywhere.sheets")
    await window.settle()
    if topic is not None:
        await window.go_to(f"sheet:{topic}")
        await window.press("enter")


async def write_versions(home: Path, topic: SheetTopic, *texts: tuple[date, str, str]) -> None:
    """Write under headings on days: (day, heading's key, text)."""
    for day, key, text in texts:
        async with written(home, at(day)) as book:
            Sheets(book).write(topic, key, text)


def said(sheet: Sheet) -> dict[str, str]:
    return {section.key: section.text for section in sheet.sections if section.text}


OLD = (
    (date(2025, 3, 1), "mind", "Heavy. Slow mornings."),
    (date(2025, 8, 1), "mind", "Heavy. Quiet evenings."),
    (date(2026, 5, 1), "body", "Stiff shoulders."),
)


# Three lines


async def test_the_sheets_are_reached_from_more_and_esc_leads_back(home: Path) -> None:
    async with opened(home) as window:
        await window.press("f10")
        await window.go_to("anywhere.sheets")
        await window.press("enter")
        assert window.page_name == "SheetsPage"
        await window.press("escape")
        assert (window.page_name, window.here) == ("MorePage", "anywhere.sheets")


async def test_an_empty_sheet_says_what_it_is_for_and_a_written_one_how_it_begins(
    home: Path,
) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        await show(window)
        assert "How I am now 1 May 2026 Mind: Heavy. Quiet evenings." in window.said
        assert "My plan What you wish for" in window.said


async def test_a_year_that_cannot_be_read_leaves_the_other_sheets(home: Path) -> None:
    await write_versions(home, NOW, (date(2024, 3, 1), "mind", "in 2024"))
    await write_versions(home, PLAN, (date(2026, 3, 1), "wish", "the sea"))
    damaged = next((home / "data").glob("2024-*"))
    damaged.write_bytes(damaged.read_bytes().replace(b"in 2024", b"In 2024"))
    async with opened(home) as window:
        await show(window)
        assert "2024" in window.row("words:now").spec.text
        assert window.row("words:plan").spec.text == "My wish: the sea"
        await window.go_to("sheet:now")
        await window.press("enter")
        assert window.keys == ["problem"]


# Writing


async def test_what_is_written_under_a_heading_is_kept_and_stands_there(home: Path) -> None:
    async with opened(home) as window:
        await show(window, NOW)
        assert window.here == "part:mind"
        await window.press("enter")
        assert "Feelings and thoughts of late" in window.text
        await window.write("Heavy.")
        await window.press("enter")
        await window.write("A bit lighter now.")
        await window.press("escape")
        assert "A bit lighter now." in window.text
        await window.press("escape")
        assert window.row("words:now").spec.text == "Mind: Heavy."
        await window.saved()
    [sheet] = await stored(home, Sheet)
    assert (sheet.day, sheet.topic) == (TODAY, NOW)
    assert said(sheet) == {"mind": "Heavy.\nA bit lighter now."}


async def test_on_a_later_day_writing_makes_a_new_version_and_the_old_one_stays(
    home: Path,
) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        await show(window, NOW)
        assert "Written on 1 May 2026." in window.said
        await window.go_to("part:body")
        await window.press("enter")
        await window.write(" Warm hands.")
        await window.press("escape")
        assert "Written on" not in window.said
        await window.saved()
    found = {sheet.day: said(sheet) for sheet in await stored(home, Sheet)}
    assert found[TODAY] == {
        "mind": "Heavy. Quiet evenings.",
        "body": "Stiff shoulders. Warm hands.",
    }
    assert found[date(2026, 5, 1)]["body"] == "Stiff shoulders."


async def test_what_is_being_written_is_kept_as_a_draft_of_its_heading(
    home: Path,
) -> None:
    async with opened(home) as window:
        await show(window, PLAN)
        await window.press("enter")
        await window.write("the sea")
        entry = window.page.open_entry
        assert entry is not None
        entry.draft_now()
        assert entry.asked.draft == "sheet:plan:wish"
        assert window.session.drafts.text("sheet:plan:wish", "") == "the sea"


async def test_a_page_opened_to_go_on_with_a_heading_opens_its_field_with_the_draft(
    home: Path,
) -> None:
    from stepup.ui.screens.sheet_page import SheetPage

    async with opened(home) as window:
        window.session.drafts.keep("sheet:plan:wish", "the sea")
        window.app.lay_over(SheetPage(window.session, PLAN, going_on="wish"))
        await window.settle()
        assert window.field.text == "the sea"
        await window.press("escape")
        [sheet] = window.kept(Sheet)
        assert said(sheet) == {"wish": "the sea"}


async def test_the_day_to_look_again_is_a_plain_date(home: Path) -> None:
    async with opened(home) as window:
        await show(window, PLAN)
        await window.go_to("look_again")
        await window.press("enter")
        await window.write("soon")
        await window.press("enter")
        assert window.here == "field"  # it is refused, and stays to be mended
        window.field.text = ""
        await window.write("2027年1月10日")
        await window.press("enter")
        assert "10 Jan 2027" in window.text
        assert [sheet.look_again for sheet in window.kept(Sheet)] == [date(2027, 1, 10)]
        await window.press("enter")
        window.field.text = ""
        await window.press("enter")
        assert [sheet.look_again for sheet in window.kept(Sheet)] == [None]


async def test_only_the_plan_has_a_day_to_look_again(home: Path) -> None:
    async with opened(home) as window:
        await show(window, MANUAL)
        assert "look_again" not in window.keys


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_hostile_words_stay_words(home: Path, size: tuple[int, int]) -> None:
    async with written(home) as book:
        Sheets(book).write(NOW, "mind", HOSTILE)
        Sheets(book).add_heading(NOW, HOSTILE)
    async with opened(home, size=size) as window:
        await show(window)
        await window.press("enter")
        assert "[/] [red]" in window.said
        await window.go_to("arrange")
        await window.press("enter")
        await window.press("end")
        assert "[/] [red]" in window.said
        assert [s.text for s in window.kept(Sheet)[0].sections if s.text] == [HARMLESS]


# Headings


async def test_headings_are_added_reworded_moved_taken_out_and_put_back(home: Path) -> None:
    async with opened(home) as window:
        await show(window, NOW)
        await window.go_to("arrange")
        await window.press("enter")
        await window.go_to("newhead")
        await window.press("enter")
        await window.write("Nights")
        await window.press("enter")
        own = window.kept(Sheet)[0].sections[-1].key
        await window.go_to(f"head:{own}", "up")
        await window.press("enter")
        await window.go_to(f"head:{own}", "rename")
        await window.press("enter")
        await window.write(" and dawns")
        await window.press("enter")
        await window.go_to("head:mind", "out")
        await window.press("enter")
        sections = window.kept(Sheet)[0].sections
        assert [s.heading for s in sections if s.heading] == ["Nights and dawns"]
        assert [s.key for s in sections] == [
            "body", "daily", "people", "interests", "hard", own, "helps",
        ]  # fmt: skip
        await window.go_to("back", "mind")
        await window.press("enter")
        assert window.kept(Sheet)[0].sections[-1].key == "mind"
        await window.press("escape")
        assert window.page_name == "SheetPage"
        assert f"part:{own}" in window.keys


async def test_a_heading_taken_out_with_its_text_comes_back_by_undo(home: Path) -> None:
    await write_versions(home, NOW, (TODAY, "hard", "mornings"))
    async with opened(home) as window:
        await show(window, NOW)
        await window.go_to("arrange")
        await window.press("enter")
        await window.go_to("head:hard")
        await window.press("delete")
        assert said(window.kept(Sheet)[0]) == {}
        await window.press("ctrl+z")
        assert said(window.kept(Sheet)[0]) == {"hard": "mornings"}


# Earlier versions


async def earlier(window: Window) -> None:
    await show(window, NOW)
    await window.go_to("earlier")
    await window.press("enter")


async def test_earlier_versions_are_listed_and_the_one_chosen_is_seen(home: Path) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        await earlier(window)
        assert [row.spec.text for row in window.page.rows.lines] == [
            "1 Aug 2025      Mind: Heavy. Quiet evenings.",
            "1 Mar 2025      Mind: Heavy. Slow mornings.",
        ]
        await window.press("down", "enter")
        assert "How I am now   1 Mar 2025" in window.title
        assert "Slow mornings." in window.said
        assert "Stiff" not in window.said
        await window.press("escape")
        assert window.here.startswith("version:")
        await window.press("escape")
        assert window.page_name == "SheetPage"


async def test_where_there_is_only_the_newest_the_list_says_so(home: Path) -> None:
    await write_versions(home, NOW, OLD[0])
    async with opened(home) as window:
        await earlier(window)
        assert "There is only the newest version." in window.said


async def test_two_versions_stand_one_above_the_other_with_signs_for_what_changed(
    home: Path,
) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        await earlier(window)
        await window.press("down", "enter")
        await window.go_to("beside", "newest")
        await window.press("enter")
        lines = [line[14:].rstrip() for line in window.lines]
        assert "- 1 Mar 2025   + 1 May 2026" in lines
        mind = lines.index("Mind")
        assert lines[mind + 1 : mind + 4] == ["  Heavy.", "- Slow mornings.", "+ Quiet evenings."]
        assert "+ Stiff shoulders." in lines


async def test_in_a_wide_window_they_stand_side_by_side(home: Path) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home, size=WIDE) as window:
        await earlier(window)
        await window.press("down", "enter")
        await window.go_to("beside", "newest")
        await window.press("enter")
        changed = next(line for line in window.lines if "- Slow mornings." in line)
        assert "+ Quiet evenings." in changed
        same = next(line for line in window.lines if "  Heavy." in line)
        assert same.count("Heavy.") == 2
        assert same.rindex("Heavy.") == changed.index("Quiet")


async def test_a_version_is_laid_beside_the_one_before_it(home: Path) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        await earlier(window)
        await window.press("enter")
        await window.go_to("beside", "before")
        await window.press("enter")
        assert "- 1 Mar 2025 + 1 Aug 2025" in window.said
        await window.press("escape", "down", "enter")
        assert [part.id for part in window.row("beside").spec.parts] == ["alone", "newest"]


async def test_a_version_that_says_the_same_is_said_to(home: Path) -> None:
    await write_versions(home, NOW, OLD[0])
    async with written(home) as book:
        Sheets(book).add_heading(NOW, "Nights")
    async with opened(home) as window:
        await earlier(window)
        await window.press("enter")
        await window.go_to("beside", "newest")
        await window.press("enter")
        assert "Both say the same." in window.said


async def test_an_older_version_is_taken_up_again_and_undo_takes_that_back(home: Path) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        await earlier(window)
        await window.press("down", "enter")
        await window.go_to("again")
        await window.press("enter")
        assert window.page_name == "SheetPage"
        assert "It is the newest version now." in window.text
        assert "Slow mornings." in window.said
        newest = window.session.sheets.newest(NOW)
        assert newest is not None
        assert newest.again_of is not None
        await window.press("ctrl+z")
        assert "Stiff shoulders." in window.said
        await window.press("ctrl+y")
        await window.saved()
    assert [said(s) for s in await stored(home, Sheet) if s.day == TODAY] == [
        {"mind": "Heavy. Slow mornings."}
    ]


async def test_long_histories_are_shown_a_page_at_a_time(home: Path) -> None:
    clock = at(date(2016, 3, 1))
    async with written(home, clock, settle=60) as book:
        for number in range(65):
            Sheets(book).write(NOW, "mind", f"Note {number}.")
            clock.move(days=40)
    async with opened(home) as window:
        await earlier(window)
        assert len(window.keys) == 31
        await window.go_to("page", "older")
        await window.press("enter")
        await window.go_to("page", "older")
        await window.press("enter")
        assert window.keys[-1] == "page"
        assert len(window.keys) == 5
        assert "Note 0." in window.text


# Looking away


async def test_no_date_is_shown_to_who_looks_away_from_dates(home: Path) -> None:
    await write_versions(home, PLAN, *[(day, "wish", text) for day, _key, text in OLD])
    async with written(home) as book:
        Sheets(book).look_again(PLAN, date(2027, 1, 10))
        Sheets(book).set_check_in(7)
        Profile(book).look_away(LookAway.DATES)
    async with opened(home, clock=at(TODAY + timedelta(days=1))) as window:
        seen = []
        for keys in (
            ("do:anywhere.sheets",), ("down", "enter"), ("end", "up", "enter"), ("enter",),
            ("right", "enter"),
        ):  # fmt: skip
            for key in keys:
                if key.startswith("do:"):
                    window.app.do(key[3:])
                    await window.settle()
                else:
                    await window.press(key)
            seen.append(window.said)
        assert window.page_name == "EarlierPage"
        assert "The older one" in seen[-1]
        assert "on a day you chose" in seen[1]
        for words in seen:
            assert not any(year in words for year in ("2025", "2026", "2027"))
            assert "Nov" not in words


# Finding


async def test_a_sheet_is_found_by_its_words_and_opened(home: Path) -> None:
    await write_versions(home, NOW, *OLD)
    async with opened(home) as window:
        for query, page in (("Stiff", "SheetPage"), ("Slow", "EarlierPage")):
            await window.press("ctrl+f")
            await window.paste(query)
            await window.until(lambda: "hit:0" in window.keys)
            await window.go_to_found("hit:0")
            await window.press("enter")
            assert window.page_name == page
            assert query in window.said
        await window.press("escape", "escape")
        assert window.page_name == "TodayPage"


# Looking at how things are, now and then


async def test_how_often_to_look_is_chosen_here_and_off_to_begin_with(home: Path) -> None:
    async with opened(home) as window:
        await show(window)
        assert window.row("check_in").chosen == "off"
        await window.go_to("check_in", "14")
        await window.press("enter")
        assert "From Sunday, 6 December on" in window.said
        await window.go_to("check_in", "own")
        await window.press("enter")
        await window.write("400")
        await window.press("enter")
        assert "A whole number from 1 to 366" in window.said
        window.field.text = ""
        await window.write("１０日")
        await window.press("enter")
        assert "[10 days apart]" in window.text
        await window.go_to("check_in", "off")
        await window.press("enter")
        await window.saved()
    [preferences] = await stored(home, Preferences, None)
    assert preferences.check_in_every_days is None


async def test_opening_how_i_am_now_is_looking(home: Path) -> None:
    async with written(home, at(TODAY - timedelta(days=9))) as book:
        Sheets(book).set_check_in(7)
    async with opened(home) as window:
        assert window.session.book.preferences.check_in_due(TODAY)
        await show(window, PLAN)
        assert window.session.book.preferences.check_in_due(TODAY)
        await window.press("escape")
        await window.go_to("sheet:now")
        await window.press("enter")
        assert not window.session.book.preferences.check_in_due(TODAY)
        assert window.session.book.preferences.check_in_due(TODAY + timedelta(days=7))
