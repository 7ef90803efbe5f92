"""Income on the screen: two fields are enough, nothing is lost, amounts can be covered."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.ui.support import (
    HARMLESS,
    HOSTILE,
    TODAY,
    MovableClock,
    Window,
    begun,
    opened,
    stored,
    written,
)

from stepup.domain.income import FirstIncome, Income, MoneyWorry
from stepup.domain.income_entry import FIELDS, Entry
from stepup.domain.profile import LookAway, Preferences
from stepup.i18n import Language, set_language
from stepup.notebook.drafting import Drafting
from stepup.notebook.incomes import Incomes
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.screens.work.income_form import from_lines, to_lines
from stepup.ui.screens.work.view import VIEWS


@pytest.fixture
async def home(folder: Path) -> Path:
    await begun(folder)
    return folder


@pytest.fixture
async def paid(home: Path) -> Income:
    """A pay of today, one of last month, and one of the year before."""
    async with written(home, settle=60) as book:
        incomes = Incomes(book)
        incomes.note(Entry(date(2025, 12, 31), "Desk", gross=500))
        incomes.note(Entry(TODAY - timedelta(days=30), "Pine", gross=2000, expenses=140))
        return incomes.note(Entry(TODAY, "Desk", gross=11_000, fee=2_420))


async def income(window: Window) -> None:
    window.app.do("anywhere.income")
    await window.settle()


async def note(window: Window, client: str, amount: str) -> None:
    """Type the two fields that are enough."""
    await window.go_to("new")
    await window.press("enter")
    await window.write(amount)
    await window.press("enter")
    await window.write(client)
    await window.press("enter")


async def test_with_nothing_yet_the_page_is_kind_and_short(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        assert "What came in for work can be noted here, from one yen on" in window.said
        assert "[Income]" in window.said
        assert window.keys == ["views", "new", "empty", "worry"]
        assert not any(character.isdigit() for character in window.said)


async def test_a_client_and_an_amount_are_enough_and_kept_as_one_act(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await note(window, "Desk", "３００円")
        [kept] = window.kept(Income)
        assert (kept.client, kept.received, kept.day) == ("Desk", 300, TODAY)
        assert window.here == f"income:{kept.id}"
        assert "The first pay that stands here: ¥300." in window.said
        await window.press("ctrl+z")
        assert window.kept(Income) == []
        assert window.kept(FirstIncome, None) == []
        assert "The first pay" not in window.said


async def test_the_card_of_the_first_pay_comes_once_and_its_line_stays(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await note(window, "Desk", "1")
        await window.go_to("then")
        await window.press("enter")
        await window.write("one more")
        await window.press("enter")
        await window.go_to("cardacts", "close")
        await window.press("enter")
        assert "The first pay" not in window.said
        assert "What next? one more" in window.said
        await note(window, "Pine", "5")
        assert "The first pay" not in window.said
    assert [one.then for one in await stored(home, FirstIncome, None)] == ["one more"]


async def test_a_new_entry_opens_a_few_fields_at_a_time(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter", "down")
        assert window.keys == ["gross", "client", "more", "keep"]
        assert window.row("more").spec.text == "Platform fee, Came in, Paid on"
        await window.go_to("more")
        await window.press("enter")
        assert window.keys == ["gross", "client", "fee", "received", "paid_on", "more", "keep"]
        said = "Tax withheld, Transfer fee, Expenses and others"
        assert window.row("more").spec.text == said
        await window.go_to("more")
        await window.press("enter")
        assert window.keys == [*FIELDS, "keep"]


async def test_any_two_of_three_are_enough_in_the_whole_form(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.press("down")
        await window.go_to("client")
        await window.press("enter")
        await window.write("Desk")
        await window.press("down")
        await window.go_to("more")
        await window.press("enter")
        assert window.here == "fee"
        await window.press("enter")
        await window.write("22%")
        await window.press("enter")
        assert "the pay or what came in as well" in window.said
        assert window.here == "received"
        await window.press("enter")
        await window.write("8580")
        await window.press("enter")
        assert window.row("gross").spec.text == "¥11,000"
        assert window.here == "paid_on"
        assert "way" not in window.keys
        await window.press("enter", "enter")
        assert window.here == "more"
        await window.press("enter")
        assert window.here == "withheld"
        await window.go_to("way", "crowd")
        await window.press("enter")
        await window.go_to("keep", "keep")
        await window.press("enter")
        [kept] = window.kept(Income)
        assert (kept.gross, kept.fee, kept.received, kept.way) == (11_000, 2_420, 8_580, "crowd")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a lot", "This does not read as an amount"),
        ("デスク", "This does not read as an amount"),
        ("-5", "Amounts here are 0 or more"),
        ("9999999999999", "Amounts up to 999,999,999,999 fit here."),
    ],
)
async def test_what_is_no_amount_stays_in_its_field_with_one_sentence(
    home: Path, typed: str, said: str
) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.write(typed)
        await window.press("enter")
        assert said in window.said
        assert window.field.text == typed
        assert window.kept(Income) == []


async def test_what_was_typed_outlives_leaving_the_form_and_a_sudden_end(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.write("30")
        await window.press("enter")
        await window.write("Desk")
        await window.press("escape", "escape")
        assert window.page_name == "IncomePage"
        await window.go_to("new")
        await window.press("enter")
        assert [window.row(key).spec.text for key in ("client", "gross")] == ["Desk", "30"]
        assert window.kept(Income) == []
    async with opened(home) as window:
        assert "Being written: 30" in window.said
        await window.press("enter")
        await window.until(lambda: window.page_name == "IncomeForm")
        await window.settle()
        await window.go_to("keep", "keep")
        await window.press("enter")
        await window.until(lambda: window.kept(Income))
        [kept] = window.kept(Income)
        assert (kept.client, kept.gross) == ("Desk", 30)


async def test_the_amount_comes_first_and_from_whom_may_be_left_blank(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.paste("３００円")
        await window.press("enter", "enter")
        [kept] = window.kept(Income)
        assert (kept.client, kept.received) == ("", 300)


async def test_words_that_arrive_at_once_go_into_the_field_the_cursor_is_on(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.press("down")
        await window.go_to("client")
        await window.paste("あおば")
        await window.press("down")
        assert [window.row(key).spec.text for key in ("gross", "client")] == ["_", "あおば"]


async def test_the_page_says_that_an_entry_is_begun_and_goes_on_with_it(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        assert "begun" not in window.keys
        await window.go_to("new")
        await window.press("enter")
        await window.press("escape", "escape")
        assert "begun" not in window.keys  # nothing was typed
        await window.go_to("new")
        await window.press("enter")
        await window.write("30")
        await window.press("escape", "escape")
        assert "An entry is begun (go on with it)" in window.said
        await window.go_to("begun")
        await window.press("enter")
        assert window.page_name == "IncomeForm"
        await window.go_to("keep", "keep")
        await window.press("enter")
        assert [one.gross for one in window.kept(Income)] == [30]
        assert "begun" not in window.keys


async def test_an_entry_begun_before_midnight_is_gone_on_with_after_it(home: Path) -> None:
    clock = MovableClock()
    async with opened(home, clock=clock) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.write("30")
        await window.press("escape", "escape")
        clock.move(days=1)
        await window.go_to("begun")
        await window.press("enter")
        assert window.row("gross").spec.text == "30"


async def test_a_worry_left_unfinished_is_offered_without_its_words(home: Path) -> None:
    async with written(home) as book:
        drafts = Drafting(book)
        drafts.keep(f"money_worry:{TODAY}:", "the rent")
        drafts.close()
    async with opened(home) as window:
        assert "the rent" not in window.text
        await window.press("enter")
        await window.until(lambda: window.page_name == "IncomePage")
        await window.settle()
        assert window.field.text == "the rent"


async def test_a_form_can_be_closed_without_keeping(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("new")
        await window.press("enter")
        await window.write("30")
        await window.press("down")
        await window.go_to("keep", "drop")
        await window.press("enter")
        assert window.page_name == "IncomePage"
        await window.go_to("new")
        await window.press("enter")
        assert window.field.text == ""


async def test_correcting_shows_what_it_said_before_and_counts_the_newest(
    home: Path, paid: Income
) -> None:
    clock = MovableClock()
    clock.move(days=2)
    async with opened(home, clock=clock) as window:
        await income(window)
        await window.go_to(f"income:{paid.id}")
        await window.press("enter")
        await window.go_to(f"acts:{paid.id}", "correct")
        await window.press("enter")
        assert "transfer" not in window.keys
        await window.go_to("more")
        await window.press("enter")
        assert window.here == "withheld"
        await window.go_to("transfer")
        await window.press("enter")
        await window.write("165")
        await window.press("enter")
        await window.go_to("keep", "keep")
        await window.press("enter")
        assert "¥8,415" in window.said
        assert "As it was Pay ¥11,000, Platform fee ¥2,420, Came in ¥8,580" in window.said
        total = window.row("total:JPY").spec
        assert (total.label, total.text) == ("2026", "¥10,415")


async def test_amounts_stand_in_a_column_whose_right_edge_is_straight(home: Path) -> None:
    async with written(home, settle=60) as book:
        for client, gross in (
            ("あおばデスク", 300),
            ("Pine", 11_000),
            ("とても長い名前のお店" * 4, 5),
        ):
            Incomes(book).note(Entry(TODAY, client, gross=gross, expenses=140 if gross == 5 else 0))
    async with opened(home) as window:
        await income(window)
        ends = set()
        for amount in ("¥300", "¥11,000", "¥5"):
            [line] = [
                line
                for line in window.lines
                if amount in line.split() and "Nov" in line.split()[:3]
            ] or [""]
            ends.add(cell_len(line[: line.find(f" {amount}") + 1 + len(amount)]))
        assert len(ends) == 1


async def test_months_stand_in_their_order_with_what_came_in_so_far(
    home: Path, paid: Income
) -> None:
    async with opened(home) as window:
        await income(window)
        sums = [row.spec for row in window.page.rows.lines if row.key.startswith("sum:")]
        assert [spec.label for spec in sums] == ["Oct", "Nov"]
        assert [spec.after for spec in sums] == ["so far ¥2,000", "so far ¥10,580"]
        assert window.row("ever:JPY").spec.text == "¥11,080"
        await window.go_to("by", "client")
        await window.press("enter")
        assert [r.spec.label for r in window.page.rows.lines if r.key.startswith("sum:")] == [
            *("Desk", "Pine"),
        ]
        await window.go_to("years", "all")
        await window.press("enter")
        assert window.row("total:JPY").spec.text == "¥11,080"
        await window.go_to("by", "month")
        await window.press("enter")
        assert [r.spec.label for r in window.page.rows.lines if r.key.startswith("sum:")] == [
            *("2025", "2026"),
        ]


async def test_bars_are_drawn_in_ascii_where_that_is_wanted(home: Path, paid: Income) -> None:
    async with opened(home, settings=Settings(ascii_charts=True)) as window:
        await income(window)
        assert "############" in window.text
        assert "⣿" not in window.text


async def test_m_covers_every_amount_on_every_view_and_shows_them_again(
    home: Path, paid: Income
) -> None:
    async with opened(home) as window:
        await income(window)
        before = window.text
        await window.go_to(f"income:{paid.id}")
        await window.press("enter", "m")
        covered = window.said
        assert "***" in covered
        assert not [word for word in covered.split() if "¥" in word or "⣿" in word]
        for _view in VIEWS:
            await window.press("v")
            assert "¥" not in window.said
        await window.press("m")
        await window.go_to(f"income:{paid.id}")
        await window.press("enter")
        assert "¥8,580" in window.said
        assert before.count("¥") > 3


async def test_m_covers_clients_by_amount_by_client_and_in_the_form(
    home: Path, paid: Income
) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("by", "client")
        await window.press("enter")
        assert "Desk" in window.said
        await window.press("m")
        assert "Desk" not in window.said
        await window.go_to(f"income:{paid.id}")
        await window.press("enter")
        assert "Desk" not in window.said
        await window.go_to(f"acts:{paid.id}", "correct")
        await window.press("enter")
        assert window.row("client").spec.text == "***"
        await window.go_to("keep", "keep")
        await window.press("enter")
        assert "Desk" in {one.client for one in window.kept(Income)}
        assert "***" not in {one.client for one in window.kept(Income)}


async def test_covering_amounts_leaves_names_and_covering_names_leaves_amounts(
    home: Path, paid: Income
) -> None:
    async with opened(home) as window:
        await window.press("p", "m")
        assert window.session.masked
        await income(window)
        assert "¥" in window.said
        await window.press("m", "p")
        assert window.session.covers_work
        await window.press("m")
        assert not window.session.masked


async def test_looking_away_from_totals_covers_work_and_hides_sums(
    home: Path, paid: Income
) -> None:
    async with written(home) as book:
        Profile(book).look_away(LookAway.TOTALS)
    async with opened(home) as window:
        await income(window)
        assert "¥" not in window.said
        assert not [key for key in window.keys if key.startswith(("sum:", "total:", "ever:"))]
        await window.press("m")
        assert "Look away in the settings" in window.all_said
        assert "¥" not in window.said
        assert "Desk" not in window.said


async def test_dates_out_of_sight_stay_so_here(home: Path, paid: Income) -> None:
    async with written(home) as book:
        Profile(book).look_away(LookAway.DATES)
    async with opened(home) as window:
        await income(window)
        assert window.row(f"income:{paid.id}").spec.label == ""


async def test_the_worry_is_kept_for_oneself(home: Path) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("worry")
        await window.press("enter")
        await window.write("the rent")
        await window.press("escape")
        assert "the rent" not in window.said
        assert "(written)" in window.said
    assert [one.text for one in await stored(home, MoneyWorry, None)] == ["the rent"]


async def test_beside_the_worry_stands_in_which_files_it_is(home: Path) -> None:
    said_in: dict[Language, tuple[str, ...]] = {
        "en": ("everything as JSON", "only when you choose it"),
        "ja": ("「すべてをJSONで」", "自分で選んだときだけ"),
    }
    for language, words in said_in.items():
        set_language(language)
        async with opened(home) as window:
            await income(window)
            await window.go_to("worry")
            await window.press("enter")
            for said in words:
                assert "".join(said.split()) in "".join(window.text.split())


async def test_a_file_is_written_where_one_says_and_never_over_another(
    home: Path, paid: Income, tmp_path: Path
) -> None:
    async with opened(home) as window:
        await income(window)
        await window.go_to("file")
        await window.press("enter")
        for kind in ("csv", "hledger", "md", "html"):
            path = tmp_path / f"file.{kind}"
            await window.go_to(kind)
            await window.press("enter")
            window.field.put("\b")
            window.field.text = str(path)
            await window.press("enter")
            assert "The file was written." in window.key_line
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        kept = path.read_bytes()
        await window.go_to("html")
        await window.press("enter")
        window.field.text = str(path)
        await window.press("enter")
        assert "There is a file of that name already" in window.said
        assert path.read_bytes() == kept


async def test_hostile_words_are_words_everywhere(home: Path) -> None:
    async with written(home) as book:
        incomes = Incomes(book)
        made = incomes.note(Entry(TODAY, HOSTILE, gross=5, note=HOSTILE))
        incomes.note(Entry(TODAY, '=HYPERLINK("x")', gross=5))
    async with opened(home, size=(120, 36)) as window:
        await income(window)
        await window.go_to("by", "client")
        await window.press("enter")
        await window.go_to(f"income:{made.id}")
        await window.press("enter")
        assert window.said.count(HARMLESS) >= 2
        assert '=HYPERLINK("x")' in window.said


async def test_work_joins_the_rail_when_it_is_first_opened(home: Path) -> None:
    async with opened(home) as window:
        assert "Work" not in window.text
        await window.press("f7")
        assert "Work" in window.text
        await window.press("v")
        assert window.page_name == "IncomePage"
        await window.press(*["v"] * (len(VIEWS) - 1))
        assert window.page_name == "WorksPage"
    assert "work" in (await stored(home, Preferences, None))[0].opened


def test_the_fields_of_a_form_come_back_from_its_draft() -> None:
    typed = {"client": "a: b", "gross": "5", "note": "one\nfee: 3\n\ntwo"}
    assert from_lines(to_lines(typed)) == typed
