"""Places: where one was, day by day, whatever one did; and what has gathered in each."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from stepup.domain.change import Edit
from stepup.domain.day import by_years
from stepup.domain.gathering import Gathered, Read, TwelveMonths, days_of, gathered
from stepup.domain.goal import Goal, GoalDay, GoalState, Outcome
from stepup.domain.journal import Win
from stepup.domain.stage import (
    SEVEN,
    Being,
    Ease,
    Placement,
    Stage,
    StageKey,
    being,
    moved,
)

DAY = date(2026, 11, 22)
NEAR = st.dates(date(2023, 12, 1), date(2026, 2, 1))


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"id{next(numbers)}"


def at(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


# Years


@given(first=NEAR, last=NEAR)
def test_the_years_of_a_span_cover_exactly_its_days(first: date, last: date) -> None:
    pieces = by_years(first, last)
    days = [n for begin, end in pieces for n in range(begin.toordinal(), end.toordinal() + 1)]
    assert days == list(range(first.toordinal(), last.toordinal() + 1))
    assert all(begin.year == end.year for begin, end in pieces)


@given(first=NEAR, last=NEAR, resting=st.booleans())
def test_a_stretch_that_ended_is_a_piece_a_year_of_one_stay(
    first: date, last: date, *, resting: bool
) -> None:
    whole = Placement(id="p", stage="try", stay="s", from_day=first, resting=resting)
    pieces = whole.until(last, counting())
    days = days_of(pieces, date.min, date.max)
    assert sorted(days) == [
        date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)
    ]
    assert len({piece.id for piece in pieces}) == len(pieces)
    assert {(p.stay, p.stage, p.resting) for p in pieces} <= {("s", "try", resting)}
    for piece in pieces:
        assert piece.to_day is not None
        assert piece.shard == f"{piece.from_day.year:04d}" == f"{piece.to_day.year:04d}"
    assert [piece.id for piece in pieces[-1:]] == ["p"] * bool(pieces)


def test_a_stretch_that_goes_on_is_kept_with_what_is_open() -> None:
    stretch = Placement(id="p", stage="try", stay="s", from_day=date(2019, 1, 1))
    assert stretch.shard == "core"


# Coming, leaving, resting

ACTS = st.lists(
    st.tuples(
        st.sampled_from((0, 0, 1, 1, 2, 40, 400)), st.sampled_from((*Being, *Being, "turn back"))
    ),
    max_size=12,
)


def applied(kept: dict[str, Placement], edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        if isinstance(edit.before, Placement):
            assert kept.pop(edit.before.id) == edit.before
        if isinstance(edit.after, Placement):
            assert edit.after.id not in kept
            kept[edit.after.id] = edit.after


@given(acts=ACTS)
def test_each_day_is_told_as_it_stood_when_it_was_over(acts: list[tuple[int, str]]) -> None:
    kept: dict[str, Placement] = {}
    new_id, day, lived, now = counting(), date(2023, 12, 20), dict[date, Being](), Being.AWAY
    before = now
    for later, wanted in acts:
        for _day in range(later):
            lived[day], before = now, now
            day += timedelta(days=1)
        now = before if wanted == "turn back" else Being(wanted)
        there = [p for p in kept.values() if p.to_day is None]
        ended = [p for p in kept.values() if p.to_day == day - timedelta(days=1)]
        applied(kept, moved("try", now, day, there=there, ended=ended, new_id=new_id))
        assert being(p for p in kept.values() if p.to_day is None) is now
    lived[day] = now
    told = days_of(kept.values(), date.min, day)
    assert told == {day: how for day, how in lived.items() if how is not Being.AWAY}
    stretches = sorted((p.from_day, p.to_day or date.max) for p in kept.values())
    assert all(one[1] < two[0] for one, two in itertools.pairwise(stretches))


def test_coming_and_leaving_on_one_day_leaves_nothing_behind() -> None:
    new_id = counting()
    (come,) = moved("try", Being.HERE, DAY, there=[], ended=[], new_id=new_id)
    assert isinstance(come.after, Placement)
    assert moved("try", Being.AWAY, DAY, there=[come.after], ended=[], new_id=new_id) == (
        Edit(come.after, None),
    )


@pytest.mark.parametrize("wanted", [Being.AWAY, Being.RESTING])
def test_what_is_turned_back_on_the_same_day_is_one_stretch_again(wanted: Being) -> None:
    new_id = counting()
    stretch = Placement(id="p", stage="try", stay="s", from_day=date(2026, 3, 1))
    kept = {"p": stretch}
    applied(kept, moved("try", wanted, DAY, there=[stretch], ended=[], new_id=new_id))
    there = [p for p in kept.values() if p.to_day is None]
    ended = [p for p in kept.values() if p.to_day is not None]
    applied(kept, moved("try", Being.HERE, DAY, there=there, ended=ended, new_id=new_id))
    assert kept == {"p": stretch}


def test_resting_and_waking_stay_one_stay() -> None:
    stretch = Placement(id="p", stage="try", stay="s", from_day=date(2026, 3, 1))
    edits = moved("try", Being.RESTING, DAY, there=[stretch], ended=[], new_id=counting())
    after = [edit.after for edit in edits if isinstance(edit.after, Placement)]
    assert [(p.stay, p.resting) for p in after] == [("s", False), ("s", True)]


def test_two_stretches_of_two_windows_end_together() -> None:
    two = [
        Placement(id=one, stage="try", stay=one, from_day=date(2026, 3, 1), resting=one == "b")
        for one in ("a", "b")
    ]
    assert being(two) is Being.HERE
    edits = moved("try", Being.AWAY, DAY, there=two, ended=[], new_id=counting())
    assert [e.after.to_day for e in edits if isinstance(e.after, Placement)] == [
        DAY - timedelta(days=1)
    ] * 2


@pytest.mark.parametrize("value", [-1, 11, 2.5, "often"])
def test_ease_takes_nothing_but_0_to_10(value: object) -> None:
    with pytest.raises(ValidationError):
        Ease.model_validate({"id": "e", "day": DAY, "at": at(DAY), "stage": "try", "value": value})


def test_the_seven_are_as_they_came_until_something_is_changed() -> None:
    assert [stage.id for stage in SEVEN] == [key.value for key in StageKey]
    assert all(stage.is_as_it_came and not stage.is_own for stage in SEVEN)
    assert not SEVEN[0].replace(hidden=True).is_as_it_came
    assert Stage(id="mine", name="a bench").is_own


# Spans


@pytest.mark.parametrize(
    ("day", "back", "first", "last"),
    [
        (date(2026, 11, 22), 0, date(2025, 12, 1), date(2026, 11, 30)),
        (date(2026, 12, 31), 0, date(2026, 1, 1), date(2026, 12, 31)),
        (date(2024, 2, 29), 0, date(2023, 3, 1), date(2024, 2, 29)),
        (date(2024, 2, 29), 1, date(2022, 3, 1), date(2023, 2, 28)),
        (date(2026, 11, 22), 10, date(2015, 12, 1), date(2016, 11, 30)),
        (date(9999, 12, 31), 0, date(9999, 1, 1), date(9999, 12, 31)),
        (date(1, 3, 5), 0, date(1, 1, 1), date(1, 3, 31)),
    ],
)
def test_a_span_is_twelve_whole_months(day: date, back: int, first: date, last: date) -> None:
    span = TwelveMonths.until(day, back)
    assert (span.first, span.last) == (first, last)
    assert span.years == tuple(range(first.year, last.year + 1))


@given(day=st.dates(min_value=date(3, 1, 1)), back=st.integers(0, 1))
def test_spans_follow_one_another_without_a_gap(day: date, back: int) -> None:
    later, earlier = TwelveMonths.until(day, back), TwelveMonths.until(day, back + 1)
    assert len(later.months) == 12
    assert earlier.last + timedelta(days=1) == later.first
    assert TwelveMonths.until(day).covers(day)


# What has gathered


def win(day: date, text: str = "a win", *, for_someone: bool = False) -> Win:
    return Win(id=f"w{day}{text}", day=day, at=at(day), text=text, for_someone=for_someone)


def lived(day: date, outcome: Outcome, stage: str = "try") -> GoalDay:
    return GoalDay(
        id=f"g{day}{outcome}", day=day, at=at(day), goal="g", text="x", stage=stage, outcome=outcome
    )


def read(**records: object) -> Read:
    stay = (
        Placement(
            id="a", stage="try", stay="s", from_day=date(2026, 3, 1), to_day=date(2026, 3, 9)
        ),
        Placement(id="b", stage="try", stay="s", from_day=date(2026, 3, 10), resting=True),
    )
    return Read(**{"span": TwelveMonths.until(DAY), "today": DAY, "placements": stay, **records})  # type: ignore[arg-type]


def test_what_was_written_on_days_one_was_there_gathers_there_resting_too() -> None:
    wins = (
        win(date(2026, 2, 28)),
        win(date(2026, 3, 1)),
        win(date(2026, 3, 12), for_someone=True),
        win(DAY),
        win(DAY + timedelta(days=1)),
    )
    mine = gathered("try", read(wins=wins))
    assert mine.wins == (wins[3], wins[1])
    assert mine.for_someone == (wins[2],)
    assert mine.days == {wins[1].day, wins[2].day, wins[3].day}
    assert gathered("earn", read(wins=wins)) == Gathered()
    assert gathered("earn", read(wins=wins)).is_blank


def test_a_goal_gathers_in_its_stage_wherever_one_was() -> None:
    done, half = lived(date(2026, 1, 5), Outcome.DONE), lived(date(2026, 4, 5), Outcome.HALF)
    goal_days = (
        done,
        half,
        lived(date(2026, 4, 6), Outcome.CHOSEN),
        lived(date(2026, 4, 7), Outcome.DONE, "earn"),
        lived(date(2025, 11, 30), Outcome.DONE),
    )
    goals = tuple(
        Goal(id=state, text=state, made_on=DAY, stage="try", state=state) for state in GoalState
    )
    mine = gathered("try", read(goal_days=goal_days, goals=goals))
    assert (mine.done, mine.half) == ((done,), (half,))
    assert [goal.state for goal in mine.resting] == [GoalState.RESTING]
    assert mine.days == {done.day, half.day}


def test_a_day_of_both_is_a_day_awake_there_in_whatever_order() -> None:
    one = Placement(id="a", stage="try", stay="s", from_day=DAY, to_day=DAY)
    two = one.replace(id="b", resting=True)
    for both in ((one, two), (two, one)):
        assert days_of(both, DAY, DAY) == {DAY: Being.HERE}


def test_what_rests_now_says_nothing_of_months_that_are_over() -> None:
    goals = (Goal(id="g", text="x", made_on=DAY, stage="try", state=GoalState.RESTING),)
    assert gathered("try", read(goals=goals)).resting == goals
    assert gathered("try", read(goals=goals, span=TwelveMonths.until(DAY, 1))).resting == ()


def test_ease_is_told_in_the_order_of_the_days() -> None:
    days = [date(2026, 5, 2), date(2026, 4, 1), date(2025, 1, 1)]
    eases = tuple(
        Ease(id=str(n), day=day, at=at(day), stage="try", value=n) for n, day in enumerate(days)
    )
    assert [ease.value for ease in read(eases=eases).eases_of("try")] == [1, 0]
    assert read(eases=eases).eases_of("earn") == ()


@given(days=st.permutations(range(6)))
def test_the_order_of_records_changes_nothing(days: list[int]) -> None:
    wins = [win(date(2026, 3, 1) + timedelta(days=n)) for n in range(6)]
    shuffled = tuple(wins[n] for n in days)
    assert gathered("try", read(wins=shuffled)) == gathered("try", read(wins=tuple(wins)))
