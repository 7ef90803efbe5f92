"""Records as JSON: what may be kept, and the one form in which two are compared."""

import math
from typing import Any, Final

import orjson

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.migrations import Document

# Deeper than any record of ours by far, and well inside what every JSON reader takes.
MAX_DEPTH: Final = 64
# Whole numbers every JSON reader keeps exactly.
MAX_NUMBER: Final = 2**53

_TEXT: Final = frozenset({str})
_SMALL: Final = frozenset({str, bool, type(None)})


def check(table: str, document: Document) -> None:
    """Raise Problem(DOCUMENT_INVALID or DOCUMENT_TOO_DEEP) unless document is plain JSON that comes back the same."""
    if not _is_flat(document):
        _check_values(table, document)
    try:
        orjson.dumps(document)
    except TypeError:  # half a character (a lone surrogate) in a key or a text
        raise _invalid(table) from None


def _is_flat(document: Document) -> bool:
    """Whether it holds texts and small things alone, as most records do: told quickly, for thousands come at once."""
    if not {*map(type, document)} <= _TEXT:
        return False
    for value in document.values():
        kind = type(value)
        if kind is int:
            if not -MAX_NUMBER <= value <= MAX_NUMBER:
                return False
        elif kind is list:
            if not {*map(type, value)} <= _TEXT:
                return False
        elif kind not in _SMALL:
            return False
    return True


def _check_values(table: str, document: Document) -> None:
    waiting: list[tuple[Any, int]] = [(document, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise Problem(ProblemCode.DOCUMENT_TOO_DEEP, table=_safe(table))
        if isinstance(value, dict):
            if not all(isinstance(key, str) for key in value):
                raise _invalid(table)
            waiting.extend((inner, depth + 1) for inner in value.values())
        elif isinstance(value, list | tuple):
            waiting.extend((inner, depth + 1) for inner in value)
        elif not _is_plain(value):
            raise _invalid(table)


def canonical(document: Document | None) -> bytes:
    """The bytes by which documents are compared: the same content gives the same bytes."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def whole(text: str) -> str:
    """Replace half characters (lone surrogates) by "?": no file can hold them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_plain(value: object) -> bool:
    if value is None or isinstance(value, str | bool):
        return True
    if isinstance(value, int):
        return -MAX_NUMBER <= value <= MAX_NUMBER
    return isinstance(value, float) and math.isfinite(value)


def _invalid(table: str) -> Problem:
    return Problem(ProblemCode.DOCUMENT_INVALID, table=_safe(table))


def _safe(table: str) -> str:
    """A table's name, or "?" when what stands there is no name of ours."""
    return table if table.isidentifier() and table.isascii() else "?"
