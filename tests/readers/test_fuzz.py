"""Whatever is in a file: it is read right or refused with one clear problem, never anything else."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.support import taken, zipped

from stepup.domain.incoming import Incoming
from stepup.domain.problem import Problem
from stepup.exchange.readers.daylio import SHAPES
from stepup.exchange.readers.formats import READERS, recognise
from stepup.exchange.readers.source import Source
from stepup.words import problem_sentence
from stepup.words.incoming import skipped_words

every_format = pytest.mark.parametrize("name", READERS)
BITS = st.sampled_from([
    "", " ", ",", '"', '""', "\n", "\r\n", "2026-05-31", "31. 05. 2026 7:00", "12:00 AM", "rad", "0", "-1", "2",
    "1e400",
    "NaN", "999999999999999",
    "1780000000000", "Id", "Tz", "From", "To", "Asia/Tokyo", "..", "true", "null", "<br>", " | ",
    "雨", "\x1b[31m", "\u202e", "8.0", "2026", "May 31", "2500", "YES_MANUAL",
]) | st.text(max_size=6)  # fmt: skip
CELLS = st.lists(st.lists(BITS, max_size=12), max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | BITS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(
            ["entries", "records", "form", "version", "title", "body", "date", "time", "tags", "starred", "text",
             "richText", "creationDate", "timeZone", "win", "id", "day", "at", "check_in", "mood", "sleep", "goal"]
        ) | st.text(max_size=3), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip
HEADERS = [
    *map(list, SHAPES), ["Id", "Tz", "From", "To", "Sched", "Hours", "Rating", "Comment", "LenAdjust", "Geo"],
    ["sid", "start", "stop", "rating", "comment"], ["Position", "Name", "Type", "Unit", "Archived?"],
    ["Date", "Value", "Notes"], [],
]  # fmt: skip


def try_to_read(name: str, data: bytes) -> None:
    """Read; every refusal and every row passed by has its sentence."""
    with suppress(Problem):
        recognise(Source.of("file", data))
    problem, incoming = None, Incoming()
    try:
        incoming = taken(name, data)
    except Problem as raised:
        problem = raised
    assert problem is None or str(problem.details["file"]) in problem_sentence(problem)
    assert all(map(skipped_words, incoming.skipped))


def table(cells: list[list[str]], header: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([header, *cells] if header else cells)
    return out.getvalue()


@every_format
@settings(max_examples=60)
@given(data=st.binary(max_size=300))
def test_any_bytes(name: str, data: bytes) -> None:
    try_to_read(name, data)


@every_format
@settings(max_examples=60)
@given(text=st.lists(BITS, max_size=30).map("".join))
def test_any_text(name: str, text: str) -> None:
    try_to_read(name, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", ["daylio", "sleep-as-android", "plees"])
@settings(max_examples=150)
@given(cells=CELLS, header=st.sampled_from(HEADERS))
def test_any_table(name: str, cells: list[list[str]], header: list[str]) -> None:
    try_to_read(name, table(cells, header).encode("utf-8", "surrogatepass"))


@settings(max_examples=100)
@given(habits=CELLS, marks=CELLS, header=st.sampled_from(HEADERS))
def test_any_zip_of_habits(
    habits: list[list[str]], marks: list[list[str]], header: list[str]
) -> None:
    named = [[str(n), *row] for n, row in enumerate(habits, 1)]
    files = {
        "Habits.csv": table(named, HEADERS[-3]).encode("utf-8", "surrogatepass"),
        "001 a/Checkmarks.csv": table(marks, header).encode("utf-8", "surrogatepass"),
        "002/Checkmarks.csv": table([["2026-05-31", *row] for row in marks], []).encode("utf-8", "surrogatepass"),
    }  # fmt: skip
    try_to_read("loop", zipped(files))


@pytest.mark.parametrize("name", ["jrnl", "dayone", "stepup"])
@settings(max_examples=150)
@given(found=JSON, entries=st.lists(JSON, max_size=4))
def test_any_json(name: str, found: Any, entries: list[Any]) -> None:
    try_to_read(name, json.dumps(found).encode())
    whole = {
        "entries": entries,
        "form": "stepup export",
        "version": 1,
        "records": {"win": entries, "x": entries},
    }
    try_to_read(name, json.dumps(whole, allow_nan=True).encode())


@every_format
@settings(max_examples=40)
@given(data=st.data())
def test_any_bytes_turned_in_a_file_that_was_right(name: str, data: st.DataObject) -> None:
    from tests.readers.test_bounds import SAMPLES

    whole = bytearray(SAMPLES[name])
    for _turn in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try_to_read(name, bytes(whole))
