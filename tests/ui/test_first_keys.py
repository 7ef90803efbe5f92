"""The first seconds of a day: three keys, one key, and keys that come early or in pairs."""

import pytest

from stepup.domain.journal import Looked, Win
from stepup.domain.mood import CheckIn
from stepup.domain.rhythm import Mark
from tests.ui.support import TODAY, MovableClock, begun, opened, stored


async def test_three_space_two_from_the_start_are_mood_energy_and_a_meal(folder):
    await begun(folder)
    async with opened(folder) as window:
        assert window.here == "mood"
        await window.press("3", "2", " ")
        assert "So-so" in window.text
        assert "A little" in window.text
        assert "Meals 1" in window.text
        await window.saved()
        assert "Saved" in window.title
    [check_in] = await stored(folder, CheckIn)
    assert (check_in.mood, check_in.energy, check_in.day) == (3, 2, TODAY)
    assert [mark.tracker for mark in await stored(folder, Mark)] == ["meal"]
