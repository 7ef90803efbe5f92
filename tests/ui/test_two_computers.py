"""Two computers: what joining would do is seen first; two versions of an entry are settled when one likes."""

import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.support import HARMLESS, HOSTILE, TODAY, Window, begun, opened, stored, written
from tests.vault.support import snapshot
from tests.vault.test_lineage import bring_together

from stepup.domain.corner import Later
from stepup.domain.joined import Joined
from stepup.domain.journal import Win
from stepup.domain.problem import Problem, ProblemCode
from stepup.i18n import set_language
from stepup.notebook import joining
from stepup.notebook.corners import Corners
from stepup.notebook.days import Days
from stepup.notebook.visits import Visits
from stepup.ui.screens import write_out

WRITTEN = {"json": "all.json", "jrnl": "j.json", "csv": "tables", "md": "days"}


@pytest.fixture
async def away(folder: Path, tmp_path: Path) -> Path:
    """A copy of the notebook; both were written in since, and one win was changed in both."""
    await begun(folder)
    async with written(folder) as book:
        Days(book).add_win(TODAY, "washed a cup")
    root = Path(shutil.copytree(folder, tmp_path / "away"))
    async with written(folder) as book:
        days = Days(book)
        days.reword(days.view(TODAY).wins[0], "washed two cups")
    async with written(root) as book:
        days = Days(book)
        days.reword(days.view(TODAY).wins[0], "washed every cup")
        days.add_win(TODAY - timedelta(days=1), HOSTILE)
    return root


async def go(window: Window, place: str) -> None:
    window.app.do(f"anywhere.{place}")
    await window.settle()


async def look_at(window: Window, path: str) -> None:
    await go(window, "join")
    await window.go_to("other")
    await window.press("enter")
    await window.write(path)
    await window.press("enter")
    await window.until(lambda: "reading" not in window.keys)
    await window.settle()


async def both(folder: Path, away: Path) -> None:
    """Join, so that a win stands in two versions."""
    async with written(folder) as book:
        joining.accept(book, joining.read_other(book, away))


async def test_more_leads_to_both_pages(away: Path, folder: Path) -> None:
    async with opened(folder) as window:
        for name, page in (("join", "JoinPage"), ("versions", "VersionsPage")):
            await go(window, "more")
            await window.go_to(f"anywhere.{name}")
            await window.press("enter")
            assert window.page_name == page
            await window.press("escape")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 36)])
async def test_what_joining_would_do_is_seen_first_and_nothing_is_written(
    away: Path, folder: Path, size: tuple[int, int]
) -> None:
    async with opened(folder, size=size) as window:
        before = snapshot(folder)
        await look_at(window, str(away))
        assert window.here == "acts"
        assert "1 entry that only the other notebook has" in window.said
        assert "1 entry changed in both" in window.said
        assert snapshot(folder)["manifests/000001.json"] == before["manifests/000001.json"]
        assert len(list(folder.glob("manifests/*"))) == len(
            [k for k in before if "manifests/" in k]
        )
        [pair] = [key for key in window.keys if key.startswith("pair:")]
        await window.go_to(pair)
        await window.press("enter", "down")  # in a small window, down to what is different
        assert "washed two cups" in window.said
        assert "washed every cup" in window.said


async def test_it_is_joined_and_one_undo_takes_it_back(away: Path, folder: Path) -> None:
    there = snapshot(away)
    async with opened(folder) as window:
        await look_at(window, str(away))
        await window.go_to("acts", "join")
        await window.press("enter")
        assert "Joined. Ctrl+Z takes it back." in window.key_line
        texts = {win.text for win in window.kept(Win)}
        assert texts == {"washed two cups", "washed every cup", HARMLESS}
        await window.saved()
        assert len(await stored(folder, Win)) == 3
        await window.press("ctrl+z")
        assert [win.text for win in window.kept(Win)] == ["washed two cups"]
        assert window.kept(Joined, None) == []
    assert snapshot(away) == there


async def test_it_can_be_left_alone(away: Path, folder: Path) -> None:
    async with opened(folder) as window:
        await look_at(window, str(away))
        await window.go_to("acts", "leave")
        await window.press("enter")
        assert not any(key.startswith("count") for key in window.keys)
        assert [win.text for win in window.kept(Win)] == ["washed two cups"]


@pytest.mark.parametrize("typed", ["/nowhere/at/all", "~nobody-of-that-name/x", "\\x00"])
async def test_what_is_no_notebook_is_told_in_one_sentence(
    away: Path, folder: Path, typed: str
) -> None:
    async with opened(folder) as window:
        await look_at(window, typed)
        assert not any(key.startswith("count") for key in window.keys)
        assert window.page_name == "JoinPage"
        assert window.key_line.strip()


async def test_what_a_sync_tool_put_aside_is_offered_and_joined(away: Path, folder: Path) -> None:
    name = bring_together(folder, away, "{number} (競合コピー).json")
    async with opened(folder) as window:
        await go(window, "join")
        [aside] = [key for key in window.keys if key.startswith("aside:")]
        assert name in window.said
        await window.go_to(aside)
        await window.press("enter")
        await window.until(lambda: "acts" in window.keys)
        await window.go_to("acts", "join")
        await window.press("enter")
        await window.saved()
        assert not any(key.startswith("aside:") for key in window.keys)
        assert {win.text for win in window.kept(Win)} >= {"washed two cups", "washed every cup"}


