"""Drafts: an unfinished sentence is offered again, and only while it is one."""

from __future__ import annotations

from pathlib import Path

from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, Notebook

from stepup.notebook.drafting import Drafting


def files(window: Notebook) -> int:
    """How many drafts are on disk."""
    return len(list((window.vault.root / "drafts").glob("*.json")))


def test_a_draft_is_offered_at_the_next_start_and_let_go(window: Notebook, opened: Opener) -> None:
    drafts = Drafting(window.book)
    drafts.keep("journal:2026-05-31", "an unfinished sen")
    assert drafts.text("journal:2026-05-31", "") == "an unfinished sen"
    assert drafts.text("win:2026-05-31", "stored") == "stored"
    later = Drafting(opened(name="b").book)
    assert later.left_behind() == []  # the first window still writes it
    drafts.close()
    (found,) = later.left_behind()
    assert (found.field, found.text) == ("journal:2026-05-31", "an unfinished sen")
    later.forget(found)
    assert later.left_behind() == []
    later.close()


def test_a_draft_that_was_saved_is_dropped(window: Notebook, opened: Opener) -> None:
    drafts = Drafting(window.book)
    drafts.keep("journal", "one")
    drafts.keep("journal", "one two")
    drafts.drop("journal")
    drafts.drop("never kept")
    assert drafts.text("journal", "stored") == "stored"
    drafts.close()
    assert Drafting(opened(name="b").book).left_behind() == []


def test_a_draft_in_a_window_that_may_not_write_stays_in_memory(
    furnished: Notebook, root: Path, opened: Opener
) -> None:
    furnished.close()
    newest = max((root / "manifests").iterdir())
    (root / "manifests" / f"{int(newest.stem) + 1:06d}.json").write_bytes(b"")
    window = opened()
    assert window.book.read_only is not None
    drafts = Drafting(window.book)
    drafts.keep("journal", "unfinished")
    assert drafts.text("journal", "") == "unfinished"
    drafts.drop("journal")
    drafts.close()
    assert not (root / "drafts").exists()


def test_a_draft_that_cannot_be_written_interrupts_nobody(window: Notebook, root: Path) -> None:
    root.mkdir()
    (root / "drafts").write_text("a file where the folder should be")
    drafts = Drafting(window.book)
    drafts.keep("journal", "unfinished")
    assert drafts.text("journal", "") == "unfinished"
    assert drafts.left_behind() == []
    drafts.drop("journal")
    drafts.close()


def test_a_draft_stays_on_disk_until_its_text_does(window: Notebook, opened: Opener) -> None:
    window.days.log_mood(DAY, 3)
    window.save()
    drafts = Drafting(window.book)
    drafts.keep("journal:2026-05-31:new", "It rained.")
    window.disk.full = True
    window.journal.write(DAY, "It rained.")
    drafts.drop("journal:2026-05-31:new")
    assert not window.book.flush()
    drafts.settle()
    assert files(window) == 1
    window.disk.full = False
    window.save()
    drafts.settle()
    assert files(window) == 0
    drafts.close()
    assert Drafting(opened(name="b").book).left_behind() == []


def test_a_draft_taken_up_again_after_it_was_saved_is_kept(window: Notebook) -> None:
    drafts = Drafting(window.book)
    drafts.keep("journal", "It rained.")
    window.disk.full = True
    window.journal.write(DAY, "It rained.")
    drafts.drop("journal")
    drafts.keep("journal", "It rained. And")
    window.disk.full = False
    window.save()
    drafts.settle()
    drafts.close()
    assert [draft.text for draft in Drafting(window.book).left_behind()] == ["It rained. And"]


def test_a_draft_that_stands_in_the_book_word_for_word_is_not_offered(
    window: Notebook, opened: Opener
) -> None:
    window.journal.write(DAY, "It rained.")
    window.save()
    drafts = Drafting(window.book)
    for name, text in (
        ("journal:2026-05-31:new", "It rained.\n"),
        ("journal:2026-05-31:x", "It rained. And"),
        ("journal:2026-05-30:new", "It rained."),
        ("journal:not a day", "It rained."),
        ("help", "It rained."),
    ):
        drafts.keep(name, text)
    drafts.close()
    later = Drafting(opened(name="b").book)
    assert sorted(draft.field for draft in later.left_behind()) == [
        "help", "journal:2026-05-30:new", "journal:2026-05-31:x", "journal:not a day",
    ]  # fmt: skip
    assert files(window) == 4


def test_a_window_that_may_not_write_leaves_the_drafts_of_others(
    furnished: Notebook, root: Path, opened: Opener
) -> None:
    drafts = Drafting(furnished.book)
    drafts.keep("journal:2026-05-31:new", "unfinished")
    drafts.close()
    furnished.close()
    newest = max((root / "manifests").iterdir())
    (root / "manifests" / f"{int(newest.stem) + 1:06d}.json").write_bytes(b"")
    reading = Drafting(opened(name="b").book)
    (left,) = reading.left_behind()
    reading.forget(left)
    assert reading.left_behind() == [left]
