"""Backup and restore: read back before it counts, never over anything, and no zip is taken at its word."""

import io
import stat
import warnings
import zipfile
from pathlib import Path

import pytest
from tests.vault.support import everything, new, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Disk, Vault, archive, manifest
from stepup.vault.backup import backup, restore
from stepup.vault.doctor import diagnose
from stepup.vault.manifest import Manifest

Members = list[tuple[zipfile.ZipInfo, bytes]]


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = open_vault(tmp_path / "vault")
    vault.commit([new("g", "core", "goal"), new("a", text="散歩"), new("b", "2025")], ["first"])
    save(vault, "a", text="あ" * 5_000)
    return vault


@pytest.fixture
def kept(vault: Vault, tmp_path: Path) -> Path:
    backup(vault, tmp_path / "stick.zip")
    return tmp_path / "stick.zip"


def members(path: Path) -> Members:
    with zipfile.ZipFile(path) as found:
        return [(info, found.read(info)) for info in found.infolist()]


def rezip(path: Path, contents: Members, compression: int = zipfile.ZIP_STORED) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for info, data in contents:
            info.compress_type = compression
            made.writestr(info, data)
    path.write_bytes(buffer.getvalue())


def named(name: str, mode: int = stat.S_IFREG | 0o600) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def refused_restore(path: Path, into: Path) -> Problem:
    beside = set(into.parent.iterdir())
    with pytest.raises(Problem) as refused:
        restore(path, into)
    assert set(into.parent.iterdir()) == beside
    return refused.value


def test_a_backup_restored_is_the_same_vault(vault: Vault, kept: Path, tmp_path: Path) -> None:
    before = snapshot(vault.root)
    result = restore(kept, tmp_path / "new")
    assert (result.generation, result.records) == (3, 3)
    again = open_vault(tmp_path / "new")
    assert everything(again) == everything(vault)
    assert diagnose(again.root).whole
    save(again, "c")
    assert again.generation == 4
    assert snapshot(vault.root) == before


def test_a_backup_opens_with_any_zip_program_and_holds_the_recipe(kept: Path) -> None:
    names = [info.filename for info, _ in members(kept)]
    assert names[:2] == ["README.txt", "manifests/000003.json"]
    assert [name.split("-")[0] for name in names[2:]] == ["data/core", "data/2026", "data/2025"]
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_stands_over_a_file(vault: Vault, kept: Path) -> None:
    before = kept.read_bytes()
    with pytest.raises(Problem) as refused:
        backup(vault, kept)
    assert refused.value.code is ProblemCode.BACKUP_EXISTS
    assert kept.read_bytes() == before


def test_a_file_that_comes_in_between_is_not_overwritten_either(
    vault: Vault, tmp_path: Path
) -> None:
    class Busy(Disk):
        def link(self, source: Path, target: Path) -> bool:
            target.write_bytes(b"someone else's")
            return super().link(source, target)

    path = tmp_path / "stick.zip"
    with pytest.raises(Problem) as refused:
        backup(open_vault(vault.root, Busy()), path)
    assert refused.value.code is ProblemCode.BACKUP_EXISTS
    assert path.read_bytes() == b"someone else's"
    assert {found.name for found in tmp_path.iterdir()} >= {"vault", "stick.zip"}
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_stick_that_writes_other_bytes_than_it_was_given_is_found_out(
    vault: Vault, tmp_path: Path
) -> None:
    class BadStick(Disk):
        def create(self, path: Path, data: bytes) -> None:
            super().create(
                path,
                data.replace("散歩".encode(), "歩散".encode()).replace(
                    "あ".encode(), "い".encode()
                ),
            )

    with pytest.raises(Problem) as refused:
        backup(open_vault(vault.root, BadStick()), tmp_path / "stick.zip")
    assert refused.value.code is ProblemCode.BACKUP_INVALID
    assert not list(tmp_path.glob("*stick*"))


