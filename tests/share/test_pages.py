"""Pages as bytes: what a person wrote is text in them, and nothing else happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.share.pages import HOSTILE, TODAY, full, nights

from stepup import i18n
from stepup.domain.circular import DAY_MINUTES
from stepup.domain.share import Audience, Filled, Handout, PageForm, PageLine, PageSection
from stepup.domain.share_figures import OutsideFigures, sleep_figures
from stepup.domain.slept import SleepDay, Slept, wall_minute
from stepup.domain.span import Span
from stepup.domain.text import one_line
from stepup.exchange.pages import render
from stepup.exchange.pages.as_markdown import bullet
from stepup.exchange.pages.reading import words_of
from stepup.words.share import section_from, section_name
from stepup.words.share_figures import outside_words, row_words, usual_sleep

SPAN = Span(TODAY, TODAY)


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.set_language(request.param)
    yield request.param
    i18n.set_language("en")


class Tags(HTMLParser):
    """Every tag and attribute of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def page(text: str, form: PageForm, audience: Audience = Audience.COUNSELLOR) -> str:
    return render(full(audience, text, two_pages=True), form).decode()


def one(text: str) -> Handout:
    filled = Filled(PageSection.WINS, (), (PageLine("w", text),))
    return Handout(Audience.COUNSELLOR, TODAY, SPAN, (filled,))


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("text", HOSTILE)
def test_html_holds_hostile_text_as_text_alone(text: str, audience: Audience) -> None:
    harmless, hostile = (
        Tags(page("x", PageForm.HTML, audience)),
        Tags(page(text, PageForm.HTML, audience)),
    )

    assert set(hostile.tags) <= set(harmless.tags)
    assert {name for name, _value in hostile.attributes} == {n for n, _v in harmless.attributes}
    assert one_line(text) in one_line(hostile.text) or audience is Audience.COUNSELLOR


@pytest.mark.parametrize("text", HOSTILE)
def test_html_gives_back_the_text_it_was_given(text: str) -> None:
    assert text in Tags(render(one(text), PageForm.HTML).decode()).text


def test_html_stands_alone(language: str) -> None:
    text = page("x", PageForm.HTML)
    tags = Tags(text)

    assert not {"script", "link", "img", "iframe", "a", "form", "object", "base"} & set(tags.tags)
    assert not {n for n, _v in tags.attributes} & {"src", "href", "srcset", "action", "style"}
    assert not re.search(r"url\(|@import|https?:|//", text.replace("<!DOCTYPE html>", ""))
    assert "default-src 'none'; style-src 'unsafe-inline'" in dict(tags.attributes).values() or any(
        value == "default-src 'none'; style-src 'unsafe-inline'" for _n, value in tags.attributes
    )
    assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_hostile_text_as_it_was_typed(text: str) -> None:
    html = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(render(one(text), PageForm.MARKDOWN).decode())
    )
    tags = Tags(html)
    assert set(tags.tags) <= {
        "h1",
        "h2",
        "ul",
        "li",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
    }
    assert one_line(text) in one_line(tags.text)


