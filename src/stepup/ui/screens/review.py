"""Looking back over a span of days, only when one opens it: what stands there, in own words."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from stepup.domain.record import year_shard
from stepup.domain.review import Preset, Review, parse_span
from stepup.domain.span import Span
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.notebook.review import Happened
from stepup.ui.screens.review_lines import OWN, ReviewLines, Shown
from stepup.ui.screens.yearly import PER_PAGE, YearlyPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.review import FIELDS


class ReviewPage(YearlyPage[Review]):
    """A span, what stands in it, the lines left with it, and earlier ones by year."""

    PLACE: ClassVar[str] = "review"
    NAME: ClassVar[str] = N_("Looking back")
    TOP: ClassVar[str] = "earlier"

    def __init__(
        self, session: Session, review: Review | None = None, span: Span | None = None
    ) -> None:
        super().__init__(session, year=review.shard if review else "")
        span = review.span if review else span
        self._preset: Preset | None = None if span else Preset.WEEK
        self._span = span or Preset.WEEK.span(session.book.today())
        self._review_id, self._review_year = (review.id, review.shard) if review else ("", "")
        self._happened: Happened | None = None
        self._section, self._from = "", 0
        self._shows_earlier = False

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        if self._happened is None:
            self._happened = self.session.reviews.happened(self._span)
        shown = Shown(
            preset=self._preset,
            section=self._section,
            section_from=self._from,
            shows_earlier=self._shows_earlier,
            year=self.year,
            first=self.first,
        )
        return ReviewLines(self.session, self._happened, self._review(), shown).all()

    def _review(self) -> Review | None:
        """Return the look back whose lines are shown: the one opened, or this span's latest."""
        reviews = self.session.reviews
        if self._review_id:
            return reviews.find(self._review_id, self._review_year)
        return reviews.of_span(self._span, year_shard(self.session.book.today()))

    def _changed(self, changed: Changed) -> None:
        """Gather again what stands in the span, unless only a line left with it changed."""
        if changed.kinds != {Review.kind}:
            self._happened = None
        super()._changed(changed)

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "span":
                self._choose_span(part or "")
            case "more":
                self._section, self._from = ("" if self._section == name else name), 0
                self.refresh_rows()
            case "section":
                self._turn_section(part or "")
            case "win" | "goal" | "attempt" | "entry" | "clipping":
                self._open(kind, name)
            case "own":
                self._write(name)
            case "earlier":
                self._shows_earlier = not self._shows_earlier
                self.refresh_rows()
            case "was":
                self._open_earlier(name)
            case _:
                super().choose(row, part, how)

    def take_away(self, row: Row) -> None:
        """Take an earlier look back away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        review = self.session.reviews.find(name, self.year)
        if kind == "was" and review is not None:
            self.session.reviews.take_away(review)

    def _turn_section(self, part: str) -> None:
        step = PER_PAGE if part == "older" else -PER_PAGE
        self._from = max(0, self._from + step)
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"more:{self._section}")

    # The span

    def _choose_span(self, part: str) -> None:
        if part == OWN:
            self.ask(
                "span",
                self._take_span,
                hint=_("From one day to another: 11/1..11/22"),
            )
            return
        preset = Preset(part)
        self._show(preset.span(self.session.book.today()), preset)

    def _take_span(self, typed: str) -> None:
        if typed.strip():
            self._show(parse_span(typed, self.session.book.today()), None)

    def _show(self, span: Span, preset: Preset | None, review: Review | None = None) -> None:
        self._span, self._preset, self._happened = span, preset, None
        self._section, self._from = "", 0
        self._review_id, self._review_year = (review.id, review.shard) if review else ("", "")
        self.refresh_rows()

    def _open_earlier(self, name: str) -> None:
        review = self.session.reviews.find(name, self.year)
        if review is not None:
            self._show(review.span, None, review)
            self.call_after_refresh(self.rows.go_to, "own:sentence")

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - its name tells the field
        """Go on with a line left with the span."""
        self._write(name)

    # What stands in it

    def _open(self, kind: str, name: str) -> None:
        """Open the page on which a line stands."""
        from stepup.ui.screens.journal import JournalPage
        from stepup.ui.screens.today import TodayPage

        happened = self._happened
        if happened is None:
            return
        if kind == "entry":
            entry = next((one for one in happened.entries if one.id == name), None)
            if entry is not None:
                self.stepup.open_page(JournalPage(self.session, entry))
            return
        lines = (
            *happened.wins, *happened.for_someone, *happened.done, *happened.half,
            *happened.attempts, *happened.clippings,
        )  # fmt: skip
        line = next((one for one in lines if one.id == name), None)
        if line is not None:
            self.stepup.open_page(TodayPage(self.session, line.day))

    # The person's own lines

    def _write(self, field: str) -> None:
        span, review = self._span, self._review()
        day = self.session.book.today()
        self.ask(
            f"own:{field}",
            partial(self._leave, span, field),
            text=getattr(review, field) if review else "",
            label=_(FIELDS[field]),
            draft=f"review:{day}:{span.first}:{span.last}:{field}",
        )

    def _leave(self, span: Span, field: str, typed: str) -> None:
        before = self._review() if span == self._span else None
        day = self.session.book.today()
        after = self.session.reviews.leave(day, span, field, typed, before)
        if self._review_id and after is None:
            self._review_id = self._review_year = ""
