"""Bytes as text, tables and JSON, or one clear refusal that names file, line and field."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Final

import orjson

from stepup.domain.incoming import Place
from stepup.domain.problem import Problem, ProblemCode
from stepup.exchange.readers.source import Source

ENCODINGS: Final = ("utf-8", "utf-16", "cp932")
"""Encodings that are offered. CP932 is what Excel in Japan writes and calls Shift_JIS."""
_FIELD: Final = 1 << 20
"""Characters a cell may have; an entry may have fewer."""
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_KEY: Final = re.compile(rb'"(\w{1,32})"\s*:')


def decode(source: Source, encoding: str) -> str:
    """Return a file's text.

    Without an encoding it is UTF-8, or UTF-16 where its first bytes say so.

    Raises:
        Problem: incoming_encoding, with the line of the first bytes that do not fit.
    """
    data = source.data()
    if not encoding:
        encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8"
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except (UnicodeDecodeError, LookupError) as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = 1 + data.count(b"\n", 0, at)
        raise Problem(ProblemCode.INCOMING_ENCODING, file=source.name, line=line) from None
    if "\0" in text:
        line = 1 + text.count("\n", 0, text.index("\0"))
        raise Problem(ProblemCode.INCOMING_ENCODING, file=source.name, line=line)
    return text


def rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of a comma-separated table with the number of its first line; blank ones not.

    Raises:
        Problem: incoming_table, with the line.
    """
    before = csv.field_size_limit(_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        raise Problem(ProblemCode.INCOMING_TABLE, file=name, line=line) from None
    finally:
        csv.field_size_limit(before)


def json_of(source: Source, fields: frozenset[str], encoding: str) -> object:
    """Return a file's JSON; `fields` are the names a refusal may say.

    Raises:
        Problem: incoming_json, with line and field; incoming_encoding.
    """
    data = source.data()
    if encoding or data.startswith(_UTF_16):
        data = decode(source, encoding).encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        found: object = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if "UTF-8" in error.msg and not _is_utf_8(data):
            decode(source, "utf-8")
        at = len(error.doc[: error.pos].encode("utf-8", "surrogatepass")) if error.doc else 0
        keys = [key.decode("ascii", "replace") for key in _KEY.findall(data[:at][-2000:])]
        field = keys[-1] if keys and keys[-1] in fields else ""
        raise refused(Place(source.name, error.lineno, field)) from None
    return found


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def refused(place: Place) -> Problem:
    """Return the problem of JSON that is not what this kind of file holds."""
    return Problem(
        ProblemCode.INCOMING_JSON, file=place.file, line=place.number, field=place.field or "-"
    )


def not_this(name: str, line: int = 1, field: str = "") -> Problem:
    """Return the problem of a file that is of another kind than was said."""
    return Problem(ProblemCode.INCOMING_OTHER, file=name, line=line, field=field or "-")
