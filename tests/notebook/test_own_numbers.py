"""Numbers of one's own: noted as they are, in the year of their day, and never made anything of."""

from __future__ import annotations

from datetime import date

import pytest
from tests.notebook.support import BEFORE, DAY, Notebook, only

from stepup.domain.own_number import OwnNumber
from stepup.domain.problem import Problem, ProblemCode


@pytest.fixture
def pain(window: Notebook) -> OwnNumber:
    """A number from 0 to 10."""
    return window.own_numbers.add("pain", "0-10")


def code(act: object, *args: object) -> ProblemCode:
    with pytest.raises(Problem) as refused:
        act(*args)  # type: ignore[operator]
    return refused.value.code


def test_a_value_is_kept_as_it_was_typed_on_its_day(window: Notebook, pain: OwnNumber) -> None:
    window.own_numbers.note(pain, DAY, "６．５")
    value = only(window.own_numbers.values(pain, "2026"))
    assert window.live()["own_value", value.id] == (
        "2026",
        {"id": value.id, "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00",
         "number": pain.id, "value": "6.5"},
    )  # fmt: skip


def test_a_day_may_have_several_values_and_the_newest_come_first(
    window: Notebook, pain: OwnNumber
) -> None:
    for day, typed in ((BEFORE, "2"), (DAY, "3"), (DAY, "4"), (date(2025, 1, 1), "9")):
        window.own_numbers.note(pain, day, typed)
        window.clock.move(minutes=1)
    assert [str(one.value) for one in window.own_numbers.values(pain, "2026")] == ["4", "3", "2"]
    assert [str(one.value) for one in window.own_numbers.on(DAY)] == ["3", "4"]


def test_values_of_one_number_are_not_those_of_another(window: Notebook, pain: OwnNumber) -> None:
    noise = window.own_numbers.add("noise", "0-100")
    window.own_numbers.note(noise, DAY, "80")
    assert window.own_numbers.values(pain, "2026") == []
    assert [one.name for one in window.own_numbers.all()] == ["pain", "noise"]


def test_what_does_not_fit_is_refused_and_changes_nothing(
    window: Notebook, pain: OwnNumber
) -> None:
    window.own_numbers.note(pain, DAY, "5")
    value, told = only(window.own_numbers.on(DAY)), len(window.told)
    assert code(window.own_numbers.note, pain, DAY, "11") is ProblemCode.NOT_BETWEEN
    assert code(window.own_numbers.note, pain, DAY, "a lot") is ProblemCode.NOT_A_NUMBER
    assert code(window.own_numbers.correct, pain, value, "-1") is ProblemCode.NOT_BETWEEN
    assert code(window.own_numbers.add, "", "0-10") is ProblemCode.NOTHING_WRITTEN
    assert code(window.own_numbers.add, "noise", "loud") is ProblemCode.NOT_A_RANGE
    assert code(window.own_numbers.change_range, pain, "10-0") is ProblemCode.NOT_A_RANGE
    window.own_numbers.note(pain, DAY, " ")
    assert window.own_numbers.on(DAY) == [value]
    assert len(window.told) == told


def test_another_range_leaves_what_was_noted_as_it_is(window: Notebook, pain: OwnNumber) -> None:
    window.own_numbers.note(pain, DAY, "9")
    window.own_numbers.change_range(pain, "0〜5")
    assert str(only(window.own_numbers.on(DAY)).value) == "9"
    assert str(only(window.own_numbers.all()).most) == "5"


def test_a_retired_number_keeps_its_history_and_comes_back(
    window: Notebook, pain: OwnNumber
) -> None:
    window.own_numbers.note(pain, DAY, "9")
    window.own_numbers.retire(pain)
    assert window.own_numbers.all() == []
    retired = only(window.own_numbers.all(retired=True))
    assert len(window.own_numbers.values(retired, "2026")) == 1
    window.own_numbers.retire(retired, retired=False)
    assert window.own_numbers.all() == [pain]


def test_a_number_without_a_name_keeps_the_one_it_has(window: Notebook, pain: OwnNumber) -> None:
    window.own_numbers.rename(pain, " ")
    assert only(window.own_numbers.all()) == pain
