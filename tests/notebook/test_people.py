"""Whom one leans on, visits, appointments, talks, the visit sheet, needs and answers."""

from __future__ import annotations

import stat
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, Notebook, on_disk, only

from stepup.domain.answer import Asker
from stepup.domain.journal import Aspect
from stepup.domain.need import NeedKind
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.supporter import SupporterKind, VisitHow
from stepup.domain.talk import Channel
from stepup.notebook import keeping
from stepup.notebook.day_record import DayRecords


def refusal(act: object) -> ProblemCode:
    assert callable(act)
    with pytest.raises(Problem) as refused:
        act()
    return refused.value.code


# Supporters


def test_bookmarked_ones_stand_first_and_those_of_some_day_last(window: Notebook) -> None:
    room = window.supporters.add("the room", SupporterKind.PLACE, some_day=True)
    window.supporters.add("the cat", SupporterKind.ANIMAL)
    library = window.supporters.add("the library", SupporterKind.PLACE)
    window.supporters.change(library, bookmarked=True)
    assert [one.name for one in window.supporters.all()] == ["the library", "the cat", "the room"]
    window.supporters.change(room, some_day=False)
    assert window.supporters.all()[1].name == "the room"


def test_a_name_cannot_be_emptied_and_another_line_can(window: Notebook) -> None:
    cat = window.supporters.add("the cat")
    window.supporters.word(cat, "what_for", "to look at")
    window.supporters.word(only(window.supporters.all()), "name", "  ")
    assert only(window.supporters.all()).name == "the cat"
    window.supporters.word(only(window.supporters.all()), "what_for", "")
    assert only(window.supporters.all()).what_for == ""
    assert refusal(lambda: window.supporters.add(" ")) is ProblemCode.NOTHING_WRITTEN
    with pytest.raises(ValueError, match="position"):
        window.supporters.word(cat, "position", "1")


def test_the_last_contact_is_the_newest_talk_or_visit_of_any_year_up_to_today(
    window: Notebook, opened: Opener
) -> None:
    cat = window.supporters.add("the cat")
    dog = window.supporters.add("the dog")
    assert window.supporters.last_contact(cat) is None
    window.visits.note(date(2019, 3, 1), VisitHow.LEFT_EARLY, cat.id)
    window.talks.write(date(2018, 3, 1), f"about {dog.id}", None, cat.id)
    window.visits.note(DAY + timedelta(days=3), VisitHow.WENT, cat.id)
    window.visits.note(BEFORE, VisitHow.WENT, dog.id)
    assert window.supporters.last_contact(cat) == date(2019, 3, 1)
    window.save()
    window.close()
    again = opened()
    assert again.supporters.last_contact(cat) == date(2019, 3, 1)
    assert again.supporters.last_contact(dog) == BEFORE


def test_a_supporter_taken_away_leaves_talks_and_visits_as_they_are(window: Notebook) -> None:
    cat = window.supporters.add("the cat")
    talk = window.talks.write(DAY, "hello", None, cat.id)
    window.visits.note(DAY, VisitHow.WENT, cat.id)
    window.supporters.take_away(cat)
    assert only(window.talks.of_year("2026")) == talk
    assert only(window.visits.of_year("2026")).supporter == cat.id
    assert window.supporters.find(cat.id) is None


# Visits and appointments


@pytest.mark.parametrize(
    ("typed", "day", "clock", "title"),
    [
        ("2026-12-01", date(2026, 12, 1), None, ""),
        ("２０２６年１２月１日 １４：００", date(2026, 12, 1), time(14, 0), ""),
        ("2026/12/1 14時半 歯医者 奥の入口", date(2026, 12, 1), time(14, 30), "歯医者 奥の入口"),
        ("2026-12-01 25:30", date(2026, 12, 2), time(1, 30), ""),
        ("2026-12-01 dentist", date(2026, 12, 1), None, "dentist"),
        ("2026-12-01 3 forms", date(2026, 12, 1), None, "3 forms"),
        ("2026-12-01 14:99 x", date(2026, 12, 1), None, "14:99 x"),
        ("9999-12-31 25:00", date(9999, 12, 31), None, "25:00"),
    ],
)
def test_an_appointment_is_read_from_a_day_a_time_and_own_words(
    window: Notebook, typed: str, day: date, clock: time | None, title: str
) -> None:
    made = window.visits.make(typed)
    assert made is not None
    assert (made.on_day, made.clock, made.title) == (day, clock, title)
    assert not made.title_shown


