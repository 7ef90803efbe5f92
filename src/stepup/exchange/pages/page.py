"""A handout in words: what every form of a page says, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stepup.domain.share import RULES, Audience, Filled, Handout, PageSection
from stepup.domain.share_figures import (
    DaysFigures,
    IncomeFigures,
    MoodFigures,
    OutsideFigures,
    SleepFigures,
)
from stepup.i18n import N_, Language, _, format_day, language
from stepup.words.share import closing_words, page_title, section_name, spelled
from stepup.words.share_figures import (
    days_words,
    income_words,
    mood_lines,
    outside_words,
    span_words,
    usual_sleep,
)

_IN_HEAD: Final = (PageSection.NAME, PageSection.DAYS)
JOINT: Final = (N_("Until next time"), N_("The person"), N_("Supporter"))
"""The lines of the box to write in together; they stay blank."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, the person's own lines, lines of ours about figures, and a picture of sleep."""

    heading: str
    lines: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    sleep: SleepFigures | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """All words of a page. `head` are names and what stands behind them."""

    language: Language
    title: str
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    joint: tuple[str, ...]
    closing: str


def page_of(handout: Handout) -> Page:
    """Return a handout in the language in use."""
    audience = handout.audience
    return Page(
        language=language(),
        title=page_title(audience),
        head=tuple(_head(handout)),
        blocks=tuple(_blocks(handout)),
        joint=tuple(map(_, JOINT)) if audience is Audience.COUNSELLOR else (),
        closing=closing_words(audience),
    )


def _head(handout: Handout) -> Iterator[tuple[str, str]]:
    yield _("Date"), format_day(handout.day, "day_year")
    name = handout.filled(PageSection.NAME)
    if name is not None:
        yield section_name(PageSection.NAME, handout.audience), _(", ").join(name.written)
    yield _("Period"), span_words(handout.span)
    days = handout.filled(PageSection.DAYS)
    if days is not None and isinstance(days.figures, DaysFigures):
        yield section_name(PageSection.DAYS, handout.audience), days_words(days.figures)


def _blocks(handout: Handout) -> Iterator[Block]:
    audience = handout.audience
    for filled in handout.sections:
        if filled.section in _IN_HEAD:
            continue
        block = Block(
            heading=section_name(filled.section, audience),
            lines=tuple(spelled(filled, audience)),
            said=tuple(_said(filled)),
            sleep=filled.figures if isinstance(filled.figures, SleepFigures) else None,
            second=RULES[audience][filled.section].second,
        )
        yield block


def _said(filled: Filled) -> Iterator[str]:
    match filled.figures:
        case SleepFigures():
            yield usual_sleep(filled.figures)
        case OutsideFigures():
            yield outside_words(filled.figures)
        case IncomeFigures():
            yield income_words(filled.figures)
        case MoodFigures():
            yield from mood_lines(filled.figures)
