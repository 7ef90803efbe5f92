"""How the lock looks, in two sizes and both languages, cell by cell."""

from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import USUAL, WIDE, begun, opened
from tests.ui.test_snapshots import LANGUAGES, THEME
from tests.vault.locked import make_keys_cheap

from stepup.domain.recovery import spell
from stepup.i18n import set_language
from stepup.notebook import locking
from stepup.settings import Settings

CODE = spell(bytes(range(20)))
PASSPHRASE = "correct horse battery staple"
PLAIN: dict[str, tuple[str, ...]] = {
    "lock-set": ("f11", "end", "enter", PASSPHRASE, "enter"),
    "lock-code": ("f11", "end", "enter", PASSPHRASE, "enter", PASSPHRASE, "enter"),
}
LOCKED: dict[str, tuple[str, ...]] = {
    "lock": ("wrong", "enter", "secret"),
    "lock-change": (PASSPHRASE, "enter", "f11", "end", "up", "up", "enter"),
    "lock-new-code": (PASSPHRASE, "enter", "f11", "end", "up", "enter"),
}
SIZES = {"80x24": USUAL, "120x36": WIDE}


@pytest.fixture(autouse=True)
def _alike_and_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_cheap(monkeypatch)
    monkeypatch.setattr(locking, "new_code", lambda: CODE)


async def shown(folder: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        for key in keys:
            if key in (PASSPHRASE, "wrong", "secret"):
                await window.write(key)
            else:
                await window.press(key)
            await window.until(
                lambda: all(w.is_finished for w in window.app.workers if w.group != "prepare")
            )
            await window.settle()
        return grid(window.app.screen, THEME)


@pytest.mark.parametrize("screen", [*PLAIN, *LOCKED])
async def test_the_lock_looks_as_it_was_taken_over(screen: str, tmp_path: Path) -> None:
    await begun(tmp_path / "vault")
    if screen in LOCKED:
        locking.set_lock(tmp_path / "vault", PASSPHRASE, CODE)
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        for name, size in SIZES.items():
            keys = {**PLAIN, **LOCKED}[screen]
            sections[f"{language} {name}"] = await shown(tmp_path / "vault", size, keys)
    compare(screen, sections)
