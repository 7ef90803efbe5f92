"""Works and times of working as they are typed and kept."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE
from stepup.domain.work import (
    CLOSED,
    Times,
    Tiredness,
    Work,
    WorkSession,
    WorkState,
    parse_length,
    parse_session,
    parse_tiredness,
)

DAY = date(2026, 5, 31)
WORK = Work(id="w", text="type in names", found_on=date(2025, 12, 1))


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("25", Times(None, 25)),
        ("９０分", Times(None, 90)),
        ("1:30", Times(None, 90)),
        ("1時間30分", Times(None, 90)),
        ("2h", Times(None, 120)),
        ("10:00-11:30", Times(time(10), 90)),
        ("10時から11時半", Times(time(10), 90)),
        ("23:30〜1:00", Times(time(23, 30), 90)),
        ("10:00-11:30 休憩10", Times(time(10), 80, 10)),
        ("10:00-11:30（休憩10分）", Times(time(10), 80, 10)),
        ("25 break 5", Times(None, 25, 5)),
    ],
)
def test_a_time_of_working_is_understood_as_people_write_it(typed: str, times: Times) -> None:
    assert parse_session(typed) == times


@pytest.mark.parametrize(
    "typed", ["", "0", "a while", "1441", "25:00", "10:00-10:30 break 30", "10:00-11:00-12:00"]
)
def test_what_is_no_time_of_working_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_session(typed)
    assert refused.value.code in (ProblemCode.NOT_A_SESSION, ProblemCode.NOT_A_TIME)


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    refusals = set()
    for parse in (parse_session, parse_length, parse_tiredness):
        try:
            parse(text)
        except Problem as problem:
            refusals.add(problem.code.value)
    assert refusals <= {"not_a_session", "not_a_time", "not_in_range"}


def test_tiredness_is_a_number_words_or_both() -> None:
    assert parse_tiredness("７ 足が重い") == Tiredness(7, "足が重い")
    assert parse_tiredness("足が重い") == Tiredness(None, "足が重い")
    assert parse_tiredness("10/10, my ears") == Tiredness(10, "my ears")
    with pytest.raises(Problem) as refused:
        parse_tiredness("11")
    assert refused.value.code is ProblemCode.NOT_IN_RANGE


@pytest.mark.parametrize("state", WorkState)
def test_a_work_lies_in_the_year_in_which_it_closed_and_comes_back_when_opened(
    state: WorkState,
) -> None:
    after = WORK.with_state(state, DAY)
    assert after.shard == ("2026" if state in CLOSED else CORE)
    assert after.with_state(WorkState.DOING, DAY).shard == CORE


def test_going_from_one_end_to_another_keeps_the_day_it_closed() -> None:
    kept = WORK.with_state(WorkState.PAID, DAY).with_state(WorkState.KEPT, date(2027, 1, 1))
    assert (kept.closed_on, kept.shard) == (DAY, "2026")


def test_a_time_of_working_with_its_breaks_fits_into_a_day() -> None:
    at = datetime(2026, 5, 31, 22, tzinfo=timezone(timedelta(hours=9)))
    fields = {"id": "s", "day": DAY, "at": at, "work": "w", "text": "a", "minutes": 1000}
    assert WorkSession.model_validate({**fields, "breaks": 440}).minutes == 1000
    with pytest.raises(Problem):
        WorkSession.model_validate({**fields, "breaks": 441})
