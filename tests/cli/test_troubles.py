"""A vault in trouble, every command, both languages: a sentence, an exit code, nothing changed."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.support import (
    Caller,
    damage_shard,
    make_newer,
    newest_manifest,
    run,
    state_of,
)

from stepup.domain.problem import ProblemCode
from stepup.i18n import _, set_language
from stepup.words.problems import SENTENCES

COMMANDS = {
    "log": ("log",),
    "log mood": ("log", "--mood", "3"),
    "log texts": ("log", "--win", "--journal"),
    "show": ("show",),
    "show json": ("show", "--json"),
    "show stretch": ("show", "2020-01-01..2026-12-31"),
    "export": ("export", "json"),
    "export file": ("export", "json", "--out", "{}/out.json"),
    "backup": ("backup", "{}/copy"),
    "history": ("history",),
    "undo": ("undo",),
    "undo numbered": ("undo", "3"),
    "doctor": ("doctor",),
}


def put_a_file_in_its_place(vault: Path) -> None:
    shutil.rmtree(vault)
    vault.write_text("mine")


def put_a_file_in_a_folders_place(vault: Path) -> None:
    shutil.rmtree(vault / "manifests")
    (vault / "manifests").write_text("mine")


def empty_the_manifest(vault: Path) -> None:
    newest_manifest(vault).write_bytes(b"")


def put_a_link_in_its_place(vault: Path) -> None:
    path = newest_manifest(vault)
    path.rename(vault / "elsewhere")
    path.symlink_to(vault / "elsewhere")


def take_all_manifests(vault: Path) -> None:
    for path in (vault / "manifests").iterdir():
        path.unlink()


TROUBLES: dict[str, tuple[Callable[[Path], None], ProblemCode]] = {
    "a file is the vault": (put_a_file_in_its_place, ProblemCode.VAULT_NOT_A_FOLDER),
    "a file is a folder": (put_a_file_in_a_folders_place, ProblemCode.VAULT_NOT_A_FOLDER),
    "a newer version": (make_newer, ProblemCode.VAULT_NEWER),
    "an emptied manifest": (empty_the_manifest, ProblemCode.VAULT_DAMAGED),
    "a link is the manifest": (put_a_link_in_its_place, ProblemCode.FILE_NOT_REGULAR),
    "no manifest at all": (take_all_manifests, ProblemCode.VAULT_DAMAGED),
    "a damaged shard": (damage_shard, ProblemCode.SHARD_DAMAGED),
}
# With these an older state opens for reading.
OLDER_STATE = {ProblemCode.VAULT_DAMAGED, ProblemCode.FILE_NOT_REGULAR}
# These neither read a shard nor say anything of one that would be wrong.
UNTOUCHED = {("history", "a damaged shard")}
# There the code depends on which of the two saves compared is the damaged one.
OTHER_CODES = {
    ("undo", "a damaged shard"): ProblemCode.GENERATION_GONE,
    ("undo numbered", "a damaged shard"): ProblemCode.GENERATION_GONE,
}


def says(code: ProblemCode, line: str) -> bool:
    """Whether a line is a problem's sentence in the language in use, with its gaps filled."""
    parts = re.split(r"\{\w+\}", _(SENTENCES[code]))
    return re.fullmatch(".+".join(map(re.escape, parts)), line) is not None


def fill(call: Caller) -> None:
    assert call("log", "--date", "2025-05-05", "--mood", "2").code == 0
    assert call("log", "--mood", "3", "--win", typed="a win").code == 0


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_vault_in_trouble_is_told_and_left_as_it_is(
    call: Caller, vault: Path, tmp_path: Path, command: str, trouble: str, language: str
) -> None:
    fill(call)
    spoil, code = TROUBLES[trouble]
    spoil(vault)
    before = state_of(vault)

    arguments = (part.format(tmp_path) for part in COMMANDS[command])
    done = call(*arguments, "--lang", language, typed="win\njournal")

    assert state_of(vault) == before
    if (command, trouble) in UNTOUCHED:
        assert (done.code, done.err) == (0, "")
        return
    assert done.code == 1
    code = OTHER_CODES.get((command, trouble), code)
    assert says(code, done.err.splitlines()[-1]), done.err
    # An export of the older state says first, as each export does, its file and what is never in it.
    exported = "export" in command and code in OLDER_STATE
    before_that = (2 if command == "export file" else 1) if exported else 0
    assert done.err.count("\n") == before_that + 1
    assert not os.path.lexists(tmp_path / "copy")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_may_not_be_read_is_told_and_left_as_it_is(
    call: Caller, vault: Path, tmp_path: Path, command: str, language: str
) -> None:
    fill(call)
    before = state_of(vault)
    vault.chmod(0o000)
    # Root reads everything unless it gives these two rights up.
    rights = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    try:
        done = run(
            *(part.format(tmp_path) for part in COMMANDS[command]),
            *("--lang", language),
            typed=b"win\njournal",
            before=rights if os.geteuid() == 0 else (),
        )
    finally:
        vault.chmod(0o700)

    set_language("ja" if language == "ja" else "en")
    assert (done.code, done.out) == (1, b"")
    assert says(ProblemCode.VAULT_NOT_READABLE, done.err.removesuffix("\n")), done.err
    assert state_of(vault) == before


def test_an_older_state_is_shown_with_a_word_that_it_is_older(call: Caller, vault: Path) -> None:
    fill(call)
    empty_the_manifest(vault)

    done = call("show", "2025-05-05")

    assert done.code == 1
    assert "Mood: Hard" in done.text
    assert "as it was at save 2" in done.err


def test_a_damaged_year_leaves_the_other_years_readable(call: Caller, vault: Path) -> None:
    fill(call)
    damage_shard(vault)

    assert call("show", "2025-05-05").code == 0
    assert call("log", "--date", "2025-05-06", "--mood", "4").code == 0
    assert call("show").out == b""


def test_a_folder_for_reading_only_is_read_and_not_written(call: Caller, vault: Path) -> None:
    fill(call)
    before = state_of(vault)
    folders = [vault, vault / "manifests", vault / "data"]
    for folder in folders:
        folder.chmod(0o500)
    rights = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    before_call = rights if os.geteuid() == 0 else ()
    try:
        for command, expected in (("show", 0), ("history", 0), ("doctor", 0), ("log", 1)):
            done = run(command, before=before_call)
            assert done.code == expected
            assert done.err.count("\n") == expected
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert state_of(vault) == before
