"""Records: frozen, the same after being kept, patient with newer versions, strict with nonsense."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.domain.made_up import ANY_RECORD, ANY_TEXT, NEWER
from tests.domain.made_up import RECORDS as MADE_UP

from stepup.domain.corner import Later
from stepup.domain.goal import Goal, Step
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.kinds import RECORDS, from_document, is_tombstone, tombstone
from stepup.domain.need import Need
from stepup.domain.piece import Piece
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway, Preferences
from stepup.domain.promise import Promise
from stepup.domain.record import CORE, Dated, Record
from stepup.domain.rhythm import Mark, Tracker
from stepup.domain.stage import Placement
from stepup.domain.strength import Learning
from stepup.domain.supporter import LINES as SUPPORTERS_LINES
from stepup.domain.supporter import Appointment
from stepup.domain.text import LIMIT_BYTES, clean, one_line
from stepup.domain.work import Work

LEFT_WITH = ("sentence", "keep", "smaller", "let_go")
WORK_WORDS = ("client", "platform", "people", "part", "through", "notes", "note", "fitted", "then")
BASE: dict[str, Any] = {"id": "a", "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00"}


def test_every_kind_is_made_up_here_and_named_after_its_table() -> None:
    assert MADE_UP.keys() == RECORDS.keys()
    assert all(kind == record.kind for kind, record in RECORDS.items())


@pytest.mark.parametrize("kind", sorted(RECORDS))
@settings(max_examples=25)
@given(data=st.data())
def test_a_record_of_every_kind_comes_back_from_its_document_the_same(
    kind: str, data: st.DataObject
) -> None:
    record = data.draw(MADE_UP[kind])
    kept = json.loads(json.dumps(record.document(), allow_nan=False))
    again = from_document(kind, kept)
    assert again == record
    assert again.document() == record.document()
    assert type(again) is RECORDS[kind]


@settings(max_examples=40)
@given(record=ANY_RECORD)
def test_the_moment_keeps_its_offset(record: Record) -> None:
    again = from_document(record.kind, record.document())
    if isinstance(record, Dated) and isinstance(again, Dated):
        assert again.at.utcoffset() == record.at.utcoffset()
        assert again.at.replace(tzinfo=None) == record.at.replace(tzinfo=None)


@settings(max_examples=40)
@given(record=ANY_RECORD)
def test_no_record_can_be_changed_in_place(record: Record) -> None:
    before = record.document()
    for name in (*type(record).model_fields, "something_new"):
        with pytest.raises(ValidationError):
            setattr(record, name, None)
        with pytest.raises(ValidationError):
            delattr(record, name)
    record.replace(id="another")
    assert record.document() == before


@settings(max_examples=40)
@given(record=ANY_RECORD, newer=NEWER)
def test_what_a_newer_version_wrote_survives_every_rewrite(
    record: Record, newer: dict[str, Any]
) -> None:
    read = from_document(record.kind, {**record.document(), **newer})
    rewritten = read.replace(id="another").document()
    assert {name: rewritten[name] for name, value in newer.items() if value is not None} == newer
    assert rewritten == {**record.document(), **newer, "id": "another"}


@settings(max_examples=40)
@given(record=ANY_RECORD)
def test_replacing_nothing_is_the_same_record(record: Record) -> None:
    assert record.replace() == record


def test_a_field_set_to_nothing_is_gone_from_the_document() -> None:
    mark = Mark.model_validate({**BASE, "tracker": "meal", "value": 2})
    assert "value" not in mark.replace(value=None).document()


@given(text=ANY_TEXT)
def test_words_are_cleaned_on_the_way_in_however_they_come(text: str) -> None:
    win = Win.model_validate({**BASE, "text": text})
    assert win.text == one_line(text)
    assert win.replace(text=text) == win
    entry = JournalEntry.model_validate({**BASE, "text": text, "tags": [text]})
    assert entry.text == clean(text).rstrip()
    assert entry.tags == (one_line(text),)
    assert Step(text=text).text == one_line(text)


LIMITED = {("promise", "message"), ("piece", "about"), ("card", "words"), ("paper", "text")}
"""Fields with a limit of their own."""


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_text_that_is_too_long_is_refused_wherever_there_is_text(kind: str) -> None:
    fields = {
        "text",
        "name",
        "tags",
        "earlier",
        "step",
        "source",
        "why",
        "easy",
        *("client", "message", "title", "part", "link", "about", "with_whom", "question", "words"),
        *LEFT_WITH,
        *SUPPORTERS_LINES,
        *("to", "file"),
        *("note", "title", "next", "asked", "about", "reply", "call_me"),
        *WORK_WORDS,
    } & RECORDS[kind].model_fields.keys()
    whole = {**BASE, "made_on": "2026-05-31", "goal": "g", "measure": "count", "text": "a"}
    whole |= {"name": "a", "tracker": "meal", "sleepless": True, "from_day": "2026-05-31"}
    whole |= {"to_day": "2026-05-31", "put_on": "2026-05-31", "least": 0, "most": 10}
    whole |= {"number": "n", "value": 7, "stage": "try", "stay": "s"}
    whole |= {"step": "a", "answer": "fine"}
    whole |= {"topic": "now", "year": 2026, "title": "a", "question": "a", "on_day": "2026-05-31"}
    whole |= {"side": "like", "occasion": "phone"}
    whole |= {"audience": "self", "form": "txt", "file": "a", "sha256": "f"}
    whole |= {"found_on": "2026-05-31", "work": "w", "minutes": 25, "income": "i"}
    whole |= {"paid_on": "2026-05-31"}
    if kind == "income":
        fields -= {"earlier"}
        whole.pop("work")
    if kind == "share_choice":
        fields -= {"words"}  # lines of a page, each with a text of its own
    whole = {name: whole[name] for name in RECORDS[kind].model_fields if name in whole}
    from_document(kind, whole)
    for field in fields:
        long: Any = "あ" * (LIMIT_BYTES // 3 + 1)
        with pytest.raises(Problem) as refused:
            from_document(kind, {**whole, field: [long] if field in ("tags", "earlier") else long})
        closed = kind in ("later", "drawer_item") or (kind, field) in LIMITED
        assert refused.value.code is (
            ProblemCode.TOO_MANY_CHARACTERS if closed else ProblemCode.TEXT_TOO_LONG
        )
        assert "あ" not in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("check_in", {"mood": float("nan")}),
        ("check_in", {"mood": 6}),
        ("check_in", {"energy": 10**40}),
        ("mark", {"tracker": "meal", "value": float("inf")}),
        ("mark", {"tracker": "meal", "value": -1}),
        ("mark", {"tracker": "meal", "value": 10**9}),
        ("mark", {"tracker": "meal", "way": "carrier pigeon"}),
        ("win", {"text": 5}),
        ("win", {"text": None}),
        ("win", {"text": "a", "day": "2026-13-40"}),
        ("win", {"text": "a", "day": "10000-01-01"}),
        ("win", {"text": "a", "day": float("nan")}),
        ("win", {"text": "a", "at": "2026-05-31T22:00:00"}),
        ("win", {"text": "a", "at": 10**30}),
        ("goal", {"text": "a", "made_on": "2026-05-31", "state": "top"}),
        ("goal", {"text": "a", "made_on": "2026-05-31", "steps": [{"text": ["a"]}]}),
        ("tracker", {"name": "a", "measure": "kilograms"}),
        ("preferences", {"day_start": "25:00"}),
    ],
)
def test_nonsense_is_refused_without_repeating_it(kind: str, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        from_document(kind, {**BASE, **fields})
    assert "input_value" not in str(refused.value)


def test_the_same_preferences_are_the_same_document() -> None:
    # Sets come in another order in every process.
    look_away = sorted(LookAway)
    for order in (look_away, look_away[::-1]):
        found = Preferences(look_away=frozenset(order)).document()["look_away"]
        assert found == ["dates", "elapsed", "totals", "trends"]


def test_a_kind_of_a_newer_version_is_not_known() -> None:
    with pytest.raises(KeyError):
        from_document("dream", BASE)


@settings(max_examples=40)
@given(record=ANY_RECORD)
def test_a_tombstone_is_told_from_every_record(record: Record) -> None:
    assert not is_tombstone(record.document())
    assert is_tombstone(tombstone(record.id, "2026-05-31T22:00:00+09:00"))


@settings(max_examples=40)
@given(record=ANY_RECORD)
def test_every_record_has_one_place(record: Record) -> None:
    if isinstance(record, Topic):
        expected = CORE if record.told_on is None else f"{record.day.year:04d}"
    elif isinstance(record, Dated):
        expected = f"{record.day.year:04d}"
    elif isinstance(record, Goal | Need | Promise | Work) and record.closed_on is not None:
        expected = f"{record.closed_on.year:04d}"
    elif isinstance(record, Later) and record.opened_on is not None:
        expected = f"{record.put_on.year:04d}"
    elif isinstance(record, Appointment):
        expected = f"{record.on_day.year:04d}"
    elif isinstance(record, Placement) and record.to_day is not None:
        expected = f"{record.to_day.year:04d}"
    elif isinstance(record, Piece) and record.made_on is not None:
        expected = f"{record.made_on.year:04d}"
    elif isinstance(record, Learning) and record.ended_on is not None:
        expected = f"{record.ended_on.year:04d}"
    else:
        expected = CORE
    assert record.shard == expected


def test_a_topic_told_in_another_year_goes_to_the_year_of_its_own_day() -> None:
    topic = Topic.model_validate({**BASE, "text": "the dentist"})
    assert topic.shard == CORE
    assert topic.replace(told_on=date(2027, 1, 5)).shard == "2026"


@pytest.mark.parametrize(("day", "shard"), [(date.min, "0001"), (date.max, "9999")])
def test_the_first_and_the_last_year_have_a_place(day: date, shard: str) -> None:
    win = Win(id="a", day=day, at=datetime(2026, 5, 31, tzinfo=UTC), text="a")
    assert win.shard == shard


def test_an_entry_has_the_tags_it_was_given_and_those_written_into_it_each_once() -> None:
    entry = JournalEntry.model_validate({**BASE, "text": "#a ＃b #c", "tags": ["c", "d"]})
    assert entry.all_tags == ("c", "d", "a", "b")


def test_a_retired_row_is_still_a_row() -> None:
    row = Tracker.model_validate({"id": "a", "name": "stretch", "measure": "count"})
    assert row.replace(retired=True).replace(retired=False) == row