# Two versions


async def test_nothing_in_two_versions_is_said_quietly(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        await go(window, "versions")
        assert window.keys == ["told"]


@pytest.mark.parametrize(
    ("part", "kept"), [("standing", "newer"), ("both", "both"), ("beside", "older")]
)
async def test_two_versions_are_settled_in_one_of_three_ways(
    away: Path, folder: Path, part: str, kept: str
) -> None:
    await both(folder, away)
    async with opened(folder) as window:
        wins = {win.copy_of is None: win.text for win in window.kept(Win) if win.day == TODAY}
        await go(window, "versions")
        [pair] = [key for key in window.keys if key.startswith("pair:")]
        await window.go_to(pair)
        await window.press("enter")
        assert wins[True] in window.said
        assert wins[False] in window.said
        await window.go_to("acts", part)
        await window.press("enter")
        assert window.keys == ["told"]
        now = {win.text for win in window.kept(Win) if win.day == TODAY}
        assert (
            now == {"newer": {wins[True]}, "older": {wins[False]}, "both": {*wins.values()}}[kept]
        )
        await window.press("ctrl+z")
        assert pair in window.keys


async def test_escape_leads_from_a_pair_to_the_list_and_back(away: Path, folder: Path) -> None:
    await both(folder, away)
    async with opened(folder) as window:
        await go(window, "versions")
        [pair] = [key for key in window.keys if key.startswith("pair:")]
        await window.go_to(pair)
        await window.press("enter")
        await window.press("escape")
        assert window.here == pair
        await window.press("escape")
        assert window.page_name == "TodayPage"


async def test_the_words_of_what_is_to_be_opened_later_stay_closed(folder: Path) -> None:
    await begun(folder)
    async with written(folder) as book:
        later = Corners(book, lambda _count: 0).lay_by(TODAY, "a letter, unread")
        assert isinstance(later, Later)
        from stepup.domain.change import Label, added

        copy = later.replace(id="copy", copy_of=later.id, text="a letter, still unread")
        book.apply(added(Label.LATER, copy))
    async with opened(folder) as window:
        await go(window, "versions")
        await window.go_to("pair:copy")
        await window.press("enter")
        assert "unread" not in window.all_said


# Writing out


async def go_to_formats(window: Window) -> None:
    await go(window, "safekeeping")
    await window.go_to("write_out")
    await window.press("enter")


async def test_everything_is_written_out_from_the_screen(
    away: Path, folder: Path, tmp_path: Path
) -> None:
    set_language("ja")
    async with opened(folder) as window:
        await go_to_formats(window)
        for name, target in WRITTEN.items():
            await window.go_to(name)
            await window.press("enter", *["ctrl+u"] * 4)
            await window.write(str(tmp_path / target))
            await window.press("enter")
            await window.until(lambda: "に書き出しました。" in window.text)
            await window.go_to(name)
            await window.press("enter", *["ctrl+u"] * 4)
            await window.write(str(tmp_path / target))
            await window.press("enter")
            assert "はもうあり" in window.all_said or "同じ" in window.all_said
            await window.press(*["ctrl+u"] * 4, "enter")
    assert (tmp_path / "all.json").read_bytes().startswith(b'{\n"form": "stepup export"')
    assert (tmp_path / "tables" / "win.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "washed two cups" in (tmp_path / "days" / f"{TODAY}.md").read_text(encoding="utf-8")


async def test_appointments_are_written_for_a_calendar_once_there_are_some(
    folder: Path, tmp_path: Path
) -> None:
    await begun(folder)
    file = tmp_path / "dates.ics"
    async with opened(folder) as window:
        await go_to_formats(window)
        for sentence in ("There is nothing of it yet", "Written to"):
            await window.go_to("ics")
            await window.press("enter", *["ctrl+u"] * 4)
            await window.write(str(file))
            await window.press("enter")
            assert sentence in window.key_line
            assert file.exists() is (sentence == "Written to")
            Visits(window.book).make("2026-12-01 10:00")
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 1


async def test_the_screen_goes_on_while_a_folder_is_filled_and_what_fails_is_told(
    away: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(_target: Path, _files: object) -> None:
        assert threading.current_thread() is not threading.main_thread()
        may_go_on.wait(30)
        raise Problem(ProblemCode.DISK_FULL, error="ENOSPC")

    monkeypatch.setattr(write_out, "write_new_folder", slow)
    async with opened(folder) as window:
        await go_to_formats(window)
        await window.go_to("md")
        await window.press("enter", *["ctrl+u"] * 4)
        await window.write(str(tmp_path / "days"))
        await window.press("enter")
        assert "It is being written" in window.key_line
        may_go_on.set()
        await window.until(lambda: "no room left" in window.key_line)


async def test_in_japanese_two_contents_are_spoken_of_and_no_versions(
    away: Path, folder: Path
) -> None:
    set_language("ja")
    async with opened(folder) as window:
        await look_at(window, str(away))
        assert "どちらの内容も残ります" in window.said
        assert "版" not in window.said
        await go(window, "versions")
        assert "二つの内容がある記録はありません。" in window.text
