"""Moments in a time zone that a file names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from stepup.domain.incoming import wall_of, whole_minutes
from stepup.exchange.readers.proposals import Proposals

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo | None:
    """Return the zone of a name, or None where this computer knows none of that name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def moment_of(milliseconds: str) -> datetime | None:
    """Return the moment so many milliseconds after 1970 in UTC, or None; parts of a second dropped."""
    said = milliseconds.strip()
    if not (said.isascii() and said.removeprefix("-").isdigit() and len(said) < 16):
        return None
    try:
        return _EPOCH + timedelta(seconds=int(said) // 1000)
    except OverflowError:
        return None


def local(proposals: Proposals, moment: datetime, name: str) -> datetime | None:
    """Return a moment as the wall of a zone showed it, or of this computer where it is not known.

    None at either end of the calendar.
    """
    place = zone(name) if name else None
    try:
        if place is None:
            return wall_of(moment, proposals.answers.localise)
        return whole_minutes(moment.astimezone(place))
    except (OverflowError, ValueError):
        return None
