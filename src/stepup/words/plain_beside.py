"""What stands beside a day's page as plain text: ladders, places, the corners, sheets."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from stepup.domain.corner import Clipping, Later
from stepup.domain.goal import GoalReview
from stepup.domain.income import Income
from stepup.domain.ladder import Attempt
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.profile import LookAway
from stepup.domain.review import Review
from stepup.domain.sheet import Sheet
from stepup.domain.stage import EASIEST, Ease, Stage
from stepup.domain.work import Work, WorkSession
from stepup.i18n import _
from stepup.words.corners import clipping_line, value_line
from stepup.words.goals import attempt_line, attempt_words, review_line
from stepup.words.money import income_line
from stepup.words.plain_rows import remarked, said
from stepup.words.review import review_lines
from stepup.words.sheets import sheet_text
from stepup.words.stages import stage_name
from stepup.words.works import session_line, work_line


class Moves(Protocol):
    """The ids of places, by what one did there on a day."""

    @property
    def came_to(self) -> Sequence[str]:
        """Those in which one was not the day before."""

    @property
    def left(self) -> Sequence[str]:
        """Those in which one was the day before, and is not."""

    @property
    def rested_in(self) -> Sequence[str]:
        """Those in which one did not rest the day before, and does."""

    @property
    def began_again_in(self) -> Sequence[str]:
        """Those in which one rested the day before, and does not."""


class Beside(Protocol):
    """What belongs to a day beside its page, as the notebook gives it."""

    @property
    def attempts(self) -> Sequence[Attempt]:
        """What was tried of goals."""

    @property
    def looks(self) -> Sequence[GoalReview]:
        """Looks at goals."""

    @property
    def moves(self) -> Moves:
        """Places one came to and left."""

    @property
    def eases(self) -> Sequence[Ease]:
        """How easy places felt."""

    @property
    def own_values(self) -> Sequence[OwnValue]:
        """Values of numbers of one's own."""

    @property
    def clippings(self) -> Sequence[Clipping]:
        """Good news."""

    @property
    def later(self) -> Sequence[Later]:
        """What was put in to be opened later."""

    @property
    def reviews(self) -> Sequence[Review]:
        """What was left with spans one looked back on."""

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The sheets about oneself that were written."""

    @property
    def work_sessions(self) -> Sequence[WorkSession]:
        """Times of working."""

    @property
    def incomes(self) -> Sequence[Income]:
        """What was paid."""

    @property
    def closed_works(self) -> Sequence[Work]:
        """Works that were closed."""


def goal_lines(beside: Beside) -> Iterator[str]:
    """Yield what was tried of goals, and the looks at them."""
    yield from map(_attempt, beside.attempts)
    yield from map(review_line, beside.looks)


def place_lines(beside: Beside, stages: Sequence[Stage]) -> Iterator[str]:
    """Yield the places one came to, left and began to rest in, and how easy they felt.

    `stages` name them; those out of sight are left out.
    """
    hidden = {stage.id for stage in stages if stage.hidden}
    order = {stage.id: place for place, stage in enumerate(stages)}
    moves = beside.moves
    for row, ids in (
        (_("Came to"), moves.came_to),
        (_("Left"), moves.left),
        (_("Began to rest in"), moves.rested_in),
        (_("Began again in"), moves.began_again_in),
    ):
        in_turn = sorted(set(ids) - hidden, key=lambda one: order.get(one, len(order)))
        names = [stage_name(one, stages) for one in in_turn]
        if names:
            yield said(row, _(", ").join(names))
    for ease in beside.eases:
        if ease.stage not in hidden:
            value = _("{value} of {most}").format(value=ease.value, most=EASIEST)
            yield said(_("Ease, {place}").format(place=stage_name(ease.stage, stages)), value)


def number_lines(beside: Beside, numbers: Sequence[OwnNumber]) -> Iterator[str]:
    """Yield the values of one's own numbers."""
    yield from (value_line(value, numbers) for value in beside.own_values)


def work_lines(beside: Beside, look_away: Container[LookAway]) -> Iterator[str]:
    """Yield times of working, works that closed, and what was paid.

    Amounts are covered where totals are looked away from.
    """
    yield from map(session_line, beside.work_sessions)
    yield from map(work_line, beside.closed_works)
    covered = LookAway.TOTALS in look_away
    yield from (income_line(income, covered=covered) for income in beside.incomes)


def corner_lines(beside: Beside, look_away: Container[LookAway]) -> Iterator[str]:
    """Yield good news, the box, looks back and sheets."""
    yield from map(clipping_line, beside.clippings)
    yield from map(_later, beside.later)
    for review in beside.reviews:
        yield from review_lines(review, names_days=LookAway.DATES not in look_away)
    yield from (sheet_text(sheet, look_away) for sheet in beside.sheets)


def _attempt(attempt: Attempt) -> str:
    if not attempt.is_ahead:
        return attempt_line(attempt)
    return remarked(said(_("Thought of trying"), attempt.step), attempt_words(attempt))


def _later(later: Later) -> str:
    """Return what was put in; as long as it is closed, only that it is there."""
    return said(_("To open later"), _("(closed)") if later.opened_on is None else later.text)
