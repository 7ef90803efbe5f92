"""Draw the screens with the demo vault into screenshots/, in both languages and both sizes.

python scripts/screenshots.py [--into FOLDER] [--only NAME]

The pictures are SVG without any reference to a font elsewhere. Where rsvg-convert is installed
(Debian: librsvg2-bin, with fonts-noto-cjk), `--png` makes PNG files beside them to look at.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from textual.screen import Screen

from stepup import i18n
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import year_shard
from stepup.domain.sheet import SheetTopic
from stepup.i18n import Language, set_language
from stepup.notebook.book import open_book
from stepup.notebook.days import Days
from stepup.notebook.joining import accept, read_other
from stepup.settings import Settings
from stepup.ui.app import StepupApp
from stepup.ui.pages import page_of
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.words import problem_sentence

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}
TODAY = date(2026, 11, 22)
SEED = 1
CELL = 12.2
"""The width of a cell in the pictures."""


@dataclass(frozen=True)
class Picture:
    """One screen: its name, the vault it shows, the page laid over Today, the keys that lead on."""

    name: str
    vault: str
    keys: tuple[str, ...] = ()
    theme: str = "stepup-dark"
    page: Callable[[Session], Screen[None]] | None = None


def a_ladder(session: Session) -> BookPage:
    """Return the page of the open goal that was tried most this year."""
    from stepup.ui.screens.goal_page import GoalPage

    year = year_shard(TODAY)
    goals = session.goals.open()
    return GoalPage(session, max(goals, key=lambda g: len(session.ladder.attempts(g, year))).id)


def an_earlier_sheet(session: Session) -> BookPage:
    """Return the page of how things were, the version before the newest."""
    from stepup.ui.screens.sheet_compare import EarlierPage

    versions = session.sheets.versions(SheetTopic.NOW, lambda _problem: None)
    return EarlierPage(session, SheetTopic.NOW, versions[:2][-1].id)


def two_places(session: Session) -> BookPage:
    """Return two places side by side."""
    from stepup.domain.supporter import SupporterKind
    from stepup.ui.screens.people.beside import BesidePage

    places = [one for one in session.supporters.all() if one.what is SupporterKind.PLACE]
    return BesidePage(session, places[0].id, places[-1].id)


def the_lock(session: Session) -> Screen[None]:
    """Return the page that asks for the passphrase."""
    from stepup.ui.screens.unlock import UnlockPage

    return UnlockPage(session.folder)


def a_new_lock(session: Session) -> BookPage:
    """Return the page on which a lock is set."""
    from stepup.ui.screens.lock_set import SetLockPage

    return SetLockPage(session)


def two_computers(session: Session) -> BookPage:
    """Return the page of two computers, before a notebook that was written on elsewhere is joined."""
    from stepup.ui.screens.join import JoinPage

    page = JoinPage(session)
    page.show_joining(read_other(session.book, written_on_elsewhere(session)))
    return page


def a_locked_one(session: Session) -> BookPage:
    """Return the page of two computers, where the other notebook is locked."""
    from stepup.ui.screens.join import JoinPage

    page = JoinPage(session)
    page.show_locked(session.folder, problem_sentence(Problem(ProblemCode.OTHER_LOCKED)))
    return page


def two_versions(session: Session) -> BookPage:
    """Return the page of entries in two versions, with one among them."""
    accept(session.book, read_other(session.book, written_on_elsewhere(session)))
    return page_of("versions", session, "today")


def written_on_elsewhere(session: Session) -> Path:
    """Return a copy of the notebook, of which one win was reworded there and here, and one is new."""
    session.book.flush()
    elsewhere = session.folder.with_name("elsewhere")
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(session.folder, elsewhere)
    away = open_book(elsewhere, clock=FixedClock())
    for book, more in ((session.book, "…"), (away, "。" if i18n.language() == "ja" else ".")):
        days = Days(book)
        win = next(
            win for back in range(1, 60) for win in days.view(TODAY - timedelta(days=back)).wins
        )
        days.reword(win, f"{win.text}{more}")
    Days(away).add_win(TODAY, win.text)
    away.close()
    return elsewhere


def named(name: str) -> Callable[[Session], BookPage]:
    """Return what makes the page of a name."""
    return lambda session: page_of(name, session, "today")


def a_file_from_elsewhere(session: Session) -> BookPage:
    """Return the page that shows what a file of moods would come to."""
    from stepup.ui.screens.bring_in import BringInPage

    path = Path(tempfile.gettempdir()) / "stepup-picture" / "daylio_export.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(_DAYLIO, "utf-8")
    return BringInPage(session, path)


_DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2025-11-30,November 30,Sunday,21:40,good,reading | walk,,"The rain stopped.<br>A walk to the corner."
2025-11-29,November 29,Saturday,11:54 pm,ふつう,,,
2025-11-28,November 28,Friday,25:10,meh,music,,
2024-12-31,December 31,Tuesday,12:00 AM,rad,cooking,,"Soba."
"""
PICTURES = (
    Picture("welcome", "empty"),
    Picture("first-day", "empty", ("enter",)),
    Picture("today", "year"),
    Picture("today-light", "year", theme="stepup-light"),
    Picture("goals", "year", ("g",)),
    Picture("ideas", "year", ("g", "b", "enter")),
    Picture("journal", "year", ("j", "down", "down", "down", "enter")),
    Picture("search", "year", ("ctrl+f", "2")),
    Picture("help", "year", ("question_mark",)),
    Picture("settings", "year", ("f11",)),
    Picture("hard", "year", ("e",)),
    Picture("more", "year", ("f10",)),
    Picture("rhythm", "year", ("r",)),
    Picture("days", "year", ("r", "v", *["left_square_bracket"] * 2)),
    Picture("mood", "year", ("r", "v", "v")),
    Picture("stages", "year", ("s",)),
    Picture("ladder", "year", page=a_ladder),
    Picture("sheets", "year", page=named("sheets")),
    Picture("sheets-compared", "year", ("right", "enter"), page=an_earlier_sheet),
    Picture("looking-back", "year", page=named("review")),
    Picture("bring-in", "year", page=a_file_from_elsewhere),
    Picture("drawer", "year", ("o",)),
    Picture("promises", "year", ("w", "v", "v", "down", "down", "enter")),
    Picture("pieces", "year", ("w", "v", "v", "v", "down", "down", "down", "enter")),
    Picture("strengths", "year", ("w", *["v"] * 4)),
    Picture("cards", "year", ("w", *["v"] * 5, "down", "down", "enter")),
    Picture("two-computers", "year", ("down", "down", "enter"), page=two_computers),
    Picture("two-versions", "year", ("down", "enter"), page=two_versions),
    Picture("write-out", "year", ("down", "enter"), page=named("safekeeping")),
    Picture("work", "year", ("w", "down", "down", "enter")),
    Picture("income", "year", ("w", "v")),
    Picture("income-first", "empty", ("enter", "w", "v")),
    Picture("people", "year", ("p",)),
    Picture("people-opened", "year", ("p", "down", "enter")),
    Picture("people-beside", "year", page=two_places),
    Picture("people-services", "empty", ("enter", "p", "down", "enter")),
    Picture("talks", "year", ("p", "v", *["down"] * 2, "enter")),
    Picture("visit-sheet", "year", ("p", "v", "v")),
    Picture("needs", "year", ("p", "v", "v", "v")),
    Picture("appointments", "year", ("p", "v", "v", "v", "v")),
    Picture("answers", "year", ("p", "v", "v", "v", "v", "v")),
    Picture("share", "year", ("x", *["down"] * 5, "space", "down", "enter")),
    Picture("share-preview", "year", ("x", "down", "down", "enter", "v")),
    Picture(
        "share-seal",
        "year",
        (
            *("x", "down", "down", "enter", "end", "up", "right", "enter", "f", "enter"),
            *"four boats",
            "enter",
        ),
    ),
    Picture("share-log", "year", ("x", "l", "down", "enter")),
    Picture("share-first", "empty", ("enter", "x")),
    Picture("two-computers-locked", "year", ("down", "down", "enter", *"words"), page=a_locked_one),
    Picture("lock", "year", page=the_lock),
    Picture("lock-set", "year", page=a_new_lock),
)