def test_a_stick_without_hard_links_takes_a_backup(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(self: Path, target: Path) -> None:
        raise PermissionError(1, "")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    backup(vault, tmp_path / "stick.zip")
    assert restore(tmp_path / "stick.zip", tmp_path / "new").records == 3


def test_a_damaged_vault_is_not_backed_up_as_if_it_were_whole(vault: Vault, tmp_path: Path) -> None:
    path = next((vault.root / "data").glob("2025-*"))
    path.write_bytes(path.read_bytes().replace(b"b", b"c"))
    with pytest.raises(Problem) as refused:
        backup(vault, tmp_path / "stick.zip")
    assert refused.value.code is ProblemCode.SHARD_DAMAGED
    assert not (tmp_path / "stick.zip").exists()


def test_there_is_nothing_to_back_up_before_the_first_act(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        backup(open_vault(tmp_path / "none"), tmp_path / "stick.zip")
    assert refused.value.code is ProblemCode.NO_SUCH_GENERATION


def test_restoring_into_an_empty_folder_works_and_into_any_other_does_not(
    kept: Path, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    into.mkdir()
    assert restore(kept, into).records == 3
    before = snapshot(into)
    assert refused_restore(kept, into).code is ProblemCode.RESTORE_TARGET_NOT_EMPTY
    assert snapshot(into) == before
    (tmp_path / "file").write_text("x")
    assert refused_restore(kept, tmp_path / "file").code is ProblemCode.RESTORE_TARGET_NOT_EMPTY


def test_a_backup_cut_at_many_lengths_is_refused(kept: Path, tmp_path: Path) -> None:
    whole = kept.read_bytes()
    for length in [*range(0, len(whole), 97), *range(len(whole) - 100, len(whole))]:
        kept.write_bytes(whole[:length])
        assert refused_restore(kept, tmp_path / "new").code is ProblemCode.BACKUP_INVALID, length


def test_a_backup_with_a_bit_flipped_in_what_counts_is_refused(kept: Path, tmp_path: Path) -> None:
    contents = members(kept)
    for index, (info, data) in enumerate(contents[1:], 1):
        flipped = bytearray(data)
        flipped[len(data) // 2] ^= 1
        rezip(kept, [*contents[:index], (info, bytes(flipped)), *contents[index + 1 :]])
        problem = refused_restore(kept, tmp_path / "new")
        assert (problem.code, problem.details) == (ProblemCode.BACKUP_INVALID, {"why": "content"})


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/passwd",
        "data/../../evil",
        "C:\\evil",
        "data\\evil",
        "data/2026-000003-abcdef.json",
        "manifests/000004.json",
        "manifests/000004.json/",
        "drafts/x",
        "lock",
        "data/",
    ],
)
def test_a_name_that_has_no_place_in_a_backup_is_refused(
    kept: Path, tmp_path: Path, name: str
) -> None:
    rezip(kept, [*members(kept), (named(name), b"evil")])
    problem = refused_restore(kept, tmp_path / "new")
    assert (problem.code, problem.details) == (ProblemCode.BACKUP_INVALID, {"why": "name"})
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_name_that_comes_twice_is_refused(kept: Path, tmp_path: Path, which: int) -> None:
    contents = members(kept)
    rezip(kept, [*contents, contents[which]])
    assert refused_restore(kept, tmp_path / "new").details == {"why": "name"}


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o600, stat.S_IFDIR | 0o700])
def test_a_link_pipe_or_folder_in_a_backup_is_refused(
    kept: Path, tmp_path: Path, mode: int
) -> None:
    contents = members(kept)
    rezip(kept, [(named(contents[0][0].filename, mode), b"/etc/passwd"), *contents[1:]])
    assert refused_restore(kept, tmp_path / "new").details == {"why": "name"}


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_a_backup_with_a_file_missing_is_refused(kept: Path, tmp_path: Path, missing: int) -> None:
    contents = members(kept)
    rezip(kept, contents[:missing] + contents[missing + 1 :])
    assert refused_restore(kept, tmp_path / "new").details == {"why": "name"}


