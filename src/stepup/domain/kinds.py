"""Every kind of record there is, by the name of its table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stepup.domain.goal import Goal, GoalDay, SomeDay
from stepup.domain.journal import JournalEntry, Looked, OwnHelp, Topic, Win
from stepup.domain.mood import CheckIn
from stepup.domain.profile import Preferences, Rest
from stepup.domain.record import Record
from stepup.domain.rhythm import Mark, Sleep, Tracker

RECORDS: dict[str, type[Record]] = {
    record.kind: record
    for record in (
        CheckIn, Sleep, Mark, Tracker, Win, Topic, JournalEntry, Looked, OwnHelp,
        Goal, GoalDay, SomeDay, Preferences, Rest,
    )
}  # fmt: skip


def is_tombstone(document: Mapping[str, Any]) -> bool:
    """Whether the document only says that a record was taken away."""
    return "deleted" in document


def tombstone(record_id: str, when: str) -> dict[str, Any]:
    """Return the document that stands in for a record taken away at an ISO 8601 moment."""
    return {"id": record_id, "deleted": when}


def from_document(kind: str, document: Mapping[str, Any]) -> Record:
    """Return the record kept in a document of the table `kind`.

    Raises:
        KeyError: a kind that this version does not know.
        pydantic.ValidationError: a document that does not fit its kind.
    """
    return RECORDS[kind].model_validate(document)
