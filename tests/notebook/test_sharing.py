"""Handing over in the notebook: much, nothing, one day; what is written and what is kept of it."""

from __future__ import annotations

import hashlib
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from tests.notebook.conftest import Opener
from tests.notebook.support import BEFORE, DAY, TOKYO, Notebook, plant

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.share import RULES, Audience, Consent, PageForm, PageSection
from stepup.domain.span import Span
from stepup.exchange.pages import render
from stepup.words.share import overfull

FORTNIGHT = Span(DAY - timedelta(days=13), DAY)
AT = f"2026-05-31T12:00:00{TOKYO.tzname(None)[3:]}"


def all_of(window: Notebook, audience: Audience, span: Span) -> Consent:
    sections = frozenset(RULES[audience])
    lines = {
        section: frozenset(line.id for line in window.sharing.lines(audience, section, span))
        for section in sections
    }
    return Consent(audience, span, sections, lines, two_pages=True)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("form", PageForm)
def test_an_empty_notebook_gives_a_page_with_nothing_but_the_dates(
    window: Notebook, audience: Audience, form: PageForm
) -> None:
    handout = window.sharing.handout(all_of(window, audience, FORTNIGHT))
    kept = [one.section for one in handout.sections]
    assert kept in ([], [PageSection.DAYS])
    assert render(handout, form)


def test_one_day_alone_gives_a_page(furnished: Notebook) -> None:
    handout = furnished.sharing.handout(all_of(furnished, Audience.SELF, Span(DAY, DAY)))
    text = render(handout, PageForm.TEXT).decode()
    assert "washed a cup" in text
    assert "3:10-11:40" in text


def test_ten_thousand_talks_are_on_the_page_for_oneself(root: Path, opened: Opener) -> None:
    talks = [
        ("2026", "talk", {"id": f"t{n}", "day": DAY.isoformat(), "at": AT, "text": f"talk {n}."})
        for n in range(10_000)
    ]
    plant(root, *talks)
    window = opened()
    consent = all_of(window, Audience.SELF, Span(DAY, DAY))
    text = render(window.sharing.handout(consent), PageForm.TEXT).decode()
    assert text.count("talk ") == 10_000


@pytest.mark.parametrize("form", PageForm)
def test_a_pasted_chat_of_200_kilobytes_is_whole_for_oneself_and_too_much_for_one_page(
    root: Path, opened: Opener, form: PageForm
) -> None:
    chat = "\n".join("me: あいうえお <b> & more" for _line in range(5_400))
    plant(
        root,
        ("2026", "talk", {"id": "t", "day": DAY.isoformat(), "at": AT, "text": chat}),
    )
    window = opened()
    mine = window.sharing.handout(all_of(window, Audience.SELF, Span(DAY, DAY)))
    assert render(mine, form).decode().count("あいうえお") == 5_400
    others = window.sharing.handout(all_of(window, Audience.COUNSELLOR, Span(DAY, DAY)))
    assert overfull(others, two_pages=True) == [PageSection.TALKS]


def test_a_file_is_new_private_and_noted_with_its_fingerprint(
    furnished: Notebook, tmp_path: Path
) -> None:
    sharing = furnished.sharing
    consent = Consent(Audience.FAMILY, FORTNIGHT, frozenset({PageSection.WINS}))
    file = tmp_path / "for home.txt"
    before = len(sharing.handovers("2026"))

    handover = sharing.hand_over(file, b"words", consent, PageForm.TEXT, "14")

    assert file.read_bytes() == b"words"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert handover.sha256 == hashlib.sha256(b"words").hexdigest()
    assert (handover.file, handover.from_day, handover.to_day) == (
        "for home.txt", FORTNIGHT.first, FORTNIGHT.last,
    )  # fmt: skip
    assert len(sharing.handovers("2026")) == before + 1
    assert sharing.choice(Audience.FAMILY).sections == ("wins",)


