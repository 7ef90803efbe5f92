"""Files that other programs or offices read: which one, and where it is to stand."""

from __future__ import annotations

from typing import ClassVar, Final

from stepup.domain.day import parse_day
from stepup.domain.income_sums import Month
from stepup.domain.text import fold, one_line
from stepup.domain.weeks import month_of
from stepup.i18n import N_, _, format_day
from stepup.notebook.keeping import named_file, write_new
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

_FILES: Final[dict[str, tuple[str, str]]] = {
    "csv": (N_("For a spreadsheet"), "income.csv"),
    "hledger": (N_("For hledger"), "income.journal"),
    "md": (N_("A month, as text"), "month.md"),
    "html": (N_("A month, to print"), "month.html"),
}
"""The kinds of file, and the end of the name that is laid ready."""


class FilesPage(BookPage):
    """One line a kind of file; nothing is ever written over."""

    PLACE: ClassVar[str] = "income_files"
    NAME: ClassVar[str] = N_("Write a file")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._month = month_of(session.book.today())

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = []
        for kind, (name, _end) in _FILES.items():
            if kind == "md":
                text = format_day(self._month.first, "month")
                lines.append(Spec("month", label=_("Month"), text=text, gap=True))
            lines.append(Spec(kind, text=_(name), wide=True))
        text = _(
            "The newest version of each entry goes into it, amounts too when they are covered"
            " here. The note about money never does."
        )
        return [*lines, Spec("remark", text=text, soft=True, wide=True, still=True, gap=True)]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Ask for the month, or where the file is to stand."""
        if row.key == "month":
            self.ask(
                "month",
                self._keep_month,
                text=f"{self._month.first:%Y-%m}",
                hint=_("A month, such as 2026-11"),
            )
            return
        self.ask(
            row.key,
            lambda typed: self._write(row.key, typed),
            begin=f"~/stepup-{self._end_of(row.key)}",
            hint=_("Where to: the name of a new file"),
            label="",
            only_enter="writes",
        )

    def _end_of(self, kind: str) -> str:
        end = _FILES[kind][1]
        return f"{self._month.first:%Y-%m}.{kind}" if kind in ("md", "html") else end

    def _keep_month(self, typed: str) -> None:
        text = fold(one_line(typed)).rstrip("月")
        self._month = month_of(parse_day(f"{text}月1日" if "年" in text else f"{text}-1"))
        self.refresh_rows()

    def _write(self, kind: str, typed: str) -> None:
        if one_line(typed):
            write_new(named_file(typed), self._body(kind))
            self.tell_when_closed(_("The file was written."))

    def _body(self, kind: str) -> bytes:
        incomes, works = self.session.incomes, self.session.works
        if kind == "csv":
            from stepup.exchange.income_csv import income_csv

            return income_csv(incomes.all(), works.names())
        if kind == "hledger":
            from stepup.exchange.hledger import hledger_journal

            return hledger_journal(incomes.all(), works.names())
        from stepup.exchange.work_month import html, markdown, work_month

        first, last = self._month.first, self._month.last
        sheet = work_month(
            Month(first.year, first.month),
            incomes.between(first, last),
            works.sessions_between(first, last),
            works.names(),
        )
        return html(sheet) if kind == "html" else markdown(sheet)
