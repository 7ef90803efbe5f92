"""The rules of tone, held against every message in both languages."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

import catalogue
from stepup.words.public_services import SERVICES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ENGLISH_WORDS = (
    *("fail", "fails", "failed", "failing", "failure", "failures"),
    *("miss", "misses", "missed"),
    *("should", "shouldn't", "must do", "streak", "streaks", "overdue"),
    *("normal", "normally", "lazy", "neet", "neets", "hikikomori"),
)
JAPANESE_WORDS = (
    *("失敗", "サボる", "サボり", "サボっ", "未達", "連続", "途切れ", "ちゃんと", "普通", "ふつう"),
    *("社会復帰", "頑張", "がんば", "べき", "ひきこもり", "ニート"),
)
# Words that are allowed although a banned one stands in them.
ALLOWED = ("食べき", "比べき", "調べき", "並べき")
# Names of public institutions: whole messages, each in the list of kinds of public service alone.
INSTITUTIONS = ("Regional Hikikomori support centre", "ひきこもり地域支援センター")

POLITE_ENDINGS = (
    *("です", "ます", "でした", "ました", "ません", "ませんでした", "ください"),
    *("ですか", "ますか", "でしたか", "ましたか", "ませんか", "でしょうか"),
)
# Whole sentences that are polite in another way.
POLITE_SENTENCES = ("おかえりなさい", "今日はここまで")

EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
HALF_WIDTH_KATAKANA = re.compile("[\uff66-\uff9f]")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def english() -> list[str]:
    return [form for message in catalogue.extract() for form in catalogue.forms(message.id) if form]


def japanese(*, spoken_by_the_program: bool = False) -> list[str]:
    # What the invented person writes in a diary is plain, as diaries are.
    diary = catalogue.extract(catalogue.SOURCE / "demo") if spoken_by_the_program else ()
    return [
        form
        for message in catalogue.read(catalogue.po_file("ja"), "ja")
        if message.id and message.id not in diary
        for form in catalogue.forms(message.string)
    ]


def banned_english(messages: Iterable[str]) -> list[str]:
    words = re.compile(
        r"\b(" + "|".join(word.replace(" ", r"\s+") for word in ENGLISH_WORDS) + r")\b",
        re.IGNORECASE,
    )
    return [
        message
        for message in messages
        if message not in INSTITUTIONS and words.search(PLACEHOLDER.sub("", message))
    ]


def banned_japanese(messages: Iterable[str]) -> list[str]:
    allowed, words = re.compile("|".join(ALLOWED)), re.compile("|".join(JAPANESE_WORDS))
    # Full-width and half-width forms of a word are the same word.
    folded = (
        (message, unicodedata.normalize("NFKC", message))
        for message in messages
        if message not in INSTITUTIONS
    )
    return [message for message, text in folded if words.search(allowed.sub("", text))]


def blunt(messages: Iterable[str]) -> list[str]:
    """Sentences, that is what ends in 。 or ？, without です or ます."""
    sentences = (
        sentence.rpartition("\n")[2]
        for message in messages
        for sentence in re.findall(r"([^。？]+)[。？]", message)
    )
    told = (re.sub("（[^（）]*）$", "", sentence) for sentence in sentences)
    return [
        sentence
        for sentence in told
        if not sentence.endswith(POLITE_ENDINGS) and sentence not in POLITE_SENTENCES
    ]


def test_no_english_message_holds_a_word_that_hurts() -> None:
    assert banned_english(english()) == []


def test_no_japanese_message_holds_a_word_that_hurts() -> None:
    assert banned_japanese(japanese()) == []


@pytest.mark.parametrize("messages", [english, japanese])
def test_no_message_shouts(messages: Callable[[], list[str]]) -> None:
    spoken = [PLACEHOLDER.sub("", message) for message in messages()]

    assert [message for message in spoken if "!" in message or "！" in message] == []


@pytest.mark.parametrize("messages", [english, japanese])
def test_no_message_is_decorated(messages: Callable[[], list[str]]) -> None:
    assert [message for message in messages() if EMOJI.search(message)] == []


def test_no_japanese_message_holds_half_width_katakana() -> None:
    assert [message for message in japanese() if HALF_WIDTH_KATAKANA.search(message)] == []


def test_every_japanese_sentence_is_polite() -> None:
    assert blunt(japanese(spoken_by_the_program=True)) == []


def test_the_name_of_an_institution_is_excepted_whole_and_stands_in_one_place() -> None:
    assert banned_english([f"The {INSTITUTIONS[0]}"]) != []
    assert banned_japanese([f"{INSTITUTIONS[1]}です"]) != []
    assert english().count(INSTITUTIONS[0]) == 1
    assert [name for name, _sentence in SERVICES.values()].count(INSTITUTIONS[0]) == 1
    said_of_it = [sentence for _name, sentence in SERVICES.values()]
    assert banned_english(said_of_it) == []


def test_no_kind_of_public_service_is_told_with_a_number_to_call() -> None:
    told = [text for service in SERVICES.values() for text in service]
    assert [text for text in told if re.search(r"\d{3}", text)] == []


def test_the_word_lists_find_words_and_only_words() -> None:
    assert banned_english(["You MUST  do it", "a Failure", "You shouldn't"]) != []
    assert len(banned_english(["must\ndo", "Overdue", "missed it"])) == 3
    assert banned_english(["dismissed", "Missing argument", "abnormal", "{missed}"]) == []
    assert len(banned_japanese(["がんばりました", "やるべきこと", "ﾆｰﾄ", "連続3日"])) == 4
    assert banned_japanese(["食べきれませんでした", "すべて"]) == []


def test_a_blunt_sentence_is_found_and_a_label_is_none() -> None:
    assert blunt(["書きました。続けろ。", "開けますか？", "小さな目標"]) == ["続けろ"]
