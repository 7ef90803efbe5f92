"""Hostile text in every field of every screen: shown as typed less the control characters, and nothing else happens."""

from pathlib import Path

import pytest
from tests.ui.support import HARMLESS, HOSTILE, TODAY, WIDE, Act, Window, begun, opened, written

from stepup.domain.journal import JournalEntry, Win
from stepup.domain.text import LIMIT_BYTES, clean, one_line
from stepup.notebook.days import Days
from stepup.notebook.goals import Goals
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile

FIVE_THOUSAND_KANA = "あいうえおかきくけこ" * 500
TEXTS = pytest.mark.parametrize("text", [HOSTILE, FIVE_THOUSAND_KANA], ids=["hostile", "5000 kana"])


@pytest.fixture
async def lived(folder: Path) -> Path:
    await begun(folder)
    async with written(folder) as book:
        goal = Goals(book).add("goal", chosen_for=TODAY)
        Goals(book).add_step(goal, "step")
        Goals(book).add_some_day("some day")
        Journal(book).write(TODAY, "entry")
        Days(book).add_win(TODAY, "win")
        Days(book).add_topic(TODAY, "topic")
        Days(book).log_sleep(TODAY, "3:10-11:40")
        Profile(book).change(rows=("sleep", "meal", "outside"))
    return folder


def keys(*pressed: str) -> Act:
    async def act(window: Window) -> None:
        await window.press(*pressed)

    return act


def line(page: str, prefix: str, *pressed: str, part: str = "") -> Act:
    """Open the field of the first line whose key begins so."""

    async def act(window: Window) -> None:
        await window.press(page)
        await window.go_to(next(key for key in window.keys if key.startswith(prefix)), part)
        await window.press(*pressed)

    return act


def inner(page: str, outer: str, prefix: str, part: str) -> Act:
    async def act(window: Window) -> None:
        await line(page, outer, "enter")(window)
        await window.go_to(next(key for key in window.keys if key.startswith(prefix)), part)
        await window.press("enter")

    return act


def action(name: str, *pressed: str) -> Act:
    async def act(window: Window) -> None:
        window.app.do(name)
        await window.settle()
        await window.press(*pressed)

    return act


async def own_row(window: Window) -> None:
    window.app.do("today.rows")
    await window.settle()
    await window.go_to("new")
    await window.press("enter")


FIELDS: dict[str, tuple[Act, str]] = {
    "win": (keys("f"), "enter"),
    "for someone": (keys("h"), "enter"),
    "topic": (keys("k"), "enter"),
    "line reworded": (line("t", "win:", "enter"), "enter"),
    "topic reworded": (line("t", "topic:", "enter"), "enter"),
    "goal of today": (line("t", "newgoal", "enter"), "enter"),
    "goal smaller": (line("t", "goal:", "enter", part="smaller"), "enter"),
    "journal of the day": (keys("y"), "escape"),
    "entry of the day": (line("t", "journal:", "enter"), "escape"),
    "journal": (keys("j", "n"), "escape"),
    "entry": (inner("j", "entry:", "acts:", "write"), "escape"),
    "tags": (line("j", "entry:", "b"), "enter"),
    "goal": (line("g", "new:none", "enter"), "enter"),
    "goal reworded": (inner("g", "goal:", "acts:", "reword"), "enter"),
    "step": (inner("g", "goal:", "acts:", "step"), "enter"),
    "step smaller": (line("g", "step:", "m"), "enter"),
    "some day": (line("g", "newsomeday", "enter"), "enter"),
    "own plan": (line("e", "own", "enter"), "escape"),
    "row of ones own": (own_row, "enter"),
}
REFUSING: dict[str, Act] = {
    "sleep": keys("z"),
    "date": action("today.go_to_day"),
    "day start": line("f11", "day_start", "enter"),
}
SEARCHING: dict[str, Act] = {"search": keys("ctrl+f"), "menu": keys("ctrl+p")}


def nothing_happened(window: Window) -> None:
    """No markup was taken as such, nothing steers the terminal, nobody left."""
    assert window.is_open
    assert window.app._exception is None
    assert window.text == clean(window.text)
    for strip in window.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.text == clean(segment.text)
            meta = segment.style.meta if segment.style else {}
            assert not {key for key in meta if key.startswith("@") and "quit" in str(meta[key])}
            assert not (segment.style and segment.style.link)


def without_spaces(text: str) -> str:
    return "".join(text.split())


@TEXTS
@pytest.mark.parametrize("field", list(FIELDS))
async def test_any_text_in_any_field_is_shown_as_typed_and_nothing_else_happens(
    lived: Path, field: str, text: str
) -> None:
    act, end = FIELDS[field]
    async with opened(lived, size=WIDE) as window:
        await act(window)
        before = window.field.text
        await window.paste(text)
        nothing_happened(window)
        typed = window.field.text
        assert one_line(typed) == one_line(before + text)
        await window.press(end)
        nothing_happened(window)
        shown = without_spaces(window.said)
        if field == "tags":  # each word is a tag, and a long one stands where the entry is opened
            await window.press("enter")
            shown = without_spaces(window.said).replace("#", "")
        assert without_spaces(HARMLESS if text == HOSTILE else "あいうえおかきくけこ" * 3) in shown
        for page in ("t", "g", "j", "e", "escape", "f11", "escape", "f10", "escape"):
            await window.press(page)
            nothing_happened(window)
        await window.saved()


