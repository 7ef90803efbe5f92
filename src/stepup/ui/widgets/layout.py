"""Lines laid out in cells: a label column, words that wrap beside it, parts one can choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content

LABEL: Final = 12
"""Width of the label column, in cells."""
PARTS_FROM: Final = 26
"""The column, counted behind the label, where the parts of a line of words begin."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something in a line that can be chosen by arrows or by clicking."""

    id: str
    text: str
    on: bool = False


@dataclass(frozen=True, slots=True)
class Spec:
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

    @property
    def indent(self) -> int:
        """Cells before the words."""
        return 0 if self.wide else LABEL


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
    words = Content.styled(spec.text, style)
    lines = words.wrap(room) if spec.text else [Content("")]
    spots: list[Spot] = []
    if spec.parts or spec.after:
        lines, spots = _with_parts(lines, spec, room, chosen)
    label = Content.styled(pad(spec.label, spec.indent), "$soft")
    blank = Content(" " * spec.indent)
    return [(blank if number else label) + line for number, line in enumerate(lines)], spots


def _with_parts(
    lines: list[Content], spec: Spec, room: int, chosen: str | None
) -> tuple[list[Content], list[Spot]]:
    pieces = [_piece(part, spec, chosen) for part in spec.parts]
    if spec.after:
        pieces.append((Content.styled(spec.after, "$soft"), None))
    gap = "" if spec.marked else "  "
    needed = sum(piece.cell_length + len(gap) for piece, _id in pieces)
    start = 0
    if spec.text:
        start = max(PARTS_FROM, lines[-1].cell_length + 2)
        if start + needed > room:
            lines = [*lines, Content("")]
            start = 2
    spots: list[Spot] = []
    line = lines[-1] + Content(" " * (start - lines[-1].cell_length))
    for piece, part_id in pieces:
        if line.cell_length + piece.cell_length > room and line.cell_length > start:
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
