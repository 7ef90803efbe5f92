"""Words for looking back: spans, and the lines one leaves with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stepup.domain.review import Preset, Review
from stepup.domain.span import Span
from stepup.i18n import N_, _, format_day

PRESETS: Final[dict[Preset, str]] = {
    Preset.WEEK: N_("7 days"),
    Preset.FORTNIGHT: N_("14 days"),
    Preset.MONTH_OF_DAYS: N_("30 days"),
    Preset.SEASON: N_("90 days"),
    Preset.THIS_MONTH: N_("This month"),
}
FIELDS: Final[dict[str, str]] = {
    "sentence": N_("A sentence"),
    "keep": N_("To keep"),
    "smaller": N_("Make smaller"),
    "let_go": N_("To let go"),
}
"""What each line of a look back is called, in the order of asking."""


def span_words(span: Span) -> str:
    """Return a span by its days: 11月16日〜11月22日; with the years where it is not all of one."""
    style = "short" if span.first.year == span.last.year else "short_year"
    first, last = format_day(span.first, style), format_day(span.last, style)  # type: ignore[arg-type]
    return first if len(span) == 1 else _("{first} - {last}").format(first=first, last=last)


def review_lines(review: Review, *, names_days: bool) -> Iterator[str]:
    """Yield a look back as plain lines, a heading first; without its days when not `names_days`."""
    heading = _("Looking back, {span}:").format(span=span_words(review.span))
    yield heading if names_days else _("Looking back:")
    for field, name in FIELDS.items():
        said = getattr(review, field)
        if said:
            yield "  " + _("{row}: {said}").format(row=_(name), said=said)
