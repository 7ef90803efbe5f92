"""Names in the vault's folder: which file is what, and where it stands."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from stepup.vault.disk import Disk
from stepup.vault.envelope import Envelope
from stepup.vault.migrations import Migrations

CORE: Final = "core"
README_NAME: Final = "README.txt"
IDENTITY: Final = "identity.age"
RECOVERY: Final = "recovery.age"
KEYS: Final = (IDENTITY, RECOVERY)

_SHARD: Final = re.compile(r"core|[0-9]{1,4}")
_MANIFEST: Final = re.compile(r"([0-9]{6,15})\.json")
_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{6,15}(?![0-9])")
_DATA: Final = re.compile(r"(core|[0-9]{1,4})-([0-9]{6,15})-[0-9a-f]{6}\.json(?:\.age)?")
TEMPORARY: Final = ".tmp"


class Place(NamedTuple):
    """One vault's folder and the three things needed to read and write in it."""

    root: Path
    disk: Disk
    envelope: Envelope
    migrations: Migrations

    @property
    def manifests(self) -> Path:
        """The folder of numbered manifests."""
        return self.root / "manifests"

    @property
    def data(self) -> Path:
        """The folder of shards."""
        return self.root / "data"

    @property
    def damaged(self) -> Path:
        """Where repair moves what cannot be read."""
        return self.root / "damaged"

    @property
    def drafts(self) -> Path:
        """Where texts that are being written are kept."""
        return self.root / "drafts"

    @property
    def lock(self) -> Path:
        """The file whose kernel lock is held during one commit."""
        return self.root / "lock"

    def manifest(self, number: int) -> Path:
        """Where the manifest of that number stands."""
        return self.manifests / f"{number:06d}.json{self.envelope.suffix}"

    def new_data_name(self, shard: str, number: int) -> str:
        """A name for shard as of that number that no other file has."""
        return f"{shard}-{number:06d}-{self.disk.token()}.json{self.envelope.suffix}"

    def manifest_numbers(self) -> tuple[int, ...]:
        """The numbers of all manifests, newest first, whether they can be read or not."""
        found = (self.manifest_number(name) for name in self.disk.names(self.manifests))
        return tuple(sorted((number for number in found if number is not None), reverse=True))

    def manifest_number(self, name: str) -> int | None:
        """The number in a manifest's name; None when it is no manifest's name."""
        suffix = self.envelope.suffix
        match = _MANIFEST.fullmatch(name.removesuffix(suffix)) if name.endswith(suffix) else None
        if match is None or name != f"{int(match[1]):06d}.json{suffix}":
            return None
        return int(match[1])


def is_shard(name: str) -> bool:
    """Whether name may name a shard: core, or a year."""
    return _SHARD.fullmatch(name) is not None


def data_parts(name: str) -> tuple[str, int] | None:
    """The shard and the number in a data file's name; None when it is not one."""
    match = _DATA.fullmatch(name)
    return (match[1], int(match[2])) if match else None


def number_within(name: str) -> int | None:
    """The first number in a name that a manifest may have; None when there is none.

    A sync tool that meets two files of one name renames one: 000124 (conflicted copy).json.
    """
    match = _NUMBER.search(name)
    return None if match is None else int(match[0])


def in_reading_order(shards: Iterable[str]) -> tuple[str, ...]:
    """Core first, then years, newest first."""
    return tuple(sorted(shards, key=lambda name: (name != CORE, -int(name) if name != CORE else 0)))
