"""The page of goals: every verb, what it keeps, what it shows."""

from pathlib import Path

import pytest
from tests.ui.support import TODAY, MovableClock, Window, begun, opened, stored, written

from stepup.domain.goal import Goal, GoalDay, GoalState, Outcome, SomeDay
from stepup.domain.journal import Topic
from stepup.domain.stage import StageKey
from stepup.notebook.goals import Goals
from stepup.words.ideas import ideas

BOX = "Go to the letter box"


@pytest.fixture
async def home(folder: Path) -> Path:
    """A vault with one goal."""
    await begun(folder)
    async with written(folder) as book:
        Goals(book).add(BOX)
    return folder


def goal_of(window: Window) -> Goal:
    [goal] = window.session.goals.open()
    return goal


async def on_the_goal(window: Window) -> str:
    await window.press("g")
    key = f"goal:{goal_of(window).id}"
    await window.go_to(key)
    return key


async def test_a_goal_is_made_by_enter_on_the_empty_line(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        await window.press("g")
        await window.go_to("new:none")
        await window.press("enter")
        await window.write("Drink water")
        await window.press("enter")
        assert "Drink water" in window.text
        await window.saved()
    [goal] = await stored(folder, Goal, None)
    assert (goal.text, goal.made_on, goal.state) == ("Drink water", TODAY, GoalState.OPEN)


async def test_goals_stand_in_the_order_of_making(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        from stepup.notebook.book import new_id

        window.book.ids = new_id
        await window.press("g")
        words = ["one", "two", "three", "four", "five", "six"]
        for word in words:
            await window.go_to("new:none")
            await window.press("enter")
            await window.write(word)
            await window.press("enter")
        assert [goal.text for goal in window.session.goals.open()] == words


async def test_d_notes_a_goal_as_done_and_it_leaves_the_list_without_a_word(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("d")
        assert window.row("closed").spec.text == "Done or let go"
        assert BOX not in window.text
        await window.go_to("closed")
        await window.press("enter")
        assert BOX in window.text
        await window.saved()
    assert await stored(home, Goal, None) == []
    [goal] = await stored(home, Goal)
    assert (goal.state, goal.closed_on) == (GoalState.DONE, TODAY)
    [day] = await stored(home, GoalDay)
    assert (day.outcome, day.text) == (Outcome.DONE, BOX)


async def test_a_goal_that_comes_again_stays_when_it_was_done(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("enter")
        await window.go_to(f"acts:{goal_of(window).id}", "repeat")
        await window.press("enter")
        await window.go_to(f"goal:{goal_of(window).id}")
        await window.press("d")
        assert goal_of(window).state is GoalState.OPEN
        assert [day.outcome for day in window.kept(GoalDay)] == [Outcome.DONE]
        assert "comes again" in window.text


async def test_h_notes_half_and_the_goal_stays(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("h")
        await window.saved()
        assert BOX in window.text
    assert [day.outcome for day in await stored(home, GoalDay)] == [Outcome.HALF]
    assert [goal.state for goal in await stored(home, Goal, None)] == [GoalState.OPEN]


async def test_m_words_a_goal_smaller_and_the_earlier_wording_is_kept(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("m")
        assert window.field.text == BOX
        await window.press(*["backspace"] * len(BOX))
        await window.write("Open the door")
        await window.press("enter")
        assert "Open the door" in window.text
        assert BOX not in window.text
        await window.saved()
    [goal] = await stored(home, Goal, None)
    assert (goal.text, goal.earlier) == ("Open the door", (BOX,))


@pytest.mark.parametrize(
    ("key", "state", "shown"),
    [("v", GoalState.NOT_NOW, "not now"), ("z", GoalState.RESTING, "resting")],
)
async def test_v_and_z_put_a_goal_aside_and_take_it_up_again(
    home: Path, key: str, state: GoalState, shown: str
) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press(key)
        assert goal_of(window).state is state
        assert "Put aside" in window.text
        assert shown in window.text
        await window.go_to(f"goal:{goal_of(window).id}")
        await window.press(key)
        assert goal_of(window).state is GoalState.OPEN
        assert "Put aside" not in window.text


async def test_l_lets_a_goal_go_and_it_can_come_back(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("l")
        assert window.session.goals.open() == []
        await window.go_to("closed")
        await window.press("enter")
        assert "let go" in window.text
        [goal] = window.kept(Goal)
        await window.go_to(f"was:{goal.id}")
        await window.press("enter")
        assert goal_of(window).state is GoalState.OPEN
        await window.saved()
    assert [goal.text for goal in await stored(home, Goal, None)] == [BOX]


async def test_space_lays_a_goal_out_for_today_and_takes_it_off_again(home: Path) -> None:
    async with opened(home) as window:
        key = await on_the_goal(window)
        await window.press(" ")
        assert "for today" in window.text
        await window.press("t")
        assert BOX in window.text
        await window.press("g")
        await window.go_to(key)
        await window.press(" ")
        assert window.kept(GoalDay) == []
        await window.press("t")
        assert BOX not in window.text


async def test_a_goal_laid_out_and_not_done_simply_leaves_at_night(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press(" ", "t", "]")
        assert BOX not in window.text
        await window.press("g")
        assert BOX in window.text


async def test_steps_are_added_done_made_smaller_and_taken_away(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("enter")
        goal_id = goal_of(window).id
        await window.go_to(f"acts:{goal_id}", "step")
        await window.press("enter")
        await window.write("Put on shoes")
        await window.press("enter")
        await window.go_to(f"newstep:{goal_id}")
        await window.press("enter")
        await window.write("Take the key along")
        await window.press("enter")
        assert [step.text for step in goal_of(window).steps] == [
            "Put on shoes",
            "Take the key along",
        ]
        await window.go_to(f"step:{goal_id}:0")
        await window.press("d")
        assert "[x]" in window.text
        assert goal_of(window).steps[0].done_on == TODAY
        await window.go_to(f"step:{goal_id}:1")
        await window.press("m", *["backspace"] * len(" along"), "enter")
        assert goal_of(window).steps[1].text == "Take the key"
        await window.go_to(f"step:{goal_id}:0")
        await window.press("delete")
        await window.saved()
    [goal] = await stored(home, Goal, None)
    assert [step.text for step in goal.steps] == ["Take the key"]


async def test_a_goal_is_put_in_a_stage_and_stands_under_its_name(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("enter")
        await window.go_to(f"acts:{goal_of(window).id}", "stage")
        await window.press("enter")
        await window.go_to(f"stage:{goal_of(window).id}", "step_out")
        await window.press("enter")
        assert goal_of(window).stage == StageKey.STEP_OUT
        assert "Step out" in window.text


async def test_a_goal_is_reworded_in_place_and_no_words_take_it_away(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("enter")
        await window.go_to(f"acts:{goal_of(window).id}", "reword")
        await window.press("enter")
        await window.write(" and back")
        await window.press("enter")
        assert goal_of(window).text == f"{BOX} and back"
        assert goal_of(window).earlier == ()
        await window.go_to(f"goal:{goal_of(window).id}")
        await window.press("delete")
        assert window.session.goals.open() == []


async def test_k_on_a_goal_puts_it_on_the_list_for_a_talk(home: Path) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("k")
        assert [topic.text for topic in window.kept(Topic, None)] == [BOX]
        assert "It stands under To talk about now." in window.key_line


async def test_one_key_adds_an_idea_in_its_stage_and_adds_it_once(home: Path) -> None:
    async with opened(home) as window:
        await window.press("g", "b")
        assert window.page_name == "IdeasPage"
        await window.press("enter")
        first = ideas(StageKey.BREATHE)[0]
        assert first in window.text
        await window.press("down", "enter")
        assert "among the goals" in window.text
        await window.press("enter", "escape")
        assert window.page_name == "GoalsPage"
        assert first in window.text
        await window.saved()
    goals = await stored(home, Goal, None)
    added = [(goal.text, goal.stage) for goal in goals if goal.text != BOX]
    assert added == [(first, StageKey.BREATHE)]


async def test_what_was_let_go_in_an_older_year_is_found_before_anything_of_this_year(
    home: Path,
) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press("l")
        await window.saved()
    clock = MovableClock()
    clock.move(days=60)
    async with opened(home, clock=clock) as window:
        await window.press("g")
        await window.go_to("closed")
        await window.press("enter")
        assert "No goal was done or let go in this year." in window.text
        await window.go_to("years", "2026")
        await window.press("enter")
        assert BOX in window.text


async def test_ideas_are_seen_only_when_they_are_opened(home: Path) -> None:
    async with opened(home) as window:
        await window.press("g")
        assert not any(idea in window.text for stage in StageKey for idea in ideas(stage))


async def test_the_list_of_some_day_is_written_changed_and_taken_up(home: Path) -> None:
    async with opened(home) as window:
        await window.press("g")
        await window.go_to("newsomeday")
        await window.press("enter")
        await window.write("See the sea")
        await window.press("enter")
        [line] = window.kept(SomeDay, None)
        await window.go_to(f"someday:{line.id}")
        await window.press("enter")
        await window.go_to(f"lineacts:{line.id}", "reword")
        await window.press("enter")
        await window.write(" once")
        await window.press("enter")
        assert [one.text for one in window.kept(SomeDay, None)] == ["See the sea once"]
        await window.go_to(f"lineacts:{line.id}", "take_up")
        await window.press("enter")
        await window.saved()
    assert await stored(home, SomeDay, None) == []
    assert {goal.text for goal in await stored(home, Goal, None)} == {BOX, "See the sea once"}


async def test_a_goal_on_the_page_of_the_day_is_done_halved_and_made_smaller_there(
    home: Path,
) -> None:
    async with opened(home) as window:
        await on_the_goal(window)
        await window.press(" ", "t")
        [day] = window.kept(GoalDay)
        await window.go_to(f"goal:{day.id}", "smaller")
        await window.press("enter", *["backspace"] * len(BOX))
        await window.write("Open the door")
        await window.press("enter")
        assert "Open the door" in window.text
        await window.go_to(f"goal:{day.id}", "half")
        await window.press("enter")
        assert window.kept(GoalDay)[0].outcome is Outcome.HALF
        await window.go_to(f"goal:{day.id}", "done")
        await window.press("enter")
        assert "[Done]" in window.text
        await window.saved()
    [goal] = await stored(home, Goal)
    assert (goal.text, goal.earlier, goal.state) == ("Open the door", (BOX,), GoalState.DONE)
    assert [day.outcome for day in await stored(home, GoalDay)] == [Outcome.DONE]
