"""Fault 1: each system call the vault makes on its own files fails in turn; saved means saved, and nothing breaks."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.vault.faulty_child import NEW
from tests.vault.support import everything, new, open_vault, save

from stepup.vault.doctor import diagnose

CHILD = str(Path(__file__).with_name("faulty_child.py"))
ERRORS = ("ENOSPC", "EIO")


def why_not() -> str | None:
    """Why calls cannot be made to fail on this machine; None when they can."""
    if shutil.which("strace") is None:
        return "needs strace (Debian package strace)"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return None if tried.returncode == 0 else "needs permission to trace a child (ptrace)"


REASON = why_not()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.outside,
    pytest.mark.skipif(REASON is not None, reason=str(REASON)),
]


class Tracer:
    """Runs the child on a fresh copy of one vault, watching that vault's paths alone."""

    def __init__(self, tmp_path: Path) -> None:
        self.root = tmp_path / "vault"
        self.log = tmp_path / "log"
        self.template = tmp_path / "template"
        vault = open_vault(self.template)
        vault.commit([new("a", "core", text="old"), new("a", text="old")], ["both"])
        save(vault, "b")
        self.start_afresh()
        subprocess.run([sys.executable, CHILD, str(self.root)], check=True, capture_output=True)
        # Every name there is before, in between and after.
        made = {self.root / "manifests" / "000004-000003.tmp"}
        self.paths = sorted({self.root, *self.root.rglob("*"), *made})

    def start_afresh(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.template, self.root)

    def run(self, *options: str) -> str:
        watched = [option for path in self.paths for option in ("-P", str(path))]
        done = subprocess.run(
            [
                "strace",
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-o",
                str(self.log),
                *watched,
                *options,
                sys.executable,
                CHILD,
                str(self.root),
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout

    def calls(self) -> Counter[str]:
        """How often each system call is made on the vault's paths when nothing fails."""
        self.start_afresh()
        assert self.run("--trace=%file,%desc") == "saved"
        names = re.findall(r"^\d+ +(\w+)\(", self.log.read_text(), re.MULTILINE)
        return Counter(names)


def test_each_system_call_on_the_vault_may_fail(tmp_path: Path) -> None:
    tracer = Tracer(tmp_path)
    calls = tracer.calls()
    assert {"openat", "read", "write", "fsync", "flock", "close"} <= set(calls)
    outcomes: Counter[str] = Counter()
    for call, times in calls.items():
        for number in range(1, times + 1):
            tracer.start_afresh()
            error = ERRORS[number % 2]
            said = tracer.run(f"--trace={call}", f"--inject={call}:error={error}:when={number}")
            which = f"{call} number {number} with {error}: {said}"
            vault = open_vault(tracer.root)
            assert vault.read_only is None, which
            texts = {
                shard: tables["win"]["a"]["text"] for shard, tables in everything(vault).items()
            }
            whole = [
                {"core": text, "2026": text}
                for text in ((NEW,) if said == "saved" else ("old", NEW))
            ]
            assert texts in whole, which
            assert diagnose(tracer.root).whole, which
            save(vault, "z")
            outcomes[said] += 1
    assert outcomes["saved"] < sum(outcomes.values())
