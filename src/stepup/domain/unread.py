"""An entry that this version does not understand, carried as it is."""

from __future__ import annotations

from typing import Any

from stepup.domain.record import Record


class Unread(Record):
    """An entry of a kind, or in a form, that only another version of stepup knows.

    `table` is its kind, `place` the shard it stands in, `whole` its document.
    """

    table: str
    place: str
    whole: dict[str, Any]

    @property
    def kind(self) -> str:  # type: ignore[override]  # told by each one, not by the class
        """The name of its table."""
        return self.table

    @property
    def shard(self) -> str:
        """The shard it was found in."""
        return self.place

    def document(self) -> dict[str, Any]:
        """Return it as it was found, under its id."""
        named = {"id": self.id, "copy_of": self.copy_of} if self.copy_of else {}
        return {**self.whole, **named}


def unread(kind: str, record_id: str, shard: str, document: dict[str, Any]) -> Unread:
    """Return the entry in a document that no class fits."""
    return Unread(id=record_id, table=kind, place=shard, whole=document)
