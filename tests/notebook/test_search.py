"""Search: everything written is found, newest first, without reading anything twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, only, plant, win
from tests.vault.support import snapshot

from stepup.domain.rhythm import Measure
from stepup.notebook.search import TEXT_FIELDS, Hit


def found(window: Notebook, query: str) -> list[Hit]:
    return [hit for hits in window.search.find(query) for hit in hits]


def kinds(window: Notebook, query: str) -> list[str]:
    return sorted(hit.kind for hit in found(window, query))


def fill(window: Notebook) -> None:
    """The word 散歩 in every kind that holds words, each in one field of its own."""
    window.journal.write(DAY, "朝の散歩\n二行目")
    window.days.add_win(DAY, "散歩をした")
    window.days.add_topic(DAY, "散歩のこと")
    goal = window.goals.add("散歩する", chosen_for=DAY)
    window.goals.smaller(goal, "玄関まで")
    stepped = window.goals.add("靴をはく")
    window.goals.add_step(stepped, "散歩の靴")
    window.goals.add_some_day("海まで散歩")
    window.profile.add_tracker("散歩", Measure.MINUTES)
    window.profile.write_own_help("散歩に出る")


EVERYWHERE = ["goal", "goal", "journal", "own_help", "some_day", "topic", "tracker", "win"]


def test_every_kind_of_words_is_found_saved_or_not(window: Notebook, opened: Opener) -> None:
    fill(window)
    assert kinds(window, "散歩") == EVERYWHERE
    window.save()
    assert kinds(window, "散歩") == EVERYWHERE
    assert kinds(opened(name="b"), "散歩") == EVERYWHERE


def test_every_field_of_words_is_looked_at(root: Path, opened: Opener) -> None:
    for kind, fields in TEXT_FIELDS.items():
        for field in fields:
            value: Any = "needle"
            if field in ("tags", "earlier"):
                value = ["straw", value]
            elif field == "steps":
                value = [{"text": "straw"}, {"text": value}]
            rest = {"opened_on": "2026-05-31"} if kind == "later" else {}
            plant(root, ("core", kind, {"id": f"{kind}-{field}", field: value, **rest}))
    hits = found(opened(), "needle")
    assert {hit.id for hit in hits} == {f"{k}-{f}" for k, fs in TEXT_FIELDS.items() for f in fs}


def test_a_hit_has_its_day_and_its_words_with_some_around_them(window: Notebook) -> None:
    window.journal.write(BEFORE, "first line\nI saw a Heron, early\nlast line")
    hit = only(found(window, "ｈｅｒｏｎ"))
    assert (hit.kind, hit.day) == ("journal", BEFORE)
    assert (hit.before, hit.found, hit.behind) == ("I saw a ", "Heron", ", early")


def test_long_lines_are_shortened_around_the_words(window: Notebook) -> None:
    window.journal.write(DAY, "あ" * 500 + "鍵" + "い" * 500)
    hit = only(found(window, "鍵"))
    assert hit.before == "…" + "あ" * 10
    assert hit.found == "鍵"
    assert hit.behind == "い" * 80


def test_an_entry_is_one_hit_however_often_the_words_stand_in_it(window: Notebook) -> None:
    window.journal.write(DAY, "rain rain\nrain")
    hit = only(found(window, "rain"))
    assert (hit.before, hit.behind) == ("", " rain")


def test_the_newest_come_first_a_year_at_a_time(window: Notebook) -> None:
    days = [date(2024, 2, 29), DAY, date(2025, 1, 1), BEFORE, date(2025, 12, 31)]
    for day in days:
        window.days.add_win(day, "needle")
    window.save()
    window.days.add_win(date(2027, 1, 1), "needle, not saved yet")
    parts = [[hit.day for hit in hits] for hits in window.search.find("needle") if hits]
    assert parts == [
        [date(2027, 1, 1)], [DAY, BEFORE], [date(2025, 12, 31), date(2025, 1, 1)],
        [date(2024, 2, 29)],
    ]  # fmt: skip


def test_what_was_put_away_is_found_and_what_was_taken_away_is_not(window: Notebook) -> None:
    entry = window.journal.write(DAY, "a needle put away")
    assert entry is not None
    window.journal.close(entry)
    window.days.add_win(DAY, "a needle taken away")
    window.days.remove(window.days.view(DAY).wins[0])
    assert kinds(window, "needle") == ["journal"]
    window.save()
    assert kinds(window, "needle") == ["journal"]


def test_words_changed_but_not_saved_are_found_as_they_are_now(
    furnished: Notebook,
) -> None:
    furnished.days.reword(furnished.days.view(DAY).wins[0], "polished a spoon")
    assert kinds(furnished, "washed") == []
    assert kinds(furnished, "spoon") == ["win"]


def test_a_goal_that_closed_is_found_on_the_day_it_closed(window: Notebook) -> None:
    goal = window.goals.add("needle")
    assert only(found(window, "needle")).day == goal.made_on
    window.goals.done(goal, date(2025, 3, 1))
    assert {hit.day for hit in found(window, "needle")} == {date(2025, 3, 1)}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ('she said "well"', '"well"'),
        ('she said "well"', "＂ｗｅｌｌ＂"),
        ("back\\slash", "k\\s"),
        ("back\\slash", "k＼s"),
        ("a/b [c] (d)* +e ?f $g ^h {i} |", "[C] (d)* +e ?f $g ^h {i} |"),
        ("ｶﾞｯｺｳの話", "がっこう"),
        ("ガッコウの話", "ｶﾞｯｺｳ"),
        ("散歩　した", "散歩 した"),
        ("散歩　した", "散歩　した"),
        ("ＡＢＣ", "abc"),
        ("👩‍👩‍👧 いた", "👩‍👩‍👧"),
        ("<b> ]]> %s {0} \\n", "\\N"),
    ],
)
def test_it_is_found_in_memory_and_on_disk_alike(
    window: Notebook, opened: Opener, text: str, query: str
) -> None:
    window.journal.write(DAY, text)
    window.days.add_win(date(2020, 1, 1), "straw")
    assert kinds(window, query) == ["journal"]
    window.save()
    assert kinds(opened(name="b"), query) == ["journal"]


@pytest.mark.parametrize("query", ["", "  ", "\x1b", "\u202e"])
def test_nothing_asked_reads_nothing(root: Path, opened: Opener, query: str) -> None:
    plant(root, ("2026", "win", win("a", DAY)))
    window = opened()
    assert list(window.search.find(query)) == []
    assert window.disk.read_files == []


def test_fifty_years_are_read_once_each_and_nothing_is_kept_or_written(
    root: Path, opened: Opener
) -> None:
    years = [f"{year}" for year in range(1977, 2027)]
    plant(root, *((y, "win", win(f"w{y}", date(int(y), 5, 1), f"in {y}")) for y in years))
    window = opened()
    folder = snapshot(root)
    hits = [hit.day.year for hit in found(window, "in") if hit.day]
    assert hits == list(range(2026, 1976, -1))
    assert window.disk.read_files == years[::-1]
    assert window.book._shelves == {}
    assert snapshot(root) == folder


def test_the_first_results_come_before_the_other_years_are_read(root: Path, opened: Opener) -> None:
    plant(root, *((f"{y}", "win", win(f"w{y}", date(y, 5, 1))) for y in range(2000, 2027)))
    window = opened()
    assert len(next(window.search.find("win"))) == 1
    assert window.disk.read_files == ["2026"]


def test_a_year_that_cannot_be_read_is_passed_over(root: Path, opened: Opener) -> None:
    for year in (2024, 2025, 2026):
        plant(root, (f"{year}", "win", win(f"w{year}", date(year, 5, 1), "needle")))
    damaged = next((root / "data").glob("2025-*"))
    damaged.write_bytes(damaged.read_bytes().replace(b"needle", b"NEEDLE"))
    assert [hit.id for hit in found(opened(), "needle")] == ["w2026", "w2024"]


@pytest.mark.parametrize(
    "strange",
    [
        {"day": "2026-13-40"},
        {"day": 20260531},
        {"day": ["2026-05-31"]},
        {"text": {"needle": 1}},
        {"text": None},
    ],
)
def test_what_is_not_understood_stops_no_search(
    root: Path, opened: Opener, strange: dict[str, Any]
) -> None:
    plant(root, ("2026", "win", {**win("strange", DAY, "needle"), **strange}))
    plant(root, ("2026", "win", win("whole", DAY, "needle")))
    plant(root, ("2026", "dream", win("unknown", DAY, "needle")))
    plant(root, ("core", "goal", {"id": "g", "steps": [1, None, "x", ["y"]], "earlier": [5]}))
    window = opened()
    assert [hit.id for hit in found(window, "needle")] == ["whole"]
    window.live()
    assert [hit.id for hit in found(window, "needle")] == ["whole"]
