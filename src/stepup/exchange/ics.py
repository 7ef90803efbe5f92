"""Appointments as an iCalendar file (RFC 5545), for a calendar elsewhere.

Nothing is in it but when, a title and the id: not with whom, not where. A time is written as
wall time without a zone ("floating"): it stays at that hour wherever the calendar is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from stepup.domain.supporter import Appointment
from stepup.words.people import neutral_title

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT: Final = "-//stepup//appointments//EN"


def encode(appointments: Iterable[Appointment], stamp: datetime) -> bytes:
    """Return a calendar with one private event for each appointment; `stamp` is when it was made.

    An event has the appointment's own title only where that was chosen, else a neutral one in
    the language in use. Without a time it is for the whole day.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for appointment in appointments:
        calendar.add_component(_event(appointment, stamp))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment, stamp: datetime) -> Event:
    from icalendar import Event

    own = appointment.title if appointment.title_shown else ""
    event = Event()
    event.add("uid", f"{appointment.id}@stepup")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", appointment.starts or appointment.on_day)
    event.add("summary", own or neutral_title())
    event.add("class", "PRIVATE")
    return event
