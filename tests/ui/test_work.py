"""What the window reads: as much after fifty years as after one. Files and bytes are counted, no time is taken."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ui.support import TODAY, opened

from stepup.demo import write_demo
from stepup.i18n import set_language
from stepup.vault import Disk

SCREENS = {
    "Goals": ("f3",),
    "Journal": ("f4",),
    "an entry": ("f4", "down", "down", "enter"),
    "the day before": ("f2", "["),
    "Today again": ("f2",),
    "More": ("f10",),
    "Settings": ("f11",),
    "Help": ("f1",),
    "Menu": ("ctrl+p",),
    "Search": ("ctrl+f",),
    "hard moments": ("e",),
    "Ideas": ("f3", "b"),
    "Hidden": ("f12",),
}
MARGIN = 1.25
"""One invented year has more words in it than another."""


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Path]]:
    set_language("en")
    folder = tmp_path_factory.mktemp("years")
    made = {years: folder / str(years) for years in (1, 50)}
    for years, vault in made.items():
        write_demo(vault, years=years, seed=1, today=TODAY)
    yield made
    shutil.rmtree(folder)


class Read:
    """Counts what is read from the vault."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files: list[tuple[str, int]] = []
        read = Disk.read

        def counted(disk: Disk, path: Path) -> bytes:
            data = read(disk, path)
            self.files.append((kind_of(path), len(data)))
            return data

        monkeypatch.setattr(Disk, "read", counted)

    def taken(self) -> list[tuple[str, int]]:
        """Return what was read since the last time."""
        files, self.files = self.files, []
        return sorted(files)


def kind_of(path: Path) -> str:
    """The folder, and for data the shard: generations are numbered differently."""
    return f"{path.parent.name}/{path.name.partition('-')[0] if path.parent.name == 'data' else ''}"


def same_work(one: list[tuple[str, int]], fifty: list[tuple[str, int]]) -> None:
    assert [name for name, _size in one] == [name for name, _size in fifty]
    for (name, small), (_name, large) in zip(one, fifty, strict=True):
        if name == "manifests/":  # names each year: some hundred bytes for each, and no more
            assert large - small <= 50 * 200
        elif name == "data/core":  # what is open and what has no date gathers slowly
            assert large <= 32 * 1024
        else:
            assert large <= small * MARGIN


async def work_of(vault: Path, keys: tuple[str, ...], read: Read) -> list[tuple[str, int]]:
    async with opened(vault) as window:
        if keys:
            read.taken()
            await window.press(*keys)
        assert window.app._exception is None
        return read.taken()


async def test_the_start_reads_as_many_files_and_bytes_after_fifty_years_as_after_one(
    vaults: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Read(monkeypatch)
    one, fifty = [await work_of(vaults[years], (), read) for years in (1, 50)]
    assert {name for name, _size in one} >= {"data/2026", "data/core"}
    assert len(one) <= 4
    same_work(one, fifty)


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_each_screen_reads_as_many_files_and_bytes_after_fifty_years_as_after_one(
    vaults: dict[int, Path], monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    read = Read(monkeypatch)
    one, fifty = [await work_of(vaults[years], SCREENS[screen], read) for years in (1, 50)]
    same_work(one, fifty)


async def test_a_key_on_today_reads_no_file_while_the_hand_is_on_it(
    vaults: dict[int, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    vault = tmp_path / "copy"
    shutil.copytree(vaults[50], vault)
    read = Read(monkeypatch)
    async with opened(vault) as window:
        await window.saved()
        window.book._writer._settle = 60  # the writer reads what it has written
        read.taken()
        await window.press("3", "2", " ", "m", "b", "down", "up")
        assert read.taken() == []


async def test_the_start_reads_each_file_once_and_writes_none(
    vaults: dict[int, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from tests.vault.support import snapshot

    vault = tmp_path / "copy"
    shutil.copytree(vaults[1], vault)
    before = snapshot(vault)
    read = Read(monkeypatch)
    async with opened(vault):
        names = [name for name, _size in read.taken() if name.startswith("data/")]
        assert len(set(names)) == len(names)
    assert snapshot(vault) == before
