"""The recovery code and the passphrase as they are typed."""

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.passphrase import Strength, parse_passphrase, strength
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.recovery import GROUPS, parse_code, spell

SECRETS = st.binary(min_size=20, max_size=20)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(SECRETS)
def test_a_code_is_eight_groups_of_five_and_reads_as_itself(secret: bytes) -> None:
    code = spell(secret)
    assert [len(group) for group in code.split("-")] == [5] * GROUPS
    assert parse_code(code) == code


@given(SECRETS)
def test_case_width_spaces_and_letters_that_look_alike_do_not_matter(secret: bytes) -> None:
    code = spell(secret)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    typed = ["lower", code.lower(), code.replace("-", ""), code.replace("-", " "), wide]
    typed += [f"  {code.replace('-', ' - ')}\n", code.replace("0", "o"), code.replace("1", "l")]
    assert {parse_code(one) for one in typed[1:]} == {code}


@given(SECRETS, st.integers(0, 39), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_found_in_its_group(secret: bytes, place: int, letter: str) -> None:
    letters = spell(secret).replace("-", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed == letters:
        return
    with pytest.raises(Problem) as told:
        parse_code(typed)
    assert told.value.code is ProblemCode.RECOVERY_CODE_GROUP
    assert told.value.details["group"] == place // 5 + 1


@given(SECRETS, st.integers(0, 6))
def test_two_groups_in_each_others_place_are_found(secret: bytes, place: int) -> None:
    groups = spell(secret).split("-")
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    with pytest.raises(Problem) as told:
        parse_code("-".join(groups))
    assert told.value.details["group"] == place + 1


@given(st.text(max_size=60))
def test_anything_typed_for_a_code_is_told_in_a_problem_or_is_one(typed: str) -> None:
    with suppress(Problem):
        assert len(parse_code(typed)) == 47


@pytest.mark.parametrize("typed", ["ガ", "café", "합"])
def test_a_passphrase_is_one_however_its_letters_are_composed(typed: str) -> None:
    composed = parse_passphrase(unicodedata.normalize("NFC", typed))
    assert parse_passphrase(unicodedata.normalize("NFD", typed)) == composed


def test_nothing_else_of_a_passphrase_is_changed() -> None:
    assert parse_passphrase(" ＡＢＣ　x ") == " ＡＢＣ　x ".encode()


@pytest.mark.parametrize("typed", ["", "\ud800"])
def test_a_passphrase_that_cannot_be_typed_again_is_none(typed: str) -> None:
    with pytest.raises(Problem) as told:
        parse_passphrase(typed)
    assert told.value.code is ProblemCode.PASSPHRASE_EMPTY


def test_a_passphrase_has_an_end() -> None:
    with pytest.raises(Problem) as told:
        parse_passphrase("あ" * 400)
    assert told.value.code is ProblemCode.PASSPHRASE_LONG


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1234", Strength.QUICK),
        ("password", Strength.QUICK),
        ("a" * 40, Strength.QUICK),
        ("abcdefghijklmnopqrstuvwxyz", Strength.QUICK),
        ("2001-05-31", Strength.QUICK),
        ("Tr0ub4dor&3", Strength.FAIR),
        ("correct horse battery staple", Strength.LONG),
        ("雨 つくえ りんご 自転車 となりの犬", Strength.LONG),
        ("", Strength.QUICK),
    ],
)
def test_strength_is_said_in_one_of_three_words(typed: str, expected: Strength) -> None:
    assert strength(typed) is expected


@given(st.text(max_size=40))
def test_any_passphrase_has_a_strength(typed: str) -> None:
    assert strength(typed) in Strength
