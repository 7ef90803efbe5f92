"""One table (CSV) for each kind of entry, a column a field; docs/formats/csv.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final

import orjson

from stepup.domain.kinds import RECORDS, is_tombstone
from stepup.domain.problem import Problem, ProblemCode
from stepup.exchange.csv_text import Cell, decode, encode
from stepup.exchange.json_text import json_text
from stepup.i18n import in_every_language
from stepup.words.records import field_message, field_name

Document = Mapping[str, Any]
_FIRST: Final = ("day", "at")
_LAST: Final = ("id", "copy_of")


def kind_table(kind: str, documents: Iterable[Document]) -> bytes:
    """Return the entries of a kind as a table, in the order of `stepup export json`.

    Numbers are written as they are, lists as JSON. A field that this version does not know has
    its own name and stands as JSON; what was taken away is not in it.
    """
    living = [one for one in documents if not is_tombstone(one)]
    known = fields_of(kind)
    newer = sorted({name for one in living for name in one} - set(known))
    rows = [
        [_cell(kind, name, one.get(name)) for name in (*known, *newer)] for one in _sorted(living)
    ]
    return encode([*(field_name(kind, name) for name in known), *newer], rows)


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind in the order of the columns; none for a kind not known here."""
    names = tuple(RECORDS[kind].model_fields) if kind in RECORDS else ()
    between = tuple(name for name in names if name not in (*_FIRST, *_LAST))
    return (*(n for n in _FIRST if n in names), *between, *(n for n in _LAST if n in names))


def read_kind_table(kind: str, data: bytes) -> list[dict[str, Any]]:
    """Return the documents in a table that `kind_table` wrote, in whichever language.

    A blank cell is a field without a value.

    Raises:
        Problem: not_a_table.
    """
    rows = decode(data)
    names = {
        words: name
        for name in fields_of(kind)
        for words in in_every_language(field_message(kind, name))
    }
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise Problem(ProblemCode.NOT_A_TABLE)
    columns = [names.get(words, words) for words in rows[0]]
    return [_document(kind, columns, row) for row in rows[1:]]


def _sorted(documents: Sequence[Document]) -> list[Document]:
    def place(document: Document) -> tuple[str, ...]:
        return tuple(str(document.get(field, "")) for field in ("day", "at", "id"))

    return sorted(documents, key=place)


def _cell(kind: str, name: str, value: object) -> Cell:
    match value:
        case None:
            return None
        case str() if _is_known(kind, name):
            return Decimal(value) if _is_number(kind, name) else value
        case int() if not isinstance(value, bool):
            return value
        case _:
            return json_text(value).decode()


def _document(kind: str, columns: Sequence[str], row: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, cell in zip(columns, row, strict=True):
        if cell == "":
            continue
        try:
            found[name] = cell if name in _texts(kind) else orjson.loads(cell)
        except orjson.JSONDecodeError:
            raise Problem(ProblemCode.NOT_A_TABLE) from None
    return found


def _is_known(kind: str, name: str) -> bool:
    return kind in RECORDS and name in RECORDS[kind].model_fields


def _is_number(kind: str, name: str) -> bool:
    """Whether a field is a number that JSON keeps as a text."""
    return RECORDS[kind].model_fields[name].annotation is Decimal


@cache
def _texts(kind: str) -> frozenset[str]:
    """Return the fields of a kind whose values are texts: no numbers, yes or no, or lists."""
    if kind not in RECORDS:
        return frozenset()
    schema = RECORDS[kind].model_json_schema(mode="serialization")
    fields = schema["properties"].items()
    return frozenset(name for name, one in fields if _has_texts(one, schema.get("$defs", {})))


def _has_texts(schema: Mapping[str, Any], defined: Mapping[str, Any]) -> bool:
    if "$ref" in schema:
        return _has_texts(defined[schema["$ref"].rpartition("/")[2]], defined)
    if "anyOf" in schema:
        return any(_has_texts(one, defined) for one in schema["anyOf"])
    return schema.get("type") == "string"
