"""Promises, pieces, strengths, cards and drafts as views of Work: what is done there and what is kept."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.ui.support import (
    HARMLESS,
    HOSTILE,
    NARROW,
    TODAY,
    MovableClock,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.card import Card, Occasion, Paper
from stepup.domain.piece import Piece
from stepup.domain.profile import LookAway
from stepup.domain.promise import Promise, PromiseState
from stepup.domain.strength import Learning, Practice, Side, Strength
from stepup.notebook.cards import Cards
from stepup.notebook.pieces import Pieces
from stepup.notebook.profile import Profile
from stepup.notebook.promises import Promises
from stepup.notebook.strengths import Strengths
from stepup.notebook.works import Works
from stepup.ui.screens.search import SearchPage


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


async def go(window: Window, place: str) -> None:
    window.app.do(f"anywhere.{place}")
    await window.settle()


def keys(window: Window, kind: str) -> list[str]:
    return [key for key in window.keys if key.startswith(f"{kind}:")]


def only(window: Window, kind: str) -> str:
    [key] = keys(window, kind)
    return key


async def enter(window: Window, kind: str, part: str = "") -> None:
    """Choose the only line of a kind, or a part of it."""
    await window.go_to(only(window, kind), part)
    await window.press("enter")


async def fill(window: Window, kind: str, words: str) -> None:
    """Fill in the only line of a kind."""
    await enter(window, kind)
    await window.write(words)
    await window.press("enter")


async def promised(folder: Path, *texts: str, due: int | None = None, spare: str = "") -> None:
    """Promise something due in so many days."""
    async with written(folder, settle=60) as book:
        promises = Promises(book)
        for text in texts:
            promise = promises.add(text)
            assert promise is not None
            if due is not None:
                promise = promises.set_due(promise, (TODAY + timedelta(days=due)).isoformat())
            promises.set_spare(promise, spare)


def copied(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(window.app, "copy_to_clipboard", found.append)
    return found


# The way there


async def test_words_that_arrive_at_once_go_into_the_field_of_an_opened_promise(home: Path) -> None:
    await promised(home, "Captions")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        for kind, words in (("due", "１２月３日"), ("client", "あおば"), ("newagreed", "三枚")):
            await window.go_to(only(window, kind))
            await window.paste(words)
            await window.press("enter")
        [kept] = window.kept(Promise, None)
        assert (kept.due, kept.client) == (date(2026, 12, 3), "あおば")
        assert [one.text for one in kept.agreed] == ["三枚"]


async def test_words_that_arrive_at_once_go_into_the_field_of_an_opened_piece(home: Path) -> None:
    async with written(home) as book:
        Pieces(book).add("Station")
    async with opened(home) as window:
        await go(window, "pieces")
        await enter(window, "piece")
        await window.go_to(only(window, "tools"))
        await window.paste("色鉛筆\n")
        await window.press("enter")
        [kept] = window.kept(Piece, None)
        assert (kept.title, kept.tools) == ("Station", "色鉛筆")


async def test_the_day_of_a_promise_needs_no_year(home: Path) -> None:
    await promised(home, "Captions")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        await fill(window, "due", "１２月３日")
        [kept] = window.kept(Promise, None)
        assert kept.due == date(2026, 12, 3)
        await enter(window, "due")
        await window.press("ctrl+u")
        await window.write("来週")
        await window.press("enter")
        assert "A date reads like 12/3 or 2026-12-03." in window.said
        assert window.kept(Promise, None) == [kept]


async def test_v_goes_round_all_views_of_work_and_the_menu_knows_them(home: Path) -> None:
    names = ["WorksPage", "IncomePage", "PromisesPage", "PiecesPage", "StrengthsPage", "CardsPage"]
    async with opened(home) as window:
        await window.press("w")
        for name in [*names, names[0]]:
            assert window.page_name == name
            await window.press("v")
        await window.press("ctrl+p")
        await window.write("やくそく")
        await window.press("down", "enter")
        assert window.page_name == "PromisesPage"


@pytest.mark.parametrize("place", ["promises", "pieces", "strengths", "cards"])
async def test_with_nothing_yet_there_is_a_sentence_and_a_line_to_write_on(
    home: Path, place: str
) -> None:
    async with opened(home, size=NARROW) as window:
        await go(window, place)
        assert window.row("empty").spec.text
        fields = [row for row in window.page.rows.lines if row.spec.text == "_"]
        assert fields
        assert not any(key.startswith(("closed", "years", "head:portfolio")) for key in window.keys)


# Promises


async def test_a_promise_is_made_and_filled_in_by_arrows_and_enter(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "promises")
        await window.go_to("new")
        await window.press("enter")
        await window.paste(HOSTILE)
        await window.press("enter")
        await fill(window, "due", "2026年12月1日")
        await fill(window, "spare", "２日")
        await fill(window, "client", "Ms Yamada")
        await fill(window, "newagreed", "all in one file")
        await window.go_to(keys(window, "agreed")[0], "tick")
        await window.press("enter")
        await window.saved()
        assert "my own day: 29 Nov" in window.said
    [promise] = await stored(home, Promise, None)
    assert promise.text == HARMLESS
    assert (str(promise.due), promise.spare, promise.client) == ("2026-12-01", 2, "Ms Yamada")
    assert [(line.text, line.done) for line in promise.agreed] == [("all in one file", True)]


async def test_a_day_that_is_none_stays_in_its_field_with_one_sentence(home: Path) -> None:
    await promised(home, "ten captions")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        await enter(window, "due")
        await window.write("soon")
        await window.press("enter")
        assert "A date reads like" in window.said
        assert window.field.text == "soon"
        [promise] = window.kept(Promise, None)
        assert promise.due is None


async def test_three_are_in_sight_and_the_others_one_enter_away(home: Path) -> None:
    await promised(home, *"abcde")
    async with opened(home) as window:
        await go(window, "promises")
        assert len(keys(window, "promise")) == 3
        assert window.row("more").spec.text == "2 more"
        await window.go_to("more")
        await window.press("enter")
        assert len(keys(window, "promise")) == 5


async def test_who_looks_away_from_totals_is_not_told_how_many_more(home: Path) -> None:
    await promised(home, *"abcde")
    async with written(home) as book:
        Profile(book).look_away(LookAway.TOTALS)
    async with opened(home) as window:
        await go(window, "promises")
        assert window.row("more").spec.text == "Show more"


@pytest.mark.parametrize("state", ["kept", "handed_over", "let_go"])
async def test_what_became_of_it_is_one_enter_and_undo_brings_it_back(
    home: Path, state: str
) -> None:
    await promised(home, "ten captions")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        await enter(window, "state", state)
        assert window.kept(Promise, None) == []
        [promise] = window.kept(Promise)
        assert promise.state is PromiseState(state)
        await window.press("ctrl+z")
        [promise] = window.kept(Promise, None)
        assert promise.state is PromiseState.OPEN


async def test_a_letter_is_at_hand_once_the_days_to_spare_begin_and_not_before(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await promised(home, "ten captions", due=5, spare="2")
    clock = MovableClock()
    async with opened(home, clock=clock) as window:
        await go(window, "promises")
        assert keys(window, "late") == []
        clock.move(days=3)
        await go(window, "today")
        await go(window, "promises")
        found = copied(window, monkeypatch)
        await enter(window, "late", "copy")
        await window.go_to(only(window, "promise"))
        await window.press("c")
        assert found[0] == found[1]
        assert "may be a little late" in found[0]
        assert "27 November" in found[0]


async def test_after_the_day_nothing_changes_in_words_or_colour(home: Path) -> None:
    await promised(home, "ten captions", due=1, spare="1")
    shown = []
    for days in (0, 1, 2, 30):
        clock = MovableClock()
        clock.move(days=days)
        async with opened(home, clock=clock) as window:
            await go(window, "promises")
            await window.saved()
            shown.append([row.spec for row in window.page.rows.lines])
    assert all(lines == shown[0] for lines in shown)


async def test_the_letter_is_there_in_both_languages_and_in_ones_own_words(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await promised(home, "ten captions", due=1, spare="2")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        assert "It may be a little late." in window.row(only(window, "letter")).spec.text
        await enter(window, "letters", "ja")
        assert "少し遅れるかもしれません" in window.row(only(window, "letter")).spec.text
        await enter(window, "letters", "en")
        await enter(window, "letteracts", "edit")
        await window.press("ctrl+end")
        await window.write(" Soon.")
        await window.press("escape")
        [promise] = window.kept(Promise, None)
        assert promise.message.endswith("patience. Soon.")
        found = copied(window, monkeypatch)
        await enter(window, "letteracts", "copy")
        assert found == [promise.message]


async def test_looking_at_a_letter_in_its_field_alone_keeps_nothing(home: Path) -> None:
    await promised(home, "ten captions", due=1, spare="2")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        await enter(window, "letteracts", "edit")
        await window.press("escape")
        [promise] = window.kept(Promise, None)
        assert promise.message == ""


async def test_a_promise_belongs_to_a_work_and_the_letter_goes_to_its_client(home: Path) -> None:
    await promised(home, "ten captions", due=1, spare="2")
    async with written(home) as book:
        work = Works(book).add("the shop")
        Works(book).say(work, "client", "Midori Florist")
    async with opened(home) as window:
        await go(window, "promises")
        await enter(window, "promise")
        await enter(window, "work")
        await enter(window, "work", work.id)
        [promise] = window.kept(Promise, None)
        assert promise.work == work.id
        assert "Hello Midori Florist," in window.said


async def test_m_covers_whom_a_promise_was_made_to_and_its_letters(home: Path) -> None:
    await promised(home, "ten captions", due=1, spare="2")
    async with written(home) as book:
        Promises(book).name_client(Promises(book).open()[0], "Midori Florist")
    async with opened(home) as window:
        await go(window, "promises")
        await window.press("m")
        assert "Midori" not in window.said
        await enter(window, "promise")
        assert "Hello ***," in window.said
        assert "Midori" not in window.said
        await enter(window, "letteracts", "copy")
        assert "It is hidden; m shows it." in window.key_line
        await enter(window, "letteracts", "edit")
        assert "Hello Midori Florist," in window.field.text
        await window.press("escape", "m")
        assert "Hello Midori Florist," in window.said


async def test_a_promise_stands_on_today_only_when_that_is_wanted(home: Path) -> None:
    await promised(home, "ten captions", "a list", due=3)
    async with opened(home) as window:
        assert "ten captions" not in window.text
        await go(window, "promises")
        await window.go_to("on_today", "on")
        await window.press("enter")
        await window.press("t")
        assert "ten captions" in window.said
        assert "a list" not in window.said
        await window.go_to("promises")
        await window.press("enter")
        assert window.page_name == "PromisesPage"


async def test_other_days_and_a_time_of_rest_lay_out_no_promise(home: Path) -> None:
    await promised(home, "ten captions", due=3)
    async with written(home) as book:
        Profile(book).change(promises_on_today=True)
    async with opened(home) as window:
        assert "promises" in window.keys
        await window.press("left_square_bracket")
        assert "promises" not in window.keys
        window.session.profile.begin_rest(TODAY)
        await window.press("right_square_bracket")
        assert "promises" not in window.keys


async def test_closed_promises_stand_by_year_and_can_be_taken_up_again(home: Path) -> None:
    await promised(home, "ten captions")
    async with written(home) as book:
        Promises(book).set_state(Promises(book).open()[0], PromiseState.KEPT)
    async with opened(home) as window:
        await go(window, "promises")
        assert keys(window, "promise") == []
        await window.go_to("closed")
        await window.press("enter")
        await enter(window, "promise")
        await enter(window, "state", "open")
        assert len(window.kept(Promise, None)) == 1


# Pieces


async def test_a_piece_is_kept_with_its_fields_and_moves_to_its_year(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "pieces")
        await window.go_to("new")
        await window.press("enter")
        await window.write("a map")
        await window.press("enter")
        for field, words in {
            "part": "the lines", "tools": "ink", "skills": "patience",
                "link": "https://example.com/map",
        }.items():  # fmt: skip
            await fill(window, field, words)
        await enter(window, "about")
        await window.write("In June.")
        await window.press("escape")
        await fill(window, "made_on", "2025-06-01")
        assert "1 Jun" in window.row(only(window, "piece")).spec.label
        await window.saved()
    [piece] = await stored(home, Piece, TODAY.replace(year=2025))
    assert (piece.title, piece.part, piece.tools) == ("a map", "the lines", "ink")
    assert piece.skills == "patience"
    assert (piece.link, piece.about) == ("https://example.com/map", "In June.")


async def test_copying_a_piece_copies_its_place(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with written(home) as book:
        piece = Pieces(book).add("a map")
        assert piece is not None
        Pieces(book).say(piece, "link", "https://example.com/map")
    async with opened(home) as window:
        await go(window, "pieces")
        found = copied(window, monkeypatch)
        await window.go_to(only(window, "piece"))
        await window.press("c")
    assert found == ["https://example.com/map"]


@pytest.mark.parametrize(("form", "begin"), [("md", b"# What I have made"), ("html", b"<!DOCTYPE")])
async def test_the_portfolio_becomes_a_new_file_with_what_was_ticked(
    home: Path, tmp_path: Path, form: str, begin: bytes
) -> None:
    async with written(home, settle=60) as book:
        Pieces(book).add("a map")
        Strengths(book).add(Side.LIKE, "old houses")
        Strengths(book).add(Side.DOES_NOT_SUIT, "phones")
    file = tmp_path / f"shown.{form}"
    async with opened(home) as window:
        await go(window, "pieces")
        await window.go_to("also", "like")
        await window.press("enter")
        for _turn in range(2):
            await window.go_to("file", form)
            await window.press("enter")
            await window.write(str(file))
            await window.press("enter")
        assert "There is a file of that name already" in window.said
        await window.press("escape", "escape")
    body = file.read_bytes()
    assert body.startswith(begin)
    assert b"a map" in body
    assert b"old houses" in body
    assert b"phones" not in body
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_piece_taken_away_comes_back(home: Path) -> None:
    async with written(home) as book:
        Pieces(book).add("a map")
    async with opened(home) as window:
        await go(window, "pieces")
        await window.go_to(only(window, "piece"))
        await window.press("delete")
        assert keys(window, "piece") == []
        await window.press("ctrl+z")
        assert len(keys(window, "piece")) == 1


# Strengths


async def test_each_kind_of_line_about_oneself_is_written_reworded_and_emptied(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "strengths")
        for side in Side:
            await window.go_to(f"new:{side}")
            await window.press("enter")
            await window.write(f"about {side}")
            await window.press("enter")
        lines = {line.side: line for line in window.kept(Strength, None)}
        assert {line.text for line in lines.values()} == {f"about {side}" for side in Side}
        await window.go_to(f"strength:{lines[Side.LIKE].id}")
        await window.press("enter")
        for _letter in lines[Side.LIKE].text:
            await window.press("backspace")
        await window.press("enter")
        assert len(window.kept(Strength, None)) == 3


async def test_practice_is_noted_with_its_minutes_and_shown_with_them(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "strengths")
        await window.go_to("practise")
        await window.press("enter")
        await window.write("drawing 1 h 30 min")
        await window.press("enter")
        assert "drawing 1 h 30 min" in window.said
        await window.saved()
    [practice] = await stored(home, Practice)
    assert (practice.text, practice.minutes, practice.day) == ("drawing", 90, TODAY)


async def test_earlier_practice_stands_by_year_and_some_at_a_time(home: Path) -> None:
    async with written(home, settle=60) as book:
        for number in range(35):
            Strengths(book).practise(TODAY - timedelta(days=number), f"knots {number + 1} min")
        Strengths(book).practise(TODAY.replace(year=2024), "long ago")
    async with opened(home) as window:
        await go(window, "strengths")
        assert len(keys(window, "practice")) == 3
        await window.go_to("earlier")
        await window.press("enter")
        assert len(keys(window, "practice")) == 30
        await window.go_to("page", "older")
        await window.press("enter")
        assert len(keys(window, "practice")) == 5
        await window.go_to("years", "2024")
        await window.press("enter")
        assert "long ago" in window.said


async def test_what_one_learns_has_with_whom_and_since_when_and_an_end(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "strengths")
        await window.go_to("learn")
        await window.press("enter")
        await window.write("knots")
        await window.press("enter")
        await fill(window, "with_whom", "a neighbour")
        await fill(window, "since", "2026-11-01")
        await fill(window, "note", "on Thursdays")
        [learning] = window.kept(Learning, None)
        assert (learning.with_whom, learning.note) == ("a neighbour", "on Thursdays")
        assert str(learning.since) == "2026-11-01"
        await enter(window, "acts", "end")
        assert window.kept(Learning, None) == []
        await enter(window, "acts", "end")
        assert len(window.kept(Learning, None)) == 1


# Cards and drafts


async def test_a_card_is_written_and_rehearsed_by_enter_alone(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "cards")
        for question in ("your name?", "what about?"):
            await window.go_to("newcard")
            await window.press("enter")
            await window.write(question)
            await window.press("enter")
        await window.go_to(keys(window, "card")[0])
        await window.press("enter")
        await enter(window, "words")
        await window.write("It is Sato.")
        await window.press("escape")
        await window.go_to("rehearse")
        await window.press("enter")
        assert "your name?" in window.said
        assert "It is Sato." not in window.said
        await window.press("enter")
        assert "It is Sato." in window.said
        await window.press("enter")
        assert "what about?" in window.said
        await window.press("enter", "enter")
        assert "That was the last one." in window.said
        await window.press("enter")
        assert window.page_name == "CardsPage"


async def test_words_are_copied_and_written_while_rehearsing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with written(home) as book:
        Cards(book).add(Occasion.PHONE, "your name?")
    async with opened(home) as window:
        await go(window, "cards")
        await window.go_to("rehearse")
        await window.press("enter", "enter")
        await window.go_to("words")
        await window.press("enter")
        await window.write("It is Sato.")
        await window.press("escape")
        found = copied(window, monkeypatch)
        await window.press("c")
        [card] = window.kept(Card, None)
        assert found == [card.words] == ["It is Sato."]


async def test_questions_often_asked_are_seen_only_when_opened_and_taken_once(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "cards")
        await window.go_to("occasion", "interview")
        await window.press("enter")
        assert keys(window, "idea") == []
        await window.go_to("ideas")
        await window.press("enter")
        ideas = keys(window, "idea")
        await window.go_to(ideas[0])
        await window.press("enter")
        [card] = window.kept(Card, None)
        assert card.occasion is Occasion.INTERVIEW
        await window.go_to("ideas")
        await window.press("enter")
        assert keys(window, "idea") == ideas[1:]


async def test_a_draft_is_named_written_and_copied(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(home) as window:
        await go(window, "cards")
        await window.go_to("newpaper")
        await window.press("enter")
        await window.write("about me")
        await window.press("enter")
        await enter(window, "acts", "write")
        await window.paste(f"I like quiet work.\n{HOSTILE}")
        await window.press("escape")
        found = copied(window, monkeypatch)
        await enter(window, "acts", "copy")
        await window.saved()
    [paper] = await stored(home, Paper, None)
    assert paper.text == f"I like quiet work.\n{HARMLESS}"
    assert found == [paper.text]


# Found and gone on with


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("captions", "PromisesPage"), ("kept-promise", "PromisesPage"), ("old map", "PiecesPage"),
        ("old houses", "StrengthsPage"), ("long ago", "StrengthsPage"), ("knots", "StrengthsPage"),
        ("your name", "CardsPage"), ("about me", "CardsPage"),
    ],
)  # fmt: skip
async def test_what_is_found_stands_open_on_its_view(home: Path, query: str, page: str) -> None:
    async with written(home, settle=60) as book:
        promises, strengths, cards = Promises(book), Strengths(book), Cards(book)
        promises.add("ten captions")
        kept = promises.add("kept-promise")
        assert kept is not None
        promises.set_state(kept, PromiseState.KEPT)
        piece = Pieces(book).add("an old map")
        assert piece is not None
        Pieces(book).set_made_on(piece, "2024-05-01")
        strengths.add(Side.LIKE, "old houses")
        strengths.practise(TODAY.replace(year=2024), "long ago")
        strengths.learn("knots")
        cards.add(Occasion.FAMILY, "your name?")
        cards.begin("about me")
    async with opened(home) as window:
        await window.press("ctrl+f")
        await window.write(query)
        search = window.page
        assert isinstance(search, SearchPage)
        await window.until(lambda: search._looked_for == query and not search._looking)
        await window.go_to_found("hit:0")
        await window.press("enter")
        assert window.page_name == page
        assert query in window.row(window.here).spec.text


@pytest.mark.parametrize(
    ("place", "line", "kind"),
    [("promises", "new", Promise), ("pieces", "new", Piece), ("strengths", "new:like", Strength),
     ("strengths", "practise", Practice), ("strengths", "learn", Learning),
     ("cards", "newcard", Card), ("cards", "newpaper", Paper)],
)  # fmt: skip
async def test_what_was_being_written_when_the_light_went_out_is_gone_on_with(
    home: Path, place: str, line: str, kind: type
) -> None:
    async with opened(home) as window:
        await go(window, place)
        await window.go_to(line)
        await window.press("enter")
        await window.write("half a word")
        entry = window.page.open_entry
        assert entry is not None
        entry.draft_now()
        window.session.drafts.close()
        window.app.exit()
    async with opened(home) as window:
        assert "half a word" in window.said
        await window.go_to("waiting:0", "go_on")
        await window.press("enter")
        assert window.field.text == "half a word"
        await window.press("enter")
        year = TODAY if kind is Practice else None
        assert len(window.kept(kind, year)) == 1
        if kind is Strength:
            assert window.kept(Strength, None)[0].side is Side.LIKE
