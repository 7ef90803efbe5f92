"""The ladder: rungs keep what was tried under earlier words; what was thought against how it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from stepup.domain.goal import Goal, GoalDay, Step
from stepup.domain.ladder import Attempt, Compared, by_hardness, compared, of_rung

DAY = date(2026, 5, 31)
NOON = datetime(2026, 5, 31, 12, tzinfo=UTC)
NUMBERS = st.none() | st.integers(0, 10)


def tried(before: int | None, after: int | None, **fields: Any) -> Attempt:
    whole = {"id": "a", "day": DAY, "at": NOON, "goal": "g", "step": "the door", **fields}
    return Attempt(before=before, after=after, **whole)


def steps(*numbers: int | None) -> list[Step]:
    return [Step(text=f"{place}", hard=number) for place, number in enumerate(numbers)]


def test_what_was_easier_is_counted_only_where_both_numbers_are_given() -> None:
    attempts = [tried(7, 3), tried(5, 5), tried(2, 6), tried(9, 0), tried(8, None), tried(None, 1)]
    assert compared(attempts) == Compared(tries=4, easier=2)
    assert compared([]) == Compared(0, 0)


@given(st.lists(st.tuples(NUMBERS, NUMBERS)), st.randoms())
def test_the_order_of_tries_and_those_left_half_change_nothing(
    pairs: list[tuple[int | None, int | None]], order: Any
) -> None:
    attempts = [tried(*pair) for pair in pairs]
    together = compared(attempts)
    order.shuffle(attempts)
    assert compared([*attempts, tried(4, None), tried(None, 4)]) == together
    assert 0 <= together.easier <= together.tries <= len(pairs)


def test_rungs_stand_the_easiest_first_and_those_without_a_number_last() -> None:
    found = by_hardness(steps(7, None, 0, 10, None, 3))
    assert [step.hard for step in found] == [0, 3, 7, 10, None, None]
    assert [step.text for step in found] == ["2", "5", "0", "3", "1", "4"]


@given(st.lists(NUMBERS, max_size=8))
def test_sorting_rungs_loses_none_and_keeps_the_order_of_equals(
    numbers: list[int | None],
) -> None:
    rungs = steps(*numbers)
    found = by_hardness(rungs)
    assert sorted(step.text for step in found) == sorted(step.text for step in rungs)
    assert by_hardness(found) == found
    for number in set(numbers):
        same = [step.text for step in found if step.hard == number]
        assert same == sorted(same, key=int)


def test_a_rung_keeps_what_was_tried_under_the_words_it_had() -> None:
    step = Step(text="walk to the shop").reworded("walk to the corner").reworded("walk to the door")
    assert step.earlier == ("walk to the shop", "walk to the corner")
    mine = [
        tried(5, 2, id="1", step="walk to the shop", day=DAY - timedelta(days=9)),
        tried(5, 3, id="2", step="walk to the door"),
        tried(5, 4, id="3", step="swim"),
        tried(5, 1, id="4", step="walk to the corner", at=NOON - timedelta(hours=1)),
    ]
    assert [attempt.id for attempt in of_rung(step, mine)] == ["2", "4", "1"]


def test_words_taken_back_are_not_kept_twice() -> None:
    step = Step(text="one").reworded("two").reworded("one")
    assert (step.text, step.earlier) == ("one", ("two",))
    assert step.reworded(" one ") is step
    assert step.reworded("\x1b") is step


@pytest.mark.parametrize(
    ("index", "by", "order"),
    [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (2, 5, "abc"), (2, -9, "cab"), (0, 2, "bca")],
)
def test_a_rung_is_moved_as_far_as_there_are_places(index: int, by: int, order: str) -> None:
    goal = Goal(id="g", text="out", made_on=DAY, steps=tuple(Step(text=text) for text in "abc"))
    assert "".join(step.text for step in goal.with_step_moved(index, by).steps) == order
    assert "".join(step.text for step in goal.steps) == "abc"


def test_a_try_is_ahead_while_only_the_thought_of_it_is_there() -> None:
    assert tried(5, None).is_ahead
    assert not tried(5, 2).is_ahead
    assert not tried(None, 2).is_ahead


@pytest.mark.parametrize("number", [-1, 11, 2.5, "hard"])
def test_hardness_is_a_whole_number_from_0_to_10(number: Any) -> None:
    for make in (
        lambda: tried(number, None),
        lambda: tried(None, number),
        lambda: Step(text="a", hard=number),
    ):
        with pytest.raises(ValidationError):
            make()


@pytest.mark.parametrize("level", [-3, 3, 0.5])
def test_an_outcome_has_five_levels(level: Any) -> None:
    with pytest.raises(ValidationError):
        GoalDay(id="d", day=DAY, at=NOON, goal="g", text="out", level=level)
    for fine in (-2, -1, 0, 1, 2, None):
        day = GoalDay(id="d", day=DAY, at=NOON, goal="g", text="out", level=fine)
        assert day.document().get("level") == fine


def test_a_try_lies_in_the_year_of_its_day_and_a_goal_says_nothing_of_what_is_not_known() -> None:
    assert tried(1, 2, day=date(2019, 12, 31)).shard == "2019"
    document = Goal(id="g", text="out", made_on=DAY, steps=(Step(text="a"),)).document()
    assert document.keys().isdisjoint({"why", "easy", "hard"})
    assert "hard" not in document["steps"][0]
