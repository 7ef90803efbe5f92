"""A file from elsewhere, read within bounds: nothing is unpacked, and nothing is taken on trust."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Self

from stepup.domain.problem import Problem, ProblemCode

MOST_BYTES: Final = 64 << 20
"""The most text a file, or all that is read of a zip, may hold: far more than a life of notes."""
MOST_FILES: Final = 20_000
MOST_RATIO: Final = 200
_LARGE: Final = 1 << 20
_MOST_DIRECTORY: Final = 16 << 20
_CHUNK: Final = 1 << 16
_ZIP: Final = b"PK\x03\x04"
_END: Final = b"PK\x05\x06"


class Source:
    """One file, open for reading; `close` it. `name` is its last part alone."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self.name = name
        self._stream = stream
        self._size = stream.seek(0, os.SEEK_END)
        self._archive: zipfile.ZipFile | None = None
        self._left = MOST_BYTES

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an ordinary file.

        Raises:
            Problem: file_not_regular; io_error.
        """
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(path, flags)
        except (OSError, ValueError) as error:
            raise _unread(error, path.name) from None
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise Problem(ProblemCode.FILE_NOT_REGULAR, file=path.name)
        return cls(path.name, os.fdopen(descriptor, "rb"))

    @classmethod
    def of(cls, name: str, data: bytes) -> Self:
        """Return a source of bytes at hand."""
        return cls(name, io.BytesIO(data))

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def beginning(self, size: int = 4096) -> bytes:
        """Return the first bytes.

        Raises:
            Problem: io_error.
        """
        return self._read(size)

    @property
    def is_zip(self) -> bool:
        """Whether it begins as a zip does."""
        return self.beginning(4) == _ZIP

    def data(self) -> bytes:
        """Return all of it.

        Raises:
            Problem: incoming_too_large, io_error.
        """
        if self._size > MOST_BYTES:
            raise _too_large(self.name, self._size)
        return self._read(MOST_BYTES)

    def _read(self, size: int) -> bytes:
        try:
            self._stream.seek(0)
            return self._stream.read(size)
        except OSError as error:
            raise _unread(error, self.name) from None

    # A zip

    def names(self) -> list[str]:
        """Return the names of the files in the zip.

        Raises:
            Problem: incoming_zip, incoming_too_large.
        """
        return [info.filename for info in self._infos() if not info.is_dir()]

    def member(self, name: str) -> Source:
        """Return one file of the zip, read within bounds, its own size not believed.

        Raises:
            Problem: incoming_zip, incoming_too_large.
        """
        with self._as_problems(), self._zip().open(name) as member:
            parts, size = [], 0
            while part := member.read(_CHUNK):
                size += len(part)
                if size > self._left:
                    raise _too_large(self.name, MOST_BYTES + 1)
                parts.append(part)
        self._left -= size
        return Source.of(name, b"".join(parts))

    def _zip(self) -> zipfile.ZipFile:
        if self._archive is None:
            self._check_directory()
            with self._as_problems():
                self._archive = zipfile.ZipFile(self._stream)
            self._check(self._archive.infolist())
        return self._archive

    def _infos(self) -> list[zipfile.ZipInfo]:
        return self._zip().infolist()

    def _check_directory(self) -> None:
        """Refuse a list of files that would fill the memory before it is read."""
        tail = min(self._size, len(_END) + 18 + 0xFFFF)
        try:
            self._stream.seek(self._size - tail)
            end = self._stream.read(tail)
        except OSError as error:
            raise _unread(error, self.name) from None
        at = end.rfind(_END)
        if at < 0 or len(end) < at + 22:
            raise self._bad("zip")
        count, size = struct.unpack_from("<HI", end, at + 10)
        if count > MOST_FILES:
            raise self._bad("count")
        if size > _MOST_DIRECTORY:
            raise self._bad("size")

    def _check(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > MOST_FILES:
            raise self._bad("count")
        names = [info.filename for info in infos]
        if len(set(names)) != len(names) or not all(map(_is_plain, infos)):
            raise self._bad("name")
        if any(_is_bomb(info) for info in infos):
            raise self._bad("size")

    @contextmanager
    def _as_problems(self) -> Iterator[None]:
        try:
            yield
        except (
            zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError,
            ValueError, OSError, KeyError, struct.error,
        ):  # fmt: skip
            raise self._bad("zip") from None

    def _bad(self, why: str) -> Problem:
        return Problem(ProblemCode.INCOMING_ZIP, file=self.name, why=why)


def _is_plain(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    parts = name.rstrip("/").split("/")
    kind = stat.S_IFMT(info.external_attr >> 16)
    return (
        not any(part in ("", ".", "..") for part in parts)
        and "\\" not in info.orig_filename
        and "\0" not in info.orig_filename
        and ":" not in parts[0]
        and kind in {0, stat.S_IFREG, stat.S_IFDIR}
    )


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _LARGE and info.file_size > info.compress_size * MOST_RATIO


def _too_large(name: str, size: int) -> Problem:
    return Problem(
        ProblemCode.INCOMING_TOO_LARGE,
        file=name, size_mib=-(-size // (1 << 20)), limit_mib=MOST_BYTES >> 20,
    )  # fmt: skip


def _unread(error: Exception, name: str) -> Problem:
    import errno

    code = errno.errorcode.get(getattr(error, "errno", 0) or 0, "EINVAL")
    return Problem(ProblemCode.INCOMING_NOT_READ, file=name, error=code)
