"""The journal's quiet corners: good news, what is opened later, and the drawer for hard days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from stepup.domain.record import CORE, Dated, Line, Prose, Record, at_most, year_shard

DRAWER_ITEM = 2_000
LATER_ITEM = 20_000
"""Characters that fit into one: all of them that are kept closed are read at every start."""


class Clipping(Dated):
    """Good news, cut out and kept; `source` says where it is from."""

    kind: ClassVar[str] = "clipping"
    text: Prose
    source: Line = ""


class Later(Record):
    """Something to be opened later. Until it is, its words are neither shown nor found.

    `not_before` is the day before which one would rather not see it; nothing holds one to that.
    """

    kind: ClassVar[str] = "later"
    text: Annotated[str, AfterValidator(at_most(LATER_ITEM))]
    put_on: date
    position: int = 0
    not_before: date | None = None
    opened_on: date | None = None

    @property
    def shard(self) -> str:
        """Core while closed, then the year of the day on which it was put in."""
        return CORE if self.opened_on is None else year_shard(self.put_on)


class ItemKind(StrEnum):
    """What lies in the drawer."""

    LINE = "line"
    SONG = "song"
    WIN = "win"


class DrawerItem(Record):
    """Something put into the drawer for hard days, on a better one."""

    kind: ClassVar[str] = "drawer_item"
    text: Annotated[str, AfterValidator(at_most(DRAWER_ITEM))]
    what: ItemKind = ItemKind.LINE
    position: int = 0


def draw(
    items: Sequence[DrawerItem], last: str | None, pick: Callable[[int], int]
) -> DrawerItem | None:
    """Return one of the items, another than the one with the id `last` where there is another.

    `pick` is given a number n above 0 and returns one from 0 to n - 1; it is not asked when
    there is no choice.
    """
    others = [item for item in items if item.id != last] or list(items)
    if len(others) < 2:
        return others[0] if others else None
    return others[pick(len(others))]
