"""Rehearsing with the cards of an occasion."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from stepup.domain.card import Occasion
from stepup.i18n import N_, _
from stepup.ui.screens.rehearsing import Question, RehearsingPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part
from stepup.ui.widgets.row import Row
from stepup.words.own_work import OCCASIONS


class RehearsalPage(RehearsingPage):
    """The cards of an occasion in their order; words can be written on the way."""

    PLACE: ClassVar[str] = "rehearsal"
    NAME: ClassVar[str] = N_("Rehearse")
    BINDINGS: ClassVar[list[BindingType]] = [
        # The key that copies on the views of Work copies here.
        Binding("c", "copy", show=False, id="work.copy"),
    ]

    def __init__(self, session: Session, occasion: Occasion) -> None:
        super().__init__(session)
        self._occasion = occasion

    def heading(self) -> str:
        """Return where one rehearses for."""
        return f"{_(self.NAME)}  {_(OCCASIONS[self._occasion])}"

    def questions(self) -> list[Question]:
        """Return the cards of the occasion."""
        cards = self.session.cards.cards(self._occasion)
        return [Question(card.id, card.question, card.words) for card in cards]

    def more_parts(self) -> tuple[Part, ...]:
        """Let the words be written."""
        return (Part("write", _("Write")),)

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Write one's own words, or go on."""
        question = self.question
        if question is not None and (row.key == "words" or part == "write"):
            self._write(question)
        else:
            super().choose(row, part, how)

    def _write(self, question: Question) -> None:
        def keep(typed: str) -> None:
            cards = self.session.cards.cards(self._occasion)
            current = next((card for card in cards if card.id == question.id), None)
            if current is not None:
                self.session.cards.answer(current, typed)

        draft = f"card_words::{question.id}"
        self.ask("words", keep, text=question.words, single=False, draft=draft)