class FixedClock:
    """A clock that stands at half past two in the afternoon of the day of the pictures."""

    _ZONE = timezone(timedelta(hours=9))

    def now(self) -> datetime:
        """Return that moment."""
        return datetime(TODAY.year, TODAY.month, TODAY.day, 14, 30, tzinfo=self._ZONE)

    def localise(self, wall: datetime) -> datetime:
        """Return a wall time at +09:00."""
        return wall.replace(tzinfo=self._ZONE)


def without_fonts(svg: str) -> str:
    """Return the picture without references to fonts elsewhere."""
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"font-family:[^;}]*", "font-family: 'Noto Sans Mono CJK JP', monospace", svg)
    return re.sub(
        r"<text ([^>]*?)x=\"([\d.]+)\"([^>]*?)textLength=\"[\d.]+\"([^>]*)>([^<]*)</text>",
        _in_cells,
        svg,
    )


def _in_cells(match: re.Match[str]) -> str:
    """Return a text in runs of one kind, each placed and stretched by its width in cells.

    Kanji are two cells wide, and what is drawn in dots comes from another font than letters.
    """
    before, x, middle, behind, escaped = match.groups()
    start, placed = float(x), []
    for _kind, letters in groupby(html.unescape(escaped), key=_kind_of):
        run = "".join(letters)
        words = run.lstrip("\xa0")
        left = start + CELL * (len(run) - len(words))
        start += CELL * cell_len(run)
        words = words.rstrip("\xa0")
        if words:
            placed.append(
                f'<text {before}x="{left:.1f}"{middle}textLength="{CELL * cell_len(words):.1f}"'
                f"{behind}>{html.escape(words).replace(chr(0xA0), '&#160;')}</text>"
            )
    return "".join(placed)