def test_what_is_no_day_is_refused_and_nothing_typed_is_nothing(window: Notebook) -> None:
    assert refusal(lambda: window.visits.make("tomorrow")) is ProblemCode.NOT_A_DATE
    assert window.visits.make("  ") is None
    assert window.live() == {}


def test_appointments_ahead_are_those_of_today_and_after_over_the_turn_of_the_year(
    window: Notebook,
) -> None:
    for typed in ("2027-01-04 9:00", "2026-05-30", "2026-05-31 23:00", "2026-05-31", "2026-12-31"):
        window.visits.make(typed)
    ahead = [(str(one.on_day), one.clock) for one in window.visits.ahead()]
    assert ahead == [
        ("2026-05-31", None),
        ("2026-05-31", time(23, 0)),
        ("2026-12-31", None),
        ("2027-01-04", time(9, 0)),
    ]
    assert len(window.visits.every()) == 5
    assert len(window.visits.on(DAY)) == 2


def test_an_appointment_put_on_another_year_stands_in_that_one_alone(
    window: Notebook, root: Path
) -> None:
    made = window.visits.make("2026-12-31 9:00 dentist")
    assert made is not None
    window.visits.put_on(made, "2027-01-02")
    window.save()
    ((shard, document),) = on_disk(root).values()
    assert (shard, document["on_day"], document["title"]) == ("2027", "2027-01-02", "dentist")
    assert "clock" not in document


def test_an_appointment_is_no_record_of_its_day_and_stands_on_it_all_the_same(
    window: Notebook,
) -> None:
    made = window.visits.make("2026-05-31")
    assert not window.days.view(DAY).recorded
    assert window.days.recent(DAY) == []
    records = DayRecords(window.book)
    assert records.days(DAY, DAY) == [DAY]
    assert records.on(DAY).appointments == (made,)


def test_the_three_ways_of_a_visit_are_kept_alike(window: Notebook) -> None:
    for how in VisitHow:
        window.visits.note_words(window.visits.note(DAY, how), "a note")
    visits = DayRecords(window.book).on(DAY).visits
    assert [visit.how for visit in visits] == list(VisitHow)
    assert {visit.note for visit in visits} == {"a note"}


# Talks


def test_a_talk_without_words_goes_only_when_nothing_else_was_noted(window: Notebook) -> None:
    assert window.talks.write(DAY, " \n") is None
    talk = window.talks.write(DAY, "hello")
    assert talk is not None
    assert window.talks.write(DAY, "", talk) is None
    assert window.talks.of_year("2026") == []
    talk = window.talks.write(DAY, "hello")
    assert talk is not None
    talk = window.talks.change(talk, channel=Channel.CHAT)
    kept = window.talks.write(DAY, "", talk)
    assert kept == only(window.talks.of_year("2026"))
    assert kept is not None
    assert kept.text == ""


def test_a_chat_of_200_kib_is_kept_word_for_word_and_too_long_a_one_refused(
    window: Notebook, opened: Opener
) -> None:
    chat = "林：こんにちは。\n私：まあまあです\n" * 4_300
    assert len(chat.encode()) > 200 * 1024
    window.talks.write(DAY, chat)
    window.save()
    window.close()
    again = opened()
    talk = only(again.talks.of_year("2026"))
    assert talk.text == chat.rstrip()
    assert refusal(lambda: again.talks.write(DAY, chat * 2, talk)) is ProblemCode.TEXT_TOO_LONG
    assert only(again.talks.of_year("2026")) == talk


