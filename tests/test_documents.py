"""The documents name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stepup.domain.kinds import RECORDS

DOCS = Path(__file__).resolve().parent.parent / "docs"
ROW = re.compile(r"^\| `(\w+)`(?: \([^)]*\))? \| (.*) \|$", re.MULTILINE)


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_every_kind_and_field_is_described_in_the_page_of_the_json_export(kind: str) -> None:
    text = (DOCS / "export-json.md").read_text(encoding="utf-8")
    rows = dict(ROW.findall(text))
    assert kind in rows, f"no row for {kind}"
    fields = set(RECORDS[kind].model_fields) - {"id", "copy_of", "day", "at"}
    assert {name for name in fields if f"`{name}`" not in rows[kind]} == set()
