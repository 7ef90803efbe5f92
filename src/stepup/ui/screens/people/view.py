"""What the views of People share: hiding names, copying, and the key to the visit sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType

from stepup.domain.record import year_shard
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.views import View
from stepup.ui.screens.yearly import R, YearlyPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.people import supporter_name

VIEWS: Final[dict[str, str]] = {
    "people": N_("Leaning on"),
    "talks": N_("Talks"),
    "visit_sheet": N_("To talk about"),
    "needs": N_("Difficulties and wishes"),
    "appointments": N_("Appointments"),
    "answers": N_("Answers"),
}
"""The names of the views, short: in Japanese the six just fit on one line of 80 cells."""
NEW_NAME: Final = "new"
"""The part of a line of with whom that stands for someone who is not on it."""
_NAMED: Final = 24
"""Supporters offered on one line, to choose with whom."""


class PeopleView(YearlyPage[R], View):
    """One view of People."""

    LAID_OVER: ClassVar[bool] = False
    PLACE: ClassVar[str] = "people"
    NAME: ClassVar[str] = N_("People")
    VIEWS: ClassVar[Mapping[str, str]] = VIEWS
    VIEW: ClassVar[str] = "people"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("people")]

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        self.choosing = ""
        """The key of the line on which one chooses with whom."""

    def begin_choosing(self, key: str) -> None:
        """Show all names on a line, to choose from."""
        self.choosing = key
        self.refresh_rows()

    def begin_again(self) -> None:
        """Show the year of today."""
        self.year = year_shard(self.session.book.today())
        self.first = 0

    def top(self) -> list[Spec]:
        """Return the line of the views, and one while names are hidden."""
        lines = [self.views_line()]
        if self.session.masked:
            text = _("Names and contacts are hidden; m shows them again.")
            lines.append(Spec("masked", text=text, soft=True, wide=True, still=True))
        return lines

    # What can be done on a line

    def copied(self) -> str:
        """Return the text that is copied here; "" for none."""
        return ""

    def words_under(self) -> str:
        """Return the words of the line under the cursor that may be talked about; "" for none."""
        return ""

    def under(self, *kinds: str) -> str:
        """Return the id in the key of the line under the cursor, if it is one of some kinds."""
        row = self.rows.current
        kind, _colon, name = row.key.partition(":") if row is not None else ("", "", "")
        return name.partition(":")[0] if kind in kinds else ""

    def say_then(self, sentence: str) -> None:
        """Say a sentence once what a line does is done: its keys are shown again at its end."""
        self.call_after_refresh(self.stepup.say, sentence)

    def action_mask(self) -> None:
        """Hide names and contacts, or show them again."""
        self.session.masked = not self.session.masked
        self.refresh_rows()

    def action_copy(self) -> None:
        """Copy what stands here."""
        text = self.copied()
        if not text:
            self.say_then(_("There is nothing to copy on this line."))
        elif self.session.masked:
            self.say_then(_("It is hidden; m shows it."))
        else:
            self.call_after_refresh(self.stepup.copy, text)

    def action_topic(self) -> None:
        """Put the words of the line under the cursor on the visit sheet."""
        words = self.words_under()
        today = self.session.book.today()
        if not words:
            self.say_then(_("On a line with words, k puts it under To talk about."))
        elif self.attempt(lambda: self.session.visit_sheet.add(today, words)):
            self.say_then(_("It stands under To talk about now."))


def with_whom(
    session: Session,
    key: str,
    chosen: str | None,
    label: str,
    *,
    choosing: bool,
    takes_new: bool = False,
) -> Spec | None:
    """Return the line of with whom or where, all names on it while one is `choosing`.

    Where it `takes_new`, the last of them stands for a new name; else it is None while there is
    no one to choose.
    """
    found = session.supporters.all()
    if not found and not takes_new:
        return None
    if not choosing:
        who = session.supporters.find(chosen)
        text = supporter_name(who, masked=session.masked) if who else "_"
        return Spec(key, label=label, text=text, soft=who is None)
    near = [one for one in found if one.id == chosen]
    shown = [*near, *(one for one in found if one.id != chosen)][:_NAMED]
    parts = tuple(
        Part(one.id, supporter_name(one, masked=session.masked), on=one.id == chosen)
        for one in sorted(shown, key=found.index)
    )
    if takes_new:
        parts = (*parts, Part(NEW_NAME, _("A new name")))
    return Spec(key, label=label, parts=parts, marked=True)


def sees(session: Session, text: str) -> str:
    """Return a text in which names may stand; while they are hidden, only that it is there."""
    return _("(hidden)") if session.masked and text else text
