"""Works in the notebook: open in core, closed in their year, worked at day by day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, only

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.work import WorkKind, WorkState


def test_a_found_notice_has_no_deadline_and_stays_as_long_as_it_likes(window: Notebook) -> None:
    work = window.works.add("  type in\nnames ", WorkKind.CROWD)
    window.clock.move(days=4000)
    assert window.works.open() == [work]
    assert (work.text, work.state, work.found_on) == ("type in names", WorkState.FOUND, DAY)


@pytest.mark.parametrize("state", [WorkState.PAID, WorkState.KEPT, WorkState.ASIDE])
def test_a_closed_work_lies_in_its_year_and_is_found_from_there(
    window: Notebook, opened: Opener, state: WorkState
) -> None:
    work = window.works.add("sort screws")
    after = window.works.move(work, state)
    assert window.works.open() == []
    assert only(window.works.closed("2026")) == after
    window.save()
    other = opened(name="b")
    other.clock.move(days=3 * 365)
    assert other.works.find(work.id) == after
    assert other.works.names() == {work.id: "sort screws"}
    assert other.works.move(after, WorkState.DOING).closed_on is None
    assert [one.id for one in other.works.open()] == [work.id]


def test_sitting_down_begins_a_work_and_keeps_its_name_of_that_day(window: Notebook) -> None:
    work = window.works.add("type in names")
    window.works.sit_down(work, DAY, "10:00-11:30 break 10")
    begun = only(window.works.open())
    assert begun.state is WorkState.DOING
    window.works.reword(begun, "type in shops")
    session = only(window.works.sessions(begun, "2026"))
    assert (session.text, session.minutes, session.breaks) == ("type in names", 80, 10)
    window.works.sit_down(only(window.works.open()), BEFORE, "25")
    found = window.works.sessions_between(BEFORE, DAY)
    assert [(one.day, one.minutes) for one in found] == [(BEFORE, 25), (DAY, 80)]
    assert window.works.sessions_between(DAY, DAY) == found[1:]


def test_a_trial_keeps_days_hours_tiredness_and_what_fitted(window: Notebook) -> None:
    work = window.works.add("the bookshop", WorkKind.TRIAL)
    for field, text in (("days", "three Tuesdays"), ("hours", "10-12"), ("fitted", "quiet\nkind")):
        window.works.say(only(window.works.open()), field, text)
    window.works.say_tired(only(window.works.open()), "6 my legs")
    kept = only(window.works.open())
    assert (kept.id, kept.days, kept.hours, kept.fitted) == (
        work.id, "three Tuesdays", "10-12", "quiet\nkind",
    )  # fmt: skip
    assert (kept.tired, kept.tired_words) == (6, "my legs")


def test_a_work_is_called_by_its_name_in_any_width_the_newest_first(window: Notebook) -> None:
    window.works.add("Logo")
    second = window.works.add("logo")
    assert window.works.called("ＬＯＧＯ ") == second
    for name in ("", "another"):
        with pytest.raises(Problem) as refused:
            window.works.called(name)
        assert refused.value.code is ProblemCode.NO_SUCH_WORK


def test_what_does_not_fit_is_refused_and_changes_nothing(window: Notebook) -> None:
    work = window.works.add("type in names")
    window.works.sit_down(work, DAY, "25")
    work, session = only(window.works.open()), only(window.works.sessions(work, "2026"))
    told = len(window.told)
    for act, code in (
        (lambda: window.works.add(" "), ProblemCode.NOTHING_WRITTEN),
        (lambda: window.works.sit_down(work, DAY, "long"), ProblemCode.NOT_A_SESSION),
        (lambda: window.works.time_again(session, "long"), ProblemCode.NOT_A_SESSION),
        (lambda: window.works.take_break(session, -1), ProblemCode.NOT_IN_RANGE),
        (lambda: window.works.take_break(session, 1440), ProblemCode.NOT_A_SESSION),
        (lambda: window.works.say_tired(work, "11"), ProblemCode.NOT_IN_RANGE),
    ):
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.code is code
    with pytest.raises(KeyError):
        window.works.say(work, "state", "paid")
    assert len(window.told) == told


def test_times_of_working_stay_on_their_days_when_the_work_is_taken_away(window: Notebook) -> None:
    work = window.works.add("type in names")
    window.works.sit_down(work, date(2025, 5, 1), "25")
    window.works.take_away(only(window.works.open()))
    assert [one.text for one in window.works.sessions(work, "2025")] == ["type in names"]
