"""`stepup export md`: a note for each day, its front matter read alike by every reader."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.support import NOW, Caller, EveningClock, state_of

from stepup.domain.rhythm import Contact, Measure
from stepup.exchange.daily_notes import note
from stepup.notebook.book import open_book
from stepup.notebook.days import Days, DayView
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile

DAY = NOW.date()
BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def lived(vault: Path) -> Path:
    book = open_book(vault, clock=EveningClock())
    days, profile = Days(book), Profile(book)
    lamp = profile.add_tracker("lamp: off", Measure.CLOCK)
    stretch = profile.add_tracker("stretch", Measure.COUNT)
    days.log_mood(DAY, 3)
    days.log_energy(DAY, 2)
    days.log_sleep(DAY, "22:30-6:05")
    days.log_sleep(BEFORE, "none")
    days.mark(DAY, "meal", 2)
    days.mark(DAY, "bath")
    days.mark(DAY, "outside", 10)
    days.mark(DAY, "contact", way=Contact.ONLINE)
    days.mark(DAY, lamp.id, 22 * 60 + 30)
    days.mark(DAY, stretch.id, 4)
    days.add_win(DAY, "# opened the *window*")
    Journal(book).write(DAY, "It rained.\n\n## My own heading\n#rain")
    assert book.close()
    return vault


def parts_of(text: str) -> tuple[dict[str, object], str]:
    _nothing, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def test_each_day_is_a_file_of_its_own_with_its_figures_at_the_head(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    done = call("export", "md", "--out", str(folder))

    assert (done.code, done.text) == (0, "2 days were written.\n")
    assert sorted(path.name for path in folder.iterdir()) == ["2026-11-21.md", "2026-11-22.md"]
    head, body = parts_of((folder / "2026-11-22.md").read_text())
    assert head == {
        "date": "2026-11-22", "mood": 3, "energy": 2, "sleep": ["22:30-6:05"], "meal": 2,
        "bath": True, "outside": 10, "contact": ["online"],
        "own": {"lamp: off": ["22:30"], "stretch": 4}, "tags": ["rain"],
    }  # fmt: skip
    assert "- \\# opened the \\*window\\*" in body
    assert "It rained.\n\n## My own heading\n#rain" in body
    assert parts_of((folder / "2026-11-21.md").read_text())[0]["sleep"] == ["none"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_times_are_quoted_so_that_none_is_read_as_a_number(call: Caller, lived: Path) -> None:
    text = call("export", "md").text

    assert 'sleep: ["22:30-6:05"]' in text
    assert '"22:30"' in text
    assert 'date: "2026-11-22"' in text


def test_a_folder_with_something_in_it_is_left_alone(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "mine.md").write_text("mine")

    done = call("export", "md", "--out", str(folder))

    assert done.code == 1
    assert [path.name for path in folder.iterdir()] == ["mine.md"]
    assert "notes is there already and is not empty" in done.err


def test_nothing_is_left_behind_when_a_note_cannot_be_written(
    call: Caller, lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stepup.vault import Disk

    real = Disk.create

    def create(disk: Disk, path: Path, data: bytes) -> None:
        if path.name == "2026-11-22.md":
            raise OSError(28, "No space left on device")
        real(disk, path, data)

    monkeypatch.setattr(Disk, "create", create)
    before = state_of(lived)
    done = call("export", "md", "--out", str(tmp_path / "notes"))

    assert done.code == 1
    assert list((tmp_path / "notes").iterdir()) == []
    assert state_of(lived) == before


def test_an_empty_notebook_has_no_notes(call: Caller, vault: Path) -> None:
    done = call("export", "md")

    assert (done.code, done.out) == (0, b"")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_row_or_tag_is_called_the_front_matter_is_read_back(name: str) -> None:
    from stepup.domain.journal import JournalEntry
    from stepup.domain.rhythm import Mark, Tracker

    tracker = Tracker(id="t", name=name, measure=Measure.COUNT)
    mark = Mark(id="m", day=DAY, at=NOW, tracker="t", value=3)
    entry = JournalEntry(id="e", day=DAY, at=NOW, text="x", tags=(name,))
    view = DayView(DAY, (), (), (mark,), (), (), (), (entry,), looked=False)

    head, _body = parts_of(note(view, [tracker]).decode())
    assert head["own"] == {tracker.name or "t": 3}
    assert head["tags"] == list(entry.tags)
