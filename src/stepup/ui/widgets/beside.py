"""Lines that stand beside the body of a page and are only read."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from stepup.ui.widgets.layout import Spec, lay_out


class Beside(Widget):
    """Draws specs one above the other; nothing in it can be chosen."""

    DEFAULT_CSS = """
    Beside { width: 42; height: auto; max-height: 1fr; padding: 1 2 0 1; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._specs: tuple[Spec, ...] = ()

    def show(self, specs: Iterable[Spec]) -> None:
        """Show these lines."""
        specs = tuple(specs)
        if specs != self._specs:
            self._specs = specs
            self.refresh(layout=True)

    def _drawn(self, width: int) -> list[Content]:
        lines = []
        for number, spec in enumerate(self._specs):
            lines += [Content("")] if spec.gap and number else []
            lines += lay_out(spec, width, None)[0]
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return how many lines there are."""
        return len(self._drawn(width))

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._drawn(self.size.width))
