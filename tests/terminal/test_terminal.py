"""The installed program in a real terminal: typed into, closed, stopped, and asked to end."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.support import make_newer
from tests.terminal.support import PROGRAM, Terminal, restored, window

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def stepup(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command of the program to its end."""
    return subprocess.run(
        [str(PROGRAM), "--lang", "en", *arguments],
        env={**os.environ, "STEPUP_HOME": str(home)},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def shown(home: Path) -> Any:
    """What `stepup show --json` prints of all days."""
    done = stepup(home, "show", "0001-01-01..9999-12-31", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def begin(terminal: Terminal) -> None:
    """Pass the welcome."""
    terminal.wait_for("Begin")
    terminal.type("\r")
    terminal.wait_for("One line")


def a_day(terminal: Terminal) -> None:
    """Type mood, energy, a meal, and a line."""
    terminal.type("3")
    terminal.wait_for("So-so")
    terminal.type("2")
    terminal.wait_for("A little")
    terminal.type(" ")
    terminal.wait_for("Meals 1")
    terminal.type("f")
    terminal.wait_for("Enter or Esc keeps it")
    terminal.type("opened the window\r")
    terminal.wait_for("opened the window", "That's it for today", "Saved")


def texts(value: Any) -> set[str]:
    """Every string in what was printed."""
    if isinstance(value, dict):
        return set().union(*(texts(one) for one in value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*(texts(one) for one in value)) if value else set()
    return {value} if isinstance(value, str) else set()


def test_a_day_is_typed_seen_and_left_with_q(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        a_day(terminal)
        terminal.type("q")
        assert terminal.ended() == 0
        assert b"Kept. That's it for today." in terminal.output
        assert restored(terminal.output)
    kept = shown(home)
    assert "opened the window" in texts(kept)
    assert '"mood": 3' in json.dumps(kept)


def test_q_in_japanese_leaves_with_kind_words_and_the_keys_of_an_input_method_work(
    home: Path,
) -> None:
    with window(home, "--lang", "ja") as terminal:
        terminal.wait_for("始める")
        terminal.type("\r")
        terminal.wait_for("気分")
        terminal.type("３")
        terminal.wait_for("まあまあ")
        terminal.send("窓を　開けた")
        terminal.wait_for("窓を 開けた")  # any space in a line is one space
        terminal.type("\r")
        terminal.wait_for("今日はここまで")
        terminal.type("ｑ")
        assert terminal.ended() == 0
        assert "残しました。今日はここまで。" in terminal.output.decode()
    assert "窓を 開けた" in texts(shown(home))


def test_closing_the_window_on_the_invented_life_leaves_nothing_of_it(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    with window(home, "--lang", "en", "demo") as terminal:
        terminal.wait_for("That's it for today")
        assert len(list(place.glob("stepup-demo-*"))) == 1
        terminal.close_window()
    assert list(place.glob("stepup-demo-*")) == []


def test_closing_the_window_mid_sentence_loses_nothing_and_the_sentence_is_offered(
    home: Path,
) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        a_day(terminal)
        terminal.type("y")
        terminal.wait_for("Enter begins a new line")
        terminal.type("I wanted to wr")
        terminal.wait_for("I wanted to wr")
        assert terminal.close_window() in (129, -signal.SIGHUP)
    assert "opened the window" in texts(shown(home))
    with window(home, "--lang", "en") as terminal:
        terminal.wait_for("Being written: I wanted to wr", "So-so", "Meals 1", "opened the window")
        terminal.type("\r")
        terminal.wait_for("Enter begins a new line")
        terminal.type("ite\x1b")
        terminal.wait_for("That's it for today")
        terminal.type("\x11")
        assert terminal.ended() == 0
    assert "I wanted to write" in texts(shown(home))


def test_closing_the_window_at_once_after_a_key_keeps_what_the_key_did(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        terminal.type("4")
        terminal.wait_for("Fairly good")
        terminal.close_window()
    assert '"mood": 4' in json.dumps(shown(home))


def test_sigterm_saves_ends_and_gives_the_terminal_back(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        before = terminal.modes()
        begin(terminal)
        assert terminal.modes() != before
        terminal.type("5")
        terminal.wait_for("[5]")
        terminal.type("y")
        terminal.wait_for("Enter begins a new line")
        terminal.type("half a sent")
        terminal.wait_for("half a sent")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 143
        assert restored(terminal.output)
    with window(home, "--lang", "en") as terminal:
        terminal.wait_for("half a sent")
        terminal.type("\x11")
        terminal.ended()
    assert '"mood": 5' in json.dumps(shown(home))


def test_stopped_and_continued_from_outside_it_goes_on_where_it_was(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        terminal.type("y")
        terminal.wait_for("Enter begins a new line")
        terminal.type("half a")
        terminal.wait_for("half a")
        terminal.signal(signal.SIGTSTP)
        terminal.until(lambda: terminal.is_stopped)
        terminal.signal(signal.SIGCONT)
        terminal.until(lambda: not terminal.is_stopped)
        terminal.type(" sentence\x1b")
        terminal.wait_for("half a sentence", "That's it for today")
        terminal.type("\x11")
        assert terminal.ended() == 0
    assert "half a sentence" in texts(shown(home))


def test_ctrl_c_does_not_end_it_and_says_what_does(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        terminal.send("\x03")
        terminal.wait_for("Ctrl+Q saves and leaves.")
        terminal.type("3")
        terminal.wait_for("So-so")
        terminal.type("\x11")
        assert terminal.ended() == 0


HOSTILE = "[/] [red] ]]> <b> \x1b]52;c;c2VjcmV0\x07 \x1b]0;stolen title\x07 \u202e x \x9b31m あ"


def test_what_is_pasted_never_steers_the_terminal(home: Path) -> None:
    with window(home, "--lang", "en", size=(120, 36)) as terminal:
        begin(terminal)
        for key, end in (("f", "\r"), ("y", "\x1b")):
            terminal.type(key)
            terminal.wait_for("keeps it")
            terminal.send(f"\x1b[200~{HOSTILE}\x1b[201~")
            # Textual hands on what stands before the first ESC of a paste after the rest of it.
            terminal.wait_for("[/] [red] ]]> <b>", "52;c;c2VjcmV0")
            terminal.type(end)
            terminal.wait_for("That's it for today")
        for key, words in (("g", "A new goal"), ("j", "Other years"), ("t", "Small wins")):
            terminal.type(key)
            terminal.wait_for(words)
        terminal.type("\x11")
        assert terminal.ended() == 0
        output = terminal.output
    assert b"\x1b]52" not in output
    assert b"stolen title\x07" not in output
    assert b"\xe2\x80\xae" not in output
    assert b"\xc2\x9b" not in output


def test_the_terminals_title_never_holds_the_persons_words(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        a_day(terminal)
        terminal.type("q")
        terminal.ended()
        titles = re.findall(rb"\x1b\][012];([^\x07\x1b]*)", terminal.output)
    assert not [title for title in titles if title.strip() not in (b"", b"stepup")]


def test_two_windows_and_the_command_beside_them_lose_nothing(home: Path) -> None:
    with window(home, "--lang", "en") as first:
        begin(first)
        with window(home, "--lang", "en") as second:
            second.wait_for("One line")
            for number in range(3):
                for name, terminal in (("first", first), ("second", second)):
                    terminal.type("f")
                    terminal.wait_for("Enter or Esc keeps it")
                    terminal.type(f"{name} {number}\r")
                    terminal.wait_for(f"{name} {number}", "That's it for today")
                done = stepup(home, "log", "--win", typed=f"beside {number}\n")
                assert done.returncode == 0, done.stderr
            second.wait_for("Saved")
            second.type("\x11")
            assert second.ended() == 0
        first.type("\x11")
        assert first.ended() == 0
    expected = {f"{who} {number}" for who in ("first", "second", "beside") for number in range(3)}
    assert texts(shown(home)) >= expected
    assert stepup(home, "doctor").returncode == 0


def test_a_mistake_of_its_own_says_type_and_place_gives_the_terminal_back_and_ends_with_1(
    home: Path,
) -> None:
    code = (
        "import sys\n"
        "from stepup.ui.screens.today import TodayPage\n"
        "def boom(self):\n"
        "    secret = 'sentinel-of-a-secret-life'\n"
        "    raise RuntimeError(secret)\n"
        "TodayPage.action_meal = boom\n"
        "from stepup.__main__ import main\n"
        "sys.exit(main())\n"
    )
    with window(home, "--lang", "en", command=[sys.executable, "-c", code]) as terminal:
        begin(terminal)
        terminal.type("4")
        terminal.wait_for("Fairly good")
        terminal.type("m")
        assert terminal.ended() == 1
        assert b"sentinel-of-a-secret-life" not in terminal.output
        assert b"Traceback" not in terminal.output
        assert b"stepup stopped over a mistake of its own: RuntimeError" in terminal.output
        assert restored(terminal.output)
    assert '"mood": 4' in json.dumps(shown(home))


def test_a_window_made_small_and_large_again_shows_everything_as_before(home: Path) -> None:
    with window(home, "--lang", "en") as terminal:
        begin(terminal)
        a_day(terminal)
        before = terminal.text
        terminal.resize(60, 20)
        terminal.until(lambda: "Today" not in terminal.text and "So-so" in terminal.text)
        assert "opened the window" in terminal.text
        terminal.resize(80, 24)
        terminal.until(lambda: terminal.text == before)
        terminal.type("\x11")
        assert terminal.ended() == 0


@pytest.mark.parametrize("what", ["a file", "a newer vault"])
def test_a_place_that_cannot_be_opened_is_said_in_one_sentence_after_the_screen_is_gone(
    home: Path, what: str
) -> None:
    if what == "a file":
        home.write_text("not a folder")
    else:
        assert stepup(home, "log", "--mood", "3").returncode == 0
        make_newer(home)
    before = sorted(str(path) for path in home.parent.rglob("*"))
    with window(home, "--lang", "en") as terminal:
        assert terminal.ended() == 1
        assert b"Traceback" not in terminal.output
        assert restored(terminal.output) or b"\x1b[?1049h" not in terminal.output
        end = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
        assert "notebook" in end.lower()
    assert sorted(str(path) for path in home.parent.rglob("*")) == before
