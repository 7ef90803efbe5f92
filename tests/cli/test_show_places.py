"""`stepup show` tells ladders, looks at goals, places, sheets: as lines and as documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cli.support import JAPAN, TODAY, Caller, EveningClock

from stepup.domain.goal import Answer
from stepup.domain.profile import LookAway
from stepup.domain.sheet import SheetTopic
from stepup.domain.stage import Being
from stepup.notebook.book import Book, open_book
from stepup.notebook.corners import Corners
from stepup.notebook.goal_days import GoalDays
from stepup.notebook.goals import Goals
from stepup.notebook.ladder import Ladder
from stepup.notebook.profile import Profile
from stepup.notebook.sheets import Sheets
from stepup.notebook.stages import Stages
from stepup.vault import Put, Vault

DAY = date.fromisoformat(TODAY)
Written = Callable[[Callable[[Book], object]], None]


@pytest.fixture
def written(vault: Path) -> Written:
    """Write into the notebook of this test."""

    def write(act: Callable[[Book], object], clock: EveningClock | None = None) -> None:
        book = open_book(vault, clock=clock or EveningClock(), settle=60)
        act(book)
        assert book.close()

    return write


def on_the_ladder(book: Book) -> None:
    goals, ladder = Goals(book), Ladder(book)
    goals.add("散歩", steps=("玄関", "門"))
    walk = goals.open()[0]
    ladder.predict(walk, 0, 7)
    ladder.live(walk, 0, 3, ladder.in_hand(walk, 0))
    ladder.predict(walk, 1, 9)
    GoalDays(book).review(walk, Answer.SMALLER)
    goals.half(walk, DAY)
    [half] = goals.on(DAY)
    GoalDays(book).rate(half, 2)


def about(call: Caller, *arguments: str) -> Any:
    [day] = call("show", *arguments, "--json").json["days"]
    return day


def test_what_was_tried_and_how_goals_came_out_is_told_in_words(
    call: Caller, written: Written
) -> None:
    written(on_the_ladder)

    assert call("show", TODAY).text.splitlines() == [
        "Sunday, 22 November 2026",
        "Goal, half done: 散歩 (much more than hoped)",
        "Tried: 玄関 (before 7, after 3)",
        "Thought of trying: 門 (before 9)",
        "Look at a goal: 散歩 (A little smaller)",
    ]
    day = about(call)
    assert [(one["step"], one["before"], one.get("after")) for one in day["attempts"]] == [
        ("玄関", 7, 3),
        ("門", 9, None),
    ]
    assert [one["answer"] for one in day["goal_reviews"]] == ["smaller"]
    assert [one["level"] for one in day["goals"]] == [2]


def through_places(book: Book) -> None:
    stages = Stages(book)
    stages.rename(stages.all()[0], "縁側")
    stages.move("breathe", Being.HERE, date(2025, 12, 30))
    stages.move("breathe", Being.RESTING, date(2026, 1, 1))
    stages.move("breathe", Being.HERE, date(2026, 11, 20))
    stages.move("breathe", Being.AWAY, DAY)
    stages.move("try", Being.HERE, DAY)
    stages.move("rhythm", Being.RESTING, DAY)
    stages.feel("try", 4, DAY)


def test_places_are_told_on_the_days_on_which_one_moved_and_on_no_other(
    call: Caller, written: Written
) -> None:
    written(through_places)

    assert call("show", "2025-01-01..2026-12-31").text.splitlines() == [
        "Tuesday, 30 December 2025",
        "Came to: 縁側",
        "",
        "Thursday, 1 January 2026",
        "Began to rest in: 縁側",
        "",
        "Friday, 20 November 2026",
        "Began again in: 縁側",
        "",
        "Sunday, 22 November 2026",
        "Came to: Flow of the day, Try",
        "Left: 縁側",
        "Began to rest in: Flow of the day",
        "Ease, Try: 4 of 10",
    ]
    assert call("show", "2026-11-21").text == "Nothing is written on this day yet.\n"


def test_today_says_in_which_places_one_is(call: Caller, written: Written) -> None:
    written(through_places)

    text = call("show").text
    assert text.endswith("\n\nWhere I am: Flow of the day (resting), Try\n")
    here = call("show", "--json").json["here"]
    assert sorted((one["stage"], one["resting"]) for one in here) == [
        ("rhythm", True),
        ("try", False),
    ]


def test_places_stand_in_the_json_by_their_ids_and_as_stretches(
    call: Caller, written: Written
) -> None:
    written(through_places)

    day = about(call)
    assert (day["came_to"], day["left"]) == (["rhythm", "try"], ["breathe"])
    assert (day["rested_in"], day["began_again_in"]) == (["rhythm"], [])
    assert [one["stage"] for one in day["placements"]] == ["rhythm", "try"]
    assert [(one["stage"], one["value"]) for one in day["ease"]] == [("try", 4)]
    assert [one["name"] for one in call("show", "--json").json["stages"]] == ["縁側"]
    first = about(call, "2026-01-01")
    assert (first["came_to"], first["rested_in"]) == ([], ["breathe"])


def test_a_stay_over_the_turn_of_the_year_is_no_coming_and_no_leaving(
    call: Caller, written: Written
) -> None:
    def stay(book: Book) -> None:
        Stages(book).move("try", Being.HERE, date(2025, 12, 1))
        Stages(book).move("try", Being.AWAY, date(2026, 2, 1))

    written(stay)

    days = call("show", "2025-12-02..2026-11-22", "--json").json["days"]
    assert [(day["day"], day["left"]) for day in days] == [("2026-02-01", ["try"])]


def test_a_place_out_of_sight_is_not_named(call: Caller, written: Written) -> None:
    def hide(book: Book) -> None:
        through_places(book)
        stages = Stages(book)
        for stage in stages.all():
            if stage.id in ("try", "rhythm"):
                stages.hide(stage)

    written(hide)

    text = call("show").text
    assert "Left: 縁側" in text
    assert not any(word in text for word in ("Try", "Flow", "Where I am"))


def test_sheets_are_told_on_the_day_of_writing(call: Caller, written: Written) -> None:
    def plan(book: Book) -> None:
        Sheets(book).write(SheetTopic.PLAN, "wish", "海を見る")
        Profile(book).change(look_away=frozenset({LookAway.DATES}))

    written(plan)

    lines = call("show", TODAY).text.splitlines()
    assert lines == ["Today", "Sheet: My plan", "  My wish: 海を見る"]
    assert [one["topic"] for one in about(call)["sheets"]] == ["plan"]


def test_a_day_on_which_something_was_only_laid_by_is_among_the_days(
    call: Caller, written: Written
) -> None:
    day = DAY - timedelta(days=200)
    written(lambda book: Corners(book, lambda _count: 0).lay_by(day, "secret"))

    found = call("show", f"{day}..{TODAY}", "--json").json["days"]
    assert [(one["day"], [later["text"] for later in one["later"]]) for one in found] == [
        (str(day), [None])
    ]
    assert call("show", str(day)).text.splitlines()[1:] == ["To open later: (closed)"]


def test_what_cannot_be_read_makes_no_day_of_it(call: Caller, vault: Path) -> None:
    moment = datetime(2026, 11, 2, 12, tzinfo=JAPAN)
    document = {"id": "n", "day": "2026-11-02", "at": moment.isoformat(), "topic": "of later"}
    Vault.open(vault, now=EveningClock().now).commit(
        [Put("2026", "sheet", "n", document, None)], ["import"]
    )

    assert call("show", "2026-11-02", "--json").json["days"] == []


@pytest.mark.parametrize("arguments", [(TODAY,), ()])
def test_in_japanese_every_line_is(
    call: Caller, written: Written, arguments: tuple[str, ...]
) -> None:
    written(on_the_ladder)
    written(through_places)

    text = call("show", *arguments, "--lang", "ja").text
    for word in ("Came", "Left", "Began", "Ease", "Tried", "Thought", "Look", "Where", "of 10"):
        assert word not in text
