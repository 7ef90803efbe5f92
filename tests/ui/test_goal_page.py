"""The page of one goal: why, the ladder, how days came out, looks at it, other years."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
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
    MovableClock,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.goal import Answer, Goal, GoalDay, GoalReview, GoalState
from stepup.domain.ladder import Attempt
from stepup.domain.profile import LookAway
from stepup.i18n import set_language
from stepup.notebook.book import Book
from stepup.notebook.goal_days import GoalDays
from stepup.notebook.goals import Goals
from stepup.notebook.ladder import Ladder
from stepup.notebook.profile import Profile
from stepup.notebook.talks import Talks
from stepup.settings import Settings
from stepup.ui.screens.goals import GoalsPage
from stepup.words.goals import group_ladder

BOX = "Go to the letter box"
RUNGS = ["Put on shoes", "Open the door", "Walk to the corner"]


@pytest.fixture
async def home(folder: Path) -> Path:
    """A vault with one goal of three rungs."""
    await begun(folder)
    async with written(folder) as book:
        Goals(book).add(BOX, steps=RUNGS)
    return folder


def goal_of(window: Window) -> Goal:
    [goal] = window.session.goals.open()
    return goal


def rung(window: Window, index: int) -> str:
    return f"step:{goal_of(window).id}:{index}"


def tries(window: Window) -> list[tuple[str, int | None, int | None]]:
    return [
        (one.step, one.before, one.after)
        for one in window.session.ladder.attempts(goal_of(window), str(TODAY.year))
    ]


async def on_its_page(window: Window) -> None:
    """Go from the list to the goal's page by arrows and Enter."""
    goal = goal_of(window)
    await window.press("g")
    await window.go_to(f"goal:{goal.id}")
    await window.press("enter")
    await window.go_to(f"acts:{goal.id}", "page")
    await window.press("enter")
    assert window.page_name == "GoalPage"


async def on_a_rung(window: Window, index: int) -> None:
    await on_its_page(window)
    await window.go_to(rung(window, index))
    await window.press("enter")


async def choose(window: Window, key: str, part: str) -> None:
    await window.go_to(key, part)
    await window.press("enter")


async def test_enter_unfolds_a_goal_and_a_part_opens_its_page_and_esc_leads_back(
    home: Path,
) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        assert window.here == f"goal:{goal_of(window).id}"
        await window.press("escape")
        assert window.page_name == "GoalsPage"
        assert window.here == f"acts:{goal_of(window).id}"


async def test_a_new_goals_page_asks_for_nothing(folder: Path) -> None:
    await begun(folder)
    async with written(folder) as book:
        goal = Goals(book).add(BOX)
    async with opened(folder) as window:
        await on_its_page(window)
        assert window.keys == [f"goal:{goal.id}", "why", f"newstep:{goal.id}", "look"]


async def test_why_it_matters_is_written_over_lines_and_taken_away(home: Path) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        await window.go_to("why")
        await window.press("enter")
        await window.write("My own book")
        await window.press("enter")
        await window.write("by my own hands")
        await window.press("escape")
        assert "by my own hands" in window.text
        await window.saved()
        assert [goal.why for goal in await stored(home, Goal, None)] == [
            "My own book\nby my own hands"
        ]
        await window.press("ctrl+z")
        assert goal_of(window).why is None


async def test_why_is_gone_on_with_in_its_own_field(home: Path) -> None:
    async with opened(home) as window:
        goal = goal_of(window)
        window.session.drafts.keep(f"why:{goal.id}", "My own bo")
        window.app.open_page(GoalsPage(window.session, going_on=f"why:{goal.id}"))
        await window.settle()
        assert window.page_name == "GoalPage"
        assert window.field.text == "My own bo"
        await window.write("ok")
        await window.press("escape", "escape")
        assert goal_of(window).why == "My own book"
        assert window.page_name == "GoalsPage"


# The ladder


