"""The ladder of a goal: rungs in an order, how hard each seems, and what was tried."""

from __future__ import annotations

from stepup.domain.change import Label, added, removed, replaced
from stepup.domain.goal import HARDEST, Goal
from stepup.domain.ladder import Attempt, by_hardness, of_rung
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import year_shard
from stepup.domain.text import one_line
from stepup.notebook.book import Book
from stepup.notebook.goals import of_goal


class Ladder:
    """The verbs of a goal's rungs; numbers are 0 to 10, and any may be left out."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    # What was tried

    def attempts(self, goal: Goal, year: str) -> list[Attempt]:
        """Return what was tried of a goal in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        return of_goal(self._book, Attempt, goal.id, year)

    def in_hand(self, goal: Goal, index: int) -> Attempt | None:
        """Return the try of a rung that numbers belong to now: today's, or one still ahead."""
        today = self._book.today()
        mine = of_rung(goal.steps[index], self.attempts(goal, year_shard(today)))
        return next((one for one in mine[:1] if one.day == today or one.is_ahead), None)

    def predict(
        self, goal: Goal, index: int, before: int | None, attempt: Attempt | None = None
    ) -> None:
        """Keep how hard a rung is thought to be: of a new try today, or of one there is.

        Raises:
            Problem: not_in_range.
        """
        self._note(goal, index, attempt, before=before)

    def live(
        self, goal: Goal, index: int, after: int | None, attempt: Attempt | None = None
    ) -> None:
        """Keep how hard a rung was: of a new try today, or of one there is.

        Raises:
            Problem: not_in_range.
        """
        self._note(goal, index, attempt, after=after)

    def remove(self, attempt: Attempt) -> None:
        """Take a try away."""
        self._book.apply(removed(attempt, label=Label.ATTEMPT))

    def _note(self, goal: Goal, index: int, attempt: Attempt | None, **numbers: int | None) -> None:
        for number in numbers.values():
            _check(number)
        base = attempt or Attempt(
            id=self._book.ids(),
            day=self._book.today(),
            at=self._book.now(),
            goal=goal.id,
            step=goal.steps[index].text,
        )
        after = base.replace(**numbers)
        says_nothing = after.before is None and after.after is None
        if attempt is None and not says_nothing:
            self._book.apply(added(Label.ATTEMPT, after))
        elif attempt is not None and says_nothing:
            self.remove(attempt)
        elif attempt is not None and after != attempt:
            self._book.apply(replaced(Label.ATTEMPT, attempt, after))

    # Rungs

    def seems(self, goal: Goal, index: int, hard: int | None) -> None:
        """Keep how hard a rung seems now, or that nothing is said of it.

        Raises:
            Problem: not_in_range.
        """
        _check(hard)
        self._replace(goal, goal.with_step(index, goal.steps[index].replace(hard=hard)))

    def move(self, goal: Goal, index: int, by: int) -> None:
        """Put a rung `by` places further down, or up for a number below 0."""
        self._replace(goal, goal.with_step_moved(index, by))

    def sort(self, goal: Goal) -> None:
        """Put the rungs in the order of how hard they seem, the easiest first."""
        self._replace(goal, goal.replace(steps=by_hardness(goal.steps)))

    def name_ends(self, goal: Goal, *, easy: str | None = None, hard: str | None = None) -> None:
        """Say in own words what 0 or 10 means here; without words, what it meant to begin with."""
        after = goal
        if easy is not None:
            after = after.replace(easy=one_line(easy) or None)
        if hard is not None:
            after = after.replace(hard=one_line(hard) or None)
        self._replace(goal, after)

    def _replace(self, before: Goal, after: Goal) -> None:
        if after != before:
            self._book.apply(replaced(Label.LADDER, before, after))


def _check(number: int | None) -> None:
    if number is not None and not 0 <= number <= HARDEST:
        raise Problem(ProblemCode.NOT_IN_RANGE, least=0, most=HARDEST)
