"""Ideas for small goals, by stage; seen only when opened, and one key adds one."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.stage import StageKey
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.goals import group_ladder
from stepup.words.ideas import ideas
from stepup.words.stages import stage_name, stage_sentence


class IdeasPage(BookPage):
    """The stages, and the ideas of the one that is opened."""

    PLACE: ClassVar[str] = "ideas"
    NAME: ClassVar[str] = N_("Ideas")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stage: str | None = None

    def specs(self) -> list[Spec]:
        """Return the stages, with the ideas of the open one under it."""
        taken = {goal.text for goal in self.session.goals.open()}
        lines = []
        stages = [stage for stage in self.session.stages.shown() if ideas(stage.id)]
        for stage in stages:
            lines.append(
                Spec(
                    f"stage:{stage.id}",
                    text=stage_name(stage.id, stages),
                    after=stage_sentence(stage.id, stages),
                    wide=True,
                )
            )
            if stage.id == self._stage:
                lines += _ladders(stage.id, taken)
                for index, idea in enumerate(ideas(stage.id)):
                    after = _("among the goals") if idea in taken else ""
                    lines.append(Spec(f"idea:{index}", text=idea, after=after, label=""))
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line does one thing
        """Open a stage, or add an idea to the goals."""
        kind, _colon, name = row.key.partition(":")
        if kind == "stage":
            self._stage = None if self._stage == name else name
            self.refresh_rows()
        elif kind == "ladder":
            self._add_ladder()
        elif self._stage is not None:
            idea = ideas(self._stage)[int(name)]
            if idea not in {goal.text for goal in self.session.goals.open()}:
                self.session.goals.add(idea, self._stage)

    def _add_ladder(self) -> None:
        words, rungs = group_ladder()
        if words not in {goal.text for goal in self.session.goals.open()}:
            self.session.goals.add(words, StageKey.CONNECT, steps=rungs)


def _ladders(stage: str, taken: set[str]) -> list[Spec]:
    """Return the line of the ladder that belongs to a stage."""
    if stage != StageKey.CONNECT:
        return []
    words, rungs = group_ladder()
    ladder = _("a ladder of {number} rungs").format(number=len(rungs))
    after = _("among the goals") if words in taken else ladder
    return [Spec("ladder", text=words, after=after)]
