"""Good news: what one cut out and kept, with where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
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


class GoodNewsPage(YearlyPage[Clipping]):
    """A line to write in, and the clippings of a year."""

    PLACE: ClassVar[str] = "good_news"
    NAME: ClassVar[str] = N_("Good news")
    ITEMS: ClassVar[tuple[str, ...]] = ("clipping",)

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

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a clipping, or with where it is from."""
        clipping = self.find_item(name)
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

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        if row.key == "new":
            self._write("")
        else:
            super().choose(row, part, how)

    def find_item(self, name: str) -> Clipping | None:
        """Return a clipping of the year that is shown."""
        found = self.session.corners.clippings(self.year)
        return next((clipping for clipping in found if clipping.id == name), None)

    def act(self, part: str, item: Clipping) -> None:
        """Do something with a clipping."""
        match part:
            case "unfold":
                self.unfold()
            case "write":
                self._rewrite(item)
            case "source":
                self._ask_source(item)
            case "drawer":
                self.session.corners.put_in_words_of(item.text)
                self.call_after_refresh(self.stepup.say, _("It lies in the drawer now."))
            case "away":
                self.session.corners.take_out(item)

    def _write(self, begin: str) -> None:
        day = self.session.book.today()
        keep = partial(self.session.corners.clip, day)
        self.write("new", keep, begin=begin, draft=f"clipping:{day}:")

    def _rewrite(self, clipping: Clipping) -> None:
        self.write(
            f"clipping:{clipping.id}",
            partial(self.session.corners.clip, clipping.day),
            before=clipping,
            text=clipping.text,
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
