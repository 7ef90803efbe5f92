"""Fault 21: what stays in the history is counted; no clock, however wrong, can remove what is new."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.support import clock, everything, open_vault, save

from stepup.vault import Vault, retention

MOMENTS = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(datetime.isoformat)


@dataclass(frozen=True)
class Saved:
    generation: int
    saved_at: str


def numbered(moments: list[str]) -> list[Saved]:
    return [Saved(number, moment) for number, moment in enumerate(moments, 1)]


@given(moments=st.lists(MOMENTS, max_size=200))
def test_the_last_twenty_stay_whatever_the_clock_said(moments: list[str]) -> None:
    stay = retention.kept(numbered(moments))
    assert stay >= set(range(max(1, len(moments) - 19), len(moments) + 1))


@given(moments=st.lists(MOMENTS, max_size=200), pinned=st.sets(st.integers(1, 250)))
def test_only_what_is_there_stays_and_what_is_pinned_always(
    moments: list[str], pinned: set[int]
) -> None:
    numbers = set(range(1, len(moments) + 1))
    stay = retention.kept(numbered(moments), pinned)
    assert pinned & numbers <= stay <= numbers


@given(moments=st.lists(MOMENTS, max_size=200))
def test_pruning_twice_is_pruning_once(moments: list[str]) -> None:
    saved = numbered(moments)
    stay = retention.kept(saved)
    assert retention.kept([one for one in saved if one.generation in stay]) == stay


@given(moments=st.lists(MOMENTS, max_size=120), more=MOMENTS)
def test_one_more_save_never_brings_back_what_went(moments: list[str], more: str) -> None:
    gone = set(range(1, len(moments) + 1)) - retention.kept(numbered(moments))
    assert not gone & retention.kept(numbered([*moments, more]))


@given(moments=st.lists(MOMENTS, max_size=200))
def test_the_newest_of_every_year_stays(moments: list[str]) -> None:
    newest = {moment[:4]: number for number, moment in enumerate(moments, 1)}
    assert set(newest.values()) <= retention.kept(numbered(moments))


def test_long_use_comes_to_about_a_hundred_generations() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [(start + timedelta(minutes=20 * step)).isoformat() for step in range(60_000)]
    assert 80 <= len(retention.kept(numbered(moments))) <= 100


def test_saving_goes_on_when_the_clock_goes_back_a_year(tmp_path: Path) -> None:
    start = datetime(2026, 5, 31, tzinfo=UTC)
    moments = iter(
        [start, *(start - timedelta(days=365) + timedelta(hours=hour) for hour in range(100))]
    )
    vault = Vault.open(tmp_path, now=lambda: next(moments))
    for number in range(40):
        save(vault, f"r{number}")
    assert len(open_vault(tmp_path).read("2026")["win"]) == 40
    assert [found.number for found in vault.history()][:20] == list(range(41, 21, -1))


@pytest.mark.parametrize(
    "moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)]
)
def test_the_first_and_last_year_there_is_can_be_saved_pruned_and_read(
    tmp_path: Path, moment: datetime
) -> None:
    vault = Vault.open(tmp_path, now=lambda: moment)
    for number in range(40):
        save(vault, f"r{number}", "1")
        save(vault, f"r{number}", "9999")
    assert vault.history()[0].saved_at == moment
    assert [len(tables["win"]) for tables in everything(open_vault(tmp_path)).values()] == [40, 40]


def test_files_no_generation_names_go_only_when_they_are_old(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, now=clock(step=timedelta(0)))
    data = tmp_path / "data"
    for number in range(63):
        save(vault, "a", text=str(number))
        if number == 0:
            (data / "2026-000002-abcdef.json").write_bytes(b"{}")
        if number == 61:
            (data / "2026-000062-abcdef.json").write_bytes(b"{}")
            (tmp_path / "manifests" / "000003-abcdef.tmp").write_bytes(b"{")
    assert vault.generation == 64
    names = {path.name for path in data.iterdir()}
    assert "2026-000002-abcdef.json" not in names
    assert "2026-000062-abcdef.json" in names
    assert not list((tmp_path / "manifests").glob("*.tmp"))
    assert len(vault.history()) == 20


def test_nothing_is_pruned_while_the_newest_does_not_verify(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, now=clock(step=timedelta(0)))
    for number in range(39):
        save(vault, "a", text=str(number))
    before = {path.name for path in (tmp_path / "manifests").iterdir()}
    newest = max((tmp_path / "data").iterdir(), key=lambda path: path.name)
    newest.write_bytes(b"x" * newest.stat().st_size)
    retention.prune(vault.place)
    assert {path.name for path in (tmp_path / "manifests").iterdir()} == before


def test_what_a_pinned_generation_names_stays(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, now=clock(step=timedelta(0)))
    save(vault, "a", text="pinned")
    assert vault.head.manifest is not None
    stay = retention.kept([Saved(number, "2026-01-01T00:00:00") for number in range(1, 100)], [2])
    assert stay == {2, *range(80, 100)}
