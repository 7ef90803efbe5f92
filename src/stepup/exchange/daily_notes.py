"""Markdown notes, one a day, with YAML front matter that every reader takes alike.

Times and texts stand in double quotes: YAML 1.1 reads a bare 22:30 as the number 1350, and a
bare no as false. What is quoted is written as JSON, which YAML takes as it is. The journal stands
as it was typed, since it may be Markdown itself; single lines are made safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from stepup.domain.goal import GoalDay, Outcome
from stepup.domain.journal import Topic, Win
from stepup.domain.rhythm import BUILT_IN, Mark, Measure, Sleep, Tracker, total
from stepup.exchange.json_text import json_text
from stepup.exchange.pages.as_markdown import bullet, escaped
from stepup.i18n import _, format_day, format_time
from stepup.words.plain_rows import Page

_FENCE: Final = "---"


class DayPage(Page, Protocol):
    """What stands on the page of a day, with the levels given last."""

    @property
    def mood(self) -> int | None:
        """The mood, 1 to 5."""

    @property
    def energy(self) -> int | None:
        """The energy, 1 to 5."""


def note(page: DayPage, trackers: Sequence[Tracker]) -> bytes:
    """Return the note of a day; own rows have the names of `trackers`."""
    head = [f"{key}: {json_text(value).decode()}" for key, value in _head(page, trackers).items()]
    parts = ["\n".join((_FENCE, *head, _FENCE)), f"# {escaped(format_day(page.day, 'day_year'))}"]
    parts += _body(page)
    return ("\n\n".join(parts) + "\n").encode()


def _head(page: DayPage, trackers: Sequence[Tracker]) -> dict[str, object]:
    tags = [tag for entry in page.entries for tag in entry.all_tags]
    found: dict[str, object] = {
        "date": page.day.isoformat(),
        "mood": page.mood,
        "energy": page.energy,
        "sleep": [_sleep(sleep) for sleep in page.sleeps],
        **_rows(page.marks, dict.fromkeys(BUILT_IN), {}),
        "own": _rows(page.marks, {one.id: one.name for one in trackers}, _measures(trackers)),
        "tags": list(dict.fromkeys(tags)),
    }
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def _sleep(sleep: Sleep) -> str:
    if sleep.sleepless:
        return "none"
    start = format_time(sleep.start.time()) if sleep.start else ""
    end = format_time(sleep.end.time()) if sleep.end else ""
    return f"{start}-{end}"


def _measures(trackers: Sequence[Tracker]) -> dict[str, Measure]:
    return {tracker.id: tracker.measure for tracker in trackers}


def _rows(
    marks: Sequence[Mark], names: Mapping[str, str | None], measures: Mapping[str, Measure]
) -> dict[str, object]:
    """Return the rows with a mark and what stands in them, by name, or by key without one."""
    found: dict[str, object] = {}
    for key, name in names.items():
        mine = [mark for mark in marks if mark.tracker == key]
        if mine:
            found[name or key] = _row({**BUILT_IN, **measures}[key], mine)
    return found


def _row(measure: Measure, marks: Sequence[Mark]) -> object:
    """Return a number, minutes, times, ways, or true where there is nothing but the mark."""
    values = [mark.value for mark in marks if mark.value is not None]
    match measure:
        case Measure.COUNT:
            return total(marks)
        case Measure.CONTACT:
            ways = dict.fromkeys(mark.way.value for mark in marks if mark.way is not None)
            return list(ways) or True
        case Measure.CLOCK if values:
            return [f"{value // 60 % 24}:{value % 60:02}" for value in values]
        case Measure.MINUTES if values:
            return sum(values)
        case Measure.SCALE if values:
            return values[-1]
        case _:
            return True


def _body(page: Page) -> Iterator[str]:
    yield from _list(_("Small wins"), [win for win in page.wins if not win.for_someone])
    yield from _list(_("For someone"), [win for win in page.wins if win.for_someone])
    yield from _list(_("To talk about"), page.topics)
    for heading, outcome in ((_("Goals done"), Outcome.DONE), (_("Half done"), Outcome.HALF)):
        yield from _list(heading, [goal for goal in page.goals if goal.outcome is outcome])
    for entry in page.entries:
        clock = format_time(entry.at.time())
        heading = _("Journal, {clock}, put away") if entry.closed else _("Journal, {clock}")
        yield f"## {heading.format(clock=clock)}"
        yield entry.text.strip("\n")


def _list(heading: str, lines: Sequence[Win | Topic | GoalDay]) -> Iterator[str]:
    if lines:
        yield f"## {heading}"
        yield "\n".join(bullet(line.text) for line in lines)
