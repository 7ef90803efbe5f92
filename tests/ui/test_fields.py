"""A field keeps what is written in it, however it is left; drafts bridge a sudden end."""

from pathlib import Path

import pytest
from tests.ui.support import TODAY, Window, begun, opened, stored, written

from stepup.domain.journal import JournalEntry, OwnHelp, Win
from stepup.domain.rhythm import Sleep
from stepup.notebook.days import Days
from stepup.notebook.drafting import Drafting
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.ui import screens
from stepup.ui.screens.stages import StagesPage
from stepup.ui.widgets import entry as entry_module

SCREENS = Path(screens.__file__).parent


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


async def left_unfinished(home: Path, field: str, text: str) -> None:
    """Leave a draft as a window does that was ended suddenly."""
    async with written(home) as book:
        drafts = Drafting(book)
        drafts.keep(field, text)
        drafts.close()


def draft_files(home: Path) -> list[Path]:
    return list((home / "drafts").glob("*.json")) if (home / "drafts").exists() else []


# Leaving


async def test_esc_keeps_the_text_and_a_second_esc_goes_to_the_rail(home: Path) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("a quiet day")
        await window.press("escape")
        assert window.here != "field"
        assert [entry.text for entry in window.kept(JournalEntry)] == ["a quiet day"]
        await window.press("escape")
        assert window.here == "rail"


async def test_leaving_a_line_by_arrows_tab_or_a_click_elsewhere_keeps_it(home: Path) -> None:
    async with opened(home) as window:
        for number, key in enumerate(("up", "down", "tab")):
            await window.press("f")
            await window.write(f"line {number}")
            await window.press(key)
            assert window.here != "field"
        await window.press("f")
        await window.write("line 3")
        await window.click_part("mood", "3")
        assert [win.text for win in window.kept(Win)] == ["line 0", "line 1", "line 2", "line 3"]


async def test_turning_to_another_page_or_day_or_leaving_keeps_the_text(home: Path) -> None:
    async with opened(home) as window:
        for number, key in enumerate(("f3", "f2", "f4", "f2")):
            await window.press("f2", "f")
            await window.write(f"line {number}")
            await window.press(key)
        await window.press("f2", "f")
        await window.write("the last")
        await window.press("ctrl+q")
        await window.until(lambda: not window.is_open)
    assert [win.text for win in await stored(home, Win)] == [
        "line 0", "line 1", "line 2", "line 3", "the last",
    ]  # fmt: skip


async def test_nothing_written_keeps_nothing(home: Path) -> None:
    async with opened(home) as window:
        for key in ("f", "h", "k", "y", "z"):
            await window.press(key)
            await window.write("  ")
            await window.press("escape")
        assert window.kept(Win) == []
        assert window.kept(JournalEntry) == []


async def test_ctrl_z_in_a_field_undoes_typing_and_no_entry(home: Path) -> None:
    async with opened(home) as window:
        await window.press("f")
        await window.write("first")
        await window.press("enter", "f")
        await window.write("second")
        await window.press("ctrl+z")
        assert "second" not in window.field.text
        assert [win.text for win in window.kept(Win)] == ["first"]


async def test_a_text_of_many_lines_shows_what_ends_it(home: Path) -> None:
    async with opened(home) as window:
        await window.press("y")
        assert "Esc keeps it; Enter begins a new line" in window.key_line
        await window.press("escape", "f")
        assert "Enter or Esc keeps it" in window.key_line


async def test_a_field_opened_with_enter_shows_what_ends_it_until_it_is_left(home: Path) -> None:
    async with opened(home) as window:
        for line, hint in (
            ("newline", "Enter or Esc keeps it"),
            ("newjournal", "Esc keeps it; Enter begins a new line"),
        ):
            await window.go_to(line)
            await window.press("enter")
            assert hint in window.key_line
            await window.write("tea")
            assert hint in window.key_line
            await window.press("escape")
            assert "? Help" in window.key_line


async def test_the_terminals_cursor_stands_in_the_field_where_an_input_method_shows_its_words(
    home: Path,
) -> None:
    async with opened(home, size=(60, 20)) as window:
        await window.press("y")
        for _line in range(30):
            await window.press("enter")
        await window.write("here")
        field = window.field
        assert window.app.cursor_position == field.cursor_screen_offset
        assert field.region.contains_point(window.app.cursor_position)


# What cannot be taken


HINT = "Mend it, or leave with Esc; what is written waits here"