async def test_what_was_thought_and_how_it_was_stand_side_by_side(home: Path) -> None:
    async with opened(home) as window:
        await on_a_rung(window, 1)
        await choose(window, "seems:1", "4")
        await choose(window, "before:1", "7")
        await choose(window, "after:1", "3")
        assert "seems 4" in window.text
        assert "⣀⣀⣀⣿⣀⣀⣀⡇⣀⣀⣀   before 7, after 3" in window.text
        await window.go_to(rung(window, 1))
        await window.press("enter")
        assert "seems 4  ⣀⣀⣀⣿⣀⣀⣀⡇⣀⣀⣀" in window.text
        await window.saved()
    [attempt] = await stored(home, Attempt)
    assert (attempt.step, attempt.before, attempt.after, attempt.day) == (RUNGS[1], 7, 3, TODAY)
    [goal] = await stored(home, Goal, None)
    assert goal.steps[1].hard == 4


async def test_the_same_number_again_takes_it_back_and_nothing_is_left_of_it(home: Path) -> None:
    async with opened(home) as window:
        await on_a_rung(window, 0)
        await choose(window, "seems:0", "2")
        await window.press("enter")
        assert goal_of(window).steps[0].hard is None
        await choose(window, "after:0", "10")
        assert tries(window) == [(RUNGS[0], None, 10)]
        await window.press("enter")
        assert tries(window) == []
        await window.press("ctrl+z")
        assert tries(window) == [(RUNGS[0], None, 10)]


async def test_another_try_on_the_same_day_stands_beside_the_first(home: Path) -> None:
    async with opened(home) as window:
        await on_a_rung(window, 0)
        await choose(window, "before:0", "5")
        await choose(window, "after:0", "2")
        await choose(window, "rungacts:0", "again")
        assert window.here == "before:0"
        await choose(window, "before:0", "4")
        assert tries(window) == [(RUNGS[0], 4, None), (RUNGS[0], 5, 2)]
        await choose(window, "after:0", "1")
        assert tries(window) == [(RUNGS[0], 4, 1), (RUNGS[0], 5, 2)]


async def test_an_earlier_try_is_chosen_mended_and_taken_away(home: Path) -> None:
    async with opened(home) as window:
        await on_a_rung(window, 0)
        await choose(window, "before:0", "5")
        await choose(window, "after:0", "2")
        await choose(window, "rungacts:0", "again")
        await choose(window, "before:0", "4")
        first = window.session.ladder.attempts(goal_of(window), str(TODAY.year))[1]
        await window.go_to(f"tried:{first.id}")
        await window.press("enter")
        await choose(window, "after:0", "1")
        assert tries(window) == [(RUNGS[0], 4, None), (RUNGS[0], 5, 1)]
        await window.go_to(f"tried:{first.id}")
        await window.press("delete")
        assert tries(window) == [(RUNGS[0], 4, None)]


async def test_d_ticks_a_rung_and_m_makes_it_smaller_and_its_tries_stay(home: Path) -> None:
    async with opened(home) as window:
        await on_a_rung(window, 2)
        await choose(window, "before:2", "9")
        await window.go_to(rung(window, 2))
        await window.press("d")
        assert "[x]" in window.text
        await window.press("m", *["backspace"] * len("the corner"))
        await window.write("the gate")
        await window.press("enter")
        assert goal_of(window).steps[2].text == "Walk to the gate"
        assert "before 9" in window.text
        assert RUNGS[2] in window.text  # what it was called when it was tried


async def test_rungs_are_ordered_by_hand_and_by_how_hard_they_seem(home: Path) -> None:
    async with opened(home) as window:
        await on_a_rung(window, 0)
        await choose(window, "seems:0", "8")
        await choose(window, "rungacts:0", "down")
        assert window.here == "rungacts:1"
        assert [step.text for step in goal_of(window).steps] == [RUNGS[1], RUNGS[0], RUNGS[2]]
        await choose(window, "rungacts:1", "up")
        await window.go_to(rung(window, 2))
        await window.press("enter")
        await choose(window, "seems:2", "1")
        await choose(window, "ladder", "sort")
        assert [step.text for step in goal_of(window).steps] == [RUNGS[2], RUNGS[0], RUNGS[1]]


async def test_0_and_10_are_given_own_words(home: Path) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        await choose(window, "ladder", "ends")
        await window.go_to("easy")
        await window.press("enter")
        await window.write("like on the sofa")
        await window.press("enter")
        assert goal_of(window).easy == "like on the sofa"
        await window.go_to("hard")
        await window.press("enter", "enter")
        assert goal_of(window).hard is None
        await window.go_to(rung(window, 0))
        await window.press("enter")
        assert "0 like on the sofa 10 as hard as it gets" in window.said


