"""Consent is exact: nothing of a section that was not chosen is on a page, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.notebook.support import HandClock
from tests.share.sentinels import AT, DAY, INCOME, SLEEP, TODAY, Sentinels, fill

from stepup import i18n
from stepup.domain.share import RULES, Audience, Consent, PageForm, PageSection
from stepup.domain.share_figures import SleepFigures
from stepup.domain.span import Span
from stepup.exchange.pages import render
from stepup.notebook.book import Book, open_book
from stepup.notebook.own_records import OwnRecords
from stepup.notebook.share_sources import SOURCES
from stepup.notebook.sharing import Sharing

SPAN = Span(DAY, TODAY)
WORDS = re.compile(rf"zq\d+q|{SLEEP}|{INCOME}")


class Filled:
    """A notebook full of words that stand nowhere else."""

    def __init__(self, folder: Path) -> None:
        self.book: Book = open_book(folder, clock=HandClock(AT.replace(day=22)), settle=3600)
        self.sentinels: Sentinels = fill(self.book)
        self.sharing = Sharing(self.book)

    def lines(self, audience: Audience) -> dict[PageSection, frozenset[str]]:
        """The ids of every line there is, of every section."""
        return {
            section: frozenset(one.id for one in self.sharing.lines(audience, section, SPAN))
            for section in RULES[audience]
        }


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    found = Filled(tmp_path_factory.mktemp("filled") / "vault")
    yield found
    found.book.close()


@st.composite
def consents(draw: st.DrawFn) -> tuple[Audience, frozenset[PageSection], bool]:
    audience = draw(st.sampled_from(Audience))
    sections = draw(st.sets(st.sampled_from(list(RULES[audience]))))
    return audience, frozenset(sections), draw(st.booleans())


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(consents(), st.sampled_from(["en", "ja"]))
def test_nothing_of_a_section_that_was_not_chosen_is_in_any_form(
    filled: Filled, chosen: tuple[Audience, frozenset[PageSection], bool], language: i18n.Language
) -> None:
    audience, sections, two_pages = chosen
    i18n.set_language(language)
    # Lines of sections that are not in are named all the same: it is the section that counts.
    consent = Consent(audience, SPAN, sections, filled.lines(audience), two_pages=two_pages)
    handout = filled.sharing.handout(consent)
    for form in PageForm:
        text = render(handout, form).decode()
        found = set(WORDS.findall(text))
        assert {word for word in found if not filled.sentinels.allowed[word] & sections} == set()
        if PageSection.DAYS not in sections:
            assert "of 3 days" not in re.sub(r"\(from[^)]*\)", "", text)
    i18n.set_language("en")


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("form", PageForm)
def test_all_that_was_chosen_is_there(filled: Filled, audience: Audience, form: PageForm) -> None:
    sections = frozenset(RULES[audience])
    consent = Consent(audience, SPAN, sections, filled.lines(audience), two_pages=True)

    found = set(WORDS.findall(render(filled.sharing.handout(consent), form).decode()))

    for section in sections - {PageSection.OUTSIDE, PageSection.DAYS, PageSection.MOOD}:
        words = {word for word, allowed in filled.sentinels.allowed.items() if section in allowed}
        assert found & words, f"{section} has no word on the page"


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.data())
def test_of_a_section_only_the_lines_that_were_chosen_are_there(
    filled: Filled, data: st.DataObject
) -> None:
    audience = data.draw(st.sampled_from(Audience))
    section = data.draw(st.sampled_from([one for one in RULES[audience] if SOURCES[one].lines]))
    offered = filled.sharing.lines(audience, section, SPAN)
    ids = data.draw(st.sets(st.sampled_from([line.id for line in offered]))) if offered else set()
    consent = Consent(
        audience, SPAN, frozenset({section}), {section: frozenset(ids)}, two_pages=True
    )
    mine = {word for line in offered if line.id in ids for word in WORDS.findall(str(line))}
    all_lines = {word for line in offered for word in WORDS.findall(str(line))}
    for form in PageForm:
        found = set(WORDS.findall(render(filled.sharing.handout(consent), form).decode()))
        assert found & all_lines == mine


@pytest.mark.parametrize("audience", Audience)
def test_with_nothing_chosen_a_page_holds_no_word_of_the_person(
    filled: Filled, audience: Audience
) -> None:
    handout = filled.sharing.handout(Consent(audience, SPAN))
    assert handout.sections == ()
    for form in PageForm:
        assert WORDS.findall(render(handout, form).decode()) == []


def test_the_builder_of_a_section_cannot_read_what_it_is_not_for(filled: Filled) -> None:
    from stepup.domain.journal import JournalEntry, Win

    own = OwnRecords(filled.book, SPAN, SOURCES[PageSection.WINS].kinds)
    assert own.written(Win)
    with pytest.raises(LookupError):
        own.written(JournalEntry)


def test_every_section_has_a_source_and_an_audience() -> None:
    assert set(SOURCES) == set(PageSection)
    assert {section for rules in RULES.values() for section in rules} == set(PageSection)


def test_journal_and_talks_need_a_second_page_beside_the_counsellors_one(filled: Filled) -> None:
    sections = frozenset({PageSection.JOURNAL, PageSection.TALKS})
    lines = filled.lines(Audience.COUNSELLOR)
    one = Consent(Audience.COUNSELLOR, SPAN, sections, lines)
    assert filled.sharing.handout(one).sections == ()
    two = Consent(Audience.COUNSELLOR, SPAN, sections, lines, two_pages=True)
    assert {filled.section for filled in filled.sharing.handout(two).sections} == sections


def test_days_outside_the_span_are_on_no_page(filled: Filled) -> None:
    later = Span(DAY.replace(day=21), TODAY)
    for section in (PageSection.WINS, PageSection.JOURNAL, PageSection.TALKS, PageSection.SINCE):
        assert filled.sharing.lines(Audience.SELF, section, later) == ()
    consent = Consent(Audience.SELF, later, frozenset(PageSection))
    figures = [one.figures for one in filled.sharing.handout(consent).sections if one.figures]
    assert not any(isinstance(one, SleepFigures) for one in figures)
