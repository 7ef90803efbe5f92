"""`stepup export json`: every entry, nothing lost, nothing overwritten."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.support import NOW, Caller, EveningClock, state_of

from stepup.exchange.own_json import encode
from stepup.notebook.book import open_book
from stepup.notebook.days import Days
from stepup.notebook.reading import every_document
from stepup.vault import Put, Vault

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(st.text(min_size=1), PLAIN, max_size=4).filter(
    lambda document: "deleted" not in document
)


@given(
    st.dictionaries(st.text(min_size=1), st.lists(DOCUMENTS, min_size=1, max_size=4), max_size=3)
)
def test_reading_the_export_gives_every_document_back(
    documents: dict[str, list[dict[str, object]]],
) -> None:
    written = b"".join(encode(documents))

    read = orjson.loads(written)
    assert read["form"] == "stepup export"
    assert read["version"] == 1
    assert read["records"].keys() == documents.keys()
    for kind, entries in documents.items():
        assert all(entry in read["records"][kind] for entry in entries)
        assert len(read["records"][kind]) == len(entries)
    assert b"".join(encode(read["records"])) == written


@given(st.lists(DOCUMENTS, max_size=4))
def test_no_export_steers_a_terminal(documents: list[dict[str, object]]) -> None:
    text = b"".join(encode({"win": documents})).decode()

    assert all(letter == "\n" or letter >= " " for letter in text)
    assert not set(text) & {*map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u200f", "\u2028"}


def test_the_order_of_entries_is_their_days_and_times() -> None:
    early, late = {"id": "b", "day": "2026-01-01"}, {"id": "a", "day": "2026-01-02"}

    assert b"".join(encode({"win": [late, early]})) == b"".join(encode({"win": [early, late]}))
    assert orjson.loads(b"".join(encode({"win": [late, early]})))["records"]["win"][0] == early


def test_unknown_fields_and_kinds_are_in_it_and_what_was_taken_away_is_not(
    call: Caller, vault: Path
) -> None:
    book = open_book(vault, clock=EveningClock())
    days = Days(book)
    days.add_win(NOW.date(), "stays")
    days.add_win(NOW.date(), "goes")
    days.remove(days.view(NOW.date()).wins[1])
    assert book.close()
    Vault.open(vault, now=lambda: NOW).commit(
        [
            Put(
                "2025", "win", "n", {"id": "n", "text": "x", "mood_of_cat": [1, {"a": None}]}, None
            ),
            Put("core", "constellation", "k", {"id": "k", "stars": 7}, None),
        ],
        ["import"],
    )

    done = call("export", "json")

    assert done.code == 0
    records = done.json["records"]
    assert records["constellation"] == [{"id": "k", "stars": 7}]
    assert {win.get("text") for win in records["win"]} == {"stays", "x"}
    assert {"id": "n", "text": "x", "mood_of_cat": [1, {"a": None}]} in records["win"]
    kept = every_document(open_book(vault))
    living = [one for table in kept.values() for one in table if "deleted" not in one]
    assert sum(map(len, records.values())) == len(living)
    assert "Not in it: " in done.err


def test_a_notebook_not_begun_is_an_export_without_entries(call: Caller, vault: Path) -> None:
    done = call("export", "json")

    assert done.code == 0
    assert done.json["records"] == {}
    assert not os.path.lexists(vault)


@pytest.mark.parametrize("mask", [0o000, 0o077, 0o777])
def test_the_file_is_for_this_account_alone(call: Caller, tmp_path: Path, mask: int) -> None:
    call("log", "--win", typed="a win")
    old = os.umask(mask)
    try:
        done = call("export", "json", "--out", str(tmp_path / "out.json"))
    finally:
        os.umask(old)

    assert (done.code, done.out) == (0, b"")
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) & 0o177 == 0
    if mask != 0o777:
        assert (tmp_path / "out.json").read_bytes() == call("export", "json", "--out", "-").out


@pytest.mark.parametrize("what", ["file", "folder", "link"])
def test_what_is_there_is_never_overwritten(call: Caller, tmp_path: Path, what: str) -> None:
    call("log", "--mood", "3")
    target = tmp_path / "there"
    if what == "file":
        target.write_text("mine")
    elif what == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nowhere")
    before = state_of(tmp_path / "there")

    done = call("export", "json", "--out", str(target))

    assert (done.code, done.out) == (1, b"")
    assert done.err == "There is a file of that name already: there. Nothing was written.\n"
    assert state_of(tmp_path / "there") == before
    assert not (tmp_path / "nowhere").exists()


def test_showing_a_record_with_hidden_signs_in_an_unknown_field_shows_them_escaped(
    call: Caller, vault: Path
) -> None:
    document = {
        "id": "n", "text": "x", "day": "2026-11-22", "at": NOW.isoformat(),
        "later": "\x9b31m\u202e",
    }  # fmt: skip
    Vault.open(vault, now=lambda: NOW).commit([Put("2026", "win", "n", document, None)], ["import"])

    for arguments in (("export", "json"), ("show", "--json")):
        out = call(*arguments).out
        assert b"\\u009b31m\\u202e" in out
        assert "\x9b".encode() not in out
