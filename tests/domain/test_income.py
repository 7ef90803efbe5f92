"""Income: received is always its parts, any two of three give the third, nothing is ever rounded."""

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.made_up import RECORDS

from stepup.domain.income import Income, pay_from
from stepup.domain.income_entry import Entry, check_field, entry_from, typed_from
from stepup.domain.income_sums import Sum, month_of, sums, totals
from stepup.domain.money import Percent
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.work import WorkKind

TODAY = date(2026, 5, 31)
AT = datetime(2026, 5, 31, 22, tzinfo=timezone(timedelta(hours=9)))
INCOMES = RECORDS["income"]
FIGURES = st.integers(0, 10**12)


def income(**fields: object) -> Income:
    return Income.model_validate({"id": "a", "at": AT, "day": TODAY, **fields})


def code_of(act: object, *args: object, **named: object) -> ProblemCode:
    with pytest.raises(Problem) as refused:
        act(*args, **named)  # type: ignore[operator]
    assert not refused.value.details
    return refused.value.code


def test_eleven_thousand_less_the_fee_of_a_platform() -> None:
    entry = entry_from({"client": "あおば", "gross": "１１，０００円", "fee": "22%"}, TODAY)
    kept = income(**entry.fields())
    assert (kept.gross, kept.fee, kept.received, kept.net) == (11_000, 2_420, 8_580, 8_580)


@given(INCOMES)
def test_what_came_in_and_the_net_are_always_their_parts(one: Income) -> None:
    assert one.received == one.gross - one.fee - one.withheld - one.transfer >= 0
    assert one.net == one.gross - one.fee - one.withheld - one.transfer - one.expenses


@given(INCOMES)
def test_costs_take_nothing_from_what_came_in(one: Income) -> None:
    assert one.replace(expenses=0).received == one.received


@given(FIGURES, FIGURES, FIGURES)
def test_any_two_of_pay_fee_and_what_came_in_give_the_third(
    received: int, fee: int, other: int
) -> None:
    gross = received + fee + other
    whole = (gross, fee)
    assert pay_from(gross, fee, None, other) == whole
    assert pay_from(gross, None, received, other) == whole
    assert pay_from(None, fee, received, other) == whole
    assert pay_from(gross, fee, received, other) == whole
    assert code_of(pay_from, gross, fee, received + 1, other) in (
        ProblemCode.FIGURES_DIFFER,
        ProblemCode.TAKEN_OFF_ABOVE_PAY,
    )


@given(st.integers(0, 10**9), st.integers(0, 999))
def test_a_share_and_what_came_in_give_the_pay_or_are_refused(hundreds: int, tenths: int) -> None:
    gross, share = hundreds * 1000, Percent(Fraction(tenths, 1000))
    fee = hundreds * tenths
    assert pay_from(gross, share, None) == (gross, fee)
    assert pay_from(None, share, gross - fee) == (gross, fee)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"gross": "1000", "fee": "1001"}, ProblemCode.TAKEN_OFF_ABOVE_PAY),
        ({"gross": "1000", "withheld": "900", "transfer": "101"}, ProblemCode.TAKEN_OFF_ABOVE_PAY),
        ({"gross": "1000", "received": "1001"}, ProblemCode.TAKEN_OFF_ABOVE_PAY),
        ({"gross": "333", "fee": "22%"}, ProblemCode.SHARE_NOT_WHOLE),
        ({"fee": "100"}, ProblemCode.FEE_ALONE),
        ({"expenses": "-300"}, ProblemCode.NEGATIVE_AMOUNT),
        ({"gross": "300円", "fee": "$1"}, ProblemCode.TWO_CURRENCIES),
        ({"gross": "300円", "currency": "USD"}, ProblemCode.TWO_CURRENCIES),
        ({"client": "a name alone"}, ProblemCode.NOTHING_WRITTEN),
        ({"gross": "1", "paid_on": "soon"}, ProblemCode.NOT_A_DATE),
        ({"gross": "1", "minutes": "long"}, ProblemCode.NOT_A_SESSION),
        ({"received": "999999999999", "transfer": "1"}, ProblemCode.AMOUNT_TOO_LARGE),
    ],
)
def test_what_cannot_be_is_refused_by_its_own_name(
    typed: dict[str, str], code: ProblemCode
) -> None:
    def keep() -> Income:
        return income(**entry_from(typed, TODAY).fields())

    assert code_of(keep) is code


