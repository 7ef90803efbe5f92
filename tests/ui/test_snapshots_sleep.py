"""How the sleep picture looks for different lives, in two sizes and both languages."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import TODAY, USUAL, WIDE, opened, written

from stepup.domain.profile import LookAway
from stepup.i18n import Language, set_language
from stepup.notebook.days import Days
from stepup.notebook.profile import Profile
from stepup.settings import Settings

Night = tuple[int, str]
"""How many days before today, and a sleep as it is typed."""
SIZES = {"80x24": USUAL, "120x36": WIDE}
LANGUAGES: tuple[Language, ...] = ("ja", "en")
THEME = "stepup-dark"


def clock(minute: int) -> str:
    return f"{minute // 60 % 24}:{minute % 60:02}"


def drifting() -> Iterator[Night]:
    """To bed half an hour later each day for sixty days."""
    for night in range(60):
        bed = 23 * 60 + 30 * night
        yield 59 - night, f"{clock(bed)}-{clock(bed + 480)}"


def shifted() -> Iterator[Night]:
    """Twelve nights of sleep by night, a night awake, then sleep by day."""
    for night in range(12):
        yield 23 - night, f"{clock(10 * (night % 3))}-{clock(450 + 15 * (night % 4))}"
    yield 11, "none"
    for night in range(11):
        yield 10 - night, f"{clock(9 * 60 + 20 * (night % 3))}-{clock(17 * 60 - 10 * (night % 4))}"


def seven_days() -> Iterator[Night]:
    for back in range(7):
        yield back, f"{clock(90 + 25 * back % 70)}-{clock(570 + 20 * back % 90)}"


def one_day() -> Iterator[Night]:
    yield 0, "3:10-11:40"


def nothing() -> Iterator[Night]:
    yield from ()


def four_a_day() -> Iterator[Night]:
    """Four sleeps in a day, on three days; a day without a record; single ends."""
    for back in (0, 1, 2):
        for typed in ("22:40-1:30", "5:30-7:00", "13:00-14:10", "17:20-18:00"):
            yield back, typed
    yield 4, "-11:40"
    yield 5, "2:30-"


def long_sleep() -> Iterator[Night]:
    yield 5, "1:00-9:00"
    yield 1, "11/20 9:00-11/21 11:00"
    yield 0, "6:00-12:30"


LIVES: dict[str, Callable[[], Iterator[Night]]] = {
    "drifting": drifting,
    "shifted": shifted,
    "seven-days": seven_days,
    "one-day": one_day,
    "nothing": nothing,
    "four-a-day": four_a_day,
    "long": long_sleep,
}


async def live(folder: Path, nights: Iterator[Night], *look_away: LookAway) -> None:
    async with written(folder, settle=60) as book:
        Profile(book).change(welcomed=True, look_away=frozenset(look_away))
        for back, typed in nights:
            Days(book).log_sleep(TODAY - timedelta(days=back), typed)


async def shown(folder: Path, size: tuple[int, int], *keys: str, ascii_charts: bool = False) -> str:
    settings = Settings(theme=THEME, ascii_charts=ascii_charts)
    async with opened(folder, size=size, settings=settings) as window:
        await window.press("r", *keys)
        await window.saved()
        return grid(window.app.screen, THEME)


async def in_both(folder: Path, *keys: str, ascii_charts: bool = False) -> dict[str, str]:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        for name, size in SIZES.items():
            text = await shown(folder, size, *keys, ascii_charts=ascii_charts)
            sections[f"{language} {name}"] = text
    return sections


@pytest.mark.parametrize("life", LIVES)
async def test_the_sleep_of_a_life_looks_as_it_was_taken_over(folder: Path, life: str) -> None:
    await live(folder, LIVES[life]())
    compare(f"sleep-{life}", await in_both(folder))


async def test_figures_look_as_they_were_taken_over(folder: Path) -> None:
    await live(folder, shifted())
    compare("sleep-figures", await in_both(folder, "d"))


async def test_plain_ascii_looks_as_it_was_taken_over(folder: Path) -> None:
    await live(folder, shifted())
    compare("sleep-ascii", await in_both(folder, "pageup", ascii_charts=True))


async def test_looking_away_from_trends_looks_as_it_was_taken_over(folder: Path) -> None:
    await live(folder, four_a_day(), LookAway.TRENDS)
    compare("sleep-away-trends", await in_both(folder))


async def test_looking_away_from_dates_looks_as_it_was_taken_over(folder: Path) -> None:
    await live(folder, drifting(), LookAway.DATES, LookAway.ELAPSED)
    compare("sleep-away-dates", await in_both(folder, "d"))
