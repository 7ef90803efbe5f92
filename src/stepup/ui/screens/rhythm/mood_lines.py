"""Which lines stand under a year or a span of mood or energy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from stepup.domain.mood_measures import in_steps, together, with_and_without
from stepup.domain.profile import LookAway
from stepup.domain.span import Span
from stepup.i18n import _, format_day, format_number, ngettext
from stepup.notebook.patterns import Feeling, RowMarks
from stepup.ui.session import Session
from stepup.ui.widgets.charts import height, line_rows, month_ruler, year_rows
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.words import patterns as words
from stepup.words.day import ROWS

_STEPS: Final = {30: 1, 90: 3, 365: 10}
"""Days that a column of a line stands for, by the days of the line."""


class MoodLines:
    """Makes the lines of one span."""

    def __init__(self, session: Session, feeling: Feeling, span: Span, so_far: int) -> None:
        self._session = session
        self._feeling = feeling
        self._span = span
        self._so_far = so_far
        self._ascii = session.settings.ascii_charts
        self._draws = not session.hides(LookAway.TRENDS)
        self._counts = not session.hides(LookAway.TOTALS)
        self._dates = not session.hides(LookAway.DATES)
        self._levels = session.patterns.levels(feeling, span)

    # Pictures

    def year(self, opened: int) -> list[Spec]:
        """Return a row a month, with the days of the month that is opened."""
        if not self._levels:
            return [self._nothing()]
        if not self._draws or not self._dates:
            return [*self._summary()]
        cells = {day: levels.nearest for day, levels in self._levels.items()}
        rows = year_rows(cells, self._span.first.year, ascii_only=self._ascii)
        lines = [Spec("ruler", text=month_ruler(), soft=True, still=True)]
        for month, row in enumerate(rows, 1):
            lines.append(Spec(f"month:{month}", label=words.month_name(month), text=row))
            if month == opened:
                lines += self._days_of(month)
        return [*lines, *self._legend(), *self._summary()]

    def _days_of(self, month: int) -> Iterator[Spec]:
        days = [day for day in self._levels if day.month == month]
        if days:
            parts = tuple(Part(day.isoformat(), str(day.day), on=True) for day in days)
            yield Spec(f"days:{month}", label="", parts=parts)

    def _legend(self) -> Iterator[Spec]:
        text = "  ".join(
            f"{height(level, ascii_only=self._ascii)} {_(name)}"
            for level, name in enumerate(words.LEVELS[self._feeling], 1)
        )
        yield Spec("legend", text=text, soft=True, wide=True, still=True)

    def line(self) -> list[Spec]:
        """Return a row a level, and what a column is."""
        if not self._levels:
            return [self._nothing()]
        return [*(self._drawn_line() if self._draws else ()), *self._summary()]

    def _drawn_line(self) -> Iterator[Spec]:
        length = _STEPS[len(self._span)]
        steps = in_steps(self._levels, self._span, length)
        names = reversed(words.LEVELS[self._feeling])
        rows = line_rows(steps, ascii_only=self._ascii)
        for number, (name, row) in enumerate(zip(names, rows, strict=True)):
            yield Spec(f"level:{number}", label=_(name), text=row, still=True, gap=number == 0)
        if self._dates:
            first, last = (format_day(day, "short") for day in (self._span.first, self._span.last))
            axis = pad(first, len(steps) - cell_len(last)) + last
            yield Spec("axis", text=axis, soft=True, still=True)
        text = ngettext(
            "A column is a day: its mark the middle, its bar the range.",
            "A column is {number} days: its mark the middle, its bar the range.",
            length,
        ).format(number=length)
        yield Spec("column", text=text, soft=True, wide=True, still=True, gap=True)

    # Words

    def _nothing(self) -> Spec:
        text = _("There is no record here. What is noted on Today comes to stand here.")
        return Spec("none", text=text, soft=True, wide=True, still=True, gap=True)

    def _summary(self) -> Iterator[Spec]:
        """Yield the span in words. The last line takes the cursor, so that one can go down to it."""
        text = _("A day with several check-ins counts once, by their middle.")
        yield Spec("several", text=text, soft=True, wide=True, still=True)
        levels = together(self._levels.values())
        if levels is not None:
            basis = words.from_days(levels.days, self._so_far) if self._counts else ""
            said = words.levels_said(self._feeling, levels)
            yield Spec("summary", text=said, after=basis, wide=True, gap=True)

    # Figures

    def figures(self) -> Iterator[Spec]:
        """Yield numbers, and days with and without a mark of each row that is switched on.

        Raises:
            Problem: a year of the span cannot be read.
        """
        levels = together(self._levels.values())
        if levels is None:
            return
        if not self._counts:
            text = _("Figures rest on counts, and these are out of sight now.")
            yield Spec("figures", text=text, soft=True, wide=True, gap=True)
            return
        text = _("Median {middle}, from {least} to {most}, on the scale of 1 to 5.").format(
            middle=format_number(levels.middle), least=levels.least, most=levels.most
        )
        yield Spec("figures", text=text, wide=True)
        yield from self._sides()

    def _sides(self) -> Iterator[Spec]:
        rows = self._session.patterns.view(self._span).switched_on
        if not rows:
            return
        text = _("Days with a mark and without. This says nothing about why.")
        yield Spec("sides", text=text, soft=True, wide=True, still=True, gap=True)
        for row in rows:
            yield self._side(row)

    def _side(self, row: RowMarks) -> Spec:
        sides = with_and_without(self._levels, row.marks.keys())
        text, after = words.too_few_days(sides), ""
        if sides.is_enough and sides.with_mark and sides.without:
            text = words.side_said(self._feeling, sides.with_mark, with_mark=True)
            after = words.side_said(self._feeling, sides.without, with_mark=False)
        name = row.tracker.name if row.tracker else _(ROWS[row.key])
        return Spec(f"side:{row.key}", label=name, text=text, after=after, soft=not after)
