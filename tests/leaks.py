"""Where a secret text could be found again: the spellings it may have, and the files in which one of them stands."""

import base64
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def spellings(text: str) -> Iterator[bytes]:
    """The bytes by which a text could be found in a file."""
    utf8 = text.encode()
    yield utf8
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    yield json.dumps(text)[1:-1].encode()
    yield ascii(text)[1:-1].encode()
    for shift in range(3):
        yield base64.b64encode(b"\0" * shift + utf8)[4:-4]
    yield utf8.hex().encode()


def found_below(folder: Path, secrets: Iterable[str]) -> list[str]:
    """Files below a folder, or names of files, in which a secret stands in any spelling."""
    wanted = [spelling for text in secrets for spelling in spellings(text)]
    found = []
    for path in folder.rglob("*"):
        data = os.fsencode(path.name) + (path.read_bytes() if path.is_file() else b"")
        if any(spelling in data for spelling in wanted):
            found.append(str(path))
    return found
