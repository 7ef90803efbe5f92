"""Two versions of a sheet and what changed: side by side, or one above the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from stepup.domain.difference import Piece, Sign, difference, side_by_side
from stepup.domain.profile import LookAway
from stepup.domain.sheet import SectionChange, Sheet, changes
from stepup.i18n import _, format_day
from stepup.ui.screens.page import NARROW
from stepup.ui.screens.sheet_lines import written_on
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec, pad
from stepup.words.sheets import heading_name

SHOWN: Final = 400
"""Sentences under one heading that are shown; no person writes more, a paste may."""
ONE_COLUMN: Final = 80
"""Windows as wide as this, or less wide, show two versions one above the other."""
_SIGNS: Final = {Sign.SAME: "  ", Sign.GONE: "- ", Sign.NEW: "+ "}
_INDENT: Final = 2
_BETWEEN: Final = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Into how many cells the lines go, and whether two versions stand side by side in them."""

    room: int
    two: bool

    @property
    def width(self) -> int:
        """Cells of one version."""
        return (self.room - _BETWEEN) // 2 if self.two else self.room


def columns_in(window: int) -> Columns:
    """Return how much room there is in a window: beside the rail, the edges and the scroll bar."""
    room = window - (5 if window < NARROW else 13) - 4
    return Columns(room=max(20, room), two=window > ONE_COLUMN)


def compared(session: Session, older: Sheet, newer: Sheet, columns: Columns) -> Iterator[Spec]:
    """Yield the lines for two versions: what is gone with -, what is new with +."""
    names = [written_on(session, sheet) for sheet in (older, newer)]
    if not all(names):
        names = [_("The older one"), _("The newer one")]
    yield names_line(names, columns)
    found = [*changes(older, newer)]
    dates = _dates(session, older, newer)
    pieces = [piece for change in found for piece in change.pieces] + [*dates]
    if all(piece.sign is Sign.SAME for piece in pieces):
        yield Spec("same", text=_("Both say the same."), soft=True, still=True, wide=True)
    for change in found:
        yield from change_lines(change.key, _heading(change), change.pieces, columns)
    if dates:
        yield from change_lines("look_again", _("Next look"), dates, columns)


def names_line(names: Sequence[str], columns: Columns) -> Spec:
    """Return the line that names two versions, the older one first, with their signs."""
    gone, new = (
        f"{_SIGNS[sign]}{name}" for sign, name in zip((Sign.GONE, Sign.NEW), names, strict=True)
    )
    between = "" if columns.two else "   "
    text = pad(gone, columns.width + _BETWEEN if columns.two else 0) + between + new
    return Spec("names", text=text, soft=True, still=True, wide=True, gap=True)


def _heading(change: SectionChange) -> str:
    names = [heading_name(section) for section in (change.after, change.before) if section]
    if names[0] == names[-1]:
        return names[0]
    return _("{now} (before: {then})").format(now=names[0], then=names[-1])


def _dates(session: Session, older: Sheet, newer: Sheet) -> tuple[Piece, ...]:
    """Return what became of the date to look again."""
    if session.hides(LookAway.DATES):
        return ()
    days = [
        format_day(one.look_again, "short_year") if one.look_again else "" for one in (older, newer)
    ]
    return difference(*days)


def change_lines(
    key: str, heading: str, pieces: Sequence[Piece], columns: Columns
) -> Iterator[Spec]:
    """Yield a heading, and under it what became of each sentence."""
    yield Spec(f"head:{key}", text=heading, soft=True, still=True, wide=True, gap=True)
    shown = pieces[:SHOWN]
    lines = list(_two(shown, columns) if columns.two else _one(shown, columns))
    if len(pieces) > SHOWN:
        lines.append("  …")
    yield Spec(f"part:{key}", text="\n".join(lines), wide=True)


def _one(pieces: Sequence[Piece], columns: Columns) -> Iterator[str]:
    for piece in pieces:
        yield from _cell(piece, columns.width)


def _two(pieces: Sequence[Piece], columns: Columns) -> Iterator[str]:
    for before, after in side_by_side(pieces):
        left, right = _cell(before, columns.width), _cell(after, columns.width)
        for number in range(max(len(left), len(right))):
            old = left[number] if number < len(left) else ""
            new = right[number] if number < len(right) else ""
            yield (pad(old, columns.width + _BETWEEN) + new).rstrip()


def _cell(piece: Piece | None, width: int) -> list[str]:
    """Return a sentence as lines of a width, its sign before the first."""
    if piece is None:
        return []
    lines = [line.plain.rstrip() for line in Content(piece.text).wrap(width - _INDENT)]
    return [
        (" " * _INDENT if number else _SIGNS[piece.sign]) + line
        for number, line in enumerate(lines)
    ]
