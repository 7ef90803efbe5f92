"""What can be told of how private the notebook's folder is, from outside: no key is needed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from stepup.domain.problem import Problem
from stepup.notebook.locking import is_locked, leftovers


class Finding(StrEnum):
    """Something about the folder that lets others read it."""

    FOLDER_OPEN = "folder_open"
    """Other accounts may enter the folder. Details: mode."""
    FILES_OPEN = "files_open"
    """Other accounts may read files. Details: number."""
    OTHER_OWNER = "other_owner"
    """The folder belongs to another account."""
    SYNCED = "synced"
    """A program may copy the folder to other computers. Details: name."""
    LEFTOVERS = "leftovers"
    """Files of a locked notebook can be read without the key. Details: number."""
    NOT_READABLE = "not_readable"
    """The folder cannot be looked through."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its safe details."""

    finding: Finding
    details: dict[str, str | int]


# Parts of folders' names, in lower case, by which such programs are known; the first is the name that is said.
_SYNC_NAMES: Final = {
    "Dropbox": ("dropbox",),
    "OneDrive": ("onedrive",),
    "iCloud": ("icloud", "mobile documents", "com~apple~clouddocs"),
    "Google Drive": ("google drive", "googledrive", "my drive", "マイドライブ"),
    "Nextcloud": ("nextcloud", "owncloud"),
    "Syncthing": ("syncthing",),
    "Box": ("box sync",),
    "MEGA": ("megasync",),
}
# What such programs leave at the top of what they copy.
_SYNC_MARKS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
}


def look(folder: Path) -> list[Found]:
    """Return what was found; nothing is written. A folder that is not there has nothing to find but where it is."""
    found = [*_synced(folder)]
    if folder.exists():
        found += [*_open_to_others(folder), *_readable_without_key(folder)]
    return found


def has_lock(folder: Path) -> bool:
    """Whether the notebook is locked."""
    return is_locked(folder)


def _open_to_others(folder: Path) -> Iterator[Found]:
    if os.name == "nt":
        return  # Windows keeps this elsewhere
    seen = folder.stat()
    if stat.S_IMODE(seen.st_mode) & 0o077:
        yield Found(Finding.FOLDER_OPEN, {"mode": f"{stat.S_IMODE(seen.st_mode):04o}"})
    if seen.st_uid != os.geteuid():
        yield Found(Finding.OTHER_OWNER, {})
    try:
        open_files = sum(
            1 for path in folder.rglob("*") if not path.is_symlink() and path.stat().st_mode & 0o077
        )
    except OSError:
        yield Found(Finding.NOT_READABLE, {})
        return
    if open_files:
        yield Found(Finding.FILES_OPEN, {"number": open_files})


def _readable_without_key(folder: Path) -> Iterator[Found]:
    try:
        left = leftovers(folder)
    except Problem:
        yield Found(Finding.NOT_READABLE, {})
        return
    if left:
        yield Found(Finding.LEFTOVERS, {"number": len(left)})


def _synced(folder: Path) -> Iterator[Found]:
    places = {folder, folder.resolve()}
    names = {
        name
        for place in places
        for part in place.parts
        for name, words in _SYNC_NAMES.items()
        if any(word in part.lower() for word in words)
    }
    names |= {
        name
        for place in places
        for above in (place, *place.parents)
        for mark, name in _SYNC_MARKS.items()
        if os.path.lexists(above / mark)
    }
    for name in sorted(names):
        yield Found(Finding.SYNCED, {"name": name})
