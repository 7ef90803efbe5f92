"""Sleep and daily life on the page of a day."""

from __future__ import annotations

from stepup.domain.rhythm import BUILT_IN, SLEEP_ROW, Contact, Measure, Sleep, parse_mark
from stepup.i18n import _
from stepup.ui.screens.day_page import DayPage
from stepup.words.day import sleep_times


class RhythmPage(DayPage):
    """A day with the verbs of sleep, meals, bath, outside, contact and own rows."""

    def action_meal(self) -> None:
        """Something was eaten."""
        self.attempt(lambda: self._mark("meal"))

    def action_bath(self) -> None:
        """A bath or a shower."""
        self.attempt(lambda: self._mark("bath"))

    def action_outside(self) -> None:
        """Was outside; Enter on it takes the minutes."""
        self.attempt(lambda: self._mark("outside"))

    def action_contact(self) -> None:
        """Was in touch with someone; how, can be chosen."""
        self._asking_contact = True
        self.refresh_rows()
        self.rows.go_to("contact")

    def _contact(self, way: str) -> None:
        self._asking_contact = False
        self.session.days.mark(self.day, "contact", way=Contact(way))
        self.refresh_rows()
        self.rows.go_to("life", "contact")

    def _choose_cell(self, tracker: str, how: str) -> None:
        """Enter on minutes already noted asks how many; on contact, how; else one mark more."""
        if tracker == "contact":
            self.action_contact()
        elif (
            how == "enter" and BUILT_IN[tracker] is Measure.MINUTES and self.view.marks_of(tracker)
        ):
            self._ask_value("life", tracker, Measure.MINUTES, _("Minutes"))
        else:
            self._mark(tracker)

    def _choose_own(self, tracker: str, part: str | None) -> None:
        measure = self.session.days.measure(tracker)
        if part is not None:
            self.session.days.mark(self.day, tracker, int(part))
        elif measure in (Measure.MINUTES, Measure.CLOCK):
            self._ask_value(f"own:{tracker}", tracker, measure)
        else:
            self._mark(tracker)

    def _mark(self, tracker: str) -> None:
        """Put one mark more; a yes is taken back by a second."""
        days = self.session.days
        if days.measure(tracker) is Measure.YES_NO and self.view.marks_of(tracker):
            days.unmark(self.day, tracker)
        else:
            days.mark(self.day, tracker)
        if tracker in BUILT_IN:
            self._point_at(tracker)

    def _point_at(self, tracker: str) -> None:
        """Let the cell's cursor stand where the last mark went; the page's cursor stays."""
        row = self.rows.row("life")
        if row is not None:
            row.put_part(tracker)

    def _ask_value(
        self, key: str, tracker: str, measure: Measure, label: str | None = None
    ) -> None:
        hint = _("A time, such as 22:30") if measure is Measure.CLOCK else _("How many minutes")

        def keep(typed: str) -> None:
            value = parse_mark(typed, measure)
            last = self.view.marks_of(tracker)[-1:]
            if last and last[0].value is None:
                self.session.days.revalue(last[0], value)
            else:
                self.session.days.mark(self.day, tracker, value)

        self.ask(key, keep, hint=hint, label=label)

    # Sleep

    def action_sleep(self) -> None:
        """Note a sleep."""
        self.stepup.hold_keys()
        self._show_sleep()
        self._asking_sleep = True
        self.refresh_rows()
        self.call_after_refresh(self._ask_sleep, "sleep:", None)

    def field_closed(self, key: str, how: str) -> None:
        """Take the line of a further sleep away again."""
        super().field_closed(key, how)
        if key == "sleep:":
            self._asking_sleep = False
            self.refresh_rows()

    def _show_sleep(self) -> None:
        rows = self.session.book.preferences.rows
        if SLEEP_ROW not in rows:
            self.attempt(lambda: self.session.profile.change(rows=(*rows, SLEEP_ROW)))

    def ask_sleep(self, sleep: Sleep | None) -> None:
        """Open the field of a sleep, or of a new one."""
        if sleep is None:
            self.action_sleep()
        else:
            self._ask_sleep(f"sleep:{sleep.id}", sleep)

    def _ask_sleep(self, key: str, sleep: Sleep | None) -> None:
        self.ask(
            key,
            lambda typed: self._keep_sleep(typed, sleep),
            text=sleep_times(sleep) if sleep else "",
            draft=f"sleep:{self.day}:{sleep.id if sleep else ''}",
            hint=_(
                "Such as 3:10-11:40. Only fell asleep: 3:10-. Only woke: -11:40. Awake all night: none"
            ),
        )

    def _keep_sleep(self, typed: str, sleep: Sleep | None) -> None:
        if typed.strip():
            self.session.days.log_sleep(self.day, typed, sleep)
        elif sleep is not None:
            self.session.days.remove(sleep)
