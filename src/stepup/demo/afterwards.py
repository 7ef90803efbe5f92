"""What is said of a goal besides: why it matters, how it came out, and a look at it again."""

from __future__ import annotations

from datetime import datetime

from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.ladders import WHYS
from stepup.domain.goal import Answer, Goal, GoalReview, Outcome
from stepup.domain.stage import StageKey
from stepup.i18n import _

_LEVELS = {-2: 0.08, -1: 0.22, 0: 0.36, 1: 0.24, 2: 0.1}


class Afterwards:
    """Says something of a goal now and then; mostly nothing."""

    def __init__(self, chance: Chance, ledger: Ledger) -> None:
        """Draw on a chance of its own."""
        self._chance = chance
        self._ledger = ledger

    def why(self, stage: StageKey) -> str | None:
        """Return why a new goal of a stage matters, if they say so."""
        return _(self._chance.text(WHYS[stage])) if self._chance.yes(0.12) else None

    def level(self, outcome: Outcome) -> int | None:
        """Return how it came out on a day, -2 to 2, if they say so."""
        says = outcome is not Outcome.CHOSEN and self._chance.yes(0.15)
        return self._chance.weighed(_LEVELS) if says else None

    def look(self, goal: Goal, shape: Shape, at: datetime, *, can_shrink: bool) -> Answer | None:
        """Keep a look at a goal and return what it came to, if they take one."""
        if not self._chance.yes(0.012):
            return None
        weights = {Answer.FINE: 0.55, Answer.SMALLER: 1.2 * can_shrink, Answer.LEAVE: 0.15}
        answer = self._chance.weighed(weights)
        review = GoalReview(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._ledger.moment(at),
            goal=goal.id,
            text=goal.text,
            answer=answer,
        )
        self._ledger.put(review)
        return answer
