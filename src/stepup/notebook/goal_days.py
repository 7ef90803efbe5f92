"""What became of one goal over time: its days, how they came out, and looks at it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from stepup.domain.change import Change, Edit, Label, removed, replaced
from stepup.domain.goal import CLOSED, Answer, Goal, GoalDay, GoalReview, GoalState, Outcome
from stepup.domain.record import year_shard
from stepup.notebook.book import Book
from stepup.notebook.goals import Goals, of_goal
from stepup.notebook.reading import recorded_days

WEEKS: Final = 4
"""How far back is looked to say how often a goal came up."""


class CameUp(NamedTuple):
    """On how many days of the last weeks a goal was done or half done, of those with a record."""

    days: int
    recorded: int


class GoalDays:
    """The days of a goal, a year at a time, and what is said of them afterwards."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book
        self._goals = Goals(book)

    def of(self, goal: Goal, year: str) -> list[GoalDay]:
        """Return the days of a year on which a goal was done or half done, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = of_goal(self._book, GoalDay, goal.id, year)
        return [day for day in found if day.outcome is not Outcome.CHOSEN]

    def rate(self, day: GoalDay, level: int | None) -> None:
        """Say how a goal came out on a day, -2 to 2 against what was hoped; None says nothing."""
        after = day.replace(level=level)
        if after != day:
            self._book.apply(replaced(Label.GOAL_LEVEL, day, after))

    def came_up(self, goal: Goal) -> CameUp | None:
        """Return how often a goal came up in the last four weeks; None when it did not.

        Reads only the years these weeks lie in.
        """
        last = self._book.today()
        first = date.fromordinal(max(1, last.toordinal() - 7 * WEEKS + 1))
        years = dict.fromkeys((year_shard(last), year_shard(first)))
        days = {day.day for year in years for day in self.of(goal, year)}
        there = [day for day in days if first <= day <= last]
        if not there:
            return None
        return CameUp(len(there), len(recorded_days(self._book, first, last)))

    # Looking at it again

    def reviews(self, goal: Goal, year: str) -> list[GoalReview]:
        """Return the looks at a goal in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        return of_goal(self._book, GoalReview, goal.id, year)

    def review(self, goal: Goal, answer: Answer) -> None:
        """Keep what a look at a goal came to today; leaving it be also lets the goal go.

        Another answer on the same day takes the place of the first.
        """
        today = self._book.today()
        looks = self.reviews(goal, year_shard(today))
        before = next((look for look in looks if look.day == today), None)
        after = (
            before.replace(answer=answer, text=goal.text) if before else self._look(goal, answer)
        )
        edits = [Edit(before, after)] if after != before else []
        if answer is Answer.LEAVE and goal.state not in CLOSED:
            edits += self._goals.turned(goal, GoalState.LET_GO)
        self._book.apply(Change(Label.GOAL_REVIEW, tuple(edits)))

    def remove(self, look: GoalReview) -> None:
        """Take a look at a goal away."""
        self._book.apply(removed(look, label=Label.GOAL_REVIEW))

    def _look(self, goal: Goal, answer: Answer) -> GoalReview:
        return GoalReview(
            id=self._book.ids(),
            day=self._book.today(),
            at=self._book.now(),
            goal=goal.id,
            text=goal.text,
            answer=answer,
        )
