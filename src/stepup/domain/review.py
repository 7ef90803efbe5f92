"""Looking back over a span of days: which span, and the few lines one may leave with it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from stepup.domain.day import typed_day
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Dated, Line
from stepup.domain.span import Span
from stepup.domain.text import fold


class Preset(StrEnum):
    """Spans at hand, all ending today."""

    WEEK = "7"
    FORTNIGHT = "14"
    MONTH_OF_DAYS = "30"
    SEASON = "90"
    THIS_MONTH = "month"

    def span(self, today: date) -> Span:
        """Return the span as seen from a day."""
        if self is Preset.THIS_MONTH:
            return Span(today.replace(day=1), today)
        back = min(int(self.value), today.toordinal()) - 1
        return Span(today - timedelta(days=back), today)


_BETWEEN = re.compile(r"\s*(?:\.\.+|~|〜|から|\bto\b)\s*|\s+[-–—]\s+")


def parse_span(text: str, today: date) -> Span:
    """Return the span typed as 2026-11-01..2026-11-22, or with 〜, から, to or " - " between.

    A day without a year is the one nearest to `today`. The two days may come in either order;
    one day alone is a span of one day.

    Raises:
        Problem: not_a_date.
    """
    typed = fold(text).strip().casefold().removesuffix("まで")
    parts = _BETWEEN.split(typed)
    if len(parts) > 2:
        raise Problem(ProblemCode.NOT_A_DATE)
    days = sorted(typed_day(part, today) for part in parts)
    return Span(days[0], days[-1])


class Review(Dated):
    """What one leaves with a span: a sentence, what to keep, to make smaller, to let go.

    `day` is the day of writing, the span may be any.
    """

    kind: ClassVar[str] = "review"
    from_day: date
    to_day: date
    sentence: Line = ""
    keep: Line = ""
    smaller: Line = ""
    let_go: Line = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to_day < self.from_day:
            raise Problem(ProblemCode.NOT_A_DATE)
        return self

    @property
    def span(self) -> Span:
        """The days it looks back on."""
        return Span(self.from_day, self.to_day)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are written, in the order of asking."""
        return tuple(line for line in (self.sentence, self.keep, self.smaller, self.let_go) if line)
