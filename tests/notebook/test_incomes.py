"""Income in the notebook: kept in the year of payment, corrected in the open, the first one marked."""

from __future__ import annotations

from datetime import date

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, only

from stepup.domain.income import FirstIncome
from stepup.domain.income_entry import Entry
from stepup.domain.problem import Problem, ProblemCode


def test_an_entry_lies_in_the_year_of_payment_whenever_it_was_worked_for(window: Notebook) -> None:
    window.incomes.note(Entry(date(2027, 1, 5), gross=300, worked_on=date(2026, 12, 28)))

    ((key, (shard, document)),) = [item for item in window.live().items() if item[0][0] == "income"]
    assert shard == "2027"
    assert (document["day"], document["worked_on"]) == ("2027-01-05", "2026-12-28")
    assert only(window.incomes.of_year("2027")).id == key[1]
    assert window.incomes.of_year("2026") == []


def test_correcting_keeps_the_old_one_and_totals_count_the_newest_only(window: Notebook) -> None:
    kept = window.incomes.note(Entry(DAY, "Desk", gross=11_000))
    window.clock.move(days=3)
    after = window.incomes.correct(kept, Entry(DAY, "Desk", gross=11_000, fee=2_420))

    assert [one.net for one in window.incomes.all()] == [8_580]
    assert [(one.net, one.corrected_at) for one in after.earlier] == [(11_000, window.clock.at)]
    assert window.incomes.correct(after, Entry(DAY, "Desk", gross=11_000, fee=2_420)) == after


def test_a_correction_may_move_an_entry_to_another_year(window: Notebook) -> None:
    kept = window.incomes.note(Entry(DAY, gross=300))
    window.incomes.correct(kept, Entry(date(2025, 12, 31), gross=300))

    assert window.incomes.of_year("2026") == []
    moved = only(window.incomes.of_year("2025"))
    assert [one.day for one in moved.earlier] == [DAY]
    window.book.undo()
    assert only(window.incomes.of_year("2026")) == kept


def test_what_is_filled_in_on_the_day_of_writing_is_no_correction(window: Notebook) -> None:
    window.clock.move(hours=5)  # three in the night, still the same day
    kept = window.incomes.note(Entry(DAY, "Desk", gross=1000))
    after = window.incomes.correct(kept, Entry(DAY, "Desk", gross=1000, fee=220))
    assert after.earlier == ()
    window.clock.move(hours=2)
    assert len(window.incomes.correct(after, Entry(DAY, "Desk", gross=1000, fee=330)).earlier) == 1


def card(window: Notebook) -> FirstIncome:
    first = window.incomes.first
    assert first is not None
    return first


def test_one_yen_lays_out_the_card_once_and_for_all(window: Notebook) -> None:
    window.incomes.note(Entry(DAY, expenses=140))
    assert window.incomes.first is None
    one = window.incomes.note(Entry(DAY, gross=1))
    assert (card(window).income, card(window).paid_on, card(window).closed) == (one.id, DAY, False)

    window.incomes.say_then("one more, some day")
    window.incomes.close_card()
    window.incomes.note(Entry(DAY, gross=2))
    window.incomes.take_away(one)
    assert (card(window).closed, card(window).then) == (True, "one more, some day")


def test_undoing_the_first_pay_takes_its_card_with_it(window: Notebook) -> None:
    window.incomes.note(Entry(DAY, gross=1))
    window.book.undo()
    assert window.incomes.first is None
    assert window.incomes.note(Entry(DAY, gross=5)).id == card(window).income


def test_a_pay_of_another_year_is_not_the_first_again(window: Notebook, opened: Opener) -> None:
    first = window.incomes.note(Entry(date(2020, 1, 1), gross=1))
    window.incomes.close_card()
    window.save()
    other = opened(name="b")
    other.incomes.note(Entry(DAY, gross=2))
    assert card(other).income == first.id


def test_every_entry_is_found_over_the_years_and_again_after_a_change(
    window: Notebook, opened: Opener
) -> None:
    for year in range(2010, 2027):
        window.incomes.note(Entry(date(year, 3, 1), "Desk", gross=year))
    window.save()
    other = opened(name="b")
    assert [one.gross for one in other.incomes.all()] == list(range(2026, 2009, -1))
    other.incomes.note(Entry(BEFORE, gross=7))
    assert other.incomes.all()[0].gross == 7
    found = other.incomes.between(date(2024, 3, 1), date(2026, 3, 1))
    assert [one.gross for one in found] == [2026, 2025, 2024]


def test_what_does_not_fit_is_refused_and_changes_nothing(window: Notebook) -> None:
    kept = window.incomes.note(Entry(DAY, gross=100))
    told = len(window.told)
    for entry, code in (
        (Entry(DAY, "a name"), ProblemCode.NOTHING_WRITTEN),
        (Entry(DAY, gross=1, fee=2), ProblemCode.TAKEN_OFF_ABOVE_PAY),
        (Entry(DAY, gross=1, note="あ" * 100_000), ProblemCode.TEXT_TOO_LONG),
    ):
        for act in (window.incomes.note, lambda one: window.incomes.correct(kept, one)):
            with pytest.raises(Problem) as refused:
                act(entry)
            assert refused.value.code is code
    assert len(window.told) == told
    assert window.incomes.all() == [kept]


def test_the_worry_is_a_record_of_its_own_that_search_does_not_show(window: Notebook) -> None:
    window.incomes.note(Entry(DAY, "Desk", gross=1, note="a window seat"))
    window.incomes.write_worry("the rent")

    assert [hit.kind for hits in window.search.find("window") for hit in hits] == ["income"]
    assert [hit.kind for hits in window.search.find("desk") for hit in hits] == ["income"]
    assert [hit for hits in window.search.find("rent") for hit in hits] == []
    window.incomes.write_worry("")
    assert window.incomes.worry is None
