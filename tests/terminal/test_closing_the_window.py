"""The installed program in a real pseudo-terminal, closed, ended and stopped from outside."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

pytestmark = pytest.mark.terminal
ROWS, COLUMNS = 24, 80


class Terminal:
    """A terminal of 80 × 24 with the program in it, and what stands on its screen."""

    def __init__(self, home: Path, language: str = "ja") -> None:
        self.home = home
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        environment = {
            **os.environ,
            "STEPUP_HOME": str(home),
            "STEPUP_LANG": language,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
        }
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "stepup"],
            dimensions=(ROWS, COLUMNS),
            env=environment,
            encoding="utf-8",
            timeout=10,
        )

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display).replace(" ", "")

    def until(self, words: str, seconds: float = 15) -> None:
        """Read until words stand on the screen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read()
            if words.replace(" ", "") in self.text:
                return
        raise AssertionError(f"{words!r} never came; on the screen:\n{self.text}")

    def _read(self) -> None:
        try:
            piece = self.child.read_nonblocking(65_536, timeout=0.1)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += piece
        self.stream.feed(piece)

    def press(self, *keys: str) -> None:
        """Press keys, each a moment after the other, as a hand does."""
        for key in keys:
            self.child.send(key)
            self._read()
            time.sleep(0.1)

    def ended(self) -> int | None:
        """Read to the end; the exit status, or None when a signal ended it."""
        self.raw += self.child.read()
        self.child.close()
        status: int | None = self.child.exitstatus
        return status

    def kept(self) -> dict[str, object]:
        """What `stepup show --json` says of today."""
        done = subprocess.run(
            [sys.executable, "-m", "stepup", "show", "--json"],
            env={**os.environ, "STEPUP_HOME": str(self.home)},
            capture_output=True,
            check=True,
        )
        found: dict[str, object] = json.loads(done.stdout)
        return found


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    window = Terminal(tmp_path / "home")
    window.until("始める")
    window.press("\r")
    window.until("一行")
    yield window
    window.child.close(force=True)


def test_a_day_in_a_few_keys_is_there_after_leaving_with_q(terminal: Terminal) -> None:
    terminal.press("3", "2", " ", "f")
    terminal.press("窓を開けた", "\r")
    terminal.until("窓を開けた")
    terminal.press("q")
    assert terminal.ended() == 0
    assert "残しました。今日はここまで。" in terminal.raw
    kept = json.dumps(terminal.kept(), ensure_ascii=False)
    assert "窓を開けた" in kept
    assert '"mood": 3' in kept
    assert '"energy": 2' in kept


def test_a_window_closed_in_mid_sentence_loses_nothing_and_offers_the_sentence(
    terminal: Terminal,
) -> None:
    terminal.press("4", "y")
    terminal.press("昼に起きた。風が少し")
    terminal.until("風が少し")
    terminal.child.kill(signal.SIGHUP)
    terminal.ended()
    again = Terminal(terminal.home)
    try:
        again.until("書きかけ")
        again.press("\r")
        again.until("風が少し")
        again.press("冷たい。", "\x1b")
        again.until("冷たい。")
        again.until("保存済み")
        again.press("\x11")
        assert again.ended() == 0
    finally:
        again.child.close(force=True)
    kept = json.dumps(again.kept(), ensure_ascii=False)
    assert "昼に起きた。風が少し冷たい。" in kept
    assert '"mood": 4' in kept


def test_sigterm_saves_and_gives_the_terminal_back(terminal: Terminal) -> None:
    terminal.press("5")
    terminal.until("いい")
    terminal.child.kill(signal.SIGTERM)
    assert terminal.ended() == 143
    assert "\x1b[?1049l" in terminal.raw  # the screen from before is shown again
    assert '"mood": 5' in json.dumps(terminal.kept())


def test_ctrl_c_ends_nothing_and_says_what_does(terminal: Terminal) -> None:
    terminal.press("\x03")
    terminal.until("Ctrl+Q")
    assert terminal.child.isalive()


def test_a_program_stopped_and_continued_goes_on(terminal: Terminal) -> None:
    terminal.child.kill(signal.SIGTSTP)
    time.sleep(0.3)
    terminal.child.kill(signal.SIGCONT)
    time.sleep(0.3)
    terminal.press("2")
    terminal.until("つらい")


def test_pasted_escapes_reach_no_terminal(terminal: Terminal) -> None:
    terminal.press("\x1b[200~[red] \x1b]52;c;c2VjcmV0\x07 end\x1b[201~")
    terminal.until("[red]")
    terminal.press("\r")
    terminal.press("\x11")
    assert terminal.ended() == 0
    assert "\x1b]52" not in terminal.raw
    assert "\x1b]0;" not in terminal.raw


def test_two_windows_and_the_command_line_beside_them_lose_nothing(terminal: Terminal) -> None:
    other = Terminal(terminal.home)
    try:
        other.until("一行")
        terminal.press("f")
        terminal.press("ひとつめ", "\r")
        other.press("f")
        other.press("ふたつめ", "\r")
        subprocess.run(
            [sys.executable, "-m", "stepup", "log", "--win"],
            env={**os.environ, "STEPUP_HOME": str(terminal.home)},
            input="みっつめ\n".encode(),
            capture_output=True,
            check=True,
        )
        for window in (terminal, other):
            window.until("保存済み")
            window.press("\x11")
            assert window.ended() == 0
    finally:
        other.child.close(force=True)
    kept = json.dumps(terminal.kept(), ensure_ascii=False)
    assert all(words in kept for words in ("ひとつめ", "ふたつめ", "みっつめ"))
