"""Which lines stand on the view of cards and drafts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stepup.domain.card import Card, Occasion, Paper
from stepup.i18n import _
from stepup.ui.screens.work.own_view import said_line
from stepup.ui.screens.yearly import acts_line, first_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.own_work import OCCASIONS, QUESTIONS

_BESIDE: Final = 16
"""Characters of a text that stand beside its name."""


class CardLines:
    """Makes the lines of cards and drafts."""

    def __init__(
        self, session: Session, *, occasion: Occasion, opened: str, shows_ideas: bool
    ) -> None:
        self._session = session
        self._occasion = occasion
        self._opened = opened
        self._shows_ideas = shows_ideas

    def all(self) -> Iterator[Spec]:
        """Yield the lines from top to bottom, behind the line of the views."""
        cards, papers = self._session.cards.cards(self._occasion), self._session.cards.papers()
        parts = tuple(
            Part(one.value, _(name), on=one is self._occasion) for one, name in OCCASIONS.items()
        )
        yield Spec("occasion", label=_("Occasion"), parts=parts, marked=True, gap=True)
        if not cards and not papers:
            text = _(
                "A question you may be asked, and your own words for it. Reading them over"
                " beforehand is enough."
            )
            yield Spec("empty", text=text, soft=True, wide=True, still=True, gap=True)
        gap = True
        for card in cards:
            yield from self._card(card, gap=gap)
            gap = card.id == self._opened
        yield Spec("newcard", label=_("May be asked"), text="_", soft=True, gap=gap)
        if cards:
            yield Spec("rehearse", text=_("Rehearse"), after=_("one question at a time"))
        yield from self._ideas({card.question for card in cards})
        yield from self._papers(papers)

    def _card(self, card: Card, *, gap: bool) -> Iterator[Spec]:
        key = f"card:{card.id}"
        if card.id != self._opened:
            after = _beginning(card.words)
            yield Spec(key, text=card.question, after=after, gap=gap, cut=True)
            return
        yield Spec(key, text=card.question, gap=True)
        yield said_line(f"words:{card.id}", _("My words"), card.words)
        words = {"copy": _("Copy"), "reword": _("Reword"), "away": _("Take away")}
        yield acts_line(f"acts:{card.id}", words)

    def _ideas(self, asked: set[str]) -> Iterator[Spec]:
        """Yield questions to begin with, once they are asked for."""
        text = _("Put them away") if self._shows_ideas else _("From questions often asked")
        yield Spec("ideas", text=text, soft=True)
        if not self._shows_ideas:
            return
        for index, question in enumerate(QUESTIONS[self._occasion]):
            if _(question) not in asked:
                yield Spec(f"idea:{index}", text=_(question), wide=True, inset=15)

    # Drafts

    def _papers(self, papers: list[Paper]) -> Iterator[Spec]:
        text = _("Drafts of papers")
        yield Spec("head:papers", text=text, soft=True, wide=True, still=True, gap=True)
        gap = False
        for paper in papers:
            yield from self._paper(paper, gap=gap)
            gap = paper.id == self._opened
        yield Spec("newpaper", label=_("A draft"), text="_", soft=True, gap=gap)

    def _paper(self, paper: Paper, *, gap: bool) -> Iterator[Spec]:
        key = f"paper:{paper.id}"
        if paper.id != self._opened:
            yield Spec(key, text=paper.title, after=_beginning(paper.text), gap=gap, cut=True)
            return
        yield Spec(key, text=paper.title, heading=True, gap=gap)
        yield said_line(f"text:{paper.id}", "", paper.text)
        words = {
            "write": _("Write"),
            "copy": _("Copy"),
            "reword": _("Another name"),
            "away": _("Take away"),
        }
        yield acts_line(f"acts:{paper.id}", words)


def _beginning(text: str) -> str:
    """Return as much of a text as stands beside its name while it is folded away."""
    line = first_line(text)
    return line if len(line) <= _BESIDE else line[:_BESIDE] + "…"
