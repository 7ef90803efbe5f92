"""Rehearsing: one question at a time, and one's own words when one asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stepup.i18n import _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row


@dataclass(frozen=True, slots=True)
class Question:
    """A question, who asks it where that is said, and one's own words."""

    id: str
    text: str
    words: str
    who: str = ""


class RehearsingPage(BookPage):
    """Questions in their order. Nothing is counted, and Esc ends it at any time."""

    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._number = 0
        self._shows_words = False

    def questions(self) -> Sequence[Question]:
        """Return what is rehearsed."""
        raise NotImplementedError

    def more_parts(self) -> tuple[Part, ...]:
        """Return what else can be done once one's own words are shown."""
        return ()

    def specs(self) -> list[Spec]:
        """Return the question, with one's own words once they are asked for; or the end."""
        question = self.question
        return list(self._end() if question is None else self._asked(question))

    @property
    def question(self) -> Question | None:
        """The question one is at; None behind the last one."""
        questions = self.questions()
        return questions[self._number] if self._number < len(questions) else None

    def _asked(self, question: Question) -> Iterator[Spec]:
        yield Spec("who", text=question.who or " ", soft=True, wide=True, still=True)
        yield Spec("question", text=question.text, wide=True, inset=2, still=True, heading=True)
        if self._shows_words:
            text = question.words or "_"
            yield Spec("words", text=text, soft=not question.words, wide=True, inset=2, gap=True)
            parts = (Part("next", _("Next"), on=True), Part("copy", _("Copy")), *self.more_parts())
        else:
            parts = (Part("show", _("See my words"), on=True), Part("next", _("Next")))
        yield Spec("turn", parts=parts, wide=True, inset=2, gap=True)

    def _end(self) -> Iterator[Spec]:
        yield Spec("who", text=" ", wide=True, still=True)
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

    def action_copy(self) -> None:
        """Copy one's own words for this question; without any, the question."""
        question = self.question
        if question is not None:
            self.stepup.copy(question.words or question.text)

    def _turn_to(self, place: int, *, shows_words: bool) -> None:
        self._number, self._shows_words = place, shows_words
        self.refresh_rows()
        row = self.rows.row("turn")
        if row is not None:
            row.put_part(row.spec.parts[0].id)
        self.rows.go_to("turn")
