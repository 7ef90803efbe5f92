"""`stepup export portfolio`: what one has made, to be shown; a person's words stay words."""

from __future__ import annotations

import os
import stat
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.cli.support import Caller, EveningClock, state_of
from tests.domain.made_up import ANY_TEXT

from stepup.domain.piece import Piece
from stepup.domain.strength import Learning, Side, Strength
from stepup.domain.text import one_line
from stepup.exchange import markdown
from stepup.exchange.portfolio import Portfolio, encode_html, encode_markdown
from stepup.i18n import set_language
from stepup.notebook.book import open_book
from stepup.notebook.pieces import Pieces
from stepup.notebook.strengths import Strengths

HOSTILE = (
    "</h2><script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://a.example/p.png)",
    "# heading", "- item", "1. item", "> quote", "`code`", "**bold**", "<b>", "| a | b |", "&lt;",
    "===", "---", "~~~", "    code", "{{ 7*7 }}", "{% raw %}", "\\", "a_b_c", "[ref]: https://a.example",
)  # fmt: skip
WORDS = st.sampled_from(HOSTILE) | ANY_TEXT
PIECES = st.lists(
    st.builds(
        Piece,
        id=st.uuids().map(str),
        title=WORDS,
        part=WORDS,
        tools=WORDS,
        skills=WORDS,
        link=WORDS | st.just("https://example.com/a?b=1&c=2"),
        about=st.lists(WORDS, max_size=4).map("\n".join),
        made_on=st.none() | st.dates(),
    ),
    max_size=3,
)


class Read(HTMLParser):
    """What a browser would make of a page: its tags, its addresses, its words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self._in_style = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in_style = tag == "style"
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words.append(data)


ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "section"),
    *("h1", "h2", "dl", "dt", "dd", "p", "ul", "li", "a"),
}


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES, lines=st.lists(WORDS, max_size=3))
def test_nothing_a_person_wrote_becomes_a_tag_or_an_address_of_the_page(
    pieces: list[Piece], lines: list[str]
) -> None:
    strengths = [Strength(id="s", side=Side.LIKE, text=line) for line in lines]
    read = Read(encode_html(Portfolio(pieces, strengths)))

    assert set(read.tags) <= ALLOWED
    assert read.tags.count("article") == len(pieces)
    assert all(one.startswith(("http://", "https://")) for one in read.addresses)
    shown = "\n".join(read.words)
    for piece in pieces:
        assert piece.title in shown
        assert piece.about.strip() in shown


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES, lines=st.lists(WORDS, max_size=3))
def test_nothing_a_person_wrote_becomes_markup_in_markdown(
    pieces: list[Piece], lines: list[str]
) -> None:
    strengths = [Strength(id="s", side=Side.LIKE, text=line) for line in lines]
    text = encode_markdown(Portfolio(pieces, strengths)).decode()
    page = MarkdownIt("commonmark").enable("table").render(text)
    read = Read(page.encode())

    assert set(read.tags) <= {"h1", "h2", "ul", "li", "p", "a", "br"}
    assert read.tags.count("h2") == len(pieces) + bool(lines)
    assert all(one.startswith(("http://", "https://")) for one in read.addresses)


@given(words=WORDS)
def test_a_line_in_markdown_shows_just_its_words(words: str) -> None:
    line = one_line(words)
    read = Read(MarkdownIt("commonmark").render(markdown.line(line)).encode())
    assert "".join(read.words).strip() == line


def test_the_page_asks_for_nothing_and_names_its_language() -> None:
    set_language("ja")
    page = encode_html(Portfolio([Piece(id="a", title="駅の絵")])).decode()
    assert '<html lang="ja">' in page
    assert "default-src 'none'" in page
    assert "@media print" in page
    assert "<script" not in page
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize(
    ("link", "shown", "is_address"),
    [
        ("https://example.com/a?b=1&c=2", "https://example.com/a?b=1&c=2", True),
        ("HTTP://example.com", "HTTP://example.com", True),
        ("javascript:alert(1)", "javascript:alert(1)", False),
        ("https://example.com/a b", "https://example.com/a b", False),
        ("example.com/house", "example.com/house", False),
        ("/home/hayama/drawings/house.png", "house.png", False),
        ("~/sounds/night.ogg", "night.ogg", False),
        ("C:\\Users\\hayama\\house.png", "house.png", False),
        ("file:///home/hayama/house.png", "house.png", False),
    ],
)
def test_an_address_is_a_link_and_a_place_on_this_computer_tells_no_name(
    link: str, shown: str, is_address: bool
) -> None:
    portfolio = Portfolio([Piece(id="a", title="house", link=link)])
    read = Read(encode_html(portfolio))
    assert shown in read.words
    assert read.addresses == ([shown] if is_address else [])
    assert b"hayama" not in encode_html(portfolio) + encode_markdown(portfolio)


def test_the_days_are_told_and_what_is_blank_is_left_out() -> None:
    piece = Piece(id="a", title="house", made_on=date(2026, 5, 1))
    assert encode_markdown(Portfolio([piece])).decode() == (
        "# What I have made\n\n## house\n\n- Made on: 1 May 2026\n"
    )


def test_what_one_learns_stands_with_whom() -> None:
    learning = Learning(id="a", text="knots", with_whom="a neighbour")
    text = encode_markdown(Portfolio(learning=[learning])).decode()
    assert "## Learning\n\n- knots (with a neighbour)\n" in text


# The command


@pytest.fixture
def made(vault: Path) -> Path:
    book = open_book(vault, clock=EveningClock(), settle=60)
    pieces, strengths = Pieces(book), Strengths(book)
    for title, day in (("old", "2024-03-01"), ("new", "2026-05-01"), ("undated", "")):
        piece = pieces.add(title)
        assert piece is not None
        pieces.set_made_on(piece, day)
    strengths.add(Side.GOOD_AT, "typing")
    strengths.add(Side.DOES_NOT_SUIT, "phones")
    strengths.learn("knots")
    assert book.close()
    return vault


def test_only_the_pieces_of_every_year_are_in_it_unless_more_is_named(
    call: Caller, made: Path
) -> None:
    done = call("export", "portfolio")
    assert done.code == 0
    headings = [line for line in done.text.splitlines() if line.startswith("## ")]
    assert headings == ["## new", "## old", "## undated"]
    more = call("export", "portfolio", "--with", "good_at", "--with", "learning").text
    assert "- typing" in more
    assert "- knots" in more
    assert "phones" not in more


def test_the_page_is_a_new_file_for_this_account_alone(
    call: Caller, made: Path, tmp_path: Path
) -> None:
    file = tmp_path / "shown.html"
    previous = os.umask(0)
    try:
        assert call("export", "portfolio", "--format", "html", "--out", str(file)).code == 0
    finally:
        os.umask(previous)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes().startswith(b"<!DOCTYPE html>")
    before = state_of(tmp_path)
    again = call("export", "portfolio", "--out", str(file))
    assert again.code == 1
    assert "shown.html" in again.err
    assert state_of(tmp_path) == before


def test_a_format_or_a_part_there_is_not_is_wrong_usage(call: Caller, made: Path) -> None:
    assert call("export", "portfolio", "--format", "pdf").code == 2
    assert call("export", "portfolio", "--with", "mood").code == 2


def test_the_parts_one_may_name_are_those_there_are() -> None:
    from stepup.cli.exports.portfolio import WITH

    assert (*(side.value for side in Side), "learning") == WITH