@TEXTS
@pytest.mark.parametrize("field", list(REFUSING))
async def test_any_text_in_a_field_that_cannot_take_it_is_refused_in_one_sentence(
    lived: Path, field: str, text: str
) -> None:
    async with opened(lived, size=WIDE) as window:
        await REFUSING[field](window)
        await window.paste(text)
        await window.press("enter")
        sentences = ("This does not read as a", "A date reads like 12/3")
        assert any(sentence in window.said for sentence in sentences)
        nothing_happened(window)
        await window.press("escape")
        nothing_happened(window)


@TEXTS
@pytest.mark.parametrize("field", list(SEARCHING))
async def test_any_text_looked_for_is_only_looked_for(lived: Path, field: str, text: str) -> None:
    async with opened(lived, size=WIDE) as window:
        await SEARCHING[field](window)
        await window.paste(text)
        await window.until(lambda: "Nothing" in window.text)
        nothing_happened(window)
        await window.press("enter", "escape")
        nothing_happened(window)


async def test_hostile_text_that_is_found_is_shown_as_it_was_typed(lived: Path) -> None:
    async with written(lived) as book:
        Days(book).add_win(TODAY, HOSTILE)
    async with opened(lived, size=WIDE) as window:
        await window.press("ctrl+f")
        await window.paste("[/] [red]")
        await window.wait_for("[/] [red] ]]> <b>")
        nothing_happened(window)


async def test_hostile_text_that_was_left_unfinished_is_offered_as_it_was_typed(
    lived: Path,
) -> None:
    from stepup.notebook.drafting import Drafting

    async with written(lived) as book:
        drafts = Drafting(book)
        drafts.keep(f"journal:{TODAY}:", HOSTILE)
        drafts.close()
    async with opened(lived, size=WIDE) as window:
        assert "Being written: [/] [red] ]]>" in window.text
        nothing_happened(window)
        await window.press("enter")
        nothing_happened(window)
        assert window.field.text.strip() == clean(HOSTILE).strip()


async def test_hostile_text_that_someone_else_put_into_the_vault_is_shown_without_its_controls(
    lived: Path,
) -> None:
    """Another program can write what our fields would never let in."""
    async with written(lived) as book:
        Journal(book).write(TODAY, "RAW")
        Days(book).add_win(TODAY, "RAW")
        Goals(book).add("RAW")
        for shard in ("2026", "core"):
            for kind in ("journal", "win", "goal"):
                for put in [dict(d) for d in book.shelf(shard).snapshot().get(kind, {}).values()]:
                    if put.get("text") == "RAW":
                        book.shelf(shard).put(kind, put["id"], {**put, "text": HOSTILE})
                        raw = {**put, "text": HOSTILE}
                        from stepup.vault import Put

                        book.vault.commit([Put(shard, kind, put["id"], raw, put)], ["test"])
    async with opened(lived, size=WIDE) as window:
        for page in ("t", "g", "j"):
            await window.press(page)
            assert "[/] [red] ]]> <b>" in window.text
            nothing_happened(window)
        await window.press("ctrl+f")
        await window.paste("]]>")
        await window.wait_for("]]> <b>")
        nothing_happened(window)


@pytest.mark.parametrize("size", [10_000_000, LIMIT_BYTES + 1, LIMIT_BYTES // 3 + 1])
@pytest.mark.parametrize("field", ["f", "y"])
async def test_a_paste_that_does_not_fit_is_refused_in_one_sentence_and_the_text_before_stays(
    lived: Path, field: str, size: int
) -> None:
    letter = "あ" if size < LIMIT_BYTES else "a"
    async with opened(lived) as window:
        await window.press(field)
        await window.write("before")
        await window.paste(letter * size)
        assert "This is too long for one entry" in window.said
        assert "What was written before is still there." in window.said
        assert window.field.text == "before"
        await window.write(" and after")
        await window.press("escape")
        await window.saved()
        assert "before and after" in window.text


async def test_a_paste_that_just_fits_is_taken_whole(lived: Path) -> None:
    async with opened(lived) as window:
        await window.press("y")
        text = ("a" * 63 + "\n") * (LIMIT_BYTES // 64)
        await window.paste(text[:-1])
        assert len(window.field.text) == LIMIT_BYTES - 1
        await window.press("escape")
        await window.saved()
        assert LIMIT_BYTES - 1 in {len(entry.text) for entry in window.kept(JournalEntry)}


async def test_a_paste_outside_a_field_that_does_not_fit_is_refused_in_one_sentence(
    folder: Path,
) -> None:
    await begun(folder)
    async with opened(folder) as window:
        await window.paste("a" * (LIMIT_BYTES + 1))
        assert window.app._exception is None
        assert "This is too long for one entry" in window.all_said
        assert window.kept(Win) == []


async def test_typing_beyond_what_fits_is_refused_when_it_is_kept_and_nothing_is_cut(
    lived: Path,
) -> None:
    async with opened(lived) as window:
        await window.press("y")
        await window.paste(("a" * 63 + "\n") * (LIMIT_BYTES // 64 - 1) + "a" * 64)
        await window.write("bc")
        await window.press("escape")
        assert "This is too long for one entry" in window.said
        assert window.field.text.endswith("abc")
        await window.press("backspace", "backspace", "escape")
        await window.saved()


async def test_thousands_of_characters_that_arrive_one_by_one_all_arrive(lived: Path) -> None:
    """Terminals without bracketed paste send a paste as keys."""
    async with opened(lived) as window:
        await window.press("y")
        window.send(*FIVE_THOUSAND_KANA[:1000])
        await window.until(lambda: len(window.field.text) >= 1000)
        assert window.field.text == FIVE_THOUSAND_KANA[:1000]
