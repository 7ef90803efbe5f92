"""The registry of actions: each can be done, found, and told apart."""

from pathlib import Path

import pytest
from tests.ui.support import begun, opened

from stepup.i18n import _, set_language
from stepup.ui.actions import ACTIONS, Action, bindings, keys_of, matches
from stepup.ui.app import StepupApp
from stepup.ui.screens.goals import GoalsPage
from stepup.ui.screens.journal import JournalPage
from stepup.ui.screens.rhythm.sleep import SleepPage
from stepup.ui.screens.stages import StagesPage
from stepup.ui.screens.today import TodayPage
from stepup.ui.screens.work.works import WorksPage

PAGES = {
    "anywhere": StepupApp,
    "today": TodayPage,
    "goals": GoalsPage,
    "journal": JournalPage,
    "stages": StagesPage,
    "rhythm": SleepPage,
    "work": WorksPage,
}
EVERY = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)


def test_ids_are_unique_and_name_a_place_there_is() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert {action.place for action in ACTIONS} == set(PAGES)


@pytest.mark.parametrize("place", [place for place in PAGES if place != "anywhere"])
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    keys = [key for action in ACTIONS if action.place in (place, "anywhere") for key in action.keys]
    keys += ["1", "2", "3", "4", "5"] if place == "today" else []
    assert len(set(keys)) == len(keys)


@EVERY
def test_every_action_has_a_method_on_its_page(action: Action) -> None:
    for binding in bindings(action.place):
        if binding.id == action.id:
            assert callable(
                getattr(PAGES[action.place], f"action_{binding.action.partition('(')[0]}")
            )
    if not action.keys:
        assert action.id not in {binding.id for binding in bindings(action.place)}


@EVERY
def test_every_action_is_found_by_its_name_in_both_languages_and_by_each_alias(
    action: Action,
) -> None:
    assert any(letter.isascii() and letter.isalpha() for letter in action.aliases)
    assert any("ぁ" <= letter <= "ゟ" for letter in action.aliases)
    for alias in action.aliases.split():
        assert action in matches(alias, action.place), alias
    for chosen in ("ja", "en"):
        set_language(chosen)
        assert action in matches(_(action.label), action.place)[:8]


def test_an_empty_query_shows_every_action_those_of_the_page_first() -> None:
    for place in PAGES:
        found = matches("", place)
        assert set(found) == set(ACTIONS)
        if place != "anywhere":
            own = [action for action in ACTIONS if action.place == place]
            assert found[: len(own)] == own


@pytest.mark.parametrize(
    ("query", "action"),
    [("きろく", "anywhere.journal"), ("kiroku", "anywhere.journal"), ("キロク", "anywhere.journal"),
     ("ＪＯＵＲＮＡＬ", "anywhere.journal"), ("設定", "anywhere.settings"), ("gohan", "today.meal")],
)  # fmt: skip
def test_the_menu_finds_actions_as_people_type(query: str, action: str) -> None:
    assert action in {found.id for found in matches(query, "today")}


@EVERY
async def test_every_action_is_done_from_the_menu_on_its_own_page(
    folder: Path, action: Action
) -> None:
    await begun(folder)
    async with opened(folder) as window:
        if action.place in ("goals", "journal", "stages", "rhythm"):
            window.app.do(f"anywhere.{action.place}")
            await window.settle()
        await window.press("ctrl+p")
        assert action.id in window.keys
        await window.go_to_found(action.id)
        await window.press("enter")
        await window.settle()
        assert window.app._exception is None
        leaves = action.id in ("anywhere.leave", "today.enough")
        if leaves:
            await window.until(lambda: not window.is_open)
        elif action.id != "anywhere.palette":
            assert window.page_name != "PalettePage"


@pytest.mark.parametrize("place", ["today", "goals", "journal", "stages", "rhythm"])
@pytest.mark.parametrize("chosen", ["ja", "en"])
async def test_help_lists_every_action_of_the_page_and_of_everywhere(
    folder: Path, place: str, chosen: str
) -> None:
    await begun(folder)
    set_language("ja" if chosen == "ja" else "en")
    async with opened(folder, size=(120, 36)) as window:
        window.app.do(f"anywhere.{place}")
        await window.settle()
        await window.press("?")
        assert set(window.keys) >= {
            action.id for action in ACTIONS if action.place in (place, "anywhere")
        }
        for row in window.page.rows.lines:
            for action in (one for one in ACTIONS if one.id == row.key and row.spec.after):
                assert row.spec.text == _(action.label)
                assert row.spec.after == _(action.help)


async def test_help_does_what_a_line_says(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        await window.press("?")
        await window.go_to("today.meal")
        await window.press("enter")
        assert window.page_name == "TodayPage"
        assert "Meals 1" in window.text


def test_the_keys_are_those_the_documents_name() -> None:
    keys = {action.id: set(keys_of(action, {})) for action in ACTIONS}
    expected = {
        "anywhere.today": {"t", "f2"}, "anywhere.goals": {"g", "f3"}, "anywhere.journal": {"j", "f4"},
        "anywhere.search": {"slash", "ctrl+f"}, "anywhere.help": {"question_mark", "f1"},
        "anywhere.palette": {"ctrl+p"}, "anywhere.undo": {"ctrl+z"}, "anywhere.redo": {"ctrl+y"},
        "anywhere.leave": {"ctrl+q"}, "anywhere.hide": {"ctrl+l", "f12"},
        "today.previous_day": {"left_square_bracket"}, "today.next_day": {"right_square_bracket"},
        "today.meal": {"m"}, "today.bath": {"b"}, "today.outside": {"d"}, "today.contact": {"c"},
        "today.sleep": {"z"}, "today.win": {"f"}, "today.for_someone": {"h"}, "today.topic": {"k"},
        "today.write": {"y"}, "today.enough": {"q"},
        "goals.done": {"d"}, "goals.half": {"h"}, "goals.smaller": {"m"}, "goals.not_now": {"v"},
        "goals.rest": {"z"}, "goals.let_go": {"l"}, "goals.ideas": {"b"},
        "anywhere.rhythm": {"r", "f5"}, "rhythm.view": {"v"}, "rhythm.figures": {"d"},
        "anywhere.stages": {"s", "f6"}, "stages.here": {"space"}, "stages.rest": {"z"},
        "stages.rename": {"b"}, "stages.sheets": {"v"},
        "journal.close": {"c"}, "journal.other_years": {"y"}, "journal.tags": {"b"},
    }  # fmt: skip
    for action, named in expected.items():
        assert keys[action] >= named, action
