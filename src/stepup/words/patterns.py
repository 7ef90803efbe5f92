"""Words for spans of days: what they are called, and what marks and levels in them come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from math import ceil, floor
from typing import Final

from stepup.domain.mood_measures import ENOUGH as ENOUGH_DAYS
from stepup.domain.mood_measures import Levels, Sides
from stepup.domain.span import Span
from stepup.domain.weeks import ENOUGH, HOURS, Tally, UsualHours
from stepup.i18n import N_, Language, _, format_day, format_time, language, ngettext
from stepup.words import ENERGIES, MOODS

# As CLDR has it for ja-JP and en-GB; 0 is Monday. A test holds it equal to Babel's.
_FIRST_WEEKDAY: Final[dict[Language, int]] = {"ja": 6, "en": 0}
_LETTERS: Final = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))
_WEEKDAYS: Final = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday")),
    *(N_("Saturday"), N_("Sunday")),
)
_MONTHS: Final = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)
LEVELS: Final[dict[str, tuple[str, ...]]] = {"mood": MOODS, "energy": ENERGIES}
"""The words of the five levels, by what they are levels of."""


def first_weekday() -> int:
    """Return the weekday a week begins with in the language in use, 0 for Monday."""
    return _FIRST_WEEKDAY[language()]


def weekday_order() -> list[int]:
    """Return the weekdays in the order of a week in the language in use."""
    return [(first_weekday() + number) % 7 for number in range(7)]


def weekday_letters(weekday: int) -> str:
    """Return a weekday in two cells: Mo, 月."""
    return _(_LETTERS[weekday])


def month_name(month: int) -> str:
    """Return the short name of a month, 1 to 12: Jan, 1月."""
    return _(_MONTHS[month - 1])


def span_words(span: Span) -> str:
    """Return a span as its first and last day: 26 Oct - 22 Nov 2026."""
    if span.first.year != span.last.year:
        first, last = (format_day(day, "short_year") for day in (span.first, span.last))
        return _("{first} - {last}").format(first=first, last=last)
    first, last = (format_day(day, "short") for day in (span.first, span.last))
    return _("{first} - {last} {year}").format(first=first, last=last, year=span.first.year)


def year_words(day: date) -> str:
    """Return the year of a day: 2026, 2026年."""
    return _("{year}").format(year=day.year)


def day_of_month(day: date, said: str) -> str:
    """Return a day by its number, with what stands on it: 3: 2 - 3日 2."""
    if not said:
        return str(day.day)
    return _("{number}: {said}").format(number=day.day, said=said)


# Marks


def on_days(counted: Tally) -> str:
    """Return on how many of the recorded days there was a mark."""
    return ngettext(
        "on {marked} of {recorded} recorded day",
        "on {marked} of {recorded} recorded days",
        counted.recorded,
    ).format(marked=counted.marked, recorded=counted.recorded)


def of_recorded_days(counted: Tally) -> str:
    """Return of how many recorded days some are meant."""
    return ngettext(
        "{marked} of {recorded} recorded day",
        "{marked} of {recorded} recorded days",
        counted.recorded,
    ).format(marked=counted.marked, recorded=counted.recorded)


def on_days_short(counted: Tally) -> str:
    """Return the same where it is said beside that the days are the recorded ones."""
    return ngettext(
        "{marked} of {recorded} day", "{marked} of {recorded} days", counted.recorded
    ).format(marked=counted.marked, recorded=counted.recorded)


def days_recorded(recorded: int, days: int) -> str:
    """Return on how many days of a span something was recorded."""
    return ngettext(
        "{recorded} of {days} day recorded", "{recorded} of {days} days recorded", days
    ).format(recorded=recorded, days=days)


def not_yet_shown() -> str:
    """Return from when on weekdays and hours are shown."""
    return _("Weekdays and hours show from {number} days with a mark.").format(number=ENOUGH)


def hours_not_shown() -> str:
    """Return from when on hours are shown."""
    return _("Hours are shown from {number} marks noted on their own day.").format(number=ENOUGH)


def weekdays_said(named: Sequence[int], tallies: Sequence[Tally] | None) -> str:
    """Return on which weekdays marks stand more often than else, and on what that rests.

    Without `tallies` (Monday first) nothing is told of that.
    """
    if not named:
        return _("No weekday stands out.")
    days = [_(_WEEKDAYS[weekday]) for weekday in named]
    if tallies is not None:
        days = [
            _("{day} ({marked} of {recorded})").format(day=day, **tallies[weekday]._asdict())
            for day, weekday in zip(days, named, strict=True)
        ]
    return _("Mostly on {days}.").format(days=_(" and ").join(days))


def hours_said(usual: UsualHours | None, *, by_clock: bool) -> str:
    """Return in which hours most times of day lie.

    `by_clock`: the times are what the row itself takes, not when a mark was written down.
    """
    if usual is None:
        return _("Spread over the day.")
    start, end = (format_time(time(hour % 24)) for hour in (usual.hour, usual.hour + HOURS))
    if by_clock:
        return _("Mostly between {start} and {end}.").format(start=start, end=end)
    return _("Mostly noted between {start} and {end}.").format(start=start, end=end)


def hours_basis(usual: UsualHours | None, number: int, *, by_clock: bool) -> str:
    """Return what that rests on, of `number` times of day."""
    times = (
        ngettext("{number} time", "{number} times", number)
        if by_clock
        else ngettext(
            "{number} mark noted on its own day", "{number} marks noted on their own day", number
        )
    ).format(number=number)
    return times if usual is None else _("{held} of {all}").format(held=usual.held, all=times)


# Mood and energy


def middle_words(feeling: str, levels: Levels) -> str:
    """Return the middle of levels in words: So-so, or between Hard and So-so."""
    names = LEVELS[feeling]
    low, high = floor(levels.middle), ceil(levels.middle)
    if low == high:
        return _(names[low - 1])
    return _("between {low} and {high}").format(low=_(names[low - 1]), high=_(names[high - 1]))


def levels_said(feeling: str, levels: Levels) -> str:
    """Return middle and range in words: In the middle: Hard (Very hard to So-so)."""
    names = LEVELS[feeling]
    middle = middle_words(feeling, levels)
    if levels.least == levels.most:
        return _("In the middle: {middle}").format(middle=middle)
    return _("In the middle: {middle} ({least} to {most})").format(
        middle=middle, least=_(names[levels.least - 1]), most=_(names[levels.most - 1])
    )


def from_days(known: int, days: int) -> str:
    """Return on how many of the days something rests."""
    return ngettext("from {known} of {days} day", "from {known} of {days} days", days).format(
        known=known, days=days
    )


def side_said(feeling: str, levels: Levels, *, with_mark: bool) -> str:
    """Return the middle of the days with a mark, or of those without."""
    form = (
        ngettext("{number} day with: {middle}", "{number} days with: {middle}", levels.days)
        if with_mark
        else ngettext(
            "{number} day without: {middle}", "{number} days without: {middle}", levels.days
        )
    )
    return form.format(number=levels.days, middle=middle_words(feeling, levels))


def too_few_days(sides: Sides) -> str:
    """Return why days with a mark and days without are not put side by side."""
    with_days, without_days = sides.days
    return _(
        "{with_days} with a mark and {without_days} without: shown from {enough} days on each side."
    ).format(with_days=with_days, without_days=without_days, enough=ENOUGH_DAYS)
