"""Promises that hold for everything a person can do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import Notebook, on_disk
from tests.notebook.verbs import VERBS, Verb
from tests.vault.support import snapshot

from stepup.domain.problem import Problem, ProblemCode

every_verb = pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS.keys())


@every_verb
def test_what_is_done_is_there_undone_is_as_before_and_done_again_is_back(
    furnished: Notebook, verb: Verb, root: Path
) -> None:
    before = furnished.live()
    verb(furnished)
    after = furnished.live()
    assert after != before
    furnished.save()
    assert on_disk(root) == after
    assert furnished.book.undo() is not None
    assert furnished.live() == before
    furnished.save()
    assert on_disk(root) == before
    assert furnished.book.redo() is not None
    assert furnished.live() == after
    furnished.save()
    assert on_disk(root) == after


@every_verb
def test_it_is_one_change_told_once_and_undone_at_once(furnished: Notebook, verb: Verb) -> None:
    verb(furnished)
    assert len(furnished.told) == 1
    assert furnished.told[0].kinds
    assert furnished.book.undo() is not None
    assert len(furnished.told) == 2
    assert furnished.told[0] == furnished.told[1]
    assert furnished.book.undo() is None
    assert len(furnished.told) == 2


@every_verb
def test_a_window_that_may_not_write_refuses_it_and_nothing_changes(
    furnished: Notebook, verb: Verb, root: Path, opened: Opener
) -> None:
    furnished.close()
    newest = max((root / "manifests").iterdir())
    whole = newest.read_bytes()
    # The newest state does not verify; the one before it does, so the notebook opens for reading.
    (root / "manifests" / f"{int(newest.stem) + 1:06d}.json").write_bytes(whole[:-20])
    found = opened()
    assert found.book.read_only is not None
    before, folder = found.live(), snapshot(root)
    with pytest.raises(Problem) as refused:
        verb(found)
    assert refused.value.code is ProblemCode.READ_ONLY
    assert found.live() == before
    assert found.book.unsaved() == ()
    assert found.told == []
    assert found.book.undo() is None
    found.close()
    assert snapshot(root) == folder


@every_verb
def test_with_the_disk_full_it_is_kept_and_saved_when_there_is_space(
    furnished: Notebook, verb: Verb, root: Path
) -> None:
    before = on_disk(root)
    furnished.disk.full = True
    verb(furnished)
    after = furnished.live()
    assert not furnished.book.flush()
    assert furnished.book.state.kind == "failed"
    assert on_disk(root) == before
    assert furnished.live() == after
    assert furnished.book.unsaved()
    furnished.disk.full = False
    furnished.book.retry()
    furnished.save()
    assert on_disk(root) == after


def test_nobody_is_told_any_more_who_stopped_listening(window: Notebook) -> None:
    heard: list[object] = []
    stop = window.book.listen(heard.append)
    window.profile.switch_row("bath")
    stop()
    window.profile.switch_row("bath")
    assert len(heard) == 1
