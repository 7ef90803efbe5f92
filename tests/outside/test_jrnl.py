"""jrnl itself takes what stepup writes for it, and gives it back text for text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.ui.support import MovableClock

from stepup import exporting
from stepup.demo.build import write_demo
from stepup.i18n import Language, set_language
from stepup.notebook.book import open_book
from stepup.notebook.journal import Journal

pytestmark = pytest.mark.outside
TODAY = date(2026, 11, 22)
HOSTILE = (
    "雨だった。風も。\n\n[today at noon] お茶\n[2026-01-01 10:00] 昔\n[x] しるし",
    "a list *\n* one\n* two",
    'He said "no." Then left. 3.14!',
    "＃静か #天気 @home\n\tindented\n\n\nfar below",
    "[2020-01-01] in the first line",
    "👨‍👩‍👧 🙂 ｶﾞｷﾞｸﾞ ㍿ \u0301é",
    "…what… then",
)


@pytest.fixture
def jrnl() -> str:
    """The program, from the environment that .ci/run makes for it, or a skip that says what is missing."""
    found = os.environ.get("JRNL_FOR_TESTS") or shutil.which("jrnl")
    if not found or not Path(found).exists():
        pytest.skip("jrnl is not installed: JRNL_FOR_TESTS names the program of a pip install jrnl")
    return found


def given_back(jrnl: str, folder: Path, text: bytes) -> list[dict[str, Any]]:
    """Import a text into a new journal of jrnl, and return the entries it exports."""
    journal, config, source = folder / "j.txt", folder / "jrnl.yaml", folder / "in.txt"
    source.write_bytes(text)
    config.write_text(
        "colors: {body: none, date: none, tags: none, title: none}\n"
        "default_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: false\n"
        f"indent_character: '|'\njournals: {{default: {{journal: {journal}}}}}\nlinewrap: 79\n"
        "tagsymbols: '#@'\ntemplate: false\ntimeformat: '%Y-%m-%d %H:%M'\nversion: v4.0\n",
        encoding="utf-8",
    )
    begin = [jrnl, "--config-file", str(config)]
    for more in (
        ["--import", "--file", str(source)],
        ["--export", "json", "--file", str(folder / "out.json")],
    ):
        done = subprocess.run(
            [*begin, *more], capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
        assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads((folder / "out.json").read_text("utf-8"))["entries"]
    return found


def said(entry: dict[str, Any]) -> tuple[str, ...]:
    """What an entry says; the two signs that jrnl would read more into are written in full width."""
    title, _end, _rest = entry["title"].partition("\n")
    star = title.removesuffix("*") + "＊" if title.endswith("*") else title
    lines = entry["body"].split("\n")
    body = "\n".join("［" + line[1:] if _is_like_a_date(line) else line for line in lines)
    return entry["date"], entry["time"], star, body


def _is_like_a_date(line: str) -> bool:
    inside, end, _rest = line.partition("] ")
    return line.startswith("[") and bool(end) and len(inside) > 7


@pytest.mark.parametrize("language", ["ja", "en"])
def test_jrnl_gives_back_text_for_text_what_stepup_wrote_for_it(
    jrnl: str, tmp_path: Path, language: Language
) -> None:
    set_language(language)
    write_demo(tmp_path / "vault", years=3, seed=2, today=TODAY)
    book = open_book(tmp_path / "vault", clock=MovableClock())
    for number, text in enumerate(HOSTILE):
        Journal(book).write(date(2026, 11, 1 + number), text)
    [text_form] = exporting.jrnl(book, as_text=True).values()
    [json_form] = exporting.jrnl(book).values()
    book.close()

    expected = [said(entry) for entry in json.loads(json_form)["entries"]]
    found = [
        (entry["date"], entry["time"], entry["title"], entry["body"])
        for entry in given_back(jrnl, tmp_path, text_form)
    ]
    assert len(expected) > 100
    assert sorted(found) == sorted(expected)
