from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import catalogue
from stepup import i18n

LANGUAGES = catalogue.LANGUAGES


def japanese() -> Catalog:
    return catalogue.read(catalogue.po_file("ja"), "ja")


def test_every_message_of_the_program_is_translated_and_none_is_left_over() -> None:
    assert list(catalogue.findings()) == []


def test_every_language_but_english_has_a_catalogue() -> None:
    assert set(i18n.LANGUAGES) == {*LANGUAGES, "en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_with_two_forms_has_as_many_as_the_language_needs(language: str) -> None:
    found = catalogue.read(catalogue.po_file(language), language)

    for message in found:
        if message.pluralizable:
            assert len(catalogue.forms(message.string)) == found.num_plurals, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_no_dates_and_no_line_numbers(language: str) -> None:
    for path, name in ((catalogue.TEMPLATE, None), (catalogue.po_file(language), language)):
        text = path.read_text(encoding="utf-8")

        assert "\n#: " not in text
        assert "-Date" not in text
        assert "\n#~" not in text
        assert text.encode() == catalogue.as_bytes(catalogue.read(path, name)), (
            "not as the script writes"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    i18n.set_language("ja")

    for message in catalogue.read(catalogue.po_file(language), language):
        if isinstance(message.id, str) and message.id:
            assert i18n._(message.id) == (message.string or message.id)


@pytest.mark.parametrize(
    ("source", "translation", "finding"),
    [
        (Message("a {b}"), Message("a {b}", "あ {b}"), []),
        (Message("a {b!r}"), Message("a {b!r}", "あ {b}"), []),
        (Message("a"), None, ["missing"]),
        (Message("a"), Message("a", ""), ["missing"]),
        (Message("a"), Message("a", "あ", flags=["fuzzy"]), ["fuzzy"]),
        (Message("a {b}"), Message("a {b}", "あ"), ["placeholders differ"]),
        (Message("a {b}"), Message("a {b}", "あ {c}"), ["placeholders differ"]),
        (Message("a {b}"), Message("a {b}", "あ {b"), ["placeholders differ"]),
        (Message(("one", "{n} of")), Message(("one", "{n} of"), ("{n}つ",)), []),
        (
            Message(("one", "{n} of")),
            Message(("one", "{n} of"), ("ひとつ",)),
            ["placeholders differ"],
        ),
        (Message(("one", "{n} of")), Message(("one", "{n} of"), ("",)), ["missing"]),
    ],
)
def test_a_missing_fuzzy_or_mismatched_translation_is_found(
    source: Message, translation: Message | None, finding: list[str]
) -> None:
    assert list(catalogue.message_findings(source, translation)) == finding


def test_a_new_message_starts_empty_and_a_known_one_keeps_its_translation() -> None:
    template = Catalog()
    template.add("Sunday")
    template.add("not in any catalogue")

    found = catalogue.updated("ja", template, japanese())

    assert found["Sunday"].string == "日曜日"
    assert not found["not in any catalogue"].string
    assert "Monday" not in found


def test_what_a_translator_sends_is_taken_and_an_empty_line_of_it_is_not() -> None:
    known, sent = japanese(), Catalog(locale="ja")
    sent.add("Sunday", "にちようび")
    sent.add("Monday", "")

    catalogue.take(known, sent)

    assert known["Sunday"].string == "にちようび"
    assert known["Monday"].string == "月曜日"


def test_every_way_of_marking_a_message_is_extracted(tmp_path: Path) -> None:
    (tmp_path / "marked.py").write_text(
        '_("one")\nN_("two")\nngettext("three", "threes", n)\nnN_("four", "fours")\nother("five")\n'
    )

    found = {message.id for message in catalogue.extract(tmp_path) if message.id}

    assert found == {"one", "two", ("three", "threes"), ("four", "fours")}


@pytest.mark.slow
def test_the_check_fails_in_a_checkout_whose_template_is_stale(tmp_path: Path) -> None:
    for part in ("scripts", "src"):
        shutil.copytree(catalogue.ROOT / part, tmp_path / part)
    command = [sys.executable, str(tmp_path / "scripts" / "catalogue.py"), "--check"]
    subprocess.run(command[:-1], check=False, capture_output=True)
    before = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    new = tmp_path / "src" / "stepup" / "new.py"
    new.write_text('from stepup.i18n import N_\n\nWORD = N_("not in any catalogue")\n')
    after = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    assert "not in any catalogue" not in before.stdout
    assert "stale" not in before.stdout
    assert after.returncode == 1
    assert "stepup.pot: stale" in after.stdout
    assert "ja: missing: 'not in any catalogue'" in after.stdout
