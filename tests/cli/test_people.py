"""`stepup show` tells talks, visits and what is at hand; `stepup export ics` no more than was chosen."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.cli.support import TODAY, Caller, EveningClock, damage_shard, state_of

from stepup.domain.journal import Aspect
from stepup.domain.need import NeedKind
from stepup.domain.profile import LookAway
from stepup.domain.supporter import Suits, SupporterKind, VisitHow
from stepup.domain.talk import Channel
from stepup.notebook.book import open_book
from stepup.notebook.days import Days
from stepup.notebook.needs import Needs
from stepup.notebook.profile import Profile
from stepup.notebook.supporters import Supporters
from stepup.notebook.talks import Talks
from stepup.notebook.visit_sheet import VisitSheet
from stepup.notebook.visits import Visits

DAY = date.fromisoformat(TODAY)
LONG = "長い題名、" * 40


@pytest.fixture
def people(vault: Path) -> Path:
    """A day with a talk, a visit and an appointment, and something at hand."""
    book = open_book(vault, clock=EveningClock(), settle=60)
    visits, talks = Visits(book), Talks(book)
    library = Supporters(book).add("読書室", SupporterKind.PLACE)
    talk = talks.write(DAY, "林：こんにちは。\n私：はい", None, library.id)
    assert talk is not None
    talks.change(talk, channel=Channel.CHAT, before=2, after=3, next="書類を送る")
    visits.note_words(visits.note(DAY, VisitHow.LEFT_EARLY, library.id), "座っていた")
    visits.make(f"{TODAY} 16:00 銀行")
    later = visits.make(f"2027-01-04 9:30 {LONG}")
    assert later is not None
    visits.change_appointment(later, title_shown=True, supporter=library.id)
    VisitSheet(book).add(DAY, "眠り")
    VisitSheet(book).add(DAY, "学校のこと", Aspect.NOT_SAY)
    Needs(book).add("電話", NeedKind.DIFFICULTY)
    assert book.close()
    return vault


def test_the_day_comes_with_its_appointments_visits_and_talks(call: Caller, people: Path) -> None:
    lines = call("show", TODAY).text.splitlines()
    assert "Appointment: 16:00 銀行" in lines
    assert "Visit: Left early, 読書室 (座っていた)" in lines
    at = lines.index("Talk: Chat, 読書室")
    assert lines[at + 1 : at + 6] == [
        "林：こんにちは。", "私：はい", "Felt before: Hard", "Felt after: So-so", "What is next: 書類を送る",
    ]  # fmt: skip
    assert "To talk about: 眠り" in lines
    assert "Rather not: 学校のこと" in lines


def test_what_is_at_hand_for_the_next_talk_stands_below_today(call: Caller, people: Path) -> None:
    text = call("show").text
    at_hand = text[text.index("\nAppointment: 22 Nov 2026") :].splitlines()[1:]
    assert at_hand[2:] == [
        "", "For the talk", "", "I would like to say", "[ ] 眠り", "",
        "I would rather not talk about", "  - 学校のこと", "", "Difficulty: 電話",
    ]  # fmt: skip
    book = open_book(people, clock=EveningClock())
    Profile(book).look_away(LookAway.DATES)
    assert book.close()
    assert "2027" not in call("show").text


def test_whom_one_leans_on_stands_above_what_is_at_hand_in_a_line_each(
    call: Caller, people: Path
) -> None:
    book = open_book(people, clock=EveningClock(), settle=60)
    cat = Supporters(book).add("たま", SupporterKind.ANIMAL)
    Supporters(book).change(cat, suits=Suits.FITS, worries="ねむい", contact="台所")
    Supporters(book).add("川の会", SupporterKind.ONLINE, some_day=True)
    assert book.close()
    blocks = call("show").text.split("\n\n")
    at = next(at for at, block in enumerate(blocks) if block.startswith("Leaning on"))
    assert blocks[at].splitlines() == [
        "Leaning on: 読書室 (Place)",
        "Leaning on: たま (Animal, It fits)",
        "Leaning on: 川の会 (Friend online, Some day)",
    ]
    assert blocks[at + 1].startswith("Appointment: ")
    assert "Leaning on" not in call("show", TODAY).text


def test_as_json_it_is_all_there_and_a_day_with_an_appointment_alone_too(
    call: Caller, people: Path
) -> None:
    shown = call("show", "2026-11-22..2027-01-31", "--json").json
    today, january = shown["days"]
    assert january["day"] == "2027-01-04"
    assert [len(today[name]) for name in ("talks", "visits", "appointments")] == [1, 1, 1]
    assert [len(shown[name]) for name in ("supporters", "needs", "visit_sheet")] == [1, 1, 2]
    assert [one["on_day"] for one in shown["appointments_ahead"]] == [TODAY, "2027-01-04"]


def test_the_calendar_has_every_appointment_and_only_the_titles_that_were_chosen(
    call: Caller, people: Path
) -> None:
    before = state_of(people)
    done = call("export", "ics")
    assert done.code == 0
    assert state_of(people) == before
    assert "銀行" not in done.text
    assert "読書室" not in done.text
    found = Calendar.from_ical(done.out).walk("VEVENT")
    assert [str(event["summary"]) for event in found] == ["Appointment", LONG]
    assert "Not in it" in done.err


def test_the_calendar_goes_into_a_new_file_for_this_account_alone(
    call: Caller, people: Path, tmp_path: Path
) -> None:
    file = tmp_path / "dates.ics"
    assert call("export", "ics", "--out", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = file.read_bytes()
    assert call("export", "ics", "--out", str(file)).code == 1
    assert file.read_bytes() == kept


def test_without_appointments_nothing_is_written(call: Caller, vault: Path, tmp_path: Path) -> None:
    book = open_book(vault, clock=EveningClock())
    Days(book).note_looked(DAY)
    assert book.close()
    file = tmp_path / "dates.ics"
    done = call("export", "ics", "--out", str(file))
    assert (done.code, done.out) == (0, b"")
    assert "no appointments" in done.err
    assert not file.exists()


def test_a_damaged_year_gives_no_half_of_a_calendar(call: Caller, people: Path) -> None:
    book = open_book(people, clock=EveningClock())
    Days(book).log_mood(DAY, 3)
    assert book.close()
    damage_shard(people)
    done = call("export", "ics")
    assert done.code == 1
    assert done.out == b"" or done.out.endswith(b"END:VCALENDAR\r\n")
