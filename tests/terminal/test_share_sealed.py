"""A file handed over with a passphrase, in a real terminal: what age makes of it, by the recipe that is printed."""

import os
import shlex
import sys
import unicodedata
from pathlib import Path

import pexpect
import pytest
from tests.terminal.locked import tool
from tests.terminal.support import PROGRAM
from tests.terminal.test_terminal import stepup

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.outside,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing"),
]

SECRET = "sentinel-of-a-secret-life"
PASSPHRASE = "がぎぐ four boats under rain"
NAMES = ["page.html.age", "相談の紙.txt.age", "for her.md.age", "-page.html.age"]


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    vault = tmp_path / "vault"
    assert stepup(vault, "log", "--win", typed=f"{SECRET}\n").returncode == 0
    return vault


@pytest.mark.parametrize("name", NAMES)
def test_debians_age_opens_a_file_handed_over_by_the_command_that_is_printed_with_it(
    vault: Path, name: str
) -> None:
    tool("age")
    form = name.split(".")[1]
    command = [
        "share", "--for", "self", "--from", "2000-01-01", "--section", "wins", "--format", form,
        f"--out={name}",
    ]  # fmt: skip
    asked = pexpect.spawn(
        str(PROGRAM), ["--lang", "en", *command], timeout=60, encoding="utf-8",
        env={**os.environ, "STEPUP_HOME": str(vault)},
    )  # fmt: skip
    said = ""
    for prompt in ("Passphrase for the file: ", "The same once more: "):
        asked.expect_exact(prompt)
        said += asked.before
        asked.sendline(unicodedata.normalize("NFD", PASSPHRASE))  # a key is made of one form alone
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0, asked.before
    assert "apart from the file" in said
    assert PASSPHRASE not in said + asked.before
    [recipe] = [line.strip() for line in asked.before.splitlines() if "age -d" in line]
    assert SECRET.encode() not in Path(name).read_bytes()

    typed = shlex.split(recipe)
    opening = pexpect.spawn(typed[0], typed[1:], timeout=60)
    opening.expect("passphrase")
    opening.sendline(PASSPHRASE)
    opening.expect(pexpect.EOF)
    opening.close()
    assert opening.exitstatus == 0, opening.before
    assert SECRET in Path(name.removesuffix(".age")).read_text()
