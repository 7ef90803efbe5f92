"""Which saved states a state was made from: told by checksums, so that two lines in one folder are not mixed up."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from stepup.domain.problem import Problem
from stepup.vault import head
from stepup.vault.keys import SEALED
from stepup.vault.layout import TEMPORARY, Place, number_within
from stepup.vault.manifest import DamagedError, Manifest, decode

_LARGEST: Final = 1 << 20
"""Bytes of the largest file that is looked into for a manifest; one of 50 years has 10,000."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A saved state that the newest one was not made from.

    `name` is its manifest's file, which a sync tool may have given a name of its own.
    """

    name: str
    manifest: Manifest


def mark(one: Manifest) -> str:
    """A checksum of a state that stays when it is locked, or its lock is taken off.

    A lock writes every state anew, so that its own checksum is another one; the names of its files stay, and they were
    made by chance.
    """
    files = sorted(
        (entry.file.removesuffix(SEALED), entry.records) for entry in one.shards.values()
    )
    return hashlib.sha256(repr((one.generation, one.saved_at, files)).encode()).hexdigest()


def readable(place: Place) -> list[Manifest]:
    """All manifests that stand under their number and can be read, newest first. Raises OSError."""
    found = []
    for number in place.manifest_numbers():
        with suppress(DamagedError, FileNotFoundError, Problem):
            found.append(head.read_manifest(place, number))
    return found


def misnamed(place: Place) -> list[Aside]:
    """Whole manifests under names that are not theirs, as sync tools give them. Raises OSError."""
    found = []
    for name in place.disk.names(place.manifests):
        if place.manifest_number(name) is None and not name.endswith(TEMPORARY):
            with suppress(DamagedError, FileNotFoundError, Problem, ValueError):
                found.append(Aside(name, _read_misnamed(place, name)))
    return found


def forks(manifests: Iterable[Manifest]) -> list[tuple[Manifest, Manifest]]:
    """Those whose number was used once more, each with the state that was made from the other of that number."""
    by_number = {manifest.generation: manifest for manifest in manifests}
    return [
        (by_number[parent.generation], manifest)
        for manifest in by_number.values()
        if (parent := manifest.parent) is not None
        and parent.generation in by_number
        and by_number[parent.generation].sha256 != parent.sha256
    ]


def heads_aside(place: Place) -> list[Aside]:
    """The newest states of other lines than the one that opens, the oldest first. Raises OSError.

    They come about where a sync tool brought together what two computers saved.
    """
    manifests, others = readable(place), misnamed(place)
    every = [*manifests, *(other.manifest for other in others)]
    seen = {manifest.parent.sha256 for manifest in every if manifest.parent}
    left = [Aside(place.manifest(one.generation).name, one) for one, _teller in forks(manifests)]
    known = {manifest.sha256 for manifest in manifests}
    left += [other for other in others if other.manifest.sha256 not in known]
    found = {one.manifest.sha256: one for one in left if one.manifest.sha256 not in seen}
    return sorted(found.values(), key=lambda one: (one.manifest.generation, one.name))


def ancestors(place: Place, newest: Manifest) -> dict[str, Manifest | None]:
    """The states `newest` was made from, itself first, by checksum; None where only the name is left.

    Raises OSError.
    """
    manifests = readable(place)
    by_sha = {one.sha256: one for one in (*(a.manifest for a in misnamed(place)), *manifests)}
    left_out = _other_lines(manifests, by_sha)
    found: dict[str, Manifest | None] = {}
    at: Manifest | None = newest
    while at is not None:
        found[at.sha256] = at
        parent = at.parent
        if parent is None:
            break
        below = by_sha.get(parent.sha256)
        if below is None:
            found[parent.sha256] = None
            # It has been pruned: what is older and of no other line comes before it.
            below = next(
                (
                    one
                    for one in manifests
                    if one.generation < parent.generation and one.sha256 not in left_out
                ),
                None,
            )
        at = below
    return found


def _other_lines(manifests: list[Manifest], by_sha: Mapping[str, Manifest]) -> frozenset[str]:
    """The checksums of states that a line was made from which ends where another goes on."""
    return frozenset(
        one.sha256 for left, _teller in forks(manifests) for one in _unbroken(left, by_sha)
    )


def _unbroken(newest: Manifest, by_sha: Mapping[str, Manifest]) -> Iterator[Manifest]:
    at: Manifest | None = newest
    while at is not None:
        yield at
        at = by_sha.get(at.parent.sha256) if at.parent else None


def _read_misnamed(place: Place, name: str) -> Manifest:
    path = place.manifests / name
    seen = place.disk.look(path)
    if number_within(name) is None or seen is None or seen.size > _LARGEST:
        raise DamagedError
    plain = place.envelope.open(place.disk.read(path))
    return decode(plain, known_schema=place.migrations.schema)
