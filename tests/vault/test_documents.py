"""Fault 20, for records: what JSON cannot carry back unchanged never gets in."""

from pathlib import Path
from typing import Any

import pytest
from tests.vault.support import document, new, open_vault, snapshot

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import Put, documents


def nested(depth: int) -> dict[str, Any]:
    inner: dict[str, Any] = {}
    for _ in range(depth):
        inner = {"in": inner}
    return inner


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        -float("inf"),
        float("1e400"),
        10**30,
        2**53 + 1,
        "half \ud83d",
        {"half \udc00": 1},
        {1: "a number as a key"},
        b"bytes",
        {"a", "set"},
        object(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_plain_json_is_refused_and_nothing_is_written(
    tmp_path: Path, value: object
) -> None:
    vault = open_vault(tmp_path)
    vault.commit([new("a")], ["a"])
    before = snapshot(tmp_path)
    with pytest.raises(Problem) as refused:
        vault.commit([new("b", deep=[{"value": value}])], ["b"])
    assert refused.value.code is ProblemCode.DOCUMENT_INVALID
    assert refused.value.details == {"table": "win"}
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("depth", [documents.MAX_DEPTH, 1_000, 100_000])
def test_deep_nesting_is_refused_without_running_out_of_stack(tmp_path: Path, depth: int) -> None:
    vault = open_vault(tmp_path)
    with pytest.raises(Problem) as refused:
        vault.commit([new("b", deep=nested(depth))], ["b"])
    assert refused.value.code is ProblemCode.DOCUMENT_TOO_DEEP


@pytest.mark.parametrize(
    "put",
    [
        Put("../../etc", "win", "a", document("a"), None),
        Put("20260", "win", "a", document("a"), None),
        Put("２０２６", "win", "a", document("a"), None),
        Put("2026", "", "a", document("a"), None),
        Put("2026", "win", "", document("a"), None),
        Put("2026", "win", "\ud800", document("a"), None),
        Put("2026", "\ud800", "a", document("a"), None),
    ],
)
def test_a_shard_table_or_id_that_is_no_name_is_refused(tmp_path: Path, put: Put) -> None:
    with pytest.raises(Problem) as refused:
        open_vault(tmp_path / "vault").commit([put], ["x"])
    assert refused.value.code is ProblemCode.DOCUMENT_INVALID
    assert not (tmp_path / "vault").exists()


def test_hostile_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "[/] [red] ]]> <b> \x1b]52;c;AAAA\x07 \u202e \x00 \u2028" + "あ" * 5_000
    vault = open_vault(tmp_path)
    vault.commit([new("a", text=text)], ["a"])
    assert open_vault(tmp_path).read("2026")["win"]["a"]["text"] == text


def test_a_problem_never_carries_what_the_person_wrote(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        open_vault(tmp_path).commit(
            [Put("2026", "my secret", "a", {"text": float("nan")}, None)], ["secret"]
        )
    assert "secret" not in str(refused.value)
    assert str(refused.value) == "document_invalid (table=?)"
