"""Faults 4 and 5: no space, then space again; a folder that may be read and not written."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.vault.support import document, everything, new, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Writer

UNPRIVILEGED = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond size bytes: the kernel refuses as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 100, 600])
def test_a_save_that_finds_no_space_leaves_nothing_behind_and_works_later(
    tmp_path: Path, size: int
) -> None:
    vault = open_vault(tmp_path)
    save(vault, "a", text="old")
    before = snapshot(tmp_path)
    put = new("b", text="x" * 1_000)
    with largest_file(size), pytest.raises(Problem) as refused:
        vault.commit([put], ["b"])
    assert refused.value.code is ProblemCode.DISK_FULL
    assert snapshot(tmp_path) == before
    assert vault.commit([put], ["b"]).generation == 3
    assert set(open_vault(tmp_path).read("2026")["win"]) == {"a", "b"}


def test_a_full_disk_at_the_very_first_start_is_a_clear_problem_and_no_ruin(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "vault")
    with largest_file(0), pytest.raises(Problem) as refused:
        vault.commit([new("a")], ["a"])
    assert refused.value.code is ProblemCode.DISK_FULL
    assert open_vault(tmp_path / "vault").is_new
    save(vault, "a")
    assert everything(open_vault(tmp_path / "vault")) == {"2026": {"win": {"a": document("a")}}}


def test_the_writer_keeps_what_found_no_space_and_saves_it_when_there_is(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    vault.create()
    writer = Writer(vault, on_state=lambda _: None, on_committed=lambda _: None, settle=0)
    with largest_file(10):
        writer.put([new("a", text="x" * 100)], "a")
        assert not writer.flush(5)
        assert writer.state.problem is not None
        assert writer.state.problem.code is ProblemCode.DISK_FULL
    assert writer.close(5)
    assert set(open_vault(tmp_path).read("2026")["win"]) == {"a"}


def why_not() -> str | None:
    """Why a folder cannot be made read-only for this account; None when it can."""
    if os.geteuid() != 0:
        return None
    if shutil.which("setpriv") is None:
        return "runs as root and needs setpriv (Debian package util-linux)"
    tried = subprocess.run([*UNPRIVILEGED, "true"], capture_output=True, check=False)
    return None if tried.returncode == 0 else "runs as root and may not drop capabilities"


READING = """
import json, pathlib, sys
from datetime import datetime
from stepup.domain.problem import Problem
from stepup.vault import Drafts, Put, Vault
from stepup.vault.doctor import diagnose
said = []
root = pathlib.Path(sys.argv[1])
try:
    vault = Vault.open(root, now=datetime.now)
    said.append(str(vault.read_only and vault.read_only.code))
    said.append(json.dumps(vault.read("2026")))
    said.append(str(diagnose(root).whole))
    try:
        vault.commit([Put("2026", "win", "z", {}, None)], [])
    except Problem as problem:
        said.append(f"{problem.code} {problem.details.get('why')}")
    try:
        Drafts(root, "one").keep("journal", "text")
    except Problem as problem:
        said.append(str(problem.code))
except Problem as problem:
    said.append(str(problem))
print(json.dumps(said))
"""


def as_someone_else(root: Path) -> list[str]:
    prefix = UNPRIVILEGED if os.geteuid() == 0 else []
    done = subprocess.run(
        [*prefix, sys.executable, "-c", READING, str(root)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    said: list[str] = json.loads(done.stdout)
    return said


@pytest.fixture
def locked_down(tmp_path: Path) -> Iterator[Path]:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    save(open_vault(tmp_path / "vault"), "a")
    yield tmp_path / "vault"
    for folder in (tmp_path / "vault", *(tmp_path / "vault").iterdir()):
        folder.chmod(0o700)


@pytest.mark.outside
@pytest.mark.parametrize("closed", ["", "manifests", "data"])
def test_a_read_only_folder_is_read_and_nothing_more(locked_down: Path, closed: str) -> None:
    before = snapshot(locked_down)
    for folder in [locked_down / closed] if closed else [locked_down, *locked_down.glob("*/")]:
        folder.chmod(0o500)
    read_only, tables, whole, *refused = as_someone_else(locked_down)
    assert read_only == ProblemCode.VAULT_READ_ONLY_FOLDER
    assert json.loads(tables) == {"win": {"a": {"id": "a"}}}
    assert whole == "True"
    assert refused[0] == f"{ProblemCode.READ_ONLY} {ProblemCode.VAULT_READ_ONLY_FOLDER}"
    if not closed:
        assert refused[1] == ProblemCode.VAULT_READ_ONLY_FOLDER
        assert snapshot(locked_down) == before


@pytest.mark.outside
@pytest.mark.parametrize("closed", ["", "manifests", "manifests/000002.json"])
def test_what_may_not_be_read_is_a_clear_problem(locked_down: Path, closed: str) -> None:
    (locked_down / closed).chmod(0)
    (said,) = as_someone_else(locked_down)
    (locked_down / closed).chmod(0o700)
    assert said.startswith(ProblemCode.VAULT_NOT_READABLE)
    assert str(locked_down) not in said


@pytest.mark.outside
def test_a_new_vault_where_nothing_may_be_made_is_a_clear_problem(locked_down: Path) -> None:
    locked_down.chmod(0o500)
    read_only, tables, _, refused, draft = as_someone_else(locked_down / "deeper" / "vault")
    assert (read_only, tables) == (ProblemCode.VAULT_READ_ONLY_FOLDER, "{}")
    assert refused == f"{ProblemCode.READ_ONLY} {ProblemCode.VAULT_READ_ONLY_FOLDER}"
    assert draft == ProblemCode.VAULT_READ_ONLY_FOLDER
