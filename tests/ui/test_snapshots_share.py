"""How handing over looks, in three sizes and both languages, cell by cell."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import TODAY, opened, written
from tests.ui.test_snapshots import LANGUAGES, SIZES, THEME, live

from stepup.domain.share import Audience, Consent, PageForm, PageSection
from stepup.domain.span import Span
from stepup.i18n import Language, set_language
from stepup.notebook.sharing import Sharing
from stepup.settings import Settings

WORDS = {
    "ja": ("夜が昼になっていくこと。\nメールのほうが楽です。", "田中", "担当の人"),
    "en": ("The nights that turn into days.\nMail is easier for me.", "Tanaka", "my case worker"),
}
SCREENS: dict[str, tuple[str, ...]] = {
    "share-first": ("x",),
    "share-chosen": ("x", *["down"] * 5, "space", "down", "enter", "down", "enter", "escape"),
    "share-preview": ("x", "down", "down", "enter", "v"),
    "share-seal": (
        *("x", "down", "down", "enter", "end", "up", "right", "enter", "f", "enter"),
        *"four boats",
        "enter",
    ),
    "share-log": ("x", "l", "down", "enter"),
}


async def handed(folder: Path, language: Language) -> None:
    """Write words for a page, and hand one over, in a notebook that is lived in."""
    await live(folder, language)
    text, name, put = WORDS[language]
    async with written(folder, settle=60) as book:
        sharing = Sharing(book)
        sharing.write(Audience.COUNSELLOR, PageSection.TODAY, text)
        sharing.stand_in(Audience.COUNSELLOR, name, put)
        span = Span(TODAY - timedelta(days=13), TODAY)
        sections = frozenset({PageSection.TODAY, PageSection.RHYTHM, PageSection.WINS})
        consent = Consent(Audience.COUNSELLOR, span, sections)
        file = folder.parent / f"page-{language}.html"
        file.unlink(missing_ok=True)
        sharing.hand_over(file.absolute(), b"a page", consent, PageForm.HTML, "14")


async def shown(folder: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        await window.press(*keys)
        await window.saved()
        return grid(window.app.screen, THEME)


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("screen", SCREENS)
async def test_handing_over_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        await handed(folder, language)
        for name, size in SIZES.items():
            sections[f"{language} {name}"] = await shown(folder, size, SCREENS[screen])
    compare(screen, sections)
