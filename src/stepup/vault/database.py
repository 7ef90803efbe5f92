"""TinyDB over one shard: its own storage, ids of our own, whole documents only."""

from collections.abc import Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Row
from tinydb.table import Table

from stepup.vault.migrations import Document, Tables


class ShardStorage(Storage):
    """Holds a shard's tables between the bytes read and the bytes to be written.

    TinyDB reads and writes everything at every act; here both are an assignment, and the shard is decoded and encoded
    once per commit, however many records it brings.
    """

    def __init__(self, tables: Tables) -> None:
        """Start from tables; they are not changed."""
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables, in a dict that TinyDB may change."""
        return dict(self.tables)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take data as the shard's tables."""
        self.tables = data


class _RecordTable(Table):
    # TinyDB would count 1, 2, 3 and hand out a number again after a deletion.
    document_id_class = str  # type: ignore[assignment]  # TinyDB's stubs say int, its manual says any class


class ShardDatabase(TinyDB):
    """A TinyDB whose tables have text ids."""

    table_class = _RecordTable

    def replace(self, table: str, documents: Mapping[str, Document | None]) -> None:
        """Take out every id of documents and put in those that are not None.

        Never TinyDB's update or upsert: they merge, and a field that was cleared would come back.
        """
        rows = self.table(table, cache_size=0)
        present = self.storage.read() or {}
        old: list[Any] = [key for key in documents if key in present.get(table, {})]
        new = [(key, document) for key, document in documents.items() if document is not None]
        if old:
            rows.remove(doc_ids=old)
        if new:
            rows.insert_multiple(Row(document, key) for key, document in new)  # type: ignore[arg-type]  # as above
