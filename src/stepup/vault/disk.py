"""The one place with system calls: small acts on files, each durable or refused.

Every method raises OSError as the system gave it, and Problem(FILE_NOT_REGULAR or VAULT_NOT_A_FOLDER) when
something else stands where a file or folder of ours should be. Tests replace this class by a simulated one.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeVar

from stepup.domain.problem import Problem, ProblemCode

_Result = TypeVar("_Result")

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700

# Windows: access denied, sharing violation, lock violation. A virus scanner or an indexer holds the file for a moment.
_PASSING_WINERRORS: Final = frozenset({5, 32, 33})
_PASSING_ATTEMPTS: Final = 10
_PASSING_PAUSE: Final = 0.02

# What file systems without hard links answer: FAT and exFAT, some network and FUSE mounts, Android.
_NO_LINKS: Final = frozenset(
    {
        errno.EPERM,
        errno.EACCES,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.ENOSYS,
        errno.EMLINK,
        errno.EXDEV,
    }
)
_NO_LINKS_WINERRORS: Final = frozenset({1, 50})  # invalid function, not supported
_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_DARWIN_FULLFSYNC: Final = 51

# Windows knows neither; there a link is found by look() before the file is opened.
_NOFOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_COMMON: Final = _NOFOLLOW | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _COMMON
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _COMMON


class Kind(Enum):
    """What stands at a path, a link not followed."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


