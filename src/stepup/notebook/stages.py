"""Stages: which places there are, in which of them one is, and what has gathered there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeVar

from stepup.domain.change import Change, Edit, Label, added
from stepup.domain.gathering import Read, TwelveMonths
from stepup.domain.goal import Goal, GoalDay
from stepup.domain.journal import Win
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Record, year_shard
from stepup.domain.stage import SEVEN, Being, Ease, Placement, Stage, being, moved
from stepup.domain.text import one_line
from stepup.notebook.book import Book

R = TypeVar("R", bound=Record)


class Stages:
    """The verbs of the places on the map."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    # Which there are

    def all(self) -> list[Stage]:
        """Return every place in its order, those out of sight too."""
        found = {stage.id: stage for stage in (*SEVEN, *self._book.of_kind(Stage))}
        return sorted(found.values(), key=lambda stage: (stage.position, stage.id))

    def shown(self) -> list[Stage]:
        """Return the places that are in sight, in their order."""
        return [stage for stage in self.all() if not stage.hidden]

    def hidden(self) -> list[Stage]:
        """Return the places that were put out of sight."""
        return [stage for stage in self.all() if stage.hidden]

    def get(self, stage_id: str) -> Stage | None:
        """Return a place by its id, or None."""
        return next((stage for stage in self.all() if stage.id == stage_id), None)

    def add(self, name: str) -> Stage:
        """Make a place of one's own behind the others.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        if not one_line(name):
            raise Problem(ProblemCode.NOTHING_WRITTEN)
        position = 1 + max(stage.position for stage in self.all())
        stage = Stage(id=self._book.ids(), name=name, position=position)
        self._book.apply(added(Label.STAGE, stage))
        return stage

    def rename(self, stage: Stage, name: str) -> None:
        """Give a place another name; without one, one of the seven has its first name again."""
        if one_line(name) or not stage.is_own:
            self._change(stage, name=name)

    def say(self, stage: Stage, sentence: str) -> None:
        """Give a place another sentence; without one it has the one it came with, if any."""
        self._change(stage, sentence=sentence)

    def hide(self, stage: Stage) -> None:
        """Put a place out of sight; all that has gathered there stays."""
        self._change(stage, hidden=True)

    def bring_back(self, stage: Stage) -> None:
        """Bring a place back into sight as it was."""
        self._change(stage, hidden=False)

    def _change(self, stage: Stage, **fields: Any) -> None:
        after = stage.replace(**fields)
        if after == stage:
            return
        # What is as it came needs no record: a later version may word it better.
        kept = None if after.is_as_it_came else after
        self._book.apply(Change(Label.STAGE, (Edit(self._book.one(Stage, stage.id), kept),)))

    # Where one is

    def current(self) -> list[Placement]:
        """Return the stretches that go on, by place; reads core only."""
        order = {stage.id: place for place, stage in enumerate(self.all())}
        found = self._book.of_kind(Placement)
        return sorted(
            (placement for placement in found if placement.to_day is None),
            key=lambda p: (order.get(p.stage, len(order)), p.from_day, p.id),
        )

    def here(self) -> list[Stage]:
        """Return the places in sight in which one is, resting too; reads core only."""
        there = {placement.stage for placement in self.current()}
        return [stage for stage in self.shown() if stage.id in there]

    def being(self, stage_id: str) -> Being:
        """Return how one is in a place now."""
        return being(self._there(stage_id))

    def beings(self) -> dict[str, Being]:
        """Return how one is now in each place in which one is."""
        there = self.current()
        ids = {placement.stage for placement in there}
        return {name: being(p for p in there if p.stage == name) for name in ids}

    def turn_here(self, stage_id: str, day: date) -> None:
        """Come to a place, or leave it, from a day on."""
        away = self.being(stage_id) is Being.AWAY
        self.move(stage_id, Being.HERE if away else Being.AWAY, day)

    def turn_rest(self, stage_id: str, day: date) -> None:
        """Rest in a place, or wake there, from a day on."""
        resting = self.being(stage_id) is Being.RESTING
        self.move(stage_id, Being.HERE if resting else Being.RESTING, day)

    def move(self, stage_id: str, wanted: Being, day: date) -> None:
        """Be in a place in a way, or not, from a day on; nothing that was is lost.

        Raises:
            Problem: the year of the day before cannot be read.
        """
        edits = moved(
            stage_id, wanted, day,
            there=self._there(stage_id), ended=self._ended(stage_id, day), new_id=self._book.ids,
        )  # fmt: skip
        self._book.apply(Change(Label.PLACEMENT, edits))

    def _there(self, stage_id: str) -> list[Placement]:
        return [placement for placement in self.current() if placement.stage == stage_id]

    def _ended(self, stage_id: str, day: date) -> list[Placement]:
        """Return the stretches in a place that ended the day before."""
        if day == date.min:
            return []
        before = day - timedelta(days=1)
        found = self._read(Placement, before.year)
        return [p for p in found if p.stage == stage_id and p.to_day == before]

    # How it feels

    def ease_on(self, stage_id: str, day: date) -> Ease | None:
        """Return how easy a place felt on a day, as last noted."""
        found = [e for e in self._book.on(day) if isinstance(e, Ease) and e.stage == stage_id]
        return found[-1] if found else None

    def feel(self, stage_id: str, value: int, day: date) -> None:
        """Note how easy a place feels on a day, 0 to 10; the same once more takes it away.

        Raises:
            pydantic.ValidationError: a value out of range.
        """
        before = self.ease_on(stage_id, day)
        after: Ease | None = None
        if before is None:
            after = Ease(
                id=self._book.ids(), day=day, at=self._book.now(), stage=stage_id, value=value
            )
        elif before.value != value:
            after = before.replace(value=value)
        self._book.apply(Change(Label.EASE, (Edit(before, after),)))

    # What has gathered

    def read(self, span: TwelveMonths) -> Read:
        """Return the records of a span from core and the years it touches, and from no other.

        Raises:
            Problem: one of these years cannot be read.
        """
        return Read(
            span=span,
            today=self._book.today(),
            placements=(*self._book.of_kind(Placement), *self._over(Placement, span)),
            wins=tuple(self._over(Win, span)),
            goal_days=tuple(self._over(GoalDay, span)),
            eases=tuple(self._over(Ease, span)),
            goals=tuple(self._book.of_kind(Goal)),
        )

    def reaches_before(self, read: Read) -> bool:
        """Whether anything may stand before what was read; reads no further year."""
        first = year_shard(read.span.first)
        return read.has_before or any(year < first for year in self._book.years())

    def _over(self, kind: type[R], span: TwelveMonths) -> list[R]:
        return [record for year in span.years for record in self._read(kind, year)]

    def _read(self, kind: type[R], year: int) -> list[R]:
        """Return the records of a kind in a year; a year without a shard is not asked for."""
        name = year_shard(date(year, 1, 1))
        return self._book.of_kind(kind, name) if name in self._book.years() else []
