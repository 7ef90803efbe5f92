"""CSV: nothing of the person's becomes a formula, and everything comes back as it was."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.problem import Problem, ProblemCode
from stepup.exchange.csv_text import BOM, decode, encode

STARTS = "=+-@\t\r＝＋－＠"
CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
TRICKY = st.text(st.sampled_from("'=+-@＝－ \u3000\t\r\na1,\""), max_size=6)


@given(st.lists(st.lists(CELLS | TRICKY, min_size=3, max_size=3), max_size=5))
def test_every_text_comes_back_as_it_was(rows: list[list[str]]) -> None:
    header = ["a", "=b", "'c"]
    assert decode(encode(header, rows)) == [header, *rows]


@given(TRICKY)
def test_no_text_that_is_written_begins_like_a_formula(text: str) -> None:
    data = encode([], [[text, 0]]).decode("utf-8-sig")
    written = next(row for row in csv.reader(io.StringIO(data, newline="")) if row)[0]
    assert written.lstrip(" \u3000\u00a0\n")[:1] not in set(STARTS)


def test_numbers_stay_numbers_below_nothing_too() -> None:
    written = encode(["n"], [[-5], [Decimal("-12.50")], [0], [None]])
    assert written == BOM + b'n\r\n-5\r\n-12.50\r\n0\r\n""\r\n'


def test_it_begins_with_the_mark_and_ends_lines_with_cr_and_lf() -> None:
    written = encode(["作業日", "メモ"], [["2026-05-20", "一行\n二行"]])
    assert written == BOM + '作業日,メモ\r\n2026-05-20,"一行\n二行"\r\n'.encode()


def test_a_text_as_long_as_an_entry_may_be_comes_back() -> None:
    text = "あ" * (256 * 1024 // 3)
    assert decode(encode(["a"], [[text]])) == [["a"], [text]]


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b'a,"b', b"a\r\n" + b"x" * 17_000_000])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(Problem) as refused:
        decode(data)
    assert refused.value.code is ProblemCode.NOT_A_TABLE
