"""Looking after the notebook: copies, earlier saves, and what could not be saved."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import orjson

from stepup.domain.change import Edit
from stepup.domain.problem import Problem, ProblemCode
from stepup.notebook.book import Book
from stepup.notebook.bringing import only_added
from stepup.notebook.shelf import as_kept
from stepup.vault import Disk
from stepup.vault.backup import Kept, backup, key_of, restore
from stepup.vault.doctor import Report, diagnose, repair
from stepup.vault.errors import as_problems
from stepup.vault.history import Generation

__all__ = [
    "Generation", "Kept", "Report", "back_up", "diagnose", "history", "keep_unsaved", "key_of",
    "make_new_folder", "named_file", "repair", "restore", "revert", "write_new", "write_new_folder",
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
    try:
        disk.create(file, body)
        disk.sync_folder(file.parent)
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
        return Path(typed.strip()).expanduser().absolute()
    except (RuntimeError, ValueError):
        raise Problem(ProblemCode.IO_ERROR, error="ENOENT") from None
