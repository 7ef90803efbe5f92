"""Undo and redo of every verb, in the window and on the disk."""

from pathlib import Path

import orjson
import pytest
from tests.ui.support import TODAY, Act, Window, begun, opened, written

from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile


@pytest.fixture
async def lived(folder: Path) -> Path:
    """A vault in which every verb has something to work on."""
    await begun(folder)
    async with written(folder) as book:
        goal = Goals(book).add("Go to the letter box", chosen_for=TODAY)
        Goals(book).add_step(goal, "Put on shoes")
        Goals(book).add_some_day("See the sea")
        Journal(book).write(TODAY, "Woke at noon.")
        Days(book).add_win(TODAY, "opened the window")
        Days(book).log_sleep(TODAY, "3:10-11:40")
        Profile(book).change(rows=("sleep", "meal", "bath", "outside", "contact"))
    return folder


def keys(*pressed: str) -> Act:
    async def act(window: Window) -> None:
        await window.press(*pressed)

    return act


def on(prefix: str, *pressed: str, page: str = "t") -> Act:
    """Press keys on the first line whose key begins so."""

    async def act(window: Window) -> None:
        await window.press(page)
        await window.go_to(next(key for key in window.keys if key.startswith(prefix)))
        await window.press(*pressed)

    return act


def act_of(prefix: str, part: str, *pressed: str, page: str = "g") -> Act:
    """Choose a part of a line, after opening the line above it."""

    async def act(window: Window) -> None:
        await on(f"{'goal' if page == 'g' else 'entry'}:", "enter", page=page)(window)
        await window.go_to(next(key for key in window.keys if key.startswith(prefix)), part)
        await window.press("enter", *pressed)

    return act


VERBS = {
    "mood": keys("4"),
    "energy": keys("4", "2"),
    "meal": keys("m"),
    "bath": keys("b"),
    "outside": keys("d"),
    "contact": keys("c", "enter"),
    "sleep": keys("z", *"1:00-9:00", "enter"),
    "sleep corrected": on("sleep:", "enter", "backspace", "5", "enter"),
    "win": keys("f", *"tea", "enter"),
    "for someone": keys("h", *"tea", "enter"),
    "topic": keys("k", *"tea", "enter"),
    "line reworded": on("win:", "enter", "x", "enter"),
    "line into another kind": on("win:", "h"),
    "line taken away": on("win:", "delete"),
    "journal": keys("y", *"more", "escape"),
    "journal changed": on("journal:", "enter", "x", "escape"),
    "journal taken away": on("journal:", "delete"),
    "tags": on("entry:", "b", *"cat", "enter", page="j"),
    "put away": on("entry:", "c", page="j"),
    "goal": on("new:none", "enter", *"tea", "enter", page="g"),
    "goal done": on("goal:", "d", page="g"),
    "goal half": on("goal:", "h", page="g"),
    "goal smaller": on("goal:", "m", "backspace", "enter", page="g"),
    "goal not now": on("goal:", "v", page="g"),
    "goal rest": on("goal:", "z", page="g"),
    "goal let go": on("goal:", "l", page="g"),
    "goal off today": on("goal:", " ", page="g"),
    "goal reworded": act_of("acts:", "reword", "x", "enter"),
    "goal comes again": act_of("acts:", "repeat"),
    "goal taken away": on("goal:", "delete", page="g"),
    "step": act_of("acts:", "step", *"key", "enter"),
    "step done": on("step:", "d", page="g"),
    "step taken away": on("step:", "delete", page="g"),
    "some day": on("newsomeday", "enter", *"tea", "enter", page="g"),
    "some day taken away": on("someday:", "delete", page="g"),
    "idea": keys("g", "b", "enter", "down", "enter", "escape"),
}


@pytest.mark.parametrize("verb", list(VERBS))
async def test_every_verb_can_be_undone_and_done_again(lived: Path, verb: str) -> None:
    async with opened(lived) as window:
        before = await contents(window)
        await VERBS[verb](window)
        after = await contents(window)
        assert after != before
        changes = len(window.book._trail.done)
        for _change in range(changes):
            await window.press("ctrl+z")
        assert await contents(window) == before
        assert "Undone" in window.key_line
        for _change in range(changes):
            await window.press("ctrl+y")
        assert await contents(window) == after
        assert "Done again" in window.key_line


async def test_undo_says_when_there_is_nothing_to_undo(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("ctrl+z")
        assert "There is nothing to undo." in window.key_line
        await window.press("ctrl+y")
        assert "There is nothing to do again." in window.key_line


async def test_undo_shows_the_page_as_it_was(lived: Path) -> None:
    async with opened(lived) as window:
        before = window.lines[:-2]
        await window.press("5")
        await window.saved()
        await window.press("ctrl+z")
        await window.saved()
        assert list(window.lines[:-2])[4:] == before[4:]
        assert "Good" not in window.text


async def contents(window: Window) -> dict[str, object]:
    """Every record that is not taken away, as a new reader of the folder finds it."""
    await window.saved()
    found: dict[str, object] = {}
    for shard in window.book.vault.shards():
        for kind, table in window.book.vault.read(shard).items():
            for record_id, document in table.items():
                if "deleted_at" not in document and "removed_at" not in document:
                    plain = orjson.loads(orjson.dumps(document))
                    found[f"{shard}/{kind}/{record_id}"] = plain
    return {key: value for key, value in found.items() if not is_gone(value)}


def is_gone(document: object) -> bool:
    from stepup.domain.kinds import is_tombstone

    assert isinstance(document, dict)
    return is_tombstone(document)
