"""The journal's quiet corners: good news, the box to open later, the drawer for hard days."""

import random
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.ui.support import HARMLESS, HOSTILE, TODAY, Window, begun, opened, stored, written

from stepup.domain.corner import DRAWER_ITEM, Clipping, DrawerItem, ItemKind, Later
from stepup.domain.profile import LookAway
from stepup.notebook.corners import Corners
from stepup.notebook.days import Days
from stepup.notebook.journal import Journal
from stepup.notebook.own_numbers import OwnNumbers
from stepup.notebook.profile import Profile
from stepup.ui.screens.corner_pages import going_on
from stepup.ui.screens.search import SearchPage


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


def first(_count: int) -> int:
    return 0


async def go(window: Window, place: str) -> None:
    window.app.do(f"anywhere.{place}")
    await window.settle()


def keys(window: Window, kind: str) -> list[str]:
    return [key for key in window.keys if key.startswith(f"{kind}:")]


async def act(window: Window, kind: str, part: str) -> None:
    """Open the only line of a kind, and choose one of its acts."""
    [key] = keys(window, kind)
    if not keys(window, "acts"):
        await window.go_to(key)
        await window.press("enter")
    await window.go_to(key.replace(kind, "acts"), part)
    await window.press("enter")


async def found(window: Window, query: str) -> None:
    await window.press("ctrl+f")
    await window.write(query)
    page = window.page
    assert isinstance(page, SearchPage)
    await window.until(lambda: page._looked_for == query and not page._looking)
    await window.settle()


# The way there


async def test_the_journal_leads_to_every_corner(home: Path) -> None:
    pages = {"good_news": "GoodNewsPage", "open_later": "OpenLaterPage", "drawer": "DrawerPage",
             "own_numbers": "OwnNumbersPage", "review": "ReviewPage"}  # fmt: skip
    async with opened(home) as window:
        for part, name in pages.items():
            await window.press("j")
            await window.go_to("corners", part)
            await window.press("enter")
            assert window.page_name == name
            await window.press("escape")
            assert window.page_name == "JournalPage"


# Good news


async def test_good_news_is_kept_with_where_it_is_from(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "good_news")
        await window.press("enter")
        await window.paste(HOSTILE)
        await window.press("escape")
        await act(window, "clipping", "source")
        await window.write("the radio")
        await window.press("enter")
        await window.saved()
        assert "the radio" in window.said
    [clipping] = await stored(home, Clipping)
    assert (clipping.text, clipping.source) == (HARMLESS, "the radio")


async def test_good_news_stands_by_year_a_page_at_a_time(home: Path) -> None:
    async with written(home, settle=60) as book:
        corners = Corners(book, first)
        corners.clip(date(2024, 1, 1), "Long ago.")
        for number in range(35):
            corners.clip(TODAY - timedelta(days=number), f"News {number}.")
    async with opened(home) as window:
        await go(window, "good_news")
        assert len(keys(window, "clipping")) == 30
        await window.go_to("page", "older")
        await window.press("enter")
        assert len(keys(window, "clipping")) == 5
        await window.go_to("years", "2024")
        await window.press("enter")
        assert "Long ago." in window.said


async def test_good_news_goes_into_the_drawer_and_is_taken_away_and_back(home: Path) -> None:
    async with written(home) as book:
        Corners(book, first).clip(TODAY, "A library opened.")
    async with opened(home) as window:
        await go(window, "good_news")
        await act(window, "clipping", "drawer")
        assert "It lies in the drawer now." in window.key_line
        [item] = window.kept(DrawerItem, None)
        assert item.text == "A library opened."
        await act(window, "clipping", "away")
        assert keys(window, "clipping") == []
        await window.press("ctrl+z")
        assert len(keys(window, "clipping")) == 1


# To open later


async def test_what_is_put_in_shows_only_that_and_when_until_it_is_opened(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "open_later")
        await window.press("enter")
        await window.paste(f"a heavy letter {HOSTILE}")
        await window.press("escape")
        assert "closed" in window.key_line
        assert "heavy" not in window.text
        assert "Put in on 22 Nov 2026" in window.said
        await found(window, "heavy")
        assert "Nothing was found." in window.said
        await window.press("escape")
        await act(window, "later", "open")
        assert f"a heavy letter {HARMLESS}" in window.said
        await window.saved()
        await found(window, "heavy")
        assert "a heavy letter" in window.said
    [later] = await stored(home, Later)
    assert later.opened_on == TODAY


