"""The stages: places on a map, not levels. Where one was, and how easy it felt there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import Field

from stepup.domain.change import Edit
from stepup.domain.day import by_years
from stepup.domain.record import CORE, Dated, Line, Record, year_shard

EASIEST: Final = 10
"""How easy it can feel at most; 0 is hardest."""
_ONE_DAY: Final = timedelta(days=1)


class StageKey(StrEnum):
    """The seven places to start with, in the order in which they are laid out."""

    BREATHE = "breathe"
    RHYTHM = "rhythm"
    STEP_OUT = "step_out"
    CONNECT = "connect"
    TRY = "try"
    EARN = "earn"
    KEEP = "keep"


class Stage(Record):
    """A place as the person has it. One of the seven has a record only once it was changed.

    The id is a `StageKey` or one of its own. Without a name or a sentence of the person's it
    has those it came with, which are words and kept elsewhere.
    """

    kind: ClassVar[str] = "stage"
    single: ClassVar[bool] = True
    name: Line = ""
    sentence: Line = ""
    hidden: bool = False
    position: int = 0

    @property
    def is_own(self) -> bool:
        """Whether the person made it."""
        return self.id not in tuple(StageKey)

    @property
    def is_as_it_came(self) -> bool:
        """Whether it says nothing that is not known without it."""
        return self in SEVEN


SEVEN: Final = tuple(Stage(id=key.value, position=place) for place, key in enumerate(StageKey))
"""The seven as they come."""


class Placement(Record):
    """A stretch of days in a place. It lasts until `to_day`; without one it goes on.

    A stretch that is over lies within one year, so that the shard of a year tells by itself
    where the person was in it. Stretches of one `stay` follow one another day by day. One may
    rest in a place and is still there.
    """

    kind: ClassVar[str] = "placement"
    stage: str
    stay: str
    from_day: date
    to_day: date | None = None
    resting: bool = False

    @property
    def shard(self) -> str:
        """Core while it goes on, then its year."""
        return CORE if self.to_day is None else year_shard(self.to_day)

    def within(self, first: date, last: date) -> tuple[date, date] | None:
        """Return the first and the last day of it that lie in a span; None when none does."""
        begin, end = max(self.from_day, first), min(self.to_day or last, last)
        return (begin, end) if begin <= end else None

    def until(self, last: date, new_id: Callable[[], str]) -> tuple[Placement, ...]:
        """Return it as it is once it ended on `last`: a piece a year, the last with its own id.

        Nothing where it would end before it began.
        """
        years = by_years(self.from_day, last)
        return tuple(
            self.replace(id=self.id if end == last else new_id(), from_day=begin, to_day=end)
            for begin, end in years
        )


class Ease(Dated):
    """How easy a place felt on a day, 0 to 10."""

    kind: ClassVar[str] = "ease"
    stage: str
    value: Annotated[int, Field(ge=0, le=EASIEST)]


class Being(StrEnum):
    """How one is in a place, or that one is not."""

    HERE = "here"
    RESTING = "resting"
    AWAY = "away"


def being(there: Iterable[Placement]) -> Being:
    """Return how one is in the place whose open stretches these are."""
    resting = [placement.resting for placement in there]
    if not resting:
        return Being.AWAY
    return Being.RESTING if all(resting) else Being.HERE


def moved(
    stage: str,
    wanted: Being,
    day: date,
    *,
    there: Sequence[Placement],
    ended: Sequence[Placement],
    new_id: Callable[[], str],
) -> tuple[Edit, ...]:
    """Return what coming to a place, leaving it, resting there or waking changes from `day` on.

    A day is as it stands when it is over: what began on that day and is given up again leaves
    nothing behind, and what had ended the day before goes on as if it had not. `there` are the
    place's open stretches, `ended` those that ended the day before.
    """
    resting = wanted is Being.RESTING
    stays = [p for p in there if wanted is not Being.AWAY and p.resting is resting]
    over = [placement for placement in there if placement not in stays]
    edits = [edit for placement in over for edit in _ended(placement, day, new_id)]
    if stays or wanted is Being.AWAY:
        return tuple(edits)
    before = next((p for p in ended if p.resting is resting), None)
    if before is not None:
        return (*edits, Edit(before, before.replace(to_day=None)))
    stay = next((placement.stay for placement in (*over, *ended)), None) or new_id()
    begun = Placement(id=new_id(), stage=stage, stay=stay, from_day=day, resting=resting)
    return (*edits, Edit(None, begun))


def _ended(placement: Placement, day: date, new_id: Callable[[], str]) -> list[Edit]:
    if placement.from_day >= day:
        return [Edit(placement, None)]
    pieces = placement.until(day - _ONE_DAY, new_id)
    return [Edit(placement if p.id == placement.id else None, p) for p in pieces]
