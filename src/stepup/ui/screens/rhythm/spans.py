"""What the views of days and of mood share: the span that is shown, and the way to others."""

from __future__ import annotations

from datetime import date

from stepup.domain.day import typed_day
from stepup.domain.profile import LookAway
from stepup.domain.span import Span
from stepup.i18n import _
from stepup.ui.screens.rhythm.view import RhythmView
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row


class SpanPage(RhythmView):
    """A view of one span of days. Subclasses say which span a day stands for."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._day: date | None = None
        """Another day than today."""

    @property
    def day(self) -> date:
        """The day around which, or up to which, is shown: today, unless another was chosen."""
        return self._day or self.session.book.today()

    @property
    def span(self) -> Span:
        """The days that are shown."""
        raise NotImplementedError

    def day_beside(self, step: int) -> date:
        """Return the day that stands for the span before (-1) or after (1) this one."""
        return self.span.day_before if step < 0 else self.span.day_after

    def span_title(self) -> str:
        """Return the span in words."""
        raise NotImplementedError

    def heading(self) -> str:
        """Return the place and the span; no span for those who look away from dates."""
        if self.session.hides(LookAway.DATES):
            return super().heading()
        return f"{super().heading()}   {self.span_title()}"

    def day_keys(self) -> list[tuple[str, str, str]]:
        """Return the keys for other spans."""
        return [("rhythm.earlier", "[ ]", _("Other times"))]

    # Other spans

    @property
    def has_later(self) -> bool:
        """Whether this span is over."""
        return self.span.last < self.session.book.today()

    @property
    def has_earlier(self) -> bool:
        """Whether there may be something before this span."""
        return self.span.first > date(self.session.patterns.years()[0], 1, 1)

    @property
    def days_so_far(self) -> int:
        """How many days of the span there have been."""
        last = min(self.span.last, self.session.book.today())
        return max(1, (last - self.span.first).days + 1)

    def when_line(self) -> Spec:
        """Return the line that leads to other spans."""
        parts = []
        if self.has_earlier:
            parts.append(Part("earlier", _("Earlier"), on=True))
        if self.has_later:
            parts += [Part("later", _("Later"), on=True), Part("now", _("Now"), on=True)]
        parts.append(Part("date", _("Another date"), on=True))
        return Spec("when", label=_("When"), parts=tuple(parts))

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Go to another span."""
        match (row.key, part):
            case ("when", "earlier"):
                self.action_earlier()
            case ("when", "later"):
                self.action_later()
            case ("when", "now"):
                self.show_day(self.session.book.today())
            case ("when", _part):
                self._ask_date()
            case _:
                super().choose(row, part, how)

    def action_earlier(self) -> None:
        """Show the span before."""
        if self.has_earlier:
            self.show_day(self.day_beside(-1))

    def action_later(self) -> None:
        """Show the span after."""
        if self.has_later:
            self.show_day(self.day_beside(1))

    def show_day(self, day: date) -> None:
        """Show the span a day stands for; none that has not begun."""
        row = self.rows.current
        part = row.chosen if row is not None and row.key == "when" else None
        self._day = day if day < self.session.book.today() else None
        self.refresh_rows()
        if row is not None and part is not None:  # the parts before it may have come or gone
            row.put_part("earlier")
            row.put_part(part)

    def _ask_date(self) -> None:
        self.ask(
            "when",
            lambda typed: self.call_later(
                self.show_day, typed_day(typed, self.session.book.today())
            ),
            label=_("Date"),
            hint=_("Such as 11/22 or 2026-11-22"),
        )

    def open_day(self, iso: str) -> None:
        """Open the page of a day."""
        from stepup.ui.screens.today import TodayPage

        self.stepup.open_page(TodayPage(self.session, date.fromisoformat(iso)))

    def unreadable(self, sentence: str) -> Spec:
        """Return the line that says why a span cannot be shown; others still can."""
        return Spec("unreadable", text=sentence, wide=True, still=True, gap=True)
