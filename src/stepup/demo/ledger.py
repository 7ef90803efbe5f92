"""What has been written so far, and what each year adds to it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from stepup.demo.chance import Chance
from stepup.domain.change import Change, Edit, Label
from stepup.domain.record import CORE, Record


class Ledger:
    """Collects the records of a year; hands them over as one change."""

    def __init__(self, chance: Chance, offset: timedelta) -> None:
        """Give ids by `chance`; every moment has the one UTC offset."""
        self._chance = chance
        self._zone = timezone(offset)
        self._before: dict[str, Record] = {}
        self._after: dict[str, Record] = {}

    def new_id(self) -> str:
        """Return an id that no other record has."""
        return self._chance.id()

    def moment(self, wall: datetime) -> datetime:
        """Return a wall time with its offset."""
        return wall.replace(tzinfo=self._zone)

    def put(self, record: Record) -> None:
        """Keep a record; one with the same id is replaced."""
        self._after[record.id] = record

    def close_year(self) -> Change:
        """Return what was put since the last call. What can still change stays known."""
        edits = tuple(
            Edit(self._before.get(record_id), record) for record_id, record in self._after.items()
        )
        for record_id, record in self._after.items():
            if record.shard == CORE:
                self._before[record_id] = record
            else:
                self._before.pop(record_id, None)
        self._after = {}
        return Change(Label.IMPORT, edits)
