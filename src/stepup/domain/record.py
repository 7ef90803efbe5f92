"""What every record has in common, and where it is kept.

A record is one entry: a check-in, a sleep, a win. It is frozen; a change makes a new one.
Fields that a newer stepup wrote are kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import check_size, clean, one_line

Line = Annotated[str, AfterValidator(lambda text: check_size(one_line(text)))]
"""One line of the person's own words."""

Prose = Annotated[str, AfterValidator(lambda text: check_size(clean(text)).rstrip())]
"""Any number of lines of the person's own words."""


def at_most(limit: int) -> Callable[[str], str]:
    """Return what cleans a text and raises too_many_characters for one longer than `limit`.

    For what has no date: all of it is read at every start.
    """

    def check(text: str) -> str:
        kept = clean(text).rstrip()
        if len(kept) > limit:
            raise Problem(ProblemCode.TOO_MANY_CHARACTERS, characters=len(kept), limit=limit)
        return kept

    return check


CORE = "core"
"""The shard of what is open or has no date."""


def year_shard(day: date) -> str:
    """Return the name of the shard that keeps the year of a day."""
    return f"{day.year:04d}"


class Frozen(BaseModel):
    """A value that never changes and keeps fields it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="allow", hide_input_in_errors=True, defer_build=True
    )

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed, checked like a new one.

        Raises:
            pydantic.ValidationError: a value that the field does not take.
            Problem: a text that is too long.
        """
        return type(self).model_validate({**dict(self), **changes})


class Record(Frozen):
    """One entry with an id of its own."""

    kind: ClassVar[str]
    """The name of its table."""
    single: ClassVar[bool] = False
    """There is one only: the newer wins where two windows changed it."""

    id: str
    copy_of: str | None = None
    """The id of the entry this is another version of, when two windows changed it."""

    @property
    def shard(self) -> str:
        """The shard in which it belongs as it is now."""
        return CORE

    def document(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return self.model_dump(mode="json", exclude_none=True)


class Dated(Record):
    """An entry of one logical day, fixed when it is written."""

    day: date
    at: AwareDatetime
    """The local wall time at which it was written down, with its UTC offset."""

    @property
    def shard(self) -> str:
        """The shard of its year."""
        return year_shard(self.day)