class Seen(NamedTuple):
    """What one look at a path found: kind, size in bytes, and a stamp that changes when the file is another."""

    kind: Kind
    size: int
    stamp: tuple[int, ...]
    changed: float = 0.0
    """When it was last written, in seconds since 1970."""

    @property
    def modified(self) -> datetime:
        """When it was last written; 1970 where that is no date."""
        try:
            return datetime.fromtimestamp(self.changed, UTC)
        except (ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(0, UTC)


class Held(Protocol):
    """A lock that is held until released, or until the process ends however it ends."""

    def release(self) -> None:
        """Let the next one in."""


class Disk:
    """The real file system."""

    def __init__(
        self, *, platform: str = sys.platform, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Take the platform's name and the pause between attempts, so that every branch can be tested anywhere."""
        self._platform = platform
        self._sleep = sleep

    def token(self) -> str:
        """Six hex digits that tell apart files of the same number."""
        return os.urandom(3).hex()

    def look(self, path: Path, *, follow_link: bool = False) -> Seen | None:
        """See what stands at path, None for nothing; a link is something itself unless it is to be followed."""
        try:
            info = path.stat(follow_symlinks=follow_link)
        except (FileNotFoundError, NotADirectoryError):
            return None
        stamp = (info.st_ino, info.st_size, info.st_mtime_ns)
        return Seen(_kind(info.st_mode), info.st_size, stamp, info.st_mtime)

    def writable(self, folder: Path) -> bool:
        """Whether files may be made in folder, as far as can be told without making one."""
        return os.access(folder, os.W_OK | os.X_OK)

    def make_folder(self, path: Path) -> None:
        """Make path and what is missing above it, durable and for this account alone.

        A folder that is there is left as it is.
        """
        if not path.parent.exists():
            self.make_folder(path.parent)
        try:
            path.mkdir(FOLDER_MODE)
        except FileExistsError:
            if not path.is_dir():
                raise Problem(ProblemCode.VAULT_NOT_A_FOLDER, file=path.name) from None
        else:
            self.sync_folder(path.parent)

    def names(self, folder: Path) -> tuple[str, ...]:
        """Sorted names in folder; none when it is not there."""
        try:
            return tuple(sorted(path.name for path in folder.iterdir()))
        except FileNotFoundError:
            return ()
        except NotADirectoryError:
            raise Problem(ProblemCode.VAULT_NOT_A_FOLDER, file=folder.name) from None

    def read(self, path: Path) -> bytes:
        """All bytes of a regular file; a link, pipe or folder in its place is refused, and never waited for."""
        if not _NOFOLLOW:
            self._refuse_unless_file(path)
        try:
            descriptor = self._patiently(lambda: os.open(path, _READ))
        except OSError as error:
            if error.errno in {errno.ELOOP, errno.ENXIO}:
                raise Problem(ProblemCode.FILE_NOT_REGULAR, file=path.name) from None
            raise
        try:
            info = os.fstat(descriptor)
            if not stat.S_ISREG(info.st_mode):
                raise Problem(ProblemCode.FILE_NOT_REGULAR, file=path.name)
            return _read_all(descriptor, info.st_size)
        finally:
            os.close(descriptor)

    def create(self, path: Path, data: bytes) -> None:
        """Write a file that was not there, private from its first instant, and force it out to the device.

        Raises FileExistsError when the name is taken. After any other failure the part that was written is removed,
        and its descriptor is never used again: what a failed fsync dropped, a second one would not report.
        """
        descriptor = self._patiently(lambda: os.open(path, _CREATE, FILE_MODE))
        try:
            try:
                _write_all(descriptor, data)
                self._force_out(descriptor)
            finally:
                os.close(descriptor)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise

    def link(self, source: Path, target: Path) -> bool:
        """Give source a second name; False where hard links are missing, FileExistsError when the name is taken."""
        try:
            self._patiently(lambda: target.hardlink_to(source))
        except FileExistsError:
            raise
        except NotImplementedError:
            return False
        except OSError as error:
            if error.errno in _NO_LINKS or getattr(error, "winerror", None) in _NO_LINKS_WINERRORS:
                return False
            raise
        return True

    def rename_checked(self, source: Path, target: Path) -> None:
        """Rename source unless the name is taken (FileExistsError). Only safe while the lock is held."""
        if self.look(target) is not None:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        self._patiently(lambda: source.rename(target))

    def replace(self, source: Path, target: Path) -> None:
        """Rename source over target. For drafts alone: nothing else is ever overwritten."""
        self._patiently(lambda: source.replace(target))

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone already is no error."""
        with suppress(FileNotFoundError):
            self._patiently(path.unlink)

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder; one that is gone already is no error."""
        with suppress(FileNotFoundError):
            self._patiently(path.rmdir)

    def sync_folder(self, folder: Path) -> None:
        """Force the names in folder out to the device, where the system can do that."""
        if self._platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        try:
            self._force_out(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)

    def try_lock(self, path: Path, timeout: float) -> Held | None:
        """Take the kernel's lock on path within timeout seconds, or None. The kernel lets go when the process ends."""
        from filelock import FileLock, Timeout  # 30 ms that --help and path do not need

        self._refuse_unless_file(path)
        if self.look(path.parent, follow_link=True) is None:
            # filelock would make the folder, open to others.
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        lock = FileLock(
            path, mode=FILE_MODE, thread_local=False, fallback_to_soft=False, poll_interval=0.01
        )
        try:
            lock.acquire(timeout=timeout)
        except Timeout:
            return None
        return lock

    @contextmanager
    def lock(self, path: Path, timeout: float) -> Iterator[None]:
        """Hold the kernel's lock on path; raises Problem(BUSY) when another keeps it for timeout seconds."""
        held = self.try_lock(path, timeout)
        if held is None:
            raise Problem(ProblemCode.BUSY)
        try:
            yield
        finally:
            held.release()

    def _force_out(self, descriptor: int) -> None:
        if self._platform == "darwin":
            # On macOS fsync stops at the drive's cache. Network volumes refuse the stronger call.
            with suppress(OSError):
                self._full_sync(descriptor)
                return
        os.fsync(descriptor)

    def _full_sync(self, descriptor: int) -> None:
        import fcntl  # does not exist on Windows

        fcntl.fcntl(descriptor, getattr(fcntl, "F_FULLFSYNC", _DARWIN_FULLFSYNC))

    def _patiently(self, act: Callable[[], _Result]) -> _Result:
        for _ in range(_PASSING_ATTEMPTS - 1):
            try:
                return act()
            except OSError as error:
                if (
                    self._platform != "win32"
                    or getattr(error, "winerror", None) not in _PASSING_WINERRORS
                ):
                    raise
                self._sleep(_PASSING_PAUSE)
        return act()

    def _refuse_unless_file(self, path: Path) -> None:
        seen = self.look(path)
        if seen is not None and seen.kind is not Kind.FILE:
            raise Problem(ProblemCode.FILE_NOT_REGULAR, file=path.name)


def _kind(mode: int) -> Kind:
    if stat.S_ISREG(mode):
        return Kind.FILE
    return Kind.FOLDER if stat.S_ISDIR(mode) else Kind.OTHER


def _read_all(descriptor: int, size: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(descriptor, max(size, 1 << 16)):
        parts.append(part)
    return b"".join(parts)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
