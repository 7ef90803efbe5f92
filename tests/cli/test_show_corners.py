"""`stepup show` and the export cover the quiet corners, and tell nothing that is still closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.cli.support import TODAY, Caller, EveningClock

from stepup.domain.profile import LookAway
from stepup.domain.span import Span
from stepup.notebook.book import open_book
from stepup.notebook.corners import Corners
from stepup.notebook.own_numbers import OwnNumbers
from stepup.notebook.profile import Profile
from stepup.notebook.review import Reviews

DAY = date.fromisoformat(TODAY)


@pytest.fixture
def corners(vault: Path) -> Path:
    """A day with something in every corner."""
    book = open_book(vault, clock=EveningClock(), settle=60)
    kept, numbers = Corners(book, lambda _count: 0), OwnNumbers(book)
    clipping = kept.clip(DAY, "橋が直った。\n一年かかった。")
    assert clipping is not None
    kept.name_source(clipping, "ラジオ")
    kept.lay_by(DAY, "closed-secret")
    opened = kept.lay_by(DAY, "opened-words")
    assert opened is not None
    kept.open(opened, DAY)
    kept.put_in("drawer-secret")
    pain = numbers.add("痛み", "0-10")
    numbers.note(pain, DAY, "6.5")
    numbers.retire(pain)
    review = Reviews(book).leave(DAY, Span(date(2026, 11, 16), DAY), "sentence", "静かだった。")
    Reviews(book).leave(DAY, Span(date(2026, 11, 16), DAY), "let_go", "早起き", review)
    assert book.close()
    return vault


def test_what_was_kept_on_a_day_is_shown_as_lines(call: Caller, corners: Path) -> None:
    assert call("show", TODAY).text.splitlines() == [
        "Sunday, 22 November 2026",
        "痛み: 6.5",
        "Good news: 橋が直った。",
        "一年かかった。 (ラジオ)",
        "To open later: (closed)",
        "To open later: opened-words",
        "Looking back, 16 Nov - 22 Nov:",
        "  A sentence: 静かだった。",
        "  To let go: 早起き",
    ]


def test_a_span_is_not_named_to_who_looks_away_from_dates(call: Caller, corners: Path) -> None:
    book = open_book(corners, clock=EveningClock())
    Profile(book).look_away(LookAway.DATES)
    assert book.close()
    lines = call("show", TODAY).text.splitlines()
    assert "Looking back:" in lines
    assert not any("Nov" in line for line in lines)


@pytest.mark.parametrize("arguments", [("show",), ("show", TODAY), ("show", TODAY, "--json")])
def test_show_prints_nothing_of_what_is_closed_and_of_the_drawer(
    call: Caller, corners: Path, arguments: tuple[str, ...]
) -> None:
    text = call(*arguments).text
    assert text
    assert "secret" not in text


def test_the_json_of_a_day_has_the_corners_too(call: Caller, corners: Path) -> None:
    whole = call("show", TODAY, "--json").json
    [day] = whole["days"]
    assert [one["source"] for one in day["clippings"]] == ["ラジオ"]
    assert [one["value"] for one in day["own_values"]] == ["6.5"]
    assert [one["let_go"] for one in day["reviews"]] == ["早起き"]
    assert [one["name"] for one in whole["own_numbers"]] == ["痛み"]
    assert [one["text"] for one in day["later"]] == [None, "opened-words"]


def test_the_export_is_whole_with_what_is_closed_too(call: Caller, corners: Path) -> None:
    records = call("export", "json").json["records"]
    assert sorted(one["text"] for one in records["later"]) == ["closed-secret", "opened-words"]
    kinds = {"clipping", "later", "drawer_item", "own_number", "own_value", "review"}
    assert records.keys() >= kinds