@given(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)
    .map(one_line)
    .filter(bool)
)
def test_markdown_shows_any_line_as_it_was_typed(text: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(bullet(text))
    tags = Tags(html)
    assert set(tags.tags) <= {"ul", "li"}
    assert one_line(tags.text) == text


def test_plain_text_reads_a_name_first_and_leaves_the_box_blank(language: str) -> None:
    text = page("x", PageForm.TEXT)

    blank = {"en": "Until next time:\nThe person:\nSupporter:", "ja": "次まで：\n本人：\n支援者："}
    assert blank[language] in text
    closing = {
        "en": "Written by the person themselves. Not a diagnosis. Please ask before copying or keeping.",
        "ja": "本人が書いた記録です。診断ではありません。コピーや保管は本人に確認してください。",
    }
    assert text.endswith(f"{closing[language]}\n")


def test_only_the_counsellors_page_has_a_box_to_write_in_together(language: str) -> None:
    for audience in Audience:
        tags = Tags(page("x", PageForm.HTML, audience))
        assert ("table" in tags.tags) is (audience is Audience.COUNSELLOR)


def test_the_sections_stand_in_the_order_of_the_counsellors_page(language: str) -> None:
    text = page("x", PageForm.TEXT)
    order = {
        "ja": (
            "日付", "期間", "今日いちばん話したいこと", "話したくないこと・お願い・連絡方法",
            "前回から今日まで", "困っていること・こうしてもらえると助かること", "暮らしのリズム",
            "できたこと", "次にやってみたいこと・手伝ってほしいこと",
            "この支援で合っていること・変えてほしいこと", "頼れる先", "いっしょに書く欄",
        ),
        "en": ("Date", "Period", "What I most want to talk about today", "Not to talk about",
               "Since last time", "Difficulties", "Rhythm of days", "Small wins",
               "What I'd like to try next", "What suits me", "Who and what I lean on",
               "To write together"),
    }[language]  # fmt: skip
    places = [re.search(rf"^{re.escape(name)}", text, re.MULTILINE) for name in order]
    assert all(places)
    starts = [place.start() for place in places if place]
    assert starts == sorted(starts)


def test_no_index_and_no_average_stands_on_a_page(language: str) -> None:
    text = page("x", PageForm.TEXT).casefold()
    for word in ("average", "mean", "index", "score", "平均", "指数", "点数", "スコア"):
        assert word not in text


@pytest.mark.parametrize("days", [1, 14, 31, 32, 91, 365, 3650])
def test_the_picture_has_14_rows_of_weeks_at_most_and_a_row_a_day_up_to_a_month(days: int) -> None:
    text = render(full(Audience.COUNSELLOR, "x", days), PageForm.HTML).decode()
    height = re.search(r'width="133.0mm" height="([\d.]+)mm"', text)
    assert height is not None
    assert float(height.group(1)) <= 30.0
    rows = text.count('class="row"')
    assert 1 <= rows <= (days + 1 if days <= 31 else 14)
    assert '<svg class="sleep" role="img" aria-labelledby="sleep-title sleep-words"' in text


def test_a_preview_of_html_says_what_the_file_says() -> None:
    data = render(one("a <b>\nc"), PageForm.HTML)

    assert "a <b>\nc" in words_of(data, PageForm.HTML)
    for form in (PageForm.MARKDOWN, PageForm.TEXT):
        assert words_of(render(one("x"), form), form).encode() == render(one("x"), form)


def test_a_preview_tells_the_picture_in_its_words_and_not_by_the_letters_in_it() -> None:
    said = words_of(render(full(Audience.COUNSELLOR, "x", 14), PageForm.HTML), PageForm.HTML)

    assert "18:00 0:00 6:00" not in said
    assert said.count("12:00") == 0


@given(st.lists(st.sampled_from(HOSTILE), max_size=4))
def test_the_same_page_gives_the_same_bytes(texts: list[str]) -> None:
    lines = tuple(PageLine(str(number), text) for number, text in enumerate(texts))
    handout = Handout(Audience.FAMILY, TODAY, SPAN, (Filled(PageSection.WINS, (), lines),))
    for form in PageForm:
        assert render(handout, form) == render(handout, form)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("en", "1 day outside, 2 days in touch with someone (from 9 of 14 days)"),
        ("ja", "外に出た日 1日、人とやりとりした日 2日（14日のうち、記録のある9日から）"),
    ],
)
def test_days_outside_and_days_in_touch_are_named_as_days(chosen: i18n.Language, said: str) -> None:
    i18n.set_language(chosen)
    try:
        assert outside_words(OutsideFigures(1, 2, 9, 14)) == said
        assert section_name(PageSection.DAYS, Audience.COUNSELLOR) not in section_from(
            PageSection.DAYS
        )
    finally:
        i18n.set_language("en")


@pytest.mark.parametrize("days", [14, 91])
def test_the_words_of_the_picture_stand_a_row_on_a_line_each_a_sentence(
    language: str, days: int
) -> None:
    span = Span(TODAY - timedelta(days=days - 1), TODAY)
    figures = sleep_figures(nights(span), span)
    filled = Filled(PageSection.RHYTHM, figures=figures)
    handout = Handout(Audience.COUNSELLOR, TODAY, span, (filled,))
    lines = words_of(render(handout, PageForm.HTML), PageForm.HTML).split("\n")
    end = {"en": ".", "ja": "。"}[language]
    rows = [row + end for row in row_words(figures)]
    first = lines.index(rows[0])
    assert lines.count(usual_sleep(figures)) == 1
    assert lines[first : first + len(rows)] == rows
    assert not any(" / " in line for line in lines)


@pytest.mark.parametrize("form", PageForm)
def test_a_sleep_with_one_end_known_is_told_in_words(language: str, form: PageForm) -> None:
    span = Span(TODAY - timedelta(days=1), TODAY)
    known = wall_minute(datetime.combine(TODAY, time(15, 40)))
    sleeps = {
        span.first: SleepDay((Slept(known - DAY_MINUTES, None, None),)),
        TODAY: SleepDay((Slept(None, known, None),)),
    }
    filled = Filled(PageSection.RHYTHM, figures=sleep_figures(sleeps, span))
    handout = Handout(Audience.COUNSELLOR, TODAY, span, (filled,))
    said = words_of(render(handout, form), form)
    begun, ended = {"en": ("from 15:40", "until 15:40"), "ja": ("15:40から", "15:40まで")}[language]
    assert begun in said
    assert ended in said
    assert not re.search(r"-\\?[.。]|-$|[:： ]-", said.replace("\n- ", "\n"), re.MULTILINE)
