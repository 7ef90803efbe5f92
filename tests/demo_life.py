"""The invented life as the tests look at it: its records as they stand at the end."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from stepup import i18n
from stepup.demo.build import life
from stepup.domain.goal import Goal
from stepup.domain.journal import JournalEntry
from stepup.domain.promise import Promise
from stepup.domain.record import Dated, Record
from stepup.domain.sheet import Sheet

if TYPE_CHECKING:
    from stepup.i18n import Language

TODAY = date(2026, 11, 22)


def records(years: int = 1, seed: int = 1, today: date = TODAY) -> list[Record]:
    """Return every record as it stands at the end; one life is lived once for several tests."""
    return list(_kept(years, seed, today, i18n.language()))


@lru_cache(maxsize=8)
def _kept(years: int, seed: int, today: date, _language: Language) -> tuple[Record, ...]:
    return tuple(lived(years, seed, today))


def lived(years: int = 1, seed: int = 1, today: date = TODAY) -> list[Record]:
    """Live a life anew and return every record as it stands at the end."""
    found: dict[str, Record] = {}
    for year in life(years=years, seed=seed, today=today):
        for edit in year.change.edits:
            assert edit.after is not None
            found[edit.after.id] = edit.after
    return list(found.values())


def of(kind: type[Any], among: list[Record]) -> list[Any]:
    return [record for record in among if isinstance(record, kind)]


def documents(among: list[Record]) -> list[dict[str, Any]]:
    return [record.document() for record in among]


WORDS = (
    *("text", "name", "sentence", "why", "easy", "hard", "source", "keep", "smaller", "let_go"),
    *("title", "part", "tools", "skills", "about", "with_whom", "note", "question", "words"),
    *("client", "message"),
)
"""The fields in which they say something in one piece."""


def texts(among: list[Record]) -> list[str]:
    found = [str(getattr(record, name, None) or "") for record in among for name in WORDS]
    steps = [step.text for goal in of(Goal, among) for step in goal.steps]
    tags = [tag for entry in of(JournalEntry, among) for tag in entry.tags]
    agreed = [line.text for promise in of(Promise, among) for line in promise.agreed]
    sections = [section for sheet in of(Sheet, among) for section in sheet.sections]
    words = [word for section in sections for word in (section.heading, section.text)]
    return [*found, *steps, *tags, *agreed, *words]


def recorded(among: list[Record]) -> list[date]:
    return sorted({record.day for record in of(Dated, among)})
