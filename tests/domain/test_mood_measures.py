"""Mood and energy over days: one middle a day, ranges, and days with and without a mark."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median as by_the_library

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.mood_measures import (
    ENOUGH,
    Levels,
    by_day,
    in_steps,
    median,
    together,
    with_and_without,
)
from stepup.domain.span import Span

FIRST = date(2026, 11, 1)
CHECK_INS = st.lists(
    st.tuples(st.dates(FIRST, FIRST + timedelta(days=60)), st.integers(1, 5)), max_size=80
)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@given(st.lists(st.integers(1, 5) | st.just(2.5), min_size=1))
def test_the_middle_is_the_median(values: list[float]) -> None:
    assert median(values) == by_the_library(values)


@pytest.mark.parametrize(
    ("levels", "middle", "nearest"),
    [([2], 2, 2), ([5, 1, 2], 2, 2), ([2, 3], 2.5, 3), ([2, 4], 3, 3), ([1, 2, 2, 5], 2, 2)],
)
def test_several_check_ins_of_a_day_come_to_their_middle(
    levels: list[int], middle: float, nearest: int
) -> None:
    [found] = by_day((FIRST, level) for level in levels).values()
    assert found == Levels(middle, min(levels), max(levels), days=1)
    assert found.nearest == nearest


def test_a_day_counts_once_however_often_it_was_noted() -> None:
    days = by_day([(day(0), 1)] * 9 + [(day(1), 4), (day(2), 5)])
    assert together(days.values()) == Levels(4, 1, 5, days=3)


def test_of_no_day_nothing_is_said() -> None:
    assert together([]) is None
    assert by_day([]) == {}


@given(CHECK_INS, st.randoms())
def test_the_order_of_check_ins_does_not_matter(
    check_ins: list[tuple[date, int]], chance: object
) -> None:
    shuffled = sorted(check_ins, key=lambda _one: chance.random())  # type: ignore[attr-defined]
    assert by_day(shuffled) == by_day(check_ins)
    assert list(by_day(shuffled)) == sorted({one[0] for one in check_ins})


# Steps


def test_a_span_is_taken_together_from_its_end() -> None:
    days = by_day([(day(0), 1), (day(1), 2), (day(2), 4), (day(6), 5)])
    steps = in_steps(days, Span(day(0), day(6)), 3)
    assert steps == [Levels(1, 1, 1), Levels(3, 2, 4, days=2), Levels(5, 5, 5)]
    assert in_steps(days, Span(day(3), day(5)), 1) == [None, None, None]


@given(CHECK_INS, st.integers(1, 70), st.integers(1, 12))
def test_steps_hold_every_recorded_day_of_the_span_once(
    check_ins: list[tuple[date, int]], count: int, length: int
) -> None:
    days = by_day(check_ins)
    span = Span(FIRST, day(count - 1))
    steps = in_steps(days, span, length)
    assert len(steps) == -(-count // length)
    within = [levels for one, levels in days.items() if one in span]
    known = [step for step in steps if step is not None]
    assert sum(step.days for step in known) == len(within)
    assert min((step.least for step in known), default=0) == min(
        (levels.least for levels in within), default=0
    )


@given(CHECK_INS)
def test_a_step_a_day_is_the_day_itself_and_unrecorded_days_are_none(
    check_ins: list[tuple[date, int]],
) -> None:
    days = by_day(check_ins)
    span = Span(FIRST, day(60))
    assert in_steps(days, span, 1) == [days.get(one) for one in span.days]


def test_29_february_is_a_day_like_any_other() -> None:
    leap = date(2024, 2, 29)
    days = by_day([(leap, 4)])
    assert in_steps(days, Span(leap, leap + timedelta(days=1)), 1) == [Levels(4, 4, 4), None]


# With and without


def sides_of(with_mark: int, without: int) -> tuple[dict[date, Levels], set[date]]:
    marked = {day(n) for n in range(with_mark)}
    levels = [(one, 4) for one in marked] + [(day(100 + n), 2) for n in range(without)]
    return by_day(levels), marked


def test_both_sides_say_their_middle_and_their_days() -> None:
    sides = with_and_without(*sides_of(9, 8))
    assert sides.with_mark == Levels(4, 4, 4, days=9)
    assert sides.without == Levels(2, 2, 2, days=8)
    assert sides.days == (9, 8)


@pytest.mark.parametrize(
    ("with_mark", "without", "enough"),
    [(8, 8, True), (7, 8, False), (8, 7, False), (0, 40, False), (40, 0, False), (0, 0, False)],
)
def test_sides_are_put_side_by_side_from_eight_days_on_each(
    with_mark: int, without: int, enough: bool
) -> None:
    assert ENOUGH == 8
    sides = with_and_without(*sides_of(with_mark, without))
    assert sides.is_enough is enough
    assert sides.days == (with_mark, without)


@given(CHECK_INS, st.sets(st.dates(FIRST, FIRST + timedelta(days=60))))
def test_days_without_a_level_change_nothing(
    check_ins: list[tuple[date, int]], marked: set[date]
) -> None:
    days = by_day(check_ins)
    sides = with_and_without(days, marked)
    assert sides == with_and_without(days, marked & days.keys())
    assert sides == with_and_without(days, marked | {date(1999, 1, 1)})
    assert sum(sides.days) == len(days)