async def test_what_was_opened_is_closed_again_and_undo_undoes_both(home: Path) -> None:
    async with written(home) as book:
        Corners(book, first).lay_by(TODAY, "a heavy letter")
    async with opened(home) as window:
        await go(window, "open_later")
        await act(window, "later", "open")
        assert window.here == keys(window, "read")[0]
        await act(window, "read", "close")
        assert "heavy" not in window.said
        assert window.here == keys(window, "later")[0]
        await window.press("ctrl+z")
        assert keys(window, "later") == []
        await window.press("ctrl+z")
        assert keys(window, "read") == []
        assert "heavy" not in window.said


async def test_a_day_before_which_one_would_rather_not_see_it_holds_no_one(home: Path) -> None:
    async with written(home) as book:
        Corners(book, first).lay_by(TODAY, "a heavy letter")
    async with opened(home) as window:
        await go(window, "open_later")
        await act(window, "later", "day")
        await window.write("2027-01-01")
        await window.press("enter")
        assert "rather not before 1 Jan 2027" in window.said
        await act(window, "later", "open")
        assert "a heavy letter" in window.said


async def test_who_looks_away_from_dates_sees_none_in_the_box(home: Path) -> None:
    async with written(home) as book:
        corners = Corners(book, first)
        corners.lay_by(TODAY, "a letter")
        corners.not_before(corners.closed()[0], "2027-01-01")
        Profile(book).look_away(LookAway.DATES)
    async with opened(home) as window:
        await go(window, "open_later")
        assert "Something put in" in window.said
        assert "20" not in window.said


# The drawer


async def test_o_draws_one_thing_from_anywhere_and_esc_closes(home: Path) -> None:
    async with written(home) as book:
        corners = Corners(book, first)
        corners.put_in("the sea in March\nand its wind")
        corners.put_in("the old song", ItemKind.SONG)
    for place in ("t", "g", "j"):
        async with opened(home) as window:
            window.session.corners.pick = first
            await window.press(place, "o")
            assert window.page_name == "DrawerPage"
            assert "the sea in March and its wind" in window.said
            assert "the old song" not in window.said
            await window.press("escape")
            assert window.page_name != "DrawerPage"


@pytest.mark.parametrize("key", ["space", "enter", "o"])
async def test_another_one_comes_at_one_key_never_the_same_twice(home: Path, key: str) -> None:
    async with written(home, settle=60) as book:
        corners = Corners(book, first)
        for number in range(5):
            corners.put_in(f"line {number}.")
    async with opened(home) as window:
        window.session.corners.pick = random.Random(7).randrange
        await window.press("o")
        shown = [window.row("drawn").spec.text]
        for _turn in range(12):
            await window.press(key)
            assert window.here == "drawn"
            shown.append(window.row("drawn").spec.text)
        assert all(one != other for one, other in pairwise(shown))
        assert len(set(shown)) == 5


async def test_an_empty_drawer_is_kind_and_takes_a_line(home: Path) -> None:
    async with opened(home) as window:
        await window.press("o")
        assert "The drawer is empty, and that is fine." in window.said
        assert window.here == "new:line"
        await window.press("enter")
        await window.paste(HOSTILE)
        await window.press("escape")
        await window.saved()
    [item] = await stored(home, DrawerItem, None)
    assert (item.text, item.what) == (HARMLESS, ItemKind.LINE)


async def test_what_does_not_fit_into_the_drawer_stays_in_its_field(home: Path) -> None:
    async with opened(home) as window:
        await window.press("o", "enter")
        await window.paste("x" * (DRAWER_ITEM + 1))
        await window.press("escape")
        assert "2001 characters, and 2000 fit" in window.said
        assert window.kept(DrawerItem, None) == []
        await window.press("backspace", "escape")
        assert [len(item.text) for item in window.kept(DrawerItem, None)] == [DRAWER_ITEM]


async def test_a_song_a_past_win_and_a_line_of_the_journal_are_put_in(home: Path) -> None:
    async with written(home) as book:
        Days(book).add_win(TODAY, "opened the window")
        Journal(book).write(TODAY, "The wind was kind.\nAnd then it rained.")
    async with opened(home) as window:
        await window.press("j")
        await act(window, "entry", "drawer")
        assert "It lies in the drawer now." in window.key_line
        await window.press("o")
        assert window.row("drawn").spec.text == "The wind was kind."
        await window.go_to("turn", "inside")
        await window.press("enter")
        await window.go_to("new:song")
        await window.press("enter")
        await window.write("the old song")
        await window.press("escape")
        await window.go_to("wins")
        await window.press("enter")
        [win] = keys(window, "win")
        await window.go_to(win)
        await window.press("enter")
        assert "in the drawer" in window.row(win).spec.after
        await window.press("enter")
        kept = {item.text: item.what for item in window.kept(DrawerItem, None)}
    assert kept == {
        "The wind was kind.": ItemKind.LINE,
        "the old song": ItemKind.SONG,
        "opened the window": ItemKind.WIN,
    }


