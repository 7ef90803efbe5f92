"""Drafts: what was being written is there again after a sudden end, and is never offered while it is being written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.vault.support import snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Disk, Drafts

HOSTILE = "[/] \x1b]52;c;AAAA\x07 ../.. " + "あ" * 5_000


def ended(root: Path, session: str, **texts: str) -> None:
    drafts = Drafts(root, session)
    for field, text in texts.items():
        drafts.keep(field, text)
    drafts.close()


def test_nothing_is_made_before_the_first_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "vault", "one")
    assert drafts.left_behind() == []
    drafts.drop("journal")
    drafts.close()
    assert not (tmp_path / "vault").exists()


def test_a_draft_left_behind_is_offered_word_for_word(tmp_path: Path) -> None:
    ended(tmp_path, "one", journal="first")
    ended(tmp_path, "two", journal=HOSTILE)
    found = Drafts(tmp_path, "three").left_behind()
    assert sorted((draft.field, draft.text) for draft in found) == [
        ("journal", HOSTILE),
        ("journal", "first"),
    ]
    assert all(draft.saved_at.tzinfo for draft in found)


def test_the_newest_words_of_a_field_replace_the_ones_before(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, "one")
    for text in ("a", "ab", "abc"):
        drafts.keep("journal", text)
    drafts.keep("note", "x")
    drafts.drop("note")
    drafts.close()
    assert [draft.text for draft in Drafts(tmp_path, "two").left_behind()] == ["abc"]


def test_a_second_window_is_not_offered_what_the_first_is_writing(tmp_path: Path) -> None:
    first = Drafts(tmp_path, "one")
    first.keep("journal", "still writing")
    second = Drafts(tmp_path, "two")
    second.keep("journal", "me too")
    assert second.left_behind() == []
    assert first.left_behind() == []
    first.close()
    assert [draft.text for draft in second.left_behind()] == ["still writing"]
    second.close()


def test_the_draft_of_a_killed_process_is_offered(tmp_path: Path) -> None:
    child = (
        "import os, pathlib, sys\nfrom stepup.vault import Drafts\n"
        "drafts = Drafts(pathlib.Path(sys.argv[1]), 'killed')\ndrafts.keep('journal', 'mid-sentence')\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", child, str(tmp_path)], check=False)
    (draft,) = Drafts(tmp_path, "next").left_behind()
    assert (draft.field, draft.text) == ("journal", "mid-sentence")


def test_a_draft_that_is_forgotten_is_gone_with_its_lock(tmp_path: Path) -> None:
    ended(tmp_path, "one", journal="text")
    next_one = Drafts(tmp_path, "two")
    (draft,) = next_one.left_behind()
    next_one.forget(draft)
    assert next_one.left_behind() == []
    assert list((tmp_path / "drafts").iterdir()) == []


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_drafts_are_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        drafts = Drafts(tmp_path / "vault", "one")
        drafts.keep("journal", "text")
    finally:
        os.umask(old)
    folder = tmp_path / "vault" / "drafts"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600, 0o600]
    drafts.close()


def test_a_draft_that_cannot_be_kept_leaves_the_one_before(tmp_path: Path) -> None:
    class FullDisk(Disk):
        def _force_out(self, descriptor: int) -> None:
            raise OSError(28, "no space")

    ended(tmp_path, "one", journal="before")
    before = snapshot(tmp_path)
    with pytest.raises(Problem) as refused:
        Drafts(tmp_path, "one", disk=FullDisk()).keep("journal", "after")
    assert refused.value.code is ProblemCode.DISK_FULL
    changed = {name for name, data in snapshot(tmp_path).items() if before.get(name) != data}
    assert changed == set()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"field": 1, "text": "x"}', b"\xff\xfe"])
def test_a_damaged_draft_is_left_where_it_is_and_hides_no_other(
    tmp_path: Path, content: bytes
) -> None:
    ended(tmp_path, "one", journal="whole")
    broken = tmp_path / "drafts" / "two.0123456789abcdef.json"
    broken.write_bytes(content)
    assert [draft.text for draft in Drafts(tmp_path, "three").left_behind()] == ["whole"]
    assert broken.read_bytes() == content


def test_a_link_in_place_of_a_draft_is_not_followed(tmp_path: Path) -> None:
    ended(tmp_path, "one", journal="whole")
    (path,) = (tmp_path / "drafts").glob("*.json")
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert Drafts(tmp_path, "two").left_behind() == []


def test_half_a_character_does_not_cost_the_rest_of_the_text(tmp_path: Path) -> None:
    ended(tmp_path, "one", journal="good \ud83d end")
    (draft,) = Drafts(tmp_path, "two").left_behind()
    assert draft.text == "good ? end"


@pytest.mark.parametrize("session", ["", "../x", "a/b", "a.b", "-", "a" * 65])
def test_a_session_id_is_a_plain_word(tmp_path: Path, session: str) -> None:
    with pytest.raises(ValueError, match="session"):
        Drafts(tmp_path, session)
