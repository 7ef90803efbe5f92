"""Whom one leans on, appointments, talks, needs and lines of the visit sheet."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.made_up import RECORDS

from stepup.domain.journal import Aspect, Topic
from stepup.domain.kinds import from_document
from stepup.domain.need import Need
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import CORE
from stepup.domain.supporter import LINES, Appointment, Supporter, SupporterKind, by_kind
from stepup.domain.talk import Talk
from stepup.domain.text import LIMIT_BYTES

BASE: dict[str, Any] = {"id": "a", "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00"}


def test_a_line_written_before_there_were_aspects_is_one_to_say() -> None:
    topic = from_document("topic", {**BASE, "text": "the dentist"})
    assert isinstance(topic, Topic)
    assert topic.aspect is Aspect.SAY


@given(st.lists(RECORDS["supporter"], max_size=12))
def test_the_kinds_hold_every_supporter_once_and_none_is_empty(supporters: list[Supporter]) -> None:
    found = by_kind(supporters)
    assert sorted(map(id, supporters)) == sorted(id(one) for ones in found.values() for one in ones)
    assert all(ones and {one.what for one in ones} == {what} for what, ones in found.items())
    assert list(found) == [what for what in SupporterKind if what in found]


def test_a_supporter_is_no_score_and_needs_no_more_than_a_name() -> None:
    supporter = Supporter(id="a", name="the cat")
    assert supporter.suits is None
    assert not supporter.some_day
    assert {getattr(supporter, line) for line in LINES} == {""}


def test_an_appointment_lies_in_the_year_of_its_day_with_or_without_a_time() -> None:
    whole = Appointment(id="a", on_day=date(2027, 1, 4))
    timed = whole.replace(clock=time(14, 0))
    assert whole.shard == timed.shard == "2027"
    assert whole.starts is None
    assert timed.starts == datetime(2027, 1, 4, 14, 0)


def test_a_need_is_at_hand_while_it_holds_then_in_the_year_it_was_put_away() -> None:
    need = Need(id="a", text="calls", made_on=date(2024, 1, 1))
    assert need.shard == CORE
    assert need.replace(closed_on=date(2026, 3, 1)).shard == "2026"


def test_a_pasted_chat_keeps_its_lines_and_its_size_is_the_limit_of_an_entry() -> None:
    chat = "林：こんにちは。\n\n  私：まあまあです\n" * 4_200
    talk = Talk.model_validate({**BASE, "text": chat})
    assert 200 * 1024 < len(chat.encode()) < LIMIT_BYTES
    assert talk.text == chat.rstrip()
    with pytest.raises(Problem) as refused:
        talk.replace(text=chat * 2)
    assert refused.value.code is ProblemCode.TEXT_TOO_LONG


@pytest.mark.parametrize("field", ["before", "after"])
@pytest.mark.parametrize("level", [0, 6])
def test_a_feeling_is_one_of_the_five_moods(field: str, level: int) -> None:
    with pytest.raises(ValueError, match=field):
        Talk.model_validate({**BASE, field: level})
