"""Text as it comes in: made safe, and otherwise left alone."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import (
    LIMIT_BYTES,
    check_size,
    clean,
    fold,
    one_line,
    split_tags,
    tags_in,
)

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
NASTY = st.text(
    "ab \t\n\r\x0b\x0c\x00\x1b\x07\x7f\x85\x9b\x9d\u2028\u2029\u200e\u202e\u2066\u061c\ud800\udfffあ[]</>",
    max_size=30,
)
BIDI = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u061c\u200e\u200f"
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"


def steers(ch: str) -> bool:
    """Whether a character steers a terminal, or cannot be kept at all."""
    return (
        (unicodedata.category(ch) in ("Cc", "Cs") and ch not in "\n\t")
        or unicodedata.bidirectional(ch) in BIDI
        or ch in MARKS
    )


@given(text=ANYTHING | NASTY)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not [ch for ch in clean(text) if steers(ch)]


@given(text=ANYTHING | NASTY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@given(text=ANYTHING | NASTY)
def test_everything_else_stays_as_typed_and_in_its_order(text: str) -> None:
    kept = [ch for ch in text if not steers(ch) and ch not in LINE_ENDS]
    assert [ch for ch in clean(text) if ch != "\n"] == kept


@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"))))
def test_ordinary_text_comes_back_the_same(text: str) -> None:
    assert clean(text) == text


@given(text=ANYTHING | NASTY)
def test_one_line_is_one_line_without_space_at_its_ends(text: str) -> None:
    line = one_line(text)
    assert line == line.strip()
    assert not re.search(r"[\n\t]|  ", line)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b31mred", "31mred"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("[/] [red] ]]> <b>", "[/] [red] ]]> <b>"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("half \ud83d a letter", "half  a letter"),
        ("👩‍👩‍👧 が", "👩‍👩‍👧 が"),
        ("ｶﾞﾊﾟ ＡＢＣ　①", "ｶﾞﾊﾟ ＡＢＣ　①"),
        ("\u200bzero\ufeff", "\u200bzero\ufeff"),
    ],
)
def test_these_texts_are_kept_so(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_one_line_joins_lines_and_full_width_space() -> None:
    assert one_line(" 　a\r\n\tb　　c ") == "a b c"


@pytest.mark.parametrize("letter", ["a", "é", "あ", "😀"])
def test_the_size_counts_bytes_and_is_refused_beyond_the_limit_never_cut(letter: str) -> None:
    size = len(letter.encode())
    fits = letter * (LIMIT_BYTES // size)
    assert check_size(fits) is fits
    with pytest.raises(Problem) as refused:
        check_size(fits + letter)
    assert refused.value.code is ProblemCode.TEXT_TOO_LONG
    assert dict(refused.value.details) == {"size_kib": 257, "limit_kib": 256}


def test_ten_megabytes_are_refused() -> None:
    with pytest.raises(Problem) as refused:
        check_size("x" * 10_000_000)
    assert refused.value.details["size_kib"] == 9766


def test_folding_brings_widths_together() -> None:
    assert fold("３ｇ＃ｶﾞ") == "3g#ガ"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("no tags", ()),
        ("#walk and ＃散歩、#walk again", ("walk", "散歩")),
        ("#一 #二。#三！#四", ("一", "二", "三", "四")),
        ("# alone ## and #", ()),
        ("(#in) 「#ことば」", ("in", "ことば")),
    ],
)
def test_tags_are_found_where_they_are_written_each_once(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        (" #, ＃、 ", ()),
        ("walk sleep", ("walk", "sleep")),
        ("#walk,＃散歩、 sleep　walk", ("walk", "散歩", "sleep")),
    ],
)
def test_a_line_of_tags_is_parted(typed: str, tags: tuple[str, ...]) -> None:
    assert split_tags(typed) == tags


@given(text=ANYTHING)
def test_no_text_breaks_the_tags_and_none_is_empty_or_twice(text: str) -> None:
    for found in (tags_in(text), split_tags(text)):
        assert all(found)
        assert len(set(found)) == len(found)
