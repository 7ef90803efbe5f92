"""Works on the screen: noted, moved, worked at, closed, all kinds alike."""

from datetime import date
from pathlib import Path

import pytest
from tests.ui.support import HARMLESS, HOSTILE, TODAY, Window, begun, opened, stored, written

from stepup.domain.work import Work, WorkKind, WorkSession, WorkState
from stepup.notebook.works import Works


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def typing(home: Path) -> Work:
    async with written(home) as book:
        return Works(book).add("type in names")


async def open_work(window: Window, work: Work) -> None:
    await window.press("w")
    await window.go_to(f"work:{work.id}")
    await window.press("enter")


async def test_with_nothing_yet_the_page_is_kind_and_short(home: Path) -> None:
    async with opened(home) as window:
        await window.press("w")
        assert "any work can stand here" in window.said
        assert window.keys == ["views", "new", "empty"]


async def test_closed_works_have_a_heading_once_there_are_some(home: Path, typing: Work) -> None:
    async with opened(home) as window:
        await open_work(window, typing)
        assert "closed" not in window.keys
        window.session.works.move(typing, WorkState.KEPT)
        await window.settle()
        assert "Closed works" in window.said


async def test_a_work_is_noted_by_its_name_and_opens(home: Path) -> None:
    async with opened(home) as window:
        await window.press("w")
        await window.go_to("new")
        await window.press("enter")
        await window.write("sort screws")
        await window.press("enter")
        [work] = window.kept(Work, None)
        assert (work.text, work.state) == ("sort screws", WorkState.FOUND)
        assert f"state:{work.id}" in window.keys


async def test_words_that_arrive_at_once_go_into_the_line_the_cursor_is_on(
    home: Path, typing: Work
) -> None:
    async with opened(home) as window:
        await open_work(window, typing)
        await window.go_to(f"platform:{typing.id}")
        await window.paste("３０分")
        assert window.field.text == "３０分"
        await window.press("enter")
        [kept] = window.kept(Work, None)
        assert kept.platform == "３０分"
        await window.go_to(f"platform:{typing.id}")
        await window.paste("まで")
        await window.press("enter")
        assert [one.platform for one in window.kept(Work, None)] == ["３０分まで"]
        await window.go_to(f"state:{typing.id}")
        await window.paste("another work")
        await window.press("enter")
        assert {one.text for one in window.kept(Work, None)} == {"type in names", "another work"}


async def test_every_kind_weighs_the_same(home: Path, typing: Work) -> None:
    async with opened(home, size=(120, 36)) as window:
        await open_work(window, typing)
        kinds = window.row(f"way:{typing.id}").spec.parts
        assert {part.id for part in kinds} == set(WorkKind)
        assert not any(part.on for part in kinds)
        await window.go_to(f"way:{typing.id}", "thanks")
        await window.press("enter")
        [kept] = window.kept(Work, None)
        assert kept.way is WorkKind.THANKS
        assert window.row(f"way:{typing.id}").spec.text == "Thanks in kind"


async def test_it_is_moved_closed_into_its_year_and_opened_again(home: Path, typing: Work) -> None:
    async with opened(home) as window:
        await open_work(window, typing)
        await window.go_to(f"state:{typing.id}", "kept")
        await window.press("enter")
        assert [work.state for work in window.kept(Work)] == [WorkState.KEPT]
        assert window.here == f"state:{typing.id}"
        await window.go_to(f"state:{typing.id}", "doing")
        await window.press("enter")
        assert [work.state for work in window.kept(Work, None)] == [WorkState.DOING]
        await window.press("ctrl+z", "ctrl+z")
        assert [work.state for work in window.kept(Work, None)] == [WorkState.FOUND]


async def test_its_lines_are_written_in_place(home: Path, typing: Work) -> None:
    async with opened(home) as window:
        await open_work(window, typing)
        assert f"through:{typing.id}" not in window.keys
        await window.go_to(f"fields:{typing.id}")
        await window.press("enter")
        assert window.here == f"people:{typing.id}"
        for field, text in (("client", "Desk"), ("through", "the counter"), ("part", "half")):
            await window.go_to(f"{field}:{typing.id}")
            await window.press("enter")
            await window.write(text)
            await window.press("enter")
        await window.go_to(f"notes:{typing.id}")
        await window.press("enter")
        await window.write("ten lines")
        await window.press("escape")
        await window.go_to(f"work:{typing.id}")
        await window.press("enter", "enter")  # folded and opened again: what is filled in stands
        shown = [key for key in window.keys if key.endswith(f":{typing.id}")]
        assert f"through:{typing.id}" in shown
        assert f"platform:{typing.id}" in shown
    [kept] = await stored(home, Work, None)
    assert (kept.client, kept.through, kept.part, kept.notes) == (
        *("Desk", "the counter", "half", "ten lines"),
    )


