"""Short ways to read a file made in a test, and to see what came of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from stepup.domain.incoming import Answers, Incoming, Reason
from stepup.domain.kinds import RECORDS, from_document
from stepup.exchange.readers.formats import read
from stepup.exchange.readers.source import Source

JAPAN = timezone(timedelta(hours=9))


def in_japan(wall: datetime) -> datetime:
    """A wall time as a clock in Japan shows it."""
    return wall.replace(tzinfo=JAPAN)


def taken(name: str, data: bytes | str, file: str = "file", **answers: Any) -> Incoming:
    """What a file comes to, read in Japan; every document is as its record would write itself."""
    source = Source.of(file, data.encode() if isinstance(data, str) else data)
    incoming = read(name, source, Answers(localise=in_japan, **answers))
    held_as_records(incoming)
    return incoming


def held_as_records(incoming: Incoming) -> None:
    """Hold every document against its record: the same fields, the same shard, an id of its own."""
    for proposed in incoming.proposed:
        if proposed.kind not in RECORDS:
            continue
        record = from_document(proposed.kind, proposed.document)
        assert record.document() == without_nothing(proposed.document)
        assert record.shard == proposed.shard
    ids = [(one.kind, one.document["id"]) for one in incoming.proposed]
    assert len(set(ids)) == len(ids)


def without_nothing(value: Any) -> Any:
    """JSON without the fields that have no value, which records leave out."""
    if isinstance(value, dict):
        return {key: without_nothing(inner) for key, inner in value.items() if inner is not None}
    return [*map(without_nothing, value)] if isinstance(value, list) else value


def of(incoming: Incoming, kind: str) -> list[dict[str, Any]]:
    """The documents of a kind."""
    return [one.document for one in incoming.proposed if one.kind == kind]


def texts(incoming: Incoming) -> list[str]:
    """The texts of the journal."""
    return [str(document["text"]) for document in of(incoming, "journal")]


def reasons(incoming: Incoming) -> list[tuple[int, str, Reason]]:
    """Where something was passed by, and why."""
    return [(one.place.number, one.place.field, one.reason) for one in incoming.skipped]


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
