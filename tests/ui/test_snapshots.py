"""How the screens look, in three sizes and both languages, cell by cell."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import NARROW, TODAY, USUAL, WIDE, Window, opened, written

from stepup.domain.rhythm import Contact, Measure
from stepup.domain.stage import StageKey
from stepup.i18n import Language, set_language
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.words.ideas import ideas

SIZES = {"80x24": USUAL, "120x36": WIDE, "60x20": NARROW}
LANGUAGES: tuple[Language, ...] = ("ja", "en")
THEME = "stepup-dark"
TEXTS = {
    "ja": {
        "wins": ("窓を開けた", "母にお茶をいれた"), "topic": "書類のこと",
        "goals": ("郵便受けまで行く", "夜に明かりを少し暗くする"), "step": "くつをはく",
        "some_day": "海を見に行く", "tracker": "編み物",
        "entries": (
            "昼に起きた。風が少し冷たい。#猫", ("図書館の前まで歩いて、帰ってきた。長い文の続きは、"
            "一覧では一行に切って見せる。開けば全部読める。"), "何もしない日。それでよかった。",
        ),
        "help": "まず水を飲む。妹に電話する。", "query": "猫",
    },
    "en": {
        "wins": ("opened the window", "made tea for my mother"), "topic": "the form",
        "goals": ("Go to the letter box", "Dim the light a little at night"), "step": "Put on shoes",
        "some_day": "Go and see the sea", "tracker": "Knitting",
        "entries": (
            "Woke at noon. The wind is a little cold. #cat", ("Walked as far as the library and came"
            " back. The rest of a long text is cut in the list and shown whole when it is opened."),
            "A day of doing nothing. That was fine.",
        ),
        "help": "Drink some water first. Call my sister.", "query": "cat",
    },
}  # fmt: skip


async def live(folder: Path, language: Language) -> None:
    """Write a day with much in it, and some days before it."""
    words = TEXTS[language]
    async with written(folder, settle=60) as book:
        days, goals, journal, profile = Days(book), Goals(book), Journal(book), Profile(book)
        profile.change(welcomed=True)
        for back, (mood, slept) in enumerate(
            [(2, "5:00-13:00"), (3, "4:10-11:00"), (3, ""), (4, "2:00-9:30")], 1
        ):
            day = TODAY - timedelta(days=back * 2)
            days.log_mood(day, mood)
            if slept:
                days.log_sleep(day, slept)
        days.log_mood(TODAY, 3)
        days.log_energy(TODAY, 2)
        days.log_sleep(TODAY, "3:10-11:40")
        days.mark(TODAY, "meal")
        days.mark(TODAY, "meal")
        days.mark(TODAY, "outside", 10)
        days.mark(TODAY, "contact", way=Contact.ONLINE)
        tracker = profile.add_tracker(str(words["tracker"]), Measure.MINUTES)
        days.mark(TODAY, tracker.id, 20)
        days.add_win(TODAY, words["wins"][0])
        days.add_win(TODAY, words["wins"][1], for_someone=True)
        days.add_topic(TODAY, str(words["topic"]))
        first = goals.add(words["goals"][0], StageKey.STEP_OUT, chosen_for=TODAY)
        goals.add_step(first, str(words["step"]))
        goals.add(words["goals"][1], StageKey.RHYTHM)
        goals.done(goals.add(ideas(StageKey.BREATHE)[1], StageKey.BREATHE, chosen_for=TODAY), TODAY)
        goals.add_some_day(str(words["some_day"]))
        for back, text in enumerate(words["entries"]):
            journal.write(TODAY - timedelta(days=back * 3), text)
        journal.write(date(2025, 11, 22), words["entries"][2])
        profile.write_own_help(str(words["help"]))


SCREENS: dict[str, tuple[str, ...]] = {
    "day": (),
    "day-writing": ("y", *"..."),
    "goals": ("g",),
    "goal-opened": ("g", "home", "down", "enter"),
    "journal": ("j",),
    "journal-opened": ("j", "down", "down", "down", "enter"),
    "help": ("?",),
    "settings": ("f11",),
    "more": ("f10",),
    "hard": ("e",),
    "ideas": ("g", "b", "enter"),
    "menu": ("ctrl+p",),
    "rows": ("do:today.rows",),
    "copies": ("do:anywhere.safekeeping",),
}
EMPTY: dict[str, tuple[str, ...]] = {
    "welcome": (),
    "first-day": ("enter",),
    "first-goals": ("enter", "g"),
    "first-journal": ("enter", "j"),
}


async def shown(folder: Path, size: tuple[int, int], keys: tuple[str, ...], query: str = "") -> str:
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        for key in keys:
            if key.startswith("do:"):
                window.app.do(key[3:])
                await window.settle()
            else:
                await window.press(key)
        if query:
            await looked_for(window, query)
        await window.saved()
        return grid(window.app.screen, THEME)


async def looked_for(window: Window, query: str) -> None:
    await window.press("ctrl+f")
    await window.paste(query)
    await window.until(lambda: [key for key in window.keys if key.startswith("hit:")])
    await window.until(lambda: not window.page._looking)  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the settings show the same folder everywhere."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("screen", [*EMPTY, *SCREENS, "search"])
async def test_the_screen_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        for name, size in SIZES.items():
            folder = (
                Path(f"vault-{language}") if screen not in EMPTY else Path(f"new-{language}-{name}")
            )
            if screen not in EMPTY and not folder.exists():
                await live(folder, language)
            query = str(TEXTS[language]["query"]) if screen == "search" else ""
            keys = {**EMPTY, **SCREENS}.get(screen, ())
            sections[f"{language} {name}"] = await shown(folder, size, keys, query)
    compare(screen, sections)
