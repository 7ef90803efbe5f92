"""Rehearsing the answers for when one is asked."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from stepup.i18n import N_, _
from stepup.ui.screens.rehearsing import Question, RehearsingPage
from stepup.words.people import ASKERS, question_of


class RehearsePage(RehearsingPage):
    """The answers in their order."""

    PLACE: ClassVar[str] = "rehearse"
    NAME: ClassVar[str] = N_("For when one is asked")
    BINDINGS: ClassVar[list[BindingType]] = [
        # The key that copies on the views of People copies here.
        Binding("c", "copy", show=False, id="people.copy"),
    ]

    def questions(self) -> list[Question]:
        """Return the answers with their questions."""
        return [
            Question(one.id, question_of(one), one.text, _(ASKERS[one.asker]))
            for one in self.session.answers.all()
        ]
