"""Work and income on the command line: noted, shown, added up, written out."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.cli.support import TODAY, Caller, EveningClock

from stepup.domain.profile import LookAway
from stepup.domain.work import WorkKind, WorkState
from stepup.notebook.book import open_book
from stepup.notebook.incomes import Incomes
from stepup.notebook.profile import Profile
from stepup.notebook.works import Works


def test_an_income_is_noted_with_its_client_and_note_from_standard_input(call: Caller) -> None:
    done = call(
        *("log", "--income", "--gross", "１１，０００円", "--fee", "22%", "--minutes", "3:30"),
        *("--worked", "2026-11-20", "--way", "crowd"),
        typed="あおばデスク\n字幕\n前半",
    )
    assert (done.code, done.err) == (0, "")
    assert done.text == "Kept for Sunday, 22 November 2026: Income\n"

    (one,) = call("show", TODAY, "--json").json["days"][0]["incomes"]
    figures = ("gross", "fee", "received", "minutes", "worked_on", "way", "client", "note")
    assert [one[name] for name in figures] == [
        *(11_000, 2_420, 8_580, 210, "2026-11-20", "crowd", "あおばデスク", "字幕\n前半"),
    ]
    assert "Income: ¥8,580 (あおばデスク)" in call("show").text.splitlines()


def test_it_stands_on_the_day_it_was_paid(call: Caller) -> None:
    assert call("log", "--income", "--received", "300", "--paid", "2025-01-05").code == 0
    (day,) = call("show", "2025-01-05", "--json").json["days"]
    assert (day["incomes"][0]["client"], day["incomes"][0]["received"]) == ("", 300)


def test_several_texts_are_read_a_line_each_in_their_order(call: Caller, vault: Path) -> None:
    book = open_book(vault)
    Works(book).add("Type in names")
    assert book.close()

    done = call(
        *("log", "--win", "--income", "--gross", "5", "--work", "10:00-10:25", "--journal"),
        typed="a win\nDesk\ntype in names\nIt rained.\nAll day.",
    )
    assert (done.code, done.err) == (0, "")
    (day,) = call("show", TODAY, "--json").json["days"]
    assert [win["text"] for win in day["wins"]] == ["a win"]
    assert [(one["client"], one["note"]) for one in day["incomes"]] == [("Desk", "")]
    assert [(one["text"], one["minutes"]) for one in day["work_sessions"]] == [
        ("Type in names", 25)
    ]
    assert [entry["text"] for entry in day["journal"]] == ["It rained.\nAll day."]
    shown = call("show").text.splitlines()
    assert "Type in names: 25 min from 10:00" in shown
    assert "Work, Doing: Type in names" in shown


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("--income", "--gross", "a lot"), "", "does not read as an amount"),
        (("--income", "--gross", "100", "--fee", "200"), "", "more than the pay"),
        (("--income", "--gross", "333", "--fee", "22%"), "", "does not come out whole"),
        (("--income", "--expenses=-5"), "", "0 or more"),
        (("--income",), "a name", "nothing in it to keep"),
        (("--income", "--gross", "1", "--paid", "soon"), "", "A date reads like"),
        (("--income", "--gross", "1", "--way", "gold"), "", "crowd, pieces"),
        (("--gross", "100"), "", "--gross belongs to --income"),
        (("--work", "25"), "nothing known", "no open work of that name"),
        (("--work", "long"), "x", "as a time of working"),
    ],
)
def test_what_does_not_fit_is_wrong_usage_and_nothing_of_the_call_is_kept(
    call: Caller, arguments: tuple[str, ...], typed: str, said: str
) -> None:
    done = call("log", "--mood", "3", *arguments, typed=typed)
    assert (done.code, done.out) == (2, b"")
    assert said in done.err
    assert call("show", TODAY, "--json").json["days"] == []


def test_a_work_stands_on_the_day_it_closed(call: Caller, vault: Path) -> None:
    book = open_book(vault, clock=EveningClock())
    works = Works(book)
    works.move(works.add("Sort screws", WorkKind.PIECES), WorkState.KEPT)
    assert book.close()

    (day,) = call("show", TODAY, "--json").json["days"]
    assert [work["text"] for work in day["closed_works"]] == ["Sort screws"]
    text = call("show", TODAY).text
    assert "Work, Kept, no pay: Sort screws (Piecework, simple tasks)" in text.splitlines()


def entries(call: Caller) -> None:
    """Note pays of two years and currencies, and costs alone."""
    for arguments, client in (
        (("--gross", "1000", "--fee", "220", "--paid", "2025-12-31"), "Desk"),
        (("--gross", "2000", "--paid", "2026-01-05"), "Desk"),
        (("--gross", "$12.50", "--paid", "2026-02-01"), "Pine"),
        (("--expenses", "140", "--paid", "2026-02-02"), ""),
    ):
        assert call("log", "--income", *arguments, typed=client).code == 0


def test_a_span_is_added_up_by_currency_client_and_year(call: Caller) -> None:
    entries(call)
    yen, dollars = call("show", "2025-01-01..2026-12-31", "--json").json["income_sums"]

    assert (yen["currency"], yen["places"], yen["received"], yen["expenses"]) == (
        "JPY",
        0,
        2780,
        140,
    )
    assert {name: one["received"] for name, one in yen["by_client"].items()} == {
        "Desk": 2780,
        "": 0,
    }
    assert {year: one["received"] for year, one in yen["by_year"].items()} == {
        "2025": 780,
        "2026": 2000,
    }
    assert (dollars["currency"], dollars["places"], dollars["received"]) == ("USD", 2, 1250)
    text = call("show", "2025-01-01..2026-12-31").text
    assert text.endswith(
        "\nCame in: ¥2,780 (expenses ¥140)\n"
        "  2025: ¥780\n"
        "  2026: ¥2,000 (expenses ¥140)\n"
        "  (no name): ¥0 (expenses ¥140)\n"
        "  Desk: ¥2,780\n"
        "Came in: $12.50\n"
        "  Pine: $12.50\n"
    )
    assert "Came in" not in call("show", "2026-01-05").text


def test_who_looks_away_from_totals_sees_no_amount_in_plain_text(call: Caller, vault: Path) -> None:
    entries(call)
    book = open_book(vault)
    Profile(book).look_away(LookAway.TOTALS)
    assert book.close()

    text = call("show", "2025-01-01..2026-12-31").text
    assert "Income: *** (Desk)" in text
    assert not {"1,000", "780", "2,000", "2,780", "12.50"} & set(text.replace("¥", " ").split())
    assert "Came in" not in text


def test_files_are_written_for_this_account_alone_and_never_over_another(
    call: Caller, tmp_path: Path
) -> None:
    entries(call)
    for arguments in (
        ("csv", "--kind", "income"),
        ("hledger",),
        ("month", "--month", "2026年2月"),
        ("month", "--month", "2026-02", "--format", "html"),
    ):
        path = tmp_path / "file"
        done = call("export", *arguments, "--out", str(path))
        assert (done.code, done.out) == (0, b"")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        kept = path.read_bytes()
        assert kept == call("export", *arguments).out
        assert call("export", *arguments, "--out", str(path)).code == 1
        assert path.read_bytes() == kept
        path.unlink()


def test_the_month_is_this_one_unless_another_is_named(call: Caller) -> None:
    assert call("export", "month").text.startswith("# Work and income, November 2026\n")
    assert call("export", "month", "--month", "2026/2").text.startswith(
        "# Work and income, February 2026\n"
    )
    assert call("export", "month", "--month", "2026-13").code == 2


def test_the_note_about_worries_leaves_in_the_whole_export_alone(call: Caller, vault: Path) -> None:
    entries(call)
    book = open_book(vault)
    Incomes(book).write_worry("the rent of the room")
    assert book.close()

    for arguments in (("csv", "--kind", "income"), ("hledger",), ("month", "--month", "2026-02")):
        assert b"the rent" not in call("export", *arguments).out
    assert "the rent" not in call("show", "2025-01-01..2026-12-31", "--json").text
    assert b"the rent of the room" in call("export", "json").out
