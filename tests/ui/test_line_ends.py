"""Lines of Japanese end where a careful printer would end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stepup.ui.widgets.layout import Spec, lay_out
from stepup.ui.widgets.line_ends import CLOSING, OPENING, broken, has_wide

WORDS = st.text("あい漢字、。「」（）A4 b-　", max_size=60)


@given(WORDS, st.integers(8, 40))
def test_nothing_is_lost_and_every_line_fits(words: str, room: int) -> None:
    lines = broken(words, room)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(cell_len(line) <= room for line in lines)


@given(st.text("あい漢字、。「」", max_size=60).map("あ".join), st.integers(12, 40))
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(words: str, room: int) -> None:
    lines = broken(words, room)
    assert not any(line[0] in CLOSING for line in lines[1:] if line)
    assert not any(line[-1] in OPENING for line in lines[:-1] if line)


def test_a_full_stop_never_stands_at_the_beginning_of_a_full_line() -> None:
    assert broken("鍵がかかります。このあとも同じです。", 14) == [
        "鍵がかかりま", "す。このあとも", "同じです。",
    ]  # fmt: skip


def test_a_latin_word_stays_whole_and_the_line_goes_on_behind_it() -> None:
    assert broken("開くと、A4 に印刷できます。", 16) == ["開くと、A4 に印", "刷できます。"]
    assert broken("ことば abcdefgh です", 12) == ["ことば", "abcdefgh で", "す"]


def test_the_sign_of_a_key_takes_the_kana_behind_it_along() -> None:
    assert broken("すぐに隠せます。Enter で戻ります。", 22) == [
        "すぐに隠せます。",
        "Enter で戻ります。",
    ]
    lines, _spots = lay_out(
        Spec("told", text="何も入りません。Space で入れる・外す、Enter で中", wide=True), 27, None
    )
    assert [line.plain.strip() for line in lines] == [
        "何も入りません。Space で入",
        "れる・外す、Enter で中",
    ]


def test_what_is_too_long_for_a_line_is_cut() -> None:
    assert broken("あ" + "x" * 20, 8) == ["あ", "x" * 8, "x" * 8, "x" * 4]


def test_only_words_with_wide_letters_are_broken_so() -> None:
    assert has_wide("目標")
    assert not has_wide("a goal")


@pytest.mark.parametrize(
    ("text", "after", "width", "shown"),
    [
        ("相談先", "今日いちばん話したいこと、暮らしのリズム", 40, "相談先  今日いちばん話した…"),
        ("Write down all of it", "a shop", 32, "Write down…  a shop"),
        ("Write down all of it", "a shop with a long name", 40, "Write down a…  a shop with…"),
        ("Write", "a shop", 32, "Write  a shop"),
    ],
)
def test_a_line_that_is_cut_is_cut_at_the_end_of_its_words_and_of_what_is_behind_them(
    text: str, after: str, width: int, shown: str
) -> None:
    lines, _spots = lay_out(Spec("cut", text=text, after=after, cut=True), width, None)
    assert [line.plain.strip() for line in lines] == [shown]
    assert lines[0].cell_length <= width


def test_a_line_of_a_page_ends_as_it_should_where_the_window_cuts_before_a_full_stop() -> None:
    text = "鍵がかかります。このあとも同じです。"
    lines, _spots = lay_out(Spec("told", text=text, wide=True), 14, None)
    assert [line.plain for line in lines] == broken(text, 14)


def test_a_latin_word_within_japanese_leaves_no_half_line_empty() -> None:
    text = "開くと、A4 に印刷できますので、どうぞ。"
    lines, _spots = lay_out(Spec("told", text=text, wide=True), 26, None)
    assert [line.plain for line in lines] == broken(text, 26)
    assert lines[0].cell_length > 20
