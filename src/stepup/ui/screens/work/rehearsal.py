"""Rehearsing: one question at a time, and one's own words when one asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from stepup.domain.card import Card, Occasion
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words.own_work import OCCASIONS


class RehearsalPage(BookPage):
    """The cards of an occasion in their order. Nothing is counted, and Esc ends it at any time."""

    PLACE: ClassVar[str] = "rehearsal"
    NAME: ClassVar[str] = N_("Rehearse")
    LAID_OVER: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        # The key that copies on the views of Work copies here.
        Binding("c", "copy", show=False, id="work.copy"),
    ]

    def __init__(self, session: Session, occasion: Occasion) -> None:
        super().__init__(session)
        self._occasion = occasion
        self._number = 0
        self._shows_words = False

    def heading(self) -> str:
        """Return where one rehearses for."""
        return f"{_(self.NAME)}  {_(OCCASIONS[self._occasion])}"

    def specs(self) -> list[Spec]:
        """Return the question, with one's own words once they are asked for; or the end."""
        card = self._card
        return list(self._question(card)) if card is not None else list(self._end())

    @property
    def _card(self) -> Card | None:
        cards = self.session.cards.cards(self._occasion)
        return cards[self._number] if self._number < len(cards) else None

    def _question(self, card: Card) -> Iterator[Spec]:
        yield Spec("air", text=" ", wide=True, still=True)
        yield Spec("question", text=card.question, wide=True, inset=2, still=True, heading=True)
        parts: tuple[Part, ...]
        if not self._shows_words:
            parts = (Part("show", _("See my words"), on=True), Part("next", _("Next")))
        else:
            text = card.words or "_"
            yield Spec("words", text=text, soft=not card.words, wide=True, inset=2, gap=True)
            parts = (
                Part("next", _("Next"), on=True),
                Part("copy", _("Copy")),
                Part("write", _("Write")),
            )
        yield Spec("turn", parts=parts, wide=True, inset=2, gap=True)

    def _end(self) -> Iterator[Spec]:
        yield Spec("air", text=" ", wide=True, still=True)
        text = _("That was the last one.")
        yield Spec("end", text=text, wide=True, inset=2, still=True)
        parts = (Part("close", _("Enough for now"), on=True), Part("again", _("From the start")))
        yield Spec("turn", parts=parts, wide=True, inset=2, gap=True)

    def focus_body(self) -> None:
        """Put the cursor on what comes next, so that Enter alone leads through."""
        if self.rows.entry is None:
            self.rows.go_to("turn")

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Show one's own words, go to the next question, begin anew, or end."""
        card = self._card
        if row.key == "words" and card is not None:
            self._write(card)
            return
        match part:
            case "show":
                self._turn_to(self._number, shows_words=True)
            case "next":
                self._turn_to(self._number + 1, shows_words=False)
            case "again":
                self._turn_to(0, shows_words=False)
            case "close":
                self.dismiss()
            case "copy":
                self.call_after_refresh(self.action_copy)
            case "write" if card is not None:
                self._write(card)

    def action_copy(self) -> None:
        """Copy one's own words for this question."""
        card = self._card
        if card is not None:
            self.stepup.copy(card.words or card.question)

    def _turn_to(self, place: int, *, shows_words: bool) -> None:
        self._number, self._shows_words = place, shows_words
        self.refresh_rows()
        row = self.rows.row("turn")
        if row is not None:
            row.put_part(row.spec.parts[0].id)
        self.go_when_shown("turn")

    def _write(self, card: Card) -> None:
        def keep(typed: str) -> None:
            current = self._card
            if current is not None and current.id == card.id:
                self.session.cards.answer(current, typed)

        draft = f"card_words::{card.id}"
        self.ask("words", keep, text=card.words, single=False, draft=draft)
