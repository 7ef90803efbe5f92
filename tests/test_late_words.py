"""A letter at hand says the same in both languages, politely, and never more than is known."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from tests.test_tone import EMOJI, banned_english, banned_japanese, blunt

from stepup.i18n import LANGUAGES, Language, set_language
from stepup.words.late import late_text

DUE = date(2026, 11, 5)
LETTERS = [
    (spoken, late_text(spoken, client=client, what="絵", due=due))
    for spoken, client, due in product(LANGUAGES, ("", "山田"), (None, DUE))
]


@pytest.mark.parametrize(("spoken", "letter"), LETTERS)
def test_every_letter_keeps_the_rules_of_tone(spoken: Language, letter: str) -> None:
    assert banned_english([letter]) == []
    assert banned_japanese([letter]) == []
    assert "!" not in letter
    assert "！" not in letter
    assert not EMOJI.search(letter)
    if spoken == "ja":
        assert blunt([letter]) == []


@pytest.mark.parametrize(("spoken", "letter"), LETTERS)
def test_no_blank_is_left_where_nothing_is_known(spoken: Language, letter: str) -> None:
    assert "  " not in letter
    assert "None" not in letter
    assert not letter.startswith(("様", "\n"))
    assert len(letter) < 200


def test_the_name_and_the_day_are_filled_in() -> None:
    japanese = late_text("ja", client="山田", what="絵を三枚", due=DUE)
    english = late_text("en", client="Ms Yamada", what="three drawings", due=DUE)
    assert japanese.startswith("山田様\n")
    assert "11月5日までのお約束の「絵を三枚」の件ですが、少し遅れるかもしれません。" in japanese
    assert english.startswith("Hello Ms Yamada,\n")
    assert "by 5 November" in english
    assert '"three drawings"' in english


def test_a_promise_named_by_a_verb_reads_as_well_as_one_named_by_a_thing() -> None:
    letter = late_text("ja", client="", what="部品を届ける", due=None)
    assert "\n「部品を届ける」の件ですが、少し遅れるかもしれません。\n" in letter


def test_a_letter_does_not_change_with_the_language_in_use() -> None:
    found = set()
    for language in LANGUAGES:
        set_language(language)
        found.add(late_text("ja", client="", what="絵", due=DUE))
    assert len(found) == 1
