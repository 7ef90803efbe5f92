"""What was handed over so far: when, to whom, what was in it, and the number of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from stepup.domain.profile import LookAway
from stepup.domain.share import Handover
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.yearly import PER_PAGE, YearlyPage, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.words.plain_share import check_number, handover_details, handover_line
from stepup.words.share import section_names


class ShareLogPage(YearlyPage[Handover]):
    """The files that were made in a year, the newest first; one of them opened."""

    PLACE: ClassVar[str] = "share_log"
    NAME: ClassVar[str] = N_("Handed over so far")
    ITEMS: ClassVar[tuple[str, ...]] = ("handover",)

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        self._numbered = ""
        self.begin_at_opened([one.id for one in session.sharing.handovers(self.year)])

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        handovers = self.session.sharing.handovers(self.year)
        lines = years_line(self.session.book.years(), self.year)
        if not handovers:
            text = _("Nothing was handed over in this year.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True))
        for index, handover in enumerate(handovers[self.first : self.first + PER_PAGE]):
            lines += self._handover(handover, gap=index == 0 and bool(lines))
        return lines + turning_line(self.first, len(handovers))

    def _handover(self, handover: Handover, *, gap: bool) -> Iterator[Spec]:
        hides = self.session.hides(LookAway.DATES)
        label = "" if hides else format_day(handover.day, "short")
        key = f"handover:{handover.id}"
        if handover.id != self.opened:
            after = section_names(handover.sections, handover.audience)
            text = handover_line(handover)
            yield Spec(key, label=label, text=text, after=after, gap=gap, cut=True)
            return
        yield Spec(key, label=label, text=handover_line(handover), gap=True)
        for number, (name, said) in enumerate(handover_details(handover)):
            if not (hides and number == 0):
                yield Spec(f"detail:{number}", label=name, text=said, soft=True, still=True)
        if handover.id == self._numbered:
            yield Spec("number", text=check_number(handover), wide=True, soft=True, still=True)
        check = _("Number to check the file by")
        acts = {"to": _("To whom"), "number": check, "away": _("Take away")}
        yield acts_line(f"acts:{handover.id}", acts)

    def act(self, part: str, item: Handover) -> None:
        """Take a note away, show the number of its file, or say to whom it went."""
        if part == "away":
            self.session.sharing.take_away(item)
        elif part == "number":
            self._numbered = "" if self._numbered == item.id else item.id
            self.refresh_rows()
        else:
            self.ask(
                f"acts:{item.id}",
                lambda typed: self.session.sharing.name_receiver(item, typed),
                text=item.to,
                hint=_("To whom, in your own words"),
            )

    def find_item(self, name: str) -> Handover | None:
        """Return what was handed over in the year that is shown."""
        found = self.session.sharing.handovers(self.year)
        return next((one for one in found if one.id == name), None)
