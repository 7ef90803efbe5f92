"""Difficulties and wishes: four short lists, and what was put away."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.need import Need, NeedKind
from stepup.domain.profile import LookAway
from stepup.i18n import _, format_day
from stepup.ui.screens.people.view import PeopleView, sees
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.people import NEEDS


class NeedsPage(PeopleView[Need]):
    """Difficulties, what would help, what to do please and what not."""

    VIEW: ClassVar[str] = "needs"
    ITEMS: ClassVar[tuple[str, ...]] = ("need", "closed")
    BEGINS: ClassVar[str] = "new:difficulty"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"new"})

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        closed = [one.id for one in session.needs.closed(self.year)] if opened else []
        self._shows_closed = opened in closed
        self.begin_at_opened(closed)

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        needs = self.session.needs.open()
        lines = self.top()
        if not needs:
            text = _("Difficulties, and what one would wish for, in a line each. Nobody is told.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        for what in NeedKind:
            lines += self._kind(what, [one for one in needs if one.what is what])
        return lines + self._put_away()

    def _kind(self, what: NeedKind, needs: list[Need]) -> list[Spec]:
        head = Spec(f"head:{what}", text=_(NEEDS[what]), wide=True, soft=True, still=True, gap=True)
        lines = [head]
        for need in needs:
            text = sees(self.session, need.text)
            lines.append(Spec(f"need:{need.id}", text=text, wide=True, inset=2))
            if need.id == self.opened:
                words = {
                    "topic": _("To talk about"),
                    "close": _("Put away"),
                    "reword": _("Reword"),
                    **{
                        f"to_{k}": _('Under "{name}"').format(name=_(word))
                        for k, word in NEEDS.items()
                        if k is not what
                    },
                    "away": _("Take away"),
                }
                lines.append(acts_line(f"acts:{need.id}", words))
        return [*lines, Spec(f"new:{what}", text="_", soft=True, wide=True, inset=2)]

    def _put_away(self) -> list[Spec]:
        """Return what was put away in a year, once it is asked for."""
        closed = self.session.needs.closed(self.year)
        years = self.session.book.years()
        if not closed and len(years) < 2 and not self._shows_closed:
            return []
        lines = [Spec("was", text=_("Put away before"), soft=True, wide=True, gap=True)]
        if not self._shows_closed:
            return lines
        lines += years_line(years, self.year)
        if not closed:
            lines.append(Spec("none", text=_("Nothing of this year."), soft=True, still=True))
        hides = self.session.hides(LookAway.DATES)
        for need in closed[self.first : self.first + PER_PAGE]:
            day = "" if hides or need.closed_on is None else format_day(need.closed_on, "short")
            text = sees(self.session, need.text)
            after = _(NEEDS[need.what])
            lines.append(Spec(f"closed:{need.id}", label=day, text=text, after=after, soft=True))
            if need.id == self.opened:
                words = {"back": _("Bring back"), "away": _("Take away")}
                lines.append(acts_line(f"acts:{need.id}", words))
        return lines + turning_line(self.first, len(closed))

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - its name tells the field
        """Go on with a new line, or with other words for one."""
        need = self.find_item(name)
        if need is not None:
            self._reword(need)
        else:
            self._ask_new(NeedKind(name) if name in tuple(NeedKind) else NeedKind.DIFFICULTY)

    def copied(self) -> str:
        """Return the words of the line under the cursor."""
        return self.words_under()

    def words_under(self) -> str:
        """Return the words of the line under the cursor."""
        need = self.find_item(self.under("need", "closed", "acts"))
        return need.text if need else ""

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self._ask_new(NeedKind(name))
            case "was":
                self._shows_closed = not self._shows_closed
                self.refresh_rows()
            case _:
                super().choose(row, part, how)

    def find_item(self, name: str) -> Need | None:
        """Return a line, or one that was put away in the year that is shown."""
        if not name:
            return None
        book = self.session.book
        return book.one(Need, name) or book.one(Need, name, self.year)

    # Verbs

    def act(self, part: str, item: Need) -> None:
        """Do something with a line."""
        need, needs = item, self.session.needs
        match part:
            case "topic":
                self.action_topic()
            case "close":
                needs.close(need, self.session.book.today())
            case "back":
                needs.close(need, None)
            case "reword":
                self._reword(need)
            case "away":
                needs.take_away(need)
            case _:
                needs.turn(need, NeedKind(part.removeprefix("to_")))

    def _ask_new(self, what: NeedKind) -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.session.needs.add(typed, what)

        self.ask(f"new:{what}", keep, draft=f"need::{what}")

    def _reword(self, need: Need) -> None:
        self.ask(
            f"need:{need.id}",
            lambda typed: self.session.needs.reword(need, typed),
            text=need.text,
            draft=f"need::{need.id}",
        )
