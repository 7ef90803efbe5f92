"""Income: what came in, added up as it is; a card once, for the first pay ever."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from stepup.domain.income import Income
from stepup.domain.record import year_shard
from stepup.domain.text import clean
from stepup.i18n import _
from stepup.ui.screens.work.files import FilesPage
from stepup.ui.screens.work.income_form import IncomeForm
from stepup.ui.screens.work.income_lines import IncomeLines, Unfolded
from stepup.ui.screens.work.view import WorkView
from stepup.ui.screens.yearly import PER_PAGE
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class IncomePage(WorkView):
    """A line to note an entry on, the months as bars, and the entries of a year."""

    VIEW: ClassVar[str] = "income"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"then", "worry"})

    def __init__(self, session: Session, *, opened: str = "", year: str = "") -> None:
        super().__init__(session)
        self._unfolded = Unfolded(year or year_shard(session.book.today()), opened=opened)
        ids = [one.id for one in session.incomes.of_year(self._unfolded.year)]
        if opened in ids:
            first = ids.index(opened) // PER_PAGE * PER_PAGE
            self._unfolded = replace(self._unfolded, first=first)
        self.going_on = ""
        """The draft whose field is opened first."""

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        return [self.views_line(), *IncomeLines(self.session, self._unfolded).all()]

    def focus_body(self) -> None:
        """Put the cursor on the entry that is opened, or go on with what was being written."""
        if self.rows.current is None and self._unfolded.opened:
            self.rows.go_to(f"income:{self._unfolded.opened}")
        super().focus_body()
        kind, self.going_on = self.going_on.partition(":")[0], ""
        if kind == "money_worry":
            self._ask_worry()
        elif kind == "income":
            self._fill_in(None)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once for the pay of a new entry."""
        self._fill_in(None, begin=clean(text))

    def on_screen_resume(self) -> None:
        """Show whether an entry was begun in the form that lay over this page."""
        self.refresh_rows()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new" | "begun":
                self._fill_in(None)
            case "years":
                self._show(year=part or "", first=0, opened="")
            case "by":
                self._show(by=part or "")
            case "page":
                step = PER_PAGE if part == "older" else -PER_PAGE
                self._show(first=max(0, self._unfolded.first + step), opened="")
            case "income":
                self._show(opened="" if self._unfolded.opened == name else name)
            case "acts":
                self._act(part or "", name)
            case "then" | "cardacts" | "worry" | "file":
                self._choose_quiet(kind)
            case _:
                super().choose(row, part, how)

    def _choose_quiet(self, kind: str) -> None:
        match kind:
            case "then":
                first = self.session.incomes.first
                self.ask("then", self.session.incomes.say_then, text=first.then if first else "")
            case "cardacts":
                self.session.incomes.close_card()
            case "worry":
                self._ask_worry()
            case _:
                self.stepup.lay_over(FilesPage(self.session))

    def _show(self, **changes: object) -> None:
        self._unfolded = replace(self._unfolded, **changes)  # type: ignore[arg-type]
        self.refresh_rows()

    def _find(self, name: str) -> Income | None:
        return next((one for one in self.session.incomes.all() if one.id == name), None)

    def _act(self, part: str, name: str) -> None:
        income = self._find(name)
        if income is None:
            return
        if part == "away":
            self.session.incomes.take_away(income)
        else:
            self._fill_in(income)

    def take_away(self, row: Row) -> None:
        """Take an entry away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        income = self._find(name)
        if kind == "income" and income is not None:
            self.session.incomes.take_away(income)

    # Writing

    def _fill_in(self, income: Income | None, begin: str = "") -> None:
        form = IncomeForm(self.session, income, begin=begin, kept=self._show_kept)
        self.stepup.lay_over(form)

    def _show_kept(self, income: Income) -> None:
        """Open what was kept, in the year in which it was paid."""
        self._unfolded = replace(
            self._unfolded, year=year_shard(income.day), opened=income.id, first=0
        )
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"income:{income.id}")

    def _ask_worry(self) -> None:
        worry = self.session.incomes.worry
        self.ask(
            "worry",
            self.session.incomes.write_worry,
            text=worry.text if worry is not None else "",
            single=False,
            draft=f"money_worry:{self.session.book.today()}:",
            hint=_(
                "This note is in a copy of everything and in everything as JSON. It is on a page to"
                " hand over only when you choose it."
            ),
        )
