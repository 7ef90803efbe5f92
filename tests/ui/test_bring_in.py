"""Bring in from elsewhere: shown first, asked about, taken whole, and the window stays alive."""

import threading
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from tests.readers.support import zipped
from tests.ui.support import NARROW, Window, begun, opened, stored

from stepup.domain.incoming import Answers, Incoming
from stepup.domain.journal import JournalEntry
from stepup.domain.mood import CheckIn
from stepup.domain.rhythm import Mark, Measure, Tracker
from stepup.exchange.readers.formats import read as read_whole
from stepup.exchange.readers.source import Source
from stepup.ui.screens import bring_in

DAYLIO = """full_date,date,weekday,time,mood,activities,note
2026-05-31,x,y,21:40,rad,walk,It rained.
2026-05-30,x,y,25:00,meh,,
2019-12-31,x,y,23:59,ふつう,,[red]the last one
"""
HABITS = "Position,Name\n001,散歩\n002,tea\n"
MARKS = "Date,Value,Notes\n2026-05-31,YES_MANUAL,\n"


@pytest.fixture
async def window(folder: Path) -> AsyncIterator[Window]:
    await begun(folder)
    async with opened(folder) as found:
        found.app.do("anywhere.bring_in")
        await found.settle()
        yield found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "daylio.csv"
    path.write_text(DAYLIO, "utf-8")
    return path


async def name(window: Window, path: Path | str) -> None:
    """Type the name of a file, and wait until it is read."""
    await window.go_to("file")
    await window.press("enter")
    window.field.clear()
    await window.paste(str(path))
    await window.press("enter")
    await read(window)


async def read(window: Window) -> None:
    page = window.page
    assert isinstance(page, bring_in.BringInPage)
    await window.until(lambda: page._progress is None)
    await window.settle()


async def choose(window: Window, key: str, part: str) -> None:
    await window.go_to(key, part)
    await window.press("enter")
    await read(window)


async def test_a_file_is_recognised_and_shown_before_anything_is_written(
    window: Window, file: Path
) -> None:
    await name(window, file)

    assert "[Daylio]" in window.said
    assert "Daylio: 3 rows were read." in window.said
    assert "2026 mood 1, journal 1" in window.said
    assert "daylio.csv, line 3, time: this does not read as a time" in window.said
    assert "Choose a level for each mood, then it can come in." in window.said
    assert window.here == "mood:0"
    assert "bring" not in window.keys
    assert window.kept(CheckIn) == []


async def test_what_is_agreed_to_comes_in_and_goes_again(
    window: Window, file: Path, folder: Path
) -> None:
    await name(window, file)
    await choose(window, "mood:0", "3")
    assert "2019 mood 1, journal 1" in window.said
    await window.go_to("bring")
    await window.press("enter")
    await read(window)
    assert "4 entries were brought in." in window.said
    assert window.here == "brought"
    assert [one.mood for one in window.kept(CheckIn, date(2019, 1, 1))] == [3]
    await window.saved()
    assert [one.text for one in await stored(folder, JournalEntry)] == ["It rained."]
    await window.go_to("brought", "undo")
    await window.press("enter")
    await read(window)
    assert window.kept(JournalEntry) == []
    assert "bring" in window.keys


async def test_a_second_enter_takes_nothing_away_again(window: Window, file: Path) -> None:
    await name(window, file)
    await choose(window, "mood:0", "3")
    await window.go_to("bring")
    await window.press("enter")
    await read(window)
    await window.press("enter")
    assert [one.text for one in window.kept(JournalEntry)] == ["It rained."]


async def test_a_second_time_there_is_nothing_new_in_it(window: Window, file: Path) -> None:
    await name(window, file)
    await choose(window, "mood:0", "0")
    await window.go_to("bring")
    await window.press("enter")
    await read(window)
    await name(window, file)
    await choose(window, "mood:0", "0")

    assert "3 entries are here already, and stay as they are." in window.said
    assert "There is nothing new in it." in window.said


async def test_undo_from_the_keyboard_takes_it_back_as_well(window: Window, file: Path) -> None:
    await name(window, file)
    await choose(window, "mood:0", "5")
    await window.go_to("bring")
    await window.press("enter")
    await read(window)
    await window.press("ctrl+z")
    await read(window)

    assert window.kept(CheckIn) == []
    assert "4 entries" in window.row("bring").spec.after
    assert "Undone: import." in window.text


