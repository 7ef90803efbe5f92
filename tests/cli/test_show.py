"""`stepup show`: what a screen reader and a script are given, and that nothing is written."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.support import TODAY, Caller, EveningClock, state_of

from stepup.domain.goal import GoalState
from stepup.domain.profile import LookAway
from stepup.domain.rhythm import Contact, Measure
from stepup.notebook.book import open_book
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.vault import Put, Vault

DAY = date.fromisoformat(TODAY)
BESIDE = (
    *("attempts", "goal_reviews", "placements", "came_to", "left", "rested_in", "began_again_in"),
    *("ease", "own_values", "clippings", "later", "reviews", "sheets", "handovers"),
    *("work_sessions", "incomes"),
    *("talks", "visits", "appointments"),
)
"""What a day has beside its page."""
BEFORE = date(2026, 11, 20)


@pytest.fixture
def full_day(vault: Path) -> Path:
    """A day with something of every kind, and one before it with a little."""
    book = open_book(vault, clock=EveningClock(), settle=60)
    days, journal, goals = Days(book), Journal(book), Goals(book)
    coffee = Profile(book).add_tracker("コーヒー", Measure.COUNT)
    days.log_mood(DAY, 2)
    days.log_energy(DAY, 4)
    days.log_sleep(DAY, "3:10-11:40")
    days.mark(DAY, "outside", 10)
    days.mark(DAY, "contact", way=Contact.ONLINE)
    days.mark(DAY, coffee.id, 2)
    days.add_win(DAY, "お皿を一枚洗った")
    days.add_win(DAY, "荷物を受け取った", for_someone=True)
    days.add_topic(DAY, "歯医者のこと")
    goals.done(goals.add("顔を洗う", chosen_for=DAY), DAY)
    goals.half(goals.add("机の右半分", chosen_for=DAY), DAY)
    goals.add("郵便受けまで行く", chosen_for=DAY)
    goals.set_state(goals.add("手紙"), GoalState.RESTING)
    goals.add_step(goals.open()[0], "靴をはく")
    goals.add_some_day("海を見る")
    entry = journal.write(DAY, "雨の音。\n長い夜。")
    assert entry is not None
    journal.tag(entry, "雨")
    closed = journal.write(DAY, "ひみつの一行")
    assert closed is not None
    journal.close(closed)
    days.log_mood(BEFORE, 1)
    goals.add("置いただけ", chosen_for=BEFORE)
    assert book.close()
    return vault


def test_a_day_is_a_line_for_each_thing(call: Caller, full_day: Path) -> None:
    done = call("show", TODAY)

    assert (done.code, done.err) == (0, "")
    assert done.text.splitlines() == [
        "Sunday, 22 November 2026",
        "Mood: Hard",
        "Energy: Quite a bit",
        "Sleep: 3:10 - 11:40",
        "Outside: 10 min",
        "With people: online",
        "コーヒー: 2",
        "Small win: お皿を一枚洗った",
        "For someone: 荷物を受け取った",
        "To talk about: 歯医者のこと",
        "Goal, done: 顔を洗う",
        "Goal, half done: 机の右半分",
        "Goal: 郵便受けまで行く",
        "Journal, 21:30:",
        "雨の音。",
        "長い夜。",
        "Tags: 雨",
        "Journal: (put away)",
    ]


def test_today_comes_with_the_open_goals_and_some_day(call: Caller, full_day: Path) -> None:
    lines = call("show").text.splitlines()

    below = lines[lines.index("") + 1 :]
    assert sorted(below) == sorted(
        [
            "Goal: 机の右半分",
            "Goal: 郵便受けまで行く",
            "Goal: 置いただけ",
            "Goal, resting: 手紙",
            "  Step: 靴をはく",
            "Some day: 海を見る",
            "",
            "For the talk",
            "",
            "I would like to say",
            "[ ] 歯医者のこと",
        ]
    )


def test_a_goal_only_laid_out_on_a_day_gone_by_is_left_off(call: Caller, full_day: Path) -> None:
    assert call("show", str(BEFORE)).text == "Friday, 20 November 2026\nMood: Very hard\n"


def test_a_stretch_shows_the_recorded_days_alone(call: Caller, full_day: Path) -> None:
    text = call("show", "2026-11-01..2026-11-30").text

    assert [line for line in text.splitlines() if line.endswith("2026")] == [
        "Friday, 20 November 2026",
        "Sunday, 22 November 2026",
    ]
    assert "21 November" not in text
    assert call("show", "0001-01-01..9999-12-31").text == text


def test_several_moods_stand_in_the_order_of_the_clock(call: Caller, vault: Path) -> None:
    class Later(EveningClock):
        def now(self) -> datetime:
            return super().now() + timedelta(hours=2)

    clocks: list[tuple[EveningClock, int]] = [(EveningClock(), 1), (Later(), 4)]
    for clock, mood in clocks:
        book = open_book(vault, clock=clock)
        Days(book).log_mood(DAY, mood)
        assert book.close()

    assert "Mood: 21:3" in call("show", TODAY).text
    assert call("show", TODAY, "--json").json["days"][0]["mood"] == 4


def test_json_carries_everything_the_day_has(call: Caller, full_day: Path) -> None:
    shown = call("show", "--json").json

    assert (shown["form"], shown["version"]) == ("stepup days", 1)
    assert (shown["from"], shown["to"]) == (TODAY, TODAY)
    (day,) = shown["days"]
    assert (day["day"], day["mood"], day["energy"], day["looked"]) == (TODAY, 2, 4, False)
    counts = {name: len(value) for name, value in day.items() if isinstance(value, list)}
    assert counts == {
        "check_ins": 1,
        "sleeps": 1,
        "marks": 3,
        "wins": 2,
        "topics": 1,
        "goals": 3,
        "journal": 2,
        **dict.fromkeys(BESIDE, 0),
    }
    assert [entry.get("closed") for entry in day["journal"]] == [False, True]
    assert len(shown["open_goals"]) == 4
    assert [line["text"] for line in shown["some_day"]] == ["海を見る"]
    assert [row["name"] for row in shown["trackers"]] == ["コーヒー"]


def test_what_the_person_looks_away_from_is_not_shown(call: Caller, full_day: Path) -> None:
    book = open_book(full_day)
    Profile(book).change(look_away=frozenset({LookAway.DATES, LookAway.TOTALS}))
    assert book.close()

    lines = call("show").text.splitlines()
    assert lines[0] == "Today"
    assert "コーヒー: yes" in lines


def test_a_day_that_was_looked_at_and_a_blank_one_are_said_plainly(call: Caller) -> None:
    call("log")

    assert call("show").text.splitlines()[1] == "This day was looked at."
    assert call("show", "2026-11-02").text == "Nothing is written on this day yet.\n"
    assert call("show", "2026-11-02..2026-11-03").text == "Nothing is written on these days yet.\n"


def test_a_day_of_which_only_a_newer_version_knows_something_is_not_among_the_days(
    call: Caller, vault: Path
) -> None:
    document = {"id": "n", "day": "2026-11-02", "at": "2026-11-02T12:00:00Z"}
    Vault.open(vault, now=EveningClock().now).commit(
        [Put("2026", "constellation", "n", document, None)], ["import"]
    )

    assert call("show", "2026-11-02", "--json").json["days"] == []
    assert call("show", "2026-11-02").text == "Nothing is written on this day yet.\n"


@pytest.mark.parametrize("arguments", [(), ("--json",), (TODAY,), ("2025-01-01..2026-12-31",)])
def test_showing_writes_not_a_byte(
    call: Caller, full_day: Path, arguments: tuple[str, ...]
) -> None:
    before = state_of(full_day)

    assert call("show", *arguments).code == 0
    assert state_of(full_day) == before


@pytest.mark.parametrize("command", ["show", "history", "doctor"])
def test_where_there_is_no_notebook_it_is_said_and_none_is_made(
    call: Caller, vault: Path, command: str
) -> None:
    done = call(command)

    assert (done.code, done.err) == (0, "")
    assert done.text == "There is no notebook here yet; the first entry begins it.\n"
    assert not os.path.lexists(vault)
    assert not os.path.lexists(vault.parent)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "days", ["2026-13-40", "yesterday", "2026-11-22..", "..", "2026-11-22..2026-11-01", ""]
)
def test_a_wrong_date_is_one_sentence(call: Caller, days: str, language: str) -> None:
    done = call("show", days, "--lang", language)

    assert (done.code, done.out) == (2, b"")
    assert done.err.count("\n") == 1


def test_japanese_is_spoken_when_asked_for(call: Caller, full_day: Path) -> None:
    text = call("show", TODAY, "--lang", "ja").text

    assert text.splitlines()[0] == "2026年11月22日（日）"
    for word in ("Mood", "Sleep", "Small win"):
        assert word not in text
