"""Which words stand around the sleep picture, and in its place where there is none."""

from __future__ import annotations

from datetime import date
from typing import Final

from stepup.domain.problem import Problem
from stepup.domain.profile import LookAway
from stepup.domain.sleep_measures import middle_of_sleep, sleep_regularity, usual_times
from stepup.i18n import _, format_day
from stepup.notebook.rhythm import FORTNIGHT
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.sleep_cells import ENDED, SLEEPLESS, STARTED, full_cell
from stepup.words import problem_sentence
from stepup.words.rhythm import day_pieces, figure_words, usual_words

_LABEL: Final = 9
"""Cells of the column of dates: 12月31日 and a blank."""


class SleepLines:
    """Makes the lines of the page of sleep."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lengths = not session.hides(LookAway.ELAPSED)
        self._dates = not session.hides(LookAway.DATES)

    @property
    def label_cells(self) -> int:
        """Cells the picture keeps for dates."""
        return _LABEL if self._dates else 0

    def nothing(self) -> list[Spec]:
        """Return what stands there before any sleep was written down."""
        text = _("When a sleep is written down, its picture stands here.")
        return [
            Spec("nothing", text=text, soft=True, wide=True, still=True, gap=True),
            Spec("note", text=_("Note a sleep"), wide=True, gap=True),
        ]

    def plain(self, today: date) -> list[Spec]:
        """Return the last days with sleep as lines, for who looks away from pictures over time."""
        days = self._session.rhythm.last_written(today)
        return [
            Spec(
                f"day:{day.isoformat()}",
                label=self._short(day, today) if self._dates else "",
                text="".join(day_pieces(sleep, lengths=self._lengths)),
                cut=True,
                gap=number == 0,
                wide=not self._dates,
            )
            for number, (day, sleep) in enumerate(days.items())
        ]

    @staticmethod
    def _short(day: date, today: date) -> str:
        return format_day(day, "short" if day.year == today.year else "short_year")

    def day(self, day: date, today: date) -> list[str]:
        """Return the day under the cursor in words, in pieces that make one line."""
        try:
            said = day_pieces(self._session.rhythm.day(day), lengths=self._lengths)
        except Problem as problem:
            return [problem_sentence(problem)]
        if not self._dates:
            return said
        name = format_day(day, "day" if day.year == today.year else "day_year")
        return [_("{row}: {said}").format(row=name, said=""), *said]

    def under(self, today: date, *, figures: bool, ascii_only: bool) -> list[Spec]:
        """Return the usual times, the figures that were asked for, and what the marks mean.

        Raises:
            Problem: a year of the last fortnight cannot be read.
        """
        days = self._session.rhythm.last_days(today)
        usual = usual_times(days.values())
        said = usual_words(usual, FORTNIGHT)
        if figures:
            said += figure_words(
                usual,
                middle_of_sleep(days.values()),
                sleep_regularity(days),
                FORTNIGHT,
                lengths=self._lengths,
            )
        lines = [Spec(f"said:{number}", text=text, wide=True) for number, text in enumerate(said)]
        return [*lines, self._legend(ascii_only=ascii_only)]

    def _legend(self, *, ascii_only: bool) -> Spec:
        marks = {
            full_cell(ascii_only=ascii_only): _("asleep"),
            STARTED + " " + ENDED: _("one time"),
            SLEEPLESS: _("awake all night"),
        }
        pieces = [f"{mark} {words}" for mark, words in marks.items()]
        if self._dates:
            pieces.append(_("dim date: no record"))
        return Spec("legend", text="  ".join(pieces), soft=True, wide=True)
