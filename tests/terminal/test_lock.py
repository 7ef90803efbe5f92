"""Faults 7, 11, 16, 17, 19 in a real terminal: what a locked session leaves behind, and what age makes of it."""

import json
import os
import re
import shutil
import signal
import sys
from functools import partial
from pathlib import Path

import pexpect
import pytest
from tests.leaks import found_below, spellings
from tests.terminal.support import PROGRAM, Terminal, restored, window
from tests.terminal.test_terminal import stepup

from stepup.notebook import locking
from stepup.notebook.book import open_book
from stepup.notebook.profile import Profile
from stepup.vault.keys import Cost

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.outside,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing"),
]

PASSPHRASE = "correct horse battery staple"
SECRET = "sentinel-of-a-secret-life"
KANA = "ひみつの番兵"
SECRETS = (SECRET, KANA, PASSPHRASE)


def tool(name: str) -> str:
    found = shutil.which(name)
    assert found, f"this test needs the Debian package {name}"
    return found


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is home, temporary folder and working folder at once; all that is left is below it."""
    for name in (
        "HOME",
        "TMPDIR",
        "TEMP",
        "TMP",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
    ):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
        (tmp_path / name.lower()).mkdir(exist_ok=True)
    (tmp_path / "home" / "Downloads").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "tmp")
    return tmp_path


@pytest.fixture
def vault(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A locked notebook whose owner has seen the welcome."""
    vault = place / "vault"
    book = open_book(vault)
    Profile(book).change(welcomed=True)
    assert book.close()
    monkeypatch.setattr(locking, "_keep_to_ourselves", lambda: None)  # this process goes on
    monkeypatch.setattr(locking, "_COST", Cost(written=16))  # the least that the program reads
    locking.set_lock(vault, PASSPHRASE, locking.new_code())
    return vault


def unlock(terminal: Terminal) -> None:
    terminal.wait_for("Locked", "Enter opens")
    terminal.send(PASSPHRASE)
    terminal.wait_for("*" * len(PASSPHRASE))
    terminal.send("\r")
    terminal.wait_for("Mood", "That's it for today")


def write_secrets(terminal: Terminal) -> None:
    """Write a win and part of a journal entry."""
    terminal.type("f")
    terminal.wait_for("Enter or Esc keeps it")
    terminal.send(f"{SECRET} {KANA}")
    terminal.wait_for(KANA)
    terminal.type("\r")
    terminal.wait_for("That's it for today", "Saved")
    terminal.type("y")
    terminal.wait_for("Enter begins a new line")
    terminal.send(f"{SECRET} {KANA} half")
    terminal.wait_for("half")


