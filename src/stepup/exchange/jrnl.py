"""The journal for jrnl: its JSON, and the text that `jrnl --import` takes; docs/formats/jrnl.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import Final, NamedTuple

from stepup.domain.day import logical_day
from stepup.domain.journal import JournalEntry
from stepup.exchange.json_text import json_text

NOON: Final = time(12)
"""The time of what was written down on another day than the one it is for."""
# What jrnl reads as the beginning of another entry, and as a star.
_LIKE_A_DATE: Final = re.compile(r"^\[(?=[^\]]{7,}\] )", re.MULTILINE)
_STAR: Final = re.compile(r"\*(?=\s*(?:\n|\Z))")


class Titled(NamedTuple):
    """A text as jrnl takes it apart."""

    title: str
    body: str


def split_title(text: str) -> Titled:
    """Return a text taken apart where jrnl does it in its own file: the title is the first line."""
    title, _end, body = text.strip().partition("\n")
    return Titled(title.strip(), body.strip())


def jrnl_json(entries: Iterable[JournalEntry], day_start: time) -> Iterator[bytes]:
    """Yield the journal in jrnl's JSON, the oldest first, an entry a line."""
    ordered = _in_order(entries, day_start)
    counts = Counter(f"#{tag}" for _moment, entry in ordered for tag in entry.all_tags)
    yield b'{\n"tags": ' + json_text(counts) + b',\n"entries": ['
    between = b"\n"
    for moment, entry in ordered:
        title, body = split_title(entry.text)
        yield between + json_text(
            {
                "title": title,
                "body": body,
                "date": f"{moment:%Y-%m-%d}".rjust(10, "0"),
                "time": f"{moment:%H:%M}",
                "tags": [f"#{tag}" for tag in entry.all_tags],
                "starred": False,
            }
        )
        between = b",\n"
    yield b"\n]\n}\n"


def jrnl_text(entries: Iterable[JournalEntry], day_start: time) -> Iterator[bytes]:
    """Yield the journal as the text that jrnl keeps, the oldest first.

    Nothing in an entry begins another one or stars it: a bracket or an asterisk that would is
    written in full width.
    """
    for moment, entry in _in_order(entries, day_start):
        first, end, rest = entry.text.strip().partition("\n")
        kept = _STAR.sub("＊", first) + end + _LIKE_A_DATE.sub("［", rest)
        date = f"{moment:%Y-%m-%d}".rjust(10, "0")
        yield f"[{date} {moment:%H:%M}] {kept}\n\n".encode()


def _in_order(
    entries: Iterable[JournalEntry], day_start: time
) -> list[tuple[datetime, JournalEntry]]:
    found = [(_moment(entry, day_start), entry) for entry in entries]
    return sorted(found, key=lambda two: (two[0], two[1].at, two[1].id))


def _moment(entry: JournalEntry, day_start: time) -> datetime:
    """Return when it was written by the clock on the wall, or noon of the day it is for."""
    if logical_day(entry.at, day_start) == entry.day:
        return entry.at.replace(tzinfo=None, second=0, microsecond=0)
    return datetime.combine(entry.day, NOON)
