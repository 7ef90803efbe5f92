"""Promises, pieces, strengths, practice, learning, cards and papers, as the notebook keeps them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.notebook.support import DAY, Notebook, only

from stepup.domain.card import Occasion
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.promise import Promise, PromiseState
from stepup.domain.strength import Side
from stepup.notebook.day_record import DayRecords


def promised(n: Notebook, text: str = "ten captions") -> Promise:
    promise = n.promises.add(text)
    assert promise is not None
    return promise


def test_the_nearest_promise_comes_first(window: Notebook) -> None:
    for text, due in (("c", ""), ("b", "2026-08-01"), ("a", "2026-06-01"), ("d", "")):
        window.promises.set_due(promised(window, text), due)
    assert [one.text for one in window.promises.open()] == ["a", "b", "c", "d"]


def test_a_promise_that_closed_is_found_in_its_year_and_leaves_core(window: Notebook) -> None:
    promise = promised(window)
    after = window.promises.set_state(promise, PromiseState.HANDED_OVER)
    assert window.promises.open() == []
    assert window.promises.closed("2026") == [after]
    assert window.promises.find(promise.id, "2026") == after
    assert window.promises.find(promise.id) is None


def test_nothing_typed_promises_makes_and_says_nothing(window: Notebook) -> None:
    assert window.promises.add("  ") is None
    assert window.pieces.add("\n") is None
    assert window.strengths.add(Side.LIKE, "") is None
    assert window.strengths.practise(DAY, " ") is None
    assert window.strengths.learn("") is None
    assert window.cards.add(Occasion.PHONE, "") is None
    assert window.cards.begin("") is None
    assert window.told == []


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "61"])
def test_a_day_that_is_none_is_refused_and_nothing_changes(window: Notebook, typed: str) -> None:
    promise = promised(window)
    with pytest.raises(Problem) as refused:
        window.promises.set_due(promise, typed)
    assert refused.value.code is ProblemCode.NOT_A_DATE
    assert window.promises.open() == [promise]


def test_a_promise_keeps_its_message_its_ticks_and_its_day_when_it_closes(
    window: Notebook,
) -> None:
    promise = window.promises.set_due(promised(window), "2026-06-01")
    promise = window.promises.add_agreed(promise, "as one file")
    promise = window.promises.tick(promise, 0)
    promise = window.promises.write_message(promise, "One day more, please.")
    closed = window.promises.set_state(promise, PromiseState.HANDED_OVER)
    assert (closed.message, closed.due) == ("One day more, please.", date(2026, 6, 1))
    assert only(closed.agreed).done


def test_pieces_come_newest_first_and_those_without_a_day_last(window: Notebook) -> None:
    for title, day in (("old", "2024-01-01"), ("new", "2026-05-01"), ("undated", "")):
        piece = window.pieces.add(title)
        assert piece is not None
        window.pieces.set_made_on(piece, day)
    assert [piece.title for piece in window.pieces.all()] == ["new", "old", "undated"]


def test_a_piece_moves_with_its_day_and_is_never_in_two_places(window: Notebook) -> None:
    piece = window.pieces.add("a map")
    assert piece is not None
    for typed in ("2024-02-29", "2026-01-01", ""):
        piece = window.pieces.set_made_on(piece, typed)
        window.live()  # fails when it stands twice
    assert [one.title for one in window.pieces.undated()] == ["a map"]


def test_lines_about_oneself_stand_apart_by_what_they_say(window: Notebook) -> None:
    for side in Side:
        window.strengths.add(side, f"about {side}")
    for side in Side:
        assert only(window.strengths.all(side)).text == f"about {side}"
    assert len(window.strengths.all()) == len(Side)


def test_practice_of_a_year_is_read_from_that_year_alone(root: Path) -> None:
    window = Notebook(root)
    for year in (2019, 2025, 2026):
        window.strengths.practise(date(year, 3, 1), f"knots {year - 2000}分")
    window.close()
    later = Notebook(root)
    assert only(later.strengths.practices("2025")).minutes == 25
    assert "2019" not in later.disk.read_files
    later.close()


def test_a_practice_is_corrected_as_it_is_typed(window: Notebook) -> None:
    practice = window.strengths.practise(DAY, "knots")
    assert practice is not None
    after = window.strengths.correct(practice, "knots 1 h 5 min")
    assert after is not None
    assert (after.text, after.minutes) == ("knots", 65)


def test_what_one_learns_ends_and_is_taken_up_again(window: Notebook) -> None:
    learning = window.strengths.learn("knots")
    assert learning is not None
    ended = window.strengths.end(learning)
    assert window.strengths.learning() == []
    assert window.strengths.learnt("2026") == [ended]
    window.strengths.end(ended, ended=False)
    assert only(window.strengths.learning()) == learning


def test_cards_stand_by_occasion_in_the_order_of_writing(window: Notebook) -> None:
    for question in ("your name?", "what about?"):
        window.cards.add(Occasion.PHONE, question)
    window.cards.add(Occasion.FAMILY, "what now?")
    assert [card.question for card in window.cards.cards(Occasion.PHONE)] == [
        "your name?",
        "what about?",
    ]
    assert len(window.cards.cards()) == 3


def test_a_day_tells_what_was_practised_made_and_promised_to_its_end(window: Notebook) -> None:
    window.strengths.practise(DAY, "knots")
    piece = window.pieces.add("a map")
    assert piece is not None
    window.pieces.set_made_on(piece, DAY.isoformat())
    window.promises.set_state(promised(window), PromiseState.KEPT)
    records = DayRecords(window.book)
    found = records.on(DAY)
    assert only(found.practices).text == "knots"
    assert only(found.pieces).title == "a map"
    assert only(found.promises).text == "ten captions"
    assert not found.is_blank
    assert records.days(DAY, DAY) == [DAY]
    assert records.on(DAY - timedelta(days=1)).is_blank


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("addresses", "promise"), ("every line", "promise"), ("station", "piece"),
        ("bread", "piece"), ("typing", "strength"), ("drawing", "practice"),
        ("bookkeeping", "learning"), ("knots", "learning"), ("name?", "card"),
        ("sato", "card"), ("about me", "paper"), ("quiet work", "paper"),
    ],
)  # fmt: skip
def test_search_finds_every_word_of_them(furnished: Notebook, query: str, kind: str) -> None:
    hits = [hit for hits in furnished.search.find(query) for hit in hits]
    assert kind in {hit.kind for hit in hits}
