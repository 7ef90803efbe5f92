"""Looking back over a span: what stands in it, and the lines one leaves with it.

Nothing is averaged and nothing is set against another span.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from stepup.domain.change import Change, Edit, Label, removed
from stepup.domain.corner import Clipping
from stepup.domain.goal import GoalDay, Outcome
from stepup.domain.journal import JournalEntry, Win
from stepup.domain.ladder import Attempt
from stepup.domain.record import CORE, Dated, year_shard
from stepup.domain.review import Review
from stepup.domain.span import Span
from stepup.domain.stage import Placement
from stepup.notebook.book import Book

D = TypeVar("D", bound=Dated)
_KINDS: Final[tuple[type[Dated], ...]] = (Win, GoalDay, Attempt, JournalEntry, Clipping)
FIELDS: Final = ("sentence", "keep", "smaller", "let_go")
"""The lines of a look back, in the order of asking."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What stands in a span, each kind the newest first.

    `recorded` counts the days on which anything stands. Of the journal, entries put away are
    left out. `stages` are the ids of those in which one was, in no order that means anything.
    """

    span: Span
    recorded: int
    wins: tuple[Win, ...]
    for_someone: tuple[Win, ...]
    done: tuple[GoalDay, ...]
    half: tuple[GoalDay, ...]
    attempts: tuple[Attempt, ...]
    entries: tuple[JournalEntry, ...]
    clippings: tuple[Clipping, ...]
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    records: list[Dated]
    placements: list[Placement]
    days: int


class Reviews:
    """The verbs of looking back."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    def happened(self, span: Span) -> Happened:
        """Return what stands in a span; reads core and the years it touches, and no other.

        Raises:
            Problem: one of these years cannot be read.
        """
        found = self._read(span)

        def of(kind: type[D]) -> list[D]:
            # Each year's come sorted, and the newest year first.
            return [record for record in found.records if isinstance(record, kind)]

        wins, goals = of(Win), of(GoalDay)
        return Happened(
            span=span,
            recorded=found.days,
            wins=tuple(win for win in wins if not win.for_someone),
            for_someone=tuple(win for win in wins if win.for_someone),
            done=tuple(goal for goal in goals if goal.outcome is Outcome.DONE),
            half=tuple(goal for goal in goals if goal.outcome is Outcome.HALF),
            attempts=tuple(one for one in of(Attempt) if not one.is_ahead),
            entries=tuple(entry for entry in of(JournalEntry) if not entry.closed),
            clippings=tuple(of(Clipping)),
            stages=tuple(dict.fromkeys(one.stage for one in found.placements)),
        )

    def _read(self, span: Span) -> _Found:
        """Read core and each year of the span once, the newest first: memory holds few at a time."""
        records: list[Dated] = []
        placements: list[Placement] = []
        days: set[date] = set()
        first, last = year_shard(span.first), year_shard(span.last)
        for shard in (CORE, *(year for year in self._book.years() if first <= year <= last)):
            days.update(day for day in self._book.shelf(shard).days() if day in span)
            there = self._book.of_kind(Placement, shard)
            placements += [
                placement for placement in there if placement.within(span.first, span.last)
            ]
            if shard != CORE:
                found = (one for kind in _KINDS for one in self._book.of_kind(kind, shard))
                records += _newest_first(one for one in found if one.day in span)
        return _Found(records, placements, len(days))

    # The person's own lines

    def of_year(self, year: str) -> list[Review]:
        """Return what was left with spans in the course of a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        return list(_newest_first(self._book.of_kind(Review, year)))

    def find(self, review_id: str, year: str) -> Review | None:
        """Return one by its id and the year in which it was written, or None."""
        return self._book.one(Review, review_id, year)

    def of_span(self, span: Span, year: str) -> Review | None:
        """Return what was last left with exactly this span in the course of a year, or None."""
        return next((review for review in self.of_year(year) if review.span == span), None)

    def leave(
        self, day: date, span: Span, field: str, text: str, before: Review | None = None
    ) -> Review | None:
        """Leave a line with a span, in one of `FIELDS`: in a look back that is there, or a new one.

        One without any line is taken away. Returns it as it is now.

        Raises:
            Problem: text_too_long; nothing was changed.
        """
        if before is None:
            now = self._book.now()
            blank = Review(
                id=self._book.ids(), day=day, at=now, from_day=span.first, to_day=span.last
            )
            after = blank.replace(**{field: text})
        else:
            after = before.replace(**{field: text})
        kept = after if after.lines else None
        if kept != before:
            self._book.apply(Change(Label.REVIEW, (Edit(before, kept),)))
        return kept

    def take_away(self, review: Review) -> None:
        """Take one away; undo brings it back."""
        self._book.apply(removed(review, label=Label.REVIEW))


def _newest_first(records: Iterable[D]) -> tuple[D, ...]:
    return tuple(sorted(records, key=lambda one: (one.day, one.at), reverse=True))
