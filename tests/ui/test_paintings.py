"""What a key changes is painted once: a cursor or a scrollbar that follows a frame later costs that frame."""

from pathlib import Path
from typing import Any

import pytest
from tests.ui.support import TODAY, Window, begun, opened, written
from textual.screen import Screen

from stepup.notebook.days import Days
from stepup.ui.widgets.block import Block
from stepup.ui.widgets.layout import Spec

BODY = slice(2, None)
"""The lines below the title, where saving is told as it goes on."""


@pytest.fixture
async def home(folder: Path) -> Path:
    """A notebook whose page of today is longer than the window, and yesterday's shorter."""
    await begun(folder)
    async with written(folder) as book:
        days = Days(book)
        days.log_energy(TODAY, 2)
        for number in range(20):
            days.add_win(TODAY, f"a small thing, number {number}")
    return folder


def paintings(window: Window) -> list[object]:
    """Return a list to which each painting that shows something else is added from now on."""
    app, seen = window.app, []
    display = app._display

    def body() -> object:
        return [list(strip) for strip in app.screen._compositor.render_strips()[BODY]]

    last = body()

    def painted(screen: Screen[Any], update: Any) -> None:
        nonlocal last
        display(screen, update)
        if (now := body()) != last:
            seen.append(now)
            last = now

    app._display = painted  # type: ignore[assignment, method-assign]
    return seen


@pytest.mark.parametrize(
    "keys", [("3",), ("[",), ("[", "]"), ("down",), ("2", "1"), ("g", "t")], ids=" ".join
)
async def test_what_a_key_changes_is_painted_once(home: Path, keys: tuple[str, ...]) -> None:
    async with opened(home) as window:
        await window.press(*keys[:-1])
        seen = paintings(window)
        await window.press(keys[-1])
        assert len(seen) == 1


async def test_a_key_that_moves_no_line_lays_nothing_out(home: Path) -> None:
    async with opened(home) as window:
        await window.press("3")
        layouts: list[object] = []
        page = window.app.screen
        page.screen_layout_refresh_signal.subscribe(page, layouts.append, immediate=True)
        await window.press("up", "4", "up", "right", "down", "up")
        assert layouts == []


async def test_lines_that_change_on_both_sides_of_a_layout_get_the_room_they_take(
    home: Path,
) -> None:
    async with opened(home) as window:
        page = window.page
        specs = page.specs()
        [block] = [block for block in page.query(Block) if block.rows]
        page.rows.show([*specs, Spec("more", text="one line more")])
        block._check_refresh()
        page.rows.show(specs[:9])
        page._refresh_layout()
        page.rows.show(specs[:4])
        await window.settle()
        assert block.size.height == block.height
