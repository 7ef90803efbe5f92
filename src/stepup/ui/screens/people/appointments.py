"""Appointments to come, visits of a year, and a calendar file for elsewhere."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from stepup.domain.record import CORE, year_shard
from stepup.domain.supporter import Appointment, Visit, VisitHow
from stepup.i18n import _
from stepup.ui.screens.people.appointment_lines import AppointmentLines
from stepup.ui.screens.people.view import PeopleView
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class AppointmentsPage(PeopleView[Appointment | Visit]):
    """Both, each with its entry line; one of them opened."""

    VIEW: ClassVar[str] = "appointments"
    ITEMS: ClassVar[tuple[str, ...]] = ("visit", "appointment")
    BEGINS: ClassVar[str] = "new"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"new", "title", "note"})

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        self._shows_gone = False
        if opened:
            self._shows_gone = self._appointment(opened) is not None
            self.begin_at_opened([one.id for one in session.visits.of_year(self.year)])

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = AppointmentLines(self.session, self.opened, self.year, self.first, self.choosing)
        return [*self.top(), *lines.all(shows_gone=self._shows_gone)]

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a title, with words for a visit, or with a new appointment."""
        appointment, visit = self._appointment(name), self._visit(name)
        if kind == "visit" and visit is not None:
            self._ask_note(visit)
        elif appointment is not None:
            self._ask_title(appointment)
        else:
            self._ask_new()

    def words_under(self) -> str:
        """Return the title of an appointment, or what was noted of a visit."""
        appointment = self._appointment(self.under("appointment", "title"))
        visit = self._visit(self.under("visit", "note"))
        if appointment is not None:
            return appointment.title
        return visit.note if visit is not None else ""

    def copied(self) -> str:
        """Return the same words."""
        return self.words_under()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        appointment, visit = self._appointment(name), self._visit(name)
        match kind:
            case "new":
                self._ask_new()
            case "newvisit":
                self._note_visit(VisitHow(part or ""))
            case "gone":
                self._shows_gone = not self._shows_gone
                self.refresh_rows()
            case "today":
                self.session.profile.change(appointments_on_today=part == "on")
            case "calendar":
                self._ask_file()
            case "where" | "title" | "shown" if appointment is not None:
                self._on_appointment(kind, part or "", appointment)
            case "where" | "how" | "note" if visit is not None:
                self._on_visit(kind, part or "", visit)
            case _:
                super().choose(row, part, how)

    def find_item(self, name: str) -> Appointment | Visit | None:
        """Return an appointment, or a visit of the year that is shown."""
        return self._appointment(name) or self._visit(name)

    def _appointment(self, name: str) -> Appointment | None:
        book = self.session.book
        years = [year for year in book.years() if year >= year_shard(book.today())]
        found = (book.one(Appointment, name, year) for year in dict.fromkeys((*years, self.year)))
        return next((one for one in found if one is not None), None) if name else None

    def _visit(self, name: str) -> Visit | None:
        return self.session.book.one(Visit, name, self.year or CORE) if name else None

    # Verbs

    def _on_appointment(self, kind: str, part: str, appointment: Appointment) -> None:
        visits = self.session.visits
        self.choosing = ""
        match kind, part:
            case "where", "":
                self.begin_choosing(f"where:{appointment.id}")
            case "where", _:
                chosen = None if appointment.supporter == part else part
                visits.change_appointment(appointment, supporter=chosen)
            case "title", _:
                self._ask_title(appointment)
            case "shown", _:
                visits.change_appointment(appointment, title_shown=part == "own")

    def _on_visit(self, kind: str, part: str, visit: Visit) -> None:
        visits = self.session.visits
        self.choosing = ""
        match kind, part:
            case "where", "":
                self.begin_choosing(f"where:{visit.id}")
            case "where", _:
                visits.change(visit, supporter=None if visit.supporter == part else part)
            case "how", _:
                visits.change(visit, how=VisitHow(part))
            case "note", _:
                self._ask_note(visit)

    def act(self, part: str, item: Appointment | Visit) -> None:
        """Put an appointment or a visit on another day, or take it away."""
        visits = self.session.visits
        self.choosing = ""
        if part == "away":
            visits.take_away(item)
        elif isinstance(item, Appointment):
            appointment = item
            self.ask(
                f"acts:{item.id}",
                lambda typed: visits.put_on(appointment, typed),
                label=_("Day"),
                hint=_("A date, and a time if there is one: 12/1 14:00"),
            )
        else:
            visit = item
            self.ask(
                f"acts:{item.id}",
                lambda typed: visits.put_visit_on(visit, typed),
                label=_("Day"),
                hint=_("A date, such as 11/22 or 2026-11-22"),
            )

    def _ask_new(self) -> None:
        def keep(typed: str) -> None:
            made = self.session.visits.make(typed)
            if made is not None:
                self.opened = made.id
                self._shows_gone = self._shows_gone or made.on_day < self.session.book.today()

        self.ask(
            "new",
            keep,
            hint=_("A date, a time, own words: 12/1 14:00 dentist; the date is enough"),
            draft="appointment::new",
        )

    def _ask_title(self, appointment: Appointment) -> None:
        self.ask(
            f"title:{appointment.id}",
            lambda typed: self.session.visits.change_appointment(appointment, title=typed),
            text=appointment.title,
            hint=_("Only for you, unless it is chosen for the calendar"),
            draft=f"appointment:{appointment.on_day}:{appointment.id}",
        )

    def _note_visit(self, how: VisitHow) -> None:
        visit = self.session.visits.note(self.session.book.today(), how)
        self.year, self.first, self.opened = year_shard(visit.day), 0, visit.id
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"visit:{visit.id}")

    def _ask_note(self, visit: Visit) -> None:
        self.ask(
            f"note:{visit.id}",
            partial(self._keep_note, visit.id),
            text=visit.note,
            single=False,
            draft=f"visit:{visit.day}:{visit.id}",
        )

    def _keep_note(self, visit_id: str, typed: str) -> None:
        visit = self._visit(visit_id)
        if visit is not None:
            self.session.visits.note_words(visit, typed)

    def _ask_file(self) -> None:
        self.ask(
            "calendar",
            self._write_file,
            label=_("File"),
            only_enter="writes",
            hint=_("A new file, such as ~/appointments.ics"),
        )

    def _write_file(self, typed: str) -> None:
        if not typed.strip():
            return
        from stepup.exchange.ics import encode
        from stepup.notebook.keeping import named_file, write_new

        file, book = named_file(typed), self.session.book
        write_new(file, encode(self.session.visits.every(), book.now()))
        self.tell_when_closed(
            _("Written. Whoever opens {file} can read it.").format(file=file.name)
        )
