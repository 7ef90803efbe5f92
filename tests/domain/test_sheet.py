"""Sheets and the difference between two of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.made_up import ANY_TEXT

from stepup.domain.difference import (
    MOST_COMPARED,
    Piece,
    Sign,
    difference,
    sentences,
    side_by_side,
)
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE
from stepup.domain.sheet import (
    HEADINGS,
    LONGEST_WAIT,
    NewestSheet,
    Section,
    Sheet,
    SheetTopic,
    begun,
    changes,
    parse_wait,
)

DAY = date(2026, 5, 31)
AT = datetime(2026, 5, 31, 22, tzinfo=UTC)
NOW = Sheet(id="s", day=DAY, at=AT, topic=SheetTopic.NOW, sections=begun(SheetTopic.NOW))
TEXTS = (
    st.lists(
        st.sampled_from(["眠い。", "軽い。", "One. ", "Two! ", "\n", "「はい。」", "3.5 km"]),
        max_size=12,
    ).map("".join)
    | ANY_TEXT
)


def keys(sheet: Sheet) -> list[str]:
    return [section.key for section in sheet.sections]


def signs(before: str, after: str) -> list[str]:
    marks = {Sign.SAME: "  ", Sign.GONE: "- ", Sign.NEW: "+ "}
    return [marks[piece.sign] + piece.text for piece in difference(before, after)]


# Sheets


def test_the_headings_and_their_order_stay() -> None:
    assert HEADINGS == {
        SheetTopic.NOW: ("mind", "body", "daily", "people", "interests", "hard", "helps"),
        SheetTopic.PLAN: ("wish", "longer", "small", "help_wanted", "support"),
        SheetTopic.MANUAL: ("strengths", "tires", "signs", "helps", "avoid"),
    }
    assert [topic.value for topic in SheetTopic] == ["now", "plan", "manual"]


def test_a_version_is_kept_in_its_year_and_where_the_newest_is_in_core() -> None:
    assert NOW.shard == "2026"
    assert NewestSheet(id="now", year=2026).shard == CORE


def test_the_first_section_written_is_the_first_that_says_something() -> None:
    assert NOW.first_written is None
    written = NOW.with_section(Section(key="body", text="\n  \nHeavy.\nTired.")).with_section(
        Section(key="daily", text="Quiet.")
    )
    assert written.first_written is not None
    assert written.first_written.key == "body"


def test_a_section_stands_where_it_stood_or_at_the_end() -> None:
    changed = NOW.with_section(Section(key="body", text="Heavy."))
    assert keys(changed) == keys(NOW)
    assert changed.section("body") == Section(key="body", text="Heavy.")
    assert keys(changed.with_section(Section(key="own")))[-1] == "own"
    assert NOW.section("own") is None


def test_a_heading_taken_out_takes_its_text_and_is_known_to_be_out() -> None:
    out = NOW.with_section(Section(key="hard", text="mornings")).without("hard")
    assert "mornings" not in str(out.document())
    assert out.left_out == ("hard",)
    assert NOW.left_out == ()
    assert NOW.without("nothing") == NOW


def test_headings_move_by_one_and_stay_at_either_end() -> None:
    assert keys(NOW.moved("body", -1))[:3] == ["body", "mind", "daily"]
    assert keys(NOW.moved("body", 1))[:3] == ["mind", "daily", "body"]
    assert NOW.moved("mind", -1) == NOW
    assert NOW.moved("helps", 1) == NOW
    assert NOW.moved("nothing", 1) == NOW


# Two versions


def test_headings_that_say_something_in_either_version_come_in_the_newer_ones_order() -> None:
    older = NOW.with_section(Section(key="mind", text="dull")).with_section(
        Section(key="own", heading="Nights", text="long")
    )
    newer = (
        NOW.without("people")
        .with_section(Section(key="mind", text="clear"))
        .with_section(Section(key="helps", text="tea"))
        .moved("helps", -1)
    )
    found = list(changes(older, newer))
    assert [change.key for change in found] == ["mind", "helps", "own"]
    assert found[0].pieces == (Piece(Sign.GONE, "dull"), Piece(Sign.NEW, "clear"))
    assert found[1].before == Section(key="helps")
    assert found[2].after is None
    assert found[2].pieces == (Piece(Sign.GONE, "long"),)


# Texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\n ", []),
        ("眠い。少し軽い。", ["眠い。", "少し軽い。"]),
        ("本当に！？そう。", ["本当に！？", "そう。"]),
        ("「はい。」そして", ["「はい。」", "そして"]),
        ("One. Two... three!\nFour", ["One.", "Two...", "three!", "Four"]),
        ("3.5 km. v1.2", ["3.5 km.", "v1.2"]),
        ("  a\n\n\nb  ", ["a", "b"]),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_what_is_gone_stands_before_what_came_in_its_place() -> None:
    assert signs("眠い。重い。食べた。", "眠い。軽い。食べた。\n出た。") == [
        "  眠い。", "- 重い。", "+ 軽い。", "  食べた。", "+ 出た。",
    ]  # fmt: skip
    assert signs("", "a") == ["+ a"]
    assert signs("a", "") == ["- a"]
    assert signs("", "") == []


def test_other_line_breaks_are_no_difference() -> None:
    assert signs("眠い。\n\n重い。", "眠い。重い。 ") == ["  眠い。", "  重い。"]


def test_texts_too_long_to_compare_are_shown_one_after_the_other() -> None:
    ends = ["begin\n", "end\n"]
    old = [f"old {n}\nboth\n" for n in range(MOST_COMPARED)]
    new = [f"new {n}\nboth\n" for n in range(MOST_COMPARED)]
    found = difference("".join([ends[0], *old, ends[1]]), "".join([ends[0], *new, ends[1]]))
    runs = [
        piece.sign for n, piece in enumerate(found) if n == 0 or found[n - 1].sign != piece.sign
    ]
    assert runs == [Sign.SAME, Sign.GONE, Sign.NEW, Sign.SAME]
    assert [piece.text for piece in found if piece.sign is Sign.SAME] == ["begin", "both", "end"]


@settings(max_examples=150)
@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_from_their_difference(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert [p.text for p in pieces if p.sign is not Sign.NEW] == sentences(before)
    assert [p.text for p in pieces if p.sign is not Sign.GONE] == sentences(after)


@settings(max_examples=50)
@given(text=TEXTS)
def test_a_text_has_no_difference_from_itself(text: str) -> None:
    assert all(piece.sign is Sign.SAME for piece in difference(text, text))


@settings(max_examples=150)
@given(before=TEXTS, after=TEXTS)
def test_side_by_side_each_side_is_one_text(before: str, after: str) -> None:
    pairs = list(side_by_side(difference(before, after)))
    assert [left.text for left, _right in pairs if left] == sentences(before)
    assert [right.text for _left, right in pairs if right] == sentences(after)
    assert all(left == right for left, right in pairs if left and left.sign is Sign.SAME)


# Waiting


@pytest.mark.parametrize(
    ("typed", "days"), [("1", 1), ("１０日", 10), ("21 days", 21), ("3 ｄａｙｓ", 3), ("366", 366)]
)
def test_days_between_two_looks_are_taken_in_any_width(typed: str, days: int) -> None:
    assert parse_wait(typed) == days


@pytest.mark.parametrize("typed", ["", "0", "367", "-3", "soon", "1.5", "99999999999"])
def test_what_is_no_such_number_is_refused_with_the_range(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_wait(typed)
    assert refused.value.code is ProblemCode.NOT_IN_RANGE
    assert refused.value.details == {"least": 1, "most": LONGEST_WAIT}
