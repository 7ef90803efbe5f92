"""stepup's own JSON: every entry as it is kept. The form is described in docs/export-json.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from stepup.domain.kinds import is_tombstone
from stepup.exchange.json_text import json_text

FORM: Final = "stepup export"
VERSION: Final = 1
"""Goes up when a reader of the form before would read it wrongly."""

Document = Mapping[str, Any]


def encode(documents: Mapping[str, Iterable[Document]]) -> Iterator[bytes]:
    """Yield the export of `documents` (kind -> entries as kept) in pieces, one entry a line.

    Kinds and fields this version does not know are in it; what stands in for an entry taken
    away is not. The same entries give the same bytes, in whatever order they come.
    """
    yield b'{\n"form": ' + json_text(FORM) + b",\n"
    yield b'"version": ' + json_text(VERSION) + b",\n"
    yield b'"records": {'
    kinds = {kind: _in_order(documents[kind]) for kind in sorted(documents)}
    between = b"\n"
    for kind, lines in kinds.items():
        if lines:
            yield between + json_text(kind) + b": [\n" + b",\n".join(lines) + b"\n]"
            between = b",\n"
    yield b"\n}\n}\n"


def _in_order(documents: Iterable[Document]) -> list[bytes]:
    """Return the entries as lines, by day, then by time of writing, then by id."""
    living = [document for document in documents if not is_tombstone(document)]
    return [json_text(document) for document in sorted(living, key=_place)]


def _place(document: Document) -> tuple[str, ...]:
    return tuple(str(document.get(field, "")) for field in ("day", "at", "id"))
