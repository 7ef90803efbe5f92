"""What a sync tool does to a vault: it opens as before, nothing of either line goes, and both are told apart."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from tests.vault.support import clock, everything, open_vault, save, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Vault, lineage, retention
from stepup.vault.doctor import diagnose
from stepup.vault.other import heads_aside, open_aside, open_other

NAMES = (
    "{number} (conflicted copy 2026-11-22).json",
    "{number} (Aki's conflicted copy 2026-11-22).json",
    "{number} (山田の競合コピー 2026-11-22).json",
    "{number} (競合コピー).json",
    "{number}.sync-conflict-20261122-213000-ABCDEFG.json",
    "{number}_conflict-20261122-213000.json",
    "{number} (SFConflict aki@example.org 2026-11-22-21-30-00).json",
    "{number}.Conflict.json",
    "{number}-LAPTOP.json",
    "{number} (1).json",
    "{number} のコピー.json",
    "{number} 2.json",
    "Copy of {number}.json",
    "{number}.json.orig",
)


@pytest.fixture
def lines(tmp_path: Path) -> tuple[Path, Path]:
    """A vault with two saves, and a copy of it in which another was made after that."""
    home = open_vault(tmp_path / "home")
    save(home, "shared")
    away = copytree(home.root, tmp_path / "away")
    save(home, "at-home")
    save(open_vault(away), "away")
    return home.root, away


def bring_together(home: Path, away: Path, name: str = NAMES[0]) -> str:
    """Do what a sync tool does: names that are taken get another name; return the one it gave."""
    newest = max((away / "manifests").iterdir())
    given = name.format(number=newest.stem)
    (home / "manifests" / given).write_bytes(newest.read_bytes())
    for file in (away / "data").iterdir():
        if not (home / "data" / file.name).exists():
            (home / "data" / file.name).write_bytes(file.read_bytes())
    return given


def wins(vault: Vault) -> set[str]:
    return {key for shard in everything(vault).values() for key in shard.get("win", {})}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_sync_tool_puts_aside_disturbs_nothing_and_is_found(
    lines: tuple[Path, Path], name: str
) -> None:
    home, away = lines
    given = bring_together(home, away, name)
    vault = open_vault(home)
    assert vault.read_only is None
    assert wins(vault) == {"shared", "at-home"}
    report = diagnose(home)
    assert report.whole
    assert (report.aside, report.unknown, report.unnamed) == ((given,), (), 0)
    [aside] = heads_aside(vault)
    assert wins(open_aside(aside, vault, now=clock())) == {"shared", "away"}
    save(vault, "later")
    assert wins(open_vault(home)) == {"shared", "at-home", "later"}


def test_a_data_file_under_another_name_is_read_by_its_content(lines: tuple[Path, Path]) -> None:
    home, away = lines
    before = {file.name for file in (home / "data").iterdir()}
    bring_together(home, away)
    [new] = [file for file in (home / "data").iterdir() if file.name not in before]
    new.rename(new.with_name(f"{new.stem} (conflicted copy).json"))
    vault = open_vault(home)
    [aside] = heads_aside(vault)
    assert wins(open_aside(aside, vault, now=clock())) == {"shared", "away"}


def test_a_longer_line_that_takes_over_leaves_the_other_one_to_be_joined(
    lines: tuple[Path, Path],
) -> None:
    home, away = lines
    for number in range(3):
        save(open_vault(away), f"away-{number}")
    # The tool keeps the first of the two files of one number, and brings all that are new.
    for folder in ("manifests", "data"):
        for file in (away / folder).iterdir():
            if not (home / folder / file.name).exists():
                (home / folder / file.name).write_bytes(file.read_bytes())
    vault = open_vault(home)
    assert wins(vault) == {"shared", "away", "away-0", "away-1", "away-2"}
    [aside] = heads_aside(vault)
    assert aside.name == "000003.json"
    other = open_aside(aside, vault, now=clock())
    assert wins(other) == {"shared", "at-home"}
    assert vault.head.manifest is not None
    known = lineage.ancestors(vault.place, vault.head.manifest)
    assert aside.manifest.sha256 not in known


def test_no_save_of_another_line_counts_as_one_a_state_was_made_from(
    lines: tuple[Path, Path],
) -> None:
    home, away = lines
    save(open_vault(home), "at-home-too")
    for number in range(3):
        save(open_vault(away), f"away-{number}")
    for folder in ("manifests", "data"):
        for file in (away / folder).iterdir():
            if not (home / folder / file.name).exists():
                (home / folder / file.name).write_bytes(file.read_bytes())
    vault = open_vault(home)
    assert vault.head.manifest is not None
    known = lineage.ancestors(vault.place, vault.head.manifest)
    others = {one.sha256 for one in lineage.readable(vault.place) if one.generation in (3, 4)}
    assert not others & known.keys()
    [aside] = heads_aside(vault)
    assert wins(open_aside(aside, vault, now=clock())) == {"shared", "at-home", "at-home-too"}


@pytest.mark.parametrize("with_aside", [True, False])
def test_nothing_of_a_line_that_is_not_joined_is_ever_pruned(
    lines: tuple[Path, Path], with_aside: bool
) -> None:
    home, away = lines
    if with_aside:
        bring_together(home, away)
    else:
        for _ in range(2):
            save(open_vault(away), "on")
        for folder in ("manifests", "data"):
            for file in (away / folder).iterdir():
                if not (home / folder / file.name).exists():
                    (home / folder / file.name).write_bytes(file.read_bytes())
    vault = open_vault(home)
    [before] = heads_aside(vault)
    expected = wins(open_aside(before, vault, now=clock()))
    for number in range(80):
        save(vault, f"n{number}")
    retention.prune(vault.place)
    again = open_vault(home)
    [aside] = heads_aside(again)
    assert aside.manifest.sha256 == before.manifest.sha256
    assert wins(open_aside(aside, again, now=clock())) == expected


def test_pruning_leaves_a_sync_tools_own_files_alone(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    save(vault, "a")
    names = (
        ".syncthing.000002.json.tmp",
        "~syncthing~000002.json.tmp",
        "notes (1).tmp",
        ".stfolder",
    )
    for name in names:
        (tmp_path / "manifests" / name).write_bytes(b"half")
    for number in range(60):
        save(vault, f"n{number}")
    assert {file.name for file in (tmp_path / "manifests").iterdir()} >= set(names)
    assert open_vault(tmp_path).read_only is None


def test_the_states_a_state_was_made_from_are_told_across_pruned_ones(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    save(vault, "a")
    first = vault.head.manifest
    for number in range(60):
        save(vault, f"n{number}")
    assert first is not None
    assert vault.head.manifest is not None
    known = lineage.ancestors(vault.place, vault.head.manifest)
    kept = {one.sha256 for one in lineage.readable(vault.place)}
    assert len(kept) < 61
    assert kept <= known.keys()
    assert next(iter(known)) == vault.head.manifest.sha256


# The other vault


def test_the_other_vault_is_read_and_never_written_to(lines: tuple[Path, Path]) -> None:
    home, away = lines
    before = snapshot(away)
    other = open_other(away, open_vault(home), now=clock())
    assert wins(other) == {"shared", "away"}
    with pytest.raises(Problem) as refused:
        save(other, "new")
    assert refused.value.code is ProblemCode.READ_ONLY
    assert snapshot(away) == before


def nothing(root: Path) -> Path:
    return root / "nowhere"


def another_folder(root: Path) -> Path:
    (root / "photos").mkdir()
    return root / "photos"


def no_backup(root: Path) -> Path:
    (root / "a.zip").write_bytes(b"PK\x03\x04 and no more")
    return root / "a.zip"


def a_pipe(root: Path) -> Path:
    import os

    os.mkfifo(root / "pipe")
    return root / "pipe"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (nothing, ProblemCode.NOT_A_NOTEBOOK),
        (another_folder, ProblemCode.NOT_A_NOTEBOOK),
        (no_backup, ProblemCode.BACKUP_INVALID),
        (a_pipe, ProblemCode.FILE_NOT_REGULAR),
        (lambda root: root / "home", ProblemCode.SAME_NOTEBOOK),
        (lambda root: root / "home" / ".." / "home", ProblemCode.SAME_NOTEBOOK),
    ],
)
def test_what_is_no_other_notebook_is_refused(
    lines: tuple[Path, Path], tmp_path: Path, make: Callable[[Path], Path], code: ProblemCode
) -> None:
    with pytest.raises(Problem) as refused:
        open_other(make(tmp_path), open_vault(lines[0]), now=clock())
    assert refused.value.code is code


@pytest.mark.parametrize("broken", ["manifest", "gone"])
def test_another_vault_that_is_damaged_is_refused(lines: tuple[Path, Path], broken: str) -> None:
    home, away = lines
    if broken == "manifest":
        newest = max((away / "manifests").iterdir())
        newest.write_bytes(newest.read_bytes()[:-9])
    else:
        max((away / "data").iterdir()).unlink()
    with pytest.raises(Problem) as refused:
        open_other(away, open_vault(home), now=clock())
    assert refused.value.code is ProblemCode.OTHER_NOT_WHOLE


def test_another_vault_of_a_newer_form_is_refused(lines: tuple[Path, Path]) -> None:
    from stepup.vault import Migrations

    home, away = lines
    newer = open_vault(away, migrations=Migrations(2, {1: lambda tables: tables}))
    save(newer, "newer")
    with pytest.raises(Problem) as refused:
        open_other(away, open_vault(home), now=clock())
    assert refused.value.code is ProblemCode.VAULT_NEWER
