"""Pages as a browser prints them: one sheet of A4, nothing fetched, readable for everyone.

Needs Debian's chromium and poppler-utils, node, and a folder with axe-core and puppeteer-core from npm,
named by STEPUP_NODE_MODULES; .ci/run installs them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from tests.share.pages import HOSTILE, TO_THE_BRIM, full
from tests.ui.support import TODAY

from stepup import i18n
from stepup.demo import write_demo
from stepup.domain.share import RULES, Audience, Consent, PageForm, PageSection
from stepup.domain.span import Span
from stepup.exchange.pages import render
from stepup.notebook.book import open_book
from stepup.notebook.sharing import Sharing
from stepup.words.share import is_dated, lines_at_most, overfull, that_fit

pytestmark = [pytest.mark.outside, pytest.mark.slow]

CHROMIUM = shutil.which("chromium")
MODULES = os.environ.get("STEPUP_NODE_MODULES", "")
PROGRAMS = {
    "chromium": "the Debian package chromium",
    "node": "the Debian package nodejs",
    "pdfinfo": "the Debian package poppler-utils",
}
RANGES = (14, 91, 365)
A4 = re.compile(r"Page size:\s+59[45]\.?\d* x 84[12]\.?\d* pts")


def missing() -> str:
    """What is not there, in words; "" when all is."""
    for program, package in PROGRAMS.items():
        if shutil.which(program) is None:
            return f"{program} is missing: {package}"
    for name in ("axe-core", "puppeteer-core"):
        if not (Path(MODULES or "/nonexistent") / name).is_dir():
            return f"{name} (npm) is missing: STEPUP_NODE_MODULES names no folder that holds it"
    return ""


def demo_page(book: Any, audience: Audience, days: int) -> bytes:
    sharing, span = Sharing(book), Span(TODAY - timedelta(days=days - 1), TODAY)
    sections = frozenset(section for section, rule in RULES[audience].items() if not rule.second)
    lines = {
        section: frozenset(
            that_fit(
                sharing.lines(audience, section, span),
                sharing.written(Consent(audience, span), section),
                lines_at_most(audience, section, two_pages=False),
                dated=is_dated(section, audience),
            )
        )
        for section in sections
    }
    handout = sharing.handout(Consent(audience, span, sections, lines))
    assert overfull(handout, two_pages=False) == []
    assert handout.filled(PageSection.RHYTHM) is not None
    return render(handout, PageForm.HTML)


def make_pages(folder: Path) -> None:
    """Write every page that is looked at: of a year of the invented life, and full of hostile text."""
    for language in i18n.LANGUAGES:
        i18n.set_language(language)
        vault = folder / f"vault-{language}"
        write_demo(vault, years=1, seed=1, today=TODAY)
        book = open_book(vault)
        book.today = lambda: TODAY  # type: ignore[method-assign]
        for days in RANGES:
            data = demo_page(book, Audience.COUNSELLOR, days)
            (folder / f"counsellor-{language}-{days}.html").write_bytes(data)
        for audience in (Audience.FAMILY, Audience.WORK, Audience.SELF):
            (folder / f"{audience}-{language}.html").write_bytes(demo_page(book, audience, 14))
        book.close()
        for number, text in enumerate((*HOSTILE, *TO_THE_BRIM)):
            if number % 2 == i18n.LANGUAGES.index(language):
                continue
            hostile = render(full(Audience.COUNSELLOR, text, 91), PageForm.HTML)
            (folder / f"hostile-{language}-{number}.html").write_bytes(hostile)
    two = render(full(Audience.COUNSELLOR, "W" * 36, 91, two_pages=True), PageForm.HTML)
    (folder / "two-pages.html").write_bytes(two)
    i18n.set_language("en")


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a browser, started once, found on every page, by the page's name."""
    if reason := missing():
        pytest.skip(reason)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return look(tmp_path_factory.mktemp("pages"))
    # One browser for all workers: the first one looks, the others read what it found.
    kept = tmp_path_factory.getbasetemp().parent / "pages-in-a-browser.json"
    with FileLock(kept.with_suffix(".lock")):
        if not kept.exists():
            kept.write_text(json.dumps(look(tmp_path_factory.mktemp("pages"))))
    found: dict[str, Any] = json.loads(kept.read_text())
    return found


def look(folder: Path) -> dict[str, Any]:
    """Make the pages in a folder, and let a browser tell of each."""
    make_pages(folder)
    pages = sorted(folder.glob("*.html"))
    script = Path(__file__).with_name("look.mjs")
    command = [
        "node",
        str(script),
        MODULES,
        str(CHROMIUM),
        str(folder / "profile"),
        *map(str, pages),
    ]
    done = subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, "HOME": str(folder)}
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    return {
        page.stem: {
            **found[str(page)],
            "uri": page.as_uri(),
            "info": subprocess.run(
                ["pdfinfo", str(page.with_suffix(".pdf"))], capture_output=True, check=True
            ).stdout.decode(),
        }
        for page in pages
    }


def pages_of(info: str) -> int:
    match = re.search(r"Pages:\s+(\d+)", info)
    assert match is not None
    return int(match.group(1))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("days", RANGES)
def test_the_counsellors_page_of_the_invented_life_is_one_sheet_of_a4(
    looked: dict[str, Any], language: str, days: int
) -> None:
    info = looked[f"counsellor-{language}-{days}"]["info"]

    assert pages_of(info) == 1
    assert A4.search(info), info


@pytest.mark.parametrize("name", ["family", "work"])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_other_sheets_are_one_sheet_too(looked: dict[str, Any], name: str, language: str) -> None:
    assert pages_of(looked[f"{name}-{language}"]["info"]) == 1


def test_what_fits_by_the_rules_fits_on_the_paper_whatever_it_is(looked: dict[str, Any]) -> None:
    hostile = {name: one for name, one in looked.items() if name.startswith("hostile")}

    assert len(hostile) == len(HOSTILE) + len(TO_THE_BRIM)
    assert {name for name, one in hostile.items() if pages_of(one["info"]) != 1} == set()
    assert pages_of(looked["two-pages"]["info"]) == 2


def test_nothing_is_wider_than_the_page(looked: dict[str, Any]) -> None:
    assert {name: one["wide"] for name, one in looked.items() if one["wide"]} == {}


def test_no_page_asks_for_anything_but_itself(looked: dict[str, Any]) -> None:
    assert all(one["requests"] == [one["uri"]] for one in looked.values())


def test_axe_finds_nothing_serious_on_any_page(looked: dict[str, Any]) -> None:
    assert {name: one["violations"] for name, one in looked.items() if one["violations"]} == {}
    assert all(one["passes"] > 5 for one in looked.values())
