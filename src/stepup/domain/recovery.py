"""The recovery code: 160 bits as eight groups of five, each group proving itself, so that a slip is found where it is.

The code as it is shown, hyphens included, is the passphrase of recovery.age: the standard `age` tool takes it as it
stands on paper.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from stepup.domain.problem import Problem, ProblemCode

BITS: Final = 160
GROUPS: Final = 8
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_DATA: Final = 4
# Odd, so that one wrong letter in a group never passes; the group's place counts too, so that swapped groups do not.
_WEIGHTS: Final = (1, 3, 5, 7)
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN: Final = frozenset(" -‐‑‒–—―−ー_.,、・\t\r\n")


def spell(secret: bytes) -> str:
    """Return 20 bytes as the code that is shown: XXXXX-XXXXX-… in eight groups."""
    number = int.from_bytes(secret, "big")
    shifts = range(BITS - 5, -1, -5)
    letters = [number >> shift & 31 for shift in shifts]
    groups = [letters[start : start + _DATA] for start in range(0, len(letters), _DATA)]
    return "-".join(_spell_group(place, group) for place, group in enumerate(groups))


def parse_code(typed: str) -> str:
    """Return a typed code as it was shown: any case and width, hyphens, spaces, O for 0 and I or L for 1.

    Raises Problem(RECOVERY_CODE_LENGTH, or RECOVERY_CODE_GROUP with the group's number counted from 1).
    """
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    letters = "".join(letter for letter in folded if letter not in _BETWEEN)
    size = _DATA + 1
    if len(letters) != GROUPS * size:
        raise Problem(ProblemCode.RECOVERY_CODE_LENGTH, letters=GROUPS * size, typed=len(letters))
    groups = [letters[start : start + size] for start in range(0, len(letters), size)]
    for place, group in enumerate(groups):
        if not _fits(place, group):
            raise Problem(ProblemCode.RECOVERY_CODE_GROUP, group=place + 1)
    return "-".join(groups)


def _fits(place: int, group: str) -> bool:
    values = [_LETTERS.find(letter) for letter in group]
    return -1 not in values and _spell_group(place, values[:_DATA]) == group


def _spell_group(place: int, values: list[int]) -> str:
    check = (
        place + sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    ) % 32
    return "".join(_LETTERS[value] for value in (*values, check))
