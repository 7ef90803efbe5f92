"""Ladders: rungs in an order, numbers that may be left out, tries kept in their year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, TOKYO, Notebook, on_disk, only

from stepup.domain.goal import Goal
from stepup.domain.ladder import Attempt
from stepup.domain.problem import Problem, ProblemCode
from stepup.notebook.ladder import Ladder


def fresh(window: Notebook) -> Goal:
    return only(window.goals.open())


@pytest.fixture
def ladder(window: Notebook) -> Ladder:
    """A goal with three rungs."""
    window.goals.add("go out", "step_out", steps=["shoes", "door", "street"])
    return Ladder(window.book)


def tries(window: Notebook, year: str = "2026") -> list[tuple[str, int | None, int | None]]:
    found = Ladder(window.book).attempts(fresh(window), year)
    return [(one.step, one.before, one.after) for one in found]


def test_a_goal_is_made_with_its_rungs_in_one_change(window: Notebook) -> None:
    goal = window.goals.add("be with people", "connect", steps=["listen", "one, in writing"])
    assert [step.text for step in goal.steps] == ["listen", "one, in writing"]
    assert len(window.told) == 1
    window.book.undo()
    assert window.goals.open() == []


def test_what_was_thought_and_how_it_was_stand_in_one_try(
    window: Notebook, ladder: Ladder, root: Path
) -> None:
    ladder.predict(fresh(window), 1, 7)
    ahead = ladder.in_hand(fresh(window), 1)
    assert ahead is not None
    assert ahead.is_ahead
    ladder.live(fresh(window), 1, 3, ahead)
    assert tries(window) == [("door", 7, 3)]
    window.save()
    kept = only(key for key in on_disk(root) if key[0] == "attempt")
    shard, document = on_disk(root)[kept]
    assert shard == "2026"
    assert (document["step"], document["before"], document["after"]) == ("door", 7, 3)
    assert document["day"] == DAY.isoformat()


def test_any_number_may_be_left_out_and_one_without_both_is_gone(
    window: Notebook, ladder: Ladder
) -> None:
    ladder.live(fresh(window), 0, 2)
    assert tries(window) == [("shoes", None, 2)]
    ladder.live(fresh(window), 0, None, ladder.in_hand(fresh(window), 0))
    assert tries(window) == []
    told = len(window.told)
    ladder.predict(fresh(window), 0, None)
    assert len(window.told) == told


def test_a_try_still_ahead_waits_for_its_day_and_a_new_day_begins_another(
    window: Notebook, ladder: Ladder
) -> None:
    ladder.predict(fresh(window), 0, 6)
    window.clock.move(days=3)
    ahead = ladder.in_hand(fresh(window), 0)
    assert ahead is not None
    assert ahead.day == DAY
    ladder.live(fresh(window), 0, 1, ahead)
    assert tries(window) == [("shoes", 6, 1)]
    assert ladder.in_hand(fresh(window), 0) is None
    ladder.predict(fresh(window), 0, 4)
    assert tries(window) == [("shoes", 4, None), ("shoes", 6, 1)]


def test_a_thought_that_was_passed_by_stays_as_it_is(window: Notebook, ladder: Ladder) -> None:
    ladder.predict(fresh(window), 0, 6)
    window.clock.move(days=1)
    ladder.live(fresh(window), 0, 1)
    window.clock.move(days=1)
    assert ladder.in_hand(fresh(window), 0) is None


def test_rungs_do_not_mix_their_tries(window: Notebook, ladder: Ladder) -> None:
    ladder.predict(fresh(window), 0, 6)
    assert ladder.in_hand(fresh(window), 1) is None
    other = window.goals.add("another", steps=["shoes"])
    assert ladder.attempts(other, "2026") == []


def test_a_rung_made_smaller_keeps_its_tries_and_its_number(
    window: Notebook, ladder: Ladder
) -> None:
    ladder.seems(fresh(window), 2, 8)
    ladder.predict(fresh(window), 2, 8)
    window.goals.reword_step(fresh(window), 2, "the letter box")
    step = fresh(window).steps[2]
    assert (step.text, step.hard, step.earlier) == ("the letter box", 8, ("street",))
    assert ladder.in_hand(fresh(window), 2) is not None
    assert tries(window) == [("street", 8, None)]


def test_rungs_are_put_in_order_by_hand_and_by_how_hard_they_seem(
    window: Notebook, ladder: Ladder
) -> None:
    ladder.move(fresh(window), 2, -2)
    assert [step.text for step in fresh(window).steps] == ["street", "shoes", "door"]
    ladder.seems(fresh(window), 0, 9)
    ladder.seems(fresh(window), 2, 1)
    ladder.sort(fresh(window))
    assert [step.text for step in fresh(window).steps] == ["door", "street", "shoes"]
    told = len(window.told)
    ladder.sort(fresh(window))
    ladder.move(fresh(window), 0, -1)
    assert len(window.told) == told
    ladder.seems(fresh(window), 1, None)
    assert fresh(window).steps[1].hard is None


@pytest.mark.parametrize("number", [-1, 11])
def test_a_number_outside_0_to_10_is_refused_and_nothing_is_kept(
    window: Notebook, ladder: Ladder, number: int
) -> None:
    before = window.live()
    for act in (ladder.seems, ladder.predict, ladder.live):
        with pytest.raises(Problem) as refused:
            act(fresh(window), 0, number)
        assert refused.value.code is ProblemCode.NOT_IN_RANGE
        assert refused.value.details == {"least": 0, "most": 10}
    assert window.live() == before


def test_the_ends_have_own_words_until_these_are_taken_away(
    window: Notebook, ladder: Ladder
) -> None:
    ladder.name_ends(fresh(window), easy=" like on\na good day ")
    ladder.name_ends(fresh(window), hard="like at the dentist's")
    assert (fresh(window).easy, fresh(window).hard) == (
        "like on a good day",
        "like at the dentist's",
    )
    ladder.name_ends(fresh(window), easy=" \x1b")
    assert (fresh(window).easy, fresh(window).hard) == (None, "like at the dentist's")


def test_a_try_is_taken_away_and_comes_back(window: Notebook, ladder: Ladder) -> None:
    ladder.predict(fresh(window), 0, 3)
    ladder.remove(only(ladder.attempts(fresh(window), "2026")))
    assert tries(window) == []
    window.book.undo()
    assert tries(window) == [("shoes", 3, None)]


def test_tries_of_ten_years_are_read_a_year_at_a_time(
    window: Notebook, ladder: Ladder, opened: Opener
) -> None:
    for year in range(2017, 2027):
        window.clock.at = datetime(year, 5, 31, 12, tzinfo=TOKYO)
        ladder.predict(fresh(window), 0, year - 2017)
    window.save()
    again = opened(name="b")
    goal = fresh(again)
    again.disk.read_files.clear()
    found = Ladder(again.book).attempts(goal, "2026")
    assert [(one.day, one.before) for one in found] == [(DAY, 9)]
    assert again.disk.read_files == ["2026"]
    assert Ladder(again.book).attempts(goal, "2019")[0].day == date(2019, 5, 31)
    assert again.disk.read_files == ["2026", "2019"]


def test_only_what_belongs_to_the_goal_is_made_into_records(
    window: Notebook, ladder: Ladder, monkeypatch: pytest.MonkeyPatch
) -> None:
    ladder.predict(fresh(window), 0, 3)
    goal = fresh(window)
    other = window.goals.add("another", steps=["a"])
    for _number in range(5):
        ladder.predict(other, 0, 1)
        window.clock.move(hours=1)
    made: list[object] = []
    validate = Attempt.model_validate

    def counted(document: object, **options: object) -> Attempt:
        made.append(document)
        return validate(document, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Attempt, "model_validate", counted)
    assert len(ladder.attempts(goal, "2026")) == 1
    assert len(made) == 1


def test_without_a_year_on_the_shelf_there_is_nothing(window: Notebook, ladder: Ladder) -> None:
    assert ladder.attempts(fresh(window), "1999") == []
    window.clock.at += timedelta(days=400)
    assert ladder.in_hand(fresh(window), 0) is None
