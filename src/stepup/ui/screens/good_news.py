"""Good news: what one cut out and kept, with where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from stepup.domain.corner import Clipping
from stepup.domain.profile import LookAway
from stepup.domain.text import clean
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.yearly import (
    LINE,
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


class GoodNewsPage(YearlyPage):
    """A line to write in, and the clippings of a year."""

    PLACE: ClassVar[str] = "good_news"
    NAME: ClassVar[str] = N_("Good news")

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        self.begin_at_opened([one.id for one in session.corners.clippings(self.year)])

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        clippings = self.session.corners.clippings(self.year)
        lines = [Spec("new", label=_("To keep here"), text="_", soft=True)]
        if not clippings:
            text = _("Something good you read, heard or saw can be kept here.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        lines += years_line(self.session.book.years(), self.year)
        for index, clipping in enumerate(clippings[self.first : self.first + PER_PAGE]):
            lines += self._clipping(clipping, gap=index == 0)
        return lines + turning_line(self.first, len(clippings))

    def _clipping(self, clipping: Clipping, *, gap: bool) -> Iterator[Spec]:
        hides = self.session.hides(LookAway.DATES)
        label = "" if hides else format_day(clipping.day, "short")
        key = f"clipping:{clipping.id}"
        if clipping.id != self.opened:
            text = first_line(clipping.text)
            yield Spec(key, label=label, text=text, after=clipping.source[:LINE], gap=gap, cut=True)
            return
        text, is_long = self.whole(clipping.text)
        yield Spec(key, label=label, text=text, after=clipping.source, gap=True)
        acts = {
            "unfold": _("Show all of it") if is_long else "",
            "write": _("Write"),
            "source": _("Where from"),
            "drawer": _("Into the drawer"),
            "away": _("Take away"),
        }
        yield acts_line(f"acts:{clipping.id}", {act: word for act, word in acts.items() if word})

    def focus_body(self) -> None:
        """Put the cursor on the clipping that is opened first."""
        if self.rows.current is None and self.opened:
            self.rows.go_to(f"clipping:{self.opened}")
        super().focus_body()

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a clipping, or with where it is from."""
        clipping = self._find(name)
        if clipping is None:
            self._write("")
        elif kind == "source":
            self._ask_source(clipping)
        else:
            self._rewrite(clipping)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new clipping."""
        self._write(clean(text))

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self._write("")
            case "years" | "page":
                self.turn(kind, part or "")
            case "clipping":
                self.open_or_fold(name)
            case "acts":
                self._act(part or "", name)

    def take_away(self, row: Row) -> None:
        """Take a clipping away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        clipping = self._find(name)
        if kind == "clipping" and clipping is not None:
            self.session.corners.take_out(clipping)

    def _find(self, name: str) -> Clipping | None:
        found = self.session.corners.clippings(self.year)
        return next((clipping for clipping in found if clipping.id == name), None)

    def _act(self, part: str, name: str) -> None:
        clipping = self._find(name)
        if clipping is None:
            return
        match part:
            case "unfold":
                self.unfold()
            case "write":
                self._rewrite(clipping)
            case "source":
                self._ask_source(clipping)
            case "drawer":
                self.session.corners.put_in_words_of(clipping.text)
                self.call_after_refresh(self.stepup.say, _("It lies in the drawer now."))
            case "away":
                self.session.corners.take_out(clipping)

    def _write(self, begin: str) -> None:
        day = self.session.book.today()
        before: Clipping | None = None

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.corners.clip(day, typed, before)
            if before is not None:
                self.stands_in_field(f"clipping:{before.id}")

        self.ask("new", keep, begin=begin, single=False, draft=f"clipping:{day}:")

    def _rewrite(self, clipping: Clipping) -> None:
        before: Clipping | None = clipping

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.corners.clip(clipping.day, typed, before)

        self.ask(
            f"clipping:{clipping.id}",
            keep,
            text=clipping.text,
            single=False,
            draft=f"clipping:{clipping.day}:{clipping.id}",
        )

    def _ask_source(self, clipping: Clipping) -> None:
        self.ask(
            f"acts:{clipping.id}",
            lambda typed: self.session.corners.name_source(clipping, typed),
            text=clipping.source,
            hint=_("Where it is from, such as: the radio, a letter, a friend"),
            draft=f"source:{clipping.day}:{clipping.id}",
        )
