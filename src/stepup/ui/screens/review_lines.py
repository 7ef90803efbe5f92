"""Which lines stand on the page of looking back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.domain.profile import LookAway
from stepup.domain.review import Preset, Review
from stepup.i18n import _, format_day, ngettext
from stepup.notebook.review import Happened
from stepup.ui.screens.yearly import LINE, PER_PAGE, first_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.patterns import from_days
from stepup.words.review import FIELDS, PRESETS, span_words
from stepup.words.stages import stage_name

OWN: Final = "own"
"""The part that lets one type a span."""
FEW: Final = 5
"""Lines of each kind shown before one asks for more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the page is shown: which kind of line whole and from which on, earlier ones or not."""

    preset: Preset | None
    section: str
    section_from: int
    shows_earlier: bool
    year: str
    first: int


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    day: date
    text: str


class ReviewLines:
    """Makes the lines of a span."""

    def __init__(
        self, session: Session, happened: Happened, review: Review | None, shown: Shown
    ) -> None:
        self._session = session
        self._happened = happened
        self._review = review
        self._shown = shown
        self._hides_days = session.hides(LookAway.DATES)
        self._hides_counts = session.hides(LookAway.TOTALS)

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom."""
        return [*self._head(), *self._sections(), *self._own(), *self._earlier()]

    def _head(self) -> Iterator[Spec]:
        chosen = self._shown.preset
        parts = [Part(p.value, _(words), on=p is chosen) for p, words in PRESETS.items()]
        parts.append(Part(OWN, _("Choose days"), on=chosen is None))
        yield Spec("span", label=_("Span"), parts=tuple(parts), marked=True)
        happened = self._happened
        days = "" if self._hides_days else span_words(happened.span)
        rests = ""
        if happened.recorded and not self._hides_counts:
            rests = from_days(happened.recorded, len(happened.span))
        if days or rests:
            words, after = (days, rests) if days else (rests, "")
            yield Spec("days", text=words, after=after, soft=True, still=True)
        if not happened.recorded:
            text = _("Nothing is written in these days, and that is fine too.")
            yield Spec("none", text=text, soft=True, wide=True, still=True, gap=True)

    # What stands there

    def _sections(self) -> Iterator[Spec]:
        happened = self._happened
        yield from self._stages(happened.stages)
        sections = {
            "wins": (_("Small wins"), [_Line(f"win:{one.id}", one.day, one.text)
                                       for one in happened.wins]),
            "for_someone": (_("For someone"), [_Line(f"win:{one.id}", one.day, one.text)
                                               for one in happened.for_someone]),
            "done": (_("Goals done"), [_Line(f"goal:{one.id}", one.day, one.text)
                                       for one in happened.done]),
            "half": (_("Goals half done"), [_Line(f"goal:{one.id}", one.day, one.text)
                                            for one in happened.half]),
            "attempts": (_("Tried"), [_Line(f"attempt:{one.id}", one.day, one.step)
                                      for one in happened.attempts]),
            "entries": (_("Journal"), [_Line(f"entry:{one.id}", one.day, one.text)
                                       for one in happened.entries]),
            "clippings": (_("Good news"), [_Line(f"clipping:{one.id}", one.day, one.text)
                                           for one in happened.clippings]),
        }  # fmt: skip
        for key, (name, lines) in sections.items():
            yield from self._section(key, name, lines)

    def _stages(self, ids: Sequence[str]) -> Iterator[Spec]:
        stages = self._session.stages.all()
        names = [stage_name(stage.id, stages) for stage in stages if stage.id in ids]
        if names:
            yield Spec("stages", label=_("Where I was"), text=_(", ").join(names), still=True,
                       gap=True)  # fmt: skip

    def _section(self, key: str, name: str, lines: Sequence[_Line]) -> Iterator[Spec]:
        if not lines:
            return
        heading = name if self._hides_counts else f"{name}  {len(lines)}"
        yield Spec(f"head:{key}", text=heading, soft=True, wide=True, still=True, gap=True)
        is_whole = self._shown.section == key
        start = self._shown.section_from if is_whole else 0
        for line in lines[start : start + (PER_PAGE if is_whole else FEW)]:
            yield Spec(line.key, label=self._day(line.day), text=first_line(line.text), cut=True)
        if len(lines) > FEW:
            yield Spec(f"more:{key}", text=self._more(len(lines) - FEW, is_whole=is_whole),
                       soft=True)  # fmt: skip
        if is_whole:
            for turning in turning_line(start, len(lines)):
                yield Spec("section", parts=turning.parts)

    def _more(self, number: int, *, is_whole: bool) -> str:
        if is_whole:
            return _("Show fewer")
        if self._hides_counts:
            return _("Show more")
        return ngettext("{number} more", "{number} more", number).format(number=number)

    def _day(self, day: date) -> str:
        if self._hides_days:
            return ""
        span = self._happened.span
        # A day with its year in words would be wider than the column.
        return format_day(day, "short") if span.first.year == span.last.year else day.isoformat()

    # The person's own lines

    def _own(self) -> Iterator[Spec]:
        yield Spec("head:own", text=_("In my own words, if I like"), soft=True, wide=True,
                   still=True, gap=True)  # fmt: skip
        for field, name in FIELDS.items():
            said = getattr(self._review, field) if self._review else ""
            yield Spec(f"own:{field}", label=_(name), text=said or "_", soft=not said)

    def _earlier(self) -> Iterator[Spec]:
        years = self._session.book.years()
        reviews = self._session.reviews.of_year(self._shown.year)
        if not reviews and len(years) < 2:
            return
        yield Spec("earlier", text=_("Earlier ones"), soft=True, wide=True, gap=True)
        if not self._shown.shows_earlier:
            return
        yield from years_line(years, self._shown.year)
        if not reviews:
            yield Spec("none:earlier", text=_("Nothing of this year."), soft=True, still=True)
        for review in reviews[self._shown.first : self._shown.first + PER_PAGE]:
            hides = self._hides_days
            yield Spec(
                f"was:{review.id}",
                label="" if hides else format_day(review.day, "short"),
                text=" / ".join(review.lines)[:LINE],
                after="" if hides else span_words(review.span),
                cut=True,
            )
        yield from turning_line(self._shown.first, len(reviews))
