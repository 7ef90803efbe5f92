"""The real command under kills and in a crowd: what was acknowledged is there."""

from __future__ import annotations

import random
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from tests.cli.support import program, run

from stepup.notebook.book import open_book
from stepup.notebook.days import Days

KILLS = 50
WRITERS = 6
ROUNDS = 3


def wins() -> list[str]:
    """Every win of the notebook, as the real program exports them."""
    done = run("export", "json")
    assert done.code == 0
    return sorted(win["text"] for win in done.json["records"].get("win", []))


def begin(text: str) -> subprocess.Popen[bytes]:
    """Start the real `stepup log --win` on a text; it may be killed at any moment."""
    child = subprocess.Popen(
        program("log", "--win"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdin is not None
    with suppress(BrokenPipeError):
        child.stdin.write(text.encode())
        child.stdin.close()
    return child


def end(child: subprocess.Popen[bytes]) -> int:
    code = child.wait()
    for stream in (child.stdout, child.stderr):
        assert stream is not None
        stream.close()
    return code


@pytest.mark.slow
def test_fifty_kills_lose_nothing_that_was_acknowledged(vault: Path) -> None:
    # The first moments are all loading: kills are spread over the length of a whole run.
    acknowledged = []
    chance = random.Random()
    length = _length_of_a_run()
    for number in range(KILLS):
        child = begin(f"win {number}")
        killer = threading.Timer(chance.uniform(0.3, 1.1) * length, child.kill)
        killer.start()
        if end(child) == 0:
            acknowledged.append(f"win {number}")
        killer.cancel()
        killer.join()

    assert end(begin("the last")) == 0
    found = wins()
    assert set(acknowledged) <= set(found)
    assert len(found) == len(set(found))
    assert run("doctor").code == 0


def _length_of_a_run() -> float:
    """About how many seconds a call takes here, to aim the kills; nothing is judged by it."""
    start = time.monotonic()
    assert end(begin("the first")) == 0
    return time.monotonic() - start


def test_several_calls_at_once_lose_nothing_and_none_is_refused(vault: Path) -> None:
    texts = [[f"win {turn}-{writer}" for writer in range(WRITERS)] for turn in range(ROUNDS)]

    for turn in texts:
        children = [begin(text) for text in turn]
        assert [end(child) for child in children] == [0] * WRITERS

    assert wins() == sorted(text for turn in texts for text in turn)
    assert run("doctor").code == 0


def test_a_call_beside_an_open_window_loses_nothing(vault: Path) -> None:
    book = open_book(vault)
    days, day = Days(book), book.today()
    expected = []
    for number in range(3):
        days.add_win(day, f"window {number}")
        assert end(begin(f"call {number}")) == 0
        days.add_win(day, f"window again {number}")
        expected += [f"window {number}", f"call {number}", f"window again {number}"]
    assert book.close()

    assert wins() == sorted(expected)
    assert run("doctor").code == 0
