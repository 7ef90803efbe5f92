"""Goals, the places on the map, and a change that can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.made_up import ANY_RECORD

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.goal import CLOSED, Goal, GoalState, Step
from stepup.domain.journal import OwnHelp
from stepup.domain.record import Record
from stepup.domain.stage import StageKey

DAY = date(2026, 5, 31)
GOAL = Goal(id="g", text="Open the curtain", made_on=DAY)


@pytest.mark.parametrize("state", GoalState)
def test_only_done_and_let_go_close_a_goal_and_any_other_state_opens_it(state: GoalState) -> None:
    closed = GOAL.with_state(GoalState.DONE, date(2025, 1, 1))
    found = closed.with_state(state, DAY)
    assert found.state is state
    assert found.closed_on == (DAY if state in CLOSED else None)
    assert found.shard == ("2026" if state in CLOSED else "core")
    assert {GoalState.DONE, GoalState.LET_GO} == CLOSED


def test_a_smaller_wording_keeps_those_before_it_the_oldest_first() -> None:
    once = GOAL.smaller("Open it a hand wide")
    twice = once.smaller(" Open it\na finger wide ")
    assert twice.text == "Open it a finger wide"
    assert twice.earlier == ("Open the curtain", "Open it a hand wide")


@pytest.mark.parametrize("text", ["", "  ", "\x1b", "Open the curtain", " Open  the curtain "])
def test_no_other_wording_is_no_change(text: str) -> None:
    assert GOAL.smaller(text) is GOAL


def test_steps_are_added_replaced_and_taken_out_where_they_stand() -> None:
    one, two, three = (Step(text=text) for text in ("one", "two", "three"))
    goal = GOAL.with_step(0, one).with_step(1, two).with_step(2, three)
    assert goal.steps == (one, two, three)
    done = one.replace(done_on=DAY)
    assert goal.with_step(0, done).steps == (done, two, three)
    assert goal.with_step(1, None).steps == (one, three)
    assert goal.with_step(9, one).steps == (one, two, three, one)
    assert GOAL.steps == ()


def test_the_stages_are_seven_in_the_order_of_the_map_and_their_keys_stay() -> None:
    assert [key.value for key in StageKey] == [
        "breathe", "rhythm", "step_out", "connect", "try", "earn", "keep",
    ]  # fmt: skip


def test_the_labels_in_the_history_stay_what_they_are() -> None:
    assert all(label.value == label.name.lower() for label in Label)


EDITS = st.lists(
    st.tuples(st.none() | ANY_RECORD, ANY_RECORD).map(lambda two: Edit(*two)), max_size=4
).map(tuple)


@settings(max_examples=30)
@given(edits=EDITS)
def test_taking_a_change_back_twice_is_the_change(edits: tuple[Edit, ...]) -> None:
    change = Change(Label.IMPORT, edits)
    assert Change(Label.UNDO, change.reversed).reversed == edits


@settings(max_examples=30)
@given(records=st.lists(ANY_RECORD, max_size=3))
def test_taking_an_addition_back_takes_away_the_last_first(records: list[Record]) -> None:
    change = added(Label.WIN, *records)
    assert change.reversed == removed(*reversed(records)).edits
    assert removed(*records).label is Label.REMOVE


def test_taking_a_replacement_back_puts_the_former_in_its_place() -> None:
    before, after = OwnHelp(text="a"), OwnHelp(text="b")
    assert replaced(Label.OWN_HELP, before, after).reversed == (Edit(after, before),)