@pytest.mark.parametrize("way", ["escape", "up", "down", "tab", "f3"])
@pytest.mark.parametrize("drafted", [True, False])
async def test_what_cannot_be_taken_is_told_and_left_at_the_second_time_and_waits(
    home: Path, way: str, *, drafted: bool
) -> None:
    async def open_field() -> None:
        if drafted:
            await window.press("f2", "z")
            return
        window.app.do("anywhere.settings")
        await window.settle()
        await window.go_to("day_start")
        await window.press("enter")

    async with opened(home) as window:
        await open_field()
        window.field.clear()
        await window.write("late")
        await window.press(way)
        assert window.here == "field"
        assert "This does not read as a" in window.said
        assert HINT in window.key_line
        await window.press(way)
        assert window.here != "field"
        if way != "f3":
            assert "Not kept yet" in window.key_line
        await open_field()
        assert window.field.text == "late"
        assert window.kept(Sleep) == []


async def test_what_could_not_be_taken_waits_at_the_next_start_and_is_gone_on_with_on_its_page(
    home: Path,
) -> None:
    async def open_field() -> None:
        await window.go_to("day_start")
        await window.press("enter")

    async with opened(home) as window:
        window.app.do("anywhere.settings")
        await window.settle()
        await open_field()
        window.field.clear()
        await window.write("late")
        await window.press("escape", "escape")
    async with opened(home) as window:
        assert "Being written: Day starts: late" in window.said
        await window.go_to("waiting:0")
        await window.press("enter")
        await window.settle()
        assert window.page_name == "SettingsPage"
        assert window.field.text == "late"
        window.field.clear()
        await window.write("5:00")
        await window.press("enter")
        await window.saved()
        await window.press("f2")
        assert "Being written" not in window.said
    assert draft_files(home) == []


async def test_what_waits_belongs_to_one_day_and_to_one_place(home: Path) -> None:
    async def open_field(day: str) -> str:
        await window.press(*day)
        window.app.do("today.go_to_day")
        await window.settle()
        return window.field.text

    seen: set[str] = set()
    async with opened(home) as window:
        assert await open_field("") == ""
        await window.write("no day")
        await window.press("escape", "escape")
        assert await open_field("[") == ""
        await window.press("escape")
        assert await open_field("]") == "no day"
        await window.press("escape", "escape", "s")
        page = window.page
        assert isinstance(page, StagesPage)
        waiting = "x" * 300_000
        first, other = [stage.id for stage in window.session.stages.shown()][:2]
        for place in (first, other, first):
            page._show(looked=place, acts=False)
            page.action_rename()
            await window.settle()
            assert (window.field.text == waiting) is (place == first and page.subject in seen)
            seen.add(place)
            if place == first:
                window.field.text = waiting
            await window.press("escape", "escape")


async def test_a_text_whose_field_cannot_be_found_is_shown_until_it_is_let_go(home: Path) -> None:
    await left_unfinished(home, "passing:DayRowsPage::new::", "stretched")
    async with opened(home) as window:
        assert "Being written: stretched" in window.text
        assert [part.id for part in window.row("waiting:0").spec.parts] == ["drop"]
        await window.go_to("waiting:0")
        await window.press("enter")
        assert "Being written" not in window.text
        assert window.kept(JournalEntry) == []
    assert draft_files(home) == []


async def test_the_key_that_clears_a_field_of_one_line_clears_all_of_it_however_it_wraps(
    home: Path,
) -> None:
    async with opened(home, size=(60, 20)) as window:
        await window.press("f")
        await window.write(
            "one line that is far longer than a window of sixty cells is wide, and goes on"
        )
        await window.press("ctrl+u")
        assert window.field.text == ""


async def test_a_click_on_another_line_tells_what_cannot_be_taken_and_a_second_one_leaves(
    home: Path,
) -> None:
    async with opened(home) as window:
        await window.press("z")
        await window.write("late")
        for is_left in (False, True):
            await window.click("Journal   ")
            assert (window.field.text == "late") is not is_left
        await window.press("escape", "z")
        assert window.field.text == "late"


# Resting and drafts: the timers are never waited for, what they call is called


@pytest.fixture
def timers(monkeypatch: pytest.MonkeyPatch) -> dict[float, object]:
    """What a field has asked to be called, by the seconds of rest."""
    asked: dict[float, object] = {}

    class Stopped:
        def stop(self) -> None:
            pass

    def set_timer(_self: object, delay: float, callback: object) -> Stopped:
        asked[delay] = callback
        return Stopped()

    monkeypatch.setattr(entry_module.Entry, "set_timer", set_timer)
    return asked


