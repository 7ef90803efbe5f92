"""What a person types: made safe to keep and to show, and found again however it was typed.

Nothing here judges or rewrites words. Characters that steer a terminal instead of saying
something are left out; everything else stays as typed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from stepup.domain.problem import Problem, ProblemCode

LIMIT_BYTES = 256 * 1024
"""The most one entry may hold, in bytes of UTF-8. Longer text is refused, never cut."""

_MOST_BYTES_EACH = 4

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 steer the terminal; bidi controls make text read as something it is not;
# a lone surrogate can be neither shown nor stored.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")
_LONGEST_SPELT = 1000


def clean(text: str) -> str:
    """Return the text without control characters; newline and tab stay."""
    if text.isprintable():  # nothing in it that either expression finds
        return text
    return _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return the text cleaned, on one line, without space at its ends."""
    return _SPACES.sub(" ", clean(text)).strip()


def check_size(text: str) -> str:
    """Return the text as it is.

    Raises:
        Problem: text_too_long, with the size and the limit in KiB.
    """
    if len(text) <= LIMIT_BYTES // _MOST_BYTES_EACH:
        return text
    size = len(text.encode("utf-8", "replace"))
    if size > LIMIT_BYTES:
        raise Problem(
            ProblemCode.TEXT_TOO_LONG, size_kib=-(-size // 1024), limit_kib=LIMIT_BYTES // 1024
        )
    return text


def fold(text: str) -> str:
    """Return the text with full-width forms and half-width kana brought to one form (NFKC)."""
    return unicodedata.normalize("NFKC", text)


_TAG = re.compile(r"[#＃]([^\s#＃、。，．,.!?！？「」『』()（）]{1,64})")


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags written into a text as #word or ＃ことば, in order, each once."""
    return tuple(dict.fromkeys(match.group(1) for match in _TAG.finditer(text)))


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags in a line of them, parted by spaces, commas or 、, with or without #."""
    words = re.split(r"[\s,、，]+", one_line(text))
    return tuple(dict.fromkeys(word.lstrip("#＃") for word in words if word.strip("#＃")))


def _variants() -> dict[str, set[str]]:
    """Return, for each folded character, the ways in which it may stand in a text."""
    ways: dict[str, set[str]] = {}
    blocks = (
        (0x20, 0x7F), (0xA0, 0x250), (0x3000, 0x3001), (0x3041, 0x3097), (0x30A1, 0x30F7),
        (0xFF01, 0xFFEF),
    )  # fmt: skip
    for first, end in blocks:
        for code in range(first, end):
            ways.setdefault(search_fold(chr(code)), set()).add(chr(code))
    # A voiced half-width kana is two characters: the kana and its mark.
    for code in range(0xFF66, 0xFF9E):
        for mark in "ﾞﾟ":
            pair = chr(code) + mark
            folded = search_fold(pair)
            if len(folded) == 1:
                ways.setdefault(folded, set()).add(pair)
    return ways


def search_fold(text: str) -> str:
    """Return the text in the form in which texts are compared: width, case and kana kind gone."""
    folded = fold(text).casefold()
    return "".join(chr(ord(ch) - 0x60) if "ァ" <= ch <= "ヶ" else ch for ch in folded)


@lru_cache(maxsize=1)
def _ways() -> dict[str, set[str]]:
    return _variants()


def search_source(query: str) -> str:
    """Return a regular expression that matches the query in any width, case and kind of kana.

    Empty for an empty query. The expression works on text and, encoded, on UTF-8 bytes. A query
    longer than a thousand characters is looked for as it was typed.
    """
    typed = one_line(query)
    if len(typed) > _LONGEST_SPELT:
        return re.escape(typed)
    source = "".join(_any_way(ch) for ch in search_fold(typed))
    if re.search(source, typed):
        return source
    return f"(?:{source}|{re.escape(typed)})"  # a sign that folds into several: ㍿, ß


@lru_cache(maxsize=1024)
def _any_way(folded: str) -> str:
    """Return the expression that matches one folded character in each of its ways."""
    ways = _ways().get(folded, set()) | {folded, folded.upper()}
    longest_first = sorted(ways, key=lambda way: (-len(way), way))
    return "(?:" + "|".join(re.escape(way) for way in longest_first) + ")"
