"""What a commit promises: whole documents, both versions of a conflict, nothing lost, no generation for nothing."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.support import document, everything, new, open_vault, save

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Put, Tables, Vault, database, shards

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(
    st.sampled_from(["win", "sleep"]),
    st.dictionaries(TEXT.filter(bool), st.dictionaries(TEXT, JSON, max_size=4)),
)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return open_vault(tmp_path / "vault")


def test_what_is_put_is_read_again(vault: Vault) -> None:
    vault.commit([new("a", text="風呂"), new("g", "core", "goal", text="walk")], ["two"])
    assert everything(vault) == {
        "core": {"goal": {"g": document("g", text="walk")}},
        "2026": {"win": {"a": document("a", text="風呂")}},
    }
    assert everything(open_vault(vault.root)) == everything(vault)


@given(tables=TABLES)
def test_a_shard_comes_back_as_it_was(tables: Tables) -> None:
    found = shards.decode(shards.encode(tables))
    assert found == {name: table for name, table in tables.items() if table}


@given(tables=TABLES)
def test_a_shard_is_one_record_a_line_for_an_editor(tables: Tables) -> None:
    lines = shards.encode(tables).decode().split("\n")
    assert len(lines) - 1 == shards.lines(tables)
    records = [line for line in lines if line.startswith('"') and not line.endswith(": {")]
    assert len(records) == sum(len(table) for table in tables.values())


def test_a_cleared_field_stays_cleared(vault: Vault) -> None:
    save(vault, "a", text="one", note="two")
    save(vault, "a", text="one")
    assert vault.read("2026")["win"]["a"] == document("a", text="one")


def test_a_record_and_a_table_from_a_newer_version_are_left_as_they_are(vault: Vault) -> None:
    unknown = new("x", table="from_later", weather={"sky": ["clear"]})
    vault.commit([unknown, new("b", mood=3, aura="violet")], ["later"])
    save(vault, "a", text="now")
    tables = vault.read("2026")
    assert tables["from_later"] == {"x": unknown.document}
    assert tables["win"]["b"]["aura"] == "violet"


def test_puts_that_change_nothing_make_no_generation(vault: Vault) -> None:
    generation = save(vault, "a", text="one")
    assert save(vault, "a", text="one") == generation


def test_a_record_changed_in_two_windows_keeps_both_versions_the_newer_on_top(vault: Vault) -> None:
    save(vault, "a", text="first")
    other = open_vault(vault.root)
    save(other, "a", text="theirs")
    seen = document("a", text="first")
    committed = vault.commit([Put("2026", "win", "a", document("a", text="ours"), seen)], ["edit"])
    (copy,) = committed.copies
    assert vault.read("2026")["win"] == {
        "a": document("a", text="ours"),
        copy: {"id": copy, "text": "theirs", "copy_of": "a"},
    }
    assert committed.changed == {"2026"}


def test_the_same_conflict_twice_keeps_one_copy(vault: Vault) -> None:
    save(vault, "a", text="theirs")
    ours = Put("2026", "win", "a", document("a", text="ours"), None)
    first = vault.commit([ours], ["edit"])
    save(vault, "a", text="theirs")
    second = vault.commit([ours], ["edit"])
    assert len(first.copies) == 1
    assert second.copies == ()
    assert len(vault.read("2026")["win"]) == 2


def test_of_a_single_record_the_newer_simply_wins(vault: Vault) -> None:
    save(vault, "p", "core", "preferences", theme="dark")
    put = Put("core", "preferences", "p", document("p", theme="light"), None, keep_both=False)
    assert vault.commit([put], ["theme"]).copies == ()
    assert vault.read("core")["preferences"] == {"p": document("p", theme="light")}


def test_a_commit_made_again_is_not_taken_for_someone_elses(vault: Vault) -> None:
    puts = [
        new("a", text="1"),
        Put("2026", "win", "a", document("a", text="2"), document("a", text="1")),
    ]
    first = vault.commit(puts[:1], ["one"])
    again = vault.commit(puts, ["one", "two"])
    once_more = vault.commit(puts, ["one", "two"])
    assert (first.copies, again.copies, once_more.copies) == ((), (), ())
    assert vault.read("2026")["win"] == {"a": document("a", text="2")}


def test_a_commit_tells_which_shards_someone_else_wrote(vault: Vault) -> None:
    save(vault, "a")
    other = open_vault(vault.root)
    save(other, "g", "core", "goal")
    committed = vault.commit([new("b")], ["b"])
    assert committed.changed == {"core"}
    assert vault.commit([new("c")], ["c"]).changed == frozenset()


def test_refresh_names_what_changed_and_then_nothing(vault: Vault) -> None:
    save(vault, "a")
    other = open_vault(vault.root)
    save(vault, "b")
    assert other.refresh() == {"2026"}
    assert other.refresh() == frozenset()
    assert set(other.read("2026")["win"]) == {"a", "b"}


def test_a_record_moves_to_another_shard_in_one_commit(vault: Vault) -> None:
    save(vault, "g", "core", "goal", open=True)
    closed = document("g", open=False)
    move = [
        Put("core", "goal", "g", None, document("g", open=True)),
        Put("2026", "goal", "g", closed, None),
    ]
    vault.commit(move, ["closed"])
    assert everything(vault) == {"core": {}, "2026": {"goal": {"g": closed}}}


def test_an_edit_of_a_record_that_another_window_moved_leaves_its_id_in_one_shard(
    vault: Vault,
) -> None:
    seen = document("g", text="open")
    save(vault, "g", "core", "goal", text="open")
    other = open_vault(vault.root)
    closed = document("g", text="closed")
    other.commit(
        [Put("core", "goal", "g", None, seen), Put("2026", "goal", "g", closed, None)], ["closed"]
    )
    committed = vault.commit(
        [Put("core", "goal", "g", document("g", text="edited"), seen)], ["edit"]
    )
    (copy,) = committed.copies
    assert committed.changed == {"core", "2026"}
    assert everything(vault) == {
        "core": {"goal": {"g": document("g", text="edited")}},
        "2026": {"goal": {copy: {"id": copy, "text": "closed", "copy_of": "g"}}},
    }


def test_an_edit_of_a_record_that_another_window_erased_brings_it_back(vault: Vault) -> None:
    save(vault, "a", text="one")
    seen = document("a", text="one")
    open_vault(vault.root).commit([Put("2026", "win", "a", None, seen, erase=True)], ["erase"])
    vault.commit([Put("2026", "win", "a", document("a", text="two"), seen)], ["edit"])
    assert vault.read("2026")["win"] == {"a": document("a", text="two")}


def test_a_label_with_half_a_character_stops_no_save(vault: Vault) -> None:
    vault.commit([new("a")], ["good \ud83d"])
    assert vault.history()[0].labels == ("good ?",)


def test_a_record_cannot_vanish_without_being_erased(vault: Vault) -> None:
    save(vault, "a", text="kept")
    gone = Put("2026", "win", "a", None, document("a", text="kept"))
    with pytest.raises(Problem) as refused:
        vault.commit([gone], ["gone"])
    assert refused.value.code is ProblemCode.SHRINK_REFUSED
    assert vault.read("2026")["win"] == {"a": document("a", text="kept")}


def test_an_explicit_erase_takes_the_record_out(vault: Vault) -> None:
    save(vault, "a")
    save(vault, "b")
    vault.commit([Put("2026", "win", "a", None, document("a"), erase=True)], ["erase"])
    assert set(vault.read("2026")["win"]) == {"b"}


def test_a_dropped_table_is_refused_and_nothing_is_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.commit([new("s", table="sleep"), new("a")], ["both"])
    before = vault.generation

    def drop_sleep(self: database.ShardDatabase, table: str, documents: object) -> None:
        self.drop_table("sleep")

    monkeypatch.setattr(database.ShardDatabase, "replace", drop_sleep)
    with pytest.raises(Problem) as refused:
        vault.commit([new("b")], ["b"])
    assert refused.value.code is ProblemCode.SHRINK_REFUSED
    assert refused.value.details == {"shard": "2026", "table": "sleep", "records": 1}
    monkeypatch.undo()
    assert open_vault(vault.root).generation == before
    assert set(vault.read("2026")) == {"sleep", "win"}


def test_shards_are_named_core_first_then_newest_year(vault: Vault) -> None:
    for shard in ("2024", "core", "9999", "1", "2026"):
        save(vault, "a", shard)
    assert vault.shards() == ("core", "9999", "2026", "2024", "1")


def test_history_names_every_save_newest_first(vault: Vault) -> None:
    vault.commit([new("a")], ["a win", "another"], alone=True)
    save(vault, "b")
    newest, older, first = vault.history()
    assert (newest.number, newest.parent, newest.records, newest.alone) == (3, 2, 2, False)
    assert (older.labels, older.alone) == (("a win", "another"), True)
    assert (first.number, first.parent, first.records) == (1, None, 0)


def test_changes_tell_what_one_save_did(vault: Vault) -> None:
    save(vault, "a", text="one")
    generation = save(vault, "a", text="two")
    save(vault, "b")
    assert vault.changes(generation) == [
        ("2026", "win", "a", document("a", text="one"), document("a", text="two"))
    ]


def test_going_back_makes_a_new_generation_that_names_old_files(vault: Vault) -> None:
    number = save(vault, "a", text="one")
    save(vault, "a", text="two")
    save(vault, "g", "core", "goal")
    files = set((vault.root / "data").iterdir())
    committed = vault.restore_generation(number)
    assert committed.generation == 5
    assert committed.changed == {"core", "2026"}
    assert everything(vault) == {"2026": {"win": {"a": document("a", text="one")}}}
    assert set((vault.root / "data").iterdir()) == files
    vault.restore_generation(4)
    assert everything(vault)["core"] == {"goal": {"g": document("g")}}


@pytest.mark.parametrize("number", [0, 99])
def test_a_generation_that_never_was_cannot_be_gone_back_to(vault: Vault, number: int) -> None:
    save(vault, "a")
    with pytest.raises(Problem) as refused:
        vault.restore_generation(number)
    assert refused.value.code is ProblemCode.NO_SUCH_GENERATION


def test_a_generation_whose_file_is_gone_is_not_gone_back_to(vault: Vault) -> None:
    number = save(vault, "a", text="one")
    save(vault, "a", text="two")
    next((vault.root / "data").glob(f"2026-{number:06d}-*")).unlink()
    with pytest.raises(Problem) as refused:
        vault.restore_generation(number)
    assert refused.value.code is ProblemCode.GENERATION_GONE
    assert vault.read("2026")["win"]["a"]["text"] == "two"


def test_search_finds_what_stands_on_disk_and_nothing_in_a_year_that_is_not_there(
    vault: Vault,
) -> None:
    save(vault, "a", text="散歩")
    save(vault, "b", text="窓")
    walk = re.compile("散歩".encode())
    assert vault.find("2026", walk) == {"win": {"a": document("a", text="散歩")}}
    assert vault.find("1999", walk) == {}
