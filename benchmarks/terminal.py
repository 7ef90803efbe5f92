"""Programs as a person starts them: whole processes in a pseudo-terminal, watched from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

LINES, COLUMNS = 24, 80
LONGEST_WAIT = 30.0
STILL = 0.09
"""Seconds without output after which a screen counts as painted."""
AT_REST = 0.4
"""Seconds without output after which nothing is on its way any more: the mark says saved."""


@dataclass(frozen=True, slots=True)
class Step:
    """Wait until all of these texts were written, then press a key ("" for none)."""

    until: tuple[str, ...]
    press: bytes = b""


@dataclass(frozen=True, slots=True)
class Run:
    """A program until its last step: seconds, processor seconds, and peak memory in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Painted:
    """What a program wrote, and how many seconds after the key."""

    after: float
    written: bytes


class Screen:
    """A program in a terminal of its own."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it; the clock runs from here."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.started = perf_counter()
        self._process = subprocess.Popen(
            command,
            env=environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self._heard = bytearray()

    def follow(self, steps: Sequence[Step]) -> float:
        """Go through the steps; return the seconds from the start to the end of the last."""
        for step in steps:
            self.wait_for(step.until)
            if step.press:
                self.press(step.press)
        return perf_counter() - self.started

    def wait_for(self, texts: Sequence[str]) -> None:
        """Read until each of these texts was written since the last wait.

        Raises:
            TimeoutError: one of them did not come.
        """
        wanted = [text.encode() for text in texts]
        seen = b""
        while not all(text in seen for text in wanted):
            came = self._read(LONGEST_WAIT)
            if not came:
                raise TimeoutError(f"never shown: {texts}\n{seen[-2000:]!r}")
            seen += came

    def press(self, key: bytes) -> None:
        """Type a key."""
        os.write(self._master, key)

    def answer(self, key: bytes) -> list[Painted]:
        """Press a key and return what is painted until the screen stands still."""
        pressed = perf_counter()
        self.press(key)
        painted: list[Painted] = []
        while came := self._read(STILL if painted else 1.0):
            painted.append(Painted(perf_counter() - pressed, came))
        self._heard.clear()
        return painted

    def settle(self) -> bytes:
        """Wait until nothing more is written; return all that was, from the start or since."""
        while self._read(AT_REST):
            pass
        heard, self._heard = bytes(self._heard), bytearray()
        return heard

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return b""
        try:
            came = os.read(self._master, 1 << 16)
        except OSError:  # the program has ended
            return b""
        self._heard += came
        return came

    def end(self) -> tuple[float, float]:
        """End the program; return the processor seconds it used and its peak memory in MiB."""
        # Not Popen.kill: it would reap a child that has ended, and its figures with it.
        os.kill(self._process.pid, signal.SIGKILL)
        _pid, status, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        os.close(self._master)
        return used.ru_utime + used.ru_stime, mebibytes(used.ru_maxrss)


def mebibytes(peak: int) -> float:
    """Return a peak of memory as the system tells it (KiB; bytes on a Mac) in MiB."""
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


@contextmanager
def opened(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Screen]:
    """Give a program in a terminal, ended afterwards whatever happens."""
    screen = Screen(command, environment)
    try:
        yield screen
    finally:
        screen.end()


def run(command: Sequence[str], environment: Mapping[str, str], steps: Sequence[Step]) -> Run:
    """Start a program, take it through the steps, end it."""
    screen = Screen(command, environment)
    try:
        wall = screen.follow(steps)
    finally:
        cpu, peak = screen.end()
    return Run(wall, cpu, peak)


def run_plain(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command that ends by itself, without a terminal.

    Raises:
        CalledProcessError: it did not end well.
    """
    started = perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _pid, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, used.ru_utime + used.ru_stime, mebibytes(used.ru_maxrss))