async def test_that_it_was_often_easier_is_said_from_three_tries_on(home: Path) -> None:
    async with written(home) as book:
        [goal] = Goals(book).open()
        for before, after in ((7, 3), (6, 2)):
            Ladder(book).predict(goal, 0, before)
            Ladder(book).live(goal, 0, after, Ladder(book).in_hand(goal, 0))
    async with opened(home) as window:
        await on_a_rung(window, 1)
        await choose(window, "before:1", "2")
        assert "easier than thought" not in window.said
        await choose(window, "after:1", "5")
        assert "In 2 of 3 tries it was easier than thought." in window.said
        window.session.profile.look_away(LookAway.TOTALS)
        await window.settle()
        assert "easier than thought" not in window.said


async def test_where_it_was_often_harder_nothing_is_said(home: Path) -> None:
    async with written(home) as book:
        [goal] = Goals(book).open()
        for before, after in ((7, 3), (6, 2), (1, 5), (2, 2)):
            Ladder(book).predict(goal, 0, before)
            Ladder(book).live(goal, 0, after, Ladder(book).in_hand(goal, 0))
    async with opened(home) as window:
        await on_its_page(window)
        assert "compared" not in window.keys


async def test_a_ladder_by_group_size_is_added_by_one_key_and_once(folder: Path) -> None:
    for language in ("en", "ja"):
        set_language("ja" if language == "ja" else "en")
        words, rungs = group_ladder()
        vault = folder.with_name(language)
        await begun(vault)
        async with opened(vault) as window:
            await window.press("g", "b")
            await window.go_to("stage:connect")
            await window.press("enter")
            await window.go_to("ladder")
            await window.press("enter", "enter")
            goal = goal_of(window)
            assert (goal.text, goal.stage) == (words, "connect")
            assert tuple(step.text for step in goal.steps) == rungs
            assert len(rungs) == 7


# Days and looks


async def done_today(home: Path) -> None:
    async with written(home) as book:
        [goal] = Goals(book).open()
        Goals(book).repeat(goal, repeats=True)
        Goals(book).done(Goals(book).open()[0], TODAY)


async def test_how_a_day_came_out_is_said_in_words_when_it_is_opened(home: Path) -> None:
    await done_today(home)
    async with opened(home) as window:
        await on_its_page(window)
        assert "hoped" not in window.said
        [day] = window.kept(GoalDay)
        await window.go_to(f"day:{day.id}")
        await window.press("enter")
        assert len(window.row("level").spec.parts) == 5
        await choose(window, "level", "2")
        assert "done, much more than hoped" in window.said
        await window.saved()
        assert [one.level for one in await stored(home, GoalDay)] == [2]
        await window.press("enter")
        assert window.kept(GoalDay)[0].level is None


async def test_what_comes_again_says_so_in_words_without_a_row_of_ticks(home: Path) -> None:
    await done_today(home)
    async with opened(home) as window:
        await on_its_page(window)
        said = "In the last 4 weeks, on 1 day (of 1 with a record)."
        assert said in window.said
        window.session.profile.look_away(LookAway.TOTALS)
        await window.settle()
        assert "In the last" not in window.said


@pytest.mark.parametrize("answer", Answer)
async def test_a_look_at_a_goal_is_kept_with_its_day(home: Path, answer: Answer) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        await choose(window, "look", answer.value)
        assert (window.here == "field") == (answer is Answer.SMALLER)
        if answer is Answer.SMALLER:
            await window.press(*["backspace"] * len(BOX))
            await window.write("Open the door")
            await window.press("enter")
        await window.saved()
    [look] = await stored(home, GoalReview)
    assert (look.answer, look.text, look.day) == (answer, BOX, TODAY)
    goals = [*await stored(home, Goal, None), *await stored(home, Goal)]
    after = {
        Answer.FINE: (BOX, GoalState.OPEN),
        Answer.SMALLER: ("Open the door", GoalState.OPEN),
        Answer.LEAVE: (BOX, GoalState.LET_GO),
    }
    assert [(goal.text, goal.state) for goal in goals] == [after[answer]]


