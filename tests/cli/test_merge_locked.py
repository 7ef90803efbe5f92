"""`stepup merge` with a locked notebook: its own passphrase is asked for, and nothing is changed by a wrong one."""

from __future__ import annotations

import getpass
import shutil
from pathlib import Path

import pytest
from tests.cli.support import Caller, Done, state_of
from tests.vault.support import snapshot

from stepup.cli import key

OWN, OTHER = "correct horse", "battery 合言葉"
SECRET = "sentinel-of-a-secret-life"


pytestmark = pytest.mark.usefixtures("cheap_keys")


def lock(call: Caller, root: Path, passphrase: str) -> None:
    done = call("lock", "set", "--vault", str(root), "--passphrase-stdin", typed=f"{passphrase}\n")
    assert done.code == 0, done.err


@pytest.fixture
def away(call: Caller, vault: Path, tmp_path: Path) -> Path:
    """A copy of the notebook with a lock of its own, in which something was written."""
    call("log", "--win", typed="both")
    root = Path(shutil.copytree(vault, tmp_path / "away"))
    call("log", "--vault", str(root), "--win", typed=SECRET)
    call("log", "--win", typed="home")
    lock(call, root, OTHER)
    return root


@pytest.fixture(params=["folder", "copy"])
def other(request: pytest.FixtureRequest, call: Caller, away: Path, tmp_path: Path) -> Path:
    """The other notebook, as its folder or as a copy of it in one file."""
    if request.param == "folder":
        return away
    stick = tmp_path / "stick.zip"
    arguments = ("backup", "--vault", str(away), str(stick), "--passphrase-stdin")
    assert call(*arguments, typed=f"{OTHER}\n").code == 0
    return stick


def told(done: Done, sentence: str) -> bool:
    lines = done.err.strip().splitlines()
    return done.code == 1 and done.out == b"" and len(lines) == 1 and sentence in lines[0]


def test_its_passphrase_is_the_first_line_where_ours_has_no_lock(
    call: Caller, vault: Path, other: Path, tmp_path: Path
) -> None:
    there = snapshot(tmp_path / "away")
    done = call("merge", str(other), "--passphrase-stdin", typed=f"{OTHER}\ny\n")
    assert done.code == 0, done.err
    assert "This notebook has no lock" in done.err
    assert call("show").text.count(SECRET) == 1
    assert snapshot(tmp_path / "away") == there
    again = call("merge", str(other), "--passphrase-stdin", "--yes", typed=f"{OTHER}\n")
    assert (again.code, again.err) == (0, "")
    assert again.text == "Everything in the other notebook is here already.\n"


def test_its_passphrase_is_the_next_line_where_ours_has_a_lock(
    call: Caller, vault: Path, other: Path, tmp_path: Path
) -> None:
    lock(call, vault, OWN)
    before = state_of(vault)
    typed = f"{OWN}\n{OTHER}\n"
    dry = call("merge", str(other), "--dry-run", "--passphrase-stdin", typed=typed)
    assert (dry.code, dry.err) == (0, "")
    assert dry.text == "1 entry that only the other notebook has\nSmall wins: 1\n"
    assert state_of(vault) == before
    assert call("merge", str(other), "--yes", "--passphrase-stdin", typed=typed).code == 0
    assert SECRET in call("show", "--passphrase-stdin", typed=f"{OWN}\n").text
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes()
    assert call("undo", "--passphrase-stdin", typed=f"{OWN}\n").code == 0
    assert SECRET not in call("show", "--passphrase-stdin", typed=f"{OWN}\n").text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (f"{OWN}\nwrong\n", "This passphrase does not open the other notebook."),
        (f"{OTHER}\n{OTHER}\n", "This passphrase does not open the notebook."),
        (f"{OWN}\n\n", "at least one letter"),
        (f"{OWN}\n", "The input ended"),
    ],
)
def test_a_wrong_or_missing_passphrase_is_one_sentence_and_changes_nothing(
    call: Caller, vault: Path, other: Path, tmp_path: Path, typed: str, sentence: str
) -> None:
    lock(call, vault, OWN)
    before = state_of(tmp_path)
    done = call("merge", str(other), "--yes", "--passphrase-stdin", typed=typed)
    assert told(done, sentence), done.err
    assert state_of(tmp_path) == before


def test_it_is_told_in_japanese_too(call: Caller, vault: Path, other: Path) -> None:
    arguments = ("merge", str(other), "--lang", "ja", "--passphrase-stdin")
    assert told(call(*arguments, typed="wrong\n"), "もう一つのノートは開きませんでした")


def test_without_a_terminal_it_says_how_it_is_given(call: Caller, vault: Path, other: Path) -> None:
    before = state_of(vault)
    assert told(call("merge", str(other), "--yes"), "--passphrase-stdin")
    assert state_of(vault) == before


def test_in_a_terminal_it_is_asked_for_unseen_by_the_name_of_the_other_one(
    call: Caller, vault: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(call, vault, OWN)
    asked = []

    def answer(prompt: str, stream: object) -> str:
        asked.append(prompt)
        return OTHER if "other" in prompt else OWN

    monkeypatch.setattr(key, "need_terminal", lambda: None)
    monkeypatch.setattr(getpass, "getpass", answer)
    assert call("merge", str(other), "--yes").code == 0
    assert asked == ["Passphrase: ", "Passphrase of the other notebook: "]


def test_what_the_key_of_ours_opens_is_not_asked_for(
    call: Caller, vault: Path, tmp_path: Path
) -> None:
    call("log", "--win", typed="both")
    lock(call, vault, OWN)
    root = Path(shutil.copytree(vault, tmp_path / "same"))
    arguments = ("log", "--vault", str(root), "--win", "--passphrase-stdin")
    assert call(*arguments, typed=f"{OWN}\n{SECRET}\n").code == 0
    done = call("merge", str(root), "--yes", "--passphrase-stdin", typed=f"{OWN}\n")
    assert done.code == 0, done.err
    assert SECRET in call("show", "--passphrase-stdin", typed=f"{OWN}\n").text


def test_what_a_sync_tool_put_aside_in_a_locked_notebook_is_joined_with_its_key(
    call: Caller, vault: Path, tmp_path: Path
) -> None:
    call("log", "--win", typed="both")
    lock(call, vault, OWN)
    root = Path(shutil.copytree(vault, tmp_path / "same"))
    for folder, win in ((root, SECRET), (vault, "home")):
        arguments = ("log", "--vault", str(folder), "--win", "--passphrase-stdin")
        assert call(*arguments, typed=f"{OWN}\n{win}\n").code == 0
    newest = max((root / "manifests").iterdir())
    number = newest.name.partition(".")[0]
    (vault / "manifests" / f"{number} (競合コピー).json.age").write_bytes(newest.read_bytes())
    for file in (root / "data").iterdir():
        (vault / "data" / file.name).write_bytes(file.read_bytes())
    assert "競合コピー" in call("doctor", "--passphrase-stdin", typed=f"{OWN}\n").text
    assert call("merge", "--yes", "--passphrase-stdin", typed=f"{OWN}\n").code == 0
    shown = call("show", "--passphrase-stdin", typed=f"{OWN}\n").text
    assert all(win in shown for win in ("both", SECRET, "home"))
