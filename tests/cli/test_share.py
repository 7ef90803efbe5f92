"""`stepup share`: a page of exactly what is named, and the log of what was handed over."""

from __future__ import annotations

import hashlib
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.support import NOW, TODAY, Caller, Done, EveningClock, damage_shard, state_of
from tests.vault.locked import CHEAP

from stepup.domain.share import Audience, PageSection
from stepup.notebook import locking
from stepup.notebook.book import open_book
from stepup.notebook.days import Days
from stepup.notebook.journal import Journal
from stepup.notebook.sharing import Sharing
from stepup.vault.age import unseal

DAY = NOW.date()
FROM = ("--from", "2026-11-09")


@pytest.fixture
def lived(vault: Path) -> Path:
    """A notebook with wins, sleep, a journal and words for the counsellor's page."""
    book = open_book(vault, clock=EveningClock())
    days = Days(book)
    for number in range(6):
        days.add_win(DAY - timedelta(days=number), f"win {number}")
    days.log_mood(DAY, 3)
    days.log_sleep(DAY, "3:10-11:40")
    Journal(book).write(DAY, "A line of the journal.")
    sharing = Sharing(book)
    sharing.write(Audience.COUNSELLOR, PageSection.TODAY, "About Tanaka and the phone.")
    sharing.stand_in(Audience.COUNSELLOR, "Tanaka", "my case worker")
    assert book.close()
    return vault


def test_the_sections_are_named_one_a_line_the_name_first(call: Caller) -> None:
    done = call("share", "--list")

    names = [line.split()[0] for line in done.text.splitlines()]
    assert names == [section.value for section in PageSection]
    family = call("share", "--list", "--for", "family")
    assert "journal" not in [line.split()[0] for line in family.text.splitlines()]
    assert (done.code, family.code) == (0, 0)


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_only_what_is_named_is_on_the_page(call: Caller, lived: Path, form: str) -> None:
    done = call("share", "--for", "counsellor", *FROM, "--section", "wins", "--format", form)

    assert done.code == 0
    assert "win 0" in done.text
    for word in ("phone", "Tanaka", "3:10", "journal"):
        assert word not in done.text


def test_the_newest_lines_that_fit_are_put_in_and_that_is_said(call: Caller, lived: Path) -> None:
    page = ("share", "--for", "counsellor", *FROM, "--section", "wins", "--format", "txt")
    done = call(*page)

    assert [n for n in range(6) if f"win {n}" in done.text] == [0, 1, 2, 3]
    assert (
        done.err == "Small wins: 4 of 6 lines are put in, as many as have a place on this page.\n"
    )


def test_what_was_named_and_stands_empty_is_said_in_the_order_of_the_page(
    call: Caller, lived: Path
) -> None:
    named = ("--section", "since", "--section", "wins", "--section", "needs")
    done = call("share", "--for", "counsellor", *FROM, *named, "--format", "txt")

    assert done.code == 0
    assert done.err.splitlines() == [
        "Small wins: 4 of 6 lines are put in, as many as have a place on this page.",
        "Nothing stands there for: Since last time, Difficulties, and what would help",
    ]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ((), "--for, --from, --section"),
        (("--for", "self"), "--from, --section"),
        (("--for", "self", *FROM), "--section"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    call: Caller, said: tuple[str, ...], missing: str
) -> None:
    done = call("share", *said)

    assert (done.code, done.out) == (2, b"")
    assert done.err.splitlines()[-1].endswith(f"Still needed: {missing}")


def test_words_written_for_the_page_and_names_come_from_the_notebook(
    call: Caller, lived: Path
) -> None:
    page = ("share", "--for", "counsellor", *FROM, "--section", "today", "--format", "txt")

    assert "About my case worker and the phone." in call(*page).text


def test_a_file_is_new_for_this_account_alone_and_noted_in_the_log(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    page = ("share", "--for", "counsellor", *FROM, "--section", "wins")
    old = os.umask(0)
    try:
        done = call(*page, "--out", str(file))
    finally:
        os.umask(old)
    assert done.code == 0
    assert "Whoever has the file can read it" in done.text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == call(*page).out
    log = call("share", "log")
    assert log.code == 0
    for words in (
        "Sunday, 22 November 2026: Counsellor", "Period: 9 Nov to 22 Nov 2026", "In it: Small wins",
        "File: page.html", hashlib.sha256(file.read_bytes()).hexdigest(),
    ):  # fmt: skip
        assert words in log.text
    assert "Shared: Counsellor (Small wins)" in call("show", TODAY).text
    assert call("show", TODAY, "--json").json["days"][0]["handovers"][0]["file"] == "page.html"


def test_standard_output_is_not_noted(call: Caller, lived: Path) -> None:
    before = state_of(lived)
    call("share", "--for", "family", *FROM, "--section", "wins")

    assert state_of(lived) == before
    assert call("share", "log").text == "Nothing was handed over so far.\n"


def test_a_file_that_is_there_stays_as_it_is_and_nothing_is_noted(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text("mine")
    before = state_of(lived)

    done = call("share", "--for", "self", *FROM, "--section", "wins", "--out", str(file))

    assert done.code == 1
    assert "page.html" in done.err
    assert file.read_text() == "mine"
    assert state_of(lived) == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--for", "counsellor", "--section", "wins"),
        (*FROM, "--section", "wins"),
        ("--for", "friend", *FROM),
        ("--for", "family", *FROM, "--section", "journal"),
        ("--for", "family", *FROM, "--section", "nothing"),
        ("--for", "family", "--from", "2026-13-01"),
        ("--for", "family", "--from", "2026-11-20", "--to", "2026-11-19"),
        ("--for", "family", *FROM, "--format", "pdf"),
    ],
)
def test_wrong_usage_is_2_and_nothing_is_written(
    call: Caller, lived: Path, arguments: tuple[str, ...]
) -> None:
    before = state_of(lived)
    done = call("share", *arguments)

    assert done.code == 2
    assert "Traceback" not in done.err
    assert state_of(lived) == before


