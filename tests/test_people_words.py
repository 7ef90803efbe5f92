"""The visit sheet as text, the first message in both languages, and words that count nothing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup import i18n
from stepup.domain.answer import BLANKS, FirstMessage
from stepup.domain.journal import Aspect, Topic
from stepup.domain.supporter import LINES, Suits, Supporter, SupporterKind, VisitHow
from stepup.domain.talk import Channel
from stepup.words import people
from stepup.words.first_message import BLANK_NAMES, FORM_NAMES, Form, first_message_text

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
MESSAGE = FirstMessage(about="about my days", reply="by mail", call_me="I am Sora.")


def test_a_name_and_a_time_written_briefly_do_not_stand_bare_in_a_message() -> None:
    brief = FirstMessage(call_me="みどり。平日の午後")
    said = first_message_text(brief, Form.FORM, "ja")
    assert "呼び名と都合のよい時間：みどり。平日の午後" in said
    whole = FirstMessage(call_me="「そら」と呼んでください。午後だと助かります。")
    assert whole.call_me in first_message_text(whole, Form.FORM, "ja").split("\n")
    english = FirstMessage(call_me="Please call me Sora.")
    assert english.call_me in first_message_text(english, Form.FORM, "en").split("\n")


def topic(text: str, aspect: Aspect = Aspect.SAY) -> Topic:
    return Topic(id="a", day=DAY, at=AT, text=text, aspect=aspect)


def test_everything_there_is_has_its_words() -> None:
    assert set(people.KINDS) == set(SupporterKind)
    assert set(people.SUITS) == set(Suits)
    assert tuple(people.FIELDS) == LINES
    assert set(people.VISITS) == set(VisitHow)
    assert set(people.CHANNELS) == set(Channel)
    assert set(people.ASPECTS) == set(Aspect)
    assert tuple(BLANK_NAMES) == BLANKS
    assert set(FORM_NAMES) == set(Form)


def test_the_sheet_has_a_box_for_what_can_be_ticked_and_none_for_what_is_left_alone() -> None:
    topics = [topic("sleep"), topic("the years before", Aspect.NOT_SAY), topic("fee", Aspect.ASK)]
    assert people.sheet_plain(topics).splitlines() == [
        "For the talk", "", "I would like to say", "[ ] sleep", "",
        "I would rather not talk about", "  - the years before", "", "I would like to ask", "[ ] fee",
    ]  # fmt: skip
    assert people.sheet_plain([]) == people.sheet_markdown([]) == ""


@given(st.text(max_size=40))
def test_no_line_of_the_sheet_becomes_markup(text: str) -> None:
    written = topic(text)
    shown = people.sheet_markdown([written]).splitlines()
    assert len(shown) == 5
    line = shown[-1].removeprefix("- [ ] ")
    assert re.sub(r"\\(.)", r"\1", line) == written.text
    assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`*_#]", line)


@pytest.mark.parametrize("spoken", i18n.LANGUAGES)
@pytest.mark.parametrize("form", Form)
def test_a_first_message_holds_every_blank_in_order_in_either_language(
    spoken: i18n.Language, form: Form
) -> None:
    i18n.set_language(spoken)
    english = first_message_text(MESSAGE, form, "en")
    japanese = first_message_text(MESSAGE, form, "ja")
    for text in (english, japanese):
        assert re.search(r"about my days\nby mail\nI am Sora\.", text)
        assert "{" not in text
    assert "first" in english
    assert "はじめて" in japanese


@pytest.mark.parametrize("form", Form)
def test_blanks_with_nothing_in_them_leave_no_gap(form: Form) -> None:
    for language in i18n.LANGUAGES:
        for message in (FirstMessage(), FirstMessage(reply="by mail")):
            text = first_message_text(message, form, language)
            assert "\n\n\n" not in text
            assert "{" not in text
            assert text == text.strip()


def test_braces_that_a_person_writes_stay_as_they_are() -> None:
    said = FirstMessage(about="{said} {0} {x.y}")
    assert "{said} {0} {x.y}" in first_message_text(said, Form.MAIL, "ja")


@given(st.integers(0, 20_000))
def test_how_long_ago_is_told_without_a_number(days: int) -> None:
    for language in i18n.LANGUAGES:
        i18n.set_language(language)
        assert not re.search(r"\d", people.since(DAY, DAY + timedelta(days=days)))


def test_a_name_that_is_hidden_is_told_by_what_it_is() -> None:
    cat = Supporter(id="a", name="Tama", what=SupporterKind.ANIMAL, noise="purrs", some_day=True)
    assert people.supporter_name(cat, masked=True) == "Animal"
    assert people.supporter_name(cat) == "Tama"
