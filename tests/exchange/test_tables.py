"""A table of every kind: its own reader gives back every field, and no text of the person's is a formula."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.made_up import RECORDS as MADE_UP

from stepup.domain.kinds import RECORDS, tombstone
from stepup.domain.problem import Problem
from stepup.domain.record import Record
from stepup.exchange.csv_text import decode
from stepup.exchange.tables import fields_of, kind_table, read_kind_table
from stepup.i18n import LANGUAGES, Language, set_language
from stepup.words.records import FIELDS, KINDS, field_name


def written(record: Record) -> dict[str, Any]:
    """A document without fields that are blank: a blank cell is a field without a value."""
    known = type(record).model_fields
    return {
        name: value
        for name, value in record.document().items()
        if value not in (None, "") or name not in known
    }


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_field_of_every_kind_comes_back(kind: str) -> None:
    several = st.lists(MADE_UP[kind], max_size=3, unique_by=lambda record: record.id)

    @settings(max_examples=8)
    @given(several, st.sampled_from(LANGUAGES))
    def comes_back(records: list[Record], language: Language) -> None:
        set_language(language)
        table = kind_table(kind, [record.document() for record in records])
        set_language("en")
        found = {one["id"]: one for one in read_kind_table(kind, table)}
        assert found == {record.id: written(record) for record in records}

    comes_back()


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_kind_and_every_field_has_a_name_of_its_own_in_both_languages(kind: str) -> None:
    assert kind in KINDS
    for language in LANGUAGES:
        set_language(language)
        names = [field_name(kind, name) for name in fields_of(kind)]
        assert set(fields_of(kind)) <= FIELDS.keys()
        assert len(set(names)) == len(names), f"{kind}: two fields of one name"


def test_a_kind_and_a_field_of_a_newer_version_are_written_too() -> None:
    odd = {"id": "k", "stars": 7, "name": "=x", "in": [1, {"a": None}], "on": True}
    assert read_kind_table("constellation", kind_table("constellation", [odd])) == [odd]
    newer = {"id": "a", "day": "2026-01-01", "text": "a", "cat": "-1"}
    assert read_kind_table("win", kind_table("win", [newer])) == [newer]


def test_numbers_are_numbers_and_texts_are_never_formulas() -> None:
    value = {"id": "v", "day": "2026-01-01", "number": "n", "value": "-6.5"}
    rows = kind_table("own_value", [value]).decode("utf-8-sig").splitlines()
    assert ",-6.5," in rows[1]
    wins = [{"id": str(n), "text": f"{sign}1+1"} for n, sign in enumerate("=+-@＝＋－＠")]
    table = kind_table("win", wins)
    assert table.startswith(b"\xef\xbb\xbf")
    assert table.count(b"\r\n") == 9
    for line in table.decode("utf-8-sig").splitlines()[1:]:
        assert ",'" in line
    assert [row[2] for row in decode(table)[1:]] == [one["text"] for one in wins]


def test_what_was_taken_away_is_not_in_it_and_the_order_is_that_of_days() -> None:
    late, early = {"id": "a", "day": "2026-01-02"}, {"id": "b", "day": "2026-01-01"}
    table = kind_table("looked", [late, tombstone("c", "2026-01-01T00:00:00Z"), early])
    assert [one["id"] for one in read_kind_table("looked", table)] == ["b", "a"]
    assert table == kind_table("looked", [early, late])


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b'a,b\r\n"', b"Id,Text\r\na\r\n", b"Place in the list\r\nx\r\n"]
)
def test_what_is_no_table_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(Problem):
        read_kind_table("some_day", data)
