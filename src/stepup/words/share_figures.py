"""The figures of a page as words: each with what it rests on, no average without words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import groupby

from stepup.domain.circular import DAY_MINUTES, ClockMean
from stepup.domain.share_figures import (
    SLOT,
    DaysFigures,
    IncomeFigures,
    MoodFigures,
    OutsideFigures,
    SleepFigures,
    SleepRow,
)
from stepup.domain.slept import NOON
from stepup.domain.span import Span
from stepup.i18n import DayStyle, _, format_day, format_time, language, ngettext
from stepup.words import energy, mood
from stepup.words.money import money
from stepup.words.rhythm import day_pieces

_STEP = 5


def span_words(span: Span) -> str:
    """Return a span: 9 Nov 2026 to 22 Nov 2026."""
    if span.first == span.last:
        return format_day(span.first, "short_year")
    first: DayStyle = "short_year"
    last: DayStyle = "short_year"
    if span.first.year == span.last.year:  # the year is said once, where it is read first or last
        first, last = ("short_year", "short") if language() == "ja" else ("short", "short_year")
    return _("{first} to {last}").format(
        first=format_day(span.first, first), last=format_day(span.last, last)
    )


def days_words(figures: DaysFigures) -> str:
    """Return how many days have a record."""
    return _("{recorded} of {days} days").format(recorded=figures.recorded, days=figures.days)


def outside_words(figures: OutsideFigures) -> str:
    """Return on how many days one was outside and in touch with someone."""
    said = []
    if figures.outside:
        number = figures.outside
        words = ngettext("{number} day outside", "{number} days outside", number)
        said.append(words.format(number=number))
    if figures.contact:
        number = figures.contact
        words = ngettext(
            "{number} day in touch with someone", "{number} days in touch with someone", number
        )
        said.append(words.format(number=number))
    rest = _rest(figures.recorded, figures.days)
    return _("{said} {rest}").format(said=_(", ").join(said), rest=rest)


def _rest(recorded: int, days: int) -> str:
    """Return what figures rest on: from 9 of 14 days."""
    return _("(from {recorded} of {days} days)").format(recorded=recorded, days=days)


def usual_sleep(figures: SleepFigures) -> str:
    """Return the usual times of sleep, or that there are none to name."""
    bed, wake = figures.usual.bed, figures.usual.wake
    rest = _rest(figures.recorded, figures.days)
    if any(mean is not None and mean.is_too_spread for mean in (bed, wake)):
        said = _("Times of sleep go all round the clock.")
    elif bed is not None and wake is not None:
        said = _("Usually asleep about {bed} to {wake}.").format(bed=_near(bed), wake=_near(wake))
    elif bed is not None:
        said = _("Usually asleep from about {bed}.").format(bed=_near(bed))
    elif wake is not None:
        said = _("Usually awake from about {wake}.").format(wake=_near(wake))
    else:
        said = _("Times of sleep are written down for a few days only.")
    return _("{said} {rest}").format(said=said, rest=rest)


def _near(mean: ClockMean) -> str:
    return clock(round(mean.minute / _STEP) * _STEP)


def clock(minute: int) -> str:
    """Return minutes after midnight as a time of the clock."""
    hour, rest = divmod(minute % DAY_MINUTES, 60)
    return format_time(time(hour, rest))


def picture_words(figures: SleepFigures) -> str:
    """Return what the picture shows, for the line under it."""
    if figures.per_row == 1:
        said = _("A row is a night, from noon to noon. Black is sleep.")
    else:
        weeks = figures.per_row // 7
        said = ngettext(
            "A row is {weeks} week, from noon to noon. The taller the black, the more often asleep.",
            "A row is {weeks} weeks, from noon to noon."
            " The taller the black, the more often asleep.",
            weeks,
        ).format(weeks=weeks)
    return said


def row_words(figures: SleepFigures) -> Iterator[str]:
    """Yield in words what the picture shows: the sleep of each day, or what weeks have in common."""
    for day, sleeps in figures.by_day:
        said = "".join(day_pieces(sleeps, lengths=False))
        yield _("{row}: {said}").format(row=format_day(day, "short"), said=said)
    for row in figures.rows if figures.per_row > 1 else ():
        if row.nights:
            name = _("{first} to {last}").format(
                first=format_day(row.span.first, "short"), last=format_day(row.span.last, "short")
            )
            yield _("{row}: {said}").format(row=name, said=_weeks(row))


def row_sentences(figures: SleepFigures) -> Iterator[str]:
    """Yield the same to be read aloud: each ends in the mark at which a voice rests."""
    end = "。" if language() == "ja" else "."
    for said in row_words(figures):
        yield said + end


def _weeks(row: SleepRow) -> str:
    """Return the times slept on at least half of the nights of a row, and how many those are."""
    least = -(-row.nights // 2)
    spans = []
    for is_asleep, slots in groupby(enumerate(row.asleep), key=lambda slot: slot[1] >= least):
        numbers = [number for number, _count in slots]
        if is_asleep:
            start, end = numbers[0] * SLOT, (numbers[-1] + 1) * SLOT
            spans.append(f"{clock(NOON + start)}-{clock(NOON + end)}")
    said = _(", ").join(spans) or _("no times in common")
    nights = ngettext("{number} night", "{number} nights", row.nights).format(number=row.nights)
    return _("{said} ({remark})").format(said=said, remark=nights)


def income_words(figures: IncomeFigures) -> str:
    """Return how often something was received, and how much after fees and taxes."""
    said = (
        ngettext("{amount} received, once", "{amount} received, {times} times", one.times).format(
            amount=money(one.net, one.currency), times=one.times
        )
        for one in figures.received
    )
    return _(", ").join(said)


def mood_lines(figures: MoodFigures) -> Iterator[str]:
    """Yield the mood and energy of each day that has one."""
    for one in figures.days:
        said = []
        if one.mood:
            said.append(_("{row}: {said}").format(row=_("Mood"), said=mood(one.mood)))
        if one.energy:
            said.append(_("{row}: {said}").format(row=_("Energy"), said=energy(one.energy)))
        if said:
            day = format_day(one.day, "short_year")
            yield _("{row}: {said}").format(row=day, said=_(", ").join(said))
