"""Goals: small, made smaller, done, half done, put down, taken up again; never lost or doubled."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from tests.notebook.support import BEFORE, DAY, TOKYO, Live, Notebook, on_disk, only

from stepup.domain.goal import Goal, GoalState, Outcome
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.stage import StageKey

LAST_YEAR = date(2025, 12, 31)


def shard_of(found: Live, goal: Goal) -> str:
    return found["goal", goal.id][0]


def again(window: Notebook, goal: Goal) -> Goal:
    """The goal as it is now, wherever it is."""
    shard, document = window.live()["goal", goal.id]
    found = window.book.one(Goal, document["id"], shard)
    assert found is not None
    return found


def test_a_goal_is_stored_with_its_words_its_stage_and_the_day_it_was_made(
    window: Notebook,
) -> None:
    goal = window.goals.add(" open the\ncurtain ", StageKey.BREATHE, chosen_for=DAY)
    assert window.live()["goal", goal.id] == ("core", {
        "id": goal.id, "text": "open the curtain", "made_on": "2026-05-31", "position": 0,
        "stage": "breathe", "state": "open", "steps": [], "earlier": [], "repeats": False,
    })  # fmt: skip
    chosen = only(window.goals.on(DAY))
    assert (chosen.goal, chosen.text, chosen.stage, chosen.outcome) == (
        goal.id, "open the curtain", StageKey.BREATHE, Outcome.CHOSEN,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", "\x1b"])
def test_nothing_is_made_without_words(window: Notebook, text: str) -> None:
    goal = window.goals.add("walk")
    before = window.live()
    for act in (
        window.goals.add,
        window.goals.add_some_day,
        lambda words: window.goals.add_step(goal, words),
    ):
        with pytest.raises(Problem) as refused:
            act(text)
        assert refused.value.code is ProblemCode.NOTHING_WRITTEN
    assert window.live() == before


def test_open_goals_come_in_the_order_of_making(window: Notebook) -> None:
    for day in (31, 1, 15):
        window.clock.at = datetime(2026, 5, day, 12, tzinfo=TOKYO)
        window.goals.add(f"{day}, first")
        window.goals.add(f"{day}, second")
    assert [goal.text for goal in window.goals.open()] == [
        "1, first", "1, second", "15, first", "15, second", "31, first", "31, second",
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "year"), [(DAY, "2026"), (LAST_YEAR, "2025")])
def test_a_goal_that_is_done_moves_to_the_year_of_that_day_and_back_when_it_opens(
    window: Notebook, root: Path, day: date, year: str
) -> None:
    goal = window.goals.add("walk", chosen_for=day)
    window.save()
    window.goals.done(goal, day)
    window.save()
    assert shard_of(on_disk(root), goal) == year
    closed = only(window.goals.closed(year))
    assert (closed.state, closed.closed_on) == (GoalState.DONE, day)
    assert only(window.goals.on(day)).outcome is Outcome.DONE
    assert window.goals.open() == []
    window.goals.set_state(closed, GoalState.OPEN)
    window.save()
    assert shard_of(on_disk(root), goal) == "core"
    assert window.goals.open() == [goal]


def test_a_goal_moves_from_year_to_year_without_being_doubled(window: Notebook) -> None:
    goal = window.goals.add("walk")
    for day in (DAY, LAST_YEAR, date(2024, 2, 29)):
        window.goals.done(again(window, goal), day)
        assert shard_of(window.live(), goal) == f"{day.year}"
    for _ in range(3):
        window.book.undo()
    assert shard_of(window.live(), goal) == "core"


def test_what_comes_again_stays_open_when_it_is_done(window: Notebook) -> None:
    goal = window.goals.add("walk")
    window.goals.repeat(goal, repeats=True)
    window.goals.done(only(window.goals.open()), DAY)
    assert only(window.goals.open()).repeats
    assert only(window.goals.on(DAY)).outcome is Outcome.DONE


def test_half_is_noted_on_the_day_and_the_goal_stays(window: Notebook) -> None:
    goal = window.goals.add("walk")
    window.goals.half(goal, DAY)
    window.goals.half(goal, DAY)
    assert only(window.goals.on(DAY)).outcome is Outcome.HALF
    assert window.goals.open() == [goal]
    assert len(window.told) == 2
    window.goals.done(goal, DAY)
    assert only(window.goals.on(DAY)).outcome is Outcome.DONE


def test_half_after_done_opens_the_goal_again(window: Notebook) -> None:
    goal = window.goals.add("walk", chosen_for=DAY)
    window.goals.done(goal, DAY)
    window.goals.half(again(window, goal), DAY)
    assert only(window.goals.on(DAY)).outcome is Outcome.HALF
    assert window.goals.open() == [goal]


def test_choosing_twice_takes_it_off_the_page_unless_something_was_done(window: Notebook) -> None:
    goal = window.goals.add("walk")
    window.goals.choose(goal, DAY)
    window.goals.choose(goal, DAY)
    assert window.goals.on(DAY) == []
    window.goals.half(goal, DAY)
    window.goals.choose(goal, DAY)
    assert only(window.goals.on(DAY)).outcome is Outcome.HALF


def test_made_smaller_todays_page_takes_the_new_words_and_earlier_days_keep_theirs(
    window: Notebook,
) -> None:
    goal = window.goals.add("walk to the park", chosen_for=DAY)
    window.goals.choose(goal, BEFORE)
    window.goals.smaller(goal, "walk to the door")
    assert only(window.goals.on(DAY)).text == "walk to the door"
    assert only(window.goals.on(BEFORE)).text == "walk to the park"
    assert only(window.goals.open()).earlier == ("walk to the park",)
    told = len(window.told)
    window.goals.smaller(again(window, goal), "  ")
    assert len(window.told) == told


def test_other_words_reach_todays_page_and_earlier_days_keep_theirs(window: Notebook) -> None:
    goal = window.goals.add("walk to the park", chosen_for=DAY)
    window.goals.choose(goal, BEFORE)
    window.goals.reword(goal, "walk to the river")
    assert only(window.goals.on(DAY)).text == "walk to the river"
    assert only(window.goals.on(BEFORE)).text == "walk to the park"
    assert only(window.goals.open()).earlier == ()
    window.book.undo()
    assert only(window.goals.on(DAY)).text == "walk to the park"


def test_a_goal_taken_away_leaves_todays_page_unless_something_was_done(window: Notebook) -> None:
    chosen = window.goals.add("walk", chosen_for=DAY)
    started = window.goals.add("read", chosen_for=DAY)
    window.goals.half(started, DAY)
    before = window.live()
    window.goals.reword(chosen, "")
    window.goals.reword(started, "")
    assert window.goals.open() == []
    assert [goal.text for goal in window.goals.on(DAY)] == ["read"]
    window.book.undo()
    window.book.undo()
    assert window.live() == before


def test_what_was_done_keeps_the_words_it_had(window: Notebook) -> None:
    goal = window.goals.add("walk")
    window.goals.repeat(goal, repeats=True)
    window.goals.done(again(window, goal), DAY)
    window.goals.smaller(again(window, goal), "walk a little")
    assert only(window.goals.on(DAY)).text == "walk"


@pytest.mark.parametrize("state", [GoalState.NOT_NOW, GoalState.RESTING, GoalState.LET_GO])
def test_put_down_it_leaves_todays_page_unless_something_was_done(
    window: Notebook, state: GoalState
) -> None:
    chosen = window.goals.add("walk", chosen_for=DAY)
    started = window.goals.add("read", chosen_for=DAY)
    window.goals.half(started, DAY)
    for goal in (chosen, started):
        window.goals.set_state(goal, state)
    assert [goal.text for goal in window.goals.on(DAY)] == ["read"]
    assert {again(window, goal).state for goal in (chosen, started)} == {state}
    told = len(window.told)
    window.goals.set_state(again(window, chosen), state)
    assert len(window.told) == told


def test_a_goal_of_a_day_is_found_open_closed_or_gone(window: Notebook) -> None:
    goal = window.goals.add("walk", chosen_for=DAY)
    laid_out = only(window.goals.on(DAY))
    assert window.goals.get(laid_out) == goal
    window.goals.done(goal, DAY)
    closed = window.goals.get(laid_out)
    assert closed is not None
    assert closed.state is GoalState.DONE
    window.goals.reword(closed, "")
    assert window.goals.get(laid_out) is None


def test_steps_are_ticked_and_unticked(window: Notebook) -> None:
    goal = window.goals.add("walk")
    for text in ("shoes", "door"):
        window.goals.add_step(again(window, goal), text)
    window.goals.step_done(again(window, goal), 1, DAY)
    assert [step.done_on for step in again(window, goal).steps] == [None, DAY]
    window.goals.step_done(again(window, goal), 1, DAY)
    window.goals.reword_step(again(window, goal), 0, "one shoe")
    assert [(step.text, step.done_on) for step in again(window, goal).steps] == [
        ("one shoe", None), ("door", None),
    ]  # fmt: skip


def test_the_list_of_some_day_keeps_its_order_and_a_line_taken_up_leaves_it(
    window: Notebook,
) -> None:
    for text in ("the sea", "snow", "a cat"):
        window.goals.add_some_day(text)
    goal = window.goals.take_up(window.goals.some_day()[1])
    assert goal.text == "snow"
    assert [line.text for line in window.goals.some_day()] == ["the sea", "a cat"]
    window.goals.add_some_day("last")
    assert [line.text for line in window.goals.some_day()] == ["the sea", "a cat", "last"]
    window.goals.reword_some_day(window.goals.some_day()[0], "")
    assert [line.text for line in window.goals.some_day()] == ["a cat", "last"]
