"""The clock of this computer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SystemClock:
    """Local wall time, with the UTC offset that holds at that moment."""

    def now(self) -> datetime:
        """Return the local time now, to the second."""
        return datetime.now().astimezone().replace(microsecond=0)

    def localise(self, wall: datetime) -> datetime:
        """Return a wall time with the offset that the system's rules give it.

        A time that occurs twice is the first of the two; one that a clock change skips keeps
        its wall time with the offset from before the change. Offsets are whole minutes.
        """
        try:
            # Not `astimezone`: for a time that was skipped Python 3.13 answers otherwise.
            seconds = (wall.replace(tzinfo=UTC) - _EPOCH).total_seconds() - wall.timestamp()
        except (OverflowError, OSError, ValueError):
            return wall.replace(tzinfo=UTC)  # the system knows no rules for that year
        return wall.replace(tzinfo=timezone(timedelta(minutes=round(seconds / 60))))
