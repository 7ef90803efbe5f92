"""`stepup export csv` and `jrnl`: into a new folder or one file, nothing overwritten, what is left out is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.support import Caller, state_of

from stepup.domain.kinds import RECORDS
from stepup.exchange.tables import read_kind_table


@pytest.fixture
def begun(call: Caller) -> None:
    """A few entries."""
    call("log", "--mood", "3", "--win", typed="=a win")
    call("log", "--journal", typed="雨だった。風も。")


@pytest.mark.usefixtures("begun")
def test_every_kind_there_is_an_entry_of_becomes_a_table(call: Caller, tmp_path: Path) -> None:
    done = call("export", "csv", "--out", str(tmp_path / "tables"), "--lang", "ja")
    assert (done.code, done.out) == (0, b"")
    assert "入りません" in done.err
    files = {file.name for file in (tmp_path / "tables").iterdir()}
    assert files == {"check_in.csv", "win.csv", "journal.csv"}
    [win] = read_kind_table("win", (tmp_path / "tables" / "win.csv").read_bytes())
    assert win["text"] == "=a win"
    assert (tmp_path / "tables" / "win.csv").stat().st_mode & 0o177 == 0


@pytest.mark.usefixtures("begun")
def test_one_kind_alone_goes_to_standard_output(call: Caller) -> None:
    done = call("export", "csv", "--kind", "win")
    assert (done.code, done.err) == (0, "")
    assert b",'=a win," in done.out
    names = call("export", "csv", "--kind", "list").text
    assert all(f"\n{kind}  " in f"\n{names}" for kind in RECORDS)


@pytest.mark.parametrize(
    "arguments", [(), ("--out", "-"), ("--kind", "no_such_kind"), ("--kind", "")]
)
def test_what_is_missing_or_unknown_is_wrong_usage(
    call: Caller, arguments: tuple[str, ...]
) -> None:
    done = call("export", "csv", *arguments)
    assert (done.code, done.out) == (2, b"")
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("begun")
def test_a_folder_with_something_in_it_is_left_as_it_is(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine").write_text("mine")
    before = state_of(tmp_path / "there")
    done = call("export", "csv", "--out", str(tmp_path / "there"))
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert state_of(tmp_path / "there") == before


@pytest.mark.usefixtures("begun")
def test_the_journal_is_written_for_jrnl(call: Caller, tmp_path: Path) -> None:
    done = call("export", "jrnl")
    assert done.code == 0
    [entry] = done.json["entries"]
    assert (entry["title"], entry["body"], entry["date"]) == ("雨だった。風も。", "", "2026-11-22")
    assert "Not in it: " in done.err
    call("export", "jrnl", "--form", "text", "--out", str(tmp_path / "journal.txt"))
    written = (tmp_path / "journal.txt").read_text(encoding="utf-8")
    assert written == "[2026-11-22 21:30] 雨だった。風も。\n\n"


def test_exporting_twice_gives_the_same(call: Caller) -> None:
    call("log", "--mood", "3")
    for arguments in (("json",), ("jrnl",), ("csv", "--kind", "check_in")):
        assert call("export", *arguments).out == call("export", *arguments).out
