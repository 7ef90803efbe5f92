"""The doctor: says what is wrong without touching it, and when asked puts together the best there is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.support import clock, document, everything, new, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.doctor import Report, diagnose, repair


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Generation 2: core and 2026; 3 and 4: 2026 again; 5: core again."""
    vault = open_vault(tmp_path / "vault")
    vault.commit([new("g", "core", "goal", text="one"), new("a", text="one")], ["first"])
    save(vault, "a", text="two")
    save(vault, "a", text="three")
    save(vault, "g", "core", "goal", text="two")
    return vault.root


def data(root: Path, start: str) -> Path:
    return next((root / "data").glob(f"{start}-*"))


def texts(root: Path) -> dict[str, str]:
    tables = everything(open_vault(root))
    return {
        shard: str(one["text"])
        for shard, found in tables.items()
        for one in next(iter(found.values())).values()
    }


def repaired(root: Path) -> Report:
    return repair(root, now=clock())


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_whole_vault_is_called_whole_and_left_as_it_is(root: Path) -> None:
    before = snapshot(root)
    report = diagnose(root)
    assert report == Report(generation=5, newest=5, records=2)
    assert report.whole
    with pytest.raises(Problem) as refused:
        repaired(root)
    assert refused.value.code is ProblemCode.NOTHING_TO_REPAIR
    assert snapshot(root) == before


def test_a_vault_that_is_not_there_yet_is_whole(tmp_path: Path) -> None:
    assert diagnose(tmp_path / "none") == Report()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("harm", [Path.unlink, flip, lambda path: path.write_bytes(b"")])
def test_of_each_shard_the_newest_version_that_verifies_is_taken(
    root: Path, harm: Callable[[Path], object]
) -> None:
    damaged = data(root, "2026-000004")
    harm(damaged)
    before = snapshot(root)
    found = diagnose(root)
    assert not found.whole
    assert snapshot(root) == before
    report = repaired(root)
    assert (report.whole, report.generation, report.lost) == (True, 6, ())
    assert texts(root) == {"core": "two", "2026": "two"}
    assert (root / "damaged" / damaged.name).exists() == (damaged.name in report.moved)
    vault = open_vault(root)
    assert vault.read_only is None
    save(vault, "b")


def test_a_damaged_newest_manifest_goes_to_the_one_before(root: Path) -> None:
    newest = root / "manifests" / "000005.json"
    newest.write_bytes(newest.read_bytes()[:-20])
    kept = newest.read_bytes()
    report = repaired(root)
    assert (report.generation, report.moved) == (6, ("000005.json",))
    assert (root / "damaged" / "000005.json").read_bytes() == kept
    assert texts(root) == {"core": "one", "2026": "three"}


def test_with_every_version_of_a_shard_damaged_the_others_are_saved_and_the_loss_is_named(
    root: Path,
) -> None:
    for path in (root / "data").glob("2026-*"):
        flip(path)
    report = repaired(root)
    assert report.lost == ("2026",)
    assert len(report.moved) == 3
    assert texts(root) == {"core": "two"}


def test_with_no_manifest_left_the_newest_data_that_reads_is_taken(root: Path) -> None:
    for path in (root / "manifests").iterdir():
        path.unlink()
    data(root, "2026-000004").write_bytes(b'{"win": ')
    report = repaired(root)
    assert (report.whole, report.generation, report.records) == (True, 1, 2)
    assert texts(root) == {"core": "two", "2026": "two"}


def test_with_nothing_readable_nothing_is_touched(root: Path) -> None:
    for path in (*(root / "manifests").iterdir(), *(root / "data").iterdir()):
        path.write_bytes(b"")
    before = snapshot(root)
    with pytest.raises(Problem) as refused:
        repaired(root)
    assert refused.value.code is ProblemCode.NOTHING_TO_SAVE
    assert snapshot(root) == before


def test_nothing_in_damaged_is_ever_overwritten(root: Path) -> None:
    newest = root / "manifests" / "000005.json"
    for content in (b"first", b"second"):
        newest.write_bytes(content)
        (root / "manifests" / "000006.json").unlink(missing_ok=True)
        repaired(root)
    assert {path.read_bytes() for path in (root / "damaged").iterdir()} == {b"first", b"second"}


def test_a_link_or_folder_in_place_of_a_file_is_moved_away_not_followed(root: Path) -> None:
    shard = data(root, "2026-000004")
    shard.rename(root / "elsewhere")
    shard.symlink_to(root / "elsewhere")
    newest = root / "manifests" / "000005.json"
    newest.unlink()
    newest.mkdir()
    report = repaired(root)
    assert set(report.moved) == {"000005.json", shard.name}
    assert (root / "elsewhere").read_bytes()
    assert texts(root) == {"core": "one", "2026": "two"}


def test_a_newer_vault_is_not_repaired(root: Path) -> None:
    from stepup.vault import manifest

    _, content = manifest.encode(manifest.Manifest(6, None, 999, "2026-06-01T00:00:00", (), {}))
    (root / "manifests" / "000006.json").write_bytes(content)
    before = snapshot(root)
    for act in (diagnose, repaired):
        with pytest.raises(Problem) as refused:
            act(root)
        assert refused.value.code is ProblemCode.VAULT_NEWER
    assert snapshot(root) == before


def test_what_is_wrong_with_the_history_is_named_and_does_not_make_the_vault_sick(
    root: Path,
) -> None:
    data(root, "2026-000003").unlink()
    (root / "manifests" / "000002.json").write_bytes(b"")
    (root / "manifests" / "notes.txt").write_text("mine")
    (root / "data" / "2026-000005-abcdef.json").write_text("{}")
    report = diagnose(root)
    assert report.whole
    assert [(problem.code, problem.details["generation"]) for problem in report.older] == [
        (ProblemCode.VAULT_DAMAGED, 2),
        (ProblemCode.GENERATION_GONE, 3),
    ]
    assert (report.unnamed, report.unknown) == (2, ("notes.txt",))
    assert document("a", text="three") in open_vault(root).read("2026")["win"].values()
