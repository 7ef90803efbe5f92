"""Looking back: a span in own words and plain counts, only when opened, and what is left with it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.support import HARMLESS, HOSTILE, TODAY, WIDE, Window, begun, opened, stored, written

from stepup.domain.profile import LookAway
from stepup.domain.review import Review
from stepup.domain.span import Span
from stepup.notebook.corners import Corners
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.notebook.review import Happened, Reviews


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def lived(home: Path) -> Path:
    """A week with a little of everything, and a day before it."""
    async with written(home) as book:
        days, goals, journal = Days(book), Goals(book), Journal(book)
        days.add_win(TODAY - timedelta(days=1), "opened the window")
        days.add_win(TODAY, "fed the cat", for_someone=True)
        goals.done(goals.add("drink water"), TODAY)
        goals.half(goals.add("walk to the corner"), TODAY)
        journal.write(TODAY, "It rained.\nAll day.")
        away = journal.write(TODAY, "put away")
        assert away is not None
        journal.close(away)
        Corners(book, lambda _count: 0).clip(TODAY, "A library opened.")
        days.add_win(TODAY - timedelta(days=20), "long before")
    return home


async def looking_back(window: Window, span: str = "") -> None:
    window.app.do("anywhere.review")
    await window.settle()
    if span:
        await window.go_to("span", "own")
        await window.press("enter")
        await window.write(span)
        await window.press("enter")


async def test_a_span_shows_what_stands_in_it_with_what_the_counts_rest_on(lived: Path) -> None:
    async with opened(lived, size=WIDE) as window:
        await looking_back(window)
        assert "from 2 of 7 days" in window.said
        for words in ("opened the window", "fed the cat", "drink water", "walk to the corner",
                      "It rained.", "A library opened.", "Small wins 1"):  # fmt: skip
            assert words in window.said, words
        assert "All day" not in window.said
        assert "put away" not in window.said
        assert "long before" not in window.said
        await window.go_to("span", "30")
        await window.press("enter")
        assert "long before" in window.said
        assert "Small wins 2" in window.said


async def test_a_span_of_ones_own_is_typed_and_nonsense_stays_to_be_mended(lived: Path) -> None:
    async with opened(lived) as window:
        await looking_back(window, "soon")
        assert "A date reads like" in window.said
        await window.press(*["backspace"] * 4)
        await window.write("2026-11-01..2026-11-03")
        await window.press("enter")
        assert "1 Nov - 3 Nov" in window.said
        assert "long before" in window.said


async def test_days_without_anything_are_fine_too(home: Path) -> None:
    async with opened(home) as window:
        await looking_back(window)
        assert "Nothing is written in these days, and that is fine too." in window.said
        assert not [key for key in window.keys if key.startswith("head:") and key != "head:own"]


async def test_nothing_is_averaged_and_nothing_compared(lived: Path) -> None:
    async with opened(lived) as window:
        await looking_back(window)
        for word in ("average", "before", "than", "%", "mean"):
            assert word not in window.said, word


async def test_counts_and_dates_go_when_one_looks_away_and_leave_no_hole(lived: Path) -> None:
    async with written(lived) as book:
        Profile(book).look_away(LookAway.TOTALS)
        Profile(book).look_away(LookAway.DATES)
    async with opened(lived) as window:
        await looking_back(window)
        assert "Small wins 1" not in window.said
        assert "Nov" not in window.said
        assert "of 7 days" not in window.said
        assert "days" not in window.keys
        assert "opened the window" in window.said


async def test_lines_are_left_in_own_words_saved_and_undone(lived: Path) -> None:
    async with opened(lived) as window:
        await looking_back(window)
        for field, words in (("sentence", "A grey week"), ("keep", "tea"), ("let_go", HOSTILE)):
            await window.go_to(f"own:{field}")
            await window.press("enter")
            await window.paste(words)
            await window.press("enter")
        await window.go_to("own:keep")
        await window.press("ctrl+z")
        assert HARMLESS not in window.said
        await window.press("ctrl+y")
        await window.saved()
    [review] = await stored(lived, Review)
    assert review.span == Span(TODAY - timedelta(days=6), TODAY)
    assert review.lines == ("A grey week", "tea", HARMLESS)


async def test_a_line_being_written_is_a_draft_until_it_is_kept(lived: Path) -> None:
    async with opened(lived) as window:
        await looking_back(window)
        await window.go_to("own:smaller")
        await window.press("enter")
        await window.write("the walk")
        window.page.open_entry.draft_now()  # type: ignore[union-attr]
        [name] = window.session.drafts._mine
        assert name.startswith("review:2026-11-22:")
        await window.press("enter")
        assert window.session.drafts._mine == {}


async def test_earlier_ones_stand_by_year_and_open_with_their_span(lived: Path) -> None:
    async with written(lived) as book:
        span = Span(date(2026, 11, 1), date(2026, 11, 3))
        Reviews(book).leave(date(2025, 12, 31), span, "sentence", "quiet days")
    async with opened(lived) as window:
        await looking_back(window)
        assert "quiet days" not in window.said
        await window.go_to("earlier")
        await window.press("enter")
        await window.go_to("years", "2025")
        await window.press("enter")
        [was] = [key for key in window.keys if key.startswith("was:")]
        await window.go_to(was)
        await window.press("enter")
        assert "long before" in window.said
        assert window.row("own:sentence").spec.text == "quiet days"
        await window.go_to("own:keep")
        await window.press("enter")
        await window.write("walks")
        await window.press("enter")
        [review] = window.kept(Review, date(2025, 1, 1))
        assert review.lines == ("quiet days", "walks")
        assert window.kept(Review) == []


async def test_many_lines_are_cut_and_shown_a_page_at_a_time(home: Path) -> None:
    async with written(home, settle=60) as book:
        for number in range(40):
            Days(book).add_win(TODAY, f"win {number}.")
    async with opened(home) as window:
        await looking_back(window)
        wins = [key for key in window.keys if key.startswith("win:")]
        assert len(wins) == 5
        assert "35 more" in window.said
        await window.go_to("more:wins")
        await window.press("enter")
        assert len([key for key in window.keys if key.startswith("win:")]) == 30
        await window.go_to("section", "older")
        await window.press("enter")
        assert len([key for key in window.keys if key.startswith("win:")]) == 10
        await window.go_to("more:wins")
        await window.press("enter")
        assert len([key for key in window.keys if key.startswith("win:")]) == 5


async def test_a_line_leads_to_the_page_on_which_it_stands(lived: Path) -> None:
    async with opened(lived) as window:
        await looking_back(window)
        [win] = [row.key for row in window.page.rows.lines if row.spec.text == "opened the window"]
        await window.go_to(win)
        await window.press("enter")
        assert "21 November" in window.title
        await looking_back(window)
        [entry] = [key for key in window.keys if key.startswith("entry:")]
        await window.go_to(entry)
        await window.press("enter")
        assert window.page_name == "JournalPage"
        assert "All day." in window.said


async def test_opening_it_reads_no_year_beside_those_of_the_span(home: Path) -> None:
    async with written(home, settle=60) as book:
        for year in range(2010, 2027):
            Days(book).add_win(date(year, 5, 1), f"in {year}")
    async with opened(home) as window:
        read: list[str] = []
        vault, reading = window.book.vault, window.book.vault.read

        def counted(shard: str) -> object:
            read.append(shard)
            return reading(shard)

        vault.read = counted  # type: ignore[method-assign, assignment]
        await looking_back(window)
        assert read == []  # the page of today has read them
        await looking_back(window, "2012-12-31..2013-01-01")
        assert read == ["2013", "2012"]


async def test_a_span_is_gathered_again_when_something_in_it_changed_and_only_then(
    lived: Path,
) -> None:
    async with opened(lived, size=WIDE) as window:
        gathered: list[Span] = []
        reviews, gather = window.session.reviews, window.session.reviews.happened

        def counted(span: Span) -> Happened:
            gathered.append(span)
            return gather(span)

        reviews.happened = counted  # type: ignore[method-assign]
        await looking_back(window)
        await window.go_to("own:keep")
        await window.press("enter")
        await window.write("tea")
        await window.press("enter")
        assert len(gathered) == 1
        window.session.days.add_win(TODAY, "wrote this while looking back")
        await window.settle()
        assert "wrote this while looking back" in window.said
        assert len(gathered) == 2
