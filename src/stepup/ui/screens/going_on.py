"""Going on with what an earlier window left unfinished: the draft's own field is opened again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from stepup.domain.day import parse_day
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.rhythm import Sleep
from stepup.notebook.drafting import Draft
from stepup.ui.screens.day_rhythm import RhythmPage


class GoingOnPage(RhythmPage):
    """A day on which drafts are gone on with.

    Where a draft's field is not known, the journal takes it. It is this window's from then on.
    """

    def write(self, entry: JournalEntry | None) -> None:
        """Open the journal's field: a new entry, or one there is."""
        raise NotImplementedError

    def ask_line(self, into: str, begin: str = "") -> None:
        """Open the one-line entry for a "win", something "for_someone" or a "topic"."""
        raise NotImplementedError

    def ask_words(self, key: str, line: Win | Topic | None) -> None:
        """Open the field of a line."""
        raise NotImplementedError

    def go_on(self, draft: Draft, *, on: str = "") -> None:
        """Open the field of a draft, with its text; `on` is the page it stood on, where that is known."""
        kind, _colon, rest = draft.field.partition(":")
        found = self.stepup.way_on(draft.field, on) if on else None
        found = found or self._on_this_page(kind, rest) or self.stepup.way_on(draft.field)
        open_field, field = found or (partial(self.write, None), f"journal:{self.day}:")
        self.session.drafts.keep(field, draft.text)
        self.refresh_rows()
        self.call_after_refresh(open_field)

    def _on_this_page(self, kind: str, rest: str) -> tuple[Callable[[], None], str] | None:
        day, _colon, name = rest.partition(":")
        if kind not in ("journal", "line", "sleep"):
            return None
        self.turn_to(parse_day(day))
        open_field = self._field_of(kind, name)
        return None if open_field is None else (open_field, f"{kind}:{rest}")

    def _field_of(self, kind: str, name: str) -> Callable[[], None] | None:
        if kind == "journal":
            return partial(self.write, self.find(JournalEntry, name))
        if kind == "sleep":
            sleep = self.find(Sleep, name)
            return partial(self.ask_sleep, sleep)
        if name in ("win", "for_someone", "topic"):
            return partial(self.ask_line, name)
        line = self.find(Win, name) or self.find(Topic, name)
        return partial(self.ask_words, f"{line.kind}:{name}", line) if line else None
