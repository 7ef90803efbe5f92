"""CSV that a spreadsheet opens safely: no text of the person's is ever taken for a formula.

UTF-8 with a byte order mark, lines ended by CR LF. A text that a spreadsheet could take for a
formula stands behind an apostrophe; numbers are written as they are. `decode` undoes both.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import LIMIT_BYTES

Cell: TypeAlias = str | int | Decimal | None
"""A text, a number as it is, or nothing."""

BOM: Final = b"\xef\xbb\xbf"
_GUARD: Final = "'"
_SIGNS: Final = frozenset("=+-@\t\r＝＋－＠")
"""What a formula may begin with; full-width twins are folded by some programs."""
_PASSED_OVER: Final = " \u3000\u00a0\n"
"""What some programs drop before they look for a formula."""
_MOST: Final = 16 * 1024 * 1024
"""Bytes that are read; more is no table of ours."""


def encode(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as CSV, its header first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_guarded(name) for name in header])
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return BOM + text.getvalue().encode("utf-8")


def decode(data: bytes) -> list[list[str]]:
    """Return the rows of a table as texts, its header among them, the apostrophes of ours gone.

    Raises:
        Problem: not_a_table.
    """
    if len(data) > _MOST:
        raise Problem(ProblemCode.NOT_A_TABLE)
    # One entry may be longer than what Python takes to start with.
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT_BYTES))
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise Problem(ProblemCode.NOT_A_TABLE) from None
    return [[_without_guard(cell) for cell in row] for row in rows if row]


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _guarded(cell)
        case int():
            return str(cell)
        case Decimal():
            return f"{cell:f}"


def _guarded(text: str) -> str:
    return _GUARD + text if _needs_guard(text) else text


def _without_guard(text: str) -> str:
    return text[1:] if text[:1] == _GUARD and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    """Whether a text looks like a formula, or like one that was guarded already."""
    return text.lstrip(_GUARD).lstrip(_PASSED_OVER)[:1] in _SIGNS
