"""A manifest names every shard's file as of one generation, and proves itself whole."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

import orjson

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.layout import data_parts, in_reading_order

_HEAD: Final = b'{"sha256":"'
_MIDDLE: Final = b'","body":'
_TAIL: Final = b"}\n"
_HEX: Final = 64


class DamagedError(Exception):
    """Bytes that are not what was saved. Never leaves the vault: a Problem does."""


class ShardEntry(NamedTuple):
    """One shard's file: name, size in bytes, sha256 of what stands on disk, how many records it holds."""

    file: str
    size: int
    sha256: str
    records: int


class Parent(NamedTuple):
    """The generation a commit was made upon, and its manifest's sha256."""

    generation: int
    sha256: str


class Manifest(NamedTuple):
    """One generation. `sha256` is of the body's bytes; "" until it is encoded."""

    generation: int
    parent: Parent | None
    schema: int
    saved_at: str
    labels: tuple[str, ...]
    shards: Mapping[str, ShardEntry]
    pinned: tuple[int, ...] = ()
    alone: bool = False
    sha256: str = ""

    @property
    def records(self) -> int:
        """Records in all shards together."""
        return sum(entry.records for entry in self.shards.values())


def encode(manifest: Manifest) -> tuple[Manifest, bytes]:
    """The manifest with its sha256, and its bytes."""
    body = orjson.dumps(
        {
            "generation": manifest.generation,
            "parent": _parent_out(manifest.parent),
            "schema": manifest.schema,
            "saved_at": manifest.saved_at,
            "labels": manifest.labels,
            "pinned": manifest.pinned,
            "alone": manifest.alone,
            "shards": {
                name: _entry_out(manifest.shards[name])
                for name in in_reading_order(manifest.shards)
            },
        }
    )
    complete = manifest._replace(sha256=sha256(body))
    return complete, _HEAD + complete.sha256.encode() + _MIDDLE + body + _TAIL


def sha256(body: bytes) -> str:
    """Give the checksum by which a body proves itself whole."""
    return hashlib.sha256(body).hexdigest()


def decode(data: bytes, *, known_schema: int) -> Manifest:
    """The manifest in data.

    Raises DamagedError unless every byte is as it was written, and Problem(VAULT_NEWER) when a newer program wrote it.
    """
    start = len(_HEAD) + _HEX + len(_MIDDLE)
    claimed, body = data[len(_HEAD) : len(_HEAD) + _HEX], data[start : -len(_TAIL)]
    framed = (
        data.startswith(_HEAD)
        and data[start - len(_MIDDLE) : start] == _MIDDLE
        and data.endswith(_TAIL)
    )
    if not framed or sha256(body).encode() != claimed:
        raise DamagedError
    try:
        fields = orjson.loads(body)
        if _number(fields["schema"]) > known_schema:
            raise Problem(ProblemCode.VAULT_NEWER, schema=fields["schema"], known=known_schema)
        return _manifest_in(fields, claimed.decode())
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DamagedError from None


def _manifest_in(fields: dict[str, Any], checksum: str) -> Manifest:
    datetime.fromisoformat(fields["saved_at"])
    parent = fields["parent"]
    return Manifest(
        generation=_number(fields["generation"]),
        parent=None
        if parent is None
        else Parent(_number(parent["generation"]), _text(parent["sha256"])),
        schema=_number(fields["schema"]),
        saved_at=fields["saved_at"],
        labels=tuple(_text(label) for label in fields["labels"]),
        shards={name: _entry_in(name, entry) for name, entry in fields["shards"].items()},
        pinned=tuple(_number(number) for number in fields["pinned"]),
        alone=bool(fields["alone"]),
        sha256=checksum,
    )


def _entry_in(shard: str, fields: dict[str, Any]) -> ShardEntry:
    parts = data_parts(fields["file"])
    # A name that leads elsewhere is as bad as a wrong checksum, and so is what is no shard's name.
    if parts is None or parts[0] != shard:
        raise DamagedError
    records = fields["records"]
    if isinstance(records, dict):  # the first manifests told them by table
        records = sum(_number(count) for count in records.values())
    return ShardEntry(
        fields["file"], _number(fields["size"]), _text(fields["sha256"]), _number(records)
    )


def _entry_out(entry: ShardEntry) -> dict[str, Any]:
    return {
        "file": entry.file,
        "size": entry.size,
        "sha256": entry.sha256,
        "records": entry.records,
    }


def _parent_out(parent: Parent | None) -> dict[str, Any] | None:
    return None if parent is None else {"generation": parent.generation, "sha256": parent.sha256}


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise DamagedError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise DamagedError
    return value
