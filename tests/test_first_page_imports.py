"""What else was written down for a day costs its page nothing: no class of it is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.notebook.support import DAY, Notebook, furnish

from stepup.domain.stage import Being
from stepup.notebook.ladder import Ladder

# Loaded in a process of its own, at a moment of the day on which something of every kind stands.
BEGIN = """
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

class Clock:
    def now(self):
        return datetime(2026, 5, 31, 22, tzinfo=timezone(timedelta(hours=9)))

    def localise(self, wall):
        return wall.replace(tzinfo=self.now().tzinfo)

folder = Path(sys.argv[1])
"""
VIEW = """
from stepup.notebook.book import open_book
from stepup.notebook.days import Days
book = open_book(folder, clock=Clock())
view = Days(book).view(book.today())
assert view.wins and view.has_more
assert len(Days(book).recent(book.today())) == 3
"""
PAGE = """
import asyncio
from stepup.settings import Settings
from stepup.ui.app import StepupApp

async def look():
    app = StepupApp(folder, Settings(), clock=Clock())
    async with app.run_test(size=(80, 24)) as pilot:
        while not any("washed a cup" in strip.text for strip in app.screen._compositor.render_strips()):
            await pilot.pause(0.05)

asyncio.run(look())
"""
LIST = "print(*sorted(sys.modules))"

PEOPLE = ("supporter", "talk", "need", "answer")
BESIDE = {
    f"stepup.domain.{name}"
    for name in (
        *("sheet", "corner", "own_number", "review", "stage", "share"),
        *("promise", "piece", "strength", "card"),
        *PEOPLE,
    )
}
LADDER = {"stepup.domain.ladder"}
SAVING = {f"stepup.vault.{name}" for name in ("commit", "publish", "history", "retention")}


def loaded_by(code: str, folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code + LIST, str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def of_every_kind(folder: Path) -> Path:
    """A notebook with everything on DAY, whose owner is in no place: that would be shown."""
    furnish(folder)
    window = Notebook(folder, name="z")
    window.profile.change(welcomed=True)
    for placement in window.stages.current():
        window.stages.move(placement.stage, Being.AWAY, DAY)
    window.goals.add_step(window.goals.open()[0], "find the shoes")
    Ladder(window.book).predict(window.goals.open()[0], 0, 4)
    window.close()
    return folder


def test_the_page_of_a_day_is_read_without_the_classes_of_what_stands_beside_it(
    tmp_path: Path,
) -> None:
    assert loaded_by(VIEW, of_every_kind(tmp_path / "vault")) & (BESIDE | LADDER) == set()


def test_the_first_page_is_shown_without_the_classes_of_what_stands_beside_it(
    tmp_path: Path,
) -> None:
    loaded = loaded_by(PAGE, of_every_kind(tmp_path / "vault"))

    assert "stepup.ui.screens.today_lines" in loaded
    assert loaded & (BESIDE | LADDER) == set()


def test_the_first_page_is_shown_without_what_a_save_takes(tmp_path: Path) -> None:
    loaded = loaded_by(PAGE, of_every_kind(tmp_path / "vault"))

    assert "stepup.vault.store" in loaded
    assert loaded & SAVING == set()
