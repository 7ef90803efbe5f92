"""The picture of sleep as inline SVG: noon to noon, black on white, 30 mm high at most."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil
from typing import Final

from markupsafe import Markup, escape

from stepup.domain.share_figures import SLOTS, SleepFigures, SleepRow
from stepup.domain.slept import NOON
from stepup.i18n import format_day
from stepup.words.share_figures import clock, picture_words, row_sentences

# All in tenths of a millimetre.
_WIDTH: Final = 1330
_HEIGHT: Final = 300
_LEFT: Final = 150
_TOP: Final = 38
_RIGHT: Final = 50
_BOTTOM: Final = 4
_LETTERS: Final = 26
_TALLEST_ROW: Final = 22.0
_FILLED: Final = 0.82
"""The part of a row's height that black may fill."""
_HOURS: Final = (0, 6, 12, 18, 24)
_PLOT: Final = _WIDTH - _LEFT - _RIGHT


def sleep_picture(figures: SleepFigures) -> Markup:
    """Return the picture with its title and a description in words, a line for each row."""
    rows = figures.rows
    pitch = min(_TALLEST_ROW, (_HEIGHT - _TOP - _BOTTOM) / max(1, len(rows)))
    height = round(_TOP + pitch * len(rows) + _BOTTOM)
    parts = [*_hours(height), *_names(rows, pitch)]
    for number, row in enumerate(rows):
        parts += _bars(row, _TOP + number * pitch, pitch)
    # The usual times are no part of it: they stand below the picture for every reader.
    said = "\n".join(row_sentences(figures))
    return Markup(
        '<svg class="sleep" role="img" aria-labelledby="sleep-title sleep-words"'
        ' width="{width}mm" height="{tall}mm" viewBox="0 0 {w} {h}">'
        '<title id="sleep-title">{title}</title><desc id="sleep-words">{said}</desc>'
        '<g aria-hidden="true">{parts}</g></svg>'
    ).format(
        width=_WIDTH / 10, tall=height / 10, w=_WIDTH, h=height,
        title=picture_words(figures), said=said, parts=Markup("").join(parts),
    )  # fmt: skip


def _hours(height: int) -> Iterator[Markup]:
    for hour in _HOURS:
        x = _LEFT + _PLOT * hour / 24
        yield Markup('<line x1="{0}" x2="{0}" y1="{1}" y2="{2}" class="hour"/>').format(
            _short(x), _TOP - 4, height
        )
        yield _words(x, _TOP - 10, "middle", clock(NOON + hour * 60))


def _names(rows: tuple[SleepRow, ...], pitch: float) -> Iterator[Markup]:
    """Yield the names of as many rows as have room for letters, from the newest back."""
    every = ceil(_LETTERS / pitch)
    for number, row in enumerate(rows):
        if (len(rows) - 1 - number) % every == 0:
            y = _TOP + number * pitch + pitch / 2 + _LETTERS / 3
            yield _words(
                _LEFT - 10, min(y, _HEIGHT - 2), "end", format_day(row.span.first, "short")
            )


def _words(x: float, y: float, anchor: str, words: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(
        _short(x), _short(y), anchor, escape(words)
    )


def _bars(row: SleepRow, top: float, pitch: float) -> Iterator[Markup]:
    """Yield the black of a row: its height says on how many of the nights one slept then."""
    if row.nights:
        yield Markup('<line x1="{}" x2="{}" y1="{y}" y2="{y}" class="row"/>').format(
            _LEFT, _LEFT + _PLOT, y=_short(top + pitch * _FILLED)
        )
    slot = 0
    for count, slots in groupby(row.asleep):
        length = len(list(slots))
        if count:
            height = pitch * _FILLED * count / row.nights
            yield _box(slot, length, top + pitch * _FILLED - height, height)
        slot += length
    if row.awake and row.awake == row.nights:
        yield _box(0, SLOTS, top + pitch * _FILLED / 2, 1.5)


def _box(slot: int, length: int, y: float, height: float) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}"/>').format(
        _short(_LEFT + _PLOT * slot / SLOTS), _short(y),
        _short(_PLOT * length / SLOTS), _short(height),
    )  # fmt: skip


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
