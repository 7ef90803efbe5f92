"""Handouts for tests of pages: every section full of one text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from stepup.domain.rhythm import Sleep
from stepup.domain.share import RULES, Audience, Filled, Handout, PageLine, PageSection
from stepup.domain.share_figures import (
    DaysFigures,
    Figures,
    IncomeFigures,
    MoodDay,
    MoodFigures,
    OutsideFigures,
    Received,
    sleep_figures,
)
from stepup.domain.slept import SleepDay, sleep_day
from stepup.domain.span import Span
from stepup.words.share import is_dated, lines_at_most, that_fit

TODAY = date(2026, 11, 22)
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "\"><img src=x onerror=alert(1)> '>",
    "{{ 7*7 }} {% raw %} {# #}",
    "# no heading",
    "1. no list",
    "[no](http://link.invalid) ![no](http://picture.invalid) <http://auto.invalid>",
    "**no** _no_ `no` ~~no~~ | no | &amp; &#60; \\",
    "http://bare.invalid www.bare.invalid me@bare.invalid",
    "    four spaces",
    "--- *** === +++",
    "W" * 300,
    "あ" * 50,
    "「" * 40 + "。" * 40,
)

TO_THE_BRIM = (
    "W" * 36,
    "あ" * 36,
    "（ながいことば）、" * 4,
    "i" * 100,
    "some words of a usual length in a line that is quite full",
    "@" * 34 + " %",
)
"""Lines that are about as long as a line of the page, in letters of every width."""


def nights(span: Span) -> dict[date, SleepDay]:
    """A sleep for each day of a span, a little later each day, and a night awake now and then."""
    found = {}
    for number, day in enumerate(span.days):
        if number % 11 == 10:
            found[day] = SleepDay((), sleepless=True)
            continue
        end = datetime(day.year, day.month, day.day, number % 24, 30)
        start = end - timedelta(hours=7, minutes=20)
        stamps = {"start": f"{start.isoformat()}+09:00", "end": f"{end.isoformat()}+09:00"}
        sleep = Sleep.model_validate(
            {"id": f"s{number}", "day": day, "at": stamps["end"], **stamps}
        )
        found[day] = sleep_day([sleep])
    return found


def figures_of(section: PageSection, span: Span) -> Figures | None:
    match section:
        case PageSection.DAYS:
            return DaysFigures(len(span), len(span))
        case PageSection.RHYTHM:
            return sleep_figures(nights(span), span)
        case PageSection.OUTSIDE:
            return OutsideFigures(len(span), len(span), len(span), len(span))
        case PageSection.MOOD:
            return MoodFigures(tuple(MoodDay(day, 3, 2) for day in span.days))
        case PageSection.INCOME:
            return IncomeFigures((Received("JPY", 12, 1_234_567), Received("USD", 3, 99_999)))
        case _:
            return None


def full(audience: Audience, text: str, days: int = 14, *, two_pages: bool = False) -> Handout:
    """A page with as much of one text in every section as fits by the rules."""
    span = Span(TODAY - timedelta(days=days - 1), TODAY)
    sections = []
    for section, rule in RULES[audience].items():
        if rule.second and not two_pages:
            continue
        tag = {PageSection.TODAY: "ask", PageSection.NEEDS: "would_help"}.get(section, "")
        note = text if section is PageSection.LEAN_ON else ""
        lines = tuple(
            PageLine(f"{section}:{number}", text, day=TODAY, tag=tag, note=note)
            for number in range(40)
        )
        most = lines_at_most(audience, section, two_pages=two_pages) or 40
        dated = is_dated(section, audience)
        ids = that_fit(lines, (), most, dated=dated)
        kept = tuple(line for line in lines if line.id in ids)
        figures = figures_of(section, span)
        filled = Filled(section, (), () if figures else kept, figures)
        if not filled.is_empty:
            sections.append(filled)
    return Handout(audience, TODAY, span, tuple(sections))
