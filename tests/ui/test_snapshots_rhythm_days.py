"""How days, weeks, mood and energy look, in both languages, cell by cell: empty, a little, two years."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from tests.ui.grids import compare
from tests.ui.support import TODAY, USUAL, WIDE, MovableClock, begun, written
from tests.ui.test_snapshots import LANGUAGES, shown

from stepup.domain.rhythm import Contact, Measure
from stepup.i18n import Language, set_language
from stepup.notebook.days import Days
from stepup.notebook.profile import Profile

SIZES = {"80x24": USUAL, "120x36": WIDE}
KNITTING: dict[Language, str] = {"ja": "編み物", "en": "Knitting"}
EASE: dict[Language, str] = {"ja": "頭の軽さ", "en": "Lightness of the head"}
LIGHTS: dict[Language, str] = {"ja": "明かりを消す", "en": "Lights out"}

DAYS = ("do:anywhere.days",)
MOOD = ("do:anywhere.mood",)
MONTH = (*DAYS, "down", "right", "enter")
LINE = (*MOOD, "down", "down", "right")
SCREENS: dict[str, tuple[str, ...]] = {
    "weeks": (*DAYS, "["),
    "weeks-opened": (*DAYS, "[", "down", "down", "down", "enter", "down"),
    "weeks-month": MONTH,
    "weeks-figures": (*MONTH, "[", "d"),
    "mood-year": MOOD,
    "mood-month": (*MOOD, "down", "down", "down", *["down"] * 5, "enter", "down"),
    "mood-line": (*LINE, "enter"),
    "mood-quarter": (*LINE, "right", "enter"),
    "mood-figures": (*LINE, "right", "right", "enter", "d", *["end"] * 2),
}
EMPTY: dict[str, tuple[str, ...]] = {"first-weeks": DAYS, "first-moods": MOOD}
LITTLE: dict[str, tuple[str, ...]] = {
    "little-weeks": (*DAYS, "down", "down", "down", "enter"),
    "little-moods": (*LINE, "enter", "d"),
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def live(folder: Path, language: Language) -> None:
    """Write two years of a life in which two days of three are recorded."""
    clock, chance = MovableClock(), Random(7)
    noon = clock.moment
    async with written(folder, clock, settle=60) as book:
        days, profile = Days(book), Profile(book)
        profile.change(welcomed=True, rows=("sleep", "meal", "bath", "outside", "contact"))
        knitting = profile.add_tracker(KNITTING[language], Measure.MINUTES)
        ease = profile.add_tracker(EASE[language], Measure.SCALE)
        lights = profile.add_tracker(LIGHTS[language], Measure.CLOCK)
        for back in range(700):
            clock.moment = noon - timedelta(days=back, hours=chance.choice((0, 1, 2, 6)))
            if chance.random() < 0.35:
                continue
            day = TODAY - timedelta(days=back)
            days.log_mood(day, chance.choice((1, 2, 2, 3, 3, 4, 5)))
            if chance.random() < 0.3:
                clock.move(hours=1)
                days.log_mood(day, chance.choice((2, 3, 4)))
            days.log_energy(day, chance.choice((1, 2, 2, 3, 4)))
            mark_rows(days, day, chance)
            if back > 20 and chance.random() < 0.4:
                days.mark(day, knitting.id, 20)
            if chance.random() < 0.5:
                days.mark(day, ease.id, chance.randint(1, 5))
            if chance.random() < 0.5:
                days.mark(day, lights.id, chance.choice((1, 23)) * 60)
        profile.change_tracker(knitting, retired=True)


def mark_rows(days: Days, day: date, chance: Random) -> None:
    """Mark the rows that everyone has; outside on each Saturday."""
    for _meal in range(chance.choice((0, 1, 2, 2, 3))):
        days.mark(day, "meal")
    if chance.random() < 0.3:
        days.mark(day, "bath")
    if day.weekday() == 5 or chance.random() < 0.2:
        days.mark(day, "outside", chance.choice((5, 20, 40)))
    if chance.random() < 0.2:
        days.mark(day, "contact", way=Contact.ONLINE)


async def begin(folder: Path) -> None:
    """Write three days."""
    await begun(folder)
    async with written(folder, settle=60) as book:
        days = Days(book)
        for back, level in ((0, 3), (1, 2), (4, 4)):
            days.log_mood(TODAY - timedelta(days=back), level)
        days.mark(TODAY, "meal")
        days.mark(TODAY - timedelta(days=4), "meal")


async def compared(name: str, keys: tuple[str, ...], *, life: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        if life == "long":
            await live(folder, language)
        elif life == "little":
            await begin(folder)
        else:
            await begun(folder)
        for size_name, size in SIZES.items():
            sections[f"{language} {size_name}"] = await shown(folder, size, keys)
    set_language("en")
    compare(name, sections)


@pytest.mark.parametrize("screen", SCREENS)
async def test_two_years_look_as_they_were_taken_over(screen: str) -> None:
    await compared(screen, SCREENS[screen], life="long")


@pytest.mark.parametrize("screen", EMPTY)
async def test_an_empty_page_looks_as_it_was_taken_over(screen: str) -> None:
    await compared(screen, EMPTY[screen], life="none")


@pytest.mark.parametrize("screen", LITTLE)
async def test_a_page_with_a_little_looks_as_it_was_taken_over(screen: str) -> None:
    await compared(screen, LITTLE[screen], life="little")
