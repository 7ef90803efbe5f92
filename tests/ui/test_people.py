"""People: who and what one leans on, talks, the visit sheet, needs, appointments, answers."""

import stat
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.ui.conftest import japanese
from tests.ui.support import (
    HARMLESS,
    HOSTILE,
    NARROW,
    TODAY,
    USUAL,
    WIDE,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.answer import Asker, FirstMessage, OwnAnswer
from stepup.domain.goal import Goal
from stepup.domain.journal import Aspect, Topic
from stepup.domain.need import Need, NeedKind
from stepup.domain.profile import LookAway
from stepup.domain.supporter import Appointment, Suits, Supporter, SupporterKind, Visit, VisitHow
from stepup.domain.talk import Channel, Talk
from stepup.i18n import set_language
from stepup.notebook.answers import Answers
from stepup.notebook.book import Book
from stepup.notebook.needs import Needs
from stepup.notebook.profile import Profile
from stepup.notebook.supporters import Supporters
from stepup.notebook.talks import Talks
from stepup.notebook.visit_sheet import VisitSheet
from stepup.notebook.visits import Visits
from stepup.settings import Settings
from stepup.ui.screens.people.pages import going_on
from stepup.ui.screens.search import SearchPage
from stepup.ui.widgets.block import Block
from stepup.ui.widgets.layout import lay_out

VIEWS = ("people", "talks", "visit_sheet", "needs", "appointments", "answers")


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


def furnish(book: Book) -> None:
    """Two places, an animal, a talk with one of them, and a little of all the rest."""
    supporters, visits = Supporters(book), Visits(book)
    library = supporters.add("Reading room", SupporterKind.PLACE)
    supporters.word(library, "contact", "room@example.org")
    room = supporters.add("River room", SupporterKind.PLACE, some_day=True)
    supporters.word(room, "noise", "a radio, softly")
    supporters.add("Tama", SupporterKind.ANIMAL)
    talk = Talks(book).write(TODAY - timedelta(days=3), "Ms H: hello\nme: hello", None, library.id)
    assert talk is not None
    Talks(book).change(talk, next="send the form")
    visits.note(TODAY - timedelta(days=40), VisitHow.LEFT_EARLY, library.id)
    visits.make("2026-12-01 14:00 eye doctor")
    Needs(book).add("the phone", NeedKind.DIFFICULTY)
    VisitSheet(book).add(TODAY, "sleep")
    VisitSheet(book).add(TODAY, "the fee", Aspect.ASK)
    Answers(book).add("I take my time.", Asker.PARENTS)
    Answers(book).fill("reply", "By mail, please.")


@pytest.fixture
async def lived(home: Path) -> Path:
    async with written(home, settle=60) as book:
        furnish(book)
    return home


async def go(window: Window, place: str) -> None:
    window.app.do(f"anywhere.{place}")
    await window.settle()


def keys(window: Window, kind: str) -> list[str]:
    return [key for key in window.keys if key.startswith(f"{kind}:")]


async def choose(window: Window, key: str, part: str = "") -> None:
    await window.go_to(key, part)
    await window.press("enter")


async def fill(window: Window, key: str, words: str, *, single: bool = True) -> None:
    await choose(window, key)
    await window.write(words)
    await window.press("enter" if single else "escape")


def copies(window: Window) -> list[str]:
    """What is handed to the clipboard from now on."""
    copied: list[str] = []
    window.app.copy_to_clipboard = copied.append  # type: ignore[method-assign, assignment]
    return copied


async def find(window: Window, query: str) -> None:
    await window.press("ctrl+f")
    await window.write(query)
    page = window.page
    assert isinstance(page, SearchPage)
    await window.until(lambda: page._looked_for == query and not page._looking)
    await window.settle()
    await window.press("down", "enter")


# The views


async def test_its_key_opens_it_lets_it_join_the_rail_and_v_goes_round(home: Path) -> None:
    async with opened(home) as window:
        assert "anywhere.people" not in [line.action for line in window.page.rail_places()]
        await window.press("p")
        assert "anywhere.people" in [line.action for line in window.page.rail_places()]
        seen = []
        for _view in VIEWS:
            seen.append(window.page.VIEW)  # type: ignore[attr-defined]
            await window.press("v")
        assert tuple(seen) == VIEWS
        assert window.page.VIEW == "people"  # type: ignore[attr-defined]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [NARROW, USUAL, WIDE])
async def test_with_nothing_yet_each_view_has_one_sentence_and_its_entry_line(
    home: Path, view: str, size: tuple[int, int]
) -> None:
    async with opened(home, size=size) as window:
        await go(window, view)
        assert window.keys.count("empty") == 1
        assert window.here.startswith("new")
        assert not keys(window, "acts")


@pytest.mark.parametrize("view", VIEWS)
async def test_text_that_would_steer_the_terminal_is_harmless_in_every_view(
    home: Path, view: str
) -> None:
    async with written(home, settle=60) as book:
        one = Supporters(book).add(HOSTILE)
        for field in ("what_for", "contact"):
            Supporters(book).word(Supporters(book).all()[0], field, HOSTILE)
        talk = Talks(book).write(TODAY, HOSTILE, None, one.id)
        assert talk is not None
        Talks(book).change(talk, next=HOSTILE)
        VisitSheet(book).add(TODAY, HOSTILE)
        Needs(book).add(HOSTILE, NeedKind.PLEASE)
        Visits(book).make(f"2026-12-01 10:00 {HOSTILE}")
        Visits(book).note_words(Visits(book).note(TODAY, VisitHow.WENT, one.id), HOSTILE)
        Answers(book).add(HOSTILE, Asker.SHOP)
        Answers(book).fill("about", HOSTILE)
    async with opened(home, size=WIDE) as window:
        await go(window, view)
        for key in [k for k in window.keys if k.split(":")[0] in ("one", "talk", "visit")]:
            await choose(window, key)
        assert HARMLESS in window.said.replace("\n", " ")
        assert "\x1b" not in window.text


# Leaning on


async def test_a_name_is_enough_and_what_it_is_can_be_said_after(home: Path) -> None:
    async with opened(home) as window:
        await window.press("p")
        await fill(window, "new", "Tama")
        [one] = keys(window, "one")
        await choose(window, one.replace("one", "what"), "animal")
        await choose(window, one.replace("one", "suits"), "fits")
        await fill(window, f"{one.replace('one', 'field')}:what_for", "to look at")
        await choose(window, one.replace("one", "acts"), "some_day")
        await choose(window, one.replace("one", "acts"), "bookmark")
    [cat] = await stored(home, Supporter, None)
    assert (cat.name, cat.what, cat.suits, cat.what_for, cat.some_day, cat.bookmarked) == (
        "Tama", SupporterKind.ANIMAL, Suits.FITS, "to look at", True, True,
    )  # fmt: skip


async def test_words_that_arrive_at_once_go_into_the_line_of_a_supporter_or_make_a_new_one(
    home: Path,
) -> None:
    async with opened(home) as window:
        await go(window, "people")
        await window.paste("ミホ")
        await window.press("enter")
        [made] = window.kept(Supporter, None)
        assert made.name == "ミホ"
        await window.go_to(f"field:{made.id}:what_for")
        await window.paste("話を聞いてくれる")
        await window.press("enter")
        [kept] = window.kept(Supporter, None)
        assert (kept.name, kept.what_for) == ("ミホ", "話を聞いてくれる")


async def test_an_opened_one_shows_a_few_lines_and_the_rest_when_asked_for(lived: Path) -> None:
    async with opened(lived, size=NARROW) as window:
        await go(window, "people")
        one = window.session.supporters.all()[0].id
        await choose(window, f"one:{one}")
        assert [key.rpartition(":")[2] for key in keys(window, "field")] == [
            "what_for", "worries", "contact",
        ]  # fmt: skip
        await choose(window, f"fields:{one}")
        assert window.here == f"field:{one}:cost"
        assert keys(window, "fields") == []


async def test_how_it_suits_can_be_taken_back(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("p")
        [one, *_others] = keys(window, "one")
        await choose(window, one)
        for _time in range(2):
            await choose(window, one.replace("one", "suits"), "does_not")
    assert {one.suits for one in await stored(lived, Supporter, None)} == {None}


async def test_kinds_are_drawn_from_three_entries_on_and_not_while_totals_are_hidden(
    lived: Path,
) -> None:
    async with opened(lived, settings=Settings(ascii_charts=True)) as window:
        await window.press("p")
        drawn = window.row("kinds").spec.text
        assert drawn.split() == ["Place", "o", "o", "Animal", "o"]
        Profile(window.book).look_away(LookAway.TOTALS)
        await window.settle()
        assert "kinds" not in window.keys
        Profile(window.book).look_away(LookAway.TOTALS)
        window.session.supporters.take_away(window.session.supporters.all()[0])
        await window.settle()
        assert "kinds" not in window.keys


async def test_the_last_contact_is_told_in_words_when_opened_unless_lengths_are_hidden(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        await window.press("p")
        assert "Last contact" not in window.text
        await choose(window, keys(window, "one")[0])
        assert window.row("last").spec.text == "within the last week"
        Profile(window.book).look_away(LookAway.ELAPSED)
        await window.settle()
        assert "last" not in window.keys


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_kinds_of_public_service_are_told_when_asked_and_one_is_put_on_for_some_day(
    home: Path, language: str
) -> None:
    settings = Settings(language="ja" if language == "ja" else "en")
    async with opened(home, settings=settings) as window:
        await window.press("p")
        assert not keys(window, "service")
        await choose(window, "services")
        name = window.row("service:library").spec.text
        await choose(window, "service:library")
    [library] = await stored(home, Supporter, None)
    assert (library.name, library.what) == (name, SupporterKind.SERVICE)
    assert library.some_day


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_two_stand_side_by_side_and_the_other_one_can_be_chosen(
    lived: Path, size: tuple[int, int]
) -> None:
    async with opened(lived, size=size) as window:
        await window.press("p")
        await choose(window, keys(window, "one")[0])
        await choose(window, keys(window, "acts")[0], "beside")
        assert window.page_name == "BesidePage"
        assert "River room" in window.row("beside:names").spec.text
        assert "a radio" in window.row("beside:noise").spec.text
        assert ("\n" in window.row("beside:what").spec.text) == (size == NARROW)
        await choose(window, "other")
        await choose(window, "other", window.session.supporters.all()[1].id)
        assert "Tama" in window.row("beside:names").spec.text
        await window.press("escape")
        assert window.page_name == "SupportersPage"


async def test_m_hides_names_and_contacts_in_every_view_until_it_is_pressed_again(
    lived: Path,
) -> None:
    secrets = ("Reading room", "River room", "Tama", "example.org", "Ms H", "eye doctor")
    async with opened(lived, size=WIDE) as window:
        await window.press("p", "m")
        for view in VIEWS:
            await go(window, view)
            openable = ("one", "talk", "visit", "appointment", "topic", "need", "answer")
            for key in [key for key in window.keys if key.split(":")[0] in openable]:
                await choose(window, key)
                assert not [secret for secret in secrets if secret in window.text]
        await go(window, "people")
        await window.press("m")
        assert "Tama" in window.text


@japanese
async def test_the_key_that_hides_names_stays_in_sight_in_a_narrow_window(lived: Path) -> None:
    async with opened(lived, size=NARROW) as window:
        for view in VIEWS:
            await go(window, view)
            assert "m 名前をかくす" in window.lines[-1]


async def test_what_is_hidden_is_not_copied(lived: Path) -> None:
    async with opened(lived) as window:
        copied = copies(window)
        await window.press("p", "m")
        await window.go_to(keys(window, "one")[0])
        await window.press("c")
        assert copied == []
        await window.press("m", "c")
        assert copied == ["room@example.org"]
        await window.press("home", "c")
        assert "nothing to copy" in window.key_line


# Talks


async def test_a_chat_is_pasted_whole_shown_folded_and_opened_whole(home: Path) -> None:
    chat = "\n".join(f"H: line {number}" for number in range(10))
    async with opened(home) as window:
        await go(window, "talks")
        await window.paste(chat)
        await window.press("escape")
        [talk] = keys(window, "talk")
        assert window.here == talk
        assert "H: line 9" in window.row(talk).spec.text
        await window.press("enter")
        assert window.row(talk).spec.text.splitlines() == ["H: line 0", "H: line 1", "H: line 2 …"]
        await choose(window, talk)
        await choose(window, talk.replace("talk", "channel"), "chat")
        await choose(window, talk.replace("talk", "before"), "2")
        await choose(window, talk.replace("talk", "after"), "3")
        await fill(window, talk.replace("talk", "next"), "rest")
    [kept] = await stored(home, Talk)
    assert (kept.text, kept.channel, kept.before, kept.after, kept.next) == (
        chat, Channel.CHAT, 2, 3, "rest",
    )  # fmt: skip


async def test_a_chat_of_200_kib_is_taken_and_more_than_fits_is_refused_in_one_sentence(
    home: Path,
) -> None:
    chat = "林：こんにちは。\n私：まあまあです\n" * 4_300
    async with opened(home) as window:
        await go(window, "talks")
        await window.paste(chat)
        await window.paste(chat)
        assert "too long" in window.all_said
        assert window.field.text == chat
        await window.press("escape")
        [talk] = keys(window, "talk")
        assert len(window.row(talk).spec.text) < 21_000
        await window.press("enter")
        assert len(window.row(talk).spec.text) < 100
    [kept] = await stored(home, Talk)
    assert kept.text == chat.rstrip()


async def test_ten_thousand_talks_of_a_year_are_shown_a_page_at_a_time(home: Path) -> None:
    from stepup.domain.change import Label, added

    async with written(home, settle=60) as book:
        talks = [
            Talk(
                id=book.ids(), day=TODAY - timedelta(days=n % 300), at=book.now(), text=f"talk {n}"
            )
            for n in range(10_000)
        ]
        book.apply(added(Label.IMPORT, *talks), undoable=False)
    async with opened(home) as window:
        await go(window, "talks")
        assert len(keys(window, "talk")) == 30
        await window.go_to("page", "older")
        await window.press("enter")
        assert len(keys(window, "talk")) == 30
        await find(window, "talk 9999")
        assert window.row(keys(window, "acts")[0].replace("acts", "talk")).spec.text == "talk 9999"


async def test_with_whom_is_chosen_from_the_list(lived: Path) -> None:
    async with opened(lived) as window:
        await go(window, "talks")
        [talk] = keys(window, "talk")
        await choose(window, talk)
        cat = next(one for one in window.session.supporters.all() if one.name == "Tama")
        line = talk.replace("talk", "with")
        assert window.row(line).spec.text == "Reading room"
        await choose(window, line)
        await choose(window, line, cat.id)
        assert window.row(line).spec.text == "Tama"
    [kept] = await stored(lived, Talk)
    assert kept.supporter == cat.id


@japanese
async def test_with_whom_takes_a_new_name_which_joins_the_list_as_one_act(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "talks")
        await window.paste("ミホ：元気？")
        await window.press("escape")
        [talk] = window.kept(Talk)
        await fill(window, f"with:{talk.id}", "ミホ")
        [miho] = window.kept(Supporter, None)
        assert (miho.name, miho.what) == ("ミホ", SupporterKind.PERSON)
        assert [one.supporter for one in window.kept(Talk)] == [miho.id]
        assert "話す前の気分" in window.said
        await window.press("ctrl+z")
        assert window.kept(Supporter, None) == []
        assert [one.supporter for one in window.kept(Talk)] == [None]


async def test_a_new_name_can_be_written_beside_those_there_are(lived: Path) -> None:
    async with opened(lived) as window:
        before = len(window.kept(Supporter, None))
        await go(window, "talks")
        [key] = keys(window, "talk")
        await choose(window, key)
        line = keys(window, "with")[0]
        await choose(window, line)
        await fill_new(window, line, "Tama")
        assert len(window.kept(Supporter, None)) == before
        await choose(window, line)
        await fill_new(window, line, "Miho")
        assert "Miho" in {one.name for one in window.kept(Supporter, None)}
        assert window.row(line).spec.text == "Miho"


async def fill_new(window: Window, line: str, name: str) -> None:
    await choose(window, line, "new")
    await window.write(name)
    await window.press("enter")


async def test_a_goal_made_from_a_talk_is_named_there_and_opens_its_page(lived: Path) -> None:
    async with opened(lived) as window:
        await go(window, "talks")
        await choose(window, keys(window, "talk")[0])
        await choose(window, keys(window, "acts")[0], "goal")
        assert window.field.text == "send the form"
        await window.press("enter")
        await choose(window, keys(window, "goal")[0])
        assert window.page_name == "GoalPage"
        assert "send the form" in window.text
        await choose(window, "talk")
        assert window.page_name == "TalksPage"
        assert keys(window, "goal")
    [goal] = await stored(lived, Goal, None)
    [talk] = await stored(lived, Talk)
    assert talk.goals == (goal.id,)


async def test_noting_a_talk_or_a_visit_from_a_supporter_links_it(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("p")
        await choose(window, keys(window, "one")[1])
        await choose(window, keys(window, "acts")[0], "talk")
        await window.write("a word about the weather")
        await window.press("escape")
        await go(window, "people")
        await choose(window, keys(window, "acts")[0], "visit")
        assert window.page_name == "AppointmentsPage"
        cat = next(one for one in window.session.supporters.all() if one.name == "Tama")
    talk = max(await stored(lived, Talk), key=lambda one: one.day)
    visit = max(await stored(lived, Visit), key=lambda one: one.day)
    assert (talk.text, talk.supporter) == ("a word about the weather", cat.id)
    assert (visit.how, visit.supporter) == (VisitHow.WENT, cat.id)


# The visit sheet


@pytest.mark.parametrize(
    ("view", "kind", "words"),
    [
        ("needs", "need", "the phone"),
        ("people", "one", "Reading room"),
        ("talks", "talk", "Ms H: hello"),
        ("appointments", "appointment", "eye doctor"),
        ("answers", "blank", "By mail, please."),
    ],
)
async def test_k_puts_the_words_of_a_line_on_the_sheet(
    lived: Path, view: str, kind: str, words: str
) -> None:
    async with opened(lived) as window:
        await go(window, view)
        await window.go_to("blank:reply" if kind == "blank" else keys(window, kind)[0])
        await window.press("k")
        assert "under To talk about" in window.key_line
    texts = {topic.text for topic in await stored(lived, Topic, None)}
    assert texts == {"sleep", "the fee", words}


async def test_lines_are_added_under_each_heading_turned_ticked_and_brought_back(
    home: Path,
) -> None:
    async with opened(home) as window:
        await go(window, "visit_sheet")
        for aspect in Aspect:
            await fill(window, f"new:{aspect}", f"line {aspect}")
        by_text = {topic.text: topic for topic in window.session.visit_sheet.open()}
        asked = by_text["line ask"]
        await choose(window, f"topic:{asked.id}")
        await choose(window, f"acts:{asked.id}", "to_not_say")
        await window.go_to(f"topic:{by_text['line say'].id}")
        await window.press("space")
        assert "Talked about" in window.key_line
        assert {topic.text for topic in window.session.visit_sheet.open()} == {
            "line ask", "line not_say",
        }  # fmt: skip
        await choose(window, "was")
        [told] = keys(window, "told")
        await window.go_to(told)
        await window.press("space")
        assert len(window.session.visit_sheet.open()) == 3
    kept = {topic.text: topic.aspect for topic in await stored(home, Topic, None)}
    assert kept["line ask"] is Aspect.NOT_SAY


async def test_all_but_what_is_left_alone_is_ticked_at_once_and_undone_at_once(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        window.session.visit_sheet.add(TODAY, "the years before", Aspect.NOT_SAY)
        await go(window, "visit_sheet")
        await choose(window, "out:", "told")
        assert [one.text for one in window.session.visit_sheet.open()] == ["the years before"]
        await window.press("ctrl+z")
        assert len(window.session.visit_sheet.open()) == 3


@pytest.mark.parametrize(("name", "line"), [("talk.txt", "[ ] sleep"), ("talk.md", "- [ ] sleep")])
async def test_the_sheet_is_written_into_a_new_file_where_one_says(
    lived: Path, tmp_path: Path, name: str, line: str
) -> None:
    file = tmp_path / name
    async with opened(lived) as window:
        await go(window, "visit_sheet")
        await choose(window, "out:", "file")
        await window.write(str(file))
        await window.press("enter")
        assert "can read it" in window.key_line
        assert line in file.read_text().splitlines()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        before = file.read_bytes()
        await choose(window, "out:", "file")
        await window.write(str(file))
        await window.press("enter")
        assert "There is a file of that name already" in window.all_said
        assert window.here == "field"
        assert file.read_bytes() == before
        window.field.text = ""
        await window.press("escape")


async def test_c_copies_the_whole_sheet(lived: Path) -> None:
    async with opened(lived) as window:
        copied = copies(window)
        await go(window, "visit_sheet")
        await window.press("c")
    assert copied == [
        "For the talk\n\nI would like to say\n[ ] sleep\n\nI would like to ask\n[ ] the fee\n"
    ]


@japanese
async def test_on_its_day_a_line_to_ask_is_told_from_one_to_say(lived: Path) -> None:
    async with opened(lived, settings=Settings(language="ja")) as window:
        await window.press("t")
        labels = [window.row(key).spec.label for key in keys(window, "topic")]
    assert labels == ["話したいこと", "聞きたいこと"]


# Difficulties and wishes


async def test_needs_are_added_turned_put_away_and_brought_back(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "needs")
        await fill(window, "new:difficulty", "calls")
        [need] = keys(window, "need")
        await choose(window, need)
        await choose(window, need.replace("need", "acts"), "topic")
        assert "under To talk about" in window.key_line
        await choose(window, need.replace("need", "acts"), "to_please_not")
        await choose(window, need.replace("need", "acts"), "close")
        assert not keys(window, "need")
        await choose(window, "was")
        [closed] = keys(window, "closed")
        assert window.session.needs.closed("2026")[0].what is NeedKind.PLEASE_NOT
        await choose(window, closed.replace("closed", "acts"), "back")
        await choose(window, need)
        await fill(window, "new:please", "knock")
    texts = {need.text: need.what for need in await stored(home, Need, None)}
    assert texts == {"calls": NeedKind.PLEASE_NOT, "knock": NeedKind.PLEASE}


# Appointments and visits


async def test_an_appointment_is_made_moved_titled_and_taken_away(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "appointments")
        await fill(window, "new", "next week")
        assert window.here == "field"
        assert "A date reads like" in window.all_said
        window.field.text = ""
        await window.write("2026-12-01 14:00")
        await window.press("enter")
        [line] = keys(window, "appointment")
        assert window.row(line).spec.text == "14:00  Appointment"
        await fill(window, line.replace("appointment", "title"), "eye doctor")
        await choose(window, line.replace("appointment", "shown"), "own")
        await choose(window, line.replace("appointment", "acts"), "day")
        await window.write("2027-01-04")
        await window.press("enter")
        await window.saved()
        [kept] = await stored(home, Appointment, date(2027, 1, 4))
        assert (kept.clock, kept.title, kept.title_shown) == (None, "eye doctor", True)
        await window.go_to(line)
        await window.press("delete")
        assert not keys(window, "appointment")


async def test_the_three_ways_of_a_visit_stand_alike_and_can_be_changed(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "appointments")
        for how in VisitHow:
            await choose(window, "newvisit", how.value)
        assert len(keys(window, "visit")) == 3
        [key] = keys(window, "note")
        await fill(window, key, "sat by the window", single=False)
        await choose(window, key.replace("note", "how"), "went")
    visits = await stored(home, Visit)
    assert sorted(visit.how for visit in visits) == ["online", "went", "went"]
    assert [visit.note for visit in visits if visit.note] == ["sat by the window"]


async def test_on_today_appointments_stand_only_when_that_was_chosen(lived: Path) -> None:
    async with opened(lived) as window:
        window.session.visits.make("2026-11-22 16:00 bank")
        await window.press("t")
        assert "bank" not in window.text
        await go(window, "appointments")
        await choose(window, "today", "on")
        await window.press("t")
        [line] = keys(window, "appointment")
        assert window.row(line).spec.text == "16:00  bank"
        assert not window.row(line).can_focus


async def test_a_calendar_file_is_written_where_one_says_and_read_back(
    lived: Path, tmp_path: Path
) -> None:
    file = tmp_path / "dates.ics"
    async with opened(lived) as window:
        await go(window, "appointments")
        await choose(window, "calendar")
        await window.write(str(file))
        await window.press("enter")
        assert "can read it" in window.key_line
    [event] = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Appointment"
    assert event.decoded("dtstart").time() == time(14, 0)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


# Answers and the first message


async def test_answers_are_rehearsed_one_at_a_time(home: Path) -> None:
    async with opened(home) as window:
        await go(window, "answers")
        await fill(window, "new", "Slowly.")
        [answer] = keys(window, "answer")
        await choose(window, answer.replace("answer", "asker"), "relatives")
        window.session.answers.add("At home.", Asker.SHOP)
        await window.settle()
        await choose(window, "rehearse:")
        assert window.page_name == "RehearsePage"
        assert "Slowly." not in window.text
        await window.press("enter")
        assert "Slowly." in window.text
        assert "At home." not in window.text
        await window.press("enter")
        assert "In a shop" in window.text
        assert "At home." not in window.text
        copied = copies(window)
        await window.press("c")
        await window.press("enter", "right", "enter")
        assert copied == ["At home."] * 2
        await window.press("left", "enter")
        assert "That was the last one." in window.text
        await window.press("enter")
        assert window.page_name == "AnswersPage"
    assert len(await stored(home, OwnAnswer, None)) == 2


async def test_three_blanks_make_a_message_in_either_language_and_it_is_copied(home: Path) -> None:
    async with opened(home, size=WIDE) as window:
        copied = copies(window)
        await go(window, "answers")
        assert "text" not in window.keys
        await fill(
            window, "blank:reply", "電話が苦手なので、メールでお返事いただけると助かります。"
        )
        await choose(window, "tongue", "ja")
        await choose(window, "form", "form")
        await choose(window, "textacts:", "copy")
        assert "Copied" in window.key_line
    assert copied == [
        "はじめて相談します。\n電話が苦手なので、メールでお返事いただけると助かります。"
    ]
    [message] = await stored(home, FirstMessage, None)
    assert message.reply.startswith("電話が苦手")


# From elsewhere


@pytest.mark.parametrize(
    ("query", "page", "shows"),
    [
        ("example.org", "SupportersPage", "example.org"),
        ("Ms H", "TalksPage", "me: hello"),
        ("the phone", "NeedsPage", "the phone"),
        ("eye doctor", "AppointmentsPage", "eye doctor"),
        ("take my time", "AnswersPage", "take my time"),
        ("By mail", "AnswersPage", "By mail"),
    ],
)
async def test_what_was_found_opens_where_it_stands(
    lived: Path, query: str, page: str, shows: str
) -> None:
    async with opened(lived, size=WIDE) as window:
        await find(window, query)
        assert window.page_name == page
        assert shows in window.said


@pytest.mark.parametrize(
    ("draft", "page", "line"),
    [
        ("supporter::new", "SupportersPage", "new"),
        ("supporter:{one}:contact", "SupportersPage", "field:{one}:contact"),
        ("supporter:{one}:noise", "SupportersPage", "field:{one}:noise"),
        ("supporter:{one}:name", "SupportersPage", "one:{one}"),
        ("talk:2026-11-20:", "TalksPage", "new"),
        ("talk:2026-11-19:{talk}", "TalksPage", "talk:{talk}"),
        ("talk_next:2026-11-19:{talk}", "TalksPage", "next:{talk}"),
        ("sheet_topic:2026-11-20:ask", "VisitSheetPage", "new:ask"),
        ("sheet_topic:2026-11-22:{topic}", "VisitSheetPage", "topic:{topic}"),
        ("need::please", "NeedsPage", "new:please"),
        ("need::{need}", "NeedsPage", "need:{need}"),
        ("appointment::new", "AppointmentsPage", "new"),
        ("appointment:2026-12-01:{date}", "AppointmentsPage", "title:{date}"),
        ("visit:2026-10-13:{visit}", "AppointmentsPage", "note:{visit}"),
        ("answer::new", "AnswersPage", "new"),
        ("answer::{answer}", "AnswersPage", "answer:{answer}"),
        ("first_message::about", "AnswersPage", "blank:about"),
    ],
)
async def test_a_draft_is_gone_on_with_in_the_field_it_belongs_to(
    lived: Path, draft: str, page: str, line: str
) -> None:
    async with opened(lived) as window:
        session = window.session
        ids = {
            "one": session.supporters.all()[0].id,
            "talk": session.talks.of_year("2026")[0].id,
            "topic": session.visit_sheet.open()[0].id,
            "need": session.needs.open()[0].id,
            "date": session.visits.ahead()[0].id,
            "visit": session.visits.of_year("2026")[0].id,
            "answer": session.answers.all()[0].id,
        }
        found = going_on(session, draft.format(**ids))
        assert found is not None
        session.drafts.keep(found[1], "words on their way")
        window.app.open_page(found[0])
        await window.settle()
        assert window.page_name == page
        assert window.field.text == "words on their way"
        edited = window.page.rows.current
        assert edited is not None
        assert edited.key == line.format(**ids)
        await window.press("escape")


async def test_a_draft_of_another_field_is_left_to_others(home: Path) -> None:
    async with opened(home) as window:
        assert going_on(window.session, "journal:2026-11-20:") is None


async def test_a_line_taken_away_comes_back_with_undo(lived: Path) -> None:
    lines = {"people": "one", "talks": "talk", "visit_sheet": "topic", "needs": "need",
             "appointments": "visit", "answers": "answer"}  # fmt: skip
    async with opened(lived) as window:
        for view, kind in lines.items():
            await go(window, view)
            before = keys(window, kind)
            await window.go_to(before[0])
            await window.press("delete")
            assert keys(window, kind) == before[1:]
            await window.press("ctrl+z")
            assert keys(window, kind) == before


@pytest.mark.parametrize("view", VIEWS)
async def test_the_six_views_stand_on_one_line_of_80_cells_in_japanese(
    folder: Path, view: str
) -> None:
    set_language("ja")
    await begun(folder)
    async with opened(folder, size=USUAL) as window:
        await go(window, view)
        spec, room = window.row("views").spec, window.page.rows.query(Block).first().size.width
        assert [part.text for part in spec.parts if part.on]
        for width in (room, room - 1):  # a bar to scroll by takes one
            assert len(lay_out(spec, width, None)[0]) == 1
