"""Words that belong to a picture: they stand still and are never under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from stepup.ui.widgets.layout import Spec, lay_out


class Caption(Widget):
    """Shows specs one above the other."""

    DEFAULT_CSS = """
    Caption { height: auto; padding: 0 2 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._specs: tuple[Spec, ...] = ()

    def show(self, specs: Sequence[Spec]) -> None:
        """Show these specs."""
        if tuple(specs) != self._specs:
            self._specs = tuple(specs)
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        return [line for spec in self._specs for line in lay_out(spec, width, None)[0]]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return how many lines it takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return its lines."""
        return Content("\n").join(self._lines(self.size.width))


class Saying(Widget):
    """One sentence in two lines, broken between its pieces; a change moves nothing on the page."""

    LINES = 2
    DEFAULT_CSS = """
    Saying { height: 2; padding: 0 2 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[str, ...] = ()

    def show(self, pieces: Sequence[str]) -> None:
        """Show these pieces one behind the other; each brings the blank that follows it."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.refresh()

    def render(self) -> Content:
        """Return the sentence; what does not fit is left off, and a sign says so."""
        width = self.size.width
        lines = [
            line
            for text in packed(self._pieces, width)
            for line in lay_out(Spec("", text=text, wide=True), width, None)[0]
        ]
        if len(lines) > self.LINES:
            last = lines[self.LINES - 1] + Content(" ") + lines[self.LINES]
            lines[self.LINES - 1 :] = [last.truncate(width, ellipsis=True)]
        return Content("\n").join(lines)


def packed(pieces: Sequence[str], width: int) -> list[str]:
    """Return lines of whole pieces, each as full as `width` cells allow."""
    lines = [""]
    for piece in pieces:
        if lines[-1] and cell_len((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]
