"""One line of a page: what it shows, and which of its parts the cursor is on. Drawn by a block."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from stepup.ui.widgets.layout import Spec, Spot, lay_out


class Row:
    """A `Spec` in its place, with the cursor on one of its parts.

    It is no widget: a page has dozens, and a widget for each would make every page slow to open.
    """

    def __init__(self, spec: Spec, changed: Callable[[Row], None]) -> None:
        """Show a spec; `changed` is called when it must be drawn again."""
        self.spec = spec
        self.part = 0
        self._changed = changed
        self._laid: tuple[object, tuple[list[Content], list[Spot]]] | None = None
        if spec.marked:  # begin on the part that is on, as a radio button does
            on = [index for index, part in enumerate(spec.parts) if part.on]
            self.part = on[0] if on else 0

    @property
    def key(self) -> str:
        """The key of what it shows."""
        return self.spec.key

    @property
    def can_focus(self) -> bool:
        """Whether the cursor can stand on it."""
        return not self.spec.still

    @property
    def chosen(self) -> str | None:
        """The id of the part under the cursor, or None when there are no parts."""
        return self.spec.parts[self.part].id if self.spec.parts else None

    def show(self, spec: Spec) -> bool:
        """Show something else in the same place; the cursor stays on its part. False: it is the same."""
        if spec == self.spec:
            return False
        self.spec = spec
        self.part = max(0, min(self.part, len(spec.parts) - 1))
        self._laid = None
        return True

    def put_part(self, part_id: str) -> None:
        """Put the cursor on a part."""
        for index, part in enumerate(self.spec.parts):
            if part.id == part_id:
                self._put(index)

    def move_part(self, step: int) -> None:
        """Move the cursor over the parts; at either end it stays."""
        if 0 <= self.part + step < len(self.spec.parts):
            self._put(self.part + step)

    def _put(self, index: int) -> None:
        if index != self.part:
            self.part = index
            self._changed(self)

    def laid_out(self, width: int, *, here: bool) -> tuple[list[Content], list[Spot]]:
        """Return its lines within a width and where its parts stand; `here` is the cursor's row."""
        chosen = self.chosen if here else None
        asked = (width, chosen)
        if self._laid is None or self._laid[0] != asked:
            self._laid = (asked, lay_out(self.spec, width, chosen))
        return self._laid[1]

    def part_at(self, width: int, column: int, line: int) -> str | None:
        """Return the part that stands at a column and line of the row, or None."""
        for spot in self.laid_out(width, here=False)[1]:
            if spot.line == line and spot.start <= column < spot.end:
                return spot.id
        return None
