"""Marks in rows, and how a moment is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.domain.made_up import ANY_TEXT

from stepup.domain.mood import CheckIn, latest
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import Preferences, Rest
from stepup.domain.rhythm import MOST, Mark, Measure, parse_mark, total

AT = datetime(2026, 5, 31, 12, tzinfo=UTC)


def mark(**fields: Any) -> Mark:
    return Mark.model_validate(
        {"id": "a", "day": date(2026, 5, 31), "at": AT, "tracker": "meal", **fields}
    )


@pytest.mark.parametrize(
    ("typed", "measure", "value"),
    [
        ("", Measure.YES_NO, None),
        ("", Measure.MINUTES, None),
        ("", Measure.COUNT, 1),
        ("3", Measure.COUNT, 3),
        ("３", Measure.COUNT, 3),
        ("2回", Measure.COUNT, 2),
        ("10", Measure.MINUTES, 10),
        ("０", Measure.MINUTES, 0),
        ("10分", Measure.MINUTES, 10),
        ("１０ 分", Measure.MINUTES, 10),
        ("10 min", Measure.MINUTES, 10),
        ("10M", Measure.MINUTES, 10),
        (str(MOST), Measure.MINUTES, MOST),
        ("1", Measure.SCALE, 1),
        ("５", Measure.SCALE, 5),
        ("7:30", Measure.CLOCK, 450),
        ("７時半", Measure.CLOCK, 450),
        ("25:30", Measure.CLOCK, 90),
        ("0:00", Measure.CLOCK, 0),
    ],
)
def test_a_value_is_read_in_the_unit_of_its_row(
    typed: str, measure: Measure, value: int | None
) -> None:
    assert parse_mark(typed, measure) == value


@pytest.mark.parametrize(
    ("typed", "measure", "code"),
    [
        ("", Measure.SCALE, ProblemCode.NOT_A_VALUE),
        ("", Measure.CONTACT, ProblemCode.NOT_A_VALUE),
        ("", Measure.CLOCK, ProblemCode.NOT_A_TIME),
        ("48:00", Measure.CLOCK, ProblemCode.NOT_A_TIME),
        ("0", Measure.SCALE, ProblemCode.NOT_IN_RANGE),
        ("6", Measure.SCALE, ProblemCode.NOT_IN_RANGE),
        ("9", Measure.SCALE, ProblemCode.NOT_IN_RANGE),
        ("100001", Measure.MINUTES, ProblemCode.NOT_IN_RANGE),
        ("999999999999", Measure.MINUTES, ProblemCode.NOT_A_VALUE),
        ("-1", Measure.COUNT, ProblemCode.NOT_A_VALUE),
        ("1.5", Measure.COUNT, ProblemCode.NOT_A_VALUE),
        ("1e3", Measure.COUNT, ProblemCode.NOT_A_VALUE),
        ("nan", Measure.MINUTES, ProblemCode.NOT_A_VALUE),
        ("a lot", Measure.YES_NO, ProblemCode.NOT_A_VALUE),
    ],
)
def test_what_suits_no_row_is_refused(typed: str, measure: Measure, code: ProblemCode) -> None:
    with pytest.raises(Problem) as refused:
        parse_mark(typed, measure)
    assert refused.value.code is code


def test_the_refusal_of_a_scale_names_its_ends() -> None:
    with pytest.raises(Problem) as refused:
        parse_mark("9", Measure.SCALE)
    assert dict(refused.value.details) == {"least": 1, "most": 5}


@given(typed=ANY_TEXT | st.text("0123456789:分回m ", max_size=9), measure=st.sampled_from(Measure))
def test_whatever_is_typed_a_mark_can_hold_it_or_it_is_refused(
    typed: str, measure: Measure
) -> None:
    try:
        value = parse_mark(typed, measure)
    except Problem:
        return
    assert mark(value=value).value == value
    assert measure is not Measure.SCALE or value in range(1, 6)


@pytest.mark.parametrize("value", [-1, MOST + 1, 10**30, 1.5, float("nan"), float("inf"), "many"])
def test_a_mark_holds_no_absurd_number(value: object) -> None:
    with pytest.raises(ValidationError):
        mark(value=value)


def test_a_total_counts_a_mark_without_a_value_as_one() -> None:
    assert total([mark(value=2), mark(), mark(value=0), mark(value=30)]) == 33
    assert total([]) == 0


def check_in(minute: int, **levels: int) -> CheckIn:
    at = AT + timedelta(minutes=minute)
    return CheckIn.model_validate({"id": str(minute), "day": AT.date(), "at": at, **levels})


def test_the_latest_level_is_the_one_given_last_in_whatever_order_they_come() -> None:
    found = [check_in(30, energy=4), check_in(0, mood=2, energy=1), check_in(10, mood=5)]
    assert latest(found, "mood") == 5
    assert latest(found, "energy") == 4
    assert latest([check_in(0, energy=1)], "mood") is None
    assert latest([], "mood") is None


def test_the_latest_is_the_later_moment_not_the_later_time_on_the_wall() -> None:
    # The second 01:10 of the night in which the clocks go back.
    first = check_in(0, mood=2).replace(
        at=datetime(2026, 11, 1, 1, 30, tzinfo=timezone(-timedelta(hours=4)))
    )
    second = check_in(1, mood=4).replace(
        at=datetime(2026, 11, 1, 1, 10, tzinfo=timezone(-timedelta(hours=5)))
    )
    assert latest([second, first], "mood") == 4


@pytest.mark.parametrize("level", [0, 6, 9, -1, 10**20, 2.5, float("nan"), "good"])
def test_levels_are_one_to_five(level: object) -> None:
    for what in ("mood", "energy"):
        with pytest.raises(ValidationError):
            CheckIn.model_validate({"id": "a", "day": AT.date(), "at": AT, what: level})


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValidationError):
        CheckIn.model_validate({"id": "a", "day": AT.date(), "at": datetime(2026, 5, 31)})


def test_a_day_starts_between_midnight_and_noon() -> None:
    assert Preferences().replace(day_start="12:00").day_start.hour == 12
    assert Preferences().replace(day_start="00:00").day_start.hour == 0
    with pytest.raises(Problem) as refused:
        Preferences().replace(day_start="12:01")
    assert refused.value.code is ProblemCode.NOT_A_TIME


def test_a_rest_covers_its_days_and_without_an_end_all_that_come() -> None:
    rest = Rest(id="a", from_day=date(2026, 5, 1), to_day=date(2026, 5, 3))
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 3), date(2026, 5, 4)]
    assert [rest.covers(day) for day in days] == [False, True, True, False]
    assert [rest.replace(to_day=None).covers(day) for day in days] == [False, True, True, True]
