"""Sleep: the picture of it, the day under the cursor in words, and the usual times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from stepup.domain.problem import Problem
from stepup.domain.profile import LookAway
from stepup.domain.slept import Half
from stepup.i18n import format_day
from stepup.ui.screens.rhythm.sleep_lines import SleepLines
from stepup.ui.screens.rhythm.view import RhythmView
from stepup.ui.session import Session
from stepup.ui.widgets.actogram import Actogram, Source
from stepup.ui.widgets.caption import Caption, Saying
from stepup.ui.widgets.layout import Spec, pad
from stepup.ui.widgets.row import Row
from stepup.ui.widgets.rows import Rows
from stepup.ui.widgets.sleep_cells import hour_marks


def short_day(day: date) -> str:
    """Return a day as the picture names it."""
    return format_day(day, "short")


class LinesAbove(Rows):
    """Lines with something under them to go down to."""

    @dataclass
    class LeftDownward(Message):
        """The cursor would go below the last line."""

    def on_descendant_focus(self) -> None:
        """Show the cursor when one comes here by another way than up."""
        if self.current is None:
            self.focus_here()

    def action_move(self, step: int) -> None:
        """Move the cursor, and below the last line out of the lines."""
        before, seen = self.current, self.scroll_offset
        super().action_move(step)
        if step > 0 and self.current is before and self.scroll_offset == seen:
            self.post_message(self.LeftDownward())


class Hours(Widget):
    """The hours over a sleep picture, and over its dates the year."""

    DEFAULT_CSS = """
    Hours { height: 1; padding: 0 0 0 1; color: $soft; }
    """

    def __init__(self, picture: Actogram) -> None:
        super().__init__()
        self._picture = picture

    def render(self) -> Content:
        """Return the line."""
        cells = self._picture.label_cells
        year = pad(str(self._picture.day.year), cells) if cells else ""
        return Content(year + hour_marks(2 * self._picture.half_cells))


class SleepPage(RhythmView):
    """The picture of sleep; without one, a few lines."""

    VIEW: ClassVar[str] = "rhythm"
    DEFAULT_CSS = """
    SleepPage Rows { height: 3; }
    SleepPage.-plain {
        & Rows { height: 1fr; }
        & Hours, & Actogram, & Saying, & Caption { display: none; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.rows = LinesAbove()
        self._today = session.book.today()
        self._newest: date | None = None
        self._lines = SleepLines(session)
        self.picture = Actogram(Source(self._half, self._is_written, short_day, self._show_day))
        self._hours = Hours(self.picture)
        self._day = Saying()
        self._under = Caption()

    # What stands there

    def body(self) -> list[Widget]:
        """Return the line of the views, the picture and the words under it."""
        widgets = [*super().body(), self._hours, self.picture, self._day, self._under]
        self._show_picture()
        return widgets

    def specs(self) -> list[Spec]:
        """Return the lines of the page; under the line of the views, only where no picture is.

        Raises:
            Problem: a year that is to be shown cannot be read.
        """
        self.add_class("-plain")
        self._today = self.session.book.today()
        self._lines = SleepLines(self.session)
        rhythm = self.session.rhythm
        if rhythm.newest(self._today) is None:
            return [self.views_line(), *self._lines.nothing()]
        if self.session.hides(LookAway.TRENDS):
            return [self.views_line(), *self._lines.plain(self._today)]
        self._under.show(
            self._lines.under(
                self._today,
                figures=self.figures,
                ascii_only=self.session.settings.ascii_charts,
            )
        )
        self.remove_class("-plain")
        return [self.views_line()]

    def refresh_rows(self) -> None:
        """Show the page as things are now."""
        super().refresh_rows()
        self._show_picture()

    @property
    def has_picture(self) -> bool:
        """Whether the picture is shown."""
        return not self.has_class("-plain")

    def _show_picture(self) -> None:
        """Draw the picture anew; a cursor that was on the newest day with sleep is on it again."""
        if not self.has_picture:
            return
        rhythm = self.session.rhythm
        newest = rhythm.newest(self._today)
        follows = self._newest is None or self.picture.day == self._newest
        self._newest = newest
        self.picture.show(
            rhythm.first(self._today),
            self._today,
            here=newest if follows else None,
            label_cells=self._lines.label_cells,
            ascii_only=self.session.settings.ascii_charts,
        )
        self._show_day(self.picture.day)

    def _show_day(self, day: date) -> None:
        """Say the day under the cursor, and its year over the dates."""
        self._day.show(self._lines.day(day, self._today))
        self._hours.refresh()

    # What the picture asks for

    def _half(self, noon: int) -> Half:
        rhythm = self.session.rhythm
        try:
            half = rhythm.half(noon)
        except Problem:
            return Half()  # the words under the picture say why
        first = rhythm.first(self._today)
        if first != self.picture.first:  # the oldest year has just been read
            self.call_later(self.picture.begin_at, first)
        return half

    def _is_written(self, day: date) -> bool:
        try:
            return self.session.rhythm.day(day) is not None
        except Problem:
            return False

    # The cursor

    def focus_body(self) -> None:
        """Put the cursor on the picture, or on the lines in its place."""
        if self.has_picture:
            self.picture.focus()
        else:
            super().focus_body()

    def action_earlier(self) -> None:
        """Go back by what is in sight."""
        if self.has_picture:
            self.picture.action_page(-1)

    def action_later(self) -> None:
        """Go on by what is in sight."""
        if self.has_picture:
            self.picture.action_page(1)

    def on_lines_above_left_downward(self, message: LinesAbove.LeftDownward) -> None:
        """Go from the line of the views into the picture."""
        message.stop()
        if self.has_picture:
            self.picture.focus()

    def on_actogram_left_upward(self, message: Actogram.LeftUpward) -> None:
        """Go from the picture to the line of the views."""
        message.stop()
        self.rows.action_edge(-1)

    def on_actogram_opened(self, message: Actogram.Opened) -> None:
        """Open the page of a day."""
        message.stop()
        self._open_day(message.day)

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Open a day, begin to note a sleep, or do what the line of the views does."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "day":
                self._open_day(date.fromisoformat(name))
            case "note":
                self.stepup.do("today.sleep")
            case _:
                super().choose(row, part, how)

    def _open_day(self, day: date) -> None:
        from stepup.ui.screens.today import TodayPage

        self.stepup.open_page(TodayPage(self.session, day))
