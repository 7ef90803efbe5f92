"""Handing over: names replaced, the figures of sleep, and what consent holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.share import (
    RULES,
    Audience,
    Consent,
    PageLine,
    PageSection,
    ShareChoice,
    chosen,
    in_turn,
    sections_for,
)
from stepup.domain.share_figures import MONTH, MOST_ROWS, SLOTS, days_per_row, sleep_figures
from stepup.domain.slept import SleepDay, Slept, wall_minute
from stepup.domain.span import Span
from stepup.domain.stand_in import NamesReplaced, StandIn, initial_of

DAY = date(2026, 11, 20)


def slept(start: datetime, hours: float) -> SleepDay:
    minutes = round(hours * 60)
    end = start + timedelta(minutes=minutes)
    return SleepDay((Slept(wall_minute(start), wall_minute(end), minutes),))


# Names


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("About Tanaka and TANAKA", "About T and T"),
        ("Ｔａｎａｋａ came", "T came"),
        ("Tanakas", "Tanakas"),
        ("田中さんとスズキさん", "担当の人さんとSさん"),
        ("すずき・ｽｽﾞｷ", "S・S"),
        ("田中太郎", "友だち"),
    ],
)
def test_a_name_is_replaced_in_any_width_case_and_kana_and_the_longest_first(
    text: str, after: str
) -> None:
    names = {"Tanaka": "T", "田中": "担当の人", "鈴木": "S", "すずき": "S", "田中太郎": "友だち"}
    replaced = NamesReplaced(StandIn(name=name, put=put) for name, put in names.items())
    assert replaced(text) == after


@given(
    st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=8), st.text(max_size=20)
)
def test_a_name_in_kana_or_kanji_is_nowhere_left(name: str, around: str) -> None:
    stand_in = StandIn(name=f"田{name}中", put="X")
    replaced = NamesReplaced([stand_in])
    assert stand_in.name not in replaced(f"{around}{stand_in.name}{around}")


@pytest.mark.parametrize(
    ("name", "initial"),
    [("Tanaka", "T"), ("ken", "K"), ("ﾀﾅｶ", "T"), ("じゅん", "J"), ("田中", "C"), ("", "C")],
)
def test_an_initial_is_that_of_the_reading_or_a_letter_by_its_turn(name: str, initial: str) -> None:
    assert initial_of(name, 2) == initial


# Sleep


@given(st.integers(1, 5000))
def test_a_month_has_a_row_a_day_and_more_has_whole_weeks_in_14_rows(days: int) -> None:
    per_row = days_per_row(days)
    if days <= MONTH:
        assert per_row == 1
    else:
        assert per_row % 7 == 0
        assert -(-days // per_row) <= MOST_ROWS


def test_a_night_stands_in_the_row_of_the_day_on_whose_noon_it_begins() -> None:
    span = Span(DAY, DAY + timedelta(days=1))
    sleeps = {
        DAY: slept(datetime(2026, 11, 19, 23), 8),
        span.last: slept(datetime(2026, 11, 21, 13), 1),
    }

    figures = sleep_figures(sleeps, span)

    rows = {row.span.first: row for row in figures.rows}
    assert list(rows) == [date(2026, 11, 19), DAY, date(2026, 11, 21)]
    night = rows[date(2026, 11, 19)].asleep
    assert [slot for slot, count in enumerate(night) if count] == list(range(44, 76))
    assert rows[DAY].nights == 0
    assert [slot for slot, count in enumerate(rows[span.last].asleep) if count] == [4, 5, 6, 7]
    assert (figures.recorded, figures.days) == (2, 2)


def test_rows_of_weeks_count_the_nights_slept_at_each_time_of_those_with_a_record() -> None:
    span = Span(DAY - timedelta(days=48), DAY)
    sleeps = {
        DAY - timedelta(days=back): slept(
            datetime.combine(DAY - timedelta(days=back), datetime.min.time()), 6
        )
        for back in (0, 1, 2, 10)
    }
    figures = sleep_figures(sleeps, span)

    assert figures.per_row == 7
    assert [row.nights for row in figures.rows[-2:]] == [1, 3]
    assert max(figures.rows[-1].asleep) == 3
    assert figures.rows[-1].span.last == DAY
    assert len(figures.rows) == 7


@given(st.integers(MONTH + 1, 1500))
def test_rows_of_weeks_begin_and_end_with_the_days_asked_for(days: int) -> None:
    span = Span(DAY - timedelta(days=days - 1), DAY)
    before = span.first - timedelta(days=1)
    sleeps = {before: slept(datetime.combine(before, datetime.min.time()), 6)}
    rows = sleep_figures(sleeps, span).rows
    assert (rows[0].span.first, rows[-1].span.last) == (span.first, span.last)
    assert sum(len(row.span) for row in rows) == days
    assert not any(row.nights for row in rows)


def test_a_night_awake_is_a_record_and_no_sleep() -> None:
    figures = sleep_figures({DAY: SleepDay((), sleepless=True)}, Span(DAY, DAY))
    assert [(row.nights, row.awake) for row in figures.rows] == [(1, 1), (0, 0)]
    assert figures.rows[0].asleep == (0,) * SLOTS


# Consent


def test_sections_stand_in_one_order_for_everyone() -> None:
    for audience in Audience:
        order = [list(PageSection).index(section) for section in sections_for(audience)]
        assert order == sorted(order)
        assert set(sections_for(audience)) == set(RULES[audience])


def test_a_consent_holds_only_what_there_is_for_its_audience() -> None:
    everything = frozenset(PageSection)
    for audience in Audience:
        consent = Consent(audience, Span(DAY, DAY), everything, two_pages=True)
        assert set(consent.in_order) == set(RULES[audience])
    assert Consent(Audience.FAMILY, Span(DAY, DAY)).in_order == []


def test_only_the_lines_with_the_ids_are_chosen_in_the_order_in_which_they_are_offered() -> None:
    lines = [PageLine(name, name) for name in "abc"]
    assert [line.id for line in chosen(lines, ["c", "a", "z"])] == ["a", "c"]


def test_words_for_a_section_are_replaced_and_taken_away() -> None:
    choice = ShareChoice(id="family").with_words(PageSection.TODAY, "soup")
    assert choice.words_for(PageSection.TODAY) == "soup"
    assert choice.words_for(PageSection.WINS) == ""
    assert choice.with_words(PageSection.TODAY, "tea").words_for(PageSection.TODAY) == "tea"
    assert choice.with_words(PageSection.TODAY, " \n").words == ()


def test_what_is_hard_and_what_would_help_are_put_in_by_turns_and_others_as_they_are_offered() -> (
    None
):
    tags = ("difficulty", "difficulty", "difficulty", "would_help")
    lines = [PageLine(str(number), "x", tag=tag) for number, tag in enumerate(tags)]
    assert [line.id for line in in_turn(lines, PageSection.NEEDS)] == ["0", "3", "1", "2"]
    assert in_turn(lines, PageSection.STRENGTHS) == lines
    assert in_turn([], PageSection.NEEDS) == []
