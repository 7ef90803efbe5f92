"""Fault 19: no screen and no command opens a network socket; `strace` sees every system call."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
import pytest
from tests.readers.test_bounds import SAMPLES
from tests.share.sentinels import fill
from tests.terminal.locked import CODE, PASSPHRASE, lock, tool, unlock
from tests.terminal.support import PROGRAM, Terminal, window
from tests.ui.every_screen import all_screens

from stepup.cli.app import stepup
from stepup.notebook.book import open_book
from stepup.notebook.profile import Profile

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.outside,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing"),
]


def traced(log: Path) -> list[str]:
    """What stands before a command whose system calls on the network are to be told."""
    return [
        tool("strace"), "-f", "--seccomp-bpf", "-qq", "-A", "-o", str(log), "-e", "trace=%network",
    ]  # fmt: skip


def nothing_on_the_network(log: Path) -> None:
    calls = log.read_text()
    assert not re.findall(r"\b(?:socket|connect|bind|listen|accept4?)\(.*", calls)
    # What may be there is the pair by which the window's loop wakes itself.
    assert set(re.findall(r"AF_[A-Z0-9]+", calls)) <= {"AF_UNIX"}


@pytest.fixture
def full(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A locked notebook with a record of every kind."""
    vault = place / "full"
    book = open_book(vault)
    fill(book)
    Profile(book).change(welcomed=True, look_away=())
    assert book.close()
    lock(vault, monkeypatch)
    return vault


def test_no_network_socket_is_opened_on_any_screen(place: Path, full: Path) -> None:
    log, seen = place / "calls", place / "seen"
    child = Path(__file__).with_name("every_screen_child.py")
    with window(full, command=[*traced(log), sys.executable, str(child), str(seen)]) as terminal:
        unlock(terminal)
        terminal.send("\x11")
        assert terminal.ended() == 0
        # The shape of the pointer alone: no title, no clipboard, no link.
        assert set(re.findall(rb"\x1b\]([0-9]*)", terminal.output)) <= {b"22"}
    assert set(seen.read_text().split()) == all_screens()
    nothing_on_the_network(log)
    assert "socketpair(" in log.read_text()  # it was looked at


def titled(terminal: Terminal, words: str) -> bool:
    """Whether words stand in the title, beside the rail."""
    return words in terminal.text.splitlines()[1][13:]


def test_no_network_socket_is_opened_while_one_goes_about_by_keys(place: Path, vault: Path) -> None:
    log = place / "calls"
    with window(vault, "--lang", "en", command=[*traced(log), str(PROGRAM)]) as terminal:
        unlock(terminal)
        terminal.type("3")
        terminal.wait_for("So-so")
        for key, words in (
            ("\x1bOR", "Goals"), ("\x1bOS", "Journal"), ("\x1b[21~", "More"), ("\x06", "Search"),
            ("\x10", "Menu"),
        ):  # fmt: skip
            terminal.send(key)
            terminal.until(partial(titled, terminal, words))
        terminal.send("\x11")
        assert terminal.ended() == 0
    nothing_on_the_network(log)


PAGE = (
    *("--for", "counsellor", "--from", "2026-05-01", "--to", "2026-05-31"),
    *("--section", "wins", "--format", "txt"),
)
COMMANDS: dict[str, tuple[str, ...]] = {
    "log": ("--mood", "2"),
    "show": (),
    "share": PAGE,
    "share --out=page.txt.age": PAGE,
    "share log": (),
    **{f"export {name}": () for name in ("json", "md", "jrnl", "hledger", "month", "ics")},
    "export csv": ("--out", "{place}/tables"),
    "export portfolio": ("--out", "{place}/portfolio"),
    **{f"import {name}": (f"{{place}}/{name}", "--yes") for name in SAMPLES},
    "backup": ("{place}/copy",),
    "restore": ("{place}/copy", "--into", "{place}/again"),
    "merge": ("{place}/again", "--yes"),
    "history": (),
    "undo": (),
    "doctor": (),
    "doctor --privacy": (),
    "lock status": (),
    "lock change": (),
    "lock recover": (),
    "lock code": (),
    "lock remove": (),
    "lock set": (),
    "demo": ("--into", "{place}/demo"),
    "path": (),
    "--version": (),
    "--help": (),
}
"""The commands in an order in which each can do its work, and what stands behind them."""


def commands_of(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """A command and all below it that can be called, by the words one types."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    if command.invoke_without_command and name:
        yield name, command
    context = click.Context(command)
    for word in command.list_commands(context):
        inner = command.get_command(context, word)
        assert inner is not None
        yield from commands_of(inner, f"{name} {word}".strip())


def test_no_network_socket_is_opened_by_any_command(place: Path, vault: Path) -> None:
    commands = dict(commands_of(stepup))
    assert {name for name in COMMANDS if "--" not in name} == set(commands)
    for name, data in SAMPLES.items():
        (place / name).write_bytes(data)
    for name, rest in COMMANDS.items():
        command = commands.get(name.partition(" --")[0])
        asks = command is not None and any(one.name == "passphrase_stdin" for one in command.params)
        done = subprocess.run(
            [
                *(*traced(place / "calls"), str(PROGRAM), *name.split()),
                *(part.format(place=place) for part in rest),
                *(["--passphrase-stdin"] if asks else []),
            ],
            input="".join(
                f"{line}\n" for line in (CODE if "recover" in name else PASSPHRASE, PASSPHRASE)
            ).encode(),
            env={**os.environ, "STEPUP_HOME": str(vault)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (name, done.stderr)
    nothing_on_the_network(place / "calls")
