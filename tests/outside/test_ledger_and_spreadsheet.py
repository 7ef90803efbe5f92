"""What other programs make of our files: the real hledger, and LibreOffice without a window."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.cli.support import Caller

from stepup.demo.build import write_demo
from stepup.domain.income_entry import Entry
from stepup.domain.money import in_units
from stepup.exchange.income_csv import read_income_csv
from stepup.notebook.book import open_book
from stepup.notebook.incomes import Incomes

pytestmark = pytest.mark.outside
TODAY = date(2026, 11, 22)
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "@SUM(1+1)",
    "+1",
    "-2 ; x | y",
    "(code) z",
    "＝1+1",
    "あおば",
)
Balances = dict[tuple[str, str], Decimal]


def needed(command: str, package: str) -> str:
    """The program, or a skip that names the Debian package in which it comes."""
    found = shutil.which(command)
    if found is None:
        pytest.skip(f"the Debian package {package} is not installed: {command} is not there")
    return found


def run(*arguments: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [str(one) for one in arguments],
        capture_output=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def balances(hledger: str, journal: Path, *more: str) -> Balances:
    """Return what hledger adds up for the bank: (name, currency) -> amount."""
    table = run(hledger, "-f", journal, "balance", "assets:bank", "-O", "csv", "--flat", *more)
    found: Balances = {}
    for name, amounts in list(csv.reader(table.splitlines()))[1:]:
        for number, code in re.findall(r"(-?[\d,]+(?:\.\d+)?) ([A-Z]{3})", amounts):
            found[name, code] = Decimal(number.replace(",", ""))
    return {key: amount for key, amount in found.items() if key[0] != "total"}


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vault of the invented person, ten years long, with hostile names in it."""
    folder = tmp_path_factory.mktemp("ten") / "vault"
    write_demo(folder, years=10, seed=1, today=TODAY)
    book = open_book(folder)
    incomes = Incomes(book)
    for number, client in enumerate(HOSTILE):
        incomes.note(Entry(date(2026, 1, 1 + number), client, gross=1000 + number, fee=1))
        incomes.note(
            Entry(date(2025, 1, 1 + number), client, gross=105, currency="USD", expenses=1)
        )
    assert book.close(60)
    return folder


@pytest.fixture
def shown(call: Caller, ten_years: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What `show --json` adds up over ten years, by currency."""
    monkeypatch.setenv("STEPUP_HOME", str(ten_years))
    sums = call("show", "2016-01-01..2026-12-31", "--json").json["income_sums"]
    return {one["currency"]: one for one in sums}


@pytest.fixture
def journal(call: Caller, shown: dict[str, Any], tmp_path: Path) -> Path:
    assert {"JPY", "USD"} <= shown.keys()
    path = tmp_path / "income.journal"
    assert call("export", "hledger", "--out", str(path)).code == 0
    return path


def test_hledger_takes_the_journal_of_ten_years_by_its_strict_rules(journal: Path) -> None:
    hledger = needed("hledger", "hledger")
    run(hledger, "-f", journal, "check", "--strict")
    run(hledger, "-f", journal, "check", "--strict", "ordereddates")


def test_hledger_comes_to_what_the_notebook_shows_each_year_to_the_yen(
    journal: Path, shown: dict[str, Any]
) -> None:
    hledger = needed("hledger", "hledger")
    by_year: Balances = {}
    for year in range(2016, 2027):
        for (_name, code), amount in balances(hledger, journal, "-p", str(year)).items():
            by_year[str(year), code] = amount

    assert by_year == {
        (year, code): in_units(one["received"], code)
        for code, found in shown.items()
        for year, one in found["by_year"].items()
        if one["received"]
    }
    whole = balances(hledger, journal)
    assert {code: amount for (_name, code), amount in whole.items()} == {
        code: in_units(found["received"], code) for code, found in shown.items()
    }


def test_hledger_comes_to_what_the_notebook_shows_for_each_client(
    journal: Path, shown: dict[str, Any]
) -> None:
    hledger = needed("hledger", "hledger")
    found = balances(hledger, journal, "--pivot", "payee")
    # Two signs are written as their twins, and a bracket that would begin a code.
    twins = str.maketrans({";": "；", "|": "｜"})
    expected: Balances = defaultdict(Decimal)
    for code, one in shown.items():
        for client, sums in one["by_client"].items():
            name = re.sub(r"^\(", "（", client.translate(twins))
            if sums["received"]:
                expected[name, code] += in_units(sums["received"], code)
    assert found == dict(expected)


def test_a_spreadsheet_opens_the_table_with_numbers_as_numbers_and_no_formula(
    call: Caller, ten_years: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice = needed("soffice", "libreoffice-calc-nogui")
    monkeypatch.setenv("STEPUP_HOME", str(ten_years))
    path = tmp_path / "収入.csv"
    assert call("--lang", "ja", "export", "csv", "--kind", "income", "--out", str(path)).code == 0
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    run(
        soffice, profile, "--headless", "--convert-to", "fods:OpenDocument Spreadsheet Flat XML",
        "--infilter=CSV:44,34,76,1,,0,false,true", "--outdir", tmp_path, path,
    )  # fmt: skip
    sheet = (tmp_path / "収入.fods").read_text("utf-8")

    assert "table:formula" not in sheet
    numbers = re.findall(r'<table:table-cell[^>]*office:value-type="float"[^>]*>', sheet)
    repeated = [re.search(r'number-columns-repeated="(\d+)"', cell) for cell in numbers]
    lines = read_income_csv(path.read_bytes())
    minutes = sum(line.minutes is not None for line in lines)
    assert sum(int(one[1]) if one else 1 for one in repeated) == 6 * len(lines) + minutes
    for heading in ("作業日", "報酬額(税込)", "システム利用料", "受取額", "作業時間(分)", "メモ"):
        assert f"<text:p>{heading}</text:p>" in sheet
    assert "=HYPERLINK(" in sheet
    assert sum(line.received for line in lines if line.currency == "JPY") > 100_000
