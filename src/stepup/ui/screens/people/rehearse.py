"""Rehearsing the answers: a question alone, then one's own answer, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from stepup.domain.answer import OwnAnswer
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words.people import ASKERS, question_of


class RehearsePage(BookPage):
    """The answers in their order. Nothing is counted, and Esc ends it at any time."""

    PLACE: ClassVar[str] = "rehearse"
    NAME: ClassVar[str] = N_("For when one is asked")
    LAID_OVER: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        # The key that copies on the views of People copies here.
        Binding("c", "copy", show=False, id="people.copy"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._at = 0
        self._shows_answer = False

    def specs(self) -> list[Spec]:
        """Return the question, with the answer once it is asked for; or the end."""
        answer = self._answer
        return list(self._end() if answer is None else self._question(answer))

    @property
    def _answer(self) -> OwnAnswer | None:
        answers = self.session.answers.all()
        return answers[self._at] if self._at < len(answers) else None

    def _question(self, answer: OwnAnswer) -> Iterator[Spec]:
        yield Spec("who", text=_(ASKERS[answer.asker]), soft=True, wide=True, still=True)
        yield Spec("question", text=question_of(answer), wide=True, inset=2, still=True, gap=True)
        if self._shows_answer:
            yield Spec("answer", text=answer.text, wide=True, inset=2, still=True, gap=True)
            parts = (Part("next", _("Next"), on=True), Part("copy", _("Copy")))
        else:
            parts = (Part("show", _("See my words"), on=True), Part("next", _("Next")))
        yield Spec("turn", parts=parts, wide=True, inset=2, gap=True)

    def _end(self) -> Iterator[Spec]:
        text = _("That was the last one.")
        yield Spec("end", text=text, wide=True, inset=2, still=True)
        parts = (Part("close", _("Enough for now"), on=True), Part("again", _("From the start")))
        yield Spec("turn", parts=parts, wide=True, inset=2, gap=True)

    def focus_body(self) -> None:
        """Put the cursor on what comes next, so that Enter alone leads through."""
        self.rows.go_to("turn")

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Show the answer, go to the next one, begin anew, or end."""
        match part:
            case "show":
                self._turn_to(self._at, shows_answer=True)
            case "next":
                self._turn_to(self._at + 1, shows_answer=False)
            case "again":
                self._turn_to(0, shows_answer=False)
            case "close":
                self.dismiss()
            case "copy":
                self.call_after_refresh(self.action_copy)

    def action_copy(self) -> None:
        """Copy the answer to this question."""
        answer = self._answer
        if answer is not None:
            self.stepup.copy(answer.text)

    def _turn_to(self, place: int, *, shows_answer: bool) -> None:
        self._at, self._shows_answer = place, shows_answer
        self.refresh_rows()
        row = self.rows.row("turn")
        if row is not None:
            row.put_part(row.spec.parts[0].id)
        self.go_when_shown("turn")