async def test_what_lies_in_the_drawer_is_reworded_taken_out_and_back(home: Path) -> None:
    async with written(home) as book:
        Corners(book, first).put_in("the sea")
    async with opened(home) as window:
        await window.press("o")
        await window.go_to("turn", "inside")
        await window.press("enter")
        await act(window, "in", "reword")
        await window.write(" in March")
        await window.press("escape")
        assert [item.text for item in window.kept(DrawerItem, None)] == ["the sea in March"]
        await act(window, "in", "away")
        assert "The drawer is empty" in window.said
        await window.press("ctrl+z")
        assert "the sea in March" in window.said


@pytest.mark.parametrize(
    ("draft", "page", "line"),
    [
        ("clipping:2026-11-20:", "GoodNewsPage", "new"),
        ("clipping:2026-11-20:gone", "GoodNewsPage", "new"),
        ("clipping:2024-01-01:{clipping}", "GoodNewsPage", "clipping:{clipping}"),
        ("source:2024-01-01:{clipping}", "GoodNewsPage", "acts:{clipping}"),
        ("later:2026-11-20:", "OpenLaterPage", "new"),
        ("drawer_item::song", "DrawerPage", "new:song"),
        ("drawer_item::{item}", "DrawerPage", "in:{item}"),
        ("own_number:", "OwnNumbersPage", "newnumber"),
        ("own_value:2026-11-20:{number}", "OwnNumbersPage", "value:{number}"),
        ("review:2026-11-20:2026-11-01:2026-11-03:keep", "ReviewPage", "own:keep"),
    ],
)
async def test_a_draft_is_gone_on_with_in_the_field_it_belongs_to(
    home: Path, draft: str, page: str, line: str
) -> None:
    async with written(home) as book:
        corners = Corners(book, first)
        clipping, item = corners.clip(date(2024, 1, 1), "News."), corners.put_in("the sea")
        assert clipping is not None
        assert item is not None
        number = OwnNumbers(book).add("pain", "0-10")
    ids = {"clipping": clipping.id, "item": item.id, "number": number.id}
    async with opened(home) as window:
        found = going_on(window.session, draft.format(**ids))
        assert found is not None
        window.session.drafts.keep(found[1], "words on their way")
        window.app.lay_over(found[0])
        await window.settle()
        assert window.page_name == page
        assert window.field.text == "words on their way"
        current = window.page.rows.current
        assert current is not None
        assert current.key == line.format(**ids)


@pytest.mark.parametrize(
    "draft", ["journal:2026-11-20:", "", "review:x", "review:2026-11-20:2026-11-03:x:keep",
              "review:2026-11-20:2026-11-03:2026-11-01:keep", "review:d:2026-11-01:2026-11-03:x"],
)  # fmt: skip
async def test_a_draft_of_no_corner_is_left_to_others(home: Path, draft: str) -> None:
    async with opened(home) as window:
        assert going_on(window.session, draft) is None


async def test_what_is_found_far_down_a_list_is_shown_there(home: Path) -> None:
    async with written(home, settle=60) as book:
        corners = Corners(book, first)
        for number in range(35):
            corners.clip(TODAY - timedelta(days=number), f"News no{number}.")
            corners.put_in(f"Line no{number}.")
    async with opened(home) as window:
        for words in ("News no34", "Line no2."):
            await found(window, words)
            await window.press("enter")
            await window.until(lambda: window.page_name != "SearchPage")
            await window.settle()
            assert words in window.said


@pytest.mark.parametrize(
    ("query", "page"),
    [("library", "GoodNewsPage"), ("sea", "DrawerPage"), ("letter", "OpenLaterPage")],
)
async def test_what_is_found_opens_in_its_corner(home: Path, query: str, page: str) -> None:
    async with written(home) as book:
        corners = Corners(book, first)
        corners.clip(date(2024, 1, 1), "A library opened.")
        corners.put_in("the sea")
        later = corners.lay_by(date(2024, 1, 1), "a letter")
        assert later is not None
        corners.open(later, TODAY)
    async with opened(home) as window:
        await found(window, query)
        await window.press("enter")
        await window.until(lambda: window.page_name == page)
        await window.settle()
        assert query in window.said
        assert window.here.partition(":")[0] in ("clipping", "in", "read")
