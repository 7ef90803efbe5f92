"""Lines laid out in cells: a label column, words that wrap beside it, parts one can choose."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from stepup.ui.widgets.line_ends import CLOSING, belongs, broken, has_wide

LABEL: Final = 13
"""Width of the label column, in cells."""
PARTS_FROM: Final = 25
"""The column, counted behind the label, where the parts of a line of words begin."""
KEPT: Final = 16
"""Cells that the words of a line which is cut keep, whatever stands behind them."""


class Part(NamedTuple):
    """Something in a line that can be chosen by arrows or by clicking."""

    id: str
    text: str
    on: bool = False


class Spec(NamedTuple):
    """What one line of a page shows.

    A label, then words, then parts, then soft words behind them. `marked` draws the part that
    is on in brackets, so that it is seen without colour.
    """

    key: str
    label: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    after: str = ""
    soft: bool = False
    gap: bool = False
    still: bool = False
    marked: bool = False
    heading: bool = False
    wide: bool = False
    """The words begin at the page's edge: there is no label column."""
    cut: bool = False
    """Only what fits on one line is shown; the whole is seen when the line is opened."""
    inset: int = 0
    """Cells by which the words of a wide line are set in."""

    @property
    def indent(self) -> int:
        """Cells before the words."""
        return self.inset if self.wide else LABEL


class Spot(NamedTuple):
    """Where a part stands: line, first cell, cell after its last."""

    line: int
    start: int
    end: int
    id: str


def pad(text: str, cells: int) -> str:
    """Return the text filled with spaces to a width in cells."""
    return text + " " * max(0, cells - cell_len(text))


def lay_out(spec: Spec, width: int, chosen: str | None) -> tuple[list[Content], list[Spot]]:
    """Return the lines of a spec within `width` cells, and where its parts stand.

    `chosen` is the part under the cursor, or None while the line has no focus.
    """
    room = max(8, width - spec.indent)
    style = "$soft" if spec.soft else ("bold" if spec.heading else "")
    if spec.cut:
        return [_cut(spec, room, style)], []
    lines = [line for words in spec.text.split("\n") for line in _wrapped(words, style, room)]
    spots: list[Spot] = []
    if spec.text and spec.after and not spec.parts:
        lines = _with_remark(lines, spec.after, room)
    elif spec.parts or spec.after:
        lines, spots = _with_parts(lines, spec, room, chosen)
    blank = Content(" " * spec.indent)
    if cell_len(spec.label) >= LABEL:  # too long for its column: a line of its own
        label = Content.styled(spec.label, "$soft").truncate(width, ellipsis=True)
        lower = [Spot(spot.line + 1, spot.start, spot.end, spot.id) for spot in spots]
        return [label, *(blank + line for line in lines)], lower
    label = Content.styled(pad(spec.label, spec.indent), "$soft")
    return [(blank if number else label) + line for number, line in enumerate(lines)], spots


def _wrapped(words: str, style: str, room: int) -> list[Content]:
    """Return words as lines; Japanese by its own rules."""
    if not words:
        return [Content("")]
    lines = Content.styled(words, style).wrap(room)
    if has_wide(words) and _is_ill_broken(lines, room):
        return [Content.styled(line, style) for line in broken(words, room)]
    return lines


def _is_ill_broken(lines: list[Content], room: int) -> bool:
    """Whether a line begins with what belongs to the one before, or leaves half of its room empty."""
    pairs = pairwise(line.plain for line in lines)
    return any(
        after[:1] in CLOSING or belongs(f"{before.rstrip()} ", after) for before, after in pairs
    ) or any(line.cell_length * 2 < room for line in lines[:-1])


def _with_remark(lines: list[Content], remark: str, room: int) -> list[Content]:
    """Return the lines with soft words behind them, or under them where they do not fit."""
    start = max(PARTS_FROM, lines[-1].cell_length + 1)
    soft = Content.styled(remark, "$soft")
    if start + soft.cell_length <= room:
        gap = Content(" " * (start - lines[-1].cell_length))
        return [*lines[:-1], lines[-1] + gap + soft]
    return [*lines, *(Content("  ") + line for line in _wrapped(remark, "$soft", room - 2))]


def _cut(spec: Spec, room: int, style: str) -> Content:
    """Return what fits of a line; both the words and what stands behind them are cut at their end.

    The words keep what they need up to `KEPT` cells, or half of a narrower room.
    """
    words = Content.styled(spec.text.replace("\n", " "), style)
    after = Content.styled(f"  {spec.after}" if spec.after else "", "$soft")
    least = min(words.cell_length, KEPT, room // 2)
    behind = after.truncate(room - least, ellipsis=True)
    kept = words.truncate(room - behind.cell_length, ellipsis=True)
    label = Content.styled(pad(spec.label, spec.indent), "$soft")
    return label + kept + behind


def _with_parts(
    lines: list[Content], spec: Spec, room: int, chosen: str | None
) -> tuple[list[Content], list[Spot]]:
    pieces: list[tuple[Content, str | None]] = [_piece(p, spec, chosen) for p in spec.parts]
    if spec.after:
        pieces.append((Content.styled(spec.after, "$soft"), None))
    gap = "" if spec.marked else "  "
    needed = sum(piece.cell_length + len(gap) for piece, _id in pieces)
    start = 0
    if spec.text:
        start = max(PARTS_FROM, lines[-1].cell_length + 1)
        if start + needed > room:
            lines = [*lines, Content("")]
            start = 2
    spots: list[Spot] = []
    line = lines[-1] + Content(" " * (start - lines[-1].cell_length))
    for piece, part_id in pieces:
        # Across the whole page the blank that keeps a part apart from the next may stand out.
        needed = piece.cell_length - (spec.wide and spec.marked and part_id is not None)
        if line.cell_length + needed > room and line.cell_length > start:
            lines = [*lines[:-1], line, Content("")]
            line = Content(" " * start)
        if part_id is not None:
            first = spec.indent + line.cell_length
            spots.append(Spot(len(lines) - 1, first, first + piece.cell_length, part_id))
        line = line + piece + Content(gap)
    return [*lines[:-1], line], spots


def _piece(part: Part, spec: Spec, chosen: str | None) -> tuple[Content, str]:
    style = "" if part.on else "$soft"
    if part.on and spec.marked:
        style = "bold"
    if part.id == chosen:
        style = "bold underline $accent"
    text = Content.styled(part.text, style)
    if not spec.marked:
        return text, part.id
    left, right = ("[", "]") if part.on else (" ", " ")
    return Content.assemble((left, style), text, (right, style), " "), part.id