@pytest.mark.parametrize("where", ["there.txt", "no/such/folder.txt", "nul\0.txt"])
def test_where_nothing_can_be_written_nothing_is_noted(
    furnished: Notebook, tmp_path: Path, where: str
) -> None:
    (tmp_path / "there.txt").write_text("mine")
    before = furnished.live()
    consent = Consent(Audience.FAMILY, FORTNIGHT)
    with pytest.raises(Problem) as refused:
        furnished.sharing.hand_over(tmp_path / where, b"x", consent, PageForm.TEXT, "14")
    assert refused.value.code in (ProblemCode.BACKUP_EXISTS, ProblemCode.IO_ERROR)
    assert furnished.live() == before
    assert (tmp_path / "there.txt").read_text() == "mine"


def test_a_link_in_the_place_of_the_file_is_not_followed(
    furnished: Notebook, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    (tmp_path / "link.txt").symlink_to(target)
    with pytest.raises(Problem):
        furnished.sharing.hand_over(
            tmp_path / "link.txt", b"x", Consent(Audience.SELF, FORTNIGHT), PageForm.TEXT, "14"
        )
    assert not target.exists()


def test_names_are_replaced_in_words_and_lines_alike(furnished: Notebook) -> None:
    sharing = furnished.sharing
    furnished.days.add_win(DAY, "wrote to Suzuki")
    sharing.write(Audience.COUNSELLOR, PageSection.WINS, "Suzuki wrote back")
    sharing.stand_in(Audience.COUNSELLOR, "suzuki", "a friend")
    names = sharing.choice(Audience.COUNSELLOR).names
    section = PageSection.WINS
    ids = frozenset(line.id for line in sharing.lines(Audience.COUNSELLOR, section, FORTNIGHT))
    consent = Consent(
        Audience.COUNSELLOR, FORTNIGHT, frozenset({section}), {section: ids}, names=names
    )
    for form in PageForm:
        text = render(sharing.handout(consent), form).decode()
        assert "suzuki" not in text.casefold()
        assert text.count("a friend") == 2


def test_lines_with_days_are_offered_the_newest_first_and_read_the_oldest_first(
    window: Notebook,
) -> None:
    window.days.add_win(BEFORE, "older")
    window.days.add_win(DAY, "newer")
    section = PageSection.WINS
    offered = window.sharing.lines(Audience.FAMILY, section, FORTNIGHT)
    assert [line.text for line in offered] == ["newer", "older"]
    consent = Consent(
        Audience.FAMILY, FORTNIGHT, frozenset({section}),
        {section: frozenset(line.id for line in offered)},
    )  # fmt: skip
    filled = window.sharing.handout(consent).filled(section)
    assert filled is not None
    assert [line.text for line in filled.lines] == ["older", "newer"]


def test_noted_is_what_was_on_the_page_and_kept_is_what_was_chosen(
    window: Notebook, tmp_path: Path
) -> None:
    window.days.add_win(DAY, "a win")
    section = PageSection.WINS
    consent = Consent(
        Audience.FAMILY,
        FORTNIGHT,
        frozenset({section, PageSection.NAME, PageSection.RHYTHM}),
        {
            section: frozenset(
                line.id for line in window.sharing.lines(Audience.FAMILY, section, FORTNIGHT)
            )
        },
    )
    handover = window.sharing.hand_over(tmp_path / "a", b"words", consent, PageForm.TEXT, "14")
    assert handover.sections == ("wins",)
    assert window.sharing.choice(Audience.FAMILY).sections == ("name", "rhythm", "wins")


def test_what_was_handed_over_is_found_by_search(furnished: Notebook) -> None:
    handover = furnished.sharing.handovers("2026")[0]
    furnished.sharing.name_receiver(handover, "the woman at the window")
    hits = [hit for found in furnished.search.find("woman at") for hit in found]
    assert [(hit.kind, hit.id) for hit in hits] == [("handover", handover.id)]
