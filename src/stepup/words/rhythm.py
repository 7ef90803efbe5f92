"""Sleep in sentences: one day's, the usual times, and figures with what they rest on."""

from __future__ import annotations

from datetime import time
from typing import Final

from stepup.domain.circular import DAY_MINUTES, ClockMean
from stepup.domain.sleep_measures import Regularity, Usual
from stepup.domain.slept import SleepDay, Slept
from stepup.i18n import N_, _, format_minutes, format_time, ngettext

_STEP: Final = 5
"""Usual times are told to the nearest five minutes."""

_BOTH_USUAL: Final = N_(
    "Usually asleep about {bed} to {wake}, from {count} of the last {days} days."
)
_BOTH_SPREAD: Final = N_(
    "Times of falling asleep and waking go all round the clock, from {count} of the last {days}"
    " days."
)
# Each: where there is a usual time, and where the times are too spread for one.
_BED: Final = (
    N_("Usually asleep from about {clock}, from {count} of the last {days} days."),
    N_("Times of falling asleep go all round the clock, from {count} of the last {days} days."),
)
_WAKE: Final = (
    N_("Usually awake from about {clock}, from {count} of the last {days} days."),
    N_("Times of waking go all round the clock, from {count} of the last {days} days."),
)
_BED_SPREAD: Final = N_("Spread of bedtimes: {length}, from {count} of the last {days} days.")
_WAKE_SPREAD: Final = N_("Spread of waking: {length}, from {count} of the last {days} days.")
_MIDDLE: Final = N_("Middle of sleep: {clock}, from {count} of the last {days} days.")
_REGULARITY: Final = N_("Regularity: {index} (scale -100 to 100), from {pairs} pairs of days.")


def slept_words(sleep: Slept, *, lengths: bool) -> str:
    """Return one sleep: 3:10-11:40 (8 h 30 min); with an unknown end: from 3:10, or until 11:40."""
    if sleep.end is None:
        return _("from {clock}").format(clock=_clock(sleep.start or 0))
    if sleep.start is None:
        return _("until {clock}").format(clock=_clock(sleep.end))
    times = f"{_clock(sleep.start)}-{_clock(sleep.end)}"
    if sleep.minutes is None or not lengths:
        return times
    return _("{times} ({length})").format(times=times, length=format_minutes(sleep.minutes))


def day_pieces(day: SleepDay | None, *, lengths: bool) -> list[str]:
    """Return all that was written about the sleep of a day, in pieces that make one line."""
    if day is None:
        return [_("no record of sleep")]
    said = [slept_words(sleep, lengths=lengths) for sleep in day.sleeps]
    if day.sleepless:
        said.append(_("awake all night"))
    return [*(piece + _(", ") for piece in said[:-1]), *said[-1:]]


def usual_words(usual: Usual, days: int) -> list[str]:
    """Return the usual times of the last `days` days as a sentence, or two.

    They are two where they rest on different days. With too little, or too wide a spread, a plain
    sentence says so.
    """
    bed, wake = usual.bed, usual.wake
    if bed is None and wake is None:
        return [_few(usual.known, days)]
    if bed and wake and (bed.count, bed.is_too_spread) == (wake.count, wake.is_too_spread):
        form = _(_BOTH_SPREAD if bed.is_too_spread else _BOTH_USUAL)
        return [form.format(bed=_around(bed), wake=_around(wake), count=bed.count, days=days)]
    return [
        _(forms[mean.is_too_spread]).format(clock=_around(mean), count=mean.count, days=days)
        for mean, forms in ((bed, _BED), (wake, _WAKE))
        if mean
    ]


def _few(known: int, days: int) -> str:
    if not known:
        return _("The last {days} days have no times of sleep written down.").format(days=days)
    return ngettext(
        "{count} of the last {days} days has times of sleep; usual times are named from three on.",
        "{count} of the last {days} days have times of sleep; usual times are named from three on.",
        known,
    ).format(count=known, days=days)


def figure_words(
    usual: Usual,
    middle: ClockMean | None,
    regularity: Regularity | None,
    days: int,
    *,
    lengths: bool,
) -> list[str]:
    """Return the figures of the last `days` days, each with what it rests on.

    One sentence says so when there is none. Without `lengths` the spreads are left out.
    """
    said = []
    for mean, form in ((usual.bed, _BED_SPREAD), (usual.wake, _WAKE_SPREAD)):
        if lengths and mean and not mean.is_too_spread:
            length = format_minutes(round(mean.spread))
            said.append(_(form).format(length=length, count=mean.count, days=days))
    if middle and not middle.is_too_spread:
        clock = _clock(middle.whole_minute)
        said.append(_(_MIDDLE).format(clock=clock, count=middle.count, days=days))
    if regularity:
        said.append(_(_REGULARITY).format(index=round(regularity.index), pairs=regularity.pairs))
    return said or [_("Figures are shown from three days with a record on.")]


def _around(mean: ClockMean) -> str:
    return _clock(round(mean.minute / _STEP) * _STEP)


def _clock(minute: int) -> str:
    hour, rest = divmod(minute % DAY_MINUTES, 60)
    return format_time(time(hour, rest))
