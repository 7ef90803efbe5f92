"""Words are found again however they were typed: any width, any case, either kind of kana."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.text import one_line, search_source

HIRAGANA = [chr(code) for code in range(0x3041, 0x3095)]
SIGNS = [chr(code) for code in range(0x20, 0x7F)]
WIDE_SPACE = "\u3000"


def half_widths() -> dict[str, str]:
    """Katakana -> half-width, voiced ones as two characters."""
    single = [chr(code) for code in range(0xFF66, 0xFF9E)]
    voiced = [half + mark for half in single for mark in "ﾞﾟ"]
    whole = {unicodedata.normalize("NFKC", half): half for half in (*single, *voiced)}
    return {kana: half for kana, half in whole.items() if len(kana) == 1}


HALF = half_widths()


def katakana(ch: str) -> str:
    return chr(ord(ch) + 0x60) if "ぁ" <= ch <= "ゖ" else ch


def ways(ch: str) -> list[str]:
    """Every way in which a character may stand in a text."""
    if ch == " ":
        return [" ", WIDE_SPACE]
    kata = katakana(ch)
    wide = chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" else ch
    found = {ch, kata, HALF.get(kata, kata), wide, ch.upper(), ch.lower()}
    found |= {wide.upper(), wide.lower()}
    return sorted(found)


def finds(query: str, text: str) -> bool:
    """Whether a query finds a text; text and UTF-8 bytes must agree on it."""
    source = search_source(query)
    in_text = re.search(source, text) is not None
    in_bytes = re.search(source.encode(), text.encode()) is not None
    assert in_text == in_bytes
    return in_text


@given(
    pairs=st.lists(
        st.sampled_from([*HIRAGANA, *SIGNS, *"漢字日記ー、。ゝ"]).flatmap(
            lambda ch: st.tuples(st.sampled_from(ways(ch)), st.sampled_from(ways(ch)))
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_way_of_typing_finds_every_other(pairs: list[tuple[str, str]]) -> None:
    query = one_line("".join(one for one, _ in pairs))
    text = "".join(other for _, other in pairs)
    text = re.sub(r"\s{2,}", " ", text).strip()  # as in the query: runs of space count as one
    assert finds(query, "前" + text + "後")


@given(query=st.text(st.characters(exclude_categories=()), max_size=12))
def test_every_text_is_found_in_itself(query: str) -> None:
    line = one_line(query)
    assert finds(query, line)
    assert finds(query, f"x{line}y")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("きろく", "キロク"),
        ("キロク", "きろく"),
        ("きろく", "ｷﾛｸ"),
        ("がっこう", "ｶﾞｯｺｳ"),
        ("ｶﾞｯｺｳ", "がっこう"),
        ("ぱん", "ﾊﾟﾝ"),
        ("ゔぃ", "ｳﾞｨ"),
        ("ガ", "ｶﾞ"),
        ("stepup", "ＳｔｅｐＵＰ"),
        ("ＳＴＥＰ", "step"),
        ("１２", "12"),
        ("Ω", "ω"),
        ("ёлка", "ЁЛКА"),
        ("café", "CAFÉ"),
        ("散歩　した", "散歩 した"),
        ("散歩 した", "散歩　した"),
        ("㍿", "㍿"),
        ("㍿", "株式会社"),
        ("①", "1"),
        ("Straße", "Straße"),
    ],
)
def test_these_find_each_other(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("か", "が"),
        ("ガ", "カ"),
        ("a.c", "abc"),
        ("a*", "b"),
        ("[a]", "a"),
        ("つ", "っ"),
        ("abc", "ab c"),
    ],
)
def test_these_do_not_find_each_other(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    "query", [".", "*", "+?", "[", "](", "\\", "^$", "{2}", "|", "(?i)", '"', "'"]
)
def test_signs_of_expressions_are_signs(query: str) -> None:
    assert finds(query, f"あ{query}い")
    assert not finds(query, "あい")


@pytest.mark.parametrize("query", ["", "  ", "\n", "\x1b\x07", "\u202e"])
def test_nothing_asked_is_nothing_to_look_for(query: str) -> None:
    assert search_source(query) == ""


def test_a_whole_pasted_page_is_looked_for_as_it_is() -> None:
    page = "[日記](.*)" * 3_000
    assert finds(page, page)
    assert len(search_source(page)) < 3 * len(page)
