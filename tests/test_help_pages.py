from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stepup.cli.page import Page, cells, wrapped

LETTERS = "ab 、。かな漢字「」-ー"


def test_a_kanji_takes_two_cells() -> None:
    assert cells("a漢") == 3


@given(st.text(LETTERS, max_size=80), st.integers(10, 40))
def test_wrapping_changes_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())


@given(st.text("ab かな漢字。", max_size=80).filter(lambda text: "。。" not in text))
def test_no_line_is_too_long_and_none_starts_with_a_full_stop(text: str) -> None:
    # A word of Latin letters stays whole; here none is longer than a line.
    lines = wrapped(" ".join(text[n : n + 8] for n in range(0, len(text), 8)).lstrip("。 "), 20)

    assert all(cells(line) <= 20 for line in lines)
    assert not any(line.startswith("。") for line in lines)


def test_english_breaks_between_words() -> None:
    assert wrapped("one two\nthree", 8) == ["one two", "three"]


def test_two_columns_line_up_and_a_long_name_stands_alone() -> None:
    page = Page(width=30)

    page.write_dl([("a", "日本語の長い説明が続きます。"), ("a-rather-long-name", "x")], col_max=8)

    assert page.getvalue().splitlines() == [
        "a         日本語の長い説明が続",
        "          きます。",
        "a-rather-long-name",
        "          x",
    ]


def test_paragraphs_keep_an_empty_line_between_them() -> None:
    page = Page(width=20)

    page.write_text("one\n\ntwo")

    assert page.getvalue() == "one\n\ntwo\n"
