"""The journal for jrnl: taken apart where jrnl does, in order, on the right day, and nothing begins another entry."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_up import ANY_TEXT

from stepup.domain.journal import JournalEntry
from stepup.exchange.jrnl import Titled, jrnl_json, jrnl_text, split_title

JAPAN = timezone(timedelta(hours=9))
FOUR = time(4)


def entry(text: str, day: str = "2026-11-22", at: str = "21:30", **fields: Any) -> JournalEntry:
    moment = datetime.combine(date.fromisoformat(day), time.fromisoformat(at), JAPAN)
    return JournalEntry.model_validate(
        {"id": text[:9] or "x", "day": day, "at": moment, "text": text, **fields}
    )


def exported(*entries: JournalEntry) -> Any:
    return orjson.loads(b"".join(jrnl_json(entries, FOUR)))


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("雨だった。風も。", "雨だった。風も。", ""),
        ("It rained. It blew.\nAll day.", "It rained. It blew.", "All day."),
        ("first line\n\nsecond. third", "first line", "second. third"),
        ("\n\n  late start \n\nbody\n", "late start", "body"),
    ],
)
def test_a_text_is_taken_apart_at_its_first_line(text: str, title: str, body: str) -> None:
    assert split_title(text) == (title, body)


@given(ANY_TEXT)
def test_what_jrnl_keeps_of_it_is_taken_apart_the_same_again(text: str) -> None:
    title, body = split_title(entry(text).text)
    again = split_title(f"{title}\n{body}" if body else title)
    assert again == Titled(title, body)


def test_the_form_is_jrnls_own() -> None:
    found = exported(entry("雨だった。\n#天気", tags=("静か",)))
    assert found == {
        "tags": {"#静か": 1, "#天気": 1},
        "entries": [
            {
                "title": "雨だった。",
                "body": "#天気",
                "date": "2026-11-22",
                "time": "21:30",
                "tags": ["#静か", "#天気"],
                "starred": False,
            }
        ],
    }


def test_the_oldest_comes_first_and_what_was_put_away_is_in_it() -> None:
    found = exported(entry("late"), entry("early", "2019-01-01"), entry("b", closed=True))
    assert [one["title"] for one in found["entries"]] == ["early", "b", "late"]


def test_the_day_is_the_persons_and_the_clock_the_one_on_the_wall() -> None:
    night = entry("x").replace(at=datetime(2026, 11, 23, 1, 5, tzinfo=JAPAN))
    later = entry("y", "2026-11-20").replace(at=datetime(2026, 11, 22, 21, tzinfo=JAPAN))
    moments = [(one["date"], one["time"]) for one in exported(night, later)["entries"]]
    assert moments == [("2026-11-20", "12:00"), ("2026-11-23", "01:05")]


def test_as_text_no_line_begins_another_entry_and_nothing_is_starred() -> None:
    written = entry("a list *\n[today at noon] tea\n[x] short\n- [ ] open")
    text = b"".join(jrnl_text([written, entry("next", "2026-11-23")], FOUR)).decode()
    assert text == (
        "[2026-11-22 21:30] a list ＊\n［today at noon] tea\n[x] short\n- [ ] open\n\n"
        "[2026-11-23 21:30] next\n\n"
    )


@given(st.lists(ANY_TEXT, max_size=4))
def test_any_text_can_be_exported(texts: list[str]) -> None:
    entries = [entry(text) for text in texts]
    assert len(exported(*entries)["entries"]) == len(texts)
    assert b"".join(jrnl_text(entries, FOUR)).count(b"[2026-11-22 21:30] ") >= len(texts)
