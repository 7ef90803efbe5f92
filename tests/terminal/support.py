"""The installed program in a real pseudo-terminal, and what a terminal makes of its output."""

import os
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

PROGRAM = Path(sys.executable).parent / "stepup"
PATIENCE = 20.0
"""Seconds after which something that is waited for will not come; never a measure of speed."""


class Terminal:
    """A terminal with the program in it."""

    def __init__(
        self, command: list[str], environment: dict[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        columns, rows = size
        self.output = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            command[0], command[1:], env=environment, dimensions=(rows, columns), timeout=PATIENCE
        )
        self._child.delaybeforesend = None

    @property
    def pid(self) -> int:
        return int(self._child.pid)

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        self._read()
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _read(self) -> bool:
        """Take what the program has written; False at its end."""
        try:
            while True:
                data = self._child.read_nonblocking(1 << 16, timeout=0)
                self.output += data
                self._stream.feed(data)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False

    def until(self, holds: Callable[[], object]) -> None:
        """Wait for something to come true."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, f"it did not happen; on the screen:\n{self.text}"
            time.sleep(0.01)

    def wait_for(self, *words: str) -> None:
        """Wait until words stand on the screen."""
        self.until(lambda: all(word in self.text for word in words))

    def type(self, keys: str) -> None:
        """Send keys one by one, as hands do."""
        for key in keys:
            self._child.send(key)
            time.sleep(0.02)

    def send(self, data: str | bytes) -> None:
        """Send bytes in one piece."""
        self._child.send(data)

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def close_window(self) -> int:
        """Close the terminal as closing its window does; return how the program ended."""
        process = self._child.ptyproc
        process.fileobj.close()
        process.closed, process.fd = True, -1
        self._child.closed, self._child.child_fd = True, -1
        return self._ended()

    def ended(self) -> int:
        """Wait for the program's end and return its code."""
        self.until(lambda: not self._read())
        return self._ended()

    def _ended(self) -> int:
        deadline = time.monotonic() + PATIENCE
        while self._child.isalive():
            assert time.monotonic() < deadline, "the program does not end"
            time.sleep(0.01)
        if self._child.signalstatus:
            return -int(self._child.signalstatus)
        return int(self._child.exitstatus)

    @property
    def is_stopped(self) -> bool:
        """Whether the program was stopped by SIGTSTP."""
        state = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state == "T"

    def modes(self) -> list[object]:
        """How the terminal is set: echo, line by line, and so on."""
        return termios.tcgetattr(self._child.child_fd)[:4]

    def end(self) -> None:
        """End what is still running."""
        if self._child.isalive():
            os.kill(self.pid, signal.SIGKILL)
            self._ended()
        if not self._child.closed:
            self._child.close(force=False)


@contextmanager
def window(
    home: Path, *arguments: str, size: tuple[int, int] = (80, 24), command: list[str] | None = None
) -> Iterator[Terminal]:
    """The program in a window, on the vault in a folder."""
    # The first would make each start slower; the others would fix the window's size.
    left_out = {"PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment |= {"STEPUP_HOME": str(home), "TERM": "xterm-256color"}
    terminal = Terminal([*(command or [str(PROGRAM)]), *arguments], environment, size)
    try:
        yield terminal
    finally:
        terminal.end()


def restored(output: bytes) -> bool:
    """Whether the last thing said to the terminal gives the ordinary screen and cursor back."""
    left, entered = output.rfind(b"\x1b[?1049l"), output.rfind(b"\x1b[?1049h")
    shown, hidden = output.rfind(b"\x1b[?25h"), output.rfind(b"\x1b[?25l")
    return left > entered and shown > hidden
