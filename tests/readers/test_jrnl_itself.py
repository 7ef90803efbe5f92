"""What jrnl itself exports comes in, text for text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.outside_jrnl import jrnl_in
from tests.readers.support import of, taken

pytestmark = pytest.mark.outside

WRITTEN = [
    ("2026-05-31 21:40", "今日は雨。傘がない。 #雨"),
    ("2026-05-30 03:10", "It rained. All day."),
    ("2026-05-29 12:00", "見出し\n一行目\n\n二行目。本当？はい！"),
    ("2026-05-28 12:00", "短い。\n二行だけ。"),
    ("2026-05-27 00:00", "[not a date] \"quoted\" \\ 'a' <b>"),
]


def test_what_jrnl_keeps_comes_in_text_for_text(tmp_path: Path) -> None:
    jrnl = jrnl_in(tmp_path / "jrnl")
    jrnl("--import", typed="\n".join(f"[{at}] {text}\n" for at, text in WRITTEN))

    found = of(taken("jrnl", jrnl("--export", "json")), "journal")
    kept = sorted(((one["at"], one["text"]) for one in found), reverse=True)
    assert kept == [(f"{at.replace(' ', 'T')}:00+09:00", text) for at, text in WRITTEN]


def test_what_is_typed_comes_in_as_jrnl_shows_it(tmp_path: Path) -> None:
    jrnl = jrnl_in(tmp_path / "jrnl")
    jrnl("2026-05-31 21:40:", "今日は雨。傘がない。本当？", "@空 *")
    shown = jrnl("--export", "txt")

    [entry] = of(taken("jrnl", jrnl("--export", "json")), "journal")
    assert re.sub(r"\[.*?\] ", "", shown).replace(" *\n", "\n").strip() == entry["text"]
    assert "空" in entry["tags"]
    assert entry["day"] == "2026-05-31"
