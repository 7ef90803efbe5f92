"""How the sheets look, in both languages, cell by cell: empty, written, and beside one another."""

from datetime import date, datetime
from pathlib import Path

import pytest
from tests.ui.grids import compare
from tests.ui.support import JAPAN, USUAL, WIDE, MovableClock, begun, written
from tests.ui.test_snapshots import LANGUAGES, shown

from stepup.domain.sheet import SheetTopic
from stepup.i18n import Language, set_language
from stepup.notebook.sheets import Sheets

SIZES = {"80x24": USUAL, "120x36": WIDE}
# By day: heading and text of what was written then.
TEXTS: dict[Language, list[tuple[date, str, str]]] = {
    "ja": [
        (date(2025, 3, 1), "mind", "朝は頭が重い。夕方になると少し軽い。"),
        (date(2025, 3, 1), "body", "眠りが浅い。\n肩がこる。"),
        (date(2025, 8, 12), "people", "母と毎日少し話す。"),
        (date(2026, 5, 4), "mind", "朝は頭が重い。外の音が気にならない日もある。夕方は本を少し読む。"),
        (date(2026, 5, 4), "helps", "カーテンを少し開けておくこと。"),
    ],
    "en": [
        (date(2025, 3, 1), "mind", "My head is heavy in the morning. It gets lighter by evening."),
        (date(2025, 3, 1), "body", "Light sleep.\nStiff shoulders."),
        (date(2025, 8, 12), "people", "I talk a little with my mother every day."),
        (date(2026, 5, 4), "mind", "My head is heavy in the morning. In the evening I read a little."),
        (date(2026, 5, 4), "helps", "Leaving the curtain open a little."),
    ],
}  # fmt: skip
OWN: dict[Language, tuple[str, str]] = {
    "ja": ("夜のこと", "静かな時間がいちばん楽。"),
    "en": ("About the nights", "The quiet hours are the easiest."),
}
WISH: dict[Language, str] = {"ja": "いつか海を見に行く。", "en": "To go and see the sea one day."}

OPEN = ("do:anywhere.sheets",)
EARLIER = (*OPEN, "enter", "end", "up", "enter")
SCREENS: dict[str, tuple[str, ...]] = {
    "sheets": OPEN,
    "sheet": (*OPEN, "enter"),
    "sheet-writing": (*OPEN, "enter", "enter"),
    "sheet-plan": (*OPEN, "down", "enter"),
    "sheet-headings": (*OPEN, "enter", "end", "enter"),
    "sheet-earlier": EARLIER,
    "sheet-version": (*EARLIER, "down", "enter"),
    "sheet-compared": (*EARLIER, "down", "enter", "right", "enter"),
}
EMPTY: dict[str, tuple[str, ...]] = {
    "first-sheets": OPEN,
    "first-sheet": (*OPEN, "enter"),
    "first-guide": (*OPEN, "down", "down", "enter"),
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def clock(day: date) -> MovableClock:
    return MovableClock(datetime(day.year, day.month, day.day, 14, 30, tzinfo=JAPAN))


async def live(folder: Path, language: Language) -> None:
    """Write a sheet on three days, and a plan."""
    texts = TEXTS[language]
    for day in sorted({day for day, _key, _text in texts}):
        async with written(folder, clock(day)) as book:
            sheets = Sheets(book)
            for when, key, text in texts:
                if when == day:
                    sheets.write(SheetTopic.NOW, key, text)
    async with written(folder, clock(date(2026, 11, 1))) as book:
        sheets = Sheets(book)
        heading, text = OWN[language]
        sheets.write(SheetTopic.NOW, sheets.add_heading(SheetTopic.NOW, heading), text)
        sheets.write(SheetTopic.PLAN, "wish", WISH[language])
        sheets.look_again(SheetTopic.PLAN, date(2027, 1, 10))
        sheets.set_check_in(30)


@pytest.mark.parametrize("screen", [*EMPTY, *SCREENS])
async def test_the_screen_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        for name, size in SIZES.items():
            folder = Path(f"{language}-{name}" if screen in EMPTY else language)
            if not folder.exists():
                await begun(folder)
                if screen in SCREENS:
                    await live(folder, language)
            keys = {**EMPTY, **SCREENS}[screen]
            sections[f"{language} {name}"] = await shown(folder, size, keys)
    compare(screen, sections)