async def test_habits_are_given_their_rows(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "loop.zip"
    path.write_bytes(
        zipped({"Habits.csv": HABITS, "001/Checkmarks.csv": MARKS, "002 tea/Checkmarks.csv": MARKS})
    )
    await name(window, path)
    await choose(window, "habit:1", "row:outside")
    await choose(window, "habit:2", "skip")
    await choose(window, "habit:2", "new")
    await window.go_to("bring")
    await window.press("enter")
    await read(window)

    [tea] = window.kept(Tracker, None)
    assert tea.name == "tea"
    assert {mark.tracker for mark in window.kept(Mark)} == {"outside", tea.id}


async def test_a_habit_begins_with_the_row_of_its_name(window: Window, tmp_path: Path) -> None:
    tea = window.session.profile.add_tracker("tea", Measure.YES_NO)
    window.app.do("anywhere.today")
    await window.settle()
    window.app.do("anywhere.bring_in")
    await window.settle()
    path = tmp_path / "loop.zip"
    path.write_bytes(zipped({"Habits.csv": HABITS, "002 tea/Checkmarks.csv": MARKS}))
    await name(window, path)
    assert "[tea]" in window.said
    await window.go_to("bring")
    await window.press("enter")
    await read(window)

    assert [mark.tracker for mark in window.kept(Mark)] == [tea.id]
    assert window.kept(Tracker, None) == [tea]


async def test_a_refused_file_says_why_and_its_name_stays(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(DAYLIO + '2026-05-29,x,y,9:00,meh,,"open', "utf-8")
    await name(window, path)

    assert "a.csv, line 5: a quotation mark is not closed" in window.said
    assert str(path) in window.said.replace(" ", "")
    await name(window, tmp_path / "none")
    assert "none cannot be read (ENOENT)." in window.said


async def test_an_encoding_is_offered_where_it_is_another(window: Window, file: Path) -> None:
    file.write_bytes(DAYLIO.encode("cp932"))
    await name(window, file)
    assert "the text is in another encoding" in window.said
    await choose(window, "encoding", "cp932")

    assert window.row("mood:0").spec.text == "ふつう"


async def test_where_it_is_not_recognised_one_chooses(window: Window, file: Path) -> None:
    file.write_text("2026-05-31,x,y,21:40,rad,walk,It rained.\n", "utf-8")
    await name(window, file)
    assert "It does not look like any of these." in window.said
    await choose(window, "format", "daylio")

    assert "Daylio: 1 row was read." in window.said


async def test_a_name_in_quotation_marks_as_a_terminal_drops_it_is_taken(
    window: Window, file: Path
) -> None:
    await name(window, f"'{file}' ")

    assert "Daylio: 3 rows were read." in window.said


async def test_hostile_words_of_a_file_are_shown_as_words(window: Window, file: Path) -> None:
    file.write_text(DAYLIO.replace("ふつう", "[red]\x1b]52;c;x\x07[/]"), "utf-8")
    await name(window, file)

    assert "[red]]52;c;x[/]" in window.said


async def test_many_rows_that_were_passed_by_are_shown_in_parts(window: Window, file: Path) -> None:
    file.write_text(DAYLIO.splitlines()[0] + "\n" + "x,x,y,9:00,meh,,\n" * 40, "utf-8")
    await name(window, file)
    assert "skipped:29" in window.keys
    assert "skipped:30" not in window.keys
    await window.go_to("page", "older")
    await window.press("enter")

    assert "skipped:39" in window.keys
    assert window.here == "skipped:30"


async def test_the_window_stays_alive_while_it_reads_and_says_how_far_it_is(
    window: Window, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(name: str, source: Source, answers: Answers) -> Incoming:
        answers.report(500, 1200)
        go_on.wait(30)
        return Incoming(rows=1200)

    monkeypatch.setattr(bring_in, "read", slow)
    await window.go_to("file")
    await window.press("enter")
    await window.paste(str(file))
    await window.press("enter")
    await window.wait_for("500 of about 1200 rows")
    await window.press("escape")
    assert window.page_name == "TodayPage"
    go_on.set()
    await window.settle()
    assert window.page_name == "TodayPage"


async def test_what_was_asked_before_does_not_stand_in_for_what_is_asked_now(
    window: Window, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, began = threading.Event(), threading.Event()

    def slow(name: str, source: Source, answers: Answers) -> Incoming:
        began.set()
        go_on.wait(30)
        return read_whole(name, source, answers)

    monkeypatch.setattr(bring_in, "read", slow)
    await window.go_to("file")
    await window.press("enter")
    await window.paste(str(file))
    await window.press("enter")
    await window.until(began.is_set)
    monkeypatch.setattr(bring_in, "read", read_whole)
    other = tmp_path / "plees.csv"
    other.write_text("sid,start,stop,rating\n", "utf-8")
    await name(window, other)
    go_on.set()
    await window.settle()

    assert "PleesTracker: 0 rows were read." in window.said


async def test_it_fits_a_narrow_window(folder: Path, file: Path) -> None:
    await begun(folder)
    async with opened(folder, size=NARROW) as window:
        window.app.do("anywhere.bring_in")
        await window.settle()
        await name(window, file)

        assert "leave out" in window.said
