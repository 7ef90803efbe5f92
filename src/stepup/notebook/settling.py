"""What becomes of a record that two notebooks of one person have in two versions. Pure.

The same two versions come to the same, whichever notebook is joined to which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from stepup.domain.kinds import RECORDS, is_tombstone
from stepup.notebook.search import TEXT_FIELDS
from stepup.notebook.shelf import as_kept
from stepup.vault import documents
from stepup.vault.joining import Differing, Version

Document = Mapping[str, Any]
_LARGER: Final = frozenset({("newest_sheet", "year")})
"""Fields of which the larger value is right: the newest sheet stands in the later year."""
_PARAGRAPH: Final = "\n\n"


class How(StrEnum):
    """What is done with a record."""

    NEW = "new"
    """Only the other notebook has it."""
    THEIRS = "theirs"
    """It was changed there alone."""
    TAKEN_AWAY = "taken_away"
    """It was taken away there, and not changed here."""
    BOTH = "both"
    """It was changed on both sides: both versions stay."""
    DECIDED = "decided"
    """There can be one only, and both sides changed it: put together field by field."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is done: the version to stand here (None: taken away), and one to be kept beside it."""

    how: How
    stands: Version | None
    beside: Version | None = None


def settled(differing: Differing) -> Settled | None:
    """Return what is done with a record; None where it stays here as it is."""
    mine, theirs = _living(differing.mine), _living(differing.theirs)
    if theirs is None:
        gone = differing.theirs is not None and differing.was(mine)
        return Settled(How.TAKEN_AWAY, None) if gone and mine is not None else None
    if mine is None:
        took_away = differing.mine is not None and differing.was(theirs)
        return None if took_away else Settled(How.NEW, theirs)
    table = differing.table
    if _form(table, mine) == _form(table, theirs):
        return None
    is_mine_old, is_theirs_old = differing.was(mine), differing.was(theirs)
    if is_theirs_old and not is_mine_old:
        return None
    if is_mine_old and not is_theirs_old:
        return Settled(How.THEIRS, theirs)
    older, newer = sorted((mine, theirs), key=lambda one: _age(one.document))
    if table in RECORDS and RECORDS[table].single:
        put_together = _put_together(differing, newer.document, older.document)
        stands = Version(mine.shard, put_together)
        same = documents.canonical(put_together) == _form(table, mine)
        return None if same else Settled(How.DECIDED, stands)
    return Settled(How.BOTH, newer, older)


def _living(version: Version | None) -> Version | None:
    return None if version is None or is_tombstone(version.document) else version


def _whole(table: str, document: Document) -> Document:
    """Return a document with every field as this version writes it."""
    record = as_kept(table, str(document.get("id", "")), "core", document)
    return document if record is None else record.document()


def _form(table: str, version: Version) -> bytes:
    return documents.canonical(dict(_whole(table, version.document)))


def _age(document: Document) -> tuple[float, str, bytes]:
    """Order versions: by when they were written down, by the last day they name as done, by content.

    What is planned for a day says nothing of when it was written.
    """
    moments = [_moment(document[name]) for name in document if name == "at" or name.endswith("_at")]
    days = [str(document[name]) for name in document if name == "to_day" or name.endswith("_on")]
    return max(moments, default=0.0), max(days, default=""), documents.canonical(dict(document))


def _moment(value: object) -> float:
    try:
        return datetime.fromisoformat(str(value)).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _put_together(differing: Differing, newer: Document, older: Document) -> dict[str, Any]:
    """Return one document of two: what one side alone changed from it, else what both come to."""
    table = differing.table
    top, other = _whole(table, newer), _whole(table, older)
    before = [_whole(table, one) for one in differing.before if not is_tombstone(one)]
    # Who has a field as it came has not said anything there.
    first = {} if before else _as_it_came(table, str(top.get("id", "")))
    known: Sequence[Document] = before or [first]
    found: dict[str, Any] = {}
    for name in dict.fromkeys((*top, *other)):
        here, there = top.get(name), other.get(name)
        then = [one.get(name) for one in known]
        if (table, name) in _LARGER and here is not None and there is not None:
            value = max(here, there)
        elif here == there or (there in then and here not in then):
            value = here
        elif here in then and there not in then:
            value = there
        else:
            value = _of_both(here, there, is_text=name in TEXT_FIELDS.get(table, ()))
        if value is not None:
            found[name] = value
    return found


def _as_it_came(table: str, record_id: str) -> Document:
    fields = RECORDS[table].model_fields
    if any(field.is_required() for name, field in fields.items() if name != "id"):
        return {}
    return RECORDS[table].model_validate({"id": record_id}).document()


def _of_both(here: object, there: object, *, is_text: bool) -> object:
    if isinstance(here, list) and isinstance(there, list):
        return [*here, *(one for one in there if one not in here)]
    if is_text and isinstance(here, str) and isinstance(there, str):
        if here in there or there in here:
            return max(here, there, key=len)
        between = _PARAGRAPH if "\n" in here + there or len(here + there) > 80 else " / "
        return here + between + there
    return there if here is None else here
