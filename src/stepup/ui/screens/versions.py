"""Two versions: entries that were changed in two places, and what is to become of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from stepup.domain.problem import Problem
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.notebook.versions import Pair, Versions
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.sheet_difference import columns_in
from stepup.ui.screens.version_lines import pair_line, version_lines
from stepup.ui.screens.yearly import PER_PAGE, turning_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence


class VersionsPage(BookPage):
    """The entries in two versions, and the one that is opened."""

    PLACE: ClassVar[str] = "versions"
    NAME: ClassVar[str] = N_("Two versions")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._versions = Versions(session.book)
        self._pairs: list[Pair] = []
        self._unread: list[Problem] = []
        self._opened = ""
        self._first = 0
        self._read()

    def _read(self) -> None:
        self._unread = []
        self._pairs = self._versions.all(self._unread.append)

    def _changed(self, changed: Changed) -> None:
        self._read()
        super()._changed(changed)

    @property
    def _pair(self) -> Pair | None:
        return next((pair for pair in self._pairs if pair.beside.id == self._opened), None)

    def specs(self) -> list[Spec]:
        """Return the list, or the entry that is opened."""
        pair = self._pair
        return list(self._list() if pair is None else self._both(pair))

    def _list(self) -> Iterator[Spec]:
        text = _("No entry stands in two versions.")
        if self._pairs:
            text = _("Changed in two windows or on two computers; both versions are kept.")
        yield Spec("told", text=text, soft=True, wide=True, still=True)
        page = self._pairs[self._first : self._first + PER_PAGE]
        for number, pair in enumerate(page):
            yield pair_line(self.session, pair)._replace(gap=not number)
        yield from turning_line(self._first, len(self._pairs))
        for number, problem in enumerate(self._unread):
            said = problem_sentence(problem)
            yield Spec(f"unread:{number}", text=said, soft=True, wide=True, still=True, gap=True)

    def _both(self, pair: Pair) -> Iterator[Spec]:
        line = pair_line(self.session, pair)
        yield Spec("head", text=line.text, after=line.after, wide=True, still=True, heading=True)
        words = {
            "standing": _("Keep as it stands"),
            "both": _("Keep both"),
            "beside": _("Take the other one"),
        }
        if pair.stands is None:
            words = {"standing": _("Take it away"), "both": _("Keep it")}
        parts = tuple(Part(key, word, on=True) for key, word in words.items())
        yield Spec("acts", parts=parts, wide=True)
        yield from version_lines(pair, columns_in(self.app.size.width))

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self.refresh_rows()

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Open an entry, or settle the one that is opened."""
        kind, _colon, name = row.key.partition(":")
        pair = self._pair
        match kind:
            case "pair":
                self._show(name, "acts")
            case "page":
                self._first = max(0, self._first + (PER_PAGE if part == "older" else -PER_PAGE))
                self.refresh_rows()
            case "acts" if pair is not None:
                self._settle(part or "", pair)

    def _settle(self, part: str, pair: Pair) -> None:
        acts = {
            "standing": self._versions.keep_standing,
            "both": self._versions.keep_both,
            "beside": self._versions.keep_beside,
        }
        acts[part](pair)
        self._show("", "")
        self.call_later(self.stepup.say, _("Done. Ctrl+Z takes it back."))

    def _show(self, opened: str, line: str) -> None:
        self._opened = opened
        self.refresh_rows()
        self.call_after_refresh(
            self.rows.go_to if line else self.rows.action_edge, *([line] if line else [0])
        )

    def key_escape(self) -> None:
        """Go back to the list, and from there to the page below."""
        if not self._opened:
            super().key_escape()
            return
        self._show("", f"pair:{self._opened}")
