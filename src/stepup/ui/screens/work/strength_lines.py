"""Which lines stand on the view of strengths, practice and learning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stepup.domain.profile import LookAway
from stepup.domain.strength import Learning, Practice, Side
from stepup.i18n import _, format_day
from stepup.ui.screens.work.own_view import said_line
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.words.own_work import SIDES, practice_words

FEW = 3
"""Practices shown before one asks for those of a year."""


class StrengthLines:
    """Makes the lines of strengths, practice and learning."""

    def __init__(
        self, session: Session, *, opened: str, year: str, first: int, earlier: bool
    ) -> None:
        self._session = session
        self._opened = opened
        self._year = year
        self._first = first
        self._earlier = earlier
        self._hides_days = session.hides(LookAway.DATES)

    def all(self) -> Iterator[Spec]:
        """Yield the lines from top to bottom, behind the line of the views.

        Raises:
            Problem: a year that is shown cannot be read.
        """
        if not self._session.strengths.all():
            text = _("In your own words, as few as you like. Knowing what does not suit helps too.")
            yield Spec("empty", text=text, soft=True, wide=True, still=True, gap=True)
        for side in Side:
            yield from self._side(side)
        yield from self._practice()
        yield from self._learning()

    def _side(self, side: Side) -> Iterator[Spec]:
        label, gap = _(SIDES[side]), True
        for line in self._session.strengths.all(side):
            yield Spec(f"strength:{line.id}", label=label, text=line.text, gap=gap)
            label, gap = "", False
        yield Spec(f"new:{side}", label=label, text="_", soft=True, gap=gap)

    # Practice

    def _practice(self) -> Iterator[Spec]:
        yield Spec("practise", label=_("Practice"), text="_", soft=True, gap=True)
        practices = self._session.strengths.practices(self._year)
        years = self._session.book.years()
        if self._earlier:
            yield from years_line(years, self._year)
            if not practices:
                yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
            yield from self._practices(practices[self._first : self._first + PER_PAGE])
            yield from turning_line(self._first, len(practices))
        else:
            yield from self._practices(practices[:FEW])
        if len(practices) > FEW or len(years) > 1 or self._earlier:
            text = _("Show fewer") if self._earlier else _("Earlier practice")
            yield Spec("earlier", text=text, soft=True)

    def _practices(self, practices: Sequence[Practice]) -> Iterator[Spec]:
        for practice in practices:
            label = "" if self._hides_days else format_day(practice.day, "short")
            yield Spec(f"practice:{practice.id}", label=label, text=practice_words(practice))

    # Learning

    def _learning(self) -> Iterator[Spec]:
        strengths = self._session.strengths
        label, gap = _("Learning"), True
        going_on, ended = strengths.learning(), strengths.learnt(self._year)
        for learning in (*going_on, *ended):
            yield from self._one(learning, label=label, gap=gap)
            label, gap = "", False
        yield Spec("learn", label=label, text="_", soft=True, gap=gap)

    def _one(self, learning: Learning, *, label: str, gap: bool) -> Iterator[Spec]:
        is_open = learning.id == self._opened
        ended = learning.ended_on is not None
        after = learning.with_whom[:40] if not ended else _("came to its end")
        yield Spec(
            f"learning:{learning.id}",
            label=label,
            text=learning.text,
            after="" if is_open else after,
            soft=ended,
            gap=gap,
        )
        if not is_open:
            return
        yield said_line(f"with_whom:{learning.id}", _("With whom"), learning.with_whom)
        since = format_day(learning.since, "short_year") if learning.since else ""
        if since and self._hides_days:
            since = _("on a day you chose")
        yield said_line(f"since:{learning.id}", _("Since"), since)
        yield said_line(f"note:{learning.id}", _("Note"), learning.note)
        words = {
            "reword": _("Reword"),
            "end": _("Take up again") if ended else _("It has come to its end"),
            "away": _("Take away"),
        }
        yield acts_line(f"acts:{learning.id}", words)
