"""Opening: new is told from damaged, what is not understood is not touched, and not one byte is written."""

import os
import re
from functools import partial
from pathlib import Path

import pytest
from tests.vault.support import document, everything, new, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Vault, manifest
from stepup.vault.manifest import Manifest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault of three generations: core and 2026 in the second, 2026 again in the third."""
    vault = open_vault(tmp_path / "vault")
    vault.commit([new("g", "core", "goal"), new("a", text="one")], ["first"])
    save(vault, "a", text="two")
    return vault.root


def head_file(root: Path, shard: str = "2026") -> Path:
    return max((root / "data").glob(f"{shard}-*"))


def text_in(vault: Vault) -> str:
    return str(vault.read("2026")["win"]["a"]["text"])


def refused_commit(vault: Vault) -> Problem:
    before = snapshot(vault.root)
    with pytest.raises(Problem) as refused:
        vault.commit([new("z")], ["z"])
    assert snapshot(vault.root) == before
    return refused.value


def test_a_folder_that_is_not_there_is_new_and_stays_not_there(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "none" / "yet")
    assert (vault.is_new, vault.generation, vault.shards(), vault.read_only) == (True, 0, (), None)
    assert vault.read("core") == {}
    assert vault.refresh() == frozenset()
    assert list(tmp_path.iterdir()) == [path for path in tmp_path.iterdir() if path.name != "none"]


def test_the_first_act_makes_generation_one_with_no_shards(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "vault")
    vault.create()
    assert (vault.is_new, vault.generation, vault.shards()) == (False, 1, ())
    assert "JSON" in (vault.root / "README.txt").read_text(encoding="utf-8")
    vault.create()
    assert vault.generation == 1


def test_opening_and_reading_write_nothing(root: Path) -> None:
    before = snapshot(root)
    vault = open_vault(root)
    everything(vault)
    vault.history()
    vault.refresh()
    assert snapshot(root) == before


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o022])
def test_every_file_is_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        vault = open_vault(tmp_path / "vault")
        save(vault, "a")
        found = [
            (path, path.stat().st_mode & 0o777) for path in [vault.root, *vault.root.rglob("*")]
        ]
    finally:
        os.umask(old)
    assert len(found) == 8
    assert {
        (path.name, mode) for path, mode in found if mode != (0o700 if path.is_dir() else 0o600)
    } == set()


def test_data_without_a_manifest_is_never_new(root: Path) -> None:
    for path in (root / "manifests").iterdir():
        path.unlink()
    vault = open_vault(root)
    assert not vault.is_new
    assert vault.read_only is not None
    assert vault.read_only.code is ProblemCode.VAULT_DAMAGED
    assert vault.read_only.details["generation"] == 0
    assert refused_commit(vault).code is ProblemCode.READ_ONLY


def test_any_emptied_file_of_the_head_opens_the_newest_that_verifies(root: Path) -> None:
    for path in (root / "manifests" / "000003.json", head_file(root)):
        kept = path.read_bytes()
        path.write_bytes(b"")
        vault = open_vault(root)
        assert vault.read_only is not None
        assert vault.read_only.details == {"file": path.name, "generation": 2}
        assert text_in(vault) == "one"
        assert refused_commit(vault).code is ProblemCode.READ_ONLY
        path.write_bytes(kept)


def test_any_missing_file_of_the_head_opens_the_newest_that_verifies(root: Path) -> None:
    head_file(root).unlink()
    vault = open_vault(root)
    assert vault.read_only is not None
    assert vault.read_only.code is ProblemCode.VAULT_DAMAGED
    assert text_in(vault) == "one"


def test_a_manifest_cut_at_any_length_is_never_taken_for_whole(root: Path) -> None:
    path = root / "manifests" / "000003.json"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        vault = open_vault(root)
        assert vault.read_only is not None, length
        assert text_in(vault) == "one", length


def test_a_manifest_with_a_bit_flipped_anywhere_is_never_taken_for_whole(root: Path) -> None:
    path = root / "manifests" / "000003.json"
    whole = path.read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        path.write_bytes(flipped)
        vault = open_vault(root)
        assert vault.read_only is not None, place
        assert vault.generation == 2, place


def test_a_shard_cut_at_any_length_is_never_read(root: Path) -> None:
    path = head_file(root)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert text_in(open_vault(root)) == "one", length


def test_a_shard_with_a_bit_flipped_anywhere_is_refused_and_the_others_work(root: Path) -> None:
    path = head_file(root)
    whole = path.read_bytes()
    for bit in range(0, len(whole) * 8, 3):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        vault = open_vault(root)
        assert vault.read_only is None
        for read in (vault.read, partial(vault.find, pattern=re.compile(b"x"))):
            with pytest.raises(Problem) as refused:
                read("2026")
            assert refused.value.code is ProblemCode.SHARD_DAMAGED
            assert refused.value.details["shard"] == "2026"
        assert vault.read("core") == {"goal": {"g": document("g")}}


def test_a_damaged_shard_takes_no_changes_and_the_others_do(root: Path) -> None:
    path = head_file(root)
    path.write_bytes(path.read_bytes().replace(b"two", b"owt"))
    vault = open_vault(root)
    assert refused_commit(vault).code is ProblemCode.SHARD_DAMAGED
    save(vault, "h", "core", "goal")
    assert set(open_vault(root).read("core")["goal"]) == {"g", "h"}


def test_a_shard_that_goes_missing_while_open_is_a_clear_problem(root: Path) -> None:
    vault = open_vault(root)
    head_file(root).unlink()
    with pytest.raises(Problem) as refused:
        vault.read("2026")
    assert refused.value.code is ProblemCode.SHARD_MISSING
    assert refused_commit(vault).code is ProblemCode.READ_ONLY


def test_a_vault_put_right_again_can_be_saved_into_without_opening_anew(root: Path) -> None:
    path = root / "manifests" / "000003.json"
    whole = path.read_bytes()
    path.write_bytes(b"")
    vault = open_vault(root)
    refused_commit(vault)
    path.write_bytes(whole)
    save(vault, "b")
    assert vault.read_only is None
    assert vault.generation == 4


def test_what_was_known_stays_readable_when_the_head_goes_bad(root: Path) -> None:
    vault = open_vault(root)
    (root / "manifests" / "000003.json").write_bytes(b"")
    assert vault.refresh() == frozenset()
    assert vault.read_only is not None
    assert text_in(vault) == "two"
    assert refused_commit(vault).code is ProblemCode.READ_ONLY


def test_a_vault_that_is_emptied_while_open_is_not_begun_anew(root: Path) -> None:
    vault = open_vault(root)
    for folder in ("manifests", "data"):
        for path in (root / folder).iterdir():
            path.unlink()
    assert refused_commit(vault).details["why"] == ProblemCode.VAULT_DAMAGED
    vault.refresh()
    assert vault.read_only is not None


def test_a_newer_schema_is_refused_and_nothing_is_written(root: Path) -> None:
    _, data = manifest.encode(Manifest(4, None, 999, "2026-06-01T00:00:00", (), {}))
    (root / "manifests" / "000004.json").write_bytes(data)
    before = snapshot(root)
    with pytest.raises(Problem) as refused:
        open_vault(root)
    assert refused.value.code is ProblemCode.VAULT_NEWER
    assert refused.value.details == {"schema": 999, "known": 1}
    assert snapshot(root) == before


def test_a_window_refuses_to_save_over_a_newer_schema_that_came_while_it_was_open(
    root: Path,
) -> None:
    vault = open_vault(root)
    _, data = manifest.encode(Manifest(4, None, 999, "2026-06-01T00:00:00", (), {}))
    (root / "manifests" / "000004.json").write_bytes(data)
    assert refused_commit(vault).code is ProblemCode.VAULT_NEWER


def in_place_of(path: Path, kind: str) -> None:
    path.unlink()
    if kind == "link":
        path.symlink_to(path.with_name("elsewhere"))
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
@pytest.mark.parametrize("which", ["manifest", "shard"])
def test_a_link_pipe_or_folder_in_place_of_a_file_is_refused_and_left_alone(
    root: Path, kind: str, which: str
) -> None:
    path = root / "manifests" / "000003.json" if which == "manifest" else head_file(root)
    path.with_name("elsewhere").write_bytes(path.read_bytes())
    in_place_of(path, kind)
    vault = open_vault(root)
    assert vault.read_only is not None
    assert vault.read_only.code is ProblemCode.FILE_NOT_REGULAR
    assert vault.read_only.details["file"] == path.name
    assert text_in(vault) == "one"
    assert refused_commit(vault).code is ProblemCode.READ_ONLY


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_link_pipe_or_folder_in_place_of_the_lock_stops_saving_not_reading(
    root: Path, kind: str
) -> None:
    in_place_of(root / "lock", kind)
    vault = open_vault(root)
    assert text_in(vault) == "two"
    assert refused_commit(vault).code is ProblemCode.FILE_NOT_REGULAR


@pytest.mark.parametrize("name", ["", "manifests", "data"])
def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "vault"
    if name:
        root.mkdir()
    (root / name).write_text("a file")
    with pytest.raises(Problem) as refused:
        open_vault(root)
    assert refused.value.code is ProblemCode.VAULT_NOT_A_FOLDER
    assert (root / name).read_text() == "a file"


def test_folders_inside_the_vault_may_not_lead_elsewhere(root: Path) -> None:
    (root / "data").rename(root.parent / "elsewhere")
    (root / "data").symlink_to(root.parent / "elsewhere")
    with pytest.raises(Problem) as refused:
        open_vault(root)
    assert refused.value.code is ProblemCode.VAULT_NOT_A_FOLDER


def test_the_vault_itself_may_stand_on_another_drive(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    vault = open_vault(tmp_path / "link")
    save(vault, "b")
    assert set(open_vault(root).read("2026")["win"]) == {"a", "b"}


def test_a_manifest_that_names_a_file_elsewhere_is_damaged(root: Path) -> None:
    path = root / "manifests" / "000003.json"
    known = manifest.decode(path.read_bytes(), known_schema=1)
    entry = known.shards["2026"]
    for name in (
        "../data/" + entry.file,
        "core-000002-abcdef.json",
        "2026-000003-abcdef.json/..",
        "",
    ):
        fields = (
            path.read_bytes().split(b'"body":')[1][:-2].replace(entry.file.encode(), name.encode())
        )
        path.write_bytes(
            b'{"sha256":"' + manifest.sha256(fields).encode() + b'","body":' + fields + b"}\n"
        )
        assert open_vault(root).generation == 2, name


def test_files_that_are_not_ours_are_neither_read_nor_touched(root: Path) -> None:
    strange = [
        "manifests/000004.sync-conflict.json",
        "manifests/4.json",
        "manifests/0000003.json",
        "data/notes.txt",
    ]
    for name in strange:
        (root / name).write_text("not ours")
    vault = open_vault(root)
    assert vault.read_only is None
    for number in range(40):
        save(vault, f"r{number}")
    assert [(root / name).read_text() for name in strange] == ["not ours"] * 4
