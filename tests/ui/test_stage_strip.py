"""The pictures of a stage: the right days in the right cells, in braille and in plain ASCII."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stepup.domain.gathering import TwelveMonths
from stepup.domain.stage import Being
from stepup.ui.widgets.stage_strip import ease_rows, ease_steps, month_ruler, presence_strip

MONTHS = TwelveMonths.until(date(2024, 12, 15)).months
SOME_DAYS = st.dictionaries(
    st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.sampled_from([Being.HERE, Being.RESTING])
)


def stretch(first: date, last: date, how: Being = Being.HERE) -> dict[date, Being]:
    return {first + timedelta(days=n): how for n in range((last - first).days + 1)}


@pytest.mark.parametrize(
    ("per_month", "expected"),
    [
        (4, "1   2   3   4   5   6   7   8   9   10  11  12"),
        (3, "1  2  3  4  5  6  7  8  9  10 11 12"),
        (2, "1     4     7     10"),
        (1, "1  4  7  10"),
    ],
)
def test_the_months_are_named_where_their_cells_begin(per_month: int, expected: str) -> None:
    assert month_ruler(MONTHS, per_month) == expected


def test_being_there_fills_the_cells_of_its_days_and_no_others() -> None:
    days = stretch(date(2024, 2, 1), date(2024, 2, 29))
    assert presence_strip(days, MONTHS, 4, ascii_only=False) == "    ⣤⣤⣤⣤"
    assert presence_strip(days, MONTHS, 4, ascii_only=True) == "    ===="
    half = stretch(date(2024, 1, 1), date(2024, 1, 16))
    assert presence_strip(half, MONTHS, 1, ascii_only=False) == "⡄"


def test_resting_is_drawn_lower_and_being_awake_goes_before_it_in_one_cell() -> None:
    days = stretch(date(2024, 1, 1), date(2024, 1, 31), Being.RESTING)
    assert presence_strip(days, MONTHS, 2, ascii_only=False) == "⣀⣀"
    assert presence_strip(days, MONTHS, 2, ascii_only=True) == "--"
    days[date(2024, 1, 31)] = Being.HERE
    assert presence_strip(days, MONTHS, 2, ascii_only=False) == "⣀⣠"
    assert presence_strip(days, MONTHS, 2, ascii_only=True) == "-="


@given(days=SOME_DAYS, per_month=st.integers(1, 6))
def test_a_strip_is_blank_but_for_days_and_never_longer_than_its_months(
    days: dict[date, Being], per_month: int
) -> None:
    within = [day for day in days if day.year == 2024]
    for ascii_only in (False, True):
        strip = presence_strip(days, MONTHS, per_month, ascii_only=ascii_only)
        assert cell_len(strip) <= 12 * per_month
        assert bool(strip.strip()) == bool(within)
        assert not ascii_only or strip.isascii()


def test_each_number_of_ease_has_a_height_of_its_own_the_easiest_on_top() -> None:
    days = [date(2024, month, 1) for month in range(1, 12)]
    rows = ease_rows({day: day.month - 1 for day in days}, MONTHS, 1, ascii_only=False)
    heights = []
    for column in range(11):
        dots = [
            (row, rows[row][column]) for row in range(3) if rows[row][column : column + 1].strip()
        ]
        ((row, dot),) = dots
        heights.append((2 - row, {"⡀": 0, "⠄": 1, "⠂": 2, "⠁": 3}[dot]))
    assert heights == sorted(set(heights))
    assert heights[0] == (0, 0)
    assert heights[-1] == (2, 3)
    plain = ease_rows({day: day.month - 1 for day in days}, MONTHS, 1, ascii_only=True)
    assert [line.strip()[-1] for line in plain] == ["'", "'", "'"]
    assert plain[2][0] == "."


def test_numbers_of_ease_stand_side_by_side() -> None:
    assert ease_steps([0, 2, 5, 8, 10], ascii_only=False) == "⡀⡀⣤⣶⣿"
    assert ease_steps([0, 10], ascii_only=True) == ".#"
    assert ease_steps([], ascii_only=False) == ""
