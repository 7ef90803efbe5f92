"""Help pages measured in cells: click counts letters, and a kanji takes two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What may not start a line of Japanese.
_NO_START: Final = frozenset(
    "、。，．・：；？」』）］｝〉》】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)


class Page(click.HelpFormatter):
    """A help page whose lines fit the terminal in either language."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, an empty line between them."""
        width = max(self.width - self.current_indent, 11)
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write_paragraph()
            for line in wrapped(paragraph, width):
                self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write two columns, names and what they do; a long name has its line to itself."""
        rows = list(rows)
        names = min(max((cells(name) for name, _text in rows), default=0), col_max) + col_spacing
        indent = self.current_indent + names
        for name, text in rows:
            lines = wrapped(text, max(self.width - indent, 10))
            head = f"{'':>{self.current_indent}}{name}"
            if lines and cells(name) <= names - col_spacing:
                self.write(f"{head}{'':>{names - cells(name)}}{lines.pop(0)}\n")
            else:
                self.write(f"{head}\n")
            for line in lines:
                self.write(f"{'':>{indent}}{line}\n")


class PageContext(click.Context):
    """What a command is called in; it writes its help on a Page."""

    formatter_class = Page


def cells(text: str) -> int:
    """Return how many cells of a terminal the text takes."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width` cells.

    Lines break at spaces and between full-width letters, never before a 。 or its like.
    """
    lines = [""]
    for piece in _pieces(text):
        if cells(lines[-1]) + cells(piece.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines if line.strip()]


def _pieces(text: str) -> Iterator[str]:
    """Split a text into what stays together: a word with its space, a kanji with its 。."""
    piece = ""
    for letter in " ".join(text.split()):
        if piece and _may_break(piece[-1], letter):
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between these two letters."""
    if after in _NO_START or after == " ":
        return False
    return before == " " or cells(before) == 2 or cells(after) == 2
