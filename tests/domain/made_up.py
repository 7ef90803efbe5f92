"""Records that Hypothesis makes up: of every kind, with everything a person may have typed."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from stepup.domain.goal import Goal, GoalDay, GoalState, Outcome, SomeDay, Step
from stepup.domain.journal import JournalEntry, Looked, OwnHelp, Topic, Win
from stepup.domain.mood import CheckIn
from stepup.domain.profile import LookAway, Preferences, Rest
from stepup.domain.record import Record
from stepup.domain.rhythm import MOST, Contact, Mark, Measure, Sleep, Tracker
from stepup.domain.stage import StageKey

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29), timezones=OFFSETS
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
"""Half characters, control characters and all."""
NUMBERS = st.integers(-(2**53), 2**53)
JSON = st.recursive(
    st.booleans()
    | NUMBERS
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
NEWER = st.dictionaries(st.from_regex(r"newer_[a-z]{1,5}", fullmatch=True), JSON, max_size=2)
"""Fields that only a newer version knows."""

_IDS = st.from_regex(r"[0-9a-f]{32}", fullmatch=True)
_STAGES = st.none() | st.sampled_from(StageKey)
_DAYS = st.dates()


def _record(kind: type[Record], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Record]:
    whole = st.fixed_dictionaries({"id": _IDS, "copy_of": st.none() | _IDS, **fields})
    return st.tuples(whole, NEWER).map(lambda two: kind.model_validate({**two[1], **two[0]}))


def _dated(kind: type[Record], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Record]:
    return _record(kind, day=_DAYS, at=MOMENTS, **fields)


def _sleep_ends() -> st.SearchStrategy[dict[str, Any]]:
    lengths = st.integers(1, 3 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
    both = st.tuples(MOMENTS, lengths).map(
        lambda two: {"start": two[0] - two[1], "end": two[0], "sleepless": False}
    )
    one = st.tuples(st.sampled_from(["start", "end"]), MOMENTS).map(lambda two: {two[0]: two[1]})
    return both | one | st.just({"sleepless": True})


def _sleeps() -> st.SearchStrategy[Record]:
    whole = st.fixed_dictionaries({"id": _IDS, "day": _DAYS, "at": MOMENTS})
    return st.tuples(whole, _sleep_ends()).map(
        lambda two: Sleep.model_validate({**two[0], **two[1]})
    )


_STEPS = st.lists(st.builds(Step, text=ANY_TEXT, done_on=st.none() | _DAYS), max_size=3).map(tuple)

RECORDS: dict[str, st.SearchStrategy[Record]] = {
    "check_in": _dated(
        CheckIn, mood=st.none() | st.integers(1, 5), energy=st.none() | st.integers(1, 5)
    ),
    "sleep": _sleeps(),
    "mark": _dated(
        Mark,
        tracker=_IDS | st.sampled_from(["meal", "bath"]),
        value=st.none() | st.integers(0, MOST),
        way=st.none() | st.sampled_from(Contact),
    ),
    "tracker": _record(
        Tracker,
        name=ANY_TEXT,
        measure=st.sampled_from(Measure),
        position=NUMBERS,
        retired=st.booleans(),
    ),
    "win": _dated(Win, text=ANY_TEXT, for_someone=st.booleans()),
    "topic": _dated(Topic, text=ANY_TEXT, told_on=st.none() | _DAYS),
    "journal": _dated(
        JournalEntry,
        text=ANY_TEXT,
        tags=st.lists(ANY_TEXT, max_size=3),
        closed=st.booleans(),
    ),
    "looked": _dated(Looked),
    "own_help": _record(OwnHelp, text=ANY_TEXT),
    "goal": _record(
        Goal,
        text=ANY_TEXT,
        made_on=_DAYS,
        stage=_STAGES,
        state=st.sampled_from(GoalState),
        steps=_STEPS,
        earlier=st.lists(ANY_TEXT, max_size=2),
        repeats=st.booleans(),
        closed_on=st.none() | _DAYS,
    ),
    "goal_day": _dated(
        GoalDay,
        goal=_IDS,
        text=ANY_TEXT,
        stage=_STAGES,
        outcome=st.sampled_from(Outcome),
        step=st.none() | ANY_TEXT,
    ),
    "some_day": _record(SomeDay, text=ANY_TEXT, position=NUMBERS),
    "preferences": _record(
        Preferences,
        day_start=st.times(max_value=time(12, 0)),
        rows=st.lists(st.text(max_size=4), max_size=3),
        look_away=st.frozensets(st.sampled_from(LookAway)),
        journal_prompt=st.booleans(),
        welcomed=st.booleans(),
    ),
    "rest": _record(Rest, from_day=_DAYS, to_day=st.none() | _DAYS),
}

ANY_RECORD = st.one_of(*RECORDS.values())
