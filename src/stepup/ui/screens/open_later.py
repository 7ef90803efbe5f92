"""The box to open later: that something lies in it is shown, and what it is only when opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from stepup.domain.corner import Later
from stepup.domain.profile import LookAway
from stepup.domain.text import clean
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.yearly import (
    PER_PAGE,
    YearlyPage,
    acts_line,
    first_line,
    turning_line,
    years_line,
)
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class OpenLaterPage(YearlyPage[Later]):
    """A line to put something in, what is closed, and what was opened."""

    PLACE: ClassVar[str] = "open_later"
    NAME: ClassVar[str] = N_("To open later")
    ITEMS: ClassVar[tuple[str, ...]] = ("later", "read")

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        self._shows_opened = bool(opened)
        self.begin_at_opened([one.id for one in session.corners.opened(self.year)])

    # Lines

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        closed = self.session.corners.closed()
        lines = [Spec("new", label=_("Put in"), text="_", soft=True)]
        if not closed:
            text = _("What you would rather not read now can wait here, closed.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        for index, later in enumerate(closed):
            lines += self._closed_line(later, gap=index == 0)
        return [*lines, *self._opened_lines()]

    def _closed_line(self, later: Later, *, gap: bool) -> Iterator[Spec]:
        hides = self.session.hides(LookAway.DATES)
        text = _("Something put in")
        after = ""
        if not hides:
            text = _("Put in on {day}").format(day=format_day(later.put_on, "short_year"))
        if later.not_before is not None and not hides:
            day = format_day(later.not_before, "short_year")
            after = _("rather not before {day}").format(day=day)
        yield Spec(f"later:{later.id}", text=text, after=after, wide=True, gap=gap)
        if later.id == self.opened:
            words = {"open": _("Open"), "day": _("Not before a day"), "away": _("Take away")}
            yield acts_line(f"acts:{later.id}", words)

    def _opened_lines(self) -> Iterator[Spec]:
        found = self.session.corners.opened(self.year)
        years = self.session.book.years()
        if not found and len(years) < 2 and not self._shows_opened:
            return
        yield Spec("was", text=_("Opened before"), soft=True, wide=True, gap=True)
        if not self._shows_opened:
            return
        yield from years_line(years, self.year)
        if not found:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
        for later in found[self.first : self.first + PER_PAGE]:
            yield from self._read_lines(later)
        yield from turning_line(self.first, len(found))

    def _read_lines(self, later: Later) -> Iterator[Spec]:
        hides = self.session.hides(LookAway.DATES)
        label = "" if hides else format_day(later.put_on, "short")
        key = f"read:{later.id}"
        if later.id != self.opened:
            yield Spec(key, label=label, text=first_line(later.text), cut=True)
            return
        yield Spec(key, label=label, text=later.text, gap=True)
        yield acts_line(f"acts:{later.id}", {"close": _("Close again"), "away": _("Take away")})

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - there is one field
        """Go on with what was being put in."""
        self._write("")

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into something new."""
        self._write(clean(text))

    # Verbs

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        match row.key:
            case "new":
                self._write("")
            case "was":
                self._shows_opened = not self._shows_opened
                self.refresh_rows()
            case _:
                super().choose(row, part, how)

    def find_item(self, name: str) -> Later | None:
        """Return what lies in the box, or was opened of the year that is shown."""
        corners = self.session.corners
        found = [*corners.closed(), *corners.opened(self.year)]
        return next((later for later in found if later.id == name), None)

    def act(self, part: str, item: Later) -> None:
        """Do something with what lies in the box, or was opened."""
        match part:
            case "open":
                self._open(item)
            case "close":
                self.opened = ""
                self.session.corners.close_again(item)
                self.rows.go_to(f"later:{item.id}")
            case "day":
                self._ask_day(item)
            case "away":
                self.session.corners.take_out(item)

    def _open(self, later: Later) -> None:
        """Open it, and show it whole where what was opened stands."""
        after = self.session.corners.open(later, self.session.book.today())
        self._shows_opened = True
        self.year = after.shard
        self.begin_at_opened([one.id for one in self.session.corners.opened(self.year)])
        self.refresh_rows()
        self.rows.go_to(f"read:{after.id}")

    def _ask_day(self, later: Later) -> None:
        self.ask(
            f"acts:{later.id}",
            lambda typed: self.session.corners.not_before(later, typed),
            text=later.not_before.isoformat() if later.not_before else "",
            hint=_("A date, such as 12/3; nothing holds you to it"),
        )

    def _write(self, begin: str) -> None:
        day = self.session.book.today()

        def keep(typed: str, before: Later | None) -> Later | None:
            later = self.session.corners.lay_by(day, typed, before)
            if later is not None:
                self.tell_when_closed(_("It lies in the box now, closed."))
            return later

        self.write("new", keep, begin=begin, draft=f"later:{day}:")
