"""The portfolio to be shown: pieces, and what else of oneself one puts in. Markdown, or one HTML page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stepup.domain.piece import Piece
from stepup.domain.strength import Learning, Side, Strength
from stepup.exchange import markdown
from stepup.exchange.html_page import render
from stepup.i18n import _, format_day
from stepup.words.own_work import PIECE_FIELDS, SIDES

# A place on one's own computer tells whose it is: of one, only the file's name is shown.
_ON_THIS_COMPUTER: Final = re.compile(r"(?:/|~|\\|[A-Za-z]:[\\/]|file:).*")


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What is shown: pieces in their order, lines about oneself, and what one learns."""

    pieces: Sequence[Piece] = ()
    strengths: Sequence[Strength] = ()
    learning: Sequence[Learning] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """A piece as it is shown; `address` is its place when that is one of the web, else ""."""

    title: str
    facts: tuple[tuple[str, str], ...]
    place: str
    address: str
    about: str


def encode_markdown(portfolio: Portfolio) -> bytes:
    """Return the portfolio as Markdown in UTF-8."""
    blocks = [f"# {markdown.line(_('What I have made'))}"]
    for shown in map(_shown, portfolio.pieces):
        blocks += _blocks(shown)
    for name, lines in _lists(portfolio):
        blocks += [
            f"## {markdown.line(name)}",
            "\n".join(f"- {markdown.line(words)}" for words in lines),
        ]
    return ("\n\n".join(blocks) + "\n").encode()


def encode_html(portfolio: Portfolio) -> bytes:
    """Return the portfolio as one HTML page, whole in itself, in UTF-8."""
    return render(
        "portfolio.html",
        title=_("What I have made"),
        place_name=_(PIECE_FIELDS["link"]),
        pieces=[_shown(piece) for piece in portfolio.pieces],
        lists=list(_lists(portfolio)),
    )


def _blocks(shown: _Shown) -> Iterator[str]:
    yield f"## {markdown.line(shown.title)}"
    facts = [
        "- " + _("{row}: {said}").format(row=name, said=markdown.line(said))
        for name, said in shown.facts
    ]
    if shown.place:
        place = markdown.address(shown.place)
        facts.append("- " + _("{row}: {said}").format(row=_(PIECE_FIELDS["link"]), said=place))
    if facts:
        yield "\n".join(facts)
    if shown.about:
        yield markdown.paragraphs(shown.about)


def _shown(piece: Piece) -> _Shown:
    made_on = format_day(piece.made_on, "short_year") if piece.made_on else ""
    facts = {
        "part": piece.part,
        "tools": piece.tools,
        "skills": piece.skills,
        "made_on": made_on,
    }
    place = _place(piece.link)
    return _Shown(
        title=piece.title,
        facts=tuple((_(PIECE_FIELDS[field]), said) for field, said in facts.items() if said),
        place=place,
        address=place if markdown.is_address(place) else "",
        about=piece.about,
    )


def _place(link: str) -> str:
    """Return where a piece is, as far as it says something to others."""
    if not _ON_THIS_COMPUTER.fullmatch(link):
        return link
    return re.split(r"[\\/]", link.rstrip("\\/"))[-1].removeprefix("file:")


def _lists(portfolio: Portfolio) -> Iterator[tuple[str, list[str]]]:
    """Yield the names and lines of what else is in it; nothing for what is empty."""
    for side in Side:
        lines = [one.text for one in portfolio.strengths if one.side is side]
        if lines:
            yield _(SIDES[side]), lines
    if portfolio.learning:
        yield _("Learning"), [_learning(one) for one in portfolio.learning]


def _learning(learning: Learning) -> str:
    if not learning.with_whom:
        return learning.text
    remark = _("with {who}").format(who=learning.with_whom)
    return _("{said} ({remark})").format(said=learning.text, remark=remark)
