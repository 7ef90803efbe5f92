"""A number of one's own: what it counts and from where to where only its owner decides."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, ClassVar, NamedTuple, Self

from pydantic import AfterValidator, Field, model_validator

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Dated, Line, Record
from stepup.domain.text import fold

MOST = 100_000
_TENTH = Decimal("0.1")


def _plain(value: Decimal) -> Decimal:
    """Return the number as it is written: 7 and not 7.0, 10 and not 1E+1, 0 and not -0."""
    tenths = value.quantize(_TENTH)
    whole = tenths.to_integral_value()
    return (whole if whole == tenths else tenths) + 0


Amount = Annotated[Decimal, Field(ge=-MOST, le=MOST, multiple_of=_TENTH), AfterValidator(_plain)]
"""A whole number or one with one decimal, exact; as JSON a text such as "6.5"."""


class OwnNumber(Record):
    """What is noted as a number, with the least and the most it may be.

    A retired one keeps its history.
    """

    kind: ClassVar[str] = "own_number"
    name: Line
    least: Amount
    most: Amount
    position: int = 0
    retired: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.least < self.most:
            raise Problem(ProblemCode.NOT_A_RANGE)
        return self


class OwnValue(Dated):
    """A number of one's own on a day; `number` is the id of what it is of."""

    kind: ClassVar[str] = "own_value"
    number: str
    value: Amount


class Range(NamedTuple):
    """From where to where."""

    least: Decimal
    most: Decimal


_NUMBER = r"[-+−]?\d{1,6}(?:\.\d)?"
_VALUE = re.compile(_NUMBER)
_RANGE = re.compile(
    rf"({_NUMBER})\s*(?:\.\.+|-|‐|–|—|−|~|〜|ー|から|\bto\b)\s*({_NUMBER})(?:まで)?"
)


def parse_value(text: str, number: OwnNumber) -> Decimal:
    """Return the number typed as 7, 6.5 or -3, in any width.

    Raises:
        Problem: not_a_number; not_between, with the least and the most.
    """
    match = _VALUE.fullmatch(fold(text).strip())
    if match is None:
        raise Problem(ProblemCode.NOT_A_NUMBER)
    value = _decimal(match.group())
    if not number.least <= value <= number.most:
        raise Problem(ProblemCode.NOT_BETWEEN, least=str(number.least), most=str(number.most))
    return value


def parse_range(text: str) -> Range:
    """Return the range typed as 0-10, 0〜10, -5 to 5 or 35.0..42.0, in any width.

    Raises:
        Problem: not_a_range.
    """
    match = _RANGE.fullmatch(fold(text).strip().casefold())
    if match is not None:
        least, most = (_decimal(group) for group in match.groups())
        if -MOST <= least < most <= MOST:
            return Range(least, most)
    raise Problem(ProblemCode.NOT_A_RANGE)


def _decimal(text: str) -> Decimal:
    return _plain(Decimal(text.replace("−", "-")))
