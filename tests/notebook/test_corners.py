"""The quiet corners: what is kept where, what stays closed, what is drawn, what a span shows."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, only, plant, win

from stepup.domain.corner import DRAWER_ITEM, ItemKind
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.span import Span
from stepup.notebook.corners import Corners

HOSTILE = "[/] \x1b]52;c;c2VjcmV0\x07 \u202e<b>\x00"


def hits(window: Notebook, query: str) -> list[str]:
    return [hit.kind for found in window.search.find(query) for hit in found]


# Good news


def test_clippings_stand_newest_first_in_the_year_of_their_day(window: Notebook) -> None:
    for day in (BEFORE, DAY, date(2025, 1, 1)):
        window.corners.clip(day, f"news of {day}")
    assert [one.day for one in window.corners.clippings("2026")] == [DAY, BEFORE]
    assert [one.day for one in window.corners.clippings("2025")] == [date(2025, 1, 1)]


def test_a_clipping_says_where_it_is_from(window: Notebook) -> None:
    clipping = window.corners.clip(DAY, "A bridge was mended.\nIt took a year.")
    assert clipping is not None
    window.corners.name_source(clipping, " the radio \n")
    kept = only(window.corners.clippings("2026"))
    assert (kept.text, kept.source) == (clipping.text, "the radio")
    assert hits(window, "radio") == ["clipping"]


@pytest.mark.parametrize("text", ["", " \n", "\x1b\x07"])
def test_nothing_written_puts_nothing_in_anywhere(window: Notebook, text: str) -> None:
    assert window.corners.clip(DAY, text) is None
    assert window.corners.lay_by(DAY, text) is None
    assert window.corners.put_in(text) is None
    assert window.told == []


def test_what_steers_a_terminal_is_kept_in_no_corner(window: Notebook) -> None:
    window.corners.clip(DAY, HOSTILE)
    window.corners.lay_by(DAY, HOSTILE)
    window.corners.put_in(HOSTILE)
    window.own_numbers.add(HOSTILE, "0-10")
    window.reviews.leave(DAY, Span(DAY, DAY), "keep", HOSTILE)
    kept = str(window.live())
    assert not {"\x1b", "\x07", "\u202e", "\x00"} & set(kept)
    assert kept.count("<b>") == 5


# To open later


def test_what_is_not_opened_is_found_by_no_search_and_what_is_opened_is(
    window: Notebook, opened: Opener
) -> None:
    later = window.corners.lay_by(DAY, "a needle in a letter")
    assert later is not None
    assert hits(window, "needle") == []
    window.save()
    assert hits(window, "needle") == []
    assert hits(opened(name="b"), "needle") == []
    window.corners.open(later, DAY)
    assert hits(window, "needle") == ["later"]
    window.save()
    assert hits(opened(name="c"), "needle") == ["later"]
    window.corners.close_again(only(window.corners.opened("2026")))
    assert hits(window, "needle") == []


def test_what_is_opened_leaves_core_for_the_year_in_which_it_was_put_in(window: Notebook) -> None:
    later = window.corners.lay_by(date(2025, 12, 31), "a letter")
    assert later is not None
    assert window.live()["later", later.id][0] == "core"
    window.corners.open(later, DAY)
    assert window.live()["later", later.id][0] == "2025"
    assert window.corners.closed() == []
    assert only(window.corners.opened("2025")).opened_on == DAY


def test_a_day_before_which_one_would_rather_not_see_it_hinders_nothing(window: Notebook) -> None:
    window.corners.lay_by(DAY, "a letter")
    window.corners.not_before(only(window.corners.closed()), "2027年1月1日")
    later = only(window.corners.closed())
    assert later.not_before == date(2027, 1, 1)
    window.corners.open(later, DAY)
    window.corners.close_again(only(window.corners.opened("2026")))
    window.corners.not_before(only(window.corners.closed()), "")
    assert only(window.corners.closed()).not_before is None


def test_what_is_closed_stands_in_the_order_of_putting_in(window: Notebook) -> None:
    for day, text in ((DAY, "b"), (DAY, "c"), (BEFORE, "a")):
        window.corners.lay_by(day, text)
    assert [later.text for later in window.corners.closed()] == ["a", "b", "c"]


# The drawer


def test_the_drawer_gives_what_the_chooser_picks_and_never_the_same_twice(
    window: Notebook,
) -> None:
    corners = Corners(window.book, random.Random(3).randrange)
    assert corners.draw() is None
    for number in range(4):
        corners.put_in(f"line {number}")
    drawn, last = [], None
    for _turn in range(40):
        item = corners.draw(last)
        assert item is not None
        assert item.id != last
        last = item.id
        drawn.append(item.text)
    assert set(drawn) == {f"line {number}" for number in range(4)}


def test_words_that_lie_in_the_drawer_are_not_put_in_twice(window: Notebook) -> None:
    window.corners.put_in_words_of("washed a cup", ItemKind.WIN)
    window.corners.put_in_words_of("washed a cup", ItemKind.WIN)
    assert only(window.corners.drawer()).what is ItemKind.WIN
    with pytest.raises(Problem) as refused:
        window.corners.put_in_words_of(" ")
    assert refused.value.code is ProblemCode.NOTHING_WRITTEN


def test_an_item_that_is_too_long_is_refused_whole(window: Notebook) -> None:
    item = window.corners.put_in("x" * DRAWER_ITEM)
    with pytest.raises(Problem) as refused:
        window.corners.put_in("x" * (DRAWER_ITEM + 1), before=item)
    assert refused.value.code is ProblemCode.TOO_MANY_CHARACTERS
    assert only(window.corners.drawer()) == item


def test_everything_in_the_corners_is_found_but_what_is_closed(window: Notebook) -> None:
    window.corners.clip(DAY, "a needle")
    window.corners.put_in("a needle")
    window.own_numbers.add("needles", "0-10")
    window.reviews.leave(DAY, Span(BEFORE, DAY), "let_go", "the needle")
    window.corners.lay_by(DAY, "a needle")
    assert sorted(hits(window, "needle")) == ["clipping", "drawer_item", "own_number", "review"]


# Looking back


def years(root: Path, *numbers: int) -> None:
    plant(root, *((f"{y}", "win", win(f"w{y}", date(y, 5, 1), f"in {y}")) for y in numbers))


def test_a_span_reads_core_and_the_years_it_touches_and_no_other(
    root: Path, opened: Opener
) -> None:
    years(root, *range(1977, 2027))
    window = opened()
    window.reviews.happened(Span(date(2026, 5, 1), DAY))
    assert set(window.disk.read_files) <= {"core", "2026"}
    found = window.reviews.happened(Span(date(1997, 12, 31), date(2005, 6, 1)))
    read = [name for name in window.disk.read_files if name != "core"]
    assert read == ["2026", *(f"{year}" for year in range(2005, 1996, -1))]
    assert [one.day.year for one in found.wins] == list(range(2005, 1997, -1))


def test_a_span_tells_what_stands_in_it_newest_first_and_nothing_beside_it(
    window: Notebook,
) -> None:
    for day in (date(2026, 5, 24), BEFORE, DAY, date(2026, 6, 1)):
        window.days.add_win(day, f"win of {day}")
        window.days.add_win(day, f"tea on {day}", for_someone=True)
        window.journal.write(day, f"entry of {day}")
        window.corners.clip(day, f"news of {day}")
    away = window.journal.write(DAY, "not to be read again")
    assert away is not None
    window.journal.close(away)
    window.goals.half(window.goals.add("walk"), BEFORE)
    window.goals.done(window.goals.add("drink water"), DAY)
    window.goals.add("only laid out", chosen_for=DAY)
    window.stages.turn_here("breathe", date(2026, 5, 1))
    found = window.reviews.happened(Span(date(2026, 5, 25), DAY))
    assert [one.text for one in found.wins] == [f"win of {DAY}", f"win of {BEFORE}"]
    assert [one.text for one in found.for_someone] == [f"tea on {DAY}", f"tea on {BEFORE}"]
    assert [one.text for one in found.entries] == [f"entry of {DAY}", f"entry of {BEFORE}"]
    assert [one.text for one in found.clippings] == [f"news of {DAY}", f"news of {BEFORE}"]
    assert [one.text for one in found.done] == ["drink water"]
    assert [one.text for one in found.half] == ["walk"]
    assert found.stages == ("breathe",)
    assert found.recorded == 2


def test_a_span_without_anything_is_empty_and_not_counted_against(window: Notebook) -> None:
    found = window.reviews.happened(Span(BEFORE, DAY))
    assert found.recorded == 0
    assert not any((found.wins, found.for_someone, found.done, found.half, found.attempts,
                    found.entries, found.clippings, found.stages))  # fmt: skip


def test_lines_left_with_a_span_are_one_look_back_and_without_any_it_is_gone(
    window: Notebook,
) -> None:
    span = Span(BEFORE, DAY)
    review = window.reviews.leave(DAY, span, "sentence", "It was grey.")
    review = window.reviews.leave(DAY, span, "keep", "tea", review)
    assert only(window.reviews.of_year("2026")) == review
    assert review is not None
    assert window.reviews.of_span(span, "2026") == review
    assert window.reviews.of_span(Span(DAY, DAY), "2026") is None
    assert review.lines == ("It was grey.", "tea")
    for field in ("sentence", "keep"):
        review = window.reviews.leave(DAY, span, field, "", review)
    assert review is None
    assert window.reviews.of_year("2026") == []


def test_a_line_left_empty_from_the_start_is_no_change(window: Notebook) -> None:
    assert window.reviews.leave(DAY, Span(DAY, DAY), "keep", " ") is None
    assert window.told == []
