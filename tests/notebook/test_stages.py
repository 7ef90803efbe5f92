"""Stages: come, leave, rest, rename, hide, bring back; nothing is lost and undo undoes each."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.notebook.conftest import Opener
from tests.notebook.support import DAY, TOKYO, HandClock, Live, Notebook, on_disk, plant, win

from stepup.domain.gathering import TwelveMonths, gathered
from stepup.domain.goal import GoalState
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.stage import Being, Ease, Placement, Stage, StageKey

LATER = DAY + timedelta(days=40)


def placements(found: Live) -> list[tuple[str, str, str | None, bool]]:
    """Shard, first day, last day and whether resting, of every stretch, the oldest first."""
    mine = [(shard, doc) for (kind, _id), (shard, doc) in found.items() if kind == "placement"]
    told = [(shard, d["from_day"], d.get("to_day"), d["resting"]) for shard, d in mine]
    return sorted(told, key=lambda one: one[1])


def kinds(found: Live, kind: str) -> list[dict[str, Any]]:
    return [document for (of, _id), (_shard, document) in found.items() if of == kind]


# Which there are


def test_seven_places_are_there_and_nothing_is_stored_for_them(window: Notebook) -> None:
    assert [stage.id for stage in window.stages.shown()] == list(StageKey)
    assert window.stages.hidden() == []
    assert window.live() == {}


def test_a_place_has_ones_own_words_until_they_are_taken_back(window: Notebook) -> None:
    place = window.stages.all()[2]
    window.stages.rename(place, " Out of\nthe door ")
    (kept,) = window.book.of_kind(Stage)
    assert (kept.id, kept.name, kept.position) == ("step_out", "Out of the door", 2)
    window.stages.say(kept, "When it is quiet")
    named = window.stages.get("step_out")
    assert named is not None
    assert (named.name, named.sentence) == ("Out of the door", "When it is quiet")
    window.stages.say(named, "")
    window.stages.rename(window.stages.all()[2], " ")
    assert window.live() == {}


def test_a_place_of_ones_own_stands_behind_the_others_and_keeps_a_name(window: Notebook) -> None:
    mine = window.stages.add("The bench by the river")
    assert window.stages.shown()[-1] == mine
    window.stages.rename(mine, "")
    assert window.stages.get(mine.id) == mine
    with pytest.raises(Problem) as refused:
        window.stages.add(" ")
    assert refused.value.code is ProblemCode.NOTHING_WRITTEN


def test_a_hidden_place_is_out_of_sight_with_all_that_is_in_it_and_comes_back(
    window: Notebook,
) -> None:
    window.stages.turn_here("try", DAY)
    window.goals.add("read a page", "try")
    before = window.live()
    window.stages.hide(window.stages.all()[4])
    assert "try" not in [stage.id for stage in window.stages.shown()]
    assert window.stages.here() == []
    assert [placement.stage for placement in window.stages.current()] == ["try"]
    (hidden,) = window.stages.hidden()
    window.stages.bring_back(hidden)
    assert window.live() == before
    assert [stage.id for stage in window.stages.here()] == ["try"]


def test_a_place_changed_in_two_windows_is_one_place(opened: Opener) -> None:
    one, two = opened(name="a"), opened(name="b")
    one.stages.rename(one.stages.all()[0], "Air")
    two.stages.rename(two.stages.all()[0], "Rest")
    one.save()
    two.save()
    assert len(opened().stages.all()) == 7


# Where one is


def test_one_is_in_several_places_at_once(window: Notebook) -> None:
    for place in ("earn", "breathe"):
        window.stages.turn_here(place, DAY)
    window.stages.turn_rest("earn", DAY)
    assert [p.stage for p in window.stages.current()] == ["breathe", "earn"]
    assert [stage.id for stage in window.stages.here()] == ["breathe", "earn"]
    assert window.stages.being("earn") is Being.RESTING
    assert window.stages.being("breathe") is Being.HERE
    assert window.stages.being("keep") is Being.AWAY


def test_leaving_resting_and_coming_back_are_kept_as_stretches(window: Notebook) -> None:
    def on(month: int, day: int) -> date:
        return date(2026, month, day)

    window.stages.turn_here("try", on(1, 10))
    window.stages.turn_rest("try", on(2, 1))
    window.stages.turn_rest("try", on(3, 1))
    window.stages.turn_here("try", on(4, 1))
    window.stages.turn_here("try", on(5, 1))
    assert placements(window.live()) == [
        ("2026", "2026-01-10", "2026-01-31", False),
        ("2026", "2026-02-01", "2026-02-28", True),
        ("2026", "2026-03-01", "2026-03-31", False),
        ("core", "2026-05-01", None, False),
    ]
    stays = {p.from_day: p.stay for p in window.book.of_kind(Placement, "2026")}
    assert len(set(stays.values())) == 1
    assert window.stages.current()[0].stay not in stays.values()


def test_a_stay_of_years_ends_as_a_piece_a_year_in_one_change(window: Notebook, root: Path) -> None:
    window.stages.turn_here("keep", date(2023, 11, 5))
    told = len(window.told)
    window.stages.turn_here("keep", DAY)
    assert len(window.told) == told + 1
    pieces = [
        ("2023", "2023-11-05", "2023-12-31", False),
        ("2024", "2024-01-01", "2024-12-31", False),
        ("2025", "2025-01-01", "2025-12-31", False),
        ("2026", "2026-01-01", "2026-05-30", False),
    ]
    assert placements(window.live()) == pieces
    window.save()
    assert placements(on_disk(root)) == pieces
    assert window.book.undo() is not None
    assert placements(window.live()) == [("core", "2023-11-05", None, False)]


@pytest.mark.parametrize("act", ["turn_here", "turn_rest"])
def test_the_same_key_twice_on_a_day_changes_nothing(window: Notebook, act: str) -> None:
    window.stages.turn_here("try", date(2026, 3, 1))
    before = window.live()
    for _time in range(2):
        getattr(window.stages, act)("try", DAY)
    assert window.live() == before


def test_coming_and_leaving_on_the_same_day_leaves_no_stretch(window: Notebook) -> None:
    window.stages.turn_here("try", DAY)
    window.stages.turn_here("try", DAY)
    assert window.live() == {}


def test_on_the_first_day_of_the_calendar_there_is_no_day_before(window: Notebook) -> None:
    window.stages.turn_here("try", date.min)
    assert window.stages.being("try") is Being.HERE


# How it feels


def test_ease_is_one_number_a_day_changed_or_taken_away(window: Notebook) -> None:
    window.stages.feel("try", 4, DAY)
    window.stages.feel("earn", 0, DAY)
    window.stages.feel("try", 6, DAY)
    assert sorted((e.stage, e.value) for e in window.book.of_kind(Ease, "2026")) == [
        ("earn", 0), ("try", 6),
    ]  # fmt: skip
    window.stages.feel("try", 6, DAY)
    assert window.stages.ease_on("try", DAY) is None
    with pytest.raises(ValidationError):
        window.stages.feel("try", 11, DAY)


# All of it, in any order, undone

ACTS = ("here", "rest", "rename", "name of old", "sentence", "hide", "back", "add", "ease", "goal")


def act(n: Notebook, name: str, which: int, day: date) -> None:
    places = n.stages.all()
    place = places[which % len(places)]
    match name:
        case "here":
            n.stages.turn_here(place.id, day)
        case "rest":
            n.stages.turn_rest(place.id, day)
        case "rename" | "name of old":
            n.stages.rename(place, f"name {which}" if name == "rename" else "")
        case "sentence":
            n.stages.say(place, f"sentence {which}")
        case "hide":
            n.stages.hide(place)
        case "back":
            n.stages.bring_back(place)
        case "add":
            n.stages.add(f"own {which}")
        case "ease":
            n.stages.feel(place.id, which, day)
        case "goal":
            n.goals.add("a goal", place.id, chosen_for=day)


@settings(max_examples=40, deadline=None)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 8), st.sampled_from((0, 0, 1, 30, 500))),
        max_size=12,
    )
)
def test_whatever_is_done_undo_brings_back_each_whole_and_redo_does_it_again(
    acts: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        window = Notebook(
            Path(folder) / "notebook", clock=HandClock(datetime(2023, 12, 20, 22, tzinfo=TOKYO))
        )
        states = [window.live()]
        for name, which, later in acts:
            window.clock.move(days=later)
            act(window, name, which, window.book.today())
            if window.live() != states[-1]:
                states.append(window.live())
        for before in reversed(states[:-1]):
            assert window.book.undo() is not None
            assert window.live() == before
        assert window.book.undo() is None
        for after in states[1:]:
            assert window.book.redo() is not None
            assert window.live() == after
        window.close()
        assert on_disk(Path(folder) / "notebook") == states[-1]


# What has gathered


def test_what_gathers_is_read_from_the_shown_years_alone(root: Path, opened: Opener) -> None:
    stretches = [
        (
            str(year),
            "placement",
            {
                "id": f"p{year}", "stage": "try", "stay": "s",
                "from_day": f"{year}-02-01", "to_day": f"{year}-12-31",
            },
        )
        for year in range(2016, 2026)
    ]  # fmt: skip
    wins = [
        (str(year), "win", win(f"w{year}", date(year, 3, 1), f"win of {year}"))
        for year in range(2016, 2027)
    ]
    plant(root, *stretches, *wins)
    window = opened()
    window.stages.current()
    window.stages.here()
    assert set(window.disk.read_files) <= {"core"}
    now = TwelveMonths.until(window.book.today())
    found = window.stages.read(now)
    assert set(window.disk.read_files) == {"2025", "2026"}
    assert gathered("try", found).is_blank
    window.disk.read_files.clear()
    before = TwelveMonths.until(window.book.today(), 3)
    assert window.stages.reaches_before(window.stages.read(before))
    mine = gathered("try", window.stages.read(before))
    assert [one.text for one in mine.wins] == ["win of 2023"]
    assert set(window.disk.read_files) == {"2022", "2023"}
    first = window.stages.read(TwelveMonths.until(window.book.today(), 10))
    assert not window.stages.reaches_before(first)


def test_what_was_done_and_what_rests_is_told_by_stage(window: Notebook) -> None:
    window.stages.turn_here("breathe", DAY)
    window.days.add_win(DAY, "opened the window")
    window.days.add_win(DAY, "made tea", for_someone=True)
    window.goals.done(window.goals.add("curtain", "breathe"), DAY)
    window.goals.half(window.goals.add("water", "breathe"), DAY)
    window.goals.set_state(window.goals.add("music", "breathe"), GoalState.RESTING)
    read = window.stages.read(TwelveMonths.until(DAY))
    mine = gathered("breathe", read)
    assert [win.text for win in (*mine.wins, *mine.for_someone)] == [
        "opened the window", "made tea",
    ]  # fmt: skip
    assert [goal.text for goal in (*mine.done, *mine.half)] == ["curtain", "water"]
    assert [goal.text for goal in mine.resting] == ["music"]
    assert mine.days == {DAY}


def test_what_lies_before_the_months_shown_in_their_first_year_is_known(window: Notebook) -> None:
    span = TwelveMonths.until(DAY)
    window.days.add_win(span.first, "on the first day")
    assert not window.stages.reaches_before(window.stages.read(span))
    window.days.add_win(span.first - timedelta(days=1), "the day before")
    assert window.stages.reaches_before(window.stages.read(span))


def test_an_empty_notebook_reads_nothing_and_nothing_has_gathered(
    window: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = window.vault.read

    def reading(shard: str) -> Any:
        asked.append(shard)
        return read(shard)

    monkeypatch.setattr(window.vault, "read", reading)
    span = TwelveMonths.until(DAY)
    assert gathered("try", window.stages.read(span)).is_blank
    assert not window.stages.reaches_before(window.stages.read(span))
    assert asked == ["core"]
