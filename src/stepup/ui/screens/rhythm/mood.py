"""Mood and energy: a year of days, or a line with its range over a chosen span."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from stepup.domain.problem import Problem
from stepup.domain.span import Span
from stepup.domain.weeks import last_days, year_of
from stepup.i18n import N_, _, ngettext
from stepup.notebook.patterns import Feeling
from stepup.ui.screens.rhythm.mood_lines import MoodLines
from stepup.ui.screens.rhythm.spans import SpanPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.patterns import span_words, year_words

_FEELINGS: Final[dict[Feeling, str]] = {"mood": N_("Mood"), "energy": N_("Energy")}
_YEAR: Final = "year"
LENGTHS: Final = (30, 90, 365)
"""Days of a line."""


class MoodPage(SpanPage):
    """A cell a day over a year, or the last days as a line; mood or energy."""

    VIEW: ClassVar[str] = "mood"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._feeling: Feeling = "mood"
        self._picture = _YEAR
        self._opened = 0

    @property
    def span(self) -> Span:
        """The year, or the days of the line."""
        if self._picture == _YEAR:
            return year_of(self.day)
        return last_days(self.day, int(self._picture))

    def day_beside(self, step: int) -> date:
        """Return the last day of the year or line before or after this one."""
        if step < 0:
            return self.span.day_before
        after = self.span.day_after
        if self._picture == _YEAR:
            return after
        return date.fromordinal(after.toordinal() + int(self._picture) - 1)

    def span_title(self) -> str:
        """Return the year, or the first and the last day."""
        return year_words(self.day) if self._picture == _YEAR else span_words(self.span)

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        feelings = tuple(
            Part(feeling, _(name), on=feeling == self._feeling)
            for feeling, name in _FEELINGS.items()
        )
        pictures = [Part(_YEAR, _("A year"), on=self._picture == _YEAR)]
        pictures += [
            Part(
                str(days),
                ngettext("{number} day", "{number} days", days).format(number=days),
                on=self._picture == str(days),
            )
            for days in LENGTHS
        ]
        return [
            self.views_line(),
            Spec("feeling", label=_("Looking at"), parts=feelings, marked=True, gap=True),
            Spec("picture", label=_("Span"), parts=tuple(pictures), marked=True),
            self.when_line(),
            *self._picture_lines(),
        ]

    def _picture_lines(self) -> list[Spec]:
        try:
            lines = MoodLines(self.session, self._feeling, self.span, self.days_so_far)
            shown = lines.year(self._opened) if self._picture == _YEAR else lines.line()
            return [*shown, *(lines.figures() if self.figures else ())]
        except Problem as problem:
            return [self.unreadable(problem_sentence(problem))]

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "feeling":
                self._feeling = "energy" if part == "energy" else "mood"
                self.refresh_rows()
            case "picture":
                self._picture = part or _YEAR
                self.refresh_rows()
            case "month":
                self._opened = 0 if self._opened == int(name) else int(name)
                self.refresh_rows()
            case "days":
                self.open_day(part or "")
            case _:
                super().choose(row, part, how)

    def action_figures(self) -> None:
        """Show figures and go to them, or put them away."""
        super().action_figures()
        if self.figures:
            self.rows.go_to("figures")
