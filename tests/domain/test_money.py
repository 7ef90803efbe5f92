"""Amounts as they are typed: taken to the last place, or refused in one clear way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.money import (
    MOST_WHOLE,
    PLACES,
    Amount,
    Percent,
    parse_amount,
    parse_currency,
    parse_part,
    part_of,
    plain_amount,
    typed_currency,
    whole_from,
)
from stepup.domain.problem import Problem, ProblemCode

CURRENCIES = st.sampled_from(sorted(PLACES))


@pytest.mark.parametrize(
    ("typed", "minor", "currency"),
    [
        ("１，２３４", 1234, "JPY"),
        ("¥1,234", 1234, "JPY"),
        ("￥１２３４", 1234, "JPY"),
        ("1234円", 1234, "JPY"),
        (" 1、234 円 ", 1234, "JPY"),
        ("0", 0, "JPY"),
        ("1", 1, "JPY"),
        ("999,999,999,999", 999_999_999_999, "JPY"),
        ("$12.50", 1250, "USD"),
        ("12.5 USD", 1250, "USD"),
        ("usd 3", 300, "USD"),
        ("€0.01", 1, "EUR"),
        ("1,000.00 eur", 100_000, "EUR"),
        ("10.00円", 10, "JPY"),
    ],
)
def test_an_amount_is_understood_as_people_write_it(typed: str, minor: int, currency: str) -> None:
    assert parse_amount(typed) == Amount(minor, currency)


def test_without_a_sign_it_is_in_the_currency_at_hand() -> None:
    assert parse_amount("12.50", "USD") == Amount(1250, "USD")
    assert parse_amount("300円", "USD") == Amount(300, "JPY")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", ProblemCode.NOT_AN_AMOUNT),
        ("a lot", ProblemCode.NOT_AN_AMOUNT),
        ("1,23", ProblemCode.NOT_AN_AMOUNT),
        ("12.5", ProblemCode.NOT_AN_AMOUNT),
        ("$1.005", ProblemCode.NOT_AN_AMOUNT),
        ("$5円", ProblemCode.NOT_AN_AMOUNT),
        ("=1+1", ProblemCode.NOT_AN_AMOUNT),
        ("1e3", ProblemCode.NOT_AN_AMOUNT),
        ("-5", ProblemCode.NEGATIVE_AMOUNT),
        ("▲500", ProblemCode.NEGATIVE_AMOUNT),
        ("−1円", ProblemCode.NEGATIVE_AMOUNT),
        ("1000000000000", ProblemCode.AMOUNT_TOO_LARGE),
        ("5 xyz", ProblemCode.NOT_A_CURRENCY),
    ],
)
def test_what_is_no_amount_is_refused_by_its_own_name(typed: str, code: ProblemCode) -> None:
    with pytest.raises(Problem) as refused:
        parse_amount(typed)
    assert refused.value.code is code
    assert not refused.value.details


@given(st.integers(0, MOST_WHOLE), CURRENCIES)
def test_every_amount_comes_back_from_how_it_is_written(units: int, currency: str) -> None:
    minor = units * 10 ** PLACES[currency]
    assert parse_amount(plain_amount(minor, currency), currency) == Amount(minor, currency)
    assert parse_amount(f"{units:,} {currency}") == Amount(minor, currency)


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = parse_amount(text)
    except Problem:
        return
    assert amount.minor >= 0
    assert typed_currency(text) in (None, amount.currency)


def test_a_currency_is_named_by_its_code_or_sign() -> None:
    assert [parse_currency(typed) for typed in ("jpy", "ＵＳＤ", "円", "€")] == [
        *("JPY", "USD", "JPY", "EUR"),
    ]
    with pytest.raises(Problem) as refused:
        parse_currency("points")
    assert refused.value.code is ProblemCode.NOT_A_CURRENCY


@pytest.mark.parametrize("typed", ["22%", "２２％", "22 パーセント"])
def test_a_share_is_told_from_an_amount(typed: str) -> None:
    assert parse_part(typed) == Percent(Fraction(22, 100))
    assert parse_part("22") == Amount(22, "JPY")


@given(st.integers(0, 10**12), st.integers(0, 1000))
def test_a_share_comes_out_whole_or_is_refused_never_rounded(whole: int, tenths: int) -> None:
    share = Percent(Fraction(tenths, 1000))
    if whole * tenths % 1000:
        with pytest.raises(Problem) as refused:
            part_of(whole, share)
        assert refused.value.code is ProblemCode.SHARE_NOT_WHOLE
        return
    fee = part_of(whole, share)
    assert fee * 1000 == whole * tenths
    if tenths < 1000:
        assert whole_from(whole - fee, share) == whole


def test_more_than_the_whole_is_no_share() -> None:
    with pytest.raises(Problem) as refused:
        parse_part("101%")
    assert refused.value.code is ProblemCode.NOT_A_SHARE