def test_a_goal_made_from_a_talk_is_named_by_it_in_one_act(window: Notebook) -> None:
    talk = window.talks.write(DAY, "hello")
    assert talk is not None
    goal = window.talks.make_goal(talk, "send the photo")
    assert only(window.goals.open()) == goal
    assert only(window.talks.of_year("2026")).goals == (goal.id,)
    window.book.undo()
    assert window.goals.open() == []
    assert only(window.talks.of_year("2026")) == talk
    assert refusal(lambda: window.talks.make_goal(talk, " ")) is ProblemCode.NOTHING_WRITTEN


def test_the_talk_a_goal_was_made_from_is_found_whatever_year_it_is_of(window: Notebook) -> None:
    talk = window.talks.write(date(2019, 12, 30), "hello")
    assert talk is not None
    goal = window.talks.make_goal(talk, "send the photo")
    window.days.add_win(date(2018, 1, 1), "another year")
    for shown in ("2018", "2026"):
        found = window.talks.that_made(goal, shown)
        assert found is not None
        assert (found.id, found.goals) == (talk.id, (goal.id,))
    kept_before = goal.replace(talk_year=None)
    assert window.talks.that_made(kept_before, "2018") is None
    assert window.talks.that_made(kept_before, "2019") == found


# The visit sheet


def test_the_sheet_has_what_to_say_then_what_not_then_what_to_ask(window: Notebook) -> None:
    window.visit_sheet.add(DAY, "the fee", Aspect.ASK)
    window.visit_sheet.add(DAY, "the years before", Aspect.NOT_SAY)
    window.days.add_topic(BEFORE, "sleep")
    assert [one.text for one in window.visit_sheet.open()] == [
        "sleep",
        "the years before",
        "the fee",
    ]


def test_what_was_talked_about_leaves_the_sheet_for_its_year_and_can_come_back(
    window: Notebook,
) -> None:
    topic = window.visit_sheet.add(date(2025, 12, 30), "sleep")
    window.visit_sheet.tick(topic, DAY)
    assert window.visit_sheet.open() == []
    told = only(window.visit_sheet.told("2025"))
    assert told.told_on == DAY
    assert window.visit_sheet.told("2026") == []
    window.visit_sheet.tick(told, None)
    assert window.visit_sheet.open() == [topic]


# Needs and answers


def test_needs_stand_by_what_they_say_and_those_put_away_in_their_year(window: Notebook) -> None:
    window.needs.add("shout", NeedKind.PLEASE_NOT)
    window.needs.add("calls", NeedKind.DIFFICULTY)
    window.needs.add("knock", NeedKind.PLEASE)
    assert [one.text for one in window.needs.open()] == ["calls", "knock", "shout"]
    window.needs.close(window.needs.open()[0], DAY)
    assert [one.text for one in window.needs.open()] == ["knock", "shout"]
    assert only(window.needs.closed("2026")).text == "calls"


def test_answers_stand_by_who_asks(window: Notebook) -> None:
    window.answers.add("Slowly.", Asker.OFFICIAL)
    window.answers.add("Not now.", Asker.PARENTS)
    assert [one.text for one in window.answers.all()] == ["Not now.", "Slowly."]


def test_the_blanks_are_one_record_and_each_is_kept_by_itself(window: Notebook) -> None:
    assert window.answers.first_message.about == ""
    window.answers.fill("about", "  my days\nand nights ")
    window.answers.fill("reply", "by mail")
    message = window.answers.first_message
    assert (message.about, message.reply) == ("my days\nand nights", "by mail")
    assert len(window.live()) == 1
    with pytest.raises(ValueError, match="id"):
        window.answers.fill("id", "x")


def test_a_file_handed_over_is_new_and_for_this_account_alone(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    keeping.write_new(file, b"a")
    assert file.read_bytes() == b"a"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert refusal(lambda: keeping.write_new(file, b"b")) is ProblemCode.BACKUP_EXISTS
    assert file.read_bytes() == b"a"
    lost = tmp_path / "nowhere" / "talk.txt"
    assert refusal(lambda: keeping.write_new(lost, b"b")) is ProblemCode.IO_ERROR
