"""stepup's own JSON, as docs/export-json.md describes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from stepup.domain.incoming import Answers, Incoming, Proposed, Reason, plain_day
from stepup.domain.kinds import RECORDS, from_document, is_tombstone
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, year_shard
from stepup.exchange.own_json import FORM, VERSION
from stepup.exchange.readers.proposals import Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import json_of, not_this

FIELDS: Final = frozenset({"form", "version", "records", "id", "day", "at", *RECORDS})
_LONGEST_NAME: Final = 200
_MOST_DEPTH: Final = 64
_LARGEST: Final = 2**53


def read(source: Source, answers: Answers) -> Incoming:
    """Return what an export comes to: each entry as it is, fields and kinds this version does not know too.

    Raises:
        Problem: the file is refused as a whole.
    """
    found = json_of(source, FIELDS, answers.encoding)
    if not isinstance(found, dict) or found.get("form") != FORM:
        raise not_this(source.name, field="form")
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise not_this(source.name, field="version")
    if version > VERSION:
        raise Problem(ProblemCode.INCOMING_NEWER, file=source.name, version=version, known=VERSION)
    records = found.get("records")
    if not isinstance(records, dict) or not all(isinstance(v, list) for v in records.values()):
        raise not_this(source.name, field="records")
    proposals = Proposals("stepup", source.name, answers, sum(map(len, records.values())))
    for kind, documents in records.items():
        ids: set[str] = set()
        for number, document in enumerate(documents, 1):
            proposals.row(number, is_entry=True)
            _take(proposals, kind, document, ids)
    return proposals.done()


def _take(proposals: Proposals, kind: str, document: object, ids: set[str]) -> None:
    field = kind if kind.isidentifier() and kind.isascii() else "records"
    if not isinstance(document, dict) or is_tombstone(document) or not _is_name(kind):
        proposals.skip(field, Reason.NOT_UNDERSTOOD)
        return
    record_id = document.get("id")
    if not isinstance(record_id, str) or not _is_name(record_id) or record_id in ids:
        proposals.skip(f"{field}.id", Reason.NOT_UNDERSTOOD)
        return
    proposed = _proposed(kind, document) if _can_be_kept(document) else None
    if proposed is None:
        proposals.skip(field, Reason.NOT_UNDERSTOOD)
        return
    ids.add(record_id)
    proposals.as_kept(proposed)


def _proposed(kind: str, document: dict[str, Any]) -> Proposed | None:
    """Return the entry as this version writes it; of a kind it does not know, as it is."""
    if kind not in RECORDS:
        day = document.get("day")
        found = plain_day(day) if isinstance(day, str) else None
        return Proposed(year_shard(found) if found else CORE, kind, document)
    try:
        record = from_document(kind, document)
    except (ValidationError, Problem):
        return None
    kept = record.document()
    # A newer version may have written that a field has no value: that stays as well.
    return Proposed(record.shard, kind, document if _with_values(document) == kept else kept)


def _with_values(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON without the fields that have no value."""
    if isinstance(value, dict):
        return {key: _with_values(inner) for key, inner in value.items() if inner is not None}
    return [*map(_with_values, value)] if isinstance(value, list) else value


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME


def _can_be_kept(document: Mapping[str, Any]) -> bool:
    """Whether every JSON reader gives it back as it is: no number too large, not nested too deeply."""
    waiting: list[tuple[Any, int]] = [(document, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _MOST_DEPTH:
            return False
        if isinstance(value, dict):
            waiting.extend((inner, depth + 1) for inner in value.values())
        elif isinstance(value, list):
            waiting.extend((inner, depth + 1) for inner in value)
        elif isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
            return False
    return True
