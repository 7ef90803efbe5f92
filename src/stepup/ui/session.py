"""The open notebook as the screens get it: the book, its verbs, drafts and device settings."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stepup.domain.day import Clock
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway
from stepup.notebook.book import Book, SaveState, open_book
from stepup.notebook.days import Days
from stepup.notebook.drafting import Drafting
from stepup.notebook.goals import Goals
from stepup.notebook.profile import Profile
from stepup.settings import Settings

if TYPE_CHECKING:
    from stepup.notebook.answers import Answers
    from stepup.notebook.cards import Cards
    from stepup.notebook.corners import Corners
    from stepup.notebook.goal_days import GoalDays
    from stepup.notebook.incomes import Incomes
    from stepup.notebook.journal import Journal
    from stepup.notebook.ladder import Ladder
    from stepup.notebook.locking import Key
    from stepup.notebook.needs import Needs
    from stepup.notebook.own_numbers import OwnNumbers
    from stepup.notebook.patterns import Patterns
    from stepup.notebook.pieces import Pieces
    from stepup.notebook.promises import Promises
    from stepup.notebook.review import Reviews
    from stepup.notebook.rhythm import Rhythm
    from stepup.notebook.search import Search
    from stepup.notebook.sharing import Sharing
    from stepup.notebook.sheets import Sheets
    from stepup.notebook.stages import Stages
    from stepup.notebook.strengths import Strengths
    from stepup.notebook.supporters import Supporters
    from stepup.notebook.talks import Talks
    from stepup.notebook.visit_sheet import VisitSheet
    from stepup.notebook.visits import Visits
    from stepup.notebook.works import Works


class Session:
    """What a screen may use. One a window.

    What the first page does not need is loaded when it is first asked for.
    """

    def __init__(
        self, folder: Path, settings: Settings, book: Book, key: Key | None = None
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.book = book
        self.key = key
        self.days = Days(book)
        self.goals = Goals(book)
        self.profile = Profile(book)
        self.drafts = Drafting(book)
        self.masked = False
        """Whether names and how to reach people are covered; by a key, until it is pressed again."""
        self.covers_work = False
        """Whether amounts and clients are covered, likewise."""

    @cached_property
    def journal(self) -> Journal:
        """The verbs of the journal."""
        from stepup.notebook.journal import Journal

        return Journal(self.book)

    @cached_property
    def search(self) -> Search:
        """Looking through everything."""
        from stepup.notebook.search import Search

        return Search(self.book)

    @cached_property
    def goal_days(self) -> GoalDays:
        """What became of goals on their days."""
        from stepup.notebook.goal_days import GoalDays

        return GoalDays(self.book)

    @cached_property
    def ladder(self) -> Ladder:
        """The verbs of ladders."""
        from stepup.notebook.ladder import Ladder

        return Ladder(self.book)

    @cached_property
    def stages(self) -> Stages:
        """The verbs of the map of places."""
        from stepup.notebook.stages import Stages

        return Stages(self.book)

    @cached_property
    def rhythm(self) -> Rhythm:
        """The shape of sleep."""
        from stepup.notebook.rhythm import Rhythm

        return Rhythm(self.book)

    @cached_property
    def patterns(self) -> Patterns:
        """The shape of days, weeks and moods."""
        from stepup.notebook.patterns import Patterns

        return Patterns(self.book)

    @cached_property
    def sheets(self) -> Sheets:
        """The verbs of the three sheets."""
        from stepup.notebook.sheets import Sheets

        return Sheets(self.book)

    @cached_property
    def reviews(self) -> Reviews:
        """The verbs of looking back."""
        from stepup.notebook.review import Reviews

        return Reviews(self.book)

    @cached_property
    def own_numbers(self) -> OwnNumbers:
        """The verbs of numbers of one's own."""
        from stepup.notebook.own_numbers import OwnNumbers

        return OwnNumbers(self.book)

    @cached_property
    def corners(self) -> Corners:
        """The verbs of the journal's quiet corners; what is drawn, is drawn by chance."""
        from secrets import randbelow

        from stepup.notebook.corners import Corners

        return Corners(self.book, randbelow)

    @cached_property
    def works(self) -> Works:
        """The verbs of works and times of working."""
        from stepup.notebook.works import Works

        return Works(self.book)

    @cached_property
    def incomes(self) -> Incomes:
        """The verbs of income."""
        from stepup.notebook.incomes import Incomes

        return Incomes(self.book)

    @property
    def hides_amounts(self) -> bool:
        """Whether amounts of money are covered: by the key, or since totals are looked away from."""
        return self.covers_work or self.hides(LookAway.TOTALS)

    @cached_property
    def promises(self) -> Promises:
        """The verbs of promises."""
        from stepup.notebook.promises import Promises

        return Promises(self.book)

    @cached_property
    def pieces(self) -> Pieces:
        """The verbs of pieces."""
        from stepup.notebook.pieces import Pieces

        return Pieces(self.book)

    @cached_property
    def strengths(self) -> Strengths:
        """The verbs of strengths, practice and learning."""
        from stepup.notebook.strengths import Strengths

        return Strengths(self.book)

    @cached_property
    def cards(self) -> Cards:
        """The verbs of rehearsal cards and drafts of papers."""
        from stepup.notebook.cards import Cards

        return Cards(self.book)

    @cached_property
    def sharing(self) -> Sharing:
        """The verbs of handing over."""
        from stepup.notebook.sharing import Sharing

        return Sharing(self.book)

    @cached_property
    def supporters(self) -> Supporters:
        """The verbs of who and what one leans on."""
        from stepup.notebook.supporters import Supporters

        return Supporters(self.book)

    @cached_property
    def visits(self) -> Visits:
        """The verbs of visits and appointments."""
        from stepup.notebook.visits import Visits

        return Visits(self.book)

    @cached_property
    def talks(self) -> Talks:
        """The verbs of talks."""
        from stepup.notebook.talks import Talks

        return Talks(self.book)

    @cached_property
    def visit_sheet(self) -> VisitSheet:
        """The verbs of the visit sheet."""
        from stepup.notebook.visit_sheet import VisitSheet

        return VisitSheet(self.book)

    @cached_property
    def needs(self) -> Needs:
        """The verbs of difficulties and wishes."""
        from stepup.notebook.needs import Needs

        return Needs(self.book)

    @cached_property
    def answers(self) -> Answers:
        """The verbs of own answers and of the first message."""
        from stepup.notebook.answers import Answers

        return Answers(self.book)

    def hides(self, what: LookAway) -> bool:
        """Whether something is to be kept out of sight."""
        return self.profile.hides(what)

    def set(self, **changes: object) -> None:
        """Change device settings and keep them.

        Raises:
            Problem: the settings file cannot be written.
        """
        from stepup.settings import write_settings

        changed = replace(self.settings, **changes)  # type: ignore[arg-type]
        try:
            write_settings(self.folder, changed)
        except OSError as error:
            name = errno.errorcode.get(error.errno or 0, "")
            raise Problem(ProblemCode.IO_ERROR, error=name) from None
        self.settings = changed


def open_session(
    folder: Path,
    settings: Settings,
    *,
    clock: Clock | None,
    key: Key | None = None,
    on_state: Callable[[SaveState], None],
    on_foreign: Callable[[frozenset[str]], None],
) -> Session:
    """Open the notebook in `folder`, by this computer's clock unless another is given; a locked one with its key.

    Raises:
        Problem: it cannot be opened.
    """
    book = open_book(folder, clock=clock, key=key, on_state=on_state, on_foreign=on_foreign)
    return Session(folder, settings, book, key)
