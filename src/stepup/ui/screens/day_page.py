"""The page of a day: which day it is, what stands there, and the way to other days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, TypeVar

from stepup.domain.day import typed_day
from stepup.domain.profile import LookAway
from stepup.domain.record import Record
from stepup.domain.text import clean
from stepup.i18n import N_, _
from stepup.notebook.days import DayView
from stepup.notebook.drafting import Draft
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.today_lines import DayLines, day_heading
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec

R = TypeVar("R", bound=Record)
ONE_DAY = timedelta(days=1)


class DayPage(BookPage):
    """One day, and the days beside it."""

    PLACE: ClassVar[str] = "today"
    NAME: ClassVar[str] = N_("Today")

    def __init__(self, session: Session, day: date | None = None) -> None:
        super().__init__(session)
        self.day = day or session.book.today()
        self._waiting = self._left_behind()
        self._asking_contact = False
        self._asking_sleep = False

    def _left_behind(self) -> list[Draft]:
        """Return what earlier windows left unfinished; its file may hold what no field lets in."""
        drafts = self.session.drafts.left_behind()
        return [draft._replace(text=clean(draft.text)) for draft in drafts]

    def begin_again(self) -> None:
        """Begin with today."""
        self._waiting = self._left_behind()
        self.turn_to(self.session.book.today())

    def turn_to(self, day: date) -> None:
        """Be the page of another day from the next painting on."""
        self.day = day
        self._asking_contact = self._asking_sleep = False
        self.rows.begin_anew()

    @property
    def subject(self) -> str:
        """The day."""
        return self.day.isoformat()

    @property
    def view(self) -> DayView:
        """The day as it is now."""
        return self.session.days.view(self.day)

    def heading(self) -> str:
        """Return the date, unless the person looks away from dates."""
        today = self.session.book.today()
        if self.session.hides(LookAway.DATES):
            return _("Today") if self.day == today else _("Another day")
        return day_heading(self.day, today)

    def day_keys(self) -> list[tuple[str, str, str]]:
        """Return the keys for other days."""
        return [("today.previous_day", "[ ]", _("Other days"))]

    def specs(self) -> list[Spec]:
        """Return the lines of the day."""
        lines = DayLines(
            self.session,
            self.view,
            asking_contact=self._asking_contact,
            asking_sleep=self._asking_sleep,
        )
        return lines.all(self._waiting)

    def focus_body(self) -> None:
        """Put the cursor on the mood, or leave it where it is."""
        if self.rows.current is None:
            self.rows.go_to("waiting:0" if self._waiting else "mood")
        else:
            super().focus_body()

    def find(self, kind: type[R], record_id: str) -> R | None:
        """Return the entry of this day with an id, if it is of that kind."""
        records = self.session.book.on(self.day)
        return next((r for r in records if isinstance(r, kind) and r.id == record_id), None)

    # Other days

    def action_previous_day(self) -> None:
        """The page of the day before."""
        self.go_to_day(self.day - ONE_DAY if self.day > date.min else self.day)

    def action_next_day(self) -> None:
        """The page of the day after."""
        self.go_to_day(self.day + ONE_DAY if self.day < date.max else self.day)

    def go_to_day(self, day: date) -> None:
        """Show the page of another day; what is in an open field is kept first."""
        if self.leave_field():
            self.turn_to(day)
            self.refresh_rows()
            self.show_keys()
            self.focus_body()

    def action_go_to_day(self) -> None:
        """Type a date and open its page."""
        self.ask(
            "newline",
            lambda typed: self.call_later(
                self.go_to_day, typed_day(typed, self.session.book.today())
            ),
            label=_("Date"),
            hint=_("Such as 11/22 or 2026-11-22"),
        )

    def action_rows(self) -> None:
        """Choose which rows stand on the page."""
        from stepup.ui.screens.day_rows import DayRowsPage

        self.stepup.lay_over(DayRowsPage(self.session))
