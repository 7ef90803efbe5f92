"""What happens to a record when it was changed here and elsewhere: pure, on tables in memory."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import documents
from stepup.vault.layout import is_shard
from stepup.vault.migrations import Document, Tables

_COPIES: Final = UUID("5f0a2f0e-7c58-4d55-9b0a-3f8c6f1d2b71")

Key = tuple[str, str]  # table, id


class Put(NamedTuple):
    """One record as it shall stand in one shard.

    `shard` is "core" or a year; `document` the whole document after, None when the record leaves this shard (a move to
    another shard in the same commit, or an explicit erase); `before` what the author of the change had seen, None when
    it was not there. With `keep_both` a version that someone else wrote meanwhile is kept under an id of its own.
    """

    shard: str
    table: str
    id: str
    document: Document | None
    before: Document | None
    keep_both: bool = True
    erase: bool = False


class Merged(NamedTuple):
    """What to write into one shard: per table and id the document (None: take it out), and ids given to copies."""

    changes: dict[str, dict[str, Document | None]]
    copies: tuple[str, ...]


def check(puts: Sequence[Put]) -> None:
    """Raise Problem unless every document can be kept and no record vanishes without being told to."""
    named = {shard for shard in {put.shard for put in puts} if is_shard(shard)}
    for put in puts:
        if put.shard not in named or not put.table or not put.id:
            raise Problem(
                ProblemCode.DOCUMENT_INVALID, table=put.table if put.table.isidentifier() else "?"
            )
        if not (put.id.isascii() and put.table.isascii()):
            documents.check(put.table, {put.table: put.id})
        if put.document is not None:
            documents.check(put.table, put.document)
    leaving = [put for put in puts if put.document is None]
    arriving = {
        (put.table, put.id): put.shard
        for put in (puts if leaving else ())
        if put.document is not None
    }
    for put in leaving:
        if not put.erase and arriving.get((put.table, put.id), put.shard) == put.shard:
            raise Problem(ProblemCode.SHRINK_REFUSED, shard=put.shard, table=put.table, records=1)


def merge(tables: Tables, puts: Sequence[Put]) -> Merged:
    """What puts (all of one shard, in the order they were made) come to against the tables now on disk.

    Several puts of one record count as one: what any of them had seen or written is known to us, so that a commit whose
    outcome was unclear can be made again without mistaking its own result for someone else's.
    """
    merged: dict[str, dict[str, Document | None]] = {}
    copies: list[str] = []
    for (table, key), chain in _by_record(puts).items():
        changes: dict[str, Document | None] = {}
        theirs = tables.get(table, {}).get(key)
        if theirs is not None and any(put.keep_both for put in chain) and not _known(theirs, chain):
            copy_id, copy = beside(theirs, key)
            if copy_id not in tables.get(table, {}):
                changes[copy_id] = copy
                copies.append(copy_id)
        last = chain[-1].document
        if theirs is None or last is None:
            differs = theirs is not last
        else:
            differs = documents.canonical(theirs) != documents.canonical(last)
        if differs:
            changes[key] = last
        if changes:
            merged.setdefault(table, {}).update(changes)
    return Merged(merged, tuple(copies))


def _by_record(puts: Sequence[Put]) -> dict[Key, list[Put]]:
    chains: dict[Key, list[Put]] = {}
    for put in puts:
        chains.setdefault((put.table, put.id), []).append(put)
    return chains


def _known(theirs: Document, chain: Sequence[Put]) -> bool:
    found = documents.canonical(theirs)
    return any(
        documents.canonical(seen) == found for put in chain for seen in (put.before, put.document)
    )


def beside(theirs: Document, key: str) -> tuple[str, Document]:
    """Return the id and the document under which another version of a record is kept beside it.

    The same version has the same id wherever and whenever it is kept.
    """
    copy_id = str(uuid5(_COPIES, key + documents.canonical(theirs).decode()))
    copy = {**theirs, "copy_of": key}
    if "id" in theirs:
        copy["id"] = copy_id
    return copy_id, copy
