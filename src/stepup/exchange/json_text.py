"""JSON that is safe to print: nothing in it steers a terminal, whatever a record holds."""

from __future__ import annotations

import re
from typing import Final

import orjson

# What JSON lets through unescaped and a terminal or an editor may obey: C1 controls and DEL,
# line separators, bidi controls. (C0 controls are escaped by every writer of JSON.)
_OBEYED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def json_text(value: object) -> bytes:
    """Return a value as one line of JSON in UTF-8, its keys in order of the alphabet.

    Raises:
        TypeError: a value that is no plain JSON.
    """
    text = orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text).encode()
