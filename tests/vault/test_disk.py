"""The few system calls, and what they do on systems that are not at hand: macOS, Windows, sticks without links."""

import errno
import os
from pathlib import Path

import pytest
from tests.vault.support import open_vault, save

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Disk
from stepup.vault.errors import problem_of


class FakeMac(Disk):
    def __init__(self, *, refuses: bool) -> None:
        super().__init__(platform="darwin")
        self.refuses = refuses
        self.full_syncs = 0

    def _full_sync(self, descriptor: int) -> None:
        self.full_syncs += 1
        if self.refuses:
            raise OSError(errno.ENOTSUP, "")


def windows_error(winerror: int) -> OSError:
    error = PermissionError(errno.EACCES, "")
    error.winerror = winerror  # type: ignore[attr-defined]  # exists on Windows only
    return error


def counted_fsyncs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []
    monkeypatch.setattr(os, "fsync", calls.append)
    return calls


def test_on_macos_files_and_folders_are_forced_past_the_drives_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsyncs = counted_fsyncs(monkeypatch)
    disk = FakeMac(refuses=False)
    disk.create(tmp_path / "a", b"x")
    disk.sync_folder(tmp_path)
    assert (disk.full_syncs, fsyncs) == (2, [])


def test_on_a_macos_network_volume_the_weaker_call_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsyncs = counted_fsyncs(monkeypatch)
    FakeMac(refuses=True).create(tmp_path / "a", b"x")
    assert len(fsyncs) == 1


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_on_windows_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    pauses: list[float] = []
    disk = Disk(platform="win32", sleep=pauses.append)
    (tmp_path / "a").write_bytes(b"x")
    rename = Path.rename

    def held_twice(source: Path, target: Path) -> Path:
        if len(pauses) < 2:
            raise windows_error(winerror)
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", held_twice)
    disk.rename_checked(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").exists()
    assert len(pauses) == 2


def test_on_windows_waiting_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    def held(source: Path, target: Path) -> Path:
        raise windows_error(32)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(PermissionError):
        Disk(platform="win32", sleep=pauses.append).rename_checked(tmp_path / "a", tmp_path / "b")
    assert len(pauses) == 9


def test_elsewhere_a_refusal_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def refused(source: Path, target: Path) -> Path:
        raise windows_error(5)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError):
        Disk(platform="linux", sleep=pauses.append).rename_checked(tmp_path / "a", tmp_path / "b")
    assert pauses == []


def test_on_windows_folders_are_not_opened_for_syncing(tmp_path: Path) -> None:
    Disk(platform="win32").sync_folder(tmp_path / "none")


def test_a_file_system_that_cannot_sync_folders_still_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", refuse)
    Disk(platform="linux").sync_folder(tmp_path)
    with pytest.raises(OSError, match="Invalid"):
        Disk(platform="linux").create(tmp_path / "a", b"x")
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, None])
def test_without_hard_links_a_checked_rename_serves_and_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    def no_links(self: Path, target: Path) -> None:
        if number is None:
            raise NotImplementedError
        raise OSError(number, "")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    vault = open_vault(tmp_path)
    other = open_vault(tmp_path)
    save(vault, "a")
    save(other, "b")
    assert set(open_vault(tmp_path).read("2026")["win"]) == {"a", "b"}
    assert not list((tmp_path / "manifests").glob("*.tmp"))
    disk = Disk()
    with pytest.raises(FileExistsError):
        disk.rename_checked(
            tmp_path / "manifests" / "000001.json", tmp_path / "manifests" / "000002.json"
        )


def test_a_system_without_nofollow_refuses_links_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepup.vault.disk._NOFOLLOW", 0)
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(Problem) as refused:
        Disk().read(tmp_path / "b")
    assert refused.value.code is ProblemCode.FILE_NOT_REGULAR
    assert Disk().read(tmp_path / "a") == b"x"


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        Disk().create(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_dangling_link_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(FileExistsError):
        Disk().create(tmp_path / "a", b"new")
    assert not (tmp_path / "b").exists()


def test_a_file_larger_than_one_write_takes_is_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:1000]))
    data = os.urandom(10_001)
    Disk().create(tmp_path / "a", data)
    assert Disk().read(tmp_path / "a") == data


@pytest.mark.parametrize(
    ("number", "reading", "code"),
    [
        (errno.ENOSPC, False, ProblemCode.DISK_FULL),
        (errno.EDQUOT, False, ProblemCode.DISK_FULL),
        (errno.EFBIG, False, ProblemCode.DISK_FULL),
        (errno.EROFS, False, ProblemCode.VAULT_READ_ONLY_FOLDER),
        (errno.EACCES, False, ProblemCode.VAULT_READ_ONLY_FOLDER),
        (errno.EACCES, True, ProblemCode.VAULT_NOT_READABLE),
        (errno.EIO, False, ProblemCode.IO_ERROR),
        (errno.EIO, True, ProblemCode.IO_ERROR),
    ],
)
def test_a_system_error_becomes_a_problem_without_the_folders_of_its_path(
    number: int, reading: bool, code: ProblemCode
) -> None:
    problem = problem_of(OSError(number, "text", "/home/someone/core.json"), reading=reading)
    assert problem.code is code
    named = "" if code is ProblemCode.DISK_FULL else ", file=core.json"
    assert str(problem) == f"{code} (error={errno.errorcode[number]}{named})"
