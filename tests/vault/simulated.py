"""A file system in memory that forgets, when the power is cut, whatever was not forced out."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from stepup.vault.disk import Disk, Held, Kind, Seen


class PowerCut(BaseException):
    """The power went away: no code of ours runs on."""


@dataclass(eq=False)
class File:
    data: bytes = b""
    durable: bytes | None = None


@dataclass(eq=False)
class Folder:
    now: dict[str, "File | Folder"] = field(default_factory=dict)
    durable: dict[str, "File | Folder"] = field(default_factory=dict)


class _NoLock:
    def release(self) -> None:
        pass


class SimulatedDisk(Disk):
    """Every act is one or more steps; a step can be the last before a power cut, fail, or let someone else in.

    Locks do nothing here: what holds must hold without them, as long as there are links.
    """

    def __init__(self, *, links: bool = True) -> None:
        super().__init__()
        self.root = Folder()
        self.links = links
        self.tokens = 0
        self.steps = 0
        self.cut_at: int | None = None
        self.failing = range(0)
        self.fail_with = errno.EIO
        self.let_in_at: int | None = None
        self.let_in: Callable[[], None] = lambda: None
        self.dead = False

    def plan(
        self, *, cut: int | None = None, fail: range = range(0), let_in: int | None = None
    ) -> None:
        """Let something happen that many steps from now; several steps on end may fail."""
        self.cut_at = None if cut is None else self.steps + cut
        self.failing = range(self.steps + fail.start, self.steps + fail.stop)
        self.let_in_at = None if let_in is None else self.steps + let_in

    def cut_power(self, random: Random) -> None:
        """Go back to what was forced out, plus any part of what was not."""
        self.plan()
        self.dead = False
        _forget(self.root, random)

    def token(self) -> str:
        self.tokens += 1
        return f"{self.tokens:06x}"

    def look(self, path: Path, *, follow_link: bool = False) -> Seen | None:
        self._step()
        found = self._find(path)
        if found is None:
            return None
        if isinstance(found, Folder):
            return Seen(Kind.FOLDER, 0, (id(found),))
        return Seen(Kind.FILE, len(found.data), (id(found), len(found.data)))

    def writable(self, folder: Path) -> bool:
        return True

    def make_folder(self, path: Path) -> None:
        if path != path.parent and self._find(path.parent) is None:
            self.make_folder(path.parent)
        self._step()
        if self._find(path) is None:
            self._parent(path).now[path.name] = Folder()
            self.sync_folder(path.parent)

    def names(self, folder: Path) -> tuple[str, ...]:
        self._step()
        found = self._find(folder)
        return tuple(sorted(found.now)) if isinstance(found, Folder) else ()

    def read(self, path: Path) -> bytes:
        self._step()
        found = self._find(path)
        if not isinstance(found, File):
            raise _error(errno.ENOENT)
        return found.data

    def create(self, path: Path, data: bytes) -> None:
        self._step()
        entries = self._parent(path).now
        if path.name in entries:
            raise _error(errno.EEXIST)
        file = File()
        entries[path.name] = file
        try:
            self._step()
            file.data = data[: len(data) // 2]
            self._step()
            file.data = data
            self._step()
            file.durable = data
            self._step()
        except OSError:
            entries.pop(path.name, None)
            raise

    def link(self, source: Path, target: Path) -> bool:
        if not self.links:
            return False
        self._step()
        entries = self._parent(target).now
        if target.name in entries:
            raise _error(errno.EEXIST)
        entries[target.name] = self._parent(source).now[source.name]
        self._step()
        return True

    def rename_checked(self, source: Path, target: Path) -> None:
        self._step()
        if target.name in self._parent(target).now:
            raise _error(errno.EEXIST)
        self._parent(target).now[target.name] = self._parent(source).now.pop(source.name)
        self._step()

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        self._parent(target).now[target.name] = self._parent(source).now.pop(source.name)

    def remove(self, path: Path) -> None:
        self._step()
        self._parent(path).now.pop(path.name, None)

    def sync_folder(self, folder: Path) -> None:
        self._step()
        found = self._find(folder)
        if isinstance(found, Folder):
            found.durable = dict(found.now)
        self._step()

    def try_lock(self, path: Path, timeout: float) -> Held | None:
        self._step()
        return _NoLock()

    def _step(self) -> None:
        if self.dead:
            raise PowerCut
        self.steps += 1
        if self.steps == self.cut_at:
            self.dead = True
            raise PowerCut
        if self.steps in self.failing:
            raise _error(self.fail_with)
        if self.steps == self.let_in_at:
            self.let_in_at = None
            self.let_in()

    def _find(self, path: Path) -> "File | Folder | None":
        found: File | Folder | None = self.root
        for part in path.parts[1:]:
            found = found.now.get(part) if isinstance(found, Folder) else None
        return found

    def _parent(self, path: Path) -> Folder:
        found = self._find(path.parent)
        if not isinstance(found, Folder):
            raise _error(errno.ENOENT)
        return found


def _forget(folder: Folder, random: Random) -> None:
    survived: dict[str, File | Folder] = {}
    for name in sorted({*folder.now, *folder.durable}):
        then, now = folder.durable.get(name), folder.now.get(name)
        kept = then if then is now or random.random() < 0.5 else now
        if kept is not None:
            survived[name] = kept
    folder.now = survived
    folder.durable = dict(survived)
    for entry in survived.values():
        if isinstance(entry, Folder):
            _forget(entry, random)
        elif entry.durable is None:
            entry.data = entry.data[: random.randint(0, len(entry.data))]
            entry.durable = entry.data


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