async def test_earlier_words_and_earlier_looks_stand_on_the_page(home: Path) -> None:
    async with written(home) as book:
        [goal] = Goals(book).open()
        GoalDays(book).review(goal, Answer.SMALLER)
        Goals(book).smaller(goal, "Open the door")
    clock = MovableClock()
    clock.move(days=2)
    async with opened(home, clock=clock) as window:
        await on_its_page(window)
        assert "22 Nov A little smaller" in window.said
        assert window.row("earlier:0").spec.text == BOX


# The goal itself


@pytest.mark.parametrize(("key", "state"), [("v", GoalState.NOT_NOW), ("z", GoalState.RESTING)])
async def test_the_keys_of_the_list_work_on_the_page_too(
    home: Path, key: str, state: GoalState
) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        await window.press(key)
        assert goal_of(window).state is state
        await window.press("h", " ", "k")
        assert [day.outcome.value for day in window.kept(GoalDay)] == ["half"]
        assert "It stands under To talk about now." in window.key_line


async def test_a_goal_done_on_its_page_stays_in_sight_and_opens_again(home: Path) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        await window.press("d")
        assert window.session.goals.open() == []
        assert BOX in window.text
        assert "look" not in window.keys
        await choose(window, "open", "open")
        assert goal_of(window).text == BOX


async def test_a_goal_taken_away_is_said_to_be_gone_and_undo_brings_it_back(home: Path) -> None:
    async with opened(home) as window:
        await on_its_page(window)
        await window.press("delete")
        assert "This goal was taken away." in window.text
        await window.press("ctrl+z")
        assert goal_of(window).text == BOX
        assert BOX in window.text


# Years


async def long_ago(folder: Path, *years: int) -> None:
    """Let goals close in years gone by, and an open one be tried in each of them."""
    await begun(folder)
    clock = MovableClock()
    for year in years:
        clock.moment = clock.moment.replace(year=year)
        async with written(folder, clock) as book:
            goals = Goals(book)
            if not goals.open():
                goals.add(BOX, steps=RUNGS)
            Ladder(book).predict(goals.open()[0], 0, year % 10)
            goals.done(goals.add(f"A goal of {year}"), date(year, 11, 22))


async def test_goals_of_other_years_are_found_and_opened_again(folder: Path) -> None:
    await long_ago(folder, 2023, 2024, 2026)
    async with opened(folder) as window:
        await window.press("g")
        await window.go_to("closed")
        await window.press("enter")
        assert "A goal of 2026" in window.text
        assert "A goal of 2023" not in window.text
        await choose(window, "years", "2023")
        [goal] = window.session.goals.closed("2023")
        await choose(window, f"was:{goal.id}", "page")
        assert window.page_name == "GoalPage"
        assert "A goal of 2023" in window.text
        await choose(window, "open", "open")
        assert {one.text for one in window.session.goals.open()} == {BOX, "A goal of 2023"}


async def test_tries_of_earlier_years_stand_behind_a_line_of_years(folder: Path) -> None:
    await long_ago(folder, 2023, 2024, 2026)
    async with opened(folder) as window:
        await on_a_rung(window, 0)
        assert "before 6" in window.said
        assert "before 4" not in window.said
        await choose(window, "years", "2024")
        assert "before 4" in window.said
        assert "before 6" not in window.said
        assert "before:0" not in window.keys


