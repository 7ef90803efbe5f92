"""The files income leaves in: what stands in them, to the last yen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.made_up import RECORDS

from stepup.domain.income import Income
from stepup.domain.income_sums import Month, totals
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import one_line
from stepup.domain.work import WorkKind, WorkSession
from stepup.exchange.hledger import hledger_journal
from stepup.exchange.income_csv import income_csv, read_income_csv
from stepup.exchange.work_month import html, markdown, work_month
from stepup.i18n import set_language

TOKYO = timezone(timedelta(hours=9))
AT = datetime(2026, 5, 31, 22, tzinfo=TOKYO)
HOSTILE = '=HYPERLINK("http://x","y") <b>|`*_ ;  # & \'"'


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    set_language("ja")
    yield
    set_language("en")


def income(number: int = 1, **fields: object) -> Income:
    whole = {"id": f"i{number}", "at": AT, "day": date(2026, 5, 31), **fields}
    return Income.model_validate(whole)


GOLDEN = income(
    client="あおばデスク", work="w", way=WorkKind.CROWD, worked_on=date(2026, 5, 20), gross=11_000,
    fee=2_420, minutes=210, note="字幕",
)  # fmt: skip


def test_the_table_has_the_headings_of_a_japanese_ledger_and_plain_numbers() -> None:
    written = income_csv([GOLDEN], {"w": "字幕の前半"}).decode("utf-8-sig")
    header, line = written.splitlines()
    assert header.split(",") == [
        *("作業日", "入金日", "取引先", "内容", "区分", "報酬額(税込)", "システム利用料"),
        *("源泉徴収税額", "振込手数料", "必要経費", "受取額", "作業時間(分)", "メモ"),
    ]
    assert line.split(",") == [
        *("2026-05-20", "2026-05-31", "あおばデスク", "字幕の前半", "クラウドソーシング"),
        *("11000", "2420", "0", "0", "0", "8580", "210", "字幕"),
    ]


def test_another_currency_has_a_column_of_its_own_and_its_decimal_places() -> None:
    written = income_csv([GOLDEN, income(2, currency="USD", gross=1250)], {}).decode("utf-8-sig")
    lines = written.splitlines()
    assert lines[0].endswith(",メモ,通貨")
    assert {line.rsplit(",", 1)[1] for line in lines[1:]} == {"JPY", "USD"}
    assert any(",12.50,0.00,0.00,0.00,0.00,12.50," in line for line in lines)


@given(st.lists(RECORDS["income"], max_size=5), st.sampled_from(["ja", "en"]))
@settings(max_examples=60)
def test_the_reader_gives_back_every_field_in_either_language(
    incomes: list[Income], written_in: str
) -> None:
    set_language("ja" if written_in == "ja" else "en")
    works = {one.work: f"={one.work}" for one in incomes if one.work}
    data = income_csv(incomes, works)
    set_language("en")

    found = read_income_csv(data)
    ordered = sorted(incomes, key=lambda one: (one.day, one.at, one.id))
    assert len(found) == len(ordered)
    for line, one in zip(found, ordered, strict=True):
        assert (line.paid_on, line.worked_on, line.currency) == (
            one.day,
            one.worked_on,
            one.currency,
        )
        for name in ("client", "way", "gross", "fee", "withheld", "transfer", "expenses", "net"):
            assert getattr(line, name) == getattr(one, name), name
        assert (line.minutes, line.note) == (one.minutes, one.note)
        assert line.work == works.get(one.work or "", "")


@pytest.mark.parametrize("data", [b"", b"a,b\r\n", b"1,2\r\n3\r\n"])
def test_another_table_is_refused(data: bytes) -> None:
    with pytest.raises(Problem) as refused:
        read_income_csv(data)
    assert refused.value.code is ProblemCode.NOT_A_TABLE


# hledger


def test_the_journal_names_its_commodities_accounts_and_postings() -> None:
    old = income(2, day=date(2026, 5, 1), expenses=500, note="secret")
    journal = hledger_journal([GOLDEN, old], {"w": "字幕の前半"}).decode()
    assert journal == (
        "commodity 1,000. JPY\n"
        "account assets:bank\n"
        "account assets:cash\n"
        "account expenses:platform-fee\n"
        "account expenses:work\n"
        "account income:crowdsourcing\n"
        "\n"
        "2026-05-01 * 経費\n"
        "    expenses:work  500 JPY\n"
        "    assets:cash  -500 JPY\n"
        "\n"
        "2026-05-31 * あおばデスク | 字幕の前半  ; minutes:210, worked:2026-05-20\n"
        "    assets:bank  8580 JPY\n"
        "    expenses:platform-fee  2420 JPY\n"
        "    income:crowdsourcing  -11000 JPY\n"
    )


@given(st.lists(RECORDS["income"], max_size=5))
@settings(max_examples=60)
def test_every_entry_of_the_journal_balances_and_words_stay_words(incomes: list[Income]) -> None:
    lines = hledger_journal(incomes, {}).decode().split("\n")
    headings = [line for line in lines if line[:1].isdigit()]
    assert len(headings) == len(incomes)
    assert all(" ;" not in line or "  ; " in line for line in headings)
    balance: dict[str, int] = {}
    for line in lines:
        if line.startswith("    "):
            account, amount = line.strip().split("  ")
            number, currency = amount.split(" ")
            balance[currency] = balance.get(currency, 0) + int(number.replace(".", ""))
            assert account.partition(":")[0] in ("assets", "expenses", "income")
    assert set(balance.values()) <= {0}


@pytest.mark.parametrize("client", ["a ; b", "x | y", "(code) x", "! x", "* x", "2026-01-01 x"])
def test_a_description_is_never_a_comment_a_code_or_a_second_payee(client: str) -> None:
    heading = next(
        line
        for line in hledger_journal([income(client=client, gross=1)], {}).decode().split("\n")
        if line.startswith("2026")
    )
    words = heading.removeprefix("2026-05-31 * ")
    assert not set(";|") & set(words)
    assert not words.startswith("(")


# The month


def a_month() -> tuple[list[Income], list[WorkSession]]:
    session = WorkSession(
        id="s", day=date(2026, 5, 20), at=AT, work="w", text="字幕", minutes=90, breaks=10
    )
    dollars = income(2, day=date(2026, 5, 1), client=HOSTILE, currency="USD", gross=1250)
    return [GOLDEN, dollars], [session, session.replace(id="t", day=date(2026, 5, 21), minutes=61)]


def test_the_sheet_is_by_the_day_of_payment_with_the_days_of_work() -> None:
    sheet = work_month(Month(2026, 5), *a_month(), {"w": "字幕の前半"})
    said = dict(sheet.lines)

    assert sheet.title == "2026年5月の就労・収入"
    assert (said["働いた日数"], said["1日平均時間"]) == (
        "2日",
        "約1時間15分（時間の記録がある2日で2時間31分）",
    )
    assert said["収入"] == "11,000円、$12.50"
    assert said["受取額"] == "8,580円、$12.50"
    assert said["社会保険料"].strip("　") == said["無収入の理由"].strip("　") == ""
    assert {"働いた日数", "1日平均時間", "収入", "交通費・必要経費", "社会保険料", "所得税", "勤務先",
            "その他の収入", "無収入の理由"} <= said.keys()  # fmt: skip
    assert [row[0] for row in sheet.days] == [f"5月{day}日" for day in range(1, 32)]
    assert [row for row in sheet.days if row[1]] == [
        ("5月20日", "1時間30分", ""),
        ("5月21日", "1時間1分", ""),
    ]
    assert "書き写し用" in sheet.remark


def test_a_month_without_anything_leaves_room_for_a_pen() -> None:
    sheet = work_month(Month(2026, 2), [], [], {})
    assert dict(sheet.lines)["収入"].strip("　") == ""
    assert len(sheet.days) == 28
    assert sheet.clients == ()
    assert b"<table" in html(sheet)
    assert markdown(sheet).startswith("# 2026年2月の就労・収入\n".encode())


class Page(HTMLParser):
    """The tags and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_needs_nothing_else_and_runs_nothing_of_what_is_written() -> None:
    page = Page()
    page.feed(html(work_month(Month(2026, 5), *a_month(), {"w": HOSTILE})).decode())
    assert not {"script", "b", "img", "link", "iframe"} & set(page.tags)
    assert page.links == []
    assert {HOSTILE, one_line(HOSTILE)} <= set(page.words)


def test_a_cell_of_the_markdown_stays_one_cell() -> None:
    written = markdown(work_month(Month(2026, 5), *a_month(), {"w": HOSTILE})).decode()
    rows = [line for line in written.split("\n") if line.startswith("| 5月31日 | 2026")]
    assert len(rows) == 1
    assert rows[0].replace("\\|", "").count("|") == 11
    assert "<b>" not in written.replace("\\<b\\>", "")


@given(st.lists(RECORDS["income"], max_size=3))
@settings(max_examples=25)
def test_the_sheet_adds_up_to_what_the_notebook_adds_up(incomes: list[Income]) -> None:
    set_language("en")
    mine = [one.replace(day=date(2026, 5, 3)) for one in incomes]
    sheet = work_month(Month(2026, 5), mine, [], {})
    received = dict(sheet.lines)["Amount received"]
    digits = "".join(letter for letter in received if letter.isdigit())
    assert digits == "".join(str(one.net).rjust(3 if code != "JPY" else 1, "0")
                             for code, one in totals(mine).items()) or any(
        one.currency in ("KRW", "VND") for one in mine
    )  # fmt: skip
