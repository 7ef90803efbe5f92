"""Share: nothing is in a page that was not put in; the preview is the file; the file is noted."""

import hashlib
import re
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.conftest import japanese
from tests.ui.support import (
    HARMLESS,
    HOSTILE,
    NARROW,
    TODAY,
    USUAL,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.need import NeedKind
from stepup.domain.profile import LookAway
from stepup.domain.share import Audience, Consent, Handover, PageForm, PageSection, ShareChoice
from stepup.domain.span import Span
from stepup.domain.supporter import SupporterKind
from stepup.exchange.pages import render
from stepup.exchange.pages.reading import words_of
from stepup.i18n import Language, set_language
from stepup.notebook.days import Days
from stepup.notebook.journal import Journal
from stepup.notebook.needs import Needs
from stepup.notebook.profile import Profile
from stepup.notebook.sharing import Sharing
from stepup.notebook.supporters import Supporters
from stepup.ui.draft_pages import page_of_draft
from stepup.ui.screens.share.page import SharePage
from stepup.ui.screens.share.preview import PreviewPage


@pytest.fixture
async def lived(folder: Path) -> Path:
    await begun(folder)
    async with written(folder, settle=60) as book:
        days = Days(book)
        for number in range(6):
            days.add_win(TODAY - timedelta(days=number), f"win {number}")
        days.add_topic(TODAY, "the phone and Tanaka")
        days.log_sleep(TODAY, "3:10-11:40")
        Journal(book).write(TODAY, "A line of the journal.")
        Journal(book).write(TODAY - timedelta(days=1), "Another line.")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "at-home"
    found.mkdir()
    monkeypatch.setenv("HOME", str(found))
    return found


def page(window: Window) -> SharePage:
    assert isinstance(window.page, SharePage)
    return window.page


async def tick(window: Window, *sections: str) -> None:
    for section in sections:
        await window.go_to(f"section:{section}")
        await window.press("space")


def chosen(window: Window) -> dict[PageSection, frozenset[str]]:
    return dict(page(window)._choosing.consent.lines)


async def test_the_screen_opens_by_key_with_nothing_in_it(lived: Path) -> None:
    for key in ("x", "f9"):
        async with opened(lived) as window:
            await window.press(key)
            assert window.page_name == "SharePage"
            assert chosen(window) == {}
            assert "[x]" not in window.said
            await window.press("v")
            assert "Nothing is in it yet" in window.key_line
            assert window.page_name == "SharePage"


async def test_space_puts_a_section_in_with_the_newest_lines_that_fit_and_takes_it_out(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "wins")
        assert len(chosen(window)[PageSection.WINS]) == 4
        assert "characters left" in window.row("section:wins").spec.after
        await tick(window, "wins")
        assert chosen(window) == {}


@pytest.mark.parametrize(
    ("language", "to_choose", "to_write", "nothing"),
    [
        (
            "en",
            "nothing in it yet (Enter to choose)",
            "nothing in it yet (Enter to write)",
            "no record in this period",
        ),
        (
            "ja",
            "まだ何も入っていません（Enter で選びます）",
            "まだ何も入っていません（Enter で書けます）",
            "この期間の記録がない",
        ),
    ],
)
async def test_a_section_that_would_be_empty_says_so_and_how_it_is_filled(
    lived: Path, language: Language, to_choose: str, to_write: str, nothing: str
) -> None:
    set_language(language)
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "name", "wins", "outside", "rhythm")
        assert window.row("section:name").spec.after == to_write
        assert nothing in window.row("section:outside").spec.after
        assert nothing not in window.row("section:rhythm").spec.after
        for line_id in chosen(window)[PageSection.WINS]:
            page(window)._choosing.tick_line(PageSection.WINS, line_id)
        page(window).refresh_rows()
        assert window.row("section:wins").spec.after == to_choose


@pytest.mark.parametrize(("language", "told"), [("en", "4 of 8, "), ("ja", "8件のうち4件、あと")])
async def test_the_row_says_how_many_are_in_and_both_kinds_are_each_kind_together(
    lived: Path, language: Language, told: str
) -> None:
    async with written(lived) as book:
        for number in range(4):
            Needs(book).add(f"hard {number}", NeedKind.DIFFICULTY)
            Needs(book).add(f"help {number}", NeedKind.WOULD_HELP)
    set_language(language)
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "needs")
        assert window.row("section:needs").spec.after.startswith(told)
        text = render(page(window)._choosing.handout(), PageForm.TEXT).decode()
        assert re.findall(r"(?:hard|help) \d", text) == ["hard 0", "hard 1", "help 0", "help 1"]


