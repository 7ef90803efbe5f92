"""How the map of stages looks, in two sizes and both languages, cell by cell."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare
from tests.ui.support import TODAY, USUAL, WIDE, begun, written
from tests.ui.test_snapshots import LANGUAGES, shown

from stepup.domain.goal import GoalState
from stepup.i18n import Language, set_language
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.stages import Stages

SIZES = {"80x24": USUAL, "120x36": WIDE}
TEXTS = {
    "ja": {
        "wins": ("窓を開けた", "ゴミを捨てた", "返信をひとつ送った", "角まで歩いて戻ってきた"),
        "someone": "母にお茶をいれた",
        "goals": ("水をひと口飲む", "好きな曲を一曲きく", "何もしない時間をとる"),
        "own": "川ぞいのベンチ",
        "name": "朝をゆっくり",
        "sentence": "急がなくていい朝に",
    },
    "en": {
        "wins": (
            "opened the window", "threw one thing away", "sent one reply",
            "walked to the corner and back",
        ),
        "someone": "made tea for my mother",
        "goals": ("Take one sip of water", "Play one song I like", "Take time to do nothing"),
        "own": "The bench by the river",
        "name": "A slow morning",
        "sentence": "For mornings without a hurry",
    },
}  # fmt: skip


async def live(folder: Path, language: Language) -> None:
    """Write down two years of being in some places, and what gathered there."""
    words = TEXTS[language]
    await begun(folder)
    async with written(folder, settle=60) as book:
        stages, days, goals = Stages(book), Days(book), Goals(book)
        stages.turn_here("breathe", date(2024, 3, 10))
        stages.turn_rest("breathe", date(2026, 5, 1))
        stages.turn_rest("breathe", date(2026, 8, 20))
        stages.turn_here("step_out", date(2026, 2, 1))
        stages.turn_here("step_out", date(2026, 4, 20))
        stages.turn_here("step_out", date(2026, 10, 3))
        stages.turn_rest("step_out", date(2026, 11, 1))
        stages.turn_here("keep", date(2026, 6, 1))
        stages.turn_here("keep", date(2026, 6, 9))
        stages.add(str(words["own"]))
        rhythm = stages.all()[1]
        stages.rename(rhythm, str(words["name"]))
        stages.say(stages.all()[1], str(words["sentence"]))
        stages.hide(stages.all()[5])
        for back, text in enumerate(words["wins"]):
            days.add_win(TODAY - timedelta(days=back * 9), text)
        days.add_win(TODAY - timedelta(days=3), str(words["someone"]), for_someone=True)
        goals.done(goals.add(words["goals"][0], "breathe"), TODAY)
        goals.half(goals.add(words["goals"][1], "breathe"), TODAY)
        goals.set_state(goals.add(words["goals"][2], "breathe"), GoalState.RESTING)
        for back, value in ((200, 3), (160, 4), (90, 4), (40, 6), (10, 5)):
            stages.feel("breathe", value, TODAY - timedelta(days=back))


SCREENS: dict[str, tuple[str, ...]] = {
    "stages": ("s",),
    "stages-opened": ("s", "right", "right", "enter"),
    "stages-below": ("s", "end"),
    "stages-before": ("s", "left_square_bracket"),
    "stage": ("s", "enter", "right", "right", "enter"),
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the vaults be made anew for each test."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("screen", ["first-stages", *SCREENS])
async def test_the_map_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        if screen == "first-stages":
            await begun(folder)
        else:
            await live(folder, language)
        for name, size in SIZES.items():
            keys = SCREENS.get(screen, ("s",))
            sections[f"{language} {name}"] = await shown(folder, size, keys)
    compare(screen, sections)
