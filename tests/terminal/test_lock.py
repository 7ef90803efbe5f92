"""Faults 7, 11, 16, 17 in a real terminal: what a locked session leaves behind, and what age makes of it."""

import json
import os
import re
import signal
import sys
from pathlib import Path

import pexpect
import pytest
from tests.leaks import found_below, spellings
from tests.terminal.locked import PASSPHRASE, SECRET, tool, unlock
from tests.terminal.support import PROGRAM, Terminal, restored, window
from tests.terminal.test_terminal import stepup

from stepup.notebook import locking

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.outside,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing"),
]

KANA = "ひみつの番兵"
SECRETS = (SECRET, KANA, PASSPHRASE)


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


def told_by_the_system(pid: int) -> list[str]:
    """What the system tells of a process in which a secret stands, and files of it that have no name any more."""
    process = Path(f"/proc/{pid}")
    told = {name: (process / name).read_bytes() for name in ("cmdline", "comm", "environ")}
    wanted = [spelling for text in SECRETS for spelling in spellings(text)]
    open_files = [str(file.readlink()) for file in (process / "fd").iterdir()]
    return [
        *(name for name, data in told.items() if any(one in data for one in wanted)),
        *(name for name in open_files if name.endswith("(deleted)")),
    ]


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
        assert not told_by_the_system(terminal.pid)
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
