"""Today: the page of a day, from one key to a whole evening's writing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, TypeVar

from textual.binding import BindingType

from stepup.domain.day import parse_day
from stepup.domain.goal import Goal, GoalDay
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.profile import LookAway
from stepup.domain.record import Record
from stepup.domain.rhythm import BUILT_IN, SLEEP_ROW, Contact, Measure, Sleep, parse_mark
from stepup.domain.text import one_line
from stepup.i18n import N_, _
from stepup.notebook.days import DayView
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.today_lines import DayLines, day_heading
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.day import sleep_times

R = TypeVar("R", bound=Record)
ONE_DAY = timedelta(days=1)
# Lines whose own part Space chooses; on every other, Space is a meal.
_SPACE_CHOOSES = ("mood", "energy", "life", "contact", "goal", "waiting", "own")


class TodayPage(BookPage):
    """The page of one day."""

    PLACE: ClassVar[str] = "today"
    NAME: ClassVar[str] = N_("Today")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("today"),
        *((str(level), f"digit({level})", "") for level in range(1, 6)),
        ("space", "meal", ""),
    ]

    def __init__(self, session: Session, day: date | None = None) -> None:
        super().__init__(session)
        self.day = day or session.book.today()
        self._waiting = session.drafts.left_behind()
        self._asking_contact = False

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
        lines = DayLines(self.session, self.view, asking_contact=self._asking_contact)
        return lines.all(self._waiting)

    def focus_body(self) -> None:
        """Put the cursor on the mood, or leave it where it is."""
        if self.rows.current is None:
            self.rows.go_to("waiting:0" if self._waiting else "mood")
        else:
            super().focus_body()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into the one-line entry."""
        self._ask_line(Win, text=text)

    # Choosing lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        if how == "space" and kind not in _SPACE_CHOOSES:
            self._mark("meal")
            return
        match kind:
            case "mood" | "energy":
                self._set_level(kind, int(part or 0))
            case "life":
                self._choose_cell(part or "", how)
            case "contact":
                self._contact(part or "")
            case "own":
                self._choose_own(name, part)
            case "goal":
                self._choose_goal(name, part or "")
            case "waiting":
                self._choose_waiting(int(name), part or "")
            case _:
                self._edit(row.key, kind, name)

    def _edit(self, key: str, kind: str, name: str) -> None:
        match kind:
            case "sleep":
                self._ask_sleep(key, self._find(Sleep, name))
            case "win" | "topic":
                self._ask_words(key, self._line_under(kind, name))
            case "newline":
                self._ask_line(Win)
            case "newgoal":
                self.ask(key, self._add_goal, draft=f"goal:{self.day}")
            case "journal":
                self.write(self._find(JournalEntry, name))
            case "newjournal":
                self.write(None)

    def _find(self, kind: type[R], record_id: str) -> R | None:
        records = self.session.book.on(self.day)
        return next((r for r in records if isinstance(r, kind) and r.id == record_id), None)

    def take_away(self, row: Row) -> None:
        """Take the entry of a line away; the last mark of a cell."""
        kind, _colon, name = row.key.partition(":")
        if kind == "life":
            self.session.days.unmark(self.day, row.chosen or "")
        elif kind == "own":
            self.session.days.unmark(self.day, name)
        else:
            entry = next((r for r in self.session.book.on(self.day) if r.id == name), None)
            if entry is not None:
                self.session.days.remove(entry)

    # Mood and energy

    def action_digit(self, level: int) -> None:
        """Set what the cursor is on when it takes 1 to 5; anywhere else, the mood."""
        row = self.rows.current
        if row is not None and row.spec.marked and row.key.startswith("own:"):
            self.attempt(lambda: self._choose_own(row.key[4:], str(level)))
            return
        kind = row.key if row is not None and row.key == "energy" else "mood"
        self.attempt(lambda: self._set_level(kind, level))

    def _set_level(self, kind: str, level: int) -> None:
        if kind == "mood":
            self.session.days.log_mood(self.day, level)
            after = "energy"
        else:
            self.session.days.log_energy(self.day, level)
            after = "life" if self.rows.row("life") else "newline"
        row = self.rows.row(kind)
        if row is not None:
            row.put_part(str(level))
        self.go_when_shown(after)

    # The rows of daily life

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
        self.call_after_refresh(self.rows.go_to, "contact")

    def _contact(self, way: str) -> None:
        self._asking_contact = False
        self.session.days.mark(self.day, "contact", way=Contact(way))
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "life", "contact")

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
            self.call_after_refresh(self._point_at, tracker)

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
        if self.rows.row("sleep:") is None:
            self._show_sleep()
        self.call_after_refresh(self._ask_sleep, "sleep:", None)

    def _show_sleep(self) -> None:
        rows = self.session.book.preferences.rows
        if SLEEP_ROW not in rows:
            self.attempt(lambda: self.session.profile.change(rows=(*rows, SLEEP_ROW)))

    def _ask_sleep(self, key: str, sleep: Sleep | None) -> None:
        self.ask(
            key,
            lambda typed: self._keep_sleep(typed, sleep),
            text=sleep_times(sleep) if sleep else "",
            draft=f"sleep:{self.day}:{sleep.id if sleep else ''}",
            hint=_("Such as 3:10-11:40. Only woke: -11:40. Awake all night: none"),
        )

    def _keep_sleep(self, typed: str, sleep: Sleep | None) -> None:
        if typed.strip():
            self.session.days.log_sleep(self.day, typed, sleep)
        elif sleep is not None:
            self.session.days.remove(sleep)

    # Lines

    def action_win(self) -> None:
        """A small win: make the line under the cursor one, or write one."""
        self._line("win")

    def action_for_someone(self) -> None:
        """Something done for someone, likewise."""
        self._line("for_someone")

    def action_topic(self) -> None:
        """Something to talk about: from the line under the cursor, or a new one."""
        row = self.rows.current
        words = self._words_under(row) if row is not None else ""
        if words:
            if self.attempt(lambda: self.session.days.add_topic(self.day, words)):
                self.stepup.say(_("It stands under To talk about now."))
        else:
            self._ask_line(Topic)

    def _words_under(self, row: Row) -> str:
        kind, _colon, _name = row.key.partition(":")
        return row.spec.text if kind in ("win", "goal", "journal") else ""

    def _line_under(self, kind: str, name: str) -> Win | Topic | None:
        if kind == "win":
            return self._find(Win, name)
        return self._find(Topic, name) if kind == "topic" else None

    def _line(self, into: str) -> None:
        row = self.rows.current
        kind, _colon, name = row.key.partition(":") if row is not None else ("", "", "")
        line = self._line_under(kind, name)
        is_same = isinstance(line, Win) and line.for_someone == (into == "for_someone")
        if line is None or is_same:
            self._ask_line(Win, for_someone=into == "for_someone")
        else:
            self.attempt(lambda: self.session.days.make(line, into))

    def _ask_line(
        self, kind: type[Win | Topic], text: str = "", *, for_someone: bool = False
    ) -> None:
        days, day = self.session.days, self.day

        def keep(typed: str) -> None:
            if not typed.strip():
                return
            if kind is Topic:
                days.add_topic(day, typed)
            else:
                days.add_win(day, typed, for_someone=for_someone)

        label = (
            _("To talk about")
            if kind is Topic
            else _("For someone")
            if for_someone
            else _("Small wins")
        )
        begin = one_line(text)
        self.ask("newline", keep, begin=begin, label=label, draft=f"line:{day}:{kind.kind}")

    def _ask_words(self, key: str, line: Win | Topic | None) -> None:
        if line is not None:
            keep = lambda typed: self.session.days.reword(line, typed)  # noqa: E731
            self.ask(key, keep, text=line.text, draft=f"line:{self.day}:{line.id}")

    # Goals

    def _add_goal(self, typed: str) -> None:
        if typed.strip():
            self.session.goals.add(typed, chosen_for=self.day)

    def _choose_goal(self, name: str, part: str) -> None:
        day_goal = self._find(GoalDay, name)
        goal = self.session.goals.get(day_goal) if day_goal else None
        if goal is None or day_goal is None:
            return
        goals = self.session.goals
        match part:
            case "done":
                goals.done(goal, self.day)
            case "half":
                goals.half(goal, self.day)
            case "smaller":
                self._ask_smaller(f"goal:{name}", goal)

    def _ask_smaller(self, key: str, goal: Goal) -> None:
        self.ask(
            key,
            lambda typed: self.session.goals.smaller(goal, typed),
            text=goal.text,
            draft=f"smaller:{goal.id}",
            hint=_("Word it a little smaller, as small as you like"),
        )

    # Journal

    def action_write(self) -> None:
        """Write in the journal of this day."""
        self.write(None)

    def write(self, entry: JournalEntry | None, text: str = "") -> None:
        """Open the journal's field: a new entry, or one there is."""
        before = entry
        key = f"journal:{entry.id}" if entry else "newjournal"
        draft = f"journal:{self.day}:{entry.id if entry else ''}"

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.journal.write(self.day, typed, before)

        if text:
            self.session.drafts.keep(draft, text)
        self.ask(key, keep, text=entry.text if entry else "", single=False, draft=draft)

    def _choose_waiting(self, index: int, part: str) -> None:
        """Go on with what an earlier window left unfinished, or let it go."""
        draft = self._waiting[index]
        kind, _colon, rest = draft.field.partition(":")
        day_text, _colon, name = rest.partition(":")
        if part == "go_on":
            self._go_on(draft.text, kind, day_text, name)
        self.session.drafts.forget(draft)
        self._waiting = [other for other in self._waiting if other is not draft]
        self.refresh_rows()

    def _go_on(self, text: str, kind: str, day_text: str, name: str) -> None:
        if kind in ("journal", "line"):
            self.day = parse_day(day_text)
            self.refresh_rows()
        if kind == "journal":
            entry = self._find(JournalEntry, name)
            self.call_after_refresh(self.write, entry, text)
        else:
            self.call_after_refresh(self._ask_line, Topic if name == "topic" else Win, text)

    # Days

    def action_previous_day(self) -> None:
        """The page of the day before."""
        self.go_to_day(self.day - ONE_DAY if self.day > date.min else self.day)

    def action_next_day(self) -> None:
        """The page of the day after."""
        self.go_to_day(self.day + ONE_DAY if self.day < date.max else self.day)

    def go_to_day(self, day: date) -> None:
        """Show the page of another day; what is in an open field is kept first."""
        if self.close_entry():
            self.stepup.open_page(TodayPage(self.session, day))

    def action_go_to_day(self) -> None:
        """Type a date and open its page."""
        self.ask(
            "newline",
            lambda typed: self.call_later(self.go_to_day, parse_day(typed)),
            label=_("Date"),
            hint=_("Such as 2026-11-22"),
        )

    def action_rows(self) -> None:
        """Choose which rows stand on the page."""
        from stepup.ui.screens.day_rows import DayRowsPage

        self.stepup.lay_over(DayRowsPage(self.session))

    async def action_enough(self) -> None:
        """That's it for today: the day was looked at; save and leave."""
        if self.session.book.read_only is not None:
            await self.stepup.action_leave()
        elif self.attempt(lambda: self.session.days.note_looked(self.day)):
            self.stepup.last_words = _("Kept. That's it for today.")
            await self.stepup.action_leave()

    def key_escape(self) -> None:
        """Close the question how, if it is open; else go to the rail."""
        if self._asking_contact:
            self._asking_contact = False
            self.refresh_rows()
            self.call_after_refresh(self.rows.go_to, "life" if self.rows.row("life") else "mood")
        else:
            super().key_escape()
