"""`backup`, `restore`, `history`, `undo`, `doctor`: looking after the notebook from outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.support import NOW, TODAY, Caller, damage_shard, newest_manifest, state_of

from stepup.vault import Vault


def records(call: Caller, *options: str) -> object:
    """Everything the notebook holds."""
    done = call("export", "json", *options)
    assert done.code == 0
    return done.json["records"]


def test_a_backup_restored_elsewhere_holds_the_same(
    call: Caller, vault: Path, tmp_path: Path
) -> None:
    call("log", "--mood", "3", "--win", "--journal", typed="win\njournal")
    copy, folder = tmp_path / "copy.stepup", tmp_path / "deep" / "er"

    kept = call("backup", str(copy))
    back = call("restore", str(copy), "--into", str(folder))

    assert kept.text == "A copy with 3 entries was kept and read back.\n"
    assert back.text == "3 entries were brought back.\n"
    assert (kept.code, back.code, kept.err, back.err) == (0, 0, "", "")
    assert records(call, "--vault", str(folder)) == records(call)
    assert copy.stat().st_mode & 0o177 == 0
    assert call("doctor", "--vault", str(folder)).code == 0


def test_what_was_taken_away_is_not_counted_among_what_there_is(
    call: Caller, vault: Path, tmp_path: Path
) -> None:
    call("log", "--mood", "3")
    assert "taken away" not in call("doctor").text
    call("log", "--win", typed="win")
    call("undo")
    copy = tmp_path / "copy.stepup"
    assert call("backup", str(copy)).text == "A copy with 1 entry was kept and read back.\n"
    back = call("restore", str(copy), "--into", str(tmp_path / "new"))
    assert back.text == "1 entry was brought back.\n"
    assert call("doctor").text.splitlines() == [
        "The notebook is whole: 1 entry, save 4.",
        "1 more was taken away; only that it was is kept.",
    ]


def test_a_restore_follows_a_link_to_an_empty_folder(call: Caller, tmp_path: Path) -> None:
    call("log")
    call("backup", str(tmp_path / "copy"))
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert call("restore", str(tmp_path / "copy"), "--into", str(tmp_path / "link")).code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "manifests").is_dir()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("backup", "{0}/there"),
        ("backup", "{0}/no/copy"),
        ("backup", "{0}"),
        ("backup", ""),
        ("backup",),
        ("export", "json", "--out", "{0}/no/out"),
        ("export", "json", "--out", ""),
        ("export",),
        ("export", "xml"),
        ("restore", "{0}/there", "--into", "{0}/new"),
        ("restore", "{0}/cut", "--into", "{0}/new"),
        ("restore", "{0}/none", "--into", "{0}/new"),
        ("restore", "{0}", "--into", "{0}/new"),
        ("restore", "{0}/copy", "--into", "{0}/full"),
        ("restore", "{0}/copy", "--into", "{0}/there"),
        ("restore", "{0}/copy", "--into", "{0}/there/below"),
        ("restore", "{0}/copy", "--into", "/"),
        ("restore", "{0}/copy", "--into", ""),
        ("restore", "{0}/copy"),
        ("undo", "99"),
        ("undo", "0"),
        ("undo", "last"),
        ("history", "all"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    call: Caller, tmp_path: Path, arguments: tuple[str, ...], language: str
) -> None:
    call("log", "--mood", "3")
    call("backup", str(tmp_path / "copy"))
    (tmp_path / "cut").write_bytes((tmp_path / "copy").read_bytes()[:-30])
    (tmp_path / "there").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine")
    before = state_of(tmp_path)

    done = call(*(part.format(tmp_path) for part in arguments), "--lang", language)

    assert done.code in {1, 2}
    assert done.out == b""
    assert done.err.count("\n") == 1
    assert "stepup stopped" not in done.err
    assert state_of(tmp_path) == before


@pytest.mark.parametrize("command", [("backup",), ("export", "json", "--out")])
def test_a_folder_that_is_not_there_is_told_as_such(
    call: Caller, tmp_path: Path, command: tuple[str, ...]
) -> None:
    call("log", "--mood", "3")

    done = call(*command, str(tmp_path / "no" / "file"))

    assert done.err == "The folder it would stand in is not there.\n"


def test_nothing_is_backed_up_or_undone_before_there_is_anything(
    call: Caller, vault: Path, tmp_path: Path
) -> None:
    for arguments in (("backup", str(tmp_path / "copy")), ("undo",)):
        done = call(*arguments)
        assert (done.code, done.out) == (1, b"")
    assert not os.path.lexists(tmp_path / "copy")
    assert not os.path.lexists(vault)


def test_the_history_names_what_each_save_did_newest_first(call: Caller) -> None:
    call("log", "--mood", "3", "--mark", "meal", "--mark", "bath")
    call("log", "--win", typed="a win")

    lines = call("history").text.splitlines()

    assert [line.split()[0] for line in lines] == ["3", "2", "1"]
    assert lines[0].endswith("22 Nov 2026 21:30  small win  (5 entries)")
    assert lines[1].endswith("22 Nov 2026 21:30  mood, a mark of the day (2)  (4 entries)")
    assert lines[2].endswith("22 Nov 2026 21:30  the beginning  (0 entries)")


def test_undo_takes_back_the_last_save_and_again_brings_it_back(call: Caller) -> None:
    call("log", "--mood", "3")
    before = records(call)
    call("log", "--win", "--journal", typed="win\njournal")
    after = records(call)

    done = call("undo")
    assert (done.code, done.err) == (0, "")
    assert done.text == "What save 3 did was taken back: 2 entries.\n"
    assert records(call) == before

    assert call("undo").code == 0
    assert records(call) == after


def test_undo_of_an_earlier_save_leaves_later_ones_alone(call: Caller) -> None:
    call("log", "--win", typed="first")
    call("log", "--win", typed="second")

    assert call("undo", "2").code == 0

    (day,) = call("show", TODAY, "--json").json["days"]
    assert [win["text"] for win in day["wins"]] == ["second"]
    assert call("undo", "1").code == 1


def test_undo_is_there_when_it_says_so(call: Caller, vault: Path) -> None:
    call("log", "--win", typed="first")
    assert call("undo").code == 0

    tables = Vault.open(vault, now=lambda: NOW).read(TODAY[:4])
    assert all("deleted" in win for win in tables["win"].values())


def test_the_doctor_says_that_a_notebook_is_whole(call: Caller, vault: Path) -> None:
    call("log", "--mood", "3")
    before = state_of(vault)

    for arguments in (("doctor",), ("doctor", "--repair")):
        done = call(*arguments)
        assert (done.code, done.err) == (0, "")
        assert done.text == "The notebook is whole: 1 entry, save 2.\n"
    assert state_of(vault) == before


def test_the_doctor_names_what_is_there_beside_and_harms_nothing(call: Caller, vault: Path) -> None:
    call("log", "--mood", "3")
    (vault / "data" / "2026 (conflict)\x1b[31m.json").write_text("{}")
    (vault / "data" / "2026-000009-abcdef.json").write_text("{}")

    done = call("doctor")

    assert done.code == 0
    assert done.text.splitlines()[1:] == [
        "1 file was left by a save that was interrupted; it does no harm.",
        "Among its files, but not stepup's: 2026 (conflict)[31m.json",
    ]


def test_an_earlier_save_that_is_gone_does_not_make_the_notebook_ill(
    call: Caller, vault: Path
) -> None:
    call("log", "--mood", "3")
    call("log", "--win", typed="a win")
    (vault / "manifests" / "000002.json").write_bytes(b"")

    done = call("doctor")
    assert done.code == 0
    assert "1 earlier save can no longer be read; the notebook does not need it." in done.text


def test_repair_mends_what_can_be_and_says_what_it_did(call: Caller, vault: Path) -> None:
    call("log", "--mood", "3")
    call("log", "--win", typed="a win")
    newest_manifest(vault).write_bytes(b"")

    ill = call("doctor")
    assert (ill.code, ill.out, ill.err.count("\n")) == (1, b"", 1)
    done = call("doctor", "--repair")

    assert (done.code, done.err) == (0, "")
    assert done.text.splitlines() == [
        "The notebook was mended; it opens as save 4.",
        "Set aside in the folder damaged: 000003.json",
    ]
    assert (vault / "damaged" / "000003.json").is_file()
    assert call("doctor").code == 0
    assert call("log", "--mood", "4").code == 0


def test_repair_names_a_year_of_which_nothing_could_be_read(call: Caller, vault: Path) -> None:
    call("log", "--mood", "3")
    damage_shard(vault)

    done = call("doctor", "--repair")

    assert "No version of these could be read: 2026" in done.text
    assert call("doctor").code == 0


def test_a_copy_that_was_just_brought_back_has_nothing_to_undo(
    call: Caller, tmp_path: Path
) -> None:
    call("log", "--mood", "3")
    call("backup", str(tmp_path / "copy"))
    folder = tmp_path / "back"
    call("restore", str(tmp_path / "copy"), "--into", str(folder))

    done = call("undo", "--vault", str(folder))

    assert (done.code, done.err) == (1, "There is nothing to undo.\n")
    assert call("undo", "7", "--vault", str(folder)).err == "There is no save with the number 7.\n"
