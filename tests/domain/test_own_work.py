"""Promises, pieces, practice, learning: where they are kept, when they are close, what is understood."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_up import ANY_TEXT

from stepup.domain.piece import Piece
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.promise import (
    MOST_SPARE,
    Agreed,
    Promise,
    PromiseState,
    in_order,
    parse_spare,
)
from stepup.domain.record import CORE
from stepup.domain.strength import MOST_MINUTES, Learning, parse_practice
from stepup.domain.text import fold, one_line

DAY = date(2026, 5, 31)


def promise(**fields: Any) -> Promise:
    return Promise(**{"id": "a", "text": "ten captions", "made_on": DAY, **fields})


def refusal(act: Any, *args: Any) -> Problem:
    with pytest.raises(Problem) as refused:
        act(*args)
    return refused.value


# Promises


def test_a_promise_goes_to_the_year_in_which_it_closed_and_comes_back_when_taken_up() -> None:
    closed = promise().with_state(PromiseState.KEPT, date(2027, 1, 2))
    assert promise().shard == CORE
    assert closed.shard == "2027"
    assert closed.with_state(PromiseState.OPEN, date(2028, 1, 1)).shard == CORE


@pytest.mark.parametrize("state", [one for one in PromiseState if one is not PromiseState.OPEN])
def test_whatever_became_of_it_it_is_closed_alike(state: PromiseState) -> None:
    assert promise().with_state(state, DAY).closed_on == DAY


@pytest.mark.parametrize(
    ("today", "close"),
    [(date(2026, 6, 1), False), (date(2026, 6, 2), True), (date(2026, 6, 5), True),
     (date(2026, 6, 6), True), (date(2031, 1, 1), True)],
)  # fmt: skip
def test_it_is_close_from_its_first_day_to_spare_on_and_no_later_day_changes_that(
    today: date, close: bool
) -> None:
    assert promise(due=date(2026, 6, 5), spare=3).is_close(today) is close


def test_without_a_day_it_is_never_close() -> None:
    assert promise(spare=9).own_day is None
    assert not promise(spare=9).is_close(date.max)


@given(due=st.dates(), spare=st.integers(0, MOST_SPARE))
def test_the_day_of_ones_own_exists_and_is_never_after_the_day_that_was_agreed(
    due: date, spare: int
) -> None:
    own_day = promise(due=due, spare=spare).own_day
    assert own_day is not None
    assert own_day <= due
    assert (due - own_day).days in (spare, (due - date.min).days)


def test_lines_of_what_was_agreed_are_added_replaced_and_taken_out() -> None:
    two = promise().with_agreed(0, Agreed(text="a")).with_agreed(1, Agreed(text="b"))
    assert [line.text for line in two.with_agreed(0, None).agreed] == ["b"]
    ticked = two.with_agreed(1, two.agreed[1].replace(done=True))
    assert [line.done for line in ticked.agreed] == [False, True]


def test_the_nearest_day_comes_first_and_those_without_one_last() -> None:
    undated = [promise(id="c", position=1), promise(id="b")]
    dated = [promise(id="e", due=date(2027, 1, 1)), promise(id="d", due=date(2026, 6, 1))]
    assert [one.id for one in in_order([*undated, *dated])] == ["d", "e", "b", "c"]


@pytest.mark.parametrize(
    ("typed", "days"),
    [("2", 2), ("２日", 2), (" 3 days ", 3), ("1 day", 1), ("5日前", 5), ("0", 0), ("60", 60)],
)
def test_days_to_spare_are_understood_as_people_type_them(typed: str, days: int) -> None:
    assert parse_spare(typed) == days


@pytest.mark.parametrize("typed", ["", "two", "61", "-1", "1.5", "999", "日"])
def test_what_is_no_number_of_days_is_refused_with_the_range(typed: str) -> None:
    problem = refusal(parse_spare, typed)
    assert problem.code is ProblemCode.NOT_IN_RANGE
    assert problem.details == {"least": 0, "most": MOST_SPARE}


# Practice and learning


@pytest.mark.parametrize(
    ("typed", "text", "minutes"),
    [
        ("drawing 20 min", "drawing", 20),
        ("お絵かき20分", "お絵かき", 20),
        ("お絵かき　２０分", "お絵かき", 20),
        ("ギター １時間３０分", "ギター", 90),
        ("piano 1h30", "piano 1h30", None),
        ("piano 1h 30m", "piano", 90),
        ("piano 2 hours", "piano", 120),
        ("read chapter 3", "read chapter 3", None),
        ("ran 100m", "ran 100m", None),
        ("1.5時間 走った", "1.5時間 走った", None),
        ("walked 1.5時間", "walked 1.5時間", None),
        ("20分だけ読んだ", "20分だけ読んだ", None),
    ],
)
def test_a_length_is_read_only_where_one_is_meant(
    typed: str, text: str, minutes: int | None
) -> None:
    assert parse_practice(typed) == (text, minutes)


@pytest.mark.parametrize("typed", ["", " ", "20分", "1 h"])
def test_a_practice_says_what_it_was(typed: str) -> None:
    assert refusal(parse_practice, typed).code is ProblemCode.NOTHING_WRITTEN


@pytest.mark.parametrize("typed", ["drawing 0 min", "drawing 1441 min", "drawing 25時間"])
def test_a_length_that_no_day_has_is_refused_with_the_range(typed: str) -> None:
    problem = refusal(parse_practice, typed)
    assert problem.code is ProblemCode.NOT_IN_RANGE
    assert problem.details == {"least": 1, "most": MOST_MINUTES}


@given(text=ANY_TEXT, minutes=st.integers(1, MOST_MINUTES))
def test_whatever_was_practised_a_length_behind_it_is_read_and_the_words_stay(
    text: str, minutes: int
) -> None:
    words = one_line(text)
    if not words or len(fold(words).casefold()) != len(words):
        return
    try:
        found = parse_practice(f"{words} {minutes} min")
    except Problem:  # the words end in hours of their own
        return
    assert found.minutes is not None
    if found.minutes == minutes:
        assert found.text == words


@given(text=ANY_TEXT)
def test_no_word_is_lost_when_there_is_no_length(text: str) -> None:
    words = one_line(text)
    try:
        found = parse_practice(words)
    except Problem:
        return
    assert words.startswith(found.text)
    if found.minutes is None:
        assert found.text == words


def test_pieces_and_learning_lie_in_their_year_once_they_have_one() -> None:
    piece = Piece(id="a", title="a map")
    learning = Learning(id="a", text="knots", since=date(2024, 1, 1))
    assert (piece.shard, piece.replace(made_on=DAY).shard) == (CORE, "2026")
    assert (learning.shard, learning.replace(ended_on=DAY).shard) == (CORE, "2026")
