"""Searching a shard's bytes: the records in which words stand are decoded, and no others."""

import re

import orjson
from hypothesis import given
from hypothesis import strategies as st

from stepup.vault import shards

WORDS = st.text('ab{}[]",:\n\\ 窓', max_size=8)
TABLES = st.dictionaries(
    st.sampled_from(["win", "a", "journal"]),
    st.dictionaries(WORDS, st.fixed_dictionaries({"text": WORDS, "of": st.lists(WORDS)})),
)


@given(TABLES, st.sampled_from(["a", "b", "窓", "{", ":", "win", '"', "\\\\", "text"]))
def test_what_is_found_is_each_record_in_whose_line_the_words_stand(
    tables: dict[str, dict[str, dict[str, object]]], words: str
) -> None:
    pattern = re.compile(re.escape(words.encode()))
    expected = {
        name: {
            key: document
            for key, document in table.items()
            if pattern.search(orjson.dumps(key) + b": " + orjson.dumps(document))
        }
        for name, table in tables.items()
    }

    found = shards.matching(shards.encode(tables), pattern)

    assert found == {name: table for name, table in expected.items() if table}
