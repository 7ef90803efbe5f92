"""Loop Habit Tracker's zip. See docs/formats/loop.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from stepup.domain.incoming import (
    LEAVE_OUT,
    NEW_ROW,
    Answers,
    Habit,
    Incoming,
    Reason,
    Target,
    plain_day,
)
from stepup.domain.own_number import MOST
from stepup.domain.rhythm import Measure
from stepup.domain.text import fold, one_line
from stepup.exchange.readers.proposals import Numbered, Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import decode, not_this, rows

HABITS: Final = "Habits.csv"
CHECKMARKS: Final = "Checkmarks.csv"
_FOLDER: Final = re.compile(r"(\d{1,6})(?: .*)?")
_MINUTES: Final = frozenset({"m", "min", "mins", "minute", "minutes", "分", "分間"})
_THOUSAND: Final = Decimal(1000)
_CODES: Final = range(-1, 4)
"""Numbers that are signs: unknown, no, done by itself, done, skipped."""
_DONE: Final = frozenset({"YES_MANUAL", "2"})
_NOT_DONE: Final = frozenset({"YES_AUTO", "NO", "SKIP", "UNKNOWN", "-1", "0", "1", "3", ""})


class Checkmark(NamedTuple):
    """One row of one habit: where it stands, and what."""

    file: str
    line: int
    day: str
    value: str
    notes: str


@dataclass(frozen=True, slots=True)
class _Kept:
    position: int
    name: str
    counts: bool
    unit: str
    archived: bool


def read(source: Source, answers: Answers) -> Incoming:
    """Return what a zip comes to.

    Raises:
        Problem: the file is refused as a whole.
    """
    names = source.names() if source.is_zip else []
    home = [name for name in names if name.rpartition("/")[2] == HABITS and name.count("/") <= 1]
    if len(home) != 1:
        raise not_this(source.name, field=HABITS)
    kept = _habits(source.member(home[0]), answers)
    marks = _checkmarks(source, names, len(home[0]) - len(HABITS), answers)
    if not marks:
        marks = _of_all(source, home[0].replace(HABITS, CHECKMARKS), names, kept, answers)
    total = sum(map(len, marks.values()))
    proposals = Proposals("loop", source.name, answers, total)
    habits: list[Habit] = []
    same: dict[str, int] = {}
    for one in kept:
        found = marks.pop(one.position, [])
        same[one.name] = same.get(one.name, 0) + 1
        habit = _habit(one, found)
        habits.append(habit)
        # The name and which of that name: the position changes when habits are put in order.
        record_id = proposals.id_of("tracker", f"{one.name}\x1f{same[one.name]}")
        _take(proposals, habit, found, record_id, counts=one.counts)
    for found in marks.values():
        proposals.row(found[0].line, found[0].file)
        proposals.skip("", Reason.NO_SUCH_HABIT)
    return proposals.done(habits)


def _habits(table: Source, answers: Answers) -> list[_Kept]:
    found = rows(decode(table, answers.encoding), table.name)
    _line, header = next(found, (1, []))
    names = [one_line(cell) for cell in header]
    if "Name" not in names:
        raise not_this(table.name, field="Name")
    kept = []
    for number, (line, cells) in enumerate(found, 1):
        row = dict(zip(names, cells, strict=False))
        said = row.get("Position", str(number)).strip()
        if not (said.isascii() and said.isdigit() and len(said) < 7):
            raise not_this(table.name, line, "Position")
        kept.append(
            _Kept(
                position=int(said),
                name=one_line(row.get("Name", "")) or said,
                counts=row.get("Type", "").strip().upper() in ("NUMERICAL", "1"),
                unit=fold(row.get("Unit", "")).strip().casefold(),
                archived=row.get("Archived?", "").strip().casefold() == "true",
            )
        )
    return kept


def _checkmarks(
    source: Source, names: Sequence[str], home: int, answers: Answers
) -> dict[int, list[Checkmark]]:
    """Return the rows of each habit by its position: names of folders lose their Japanese."""
    found: dict[int, list[Checkmark]] = {}
    for name in sorted(names):
        folder, _slash, last = name[home:].rpartition("/")
        match = _FOLDER.fullmatch(folder) if last == CHECKMARKS else None
        if match is not None:
            table = source.member(name)
            lines = rows(decode(table, answers.encoding), name)
            marks = [Checkmark(name, line, *_three(cells)) for line, cells in lines]
            found.setdefault(int(match.group(1)), []).extend(_without_header(marks))
    return {position: marks for position, marks in found.items() if marks}


def _of_all(
    source: Source, name: str, names: Sequence[str], kept: Sequence[_Kept], answers: Answers
) -> dict[int, list[Checkmark]]:
    """Return the rows of the one table of all habits, told by their column: its header is not escaped."""
    if name not in names:
        return {}
    table = source.member(name)
    found: dict[int, list[Checkmark]] = {}
    _header, _end, below = decode(table, answers.encoding).partition("\n")
    for line, cells in rows(below, name):
        if plain_day(cells[0].strip()):
            for one, value in zip(kept, cells[1:], strict=False):
                found.setdefault(one.position, []).append(
                    Checkmark(name, line + 1, cells[0], value, "")
                )
    return found


def _three(cells: Sequence[str]) -> tuple[str, str, str]:
    day, value, notes = (*cells[:3], "", "", "")[:3]
    return day, value, notes


def _without_header(marks: list[Checkmark]) -> list[Checkmark]:
    return marks[1:] if marks and marks[0].day.strip().casefold() == "date" else marks


def _habit(one: _Kept, marks: Sequence[Checkmark]) -> Habit:
    """Return a habit as its row here would be."""
    measure, decimals = Measure.YES_NO, False
    if one.counts:
        measure = Measure.MINUTES if one.unit in _MINUTES else Measure.COUNT
        values = (_amount(mark.value) for mark in marks)
        decimals = any(value is not None and value % 1 for value in values)
    return Habit(str(one.position), one.name, measure.value, decimals, one.archived)


def _take(
    proposals: Proposals, habit: Habit, marks: Sequence[Checkmark], record_id: str, *, counts: bool
) -> None:
    answer = proposals.answers.rows.get(habit.key, NEW_ROW)
    target = Target(record_id, habit.measure) if answer == NEW_ROW else answer
    if answer == NEW_ROW and marks and not habit.decimals:
        proposals.tracker(habit, record_id)
    number = Numbered(record_id, habit.name, MOST) if answer == NEW_ROW and habit.decimals else None
    for mark in marks:
        proposals.row(mark.line, mark.file)
        if answer == LEAVE_OUT:
            continue
        day = plain_day(mark.day.strip())
        if day is None:
            proposals.skip("Date", Reason.NOT_A_DATE)
            continue
        for value in _values(proposals, mark, counts=counts):
            if number is not None:
                _note_number(proposals, number, day, value)
            else:
                _note_mark(proposals, habit, target, day, value)
        if mark.notes.strip():
            proposals.writing(proposals.noon(day), f"{habit.name}: {mark.notes}", (), "Notes")


def _values(proposals: Proposals, mark: Checkmark, *, counts: bool) -> Iterator[Decimal]:
    """Yield what was done on a day, or nothing; 1 for a yes."""
    said = mark.value.strip().upper()
    if said in _DONE and not counts:
        yield Decimal(1)
    elif said in _NOT_DONE or (counts and said in _DONE):
        return
    else:
        value = _amount(said) if counts else None
        if value is None:
            proposals.skip("Value", Reason.NOT_A_NUMBER)
        elif 0 < value <= MOST:
            yield value
        else:
            proposals.skip("Value", Reason.NOT_A_NUMBER)


def _amount(text: str) -> Decimal | None:
    """Return a number that is written a thousand times as large; None for a sign or no number."""
    try:
        written = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not written.is_finite() or written in _CODES or abs(written) > MOST * _THOUSAND:
        return None
    return written / _THOUSAND


def _note_number(proposals: Proposals, number: Numbered, day: date, value: Decimal) -> None:
    if value < Decimal("0.1"):
        proposals.skip("Value", Reason.NOT_A_NUMBER)
    else:
        proposals.number(number, proposals.noon(day), value, day)


def _note_mark(
    proposals: Proposals, habit: Habit, target: Target, day: date, value: Decimal
) -> None:
    measure = target.measure
    kept: int | None = None
    if measure in (Measure.COUNT, Measure.MINUTES) and habit.measure != Measure.YES_NO:
        if value % 1:
            proposals.skip("Value", Reason.NOT_A_NUMBER)
            return
        kept = int(value)
    elif measure == Measure.COUNT:
        kept = 1
    proposals.mark(day, target.row, kept, f"{habit.name}={value}")
