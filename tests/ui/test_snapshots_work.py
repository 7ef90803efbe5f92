"""How work and income look with nothing, with the first 300 yen, and with years, cell by cell."""

from datetime import date
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import TODAY, MovableClock, begun, opened, written
from tests.ui.test_snapshots import LANGUAGES, SIZES, THEME

from stepup.domain.income_entry import Entry
from stepup.domain.work import WorkKind, WorkState
from stepup.i18n import Language, set_language
from stepup.notebook.incomes import Incomes
from stepup.notebook.works import Works
from stepup.settings import Settings

TEXTS = {
    "ja": {
        "typing": "店の名前を入力する", "desk": "あおばデスク", "site": "小さな仕事のサイト",
        "family": "祖母の買い物の紙を書く", "game": "Pine Tree Games", "costs": "封筒", "note": "字幕の前半",
    },
    "en": {
        "typing": "Type in names of shops", "desk": "Desk Aoba", "site": "a site for small tasks",
        "family": "Write Grandmother's shopping list", "game": "Pine Tree Games", "costs": "Envelopes",
        "note": "the first half of the subtitles",
    },
}  # fmt: skip
LITTLE = {
    "income-first": ("w", "v"),
    "income-form": ("w", "v", "down", "enter", "down", "down", "enter"),
    "income-form-all": ("w", "v", "down", "enter", "down", "down", "enter", *["down"] * 3, "enter"),
}
YEARS = {
    "works": ("w",),
    "work-opened": ("w", "down", "down", "enter"),
    "income": ("w", "v"),
    "income-opened": ("w", "v", *["down"] * 6, "enter", *["down"] * 2),
    "income-covered": ("w", "v", "m"),
    "income-files": ("do:anywhere.income", "end", "up", "enter"),
}  # fmt: skip


async def a_little(folder: Path, language: Language) -> None:
    """Keep the first 300 yen ever."""
    await begun(folder)
    async with written(folder, settle=60) as book:
        Incomes(book).note(Entry(TODAY, TEXTS[language]["desk"], gross=300))


async def years(folder: Path, language: Language) -> None:
    """Keep works of several kinds, and pays of two years and currencies, one corrected."""
    await begun(folder)
    words, clock = TEXTS[language], MovableClock()
    async with written(folder, clock, settle=60) as book:
        works, incomes = Works(book), Incomes(book)
        typing = works.add(words["typing"], WorkKind.CROWD)
        works.say(typing, "client", words["desk"])
        works.say(works.open()[0], "platform", words["site"])
        works.sit_down(works.open()[0], TODAY, "10:00-11:30 break 10")
        works.add(words["family"], WorkKind.FAMILY)
        works.move(works.add(words["game"], WorkKind.CROWD), WorkState.PAID)
        incomes.note(Entry(date(2025, 3, 1), words["desk"], gross=2200, fee=484))
        incomes.close_card()
        incomes.note(Entry(date(2026, 10, 3), words["game"], currency="USD", gross=2500, fee=250))
        incomes.note(Entry(date(2026, 10, 9), expenses=440, note=words["costs"]))
        paid = Entry(date(2026, 5, 31), words["desk"], gross=11_000, note=words["note"],
                     worked_on=date(2026, 5, 20), minutes=210)  # fmt: skip
        fees = Entry(**{**{n: getattr(paid, n) for n in Entry.__slots__}, "fee": 2420})
        clock.move(days=-3)
        kept = incomes.note(paid)
        clock.move(days=3)
        incomes.correct(kept, fees)


async def shown(folder: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        for key in keys:
            if key.startswith("do:"):
                window.app.do(key[3:])
                await window.settle()
            else:
                await window.press(key)
        await window.saved()
        return grid(window.app.screen, THEME)


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("screen", ["works-nothing", "income-nothing", *LITTLE, *YEARS])
async def test_work_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        if screen.endswith("nothing"):
            await begun(folder)
            keys: tuple[str, ...] = ("w",) if screen.startswith("works") else ("w", "v")
        elif screen in LITTLE:
            await a_little(folder, language)
            keys = LITTLE[screen]
        else:
            await years(folder, language)
            keys = YEARS[screen]
        for name, size in SIZES.items():
            sections[f"{language} {name}"] = await shown(folder, size, keys)
    compare(screen, sections)
