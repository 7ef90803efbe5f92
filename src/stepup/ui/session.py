"""The open notebook as the screens get it: the book, its verbs, drafts and device settings."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from stepup.domain.day import Clock
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway
from stepup.notebook.book import Book, SaveState, open_book
from stepup.notebook.days import Days
from stepup.notebook.drafting import Drafting
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.notebook.search import Search
from stepup.settings import Settings


@dataclass(slots=True)
class Session:
    """What a screen may use. One a window."""

    folder: Path
    settings: Settings
    book: Book
    days: Days
    goals: Goals
    journal: Journal
    profile: Profile
    search: Search
    drafts: Drafting

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
    on_state: Callable[[SaveState], None],
    on_foreign: Callable[[frozenset[str]], None],
) -> Session:
    """Open the notebook in `folder`, by this computer's clock unless another is given.

    Raises:
        Problem: it cannot be opened.
    """
    book = open_book(folder, clock=clock, on_state=on_state, on_foreign=on_foreign)
    return Session(
        folder=folder,
        settings=settings,
        book=book,
        days=Days(book),
        goals=Goals(book),
        journal=Journal(book),
        profile=Profile(book),
        search=Search(book),
        drafts=Drafting(book),
    )
