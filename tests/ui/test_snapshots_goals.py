"""How the pages of goals look, in three sizes and both languages, cell by cell."""

from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import MovableClock, Window, begun, opened, written
from tests.ui.test_snapshots import LANGUAGES, SIZES, THEME

from stepup.domain.goal import Answer, Goal
from stepup.i18n import Language, set_language
from stepup.notebook.goal_days import GoalDays
from stepup.notebook.goals import Goals
from stepup.notebook.ladder import Ladder
from stepup.settings import Settings
from stepup.words.goals import group_ladder

TEXTS = {
    "ja": {
        "goal": "郵便受けまで行く",
        "before": "ポストまで毎日行く",
        "rungs": ("くつをはく", "玄関のドアを開ける", "外に三分立つ", "家の前の道を端まで歩いてみる"),
        "why": "届いた本を、自分で受け取りたい。\n母に頼まなくてもよくなる。",
        "closed": "布団を一度だけ干す",
    },
    "en": {
        "goal": "Go to the letter box",
        "before": "Go to the post box every day",
        "rungs": ("Put on shoes", "Open the front door", "Stand outside for three minutes",
                  "Walk to the end of the street"),
        "why": "I would like to take in my own book.\nThen nobody has to be asked.",
        "closed": "Air the bedding once",
    },
}  # fmt: skip


async def grown(folder: Path, language: Language) -> None:
    """Write a goal that has been with someone for some time, and one that closed last year."""
    words = TEXTS[language]
    await begun(folder)
    clock = MovableClock()
    clock.move(days=-400)
    async with written(folder, clock, settle=60) as book:
        old = Goals(book).add(str(words["closed"]))
        Goals(book).done(old, book.today())
    clock.move(days=390)
    async with written(folder, clock, settle=60) as book:
        goals, ladder, days = Goals(book), Ladder(book), GoalDays(book)
        goal_id = goals.add(str(words["before"]), "step_out", steps=tuple(words["rungs"])).id

        def now() -> Goal:
            goal = goals.find(goal_id)
            assert goal is not None
            return goal

        goals.smaller(now(), str(words["goal"]))
        goals.say_why(now(), str(words["why"]))
        goals.repeat(now(), repeats=True)
        for index, hard in enumerate((1, 3, None, 7)):
            ladder.seems(now(), index, hard)
        for number in range(5):
            clock.move(days=1)
            ladder.predict(now(), 1, 7 - number // 2)
            if number != 3:
                ladder.live(now(), 1, 3 + number % 2, ladder.in_hand(now(), 1))
            if number % 2:
                goals.done(now(), book.today())
        goals.half(now(), book.today())
        days.rate(days.of(now(), "2026")[0], 1)
        days.review(now(), Answer.SMALLER)


async def page(window: Window) -> None:
    """Open the goal's own page."""
    await window.press("g")
    goal = window.session.goals.open()[0]
    await window.go_to(f"goal:{goal.id}")
    await window.press("enter")
    await window.go_to(f"acts:{goal.id}", "page")
    await window.press("enter")


async def its_page(window: Window) -> None:
    await page(window)


async def a_rung(window: Window) -> None:
    await page(window)
    await window.go_to(f"step:{window.session.goals.open()[0].id}:1")
    await window.press("enter")


async def a_day(window: Window) -> None:
    await page(window)
    day = next(key for key in window.keys if key.startswith("day:"))
    await window.go_to(day)
    await window.press("enter")
    await window.go_to("level")


async def closed(window: Window) -> None:
    await window.press("g")
    await window.go_to("closed")
    await window.press("enter")
    await window.go_to("years", "2025")
    await window.press("enter")


async def people(window: Window) -> None:
    """Take the ladder of group sizes from the ideas."""
    await window.press("g", "b")
    await window.go_to("stage:connect")
    await window.press("enter")
    await window.go_to("ladder")


async def empty(window: Window) -> None:
    """Open the page of a goal that has just been made."""
    window.session.goals.add(group_ladder()[1][0])
    await page(window)


SCREENS = {
    "goal-page": its_page,
    "goal-page-rung": a_rung,
    "goal-page-day": a_day,
    "goals-closed": closed,
    "ideas-ladder": people,
    "goal-page-empty": empty,
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_page_of_goals_looks_as_it_was_taken_over(screen: str, tmp_path: Path) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = tmp_path / language
        if screen != "goal-page-empty":
            await grown(folder, language)
        for name, size in SIZES.items():
            if screen == "goal-page-empty":
                folder = tmp_path / f"{language}-{name}"
                await begun(folder)
            async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
                await SCREENS[screen](window)
                await window.saved()
                sections[f"{language} {name}"] = grid(window.app.screen, THEME)
    compare(screen, sections)
