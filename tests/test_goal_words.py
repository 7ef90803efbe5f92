"""What is said of goals in plain text: outcomes, tries, looks; and the ladder of group sizes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from stepup import i18n
from stepup.domain.goal import Answer, Goal, GoalDay, GoalReview, Outcome, Step
from stepup.domain.ladder import ENOUGH, Attempt, Compared
from stepup.domain.stage import StageKey
from stepup.domain.text import one_line
from stepup.notebook.day_record import DayRecord
from stepup.notebook.days import DayView
from stepup.words.goals import (
    attempt_words,
    came_up_sentence,
    compared_sentence,
    day_words,
    group_ladder,
    level_choices,
    level_words,
)
from stepup.words.ideas import ideas
from stepup.words.plain import Names, day_text, goals_text

DAY = date(2026, 11, 22)
BASE: dict[str, Any] = {"id": "a", "day": DAY, "at": datetime(2026, 11, 22, 12, tzinfo=UTC)}


def goal_day(outcome: Outcome, level: int | None) -> GoalDay:
    return GoalDay(**BASE, goal="g", text="walk", outcome=outcome, level=level)


def tried(before: int | None, after: int | None) -> Attempt:
    return Attempt(**BASE, goal="g", step="the door", before=before, after=after)


def page(*goals: GoalDay) -> DayView:
    return DayView(DAY, (), (), (), (), (), goals, (), looked=False)


def test_a_day_says_how_a_goal_came_out_what_was_tried_and_the_looks_at_it() -> None:
    look = GoalReview(**BASE, goal="g", text="walk", answer=Answer.SMALLER)
    days = page(goal_day(Outcome.DONE, 1), goal_day(Outcome.HALF, None))
    beside = DayRecord(DAY, attempts=(tried(7, 3), tried(5, None)), looks=(look,))
    text = day_text(days, beside, Names(), laid_out=True)
    assert text.splitlines() == [
        "Goal, done: walk (more than hoped)",
        "Goal, half done: walk",
        "Tried: the door (before 7, after 3)",
        "Thought of trying: the door (before 5)",
        "Look at a goal: walk (A little smaller)",
    ]


def test_the_open_goals_say_why_and_how_hard_each_step_seems() -> None:
    steps = (Step(text="shoes", hard=0), Step(text="door", done_on=DAY), Step(text="gate", hard=9))
    goal = Goal(id="g", text="walk", made_on=DAY, steps=steps, why="my knees\nand the dog")
    assert goals_text([goal], []).splitlines() == [
        "Goal: walk",
        "  Why: my knees and the dog",
        "  Step: shoes (seems 0)",
        "  Step, done: door",
        "  Step: gate (seems 9)",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(7, 3, "before 7, after 3"), (0, None, "before 0"), (None, 0, "after 0")],
)
def test_a_number_that_was_left_out_is_not_named(
    before: int | None, after: int | None, said: str
) -> None:
    assert attempt_words(tried(before, after)) == said


@pytest.mark.parametrize(
    ("tries", "easier", "said"),
    [(2, 2, False), (3, 2, True), (4, 2, False), (5, 3, True), (9, 0, False), (0, 0, False)],
)
def test_only_what_was_often_easier_is_said_and_what_it_rests_on(
    tries: int, easier: int, said: bool
) -> None:
    sentence = compared_sentence(Compared(tries, easier))
    assert bool(sentence) is said
    assert not said or (str(tries) in sentence and str(easier) in sentence)
    assert ENOUGH == 3


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_five_levels_are_told_apart_in_words(language: i18n.Language) -> None:
    i18n.set_language(language)
    whole = [level_words(level) for level in range(-2, 3)]
    assert len(set(whole)) == len(set(level_choices().values())) == 5
    for level in range(-2, 3):
        assert level_words(level) in day_words(goal_day(Outcome.DONE, level))
    assert level_words(0) not in day_words(goal_day(Outcome.DONE, None))


def test_how_often_it_came_up_is_one_sentence_in_both_languages() -> None:
    assert came_up_sentence(1, 9, 4) == "In the last 4 weeks, on 1 day (of 9 with a record)."
    assert came_up_sentence(3, 9, 4) == "In the last 4 weeks, on 3 days (of 9 with a record)."
    i18n.set_language("ja")
    assert came_up_sentence(3, 9, 4) == "この4週間では3日でした（記録のある9日から）。"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_ladder_of_group_sizes_goes_from_listening_to_more_people(
    language: i18n.Language,
) -> None:
    i18n.set_language(language)
    words, rungs = group_ladder()
    assert len(set(rungs)) == 7
    assert [one for one in (words, *rungs) if not one or one_line(one) != one] == []
    first = {"en": "Just listen", "ja": "聞くだけ"}
    assert rungs[0] == first[language]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_idea_stands_twice_in_the_library_and_none_is_a_rung(language: i18n.Language) -> None:
    i18n.set_language(language)
    found = [idea for stage in StageKey for idea in ideas(stage)]
    assert len(set(found)) == len(found)
    assert all(len(ideas(stage)) >= 12 for stage in StageKey)
    assert group_ladder()[0] not in found


def test_every_idea_is_translated() -> None:
    english = [idea for stage in StageKey for idea in ideas(stage)]
    i18n.set_language("ja")
    assert {idea for stage in StageKey for idea in ideas(stage)}.isdisjoint(english)
