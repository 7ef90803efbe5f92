"""Who and what one leans on: a list, one of them opened, and kinds of public service."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from stepup.domain.record import year_shard
from stepup.domain.supporter import Suits, Supporter, SupporterKind, VisitHow
from stepup.domain.text import one_line
from stepup.i18n import _
from stepup.ui.screens.people.supporter_lines import SupporterLines
from stepup.ui.screens.people.view import PeopleView
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.people import FIELDS
from stepup.words.public_services import SERVICES


class SupportersPage(PeopleView[Supporter]):
    """The first view of People."""

    VIEW: ClassVar[str] = "people"
    ITEMS: ClassVar[tuple[str, ...]] = ("one",)
    BEGINS: ClassVar[str] = "new"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"field"})

    def __init__(self, session: Session, *, opened: str = "") -> None:
        super().__init__(session, opened=opened)
        self._shows_services = False
        self.begin_at_opened([one.id for one in session.supporters.all()])

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = SupporterLines(self.session, self.opened, self.first, is_whole=self.unfolded)
        return [*self.top(), *lines.all(shows_services=self._shows_services)]

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - its name tells the field
        """Go on with a new name, or with a line of what is opened."""
        supporter = self.find_item(self.opened)
        if supporter is not None and name in FIELDS:
            self.unfold()
            self.call_after_refresh(self._ask_field, supporter, name)
        elif supporter is not None and name == "name":
            self._rename(supporter)
        else:
            self._ask_new()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once for someone or something new."""
        self._ask_new(one_line(text))

    def copied(self) -> str:
        """Return how to reach it; without that, its name."""
        supporter = self.find_item(self.under("one", "field", "what", "suits", "acts"))
        return (supporter.contact or supporter.name) if supporter else ""

    def words_under(self) -> str:
        """Return the words of a line, or the name of what is under the cursor."""
        row = self.rows.current
        supporter = self.find_item(self.under("one", "field"))
        if row is None or supporter is None:
            return ""
        field = row.key.rpartition(":")[2]
        return getattr(supporter, field) if field in FIELDS else supporter.name

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        supporter = self.find_item(name.partition(":")[0])
        match kind:
            case "new":
                self._ask_new()
            case "services":
                self._shows_services = not self._shows_services
                self.refresh_rows()
            case "service":
                self._add_service(name)
            case _ if supporter is None or kind in ("one", "acts"):
                super().choose(row, part, how)
            case "fields":
                self._show_fields(supporter)
            case "field":
                self._ask_field(supporter, name.partition(":")[2])
            case _:
                self._choose_part(kind, part or "", supporter)

    def _show_fields(self, supporter: Supporter) -> None:
        fields = f"field:{supporter.id}:"
        before = [row.key for row in self.rows.lines if row.key.startswith(fields)]
        self.unfold()
        after = [row.key for row in self.rows.lines if row.key.startswith(fields)]
        self.call_after_refresh(self.rows.go_to, next(key for key in after if key not in before))

    def _choose_part(self, kind: str, part: str, supporter: Supporter) -> None:
        supporters = self.session.supporters
        match kind:
            case "what":
                supporters.change(supporter, what=SupporterKind(part))
            case "suits":
                suits = Suits(part)
                supporters.change(supporter, suits=None if supporter.suits is suits else suits)

    def find_item(self, name: str) -> Supporter | None:
        """Return someone or something one leans on."""
        return self.session.supporters.find(name)

    # Verbs

    def _ask_new(self, begin: str = "") -> None:
        self.ask(
            "new",
            self._add,
            begin=begin,
            hint=_("A person, a place, an animal, a book, anything; one word is enough"),
            draft="supporter::new",
        )

    def _add(self, typed: str) -> None:
        if typed.strip():
            self._show(self.session.supporters.add(typed))

    def _add_service(self, key: str) -> None:
        name = _(SERVICES[key][0])
        self._show(self.session.supporters.add(name, SupporterKind.SERVICE, some_day=True))

    def _show(self, supporter: Supporter) -> None:
        self.opened = supporter.id
        self._shows_services = False
        self.begin_at_opened([one.id for one in self.session.supporters.all()])
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"one:{supporter.id}")

    def _ask_field(self, supporter: Supporter, field: str) -> None:
        name, hint = FIELDS[field]
        self.ask(
            f"field:{supporter.id}:{field}",
            partial(self._word, supporter.id, field),
            text=getattr(supporter, field),
            single=field != "contact",
            label=_(name),
            hint=_(hint),
            draft=f"supporter:{supporter.id}:{field}",
        )

    def _word(self, supporter_id: str, field: str, typed: str) -> None:
        supporter = self.find_item(supporter_id)
        if supporter is not None:
            self.session.supporters.word(supporter, field, typed)

    def _rename(self, supporter: Supporter) -> None:
        self.ask(
            f"one:{supporter.id}",
            partial(self._word, supporter.id, "name"),
            text=supporter.name,
            draft=f"supporter:{supporter.id}:name",
        )

    def act(self, part: str, item: Supporter) -> None:
        """Do something with someone or something one leans on."""
        supporter, supporters = item, self.session.supporters
        match part:
            case "rename":
                self._rename(supporter)
            case "bookmark":
                supporters.change(supporter, bookmarked=not supporter.bookmarked)
            case "some_day":
                supporters.change(supporter, some_day=not supporter.some_day)
            case "beside":
                from stepup.ui.screens.people.beside import BesidePage

                self.stepup.lay_over(BesidePage(self.session, supporter.id))
            case "away":
                supporters.take_away(supporter)
            case "talk":
                from stepup.ui.screens.people.talks import TalksPage

                page = TalksPage(self.session, with_whom=supporter.id)
                self.stepup.open_page(page)
            case "visit":
                from stepup.ui.screens.people.appointments import AppointmentsPage

                today = self.session.book.today()
                visit = self.session.visits.note(today, VisitHow.WENT, supporter.id)
                self.stepup.open_page(
                    AppointmentsPage(self.session, year=year_shard(today), opened=visit.id)
                )
