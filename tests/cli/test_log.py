"""`stepup log`: what it keeps, what it refuses, and that it is all or nothing."""

from __future__ import annotations

import errno
import os
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.support import TODAY, Caller, newest_manifest, state_of

from stepup.cli.values import Day
from stepup.domain.rhythm import Measure
from stepup.notebook.book import open_book
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.vault import Disk


def page(call: Caller, day: str = TODAY) -> dict[str, Any]:
    """The day as `show --json` gives it."""
    days = call("show", day, "--json").json["days"]
    assert len(days) == 1
    found: dict[str, Any] = days[0]
    return found


def test_all_that_is_said_in_one_call_is_kept_in_one_save(call: Caller, vault: Path) -> None:
    said = ("--mood", "3", "--energy", "2", "--sleep", "3:10-11:40", "--mark", "meal=2")
    done = call(
        "log", *said, "--mark", "contact=phone", "--win", "--journal", typed="窓\n雨。\n夜。"
    )

    assert done.code == 0
    assert done.err == ""
    assert done.text == (
        "Kept for Sunday, 22 November 2026: Mood, Energy, Sleep, Meals, With people, Small win,"
        " Journal\n"
    )
    assert newest_manifest(vault).name == "000002.json"
    day = page(call)
    assert (day["mood"], day["energy"], len(day["check_ins"])) == (3, 2, 1)
    assert day["sleeps"][0]["start"] == "2026-11-22T03:10:00+09:00"
    assert {mark["tracker"]: mark.get("value", mark.get("way")) for mark in day["marks"]} == {
        "meal": 2,
        "contact": "phone",
    }
    assert [win["text"] for win in day["wins"]] == ["窓"]
    assert [entry["text"] for entry in day["journal"]] == ["雨。\n夜。"]


def test_nothing_said_notes_that_the_day_was_looked_at(call: Caller) -> None:
    done = call("log")

    assert (done.code, done.text) == (0, "Kept: Sunday, 22 November 2026 was looked at.\n")
    day = page(call)
    assert day["looked"]
    assert day["check_ins"] == []


def test_any_day_can_be_named_in_any_width(call: Caller) -> None:
    for named in ("2026-03-01", "2026/3/1", "2026年3月1日", "２０２６－０３－０１"):
        assert call("log", "--date", named, "--mood", "４").code == 0

    assert page(call, "2026-03-01")["mood"] == 4


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2028-02-29"])
def test_the_first_and_the_last_day_there_is_are_days_too(call: Caller, day: str) -> None:
    assert call("log", "--date", day, "--mood", "2", "--mark", "bath").code == 0
    assert page(call, day)["mood"] == 2


def test_the_words_alone_are_read_when_only_one_text_is_asked_for(call: Caller) -> None:
    assert call("log", "--win", typed="one\nwin\n").code == 0
    assert call("log", "--journal", typed="\ufefftwo\r\nlines\n").code == 0

    day = page(call)
    assert day["wins"][0]["text"] == "one win"
    assert day["journal"][0]["text"] == "two\nlines"


def test_a_row_of_ones_own_is_named_by_its_name(call: Caller, vault: Path) -> None:
    book = open_book(vault)
    own = {
        name: Profile(book).add_tracker(name, measure).id
        for name, measure in (
            ("コーヒー", Measure.COUNT),
            ("a", Measure.COUNT),
            ("a=b", Measure.SCALE),
            ("薬", Measure.YES_NO),
            ("昼寝から", Measure.CLOCK),
        )
    }
    assert book.close()

    marks = ("ｺｰﾋｰ=3", "A=B=4", "薬", "昼寝から=22:30")
    assert call("log", *(part for mark in marks for part in ("--mark", mark))).code == 0

    values = {mark["tracker"]: mark.get("value") for mark in page(call)["marks"]}
    assert values == {
        own["コーヒー"]: 3,
        own["a=b"]: 4,
        own["薬"]: None,
        own["昼寝から"]: 22 * 60 + 30,
    }


