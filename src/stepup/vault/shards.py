"""A shard's bytes and tables: read from disk and verified, changed through TinyDB, written one record a line."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

import orjson

from stepup.domain.kinds import is_tombstone
from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.layout import Place
from stepup.vault.manifest import ShardEntry
from stepup.vault.migrations import Document, Tables

_TABLE = b'": {\n'


def encode(tables: Tables) -> bytes:
    """Tables as JSON with one record a line, so that a person can read it in an editor; the same for the same content.

    A table without records is left out.
    """
    parts = (_encode_table(name, tables[name]) for name in sorted(tables) if tables[name])
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def lines(tables: Tables) -> int:
    """Count the lines `encode` makes: the only line ends in JSON are those between records."""
    filled = [table for table in tables.values() if table]
    return 2 + (not filled) + sum(len(table) + 2 for table in filled)


def decode(data: bytes) -> Tables:
    """The tables in a shard's bytes; raises ValueError when they are no shard."""
    tables = orjson.loads(data)
    if not isinstance(tables, dict):
        raise ValueError  # noqa: TRY004 - callers treat all bad bytes alike
    for table in tables.values():
        if not isinstance(table, dict) or not all(
            isinstance(document, dict) for document in table.values()
        ):
            raise ValueError
    return tables


def matching(data: bytes, pattern: re.Pattern[bytes]) -> Tables:
    """Return the records of a shard's bytes in whose line the pattern is found; only those are decoded."""
    found: Tables = {}
    table, table_end, line_end = "", 0, 0
    for match in pattern.finditer(data):
        if match.start() < line_end:
            continue  # the same record once more
        start = data.rfind(b"\n", 0, match.start()) + 1
        line_end = data.find(b"\n", match.end())
        record = data[start:line_end].rstrip(b",")
        if record.endswith(b"{"):
            continue  # the name of a table
        if start >= table_end:
            heading = data.rfind(_TABLE, 0, start)
            table = orjson.loads(data[data.rfind(b"\n", 0, heading) + 1 : heading + 1])
            table_end = data.find(b"\n}", start)
        found.setdefault(table, {}).update(orjson.loads(b"{" + record + b"}"))
    return found


def count(tables: Tables) -> int:
    """Records in all tables together."""
    return sum(len(table) for table in tables.values())


def taken_away(tables: Tables) -> int:
    """Count the records of which only that they were taken away is kept."""
    return sum(is_tombstone(document) for table in tables.values() for document in table.values())


def load(place: Place, shard: str, entry: ShardEntry, generation: int) -> bytes:
    """Read a shard's plain bytes and prove that they are those that were saved.

    Raises FileNotFoundError, Problem(SHARD_DAMAGED or FILE_NOT_REGULAR), or OSError.
    """
    return _open(place, shard, entry, generation, place.disk.read(place.data / entry.file))


def load_tables(place: Place, shard: str, entry: ShardEntry, generation: int) -> Tables:
    """Read a shard's tables as they were written. Raises as `load` does."""
    return verify(place, shard, entry, generation, place.disk.read(place.data / entry.file))


def verify(place: Place, shard: str, entry: ShardEntry, generation: int, sealed: bytes) -> Tables:
    """Take the tables out of a shard's file; raises Problem(SHARD_DAMAGED) when bytes, form or counts are wrong."""
    try:
        tables = decode(_open(place, shard, entry, generation, sealed))
    except ValueError:
        raise damaged(shard, entry, generation) from None
    if count(tables) != entry.records:
        raise damaged(shard, entry, generation)
    return tables


def describe(name: str, sealed: bytes, tables: Tables) -> ShardEntry:
    """Make the entry by which a manifest names a shard's file."""
    return ShardEntry(name, len(sealed), hashlib.sha256(sealed).hexdigest(), count(tables))


def damaged(shard: str, entry: ShardEntry, generation: int) -> Problem:
    """The problem of a shard whose bytes are not what was saved."""
    return Problem(ProblemCode.SHARD_DAMAGED, shard=shard, file=entry.file, generation=generation)


def missing(shard: str, entry: ShardEntry, generation: int) -> Problem:
    """The problem of a shard whose file is not there."""
    return Problem(ProblemCode.SHARD_MISSING, shard=shard, file=entry.file, generation=generation)


def replace_documents(
    tables: Tables, changes: Mapping[str, Mapping[str, Document | None]]
) -> Tables:
    """Tables with whole documents put (or, for None, taken out), through TinyDB."""
    from stepup.vault.database import ShardDatabase, ShardStorage  # TinyDB: needed only when saving

    storage = ShardStorage(tables)
    with ShardDatabase(storage=lambda: storage) as database:
        for name, documents in changes.items():
            database.replace(name, documents)
    return storage.tables


def _encode_table(name: str, table: Mapping[str, Document]) -> bytes:
    lines: Iterable[bytes] = (
        orjson.dumps(key) + b": " + orjson.dumps(table[key]) for key in sorted(table)
    )
    return orjson.dumps(name) + b": {\n" + b",\n".join(lines) + b"\n}"


def _open(place: Place, shard: str, entry: ShardEntry, generation: int, sealed: bytes) -> bytes:
    if len(sealed) == entry.size and hashlib.sha256(sealed).hexdigest() == entry.sha256:
        with suppress(ValueError):
            return place.envelope.open(sealed)
    raise damaged(shard, entry, generation)
