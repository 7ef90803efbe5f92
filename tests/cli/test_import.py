"""`stepup import`: shown first, asked about, brought in whole, taken back whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.support import TODAY, Caller, damage_shard, program, state_of
from tests.readers.test_bounds import SAMPLES

DAYLIO = """full_date,date,weekday,time,mood,activities,note
2026-05-31,x,y,21:40,rad,walk,It rained.
2026-05-30,x,y,25:00,meh,,
2019-12-31,x,y,23:59,ふつう,,the last one
"""
LEVELS = ("--mood-map", "ふつう=3")


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "daylio.csv"
    path.write_text(DAYLIO, "utf-8")
    return str(path)


def test_a_dry_run_shows_counts_and_every_row_passed_by_and_writes_nothing(
    call: Caller, vault: Path, file: str
) -> None:
    done = call("import", "daylio", file, "--dry-run", *LEVELS)

    assert done.code == 0
    assert done.text.splitlines() == [
        "Daylio: 3 rows were read.",
        "      2026  mood 1, journal 1",
        "      2019  mood 1, journal 1",
        "1 was passed by:",
        "  daylio.csv, line 3, time: this does not read as a time",
        "Nothing was written.",
    ]
    assert not vault.exists()


@pytest.mark.parametrize(("answer", "code"), [("n\n", 0), ("", 1)])
def test_nothing_is_written_unless_it_is_agreed_to(
    call: Caller, vault: Path, file: str, answer: str, code: int
) -> None:
    assert call("import", "daylio", file, *LEVELS, typed=answer).code == code
    assert not vault.exists()


def test_what_was_agreed_to_is_there_and_a_second_time_nothing_is(
    call: Caller, vault: Path, file: str
) -> None:
    done = call("import", "daylio", file, *LEVELS, typed="y\n")
    assert done.text.endswith(
        "4 entries were brought in, as save 2; stepup undo takes them back.\n"
    )
    assert "It rained." in call("show", "2026-05-31").text
    before = state_of(vault)

    again = call("import", "daylio", file, *LEVELS, "--yes")
    assert "4 entries are here already, and stay as they are." in again.text
    assert again.text.endswith("Nothing was written.\n")
    assert state_of(vault) == before


def test_undo_restores_the_content_exactly(call: Caller, file: str) -> None:
    call("log", "--mood", "3")
    before = call("export", "json").out
    call("import", "daylio", file, *LEVELS, "--yes")
    assert call("export", "json").out != before
    assert call("undo").code == 0
    assert call("export", "json").out == before
    call("import", "daylio", file, "--mood-map", "ふつう=1", "--yes")
    assert '"mood":1' in call("export", "json").text


def test_a_mood_without_a_level_is_told_with_the_option_that_gives_it(
    call: Caller, vault: Path, file: str
) -> None:
    done = call("import", "daylio", file, "--yes")

    assert (done.code, done.err) == (
        2,
        "These moods have no level yet: ふつう. --mood-map LABEL=N gives one, 1 to 5.\n",
    )
    assert not vault.exists()


def test_in_a_terminal_a_mood_is_asked_for(
    call: Caller, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stepup.cli.imports import whole

    monkeypatch.setattr(whole, "_can_ask", lambda: True)
    done = call("import", "daylio", file, typed="9\n2\ny\n")

    assert done.code == 0
    assert '"mood":2' in call("export", "json").text


@pytest.mark.parametrize("said", ["ふつう", "ふつう=6", "=3", "ふつう=x"])
def test_a_level_that_is_none_is_wrong_usage(call: Caller, file: str, said: str) -> None:
    assert call("import", "daylio", file, "--mood-map", said).code == 2


def test_a_label_may_hold_an_equals_sign_and_a_level_be_full_width(
    call: Caller, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(DAYLIO.replace("ふつう", "a=b"), "utf-8")

    assert call("import", "daylio", str(path), "--mood-map", "a=b=４", "--yes").code == 0


def test_habits_go_into_the_rows_they_are_given(call: Caller, tmp_path: Path) -> None:
    from tests.readers.support import zipped

    habits = "Position,Name\n001,散歩\n002,お茶\n003,x\n"
    marks = "Date,Value,Notes\n2026-05-31,YES_MANUAL,\n"
    path = tmp_path / "loop.zip"
    path.write_bytes(
        zipped({"Habits.csv": habits, **{f"00{n}/Checkmarks.csv": marks for n in (1, 2, 3)}})
    )
    rows = ("--row", "散歩=outside", "--row", "x=skip")

    assert call("import", "loop", str(path), *rows, "--yes").code == 0
    found = call("export", "json").json["records"]
    assert [one["name"] for one in found["tracker"]] == ["お茶"]
    assert {one["tracker"] for one in found["mark"]} == {"outside", found["tracker"][0]["id"]}
    again = call("import", "loop", str(path), *rows, "--yes")
    assert "2 entries are here already" in again.text
    assert call("import", "loop", str(path), "--row", "散歩=nowhere").code == 2
    assert call("import", "loop", str(path), "--row", "nothing=skip").code == 2


def test_shift_jis_is_offered_and_read(call: Caller, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "daylio.csv"
    path.write_bytes(DAYLIO.encode("cp932"))
    refused = call("import", "daylio", str(path), *LEVELS, "--yes")

    assert refused.code == 1
    assert "daylio.csv, line 4: the text is in another encoding." in refused.err
    assert not vault.exists()
    assert (
        call("import", "daylio", str(path), *LEVELS, "--encoding", "shift_jis", "--yes").code == 0
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_has_its_command_and_a_wrong_file_is_one_sentence(
    call: Caller, vault: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(SAMPLES[name])
    assert call("import", name, str(path), "--yes").code == 0
    path.write_bytes(b"\x00\xff")
    before = state_of(vault)
    done = call("import", name, str(path), "--yes")

    assert (done.code, done.out) == (1, b"")
    assert done.err.startswith("file, line 1")
    assert len(done.err.splitlines()) == 1
    assert state_of(vault) == before


def test_a_damaged_notebook_is_left_alone(call: Caller, vault: Path, file: str) -> None:
    call("log", "--mood", "3")
    damage_shard(vault)
    before = state_of(vault)
    done = call("import", "daylio", file, *LEVELS, "--yes")

    assert done.code == 1
    assert TODAY[:4] in done.err or "damaged" in done.err
    assert state_of(vault) == before


def test_progress_is_told_to_a_terminal_only_and_goes_away(
    call: Caller, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("import", "daylio", file, *LEVELS, "--dry-run").err == ""
    from stepup.cli.imports import whole

    monkeypatch.setattr(whole, "_is_watched", lambda: True)
    monkeypatch.setattr("stepup.exchange.readers.proposals.EVERY", 1)
    told = call("import", "daylio", file, *LEVELS, "--dry-run").err
    assert "1 of about 4 rows" in told
    assert told.endswith("\r")


def test_the_real_program_brings_in_what_it_exported(tmp_path: Path, file: str) -> None:
    def run(*arguments: str) -> bytes:
        return subprocess.run(program(*arguments), capture_output=True, check=True).stdout

    first, second = str(tmp_path / "first"), str(tmp_path / "second")
    run("import", "daylio", file, *LEVELS, "--yes", "--vault", first)
    export = tmp_path / "export.json"
    run("export", "json", "--out", str(export), "--vault", first)
    run("import", "stepup", str(export), "--yes", "--vault", second)

    assert run("export", "json", "--vault", second) == export.read_bytes()


def test_the_list_of_formats_loads_no_reader() -> None:
    code = (
        "import sys; from stepup.cli.start import start; start(['import', '--help']);"
        "sys.exit(any(name.startswith(('stepup.exchange', 'pydantic', 'zipfile')) for name in sys.modules))"
    )

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode
        == 0
    )
