"""Records that Hypothesis makes up: of every kind, with everything a person may have typed."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from stepup.domain.answer import Asker, FirstMessage, OwnAnswer
from stepup.domain.card import Card, Occasion, Paper
from stepup.domain.corner import Clipping, DrawerItem, ItemKind, Later
from stepup.domain.goal import (
    Answer,
    Goal,
    GoalDay,
    GoalReview,
    GoalState,
    Outcome,
    SomeDay,
    Step,
)
from stepup.domain.income import FirstIncome, Income, MoneyWorry
from stepup.domain.joined import Head, Joined
from stepup.domain.journal import Aspect, JournalEntry, Looked, OwnHelp, Topic, Win
from stepup.domain.ladder import Attempt
from stepup.domain.money import MOST_WHOLE, PLACES
from stepup.domain.mood import CheckIn
from stepup.domain.need import Need, NeedKind
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.piece import Piece
from stepup.domain.profile import LookAway, Preferences, Rest
from stepup.domain.promise import MOST_SPARE, Agreed, Promise, PromiseState
from stepup.domain.record import Record
from stepup.domain.review import Review
from stepup.domain.rhythm import MOST, Contact, Mark, Measure, Sleep, Tracker
from stepup.domain.share import Audience, Handover, OwnWords, PageForm, ShareChoice
from stepup.domain.sheet import NewestSheet, Section, Sheet, SheetTopic
from stepup.domain.stage import EASIEST, Ease, Placement, Stage, StageKey
from stepup.domain.stand_in import StandIn
from stepup.domain.strength import MOST_MINUTES, Learning, Practice, Side, Strength
from stepup.domain.supporter import (
    LINES,
    Appointment,
    Suits,
    Supporter,
    SupporterKind,
    Visit,
    VisitHow,
)
from stepup.domain.talk import Channel, Talk
from stepup.domain.work import Work, WorkKind, WorkSession, WorkState

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
_STAGE_IDS = st.sampled_from(StageKey) | _IDS
_STAGES = st.none() | _STAGE_IDS
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


_HARD = st.none() | st.integers(0, 10)
_STEPS = st.lists(
    st.builds(
        Step,
        text=ANY_TEXT,
        done_on=st.none() | _DAYS,
        hard=_HARD,
        earlier=st.lists(ANY_TEXT, max_size=2),
    ),
    max_size=3,
).map(tuple)

_TENTHS = st.integers(-(10**6), 10**6).map(lambda tenths: Decimal(tenths) / 10)


def _own_numbers() -> st.SearchStrategy[Record]:
    ends = st.lists(_TENTHS, min_size=2, max_size=2, unique=True).map(sorted)
    fields = {"name": ANY_TEXT, "position": NUMBERS, "retired": st.booleans()}
    whole = st.fixed_dictionaries({"id": _IDS, **fields})
    return st.tuples(whole, ends, NEWER).map(
        lambda made: OwnNumber.model_validate(
            {**made[2], **made[0], "least": made[1][0], "most": made[1][1]}
        )
    )


def _reviews() -> st.SearchStrategy[Record]:
    lines = dict.fromkeys(("sentence", "keep", "smaller", "let_go"), ANY_TEXT)
    whole = st.fixed_dictionaries({"id": _IDS, "day": _DAYS, "at": MOMENTS, **lines})
    spans = st.lists(_DAYS, min_size=2, max_size=2).map(sorted)
    return st.tuples(whole, spans).map(
        lambda two: Review.model_validate({**two[0], "from_day": two[1][0], "to_day": two[1][1]})
    )


def _terms() -> st.SearchStrategy[dict[str, Any]]:
    """Everything an entry of income says; never more taken off than was paid."""
    parts = st.lists(st.integers(0, 2 * 10**11), min_size=4, max_size=4)
    figures = parts.map(
        lambda p: {"gross": sum(p), "fee": p[0], "withheld": p[1], "transfer": p[2]}
    )
    rest = st.fixed_dictionaries(
        {
            "client": ANY_TEXT,
            "work": st.none() | _IDS,
            "way": st.none() | st.sampled_from(WorkKind),
            "worked_on": st.none() | _DAYS,
            "currency": st.sampled_from(list(PLACES)),
            "expenses": st.integers(0, MOST_WHOLE),
            "minutes": st.none() | st.integers(0, 100_000),
            "note": ANY_TEXT,
            "day": _DAYS,
        }
    )
    return st.tuples(figures, rest).map(lambda two: {**two[0], **two[1]})


def _incomes() -> st.SearchStrategy[Record]:
    earlier = st.tuples(_terms(), MOMENTS).map(lambda two: {**two[0], "corrected_at": two[1]})
    whole = st.fixed_dictionaries(
        {"id": _IDS, "at": MOMENTS, "earlier": st.lists(earlier, max_size=2)}
    )
    return st.tuples(whole, _terms(), NEWER).map(
        lambda made: Income.model_validate({**made[2], **made[1], **made[0]})
    )


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
    "topic": _dated(
        Topic, text=ANY_TEXT, told_on=st.none() | _DAYS, aspect=st.sampled_from(Aspect)
    ),
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
        why=st.none() | ANY_TEXT,
        easy=st.none() | ANY_TEXT,
        hard=st.none() | ANY_TEXT,
    ),
    "goal_day": _dated(
        GoalDay,
        goal=_IDS,
        text=ANY_TEXT,
        stage=_STAGES,
        outcome=st.sampled_from(Outcome),
        step=st.none() | ANY_TEXT,
        level=st.none() | st.integers(-2, 2),
    ),
    "goal_review": _dated(GoalReview, goal=_IDS, text=ANY_TEXT, answer=st.sampled_from(Answer)),
    "attempt": _dated(Attempt, goal=_IDS, step=ANY_TEXT, before=_HARD, after=_HARD),
    "some_day": _record(SomeDay, text=ANY_TEXT, position=NUMBERS),
    "preferences": _record(
        Preferences,
        day_start=st.times(max_value=time(12, 0)),
        rows=st.lists(st.text(max_size=4), max_size=3),
        look_away=st.frozensets(st.sampled_from(LookAway)),
        journal_prompt=st.booleans(),
        welcomed=st.booleans(),
        appointments_on_today=st.booleans(),
        check_in_every_days=st.none() | st.integers(1, 366),
        check_in_from=st.none() | _DAYS,
        promises_on_today=st.booleans(),
    ),
    "stage": _record(
        Stage, name=ANY_TEXT, sentence=ANY_TEXT, hidden=st.booleans(), position=NUMBERS
    ),
    "clipping": _dated(Clipping, text=ANY_TEXT, source=ANY_TEXT),
    "later": _record(
        Later,
        text=ANY_TEXT,
        put_on=_DAYS,
        position=NUMBERS,
        not_before=st.none() | _DAYS,
        opened_on=st.none() | _DAYS,
    ),
    "drawer_item": _record(
        DrawerItem, text=ANY_TEXT, what=st.sampled_from(ItemKind), position=NUMBERS
    ),
    "own_number": _own_numbers(),
    "own_value": _dated(OwnValue, number=_IDS, value=_TENTHS),
    "review": _reviews(),
    "placement": _record(
        Placement,
        stage=_STAGE_IDS,
        stay=_IDS,
        from_day=_DAYS,
        to_day=st.none() | _DAYS,
        resting=st.booleans(),
    ),
    "sheet": _dated(
        Sheet,
        topic=st.sampled_from(SheetTopic),
        sections=st.lists(
            st.builds(Section, key=_IDS, heading=ANY_TEXT, text=ANY_TEXT), max_size=3
        ).map(tuple),
        again_of=st.none() | _IDS,
        look_again=st.none() | _DAYS,
    ),
    "newest_sheet": _record(NewestSheet, year=st.integers(1, 9999)),
    "joined": _record(
        Joined,
        heads=st.lists(
            st.builds(
                Head,
                sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
                saved_at=MOMENTS,
                mark=st.just("") | st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
            ),
            max_size=2,
        ),
    ),
    "work": _record(
        Work,
        found_on=_DAYS,
        closed_on=st.none() | _DAYS,
        way=st.none() | st.sampled_from(WorkKind),
        state=st.sampled_from(WorkState),
        position=NUMBERS,
        tired=_HARD,
        **dict.fromkeys(
            (
                "text",
                "client",
                "platform",
                "people",
                "part",
                "through",
                "notes",
                "days",
                "hours",
                "tired_words",
                "fitted",
            ),
            ANY_TEXT,
        ),
    ),
    "work_session": _dated(
        WorkSession,
        work=_IDS,
        text=ANY_TEXT,
        start=st.none() | st.times(),
        minutes=st.integers(1, 720),
        breaks=st.integers(0, 720),
        before=st.none() | st.integers(1, 5),
        after=st.none() | st.integers(1, 5),
    ),
    "income": _incomes(),
    "first_income": _record(
        FirstIncome, paid_on=_DAYS, income=_IDS, closed=st.booleans(), then=ANY_TEXT
    ),
    "money_worry": _record(MoneyWorry, text=ANY_TEXT),
    "ease": _dated(Ease, stage=_STAGE_IDS, value=st.integers(0, EASIEST)),
    "promise": _record(
        Promise,
        text=ANY_TEXT,
        made_on=_DAYS,
        position=NUMBERS,
        due=st.none() | _DAYS,
        spare=st.integers(0, MOST_SPARE),
        work=st.none() | _IDS,
        client=ANY_TEXT,
        agreed=st.lists(st.builds(Agreed, text=ANY_TEXT, done=st.booleans()), max_size=3),
        message=ANY_TEXT,
        state=st.sampled_from(PromiseState),
        closed_on=st.none() | _DAYS,
    ),
    "piece": _record(
        Piece,
        title=ANY_TEXT,
        part=ANY_TEXT,
        tools=ANY_TEXT,
        skills=ANY_TEXT,
        made_on=st.none() | _DAYS,
        link=ANY_TEXT,
        work=st.none() | _IDS,
        about=ANY_TEXT,
        position=NUMBERS,
    ),
    "strength": _record(Strength, side=st.sampled_from(Side), text=ANY_TEXT, position=NUMBERS),
    "practice": _dated(Practice, text=ANY_TEXT, minutes=st.none() | st.integers(1, MOST_MINUTES)),
    "learning": _record(
        Learning,
        text=ANY_TEXT,
        with_whom=ANY_TEXT,
        since=st.none() | _DAYS,
        note=ANY_TEXT,
        position=NUMBERS,
        ended_on=st.none() | _DAYS,
    ),
    "card": _record(
        Card,
        occasion=st.sampled_from(Occasion),
        question=ANY_TEXT,
        words=ANY_TEXT,
        position=NUMBERS,
    ),
    "paper": _record(Paper, title=ANY_TEXT, text=ANY_TEXT, position=NUMBERS),
    "supporter": _record(
        Supporter,
        name=ANY_TEXT,
        what=st.sampled_from(SupporterKind),
        suits=st.none() | st.sampled_from(Suits),
        bookmarked=st.booleans(),
        some_day=st.booleans(),
        position=NUMBERS,
        **dict.fromkeys(LINES, ANY_TEXT),
    ),
    "visit": _dated(
        Visit, supporter=st.none() | _IDS, how=st.sampled_from(VisitHow), note=ANY_TEXT
    ),
    "appointment": _record(
        Appointment,
        on_day=_DAYS,
        clock=st.none() | st.times(),
        supporter=st.none() | _IDS,
        title=ANY_TEXT,
        title_shown=st.booleans(),
    ),
    "talk": _dated(
        Talk,
        supporter=st.none() | _IDS,
        channel=st.none() | st.sampled_from(Channel),
        text=ANY_TEXT,
        before=st.none() | st.integers(1, 5),
        after=st.none() | st.integers(1, 5),
        next=ANY_TEXT,
        goals=st.lists(_IDS, max_size=2).map(tuple),
    ),
    "need": _record(
        Need,
        text=ANY_TEXT,
        what=st.sampled_from(NeedKind),
        made_on=_DAYS,
        position=NUMBERS,
        closed_on=st.none() | _DAYS,
    ),
    "answer": _record(
        OwnAnswer, asker=st.sampled_from(Asker), asked=ANY_TEXT, text=ANY_TEXT, position=NUMBERS
    ),
    "first_message": _record(FirstMessage, about=ANY_TEXT, reply=ANY_TEXT, call_me=ANY_TEXT),
    "handover": _dated(
        Handover,
        audience=st.sampled_from(Audience),
        to=ANY_TEXT,
        from_day=_DAYS,
        to_day=_DAYS,
        sections=st.lists(st.text(max_size=4), max_size=3).map(tuple),
        form=st.sampled_from(PageForm),
        file=ANY_TEXT,
        sha256=_IDS,
    ),
    "share_choice": _record(
        ShareChoice,
        words=st.lists(
            st.builds(OwnWords, section=st.text(max_size=4), text=ANY_TEXT), max_size=3
        ).map(tuple),
        names=st.lists(st.builds(StandIn, name=ANY_TEXT, put=ANY_TEXT), max_size=2).map(tuple),
        sections=st.lists(st.text(max_size=4), max_size=3).map(tuple),
        lines=st.lists(_IDS, max_size=3).map(tuple),
        reach=ANY_TEXT,
        two_pages=st.booleans(),
        form=st.sampled_from(PageForm),
    ),
    "rest": _record(Rest, from_day=_DAYS, to_day=st.none() | _DAYS),
}

ANY_RECORD = st.one_of(*RECORDS.values())
