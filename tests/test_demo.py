"""The invented person: believable, the same for the same seed, and never ahead of today."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.demo_life import TODAY, documents, lived, of, recorded, records, texts

from stepup import i18n
from stepup.cli import demo as command
from stepup.demo import write_demo
from stepup.demo.chance import Chance
from stepup.demo.course import Presence, course
from stepup.demo.texts.asides import ASIDES
from stepup.demo.texts.pages import PAGES
from stepup.demo.texts.wins import WINS
from stepup.domain.corner import Later
from stepup.domain.day import DAY_START, logical_day
from stepup.domain.goal import Goal, GoalDay, GoalState, Outcome
from stepup.domain.journal import JournalEntry, Looked, Topic, Win
from stepup.domain.kinds import RECORDS, from_document
from stepup.domain.mood import CheckIn
from stepup.domain.profile import Rest
from stepup.domain.record import Dated, Record
from stepup.domain.review import Review
from stepup.domain.rhythm import Mark, Sleep, Tracker
from stepup.domain.stage import Placement, StageKey
from stepup.notebook.book import open_book
from stepup.notebook.clock import SystemClock
from stepup.vault.doctor import diagnose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stepup.i18n import Language

BANNED = re.compile(
    r"失敗|サボ|未達|連続|途切れ|ちゃんと|普通|社会復帰|頑張|がんば|べき|ひきこもり|ニート|[!！{}]"
    r"|\b(?:fail(?:s|ed|ing|ures?)?|miss(?:e[sd])?|streaks?|overdue|should(?:n't)?|must\s+do"
    r"|normal(?:ly)?|lazy|neets?|hikikomori)\b",
    re.IGNORECASE,
)


# The same, and another


def test_the_same_seed_and_years_give_the_same_records() -> None:
    assert documents(lived(2)) == documents(lived(2))


def test_another_seed_gives_another_life() -> None:
    assert documents(records(seed=1)) != documents(records(seed=2))


def test_it_is_the_same_person_in_both_languages() -> None:
    english = records()
    i18n.set_language("ja")
    japanese = records()

    assert [(one.kind, one.id) for one in english] == [(one.kind, one.id) for one in japanese]
    assert {entry.text for entry in of(Win, english)}.isdisjoint(
        entry.text for entry in of(Win, japanese)
    )


# Valid, and never ahead of today


@pytest.mark.parametrize("seed", range(1, 6))
def test_every_record_is_one_the_domain_takes(seed: int) -> None:
    for record in records(seed=seed):
        assert from_document(record.kind, record.document()) == record


@pytest.mark.parametrize(("years", "seed"), [(1, 1), (5, 1), (5, 2), (5, 3)])
def test_every_kind_of_record_there_is_occurs(years: int, seed: int) -> None:
    assert {record.kind for record in records(years, seed)} == set(RECORDS)


@pytest.mark.parametrize("today", [TODAY, date(2024, 2, 29), date(2026, 1, 1), date(2025, 12, 31)])
def test_it_ends_today_and_nothing_is_in_the_future(today: date) -> None:
    among = records(2, today=today)
    days = {
        *recorded(among),
        *(goal.made_on for goal in of(Goal, among)),
        *(goal.closed_on or today for goal in of(Goal, among)),
        *(topic.told_on or today for topic in of(Topic, among)),
        *(rest.to_day for rest in of(Rest, among)),
        *(step.done_on or today for goal in of(Goal, among) for step in goal.steps),
        *(placement.to_day or placement.from_day for placement in of(Placement, among)),
        *(later.opened_on or later.put_on for later in of(Later, among)),
        *(review.to_day for review in of(Review, among)),
    }
    moments = [
        moment
        for record in of(Dated, among)
        for moment in (record.at, getattr(record, "start", None), getattr(record, "end", None))
        if isinstance(moment, datetime)
    ]

    assert recorded(among)[-1] == max(days) == today
    assert max(moments).replace(tzinfo=None) < datetime.combine(today, DAY_START) + timedelta(
        minutes=10
    )


def test_every_entry_was_written_on_its_day() -> None:
    for record in of(Dated, records(3)):
        assert logical_day(record.at, DAY_START) == record.day, record.kind


def test_a_sleep_stands_on_the_day_it_ends_and_before_it_was_written_down() -> None:
    for sleep in of(Sleep, records(3)):
        if sleep.end is not None:
            assert logical_day(sleep.end, DAY_START) == sleep.day
            assert sleep.at >= sleep.end


@pytest.mark.parametrize("seed", range(1, 6))
def test_no_two_sleeps_overlap(seed: int) -> None:
    whole = [sleep for sleep in of(Sleep, records(2, seed)) if sleep.start and sleep.end]
    whole.sort(key=lambda sleep: sleep.start)

    assert [(one, two) for one, two in pairwise(whole) if one.end > two.start] == []


def test_a_goal_of_a_day_names_a_goal_there_is_and_a_mark_a_row_there_is() -> None:
    among = records(3)
    rows = {tracker.id for tracker in of(Tracker, among)} | {"meal", "bath", "outside", "contact"}

    assert {one.goal for one in of(GoalDay, among)} <= {goal.id for goal in of(Goal, among)}
    assert {mark.tracker for mark in of(Mark, among)} <= rows


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_leap_day_in_the_years_has_a_page(seed: int) -> None:
    leap_days = {date(year, 2, 29) for year in (2012, 2016, 2020, 2024)}

    assert leap_days <= set(recorded(records(16, seed)))


def test_it_can_end_on_a_leap_day() -> None:
    days = recorded(records(1, today=date(2024, 2, 29)))

    assert (days[0], days[-1]) == (date(2023, 2, 28), date(2024, 2, 29))


# Believable


@pytest.mark.parametrize("seed", range(1, 6))
def test_there_are_gaps_of_days_and_of_weeks(seed: int) -> None:
    days = recorded(records(seed=seed))
    gaps = [(later - earlier).days - 1 for earlier, later in pairwise(days)]

    assert sum(2 <= gap <= 6 for gap in gaps) >= 3
    assert max(gaps) >= 9
    assert 180 <= len(days) <= 320


@pytest.mark.parametrize("seed", range(1, 6))
def test_on_some_days_only_one_key_was_pressed(seed: int) -> None:
    by_day: dict[date, list[Record]] = {}
    for record in of(Dated, records(seed=seed)):
        by_day.setdefault(record.day, []).append(record)
    alone = Counter(type(found[0]) for found in by_day.values() if len(found) == 1)

    assert alone[Looked] >= 10
    assert alone[CheckIn] >= 10


@pytest.mark.parametrize("seed", range(1, 6))
def test_there_are_bad_stretches_with_hardly_a_page(seed: int) -> None:
    shapes = course(Chance("course", seed, 1), date(2025, 11, 22), TODAY)
    weeks = [
        Counter(shape.presence for shape in shapes[number : number + 10])
        for number in range(len(shapes) - 10)
    ]

    assert any(
        week[Presence.LOOKED] + week[Presence.DIGIT] >= 4 and week[Presence.PAGE] <= 2
        for week in weeks
    )


@pytest.mark.parametrize("seed", range(1, 6))
def test_sleep_goes_round_the_clock_with_naps_and_nights_awake(seed: int) -> None:
    sleeps = of(Sleep, records(seed=seed))
    wakings = {sleep.end.hour // 6 for sleep in sleeps if sleep.end}

    assert wakings == {0, 1, 2, 3}
    assert any(sleep.sleepless for sleep in sleeps)
    assert any(sleep.minutes and sleep.minutes < 130 for sleep in sleeps)
    assert any((sleep.start is None) != (sleep.end is None) for sleep in sleeps)


@pytest.mark.parametrize("seed", range(1, 6))
def test_goals_come_to_every_kind_of_end(seed: int) -> None:
    among = records(6, seed)
    goals = of(Goal, among)

    assert {goal.state for goal in goals} >= {GoalState.DONE, GoalState.LET_GO, GoalState.OPEN}
    assert {one.outcome for one in of(GoalDay, among)} == set(Outcome)
    assert {goal.stage for goal in goals} >= set(tuple(StageKey)[:5])
    assert any(goal.earlier for goal in goals)
    assert any(goal.repeats for goal in goals)
    assert any(step.done_on for goal in goals for step in goal.steps)


@pytest.mark.parametrize("seed", range(1, 6))
def test_no_year_is_a_story_of_success(seed: int) -> None:
    shapes = course(Chance("course", seed, 10), date(2016, 11, 22), TODAY)
    yearly = [shapes[number].reach for number in range(0, len(shapes), 180)]

    assert sum(later > earlier + 0.3 for earlier, later in pairwise(yearly)) >= 3
    assert sum(later < earlier - 0.3 for earlier, later in pairwise(yearly)) >= 3


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_journal_is_written_on_about_half_of_the_days(seed: int) -> None:
    among = records(3, seed)
    entries = of(JournalEntry, among)
    share = len({entry.day for entry in entries}) / len(recorded(among))

    assert 0.4 <= share <= 0.6
    assert {entry.text.count("\n") for entry in entries} == set(range(6))
    assert 0 < sum(entry.closed for entry in entries) < len(entries) / 5
    assert 0 < sum(bool(entry.tags) for entry in entries) < len(entries) / 2


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_year_does_not_read_as_a_loop(seed: int) -> None:
    among = records(seed=seed)
    entries = Counter(entry.text for entry in of(JournalEntry, among))
    lines = Counter(line for entry in entries for line in entry.split("\n"))
    wins = Counter(win.text for win in of(Win, among))

    assert sum(count > 1 for count in entries.values()) <= 3
    assert max(lines.values()) <= 6
    assert max(wins.values()) <= 5


def test_there_is_enough_to_say() -> None:
    sentences = {text for texts in (*PAGES.values(), *ASIDES.values()) for text in texts}

    assert len({text for texts in WINS.values() for text in texts}) >= 120
    assert len(sentences) >= 150


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_nothing_they_write_holds_a_word_that_hurts_or_an_empty_place(language: Language) -> None:
    i18n.set_language(language)

    assert [text for text in texts(records(12)) if BANNED.search(text)] == []


# The vault


def test_the_vault_holds_what_was_lived_in_one_save_a_year(tmp_path: Path) -> None:
    write_demo(tmp_path / "vault", years=3, seed=2, today=TODAY)

    book = open_book(tmp_path / "vault", clock=SystemClock())
    shards = ("core", *book.years())
    found = {
        record.id: record
        for shard in shards
        for kind in RECORDS.values()
        for record in book.of_kind(kind, shard)
    }
    assert found == {record.id: record for record in records(3, 2)}
    assert shards == ("core", "2026", "2025", "2024", "2023")
    assert book.vault.generation <= 5
    assert book.close()


def test_the_vault_is_whole(tmp_path: Path) -> None:
    write_demo(tmp_path / "vault", years=2, seed=1, today=TODAY)

    assert diagnose(tmp_path / "vault").whole


# The command


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.setattr("stepup.notebook.clock.SystemClock.now", lambda _self: NOW)
    return lambda *arguments: CliRunner().invoke(command.demo, arguments)


NOW = datetime(2026, 11, 22, 15, 0).astimezone()


def test_into_writes_a_vault_and_says_so(tmp_path: Path, run: Callable[..., Any]) -> None:
    result = run("--into", str(tmp_path / "new"), "--years", "2", "--seed", "7")

    assert result.exit_code == 0
    assert result.output == (
        "Written: 2 years of an invented life, up to Sunday, 22 November 2026.\n"
    )
    assert diagnose(tmp_path / "new").whole


def test_into_takes_an_empty_folder(tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / "empty").mkdir()

    assert run("--into", str(tmp_path / "empty")).exit_code == 0


@pytest.mark.parametrize("what", ["folder with a file", "file", "link"])
def test_into_leaves_what_is_there_alone(
    tmp_path: Path, run: Callable[..., Any], what: str
) -> None:
    target = tmp_path / "there"
    if what == "folder with a file":
        target.mkdir()
        (target / "mine").touch()
    elif what == "file":
        target.touch()
    else:
        (tmp_path / "elsewhere").mkdir()
        target.symlink_to(tmp_path / "elsewhere")
    before = sorted(tmp_path.rglob("*"))

    result = run("--into", str(target))

    assert result.exit_code == 1
    assert "new or empty folder" in result.output
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("years", ["0", "-1", "101", "many"])
def test_a_number_of_years_that_is_none_is_wrong_usage(
    tmp_path: Path, run: Callable[..., Any], years: str
) -> None:
    assert run("--into", str(tmp_path / "new"), "--years", years).exit_code == 2
    assert not (tmp_path / "new").exists()


def test_without_a_terminal_nothing_is_written(
    tmp_path: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("stepup.demo.write_demo", lambda *folder, **_rest: written.append(folder))

    assert run().exit_code == 1
    assert written == []
    assert list(tmp_path.iterdir()) == []


def test_the_notebook_opened_is_a_private_one_and_gone_afterwards(
    tmp_path: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_notebook(folder: Path, _at_the_end: Callable[[], None]) -> int:
        opened.append(folder)
        assert folder.parent.stat().st_mode & 0o077 == 0
        assert diagnose(folder).whole
        return 0

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(command, "need_terminal", lambda: None)
    monkeypatch.setattr(command, "open_notebook", open_notebook)

    assert run().exit_code == 0
    assert len(opened) == 1
    assert list(tmp_path.iterdir()) == []