async def test_a_trial_has_days_hours_tiredness_and_what_fitted(home: Path, typing: Work) -> None:
    async with opened(home, size=(80, 40)) as window:
        await open_work(window, typing)
        assert f"tired:{typing.id}" not in window.keys
        await window.go_to(f"way:{typing.id}", "trial")
        await window.press("enter")
        await window.go_to(f"tired:{typing.id}")
        await window.press("enter")
        await window.write("11")
        await window.press("enter")
        assert "A whole number from 0 to 10 fits here." in window.said
        await window.press("backspace")
        await window.write(" my legs")
        await window.press("enter")
        [kept] = window.kept(Work, None)
        assert (kept.tired, kept.tired_words) == (1, "my legs")
        assert "1 of 10 (my legs)" in window.said


async def test_a_time_at_it_has_breaks_and_energy_before_and_after(
    home: Path, typing: Work
) -> None:
    async with opened(home, size=(80, 50)) as window:
        await open_work(window, typing)
        await window.go_to(f"sit:{typing.id}")
        await window.press("enter")
        await window.write("10:00-11:30 break 10")
        await window.press("enter")
        [session] = window.kept(WorkSession)
        for what, energy in (("before", "4"), ("after", "2")):
            await window.go_to(f"{what}:{session.id}", energy)
            await window.press("enter")
        [session] = window.kept(WorkSession)
        assert (session.minutes, session.breaks, session.before, session.after) == (80, 10, 4, 2)
        assert "1 h 20 min from 10:00 (break 10 min)" in window.said
        assert "energy 4, then 2" in window.said
        await window.go_to(f"timeacts:{session.id}", "break")
        await window.press("enter")
        await window.press(*["backspace"] * 2)
        await window.write("5")
        await window.press("enter")
        assert [one.breaks for one in window.kept(WorkSession)] == [5]
        await window.go_to(f"timeacts:{session.id}", "away")
        await window.press("enter")
        assert window.kept(WorkSession) == []


async def test_closed_works_stand_in_their_year(home: Path) -> None:
    async with written(home) as book:
        works = Works(book)
        old = works.move(works.add("old one"), WorkState.PAID)
        assert old.closed_on == TODAY
    async with opened(home) as window:
        await window.press("w")
        assert "old one" not in window.said
        await window.go_to("closed")
        await window.press("enter")
        assert "Paid old one" in window.said
        await window.go_to(f"work:{old.id}")
        await window.press("delete")
        assert "old one" not in window.said
        await window.press("ctrl+z")
        assert "Paid old one" in window.said


async def test_search_leads_to_a_work_of_another_year(home: Path) -> None:
    async with written(home) as book:
        works = Works(book)
        work = works.add("needlework")
        works.say(work, "people", "a kind neighbour")
        closed = works.open()[0].with_state(WorkState.KEPT, date(2024, 5, 1))
        from stepup.domain.change import Label, replaced

        book.apply(replaced(Label.WORK_STATE, works.open()[0], closed))
    async with opened(home) as window:
        await window.press("slash")
        await window.write("neighbour")
        await window.wait_for("a kind neighbour")
        await window.press("down", "enter")
        await window.until(lambda: window.page_name == "WorksPage")
        await window.settle()
        assert window.here == f"work:{work.id}"
        assert "a kind neighbour" in window.said


async def test_c_copies_the_words_of_a_work(home: Path, typing: Work) -> None:
    async with opened(home) as window:
        copied: list[str] = []
        window.app.copy = copied.append  # type: ignore[assignment, method-assign]
        await open_work(window, typing)
        await window.go_to(f"work:{typing.id}")
        await window.press("c")
        assert copied == ["type in names"]


async def test_hostile_words_are_words_everywhere(home: Path) -> None:
    async with written(home) as book:
        works = Works(book)
        work = works.add(HOSTILE)
        works.say(work, "notes", HOSTILE)
    async with opened(home, size=(120, 36)) as window:
        await open_work(window, work)
        assert window.said.count(HARMLESS) == 2


async def test_m_covers_clients_on_works_and_what_is_copied(home: Path, typing: Work) -> None:
    async with written(home) as book:
        works = Works(book)
        for field, name in (("client", "Aoba"), ("people", "Mr Kita"), ("through", "Ms Minami")):
            works.say(works.open()[0], field, name)
    async with opened(home) as window:
        await window.press("w")
        assert "Aoba" in window.said
        await window.press("m")
        assert "Aoba" not in window.said
        assert window.row(f"work:{typing.id}").spec.after == "***"
        await window.go_to(f"work:{typing.id}")
        await window.press("enter")
        assert not [name for name in ("Aoba", "Kita", "Minami") if name in window.said]
        await window.press("c")
        assert "It is hidden; m shows it." in window.key_line
        await window.press("m")
        assert [name for name in ("Aoba", "Kita", "Minami") if name in window.said]
