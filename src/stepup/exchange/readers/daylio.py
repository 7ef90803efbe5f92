"""Daylio's CSV, in the four shapes it has had. See docs/formats/daylio.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from stepup.domain.incoming import Answers, Incoming, Reason, plain_day
from stepup.domain.text import fold, one_line
from stepup.exchange.readers.proposals import Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import decode, not_this, rows

_BEGIN: Final = ("date", "weekday", "time", "mood", "activities")
SHAPES: Final = (
    ("year", *_BEGIN, "note"),
    ("full_date", *_BEGIN, "note"),
    ("full_date", *_BEGIN, "note_title", "note"),
    ("full_date", *_BEGIN, "scales", "note_title", "note"),
)
MOODS: Final = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""The labels Daylio comes with in English; others are never guessed."""
_LOOKED_AT: Final = 200
"""Rows from which the shape of a file without a header is told."""
_BETWEEN: Final = " | "
_BREAK: Final = re.compile(r"<br\s*/?>|</(?:p|div|li|h\d)>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:b|i|u|s|strong|em|strike|del|span|font|p|div|ul|ol|li|h\d)(?:\s[^<>]*)?>", re.IGNORECASE
)
_SIGNS: Final = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_MONTH_DAY: Final = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?")
_KANJI: Final = re.compile(r"(\d{1,2})月\s*(\d{1,2})日?")


def is_header(line: list[str]) -> bool:
    """Whether a row is the header of one of the shapes; the last names may be absent."""
    names = tuple(one_line(cell).casefold() for cell in line)
    return len(names) > 5 and any(shape[: len(names)] == names for shape in SHAPES)


def read(source: Source, answers: Answers) -> Incoming:
    """Return what a file comes to.

    Raises:
        Problem: the file is refused as a whole.
    """
    text = decode(source, answers.encoding)
    found = rows(text, source.name)
    first = list(islice(found, _LOOKED_AT))
    if first and is_header(first[0][1]):
        shape = _full([one_line(cell).casefold() for cell in first.pop(0)[1]])
    else:
        shape = _shape_of([row for _line, row in first], source.name)
    proposals = Proposals("daylio", source.name, answers, text.count("\n"))
    for line, cells in chain(first, found):
        proposals.row(line)
        _take(proposals, dict(zip(shape, cells, strict=False)))
    return proposals.done()


def _full(names: list[str]) -> tuple[str, ...]:
    return next(shape for shape in SHAPES if list(shape[: len(names)]) == names)


def _shape_of(first: list[list[str]], name: str) -> tuple[str, ...]:
    """Return the shape of a file without a header, by its first column and its widest row."""
    begin = one_line(first[0][0]) if first else ""
    width = max((len(row) for row in first), default=0)
    if re.fullmatch(r"\d{4}", begin) and width in (6, 7):
        return SHAPES[0]
    if plain_day(begin) and 6 <= width <= 9:
        return SHAPES[max(1, width - 6)]
    raise not_this(name, field="full_date")


def _take(proposals: Proposals, row: dict[str, str]) -> None:
    day, field = _day(row)
    if day is None:
        proposals.skip(field, Reason.NOT_A_DATE if row.get(field, "").strip() else Reason.NO_DATE)
        return
    clock = _clock(row.get("time", ""))
    if clock is None:
        proposals.skip("time", Reason.NOT_A_TIME)
        return
    at = proposals.local(datetime.combine(day, clock))
    label = _label(row.get("mood", ""))
    has_mood = bool(label)
    if label:
        proposals.mood(at, label, MOODS.get(label.casefold()))
    activities = _parts(row.get("activities", ""))
    if not proposals.writing(at, "\n".join(_words(row)), activities, "note") and not has_mood:
        proposals.skip("mood", Reason.NOTHING_IN_IT)


def _words(row: dict[str, str]) -> Iterator[str]:
    title, note = (_unmarked(row.get(field, "")) for field in ("note_title", "note"))
    scales = ", ".join(_parts(row.get("scales", "")))
    return (words for words in (title, note, scales) if words)


_label = lru_cache(maxsize=1024)(one_line)


@lru_cache(maxsize=4096)
def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in map(one_line, cell.split(_BETWEEN)) if part)


def _unmarked(text: str) -> str:
    """Return a note without its marks of HTML; other signs of less and greater stay."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        for sign, meant in _SIGNS.items():
            text = text.replace(sign, meant)
    return text.strip()


def _day(row: dict[str, str]) -> tuple[date | None, str]:
    """Return the date of a row and the field it is read from; what is localised only in the oldest shape."""
    if "full_date" in row:
        return plain_day(row["full_date"].strip()), "full_date"
    return _named_day(row.get("year", ""), row.get("date", "")), "date"


@lru_cache(maxsize=1024)
def _named_day(year: str, text: str) -> date | None:
    said = fold(text).strip().casefold()
    month, day = 0, 0
    if match := _KANJI.fullmatch(said):
        month, day = int(match.group(1)), int(match.group(2))
    elif match := _MONTH_DAY.fullmatch(said):
        month, day = _month(match.group(1)), int(match.group(2))
    elif match := _DAY_MONTH.fullmatch(said):
        month, day = _month(match.group(2)), int(match.group(1))
    try:
        return date(int(fold(year).strip()), month, day)
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0


@lru_cache(maxsize=4096)
def _clock(text: str) -> time | None:
    """Return the time written as 10:04 AM, 11:54 pm, 18:43 or 9:03; 12:00 AM is midnight."""
    match = _CLOCK.fullmatch(fold(text).strip())
    if match is None:
        return None
    hour, minute, half = int(match.group(1)), int(match.group(2)), (match.group(3) or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
