"""Sleep as Android's CSV, alone or in its zip. See docs/formats/sleep-as-android.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from stepup.domain.incoming import Answers, Incoming, Reason, whole_minutes
from stepup.domain.text import one_line, tags_in
from stepup.exchange.readers.plees import rating_of
from stepup.exchange.readers.proposals import Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import decode, not_this, rows
from stepup.exchange.readers.zones import local, moment_of, zone

HEADER: Final = ["id", "tz", "from", "to"]
_LAST: Final = "Geo"
"""The last named column; behind it stand times of day, as many as the night was long."""
_DATE: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s+(\d{1,2}):(\d{2})")
_NUMBER: Final = re.compile(r"-?\d{1,6}(?:\.\d{1,9})?")


def is_header(cells: list[str]) -> bool:
    """Whether a row is a header; it comes again before each record."""
    return [one_line(cell).casefold() for cell in cells[:4]] == HEADER


def read(source: Source, answers: Answers) -> Incoming:
    """Return what a file comes to.

    Raises:
        Problem: the file is refused as a whole.
    """
    table = source
    if source.is_zip:
        names = [name for name in source.names() if name.rpartition("/")[2] == "sleep-export.csv"]
        if len(names) != 1:
            raise not_this(source.name, field="sleep-export.csv")
        table = source.member(names[0])
    text = decode(table, answers.encoding)
    proposals = Proposals("sleep-as-android", table.name, answers, text.count("\n") // 2)
    names = []
    for line, cells in rows(text, table.name):
        if is_header(cells):
            names = [one_line(cell) for cell in cells]
            names = names[: names.index(_LAST) + 1] if _LAST in names else names
        elif not names:
            raise not_this(table.name, line, "Id")
        elif one_line(cells[0]):  # else sounds or events of the record above
            proposals.row(line)
            _take(proposals, dict(zip(names, cells, strict=False)))
    if not names:
        raise not_this(table.name, field="Id")
    return proposals.done()


def _take(proposals: Proposals, row: Mapping[str, str]) -> None:
    name = one_line(row.get("Tz", ""))
    if name and zone(name) is None:
        proposals.skip("Tz", Reason.UNKNOWN_ZONE)
    begin = _begin(proposals, row, name)
    fell = local(proposals, begin, name) if begin else None
    if begin is None or fell is None:
        proposals.skip("Id", Reason.NOT_A_DATE)
        return
    passed = _passed(proposals, row, begin, name)
    if passed is None:
        proposals.skip("Hours", Reason.NOT_A_NUMBER)
        return
    try:
        woke = local(proposals, begin + passed, name)
    except OverflowError:
        woke = None
    if woke is None or not proposals.sleep(fell, woke, "Hours"):
        return
    rated = rating_of(row.get("Rating", ""))
    if rated is None:
        proposals.skip("Rating", Reason.NOT_A_NUMBER)
    elif rated:
        proposals.rating(woke, rated)
    comment = row.get("Comment", "")
    proposals.writing(woke, comment, tags_in(comment), "Comment")


def _begin(proposals: Proposals, row: Mapping[str, str], name: str) -> datetime | None:
    """Return the moment it began: the Id where it is one, for that is clear when clocks change."""
    return moment_of(row.get("Id", "")) or _moment(proposals, row.get("From", ""), name)


def _passed(
    proposals: Proposals, row: Mapping[str, str], begin: datetime, name: str
) -> timedelta | None:
    """Return the time from falling asleep to waking.

    Hours is that, or, in some versions, that with LenAdjust in minutes (the time awake, less
    than 0) counted in; To tells which, to the hour that a change of clocks may take.
    """
    hours, adjust = _number(row.get("Hours", "")), _number(row.get("LenAdjust", ""))
    end = _moment(proposals, row.get("To", ""), name)
    seen = end - begin if end else None
    if hours is None or hours <= 0:
        return seen
    ways = [timedelta(hours=hours)]
    if adjust:
        ways.append(ways[0] - timedelta(minutes=adjust))
    ways = [timedelta(minutes=round(way.total_seconds() / 60)) for way in ways]
    return ways[0] if seen is None else min(ways, key=lambda way: abs(way - seen))


def _number(text: str) -> float | None:
    said = text.strip()
    return float(said) if _NUMBER.fullmatch(said) else None


def _moment(proposals: Proposals, text: str, name: str) -> datetime | None:
    """Return the moment written day first, as 31. 05. 2026 23:10."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year, hour, minute = (int(group) for group in match.groups())
    place = zone(name) if name else None
    try:
        wall = datetime(year, month, day, hour, minute)
        return whole_minutes(wall.replace(tzinfo=place)) if place else proposals.local(wall)
    except (ValueError, OverflowError):
        return None