async def test_lines_are_chosen_one_by_one(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("section:wins")
        await window.press("enter")
        lines = [key for key in window.keys if key.startswith("line:wins:")]
        assert len(lines) == 6
        await window.go_to(lines[5])
        await window.press("enter")
        assert len(chosen(window)[PageSection.WINS]) == 1
        await window.press("v")
        assert isinstance(window.page, PreviewPage)
        assert "win 5" in window.said
        assert "win 0" not in window.said


async def test_the_whole_way_goes_by_arrows_and_enter_alone(lived: Path, home: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("audience", "family")
        await window.press("enter")
        await window.go_to("section:wins")
        await window.press("enter")
        await window.go_to("tick:wins", "tick")
        await window.press("enter")
        await window.go_to("form", "txt")
        await window.press("enter")
        await window.go_to("acts", "preview")
        await window.press("enter")
        await window.go_to("acts", "save")
        await window.press("enter")
        await window.press("enter")
        await window.saved()
    [file] = home.iterdir()
    assert file.name == "2026-11-22.txt"
    assert "win 0" in file.read_text()


@pytest.mark.parametrize("form", PageForm)
async def test_the_preview_is_the_file_byte_for_byte(
    lived: Path, home: Path, form: PageForm
) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "today", "wins", "rhythm")
        await window.go_to("form", form.value)
        await window.press("enter")
        await window.press("v")
        assert isinstance(window.page, PreviewPage)
        data = window.page.data
        shown = [spec.text for spec in window.page.specs() if spec.key.startswith("text:")]
        assert shown == [line for line in words_of(data, form).split("\n") if line]
        await window.press("f")
        await window.press("enter")
        await window.saved()
    [file] = home.iterdir()
    assert file.read_bytes() == data
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    [handover] = await stored(lived, Handover)
    assert handover.sha256 == hashlib.sha256(data).hexdigest()
    assert handover.sections == ("today", "rhythm", "wins")


async def test_a_file_that_is_there_stays_and_the_name_stays_in_its_field(
    lived: Path, home: Path
) -> None:
    (home / "2026-11-22.html").write_text("mine")
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "wins")
        await window.press("f")
        await window.press("enter")
        assert "There is a file of that name already" in window.said
        assert window.field.text == "~/2026-11-22.html"
        assert window.kept(Handover) == []
    assert (home / "2026-11-22.html").read_text() == "mine"


@pytest.mark.parametrize(
    ("language", "key_line", "said"),
    [
        (
            "en",
            "Once it is handed over or copied, anyone can read it",
            "For now, only this account can open it; once it is handed over or copied, anyone can",
        ),
        (
            "ja",
            "渡したりコピーしたりすると、だれでも読めます。",
            "いまは、このアカウントでしか開けません。渡したりコピーしたりすると、だれでも読めます。",
        ),
    ],
)
async def test_after_saving_it_says_where_it_is_and_who_can_read_it_now_and_then(
    lived: Path, home: Path, language: Language, key_line: str, said: str
) -> None:
    set_language(language)
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "wins")
        await window.press("f")
        await window.press("enter")
        assert key_line in window.key_line
        await window.wait_for("2026-11-22.html")
        assert said in window.row("saved").spec.text


