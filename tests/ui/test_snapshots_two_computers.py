"""How two computers, two versions and writing out look, in three sizes and both languages, cell by cell."""

import shutil
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import TODAY, opened, written
from tests.ui.test_snapshots import LANGUAGES, SIZES, THEME, live
from tests.ui.test_snapshots_corners import begin
from tests.vault.locked import make_keys_cheap

from stepup.i18n import Language, set_language
from stepup.notebook import joining, locking
from stepup.notebook.days import Days
from stepup.settings import Settings

TEXTS = {
    "ja": ("窓を開けた。風が少し冷たい。", "窓を開けた。すぐ閉めた。", "郵便受けまで行った"),
    "en": ("Opened the window. A cold wind.", "Opened the window. Soon shut.", "To the letter box"),
}
SCREENS = (
    "two-computers",
    "two-computers-locked",
    "first-two-computers",
    "two-versions",
    "first-two-versions",
    "write-out",
)


async def elsewhere(folder: Path, language: Language) -> Path:
    """Live a little, take a copy along, and write on in both."""
    here, there, new = TEXTS[language]
    await live(folder, language)
    async with written(folder) as book:
        Days(book).add_win(TODAY, here)
    away = Path(shutil.copytree(folder, folder.with_name(f"{folder.name}-away")))
    for root, words in ((folder, here + "…"), (away, there)):
        async with written(root) as book:
            days = Days(book)
            days.reword(days.view(TODAY).wins[-1], words)
    async with written(away) as book:
        Days(book).add_win(TODAY, new)
    return away


async def shown(folder: Path, size: tuple[int, int], screen: str, away: Path | None) -> str:
    name = {
        "two-computers": "join",
        "two-computers-locked": "join",
        "first-two-computers": "join",
        "write-out": "safekeeping",
    }
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        window.app.do(f"anywhere.{name.get(screen, 'versions')}")
        await window.settle()
        if screen == "two-computers":
            await window.go_to("other")
            await window.press("enter")
            await window.write(str(away))
            await window.press("enter")
            await window.until(lambda: "acts" in window.keys)
            await window.settle()
        if screen == "two-computers-locked":
            await window.go_to("other")
            await window.press("enter")
            await window.write(str(away))
            await window.press("enter")
            await window.until(lambda: window.here == "field" and not window.field.text)
            await window.settle()
            await window.write("wrong words")
        if screen in ("two-computers", "two-versions"):
            await window.go_to(next(key for key in window.keys if key.startswith("pair:")))
            await window.press("enter")
        if screen == "write-out":
            await window.go_to("write_out")
            await window.press("enter")
        await window.saved()
        return grid(window.app.screen, THEME)


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_keys_cheap(monkeypatch)


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_page_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder, away = Path(f"vault-{language}"), None
        if screen.startswith("two-"):
            away = await elsewhere(folder, language)
        if screen == "two-computers-locked" and away is not None:
            locking.set_lock(away, "words", locking.new_code())
        else:
            await begin(folder)
        if screen == "two-versions" and away is not None:
            async with written(folder) as book:
                joining.accept(book, joining.read_other(book, away))
        for name, size in SIZES.items():
            sections[f"{language} {name}"] = await shown(folder, size, screen, away)
    compare(screen, sections)
