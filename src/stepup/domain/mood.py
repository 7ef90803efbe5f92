"""How a moment is: mood and energy, one to five, as often a day as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from stepup.domain.record import Dated

SCALE = (1, 2, 3, 4, 5)
CORRECTION = timedelta(minutes=15)
"""A digit pressed this soon after the last one corrects it; later it is a new check-in."""

Level = Annotated[int, Field(ge=1, le=5)]


class CheckIn(Dated):
    """Mood, energy or both at one moment."""

    kind: ClassVar[str] = "check_in"
    mood: Level | None = None
    energy: Level | None = None


def latest(check_ins: Sequence[CheckIn], what: str) -> int | None:
    """Return the last level given that day for "mood" or "energy", or None."""
    for check_in in sorted(check_ins, key=lambda one: one.at, reverse=True):
        level: int | None = getattr(check_in, what)
        if level is not None:
            return level
    return None
