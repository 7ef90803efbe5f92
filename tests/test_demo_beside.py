"""The invented person beside the pages: places, ladders, sheets, corners, looks back."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from tests.demo_life import TODAY, of, records

from stepup.demo.texts.ladders import CLIMBS, GROUP
from stepup.domain.card import Card
from stepup.domain.corner import Clipping, DrawerItem, ItemKind, Later
from stepup.domain.goal import Answer, Goal, GoalDay, GoalReview
from stepup.domain.income import FirstIncome, Income
from stepup.domain.ladder import Attempt
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.piece import Piece
from stepup.domain.profile import Preferences
from stepup.domain.promise import Promise, PromiseState
from stepup.domain.record import CORE
from stepup.domain.review import Review
from stepup.domain.rhythm import Tracker
from stepup.domain.sheet import NewestSheet, Sheet, SheetTopic, changes
from stepup.domain.stage import Ease, Placement, Stage, StageKey
from stepup.domain.strength import Learning, Practice, Strength
from stepup.domain.work import Work, WorkKind, WorkSession, WorkState


@pytest.mark.parametrize("seed", range(1, 6))
def test_what_names_another_record_names_one_there_is(seed: int) -> None:
    among = records(3, seed)
    goals = {goal.id for goal in of(Goal, among)}
    places = {stage.id for stage in of(Stage, among)} | set(StageKey)

    assert {one.goal for kind in (Attempt, GoalReview) for one in of(kind, among)} <= goals
    assert {one.stage for kind in (Placement, Ease, Goal) for one in of(kind, among)} <= places
    assert {one.number for one in of(OwnValue, among)} == {one.id for one in of(OwnNumber, among)}
    assert {one.again_of for one in of(Sheet, among)} - {None} <= {
        sheet.id for sheet in of(Sheet, among)
    }


def test_a_try_names_a_rung_of_its_goal_and_a_value_lies_within_its_range() -> None:
    among = records(4)
    rungs = {goal.id: {step.text for step in goal.steps} for goal in of(Goal, among)}
    numbers = {number.id: number for number in of(OwnNumber, among)}

    assert all(attempt.step in rungs[attempt.goal] for attempt in of(Attempt, among))
    assert all(
        numbers[one.number].least <= one.value <= numbers[one.number].most
        for one in of(OwnValue, among)
    )


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_stretches_in_one_place_do_not_overlap_and_those_over_lie_in_one_year(
    seed: int,
) -> None:
    stretches: dict[str, list[Placement]] = {}
    for placement in of(Placement, records(4, seed)):
        stretches.setdefault(placement.stage, []).append(placement)

    for mine in stretches.values():
        mine.sort(key=lambda placement: placement.from_day)
        assert all(one.to_day and one.to_day < two.from_day for one, two in pairwise(mine))
        assert all(p.from_day.year == p.to_day.year for p in mine if p.to_day)
        assert all(p.from_day <= p.to_day for p in mine if p.to_day)


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_newest_version_of_each_sheet_is_where_it_is_said_to_be(seed: int) -> None:
    among = records(3, seed)
    newest: dict[str, int] = {}
    for sheet in sorted(of(Sheet, among), key=lambda sheet: sheet.day):
        newest[sheet.topic] = sheet.day.year

    assert {place.id: place.year for place in of(NewestSheet, among)} == newest
    assert set(newest) == set(SheetTopic)


@pytest.mark.parametrize("seed", range(1, 6))
def test_they_are_in_several_places_leave_rest_and_come_back(seed: int) -> None:
    placements = of(Placement, records(3, seed))
    stays: dict[str, set[str]] = {}
    for placement in placements:
        stays.setdefault(placement.stage, set()).add(placement.stay)
    at_once = [
        sum(one.from_day <= day <= (one.to_day or TODAY) for one in placements)
        for day in (TODAY - timedelta(days=number) for number in range(0, 1090, 7))
    ]

    assert max(at_once) >= 3
    assert min(at_once) >= 1
    assert any(placement.resting for placement in placements)
    assert any(len(found) > 1 for found in stays.values())
    assert len({placement.to_day is None for placement in placements}) == 2
    assert len({ease.value for ease in of(Ease, records(3, seed))}) >= 5


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_first_income_comes_after_months_small_and_irregular_with_a_correction(seed: int) -> None:
    among = records(2, seed)
    pays = sorted((one for one in of(Income, among) if one.gross), key=lambda one: one.day)
    (first,) = of(FirstIncome, among)

    assert (first.income, first.paid_on, first.closed) == (pays[0].id, pays[0].day, True)
    assert pays[0].day >= TODAY.replace(year=2024) + timedelta(days=100)
    assert pays[0].gross < 1000
    assert any(one.fee for one in pays)
    assert any(one.earlier and one.received < one.earlier[-1].received for one in pays)
    months = Counter((one.day.year, one.day.month) for one in pays)
    assert 2 <= len(months) < 20
    assert all(one.at.date() - one.day < timedelta(days=2) for one in pays)


def test_works_are_of_several_kinds_and_some_never_are_paid() -> None:
    among = records(4)
    works = {work.id: work for work in of(Work, among)}
    kinds = {work.way for work in works.values()}

    assert {WorkKind.VOLUNTEER, WorkKind.THANKS, WorkKind.FAMILY, WorkKind.CROWD} <= kinds
    assert len(kinds) >= 6
    assert {WorkState.KEPT, WorkState.PAID} <= {work.state for work in works.values()}
    assert {one.work for one in of(WorkSession, among)} <= works.keys()
    assert {one.work for one in of(Income, among)} - {None} <= works.keys()
    assert all(work.closed_on is None or work.found_on <= work.closed_on for work in works.values())


def test_over_ten_years_there_is_pay_in_two_currencies() -> None:
    assert {one.currency for one in of(Income, records(10))} == {"JPY", "USD"}


def test_the_map_has_a_place_a_sentence_and_a_hidden_place_of_their_own() -> None:
    stages = of(Stage, records())

    assert [bool(stage.name) for stage in stages if stage.is_own] == [True]
    assert any(stage.sentence for stage in stages if not stage.is_own)
    assert [stage.id for stage in stages if stage.hidden] == [StageKey.KEEP]


@pytest.mark.parametrize("seed", range(1, 6))
def test_what_was_tried_was_sometimes_harder_than_thought(seed: int) -> None:
    among = records(4, seed)
    both = [
        (one.before, one.after)
        for one in of(Attempt, among)
        if one.before is not None and one.after is not None
    ]
    climbs = {goal.text for goal in of(Goal, among)} & {climb.text for climb in CLIMBS}

    assert GROUP.text in climbs
    assert len(climbs) >= 3
    assert any(after > before for before, after in both)
    assert sum(after < before for before, after in both) > len(both) / 3
    assert any(one.before is None for one in of(Attempt, among))
    assert any(one.is_ahead for one in of(Attempt, among))


@pytest.mark.parametrize("seed", range(1, 6))
def test_most_goals_say_no_more_and_some_why_how_it_came_out_and_a_look(seed: int) -> None:
    among = records(6, seed)
    levels = Counter(one.level for one in of(GoalDay, among))
    climbs = {climb.text for climb in CLIMBS}
    plain = [goal for goal in of(Goal, among) if goal.text not in climbs]

    assert set(levels) == {None, -2, -1, 0, 1, 2}
    assert levels[None] > 4 * (levels.total() - levels[None])
    assert 0 < sum(bool(goal.why) for goal in plain) < len(plain) / 4
    assert {look.answer for look in of(GoalReview, among)} == set(Answer)


@pytest.mark.parametrize("seed", range(1, 6))
def test_sheets_have_versions_that_differ_and_a_plan_is_taken_up_again(seed: int) -> None:
    sheets = sorted(of(Sheet, records(2, seed)), key=lambda sheet: sheet.day)
    by_topic = {topic: [one for one in sheets if one.topic is topic] for topic in SheetTopic}
    again = [sheet for sheet in by_topic[SheetTopic.PLAN] if sheet.again_of]

    assert all(len(versions) >= 2 for versions in by_topic.values())
    assert all(list(changes(versions[0], versions[-1])) for versions in by_topic.values())
    assert [one.sections for one in again] == [by_topic[SheetTopic.PLAN][0].sections]
    assert any(section.heading for one in by_topic[SheetTopic.MANUAL] for section in one.sections)


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_corners_hold_something_of_everything_and_not_much(seed: int) -> None:
    among = records(3, seed)
    opened = Counter(later.opened_on is not None for later in of(Later, among))

    assert set(opened) == {True, False}
    assert any(later.not_before for later in of(Later, among))
    assert {item.what for item in of(DrawerItem, among)} == set(ItemKind)
    assert sorted(number.retired for number in of(OwnNumber, among)) == [False, True]
    assert any(tracker.retired for tracker in of(Tracker, among))
    for kind in (Clipping, Later, Review):
        assert 3 <= len(of(kind, among)) <= 3 * 12


def test_a_look_at_how_things_are_is_offered_on_their_own_schedule() -> None:
    (preferences,) = of(Preferences, records())

    assert preferences.check_in_every_days
    assert preferences.check_in_from > TODAY - timedelta(days=preferences.check_in_every_days)


@pytest.mark.parametrize("years", [3, 20])
def test_what_is_read_at_every_start_does_not_grow_with_the_years(years: int) -> None:
    kept = Counter(record.kind for record in records(years) if record.shard == CORE)
    few = ("stage", "placement", "goal", "later", "drawer_item", "own_number", "newest_sheet")
    own_work = ("promise", "piece", "strength", "learning", "card", "paper")

    assert sum(kept[kind] for kind in few) <= 36
    assert sum(kept[kind] for kind in own_work) <= 22


@pytest.mark.parametrize("seed", range(1, 6))
def test_promises_are_kept_and_one_was_handed_over_late_with_a_letter(seed: int) -> None:
    promises = of(Promise, records(4, seed))
    late = [one for one in promises if one.state is PromiseState.HANDED_OVER]
    kept = [one for one in promises if one.state is PromiseState.KEPT]

    assert kept
    assert late
    assert all(one.message and one.due and one.due < one.closed_on for one in late)
    assert all(one.due is None or one.closed_on <= one.due for one in kept)
    assert sum(one.closed_on is None for one in promises) <= 2


@pytest.mark.parametrize("seed", range(1, 6))
def test_they_make_practise_learn_and_rehearse_a_little(seed: int) -> None:
    among = records(4, seed)

    assert {piece.made_on is None for piece in of(Piece, among)} == {True, False}
    assert {practice.minutes is None for practice in of(Practice, among)} == {True, False}
    assert len({line.side for line in of(Strength, among)}) >= 3
    assert of(Learning, among)
    assert of(Card, among)
    assert 4 <= len(of(Piece, among)) <= 40
