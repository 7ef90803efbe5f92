"""A backup's zip, in memory: written from a generation, and read again with nothing taken on trust."""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import manifest, shards
from stepup.vault.layout import KEYS, README_NAME, Place
from stepup.vault.manifest import DamagedError, Manifest

# Far above what a long life of notes comes to, far below what harms a small computer.
MOST_FILES: Final = 2_000
MOST_BYTES: Final = 1 << 30
MOST_RATIO: Final = 1_000
_LARGE: Final = 1 << 20
_MANIFESTS: Final = "manifests/"
_DATA: Final = "data/"
_FORMER: Final = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the earliest a zip can say; when it was made stands in the manifest
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole backup: its manifest, the bytes of each file by its name in the folder, and its living records."""

    manifest: Manifest
    files: Mapping[str, bytes]
    records: int


def pack(files: Mapping[str, bytes]) -> bytes:
    """Make a zip of files, not compressed: damage in one place then costs one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _FORMER)
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def unpack(place: Place, data: bytes) -> Contents:
    """Read a zip and prove it a whole backup: exact names, no more than the caps, every checksum and count right.

    Raises Problem(BACKUP_INVALID, why=zip|name|count|size|content) or Problem(VAULT_NEWER).
    """
    return proved(place, members(data))


def member(data: bytes, name: str) -> bytes | None:
    """Return one file of a zip, None where there is none of that name. Raises Problem(BACKUP_INVALID)."""
    return members(data).get(name)


def members(data: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name, within the caps. Raises Problem(BACKUP_INVALID)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_all(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        OSError,
    ):
        raise _invalid("zip") from None


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise _invalid("count")
    if sum(info.file_size for info in infos) > MOST_BYTES or any(_is_bomb(info) for info in infos):
        raise _invalid("size")
    names = [info.filename for info in infos]
    if len(set(names)) != len(names) or any(_is_link(info) for info in infos):
        raise _invalid("name")
    left = MOST_BYTES
    files: dict[str, bytes] = {}
    for info in infos:
        files[info.filename] = _read_one(archive, info, left)
        left -= len(files[info.filename])
    return files


def _read_one(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    # The size in the header is only what the zip says of itself.
    parts: list[bytes] = []
    size = 0
    with archive.open(info) as member:
        while part := member.read(_CHUNK):
            size += len(part)
            if size > min(most, info.file_size):
                raise _invalid("size")
            parts.append(part)
    return b"".join(parts)


def proved(place: Place, files: Mapping[str, bytes]) -> Contents:
    """Return what `members` gave as a backup, when it is a whole one. Raises Problem as `unpack` does."""
    names = [name for name in files if name.startswith(_MANIFESTS)]
    number = place.manifest_number(names[0].removeprefix(_MANIFESTS)) if len(names) == 1 else None
    if number is None:
        raise _invalid("name")
    try:
        plain = place.envelope.open(files[names[0]])
        head = manifest.decode(plain, known_schema=place.migrations.schema)
    except (DamagedError, ValueError):
        raise _invalid("content") from None
    expected = {names[0], *(_DATA + entry.file for entry in head.shards.values())}
    beside = {README_NAME, *KEYS} if place.envelope.suffix else {README_NAME}
    if set(files) - beside != expected:
        raise _invalid("name")
    records = head.records
    for shard, entry in head.shards.items():
        try:
            sealed = files[_DATA + entry.file]
            tables = shards.verify(place, shard, entry, head.generation, sealed)
        except Problem:
            raise _invalid("content") from None
        records -= shards.taken_away(tables)
    return Contents(head, files, records)


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _LARGE and info.file_size > info.compress_size * MOST_RATIO


def _is_link(info: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(info.external_attr >> 16)
    return kind not in {0, stat.S_IFREG}


def _invalid(why: str) -> Problem:
    return Problem(ProblemCode.BACKUP_INVALID, why=why)
