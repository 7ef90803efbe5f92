"""From a key to the changed screen: the program in a terminal, its screen worked out afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from benchmarks.terminal import COLUMNS, LINES, Screen

if TYPE_CHECKING:
    import pyte

Cells = list[list[object]]


class Typist:
    """Presses keys in a program and says how long the screen took to show what it then shows."""

    def __init__(self, screen: Screen) -> None:
        """Take a program that shows its first page."""
        import pyte

        self._program = screen
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._stream.feed(screen.settle())

    def times(self, keys: Sequence[bytes], rounds: int) -> list[float]:
        """Return the seconds each press took; presses that change nothing count not at all."""
        return [taken for _round in range(rounds) for key in keys for taken in self.taken(key)]

    def taken(self, key: bytes) -> Iterator[float]:
        """Press a key; yield the seconds to the last paint that changed anything on the screen."""
        self._stream.feed(self._program.settle())
        before, last = cells(self._screen), None
        for painted in self._program.answer(key):
            self._stream.feed(painted.written)
            now = cells(self._screen)
            if now != before:
                before, last = now, painted.after
        if last is not None:
            yield last


def cells(screen: pyte.Screen) -> Cells:
    """Return every cell of a screen: its sign and how it is drawn."""
    return [[screen.buffer[y][x] for x in range(COLUMNS)] for y in range(LINES)]
