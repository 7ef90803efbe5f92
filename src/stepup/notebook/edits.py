"""What edits come to: for those who listen, and for a record that changed since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stepup.domain.change import Edit
from stepup.domain.record import Record


class Changed(NamedTuple):
    """What listeners are told: which days and kinds changed (empty: read everything again)."""

    days: frozenset[date] = frozenset()
    kinds: frozenset[str] = frozenset()


def only_what_it_changed(edit: Edit, current: Record | None) -> Record | None:
    """Return a single record as an edit leaves it, but for fields that something else changed since."""
    if current is None:
        return edit.after
    first = {name: field.default for name, field in type(current).model_fields.items()}
    before, after = (dict(one) if one else first for one in (edit.before, edit.after))
    theirs = {
        name: value
        for name, value in after.items()
        if value != before.get(name) and getattr(current, name) == before.get(name)
    }
    return current.replace(**theirs)


def changed_by(edits: Sequence[Edit]) -> Changed:
    """Return what listeners are told of edits."""
    records = [record for edit in edits for record in (edit.before, edit.after) if record]
    return Changed(
        days=frozenset(day for record in records if (day := getattr(record, "day", None))),
        kinds=frozenset(record.kind for record in records),
    )