async def test_the_page_reads_only_the_years_it_shows(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await long_ago(folder, *range(2017, 2027))
    async with opened(folder) as window:
        await window.press("g")
        asked: list[str] = []
        for name in ("shelf", "written"):
            real: Callable[..., object] = getattr(Book, name)

            def counted(book: Book, shard: str, *rest: Any, real: Any = real) -> object:
                asked.append(shard)
                return real(book, shard, *rest)

            monkeypatch.setattr(Book, name, counted)
        await on_a_rung(window, 0)
        assert set(asked) == {"core", "2026"}
        await choose(window, "years", "2019")
        assert set(asked) == {"core", "2026", "2019"}


async def test_search_leads_to_the_page_of_a_goal_that_closed_years_ago(folder: Path) -> None:
    await long_ago(folder, 2023, 2026)
    async with opened(folder) as window:
        await window.press("ctrl+f")
        await window.paste("goal of 2023")
        await window.until(lambda: len([k for k in window.keys if k.startswith("hit:")]) == 2)
        [index] = [n for n, hit in enumerate(window.page._hits) if hit.kind == "goal"]  # type: ignore[attr-defined]
        await window.go_to_found(f"hit:{index}")
        await window.press("enter")
        await window.settle()
        assert window.page_name == "GoalPage"
        assert "A goal of 2023" in window.said
        await window.press("escape")
        assert window.page_name == "GoalsPage"


async def test_search_leads_to_the_year_of_a_try(folder: Path) -> None:
    await long_ago(folder, 2023, 2026)
    async with opened(folder) as window:
        await window.press("ctrl+f")
        await window.paste("put on shoes")
        await window.until(lambda: len([k for k in window.keys if k.startswith("hit:")]) == 3)
        hits = [window.row(f"hit:{index}").spec.after for index in range(3)]
        old = next(index for index, after in enumerate(hits) if "2023" in after)
        await window.go_to_found(f"hit:{old}")
        await window.press("enter")
        await window.settle()
        assert window.page_name == "GoalPage"
        assert window.row("years").chosen == "2023"
        assert "⡇" in window.row(rung(window, 0)).spec.after


# What one looks away from, and what people paste


async def test_what_the_person_looks_away_from_leaves_no_hole(home: Path) -> None:
    async with written(home) as book:
        [goal] = Goals(book).open()
        Ladder(book).predict(goal, 0, 7)
        Ladder(book).live(goal, 0, 2, Ladder(book).in_hand(goal, 0))
    async with written(home) as book:
        Profile(book).change(look_away=frozenset({LookAway.TRENDS, LookAway.DATES}))
    async with opened(home) as window:
        await on_a_rung(window, 0)
        assert "⣿" not in window.text
        assert "22 Nov" not in window.text
        assert "before 7, after 2" in window.said


async def test_charts_are_plain_ascii_when_asked_for(home: Path) -> None:
    async with written(home) as book:
        [goal] = Goals(book).open()
        Ladder(book).predict(goal, 0, 10)
        Ladder(book).live(goal, 0, 0, Ladder(book).in_hand(goal, 0))
    async with opened(home, settings=replace(Settings(), ascii_charts=True)) as window:
        await on_its_page(window)
        assert "#.........|" in window.text


@pytest.mark.parametrize("size", [USUAL, WIDE, NARROW])
async def test_hostile_words_stand_on_the_page_as_they_are(
    folder: Path, size: tuple[int, int]
) -> None:
    await begun(folder)
    async with written(folder) as book:
        goals = Goals(book)
        goals.say_why(goals.add(HOSTILE, HOSTILE, steps=[HOSTILE]), HOSTILE)
        ladder, [goal] = Ladder(book), goals.open()
        ladder.name_ends(goal, easy=HOSTILE, hard=HOSTILE)
        goal = goals.open()[0]
        ladder.predict(goal, 0, 3)
        goals.smaller(goal, HOSTILE + " smaller")
        GoalDays(book).review(goals.open()[0], Answer.FINE)
    async with opened(folder, size=size) as window:
        goal = goal_of(window)
        await window.press("g")
        await window.go_to(f"goal:{goal.id}")
        await window.press("enter")
        await window.go_to(f"acts:{goal.id}", "page")
        await window.press("enter")
        await window.go_to(f"step:{goal.id}:0")
        await window.press("enter")
        assert window.app._exception is None
        assert window.row("why").spec.text == HARMLESS
        assert "[/] [red] ]]>" in window.said
        assert "\x1b" not in window.text


async def test_the_talk_it_was_made_from_stands_there_in_every_year(home: Path) -> None:
    async with written(home) as book:
        talk = Talks(book).write(date(TODAY.year - 2, 12, 30), "about the letter box")
        assert talk is not None
        Goals(book).reword(Goals(book).open()[0], "")
        Talks(book).make_goal(talk, BOX)
    async with opened(home) as window:
        await on_its_page(window)
        assert window.row("talk").spec.text == f"30 Dec {TODAY.year - 2}"
        assert window.row("talk").spec.after == "about the letter box"
        await window.go_to("talk")
        await window.press("enter")
        assert window.here == f"talk:{talk.id}"
        assert window.row(f"talk:{talk.id}").spec.label == "30 Dec"
