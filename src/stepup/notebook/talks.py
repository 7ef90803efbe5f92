"""Talks: kept as they were told or pasted, and goals made from them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Any

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.goal import Goal
from stepup.domain.problem import Problem
from stepup.domain.record import Prose
from stepup.domain.supporter import SupporterKind
from stepup.domain.talk import Talk
from stepup.domain.text import clean, one_line
from stepup.notebook.book import Book
from stepup.notebook.goals import Goals
from stepup.notebook.shelf import readable
from stepup.notebook.supporters import Supporters


class Talks:
    """The verbs of talks."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def of_year(self, year: str) -> list[Talk]:
        """Return the talks of a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        found = self._book.of_kind(Talk, year)
        return sorted(found, key=lambda one: (one.day, one.at), reverse=True)

    def write(
        self,
        day: date,
        text: Prose,
        before: Talk | None = None,
        supporter: str | None = None,
    ) -> Talk | None:
        """Keep what was said: a new talk with a supporter, or `before` with new words.

        One of which nothing else was noted is taken away with its last words. Returns the talk
        as it is now.

        Raises:
            Problem: text_too_long; nothing was changed.
        """
        is_empty = not clean(text).strip()
        if before is None:
            if is_empty:
                return None
            talk = Talk(
                id=self._book.ids(), day=day, at=self._book.now(), text=text, supporter=supporter
            )
            self._book.apply(added(Label.TALK, talk))
            return talk
        if is_empty and _says_nothing_else(before):
            self.take_away(before)
            return None
        return self.change(before, text=text)

    def that_made(self, goal: Goal, year: str) -> Talk | None:
        """Return the talk a goal was made from, if there is one.

        Looked for in the year the goal names; one that an earlier version made names none, and is
        looked for in `year`. Nothing is kept in memory for it; a year that cannot be read is
        passed over.
        """
        if goal.talk_year is not None:
            year = f"{goal.talk_year:04d}"
        named = re.compile(re.escape(goal.id).encode())
        with suppress(Problem):
            tables = self._book.written(year, named) if year in self._book.years() else {}
            for document in tables.get(Talk.kind, {}).values():
                if goal.id in document.get("goals", ()):
                    talk = readable(Talk.kind, document)
                    return talk if isinstance(talk, Talk) else None
        return None

    def change(self, talk: Talk, **fields: Any) -> Talk:
        """Say otherwise on which way it was, with whom, how it felt, what comes next.

        Returns the talk as it is now.

        Raises:
            Problem: text_too_long.
        """
        after = talk.replace(**fields)
        if after != talk:
            self._book.apply(replaced(Label.TALK, talk, after))
        return after

    def with_name(self, talk: Talk, name: str) -> Talk:
        """Say with whom it was, by name: one of the list, or a person who joins it with this.

        Returns the talk as it is now.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        supporters = Supporters(self._book)
        named = one_line(name)
        known = next((one for one in supporters.all() if one.name == named), None)
        if known is not None:
            return self.change(talk, supporter=known.id)
        supporter = supporters.drafted(named, SupporterKind.PERSON)
        after = talk.replace(supporter=supporter.id)
        self._book.apply(Change(Label.SUPPORTER, (Edit(None, supporter), Edit(talk, after))))
        return after

    def take_away(self, talk: Talk) -> None:
        """Take a talk away; goals made from it stay. Undo brings it back."""
        self._book.apply(removed(talk, label=Label.TALK))

    def make_goal(self, talk: Talk, text: str) -> Goal:
        """Make a goal from a talk; the talk names it from then on.

        Raises:
            Problem: nothing_written, text_too_long.
        """
        goal = Goals(self._book).drafted(text).replace(talk_year=talk.day.year)
        after = talk.replace(goals=(*talk.goals, goal.id))
        self._book.apply(Change(Label.GOAL, (Edit(None, goal), Edit(talk, after))))
        return goal


def _says_nothing_else(talk: Talk) -> bool:
    said = (talk.supporter, talk.channel, talk.before, talk.after, talk.next, talk.goals)
    return not any(said)
