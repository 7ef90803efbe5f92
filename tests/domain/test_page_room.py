"""Room on a page: what a text takes of lines of 36 full-width characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.page_room import LINE, em, ems, taken

TEXT = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=200)


def test_36_full_width_characters_are_a_line_and_one_more_is_two() -> None:
    assert taken(["あ" * 36]).lines == 1
    assert taken(["あ" * 37]).lines == 2
    assert taken(["あ" * 24]).left_of(1) == 12
    assert taken(["あ" * 24]).left_of(3) == 2 * LINE + 12


def test_nothing_leaves_all_the_room() -> None:
    assert taken([]).lines == 0
    assert taken([]).left_of(4) == 4 * LINE
    assert taken([]).fits(0)


def test_too_much_is_told_as_so_many_characters_below_nothing() -> None:
    assert taken(["あ" * 41]).left_of(1) == -5
    assert not taken(["あ" * 41]).fits(1)


def test_each_text_and_each_line_break_begins_a_line() -> None:
    assert taken(["a", "b", "c\nd"]).lines == 4


def test_words_stay_whole_where_a_line_can_hold_them() -> None:
    word = "m" * 20
    assert taken([f"{word} {word}"]).lines == 2
    assert taken([f"{word} {word}"]).last == pytest.approx(20.0)


def test_a_closing_mark_takes_the_letter_before_it_to_the_next_line() -> None:
    one = taken(["あ" * 36 + "。"])
    assert (one.lines, one.last) == (2, 2.0)


@given(TEXT)
def test_no_text_takes_fewer_lines_than_its_length(text: str) -> None:
    found = taken([text])
    assert found.lines >= 1
    assert 0 <= found.last <= LINE + 12
    assert found.lines * LINE + 12 >= ems(text.strip()) - 1e-6 * len(text)


@given(TEXT, TEXT)
def test_more_text_never_takes_less_room(text: str, more: str) -> None:
    assert taken([text + more]).lines >= taken([text]).lines - 1
    assert taken([text, more]).lines == taken([text]).lines + taken([more]).lines


@given(st.characters(exclude_categories=["C"]))
def test_every_character_has_a_width_that_a_line_can_hold(character: str) -> None:
    assert 0 <= em(character) <= LINE
