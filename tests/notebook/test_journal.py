"""The journal: writing, tags, putting away, and the same day in other years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, only

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import LIMIT_BYTES
from stepup.notebook.journal import Journal


def test_an_entry_is_stored_with_its_lines_and_without_what_steers(window: Notebook) -> None:
    entry = window.journal.write(DAY, "It rained.\r\n\tAll day.\x1b[31m  \n\n")
    assert entry is not None
    shard, document = only(window.live().values())
    assert shard == "2026"
    assert document == {
        "id": entry.id, "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00",
        "text": "It rained.\n\tAll day.[31m", "tags": [], "closed": False,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", " \n\t", "\x1b\x07", "\u202e"])
def test_nothing_written_is_no_entry_and_an_emptied_one_is_taken_away(
    window: Notebook, text: str
) -> None:
    assert window.journal.write(DAY, text) is None
    assert window.told == []
    entry = window.journal.write(DAY, "words")
    assert window.journal.write(DAY, text, entry) is None
    assert window.journal.entries(DAY) == []
    window.book.undo()
    assert window.journal.entries(DAY) == [entry]


def test_the_same_words_are_no_change(window: Notebook) -> None:
    entry = window.journal.write(DAY, "words")
    assert window.journal.write(DAY, "words \n", entry) == entry
    assert len(window.told) == 1


def test_an_entry_that_is_too_long_is_refused_whole_and_the_former_stays(
    window: Notebook,
) -> None:
    entry = window.journal.write(DAY, "x" * LIMIT_BYTES)
    with pytest.raises(Problem) as refused:
        window.journal.write(DAY, "x" * LIMIT_BYTES + "y", entry)
    assert refused.value.code is ProblemCode.TEXT_TOO_LONG
    assert window.journal.entries(DAY) == [entry]
    assert len(window.told) == 1


def test_tags_replace_those_given_before_and_keep_those_written(window: Notebook) -> None:
    entry = window.journal.write(DAY, "rain #quiet")
    assert entry is not None
    window.journal.tag(entry, "weather、#home")
    tagged = only(window.journal.entries(DAY))
    assert tagged.all_tags == ("weather", "home", "quiet")
    window.journal.tag(tagged, "")
    assert only(window.journal.entries(DAY)).all_tags == ("quiet",)


def test_tags_are_counted_by_name(window: Notebook) -> None:
    for text in ("#b #a", "#b", "none"):
        window.journal.write(DAY, text)
    assert Journal.tags(window.journal.entries(DAY)) == [("a", 1), ("b", 2)]


def test_an_entry_is_put_away_and_brought_back(window: Notebook) -> None:
    entry = window.journal.write(DAY, "not today")
    assert entry is not None
    window.journal.close(entry)
    away = only(window.journal.entries(DAY))
    assert away.closed
    window.journal.close(away)
    assert len(window.told) == 2
    window.journal.close(away, closed=False)
    assert window.journal.entries(DAY) == [entry]


def test_entries_come_newest_first_a_year_at_a_time(window: Notebook) -> None:
    for day in (date(2024, 5, 1), DAY, date(2025, 7, 1), BEFORE, DAY):
        window.clock.move(minutes=1)
        window.journal.write(day, f"{day} {window.clock.at:%H:%M}")
    assert [entry.text for entry in window.journal.all()] == [
        "2026-05-31 22:05", "2026-05-31 22:02", "2026-05-30 22:04", "2025-07-01 22:03",
        "2024-05-01 22:01",
    ]  # fmt: skip
    assert [entry.day for entry in window.journal.of_year("2025")] == [date(2025, 7, 1)]
    assert window.journal.of_year("1999") == []


def test_this_day_in_other_years_leaves_this_one_out_and_what_was_put_away(
    window: Notebook,
) -> None:
    for year in (2023, 2024, 2025, 2026):
        window.journal.write(DAY.replace(year=year), f"in {year}")
        window.journal.write(BEFORE.replace(year=year), "another day")
    window.journal.close(window.journal.entries(DAY.replace(year=2024))[0])
    assert [entry.text for entry in window.journal.other_years(DAY)] == ["in 2025", "in 2023"]


def test_other_years_are_read_once_and_not_kept(root: Path, opened: Opener) -> None:
    first = opened()
    for year in range(2010, 2027):
        first.journal.write(DAY.replace(year=year), f"in {year}")
    first.save()
    window = opened(name="b")
    assert len(window.journal.other_years(DAY)) == 16
    assert len(window.disk.read_files) == len(set(window.disk.read_files))
    assert window.book._shelves == {}


def test_a_year_that_cannot_be_read_is_told_of_and_the_others_are_found(
    root: Path, opened: Opener
) -> None:
    first = opened()
    for year in (2023, 2024, 2025):
        first.journal.write(DAY.replace(year=year), f"in {year}")
    first.save()
    damaged = next((root / "data").glob("2024-*"))
    damaged.write_bytes(damaged.read_bytes().replace(b"in 2024", b"In 2024"))
    told: list[Problem] = []
    found = opened(name="b").journal.other_years(DAY, told.append)
    assert [entry.text for entry in found] == ["in 2025", "in 2023"]
    assert [problem.code for problem in told] == [ProblemCode.SHARD_DAMAGED]


def test_the_29th_of_february_has_leap_years_alone(window: Notebook) -> None:
    for day in (date(2020, 2, 29), date(2023, 2, 28), date(2024, 2, 29), date(2025, 3, 1)):
        window.journal.write(day, str(day))
    found = window.journal.other_years(date(2024, 2, 29))
    assert [entry.text for entry in found] == ["2020-02-29"]
    assert window.journal.other_years(date(2021, 2, 28))[0].text == "2023-02-28"