def _kind_of(letter: str) -> tuple[int, bool]:
    """Return what a letter has in common with those it may be stretched with."""
    return cell_len(letter), "\u2800" <= letter <= "\u28ff"


async def draw(picture: Picture, folder: Path, size: tuple[int, int]) -> str:
    """Return the picture of a screen as SVG."""
    app = StepupApp(folder, Settings(theme=picture.theme), clock=FixedClock())
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        if app.session is not None:
            app.session.corners.pick = lambda _count: 0  # the same is drawn for every picture
            if picture.page is not None:
                app.lay_over(picture.page(app.session))
                await pilot.pause(0.3)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.4)
        return without_fonts(app.export_screenshot(title="stepup"))


def vaults(language: Language, into: Path) -> dict[str, Path]:
    """Return the vaults the pictures show: nothing yet, and a year of an invented person."""
    from stepup.demo import write_demo

    year = into / f"{language}-year"
    write_demo(year, years=1, seed=SEED, today=TODAY)
    return {"empty": into / f"{language}-empty", "year": year}


def pictures(only: str) -> Iterator[Picture]:
    """Yield the pictures that are asked for."""
    yield from (picture for picture in PICTURES if only in ("", picture.name))


def main(write: Callable[[Path, str], object] = Path.write_text) -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--only", default="")
    parser.add_argument("--png", action="store_true")
    asked = parser.parse_args()
    asked.into.mkdir(exist_ok=True)
    languages: tuple[Language, ...] = ("ja", "en")
    for spoken in languages:
        set_language(spoken)
        with tempfile.TemporaryDirectory() as scratch:
            kept = vaults(spoken, Path(scratch))
            for picture in pictures(asked.only):
                for label, size in SIZES.items():
                    copy = Path(scratch) / "shown"
                    shutil.rmtree(copy, ignore_errors=True)
                    if kept[picture.vault].exists():
                        shutil.copytree(kept[picture.vault], copy)
                    svg = asyncio.run(draw(picture, copy, size))
                    file = asked.into / f"{picture.name}-{spoken}-{label}.svg"
                    write(file, svg)
                    if asked.png:
                        png = file.with_suffix(".png")
                        subprocess.run(["rsvg-convert", "-o", str(png), str(file)], check=True)


if __name__ == "__main__":
    main()
