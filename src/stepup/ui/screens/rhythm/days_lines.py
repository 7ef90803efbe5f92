"""Which lines stand under a week or month of the rows of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil

from stepup.domain.profile import LookAway
from stepup.domain.rhythm import Mark, Measure, total
from stepup.domain.weeks import ENOUGH as ENOUGH_MARKS
from stepup.domain.weeks import (
    LOOKED_BACK,
    Tally,
    by_hour,
    by_weekday,
    fullness,
    last_days,
    tally,
    usual_hours,
    weekdays_named,
)
from stepup.i18n import _, format_day, format_minutes, format_number
from stepup.notebook.patterns import RowMarks, SpanView
from stepup.ui.session import Session
from stepup.ui.widgets.charts import TEN, bars, days_row, height, month_ruler
from stepup.ui.widgets.layout import Part, Spec
from stepup.words import patterns as words
from stepup.words.day import ROWS, marks_text

_WEEK = 7
_CELLS = 3
"""Cells of a day in a week."""
_HOURS_RULER = "0     6     12    18"


class DaysLines:
    """Makes the lines of one span."""

    def __init__(self, session: Session, view: SpanView, opened: str, *, figures: bool) -> None:
        self._session = session
        self._view = view
        self._span = view.span
        self._opened = opened
        self._figures = figures
        self._is_week = len(view.span) <= _WEEK
        self._ascii = session.settings.ascii_charts
        self._draws = not session.hides(LookAway.TRENDS)
        self._counts = not session.hides(LookAway.TOTALS)
        self._dates = not session.hides(LookAway.DATES)

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom.

        Raises:
            Problem: a year of the span cannot be read.
        """
        view = self._view
        if not view.rows:
            text = _("What is marked on Today comes to stand here, week by week.")
            return [Spec("none", text=text, soft=True, wide=True, still=True, gap=True)]
        lines = [*self._ruler()]
        for row in view.rows:
            lines.append(self._row(row, gap=not lines))
            if row.key == self._opened:
                lines += self._opened_row(row)
        return [*lines, *self._legend()]

    def _ruler(self) -> Iterator[Spec]:
        if not self._draws or not (self._is_week or self._dates):
            return
        letters = (words.weekday_letters(day.weekday()) for day in self._span.days)
        text = "".join(f"{pair} " for pair in letters) if self._is_week else month_ruler()
        yield Spec("ruler", text=text, soft=True, still=True, gap=True)

    def _row(self, row: RowMarks, *, gap: bool) -> Spec:
        return Spec(
            f"row:{row.key}",
            label=row.tracker.name if row.tracker else _(ROWS[row.key]),
            text=self._picture(row) if self._draws else "",
            after=self._counted(row),
            gap=gap,
        )

    def _picture(self, row: RowMarks) -> str:
        levels = [self._level(row, day) for day in self._span.days]
        if self._is_week:
            return days_row(levels, ascii_only=self._ascii, wide=_CELLS)
        return days_row(levels, ascii_only=self._ascii, groups=TEN)

    def _level(self, row: RowMarks, day: date) -> int | None:
        if day in row.marks:
            return fullness(row.measure, row.marks[day])
        return 0 if day in self._view.recorded else None

    def _counted(self, row: RowMarks) -> str:
        if not self._counts or not row.marks:
            return ""
        counted = tally(row.marks, self._view.recorded)
        said = words.on_days(counted) if self._is_week else words.on_days_short(counted)
        amount = self._amount(row) if self._figures else ""
        return _(", ").join(part for part in (said, amount) if part)

    @staticmethod
    def _amount(row: RowMarks) -> str:
        every = [mark for marks in row.marks.values() for mark in marks]
        if row.measure is Measure.COUNT:
            return _("{amount} in all").format(amount=format_number(total(every)))
        minutes = sum(mark.value or 0 for mark in every)
        if row.measure is Measure.MINUTES and minutes:
            return _("{amount} in all").format(amount=format_minutes(minutes))
        return ""

    def _legend(self) -> Iterator[Spec]:
        if not self._draws or not self._view.recorded:
            return
        heights = "".join(height(level, ascii_only=self._ascii) for level in range(1, 6))
        text = _("{nothing} a day with a record   {heights} less to more").format(
            nothing=height(0, ascii_only=self._ascii), heights=heights
        )
        yield Spec("legend", text=text, soft=True, still=True)

    # The row that is opened

    def _opened_row(self, row: RowMarks) -> Iterator[Spec]:
        if row.marks:
            parts = tuple(self._day(row, day, marks) for day, marks in row.marks.items())
            yield Spec(f"days:{row.key}", parts=parts)
        if self._draws:
            until = min(self._span.last, self._session.book.today())
            base = last_days(until, LOOKED_BACK)
            view = self._session.patterns.view(base)
            known = view.row(row.key)
            if known is not None:
                yield from self._habits(known, view)

    def _day(self, row: RowMarks, day: date, marks: tuple[Mark, ...]) -> Part:
        said = marks_text(row.measure, marks)
        if not self._counts or said == _("yes"):
            said = ""
        if self._is_week or not self._dates:
            text = f"{words.weekday_letters(day.weekday())} {said}".rstrip()
        else:
            text = words.day_of_month(day, said)
        return Part(day.isoformat(), text, on=True)

    def _habits(self, row: RowMarks, view: SpanView) -> Iterator[Spec]:
        named = weekdays_named(tallies := by_weekday(row.marks, view.recorded))
        if named is None:
            yield Spec("too-little", text=words.not_yet_shown(), soft=True, still=True)
            return
        yield Spec("base", text=self._base(tally(row.marks, view.recorded)), soft=True, still=True)
        yield from self._weekdays(named, tallies)
        yield from self._hours(row)

    def _base(self, counted: Tally) -> str:
        until = min(self._span.last, self._session.book.today())
        text = _("Twelve weeks")
        if self._dates:
            text = _("Twelve weeks to {day}").format(day=format_day(until, "short"))
        if not self._counts:
            return text
        return _("{weeks}: {counted}").format(weeks=text, counted=words.of_recorded_days(counted))

    def _weekdays(self, named: tuple[int, ...], tallies: tuple[Tally, ...]) -> Iterator[Spec]:
        order = words.weekday_order()
        letters = "".join(f"{words.weekday_letters(weekday)} " for weekday in order)
        levels = [_share(tallies[weekday]) for weekday in order]
        picture = days_row(levels, ascii_only=self._ascii, wide=_CELLS)
        said = words.weekdays_said(named, tallies if self._counts else None)
        yield Spec("weekday-names", label=_("Weekdays"), text=letters, soft=True, still=True)
        yield Spec("weekdays", text=picture, still=True)
        yield Spec("weekdays-said", text=said, soft=True, still=True)

    def _hours(self, row: RowMarks) -> Iterator[Spec]:
        minutes = self._session.patterns.clock_minutes(row)
        if len(minutes) < ENOUGH_MARKS:
            yield Spec("hours-said", text=words.hours_not_shown(), soft=True, still=True)
            return
        counts = by_hour(minutes)
        usual = usual_hours(counts)
        by_clock = row.measure is Measure.CLOCK
        basis = words.hours_basis(usual, len(minutes), by_clock=by_clock) if self._counts else ""
        said = words.hours_said(usual, by_clock=by_clock)
        yield Spec("hours-ruler", label=_("Hours"), text=_HOURS_RULER, soft=True, still=True)
        yield Spec("hours", text=bars(counts, ascii_only=self._ascii), still=True)
        yield Spec("hours-said", text=said, after=basis, soft=True, still=True)


def _share(counted: Tally) -> int | None:
    """Return the height for a weekday: on how many of its recorded days, in fifths."""
    if not counted.recorded:
        return None
    return ceil(5 * counted.marked / counted.recorded)
