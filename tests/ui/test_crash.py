"""A mistake of the program's own: type and place are said, nothing of the person's; drafts are kept.

Every screen is gone over in test_crash_locked.py, where nothing may be left on the disk either.
"""

import asyncio
from pathlib import Path

import pytest
from tests.ui.support import TODAY, begun, opened, stored, written
from textual import events
from textual.worker import WorkerFailed

from stepup.domain.goal import Goal
from stepup.domain.income_entry import Entry as Filled
from stepup.domain.journal import JournalEntry
from stepup.notebook.days import Days
from stepup.notebook.drafting import Drafting
from stepup.notebook.goals import Goals
from stepup.notebook.incomes import Incomes
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.notebook.works import Works
from stepup.ui.widgets.block import Block
from stepup.ui.widgets.entry import Entry
from stepup.vault import Vault

SECRET = "sentinel-of-a-secret-life"


class BoomError(Exception):
    """What a mistake raises."""


def boom(*_args: object, **_named: object) -> None:
    secret_local = SECRET
    raise BoomError(f"{secret_local} in the message too")


@pytest.fixture
async def lived(folder: Path) -> Path:
    """A vault full of one secret."""
    await begun(folder)
    async with written(folder) as book:
        Days(book).add_win(TODAY, SECRET)
        Goals(book).add(SECRET, chosen_for=TODAY)
        Goals(book).add_some_day(SECRET)
        Journal(book).write(TODAY, f"{SECRET} #{SECRET}")
        Profile(book).write_own_help(SECRET)
        Works(book).add(SECRET)
        Incomes(book).note(Filled(TODAY, SECRET, gross=1, note=SECRET))
        Incomes(book).write_worry(SECRET)
    return folder


@pytest.mark.parametrize(
    ("keys", "field"),
    [(("f2", "y"), "journal:"), (("f4", "n"), "journal:"), (("f2", "f"), "line:")],
)
async def test_a_mistake_while_writing_keeps_the_text_as_a_draft(
    lived: Path,
    keys: tuple[str, ...],
    field: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(BoomError):
        async with opened(lived) as window:
            await window.press(*keys)
            await window.write("half a sent")
            monkeypatch.setattr(Entry, "on_text_area_changed", boom)
            window.send("e")
            await window.crashed()
    assert SECRET not in "".join(capfd.readouterr())
    async with written(lived) as book:
        left = [
            draft.text for draft in Drafting(book).left_behind() if draft.field.startswith(field)
        ]
        texts = [entry.text for entry in book.of_kind(JournalEntry, "2026")]
        assert any("half a sent" in text for text in [*left, *texts, *lines(book)])


def lines(book: object) -> list[str]:
    from stepup.domain.journal import Win
    from stepup.notebook.book import Book

    assert isinstance(book, Book)
    return [win.text for win in book.of_kind(Win, "2026")]


async def test_a_mistake_after_a_change_keeps_the_change(
    lived: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BoomError):
        async with opened(lived) as window:
            await window.press("f3", "home", "m")
            await window.write(" smaller")
            await window.press("enter")
            window.app.call_later(boom)
            await window.crashed()
    assert SECRET not in "".join(capfd.readouterr())
    assert [goal.text for goal in await stored(lived, Goal, None)] == [f"{SECRET} smaller"]


@pytest.mark.parametrize(
    "where",
    [
        "watcher",
        "timer",
        "worker",
        "listener",
        "render",
        "callback",
        "forgotten task",
        "save state",
    ],
)
async def test_a_mistake_anywhere_else_says_no_value_either(
    lived: Path, where: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def work() -> None:
        await asyncio.sleep(0)
        boom()

    with pytest.raises((BoomError, WorkerFailed)):
        async with opened(lived) as window:
            if where == "timer":
                window.app.set_timer(0.001, boom)
            elif where == "worker":
                window.app.run_worker(work())
            elif where == "listener":
                window.book.listen(boom)
                window.send("3")
            elif where == "callback":
                asyncio.get_running_loop().call_soon(boom)
            elif where == "forgotten task":
                asyncio.ensure_future(work())  # noqa: RUF006 - it is what is tried
            elif where == "save state":
                monkeypatch.setattr(window.page, "show_state", boom)
                window.send("3")
            elif where == "render":
                monkeypatch.setattr(Block, "render_line", boom)
                window.send("3")
            else:
                monkeypatch.setattr(type(window.app), "watch_app_focus", boom)
                window.app.post_message(events.AppBlur())
            await window.crashed()
    assert SECRET not in "".join(capfd.readouterr())
    assert SECRET not in window.app.last_words
    assert window.app.return_code == 1


async def test_a_mistake_in_the_writer_shows_as_not_saved_and_says_no_value(
    lived: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    commit = Vault.commit
    async with opened(lived, size=(120, 36)) as window:
        monkeypatch.setattr(Vault, "commit", boom)
        await window.press("f")
        await window.write("tea")
        await window.press("enter")
        await window.until(lambda: window.book.state.kind == "failed")
        await window.settle()
        assert "Not saved" in window.title
        assert SECRET not in window.title
        assert "tea" in window.text
        monkeypatch.setattr(Vault, "commit", commit)
        window.book.retry()
        await window.until(lambda: window.title.endswith("Saved"))
    assert SECRET not in "".join(capfd.readouterr())
