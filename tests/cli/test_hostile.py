"""Text that is no one's friend, through `log` and out by `show` and `export`."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from pathlib import Path

import click
import pexpect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.support import Caller, program, run

from stepup.cli.texts import Texts, _checked
from stepup.domain.rhythm import Measure
from stepup.domain.text import clean, one_line
from stepup.notebook.book import open_book
from stepup.notebook.profile import Profile

HOSTILE = (
    "[/] [red]ok ]]> <b> \x1b]52;c;ZXZpbA==\x07 \x9b31m \x1b[2J \u202egnp.exe\u2066 \x00\x08%s {0}"
)
KEPT = "[/] [red]ok ]]> <b> ]52;c;ZXZpbA== 31m [2J gnp.exe %s {0}"
KANA = "あいうえおかきくけこ" * 500


def controls(text: str) -> set[str]:
    """The characters in a text that a terminal obeys."""
    kinds = {letter: unicodedata.category(letter) for letter in set(text) - set("\n\t")}
    return {letter for letter, kind in kinds.items() if kind in {"Cc", "Cs"}} | (
        set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    )


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_text_is_kept_as_typed_less_the_control_characters(
    call: Caller, arguments: tuple[str, ...]
) -> None:
    typed = f"{HOSTILE} {KANA}\n{KANA}\n{HOSTILE}".encode()

    assert call("log", "--win", "--journal", typed=typed).code == 0

    done = call("show", *arguments)
    assert (done.code, done.err) == (0, "")
    assert controls(done.text) == set()
    day = call("show", "--json").json["days"][0]
    assert day["wins"][0]["text"] == f"{KEPT} {KANA}"
    assert day["journal"][0]["text"] == f"{KANA}\n{KEPT}"


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_text_is_kept_or_refused_in_one_sentence(text: str) -> None:
    try:
        found: object = _checked(Texts(text, text))[:2]
    except click.UsageError as refused:
        found = refused.format_message()

    kept = one_line(text)
    assert found == ((kept, clean(text).rstrip()) if kept else "There is nothing in it to keep.")


def test_a_rows_hostile_name_is_found_and_shown_safely(call: Caller, vault: Path) -> None:
    book = open_book(vault)
    Profile(book).add_tracker("[red]\x1b]0;x\x07コーヒー", Measure.COUNT)
    assert book.close()

    logged = call("log", "--mark", "[red]\x1b]0;x\x07コーヒー=2")
    shown = call("show")

    assert (logged.code, shown.code) == (0, 0)
    assert "[red]]0;xコーヒー" in logged.text
    assert "[red]]0;xコーヒー: 2" in shown.text
    assert controls(logged.text + shown.text) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "--mark", HOSTILE.replace("\0", "")),
        ("log", "--date", "\x1b[2J"),
        ("show", "\x1b]0;x\x07"),
    ],
)
def test_an_argument_is_refused_without_obeying_it(
    call: Caller, arguments: tuple[str, ...]
) -> None:
    done = call(*arguments)

    assert (done.code, done.out) == (2, b"")
    assert controls(done.err) == set()


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "utf-8"])
def test_what_a_terminal_cannot_show_ends_nothing_and_json_is_whole_there(
    call: Caller, encoding: str
) -> None:
    assert call("log", "--win", typed="髙橋さんと🌧").code == 0
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    day = call("show", "--json").json["from"]

    for command in (["show", day], ["show", day, "--json"], ["export", "json"]):
        done = subprocess.run(program(*command), capture_output=True, check=False, env=environment)
        assert done.returncode == 0
        if command[-1] != day:
            assert "髙橋さんと🌧" in done.stdout.decode("utf-8")


@pytest.mark.terminal
def test_in_a_terminal_the_text_is_asked_for(vault: Path) -> None:
    child = pexpect.spawn(
        program("log", "--win", "--journal", "--lang", "en")[0],
        program("log", "--win", "--journal", "--lang", "en")[1:],
        encoding="utf-8",
        dimensions=(24, 80),
        env={**os.environ, "TERM": "xterm"},
    )
    child.expect("One line: ")
    child.sendline("窓を開けた")
    child.expect(r"Write; Ctrl\+D on a line of its own ends it\.")
    child.sendline("雨の音。")
    child.sendline("あ" * 5000)
    child.sendeof()
    child.expect("Kept for ")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    day = run("show", "--json").json["days"][0]
    assert day["wins"][0]["text"] == "窓を開けた"
    assert day["journal"][0]["text"] == "雨の音。\n" + "あ" * 5000


@pytest.mark.terminal
@pytest.mark.parametrize(("key", "code"), [("\x04", 1), ("\x03", 130)])
def test_leaving_the_question_unanswered_writes_nothing(vault: Path, key: str, code: int) -> None:
    command, *arguments = program("log", "--mood", "3", "--win", "--lang", "en")
    child = pexpect.spawn(command, arguments, encoding="utf-8", env={**os.environ, "TERM": "xterm"})
    child.expect("One line: ")
    child.send(key)
    # Python does not see a key that interrupts between its prompt and its waiting: one presses again.
    while child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5):
        child.send(key)
    child.close()

    assert child.exitstatus == code
    assert not vault.exists()