def ring(timers: dict[float, object], seconds: float) -> None:
    callback = timers[seconds]
    assert callable(callback)
    callback()


async def test_after_thirty_seconds_of_rest_a_long_text_is_saved_and_stays_open(
    home: Path, timers: dict[float, object]
) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("half a")
        ring(timers, 30.0)
        await window.saved()
        assert window.here == "field"
        assert [entry.text for entry in window.kept(JournalEntry)] == ["half a"]
        await window.write(" day")
        ring(timers, 30.0)
        await window.press("escape")
        await window.saved()
    assert [entry.text for entry in await stored(home, JournalEntry)] == ["half a day"]


async def test_after_two_seconds_of_rest_a_draft_is_on_disk(
    home: Path, timers: dict[float, object]
) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("half a sent")
        assert draft_files(home) == []
        ring(timers, 2.0)
        [draft] = draft_files(home)
        assert b"half a sent" in draft.read_bytes()
        await window.press("escape")
        await window.saved()  # until then the draft is the only copy on disk
        assert draft_files(home) == []


@pytest.mark.parametrize("key", ["f", "h", "k", "z", "y"])
async def test_every_field_of_the_day_keeps_a_draft(
    home: Path, timers: dict[float, object], key: str
) -> None:
    async with opened(home) as window:
        await window.press(key)
        await window.write("half a sent")
        ring(timers, 2.0)
        assert len(draft_files(home)) == 1


async def test_a_text_that_is_taken_back_to_what_is_stored_leaves_no_draft(
    home: Path, timers: dict[float, object]
) -> None:
    async with opened(home) as window:
        await window.press("y")
        await window.write("not after all")
        ring(timers, 2.0)
        assert draft_files(home)
        window.field.clear()
        await window.settle()
        await window.press("escape", "y")
        assert window.field.text == ""
    assert draft_files(home) == []


# Drafts of an earlier window


@pytest.mark.parametrize(
    ("field", "kind"), [(f"journal:{TODAY}:", JournalEntry), (f"line:{TODAY}:win", Win)]
)
async def test_an_unfinished_text_is_offered_and_gone_on_with(
    home: Path, field: str, kind: type[JournalEntry] | type[Win]
) -> None:
    await left_unfinished(home, field, "half a sent")
    async with opened(home) as window:
        assert "Being written: half a sent" in window.text
        assert window.here == "waiting:0"
        await window.press("enter")
        assert window.field.text == "half a sent"
        await window.write("ence")
        await window.press("escape")
        assert [one.text for one in window.kept(kind)] == ["half a sentence"]
        await window.saved()
    assert draft_files(home) == []
    async with opened(home) as window:
        assert "Being written" not in window.text


async def test_an_unfinished_text_is_let_go_and_not_offered_again(home: Path) -> None:
    await left_unfinished(home, f"journal:{TODAY}:", "half a sent")
    async with opened(home) as window:
        await window.press("right", "enter")
        assert "Being written" not in window.text
        assert window.kept(JournalEntry) == []
    assert draft_files(home) == []


async def test_an_unfinished_text_that_is_not_taken_up_is_offered_again(home: Path) -> None:
    await left_unfinished(home, f"journal:{TODAY}:", "half a sent")
    for _time in range(2):
        async with opened(home) as window:
            assert "Being written: half a sent" in window.text
            await window.press("ctrl+q")
            await window.until(lambda: not window.is_open)


async def test_an_unfinished_text_that_was_gone_on_with_survives_another_sudden_end(
    home: Path,
) -> None:
    await left_unfinished(home, f"journal:{TODAY}:", "half a sent")
    async with opened(home) as window:
        await window.press("enter")
        assert window.here == "field"
        window.app._keep_everything()  # the window is closed at this moment
        kept = b"".join(path.read_bytes() for path in draft_files(home))
        assert b"half a sent" in kept


@pytest.mark.parametrize("text", ["stored already", "stored already\n"])
async def test_a_draft_that_is_what_is_stored_is_dropped_without_a_word(
    home: Path, text: str
) -> None:
    async with written(home) as book:
        entry = Journal(book).write(TODAY, "stored already")
    assert entry is not None
    await left_unfinished(home, f"journal:{TODAY}:{entry.id}", text)
    async with opened(home) as window:
        assert "Being written" not in window.text
    assert draft_files(home) == []


async def test_an_unfinished_change_of_a_line_goes_on_in_that_line(home: Path) -> None:
    async with written(home) as book:
        Days(book).add_win(TODAY, "tea")
        [win] = book.of_kind(Win, "2026")
    await left_unfinished(home, f"line:{TODAY}:{win.id}", "tea with mi")
    async with opened(home) as window:
        await window.press("enter")
        await window.write("lk")
        await window.press("enter")
        assert [one.text for one in window.kept(Win)] == ["tea with milk"]


