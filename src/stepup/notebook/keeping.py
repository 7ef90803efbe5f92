"""Looking after the notebook: copies, earlier saves, and what could not be saved."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import orjson

from stepup.domain.change import Edit
from stepup.domain.problem import Problem, ProblemCode
from stepup.notebook.book import Book
from stepup.notebook.bringing import only_added
from stepup.notebook.shelf import as_kept
from stepup.vault import Disk
from stepup.vault.backup import Kept, backup, key_of, restore
from stepup.vault.disk import Kind
from stepup.vault.doctor import Report, diagnose, repair
from stepup.vault.errors import as_problems
from stepup.vault.history import Generation

__all__ = [
    "Generation", "Kept", "Report", "Touched", "back_up", "check_new", "diagnose", "history",
    "keep_unsaved", "key_of", "make_new_folder", "named_file", "repair", "restore", "revert",
    "touched", "write_new", "write_new_folder",
]  # fmt: skip


def back_up(book: Book, file: Path) -> Kept:
    """Save, copy the notebook as it is now into one file, read it back, and compare.

    Raises:
        Problem: backup_exists, or what the disk said.
    """
    book.flush()
    return backup(book.vault, file)


def history(book: Book) -> list[Generation]:
    """Return the saves that are kept, the newest first."""
    return book.vault.history()


@dataclass(frozen=True, slots=True)
class Touched:
    """What one save was about, without a word of it: the days, in order, and how many entries of each kind.

    The kinds with the most come first, of those alike in the order of their names.
    """

    days: tuple[date, ...]
    kinds: Mapping[str, int]


def touched(book: Book, generation: int) -> Touched:
    """Return what one save was about.

    Raises:
        Problem: no_such_generation, generation_gone.
    """
    days: set[date] = set()
    records: set[tuple[str, str]] = set()  # one that went from one shard to another counts once
    for _shard, kind, record_id, before, after in book.vault.changes(generation):
        records.add((kind, record_id))
        for document in (before, after):
            with suppress(KeyError, TypeError, ValueError):
                days.add(date.fromisoformat((document or {})["day"]))
    kinds = Counter(kind for kind, _id in sorted(records))
    return Touched(tuple(sorted(days)), dict(kinds.most_common()))


def revert(book: Book, generation: int) -> int:
    """Take back what one save did and return how many entries that were.

    An entry that has changed since is kept, with the older one beside it.

    Raises:
        Problem: no_such_generation, generation_gone, read_only.
    """
    changes = book.vault.changes(generation)
    labels = [save.labels for save in history(book) if save.number == generation]
    brought = only_added(changes, labels[0]) if changes and labels else None
    if brought is not None:
        book.turn(brought)
        return len(brought.puts)
    edits = []
    for shard, kind, record_id, before, after in changes:
        edit = Edit(*(as_kept(kind, record_id, shard, one) for one in (before, after)))
        if edit.before is not None or edit.after is not None:
            edits.append(edit)
    merged = _joined_moves(edits)
    book.revert(merged)
    return len(merged)


def _joined_moves(edits: list[Edit]) -> list[Edit]:
    """Return the edits with a record that went from one shard to another as one edit."""
    joined: dict[str, Edit] = {}
    for edit in edits:
        key = next(record.id for record in (edit.after, edit.before) if record)
        other = joined.get(key, Edit(None, None))
        joined[key] = Edit(other.before or edit.before, other.after or edit.after)
    return list(joined.values())


def keep_unsaved(book: Book, file: Path, now: datetime) -> int:
    """Write what could not be saved into a JSON file elsewhere; return how many entries it holds.

    Raises:
        Problem: the file exists or cannot be written there either.
    """
    entries = [
        {"shard": put.shard, "kind": put.table, "id": put.id, "document": put.document}
        for put in book.unsaved()
    ]
    body = orjson.dumps(
        {"stepup": "unsaved entries", "saved_at": now.isoformat(), "entries": entries},
        option=orjson.OPT_INDENT_2,
    )
    write_new(file, body)
    return len(entries)


def write_new(file: Path, body: bytes) -> None:
    """Write a file that is not there yet, for this account alone, and wait until it is on disk.

    Raises:
        Problem: backup_exists, what is there stays as it is; or what the disk said.
    """
    disk = Disk()
    with _told_of(file):
        disk.create(file, body)
        disk.sync_folder(file.parent)


def check_new(file: Path) -> None:
    """Look whether `write_new` finds its folder there and no file of that name, before more is asked.

    Raises:
        Problem: backup_exists, or what the disk said.
    """
    disk = Disk()
    with _told_of(file):
        folder = disk.look(file.parent, follow_link=True)
        if folder is None or folder.kind is not Kind.FOLDER:
            raise FileNotFoundError(errno.ENOENT, "no folder")
        if disk.look(file) is not None:
            raise FileExistsError


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """Turn what goes wrong with a new file into a Problem."""
    try:
        yield
    except FileExistsError:
        raise Problem(ProblemCode.BACKUP_EXISTS, file=file.name) from None
    except (OSError, ValueError) as error:
        name = errno.errorcode.get(getattr(error, "errno", 0) or 0, "EINVAL")
        raise Problem(ProblemCode.IO_ERROR, error=name, file=file.name) from None


def make_new_folder(folder: Path) -> None:
    """Make a folder, or find it there and empty.

    Raises:
        Problem: folder_not_empty, what is there stays as it is; or what the disk said.
    """
    disk = Disk()
    with as_problems():
        if disk.look(folder, follow_link=True) is not None and disk.names(folder):
            raise Problem(ProblemCode.FOLDER_NOT_EMPTY, file=folder.name)
        disk.make_folder(folder)


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is new or empty, for this account alone; all of them or none.

    Raises:
        Problem: as `make_new_folder` does.
    """
    make_new_folder(folder)
    disk = Disk()
    made: list[Path] = []
    with as_problems():
        try:
            for name, body in files.items():
                disk.create(folder / name, body)
                made.append(folder / name)
            disk.sync_folder(folder)
        except BaseException:
            for path in made:
                disk.remove(path)
            raise


def named_file(typed: str) -> Path:
    """Return the file a person names, a leading ~ being their home.

    Raises:
        Problem: there is no such name.
    """
    try:
        path = Path(typed.strip()).expanduser().absolute()
    except (RuntimeError, ValueError):
        raise Problem(ProblemCode.IO_ERROR, error="ENOENT") from None
    if not path.name:  # the top of all folders
        raise Problem(ProblemCode.IO_ERROR, error="EISDIR")
    return path
