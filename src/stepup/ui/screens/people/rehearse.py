"""Rehearsing the answers: a question alone, then one's own answer, one at a time."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.answer import OwnAnswer
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words.people import ASKERS, question_of


class RehearsePage(BookPage):
    """One question; Enter shows the answer, Enter again goes to the next. Nothing is counted."""

    PLACE: ClassVar[str] = "rehearse"
    NAME: ClassVar[str] = N_("For when one is asked")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._at = 0
        self._shows_answer = False

    def specs(self) -> list[Spec]:
        """Return the question, and the answer once it is asked for."""
        answer = self._answer
        if answer is None:
            text = _("There is no answer to rehearse yet.")
            return [Spec("none", text=text, soft=True, wide=True, still=True)]
        lines = [
            Spec("who", text=_(ASKERS[answer.asker]), soft=True, wide=True, still=True),
            Spec("question", text=question_of(answer), wide=True, inset=2, gap=True),
        ]
        if self._shows_answer:
            lines.append(
                Spec("answer", text=answer.text, wide=True, inset=2, gap=True, heading=True)
            )
        parts = (
            Part("on", _("The next one") if self._shows_answer else _("Show my answer"), on=True),
            Part("copy", _("Copy"), on=True),
        )
        lines.append(Spec("turn", parts=parts, wide=True, inset=2, gap=True))
        return lines

    def focus_body(self) -> None:
        """Put the cursor on what goes on."""
        if self.rows.current is None:
            self.rows.go_to("turn")
        super().focus_body()

    @property
    def _answer(self) -> OwnAnswer | None:
        answers = self.session.answers.all()
        return answers[self._at % len(answers)] if answers else None

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Show the answer, go to the next one, or copy it."""
        answer = self._answer
        if answer is None:
            return
        if part == "copy":
            self.call_after_refresh(self.stepup.copy, answer.text)
            return
        if self._shows_answer:
            self._at += 1
        self._shows_answer = not self._shows_answer
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "turn")
