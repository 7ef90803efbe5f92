"""What became of a goal: its days and how they came out, looks at it, finding it years later."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, TOKYO, Notebook, on_disk, only, plant

from stepup.domain.goal import Answer, Goal, GoalState, Outcome
from stepup.notebook.goal_days import CameUp, GoalDays


@pytest.fixture
def days(window: Notebook) -> GoalDays:
    return GoalDays(window.book)


def coming_again(window: Notebook, text: str = "walk") -> Goal:
    window.goals.repeat(window.goals.add(text), repeats=True)
    return next(goal for goal in window.goals.open() if goal.text == text)


def on(window: Notebook, day: date) -> None:
    """Let it be the evening of a day."""
    window.clock.at = datetime(day.year, day.month, day.day, 22, tzinfo=TOKYO)


# How it came out


def test_the_days_of_a_goal_are_those_on_which_something_was_done(
    window: Notebook, days: GoalDays
) -> None:
    goal = coming_again(window)
    window.goals.half(goal, DAY - timedelta(days=2))
    window.goals.done(goal, DAY)
    window.goals.choose(goal, DAY - timedelta(days=1))
    assert [(day.day, day.outcome) for day in days.of(goal, "2026")] == [
        (DAY, Outcome.DONE),
        (DAY - timedelta(days=2), Outcome.HALF),
    ]


@pytest.mark.parametrize("level", [-2, -1, 0, 1, 2])
def test_how_it_came_out_is_kept_on_the_day_and_can_be_left_open_again(
    window: Notebook, days: GoalDays, root: Path, level: int
) -> None:
    goal = coming_again(window)
    window.goals.done(goal, DAY)
    days.rate(only(days.of(goal, "2026")), level)
    window.save()
    kept = only(doc for (kind, _id), (_s, doc) in on_disk(root).items() if kind == "goal_day")
    assert kept["level"] == level
    days.rate(only(days.of(goal, "2026")), None)
    assert only(days.of(goal, "2026")).level is None
    told = len(window.told)
    days.rate(only(days.of(goal, "2026")), None)
    assert len(window.told) == told


# Coming again


def test_how_often_it_came_up_rests_on_the_recorded_days_of_four_weeks(
    window: Notebook, days: GoalDays
) -> None:
    goal = coming_again(window)
    for back in (0, 3, 27, 28, 40):
        window.goals.half(goal, DAY - timedelta(days=back))
    for back in (1, 2):
        window.days.log_mood(DAY - timedelta(days=back), 3)
    assert days.came_up(goal) == CameUp(days=3, recorded=5)


def test_of_what_did_not_come_up_nothing_is_said(window: Notebook, days: GoalDays) -> None:
    goal = coming_again(window)
    window.goals.choose(goal, DAY)
    window.goals.half(goal, DAY - timedelta(days=28))
    assert days.came_up(goal) is None


def test_the_order_of_days_and_what_else_is_recorded_on_them_change_nothing(
    window: Notebook, days: GoalDays
) -> None:
    goal, other = coming_again(window), coming_again(window, "read")
    for back in (9, 2, 5):
        window.goals.done(goal, DAY - timedelta(days=back))
        window.goals.done(other, DAY - timedelta(days=back))
    assert days.came_up(goal) == days.came_up(other) == CameUp(3, 3)


def test_four_weeks_over_the_new_year_read_these_two_years_alone(
    window: Notebook, opened: Opener
) -> None:
    goal = coming_again(window)
    for year in (2022, 2023, 2024):
        window.goals.done(goal, date(year, 12, 25))
    on(window, date(2025, 1, 3))
    window.goals.done(goal, date(2025, 1, 2))
    window.save()
    again = opened(name="b")
    on(again, date(2025, 1, 3))
    goal = only(again.goals.open())
    again.disk.read_files.clear()
    assert GoalDays(again.book).came_up(goal) == CameUp(2, 2)
    assert set(again.disk.read_files) == {"2024", "2025"}


# Looking at it again


def test_a_look_is_kept_with_the_words_of_its_day(window: Notebook, days: GoalDays) -> None:
    goal = window.goals.add("walk to the park")
    days.review(goal, Answer.SMALLER)
    window.goals.smaller(goal, "walk to the door")
    window.clock.move(days=1)
    days.review(only(window.goals.open()), Answer.FINE)
    assert [(one.text, one.answer) for one in days.reviews(goal, "2026")] == [
        ("walk to the door", Answer.FINE),
        ("walk to the park", Answer.SMALLER),
    ]


def test_another_answer_on_the_same_day_takes_the_place_of_the_first(
    window: Notebook, days: GoalDays
) -> None:
    goal = window.goals.add("walk")
    days.review(goal, Answer.SMALLER)
    days.review(goal, Answer.FINE)
    assert only(days.reviews(goal, "2026")).answer is Answer.FINE
    told = len(window.told)
    days.review(goal, Answer.FINE)
    assert len(window.told) == told


def test_to_leave_it_be_lets_the_goal_go_and_undo_brings_both_back(
    window: Notebook, days: GoalDays
) -> None:
    goal = window.goals.add("walk", chosen_for=DAY)
    days.review(goal, Answer.LEAVE)
    closed = only(window.goals.closed("2026"))
    assert closed.state is GoalState.LET_GO
    assert window.goals.on(DAY) == []
    assert len(days.reviews(goal, "2026")) == 1
    window.book.undo()
    assert window.goals.open() == [goal]
    assert days.reviews(goal, "2026") == []
    assert [day.goal for day in window.goals.on(DAY)] == [goal.id]


def test_a_look_is_taken_away(window: Notebook, days: GoalDays) -> None:
    goal = window.goals.add("walk")
    days.review(goal, Answer.FINE)
    days.remove(only(days.reviews(goal, "2026")))
    assert days.reviews(goal, "2026") == []
    window.book.undo()
    assert len(days.reviews(goal, "2026")) == 1


# Why


def test_why_it_matters_is_kept_in_own_words_over_lines(window: Notebook) -> None:
    goal = window.goals.add("walk")
    window.goals.say_why(goal, " my knees\nand the dog\x1b ")
    assert only(window.goals.open()).why == "my knees\nand the dog"
    window.goals.say_why(only(window.goals.open()), " \n ")
    assert only(window.goals.open()).why is None
    window.book.undo()
    assert only(window.goals.open()).why == "my knees\nand the dog"


# Finding it


@pytest.mark.parametrize("closed_in", [2016, 2019, 2021, 2026])
def test_the_goal_of_an_old_day_is_found_whenever_it_closed(
    window: Notebook, opened: Opener, closed_in: int
) -> None:
    goal = window.goals.add("walk", chosen_for=date(2018, 3, 1))
    window.goals.done(goal, date(closed_in, 6, 1))
    for year in range(2015, 2026):
        window.days.log_mood(date(year, 1, 1), 3)
    window.save()
    again = opened(name="b")
    laid_out = only(again.goals.on(date(2018, 3, 1)))
    found = again.goals.get(laid_out)
    assert found is not None
    assert (found.id, found.closed_on) == (goal.id, date(closed_in, 6, 1))
    again.goals.set_state(found, GoalState.OPEN)
    assert [one.id for one in again.goals.open()] == [goal.id]
    assert again.goals.closed(f"{closed_in}") == []


def test_looking_for_an_open_goal_reads_no_other_year(window: Notebook, opened: Opener) -> None:
    goal = window.goals.add("walk")
    for year in range(2015, 2027):
        window.days.log_mood(date(year, 1, 1), 3)
    window.save()
    again = opened(name="b")
    assert again.goals.find(goal.id) == goal
    assert set(again.disk.read_files) <= {"core", "2026"}


def test_years_gone_through_for_a_goal_are_not_kept_in_memory(
    window: Notebook, opened: Opener
) -> None:
    goal = window.goals.add("walk")
    window.goals.done(goal, date(2016, 6, 1))
    for year in range(2015, 2026):
        window.days.log_mood(date(year, 1, 1), 3)
    window.save()
    again = opened(name="b")
    assert again.goals.find(goal.id) is not None
    assert again.goals.find("nobody") is None
    assert set(again.book._shelves) <= {"core", "2026"}


def test_a_goal_taken_away_or_not_understood_is_not_found(
    window: Notebook, root: Path, opened: Opener
) -> None:
    goal = window.goals.add("walk")
    window.goals.done(goal, date(2016, 6, 1))
    closed = window.goals.find(goal.id)
    assert closed is not None
    window.goals.reword(closed, "")
    assert window.goals.find(goal.id) is None
    window.save()
    plant(root, ("2014", "goal", {"id": "odd", "text": 5}))
    assert opened(name="b").goals.find("odd") is None


def test_a_year_that_cannot_be_read_does_not_hide_the_others(
    window: Notebook, root: Path, opened: Opener
) -> None:
    goal = window.goals.add("walk")
    window.goals.done(goal, date(2016, 6, 1))
    window.days.log_mood(date(2018, 1, 1), 3)
    window.save()
    for path in (root / "data").glob("2018-*"):
        path.write_bytes(path.read_bytes().replace(b'"mood":3', b'"mood":4'))
    again = opened(name="b")
    found = again.goals.find(goal.id)
    assert found is not None
    assert found.text == "walk"


# Searching


def test_every_word_of_a_goal_is_found(window: Notebook, days: GoalDays) -> None:
    from stepup.notebook.ladder import Ladder

    ladder = Ladder(window.book)
    goal = window.goals.add("walk", steps=["heron", "door"])
    ladder.predict(goal, 0, 3)
    window.goals.reword_step(only(window.goals.open()), 0, "shoes")
    window.goals.say_why(only(window.goals.open()), "the egret")
    ladder.name_ends(only(window.goals.open()), easy="a stork", hard="a crane")
    days.review(only(window.goals.open()), Answer.FINE)

    def kinds(query: str) -> list[str]:
        return sorted(hit.kind for hits in window.search.find(query) for hit in hits)

    assert kinds("heron") == ["attempt", "goal"]
    for word in ("egret", "stork", "crane"):
        assert kinds(word) == ["goal"]
    assert kinds("walk") == ["goal", "goal_review"]
