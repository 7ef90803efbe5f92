"""Numbers of one's own: noted, listed and drawn small; nothing is said about them."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.text import one_line
from stepup.i18n import N_, _
from stepup.ui.screens.own_number_lines import RANGES, OwnNumberLines
from stepup.ui.screens.yearly import YearlyPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class OwnNumbersPage(YearlyPage[OwnNumber]):
    """The numbers, each with a line for today; the one that is opened with what was noted."""

    PLACE: ClassVar[str] = "own_numbers"
    NAME: ClassVar[str] = N_("Numbers of my own")
    ITEMS: ClassVar[tuple[str, ...]] = ("number",)

    def __init__(self, session: Session, *, opened: str = "") -> None:
        super().__init__(session, opened=opened)
        self._new_name = ""
        self._shows_retired = False
        if opened:
            retired = {number.id for number in self._all() if number.retired}
            self._shows_retired = opened in retired

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = OwnNumberLines(self.session, self.opened, self.year, self.first)
        return lines.all(new_name=self._new_name, shows_retired=self._shows_retired)

    def go_on(self, kind: str, name: str) -> None:
        """Go on with the name of a new number, or with a value for today."""
        number = self.find_item(name)
        if kind == "own_value" and number is not None:
            self._ask_value(number)
        else:
            self._ask_name()

    def turn(self, kind: str, part: str) -> None:
        """Go to another year, or to older values, of the number that is opened."""
        opened = self.opened
        super().turn(kind, part)
        self.opened = opened
        self.refresh_rows()
        self.rows.go_to("years" if kind == "years" else f"number:{opened}")

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        number = self.find_item(name)
        match kind:
            case "newnumber":
                self._ask_name()
            case "range":
                self._choose_range(part or "")
            case "retired":
                self._shows_retired = not self._shows_retired
                self.refresh_rows()
            case "was":
                self._correct(name)
            case "value" if number is not None:
                self._ask_value(number)
            case _:
                super().choose(row, part, how)

    def open_or_fold(self, record_id: str) -> None:
        """Show a number with what was noted, the newest first, or fold it away."""
        self.first = 0
        super().open_or_fold(record_id)

    def take_away(self, row: Row) -> None:
        """Take a value away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        number = self.find_item(self.opened)
        value = self._value(number, name) if number is not None else None
        if kind == "was" and value is not None:
            self.session.own_numbers.take_away(value)

    def _all(self) -> list[OwnNumber]:
        return self.session.own_numbers.all(retired=True)

    def find_item(self, name: str) -> OwnNumber | None:
        """Return a number, one that is retired too."""
        return next((number for number in self._all() if number.id == name), None)

    def _value(self, number: OwnNumber, name: str) -> OwnValue | None:
        found = self.session.own_numbers.values(number, self.year)
        return next((value for value in found if value.id == name), None)

    # Making

    def _ask_name(self) -> None:
        self.ask(
            "newnumber",
            self._name_new,
            label=_("A new number"),
            hint=_("What to call it, such as: pain, noise, hours awake"),
            draft="own_number:",
        )

    def _name_new(self, typed: str) -> None:
        self._new_name = one_line(typed)
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "range")

    def _choose_range(self, part: str) -> None:
        if part in RANGES:
            self._make(part)
        else:
            self.ask("range", self._make, label=_("Range"), hint=_("From where to where: 35-42"))

    def _make(self, typed: str) -> None:
        if not one_line(typed):
            return
        number = self.session.own_numbers.add(self._new_name, typed)
        self._new_name = ""
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"value:{number.id}")

    # Verbs

    def _ask_value(self, number: OwnNumber) -> None:
        day = self.session.book.today()
        self.ask(
            f"value:{number.id}",
            lambda typed: self.session.own_numbers.note(number, day, typed),
            draft=f"own_value:{day}:{number.id}",
        )

    def act(self, part: str, item: OwnNumber) -> None:
        """Note a value for another day, or change what a number is."""
        number, numbers = item, self.session.own_numbers
        key = f"acts:{number.id}"
        match part:
            case "day":
                self.ask(
                    key,
                    lambda typed: numbers.note_for(number, typed),
                    hint=_("A date and the number, such as 11/20 7"),
                )
            case "rename":
                self.ask(key, lambda typed: numbers.rename(number, typed), text=number.name)
            case "range":
                self.ask(
                    key,
                    lambda typed: numbers.change_range(number, typed),
                    text=f"{number.least}..{number.most}",
                    hint=_("From where to where: 35-42"),
                )
            case "retire":
                numbers.retire(number, retired=not number.retired)

    def _correct(self, name: str) -> None:
        number = self.find_item(self.opened)
        value = self._value(number, name) if number is not None else None
        if number is None or value is None:
            return
        self.ask(
            f"was:{name}",
            lambda typed: self.session.own_numbers.correct(number, value, typed),
            text=str(value.value),
        )