def test_nothing_that_was_written_in_a_locked_session_is_left_on_the_disk_or_on_the_terminal(
    place: Path, vault: Path
) -> None:
    with window(vault, "--lang", "en") as terminal:
        unlock(terminal)
        write_secrets(terminal)
        terminal.type("\x0c")
        terminal.wait_for("Locked", "Enter opens")
        assert SECRET not in terminal.text
        assert found_below(place, SECRETS) == []
        after = len(terminal.output)
        terminal.resize(100, 30)
        terminal.wait_for("Locked")
        terminal.send("\x11")
        assert terminal.ended() == 0
        rest = terminal.output[after:]
        assert not [one for text in (SECRET, KANA) for one in spellings(text) if one in rest]
        assert PASSPHRASE.encode() not in terminal.output
        assert b"\x1b]0;" not in terminal.output  # no title
        assert b"\x1b]2;" not in terminal.output
        assert b"\x1b]52;" not in terminal.output  # no clipboard
        assert restored(terminal.output)
    assert found_below(place, SECRETS) == []
    shown = stepup(vault, "show", "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
    assert SECRET in shown.stdout
    with window(vault, "--lang", "en") as terminal:
        unlock(terminal)
        terminal.wait_for("Being written: sentinel")


def test_stopped_from_outside_it_is_locked_before_and_nothing_is_seen_after(
    place: Path, vault: Path
) -> None:
    with window(vault, "--lang", "en") as terminal:
        unlock(terminal)
        write_secrets(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.until(lambda: terminal.is_stopped)
        after = len(terminal.output)
        assert found_below(place, SECRETS) == []
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("Locked", "Enter opens")
        assert SECRET.encode() not in terminal.output[after:]
        terminal.send(PASSPHRASE)
        terminal.wait_for("*" * len(PASSPHRASE))
        terminal.send("\r")
        terminal.wait_for(f"{SECRET} {KANA} half", "Enter begins a new line")


def test_killed_or_ended_while_writing_the_text_is_sealed_and_offered_again(
    place: Path, vault: Path
) -> None:
    with window(vault, "--lang", "en") as terminal:
        unlock(terminal)
        write_secrets(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 143
    assert found_below(place, SECRETS) == []
    with window(vault, "--lang", "en") as terminal:
        unlock(terminal)
        terminal.wait_for("Being written: sentinel")


@pytest.mark.parametrize("where", ["handler", "worker", "thread"])
def test_a_mistake_in_a_locked_session_says_no_value_leaves_none_and_does_not_end_well(
    place: Path, vault: Path, where: str
) -> None:
    child = Path(__file__).with_name("failing_child.py")
    with window(vault, command=[sys.executable, str(child), where]) as terminal:
        unlock(terminal)
        write_secrets(terminal)
        after = len(terminal.output)
        terminal.type("\x11")
        assert terminal.ended() == 1
        last = terminal.output[after:].rpartition(b"\x1b[?1049l")[2]
        assert b"stepup stopped over a mistake of its own" in last
        assert SECRET.encode() not in last
        assert b"Traceback" not in terminal.output
        assert restored(terminal.output)
    assert found_below(place, SECRETS) == []


def test_secrets_are_asked_for_unseen_and_the_code_has_to_be_typed_back(place: Path) -> None:
    vault = place / "vault"
    asked = pexpect.spawn(
        str(PROGRAM), ["--lang", "en", "lock", "set"], timeout=60, encoding="utf-8",
        env={**os.environ, "STEPUP_HOME": str(vault)},
    )  # fmt: skip
    said = ""
    for prompt, answer in (
        ("New passphrase: ", PASSPHRASE),
        ("The same once more: ", PASSPHRASE),
    ):
        asked.expect(prompt)
        said += asked.before
        asked.sendline(answer)
    asked.expect("Type it from your paper")
    said += asked.before
    code = "".join(re.findall(r"[0-9A-Z-]{20,}", said))
    assert len(code) == 47
    assert "nobody can open the notebook again" in said
    assert "years" in said
    asked.sendline(locking.new_code())
    asked.expect("another code")
    asked.sendline(code.lower())
    asked.expect("The notebook is locked")
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0
    assert PASSPHRASE not in said
    again = pexpect.spawn(
        str(PROGRAM),
        ["--lang", "en", "show"],
        timeout=60,
        env={**os.environ, "STEPUP_HOME": str(vault)},
    )
    again.expect("Passphrase: ")
    again.sendline("wrong")
    again.expect("does not open the notebook")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 1


def titled(terminal: Terminal, words: str) -> bool:
    """Whether words stand in the title, beside the rail."""
    return words in terminal.text.splitlines()[1][13:]


def age(*arguments: str, secret: str = "") -> None:
    asked = pexpect.spawn(tool("age"), list(arguments), timeout=60)
    if secret:
        asked.expect("passphrase")
        asked.sendline(secret)
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0, asked.before


def test_debians_age_opens_every_file_of_a_locked_notebook_with_the_passphrase_or_the_code(
    place: Path,
) -> None:
    vault, key = place / "vault", place / "key.txt"
    stepup(vault, "log", "--win", typed=f"{SECRET} {KANA}")
    done = stepup(vault, "lock", "set", "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
    stepup(
        vault,
        "log",
        "--mood",
        "2",
        "--date",
        "2025-05-31",
        "--passphrase-stdin",
        typed=f"{PASSPHRASE}\n",
    )
    with window(vault, "--lang", "en") as terminal:
        terminal.wait_for("Locked", "Enter opens")
        terminal.send(f"{PASSPHRASE}\r")
        terminal.wait_for("Begin")
        terminal.type("\r")
        terminal.wait_for("Mood", "That's it for today")
        write_secrets(terminal)
        terminal.type("\x0c")
        terminal.wait_for("Locked", "Enter opens")
    age("-d", "-o", str(key), str(vault / "identity.age"), secret=PASSPHRASE)
    recovered = place / "recovered.txt"
    age("-d", "-o", str(recovered), str(vault / "recovery.age"), secret=done.stdout.strip())
    assert recovered.read_bytes() == key.read_bytes()
    files = [path for path in vault.glob("*/*.age") if path.is_file()]
    assert {path.parent.name for path in files} == {"manifests", "data", "drafts"}
    for number, path in enumerate(files):
        age("-d", "-i", str(key), "-o", str(place / f"plain{number}"), str(path))
        assert json.loads((place / f"plain{number}").read_bytes())
    plain = b"".join((place / f"plain{number}").read_bytes() for number in range(len(files)))
    assert plain.count(f"{SECRET} {KANA}".encode()) >= 2


def test_a_key_file_that_debians_age_wrote_opens_the_notebook(place: Path) -> None:
    vault, key = place / "vault", place / "key.txt"
    stepup(vault, "log", "--win", typed=SECRET)
    stepup(vault, "lock", "set", "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
    age("-d", "-o", str(key), str(vault / "identity.age"), secret=PASSPHRASE)
    key.write_bytes(b"# created by hand\n\n" + key.read_bytes())
    (vault / "identity.age").unlink()
    asked = pexpect.spawn(
        tool("age"), ["-p", "-o", str(vault / "identity.age"), str(key)], timeout=60
    )
    for prompt in ("passphrase", "(?i)confirm"):
        asked.expect(prompt)
        asked.sendline("other words")
    asked.expect(pexpect.EOF)
    shown = stepup(vault, "show", "--passphrase-stdin", typed="other words\n")
    assert SECRET in shown.stdout, shown.stderr


def test_no_network_socket_is_opened_on_any_screen_or_by_any_command(
    place: Path, vault: Path
) -> None:
    log = place / "calls"
    traced = [
        tool("strace"),
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-A",
        "-o",
        str(log),
        "-e",
        "trace=%network",
    ]
    with window(vault, "--lang", "en", command=[*traced, str(PROGRAM)]) as terminal:
        unlock(terminal)
        terminal.type("3")
        terminal.wait_for("So-so")
        for key, words in (
            ("\x1bOR", "Goals"), ("\x1bOS", "Journal"), ("\x1b[15~", "Rhythm"), ("\x1b[17~", "Stages"),
            ("\x1b[21~", "More"), ("\x1b[23~", "Settings"), ("\x1bOP", "Help"), ("\x06", "Search"),
            ("\x1bOQ", "November"), ("e", "hard moments"), ("o", "Drawer"), ("\x10", "Menu"),
        ):  # fmt: skip
            terminal.send(key)
            terminal.until(partial(titled, terminal, words))
        terminal.send("\x11")
        assert terminal.ended() == 0
    commands = (
        ("show",), ("log", "--mood", "2"), ("export", "json"), ("history",), ("undo",), ("doctor",),
        ("backup", str(place / "copy")), ("restore", str(place / "copy"), "--into", str(place / "again")),
        ("lock", "change"), ("doctor", "--privacy"), ("path",), ("--help",), ("--version",), ("lock", "status"),
    )  # fmt: skip
    for command in commands:
        asks = command[0] not in ("path", "--help", "--version") and command[-1] != "status"
        script = [*traced, str(PROGRAM), *command, *(["--passphrase-stdin"] if asks else [])]
        import subprocess

        typed = f"{PASSPHRASE}\n{PASSPHRASE}\n".encode()
        done = subprocess.run(
            script, input=typed, env={**os.environ, "STEPUP_HOME": str(vault)},
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stderr)
    calls = log.read_text()
    assert not re.findall(r"\b(?:socket|connect|bind|listen|accept4?)\(.*", calls)
    # What is left is the pair by which the window's loop wakes itself.
    assert set(re.findall(r"AF_[A-Z0-9]+", calls)) <= {"AF_UNIX"}
    assert "socketpair(" in calls