async def test_an_unfinished_goal_goes_on_as_a_goal(home: Path) -> None:
    await left_unfinished(home, "goal:new:none", "go to the let")
    async with opened(home) as window:
        assert "Being written: go to the let" in window.text
        await window.press("enter")
        await window.write("ter box")
        await window.press("enter")
        assert window.kept(Win) == []
        assert [goal.text for goal in window.session.goals.open()] == ["go to the letter box"]


async def test_an_unfinished_smaller_wording_of_a_goal_goes_on_in_that_goal(home: Path) -> None:
    async with written(home) as book:
        goal = Goals(book).add("Go to the letter box")
    await left_unfinished(home, f"smaller:{goal.id}", "Open the do")
    async with opened(home) as window:
        await window.press("enter")
        await window.write("or")
        await window.press("enter")
        assert window.kept(Win) == []
        [after] = window.session.goals.open()
        assert (after.text, after.earlier) == ("Open the door", ("Go to the letter box",))


async def test_an_unfinished_own_plan_goes_on_as_the_own_plan(home: Path) -> None:
    await left_unfinished(home, "own_help:", "call my sist")
    async with opened(home) as window:
        await window.press("enter")
        await window.write("er")
        await window.press("escape")
        assert window.kept(Win) == []
        assert [help_.text for help_ in window.kept(OwnHelp, None)] == ["call my sister"]


async def test_the_draft_of_a_window_that_is_open_is_not_offered_to_another(
    home: Path, timers: dict[float, object]
) -> None:
    async with opened(home) as first:
        await first.press("y")
        await first.write("half a sent")
        ring(timers, 2.0)
        async with opened(home) as second:
            assert "Being written" not in second.text


# The window is closed, the program is asked to end


async def closed_while_writing(window: Window) -> None:
    await window.press("3", "y")
    await window.write("half a sent")


async def test_closing_the_window_keeps_the_sentence_and_everything_else(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr("os._exit", codes.append)
    async with opened(home) as window:
        await closed_while_writing(window)
        window.app._window_closed()
        assert codes == [129]
        [draft] = draft_files(home)
        assert b"half a sent" in draft.read_bytes()
        assert window.book.unsaved() == ()


async def test_being_asked_to_end_keeps_the_sentence_and_everything_else(home: Path) -> None:
    async with opened(home) as window:
        await closed_while_writing(window)
        window.app._asked_to_end()
        await window.until(lambda: not window.is_open)
    assert window.app.return_value == 143
    async with opened(home) as window:
        assert "So-so" in window.text
        assert "half a sent" in window.text  # offered, or saved when the field went


async def test_closing_the_window_twice_changes_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr("os._exit", codes.append)
    async with opened(home) as window:
        await closed_while_writing(window)
        window.app._window_closed()
        window.app._window_closed()
    assert codes == [129, 129]


# Files outside the notebook


WAYS_OUT = ("escape", "up", "down", "tab", "f2", "f10", "click", "leave")


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize(("page", "line"), [("safekeeping", "copy"), ("write_out", "json")])
async def test_a_file_is_written_by_enter_alone(
    home: Path, tmp_path: Path, page: str, line: str, way: str
) -> None:
    target = tmp_path / "copy.file"
    async with opened(home) as window:
        window.app.do("anywhere.safekeeping")
        await window.settle()
        if page == "write_out":
            await window.go_to("write_out")
            await window.press("enter")
        await window.go_to(line)
        await window.press("enter")
        window.field.clear()
        await window.write(str(target))
        assert "Enter saves it; Esc leaves it" in window.key_line
        match way:
            case "click":
                await window.pilot.click(offset=(40, 20))
                await window.settle()
            case "leave":
                await window.press("ctrl+q")
                await window.until(lambda: not window.is_open)
            case _:
                await window.press(way)
        assert not target.exists()
        if way == "escape":
            assert window.here == line
            await window.press("enter")
            window.field.clear()
            await window.write(str(target))
            await window.press("enter")
            assert target.exists()


def test_every_field_for_the_name_of_a_file_does_its_work_by_enter_alone() -> None:
    for path in SCREENS.rglob("*.py"):
        source = path.read_text("utf-8")
        assert source.count(" named_file(") + source.count("(named_file(") == source.count(
            "only_enter="
        ) - source.count("only_enter=only_enter"), path