def test_a_bomb_is_refused_before_it_goes_off(kept: Path, tmp_path: Path) -> None:
    contents = [*members(kept)[:1], (named("data/2026-000003-abcdef.json"), b" " * (4 << 20))]
    rezip(kept, contents, zipfile.ZIP_DEFLATED)
    assert refused_restore(kept, tmp_path / "new").details == {"why": "size"}


def test_too_many_files_are_refused_before_any_is_read(kept: Path, tmp_path: Path) -> None:
    rezip(kept, [(named(f"data/{number}"), b"") for number in range(archive.MOST_FILES + 1)])
    assert refused_restore(kept, tmp_path / "new").details == {"why": "count"}


def test_a_size_that_lies_is_found_out(kept: Path, tmp_path: Path) -> None:
    contents = members(kept)
    name, data = contents[2][0].filename.encode(), contents[2][1]
    raw = bytearray(kept.read_bytes())
    entry = raw.rindex(name) - 46
    raw[entry + 24 : entry + 28] = (len(data) - 1).to_bytes(4, "little")
    kept.write_bytes(raw)
    assert refused_restore(kept, tmp_path / "new").code is ProblemCode.BACKUP_INVALID


def test_a_backup_someone_zipped_again_smaller_is_still_a_backup(
    kept: Path, tmp_path: Path
) -> None:
    rezip(kept, members(kept), zipfile.ZIP_DEFLATED)
    assert restore(kept, tmp_path / "new").records == 3


def test_a_backup_of_a_newer_version_is_refused_as_such(kept: Path, tmp_path: Path) -> None:
    _, data = manifest.encode(Manifest(4, None, 999, "2026-06-01T00:00:00", (), {}))
    rezip(kept, [(named("manifests/000004.json"), data)])
    assert refused_restore(kept, tmp_path / "new").code is ProblemCode.VAULT_NEWER


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip", b"[" * 100_000])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "stick.zip").write_bytes(content)
    problem = refused_restore(tmp_path / "stick.zip", tmp_path / "new")
    assert (problem.code, problem.details) == (ProblemCode.BACKUP_INVALID, {"why": "zip"})


def test_a_backup_that_is_not_there_is_a_clear_problem(tmp_path: Path) -> None:
    assert refused_restore(tmp_path / "none.zip", tmp_path / "new").details == {
        "error": "ENOENT",
        "file": "none.zip",
    }


@pytest.mark.parametrize(
    "content",
    [
        b'{"win": {"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
        b'{"win": {"a": {"x": NaN}}}',
        b'{"win": {"a": {"x": 1e400}}}',
        b'{"win": {"a": {"x": "\\ud800"}}}',
        b'{"win": {"a": {"x": "\xff"}}}',
        b'{"win": {"a": {}, "a": {}}}',
        b'{"win": []}',
        b"[]",
        b"",
    ],
)
def test_json_that_cannot_be_is_refused_even_when_every_checksum_is_right(
    tmp_path: Path, vault: Vault, content: bytes
) -> None:
    path = tmp_path / "stick.zip"
    name = "2026-000002-abcdef.json"
    entry = manifest.ShardEntry(name, len(content), manifest.sha256(content), 2)
    _, head = manifest.encode(Manifest(2, None, 1, "2026-06-01T00:00:00", (), {"2026": entry}))
    rezip(path, [(named("manifests/000002.json"), head), (named(f"data/{name}"), content)])
    assert refused_restore(path, tmp_path / "new").details == {"why": "content"}


def test_with_no_space_a_restore_leaves_nothing_behind(kept: Path, tmp_path: Path) -> None:
    class Full(Disk):
        def create(self, path: Path, data: bytes) -> None:
            if path.name.startswith("2025"):
                raise OSError(28, "")
            super().create(path, data)

    with pytest.raises(Problem) as refused:
        restore(kept, tmp_path / "new", disk=Full())
    assert refused.value.code is ProblemCode.DISK_FULL
    assert {path.name for path in tmp_path.iterdir()} >= {"stick.zip", "vault"}
    assert not list(tmp_path.glob("*new*"))