async def test_the_same_as_last_time_comes_back_at_one_key(lived: Path, home: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        assert "again" not in window.keys
        await tick(window, "wins", "rhythm")
        await window.press("f")
        await window.press("enter")
        await window.saved()
    async with opened(lived) as window:
        await window.press("x")
        assert chosen(window) == {}
        await window.go_to("again")
        await window.press("enter")
        assert set(chosen(window)) == {PageSection.WINS, PageSection.RHYTHM}
        assert len(chosen(window)[PageSection.WINS]) == 4


async def test_the_journal_is_offered_on_a_second_page_and_chosen_entry_by_entry(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        await window.press("x")
        assert "section:journal" not in window.keys
        await window.go_to("second")
        await window.press("enter")
        await tick(window, "journal")
        assert chosen(window)[PageSection.JOURNAL] == frozenset()
        lines = [key for key in window.keys if key.startswith("line:journal:")]
        await window.go_to(lines[1])
        await window.press("space")
        text = render(page(window)._choosing.handout(), PageForm.TEXT).decode()
        assert "Another line." in text
        assert "A line of the journal." not in text


async def test_what_is_written_for_a_page_is_kept_and_the_room_left_is_told_while_writing(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("section:support")
        await window.press("enter")
        await window.go_to("written:support")
        await window.press("enter")
        before = int(re.findall(r"(\d+) characters left", window.key_line)[0])
        await window.write("Mail is easier.")
        after = int(re.findall(r"(\d+) characters left", window.key_line)[0])
        assert 0 < after < before
        await window.press("escape")
        await window.saved()
    [choice] = await stored(lived, ShareChoice, None)
    assert (choice.id, choice.words_for(PageSection.SUPPORT)) == ("counsellor", "Mail is easier.")


async def test_more_than_fits_is_said_and_no_file_is_made(lived: Path, home: Path) -> None:
    async with written(lived) as book:
        Sharing(book).write(Audience.COUNSELLOR, PageSection.SUPPORT, "word " * 60)
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "support")
        assert "too many" in window.row("section:support").spec.after
        for key in ("v", "f"):
            await window.press(key)
            assert "more than fits" in window.key_line
            assert window.page_name == "SharePage"
    assert list(home.iterdir()) == []


async def test_names_are_replaced_and_can_be_let_go(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("newname")
        await window.press("enter")
        await window.write("Tanaka = my case worker")
        await window.press("enter")
        await tick(window, "today")
        await window.press("v")
        assert "the phone and my case worker" in window.said
        await window.press("escape")
        await window.go_to("name:0")
        await window.press("delete")
        assert window.session.sharing.choice(Audience.COUNSELLOR).names == ()


async def test_a_name_with_nothing_behind_it_becomes_an_initial(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        for name, put in (("Tanaka", "T"), ("すずき", "S"), ("田中", "C")):
            await window.go_to("newname")
            await window.press("enter")
            await window.paste(name)
            await window.press("enter")
            names = window.session.sharing.choice(Audience.COUNSELLOR).names
            assert (names[-1].name, names[-1].put) == (name, put)


async def test_other_days_are_typed_and_wrong_ones_stay_to_be_mended(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "wins")
        await window.go_to("reach", "own")
        await window.press("enter")
        await window.press("ctrl+a")
        await window.write("nonsense")
        await window.press("enter")
        assert "A date reads like" in window.said
        window.field.text = "2026-11-19..2026-11-20"
        await window.press("enter")
        assert len(chosen(window)[PageSection.WINS]) == 2


async def test_what_was_handed_over_is_one_key_away(lived: Path, home: Path) -> None:
    async with opened(lived) as window:
        await window.press("x", "l")
        assert "Nothing was handed over" in window.said
        await window.press("escape")
        await tick(window, "wins")
        await window.press("f")
        await window.press("enter")
        await window.press("l")
        assert window.page_name == "ShareLogPage"
        [key] = [key for key in window.keys if key.startswith("handover:")]
        await window.go_to(key)
        await window.press("enter")
        [handover] = window.kept(Handover)
        await window.go_to(key.replace("handover", "acts"), "number")
        assert "SHA-256" not in window.said
        await window.press("enter")
        assert handover.sha256 in "".join(window.said.split())
        await window.press("enter")
        assert "SHA-256" not in window.said
        await window.go_to(key.replace("handover", "acts"), "to")
        await window.press("enter")
        await window.paste(HOSTILE)
        await window.press("enter")
        assert window.kept(Handover)[0].to == HARMLESS
        await window.go_to(key)
        await window.press("delete")
        assert window.kept(Handover) == []
        await window.press("ctrl+z")
        assert len(window.kept(Handover)) == 1


async def test_dates_stay_out_of_sight_when_looked_away_from(lived: Path) -> None:
    async with written(lived) as book:
        Profile(book).look_away(LookAway.DATES)
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("section:wins")
        await window.press("enter")
        assert "22 Nov" not in window.said


async def test_a_draft_of_words_for_a_page_is_gone_on_with_there(lived: Path) -> None:
    async with opened(lived) as window:
        found = page_of_draft(window.session, "share_words:family:today")
        assert found is not None
        window.app.open_page(found[0])
        await window.settle()
        await window.until(lambda: window.here == "field")
        assert found[1] == "share_words:family:today"
        await window.write("soup")
        await window.press("escape")
        words = window.session.sharing.choice(Audience.FAMILY).words_for(PageSection.TODAY)
        assert words == "soup"


@pytest.mark.parametrize("size", [USUAL, NARROW])
async def test_hostile_text_is_shown_as_text_in_the_preview(
    lived: Path, size: tuple[int, int]
) -> None:
    async with written(lived) as book:
        Sharing(book).write(Audience.FAMILY, PageSection.TODAY, HOSTILE)
    async with opened(lived, size=size) as window:
        await window.press("x")
        await window.go_to("audience", "family")
        await window.press("enter")
        await tick(window, "today")
        await window.press("v")
        assert "".join(HARMLESS.split()) in "".join(window.said.split())


@japanese
async def test_in_japanese_the_room_is_told_in_characters(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "today")
        assert re.search(r"あと\d+字", window.row("section:today").spec.after)


@japanese
async def test_in_japanese_a_name_is_typed_with_a_full_width_sign_as_its_hint_says(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await window.go_to("newname")
        await window.press("enter")
        assert "「田中＝担当の人」のように書きます。名前だけなら、頭文字になります。" in "".join(
            line[13:].strip() for line in window.lines
        )
        await window.paste("田中＝担当の人")
        await window.press("enter")
        [name] = window.session.sharing.choice(Audience.COUNSELLOR).names
        assert (name.name, name.put) == ("田中", "担当の人")


@japanese
async def test_in_japanese_the_first_line_of_the_preview_is_filled_to_its_end(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "wins")
        await window.press("v")
        assert " " not in window.row("said").spec.text


@japanese
async def test_in_japanese_the_page_is_seen_by_plain_words(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("x")
        assert "v できあがりを見る" in window.key_line
        assert "下見" not in window.said


async def test_search_leads_to_what_was_handed_over_and_to_words_for_a_page(
    lived: Path, home: Path
) -> None:
    async with written(lived) as book:
        sharing = Sharing(book)
        sharing.write(Audience.FAMILY, PageSection.TODAY, "the soup on the stairs")
        consent = Consent(Audience.SELF, Span(TODAY, TODAY))
        handover = sharing.hand_over(home / "a.txt", b"x", consent, PageForm.TEXT, "14")
        sharing.name_receiver(handover, "the desk upstairs")
    for query, name, words in (
        ("soup on", "SharePage", "What I'd like you to know"),
        ("desk upstairs", "ShareLogPage", "Number to check the file by"),
    ):
        async with opened(lived) as window:
            await window.press("ctrl+f")
            await window.write(query)
            await window.until(lambda: "hit:0" in window.keys)
            await window.press("enter")
            await window.settle()
            assert window.page_name == name
            assert words in window.said


async def test_a_window_that_may_not_write_makes_no_file(lived: Path, home: Path) -> None:
    newest = max((lived / "manifests").iterdir())
    broken = newest.with_name(f"{int(newest.stem) + 1:06d}.json")
    broken.write_bytes(newest.read_bytes()[:-20])
    async with opened(lived) as window:
        await window.press("x")
        await tick(window, "wins")
        await window.press("f")
        await window.press("enter")
        assert "reading only" in window.all_said
    assert list(home.iterdir()) == []


async def test_people_one_leans_on_are_offered_and_one_key_replaces_a_name(lived: Path) -> None:
    async with written(lived) as book:
        supporters = Supporters(book)
        tanaka = supporters.add("Tanaka", SupporterKind.PERSON)
        supporters.add("the library", SupporterKind.PLACE)
    async with opened(lived) as window:
        await window.press("x")
        assert [part.text for part in window.row("people").spec.parts] == ["Tanaka"]
        await window.go_to("people", tanaka.id)
        await window.press("enter")
        [name] = window.session.sharing.choice(Audience.COUNSELLOR).names
        assert (name.name, name.put) == ("Tanaka", "T")
        assert "people" not in window.keys
