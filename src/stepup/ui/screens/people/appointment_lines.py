"""Which lines stand in the view of appointments and visits."""

from __future__ import annotations

from collections.abc import Iterator

from stepup.domain.profile import LookAway
from stepup.domain.supporter import Appointment, Visit
from stepup.domain.text import one_line
from stepup.i18n import DayStyle, _, format_day
from stepup.ui.screens.people.view import sees, with_whom
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.people import (
    VISITS,
    appointment_title,
    appointment_when,
    name_of,
    neutral_title,
)


class AppointmentLines:
    """Makes the lines of appointments and visits."""

    def __init__(self, session: Session, opened: str, year: str, first: int, choosing: str) -> None:
        self._session = session
        self._opened = opened
        self._year = year
        self._first = first
        self._choosing = choosing
        self._today = session.book.today()
        self._names = {} if session.masked else session.supporters.names()
        self._dates = not session.hides(LookAway.DATES)

    def all(self, *, shows_gone: bool) -> list[Spec]:
        """Return the lines from top to bottom."""
        ahead = self._session.visits.ahead()
        visits = self._session.visits.of_year(self._year)
        gone = [
            one for one in self._session.visits.appointments(self._year) if one.on_day < self._today
        ]
        lines = [Spec("new", label=_("Appointment"), text="_", soft=True, gap=True)]
        parts = tuple(Part(how.value, _(word), on=True) for how, word in VISITS.items())
        lines.append(Spec("newvisit", label=_("Visit today"), parts=parts))
        if not (ahead or visits or gone):
            text = _("A date is enough for an appointment. For a visit, leaving early counts too.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        if ahead:
            lines.append(_head("ahead", _("To come")))
        for appointment in ahead:
            lines += self._appointment(appointment)
        lines += self._visits(visits, has_gone=bool(gone))
        lines += self._gone(gone, shown=shows_gone)
        if ahead or gone:
            lines += self._elsewhere()
        return lines

    # Appointments

    def _appointment(self, appointment: Appointment, *, soft: bool = False) -> Iterator[Spec]:
        masked = self._session.masked
        key = appointment.id
        clock = appointment_when(appointment, dates=False)
        title = neutral_title() if masked else appointment_title(appointment)
        year = f"{self._today.year:04d}"
        style: DayStyle = "short" if appointment.shard == year else "short_year"
        yield Spec(
            f"appointment:{key}",
            label=format_day(appointment.on_day, style) if self._dates else "",
            text=f"{clock}  {title}" if clock else title,
            after=name_of(appointment.supporter, self._names),
            soft=soft,
        )
        if key != self._opened:
            return
        yield from self._where(key, appointment.supporter)
        title = sees(self._session, appointment.title)
        yield Spec(f"title:{key}", label=_("Own words"), text=title or "_", soft=not title)
        if appointment.title:
            words = {"neutral": neutral_title(), "own": _("These words")}
            on = "own" if appointment.title_shown else "neutral"
            parts = tuple(Part(part, word, on=part == on) for part, word in words.items())
            yield Spec(f"shown:{key}", label=_("In calendars"), parts=parts, marked=True)
        yield acts_line(f"acts:{key}", {"day": _("Another day"), "away": _("Take away")})

    def _gone(self, gone: list[Appointment], *, shown: bool) -> Iterator[Spec]:
        if not gone:
            return
        yield Spec("gone", text=_("Appointments gone by"), soft=True, wide=True, gap=True)
        for appointment in reversed(gone if shown else []):
            yield from self._appointment(appointment, soft=True)

    def _elsewhere(self) -> Iterator[Spec]:
        on = self._session.book.preferences.appointments_on_today
        parts = (Part("off", _("No"), on=not on), Part("on", _("One quiet line"), on=on))
        yield Spec("today", label=_("On Today"), parts=parts, marked=True, gap=True)
        yield Spec(
            "calendar",
            text=_("Into a calendar file"),
            after=_("without names; titles only where chosen"),
            wide=True,
        )

    # Visits

    def _visits(self, visits: list[Visit], *, has_gone: bool) -> Iterator[Spec]:
        years = self._session.book.years()
        if visits or has_gone or len(years) > 1:
            yield _head("visits", _("Visits"))
            yield from (line._replace(gap=False) for line in years_line(years, self._year))
        for visit in visits[self._first : self._first + PER_PAGE]:
            yield from self._visit(visit)
        if not visits and len(years) > 1:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
        yield from turning_line(self._first, len(visits))

    def _visit(self, visit: Visit) -> Iterator[Spec]:
        where = name_of(visit.supporter, self._names)
        words = _(", ").join(part for part in (_(VISITS[visit.how]), where) if part)
        is_open = visit.id == self._opened
        note = sees(self._session, one_line(visit.note))
        yield Spec(
            f"visit:{visit.id}",
            label=format_day(visit.day, "short") if self._dates else "",
            text=words,
            after="" if is_open else note,
        )
        if not is_open:
            return
        parts = tuple(Part(how.value, _(word), on=how is visit.how) for how, word in VISITS.items())
        yield Spec(f"how:{visit.id}", label=_("How"), parts=parts, marked=True)
        yield from self._where(visit.id, visit.supporter)
        note = sees(self._session, visit.note)
        yield Spec(f"note:{visit.id}", label=_("Words"), text=note or "_", soft=not note)
        yield acts_line(f"acts:{visit.id}", {"day": _("Another day"), "away": _("Take away")})

    def _where(self, record_id: str, supporter: str | None) -> Iterator[Spec]:
        key = f"where:{record_id}"
        line = with_whom(
            self._session, key, supporter, _("With, where"), choosing=key == self._choosing
        )
        if line is not None:
            yield line


def _head(key: str, text: str) -> Spec:
    return Spec(f"head:{key}", text=text, soft=True, wide=True, still=True, gap=True)
