"""Pieces: what one has made, to keep and to show."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator

from stepup.domain.record import CORE, Line, Record, at_most, year_shard

ABOUT: Final = 2_000
"""Characters that fit into what is said about a piece: undated ones are read at every start."""


class Piece(Record):
    """Something one made.

    `part` is one's own part in it, `tools` what it was made with, `skills` what of oneself went
    into it, `made_on` the day it was made, `link` an address or a file's place, `work` the id of
    the work it was made for. `about` may go with it when it is shown to someone.
    """

    kind: ClassVar[str] = "piece"
    title: Line
    part: Line = ""
    tools: Line = ""
    skills: Line = ""
    made_on: date | None = None
    link: Line = ""
    work: str | None = None
    about: Annotated[str, AfterValidator(at_most(ABOUT))] = ""
    position: int = 0

    @property
    def shard(self) -> str:
        """The year in which it was made; core without a day."""
        return CORE if self.made_on is None else year_shard(self.made_on)