def test_what_a_person_may_well_mean_is_taken() -> None:
    advance = entry_from({"gross": "0", "worked_on": "2026-06-20"}, TODAY).fields()
    costs = entry_from({"expenses": "¥500"}, TODAY).fields()
    formula = entry_from({"client": '=HYPERLINK("x")', "gross": "1"}, TODAY).fields()
    most = entry_from({"gross": "999,999,999,999", "expenses": "999999999999"}, TODAY).fields()

    assert income(**advance).worked_on == date(2026, 6, 20)
    assert (income(**costs).received, income(**costs).net) == (0, -500)
    assert income(**formula).client == '=HYPERLINK("x")'
    assert income(**most).received == income(**most).expenses == 999_999_999_999


def test_one_typed_sign_names_the_currency_of_the_whole_entry() -> None:
    entry = entry_from({"gross": "$12.50", "fee": "1.25", "expenses": "2"}, TODAY)
    assert (entry.currency, entry.gross, entry.fee, entry.expenses) == ("USD", 1250, 125, 200)


def test_a_field_alone_is_checked_without_the_others() -> None:
    check_field("fee", "22%")
    check_field("gross", "")
    assert code_of(check_field, "received", "much") is ProblemCode.NOT_AN_AMOUNT
    assert code_of(check_field, "currency", "shells") is ProblemCode.NOT_A_CURRENCY


@given(INCOMES)
@settings(max_examples=60)
def test_what_was_kept_can_be_typed_again(one: Income) -> None:
    again = entry_from(typed_from(one), date(1999, 1, 1))
    assert one.replace(**again.fields()) == one


def test_a_correction_keeps_what_was_said_before() -> None:
    first = income(client="あおば", gross=11_000)
    second = first.corrected(AT, completing=False, fee=2_420)
    third = second.corrected(AT, completing=False, fee=2_420, client="あおばデスク")

    assert [(one.client, one.received) for one in third.earlier] == [
        *(("あおば", 11_000), ("あおば", 8_580)),
    ]
    assert (third.client, third.received) == ("あおばデスク", 8_580)


def test_filling_in_what_was_blank_on_the_day_of_writing_is_no_correction() -> None:
    first = income(client="あおば", gross=11_000)
    assert first.corrected(AT, completing=True, fee=2_420, note="ok").earlier == ()
    assert first.corrected(AT, completing=False, note="a word").earlier == ()
    assert len(first.corrected(AT, completing=False, fee=2_420).earlier) == 1
    assert len(first.corrected(AT, completing=True, gross=10_000).earlier) == 1


@given(st.lists(INCOMES, max_size=8))
@settings(max_examples=60)
def test_months_by_the_day_of_payment_add_up_to_the_total(incomes: list[Income]) -> None:
    by_month = sums(incomes, month_of)
    whole = totals(incomes)

    assert by_month.keys() == whole.keys() == {one.currency for one in incomes}
    for currency, months in by_month.items():
        mine = [one for one in incomes if one.currency == currency]
        for name in ("gross", "fee", "withheld", "transfer", "expenses", "received"):
            total = sum(getattr(one, name) for one in mine)
            assert sum(getattr(month, name) for month in months.values()) == total
            assert getattr(whole[currency], name) == total
    assert sum(one.entries for one in whole.values()) == len(incomes)


def test_yen_stand_first_and_currencies_apart() -> None:
    found = totals(
        [income(currency="USD", gross=100), income(gross=5), income(currency="EUR", gross=7)]
    )
    assert list(found.items()) == [
        ("JPY", Sum(1, 5)),
        ("EUR", Sum(1, 7)),
        ("USD", Sum(1, 100)),
    ]


def test_the_kind_of_work_is_kept_with_an_entry() -> None:
    assert entry_from({"gross": "0", "way": "thanks"}, TODAY).way is WorkKind.THANKS
    assert Entry(TODAY, gross=0).is_blank is False
