"""Cards to rehearse with, and drafts of papers in one's own words."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.card import Card, Occasion, Paper
from stepup.domain.text import clean
from stepup.i18n import _
from stepup.ui.screens.work.card_lines import CardLines
from stepup.ui.screens.work.own_view import OwnView
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.own_work import QUESTIONS


class CardsPage(OwnView[Card | Paper]):
    """The cards of one occasion, and the drafts; one of them opened."""

    VIEW: ClassVar[str] = "cards"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"newcard", "newpaper"})
    ITEMS: ClassVar[tuple[str, ...]] = ("card", "paper")

    def __init__(
        self, session: Session, *, opened: str = "", occasion: Occasion = Occasion.PHONE
    ) -> None:
        super().__init__(session, opened=opened)
        card = self._card(opened)
        self._occasion = card.occasion if card is not None else occasion
        self._shows_ideas = False

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = CardLines(
            self.session,
            occasion=self._occasion,
            opened=self.opened,
            shows_ideas=self._shows_ideas,
        )
        return [self.views_line(), *lines.all()]

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a question, one's words for it, or a draft."""
        card, paper = self._card(name), self._paper(name)
        if kind == "card_words" and card is not None:
            self._ask_words(card)
        elif kind == "paper_text" and paper is not None:
            self._ask_text(paper)
        elif kind == "paper_new":
            self._ask_paper()
        else:
            self._ask_question()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new question."""
        self._ask_question(clean(text))

    def words_to_copy(self, key: str) -> str:
        """Return one's own words for the question, or the draft."""
        _kind, _colon, name = key.partition(":")
        card, paper = self._card(name), self._paper(name)
        if card is not None:
            return card.words or card.question
        if paper is not None:
            return paper.text or paper.title
        return super().words_to_copy(key)

    def _card(self, name: str) -> Card | None:
        return self.session.book.one(Card, name) if name else None

    def _paper(self, name: str) -> Paper | None:
        return self.session.book.one(Paper, name) if name else None

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "occasion":
                self._occasion = Occasion(part or "")
                self.refresh_rows()
            case "newcard":
                self._ask_question()
            case "newpaper":
                self._ask_paper()
            case "rehearse":
                from stepup.ui.screens.work.rehearsal import RehearsalPage

                self.stepup.lay_over(RehearsalPage(self.session, self._occasion))
            case "ideas":
                self._shows_ideas = not self._shows_ideas
                self.refresh_rows()
            case "idea":
                self._take_idea(int(name))
            case "words" if (card := self._card(name)) is not None:
                self._ask_words(card)
            case "text" if (paper := self._paper(name)) is not None:
                self._ask_text(paper)
            case _:
                super().choose(row, part, how)

    def find_item(self, name: str) -> Card | Paper | None:
        """Return a card or a draft."""
        return self._card(name) or self._paper(name)

    def act(self, part: str, item: Card | Paper) -> None:
        """Do something with a card or a draft."""
        if isinstance(item, Card):
            self._choose_card(item, part)
        else:
            self._choose_paper(item, part)

    def _choose_card(self, card: Card, part: str) -> None:
        cards = self.session.cards
        match part:
            case "copy":
                self.call_after_refresh(self.stepup.copy, card.words or card.question)
            case "reword":
                keep = lambda typed: cards.reword(card, typed)  # noqa: E731
                self.ask(f"acts:{card.id}", keep, text=card.question)
            case "away":
                cards.take_away(card)

    def _choose_paper(self, paper: Paper, part: str) -> None:
        cards = self.session.cards
        match part:
            case "write":
                self._ask_text(paper)
            case "copy":
                self.call_after_refresh(self.stepup.copy, paper.text or paper.title)
            case "reword":
                keep = lambda typed: cards.retitle(paper, typed)  # noqa: E731
                self.ask(f"acts:{paper.id}", keep, text=paper.title)
            case "away":
                cards.take_away(paper)

    def _take_idea(self, index: int) -> None:
        card = self.session.cards.add(self._occasion, _(QUESTIONS[self._occasion][index]))
        if card is not None:
            self.opened = card.id
            self._shows_ideas = False
            self.refresh_rows()
            self.call_after_refresh(self.rows.go_to, f"words:{card.id}")

    # Fields

    def _ask_question(self, begin: str = "") -> None:
        occasion = self._occasion

        def keep(typed: str) -> None:
            card = self.session.cards.add(occasion, typed)
            if card is not None:
                self.opened = card.id

        hint = _("What you may be asked there, just as they would say it")
        self.ask("newcard", keep, begin=begin, hint=hint, draft=f"card_new::{occasion}")

    def _ask_words(self, card: Card) -> None:
        def keep(typed: str) -> None:
            # A long text is kept more than once while its field is open: as the card is by then.
            current = self._card(card.id)
            if current is not None:
                self.session.cards.answer(current, typed)

        self.ask(
            f"words:{card.id}",
            keep,
            text=card.words,
            single=False,
            draft=f"card_words::{card.id}",
        )

    def _ask_paper(self) -> None:
        def keep(typed: str) -> None:
            paper = self.session.cards.begin(typed)
            if paper is not None:
                self.opened = paper.id

        hint = _("What it is, such as: about me, why this place")
        self.ask("newpaper", keep, hint=hint, draft="paper_new:")

    def _ask_text(self, paper: Paper) -> None:
        def keep(typed: str) -> None:
            current = self._paper(paper.id)
            if current is not None:
                self.session.cards.write(current, typed)

        self.ask(
            f"text:{paper.id}",
            keep,
            text=paper.text,
            single=False,
            draft=f"paper_text::{paper.id}",
        )
