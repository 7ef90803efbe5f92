"""What a start and a save cost: the same after fifty years, counted in files and bytes, never in time."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.vault.support import clock, document, open_vault, save

from stepup.vault import Disk, Put, Vault


class CountingDisk(Disk):
    """Counts what is read and written."""

    def __init__(self) -> None:
        super().__init__()
        self.files: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()

    def read(self, path: Path) -> bytes:
        data = super().read(path)
        self.files["read"] += 1
        self.bytes["read"] += len(data)
        return data

    def create(self, path: Path, data: bytes) -> None:
        self.files["written"] += 1
        self.bytes["written"] += len(data)
        super().create(path, data)


def a_vault_of(years: int, root: Path) -> Path:
    shards = ["core", *(str(2026 - year) for year in range(years))]
    puts = [
        Put(
            shard,
            "win",
            f"{shard}-{number}",
            document(f"{shard}-{number}", text="散歩した" * 20),
            None,
        )
        for shard in shards
        for number in range(400)
    ]
    Vault.open(root, now=clock()).commit(puts, ["many years"])
    return root


def start(root: Path) -> tuple[Vault, CountingDisk]:
    disk = CountingDisk()
    vault = open_vault(root, disk)
    vault.read("core")
    vault.read("2026")
    return vault, disk


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return a_vault_of(1, tmp_path_factory.mktemp("one")), a_vault_of(
        50, tmp_path_factory.mktemp("fifty")
    )


def test_a_start_reads_as_many_files_and_hardly_more_bytes_after_fifty_years(
    roots: tuple[Path, Path],
) -> None:
    (_, one), (_, fifty) = (start(root) for root in roots)
    assert one.files["read"] == fifty.files["read"] == 3
    assert fifty.bytes["read"] <= one.bytes["read"] * 1.05
    assert one.files["written"] == fifty.files["written"] == 0


def test_a_save_reads_and_writes_hardly_more_after_fifty_years(roots: tuple[Path, Path]) -> None:
    disks = []
    for root in roots:
        vault, disk = start(root)
        disk.files.clear()
        disk.bytes.clear()
        save(vault, "new", "2026")
        disks.append(disk)
    one, fifty = disks
    assert one.files == fifty.files == Counter(read=3, written=2)
    assert fifty.bytes["read"] <= one.bytes["read"] * 1.1
    assert fifty.bytes["written"] <= one.bytes["written"] * 1.1


def test_looking_for_news_reads_nothing_when_there_is_none(roots: tuple[Path, Path]) -> None:
    vault, disk = start(roots[1])
    disk.files.clear()
    assert vault.refresh() == frozenset()
    assert disk.files["read"] == 0


def test_an_import_of_many_records_is_one_commit_and_reads_each_shard_once(tmp_path: Path) -> None:
    disk = CountingDisk()
    vault = open_vault(tmp_path, disk)
    vault.create()
    disk.files.clear()
    puts = [Put(str(2020 + n % 5), "win", f"r{n}", document(f"r{n}"), None) for n in range(5_000)]
    vault.commit(puts, ["import"], alone=True)
    assert disk.files == Counter(read=1, written=6)


def test_importing_the_vault_loads_no_tinydb_filelock_or_zip() -> None:
    code = (
        "import sys, stepup.vault; "
        "print([name for name in ('tinydb', 'filelock', 'zipfile', 'pydantic', 'textual') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
