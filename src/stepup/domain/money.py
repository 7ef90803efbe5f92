"""Amounts of money: whole minor units with their currency, as they are typed and taken apart.

Nothing is ever rounded: what does not come out in whole minor units is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Final, NamedTuple

from pydantic import AfterValidator, Field

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import fold

YEN: Final = "JPY"
PLACES: Final[dict[str, int]] = {
    YEN: 0, "KRW": 0, "VND": 0,
    "USD": 2, "EUR": 2, "GBP": 2, "CNY": 2, "TWD": 2, "HKD": 2, "SGD": 2, "THB": 2, "PHP": 2,
    "INR": 2, "AUD": 2, "NZD": 2, "CAD": 2, "CHF": 2, "SEK": 2, "NOK": 2, "DKK": 2, "BRL": 2,
}  # fmt: skip
"""The currencies known, with the decimal places of their minor unit (ISO 4217)."""
MOST_WHOLE: Final = 999_999_999_999
"""The most an amount may be, in whole units of its currency."""
MOST: Final = MOST_WHOLE * 100 + 99
"""The most an amount may be in minor units, whatever its currency."""


def _known(code: str) -> str:
    """Return the code of a currency in capitals."""
    if code.upper() not in PLACES:
        raise Problem(ProblemCode.NOT_A_CURRENCY)
    return code.upper()


def most(currency: str) -> int:
    """Return the most an amount in a currency may be, in minor units."""
    units: int = 10 ** PLACES[currency]
    return (MOST_WHOLE + 1) * units - 1


Currency = Annotated[str, AfterValidator(_known)]
"""The ISO 4217 code of a currency of `PLACES`."""

Minor = Annotated[int, Field(ge=0, le=MOST)]
"""An amount in whole minor units of a currency named beside it: yen, cents."""


class Amount(NamedTuple):
    """An amount as typed: minor units, and the currency it was typed with or is taken for."""

    minor: int
    currency: str


class Percent(NamedTuple):
    """A part of a whole, exact: 22 % is a share of 22/100."""

    share: Fraction


_SIGNS: Final = {"¥": YEN, "円": YEN, "$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "元": "CNY"}
_SIGN = "|".join(re.escape(sign) for sign in _SIGNS)
_AMOUNT = re.compile(
    rf"(?P<minus>[-−‐–▲△])?\s*(?P<before>{_SIGN}|[a-z]{{3}})?\s*(?P<late>[-−‐–])?"
    rf"(?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(?P<part>\d+))?\s*(?P<behind>{_SIGN}|[a-z]{{3}})?"
)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|パーセント)")


def parse_amount(text: str, currency: str = YEN) -> Amount:
    """Return the amount typed as １，２３４, ¥1,234, 1234円, $12.50 or 12.50 EUR, in any width.

    `currency` is what it is taken for when none is typed with it.

    Raises:
        Problem: not_an_amount, negative_amount, amount_too_large, not_a_currency.
    """
    typed = fold(text).strip().replace("、", ",").casefold()
    match = _AMOUNT.fullmatch(typed)
    if match is None:
        raise Problem(ProblemCode.NOT_AN_AMOUNT)
    named = {_currency_of(sign) for sign in (match["before"], match["behind"]) if sign}
    if len(named) > 1:
        raise Problem(ProblemCode.NOT_AN_AMOUNT)
    code = named.pop() if named else currency
    whole, part = match["whole"].replace(",", ""), match["part"] or ""
    places = PLACES[code]
    if len(part.rstrip("0")) > places:
        raise Problem(ProblemCode.NOT_AN_AMOUNT)
    if len(whole.lstrip("0")) > len(str(MOST_WHOLE)):
        raise Problem(ProblemCode.AMOUNT_TOO_LARGE)
    minor = int(whole + part[:places].ljust(places, "0"))
    if minor and (match["minus"] or match["late"]):
        raise Problem(ProblemCode.NEGATIVE_AMOUNT)
    return Amount(minor, code)


def typed_currency(text: str) -> str | None:
    """Return the currency that is typed with an amount; None for none, or for what is no amount.

    Raises:
        Problem: not_a_currency.
    """
    match = _AMOUNT.fullmatch(fold(text).strip().replace("、", ",").casefold())
    sign = match and (match["before"] or match["behind"])
    return _currency_of(sign) if sign else None


def _currency_of(sign: str) -> str:
    return _SIGNS[sign] if sign in _SIGNS else _known(sign)


def parse_currency(text: str) -> str:
    """Return the code of a currency typed as jpy, USD, 円 or $, in any width.

    Raises:
        Problem: not_a_currency.
    """
    typed = fold(text).strip()
    return _SIGNS.get(typed) or _known(typed)


def parse_part(text: str, currency: str = YEN) -> Amount | Percent:
    """Return a part of a pay typed as an amount (`parse_amount`) or as 22%, 16.5％ or 20パーセント.

    Raises:
        Problem: as `parse_amount`; not_a_share, above 100 %.
    """
    match = _PERCENT.fullmatch(fold(text).strip())
    if match is None:
        return parse_amount(text, currency)
    share = Fraction(match[1]) / 100
    if share > 1:
        raise Problem(ProblemCode.NOT_A_SHARE)
    return Percent(share)


def part_of(whole: int, percent: Percent) -> int:
    """Return so many per cent of an amount in minor units.

    Raises:
        Problem: share_not_whole, where it does not come out in whole minor units.
    """
    return _whole(whole * percent.share)


def whole_from(rest: int, percent: Percent) -> int:
    """Return the amount of which `rest` is left when so many per cent are taken off.

    Raises:
        Problem: share_not_whole, where it does not come out in whole minor units.
    """
    if percent.share == 1:
        raise Problem(ProblemCode.SHARE_NOT_WHOLE)
    return _whole(rest / (1 - percent.share))


def _whole(amount: Fraction) -> int:
    if amount.denominator != 1:
        raise Problem(ProblemCode.SHARE_NOT_WHOLE)
    return amount.numerator


def in_units(minor: int, currency: str) -> Decimal:
    """Return an amount in units of its currency, exact, with all its decimal places."""
    return Decimal(minor).scaleb(-PLACES[currency])


def plain_amount(minor: int, currency: str) -> str:
    """Return an amount as it is typed and kept by other programs: 1234, 12.50."""
    return f"{in_units(minor, currency):f}"