def test_what_breaks_halfway_leaves_nothing_behind(
    call: Caller, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        threading.Event().wait(0.3)  # long enough for a save that was begun too early
        raise LookupError

    monkeypatch.setattr(Journal, "write", broken)
    done = call("log", "--mood", "3", "--journal", typed="a line")

    assert (done.code, done.out) == (1, b"")
    assert not os.path.lexists(vault)


WRONG = {
    "date": ("--date", "2026-13-40"),
    "no date": ("--date", ""),
    "mood": ("--mood", "9"),
    "mood in words": ("--mood", "good"),
    "energy": ("--energy", "0"),
    "sleep": ("--sleep", "long"),
    "sleep time": ("--sleep", "3:99-7:00"),
    "sleep span": ("--sleep", "11/10 22:00-11/22 7:00"),
    "sleep before time": ("--date", "0001-01-01", "--sleep", "23:00-7:00"),
    "row": ("--mark", "nothing=3"),
    "row without a name": ("--mark", "="),
    "value": ("--mark", "meal=many"),
    "huge value": ("--mark", "outside=999999"),
    "value for yes": ("--mark", "bath=3"),
    "way": ("--mark", "contact=cat"),
    "option": ("--zzz",),
    "argument": ("text",),
    "one wrong among right": ("--mood", "3", "--mark", "meal", "--mark", "nothing"),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_one_sentence_and_writes_nothing(
    call: Caller, vault: Path, wrong: tuple[str, ...], language: str
) -> None:
    done = call("log", "--lang", language, "--win", *wrong, typed="a win")

    assert done.code == 2
    assert done.out == b""
    assert done.err.count("\n") == 1
    assert not os.path.lexists(vault)


TEXTS = {
    "nothing": (b"", ("--win",)),
    "only spaces": (" 　\n\t\n".encode(), ("--journal",)),
    "only control characters": (b"\x1b\x07\x00", ("--win",)),
    "a win without a journal": (b"one line\n", ("--win", "--journal")),
    "a journal without a win": (b"\nall the rest\n", ("--win", "--journal")),
    "UTF-16": ("窓を開けた".encode("utf-16"), ("--win",)),
    "Shift_JIS": ("窓を開けた".encode("cp932"), ("--journal",)),
    "half a character": (b"a\xed\xa0\x80b", ("--win",)),
    "a character cut short": ("窓".encode()[:2], ("--win",)),
    "ten megabytes": (b"a" * 10_000_000, ("--journal",)),
    "more than is read": (b"\0" * 17_000_000, ("--win",)),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("typed", "options"), TEXTS.values(), ids=TEXTS)
def test_a_text_that_cannot_be_kept_is_refused_whole(
    call: Caller, vault: Path, typed: bytes, options: tuple[str, ...], language: str
) -> None:
    done = call("log", "--lang", language, "--mood", "3", *options, typed=typed)

    assert (done.code, done.out) == (2, b"")
    assert done.err.count("\n") == 1
    assert not os.path.lexists(vault)


def test_a_closed_standard_input_is_an_empty_one(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepup.cli.texts._piped", lambda: "")

    assert call("log", "--win").code == 2


def test_a_full_disk_is_told_and_is_not_taken_for_saved(
    call: Caller, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("log", "--mood", "3").code == 0
    before = state_of(vault)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Disk, "create", full)
    done = call("log", "--mood", "5")

    assert (done.code, done.out) == (1, b"")
    assert done.err == "There is no room left on the disk (ENOSPC).\n"
    after = state_of(vault)
    assert {name: bytes_ for name, (_m, _t, bytes_) in after.items() if "lock" not in name} == {
        name: bytes_ for name, (_m, _t, bytes_) in before.items() if "lock" not in name
    }


def test_a_day_may_be_named_without_its_year() -> None:
    today = date.today()  # noqa: DTZ011 - the wall's date is what is meant
    typed = f"{today.month}/{today.day}"
    assert Day().convert(typed, None, None) == today
