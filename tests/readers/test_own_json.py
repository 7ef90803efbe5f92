"""stepup's own JSON comes back whole, and nothing that is not an entry comes in."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from tests.readers.support import of, reasons, taken

from stepup.domain.incoming import Reason
from stepup.domain.problem import Problem, ProblemCode

WIN: dict[str, Any] = {
    "id": "a", "day": "2026-05-31", "at": "2026-05-31T22:00:00+09:00", "text": "a", "for_someone": False,
}  # fmt: skip


def export(records: object, version: object = 1) -> bytes:
    return orjson.dumps({"form": "stepup export", "version": version, "records": records})


def test_fields_and_kinds_of_a_newer_version_are_kept_as_they_are() -> None:
    newer = {**WIN, "newer": {"a": [1, None]}, "none": None}
    dream = {"id": "d", "day": "2025-01-02", "deep": [[1.5]]}
    undated = {"id": "e", "day": "some day"}
    source = export({"win": [newer], "dream": [dream, undated]})

    found = read_unheld(source)
    assert [(one.shard, one.document) for one in found.proposed] == [
        ("2026", newer), ("2025", dream), ("core", undated),
    ]  # fmt: skip


def read_unheld(source: bytes) -> Any:
    from stepup.domain.incoming import Answers
    from stepup.exchange.readers.formats import read
    from stepup.exchange.readers.source import Source

    return read("stepup", Source.of("export.json", source), Answers())


def test_text_is_filtered_as_any_other() -> None:
    incoming = taken("stepup", export({"win": [{**WIN, "text": "a\x1b[31m\u202eb"}]}))

    assert of(incoming, "win")[0]["text"] == "a[31mb"


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({**WIN, "day": "2026-13-01"}, "win"), ({**WIN, "text": 3}, "win"), ("a", "win"),
        ({**WIN, "id": 3}, "win.id"), ({**WIN, "id": ""}, "win.id"), ({**WIN, "id": "x" * 300}, "win.id"),
        ({**WIN, "deleted": "2026"}, "win"), ({**WIN, "newer": 2**60}, "win"), ({**WIN, "text": "a" * 300_000}, "win"),
    ],
)  # fmt: skip
def test_an_entry_that_does_not_fit_is_named_and_the_others_come_in(
    document: object, field: str
) -> None:
    incoming = taken("stepup", export({"win": [{**WIN, "id": "b"}, document]}))

    assert reasons(incoming) == [(2, field, Reason.NOT_UNDERSTOOD)]
    assert [one["id"] for one in of(incoming, "win")] == ["b"]


def test_an_id_stands_once() -> None:
    assert reasons(taken("stepup", export({"win": [WIN, WIN]}))) == [
        (2, "win.id", Reason.NOT_UNDERSTOOD)
    ]


def test_an_entry_nested_more_deeply_than_is_kept_is_named() -> None:
    deep: object = 1
    for _level in range(70):
        deep = [deep]

    assert reasons(taken("stepup", export({"win": [{**WIN, "newer": deep}]}))) == [
        (1, "win", Reason.NOT_UNDERSTOOD)
    ]


def test_a_newer_form_is_refused() -> None:
    with pytest.raises(Problem) as refused:
        taken("stepup", export({}, version=2))

    assert refused.value.code is ProblemCode.INCOMING_NEWER


@pytest.mark.parametrize("version", [0, -1, "1", None, True, 1.5])
def test_a_version_that_is_none_is_refused(version: object) -> None:
    with pytest.raises(Problem) as refused:
        taken("stepup", export({}, version=version))

    assert refused.value.details["field"] == "version"


@pytest.mark.parametrize("records", [[], None, {"win": {}}, {"win": None}])
def test_records_that_are_no_lists_are_refused(records: object) -> None:
    with pytest.raises(Problem) as refused:
        taken("stepup", export(records))

    assert refused.value.details["field"] == "records"
