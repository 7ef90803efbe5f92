"""`stepup show` and the export cover promises, pieces, practice, learning, cards and papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.cli.support import TODAY, Caller, EveningClock

from stepup.domain.card import Occasion
from stepup.domain.profile import LookAway
from stepup.domain.promise import PromiseState
from stepup.domain.strength import Side
from stepup.notebook.book import open_book
from stepup.notebook.cards import Cards
from stepup.notebook.pieces import Pieces
from stepup.notebook.profile import Profile
from stepup.notebook.promises import Promises
from stepup.notebook.strengths import Strengths


@pytest.fixture
def worked(vault: Path) -> Path:
    """A day on which something of everything was written."""
    book = open_book(vault, clock=EveningClock(), settle=60)
    promises, pieces, strengths, cards = Promises(book), Pieces(book), Strengths(book), Cards(book)
    kept, still_open = promises.add("見本の絵"), promises.add("説明文")
    assert kept is not None
    assert still_open is not None
    promises.set_due(kept, TODAY)
    promises.set_state(promises.open()[0], PromiseState.KEPT)
    promises.set_spare(promises.set_due(still_open, "2026-11-25"), "2")
    piece = pieces.add("駅の絵")
    assert piece is not None
    pieces.say(pieces.set_made_on(piece, TODAY), "part", "線")
    strengths.practise(date.fromisoformat(TODAY), "お絵かき 20分")
    learning = strengths.learn("簿記")
    assert learning is not None
    strengths.say(learning, "with_whom", "図書館")
    strengths.add(Side.LIKE, "古い家")
    card = cards.add(Occasion.FAMILY, "最近は")
    assert card is not None
    cards.answer(card, "card-secret")
    paper = cards.begin("自己紹介")
    assert paper is not None
    cards.write(paper, "paper-secret")
    assert book.close()
    return vault


def test_what_belongs_to_a_day_is_shown_as_lines_and_what_goes_on_below(
    call: Caller, worked: Path
) -> None:
    lines = call("show").text.splitlines()
    assert [line for line in lines if line] == [
        "Sunday, 22 November 2026",
        "Practice: お絵かき 20 min",
        "A piece: 駅の絵 (線)",
        "Promise, as agreed: 見本の絵",
        "Promise: 説明文 (by 25 Nov)",
        "Learning: 簿記 (with 図書館)",
    ]


def test_a_day_by_itself_says_nothing_of_what_goes_on(call: Caller, worked: Path) -> None:
    assert "説明文" not in call("show", TODAY).text


def test_a_day_is_not_named_to_who_looks_away_from_dates(call: Caller, worked: Path) -> None:
    book = open_book(worked, clock=EveningClock())
    Profile(book).look_away(LookAway.DATES)
    assert book.close()
    text = call("show").text
    assert "Promise: 説明文\n" in text
    assert "Nov" not in text


def test_the_json_has_them_as_they_are_kept(call: Caller, worked: Path) -> None:
    whole = call("show", TODAY, "--json").json
    [day] = whole["days"]
    assert [one["minutes"] for one in day["practices"]] == [20]
    assert [one["title"] for one in day["pieces"]] == ["駅の絵"]
    assert [one["state"] for one in day["promises"]] == ["kept"]
    assert [one["due"] for one in whole["open_promises"]] == ["2026-11-25"]
    assert [one["text"] for one in whole["strengths"]] == ["古い家"]
    assert [one["with_whom"] for one in whole["learning"]] == ["図書館"]


@pytest.mark.parametrize("arguments", [("show",), ("show", TODAY), ("show", TODAY, "--json")])
def test_show_prints_nothing_of_cards_and_papers(
    call: Caller, worked: Path, arguments: tuple[str, ...]
) -> None:
    assert "secret" not in call(*arguments).text


def test_the_export_has_every_kind_of_them(call: Caller, worked: Path) -> None:
    records = call("export", "json").json["records"]
    assert records.keys() >= {
        *("promise", "piece", "strength", "practice", "learning", "card", "paper"),
    }
