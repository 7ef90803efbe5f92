"""How a person wants the program to be with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from pydantic import field_serializer, field_validator

from stepup.domain.day import DAY_START, LATEST_DAY_START, by_years
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE, Record, year_shard


class LookAway(StrEnum):
    """What may be kept out of sight."""

    TOTALS = "totals"
    TRENDS = "trends"
    DATES = "dates"
    ELAPSED = "elapsed"


class Preferences(Record):
    """The person's own settings that go with the vault, not with the computer.

    `rows` are the keys of the rows of Today that are switched on, in the order of switching.
    `opened` are the screens that have joined the rail; with `all_screens` they all stand there.
    With `promises_on_today`, Today has one quiet line for the promises that are open.
    With `appointments_on_today` those of a day stand on its page.
    From `check_in_from` on, Today offers a look at how things are; then again after so many days.
    """

    kind: ClassVar[str] = "preferences"
    single: ClassVar[bool] = True
    id: str = "preferences"
    day_start: time = DAY_START
    rows: tuple[str, ...] = ()
    look_away: frozenset[LookAway] = frozenset()
    journal_prompt: bool = False
    opened: tuple[str, ...] = ()
    all_screens: bool = False
    welcomed: bool = False
    check_in_every_days: int | None = None
    check_in_from: date | None = None
    promises_on_today: bool = False
    appointments_on_today: bool = False

    def check_in_due(self, today: date) -> bool:
        """Whether a look at how things are is offered today."""
        begin = self.check_in_from
        return self.check_in_every_days is not None and begin is not None and begin <= today

    @field_validator("day_start")
    @classmethod
    def _early_enough(cls, start: time) -> time:
        if start > LATEST_DAY_START:
            raise Problem(ProblemCode.NOT_A_TIME)
        return start

    @field_serializer("look_away")
    def _in_order(self, look_away: frozenset[LookAway]) -> list[str]:
        # A set has another order in every process; the same preferences are one document.
        return sorted(look_away)


class Rest(Record):
    """A time of rest: nothing is laid out on Today while it lasts. Its end may be open.

    One that is over lies within one year, so that the shard of a year tells by itself when one
    rested in it.
    """

    kind: ClassVar[str] = "rest"
    from_day: date
    to_day: date | None = None

    @property
    def shard(self) -> str:
        """Core while it goes on, then its year."""
        return CORE if self.to_day is None else year_shard(self.to_day)

    def covers(self, day: date) -> bool:
        """Whether a day lies within it."""
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)

    def until(self, last: date, new_id: Callable[[], str]) -> tuple[Rest, ...]:
        """Return it as it is once it ended on `last`: a piece a year, the last with its own id."""
        return tuple(
            self.replace(id=self.id if end == last else new_id(), from_day=begin, to_day=end)
            for begin, end in by_years(self.from_day, last)
        )