def test_more_than_fits_is_one_sentence_and_no_page(call: Caller, lived: Path) -> None:
    book = open_book(lived, clock=EveningClock())
    Sharing(book).write(Audience.COUNSELLOR, PageSection.SUPPORT, "あ" * 73)
    assert book.close()

    done = call("share", "--for", "counsellor", *FROM, "--section", "support")

    assert done.code == 1
    assert done.out == b""
    assert "more than fits on the page" in done.err


def test_the_journal_is_line_by_line_for_others_and_whole_for_oneself(
    call: Caller, lived: Path
) -> None:
    counsellor = call("share", "--for", "counsellor", *FROM, "--section", "journal")
    oneself = call("share", "--for", "self", *FROM, "--section", "journal")

    assert "A line of the journal." not in counsellor.text
    assert "A line of the journal." in oneself.text


def test_an_empty_notebook_gives_a_page_with_the_dates(call: Caller, vault: Path) -> None:
    sections = [part for name in ("rhythm", "wins", "next") for part in ("--section", name)]
    done = call("share", "--for", "counsellor", *FROM, *sections, "--format", "txt")

    assert done.code == 0
    assert "Period: 9 Nov to 22 Nov 2026" in done.text
    assert "Rhythm of days" not in done.text


def test_a_damaged_year_is_said_and_no_page_is_made(call: Caller, lived: Path) -> None:
    damage_shard(lived)
    done = call("share", "--for", "self", *FROM, "--section", "wins")

    assert (done.code, done.out) == (1, b"")
    assert "cannot be read" in done.err


def test_in_japanese_the_page_is_japanese(call: Caller, lived: Path) -> None:
    page = ("--lang", "ja", "share", "--for", "counsellor", *FROM, "--section", "wins")

    assert "本人が書いた記録です。診断ではありません。" in call(*page).text


# A file with a passphrase

PASSPHRASE = "four boats under rain"


def share_sealed(call: Caller, out: Path, typed: str = f"{PASSPHRASE}\n") -> Done:
    return call(
        "share", "--for", "counsellor", *FROM, "--section", "wins", "--out", str(out),
        "--passphrase-stdin", typed=typed,
    )  # fmt: skip


@pytest.mark.usefixtures("cheap_keys")
def test_a_file_whose_name_ends_in_age_is_sealed_noted_and_its_opening_printed(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.html.age"
    done = share_sealed(call, file)

    assert done.code == 0
    assert "age -d -o page.html page.html.age" in done.text
    assert "Only the passphrase opens it" in done.err
    assert PASSPHRASE not in done.text + done.err
    plain = unseal(file.read_bytes(), PASSPHRASE.encode(), factors=CHEAP.read)
    assert b"win 0" in plain
    [line] = [line for line in call("share", "log").text.splitlines() if "SHA-256" in line]
    assert hashlib.sha256(file.read_bytes()).hexdigest() in line


@pytest.mark.usefixtures("cheap_keys")
def test_in_a_locked_notebook_its_passphrase_comes_first_and_the_files_after_it(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    locking.set_lock(lived, "of the notebook", locking.new_code())
    file = tmp_path / "page.html.age"
    done = share_sealed(call, file, f"of the notebook\n{PASSPHRASE}\n")

    assert done.code == 0
    assert b"win 0" in unseal(file.read_bytes(), PASSPHRASE.encode(), factors=CHEAP.read)


@pytest.mark.usefixtures("cheap_keys")
@pytest.mark.parametrize(
    ("typed", "said"), [("", "The input ended"), ("\n", "at least one letter")]
)
def test_without_a_passphrase_no_file_is_written_and_none_is_noted(
    call: Caller, lived: Path, tmp_path: Path, typed: str, said: str
) -> None:
    before = state_of(lived)
    done = share_sealed(call, tmp_path / "page.html.age", typed)

    assert done.code == 1
    assert said in done.err
    assert not (tmp_path / "page.html.age").exists()
    assert state_of(lived) == before


@pytest.mark.usefixtures("cheap_keys")
def test_a_file_that_is_there_is_said_before_a_passphrase_is_read(
    call: Caller, lived: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.html.age"
    file.write_text("mine")
    done = share_sealed(call, file, typed="")

    assert "There is a file of that name already" in done.err
    assert file.read_text() == "mine"
