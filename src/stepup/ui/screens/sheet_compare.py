"""Earlier versions of a sheet: one alone, or beside another with what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from stepup.domain.problem import Problem
from stepup.domain.sheet import Sheet, SheetTopic
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.sheet_difference import columns_in, compared
from stepup.ui.screens.sheet_lines import look_again_line, section_lines, written_on
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.sheets import first_words, sheet_name

PER_PAGE: Final = 30
_DAY: Final = 16
"""Cells of a date in the list."""


class EarlierPage(BookPage):
    """The versions before the newest, and the one that is opened."""

    PLACE: ClassVar[str] = "earlier"
    NAME: ClassVar[str] = N_("Earlier versions")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, topic: SheetTopic, opened: str = "") -> None:
        super().__init__(session)
        self._topic = topic
        self._versions: list[Sheet] = []
        self._unread: list[Problem] = []
        self._first = 0
        self._opened = opened
        self._beside = "alone"
        self._read()

    def _read(self) -> None:
        self._unread = []
        self._versions = self.session.sheets.versions(self._topic, self._unread.append)

    def _changed(self, changed: Changed) -> None:
        if not changed.kinds or Sheet.kind in changed.kinds:
            self._read()
        super()._changed(changed)

    def heading(self) -> str:
        """Return the name of the sheet, and the day of the version that is opened."""
        sheet = self._sheet
        if sheet is None:
            return f"{sheet_name(self._topic)}   {_(self.NAME)}"
        return f"{sheet_name(self._topic)}   {written_on(self.session, sheet)}".rstrip()

    @property
    def _sheet(self) -> Sheet | None:
        """The version that is opened."""
        return next((one for one in self._versions if one.id == self._opened), None)

    def specs(self) -> list[Spec]:
        """Return the versions, or the one that is opened."""
        sheet = self._sheet
        return list(self._list() if sheet is None else self._version(sheet))

    def _list(self) -> Iterator[Spec]:
        earlier = self._versions[1:]
        page = earlier[self._first : self._first + PER_PAGE]
        for sheet in page:
            day = written_on(self.session, sheet)
            words = first_words(sheet) or _("(blank)")
            text = f"{pad(day, _DAY)}{words}" if day else words
            after = _("taken up again") if sheet.again_of else ""
            yield Spec(f"version:{sheet.id}", text=text, after=after, wide=True, cut=True)
        parts = []
        if self._first > 0:
            parts.append(Part("newer", _("Newer"), on=True))
        if self._first + PER_PAGE < len(earlier):
            parts.append(Part("older", _("Older"), on=True))
        if parts:
            yield Spec("page", parts=tuple(parts), wide=True, gap=True)
        if not earlier and not self._unread:
            text = _("There is only the newest version. Those before it will stand here.")
            yield Spec("none", text=text, soft=True, still=True, wide=True)
        for number, problem in enumerate(self._unread):
            text = problem_sentence(problem)
            yield Spec(f"unread:{number}", text=text, soft=True, wide=True, still=True, gap=True)

    def _version(self, sheet: Sheet) -> Iterator[Spec]:
        other = self._other(sheet)
        yield Spec("beside", parts=self._ways(sheet), marked=True, wide=True)
        yield Spec("again", text=_("Take this one up again"), wide=True)
        if other is not None:
            older, newer = sorted((sheet, other), key=self._versions.index, reverse=True)
            columns = columns_in(self.app.size.width)
            yield from compared(self.session, older, newer, columns)
            return
        lines = list(section_lines(sheet, is_first=False, only_written=True))
        yield from lines
        if sheet.look_again:
            yield look_again_line(self.session, sheet)
        elif not lines:
            yield Spec("blank", text=_("(blank)"), soft=True, still=True, wide=True, gap=True)

    def _ways(self, sheet: Sheet) -> tuple[Part, ...]:
        words = {"alone": _("Alone"), "newest": _("Beside the newest")}
        if sheet is not self._versions[-1]:
            words["before"] = _("Beside the one before")
        return tuple(Part(key, word, on=key == self._beside) for key, word in words.items())

    def _other(self, sheet: Sheet) -> Sheet | None:
        """Return the version it is compared with."""
        place = self._versions.index(sheet)
        if self._beside == "before" and place + 1 < len(self._versions):
            return self._versions[place + 1]
        return self._versions[0] if self._beside == "newest" else None

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self.refresh_rows()

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Open a version, lay another beside it, or take it up again."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "version":
                self._show(name)
            case "page":
                self._first = max(0, self._first + (PER_PAGE if part == "older" else -PER_PAGE))
                self.refresh_rows()
                self.call_after_refresh(self.rows.action_edge, 0)
            case "beside":
                self._beside = part or "alone"
                self.refresh_rows()
            case "again":
                self._take_up()

    def _show(self, version: str) -> None:
        self._opened, self._beside = version, "alone"
        self.refresh_rows()
        self.rows.go_to("beside")

    def _take_up(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            self.session.sheets.take_up(sheet)
            self.dismiss()
            self.app.call_later(
                self.stepup.say, _("It is the newest version now. Ctrl+Z takes that back.")
            )

    def key_escape(self) -> None:
        """Go back to the list, and from there to the sheet."""
        if not self._opened:
            super().key_escape()
            return
        version, self._opened = self._opened, ""
        self.refresh_rows()
        self.rows.go_to(f"version:{version}")
