"""How bringing in looks, in three sizes and both languages, cell by cell."""

from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import begun, opened
from tests.ui.test_bring_in import DAYLIO, HABITS, MARKS, name
from tests.ui.test_snapshots import LANGUAGES, SIZES, THEME

from stepup.i18n import set_language
from stepup.settings import Settings

FILES = ("", "daylio.csv", "habits.zip", "cut.csv")


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.readers.support import zipped

    # Where the test runs is not to be seen in what it shows.
    monkeypatch.setattr("stepup.ui.screens.bring_in.named_file", Path)
    monkeypatch.chdir(tmp_path)
    Path("daylio.csv").write_text(DAYLIO, "utf-8")
    Path("cut.csv").write_bytes(DAYLIO.encode("cp932"))
    Path("habits.zip").write_bytes(
        zipped({"Habits.csv": HABITS, "001/Checkmarks.csv": MARKS, "002 tea/Checkmarks.csv": MARKS})
    )


@pytest.mark.parametrize("file", FILES, ids=["nothing", "moods", "habits", "encoding"])
async def test_bringing_in_looks_as_it_was_taken_over(file: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        for size_name, size in SIZES.items():
            folder = Path(f"vault-{language}-{size_name}")
            await begun(folder)
            async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
                window.app.do("anywhere.bring_in")
                await window.settle()
                if file:
                    await name(window, file)
                sections[f"{language} {size_name}"] = grid(window.app.screen, THEME)
    compare("bring-in" + (f"-{file.partition('.')[0]}" if file else ""), sections)
