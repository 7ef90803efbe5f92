"""The quiet corners: what fits in, what is drawn, which numbers are understood, which spans."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from stepup.domain.corner import DRAWER_ITEM, LATER_ITEM, DrawerItem, Later, draw
from stepup.domain.kinds import from_document
from stepup.domain.own_number import OwnNumber, parse_range, parse_value
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE
from stepup.domain.review import Preset, Review, parse_span
from stepup.domain.span import Span

DAY = date(2026, 5, 31)
BASE: dict[str, Any] = {"id": "a", "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00"}
TEMPERATURE = OwnNumber(id="n", name="temperature", least=Decimal(35), most=Decimal("42.5"))


def refusal(act: Any, *args: Any) -> Problem:
    with pytest.raises(Problem) as refused:
        act(*args)
    return refused.value


# The drawer and the box


def items(count: int) -> list[DrawerItem]:
    return [DrawerItem(id=str(number), text=f"line {number}") for number in range(count)]


def never(_count: int) -> int:
    raise AssertionError("there was no choice")


def test_an_empty_drawer_gives_nothing_and_a_single_item_comes_again() -> None:
    assert draw([], None, never) is None
    [only] = items(1)
    assert draw([only], None, never) == only
    assert draw([only], only.id, never) == only


def test_of_two_items_the_other_one_comes() -> None:
    first, second = items(2)
    assert draw([first, second], first.id, never) == second
    assert draw([first, second], second.id, never) == first


@given(count=st.integers(2, 12), seed=st.integers())
def test_no_item_comes_twice_in_a_row_and_every_item_comes(count: int, seed: int) -> None:
    pick = random.Random(seed).randrange
    drawn, last = [], None
    for _turn in range(count * 30):
        item = draw(items(count), last, pick)
        assert item is not None
        assert item.id != last
        last = item.id
        drawn.append(last)
    assert set(drawn) == {item.id for item in items(count)}


def test_the_same_chooser_draws_the_same_items() -> None:
    def drawn(seed: int) -> list[str]:
        pick, found, last = random.Random(seed).randrange, [], None
        for _turn in range(10):
            item = draw(items(5), last, pick)
            last = item.id if item else None
            found.append(last or "")
        return found

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


@pytest.mark.parametrize(
    ("kind", "limit", "fields"),
    [
        ("drawer_item", DRAWER_ITEM, {"id": "a"}),
        ("later", LATER_ITEM, {"id": "a", "put_on": "2026-05-31"}),
    ],
)
def test_what_is_read_at_every_start_has_a_length_that_is_told(
    kind: str, limit: int, fields: dict[str, Any]
) -> None:
    from_document(kind, {**fields, "text": "あ" * limit + " \n"})
    problem = refusal(from_document, kind, {**fields, "text": "あ" * (limit + 1)})
    assert problem.code is ProblemCode.TOO_MANY_CHARACTERS
    assert problem.details == {"characters": limit + 1, "limit": limit}


def test_what_is_opened_later_goes_to_the_year_in_which_it_was_put_in() -> None:
    later = Later(id="a", text="a letter", put_on=DAY)
    assert later.shard == CORE
    assert later.replace(opened_on=date(2031, 1, 1)).shard == "2026"


# Numbers


@pytest.mark.parametrize(
    ("typed", "value"),
    [("36", "36"), ("36.5", "36.5"), ("３６．５", "36.5"), (" 36.0 ", "36"), ("+40", "40"),
     ("035.1", "35.1"), ("42.5", "42.5")],
)  # fmt: skip
def test_a_value_is_understood_as_people_type_it(typed: str, value: str) -> None:
    assert str(parse_value(typed, TEMPERATURE)) == value


@pytest.mark.parametrize("typed", ["", "x", "36.55", "36,5", "NaN", "inf", "1e2", "36 5", "9" * 9])
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert refusal(parse_value, typed, TEMPERATURE).code is ProblemCode.NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["34.9", "42.6", "-36", "0"])
def test_a_value_outside_the_range_is_refused_and_the_range_told(typed: str) -> None:
    problem = refusal(parse_value, typed, TEMPERATURE)
    assert problem.code is ProblemCode.NOT_BETWEEN
    assert problem.details == {"least": "35", "most": "42.5"}


@pytest.mark.parametrize(
    ("typed", "ends"),
    [("0-10", ("0", "10")), ("０〜１０", ("0", "10")), ("-5 to 5", ("-5", "5")),
     ("35.0..42.5", ("35", "42.5")), ("1から5まで", ("1", "5")), ("-5--1", ("-5", "-1")),
     ("0 ー 100", ("0", "100"))],
)  # fmt: skip
def test_a_range_is_understood_as_people_type_it(typed: str, ends: tuple[str, str]) -> None:
    assert tuple(map(str, parse_range(typed))) == ends


@pytest.mark.parametrize("typed", ["", "10", "10-0", "5-5", "0-999999", "a-b", "0-10-20", "0.25-1"])
def test_what_is_no_range_is_refused(typed: str) -> None:
    assert refusal(parse_range, typed).code is ProblemCode.NOT_A_RANGE


@given(tenths=st.integers(-(10**6), 10**6))
def test_every_value_with_one_decimal_is_kept_to_the_tenth(tenths: int) -> None:
    value = Decimal(tenths) / 10
    record = from_document("own_value", {**BASE, "number": "n", "value": str(value)})
    assert record.document()["value"] == f"{value:f}".removesuffix(".0")


@pytest.mark.parametrize(
    "value", ["NaN", "Infinity", float("nan"), 1e400, 10**9, "6.55", "x", None]
)
def test_a_value_that_is_none_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        from_document("own_value", {**BASE, "number": "n", "value": value})


# Spans


@pytest.mark.parametrize(
    ("preset", "first"),
    [(Preset.WEEK, date(2026, 5, 25)), (Preset.FORTNIGHT, date(2026, 5, 18)),
     (Preset.MONTH_OF_DAYS, date(2026, 5, 2)), (Preset.SEASON, date(2026, 3, 3)),
     (Preset.THIS_MONTH, date(2026, 5, 1))],
)  # fmt: skip
def test_a_span_at_hand_ends_today_and_counts_today(preset: Preset, first: date) -> None:
    span = preset.span(DAY)
    assert span == Span(first, DAY)
    if preset is not Preset.THIS_MONTH:
        assert len(span) == int(preset.value)


@given(today=st.dates(), preset=st.sampled_from(Preset))
def test_a_span_at_hand_exists_on_every_day_there_is(today: date, preset: Preset) -> None:
    span = preset.span(today)
    assert span.first <= span.last == today
    assert span.last - span.first < timedelta(days=90)


@pytest.mark.parametrize(
    "typed",
    ["2026-05-01..2026-05-31", "2026/5/1 - 2026/5/31", "2026年5月1日〜2026年5月31日",
     "２０２６－５－１～２０２６－５－３１", "2026-05-31 to 2026-05-01",
     "2026年5月1日から2026年5月31日まで"],
)  # fmt: skip
def test_a_span_is_understood_as_people_type_it(typed: str) -> None:
    assert parse_span(typed, DAY) == Span(date(2026, 5, 1), DAY)


def test_one_day_alone_is_a_span() -> None:
    assert parse_span("2026-05-31", DAY) == Span(DAY, DAY)


@pytest.mark.parametrize("typed", ["", "..", "May", "2026-05-01..", "2026-02-30..2026-03-01",
                                   "2026-05-01..2026-05-02..2026-05-03"])  # fmt: skip
def test_what_is_no_span_is_refused(typed: str) -> None:
    assert refusal(parse_span, typed, DAY).code is ProblemCode.NOT_A_DATE


def test_a_look_back_belongs_to_the_day_of_writing_whatever_it_looks_back_on() -> None:
    review = Review.model_validate({**BASE, "from_day": "2019-01-01", "to_day": "2019-12-31"})
    assert review.shard == "2026"
    assert len(review.span) == 365
    assert review.lines == ()
    assert review.replace(keep=" tea \n", let_go="rush").lines == ("tea", "rush")


def test_a_span_that_ends_before_it_begins_is_no_look_back() -> None:
    fields = {**BASE, "from_day": "2026-05-31", "to_day": "2026-05-30"}
    assert refusal(from_document, "review", fields).code is ProblemCode.NOT_A_DATE
