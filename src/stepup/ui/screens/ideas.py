"""Ideas for small goals, by stage; seen only when opened, and one key adds one."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.stage import StageKey
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import stage_name, stage_sentence
from stepup.words.ideas import ideas


class IdeasPage(BookPage):
    """The stages, and the ideas of the one that is opened."""

    PLACE: ClassVar[str] = "ideas"
    NAME: ClassVar[str] = N_("Ideas")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stage: StageKey | None = None

    def specs(self) -> list[Spec]:
        """Return the stages, with the ideas of the open one under it."""
        taken = {goal.text for goal in self.session.goals.open()}
        lines = []
        for stage in StageKey:
            lines.append(
                Spec(
                    f"stage:{stage}", text=stage_name(stage), after=stage_sentence(stage), wide=True
                )
            )
            if stage is self._stage:
                for index, idea in enumerate(ideas(stage)):
                    after = _("among the goals") if idea in taken else ""
                    lines.append(Spec(f"idea:{index}", text=idea, after=after, label=""))
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line does one thing
        """Open a stage, or add an idea to the goals."""
        kind, _colon, name = row.key.partition(":")
        if kind == "stage":
            stage = StageKey(name)
            self._stage = None if self._stage is stage else stage
            self.refresh_rows()
        elif self._stage is not None:
            idea = ideas(self._stage)[int(name)]
            if idea not in {goal.text for goal in self.session.goals.open()}:
                self.session.goals.add(idea, self._stage)
