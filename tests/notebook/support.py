"""A notebook in a folder of its own, with a clock that is moved by hand and ids that count."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from stepup.domain.change import Label, added
from stepup.domain.income_entry import Entry
from stepup.domain.kinds import is_tombstone
from stepup.domain.rhythm import Measure
from stepup.domain.sheet import SheetTopic
from stepup.domain.span import Span
from stepup.domain.stage import StageKey
from stepup.domain.work import WorkState
from stepup.notebook.book import Book, Changed
from stepup.notebook.corners import Corners
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.incomes import Incomes
from stepup.notebook.journal import Journal
from stepup.notebook.own_numbers import OwnNumbers
from stepup.notebook.profile import Profile
from stepup.notebook.review import Reviews
from stepup.notebook.search import Search
from stepup.notebook.sheets import Sheets
from stepup.notebook.shelf import Document
from stepup.notebook.stages import Stages
from stepup.notebook.works import Works
from stepup.vault import Disk, Put, Vault

T = TypeVar("T")
TOKYO = timezone(timedelta(hours=9))
DAY = date(2026, 5, 31)
BEFORE = DAY - timedelta(days=1)
NEVER = 3600.0
"""Seconds a change waits for others: nothing is saved in a test unless it is told to."""

Live = dict[tuple[str, str], tuple[str, dict[str, Any]]]
"""Kind and id -> shard and document."""


class HandClock:
    """Shows what it is set to; every wall time has the same offset."""

    def __init__(self, at: datetime = datetime(2026, 5, 31, 22, tzinfo=TOKYO)) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def localise(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=self.at.tzinfo)

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


class WatchedDisk(Disk):
    """The real disk; counts the data files read, and is full when told so."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.read_files: list[str] = []

    def read(self, path: Path) -> bytes:
        if path.parent.name == "data":
            self.read_files.append(path.name.split("-")[0])
        return super().read(path)

    def create(self, path: Path, data: bytes) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().create(path, data)


class Notebook:
    """One window: a book with its services, and all that its listeners were told."""

    def __init__(
        self,
        root: Path,
        *,
        name: str = "a",
        clock: HandClock | None = None,
        on_foreign: Callable[[frozenset[str]], None] | None = None,
    ) -> None:
        self.clock = clock or HandClock()
        self.disk = WatchedDisk()
        numbers = itertools.count(1)
        self.vault = Vault.open(root, now=self.clock.now, disk=self.disk)
        self.book = Book(
            self.vault,
            clock=self.clock,
            ids=lambda: f"{name}{next(numbers):04d}",
            settle=NEVER,
            on_foreign=on_foreign,
        )
        self.days = Days(self.book)
        self.goals = Goals(self.book)
        self.journal = Journal(self.book)
        self.profile = Profile(self.book)
        self.corners = Corners(self.book, lambda _count: 0)
        self.own_numbers = OwnNumbers(self.book)
        self.reviews = Reviews(self.book)
        self.search = Search(self.book)
        self.stages = Stages(self.book)
        self.sheets = Sheets(self.book)
        self.works = Works(self.book)
        self.incomes = Incomes(self.book)
        self.told: list[Changed] = []
        self.book.listen(self.told.append)

    def live(self) -> Live:
        """Every record that is there, as memory has it. Fails when one stands in two shards."""
        shards = ("core", *self.book.years())
        return live({shard: self.book.shelf(shard).snapshot() for shard in shards})

    def save(self) -> None:
        assert self.book.flush()

    def close(self) -> None:
        self.disk.full = False
        self.book.close()


def live(shards: Mapping[str, Mapping[str, Mapping[str, Document]]]) -> Live:
    """The records of all shards that are no tombstones. Fails when one stands in two shards."""
    found: Live = {}
    for shard, tables in shards.items():
        for kind, table in tables.items():
            for record_id, document in table.items():
                if not is_tombstone(document):
                    assert (kind, record_id) not in found
                    found[kind, record_id] = (shard, dict(document))
    return found


