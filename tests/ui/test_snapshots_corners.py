"""How the corners and looking back look, in three sizes and both languages, cell by cell."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import TODAY, opened, written
from tests.ui.test_snapshots import LANGUAGES, SIZES, THEME, live

from stepup.domain.corner import ItemKind
from stepup.domain.span import Span
from stepup.i18n import Language, set_language
from stepup.notebook.corners import Corners
from stepup.notebook.own_numbers import OwnNumbers
from stepup.notebook.review import Reviews
from stepup.settings import Settings

TEXTS = {
    "ja": {
        "news": ("近所の本屋が、店を続けるそうだ。\n貼り紙が新しくなっていた。", "川に鳥が戻ってきた。"),
        "source": "ラジオ", "letter": "役所からの封筒", "read": "検査の結果", "line": "三月の海。\n風の音。",
        "song": "夜に聴いたあの曲", "number": "痛み", "sentence": "静かな二週間だった", "keep": "お茶の時間",
    },
    "en": {
        "news": ("The bookshop nearby will stay.\nA new note is on its door.", "The birds are back."),
        "source": "the radio", "letter": "what the ward office wrote", "read": "the test results",
        "line": "The sea in March.\nIts wind.", "song": "that song at night", "number": "Pain",
        "sentence": "A quiet fortnight", "keep": "tea in the afternoon",
    },
}  # fmt: skip

SCREENS: dict[str, tuple[str, ...]] = {
    "good-news": ("do:anywhere.good_news", "down", "enter"),
    "open-later": ("do:anywhere.open_later", "down", "enter"),
    "drawer": ("o",),
    "drawer-inside": ("o", "down", "right", "right", "enter"),
    "own-numbers": ("do:anywhere.own_numbers", "enter"),
    "review": ("do:anywhere.review", "right", "enter"),
}
EMPTY: dict[str, tuple[str, ...]] = {
    "first-good-news": ("do:anywhere.good_news",),
    "first-open-later": ("do:anywhere.open_later",),
    "first-drawer": ("o",),
    "first-own-numbers": ("do:anywhere.own_numbers",),
    "first-review": ("do:anywhere.review",),
}


async def kept(folder: Path, language: Language) -> None:
    """Put something into every corner of a notebook that is lived in."""
    await live(folder, language)
    words = TEXTS[language]
    day = TODAY - timedelta(days=1)
    async with written(folder, settle=60) as book:
        corners, numbers = Corners(book, lambda _count: 0), OwnNumbers(book)
        for text in words["news"]:
            clipping = corners.clip(day, text)
        assert clipping is not None
        corners.name_source(clipping, str(words["source"]))
        letter = corners.lay_by(day, str(words["letter"]))
        assert letter is not None
        corners.not_before(letter, "2026-12-01")
        read = corners.lay_by(day, str(words["read"]))
        assert read is not None
        corners.open(read, TODAY)
        corners.put_in(str(words["line"]))
        corners.put_in(str(words["song"]), ItemKind.SONG)
        pain = numbers.add(str(words["number"]), "0-10")
        for back, typed in enumerate(("3", "2.5", "6", "9", "1")):
            numbers.note(pain, TODAY - timedelta(days=back), typed)
        span = Span(TODAY - timedelta(days=13), TODAY)
        review = Reviews(book).leave(TODAY, span, "sentence", str(words["sentence"]))
        Reviews(book).leave(TODAY, span, "keep", str(words["keep"]), review)


async def begin(folder: Path) -> None:
    """Make a notebook with nothing in it whose owner has seen the welcome."""
    async with opened(folder) as window:
        await window.press("enter")
        await window.saved()


async def shown(folder: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        window.session.corners.pick = lambda _count: 0
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


@pytest.mark.parametrize("screen", [*SCREENS, *EMPTY])
async def test_the_corner_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        if screen in EMPTY:
            await begin(folder)
        else:
            await kept(folder, language)
        for name, size in SIZES.items():
            sections[f"{language} {name}"] = await shown(folder, size, {**SCREENS, **EMPTY}[screen])
    compare(screen, sections)
