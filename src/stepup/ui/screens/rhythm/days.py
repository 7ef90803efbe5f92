"""Days and weeks: the rows of the day over a week or a month, and when things tend to happen."""

from __future__ import annotations

from typing import ClassVar, Final

from stepup.domain.problem import Problem
from stepup.domain.profile import LookAway
from stepup.domain.span import Span
from stepup.domain.weeks import month_of, week_of
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.rhythm.days_lines import DaysLines
from stepup.ui.screens.rhythm.spans import SpanPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.patterns import days_recorded, first_weekday, span_words

_UNITS: Final = {"week": N_("Week"), "month": N_("Month")}


class DaysPage(SpanPage):
    """One week or month: a row of days for each row of the day; the opened one with its habits."""

    VIEW: ClassVar[str] = "days"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._unit = "week"
        self._opened = ""

    @property
    def span(self) -> Span:
        """The week or month that is shown."""
        return week_of(self.day, first_weekday()) if self._unit == "week" else month_of(self.day)

    def span_title(self) -> str:
        """Return the week by its days, the month by its name."""
        return span_words(self.span) if self._unit == "week" else format_day(self.day, "month")

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        recorded = ""
        try:
            view = self.session.patterns.view(self.span)
            lines = DaysLines(self.session, view, self._opened, figures=self.figures).all()
            if view.recorded and not self.session.hides(LookAway.TOTALS):
                recorded = days_recorded(len(view.recorded), self.days_so_far)
        except Problem as problem:
            lines = [self.unreadable(problem_sentence(problem))]
        return [
            self.views_line(),
            self._units_line(recorded),
            self.when_line(),
            *lines,
            _rows_line(),
        ]

    def _units_line(self, recorded: str) -> Spec:
        parts = tuple(Part(unit, _(name), on=unit == self._unit) for unit, name in _UNITS.items())
        after = f"  {recorded}" if recorded else ""
        return Spec("unit", label=_("Span"), parts=parts, after=after, marked=True, gap=True)

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "unit":
                self._unit = part or self._unit
                self.refresh_rows()
            case "row":
                self._opened = "" if self._opened == name else name
                self.refresh_rows()
            case "days":
                self.open_day(part or "")
            case "rows":
                from stepup.ui.screens.day_rows import DayRowsPage

                self.stepup.lay_over(DayRowsPage(self.session))
            case _:
                super().choose(row, part, how)


def _rows_line() -> Spec:
    """Return the way to where rows are switched on, made, renamed and retired."""
    after = _("switch on, make, rename, retire")
    return Spec("rows", text=_("Rows of the day"), after=after, wide=True, gap=True)
