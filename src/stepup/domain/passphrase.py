"""What a passphrase is: its one form before a key is made of it, and how well it holds, in three words."""

from __future__ import annotations

import math
import unicodedata
from enum import StrEnum
from itertools import pairwise
from typing import Final

from stepup.domain.problem import Problem, ProblemCode

LONGEST: Final = 1024


class Strength(StrEnum):
    """How well a passphrase holds against someone who tries."""

    QUICK = "quick"
    """A program that tries words and numbers comes upon it soon."""
    FAIR = "fair"
    """It holds against people at this computer; a patient program may come upon it."""
    LONG = "long"
    """It holds against a program that tries for years."""


_FAIR_BITS: Final = 45
_LONG_BITS: Final = 75


def parse_passphrase(typed: str) -> bytes:
    """Return the bytes a key is made of: Unicode's composed form (NFC) in UTF-8. This form is fixed for good.

    Nothing is trimmed or folded. Raises Problem(PASSPHRASE_EMPTY, PASSPHRASE_LONG).
    """
    if not typed:
        raise Problem(ProblemCode.PASSPHRASE_EMPTY)
    try:
        secret = unicodedata.normalize("NFC", typed).encode()
    except UnicodeEncodeError:  # half a character, which could not be typed again
        raise Problem(ProblemCode.PASSPHRASE_EMPTY) from None
    if len(secret) > LONGEST:
        raise Problem(ProblemCode.PASSPHRASE_LONG, limit=LONGEST)
    return secret


def strength(typed: str) -> Strength:
    """Judge a passphrase by its length and by how many kinds of letters and how many different ones it has.

    A rough upper estimate, in bits: letters that differ from the one before, times the logarithm of the alphabet they
    seem drawn from, and never more than five bits for each different letter.
    """
    steps = sum(abs(ord(here) - ord(before)) > 1 for before, here in pairwise(typed))
    alphabet = sum(_ALPHABETS[kind] for kind in {_kind(letter) for letter in typed})
    bits = min((steps + 1) * math.log2(max(alphabet, 2)), 5 * len(set(typed)) + steps)
    if bits < _FAIR_BITS:
        return Strength.QUICK
    return Strength.FAIR if bits < _LONG_BITS else Strength.LONG


# How many letters someone who uses one of a kind seems to choose from.
_ALPHABETS: Final = {"digit": 10, "small": 26, "capital": 26, "sign": 10, "other": 80}


def _kind(letter: str) -> str:
    if not letter.isascii():
        return "other"
    if letter.isdigit():
        return "digit"
    if letter.isalpha():
        return "small" if letter.islower() else "capital"
    return "sign"
