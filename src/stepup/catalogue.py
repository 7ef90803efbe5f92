"""A compiled catalogue of messages (.mo) of which only what is asked for is read.

Python's own gettext reads every message when the first is asked for, which would be a third of what a first frame
takes. The ids stand in the order of their bytes, so that one is found by halving ("The Format of GNU MO Files" in the
manual of GNU gettext).
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from pathlib import Path
from typing import Final

_MAGIC: Final = 0x950412DE
_HEADER: Final = 20
_ENTRY: Final = 8


class Catalogue:
    """The messages of a language that has one form for every number, as Japanese has."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a compiled catalogue, in either order of bytes; no bytes are no messages."""
        self._data = data
        self._order = "<" if data[:4] == _MAGIC.to_bytes(4, "little") else ">"
        self._count, self._ids, self._texts = (
            struct.unpack_from(f"{self._order}3I", data, 8) if len(data) >= _HEADER else (0, 0, 0)
        )
        self._found: dict[str, str] = {}

    @classmethod
    def read(cls, file: Path) -> Catalogue:
        """Return the catalogue in a file; one without messages where there is no file."""
        try:
            return cls(file.read_bytes())
        except FileNotFoundError:
            return cls(b"")

    def gettext(self, message: str) -> str:
        """Return the message in this language, or as it is."""
        return self._find(message, message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the form of the message that `number` of something takes."""
        return self._find(f"{singular}\0{plural}", singular if number == 1 else plural)

    def _find(self, asked: str, otherwise: str) -> str:
        if asked not in self._found:
            key = asked.encode()
            place = bisect_left(range(self._count), key, key=self._id)
            if place == self._count or self._id(place) != key:
                return otherwise
            self._found[asked] = self._at(self._texts, place).decode()
        return self._found[asked]

    def _id(self, place: int) -> bytes:
        return self._at(self._ids, place)

    def _at(self, table: int, place: int) -> bytes:
        length, start = struct.unpack_from(f"{self._order}2I", self._data, table + _ENTRY * place)
        return self._data[start : start + length]
