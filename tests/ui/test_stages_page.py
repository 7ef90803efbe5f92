"""Stages: a map one looks at; one key comes, leaves, rests; nothing is lost, nothing adds up."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.ui.support import (
    HARMLESS,
    HOSTILE,
    NARROW,
    TODAY,
    USUAL,
    WIDE,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.profile import LookAway
from stepup.domain.stage import Being, Ease, Placement, Stage
from stepup.i18n import set_language
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.profile import Profile
from stepup.notebook.stages import Stages
from stepup.settings import Settings


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def lived(home: Path) -> Path:
    """A notebook of someone who has been in two places, and has left one of them."""
    async with written(home, settle=60) as book:
        stages, days, goals = Stages(book), Days(book), Goals(book)
        stages.turn_here("breathe", date(2025, 6, 1))
        stages.turn_here("step_out", date(2026, 3, 1))
        stages.turn_here("step_out", date(2026, 5, 1))
        for back in range(5):
            days.add_win(TODAY - timedelta(days=back), f"small thing {back}")
        days.add_win(TODAY, "made tea", for_someone=True)
        days.add_win(date(2026, 4, 1), "stood outside")
        goals.done(goals.add("a sip of water", "breathe"), TODAY)
        goals.half(goals.add("a song", "breathe"), TODAY)
        stages.feel("breathe", 3, TODAY - timedelta(days=30))
        stages.feel("breathe", 6, TODAY - timedelta(days=2))
    return home


def looked_at(window: Window) -> str | None:
    return window.row("map").chosen


async def look_at(window: Window, stage: str) -> None:
    await window.go_to("map", stage)


def nothing_written(window: Window) -> bool:
    kinds = (Stage, Placement, Ease)
    return not any(window.kept(kind, year) for kind in kinds for year in (None, TODAY))


def key_of(window: Window, text: str) -> str:
    return next(row.key for row in window.page.rows.lines if row.spec.text == text)


def text_of(window: Window, key: str) -> str:
    return window.row(key).spec.text


# Opening


@pytest.mark.parametrize("key", ["s", "f6"])
async def test_the_map_opens_by_its_keys_and_shows_the_seven_places_side_by_side(
    home: Path, key: str
) -> None:
    async with opened(home) as window:
        await window.press(key)
        assert window.page_name == "StagesPage"
        assert window.here == "map"
        parts = [part.text.strip() for part in window.row("map").spec.parts]
        assert parts[:3] == ["Breathe", "Flow of the day", "Step out"]
        assert len(parts) == 7
        assert "Breathe    Flow of the day    Step out" in window.text


async def test_an_empty_map_is_kind_and_asks_for_nothing(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s")
        assert "This is a map, in no order. Just looking is fine." in window.said
        assert not [
            key for key in window.keys if key.startswith(("strip", "months", "when", "has:win"))
        ]
        assert nothing_written(window)


async def test_the_page_opens_from_more(home: Path) -> None:
    async with opened(home) as window:
        await window.press("f10")
        await window.go_to("anywhere.stages")
        await window.press("enter")
        assert window.page_name == "StagesPage"


async def test_looking_at_another_place_shows_its_sentence_and_changes_nothing(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s", "right", "right")
        assert looked_at(window) == "step_out"
        assert text_of(window, "looked") == "Step out"
        assert "I'd like a bit of outside" in window.said
        assert nothing_written(window)


# One key


async def test_space_says_one_is_here_and_space_again_leaves_no_trace(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s", "right", "space")
        assert [(p.stage, p.from_day) for p in window.kept(Placement, None)] == [("rhythm", TODAY)]
        assert "[Flow of the day]" in window.text
        assert "Here now." in window.said
        await window.press("space")
        assert window.kept(Placement, None) == []
        assert "[Flow of the day]" not in window.text


async def test_several_places_are_current_at_once_told_apart_without_colour(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s", "space", "right", "right", "space", "z")
        assert "[Breathe]   Flow of the day   (Step out)" in window.text
        assert "Resting here." in window.said
        await window.saved()
    kept = {p.stage: p.resting for p in await stored(home, Placement, None)}
    assert kept == {"breathe": False, "step_out": True}


async def test_z_rests_and_wakes_whichever_line_the_cursor_is_on(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("s")
        await window.go_to("ease")
        await window.press("z")
        assert window.session.stages.being("breathe") is Being.RESTING
        await window.press("z")
        assert window.session.stages.being("breathe") is Being.HERE


async def test_leaving_asks_nothing_and_undo_brings_it_back(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("s", "space")
        assert window.session.stages.being("breathe") is Being.AWAY
        assert "small thing 1" in window.text
        await window.press("ctrl+z")
        assert [p.from_day for p in window.kept(Placement, None)] == [date(2025, 6, 1)]
        assert "[Breathe]" in window.text


async def test_a_click_looks_first_and_the_next_one_shows_what_else_there_is(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s")
        await window.click("Say a word")
        assert text_of(window, "looked") == "Say a word"
        assert "acts" not in window.keys
        await window.click("Say a word")
        assert "acts" in window.keys
        assert nothing_written(window)


# Enter


@pytest.mark.parametrize(
    ("part", "being"), [("here", Being.HERE), ("rest", Being.RESTING)], ids=["here", "rest"]
)
async def test_enter_shows_what_else_there_is_and_does_the_same(
    home: Path, part: str, being: Being
) -> None:
    async with opened(home) as window:
        await window.press("s", "enter")
        assert window.here == "acts"
        await window.go_to("acts", part)
        await window.press("enter")
        assert window.session.stages.being("breathe") is being


async def test_b_gives_a_place_ones_own_name_everywhere(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s", "b")
        await window.press(*["backspace"] * len("Breathe"))
        await window.write("A slow morning")
        await window.press("enter")
        assert [(s.id, s.name) for s in window.kept(Stage, None)] == [("breathe", "A slow morning")]
        assert "A slow morning" in window.text
        window.session.goals.add("open the curtain", "breathe")
        await window.press("g")
        assert "A slow morning" in window.text
        await window.press("ctrl+z", "ctrl+z", "s")
        assert "A slow morning" not in window.text


async def test_the_name_it_came_with_is_not_kept_as_ones_own(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s", "b")
        await window.write("!")
        await window.press("enter", "b", "backspace", "enter")
        assert window.kept(Stage, None) == []


async def test_the_sentence_is_changed_in_place(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s", "enter")
        await window.go_to("acts", "say")
        await window.press("enter")
        await window.write(", just a little")
        await window.press("enter")
        assert "I'd like today to be a little easier, just a little" in window.said


async def test_a_place_of_ones_own_is_added_hidden_and_brought_back(home: Path) -> None:
    async with opened(home) as window:
        await window.press("s")
        await window.go_to("new")
        await window.press("enter")
        await window.write("The bench")
        await window.press("enter")
        await look_at(window, window.kept(Stage, None)[0].id)
        await window.press("space", "enter")
        await window.go_to("acts", "hide")
        await window.press("enter")
        assert "The bench" not in window.text
        assert "It is out of sight, with all that is in it." in window.key_line
        await window.go_to("hidden")
        await window.press("enter", "down")
        assert "The bench" in window.text
        await window.press("enter")
        assert "[The bench]" in window.text
        assert "hidden" not in window.keys
        await window.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert window.kept(Stage, None) == []
        assert window.kept(Placement, None) == []


async def test_all_places_may_be_hidden_and_one_still_finds_them(home: Path) -> None:
    async with written(home, settle=60) as book:
        for stage in Stages(book).all():
            Stages(book).hide(stage)
    async with opened(home) as window:
        await window.press("s", "z", "b")
        assert "map" not in window.keys
        await window.go_to("hidden")
        await window.press("enter", "down", "enter")
        assert [stage.id for stage in window.session.stages.shown()] == ["breathe"]


async def test_hostile_names_are_words_and_nothing_else(home: Path) -> None:
    async with written(home, settle=60) as book:
        stages = Stages(book)
        stages.turn_here(stages.add(HOSTILE).id, TODAY)
        stages.say(stages.add("x" * 300), HOSTILE)
    for size in (USUAL, WIDE, NARROW):
        async with opened(home, size=size) as window:
            await window.press("s")
            assert "[red]" in window.text
            await window.press("enter")
            assert HARMLESS.split(" ]52")[0] in window.said
            await window.press("escape", "s", "right", "enter")
            assert window.is_open


# What has gathered


async def test_what_has_gathered_is_told_in_words_then_in_plain_counts(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("s")
        assert "Small wins   small thing 0  22 Nov" in window.text
        assert "small thing 2" in window.text
        assert "small thing 3" not in window.text
        await window.press("end")
        assert "For someone  made tea" in window.text
        assert "Goals done   a sip of water" in window.text
        assert "Half done    a song" in window.text
        for count in ("Small wins 6", "For someone 1", "Goals done 1", "Days with any of these 6"):
            assert count in window.said
        assert "%" not in window.text


async def test_a_win_gathers_where_one_was_that_day(lived: Path) -> None:
    async with opened(lived, size=(80, 40)) as window:
        await window.press("s")
        await look_at(window, "step_out")
        assert "stood outside" in window.text
        assert "small thing" not in window.text
        await look_at(window, "earn")
        assert "What you note while you are here gathers here." in window.said


async def test_in_a_wide_window_it_stands_beside_the_map(lived: Path) -> None:
    async with opened(lived, size=WIDE) as window:
        await window.press("s")
        assert any("[Breathe]" in line and "Small wins" in line for line in window.lines)
        assert not [key for key in window.keys if key.startswith("has:")]
        await window.press("right", "right")
        assert "stood outside" in window.text
        await window.pilot.resize_terminal(*USUAL)
        await window.settle()
        assert [key for key in window.keys if key.startswith("has:")]


async def test_looking_closer_shows_every_line_and_opens_its_day(lived: Path) -> None:
    async with opened(lived, size=(80, 40)) as window:
        await window.press("s")
        await window.go_to(key_of(window, "small thing 0"))
        await window.press("enter")
        assert window.page_name == "StagePage"
        assert "Breathe  " in window.title
        assert "small thing 4" in window.text
        assert "Small wins and things for someone are from days" in window.said
        await window.go_to(key_of(window, "small thing 4"))
        await window.press("enter")
        assert window.page_name == "TodayPage"
        assert "18 November" in window.title


# Ease


async def test_ease_is_asked_in_place_and_told_over_time(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("s")
        assert "Ease so far  ⣀⣤  3, 6" in window.text
        await window.go_to("ease", "7")
        await window.press("enter")
        assert "3, 6, 7" in window.text
        assert "[7]" in window.text
        await window.press("delete")
        assert "[7]" not in window.text
        await window.go_to("ease", "0")
        await window.press("enter")
        await window.saved()
    kept = sorted((ease.day, ease.value) for ease in await stored(lived, Ease))
    assert kept[-1] == (TODAY, 0)
    assert len(kept) == 3


# Months


async def test_the_months_show_where_one_was_and_where_one_was_not_is_blank(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("s")
        assert "12  1   2   3   4   5   6   7   8   9   10  11" in window.text
        strips = [row for row in window.page.rows.lines if row.key.startswith("strip:")]
        assert [row.key for row in strips] == ["strip:breathe", "strip:step_out"]
        assert strips[1].spec.text == "Step out  " + " " * 12 + "⣤" * 8


async def test_the_months_before_are_reached_by_keys_and_by_parts(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("s", "left_square_bracket")
        assert "December 2024 to November 2025" in window.said
        assert "strip:step_out" not in window.keys
        await window.press("right_square_bracket", "right_square_bracket")
        assert "The last 12 months" in window.said
        await window.go_to("when", "earlier")
        await window.press("enter")
        assert "December 2024 to November 2025" in window.said
        await window.go_to("when", "now")
        await window.press("enter")
        assert "The last 12 months" in window.said


async def test_charts_are_plain_ascii_where_that_is_wished(lived: Path) -> None:
    async with opened(lived, settings=Settings(ascii_charts=True)) as window:
        await window.press("s", "z")
        assert "========" in window.text
        assert ".= " in window.text or "-=" in window.text
        await window.press("enter")
        await window.go_to("acts", "look")
        await window.press("enter")
        beyond = {letter for letter in window.text if not letter.isascii()} - set("▁▂▃▄▅▆▇█▎")
        assert not beyond


async def test_only_the_years_shown_are_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with written(home, settle=60) as book:
        for year in range(2000, 2026):
            Days(book).add_win(date(year, 6, 1), f"win of {year}")
        Stages(book).turn_here("try", date(2000, 1, 1))
    async with opened(home) as window:
        read: Counter[str] = Counter()
        was = window.book.vault.read

        def reading(shard: str) -> Any:
            read[shard] += 1
            return was(shard)

        monkeypatch.setattr(window.book.vault, "read", reading)
        await window.press("s")
        assert set(read) <= {"core", "2025", "2026"}
        read.clear()
        await window.press("right", "left", "left", "space", "ctrl+z")
        assert not read
        await window.press("left_square_bracket")
        assert set(read) == {"2024"}


# Looking away


async def test_looking_away_leaves_no_hole(lived: Path) -> None:
    async with written(lived, settle=60) as book:
        for what in LookAway:
            Profile(book).look_away(what)
    async with opened(lived, size=(80, 40)) as window:
        await window.press("s")
        assert "small thing 0" in window.text
        gone = ("strip:", "months", "eases", "counts")
        assert not [key for key in window.keys if key.startswith(gone)]
        assert not any(month in window.said for month in ("Nov", "2026", "2025"))
        await window.press("left_square_bracket")
        assert "Another time" in window.said
        await window.press("right_square_bracket", "enter")
        await window.go_to("acts", "look")
        await window.press("enter")
        assert not [key for key in window.keys if key.startswith((*gone, "ease", "strip"))]
        assert "Nov" not in window.said


async def test_only_what_is_looked_away_from_goes(lived: Path) -> None:
    for what, gone in (
        (LookAway.TOTALS, {"counts"}),
        (LookAway.TRENDS, {"months", "strip:breathe", "strip:step_out", "eases"}),
        (LookAway.DATES, {"months"}),
        (LookAway.ELAPSED, set()),
    ):
        async with opened(lived, size=(80, 40)) as window:
            await window.press("s")
            before = set(window.keys)
            window.session.profile.look_away(what)
            await window.settle()
            assert before - set(window.keys) == gone
            window.session.profile.look_away(what)


@pytest.mark.parametrize("size", [USUAL, WIDE, NARROW])
async def test_nothing_on_the_page_points_up_or_adds_up(lived: Path, size: tuple[int, int]) -> None:
    for chosen in ("ja", "en"):
        set_language("ja" if chosen == "ja" else "en")
        async with opened(lived, size=size) as window:
            await window.press("s")
            shown = window.said.lower()  # beside the rail, where ^Q is a key
            for word in ("%", "level", "progress", "return", "score", "↑", "^", "✓", "レベル"):
                assert word not in shown
