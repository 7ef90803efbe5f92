"""How the person wants the program to be: rows, day start, what to look away from, rest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.journal import OwnHelp
from stepup.domain.profile import LookAway, Preferences, Rest
from stepup.domain.record import CORE, year_shard
from stepup.domain.rhythm import Measure, Tracker
from stepup.notebook.book import Book


class Profile:
    """The verbs of the settings that live in the vault."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book

    @property
    def stored(self) -> Preferences | None:
        """The preferences as stored, or None while all are as they came."""
        return self._book.one(Preferences, "preferences")

    def change(self, **fields: Any) -> None:
        """Change preferences by field name."""
        after = self._book.preferences.replace(**fields)
        if after != self._book.preferences:
            self._book.apply(Change(Label.PREFERENCES, (Edit(self.stored, after),)))

    def switch_row(self, row: str) -> None:
        """Show a row on Today, or put it out of sight; what is in it stays."""
        rows = self._book.preferences.rows
        self.change(rows=tuple(r for r in rows if r != row) if row in rows else (*rows, row))

    def look_away(self, what: LookAway) -> None:
        """Put something out of sight, or bring it back."""
        self.change(look_away=self._book.preferences.look_away ^ {what})

    def hides(self, what: LookAway) -> bool:
        """Whether something is to be kept out of sight."""
        return what in self._book.preferences.look_away

    def note_opened(self, screen: str) -> None:
        """Let a screen join the rail, once it was opened for the first time."""
        before = self._book.preferences
        if screen not in before.opened and self._book.read_only is None:
            after = before.replace(opened=(*before.opened, screen))
            change = Change(Label.PREFERENCES, (Edit(self.stored, after),))
            self._book.apply(change, undoable=False)

    # Own rows

    def trackers(self, *, retired: bool = False) -> list[Tracker]:
        """Return the person's own rows in their order; retired ones only when asked for."""
        found = [t for t in self._book.of_kind(Tracker) if retired or not t.retired]
        return sorted(found, key=lambda tracker: (tracker.position, tracker.name))

    def add_tracker(self, name: str, measure: Measure) -> Tracker:
        """Make a row of one's own."""
        position = len(self._book.of_kind(Tracker))
        tracker = Tracker(id=self._book.ids(), name=name, measure=measure, position=position)
        self._book.apply(added(Label.TRACKER, tracker))
        return tracker

    def change_tracker(self, tracker: Tracker, **fields: Any) -> None:
        """Rename or retire a row; its history stays."""
        self._book.apply(replaced(Label.TRACKER, tracker, tracker.replace(**fields)))

    # Rest

    def resting(self, day: date) -> Rest | None:
        """Return the time of rest that covers a day, or None; reads core and the day's year.

        Raises:
            Problem: the year cannot be read.
        """
        shards = (CORE, year_shard(day))
        found = (rest for shard in shards for rest in self._book.of_kind(Rest, shard))
        return next((rest for rest in found if rest.covers(day)), None)

    def rest_going_on(self, day: date) -> Rest | None:
        """Return the time of rest that goes on and covers a day, or None; reads core only."""
        found = self._book.of_kind(Rest)
        return next((rest for rest in found if rest.to_day is None and rest.covers(day)), None)

    def begin_rest(self, day: date) -> None:
        """Begin a time of rest."""
        if self.rest_going_on(day) is None:
            self._move_ended_rests()
            self._book.apply(added(Label.REST, Rest(id=self._book.ids(), from_day=day)))

    def end_rest(self, day: date) -> None:
        """End the time of rest with the day before."""
        rest = self.rest_going_on(day)
        if rest is None:
            return
        self._move_ended_rests()
        if rest.from_day == day:
            self._book.apply(removed(rest, label=Label.REST))
        else:
            edits = self._ended(rest, day - timedelta(days=1))
            self._book.apply(Change(Label.REST, edits))

    def _move_ended_rests(self) -> None:
        """Bring the ended rests that an earlier version left in core to their years: no act of the person's."""
        edits = (
            edit
            for rest in self._book.of_kind(Rest)
            if rest.to_day is not None
            for edit in self._ended(rest, rest.to_day)
        )
        self._book.apply(Change(Label.REST, tuple(edits)), undoable=False)

    def _ended(self, rest: Rest, last: date) -> tuple[Edit, ...]:
        pieces = rest.until(last, self._book.ids)
        return tuple(Edit(rest if piece.id == rest.id else None, piece) for piece in pieces)

    # Own help

    def own_help(self) -> str:
        """Return the person's own plan and numbers for hard moments."""
        stored = self._book.one(OwnHelp, "own_help")
        return stored.text if stored else ""

    def write_own_help(self, text: str) -> None:
        """Keep the person's own plan and numbers for hard moments."""
        stored = self._book.one(OwnHelp, "own_help")
        if text != self.own_help():
            self._book.apply(Change(Label.OWN_HELP, (Edit(stored, OwnHelp(text=text)),)))