def on_disk(root: Path) -> Live:
    """Every record that is there, as a window opened now would read it."""
    vault = Vault.open(root, now=HandClock().now)
    return live({shard: vault.read(shard) for shard in vault.shards()})


def texts(found: Live, kind: str) -> list[str]:
    """The words of every record of a kind, sorted."""
    return sorted(str(document["text"]) for key, (_, document) in found.items() if key[0] == kind)


def plant(root: Path, *planted: tuple[str, str, dict[str, Any]]) -> None:
    """Save documents as they are, whatever they hold: (shard, kind, document with its id)."""
    puts = [Put(shard, kind, document["id"], document, None) for shard, kind, document in planted]
    Vault.open(root, now=HandClock().now).commit(puts, ["import"])


def win(record_id: str, day: date, text: str = "a win", **fields: Any) -> dict[str, Any]:
    """The document of a win."""
    at = datetime.combine(day, datetime.min.time(), TOKYO) + timedelta(hours=12)
    return {"id": record_id, "day": day.isoformat(), "at": at.isoformat(), "text": text, **fields}


def furnish(root: Path) -> None:
    """Write a little of everything into a new notebook: yesterday, today, goals and rows."""
    window = Notebook(root, name="f")
    days, goals, journal, profile = window.days, window.goals, window.journal, window.profile
    days.log_mood(BEFORE, 2)
    [felt] = days.view(BEFORE).check_ins
    window.book.apply(added(Label.MOOD, felt.replace(id="beside", copy_of=felt.id, mood=1)))
    days.log_mood(DAY, 3)
    days.log_sleep(DAY, "3:10-11:40")
    days.mark(DAY, "meal")
    days.mark(DAY, "outside", 10)
    days.add_win(DAY, "washed a cup")
    days.add_topic(DAY, "the dentist")
    goals.add("open the curtain", StageKey.BREATHE, chosen_for=DAY)
    walk = goals.add("walk to the corner")
    goals.add_step(walk, "find the shoes")
    goals.done(goals.add("drink water"), DAY)
    goals.add_some_day("see the sea")
    journal.write(DAY, "It rained.\n#rain")
    profile.add_tracker("stretch", Measure.COUNT)
    profile.add_tracker("ease", Measure.SCALE)
    profile.begin_rest(DAY)
    profile.write_own_help("call my sister")
    corners, own_numbers = window.corners, window.own_numbers
    corners.clip(DAY, "A library opened nearby.")
    corners.lay_by(DAY, "the letter from the ward office")
    read = corners.lay_by(date(2025, 12, 30), "the test results")
    assert read is not None
    corners.open(read, DAY)
    corners.put_in("the sea in March")
    own_numbers.note(own_numbers.add("pain", "0-10"), DAY, "3")
    window.reviews.leave(DAY, Span(BEFORE, DAY), "keep", "tea")
    stages = window.stages
    stages.turn_here("breathe", date(2024, 12, 30))
    stages.hide(stages.all()[1])
    stages.feel("earn", 2, DAY)
    window.clock.move(days=-200)
    window.sheets.write(SheetTopic.PLAN, "wish", "to see the sea")
    window.clock.move(days=200)
    window.sheets.write(SheetTopic.NOW, "mind", "tired")
    window.sheets.take_out(SheetTopic.NOW, "hard")
    window.sheets.set_check_in(7)
    typing = window.works.add("type in names")
    window.works.sit_down(typing, DAY, "10:00-11:30")
    old = window.works.add("sort screws")
    window.works.move(old, WorkState.KEPT)
    window.incomes.note(Entry(DAY, client="Desk", gross=1000, fee=220))
    window.incomes.note(Entry(DAY, expenses=140, note="stamps"))
    window.incomes.write_worry("the rent")
    window.clock.move(hours=1)
    window.close()


def only(found: Iterable[T]) -> T:
    """The one thing that is there."""
    (one,) = found
    return one
